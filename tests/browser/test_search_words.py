"""The search finds whole words as readers see them, follows what no key types, and says what it found."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

Turn = Callable[[Page, str], AbstractContextManager[list[str]]]
RESULT = ".md-search-result__item"
_INLINE = {"a", "abbr", "b", "bdi", "code", "data", "del", "em", "i", "ins", "mark", "q", "span", "strong", "sub", "sup", "time"}  # fmt: skip


@pytest.fixture
def page(browser: Browser, turn: Turn, address: str) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        opened = context.new_page()
        with turn(opened, f"{address}/"):
            yield opened


def _search(page: Page, words: str) -> list[str]:
    """Where the results lead, after the words came as a paste does: at once and without a key."""
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill("")
    page.keyboard.insert_text(words)
    page.locator(RESULT).first.wait_for()
    found: list[str] = page.eval_on_selector_all(
        f"{RESULT} > a", "all => all.map(one => new URL(one.href).pathname)"
    )
    return found


def test_what_is_pasted_is_searched_at_once(page: Page) -> None:
    assert _search(page, "passenger target")


def test_what_was_found_is_announced(page: Page) -> None:
    _search(page, "passenger target")
    said = page.locator(".md-search-result__meta")
    assert said.get_attribute("role") == "status"
    assert re.search(r"\d", said.inner_text())


@pytest.mark.parametrize(
    ("words", "to"),
    [("download", "/data/"), ("csv", "/data/"), ("embed", "/data/"), ("audited", "/sources/")],
)
def test_a_word_that_means_a_page_leads_to_it(page: Page, words: str, to: str) -> None:
    assert _search(page, words)[0] == to


def test_a_figure_is_found_in_other_spellings_and_shown_in_ours(page: Page) -> None:
    found = _search(page, "850k")
    assert any(path.startswith("/facts/") for path in found)
    shown = page.locator(".md-search-result__list").inner_text()
    assert "850 thousand" not in shown
    assert "\u2063" not in shown


class _Words(HTMLParser):
    """The words of a page as they are read: apart at the ends of whatever is no part of a line."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.text.append("" if tag in _INLINE else " ")

    def handle_endtag(self, tag: str) -> None:
        self.text.append("" if tag in _INLINE else " ")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_no_word_of_the_index_is_two_words_of_the_page(built_site: Path) -> None:
    index = json.loads((built_site / "search/search_index.json").read_bytes())
    checked = 0
    for entry in index["docs"]:
        reader = _Words()
        file = built_site / entry["location"].partition("#")[0] / "index.html"
        reader.feed(file.read_text(encoding="utf-8"))
        read = set("".join(reader.text).split())
        indexed = _Words()
        indexed.feed(entry["text"])
        found = set("".join(indexed.text).split())
        assert found <= read, (entry["location"], sorted(found - read))
        checked += len(found)
    assert checked > 1000
