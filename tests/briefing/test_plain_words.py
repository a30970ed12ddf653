"""Pages and panels say it in plain words, name sources shortly, and are plain about provenance.

Comes in: the composed pages and panels of this briefing. Goes out: one failure a page.
"""

import re
from collections.abc import Mapping
from html import unescape

import pytest

from generator.pages import compose_documents, compose_generated, compose_panels
from generator.pipeline import Assembly, default_site

pytestmark = pytest.mark.only_for("xiaomi")

JARGON = re.compile(
    r"\b(?:true of|known from|ledger|hearsay|at hand|stood from then on|leaves? open"
    r"|caveats? of the editors)\b",
    re.IGNORECASE,
)
MACHINE = re.compile(r'<[^>]*>|data-[\w-]+="[^"]*"')
NAMED_VALUE = "one of: own, attributed, self-reported, hearsay"
"""What stands in the files themselves; the page of downloads explains each."""


@pytest.fixture(scope="module")
def shown(assembly: Assembly) -> Mapping[str, str]:
    """What a reader sees of each page and panel, by its path; the handbook is for the workshop."""
    site = default_site(assembly)
    texts = {page.path: page.text for page in (*compose_documents(site), *compose_generated(site))}
    texts |= {f"panel of {name}": panel["html"] for name, panel in compose_panels(site).items()}
    return {
        path: " ".join(unescape(MACHINE.sub(" ", text)).split())
        for path, text in texts.items()
        if not path.startswith("handbook/")
    }


def test_no_page_speaks_the_words_of_the_workshop(shown: Mapping[str, str]) -> None:
    found = {path: sorted({*JARGON.findall(text)}) for path, text in shown.items()}
    data = shown["data/index.md"]
    assert found.pop("data/index.md") == ["hearsay"]
    assert NAMED_VALUE in data
    assert "nobody that it names (hearsay)" in data
    assert data.count("hearsay") == 2
    assert {path: words for path, words in found.items() if words} == {}


def test_no_page_repeats_in_words_that_a_date_is_inferred(shown: Mapping[str, str]) -> None:
    pages = {path: text for path, text in shown.items() if path.endswith(".md")}
    assert len(pages) > 20
    assert [path for path, text in pages.items() if "(date inferred)" in text] == []


def test_each_text_without_publisher_is_named_in_full_once_a_page(
    shown: Mapping[str, str], assembly: Assembly
) -> None:
    unknown = [
        one.producer for one in assembly.seeds.articles.values() if one.producer_basis == "unknown"
    ]
    for path, text in shown.items():
        # The page of a source also says it in what search engines read.
        own = path.startswith("sources/") and path != "sources/index.md"
        assert own or not path.endswith(".md") or all(text.count(one) <= 1 for one in unknown), path


def test_each_panel_of_a_figure_says_what_kind_of_text_proves_it(
    shown: Mapping[str, str], assembly: Assembly
) -> None:
    panels = {path: text for path, text in shown.items() if path.startswith("panel of ")}
    withdrawn = {f"panel of {name}" for name in assembly.book.withdrawn}
    assert len(panels) > 50
    lacking = [path for path, text in panels.items() if "Kind of source press article" not in text]
    assert {*lacking} - withdrawn == set()
