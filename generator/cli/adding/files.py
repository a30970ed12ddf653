"""Several files written together: all of them, or none.

In: new files, and one that is replaced last. Out: nothing; on failure everything is as it was.
"""

import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.atomic import write_beside
from generator.reading import UsageError
from generator.text import shown

_NO_LINKS = frozenset({errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP})


def write_together(new: Mapping[Path, bytes], *replaced: tuple[Path, bytes]) -> None:
    """Writes all beside their places, then puts them there, the one that names the others last.

    Args:
        new: files that are not there yet.
        replaced: files that are, with what stands in them from now on.

    Raises:
        UsageError: one cannot be written; then nothing was.
    """
    beside: list[Path] = []
    made: list[Path] = []
    was: dict[Path, bytes] = {}
    at = replaced[-1][0]
    try:
        for at, data in (*new.items(), *replaced):
            beside.append(write_beside(at, data))
        for at, file in zip(new, beside, strict=False):
            _place(file, at)
            made.append(at)
        for (at, _), file in zip(replaced, beside[len(new) :], strict=True):
            shutil.copymode(at, file)
            content = at.read_bytes()
            file.replace(at)
            was[at] = content
    except BaseException as error:
        for path in made:
            path.unlink(missing_ok=True)
        for path, content in was.items():
            path.write_bytes(content)
        if not isinstance(error, OSError):
            raise
        reason = shown(error.strerror or str(error))
        message = f"{shown(str(at), 200)} cannot be written: {reason}"
        raise UsageError(message, "nothing was changed; mend that and run it again") from None
    finally:
        for path in beside:
            path.unlink(missing_ok=True)


def _place(file: Path, at: Path) -> None:
    """Puts a file in its place, never in that of another."""
    try:
        os.link(file, at)
    except OSError as error:
        # Some disks know no second name of a file.
        if error.errno not in _NO_LINKS or os.path.lexists(at):
            raise
        file.replace(at)
