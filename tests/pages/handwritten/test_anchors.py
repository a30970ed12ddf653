"""Places within pages: every anchor that the engine makes is known, and no other."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model import Document
from generator.pages import check_documents
from generator.pages.handwritten.addresses import document_anchors
from generator.pages.handwritten.documents import read_document
from generator.reading import load_seeds

FRONT = "---\ntitle: A page\ndescription: What it says.\n---\n\n"
ARTICLE = "sources/nordwerk-2023-08-21.md"


@pytest.mark.parametrize(
    ("body", "anchors"),
    [
        ("# One & *two*\n", {"one-two"}),
        ("## Größe & **Wert**: `x`\n", {"groe-wert-x"}),
        ("## A [link](share.md)\n", {"a-link"}),
        ("## Same\n\n## Same\n", {"same", "same_1"}),
        ("Ruled\n=====\n\nAlso\n----\n", {"ruled", "also"}),
        ("```\n# no heading\n```\n\n## After ##\n", {"after"}),
        ("Just prose.\n", set()),
    ],
)
def test_headings_are_anchors_as_the_engine_makes_them(body: str, anchors: set[str]) -> None:
    page = read_document(Document(path="page.md", text=FRONT + body))
    assert document_anchors([page]) == {"page.md": anchors}


def test_a_heading_with_a_call_cannot_be_foreseen() -> None:
    body = '## In {{ period("a") }}\n'
    page = read_document(Document(path="page.md", text=FRONT + body))
    assert document_anchors([page]) == {"page.md": None}


@pytest.fixture
def found(root: Path, tmp_path: Path) -> Callable[[str], list[tuple[str, str, str]]]:
    """Findings on one link of a page of the small briefing."""
    briefing = Path(shutil.copytree(root / "tests/golden/small", tmp_path / "small"))

    def check(target: str) -> list[tuple[str, str, str]]:
        text = f"{FRONT}## What to watch\n\nA [link]({target}).\n"
        (briefing / "docs/page.md").write_text(text, encoding="utf-8")
        findings = check_documents(load_seeds(briefing))
        return [(p.code, str(p.place), p.hint) for p in findings]

    return check


@pytest.mark.parametrize(
    "target",
    [
        "#what-to-watch",
        "index.md#nordwerk",
        "facts/index.md#plan-2024",
        "facts/index.md#indicator--revenue",
        "facts/index.md#all-figures",
        "facts/index.md#rival-plan",
        "known/2024-03-04/index.md",
        "promises/index.md#promise--plan-2024",
        "open-questions/index.md#check--two-counts",
        "changes/index.md",
        f"{ARTICLE}#plan-2024",
        f"{ARTICLE}#our-summary",
        "data/index.md#data",
    ],
)
def test_a_link_to_a_place_that_is_there_passes(
    found: Callable[[str], list[tuple[str, str, str]]], target: str
) -> None:
    assert found(target) == []


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("#what-to-watc", "did you mean #what-to-watch?"),
        ("index.md#north", None),
        ("facts/index.md#plan-2025", "did you mean #plan-2024?"),
        (f"{ARTICLE}#zzz", "remove #zzz, or name a heading of that page"),
    ],
)
def test_a_link_to_a_place_that_is_not_there_is_found(
    found: Callable[[str], list[tuple[str, str, str]]], target: str, hint: str | None
) -> None:
    [(code, place, said)] = found(target)
    assert (code, place) == ("bad-url", "docs/page.md:8:10")
    assert hint is None or said.startswith(hint)


def test_every_anchor_of_the_built_site_is_known(built_site: Path, example: Path) -> None:
    seeds = load_seeds(example)
    for path, anchors in document_anchors(map(read_document, seeds.documents)).items():
        folder = built_site / path.removesuffix("index.md").removesuffix(".md")
        html = (folder / "index.html").read_text(encoding="utf-8")
        made = set(re.findall(r'<h[1-6] id="([^"]+)"', html))
        assert anchors is None or made <= anchors, path
