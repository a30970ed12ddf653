"""The only module that opens files: regular ones, never through a link, never more than a limit.

In: the project's root and a path below it. Out: sorted names, bytes, or a finding that says why.
It never follows a symbolic link, waits for a pipe, or reads a file that is too large.
"""

import os
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from generator.model import Finding, Place
from generator.text import shown

MEGABYTE = 1_000_000
_PATH_SHOWN = 200
_LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})
_FLAGS = os.O_RDONLY
for _flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):  # each is unknown to some system
    _FLAGS |= getattr(os, _flag, 0)


@dataclass(frozen=True, order=True, slots=True)
class DiskEntry:
    """One name in a folder."""

    path: str
    """Relative to the project's root, with forward slashes."""
    kind: Literal["file", "folder", "link", "other"]

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]


def file_finding(path: str, message: str, hint: str, line: int = 1, column: int = 1) -> Finding:
    """A finding about a file as a whole, or about one place in it that is no field."""
    return Finding("bad-file", file_place(path, line, column), "", message, hint)


def file_place(path: str, line: int = 1, column: int = 1) -> Place:
    """A place whose path is safe to print, whatever the file is called."""
    return Place(shown(path, _PATH_SHOWN), line, column)


def load_folder(root: Path, folder: str) -> tuple[list[DiskEntry], list[Finding]]:
    """All names in a folder, sorted; a finding when it is no folder or a link."""
    try:
        if stat.S_ISLNK((root / folder).lstat().st_mode):
            hint = "put the folder itself there; links are never followed"
            return [], [file_finding(folder, "is a symbolic link", hint)]
        names = sorted(os.listdir(root / folder))  # noqa: PTH208 - names, not Paths, are wanted
    except FileNotFoundError:
        return [], [file_finding(folder, "there is no such folder", f"make the folder {folder}/")]
    except NotADirectoryError:
        hint = f"{folder} must be a folder; rename the file"
        return [], [file_finding(folder, "is a file where a folder belongs", hint)]
    except OSError:
        hint = "give the program the right to list it"
        return [], [file_finding(folder, "the folder cannot be listed", hint)]
    return [DiskEntry(f"{folder}/{name}", _kind(root / folder / name)) for name in names], []


def load_bytes(root: Path, path: str, limit: int = MEGABYTE) -> bytes | Finding:
    """The file's bytes, or the finding that says why they cannot be had."""
    if link := _linked_folder(root, path):
        hint = "put the folder itself there; links are never followed"
        return file_finding(path, f"lies behind {shown(link)}, a symbolic link", hint)
    try:
        handle = os.open(root / path, _FLAGS)
    except FileNotFoundError:
        return file_finding(path, "there is no such file", "add the file, or correct its name")
    except (OSError, ValueError):
        return _unreadable(root, path)
    if stat.S_ISDIR(os.fstat(handle).st_mode):
        os.close(handle)
        return file_finding(path, "is a folder", "put a plain file there")
    with os.fdopen(handle, "rb") as stream:
        return _read(stream, root, path, limit)


def _read(stream: BinaryIO, root: Path, path: str, limit: int) -> bytes | Finding:
    state = os.fstat(stream.fileno())
    if not stat.S_ISREG(state.st_mode) or _is_link(root / path):
        return _unreadable(root, path)
    if state.st_size > limit:
        return _too_large(path, limit)
    try:
        data = stream.read(limit + 1)
    except OSError:
        return _unreadable(root, path)
    return data if len(data) <= limit else _too_large(path, limit)


def check_plain(entry: DiskEntry) -> Finding | None:
    """Only regular files and folders are read."""
    if entry.kind == "link":
        hint = "put the file itself there; links are never followed"
        return file_finding(entry.path, "is a symbolic link", hint)
    if entry.kind == "other":
        return file_finding(entry.path, "is no regular file", "put a plain file there")
    return None


def is_ignored_name(name: str) -> bool:
    """What editors and systems leave, and hidden files that do not look like data: never read.

    `.#x` is a lock of Emacs, `#x#` what it saves by itself, `._x` what macOS puts beside a file.
    """
    if name.lower() in _LEFT_BY_SYSTEMS or name.endswith("~") or name.startswith((".#", "._")):
        return True
    if name.startswith("#") and name.endswith("#"):
        return True
    looks_like_data = name.endswith((".yaml", ".yml", ".md"))
    return name.startswith(".") and not looks_like_data


def find_collisions(found: list[DiskEntry]) -> dict[str, Finding]:
    """Findings by path: names of one folder differ by more than case or composed accents."""
    findings: dict[str, Finding] = {}
    first: dict[str, str] = {}
    for entry in found:
        key = unicodedata.normalize("NFC", entry.path).casefold()
        if key in first:
            message = f"the name collides with {shown(first[key])} on systems that ignore case"
            findings[entry.path] = file_finding(entry.path, message, "rename one of the two")
        first.setdefault(key, entry.path)
    return findings


def _kind(path: Path) -> Literal["file", "folder", "link", "other"]:
    try:
        mode = path.lstat().st_mode
    except OSError:
        return "other"
    if stat.S_ISLNK(mode):
        return "link"
    if stat.S_ISDIR(mode):
        return "folder"
    return "file" if stat.S_ISREG(mode) else "other"


def _linked_folder(root: Path, path: str) -> str | None:
    """The first folder on the way that is a link; the system itself looks at the last part only."""
    parts = path.split("/")[:-1]
    folders = ("/".join(parts[:length]) for length in range(1, len(parts) + 1))
    return next((folder for folder in folders if _is_link(root / folder)), None)


def _is_link(path: Path) -> bool:
    # Where the system has no O_NOFOLLOW, the link has already been opened: look again.
    return _kind(path) == "link"


def _unreadable(root: Path, path: str) -> Finding:
    kind = "other" if "\0" in path else _kind(root / path)
    if finding := check_plain(DiskEntry(path, kind)):
        return finding
    if kind == "folder":
        return file_finding(path, "is a folder where a file belongs", "put a file there")
    hint = "give the program the right to read it (on Linux and macOS: chmod u+r)"
    return file_finding(path, "the file cannot be read", hint)


def _too_large(path: str, limit: int) -> Finding:
    size = f"{limit // 1000} kB" if limit < MEGABYTE else f"{limit // MEGABYTE} MB"
    return file_finding(path, f"the file is larger than {size}", "split it, or make it smaller")
