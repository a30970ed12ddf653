"""No word stands on another: cells of tables, on every screen and on paper."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

Turn = Callable[[Page, str], AbstractContextManager[list[str]]]
SCREENS = (390, 720, 1024, 1280, 1920)
PAPER = 673
"""Pixels between the margins of A4."""
PAGES = ("facts/", "passengers/", "known/2024-03-05/", "data/")
MEET = """() => {
  const boxes = (cell) => {
    const range = document.createRange();
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walk.nextNode()) {
      range.selectNodeContents(walk.currentNode);
      if (walk.currentNode.data.trim()) found.push(...range.getClientRects());
    }
    return found.filter(({ width }) => width);
  };
  const meets = (one, other) =>
    one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1;
  const found = [];
  for (const row of document.querySelectorAll("table tr")) {
    if (!row.checkVisibility()) continue;
    const cells = [...row.cells].map((cell) => [cell.textContent.trim(), boxes(cell)]);
    for (const [at, [text, own]] of cells.entries())
      for (const [other, theirs] of cells.slice(at + 1))
        if (own.some((one) => theirs.some((its) => meets(one, its)))) found.push([text, other]);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


def _met(page: Page, width: int, media: Any = "screen") -> list[list[str]]:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media=media)
    found: list[list[str]] = page.evaluate(MEET)
    return found


@pytest.mark.parametrize("path", PAGES)
def test_no_cell_runs_into_the_next(page: Page, turn: Turn, address: str, path: str) -> None:
    with turn(page, f"{address}/{path}"):
        found = {width: _met(page, width) for width in SCREENS}
        found[0] = _met(page, PAPER, "print")
        assert {width: met for width, met in found.items() if met} == {}


def test_a_cell_that_runs_into_the_next_is_seen(page: Page, turn: Turn, address: str) -> None:
    with turn(page, f"{address}/facts/"):
        page.evaluate(
            """() => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync("td time { white-space: nowrap !important; }");
              document.adoptedStyleSheets = [sheet];
            }"""
        )
        assert _met(page, 1280)
