"""A project as it stood at a git revision: its sources, laid out in a folder of their own.

In: the project's root, a revision, an empty folder. Out: the same files below that folder. Only
objects are read: no checkout, index, hook, filter or network, and no setting of the repository that
would run a program. A link is laid out as one that leads nowhere, which reading refuses as it
refuses every link; a submodule is an empty folder; what is too large to be read stays too large.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.reading.disk import MEGABYTE
from generator.reading.errors import UsageError
from generator.text import shown

_SOURCES = ("seeds", "docs", "briefing.lock", "mkdocs.yml")
_LARGEST = 4 * MEGABYTE
"""A file beyond it is not read from git: reading takes none that is half as large."""
_MOST_BYTES = 500 * MEGABYTE
_MOST_FILES = 100_000
_AT_ONCE = 32 * MEGABYTE
_MOST_SAID = 300
_SAFE = (
    *("--no-pager", "--no-replace-objects", "--literal-pathspecs"),
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}"),
    *("-c", "safe.bareRepository=explicit", "-c", "protocol.allow=never"),
)
"""Said before each command: what a repository that somebody else made could set otherwise."""
_KEPT = ("PATH", "HOME", "USERPROFILE", "XDG_CONFIG_HOME", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP")
"""All of the environment that git is given: a hook's `GIT_DIR` would name another repository."""
_OWN = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}


@dataclass(frozen=True, slots=True)
class _Listed:
    """One file of a revision."""

    mode: str
    kind: str
    name: str
    """Of the object."""
    size: int
    path: str
    """Relative to the project's root."""


class _GitError(Exception):
    """Git ended with an error; it holds what git said."""


def load_revision(root: Path, revision: str, folder: Path) -> str:
    """Lays out the sources of a revision below an empty folder; the commit's full name.

    Raises:
        UsageError: there is no git, no repository, or no such revision with seeds in it.
    """
    prefix = _prefix_of(root)
    commit = _commit_of(root, revision)
    listed = [*_list_files(root, commit, prefix)]
    if not any(one.path.startswith("seeds/") for one in listed):
        message = f"{shown(revision)} has no folder {shown(prefix)}seeds/"
        hint = "run it in the project's root (or say --root DIR), and name a later revision"
        raise UsageError(message, hint)
    size = sum(one.size for one in listed if one.size <= _LARGEST)
    if size > _MOST_BYTES or len(listed) > _MOST_FILES:
        message = f"the sources of {shown(revision)} are {len(listed)} files of {size} bytes"
        hint = f"at most {_MOST_FILES} files of {_MOST_BYTES} bytes are read of a revision"
        raise UsageError(message, hint)
    try:
        _lay_out(root, listed, folder)
    except (OSError, ValueError) as error:
        message = f"the files of {shown(revision)} cannot be laid out: {shown(str(error))}"
        raise UsageError(message, "look at its names with git ls-tree -r") from error
    return commit


def _prefix_of(root: Path) -> str:
    """The project's folder within its repository, with a slash at its end; empty for the top."""
    if shutil.which("git") is None:
        raise UsageError("git is not installed", "install git: revisions are read with it")
    try:
        said = _git(root, "rev-parse", "--show-prefix")
    except (_GitError, OSError) as error:
        message, hint = f"{shown(str(root))} is in no git repository", "run it in a clone"
        if "dubious ownership" in str(error):
            message = f"git does not trust {shown(str(root.resolve()))}: somebody else owns it"
            hint = "if you do, say so: git config --global --add safe.directory FOLDER"
        raise UsageError(message, hint) from error
    return os.fsdecode(said.removesuffix(b"\n"))


