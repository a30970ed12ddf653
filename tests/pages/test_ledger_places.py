"""Where figures stand: no page of theirs grows without bound, and none moves for another's sake."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.model import Book, Entry, Period
from generator.pages.by_time import MOST_PARTS, TimePart, listed_parts, parts_by_time
from generator.pages.handwritten.addresses import led_on
from generator.pages.ledger_places import MOST_ROWS, MOST_SECTIONS, ledger_parts, ledger_places
from generator.pipeline import assemble


@pytest.fixture(scope="module")
def small_book(root: Path) -> Book:
    return assemble(root / "tests/golden/small").book


def entries(book: Book, number: int, step: int = 1) -> Iterator[Entry]:
    """So many figures, one first reported every `step` days."""
    some = next(iter(book.entries.values()))
    for at in range(number):
        day = date(2001, 1, 1) + timedelta(at * step)
        yield figure(some, f"figure-{at}", str(day))


def figure(some: Entry, name: str, day: str) -> Entry:
    fact = replace(some.fact, id=name)
    return replace(some, fact=fact, known_from=Period.parse(day))


def with_figures(book: Book, *found: Entry) -> Book:
    return replace(book, entries={one.fact.id: one for one in found})


@pytest.mark.parametrize(("number", "step"), [(1, 1), (200, 1), (201, 1), (3000, 1), (900, 0)])
def test_every_figure_stands_on_one_page_and_no_page_holds_too_many(
    small_book: Book, number: int, step: int
) -> None:
    book = with_figures(small_book, *entries(small_book, number, step))
    pages = [*ledger_parts(book).walk()]
    shown = [one.fact.id for page in pages if page.shows == "sections" for one in page.entries]
    assert sorted(shown) == sorted(book.entries)
    for page in pages:
        held = {"parts": page.parts, "rows": page.entries, "sections": page.entries}[page.shows]
        assert len(held) <= (MOST_SECTIONS if page.shows == "sections" else MOST_ROWS), page.folder
    assert len({page.folder for page in pages}) == len(pages)
    assert {name: place for name, place in ledger_places(book).items() if name in book.entries} == {
        one.fact.id: page.folder
        for page in pages
        if page.shows == "sections"
        for one in page.entries
    }


def test_a_figure_stays_when_others_are_added_and_an_overflown_page_keeps_its_address(
    small_book: Book,
) -> None:
    some = [*entries(small_book, 40)]
    before = ledger_places(with_figures(small_book, *some))
    later = [figure(some[0], f"later-{at}", "2002-05-05") for at in range(3000)]
    after = ledger_places(with_figures(small_book, *later, *some))
    assert {name: after[name] for name in before if name.startswith("figure")} == {
        name: place for name, place in before.items() if name.startswith("figure")
    }
    crowd = [figure(some[0], f"crowd-{at}", "2001-01-09") for at in range(20)]
    pages = {
        one.folder: one for one in ledger_parts(with_figures(small_book, *some, *crowd)).walk()
    }
    assert pages["facts/2001/"].shows == "rows"
    assert "figure-3" in {one.fact.id for one in pages["facts/2001/"].entries}


@pytest.mark.parametrize(
    ("known", "folder"),
    [
        ("2024-02-03", "facts/2024-02-01--2024-02-08/"),
        ("2024-02-29", "facts/2024-02-25--2024-02-29/"),
        ("2024-12-31", "facts/2024-12-25--2024-12-31/"),
        ("2024-03~", "facts/2024-03/"),
        ("../2024-06", "facts/2024--[ab]+/"),
        ("2024", "facts/2024--[ab]+/"),
    ],
)
def test_a_page_is_named_by_the_time_that_a_date_is_sure_of(
    small_book: Book, known: str, folder: str
) -> None:
    some = next(iter(small_book.entries.values()))
    crowd = [figure(some, f"day-{at}", f"2024-{month:02}-{day:02}")
             for at, (month, day) in enumerate((m, d) for m in (2, 12) for d in range(1, 29) for _ in "ab")]  # fmt: skip
    own = figure(some, "own", known)
    assert re.fullmatch(folder, ledger_places(with_figures(small_book, own, *crowd))["own"])


def test_withdrawn_figures_stand_below_the_rows_or_on_a_page_of_their_own(small_book: Book) -> None:
    few = ledger_places(small_book)
    assert (few["rival-plan"], few["facts--withdrawn"]) == ("facts/", "facts/")
    many = with_figures(small_book, *entries(small_book, 201))
    assert ledger_places(many)["rival-plan"] == "facts/withdrawn/"
    gone = replace(next(iter(small_book.withdrawn.values())))
    crowd = {f"gone-{at}": replace(gone, id=f"gone-{at}") for at in range(500)}
    pages = [*ledger_parts(replace(many, withdrawn=crowd)).walk()]
    assert max(len(page.withdrawn) for page in pages) <= MOST_ROWS
    assert sum(len(page.withdrawn) for page in pages) == 500


def test_a_typed_link_to_a_figure_leads_to_its_page() -> None:
    places = {"revenue": "facts/2024/"}
    for page, typed, led in (
        ("index.md", "[x](facts/index.md#revenue)", "[x](facts/2024/index.md#revenue)"),
        ("a/b.md", "[x](../facts/index.md#revenue)", "[x](../facts/2024/index.md#revenue)"),
        ("index.md", "[x](facts/index.md)", "[x](facts/index.md)"),
        ("index.md", "[x](facts/index.md#all-figures)", "[x](facts/index.md#all-figures)"),
        ("index.md", "[x](share.md#revenue)", "[x](share.md#revenue)"),
        ("index.md", "[x](https://a.example/#revenue)", "[x](https://a.example/#revenue)"),
    ):
        assert led_on(typed, page, places) == led


def test_lists_are_cut_only_where_they_are_too_long() -> None:
    days = [Period.parse(str(date(2020, 11, 1) + timedelta(at))) for at in range(200)]
    parts = listed_parts(parts_by_time(days, lambda day: day, str, 100))
    assert [(one.name, len(one.things)) for one in parts] == [
        ("2020--all", 61), ("2021-01--all", 31), ("2021-02--all", 28), ("2021-03--all", 31),
        ("2021-04--all", 30), ("2021-05--all", 19),
    ]  # fmt: skip
    assert [one for part in parts for one in part.things] == days


def leaves(parts: Sequence[TimePart[str]]) -> Iterator[TimePart[str]]:
    return (one for top in parts for one in top.walk() if not one.parts)


@pytest.mark.parametrize("time", ["2020-11-01", "2020-11", "2020", "2020-Q1"])
def test_what_is_of_one_time_is_parted_by_letters_and_stays_where_it_is(time: str) -> None:
    def cut(number: int) -> list[TimePart[str]]:
        names = [f"thing-{at}" for at in range(number)]
        return parts_by_time(names, lambda _: Period.parse(time), str, 40)

    many = [*leaves(cut(1000))]
    assert sorted(one for part in many for one in part.things) == sorted(
        f"thing-{at}" for at in range(1000)
    )
    assert max(len(part.things) for part in many) <= 40
    every = [one.name for top in cut(1000) for one in top.walk()]
    assert len(every) == len({*every})
    few = {one: part.name for part in leaves(cut(900)) for one in part.things}
    more = {one: part.name for part in many for one in part.things}
    moved = {one for one in few if few[one] != more[one]}
    assert {few[one] for one in moved} <= {*every}  # its page lists the parts of what overflowed


def test_times_of_different_precision_never_share_an_address() -> None:
    times = ["2020", "2020-05", "2020-05-01", "2020-Q2", "2021"]
    things = [f"{time} {at}" for time in times for at in range(30)]
    tops = parts_by_time(things, lambda one: Period.parse(one.split()[0]), str, 20)
    names = [one.name for top in tops for one in top.walk()]
    assert len(names) == len({*names})
    assert sorted(one for part in leaves(tops) for one in part.things) == sorted(things)


def test_a_list_of_very_many_parts_is_a_list_of_lists() -> None:
    days = [Period.parse(str(date(2020, 1, 1) + timedelta(at // 50))) for at in range(50 * 700)]
    names = [f"{day} {at}" for at, day in enumerate(days)]
    tops = parts_by_time(names, lambda one: Period.parse(one.split()[0]), str, 40)
    assert len([*leaves(tops)]) > MOST_PARTS
    shown = listed_parts(tops)
    assert 1 < len(shown) <= MOST_PARTS
    assert all(part.parts for part in shown)
    assert [one for part in shown for one in part.things] == names
