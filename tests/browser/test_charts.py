"""Charts in a browser: there without JavaScript, explored on demand by mouse, touch and keys."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

OPENED = ".chart-drawing[data-drawn]"
Turn = Callable[[Page, str], AbstractContextManager[list[str]]]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}


@pytest.fixture(scope="module", params=[PHONE, DESK], ids=["phone", "desk"])
def window(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page on a phone, and one on a desk."""
    size = request.param
    with browser.new_context(viewport=size, has_touch=size is PHONE) as context:
        yield context.new_page()


@pytest.fixture
def charts(window: Page, turn: Turn, address: str) -> Iterator[Page]:
    """The page with most charts, on a phone and on a desk; every error in it is a failure."""
    with turn(window, f"{address}/charts/"):
        yield window


def figures(page: Page) -> list[Locator]:
    return page.locator("figure.chart").all()


def bundles(page: Page) -> list[str]:
    """Every request for plotly.js from now on."""
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if "plotly" in r.url else None)
    return asked


def is_open(figure: Locator) -> bool:
    button = figure.locator(".chart-explore")
    return button.get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_every_chart_is_seen_without_javascript(
    browser: Browser, address: str, built_site: Path, size: dict[str, int]
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=size)  # type: ignore[arg-type] # a plain size
    page = context.new_page()
    pages = [f for f in built_site.rglob("index.html") if 'class="chart"' in f.read_text("utf-8")]
    assert len(pages) > 9
    for file in pages:
        page.goto(f"{address}/{file.relative_to(built_site).as_posix()}")
        for figure in figures(page):
            assert figure.locator(".chart-description").text_content()
            assert figure.locator("tbody tr").count() >= 1
            seen = figure.locator(".chart-picture svg:visible")
            assert seen.count() == 1
            box = seen.bounding_box()
            assert box is not None
            assert box["width"] > 280
            assert box["height"] > 100
            assert seen.locator("text").count() > 1
        assert page.locator(".chart-explore:visible").count() == 0
    context.close()


def test_plotly_is_fetched_once_and_only_when_asked_for(charts: Page) -> None:
    asked = bundles(charts)
    for figure in figures(charts):
        figure.scroll_into_view_if_needed()
    charts.wait_for_timeout(300)
    assert asked == []
    for figure in figures(charts):
        figure.locator(".chart-explore").click()
        figure.locator(OPENED).wait_for()
    assert len(asked) == 1


def test_the_pointer_over_the_button_begins_to_load(charts: Page) -> None:
    with charts.expect_request("**/plotly-basic-*"):
        charts.locator(".chart-explore").first.hover()
    assert charts.locator(OPENED).count() == 0


def test_a_click_explores_each_chart_without_a_jump_and_gives_it_back(charts: Page) -> None:
    # To what follows it; of the whole page not, as a picture out of view has a place of any height.
    way = "one => one.nextElementSibling.getBoundingClientRect().top - one.getBoundingClientRect().top"
    for figure in figures(charts):
        figure.locator(".chart-picture").scroll_into_view_if_needed()
        charts.wait_for_timeout(150)
        before = figure.evaluate(way)
        button = figure.locator(".chart-explore")
        button.click()
        figure.locator(OPENED).wait_for()
        assert figure.locator(".chart-picture").is_hidden()
        assert figure.evaluate(way) == before
        button.click()
        assert figure.locator(".chart-picture").is_visible()
        assert figure.locator(".chart-drawing").is_hidden()
        assert not is_open(figure)


def test_keys_open_walk_and_close_a_chart(charts: Page) -> None:
    figure = figures(charts)[0]
    button = figure.locator(".chart-explore")
    button.focus()
    charts.keyboard.press("Enter")
    figure.locator(OPENED).wait_for()
    figure.locator(OPENED).focus()
    heard = set()
    for _ in range(3):
        charts.keyboard.press("ArrowRight")
        charts.wait_for_timeout(150)
        heard.add(figure.locator("[role=status]").text_content())
    assert len(heard) == 3
    cells = figure.locator("tbody td:nth-child(2)").all_text_contents()
    assert all(any(cell in (words or "") for cell in cells) for words in heard)
    charts.keyboard.press("Escape")
    assert not is_open(figure)
    assert button.evaluate("button => button === document.activeElement")


