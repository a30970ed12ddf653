"""The pages of this briefing in a browser: they fit, draw, say no error, ask nobody, bar nobody."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => {
    const found = await axe.run({resultTypes: ["violations"]});
    return found.violations.flatMap((rule) => rule.nodes.map((node) => [rule.id, node.target.join(" ")]));
}"""
STILL = """() => {
    const still = new CSSStyleSheet();
    still.replaceSync("* { transition: none !important; animation: none !important; }");
    document.adoptedStyleSheets.push(still);
}"""


# Every page on a phone; on a desk those of the first level, since the others are alike. Of every two
# neighbours axe sees one on a phone and one on a desk: the styles are those of the example.
@pytest.mark.parametrize(
    ("width", "scheme", "depth", "half"), [(390, "dark", 9, 0), (1440, "light", 1, 1)]
)
def test_every_page_fits_draws_its_charts_and_has_no_fault(
    width: int,
    scheme: Any,
    depth: int,
    half: int,
    own_site: Path,
    serve_folder: Callable[[Path], AbstractContextManager[str]],
    browser: Browser,
) -> None:
    files_of_pages = own_site.rglob("index.html")
    stays = (one for one in files_of_pages if 'http-equiv="refresh"' not in one.read_text("utf-8"))
    found = [file.relative_to(own_site).as_posix() for file in stays]
    paths = sorted(p for p in found if p.count("/") <= depth and not p.startswith("f/"))
    # The pages below are those of the example with other words.
    for_axe = [path for path in paths if path.count("/") <= 1][half::2]
    wrong: list[Any] = []
    asked: set[str] = set()
    with (
        serve_folder(own_site) as address,
        browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        ) as context,
    ):
        context.add_init_script(AXE)
        page = context.new_page()
        page.on("console", lambda said: wrong.append(said.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
        for path in paths:
            page.goto(f"{address}/{path.removesuffix('index.html')}")
            page.evaluate(STILL)
            if path in for_axe:
                wrong += [(path, fault) for fault in page.evaluate(RUN)]
            for figure in page.locator("figure.chart:has(.chart-drawing)").all():
                for button in figure.locator(".chart-explore").all():
                    button.click()
                # Drawn, or said that it could not be.
                said = figure.locator(".chart-status:not(:empty), .chart-drawing svg.main-svg")
                said.first.wait_for(state="attached")
                wrong += [
                    (path, failed)
                    for failed in figure.locator(".chart-status").all_inner_texts()
                    if failed
                ]
            page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append((path, "wider than the window"))
    assert wrong == []
    assert asked == {urlsplit(address).netloc}


def test_the_first_screen_of_a_phone_has_three_findings_and_the_top_of_the_lead_chart(
    own_site: Path,
    serve_folder: Callable[[Path], AbstractContextManager[str]],
    browser: Browser,
) -> None:
    with (
        serve_folder(own_site) as address,
        browser.new_context(viewport={"width": 390, "height": 844}) as context,
    ):
        page = context.new_page()
        page.goto(f"{address}/")
        findings = page.locator(".opening li")
        assert all(len(one.inner_text().split()) <= 20 for one in findings.all())
        boxes = [one.bounding_box() for one in findings.all()]
        assert len(boxes) == 3
        assert max(box["y"] + box["height"] for box in boxes if box) <= 844
        chart = page.locator(".opening figure.chart .chart-picture").bounding_box()
        assert chart
        assert chart["y"] < 844


@pytest.mark.parametrize("width", [390, 1280])
def test_in_no_panel_do_names_of_aspects_meet(
    width: int,
    own_site: Path,
    serve_folder: Callable[[Path], AbstractContextManager[str]],
    browser: Browser,
    panel_faults: Callable[[Page, Path], list[Any]],
) -> None:
    with (
        serve_folder(own_site) as address,
        browser.new_context(viewport={"width": width, "height": 844}) as context,
    ):
        page = context.new_page()
        page.goto(f"{address}/deliveries/")
        assert panel_faults(page, own_site) == []


def test_the_answer_for_a_day_has_at_most_sixty_tab_stops(
    own_site: Path,
    serve_folder: Callable[[Path], AbstractContextManager[str]],
    browser: Browser,
) -> None:
    with serve_folder(own_site) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/known/?on=2025-11-26")
        page.locator(".day-list a").nth(50).wait_for()
        stops = 0
        while stops <= 60:
            page.keyboard.press("Tab")
            if not page.evaluate("document.activeElement.closest('body > *') !== null"):
                break
            stops += 1
        assert 20 < stops <= 60
        page.locator(".day-list a[tabindex='0']").first.focus()
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.matches('.day-list a[tabindex=\"0\"]')")


def test_on_a_phone_no_table_scrolls_sideways_and_on_a_desk_no_date_breaks(
    own_site: Path,
    serve_folder: Callable[[Path], AbstractContextManager[str]],
    browser: Browser,
) -> None:
    paths = ("", "deliveries/", "revenue/", "share/", "road/", "facts/", "known/2025-11-25/")
    open_all = "document.querySelectorAll('details').forEach((one) => { one.open = true; }) ?? 0"
    wide = """[...document.querySelectorAll(".table-scroll")]
      .filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent.slice(0, 80))"""
    broken = """[...document.querySelectorAll(".md-content td time:not([data-period*='/'])")]
      .filter((one) => one.getClientRects().length > 1).map((one) => one.textContent)"""
    left = """[...document.querySelectorAll(".table-scroll .amount")]
      .filter((one) => getComputedStyle(one).textAlign !== "right").map((one) => one.textContent)"""
    wrong: list[Any] = []
    with serve_folder(own_site) as address:
        for width in (390, 1280):
            with browser.new_context(viewport={"width": width, "height": 844}) as context:
                page = context.new_page()
                for path in paths:
                    page.goto(f"{address}/{path}")
                    page.evaluate(open_all)
                    wrong += page.evaluate(wide)
                    if width > 390:
                        wrong += [*page.evaluate(broken), *page.evaluate(left)]
    assert wrong == []
