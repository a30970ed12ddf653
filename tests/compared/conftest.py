"""A git repository of the example briefing, and what `briefing diff` says of edits in it.

Comes in: a temporary folder. Goes out: a clone whose edits a test makes.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.cli.main import main

WHO = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")


def git(folder: Path, *words: str) -> str:
    """Run git below a folder, with nothing of whoever runs the tests."""
    env = {name: os.environ[name] for name in ("PATH",)} | {
        "HOME": str(folder),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": "2025-03-01T00:00:00Z",
        "GIT_COMMITTER_DATE": "2025-03-01T00:00:00Z",
    }
    done = subprocess.run(
        ["git", *WHO, *words], cwd=folder, env=env, capture_output=True, check=True
    )
    return done.stdout.decode(errors="replace").strip()


class Repository:
    """A briefing under version control."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self._capsys = root, capsys

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace words that stand in a file once."""
        file = self.root / path
        text = file.read_bytes().decode()
        assert text.count(old) == 1, (path, old, text.count(old))
        file.write_bytes(text.replace(old, new).encode())

    def edit_article(self, name: str, old: str, new: str) -> None:
        """Replace words of an article, and record its new hash."""
        path = f"seeds/articles/{name}.txt"
        before = hashlib.sha256((self.root / path).read_bytes()).hexdigest()
        self.edit(path, old, new)
        after = hashlib.sha256((self.root / path).read_bytes()).hexdigest()
        self.edit("seeds/articles.yaml", before, after)

    def drop_fact(self, path: str, name: str) -> str:
        """Take a fact out of its file; its lines."""
        file = self.root / path
        text = file.read_text("utf-8")
        (block,) = re.findall(rf"^- id: {name}\n(?:  .*\n)*", text, re.MULTILINE)
        file.write_text(text.replace(block, ""), "utf-8")
        return block

    def commit(self, message: str = "an edit") -> None:
        git(self.root, "add", "--all")
        git(self.root, "commit", "--quiet", "--message", message)

    def git(self, *words: str) -> str:
        return git(self.root, *words)

    def run(self, *words: str) -> tuple[int, str, str]:
        """Exit code, output and messages of `briefing diff`."""
        self._capsys.readouterr()
        code = main(["diff", "--root", str(self.root), *words])
        return (code, *self._capsys.readouterr())

    def json(self, *words: str) -> dict[str, Any]:
        code, out, err = self.run(*(words or ("HEAD",)), "--format", "json")
        assert code in {0, 1}, err
        return json.loads(out) | {"code": code}

    def text(self, *words: str) -> str:
        return self.run(*(words or ("HEAD",)))[1]

    def markdown(self, *words: str) -> str:
        return self.run(*(words or ("HEAD",)), "--format", "markdown")[1]


@pytest.fixture
def recorded(
    copied_briefing: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Repository:
    """The example in its first commit, with its lock."""
    git(copied_briefing, "init", "--quiet", "--initial-branch", "main")
    repository = Repository(copied_briefing, capsys)
    repository.commit("first")
    return repository


@pytest.fixture
def repository(
    copied_briefing: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Repository:
    """The same before it was first published: no change of it needs a correction."""
    (copied_briefing / "briefing.lock").unlink()
    file = copied_briefing / "seeds/facts/passengers.yaml"
    text = file.read_text("utf-8")
    for key in ("corrections", "moved"):
        text = re.sub(rf"^{key}:\n(?:- .*\n(?:  .*\n)*)+", "", text, flags=re.MULTILINE)
    file.write_text(text, "utf-8")
    git(copied_briefing, "init", "--quiet", "--initial-branch", "main")
    repository = Repository(copied_briefing, capsys)
    repository.commit("first")
    return repository


@pytest.fixture
def run_git() -> Callable[..., str]:
    return git


@pytest.fixture
def copy_repository() -> Callable[[Path, Path], Path]:
    return lambda old, new: Path(shutil.copytree(old, new))
