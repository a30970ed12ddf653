"""What a command said last time, said again while nothing that it came from has changed.

In: the files that a command reads, its options, what made the answer, and the files that it wrote.
Out: the kept answer, or none. Imports the standard library alone, and what keeps: where nothing
changed, looking is all that is done. A file is the same when its size and time are, or else its
content; the content of a young one is read, since an edit within a tick of the clock has the same
time.
"""

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator.kept import cache_folder, installed, is_self_contained, load, store

_VARIABLES = ("BROWSER_PATH",)
"""What a command asks the environment for, besides the folder of what is kept."""
_READ = ("seeds", "docs", "mkdocs.yml", "briefing.lock")
_MADE = {"__pycache__", ".cache"}
"""Folders that a run fills: of a command beside this one, too, such as that in our own example."""
_YOUNG = 2_000_000_000
_CODE = Path(__file__).resolve().parent.parent

Files = dict[str, tuple[int, int]]
"""By path: the size, and the time of the last change in nanoseconds."""
Hashed = dict[str, tuple[int, int, str]]
"""The same with the SHA-256 of the content."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed and returned."""

    code: int
    out: str = ""
    err: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """All that the answer of a command comes from, as it stood before the command began."""

    root: Path
    asked: dict[str, Any]
    """The command with its options, the environment, and the versions of what is installed."""
    inputs: Files
    code: Files

    @property
    def record(self) -> Path:
        """Where the answer to what was asked is kept."""
        asked = [str(self.root), *self.asked["command"]]
        name = hashlib.sha256(_plain(asked)).hexdigest()[:16]
        return cache_folder(self.root, "answers") / f"{name}.json"


def look(root: Path, *command: object) -> Sources | None:
    """The sources of a command as they are now; None where they are not all plain files."""
    root = root.resolve()
    inputs: Files = {}
    for name in _READ:
        found = _files(root / name, name)
        if found is None:
            return None
        inputs |= found
    code = _files(_CODE, "")
    settings = root / "mkdocs.yml"
    with contextlib.suppress(OSError):
        if not is_self_contained(settings.read_bytes()):
            return None
    asked = {
        "command": [str(one) for one in command],
        "environment": [os.environ.get(name, "") for name in _VARIABLES],
        "versions": installed(),
    }
    return None if code is None else Sources(root, asked, inputs, code)


def answer_of(sources: Sources, written: Path | None = None) -> Answer | None:
    """The kept answer, if nothing has changed since; `written` is the folder that it filled."""
    try:
        record = json.loads(load(sources.record) or b"")
        bases = [(sources.root, "inputs", sources.inputs), (_CODE, "code", sources.code)]
        if written is not None:
            bases.append((written, "written", _files(written, "") or {}))
        same = record["asked"] == sources.asked and all(
            _are_same(base, record[name], now, record["at"]) for base, name, now in bases
        )
        return Answer(**record["answer"]) if same else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None  # what is broken was never kept


def keep(sources: Sources, answer: Answer, written: Path | None = None) -> None:
    """Keeps an answer, unless its sources have changed since it was begun."""
    if look(sources.root, *sources.asked["command"]) != sources:
        return
    with contextlib.suppress(OSError):  # what cannot be kept is found anew
        filled = {} if written is None else _files(written, "")
        if filled is None:
            return
        record = {
            "asked": sources.asked,
            "at": _now_on_disk(sources.record.parent),
            "inputs": _hashed(sources.root, sources.inputs),
            "code": _hashed(_CODE, sources.code),
            "written": {} if written is None else _hashed(written, filled),
            "answer": asdict(answer),
        }
        store.keep(sources.record, _plain(record))


def _now_on_disk(folder: Path) -> int:
    """The time of files written now, which is that of their disk and not always the machine's."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as file:
        return os.fstat(file.fileno()).st_mtime_ns


def _files(path: Path, name: str) -> Files | None:
    """The files at or below a path; None where one is a link, or none that can be read."""
    found: Files = {}
    waiting = [(path, name)]
    try:
        while waiting:
            at, name = waiting.pop()
            if not at.is_dir() and not at.is_symlink():
                if at.exists():
                    state = at.stat()
                    found[name] = (state.st_size, state.st_mtime_ns)
                continue
            with os.scandir(at) as entries:
                for entry in entries:
                    inner = f"{name}/{entry.name}" if name else entry.name
                    if entry.is_symlink():
                        return None
                    if entry.is_dir():
                        if entry.name not in _MADE:
                            waiting.append((Path(entry.path), inner))
                    elif entry.is_file():
                        state = entry.stat()
                        found[inner] = (state.st_size, state.st_mtime_ns)
                    else:
                        return None
    except OSError:
        return None
    return found


def _are_same(base: Path, kept: Hashed, now: Files, at: int) -> bool:
    """Whether the files are those that were there, by size and time, or by what they hold."""
    if kept.keys() != now.keys():
        return False
    for name, (size, changed) in now.items():
        old_size, old_changed, content = kept[name]
        if size != old_size:
            return False
        is_old = changed == old_changed and changed < at - _YOUNG
        if not is_old and _hash(base / name) != content:
            return False
    return True


def _hashed(base: Path, files: Files) -> Hashed:
    return {name: (*state, _hash(base / name)) for name, state in files.items()}


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _plain(value: object) -> bytes:
    return json.dumps(value, sort_keys=True).encode()
