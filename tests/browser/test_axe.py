"""axe-core finds no fault on any page: two widths, both schemes, details and doors closed and open."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => {
    const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const found = await axe.run({runOnly: rules, resultTypes: ["violations"]});
    return found.violations.flatMap((rule) => rule.nodes.map((node) => [rule.id, node.target.join(" ")]));
}"""
OPEN = "document.querySelectorAll('details').forEach((one) => { one.open = true; }) ?? 0"
STILL = """() => {
    const still = new CSSStyleSheet();
    still.replaceSync("* { transition: none !important; animation: none !important; }");
    document.adoptedStyleSheets.push(still);
}"""


def pages_of(site: Path) -> list[str]:
    """Every page that a reader can land on, but not the permalinks, which only forward."""
    found = (file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return sorted(path.removesuffix("index.html") for path in found if not path.startswith("f/"))


def open_all(page: Page) -> None:
    """Opens every detail, and the door of the first figure that is in sight."""
    page.evaluate(OPEN)
    figure = page.locator("a.figure:visible").first
    if page.locator(".md-content").count() and figure.count():
        figure.click()
        page.locator(".door:not([hidden])").wait_for()


def faults_of(page: Page) -> list[Any]:
    found: list[Any] = page.evaluate(RUN)
    return found


def pages_for(turn: int, site: Path) -> list[str]:
    """Every second page; of those below a page, which are alike, every fourth."""
    pages = pages_of(site)
    alike = [path for path in pages if path.count("/") > 1]
    others = [path for path in pages if path not in alike]
    return [*others[turn % 2 :: 2], *alike[turn::4]]


def test_pages_of_a_kind_take_every_turn(built_site: Path) -> None:
    turns = [pages_for(turn, built_site) for turn in range(4)]
    assert {path for one in turns for path in one} == {*pages_of(built_site)}
    for kind in ("known/", "sources/", "charts/"):
        assert all(any(path.startswith(kind) and path != kind for path in one) for one in turns)


# Every page is seen at both widths, in both schemes, closed and open; of every two neighbours each
# meets them in another order. Pages of a kind share these ways among them.
@pytest.mark.parametrize(
    ("width", "scheme", "is_open", "turn"),
    [
        (390, "light", False, 0),
        (1440, "dark", True, 2),
        (390, "dark", True, 1),
        (1440, "light", False, 3),
    ],
)
def test_no_page_has_a_fault_that_axe_can_find(
    width: int,
    scheme: Any,
    is_open: bool,
    turn: int,
    address: str,
    built_site: Path,
    browser: Browser,
) -> None:
    wrong: list[tuple[str, Any]] = []
    size = {"width": width, "height": 900}
    with browser.new_context(
        viewport=size, color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        context.add_init_script(AXE)
        page = context.new_page()
        for path in pages_for(turn, built_site):
            page.goto(f"{address}/{path}")
            page.evaluate(STILL)
            if is_open:
                open_all(page)
            wrong += [(path, fault) for fault in faults_of(page)]
    assert not wrong


def test_axe_finds_what_is_wrong(page: Page) -> None:
    page.set_content("<html><body><img src='x'><p style='color: #eee'>pale</p></body></html>")
    page.evaluate(AXE)
    assert {"image-alt", "color-contrast", "html-has-lang"} <= {
        fault[0] for fault in faults_of(page)
    }
