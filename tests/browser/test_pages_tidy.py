"""Small things of pages that a careful eye sees: contents, links, names, headings, print."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

Turn = Callable[[Page, str], AbstractContextManager[list[str]]]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        yield context.new_page()


@pytest.mark.parametrize("path", ["open-questions/", "data/", "facts/2024/", "promises/"])
def test_a_long_page_has_its_contents_as_a_line_behind_its_lead(
    page: Page, turn: Turn, address: str, path: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 844})
    with turn(page, f"{address}/{path}"):
        assert page.locator(".md-sidebar--secondary").count() == 0
        sections = page.locator(".md-content h2").count()
        listed = page.locator("nav.contents li")
        assert (listed.count() > 3) == (sections > 3)
        if sections > 3:
            box = page.locator("nav.contents").bounding_box()
            lead = page.locator(".md-content__inner p:visible").first.bounding_box()
            first = page.locator(".md-content h2").first.bounding_box()
            assert box
            assert lead
            assert first
            assert lead["y"] < box["y"] < first["y"]
            marker = "e => getComputedStyle(e).listStyleType"
            assert listed.first.evaluate(marker) == "none"
    page.set_viewport_size({"width": 390, "height": 844})


@pytest.mark.parametrize("width", [320, 390])
def test_the_name_of_the_briefing_is_whole_on_a_phone(
    page: Page, turn: Turn, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    with turn(page, f"{address}/"):
        cut = """e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1
          || e.getBoundingClientRect().bottom > 48"""
        assert not page.locator(".md-header__topic .md-ellipsis").first.evaluate(cut)
    page.set_viewport_size({"width": 390, "height": 844})


def test_a_link_to_all_figures_does_not_look_like_a_figure(
    page: Page, turn: Turn, address: str
) -> None:
    style = "e => getComputedStyle(e).textDecorationStyle"
    with turn(page, f"{address}/404.html"):
        links = page.locator("ul.not-found a")
        assert {link.evaluate(style) for link in links.all()} == {"solid"}
    with turn(page, f"{address}/facts/2024/"):
        assert page.locator("a[href='../']:visible").first.evaluate(style) == "solid"
    with turn(page, f"{address}/passengers/"):
        assert page.locator("a[href*='facts/'][href*='#']").first.evaluate(style) == "dotted"


def test_the_address_of_a_figure_shows_the_heading_above_it_whole(
    page: Page, turn: Turn, address: str, built_site: Path
) -> None:
    with turn(page, f"{address}/f/passenger-target-2024/"):
        page.wait_for_url("**/#passenger-target-2024")
        page.wait_for_timeout(300)
        bar = page.locator(".md-header").bounding_box()
        summary = page.locator("details:has(> #passenger-target-2024) > summary").bounding_box()
        assert bar
        assert summary
        assert summary["y"] >= bar["y"] + bar["height"]
        for heading in page.locator(".md-content h2").all():
            box = heading.bounding_box()
            assert box
            is_hidden = box["y"] + box["height"] <= bar["height"] + 8  # its own leading
            assert is_hidden or box["y"] >= bar["height"]


def test_both_ways_of_the_foot_have_words_on_a_phone(page: Page, turn: Turn, address: str) -> None:
    with turn(page, f"{address}/passengers/"):
        for way in page.locator(".md-footer__link").all():
            assert way.locator(".md-footer__title").is_visible()


def test_on_paper_a_note_number_stands_apart_from_the_next_cell(
    page: Page, turn: Turn, address: str
) -> None:
    page.set_viewport_size({"width": 760, "height": 900})
    with turn(page, f"{address}/passengers/"):
        page.emulate_media(media="print")
        places = page.eval_on_selector_all(
            "td.amount a.figure[data-note]",
            "all => all.map(e => getComputedStyle(e, '::after').position)",
        )
        assert set(places) <= {"static"}
        described = page.locator(".chart-picture ~ .chart-data")
        assert not any(one.is_visible() for one in described.all())
    page.set_viewport_size({"width": 390, "height": 844})
