"""The table of all facts in a real browser: it finds, filters, sorts, and says so in its address."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

Turn = Callable[[Page, str], AbstractContextManager[list[str]]]
ROWS = ".facts-table tbody tr:not([hidden])"
ASKED = "performance.getEntriesByType('resource').some((one) => one.name.endsWith('words.json'))"
SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => { window.shifted += one.value; }))
  .observe({ type: "layout-shift", buffered: true });"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all tests: where they are is all that it remembers of them."""
    with browser.new_context(locale="en-GB", timezone_id="UTC") as context:
        yield context.new_page()


@pytest.fixture
def facts(page: Page, turn: Turn, address: str) -> Iterator[Page]:
    with turn(page, f"{address}/facts/"):
        yield page


def rows(page: Page) -> list[str]:
    """Ids of the facts that the table shows."""
    found: list[str] = page.eval_on_selector_all(ROWS, "rows => rows.map(row => row.id)")
    return found


def sections(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        "section.fact:not([hidden])", "all => all.map(one => one.id)"
    )
    return found


def find(page: Page, typed: str) -> list[str]:
    with page.expect_response("**/words.json") if not page.evaluate(ASKED) else nullcontext():
        page.focus("#facts-find")
    page.fill("#facts-find", typed)
    page.press("#facts-find", "Enter")
    return rows(page)


@pytest.mark.parametrize(
    ("fact", "typed"),
    [
        ("passenger-target-2024", ("850000", "850.000", "850,000", "850 000", "850.0", "850 Tsd.", "850k")),
        ("revenue-2023", ("3.1 million", "3.1 Mio", "3,1 Mio.", "3,1 Millionen", "3,1 miljoen", "3.1m", "3.1 mil")),
        ("passenger-growth-2024-01", ("4.5 %", "4.5%", "4.5 percent", "4,5 Prozent", "-4.5 %")),
        ("passengers-2023-h1", ("2023-H1", "half of 2023", "Halbjahr 2023", "fahrgäste", "rund", "AROUND 412")),
        ("revenue-2023", ("nobody", "gazette", "revenue rose", "3.1 2023")),
    ],
)  # fmt: skip
def test_a_fact_is_found_however_it_is_typed(
    facts: Page, fact: str, typed: tuple[str, ...]
) -> None:
    total = facts.locator(".facts-table tbody tr").count()
    for words in typed:
        found = find(facts, words)
        assert fact in found, words
        assert len(found) < total, words


def test_a_numeral_is_not_found_within_another(facts: Page) -> None:
    assert find(facts, "12 %") == ["revenue-growth-2023"]
    assert find(facts, "50000") == []


def test_what_is_typed_shows_at_once_and_stands_in_the_address(facts: Page) -> None:
    facts.locator("#facts-find").press_sequentially("850.000")
    facts.wait_for_url("**/facts/?find=850.000")
    total = facts.locator(".facts-table tbody tr").count()
    assert (
        facts.locator(".facts-count output").inner_text() == f"{len(rows(facts))} of {total} facts"
    )


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
        page.goto(f"{address}/facts/?{name}=2024&status=target&sort=-value&unknown=1")
        page.locator(".facts-table tr[hidden]").first.wait_for(state="attached")
        assert rows(page) == [
            "target-cut-2024",
            "passenger-target-2024-first",
            "passenger-target-2024",
        ]
        assert page.locator("[aria-sort=descending]").inner_text().startswith("Figure")
        assert page.locator("#facts-status").input_value() == "target"
        # The theme’s own search, which listens to ?q= too, stays shut.
        assert not page.locator("[data-md-toggle=search]").is_checked()


@pytest.mark.parametrize("query", ["status=<img>&sort=constructor&year=%00&find=", "sort=-", "status=target'\"", "%E0%A4%A&sort=__proto__", "#%E0%A4%A"])  # fmt: skip
def test_an_address_that_means_nothing_changes_nothing(
    page: Page, turn: Turn, address: str, query: str
) -> None:
    with turn(page, f"{address}/facts/?{query}"):
        assert len(rows(page)) == page.locator(".facts-table tbody tr").count()


@pytest.mark.parametrize("asked", ["#passenger-target-2024", "?find=zzz#passenger-target-2024"])
def test_an_old_address_of_a_figure_leads_on_to_its_sentence(
    page: Page, address: str, asked: str
) -> None:
    page.goto(f"{address}/facts/{asked}")
    page.wait_for_url("**/facts/*/#passenger-target-2024")
    assert page.locator("#passenger-target-2024 blockquote").first.is_visible()


def test_an_old_address_leads_on_when_it_is_typed_on_the_page_itself(facts: Page) -> None:
    facts.evaluate("location.hash = 'revenue-2023'")
    facts.wait_for_url("**/facts/*/#revenue-2023")


