"""Notes that only paper shows: a number a figure, and what each number leads to."""

import re
from html import unescape
from itertools import chain
from pathlib import Path

import pytest

from generator.pipeline import assemble
from generator.publish import tree_files


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, str]:
    tree = tree_files(assemble(root / "tests/golden/small"))
    return {path: text.decode() for path, text in tree.items() if path.endswith(".md")}


def marks(page: str) -> dict[str, set[str]]:
    """By figure, the numbers at it."""
    found: dict[str, set[str]] = {}
    link = r'class="figure"(?: data-note="(\d+)")? href="[^"#]*facts/(?:\d+/)?#([a-z0-9-]+)"'
    for number, name in re.findall(link, page):
        found.setdefault(name, set()).add(number)
    return found


def notes(page: str) -> list[str]:
    listed = re.search(r'<section class="print-notes".*?</section>', page, re.DOTALL)
    assert listed, page[-200:]
    return [unescape(note) for note in re.findall(r"<li>(.*?)</li>", listed[0])]


def test_a_figure_has_one_number_on_a_page_and_its_note_names_its_address(
    pages: dict[str, str],
) -> None:
    marked = {path: marks(page) for path, page in pages.items() if not path.startswith("facts/")}
    assert sum(map(len, marked.values())) > 20
    for path, figures in marked.items():
        listed = notes(pages[path])
        assert len(listed) == len(figures), path
        for name, numbers in figures.items():
            (number,) = numbers
            assert listed[int(number) - 1].endswith(f" f/{name}/"), path


def test_a_note_names_its_source(pages: dict[str, str]) -> None:
    listed = notes(pages["index.md"])
    sign = '<span class="inferred" role="img" aria-label="date inferred"'
    assert any(
        f"Invented Times, 21 August 2023{sign}" in re.sub(r"</?time[^>]*>", "", note)
        for note in listed
    )
    assert any(": computed ·" in note for note in listed)


def test_the_ledger_needs_no_notes_and_every_page_names_the_briefing(pages: dict[str, str]) -> None:
    for path in ("facts/index.md", "facts/2023/index.md"):
        assert {*chain.from_iterable(marks(pages[path]).values())} == {""}
        assert notes(pages[path]) == []
    for path, page in pages.items():
        assert 'Known as of <time datetime="2024-03-04">4 March 2024</time>' in unescape(
            page[page.rindex("<section") :]
        ), path


def test_no_screen_and_no_search_shows_them(pages: dict[str, str]) -> None:
    for page in pages.values():
        assert '<section class="print-notes" data-search-exclude hidden>' in page
