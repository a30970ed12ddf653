"""A chart within another site's article, in a real browser: nothing is cut at any width of a column."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

WIDTHS = (320, 360, 480, 640, 800)
ROOM = 2.2
"""So much more than a width needs may the code ask for at most: it asks for the worst of all."""
NEEDED = "frame => Math.ceil(frame.contentDocument.documentElement.getBoundingClientRect().height)"
PAPER = "() => getComputedStyle(document.body).backgroundColor"


@pytest.fixture(scope="module")
def article(browser: Browser) -> Iterator[Page]:
    """A page of another site, read in the dark."""
    with browser.new_context(color_scheme="dark") as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def charts(built_site: Path) -> list[str]:
    """The ids of all charts."""
    return sorted(page.parent.name for page in built_site.glob("charts/*/index.html"))


def code_of(article: Page, address: str, chart: str) -> str:
    """What a reader copies."""
    article.goto(f"{address}/charts/{chart}/")
    return article.locator("#embed").input_value()


def embed(article: Page, address: str, code: str, width: int) -> None:
    """The code in a column so wide."""
    article.goto(f"{address}/robots-none.txt")
    article.set_viewport_size({"width": width, "height": 900})
    article.set_content(f"<!doctype html><body style='margin:0;background:#fff'>{code}")
    article.frame_locator("iframe").locator(".provenance").wait_for()


def without_script(code: str) -> str:
    return code.partition("<script>")[0]


def test_nothing_is_cut_at_any_width(article: Page, address: str, charts: list[str]) -> None:
    assert len(charts) >= 7
    for chart in charts:
        code = code_of(article, address, chart)
        for width in WIDTHS:
            embed(article, address, without_script(code), width)
            frame = article.locator("iframe")
            given, needed = frame.evaluate("frame => frame.clientHeight"), frame.evaluate(NEEDED)
            assert needed <= given <= needed * ROOM, (chart, width)
            assert frame.evaluate("frame => frame.clientWidth") == width
            wide = frame.evaluate(
                "frame => frame.contentDocument.documentElement.scrollWidth - frame.clientWidth"
            )
            assert wide <= 0, (chart, width)


def test_the_frame_is_as_high_as_its_page_and_follows_it(
    article: Page, address: str, charts: list[str]
) -> None:
    code = code_of(article, address, charts[0])
    exact = "frame => frame.clientHeight === Math.ceil(frame.contentDocument.documentElement.getBoundingClientRect().height)"
    for width in WIDTHS:
        embed(article, address, code, width)
        article.wait_for_function(f"({exact})(document.querySelector('iframe'))")
    low = article.locator("iframe").evaluate(NEEDED)
    article.frame_locator("iframe").locator(".chart-data summary").click()
    article.wait_for_function(f"document.querySelector('iframe').clientHeight > {low}")
    article.wait_for_function(f"({exact})(document.querySelector('iframe'))")


def test_a_message_of_another_page_moves_no_frame(
    article: Page, address: str, charts: list[str]
) -> None:
    embed(article, address, code_of(article, address, charts[0]), 640)
    frame = article.locator("iframe")
    height = frame.evaluate("frame => frame.clientHeight")
    for said in ("{briefingHeight: 50}", "{briefingHeight: 'x'}", "'text'", "null", "{}"):
        article.evaluate(f"postMessage({said}, '*')")
    article.wait_for_timeout(100)
    assert frame.evaluate("frame => frame.clientHeight") == height


def test_a_frame_is_light_unless_the_address_asks(
    article: Page, address: str, charts: list[str]
) -> None:
    code = code_of(article, address, charts[0])
    own = f"charts/{charts[0]}/"
    papers = {}
    for theme in ("", "?theme=light", "?theme=dark", "?theme=auto", "?theme=red"):
        embed(article, address, code.replace(f'{own}"', f'{own}{theme}"'), 640)
        papers[theme] = article.frames[1].evaluate(PAPER)
    light, dark = papers[""], papers["?theme=dark"]
    assert light != dark
    assert papers["?theme=light"] == papers["?theme=red"] == light
    assert papers["?theme=auto"] == dark  # the reader's own scheme
    article.goto(f"{address}/{own}")
    assert article.evaluate(PAPER) == dark


def test_a_frame_has_no_border(article: Page, address: str, charts: list[str]) -> None:
    embed(article, address, code_of(article, address, charts[0]), 640)
    style = article.locator("iframe").evaluate("frame => getComputedStyle(frame).borderStyle")
    assert style == "none"


def test_the_page_of_a_chart_offers_to_share_where_the_device_can(
    browser: Browser, address: str, charts: list[str]
) -> None:
    page = browser.new_page()
    page.goto(f"{address}/charts/{charts[0]}/")
    page.evaluate("document.querySelector('.share-line').hidden === !navigator.share || fail()")
    page.add_init_script(
        "navigator.share = (said) => { window.shared = said; return Promise.resolve(); }"
    )
    page.goto(f"{address}/charts/{charts[0]}/?theme=dark")
    page.locator(".share").click()
    shared = page.evaluate("window.shared")
    assert shared == {
        "title": page.locator("h1").inner_text(),
        "url": f"{address}/charts/{charts[0]}/",
    }
    page.close()
