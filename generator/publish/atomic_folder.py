"""Replaces a folder whole or not at all, and never one that holds files of others.

In: a folder to fill and the folder that it replaces. Out: that one is new, or as it was before.
A folder is ours when it holds our mark; only what the mark lists is ever removed.
"""

import contextlib
import ctypes
import ctypes.util
import errno
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from generator.reading import UsageError

MARK = ".briefing-files"
"""In every folder that we made: the paths of its files, a line each."""
_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


def leave_mark(folder: Path) -> None:
    """Lists the files of a finished folder in it, so that it is known as ours later."""
    files = (f.relative_to(folder).as_posix() for f in folder.rglob("*") if not f.is_dir())
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
        found = {f.relative_to(folder).as_posix() for f in folder.rglob("*") if not _is_folder(f)}
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
def fresh_beside(target: Path) -> Iterator[Path]:
    """A new folder beside `target` that replaces it when the block ends well, or is removed.

    Raises:
        UsageError: no folder can be made there.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        reason = f"{target} cannot be made: {error.strerror}"
        raise UsageError(reason, "name another place") from error
    try:
        yield fresh
        fresh.chmod(0o755)
        _swap(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


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


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _sweep(target: Path) -> None:
    """Removes what killed builds left."""
    for left in target.parent.glob(f".{target.name}-*"):
        if _is_folder(left):
            shutil.rmtree(left, ignore_errors=True)


def _swap(fresh: Path, target: Path) -> None:
    """Replaces `target` by `fresh` in one step; what it was is in `fresh` afterwards."""
    if not target.exists():
        fresh.rename(target)
    elif not _exchange(fresh, target):
        # Without the one step: the old one is away only between two renames.
        old = fresh.with_name(f"{fresh.name}.old")
        target.rename(old)
        try:
            fresh.rename(target)
        except BaseException:
            old.rename(target)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchanges two folders atomically, where the system can (renameat2 of Linux)."""
    if sys.platform != "linux":
        return False
    library = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    if library.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
        return True
    if ctypes.get_errno() in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}:
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
