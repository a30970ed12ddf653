"""Files that only this user's runs can have written, and what they hold, by key.

In: a folder, names, bytes. Out: the bytes as they were kept, or none. A file begins with a
signature of its name and content; the key to it lies with the user, outside of every project, so
that nothing is believed that came with a checkout or a copy, or was cut, edited or moved. What
cannot be kept is made anew. Imports nothing of ours.
"""

import contextlib
import hashlib
import hmac
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

Found = TypeVar("Found")
Made = TypeVar("Made")
_FOLDER_VARIABLE = "BRIEFING_CACHE"
_STATE_VARIABLE = "XDG_STATE_HOME"
_KEY_BYTES = 32
_MOST_BYTES = 64_000_000
_READS_MORE = (b"custom_dir", b"INHERIT", b"!ENV", b"!!python", b"!relative", b"snippets")
"""Words of mkdocs.yml by which more is read than that file and the pages."""


def cache_folder(root: Path, kind: str) -> Path:
    """Where results of a kind are kept: below `.cache`, or below what the variable names."""
    named = os.environ.get(_FOLDER_VARIABLE)
    return (Path(named) if named else root / ".cache") / kind


def load(file: Path) -> bytes | None:
    """The bytes that were kept in a file, if a run of this user wrote them there."""
    try:
        if file.is_symlink() or file.stat().st_size > _MOST_BYTES:
            return None
        head, _, body = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    signature = _signature(file.name, body)
    return body if signature and hmac.compare_digest(head, signature) else None


def keep(file: Path, body: bytes) -> None:
    """Writes the bytes in one step, so that nobody reads half of them."""
    signature = _signature(file.name, body)
    if not signature:
        return
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as written:
                written.write(signature + b"\n" + body)
            Path(name).replace(file)
        finally:
            Path(name).unlink(missing_ok=True)


class Kept(dict[str, Any]):
    """Results by key, as JSON has them; of what was kept, only what is asked for stays."""

    def __init__(self, file: Path | None = None) -> None:
        """Of a file; without one nothing is known, and nothing is kept."""
        self._file, self._asked, self._is_changed = file, dict[str, Any](), False
        super().__init__(_results(load(file)) if file else {})

    def get(self, key: str, default: Any = None) -> Any:
        """The result, which is kept for another run."""
        if key not in self:
            return default
        self._asked[key] = self[key]
        return self[key]

    def __setitem__(self, key: str, value: Any) -> None:
        super().__setitem__(key, value)
        self._asked[key], self._is_changed = value, True

    def save(self, *, is_whole: bool = True) -> None:
        """Writes what was asked for or added since the last time, if that differs from before.

        After a run that was not over the whole, the rest stays.
        """
        if not is_whole:
            self._asked = {**self}
        if self._file and (self._is_changed or len(self._asked) < len(self)):
            keep(self._file, json.dumps([made_by(), self._asked]).encode())
        # A process that stays, as a preview does, has many runs: each asks anew.
        super().clear()
        super().update(self._asked)
        self._asked, self._is_changed = {}, False


class Cache:
    """What is kept of one project: results of a kind by key, and whole files."""

    def __init__(
        self,
        root: Path | None = None,
        folder: Path | None = None,
        memory: dict[str, Any] | None = None,
    ) -> None:
        """Of a project, in its usual folder or in another; without a root nothing is kept.

        `memory` is for what a process that stays has read: it takes room, and ends with it.
        """
        self._root, self._folder, self._kinds = root and root.resolve(), folder, dict[str, Kept]()
        self.memory = memory

    def of(self, kind: str, *, is_of_all: bool = False) -> Kept:
        """The results of a kind, as the same code made them; read when first asked for.

        Projects may share a folder: what is true `of_all` of them is kept once.
        """
        if kind not in self._kinds:
            name = kind if is_of_all else f"{kind}-{digest(self._root)[:16]}"
            self._kinds[kind] = Kept(self._file("results", f"{name}.json"))
        return self._kinds[kind]

    def load(self, kind: str, key: str) -> bytes | None:
        """The file of a key, if it was kept."""
        file = self._file(kind, key)
        return load(file) if file else None

    def keep(self, kind: str, key: str, content: bytes) -> None:
        """Keeps a file under a key that names all that it comes from."""
        if file := self._file(kind, key):
            keep(file, content)

    def drop(self, kind: str, key: str) -> None:
        """Removes the file of a key that is no longer asked for."""
        if file := self._file(kind, key):
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)

    def last(self, name: str, key: Callable[[], object], make: Callable[[], Made]) -> Made:
        """What was made last under a name, as long as its key is the same.

        It is made anew in a process that does not stay, where nobody asks for the key.
        """
        if self.memory is None:
            return make()
        now = key()
        if name not in self.memory or self.memory[name][0] != now:
            self.memory[name] = now, make()
        found: Made = self.memory[name][1]
        return found

    def save(self, *, is_whole: bool = True) -> None:
        """Keeps the results that this run asked for or made; all, unless it `is_whole`."""
        for kept in self._kinds.values():
            kept.save(is_whole=is_whole)

    def _file(self, kind: str, name: str) -> Path | None:
        if self._root is None:
            return None
        return (self._folder / kind if self._folder else cache_folder(self._root, kind)) / name


