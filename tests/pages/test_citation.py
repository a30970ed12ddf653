"""A chart's citation and embed code: whole, in their own syntax, whatever the chart is called."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from generator.model import DrawnChart
from generator.pages.citation import bibtex, cite, cite_bibtex, embed_code
from generator.pages.site import Site
from generator.publish import assemble
from generator.publish.assembly import site_of

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


def titled(site: Site, title: str) -> DrawnChart:
    return replace(site.charts["plans"], title=title)


def test_a_citation_names_title_site_date_producers_and_address(site: Site) -> None:
    chart = site.charts["plans"]
    assert cite(chart, site, site.newest, ADDRESS) == (
        "“The plan is larger than what was delivered”, Nordwerk & wheels. "
        f"Known as of 4 March 2024. After Invented Times. {ADDRESS}"
    )


def test_a_bibtex_entry_has_its_fields(site: Site) -> None:
    assert cite_bibtex(site.charts["plans"], site, site.newest, ADDRESS) == (
        "@misc{plans,\n"
        "  title = {{The plan is larger than what was delivered}},\n"
        "  author = {{Nordwerk \\& wheels}},\n"
        "  year = {2024},\n"
        "  note = {Known as of 4 March 2024},\n"
        f"  url = {{{ADDRESS}}},\n"
        "}"
    )


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_leaves_its_braces(site: Site, title: str) -> None:
    entry = cite_bibtex(titled(site, title), site, site.newest, ADDRESS)
    fields = re.findall(r"(?m)^  (\w+) = \{", entry)
    assert fields == ["title", "author", "year", "note", "url"]
    inside = bibtex(title).replace(r"\textbackslash{}", "").replace(r"\textasciitilde{}", "")
    inside = inside.replace(r"\textasciicircum{}", "")
    assert not re.search(r"(?<!\\)[{}$&#%_~^]", inside)


@pytest.mark.parametrize("title", HOSTILE)
def test_embed_code_is_one_frame_with_the_title_as_it_is(site: Site, title: str) -> None:
    frames: list[dict[str, str | None]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag == "iframe"
            frames.append(dict(attrs))

    Reader().feed(embed_code(titled(site, title), ADDRESS))
    assert [(frame["src"], frame["title"]) for frame in frames] == [(ADDRESS, title)]
