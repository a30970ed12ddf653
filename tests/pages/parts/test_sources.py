"""Sources: one name each, marked where we inferred, and plain about what nobody saw."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from generator.pipeline import assemble
from generator.publish import tree_files

Composed = Callable[[str], str]
FIRST, LATER = "nordwerk-2023-08-21", "nordwerk-2024-03-04"
SIGN = '<span class="inferred" role="img" aria-label="{0}" title="{0}">*</span>'
IN_FULL = "A text of unknown origin"


def change(small: Path, old: str, new: str) -> None:
    """One line of articles.yaml, which it has once."""
    file = small / "seeds/articles.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def unknown(small: Path) -> None:
    """The later article does not say who published it."""
    change(
        small,
        "  producer: Invented Gazette\n",
        f"  producer: {IN_FULL}\n  producer_basis: unknown\n",
    )


def origin(page: str) -> dict[str, str]:
    """The rows at the head of a source's page."""
    listed = page.partition('<dl class="origin">')[2].partition("</dl>")[0]
    rows = re.findall(r"<dt>(.*?)</dt> <dd>(.*?)</dd>", listed)
    return {term: re.sub("<[^>]+>", "", said) for term, said in rows}


def panel_rows(small: Path, fact: str) -> dict[str, str]:
    """The details of a figure's panel."""
    html = json.loads(tree_files(assemble(small))[f"f/{fact}.json"])["html"]
    rows = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", unescape(html))
    return {term: re.sub("<[^>]+>", "", said) for term, said in rows}


@pytest.mark.parametrize("path", ["index.md", "open-questions/index.md", "known/index.md"])
@pytest.mark.usefixtures("unknown")
def test_a_text_without_publisher_has_one_name_everywhere(
    composed: Composed, small: Path, path: str
) -> None:
    page = composed(path)
    assert "German article, <time" in page
    assert f"{IN_FULL}, " not in page
    tree = tree_files(assemble(small))
    panel = json.loads(tree["f/plan-2024-lower.json"])
    assert panel["source"] == "German article, 4 March 2024 (date inferred)"
    assert panel["source"] in panel["citation"]["text"]
    assert panel["source"] in tree["data/facts.csv"].decode()


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("press-article", "German article"),
        ("press-release", "German press release"),
        ("company-filing", "German company filing"),
        ("official-statistics", "German statistics"),
        ("study", "German study"),
    ],
)
@pytest.mark.usefixtures("unknown")
def test_a_short_name_is_the_language_and_the_kind(
    composed: Composed, small: Path, kind: str, name: str
) -> None:
    change(small, "producer_basis: unknown", f"producer_basis: unknown\n  kind: {kind}")
    assert f"{name}, <time" in composed("index.md")


def test_an_inferred_date_has_a_mark_that_its_page_explains_once(composed: Composed) -> None:
    page = composed("index.md")
    assert "(date inferred)" not in page
    assert page.count(SIGN.format("date inferred")) > 1
    legend = re.findall(r'<p class="legend">(.*?)</p>', page)
    said = "* Inferred: the text does not state it. The page of the source says from what."
    assert [re.sub("<[^>]+>", "", one) for one in legend].count(said) == 1


def test_the_mark_stands_outside_the_link(composed: Composed) -> None:
    page = composed("index.md")
    sign = re.escape(SIGN.format("date inferred"))
    assert re.search(rf"21 August 2023</time></a>{sign}", page)
    assert not re.search(rf"<a [^>]*>(?:(?!</a>).)*{sign}", page)


def test_a_figure_with_a_doubt_is_marked_and_its_page_explains_the_mark_once(
    composed: Composed, small: Path
) -> None:
    front = "---\ntitle: Doubts\ndescription: Figures.\n---\n\n"
    calls = '{{ figure("raise-2024") }} {{ figure("delivered-2022") }}\n'
    (small / "docs/doubts.md").write_text(front + calls, encoding="utf-8")
    page = composed("doubts.md")
    assert re.findall(r'data-doubt="([a-z]+)"', page) == ["computed"]
    assert page.count("f is computed from other figures") == 1


def test_a_page_without_a_mark_explains_none(composed: Composed, small: Path) -> None:
    front = "---\ntitle: Plain\ndescription: No figure.\n---\n\n"
    (small / "docs/plain.md").write_text(f"{front}Words.\n", encoding="utf-8")
    assert 'class="legend"' not in composed("plain.md")


def test_an_inferred_publisher_has_a_mark_of_its_own(composed: Composed, small: Path) -> None:
    change(
        small, "  producer: Invented Gazette\n", "  producer: Gazette\n  producer_basis: inferred\n"
    )
    sign = SIGN.format("publisher and date inferred")
    assert re.search(
        rf"Gazette, <time [^>]*>4 March 2024</time></a>{re.escape(sign)}", composed("index.md")
    )
    assert origin(composed(f"sources/{LATER}.md"))["Publisher"] == "Gazette (inferred)"


def test_a_sources_page_says_what_nobody_saw(composed: Composed) -> None:
    first, later = (origin(composed(f"sources/{name}.md")) for name in (FIRST, LATER))
    assert first["Kind of text"] == "press article, company filing not seen"
    assert first["Original"].startswith("https://www.nordwerk.de/")
    assert first["Publisher"] == "Invented Times"
    assert later["Original"] == "address unknown"


@pytest.mark.usefixtures("unknown")
def test_a_panel_says_what_nobody_saw(small: Path) -> None:
    term = "Kind of source"
    assert panel_rows(small, "plan-2024")[term] == "press article, company filing not seen"
    assert panel_rows(small, "plan-2024-lower")[term] == (
        "press article, company filing not seen; publisher not stated; "
        "address of the original unknown"
    )


def test_where_a_filing_was_seen_nothing_says_that_none_was(
    composed: Composed, small: Path
) -> None:
    change(
        small, "  producer: Invented Gazette\n", "  producer: Nordwerk\n  kind: company-filing\n"
    )
    assert origin(composed(f"sources/{FIRST}.md"))["Kind of text"] == "press article"
    assert origin(composed(f"sources/{LATER}.md"))["Kind of text"] == "company filing"
    assert panel_rows(small, "plan-2024")["Kind of source"] == "press article"


@pytest.mark.usefixtures("unknown")
def test_a_computed_figure_says_it_of_each_of_its_sources(small: Path) -> None:
    facts = small / "seeds/facts/all.yaml"
    text = facts.read_text(encoding="utf-8")
    old = '  unit: "%"\n  formula: "{plan-2024} / {delivered-2022} - 1"\n'
    assert text.count(old) == 1
    text = text.replace(old, old.replace("delivered-2022", "delivered-2022-gazette"))
    facts.write_text(text, encoding="utf-8")
    html = json.loads(tree_files(assemble(small))["f/raise-2024.json"])["html"]
    rows = re.findall(r"<dt>Kind of source</dt><dd>(.*?)</dd>", unescape(html))
    assert rows == [
        "press article, company filing not seen (Invented Times, 21 August 2023 (date inferred))",
        (
            "press article, company filing not seen; publisher not stated; address of the "
            "original unknown (German article, 4 March 2024 (date inferred))"
        ),
    ]
