"""The theme's program comes at the first sign of life, and who is faster than it misses nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route, expect

PROGRAM = "**/assets/javascripts/bundle.*.js"
IS_THERE = "window.document$ !== undefined"
SEEN = """() => [...document.querySelectorAll("body *")].flatMap((one) => {
  if (!one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return [];
  const { x, y, width, height } = one.getBoundingClientRect();
  const { color, backgroundColor } = getComputedStyle(one);
  if (!width || !height) return [];
  return [[one.tagName, x, y, width, height, color, backgroundColor].join(" ")];
})"""
SCHEME = "document.body.dataset.mdColorScheme"
SWITCH = "[data-md-component=palette] label:visible"
TOUCHES: dict[str, Callable[[Page], object]] = {
    "a mouse": lambda page: page.mouse.move(200, 300),
    "a key": lambda page: page.keyboard.press("Shift"),
    "the focus": lambda page: page.evaluate("document.querySelector('.md-content a').focus()"),
    "scrolling": lambda page: page.evaluate("scrollTo(0, 300)"),
    "a click": lambda page: page.evaluate("document.querySelector('h1').click()"),
    "another place": lambda page: page.evaluate("location.hash = 'x'"),
}


def until(page: Page, expression: str) -> None:
    """Waits for it to hold; the policy lets the page itself ask for nothing again and again."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(expression)


class Held:
    """The theme's program on its way: how often it was asked for, and when it may arrive."""

    def __init__(self) -> None:
        self.asked: list[Route] = []

    def ask(self, route: Route) -> None:
        """Notes that it is asked for, and lets it wait."""
        self.asked.append(route)

    def arrive(self, page: Page) -> None:
        """Lets it arrive and run."""
        for _ in range(100):  # a busy machine asks late
            page.wait_for_timeout(50)
            if self.asked:
                break
        self.asked[-1].continue_()
        until(page, IS_THERE)
        page.wait_for_timeout(400)  # it closes things 125 ms later


@contextmanager
def opened(
    browser: Browser, address: str, width: int, scheme: str = "light", held: Held | None = None
) -> Iterator[Page]:
    """A page as a first visitor has it, that complains of nothing."""
    size = {"width": width, "height": 844}
    with browser.new_context(viewport=size, color_scheme=scheme, has_touch=width < 500) as context:
        page = context.new_page()
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        if held:
            page.route(PROGRAM, held.ask)
        page.goto(address)
        yield page
        assert wrong == []


@contextmanager
def slow(browser: Browser, address: str, width: int) -> Iterator[tuple[Page, Held]]:
    """A page, and the theme's program that comes when it is let."""
    held = Held()
    with opened(browser, address, width, held=held) as page:
        yield page, held


@pytest.mark.parametrize("name", TOUCHES)
def test_whatever_a_reader_does_first_brings_the_program_once(
    address: str, browser: Browser, name: str
) -> None:
    with opened(browser, f"{address}/passengers/", 1280) as page:
        page.wait_for_load_state("networkidle")
        assert not page.evaluate(IS_THERE)
        with page.expect_request(PROGRAM):
            TOUCHES[name](page)
        until(page, IS_THERE)
        page.mouse.move(400, 500)
        page.keyboard.press("Shift")
        page.wait_for_timeout(200)
        loaded = "[...document.scripts].filter((one) => one.src.includes('bundle')).length"
        assert page.evaluate(loaded) == 1


def test_a_finger_brings_it_too(address: str, browser: Browser) -> None:
    with opened(browser, f"{address}/passengers/", 390) as page, page.expect_request(PROGRAM):
        page.touchscreen.tap(200, 500)


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
@pytest.mark.parametrize("path", ["", "passengers/", "facts/", "404.html", "data/"])
def test_nothing_moves_or_changes_its_colour_when_it_comes(
    address: str, browser: Browser, path: str, width: int, scheme: str
) -> None:
    with opened(browser, f"{address}/{path}", width, scheme) as page:
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(300)
        before = page.evaluate(SEEN)
        page.evaluate("dispatchEvent(new Event('pointermove'))")
        until(page, IS_THERE)
        page.wait_for_timeout(300)
        after = page.evaluate(SEEN)
        assert before
        assert [one for one in after if one not in before] == []
        assert len(after) == len(before)


@pytest.mark.parametrize(("system", "scheme"), [("light", "default"), ("dark", "slate")])
def test_a_first_visitor_has_the_colours_of_the_system_and_a_button_for_others(
    address: str, browser: Browser, system: str, scheme: str
) -> None:
    with opened(browser, f"{address}/", 390, system) as page:
        assert page.evaluate(SCHEME) == scheme
        expect(page.locator(SWITCH)).to_have_count(1)
        assert not page.evaluate(IS_THERE)


@pytest.mark.parametrize("way", ["tap", "Enter"])
def test_a_switch_of_colours_before_the_program_holds(
    address: str, browser: Browser, way: str
) -> None:
    with slow(browser, f"{address}/", 390) as (page, held):
        if way == "tap":
            page.locator(SWITCH).tap()
            assert page.evaluate(SCHEME) == "slate"
        else:
            page.locator("#__palette_0").focus()
            page.keyboard.press("Enter")
        held.arrive(page)
        assert page.evaluate(SCHEME) == "slate"
        expect(page.locator(SWITCH)).to_have_count(1)
        page.unroute(PROGRAM)
        page.goto(f"{address}/passengers/")
        assert page.evaluate(SCHEME) == "slate"
        assert not page.evaluate(IS_THERE)
        page.locator(SWITCH).tap()
        assert page.evaluate(SCHEME) == "default"
        until(page, IS_THERE)
        assert page.evaluate(SCHEME) == "default"
        page.locator(SWITCH).tap()
        assert page.evaluate(SCHEME) == "slate"


@pytest.mark.parametrize("place", ["", "#at-a-place"])
def test_a_tap_on_the_search_opens_it_and_what_is_typed_is_searched(
    address: str, browser: Browser, place: str
) -> None:
    with slow(browser, f"{address}/charts/{place}", 390) as (page, held):
        page.locator(".md-header__button[for=__search]").tap()
        page.locator(".md-search__input:focus").wait_for()
        page.keyboard.type("passenger tar")
        held.arrive(page)
        assert page.locator("#__search").is_checked()
        page.keyboard.type("get")
        page.locator(".md-search-result__item").first.wait_for()
        assert page.locator(".md-search__input").input_value() == "passenger target"


@pytest.mark.parametrize("key", ["s", "f", "/"])
def test_a_key_opens_the_search_and_what_is_typed_is_searched(
    address: str, browser: Browser, key: str
) -> None:
    with slow(browser, f"{address}/charts/", 1280) as (page, held):
        page.keyboard.press(key)
        page.keyboard.type("passenger target")
        page.keyboard.press("Enter")
        held.arrive(page)
        page.locator(".md-search-result__item").first.wait_for()
        assert page.locator(".md-search__input").input_value() == "passenger target"
        assert "?" not in page.url
        page.keyboard.press("Escape")
        assert not page.locator("#__search").is_checked()


def test_a_search_that_was_left_again_is_closed(address: str, browser: Browser) -> None:
    with slow(browser, f"{address}/charts/", 1280) as (page, held):
        page.keyboard.press("s")
        page.wait_for_timeout(50)
        expect(page.locator("#__search")).to_be_checked()
        page.keyboard.press("Escape")
        assert not page.locator("#__search").is_checked()
        held.arrive(page)
        assert not page.locator("#__search").is_checked()


def test_a_key_that_turns_the_page_turns_it(address: str, browser: Browser) -> None:
    with slow(browser, f"{address}/passengers/", 1280) as (page, held):
        page.keyboard.press("n")
        page.wait_for_timeout(50)
        with page.expect_navigation():
            held.asked[-1].continue_()
        assert page.url != f"{address}/passengers/"


def test_the_menu_that_was_opened_stays_open(address: str, browser: Browser) -> None:
    with slow(browser, f"{address}/passengers/#at-a-place", 390) as (page, held):
        page.locator(".md-header__button[for=__drawer]").tap()
        held.arrive(page)
        assert page.locator("#__drawer").is_checked()


def test_a_program_that_did_not_come_is_asked_for_again(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{address}/")
    asked: list[Route] = []

    def lose_first(route: Route) -> None:
        asked.append(route)
        if len(asked) == 1:
            route.fulfill(status=404)
        else:
            route.continue_()

    page.route(PROGRAM, lose_first)
    with page.expect_response(PROGRAM):
        page.evaluate("dispatchEvent(new Event('pointermove'))")
    page.wait_for_timeout(100)
    page.evaluate("dispatchEvent(new Event('pointermove'))")
    until(page, IS_THERE)
    assert len(asked) == 2
    page.close()


def test_a_link_to_what_is_folded_unfolds_it(address: str, browser: Browser) -> None:
    with opened(browser, f"{address}/facts/2024/", 1280) as page:
        places = page.evaluate(
            "[...document.querySelectorAll('details:not([open]) [id]')].map((one) => one.id)"
        )
        assert places
        page.goto("about:blank")
        page.goto(f"{address}/facts/2024/#{places[0]}")
        until(page, IS_THERE)
        until(page, f"document.getElementById({places[0]!r}).closest('details').open")


def test_the_focus_stays_marked(address: str, browser: Browser) -> None:
    with slow(browser, f"{address}/", 1280) as (page, held):
        for _ in range(2):
            page.keyboard.press("Tab")
        marked = "getComputedStyle(document.activeElement).outlineStyle"
        before = page.evaluate(marked)
        held.arrive(page)
        assert before != "none"
        assert page.evaluate(marked) != "none"


def test_on_paper_what_is_folded_stands_open_and_is_folded_afterwards(
    address: str, browser: Browser
) -> None:
    with opened(browser, f"{address}/passengers/", 1280) as page:
        closed = "document.querySelectorAll('.md-content details:not([open])').length"
        before = page.evaluate(closed)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert before
        assert page.evaluate(closed) == 0
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.evaluate(closed) == before
