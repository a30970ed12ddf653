"""The table of all facts in a real browser: it finds, filters, sorts, and says so in its address."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

Serve = Callable[[Path], AbstractContextManager[str]]
ROWS = ".facts-table tbody tr:not([hidden])"
SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => { window.shifted += one.value; }))
  .observe({ type: "layout-shift", buffered: true });"""


@pytest.fixture
def facts(page: Page, address: str) -> Page:
    page.goto(f"{address}/facts/")
    return page


def rows(page: Page) -> list[str]:
    """Ids of the facts that the table shows."""
    found: list[str] = page.eval_on_selector_all(
        ROWS, "rows => rows.map(row => row.querySelector('a').hash.slice(1))"
    )
    return found


def sections(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        "section.fact:not([hidden])", "all => all.map(one => one.id)"
    )
    return found


def find(page: Page, typed: str) -> list[str]:
    page.fill("#facts-find", typed)
    page.press("#facts-find", "Enter")
    return rows(page)


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        *((one, "delivery-target-2025") for one in ("350000", "350.000", "350,000", "350 000", "350.0", "350 Tsd.", "350k")),
        *((one, "revenue-2024-q4") for one in ("109 billion", "109 Mrd", "109 Mrd.", "109 Milliarden", "109 miljard", "109bn", "109 bil")),
        *((one, "share-fall-2025-11") for one in ("30 %", "30%", "30 percent", "30 Prozent", "-30 %")),
        *((one, "car-sales-2025-07") for one in ("2025-07", "July 2025", "Juli 2025", "monatsrekord", "rund", "MONTHLY record")),
        *((one, "revenue-2024-q4") for one in ("moesing", "wallstreetonline", "Einnahmen", "109 2024")),
    ],
)  # fmt: skip
def test_a_fact_is_found_however_it_is_typed(facts: Page, typed: str, fact: str) -> None:
    found = find(facts, typed)
    assert fact in found
    assert len(found) < facts.locator(".facts-table tbody tr").count()


def test_a_numeral_is_not_found_within_another(facts: Page) -> None:
    assert find(facts, "30 %") == ["share-fall-2025-11"]
    assert find(facts, "50000") == []


def test_what_is_typed_shows_at_once_and_stands_in_the_address(facts: Page) -> None:
    facts.locator("#facts-find").press_sequentially("350.000")
    facts.wait_for_url("**/facts/?find=350.000")
    total = facts.locator(".facts-table tbody tr").count()
    assert (
        facts.locator(".facts-count output").inner_text() == f"{len(rows(facts))} of {total} facts"
    )
    assert set(sections(facts)) == set(rows(facts))
    hidden = facts.locator("h2[id^=indicator--]:visible").count()
    assert hidden <= len(rows(facts))


def test_nothing_found_is_said_and_reset_gives_all_back(facts: Page) -> None:
    every = rows(facts)
    assert find(facts, "no such thing") == []
    assert facts.locator(".facts-none").is_visible()
    facts.locator(".facts-tools button[type=reset]").click()
    facts.wait_for_url("**/facts/")
    assert rows(facts) == every
    assert not facts.locator(".facts-none").is_visible()
    assert facts.locator("#facts-find").input_value() == ""


@pytest.mark.parametrize("name", ["indicator", "status", "article", "year", "language", "basis"])
def test_a_filter_parts_the_facts(facts: Page, name: str) -> None:
    select = facts.locator(f"#facts-{name}")
    total = len(rows(facts))
    values = select.locator("option").evaluate_all("all => all.map(one => one.value)")
    assert values[0] == ""
    seen: set[str] = set()
    for value in values[1:]:
        select.select_option(value)
        assert 0 < len(rows(facts)) < total, value
        seen |= set(rows(facts))
    assert len(seen) == total


def test_a_link_restores_search_filter_and_order(page: Page, address: str) -> None:
    for name in ("q", "find"):
        page.goto(f"{address}/facts/?{name}=2025&status=target&sort=-value&unknown=1")
        assert rows(page) == [
            "delivery-target-raise-2025",
            "delivery-target-2025",
            "delivery-target-2025-original",
        ]
        assert page.locator("[aria-sort=descending]").inner_text().startswith("Figure")
        assert page.locator("#facts-status").input_value() == "target"
        # The theme’s own search, which listens to ?q= too, stays shut.
        assert not page.locator("[data-md-toggle=search]").is_checked()


