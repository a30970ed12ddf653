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
STILL = "* { transition: none !important; animation: none !important; }"


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


# Every page is seen at both widths, in both schemes, closed and open; of every two neighbours each
# meets them in another order.
@pytest.mark.parametrize(
    ("width", "scheme", "is_open", "half"),
    [
        (390, "light", False, 0),
        (1440, "dark", True, 0),
        (390, "dark", True, 1),
        (1440, "light", False, 1),
    ],
)
def test_no_page_has_a_fault_that_axe_can_find(
    width: int,
    scheme: Any,
    is_open: bool,
    half: int,
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
        for path in pages_of(built_site)[half::2]:
            page.goto(f"{address}/{path}")
            page.add_style_tag(content=STILL)
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
