"""Which folders may be replaced: never one that holds files of others.

In: a folder that is to be replaced. Out: nothing, or why it may not be. A folder is ours when it
holds our mark; only what the mark lists is ever removed.
"""

import contextlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from generator.publish.walk import files_below
from generator.reading import UsageError

MARK = ".briefing-files"
"""In every folder that we made: the paths of its files, a line each."""


def leave_mark(folder: Path) -> None:
    """Lists the files of a finished folder in it, so that it is known as ours later."""
    files = (f.relative_to(folder).as_posix() for f in files_below(folder))
    text = "".join(f"{name}\n" for name in sorted(files) if name != MARK)
    (folder / MARK).write_text(text, encoding="utf-8", newline="\n")


def check_apart(root: Path, folder: Path, option: str, *others: str) -> None:
    """Nothing is written to what a site is made from; `option` is how the folder was named.

    `others` are folders of the project that it must not be in, beside seeds and docs.

    Raises:
        UsageError: the folder is, holds, or is within what a site is made from.
    """
    target, root = Path(os.path.normpath(folder)), root.resolve()
    sources = [root / name for name in ("seeds", "docs", *others)]
    if root.is_relative_to(target) or any(target.is_relative_to(one) for one in sources):
        raise UsageError(f"{folder} holds what the site is made from", f"name another {option}")


def check_ours(folder: Path, option: str, *, is_usual: bool = False) -> None:
    """Nothing, an empty folder, or one that holds our files alone; all else is wrong use.

    If the folder `is_usual`, it is known to be overwritten: only hidden files and CNAME, which make
    it a checkout or a domain, are kept from being lost. `option` is how it was named.

    Raises:
        UsageError: the folder holds what would be lost, or is none.
    """
    try:
        if not folder.exists() and not folder.is_symlink():
            return
        if folder.is_symlink() or not folder.is_dir():
            raise UsageError(f"{folder} is no folder", f"name another {option}")
        found = {f.relative_to(folder).as_posix() for f in files_below(folder)}
        mark = folder / MARK
        listed = set(mark.read_text("utf-8").splitlines()) if mark.is_file() else set()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{folder} cannot be read", f"name another {option}") from error
    foreign = sorted(found - listed - {MARK})
    if is_usual:
        foreign = [name for name in foreign if name.startswith(".") or name == "CNAME"]
    if foreign:
        raise UsageError(
            f"{folder} holds {foreign[0]}, which was not built here",
            f"name another {option}, or move that away yourself; it would be lost",
        )


@contextlib.contextmanager
def terminable() -> Iterator[None]:
    """A request to end (SIGTERM) is an interruption, so that what was begun is removed."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, interrupt)
    except ValueError:  # not in the main thread, which alone gets signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
