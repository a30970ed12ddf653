"""Charts and doors survive instant navigation, where pages are swapped in and nothing loads again."""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page
from playwright.sync_api import TimeoutError as TookTooLong

OPENED = ".chart-drawing[data-drawn]"
# Where a mouse finds the label of a point: the middles of the marks that are seen.
MARKS = """place => {
  place.scrollIntoView({ block: "center" });
  const marks = [...place.querySelectorAll(".points path, path.point")];
  const boxes = marks.map((mark) => mark.getBoundingClientRect());
  const seen = boxes.filter(({ width, height }) => width > 0 && height > 0);
  return seen.map((box) => [box.x + box.width / 2, box.y + box.height / 2]);
}"""


@pytest.fixture
def instant(
    copied_briefing: Path,
    run_briefing: Any,
    serve_folder: Callable[[Path], AbstractContextManager[str]],
    tmp_path: Path,
) -> Iterator[str]:
    """The example with instant navigation, which needs to know its own address."""
    site = tmp_path / "site"
    with serve_folder(site) as address:
        settings = copied_briefing / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        features = "theme: {features: [navigation.instant, navigation.tabs, toc.follow]}"
        settings.write_text(f"site_url: {address}/\n{features}\n{text}", encoding="utf-8")
        done = run_briefing("build", "--root", str(copied_briefing), "--site-dir", str(site))
        assert done.code == 0, done.err
        yield address


def go(page: Page, name: str) -> None:
    """Follow the first link to a page, as a click does, whatever menu it stands in."""
    page.locator(f"a[href$='{name}/']").first.evaluate("link => link.click()")
    page.locator(f"link[rel=canonical][href$='/{name}/']").wait_for(state="attached")
    page.locator("figure.chart[data-watched]").first.wait_for()


def change_scheme(page: Page, drawing: Locator) -> None:
    ink = "e => getComputedStyle(e.querySelector('.main-svg text')).fill"
    before = drawing.evaluate(ink)
    page.locator("[data-md-component=palette] label:visible").first.click()
    page.wait_for_function(
        f"([e, before]) => ({ink})(e) !== before", arg=[drawing.element_handle(), before]
    )


def has_a_label(page: Page, drawing: Locator) -> bool:
    """Whether one of the marks has a label; the bar behind a range has none."""
    for x, y in drawing.evaluate(MARKS):
        page.mouse.move(x, y, steps=3)
        with contextlib.suppress(TookTooLong):
            drawing.locator(".hoverlayer text").first.wait_for(timeout=2000)
            return True
    return False


def test_charts_and_doors_work_on_every_page_that_was_swapped_in(
    instant: str, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if "plotly" in r.url else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{instant}/")
    page.evaluate("window.stays = true")
    for name in ("passengers", "charts", "passengers"):
        go(page, name)
        assert page.evaluate("window.stays"), f"{name} was loaded anew"
        for figure in page.locator("figure.chart").all():
            figure.locator(".chart-explore").click()
            drawing = figure.locator(OPENED)
            drawing.wait_for()
            change_scheme(page, drawing)
            assert has_a_label(page, drawing), f"no label in a chart on {name}"
        page.locator(".md-content :is(p, th, td, li) a[href*='facts/2'][href*='#']").first.evaluate(
            "link => link.click()"
        )
        page.locator(".door:not([hidden])").wait_for()
        assert page.evaluate("window.stays"), f"a figure on {name} was followed"
    assert page.locator(".door").count() == 1
    go(page, "charts")
    assert page.locator(".door:not([hidden])").count() == 0
    assert len(asked) == 1
    assert wrong == []
    page.close()
