"""Any day: what was known then and what was reported of it only later, in one step from the page, without a server."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

Turn = Callable[[Page, str], AbstractContextManager[list[str]]]
KNOWN, LATER = "section[aria-labelledby=day-known]", "section[aria-labelledby=day-later]"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        yield context.new_page()


def _ids(page: Page, part: str) -> set[str]:
    hrefs = page.eval_on_selector_all(
        f"{part} .day-list > li > a.figure", "all => all.map(one => one.href)"
    )
    return {href.partition("#")[2] for href in hrefs}


def _choose(page: Page, day: str) -> None:
    page.fill("#known-on", day)
    page.locator(".day-answer").wait_for()


def test_a_day_is_answered_in_two_taps_from_the_first_page(
    page: Page, turn: Turn, address: str
) -> None:
    with turn(page, f"{address}/"):
        page.set_viewport_size({"width": 1280, "height": 800})
        page.locator(".as-of a").click()
        _choose(page, "2024-06-01")
        assert _ids(page, KNOWN)
        page.wait_for_url("**/known/?on=2024-06-01")
        page.set_viewport_size({"width": 390, "height": 844})


def test_each_day_has_what_the_ledger_says_of_it(
    page: Page, turn: Turn, address: str, built_site: Path
) -> None:
    rows = json.loads((built_site / "data/facts.json").read_bytes())
    rows = [row for row in rows if row["status"] != "withdrawn" and row["known_from"]]
    by_id = {row["id"]: row for row in rows}
    days = sorted(
        {row["known_from"] for row in rows if len(row["known_from"]) == len("2024-01-01")}
    )
    assert len(days) > 2
    with turn(page, f"{address}/known/"):
        for day in ["1999-12-31", *days]:
            _choose(page, day)
            page.wait_for_function(
                "day => document.querySelector('.day-said').textContent.includes(day)", arg=day[:4]
            )
            known = {
                row["id"]
                for row in rows
                if row["known_from"] <= day
                and not (
                    row["revised_by"]
                    and max(row["known_from"], by_id[row["revised_by"]]["known_from"]) <= day
                )
            }
            later = {
                row["id"]
                for row in rows
                if row["known_from"] > day
                and (row["period_start"] or "") <= day <= (row["period_end"] or "9999")
            }
            assert (_ids(page, KNOWN), _ids(page, LATER)) == (known, later), day


def test_no_day_shows_first_what_was_reported_later(
    page: Page, turn: Turn, address: str, built_site: Path
) -> None:
    rows = {
        row["id"]: row
        for row in json.loads((built_site / "data/facts.json").read_bytes())
        if row["revised_by"]
    }
    known_from = {row["id"]: row["known_from"] for row in rows.values()}
    assert known_from
    with turn(page, f"{address}/known/"):
        for day in [*known_from.values(), "2023-01-01"]:
            page.goto(f"{address}/known/?on={day}")
            page.locator(".day-answer").wait_for()
            headings = page.eval_on_selector_all(".day-answer h2", "all => all.map(one => one.id)")
            assert headings == ["day-known", "day-later"]
            words = page.locator(KNOWN).inner_text()
            assert "eplaced by" not in words  # what came later is not known yet
    with turn(page, f"{address}/known/?on=2023-01-01"):
        page.locator(".day-answer").wait_for()
        page.locator("a[href='#day-later']").click()
        assert page.locator("#day-later").is_visible()


def test_the_answer_is_announced_and_a_figure_opens_its_sentence(
    page: Page, turn: Turn, address: str
) -> None:
    with turn(page, f"{address}/known/?on=2024-06-01"):
        page.locator(".day-answer").wait_for()
        said = page.locator(".day-said")
        assert said.get_attribute("role") == "status"
        assert said.inner_text().startswith("1 June 2024: ")
        page.locator(f"{KNOWN} a.figure").first.click()
        page.locator(".door :is(blockquote, .formula)").first.wait_for()


def test_what_was_known_on_a_date_is_a_file(page: Page, turn: Turn, address: str) -> None:
    with turn(page, f"{address}/known/?on=2024-06-01"):
        page.locator(".day-answer").wait_for()
        file = page.locator(".day-last a").last.get_attribute("href")
        text = page.request.get(f"{address}/known/{file}").text()
        rows = list(csv.DictReader(io.StringIO(text)))
        assert _ids(page, KNOWN) <= {row["id"] for row in rows}
        assert all(row["known_from"] <= "2024-06-01" for row in rows if row["known_from"])


def test_a_day_that_means_nothing_shows_the_dates(page: Page, turn: Turn, address: str) -> None:
    for asked in ("soon", "2024-13-40", "<img>"):
        with turn(page, f"{address}/known/?on={asked}"):
            assert page.locator(".timeline.dates li").first.is_visible()
            assert not page.locator(".day-answer").is_visible()


def test_without_a_script_the_page_lists_its_dates(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/known/")
        assert page.locator(".timeline.dates li").first.is_visible()
        assert not page.locator(".day-form").is_visible()
