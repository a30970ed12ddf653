"""The page of all figures: what its first sentence counts, and what it says of a computed one."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from generator.pipeline import assemble
from generator.publish import tree_files


@pytest.fixture
def briefing(root: Path, tmp_path: Path) -> Path:
    """A copy of the small briefing."""
    return Path(shutil.copytree(root / "tests/golden/small", tmp_path / "small"))


def ledger(briefing: Path) -> str:
    assembly = assemble(briefing)
    assert [f"{p.place} {p.message}" for p in assembly.findings] == []
    return unescape(tree_files(assembly)["facts/index.md"].decode())


def test_figures_and_events_are_counted_apart(briefing: Path) -> None:
    assert (
        "\n10 facts: 9 figures, each with the sentence or the formula that proves it, and 1 event.\n"
    ) in re.sub(r"</?data[^>]*>", "", ledger(briefing))


@pytest.mark.parametrize(("fact", "word"), [("raise-2024", "computed"), ("plan-2024", "planned")])
def test_a_computed_figure_is_not_called_reported(briefing: Path, fact: str, word: str) -> None:
    section = ledger(briefing).partition(f'id="{fact}"')[2].partition("</section>")[0]
    assert f"<dt>Status</dt><dd>{word}</dd>" in section
