"""The small briefing, one of whose texts a test changes, and what is found then."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.pipeline import assemble


class Said(NamedTuple):
    """A finding, and the text at its place."""

    code: str
    path: str
    message: str
    at: str


Changed = Callable[[str, str, str], list[Said]]


@pytest.fixture
def small(root: Path, tmp_path: Path) -> Path:
    """A copy of the small briefing that a test may change."""
    return Path(shutil.copytree(root / "tests/golden/small", tmp_path / "small"))


@pytest.fixture
def found(small: Path) -> Callable[[], list[Said]]:
    """All findings of the briefing as it stands now."""

    def all_of_it() -> list[Said]:
        said = []
        for one in assemble(small).findings:
            data = (small / one.place.path).read_bytes()
            lines = data.decode("utf-8", "replace").splitlines() or [""]
            at = lines[one.place.line - 1][one.place.column - 1 :]
            said.append(Said(one.code, one.place.path, one.message, at))
        return said

    return all_of_it


@pytest.fixture
def changed(small: Path, found: Callable[[], list[Said]]) -> Changed:
    """The findings once a text that stands in a file is another one."""

    def change(path: str, old: str, new: str) -> list[Said]:
        file = small / path
        text = file.read_text("utf-8")
        assert text.count(old) >= 1, f"{old} does not stand in {path}"
        file.write_text(text.replace(old, new, 1), "utf-8")
        return found()

    return change
