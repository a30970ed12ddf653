"""The first screen of this briefing: proof and picture at once, the sentence below its finding."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

PANEL = ".door:not([hidden])"


@pytest.fixture(scope="module")
def home(
    own_site: Path, serve_folder: Callable[[Path], AbstractContextManager[str]], browser: Browser
) -> Iterator[Page]:
    with serve_folder(own_site) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/")
        yield page


def _box(page: Page, place: str) -> tuple[float, float, float, float]:
    found = page.locator(place).first.bounding_box()
    assert found, place
    return found["x"], found["y"], found["x"] + found["width"], found["y"] + found["height"]


@pytest.mark.parametrize(("width", "height"), [(1100, 900), (1280, 900), (1920, 1080), (1366, 660)])
def test_a_panel_leaves_the_lead_chart_to_be_seen(home: Page, width: int, height: int) -> None:
    home.set_viewport_size({"width": width, "height": height})
    left, _, _, bottom = _box(home, ".opening > .chart .chart-picture")
    links = home.locator(".opening .noted a.figure:visible").all()
    assert links
    for link in links:
        link.click()
        expect(home.locator(PANEL)).to_be_focused()
        x, y, _, _ = _box(home, PANEL)
        assert height - y >= 240  # pixels of it that are seen
        assert x >= left - 1
        if height >= 900:
            assert y >= bottom
        home.keyboard.press("Escape")


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_the_sentence_stands_below_its_finding_and_is_translated(
    home: Page, width: int
) -> None:
    home.set_viewport_size({"width": width, "height": 844})
    note = ".opening .proof-note"
    of = home.locator(f"{note} [data-fact]").get_attribute("data-fact")
    finding = _box(home, f".opening li:has(a[href$='#{of}'])")
    following = _box(home, f".opening {note} + ul li".replace(".opening .opening", ".opening"))
    _, top, _, bottom = _box(home, note)
    assert finding[3] <= top
    assert bottom <= following[1]
    assert home.locator(f"{note} .translation").is_visible()
    if width == 390:
        assert _box(home, ".opening > .chart")[1] < 844


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_no_note_ends_before_its_amount(home: Page, width: int) -> None:
    home.set_viewport_size({"width": width, "height": 844})
    start = home.url
    checked = 0
    for name in ("", "deliveries/", "revenue/", "share/", "road/"):
        home.goto(f"{start}{name}")
        for mark in home.locator(".proof-note mark").all():
            inside, around = mark.bounding_box(), mark.locator("..").bounding_box()
            assert inside
            assert around
            assert inside["y"] + inside["height"] <= around["y"] + around["height"] + 2, name
            checked += 1
    home.goto(start)
    assert checked >= 4


def test_the_strip_says_which_way_each_change_went(home: Page) -> None:
    tiles = home.locator(".key-figures > li")
    ways = {tile.locator("a.figure").first.get_attribute("href"): tile for tile in tiles.all()}
    revenue = next(tile for href, tile in ways.items() if "#revenue" in str(href))
    share = next(tile for href, tile in ways.items() if "#share-fall" in str(href))
    expect(revenue.locator(".key-compared .rose + a")).to_contain_text("48.8%")
    expect(share.locator(".key-amount .fell + a")).to_contain_text("30%")
    colours = {
        way: home.locator(f".key-figures .{way}").first.evaluate("e => getComputedStyle(e).color")
        for way in ("rose", "fell")
    }
    chart = home.evaluate(
        """() => ["--chart-2", "--chart-4"].map((name) => {
          const one = document.createElement("i");
          one.style.color = `var(${name})`;
          document.body.append(one);
          const found = getComputedStyle(one).color;
          one.remove();
          return found;
        })"""
    )
    assert [colours["rose"], colours["fell"]] == chart