def _commit_of(root: Path, revision: str) -> str:
    """The full name of a commit."""
    if revision and not revision.startswith("-") and "\0" not in revision:
        asked = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        try:
            return _git(root, "rev-parse", *asked).decode("ascii").split()[-1]
        except _GitError:
            pass
    message = f"git knows no revision {shown(revision) or '(empty)'}"
    hint = "git log and git branch --all name those that there are"
    if ".." in revision:
        first, _, last = revision.partition("..")
        last = last.removeprefix(".")
        hint = f"name the two revisions apart: briefing diff {shown(first)} {shown(last)}".rstrip()
    elif _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        message += ", and this clone has only the newest ones"
        hint = "bring the others: git fetch --unshallow; in a workflow, fetch-depth: 0 of checkout"
    raise UsageError(message, hint)


def _list_files(root: Path, commit: str, prefix: str) -> Iterator[_Listed]:
    """The sources in a commit, links and submodules among them."""
    paths = [f"{prefix}{name}" for name in _SOURCES]
    try:
        said = _git(root, "ls-tree", "-r", "-z", "--long", "--full-tree", commit, "--", *paths)
    except _GitError as error:
        raise UsageError(*_lacking(commit)) from error
    for line in said.split(b"\0")[:-1]:
        head, _, path = line.partition(b"\t")
        mode, kind, name, size = head.decode("ascii").split()
        inner = os.fsdecode(path).removeprefix(prefix)
        yield _Listed(mode, kind, name, int(size) if size.isdecimal() else 0, inner)


def _lay_out(root: Path, listed: Sequence[_Listed], folder: Path) -> None:
    """Every file below the folder; ValueError for a path that would lead out of it."""
    plain = [one for one in listed if one.kind == "blob" and one.mode != "120000"]
    small = [one for one in plain if one.size <= _LARGEST]
    for batch in _batches(small):
        for one, content in zip(batch, _contents(root, batch), strict=True):
            with _inside(folder, one.path).open("xb") as file:
                file.write(content)
    for one in plain:
        if one.size > _LARGEST:
            with _inside(folder, one.path).open("xb") as file:
                file.truncate(_LARGEST + 1)
    for one in listed:
        if one.kind == "commit":
            _inside(folder, one.path).mkdir()
        elif one.mode == "120000":
            _inside(folder, one.path).symlink_to("nowhere")


def _inside(folder: Path, path: str) -> Path:
    """Where a file goes; its folders are made."""
    parts = path.split("/")
    if {"", ".", ".."} & {*parts} or PurePosixPath(path).is_absolute():
        raise ValueError(f"no file can be called {path}")
    file = folder.joinpath(*parts)
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def _batches(listed: Iterable[_Listed]) -> Iterator[list[_Listed]]:
    """The files in order, few enough at once that they fit into memory."""
    batch, size = list[_Listed](), 0
    for one in listed:
        if batch and size + one.size > _AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append(one)
        size += one.size
    if batch:
        yield batch


def _contents(root: Path, listed: Sequence[_Listed]) -> Iterator[bytes]:
    """What the objects hold, byte for byte."""
    names = "".join(f"{one.name}\n" for one in listed).encode()
    try:
        said = _git(root, "cat-file", "--batch", given=names)
    except _GitError as error:
        raise UsageError(*_lacking(listed[0].path)) from error
    at = 0
    for one in listed:
        end = said.index(b"\n", at) if b"\n" in said[at : at + 200] else at
        if said[at:end] != f"{one.name} blob {one.size}".encode():
            raise UsageError(*_lacking(one.path))
        yield said[end + 1 : end + 1 + one.size]
        at = end + 1 + one.size + 1


def _lacking(name: str) -> tuple[str, str]:
    message = f"this clone lacks content of {shown(name)}"
    return message, "git fetch --refetch brings what a partial clone leaves out"


def _git(root: Path, *words: str, given: bytes = b"") -> bytes:
    """What a command of git prints; _GitError with what it says when it fails."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    done = subprocess.run(  # noqa: S603 - plumbing alone; what is asked for stands behind an option
        ["git", *_SAFE, *words],  # noqa: S607 - the git of whoever runs the command
        cwd=root,
        env=kept | _OWN,
        input=given,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise _GitError(done.stderr[:_MOST_SAID].decode(errors="replace"))
    return done.stdout
