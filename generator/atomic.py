"""Files and folders in their place whole or not at all: written beside it, then renamed.

In: what is to stand there. Out: it stands there, or what stood there before does. Whoever looks
meanwhile sees one of the two.
"""

import contextlib
import ctypes
import errno
import glob
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.reading import UsageError, cure_of

_MODE = 0o644
_ENDING = ".briefing"
"""Of folders that are not in their place yet: nobody else's are named so."""
_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


def replace_file(file: Path, content: bytes) -> None:
    """Makes the file hold the content, in a folder that is made where there is none.

    Raises:
        OSError: it cannot be written; the file is as it was.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = write_beside(file, content)
    try:
        fresh.replace(file)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def write_beside(file: Path, content: bytes) -> Path:
    """A new file in the folder of another, to be put into its place by whoever asked for it.

    Raises:
        OSError: it cannot be written, and is not there.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".briefing-", dir=file.parent)
        fresh = Path(name)
        try:
            with os.fdopen(handle, "wb") as written:
                written.write(content)
            fresh.chmod(_MODE)  # a temporary file is readable by its owner alone
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise
    except OSError as error:
        error.filename = str(file)  # nobody knows the other name
        raise
    return fresh


@contextlib.contextmanager
def fresh_beside(target: Path) -> Iterator[Path]:
    """A new folder beside `target` that replaces it when the block ends well, or is removed.

    Raises:
        UsageError: no folder can be made there.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        fresh = Path(tempfile.mkdtemp(_ENDING, f".{target.name}-", target.parent))
    except OSError as error:
        reason = f"{target} cannot be made: {error.strerror}"
        raise UsageError(reason, cure_of(error) or "name another place") from error
    try:
        yield fresh
        fresh.chmod(0o755)
        _swap(fresh, target)
    except OSError as error:
        error.filename = error.filename or str(target)  # what fails while it is written names none
        raise
    finally:
        _remove(fresh)


def _sweep(target: Path) -> None:
    """Removes what killed builds left."""
    for left in target.parent.glob(f".{glob.escape(target.name)}-*{_ENDING}"):
        if left.is_dir() and not left.is_symlink():
            _remove(left)


def _remove(folder: Path) -> None:
    """Removes a folder; once more where some of it stayed, for a fault or a right that was away."""
    shutil.rmtree(folder, ignore_errors=True)
    for at, _, _ in os.walk(folder):
        with contextlib.suppress(OSError):
            Path(at).chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)


def _swap(fresh: Path, target: Path) -> None:
    """Replaces `target` by `fresh` in one step; what it was is in `fresh` afterwards."""
    if not target.exists():
        fresh.rename(target)
    elif not _exchange(fresh, target):
        # Without the one step: the old one is away only between two renames.
        old = fresh.with_name(f"{fresh.name}.old{_ENDING}")
        target.rename(old)
        try:
            fresh.rename(target)
        except BaseException:
            old.rename(target)
            raise
        _remove(old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchanges two folders atomically, where the system can (renameat2 of Linux)."""
    if sys.platform != "linux":
        return False
    library = ctypes.CDLL(None, use_errno=True)  # what this program has loaded, the C library too
    if not hasattr(library, "renameat2"):
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    if library.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
        return True
    if ctypes.get_errno() in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}:
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
