"""No generated page grows without bound: what is very much is cut by time, or counted and linked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.model import Article, Period
from generator.pages.generated import changes, known, open_questions, promises, sources
from generator.pages.links import Links
from generator.pages.parts.news import latest_changes
from generator.pages.parts.news import open_questions as open_on_home
from generator.pages.parts.parts import PageParts
from generator.pages.site import Page, Site
from generator.pipeline import assemble, default_site

MANY = 1000
MOST_BYTES = 300_000


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    return default_site(assemble(root / "tests/golden/small"))


def articles(site: Site, step: int) -> dict[str, Article]:
    """A thousand articles, one every `step` days."""
    some = next(iter(site.book.articles.values()))
    days = (date(2001, 1, 1) + timedelta(at * step) for at in range(MANY))
    return {
        f"article-{at}": replace(
            some, id=f"article-{at}", date_published=Period.parse(str(day)), ignored=()
        )
        for at, day in enumerate(days)
    }


def with_articles(site: Site, step: int) -> Site:
    """The site with these articles beside its own."""
    found = {**site.book.articles, **articles(site, step)}
    return replace(site, book=replace(site.book, articles=MappingProxyType(found)))


def by_path(pages: Iterable[Page]) -> dict[str, str]:
    """The pages, of which no two have one path and none is too large."""
    found = list(pages)
    texts = {page.path: unescape(page.text) for page in found}
    assert len(texts) == len(found)
    assert max(len(page.text.encode()) for page in found) < MOST_BYTES
    return texts


def shown_once(texts: Mapping[str, str], pattern: str) -> list[str]:
    """What a pattern finds on all pages, which repeat none of it."""
    found = [one for text in texts.values() for one in re.findall(pattern, text)]
    assert len(found) == len({*found})
    return found


@pytest.mark.parametrize("step", [0, 1])
def test_every_article_is_listed_once(site: Site, step: int) -> None:
    pages = sources._lists(with_articles(site, step))
    texts = by_path(pages)
    listed = {path: text for path, text in texts.items() if "article-byline" in text}
    names = shown_once(listed, r'href="[./]*sources/(article-\d+)/"')
    assert len(names) == MANY
    assert max(text.count("article-byline") for text in listed.values()) <= 100


@pytest.mark.parametrize("step", [0, 1])
def test_every_correction_is_shown_once(site: Site, step: int) -> None:
    made = site.seeds.corrections[0]
    many = tuple(
        replace(
            made,
            date=Period.parse(str(date(2010, 1, 1) + timedelta(at * step))),
            old=str(at),
            reason={"en": f"Slip {at}."},
        )
        for at in range(MANY)
    )
    texts = by_path(changes.compose(replace(site, seeds=replace(site.seeds, corrections=many))))
    assert len(shown_once(texts, r"Slip \d+\.")) == MANY
    index = texts["changes/index.md"]
    assert "Slip" not in index
    assert re.search(r'href="\.\./changes/2010[^"]*--all/"', index)


def test_of_very_many_withdrawn_figures_the_first_are_named_and_the_rest_counted(
    site: Site,
) -> None:
    gone = next(iter(site.book.withdrawn.values()))
    crowd = {f"gone-{at}": replace(gone, id=f"gone-{at}") for at in range(MANY)}
    book = replace(site.book, withdrawn=MappingProxyType(crowd))
    index = by_path(changes.compose(replace(site, book=book)))["changes/index.md"]
    assert len(re.findall(r"<code>gone-\d+</code>", index)) == 200
    assert re.search(r'href="\.\./facts/">and <data [^>]*>800</data> more</a>', index)


def test_a_date_names_the_first_of_very_many_articles(site: Site) -> None:
    crowd = with_articles(site, 0)
    found = known.compose(crowd)
    texts = by_path(found)
    page = texts["known/2001-01-01/index.md"]
    assert page.count("article-byline") == 100
    assert re.search(r'href="\.\./\.\./sources/">and <data [^>]*>900</data> more</a>', page)


def test_very_many_notes_are_counted(site: Site) -> None:
    some = next(iter(site.book.entries.values()))
    entries = {}
    for at in range(MANY):
        note = {"en": f"Note {at} of the editor."}
        fact = replace(some.fact, id=f"figure-{at}", note=note, note_rank="major", inferred={})
        entries[fact.id] = replace(some, fact=fact, revised_by=None)
    book = replace(site.book, entries=MappingProxyType(entries))
    noted = replace(site, book=book, seeds=replace(site.seeds, checks=()))
    index = by_path(open_questions.compose(noted))["open-questions/index.md"]
    assert len(re.findall(r"Note \d+ of the editor", index)) == 100
    assert re.search(r"<data [^>]*>900</data> more figures and events have a note", index)


def test_very_many_promises_stand_on_pages_by_time_and_are_found_there(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = by_path(promises.compose(site))["promises/index.md"]
    for module in ("generated.promises", "parts.promise_places"):
        monkeypatch.setattr(f"generator.pages.{module}.MOST_PROMISES", 0)
    texts = by_path(promises.compose(site))
    pattern = r"\{ #(promise--[a-z0-9-]+) \}"
    assert shown_once(texts, pattern) == re.findall(pattern, whole)
    assert not re.search(pattern, texts["promises/index.md"])
    home = unescape(open_on_home(PageParts(site, Links("index.md"))))
    led = re.findall(r'href="(promises/[^"#]+/)#(promise--[^"]+)"', home)
    assert led
    for folder, anchor in led:
        assert f"#{anchor} }}" in texts[f"{folder}index.md"]


def test_a_chart_or_page_of_very_many_articles_names_the_last(site: Site) -> None:
    crowd = with_articles(site, 1)
    parts = PageParts(crowd, Links("index.md"))
    assert len(parts.sources([*crowd.book.articles][:20])) == 20
    *named, rest = parts.sources([*crowd.book.articles])
    assert len(named) == 20
    assert "article-999" in named[-1]
    assert re.search(r'href="sources/">and <data [^>]*>982</data> more</a>', rest)


def test_the_newest_date_on_home_names_few_of_its_articles(site: Site) -> None:
    last = Period.parse("2030-01-01")
    crowd = {
        name: replace(article, date_published=last) for name, article in articles(site, 0).items()
    }
    found = MappingProxyType({**site.book.articles, **crowd})
    busy = replace(site, book=replace(site.book, articles=found))
    said = unescape(latest_changes(PageParts(busy, Links("index.md"))))
    assert said.count('href="sources/article-') == 6
    assert re.search(r'href="known/2030-01-01/">and <data [^>]*>994</data> more</a>', said)


def test_the_dates_of_changes_end_though_they_brought_nothing(site: Site) -> None:
    index = by_path(changes.compose(with_articles(site, 1)))["changes/index.md"]
    assert index.count("\n### ") <= 201
