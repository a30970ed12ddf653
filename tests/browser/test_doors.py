"""A figure's door, in a real browser: it opens by mouse, key and finger, and lets everybody out."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

Turn = Callable[[Page, str], AbstractContextManager[list[str]]]
DOOR = ".door:not([hidden])"
FIGURE = ".md-content a.figure"
LONGER_THAN_IT_WAITS = 800
"""Milliseconds: after them no door opens or closes by itself any more."""


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A wide window with a mouse."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        yield context.new_page()


@pytest.fixture
def wrong() -> list[str]:
    """What a page of its own complained of."""
    return []


def opened(context: BrowserContext, address: str, wrong: list[str]) -> Page:
    page = context.new_page()
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address)
    return page


@pytest.fixture
def complaints(window: Page, turn: Turn, address: str) -> Iterator[list[str]]:
    """What the home page complained of; a test that expects complaints empties it."""
    with turn(window, f"{address}/") as said:
        yield said


@pytest.fixture
def page(window: Page, complaints: list[str]) -> Page:
    """The home page, on which nothing may go wrong."""
    return window


@pytest.fixture
def charts(window: Page, turn: Turn, address: str) -> Iterator[Page]:
    """The page with most charts, on which nothing may go wrong."""
    with turn(window, f"{address}/charts/"):
        yield window


@pytest.fixture
def facts(window: Page, turn: Turn, address: str) -> Iterator[Page]:
    """The page of all figures, on which nothing may go wrong."""
    with turn(window, f"{address}/facts/"):
        yield window


@pytest.fixture
def phone(browser: Browser, address: str, wrong: list[str]) -> Iterator[Page]:
    """The home page on a phone."""
    size: Any = {"width": 390, "height": 844}
    with browser.new_context(viewport=size, has_touch=True, is_mobile=True) as made:
        yield opened(made, f"{address}/", wrong)
    assert wrong == []


def id_of(link: Locator) -> str:
    return (link.get_attribute("href") or "").partition("#")[2]


def record_of(site: Path, fact: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((site / "f" / f"{fact}.json").read_text(encoding="utf-8"))
    return record


def computed(site: Path) -> str:
    """A figure with others in its door."""
    records = (record_of(site, file.stem) for file in sorted((site / "f").glob("*.json")))
    return next(str(one["id"]) for one in records if 'class="formula"' in one["html"])


def lies_within(page: Page) -> bool:
    return bool(
        page.locator(DOOR).evaluate(
            """door => {
              const box = door.getBoundingClientRect();
              return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
            }"""
        )
    )


def focused(page: Page) -> Any:
    return page.evaluate_handle("document.activeElement")


def has_focus(link: Locator) -> bool:
    return bool(link.evaluate("link => document.activeElement === link"))


def test_a_mouse_opens_it_and_keeps_it_open_until_it_leaves(page: Page) -> None:
    link = page.locator(FIGURE).first
    link.hover()
    door = page.locator(DOOR)
    expect(door).to_be_visible()
    expect(door.locator(".fact-amount")).to_contain_text(link.inner_text())
    assert link.get_attribute("aria-expanded") == "true"
    assert link.get_attribute("title") is None
    assert lies_within(page)
    door.hover()
    page.wait_for_timeout(LONGER_THAN_IT_WAITS)
    expect(door).to_be_visible()
    page.mouse.move(1400, 880)
    expect(door).to_have_count(0)
    assert link.get_attribute("aria-expanded") == "false"


def test_the_page_does_not_move_when_it_opens(page: Page) -> None:
    link = page.locator(FIGURE).first
    size = "[document.documentElement.scrollHeight, document.documentElement.scrollWidth, scrollY]"
    link.scroll_into_view_if_needed()
    before = page.evaluate(size)
    link.hover()
    expect(page.locator(DOOR)).to_be_visible()
    assert page.evaluate(size) == before


def test_escape_dismisses_it_while_the_mouse_stays(page: Page) -> None:
    link = page.locator(FIGURE).first
    link.hover()
    expect(page.locator(DOOR)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(DOOR)).to_have_count(0)
    page.mouse.move(*link.evaluate("e => (({x, y}) => [x + 4, y + 4])(e.getClientRects()[0])"))
    page.wait_for_timeout(LONGER_THAN_IT_WAITS)
    expect(page.locator(DOOR)).to_have_count(0)


def test_enter_leads_in_and_escape_back_to_the_link(page: Page) -> None:
    link = page.locator(FIGURE).first
    link.focus()
    page.keyboard.press("Enter")
    door = page.locator(DOOR)
    expect(door).to_be_focused()
    expect(door).to_have_attribute("role", "dialog")
    assert page.url.endswith("/")
    page.keyboard.press("Escape")
    expect(door).to_have_count(0)
    assert has_focus(link)
    page.wait_for_timeout(LONGER_THAN_IT_WAITS)
    expect(door).to_have_count(0)


def test_focus_by_key_shows_it_and_stays_on_the_link(page: Page) -> None:
    link = page.locator(FIGURE).first
    link.evaluate("link => link.focus({ focusVisible: true })")
    expect(page.locator(DOOR)).to_be_visible()
    assert has_focus(link)
    assert link.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    expect(link).to_have_attribute("aria-expanded", "false")


def test_tab_walks_through_it_and_on_after_the_link(page: Page) -> None:
    link = page.locator(FIGURE).first
    link.focus()
    page.keyboard.press("Tab")
    follows = focused(page)
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(DOOR)).to_be_focused()
    stops = page.locator(f"{DOOR} :is(a, summary, button:not([hidden]))").count()
    for _ in range(stops):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.door') !== null")
    page.keyboard.press("Tab")
    expect(page.locator(DOOR)).to_have_count(0)
    assert page.evaluate("element => element === document.activeElement", follows)


def test_shift_and_tab_lead_back_to_the_link(page: Page) -> None:
    link = page.locator(FIGURE).first
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(DOOR)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(DOOR)).to_have_count(0)
    assert has_focus(link)


def test_a_click_with_a_key_and_the_middle_button_are_the_browsers(page: Page) -> None:
    link = page.locator(FIGURE).first
    with page.context.expect_page() as other:
        link.click(modifiers=["ControlOrMeta"])
    other.value.wait_for_url(f"**/facts/*/#{id_of(link)}")
    with page.context.expect_page() as other:
        link.click(button="middle")
    other.value.wait_for_url(f"**/facts/*/#{id_of(link)}")


def test_only_one_is_open(page: Page) -> None:
    first, second = page.locator(FIGURE).first, page.locator(FIGURE).nth(1)
    first.click()
    expect(page.locator(DOOR)).to_be_focused()
    second.evaluate("link => link.click()")
    expect(second).to_have_attribute("aria-expanded", "true")
    expect(first).to_have_attribute("aria-expanded", "false")
    assert page.locator(".door").count() == 1


def test_a_figure_within_opens_in_place_with_a_way_back(facts: Page, built_site: Path) -> None:
    page, outer = facts, computed(built_site)
    page.locator(".fact h3").first.wait_for()
    page.evaluate(
        """id => {
          const link = Object.assign(document.createElement("a"), { href: `#${id}`, id: "it" });
          document.querySelector(".md-content__inner").prepend(link);
          link.textContent = "it";
        }""",
        outer,
    )
    page.locator("#it").click()
    name = page.locator(f"{DOOR} .door-name")
    name.wait_for()
    said = page.locator(f"{DOOR} .fact-amount").inner_text()
    within = page.locator(f"{DOOR} .formula a.figure").first
    inner = within.inner_text()
    within.click()
    expect(page.locator(f"{DOOR} .fact-amount")).not_to_have_text(said)
    assert inner in page.locator(f"{DOOR} .fact-amount").inner_text()
    expect(page.locator(DOOR)).to_be_focused()
    page.locator("[data-door=back]").click()
    expect(page.locator(f"{DOOR} .fact-amount")).to_have_text(said)
    expect(page.locator("[data-door=back]")).to_be_hidden()
    page.keyboard.press("Escape")
    assert has_focus(page.locator("#it"))


def test_it_leads_to_the_ledger_and_to_the_article_at_the_sentence(page: Page) -> None:
    link = page.locator(FIGURE).first
    fact = id_of(link)
    link.click()
    source = page.locator(f"{DOOR} figcaption a").first
    assert (source.get_attribute("href") or "").endswith(f"/#{fact}")
    page.locator(f"{DOOR} [data-door=ledger]").click()
    page.wait_for_url(f"**/facts/*/#{fact}")
    expect(page.locator(":target")).to_have_attribute("id", fact)


def test_link_and_citations_are_copied_with_the_sites_own_address(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = page.locator(FIGURE).first
    permalink = f"{address}/f/{id_of(link)}/"
    link.click()
    copied = {}
    for kind in (f"f/{id_of(link)}/", "text", "bibtex", "csl"):
        page.locator(f"{DOOR} [data-copy='{kind}']").click()
        expect(page.locator(f"{DOOR} [role=status]")).to_have_text("Copied")
        copied[kind] = page.evaluate("navigator.clipboard.readText()")
        page.locator(f"{DOOR} [role=status]").evaluate("status => status.textContent = ''")
    assert copied.pop(f"f/{id_of(link)}/") == permalink
    assert copied["text"].endswith(permalink)
    assert f"url = {{{permalink}}}" in copied["bibtex"]
    assert json.loads(copied["csl"])[0]["URL"] == permalink


SELECT = """element => {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
READ = """async kind => {
  const [found] = await navigator.clipboard.read();
  return await (await found.getType(kind)).text();
}"""


def copied_from(page: Page, place: Locator) -> tuple[str, str]:
    """Plain text and HTML that stand on the clipboard once a place was selected and copied."""
    with page.expect_response(lambda answer: answer.url.endswith(".json")):
        place.evaluate(SELECT)
    page.wait_for_timeout(100)
    page.keyboard.press("Control+c")
    return page.evaluate(READ, "text/plain"), page.evaluate(READ, "text/html")


def test_a_figure_that_is_copied_takes_its_source_and_address_with_it(
    page: Page, address: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = page.locator(FIGURE).first
    text, html = copied_from(page, link)
    permalink = f"{address}/f/{id_of(link)}/"
    shown = link.inner_text()
    assert text.startswith(f"{shown} (")
    assert text.endswith(f") {permalink}")
    assert re.search(r"\d{4}", text.removeprefix(shown))  # a date, and before it a name
    assert f'<a href="{permalink}">' in html
    assert shown in html.replace("&nbsp;", "\N{NO-BREAK SPACE}")


def test_what_holds_several_figures_is_copied_as_it_is(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".md-content").evaluate(SELECT)
    page.wait_for_timeout(100)
    page.keyboard.press("Control+c")
    assert "/f/" not in page.evaluate(READ, "text/plain")


def test_a_panel_is_shared_where_the_device_can(page: Page, address: str) -> None:
    link = page.locator(FIGURE).first
    link.click()
    share = page.locator(f"{DOOR} [data-door=share]")
    assert share.is_visible() == page.evaluate("!!navigator.share")
    page.locator("[data-door=close]").click()
    page.evaluate("navigator.share = said => { window.shared = said; return Promise.resolve(); }")
    link.click()
    share.click()
    shared = page.evaluate("window.shared")
    assert shared["url"] == f"{address}/f/{id_of(link)}/"
    assert shared["title"] == page.locator(f"{DOOR} .door-name").inner_text()
    assert link.inner_text() in shared["text"].replace("\N{NO-BREAK SPACE}", " ")
    expect(page.locator(DOOR)).to_be_visible()


def test_an_event_has_one(page: Page) -> None:
    link = page.locator("ol.timeline .timeline-head a").first
    link.click()
    expect(page.locator(f"{DOOR} .door-name")).to_have_text(link.inner_text())
    expect(page.locator(f"{DOOR} blockquote").first).to_be_visible()


def test_on_a_phone_a_tap_opens_a_sheet_that_fits_and_closes(phone: Page) -> None:
    link = phone.locator(FIGURE).first
    link.tap()
    door = phone.locator(DOOR)
    expect(door).to_be_visible()
    assert lies_within(phone)
    box, close = door.bounding_box(), phone.locator("[data-door=close]").bounding_box()
    assert box
    assert close
    assert box["width"] == 390
    assert box["y"] + box["height"] == 844
    assert box["height"] <= 0.7 * 844 + 1
    assert min(close["width"], close["height"]) >= 44
    assert link.evaluate("link => link.getBoundingClientRect().bottom") <= box["y"]
    phone.locator("[data-door=close]").tap()
    expect(door).to_have_count(0)
    assert has_focus(link)


def test_a_narrow_window_does_not_scroll_sideways(
    browser: Browser, address: str, built_site: Path, wrong: list[str]
) -> None:
    with browser.new_context(viewport={"width": 320, "height": 480}, has_touch=True) as made:
        page = opened(made, f"{address}/", wrong)
        page.locator(FIGURE).first.tap()
        expect(page.locator(DOOR)).to_be_visible()
        records = [record_of(built_site, file.stem) for file in (built_site / "f").glob("*.json")]
        page.locator(DOOR).evaluate(
            "(door, all) => door.innerHTML = all.join('')", [one["html"] for one in records]
        )
        widths = "e => [e.scrollWidth - e.clientWidth, document.documentElement.scrollWidth]"
        assert page.locator(DOOR).evaluate(widths) == [0, 320]
    assert wrong == []


def test_without_javascript_a_figure_is_a_link(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as made:
        page = made.new_page()
        page.goto(f"{address}/")
        fact = id_of(page.locator(FIGURE).first)
        page.locator(FIGURE).first.click()
        page.wait_for_url(f"**/facts/*/#{fact}")
        section = page.locator(f"[id='{fact}']")
        links = section.locator(".fact-cite a")
        expect(links).to_have_count(3)
        for link, says in zip(
            links.all(), ("Known as of", "@misc{", '"type": "webpage"'), strict=True
        ):
            href = link.get_attribute("href") or ""
            assert says in page.request.get(urljoin(page.url, href)).text()


def test_a_door_that_cannot_be_fetched_leaves_the_link(page: Page, complaints: list[str]) -> None:
    page.route("**/f/*.json", lambda route: route.abort())
    link = page.locator(FIGURE).first
    fact = id_of(link)
    link.click()
    page.wait_for_url(f"**/facts/*/#{fact}")
    assert all("ERR_FAILED" in said for said in complaints)
    complaints.clear()


def test_paper_shows_no_door(page: Page) -> None:
    page.locator(FIGURE).first.click()
    expect(page.locator(DOOR)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(DOOR)).not_to_be_visible()


def test_the_script_stays_small(root: Path) -> None:
    assert (root / "generator/publish/assets/door.js").stat().st_size < 12_700


def test_a_label_of_a_picture_opens_the_door_of_its_figure(charts: Page, address: str) -> None:
    page = charts
    labels = page.locator(".chart-wide text[data-fact]")
    assert labels.count() > 1
    for label in labels.all():
        facts = {link.partition("#")[2] for link in hrefs(label)}
        assert label.get_attribute("data-fact") in facts
    label = labels.first
    label.click()
    door = page.locator(DOOR)
    expect(door).to_be_focused()
    fact = label.get_attribute("data-fact") or ""
    expect(door.locator("[data-door=ledger]")).to_have_attribute(
        "href", re.compile(rf"/facts/\d+/#{fact}$")
    )
    assert lies_within(page)
    assert page.locator(".chart-picture [tabindex]").count() == 0


def test_a_mark_of_a_picture_is_a_link_that_opens_the_door_of_its_figure(charts: Page) -> None:
    page = charts
    mark = page.locator(".chart-wide svg a").first
    fact = mark.get_attribute("data-fact") or "?"
    assert (mark.get_attribute("href") or "").endswith(f"#{fact}")
    assert mark.get_attribute("aria-label")
    mark.focus()
    page.keyboard.press("Enter")
    door = page.locator(DOOR)
    expect(door).to_be_focused()
    ledger = re.compile(rf"/facts/\d+/#{fact}$")
    expect(door.locator("[data-door=ledger]")).to_have_attribute("href", ledger)
    page.keyboard.press("Escape")
    expect(mark).to_be_focused()


def hrefs(label: Locator) -> list[str]:
    """Where the rows of the table below the picture lead."""
    found: list[str] = label.evaluate(
        "e => [...e.closest('figure').querySelectorAll('tbody a')].map(link => link.href)"
    )
    return found


def test_a_point_of_an_explored_chart_opens_the_door_of_its_figure(
    charts: Page, address: str
) -> None:
    page = charts
    chart = page.locator("figure.chart").first
    chart.locator(".chart-explore").click()
    drawing = chart.locator(".chart-drawing[data-drawn]")
    drawing.wait_for()
    first = drawing.evaluate(
        "place => place.data.find(({ customdata }) => customdata).customdata[0]"
    )
    bar = drawing.locator(".points path, path.point").first
    bar.evaluate("one => one.scrollIntoView({ block: 'center' })")  # not below the masthead
    box = bar.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=3)
    drawing.locator(".hoverlayer text").first.wait_for()
    page.mouse.down()
    page.mouse.up()
    ledger = page.locator(f"{DOOR} [data-door=ledger]")
    expect(ledger).to_have_attribute("href", re.compile(rf"/facts/\d+/#{first}$"))
    expect(page.locator(DOOR)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(DOOR)).to_have_count(0)
    assert chart.locator(".chart-explore").get_attribute("aria-pressed") == "true"
    assert has_focus(drawing)
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    page.keyboard.press("Enter")
    expect(page.locator(DOOR)).to_be_focused()
    assert lies_within(page)


def test_a_figure_says_what_it_opens_and_the_panel_has_a_heading(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}/")
    link = page.locator(FIGURE).first
    expect(link).to_have_accessible_description("opens its sentence")
    link.click()
    panel = page.locator(DOOR)
    named = panel.get_by_role("heading", level=2)
    expect(panel).to_have_accessible_name(named.inner_text())
    page.close()