@pytest.mark.parametrize("query", ["status=<img>&sort=constructor&year=%00&find=", "sort=-", "status=target'\"", "%E0%A4%A&sort=__proto__", "#%E0%A4%A"])  # fmt: skip
def test_an_address_that_means_nothing_changes_nothing(
    page: Page, address: str, query: str
) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{address}/facts/?{query}")
    assert len(rows(page)) == page.locator(".facts-table tbody tr").count()
    assert wrong == []


def test_a_figure_that_the_address_names_is_always_shown(page: Page, address: str) -> None:
    page.goto(f"{address}/facts/?find=zzz#delivery-target-2025")
    assert sections(page) == ["delivery-target-2025"]
    assert page.locator("#delivery-target-2025").is_visible()
    assert page.locator("#indicator--delivery-target").is_visible()


def test_a_head_sorts_up_then_down_then_as_before(facts: Page) -> None:
    as_before = rows(facts)
    head = facts.locator("th[data-column=period]")
    times = "rows => rows.map(row => row.cells[2].querySelector('time').dateTime)"
    head.locator("button").focus()
    facts.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    upwards = facts.eval_on_selector_all(ROWS, times)
    assert upwards == sorted(upwards)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    downwards = facts.eval_on_selector_all(ROWS, times)
    assert downwards == sorted(upwards, reverse=True)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") is None
    assert rows(facts) == as_before


def test_values_are_sorted_within_their_unit(facts: Page) -> None:
    facts.locator("th[data-column=value] button").click()
    found = facts.eval_on_selector_all(
        ROWS,
        "rows => rows.map(row => [row.dataset.basis === 'event', row.dataset.unit, parseFloat(row.querySelector('data').value)])",
    )
    units = [unit for is_event, unit, _ in found if not is_event]
    assert [is_event for is_event, *_ in found] == sorted(is_event for is_event, *_ in found)
    assert len(dict.fromkeys(units)) == 1 + sum(a != b for a, b in pairwise(units))
    for unit in set(units):
        values = [value for is_event, one, value in found if one == unit and not is_event]
        assert values == sorted(values)


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_jumps_when_the_controls_come_alive(
    browser: Browser, address: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.add_init_script(SHIFTS)
    page.goto(f"{address}/facts/")
    page.wait_for_timeout(500)
    assert page.evaluate("window.shifted") <= 0.02
    page.close()


def test_on_a_phone_filters_open_and_rows_are_short(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}/facts/")
    more = page.locator(".facts-more button")
    assert not page.locator("#facts-status").is_visible()
    more.click()
    assert more.get_attribute("aria-expanded") == "true"
    page.locator("#facts-status").select_option("target")
    assert more.inner_text() == "Filters: 1 set"
    heights = page.eval_on_selector_all(ROWS, "rows => rows.map(row => row.offsetHeight)")
    assert max(heights) <= 100  # four lines, and most have three
    page.locator("#facts-sort").select_option("-value")
    page.wait_for_url("**/facts/?status=target&sort=-value")
    page.close()


def test_without_javascript_the_table_stands_and_no_control_does(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/facts/?find=350000")
    assert len(rows(page)) == len(sections(page)) > 0
    assert not page.locator(".facts-tools").is_visible()
    assert page.locator(".facts-table button").count() == 0
    context.close()


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        ("350000", "delivery-target-2025"),
        ("350.000", "delivery-target-2025"),
        ("350 Tsd.", "delivery-target-2025"),
        ("109 billion", "revenue-2024-q4"),
        ("109bn", "revenue-2024-q4"),
    ],
)
def test_the_search_of_the_site_finds_the_section_of_a_value(
    browser: Browser, address: str, typed: str, fact: str
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{address}/share/")
    page.keyboard.press("s")
    page.keyboard.type(typed)
    found = page.locator(".md-search-result__link[href*='facts/'][href*='#']").first
    found.wait_for(state="attached")
    assert str(found.get_attribute("href")).endswith(f"#fact--{fact}")
    found.click()
    page.wait_for_url(f"**/facts/*#fact--{fact}")
    assert page.locator(f"#{fact}").is_visible()
    page.close()
