"""Where the panel of a figure stands on a desk, what of it never meets, and how quiet it is."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

Turn = Callable[[Page, str], AbstractContextManager[list[str]]]
Faults = Callable[[Page, Path], list[Any]]
DOOR = ".door:not([hidden])"
KINDS = (
    "",
    "passengers/",
    "facts/",
    "open-questions/",
    "promises/",
    "sources/",
    "known/",
    "changes/",
    "charts/",
)
"""A page of each kind that has figures."""
MOST_OPENED = 8
"""Figures of a page whose panel is opened."""
ON_THE_PICTURES = ".opening > figure.chart, .key-figures"
"""Pictures and tiles of the first page, which leave no margin: there it may stand over these."""
COVERED = """([door, pictures]) => {
  const box = document.querySelector(door).getBoundingClientRect();
  const walk = document.createTreeWalker(document.querySelector(".md-main"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const [node, parent] = [walk.currentNode, walk.currentNode.parentElement];
    if (!node.data.trim() || parent.closest(`svg, script, style, ${pictures}`)) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const one of range.getClientRects()) {
      const isApart = one.right <= box.left || one.left >= box.right || one.bottom <= box.top || one.top >= box.bottom;
      if (!isApart) found.push(node.data.trim());
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 844}) as context:
        yield context.new_page()


@pytest.mark.parametrize("width", [1100, 1280, 1600])
def test_on_a_desk_a_panel_stands_in_the_margin_and_covers_no_text(
    desk: Page, turn: Turn, address: str, width: int
) -> None:
    desk.set_viewport_size({"width": width, "height": 844})
    covered = []
    for kind in KINDS:
        with turn(desk, f"{address}/{kind}"):
            links = desk.locator(".md-content a.figure:visible")
            opened = min(links.count(), MOST_OPENED)
            for at in range(opened):
                link = links.nth(at)
                link.click()
                door = desk.locator(DOOR)
                expect(door).to_be_focused()
                found = desk.evaluate(COVERED, [DOOR, ON_THE_PICTURES])
                own = link.evaluate("link => link.closest('.key-figures') !== null")
                covered += [(kind, at, text) for text in found if not own]
                desk.keyboard.press("Escape")
    desk.set_viewport_size({"width": 1280, "height": 844})
    assert covered == []


def test_a_panel_never_stands_over_its_own_figure(desk: Page, turn: Turn, address: str) -> None:
    with turn(desk, f"{address}/"):
        for link in desk.locator(".md-content a.figure:visible").all():
            link.click()
            expect(desk.locator(DOOR)).to_be_focused()
            box, own = desk.locator(DOOR).bounding_box(), link.bounding_box()
            assert box
            assert own
            is_beside = own["x"] + own["width"] <= box["x"] or own["x"] >= box["x"] + box["width"]
            is_above = own["y"] + own["height"] <= box["y"] or own["y"] >= box["y"] + box["height"]
            assert is_beside or is_above
            desk.keyboard.press("Escape")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_names_of_aspects_never_meet(
    desk: Page, turn: Turn, address: str, built_site: Path, panel_faults: Faults, width: int
) -> None:
    desk.set_viewport_size({"width": width, "height": 844})
    with turn(desk, f"{address}/passengers/"):
        assert panel_faults(desk, built_site) == []
    desk.set_viewport_size({"width": 1280, "height": 844})


def test_the_names_of_aspects_are_seen_to_meet_where_they_do(
    desk: Page, turn: Turn, address: str, built_site: Path, panel_faults: Faults
) -> None:
    with turn(desk, f"{address}/passengers/"):
        desk.evaluate(
            """rule => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(rule);
              document.adoptedStyleSheets = [sheet];
            }""",
            ".asked::after { position: absolute; }",
        )
        assert panel_faults(desk, built_site)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_figure_is_large_and_first_and_nothing_of_the_theme_shines_through(
    desk: Page, turn: Turn, address: str, scheme: Any
) -> None:
    desk.emulate_media(color_scheme=scheme)
    with turn(desk, f"{address}/passengers/"):
        desk.locator(".md-content a.figure:visible").first.click()
        door = desk.locator(DOOR)
        size = "e => parseFloat(getComputedStyle(e).fontSize)"
        assert 30 <= door.locator(".fact-amount").evaluate(size) <= 36
        tops = [
            door.locator(one).first.bounding_box()
            for one in (".fact-amount", "blockquote", "figcaption")
        ]
        assert [one["y"] for one in tops if one] == sorted(one["y"] for one in tops if one)
        for part in ("details", "summary", "[data-door=close]"):
            shown = door.locator(part).first.evaluate(
                "e => (({ borderTopColor, borderLeftWidth, backgroundColor }) =>"
                " [borderTopColor, borderLeftWidth, backgroundColor])(getComputedStyle(e))"
            )
            assert not re.search(r"68, 138, 255", " ".join(shown))
            assert shown[1:] == ["0px", "rgba(0, 0, 0, 0)"], part
    desk.emulate_media(color_scheme="light")


def test_an_address_that_is_no_text_stops_no_script(desk: Page, turn: Turn, address: str) -> None:
    with turn(desk, f"{address}/facts/"):
        desk.evaluate(
            """() => {
              const link = Object.assign(document.createElement("a"), { href: "#%E0%A4%A", id: "odd" });
              link.textContent = "odd";
              document.querySelector(".md-content__inner").prepend(link);
            }"""
        )
        desk.locator("#odd").hover()
        desk.locator("#odd").click()
        desk.wait_for_url("**/facts/#%E0%A4%A")
        figure = desk.locator(".md-content a.figure:visible").first
        figure.click()
        expect(desk.locator(DOOR)).to_be_focused()
