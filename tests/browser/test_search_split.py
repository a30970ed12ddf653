"""A large site answers a query from the parts of its index that the query needs."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.publish.search import INDEX, MOST_PAGES, split_index, split_search, words_of

Serve = Callable[[Path], AbstractContextManager[str]]
FILLING = ("harbour", "quay", "tide", "crew", "engine", "timetable", "winter", "repair")
PROGRAM = "generator/publish/assets/search-split.js"


def made_pages() -> Iterator[dict[str, Any]]:
    """Pages of articles that nobody wrote, among them some that are looked for."""
    for at in range(MOST_PAGES * 2):
        location = f"sources/made-{at}/"
        rare = [f"{word}{(at * 7 + place) % 997}" for place, word in enumerate(FILLING * 12)]
        yield {"location": location, "title": f"Made article {at}", "text": ""}
        yield {
            "location": f"{location}#said",
            "title": "What it says",
            "text": f"<p>{' '.join(rare)}</p>",
        }
    texts = {
        "title": ("Der Umsatzanstieg in Zürich", "<p>So war es.</p>"),
        "heading": ("Jaarcijfers", "<p>Niets.</p>"),
        "text": ("Nachtrag", "<p>Über 350.000 Wagen brachten dem Umsatz Größe &lt;b&gt;.</p>"),
    }
    for name, (title, text) in texts.items():
        yield {"location": f"sources/real-{name}/", "title": title, "text": text}
    yield {
        "location": "sources/real-heading/#umsatz",
        "title": "Umsatz één",
        "text": "<p>Belgische reünie.</p>",
    }


@pytest.fixture(scope="module")
def large_site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example, as if it had hundreds of pages more."""
    site = tmp_path_factory.mktemp("large") / "site"
    shutil.copytree(built_site, site)
    index = json.loads((site / INDEX).read_text(encoding="utf-8"))
    index["docs"] += made_pages()
    (site / INDEX).write_text(json.dumps(index), encoding="utf-8")
    split_search(site)
    return site


@pytest.fixture(scope="module")
def served(large_site: Path, serve_folder: Serve) -> Iterator[str]:
    with serve_folder(large_site) as address:
        yield address


def ask(page: Page, query: str) -> list[str]:
    """The addresses of what the theme lists for a query."""
    page.keyboard.press("s")
    field = page.locator(".md-search__input")
    field.fill("")
    with page.expect_response("**/search/pages/*"):
        page.keyboard.type(query)
    page.locator(".md-search-result__item").first.wait_for()
    links = page.locator(".md-search-result__link").all()
    return [str(link.get_attribute("href")).partition("/sources/")[2] for link in links]


def test_a_query_fetches_only_the_parts_that_it_needs(
    page: Page, served: str, large_site: Path
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served}/charts/", wait_until="networkidle")
    assert not [one for one in asked if "/search" in one and "theme-later" not in one]
    found = ask(page, "umsatz 350.000")
    assert [one.partition("?")[0] for one in found] == ["real-text/"]
    paths = [one.partition("/search/")[2].partition("?")[0] for one in asked]
    files = [large_site / "search" / path for path in paths if path]
    sent = sum(file.stat().st_size for file in files)
    there = sum(file.stat().st_size for file in (large_site / "search").rglob("*.json"))
    assert len({file for file in files if file.parent.name == "words"}) <= 4
    assert len(files) == len({*files})
    assert sent < there / 4
    assert not [one for one in asked if "/workers/" in one]


def test_titles_go_before_headings_and_those_before_text(page: Page, served: str) -> None:
    page.goto(f"{served}/")
    found = [one.partition("?")[0] for one in ask(page, "UMSATZ")]
    assert found == ["real-title/", "real-heading/", "real-heading/", "real-text/"]


