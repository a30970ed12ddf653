"""An article's page: where its numbers and quotations stand, and what rests on it."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.ledger import articles_of, coverage_counts
from generator.pages.handwritten.compose import articles_behind
from generator.pages.site import Site
from generator.pipeline import assemble, site_of

Composed = Callable[[str], str]
FIRST, LATER = "nordwerk-2023-08-21", "nordwerk-2024-03-04"


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    """The small briefing."""
    return site_of(assemble(root / "tests/golden/small"), "en")


def part(page: str, heading: str) -> str:
    """What stands below a heading of a page."""
    return page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def test_quotations_say_where_they_stand_in_the_file(composed: Composed, site: Site) -> None:
    page = part(composed(f"sources/{FIRST}.md"), "Quotations")
    text = site.book.articles[FIRST].text
    spans = [(int(a), int(b)) for a, b in re.findall(r"characters (\d+)–(\d+)", page)]
    assert spans == sorted(spans)
    around = re.compile(r'<span class="around">[^<]*</span>')
    quoted = re.findall(r"<p>“(.*?)”</p>", around.sub("", page))
    assert [text[start - 1 : end] for start, end in spans] == [
        re.sub("</?mark>", "", words) for words in quoted
    ]


def test_the_strip_has_a_tick_for_each_number_at_its_place(composed: Composed, site: Site) -> None:
    article = site.book.articles[FIRST]
    strip = (
        composed(f"sources/{FIRST}.md").partition('<div class="strip">')[2].partition("</div>")[0]
    )
    ticks = re.findall(r'<rect class="part-(covered|ignored|open)" x="(\d+)"', strip)
    mentions = [covered.mention for covered in site.book.coverage[FIRST]]
    assert [int(x) for _, x in ticks] == [
        round(1000 * m.start / len(article.text)) for m in mentions
    ]
    counts = coverage_counts(site.book.coverage[FIRST])
    assert [[kind for kind, _ in ticks].count(k) for k in ("covered", "ignored", "open")] == [
        *counts
    ]


def test_the_bar_divides_as_the_words_say(composed: Composed) -> None:
    page = composed(f"sources/{FIRST}.md")
    widths = re.findall(r'width="(\d+)" height="10"', page)
    words = re.findall(r'<li class="part-\w+"><data value="(\d+)"', page)
    assert [round(1000 * int(n) / sum(map(int, words))) for n in words if n != "0"] == [
        *map(int, widths)
    ]


@pytest.mark.parametrize("article", [FIRST, LATER])
def test_an_article_names_all_that_rests_on_it(
    article: str, composed: Composed, site: Site
) -> None:
    used = part(composed(f"sources/{article}.md"), "Where it is used")
    derived = {
        entry.fact.id
        for entry in site.book.entries.values()
        if entry.fact.formula and article in articles_of(site.book, entry)
    }
    charts = {chart.id for chart in site.charts.values() if article in chart.articles}
    assert set(re.findall(r"facts/\d+/#([\w-]+)", used)) == derived
    assert set(re.findall(r"charts/([\w-]+)/", used)) == charts
    assert ('<a href="../../">' in used) == (
        article in articles_behind(site.seeds.documents[0], site)
    )


def test_a_page_and_its_articles_name_each_other(small: Path, composed: Composed) -> None:
    front = "---\ntitle: Plain\ndescription: Figures.\n---\n\n"
    calls = '{{ figure("plan-2024") }}, then {{ figure("plan-2024-lower") }}.\n'
    (small / "docs/plain.md").write_text(front + calls, encoding="utf-8")
    lines = composed("plain.md").splitlines()
    (end,) = [line for line in lines if line.startswith('<p class="page-sources">')]
    assert "Sources of this page:" in end
    assert re.findall(r"sources/([\w-]+)/", end) == [FIRST, LATER]
    for article in (FIRST, LATER):
        assert '<a href="../../plain/">Plain</a>' in composed(f"sources/{article}.md")


def test_a_page_without_figures_has_no_sources(small: Path, composed: Composed) -> None:
    front = "---\ntitle: Plain\ndescription: No figure.\n---\n\n"
    (small / "docs/plain.md").write_text(f"{front}Words.\n", encoding="utf-8")
    assert "page-sources" not in composed("plain.md")


def test_sources_that_the_prose_names_are_not_repeated(small: Path, composed: Composed) -> None:
    front = "---\ntitle: Plain\ndescription: A figure.\n---\n\n"
    body = '{{ figure("plan-2024") }} ({{ source("nordwerk-2023-08-21") }}).\n'
    (small / "docs/plain.md").write_text(front + body, encoding="utf-8")
    assert "Sources of this page" not in composed("plain.md")
    (small / "docs/plain.md").write_text(front + '{{ figure("plan-2024") }}.\n', encoding="utf-8")
    assert "Sources of this page" in composed("plain.md")


def test_the_dateline_is_listed_as_the_articles_own_date(small: Path, composed: Composed) -> None:
    file, records = small / "seeds/articles/nordwerk.txt", small / "seeds/articles.yaml"
    before = file.read_bytes()
    after = b"Nordhafen, 21. August 2023\n\n" + before
    file.write_bytes(after)
    old, new = (hashlib.sha256(one).hexdigest() for one in (before, after))
    records.write_text(records.read_text("utf-8").replace(old, new), "utf-8")
    listed = part(composed(f"sources/{FIRST}.md"), "Left out, and why")
    assert re.findall(r"<q [^>]*>([^<]*)</q>.*?<br> ([^<]*)<", listed) == [
        ("21. August 2023", "The article’s own date."),
        ("N7", "The name of a model."),
    ]
