"""The path through time, the book on a date, and that no order of typing changes them."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ledger import (
    build_book,
    contradictions,
    dates_with_files,
    knowledge_path,
    known_at,
    known_spans,
    promises,
)
from generator.model import Period


@pytest.fixture
def told(desk):
    """Three dates: a figure, what replaced it, and what replaced that one."""
    desk.article("third", "2025-11-25")
    desk.quoted("a", "1", "USD")
    desk.quoted("b", "2", "USD", revision_of="a", articles="second")
    desk.quoted("c", "3", "USD", revision_of="b", articles="third")
    desk.quoted("d", "4", "USD", articles="first second")
    desk.derived("sum", "{a} + {d}", "USD")
    return desk


def names(entries) -> list[str]:
    return [entry.fact.id for entry in entries]


def test_a_step_for_each_date_of_publication(told) -> None:
    first, second, third = knowledge_path(told.book()[0])
    assert [str(one.date) for one in (first, second, third)] == [
        "2024-10",
        "2025-03-18",
        "2025-11-25",
    ]
    assert (first.articles, second.articles) == (("first",), ("second",))
    assert [names(one.news) for one in (first, second, third)] == [["a"], ["d", "sum", "b"], ["c"]]
    assert [[names(pair) for pair in one.revised] for one in (first, second, third)] == [
        [],
        [["a", "b"]],
        [["b", "c"]],
    ]
    assert names(first.standing) == ["a"]
    assert sorted(names(second.standing)) == ["b", "d", "sum"]
    assert sorted(names(third.standing)) == ["c", "d", "sum"]
    assert [[names(pair) for pair in one.since] for one in (first, second, third)] == [
        [["a", "b"]],
        [["b", "c"]],
        [],
    ]


def test_what_comes_out_already_replaced_never_stands(desk) -> None:
    desk.quoted("new", "2", "USD", revision_of="old")
    desk.quoted("old", "1", "USD", articles="second")
    first, second = knowledge_path(desk.book()[0])
    assert (names(first.standing), names(second.standing)) == (["new"], ["new"])
    assert [names(pair) for pair in second.revised] == [["old", "new"]]
    assert first.revised == ()


def test_two_spellings_of_the_same_days_are_one_date(desk) -> None:
    desk.article("early", "2024-10-01/2024-10-31")
    (step, _) = knowledge_path(desk.book()[0])
    assert (str(step.date), step.articles) == ("2024-10", ("early", "first"))


def test_the_book_on_a_date_knows_nothing_later(told) -> None:
    told.quoted("gone", "9", "USD", status="withdrawn", articles="second")
    book = known_at(told.book()[0], Period.parse("2025-03-18"))
    assert list(book.articles) == ["first", "second"]
    assert {name: entry.revised_by for name, entry in book.entries.items()} == {
        "a": "b",
        "b": None,
        "d": None,
        "sum": None,
    }
    assert list(book.withdrawn) == ["gone"]
    assert known_at(book, Period.parse("2024-01")).entries == {}


@st.composite
def typed(draw) -> list[dict]:
    """Some figures, formulas over two earlier ones, and revisions of earlier ones."""
    rows: list[dict] = []
    for at in range(draw(st.integers(1, 9))):
        row = {
            "name": f"f{draw(st.integers(0, 99)):02}-{at}",
            "value": str(draw(st.integers(-50, 50))),
            "articles": draw(st.sampled_from(["first", "second", "third", "first third"])),
            "indicator": draw(st.sampled_from(["level", "flow", "goal"])),
            "period": draw(st.sampled_from(["2024", "2025"])),
            "status": draw(st.sampled_from(["reported", "target", "withdrawn"])),
            "revises": draw(st.one_of(st.none(), st.sampled_from(rows))) if rows else None,
            "over": draw(st.lists(st.sampled_from(rows), max_size=2)) if rows else [],
        }
        rows.append(row)
    return rows


def fill(desk, rows: list[dict]) -> None:
    desk.article("third", "2025-11-25")
    for row in rows:
        more = {name: row[name] for name in ("indicator", "period", "status")}
        if row["revises"]:
            more["revision_of"] = row["revises"]["name"]
        if row["over"]:
            formula = " + ".join(f"{{{one['name']}}}" for one in row["over"])
            desk.derived(row["name"], formula, "USD", **more)
        else:
            desk.quoted(row["name"], row["value"], "USD", articles=row["articles"], **more)


@given(rows=typed())
def test_the_last_date_is_the_book(new_desk, rows) -> None:
    desk = new_desk()
    fill(desk, rows)
    book, _ = desk.book()
    path = knowledge_path(book)
    assert known_at(book, path[-1].date) == book
    assert sorted(names(entry for one in path for entry in one.news)) == sorted(book.entries)
    for step in path:
        then = known_at(book, step.date)
        assert [e.fact.id for e in then.entries.values() if not e.revised_by] == names(
            step.standing
        )


@given(rows=typed(), seed=st.integers(0, 99))
def test_order_of_facts_and_articles_changes_nothing(new_desk, rows, seed) -> None:
    desk = new_desk()
    fill(desk, rows)
    seeds, proofs = desk.seeds(), desk.proofs()
    told = _told(seeds, proofs)
    dice = random.Random(seed)  # noqa: S311 - an order, not a secret
    mixed = {}
    for name in ("facts", "articles"):
        items = list(getattr(seeds, name).items())
        dice.shuffle(items)
        mixed[name] = dict(items)
    assert _told(replace(seeds, **mixed), proofs) == told


def _told(seeds, proofs):
    """All that the ledger says, in its order."""
    book, findings = build_book(seeds, proofs, {})
    path = knowledge_path(book)
    return (
        list(book.entries.items()),
        list(book.articles),
        list(book.withdrawn),
        findings,
        path,
        [one.standing for one in path],
        contradictions(book),
        promises(book, seeds.indicators),
    )


def test_the_span_of_a_figure_says_on_each_date_whether_it_stood(told) -> None:
    told.quoted("new", "2", "USD", revision_of="old")
    told.quoted("old", "1", "USD", articles="second")
    book, _ = told.book()
    spans = known_spans(book)
    assert str(spans["a"].since) == "2024-10-31"  # on some day of the month
    assert str(spans["a"].replaced) == "2025-03-18"
    assert spans["sum"].replaced is None
    for step in knowledge_path(book):
        day = step.date.known_key[0]
        standing = {
            name
            for name, span in spans.items()
            if span.since <= day and (span.replaced is None or day < span.replaced)
        }
        assert standing == set(names(step.standing)), step.date


def test_the_newest_dates_have_files_as_long_as_their_rows_are_few(told) -> None:
    path = knowledge_path(told.book()[0])
    dates = [step.date for step in path]
    assert dates_with_files(path) == frozenset(dates)
    assert dates_with_files(path, most=5 + 4) == frozenset(dates[1:])
    assert dates_with_files(path, most=4) == frozenset()