@pytest.mark.parametrize(
    ("query", "target"),
    [
        ("zurich", "real-title/"),
        ("ZÜRICH umsatzan", "real-title/"),
        ("grosse", "real-text/"),
        ("350000", "real-text/"),
        ("350,000 wagen", "real-text/"),
        ("een reunie", "real-heading/"),
    ],
)
def test_words_are_found_as_anybody_spells_them(
    page: Page, served: str, query: str, target: str
) -> None:
    page.goto(f"{served}/404.html")
    assert target in {found.partition("?")[0].partition("#")[0] for found in ask(page, query)}


def test_what_is_found_is_marked_and_text_stays_text(page: Page, served: str) -> None:
    page.goto(f"{served}/facts/")
    ask(page, "größe 350.000")
    shown = page.locator(".md-search-result__article").first
    assert shown.locator("mark").all_inner_texts() == ["350.000", "Größe"]
    assert "Größe <b>." in shown.inner_text()
    assert shown.locator("b").count() == 0


def test_without_a_page_of_all_words_those_with_the_most_are_shown(page: Page, served: str) -> None:
    page.goto(f"{served}/")
    ask(page, "wagen größe unheard")
    item = page.locator(".md-search-result__item").first
    assert item.locator("del").all_inner_texts() == ["unheard"]
    assert page.locator(".md-search-result__item").count() == 1


def test_a_word_that_stands_nowhere_finds_nothing(page: Page, served: str) -> None:
    page.goto(f"{served}/")
    page.keyboard.press("s")
    page.keyboard.type("xylophon")
    page.get_by_text("No matching documents").wait_for()


def test_a_link_into_the_search_is_answered(page: Page, served: str) -> None:
    page.goto(f"{served}/charts/?q=reünie")
    page.locator(".md-search-result__item").first.wait_for()
    link = page.locator(".md-search-result__link[href*='#umsatz']")
    assert "h=re%C3%BCnie" in str(link.get_attribute("href"))
    page.goto(f"{served}/charts/?h=charts")
    page.locator("mark[data-md-highlight]").first.wait_for()


def test_pages_of_the_site_itself_are_found(page: Page, served: str) -> None:
    page.goto(f"{served}/facts/")
    page.keyboard.press("s")
    page.keyboard.type("passenger target")
    page.locator(".md-search-result__item").first.click()
    page.wait_for_url("**h=passenger*")
    assert page.title()


def test_the_browser_parts_and_folds_words_as_the_index_does(page: Page, root: Path) -> None:
    texts = [
        "Umsätze Größe STRASSE ẞ Straße",
        "één naïve reünie Ångström Œuvre ﬁn Ωmega ΣΑΣ ΟΔΟΣ",
        "350.000 350,000 1.234.567,89 3.5 15,09. 12:30 v.2 109e9 SU7-Max 2024-Q4",
        "1,2,3 1,234 0.5% 10,5bn 1.000.000 ½ x² ١٢٣.٤",
        "a_b ‘quoted’ Xiaomi’s İstanbul ıI 小米汽车 12.3万 каждый ё",
        "x" * 99,
    ]
    page.add_script_tag(path=root / PROGRAM)
    assert [page.evaluate("wordsOf", text) for text in texts] == [words_of(one) for one in texts]


def test_the_browser_looks_into_every_file_that_holds_a_word(page: Page, root: Path) -> None:
    index = {"config": {"fields": {}}, "docs": [*made_pages()]}
    files = split_index(index, word_bytes=2000)
    shards = [json.loads(one) for name, one in files.items() if "/words/" in name]
    firsts = json.loads(files[INDEX])["config"]["split"]["words"]
    assert len(firsts) == len(shards) > 20
    page.add_script_tag(path=root / PROGRAM)
    for term in ("what", "made", "umsatz", "harbour12", "ti", "z", "a", "zzz", "350000", "𠀀"):
        looked = page.evaluate("([term, firsts]) => filesOf(term, firsts)", [term, firsts])
        least = 2
        holding = [
            at
            for at, shard in enumerate(shards)
            if any(word == term or (len(term) >= least and word.startswith(term)) for word in shard)
        ]
        assert {*holding} <= {*looked}, term
        assert len(looked) <= len(holding) + 2, term
