"""Ten things that readers want of this site, each done on a phone from the home page in two taps.

Comes in: the built site in a browser as wide as a phone. Each task taps as a reader would, counts
the taps, and ends at the answer. Typing and scrolling are no taps.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

MOST = 2
PANEL = ".door:not([hidden])"


class Reader:
    """Somebody with a phone, whose taps are counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps = page, 0

    def tap(self, what: str | Locator) -> None:
        self.taps += 1
        place = self.page.locator(what).first if isinstance(what, str) else what
        place.scroll_into_view_if_needed()
        place.tap()

    @property
    def panel(self) -> Locator:
        return self.page.locator(PANEL)


@pytest.fixture
def reader(
    own_site: Path, serve_folder: Callable[[Path], AbstractContextManager[str]], browser: Browser
) -> Iterator[Reader]:
    """On the home page; no more than two taps may have been needed in the end."""
    with (
        serve_folder(own_site) as address,
        browser.new_context(
            viewport={"width": 390, "height": 844},
            has_touch=True,
            is_mobile=True,
            permissions=["clipboard-read", "clipboard-write"],
        ) as context,
    ):
        page = context.new_page()
        page.goto(f"{address}/")
        one = Reader(page)
        yield one
        assert 0 < one.taps <= MOST


def test_what_the_target_was_on_a_day(reader: Reader) -> None:
    reader.tap('.opening a[href$="known/"]')
    reader.page.locator("input[type=date]").fill("2025-03-01")
    expect(reader.page.locator(".day-answer")).to_contain_text("300,000 vehicles")


def test_who_says_that_the_share_fell(reader: Reader) -> None:
    reader.tap('.opening a.figure[href*="share-fall-2025-11"]')
    expect(reader.panel).to_contain_text("über 30 Prozent")
    expect(reader.panel).to_contain_text("wallstreetONLINE")


def test_revenue_as_numbers(reader: Reader) -> None:
    reader.tap('.opening a[href="revenue/"]')
    with reader.page.expect_download() as download:
        reader.tap('a[href$=".csv"]')
    rows = Path(download.value.path()).read_text("utf-8-sig").splitlines()
    column = rows[0].split(",").index("value")
    assert any(row.split(",")[column] == "109000000000" for row in rows[1:])


def test_how_to_cite_a_figure(reader: Reader) -> None:
    reader.tap('.opening a.figure[href*="delivery-target-2025"]')
    reader.tap(reader.panel.locator('[data-copy="text"]'))
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert "vehicles" in copied
    assert "18 March 2025" in copied


def test_what_disagrees(reader: Reader) -> None:
    reader.tap(".open-questions .outcome-undecided + a, .open-questions a.figure")
    expect(reader.panel).to_contain_text("Juni")


def test_what_came_last(reader: Reader) -> None:
    reader.tap("ul.latest > li a")
    expect(reader.page.locator("h1")).to_contain_text("25 November 2025")
    expect(reader.page.locator("main")).to_contain_text("more than 30%")


def test_how_to_embed_a_chart(reader: Reader) -> None:
    reader.tap(".opening a.chart-away")
    reader.tap("summary:has-text('embed')")
    expect(reader.page.locator("textarea").first).to_contain_text("<iframe")


def test_whether_a_figure_is_audited(reader: Reader) -> None:
    reader.tap('.key-figures a.figure[href*="revenue-2024-q4"]')
    expect(reader.panel).to_contain_text("company filing not seen")


def test_to_find_a_figure_in_any_spelling(reader: Reader) -> None:
    reader.tap("label[for=__search]")
    reader.page.locator(".md-search__input").fill("350.000")
    expect(reader.page.locator(".md-search-result__item").first).to_contain_text(
        re.compile(r"350[.,]000")
    )


def test_to_share_a_figure(reader: Reader) -> None:
    reader.page.evaluate("navigator.share = async (given) => { window.shared = given; }")
    reader.tap('.opening a.figure[href*="delivery-target-2025"]')
    reader.tap(reader.panel.locator("[data-share], [data-copy*='f/delivery-target']"))
    reader.page.wait_for_function(
        "window.shared || navigator.clipboard.readText().then((text) => text.includes('/f/'))"
    )
