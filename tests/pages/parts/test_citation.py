"""Citations and embed code: whole, in their own syntax, whatever the title."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from generator.model import DrawnChart, Period
from generator.pages.links import Links
from generator.pages.parts.citation import (
    bibtex,
    citation_texts,
    cite,
    cite_bibtex,
    cite_csl,
    cited_chart,
    cited_figure,
)
from generator.pages.parts.parts import PageParts
from generator.pages.sharing.embedding import embed_code
from generator.pages.site import Site
from generator.pipeline import assemble, site_of

ADDRESS = "https://example.org/charts/plans/"
HOSTILE = [
    "50 % of {all} & more_than # that",
    r"\input{secrets} \\ ~ ^ $x$",
    '"><script>alert(1)</script>',
    "}} , url = {https://evil.example}",
]


@pytest.fixture
def site(small):  # type: ignore[no-untyped-def]
    return site_of(assemble(small), "en")


@pytest.fixture
def parts(site: Site) -> PageParts:
    return PageParts(site, Links("index.md"))


def titled(site: Site, title: str) -> DrawnChart:
    return replace(site.charts["plans"], title=title)


def test_a_citation_names_title_site_date_producers_and_address(site: Site) -> None:
    assert cite(cited_chart(site.charts["plans"], site), site) == (
        "“The plan is larger than what was delivered”, Nordwerk & wheels. "
        "Known as of 4 March 2024. After Invented Times. https://…/charts/plans/"
    )


def test_a_figure_is_cited_with_period_amount_and_dated_articles(
    site: Site, parts: PageParts
) -> None:
    cited = cited_figure(site.book.entries["revenue-2023-q2"], parts)
    assert cite(cited, site) == (
        "“Revenue, Q2 2023: about 2.5\N{NO-BREAK SPACE}billion\N{NO-BREAK SPACE}EUR”, "
        "Nordwerk & wheels. Known as of 4 March 2024. "
        "After Invented Times, 21 August 2023 (date inferred). https://…/f/revenue-2023-q2/"
    )


def test_an_event_is_cited_with_its_period_once(site: Site, parts: PageParts) -> None:
    cited = cited_figure(site.book.entries["factory-opened"], parts)
    assert cited.title == "A new factory opens, May 2023"


def test_a_bibtex_entry_has_its_fields(site: Site) -> None:
    assert cite_bibtex(cited_chart(site.charts["plans"], site), site) == (
        "@misc{plans,\n"
        "  title = {{The plan is larger than what was delivered}},\n"
        "  author = {{Nordwerk \\& wheels}},\n"
        "  year = {2024},\n"
        "  note = {Known as of 4 March 2024. After Invented Times},\n"
        "  url = {https://…/charts/plans/},\n"
        "}"
    )


def test_reference_managers_get_title_author_date_note_and_address(site: Site) -> None:
    assert cite_csl(cited_chart(site.charts["plans"], site), site) == [
        {
            "id": "plans",
            "type": "webpage",
            "title": "The plan is larger than what was delivered",
            "author": [{"literal": "Nordwerk & wheels"}],
            "container-title": "Nordwerk & wheels",
            "issued": {"date-parts": [[2024, 3, 4]]},
            "note": "Known as of 4 March 2024. After Invented Times",
            "URL": "https://…/charts/plans/",
        }
    ]


@pytest.mark.parametrize(
    ("edtf", "known"),
    [("2024-03-04", [2024, 3, 4]), ("2024-03", [2024, 3]), ("2024", [2024]), ("2024-Q3", [2024])],
)
def test_a_citation_is_dated_no_finer_than_the_ledger(
    site: Site, monkeypatch: pytest.MonkeyPatch, edtf: str, known: list[int]
) -> None:
    monkeypatch.setattr(Site, "newest", Period.parse(edtf))
    (item,) = cite_csl(cited_chart(site.charts["plans"], site), site)
    assert item["issued"] == {"date-parts": [known]}


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_leaves_its_braces(site: Site, title: str) -> None:
    entry = cite_bibtex(cited_chart(titled(site, title), site), site)
    fields = re.findall(r"(?m)^  (\w+) = \{", entry)
    assert fields == ["title", "author", "year", "note", "url"]
    inside = bibtex(title).replace(r"\textbackslash{}", "").replace(r"\textasciitilde{}", "")
    inside = inside.replace(r"\textasciicircum{}", "")
    assert not re.search(r"(?<!\\)[{}$&#%_~^]", inside)


@pytest.mark.parametrize("title", HOSTILE)
def test_citations_in_csl_are_json_whatever_the_title(site: Site, title: str) -> None:
    texts = citation_texts(cited_chart(titled(site, title), site), site)
    assert json.loads(texts["csl"])[0]["title"] == title


@pytest.mark.parametrize("title", HOSTILE)
def test_embed_code_is_one_frame_with_the_title_as_it_is(site: Site, title: str) -> None:
    frames: list[dict[str, str | None]] = []
    tags: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append(tag)
            if tag == "iframe":
                frames.append(dict(attrs))

    Reader().feed(embed_code(titled(site, title), ADDRESS))
    assert [(frame["src"], frame["title"]) for frame in frames] == [(ADDRESS, title)]
    assert tags == ["iframe", "script"]
