"""Every page, in a real browser: it fits, its charts draw, it asks nobody else, it says no error."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request

WIDTHS = ((390, "dark"), (1440, "light"))


def pages_of(site: Path) -> list[str]:
    """Every page that a reader can land on, but not the permalinks, which only forward."""
    found = (file.relative_to(site).as_posix() for file in site.rglob("index.html"))
    return sorted(path.removesuffix("index.html") for path in found if not path.startswith("f/"))


@pytest.fixture(params=WIDTHS, ids=lambda one: f"{one[0]}-{one[1]}")
def watched(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page at one width and in one scheme, with a list of all that goes wrong on it."""
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda r: wrong.extend(_failure(r)))
    page.on("response", lambda r: wrong.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
    yield page, wrong
    context.close()


def _failure(request: Request) -> list[str]:
    """A request that did not arrive; one that the next page cut short is no failure."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"failed: {request.url}"]


def test_every_page_fits_draws_its_charts_and_stays_at_home(
    address: str, built_site: Path, watched: tuple[Page, list[str]]
) -> None:
    page, wrong = watched
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    for path in pages_of(built_site):
        page.goto(f"{address}/{path}")
        for button in page.locator(".chart-explore").all():
            button.click()
        for drawing in page.locator(".chart-drawing").all():
            drawing.locator("svg.main-svg").first.wait_for()
        page.locator("details.chart-data").evaluate_all("all => all.forEach(d => d.open = true)")
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, f"{path} is {overflow} px wider than the window"
    assert wrong == []
    assert hosts == {urlsplit(address).netloc}


def test_a_figure_leads_to_its_sentence(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{address}/")
    figure = page.locator("a.figure").first
    shown = (figure.text_content() or "").split()
    fact = figure.get_attribute("href")
    assert fact is not None
    figure.click()
    page.locator(".door [data-door=ledger]").click()
    page.wait_for_url(f"**/{fact}")
    target = page.locator("details:has(> :target)")
    assert (target.locator(".fact-amount").text_content() or "").split() == shown
    assert target.locator("blockquote, .formula").count() >= 1
    page.close()


def test_a_permalink_lands_on_its_figure(address: str, built_site: Path, browser: Browser) -> None:
    fact = min((built_site / "f").iterdir()).name
    page = browser.new_page()
    page.goto(f"{address}/f/{fact}/")
    page.wait_for_url(f"**/facts/*/#{fact}")
    assert page.locator(":target").get_attribute("id") == fact
    page.close()


def test_search_finds_a_figure_by_its_words(address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{address}/")
    page.locator(".md-search__input").click()
    page.keyboard.type("passenger target")
    page.locator(".md-search-result__item").first.wait_for()
    page.close()
