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


def ledger(briefing: Path, part: str = "") -> str:
    assembly = assemble(briefing)
    assert [f"{p.place} {p.message}" for p in assembly.findings] == []
    return unescape(tree_files(assembly)[f"facts/{part}index.md"].decode())


def test_figures_and_events_are_counted_apart(briefing: Path) -> None:
    assert (
        "\n10 facts, 1 of them replaced: 9 figures, each with the sentence or the formula that proves "
        "it, and 1 event.\n"
    ) in re.sub(r"</?data[^>]*>", "", ledger(briefing))


@pytest.mark.parametrize(("fact", "word"), [("raise-2024", "computed"), ("plan-2024", "planned")])
def test_a_computed_figure_is_not_called_reported(briefing: Path, fact: str, word: str) -> None:
    section = ledger(briefing, "2023/").partition(f'id="{fact}"')[2].partition("</section>")[0]
    assert f"<dt>Status</dt> <dd>{word}</dd>" in section


def test_the_table_dates_what_no_text_dates_as_every_other_page_does(briefing: Path) -> None:
    page = ledger(briefing, "2023/")
    row = ledger(briefing).partition('href="../facts/2023/#move-monday"')[2].partition("</tr>")[0]
    section = page.partition('id="move-monday"')[2].partition("</section>")[0]
    said = r'reported <time datetime="2023-08-21"[^>]*>on 21 August 2023</time>'
    assert re.search(f"<td>{said}</td>", row)
    assert re.search(f"<dt>Period</dt> <dd>{said}</dd>", section)
