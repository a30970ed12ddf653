"""The small briefing that tests of pages share."""

import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from generator.pipeline import assemble
from generator.publish import tree_files


@pytest.fixture
def small(root: Path, tmp_path: Path) -> Path:
    """A copy of the small briefing that a test may change."""
    return Path(shutil.copytree(root / "tests/golden/small", tmp_path / "small"))


@pytest.fixture
def composed(small: Path) -> Callable[[str], str]:
    """A page of the small briefing as it stands now, its entities decoded."""

    def page(path: str) -> str:
        assembly = assemble(small)
        assert [f"{p.place} {p.message}" for p in assembly.findings] == []
        return unescape(tree_files(assembly)[path].decode())

    return page
