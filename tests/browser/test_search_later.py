"""The search index is sent to those who search, and to nobody else; a sitemap to no reader."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from playwright.sync_api import Browser

Serve = Callable[[Path], AbstractContextManager[str]]
INDEX = "**/search_index.json"


def test_the_index_is_fetched_once_the_search_is_turned_to(
    built_site: Path, serve_folder: Serve, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if "search_index" in r.url else None)
    with serve_folder(built_site) as address:
        page.goto(f"{address}/charts/")
        page.wait_for_timeout(500)
        assert asked == []
        with page.expect_request(INDEX):
            page.keyboard.press("s")
        page.keyboard.type("passenger target")
        page.locator(".md-search-result__item").first.wait_for()
        assert len(asked) == 1
    page.close()


def test_a_feed_is_not_taken_for_an_edition_with_a_sitemap(
    built_site: Path, serve_folder: Serve, browser: Browser
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with serve_folder(built_site) as address:
        page.goto(f"{address}/data/", wait_until="networkidle")
    assert page.locator("link[type='application/atom+xml']").count() == 1
    assert not [url for url in asked if "sitemap" in url or "feed" in url]
    page.close()


def test_a_link_into_the_search_fetches_it_at_once(
    built_site: Path, serve_folder: Serve, browser: Browser
) -> None:
    page = browser.new_page()
    with serve_folder(built_site) as address, page.expect_request(INDEX):
        page.goto(f"{address}/charts/?h=charts")
    page.close()


def test_on_the_page_for_lost_addresses_a_key_opens_the_search(
    built_site: Path, serve_folder: Serve, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    with serve_folder(built_site) as address:
        page.goto(f"{address}/404.html")
        page.locator("label.md-button").focus()
        page.keyboard.press("Enter")
        page.locator(".md-search__input:focus").wait_for()
        page.keyboard.type("passenger target")
        page.locator(".md-search-result__item").first.wait_for()
    page.close()
