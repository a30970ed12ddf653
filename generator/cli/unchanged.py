"""What a command said last time, said again while nothing that it came from has changed.

In: the files that a command reads, its options, what made the answer, and the files that it wrote.
Out: the kept answer, or none. Imports nothing of ours: where nothing changed, looking is all that
is done. A file is the same when its size and time are, or else its content; the content of a young
one is read, since an edit within a tick of the clock has the same time. A record is believed only
where it was written: it names a seal beside it by what no checkout and no copy brings along.
"""

import contextlib
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

_FOLDER_VARIABLE = "BRIEFING_CACHE"
_VARIABLES = ("BROWSER_PATH",)
"""What a command asks the environment for, besides the folder of what is kept."""
_READ = ("seeds", "docs", "mkdocs.yml", "briefing.lock")
_ELSEWHERE = (b"custom_dir", b"INHERIT", b"!ENV", b"!!python", b"!relative")
"""Words of mkdocs.yml by which more is read than these."""
_YOUNG = 2_000_000_000
_MOST_BYTES = 64_000_000
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
        return _folder(self.root) / f"{name}.json"


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
        text = settings.read_bytes()
        if any(word in text for word in _ELSEWHERE):
            return None
    asked = {
        "command": [str(one) for one in command],
        "environment": [os.environ.get(name, "") for name in _VARIABLES],
        "versions": [sys.version, *_installed()],
    }
    return None if code is None else Sources(root, asked, inputs, code)


def answer_of(sources: Sources, written: Path | None = None) -> Answer | None:
    """The kept answer, if nothing has changed since; `written` is the folder that it filled."""
    try:
        record = _load(sources.record)
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
        folder = sources.record.parent
        folder.mkdir(parents=True, exist_ok=True)
        filled = {} if written is None else _files(written, "")
        if filled is None:
            return
        record = {
            "asked": sources.asked,
            "inputs": _hashed(sources.root, sources.inputs),
            "code": _hashed(_CODE, sources.code),
            "written": {} if written is None else _hashed(written, filled),
            "answer": asdict(answer),
            "seal": _new_seal(folder),
        }
        _store(sources.record, record)


def _folder(root: Path) -> Path:
    named = os.environ.get(_FOLDER_VARIABLE)
    return (Path(named) if named else root / ".cache") / "answers"


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
                        if entry.name != "__pycache__":
                            waiting.append((Path(entry.path), inner))
                    elif entry.is_file():
                        state = entry.stat()
                        found[inner] = (state.st_size, state.st_mtime_ns)
                    else:
                        return None
    except OSError:
        return None
    return found


def _installed() -> list[str]:
    """The names of what is installed, which tell their versions."""
    found = set[str]()
    for folder in sys.path:
        with contextlib.suppress(OSError), os.scandir(folder or ".") as entries:
            found |= {one.name for one in entries if one.name.endswith(".dist-info")}
    return sorted(found)


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


def _load(path: Path) -> Any:
    """The record, if it is whole and was written here."""
    if path.stat().st_size > _MOST_BYTES:
        raise ValueError("no record of ours is so long")
    head, _, body = path.read_bytes().partition(b"\n")
    if head.decode() != hashlib.sha256(body).hexdigest():
        raise ValueError("the record is not whole")
    record = json.loads(body)
    if record["seal"] != _seal_of(path.parent / "seal"):
        raise ValueError("the record was not written here")
    return record


def _store(path: Path, record: Mapping[str, Any]) -> None:
    """Writes the record in one step, so that nobody reads half of it."""
    handle, name = tempfile.mkstemp(prefix=".", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            # The time of files is that of their disk, which is not always that of the machine.
            body = _plain({**record, "at": os.fstat(handle).st_mtime_ns})
            file.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _new_seal(folder: Path) -> list[int]:
    """The seal of a folder, made if there is none."""
    seal = folder / "seal"
    if seal.is_symlink() or not seal.exists():
        seal.unlink(missing_ok=True)
        seal.touch(exist_ok=False)
    return _seal_of(seal)


def _seal_of(seal: Path) -> list[int]:
    """What only the file itself has: its number on its disk, and when it was last touched."""
    state = seal.lstat()
    return [state.st_dev, state.st_ino, state.st_ctime_ns]