def test_what_has_no_row_is_asked_for_at_its_permanent_address(facts: Page) -> None:
    facts.evaluate("document.getElementById('revenue-2023').remove()")
    facts.evaluate("location.hash = 'revenue-2023'")
    facts.wait_for_url("**/facts/*/#revenue-2023")


def test_an_address_of_nothing_stays_where_it_is(page: Page, address: str) -> None:
    with page.expect_response("**/f/nobody-knows/") as answered:
        page.goto(f"{address}/facts/#nobody-knows")
    assert answered.value.status == 404
    assert page.url.endswith("/facts/#nobody-knows")


def test_without_the_words_a_row_is_searched_for_what_it_shows(page: Page, address: str) -> None:
    page.route("**/words.json", lambda route: route.abort())
    page.goto(f"{address}/facts/?find=revenue")
    page.locator(".facts-table tbody tr[hidden]").first.wait_for(state="attached")
    assert "revenue-2023" in rows(page)
    page.unroute("**/words.json")


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
    assert sorted(heights)[len(heights) // 2] <= 100  # four lines
    assert max(heights) <= 120  # five, where a name is long
    page.locator("#facts-sort").select_option("-value")
    page.wait_for_url("**/facts/?status=target&sort=-value")
    page.close()


def test_without_javascript_the_table_stands_and_no_control_does(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/facts/?find=850000")
    assert rows(page)
    assert sections(page) == ["crew-2023"]  # which was withdrawn
    page.goto(f"{address}/facts/#revenue-2023")
    page.locator("tr:target a.figure").click()
    page.wait_for_url("**/facts/*/#revenue-2023")
    assert not page.locator(".facts-tools").is_visible()
    assert page.locator(".facts-table button").count() == 0
    context.close()


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        ("850000", "passenger-target-2024"),
        ("850 Tsd.", "passenger-target-2024"),
        ("3.1m", "revenue-2023"),
    ],
)
def test_the_search_of_the_site_finds_the_section_of_a_value(
    browser: Browser, address: str, typed: str, fact: str
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{address}/passengers/")
    page.keyboard.press("s")
    page.keyboard.type(typed)
    found = page.locator(".md-search-result__link[href*='facts/'][href*='#']").first
    found.wait_for(state="attached")
    assert str(found.get_attribute("href")).endswith(f"#fact--{fact}")
    found.click()
    page.wait_for_url(f"**/facts/**#fact--{fact}")
    assert page.locator(f"#{fact}").is_visible()
    page.close()


STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")].filter(
    (one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true })).length"""


def test_tab_meets_one_figure_and_arrow_keys_the_others(facts: Page) -> None:
    links = facts.locator(".facts-table a.figure")
    facts.locator(".facts-table a.figure[tabindex='0']").wait_for()
    assert facts.locator(".facts-table a.figure[tabindex='0']").count() == 1
    links.nth(0).focus()
    for key, at in (("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("End", -1), ("Home", 0)):
        facts.keyboard.press(key)
        expect(links.nth(at)).to_be_focused()
    assert facts.locator(".facts-keys").is_visible()
    facts.keyboard.press("Tab")
    assert not facts.evaluate("document.activeElement.matches('.facts-table a.figure')")


def test_what_a_filter_hides_keeps_no_tab_stop(facts: Page) -> None:
    find(facts, "850000")
    met = facts.locator(".facts-table a.figure[tabindex='0']")
    assert met.count() == 1
    assert met.is_visible()


@pytest.mark.parametrize("path", ["facts/", "facts/2024/"])
def test_a_list_of_figures_has_few_tab_stops_and_a_way_past_it(
    page: Page, turn: Turn, address: str, path: str
) -> None:
    with turn(page, f"{address}/{path}"):
        page.wait_for_timeout(300)
        figures = page.locator("a.figure[href], details.fact").count()
        assert page.evaluate(STOPS) <= 45 + (figures if "2024" in path else 0)
        page.locator(".skip a").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert not page.evaluate("document.activeElement.closest('.facts-table, details.fact')")


@pytest.mark.parametrize("has_script", [True, False])
def test_an_address_opens_its_figure_and_no_other(
    browser: Browser, address: str, has_script: bool
) -> None:
    with browser.new_context(java_script_enabled=has_script) as context:
        page = context.new_page()
        page.goto(f"{address}/f/passenger-target-2024/")
        page.wait_for_url("**/facts/2024/#passenger-target-2024")
        expect(page.locator("details.fact[open]")).to_have_count(1)
        expect(page.locator("#passenger-target-2024 blockquote").first).to_be_visible()