def is_self_contained(settings: bytes) -> bool:
    """Whether settings of the engine read nothing but the project's own pages, as far as is known.

    What others files or variables say in them would change a site without changing its sources.
    """
    return not any(word in settings for word in _READS_MORE)


def recall(kept: MutableMapping[str, Any], key: str, make: Callable[[], Made]) -> Made:
    """What was kept under a key, or is made now, and kept."""
    found: Made | None = kept.get(key)
    if found is None:
        found = kept[key] = make()
    return found


def unless_sound(
    kept: MutableMapping[str, Any], key: str, check: Callable[[], Iterable[Found]]
) -> Iterator[Found]:
    """What a check finds; what came of the same and had nothing wrong is not checked again."""
    if kept.get(key):
        return
    found = list(check())
    if not found:
        kept[key] = True
    yield from found


def digest(*values: object) -> str:
    """A key of values, by what they print; records leave out where they were typed."""
    return hashlib.sha256(repr(values).encode("utf-8", "surrogatepass")).hexdigest()[:40]


@lru_cache(maxsize=1)
def made_by() -> str:
    """What makes results here: our code and lexicons, and the names of all that is installed."""
    code, found = Path(__file__).resolve().parent.parent, hashlib.sha256()
    for file in sorted(code.rglob("*")):
        # The example is a project of its own, with what was built from it.
        if file.is_file() and not {"__pycache__", "example"} & {*file.relative_to(code).parts}:
            found.update(f"{file.relative_to(code)}\n".encode() + file.read_bytes())
    found.update("\n".join(installed()).encode())
    return found.hexdigest()


def installed() -> list[str]:
    """The names of what is installed, which tell their versions, and the interpreter's."""
    found = set[str]()
    for folder in sys.path:
        with contextlib.suppress(OSError), os.scandir(folder or ".") as entries:
            found |= {one.name for one in entries if one.name.endswith(".dist-info")}
    return [sys.version, *sorted(found)]


def _results(body: bytes | None) -> dict[str, Any]:
    """What the same code made."""
    if body is None:
        return {}
    made, results = json.loads(body)
    return results if made == made_by() else {}


def _signature(name: str, body: bytes) -> bytes:
    """Of a file; empty where there is no key to sign with."""
    key = _key()
    signed = name.encode("utf-8", "surrogateescape") + b"\n" + body
    return hmac.new(key, signed, "sha256").hexdigest().encode() if key else b""


def _key() -> bytes:
    """The user's own; empty where the user has no place for it."""
    named = os.environ.get(_STATE_VARIABLE)
    try:
        state = Path(named) if named else Path.home() / ".local" / "state"
        return _key_in(state / "briefing")
    except (OSError, RuntimeError):
        return b""


@lru_cache(maxsize=4)
def _key_in(folder: Path) -> bytes:
    """The key in a folder, made at first use."""
    file = folder / "key"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(prefix=".", dir=folder)
        try:
            with os.fdopen(handle, "wb") as written:
                written.write(os.urandom(_KEY_BYTES))
            # Of two runs that begin at once, the key of the first one stands.
            with contextlib.suppress(FileExistsError):
                os.link(name, file)
        finally:
            Path(name).unlink(missing_ok=True)
    key = file.read_bytes()
    return key if len(key) == _KEY_BYTES else b""