def test_a_tap_explores_and_leaves_scrolling_alone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type] # a plain size
    page = context.new_page()
    page.goto(f"{address}/charts/")
    figure = figures(page)[0]
    figure.locator(".chart-explore").tap()
    figure.locator(OPENED).wait_for()
    assert figure.locator(OPENED).evaluate("place => place._fullLayout.dragmode") is False
    context.close()


def test_zoom_goes_in_and_shows_all_again(charts: Page) -> None:
    figure = charts.locator("#chart-revenue-and-forecast")
    figure.locator(".chart-explore").click()
    place = figure.locator(OPENED)
    place.wait_for()
    span = "place => place._fullLayout.xaxis.range.reduce((low, high) => high - low)"
    whole = place.evaluate(span)
    figure.locator("[data-zoom=in]").click()
    assert place.evaluate(span) == pytest.approx(whole / 2)
    figure.locator("[data-zoom=all]").click()
    charts.wait_for_timeout(300)
    assert place.evaluate(span) == pytest.approx(whole)


def test_an_explored_chart_takes_the_scheme_and_so_does_one_opened_after(charts: Page) -> None:
    ink = "e => getComputedStyle(e.querySelector('svg.main-svg .xtick text')).fill"
    first, second = figures(charts)[:2]
    first.locator(".chart-explore").click()
    first.locator(OPENED).wait_for()
    light = first.locator(OPENED).evaluate(ink)
    charts.locator("[data-md-component=palette] label:visible").first.click()
    changed = "old => getComputedStyle(document.querySelector('.main-svg text')).fill !== old"
    charts.wait_for_function(changed, arg=light)
    second.locator(".chart-explore").click()
    second.locator(OPENED).wait_for()
    dark = first.locator(OPENED).evaluate(ink)
    assert dark == second.locator(OPENED).evaluate(ink) != light


def test_a_picture_takes_the_scheme(charts: Page) -> None:
    ink = "e => getComputedStyle(e.querySelector('text')).fill"
    picture = figures(charts)[0].locator(".chart-picture svg:visible")
    light = picture.evaluate(ink)
    charts.locator("[data-md-component=palette] label:visible").first.click()
    assert picture.evaluate(ink) != light


def test_paper_shows_the_picture_in_the_light_colours(charts: Page) -> None:
    figure = figures(charts)[0]
    ink = "e => getComputedStyle(e.querySelector('text')).fill"
    drawn = figure.locator(".chart-picture svg:visible")
    light = drawn.evaluate(ink)
    charts.locator("[data-md-component=palette] label:visible").first.click()
    figure.locator(".chart-explore").click()
    figure.locator(OPENED).wait_for()
    charts.emulate_media(media="print")
    assert figure.locator(".chart-drawing").is_hidden()
    assert drawn.evaluate(ink) == light


def test_what_cannot_be_loaded_is_said_and_the_picture_stays(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.route("**/plotly-basic-*", lambda route: route.abort())
    page.goto(f"{address}/charts/")
    figure = figures(page)[0]
    figure.locator(".chart-explore").click()
    figure.locator("[role=status]:not(:empty)").wait_for()
    assert figure.locator(".chart-picture").is_visible()
    assert not is_open(figure)
    page.unroute("**/plotly-basic-*")
    figure.locator(".chart-explore").click()
    figure.locator(OPENED).wait_for()
    page.close()


def test_the_page_of_a_chart_completes_its_address_and_works_in_a_frame(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    own = f"{address}/charts/coverage/"
    page.goto(own)
    for text in page.locator("textarea").all():
        assert own in text.input_value()
        assert "…" not in text.input_value().replace(own, "").partition("http")[2]
    code = page.locator("#embed").input_value()
    page.close()
    page = browser.new_page()  # whose policy is not that of the site
    page.set_content(code)
    frame = page.frame_locator("iframe")
    frame.locator(".chart-picture svg:visible").wait_for()
    assert frame.locator(".provenance a").evaluate("link => link.target || link.baseURI")
    page.close()
