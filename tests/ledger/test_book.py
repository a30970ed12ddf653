"""What is in the book, in which order, and what it answers."""

import random
from decimal import Decimal

import pytest

from generator.ledger import articles_of, build_book, facts_of, stale_inputs, steps_of


def test_unproven_facts_are_not_in_the_book(desk) -> None:
    desk.quoted("good", "1", "USD")
    desk.quoted("bad", "1", "USD")
    desk.unprove("bad")
    assert list(desk.book()[0].entries) == ["good"]


def test_a_fact_whose_article_was_not_read_is_not_in_the_book(desk) -> None:
    desk.quoted("lost", "1", "USD", articles="first nowhere")
    assert desk.book()[0].entries == {}


def test_a_fact_of_an_unknown_indicator_is_not_in_the_book(desk) -> None:
    desk.quoted("lost", "1", "USD", indicator="nothing")
    desk.derived("too", "{lost}", "USD", indicator="nothing")
    assert desk.book()[0].entries == {}


def test_a_proof_that_lacks_a_quotation_proves_nothing(desk) -> None:
    desk.quoted("half", "1", "USD", articles="first second")
    proofs = desk.proofs()
    proof = proofs["half"]
    cut = {"half": type(proof)(fact="half", located=proof.located[:1])}
    assert build_book(desk.seeds(), cut, {})[0].entries == {}


def test_entries_are_in_order_of_period_then_id(desk) -> None:
    desk.quoted("c", "1", "USD", period="2023")
    desk.quoted("b", "1", "USD", period="2024")
    desk.quoted("a", "1", "USD", period="2024")
    desk.event("z", indicator="happened", period="2022/..")
    book, _ = desk.book()
    assert list(book.entries) == ["z", "c", "a", "b"]
    assert list(book.articles) == ["first", "second"]


def test_revisions_know_what_revised_them(desk) -> None:
    desk.quoted("old", "1", "USD")
    desk.quoted("new", "2", "USD", revision_of="old", articles="second")
    desk.quoted("rival", "3", "USD")
    desk.quoted("newest", "4", "USD", revision_of="new", articles="second")
    entries = desk.book()[0].entries
    assert {name: entry.revised_by for name, entry in entries.items()} == {
        "old": "new",
        "new": "newest",
        "rival": None,
        "newest": None,
    }


def test_a_ring_of_revisions_is_one_finding(desk) -> None:
    desk.quoted("b", "1", "USD", revision_of="a")
    desk.quoted("a", "2", "USD", revision_of="b")
    _, (finding,) = desk.book()
    assert (finding.code, finding.subject) == ("revision-cycle", "a")
    assert finding.place == desk.facts["a"].marks.at("revision_of")
    assert "a -> b -> a" in finding.message


@pytest.mark.parametrize(
    ("old", "new", "said", "hint"),
    [
        ({"indicator": "flow"}, {}, "old has another indicator: flow, not level", "same thing"),
        ({"about": "rival"}, {}, "old has another about: rival, not acme", "same thing"),
        ({"unit": "CNY"}, {}, "old has another unit: CNY, not USD", "same thing"),
        ({"unit": None}, {}, "old has another unit: none, not USD", "same thing"),
        ({"articles": "second"}, {"articles": "first"}, "old is known from 2025-03-18 on, later", "revision_of: new"),
    ],
)  # fmt: skip
def test_a_fact_replaces_only_its_like(desk, old, new, said, hint) -> None:
    desk.quoted("old", "1", **{"unit": "USD"} | old)
    desk.quoted("new", "2", "USD", revision_of="old", **{"articles": "second"} | new)
    _, (finding,) = desk.book()
    assert (finding.code, finding.subject, finding.severity) == (
        "revision-mismatch",
        "new",
        "error",
    )
    assert finding.place == desk.facts["new"].marks.at("revision_of")
    assert said in finding.message
    assert hint in finding.hint


def test_a_figure_is_revised_once(desk) -> None:
    desk.quoted("old", "1", "USD")
    desk.quoted("fork", "9", "USD", revision_of="old", articles="third")
    desk.quoted("new", "2", "USD", revision_of="old")
    desk.quoted("newer", "3", "USD", revision_of="new", articles="second")
    desk.article("third", "2025-11-25")
    _, (finding,) = desk.book()
    assert (finding.code, finding.subject) == ("revision-mismatch", "fork")
    assert finding.message == "old is revised by new already"
    assert finding.hint == "write revision_of: newer"


def test_a_fork_through_a_withdrawn_revision_is_a_fork(desk) -> None:
    desk.quoted("old", "1", "USD")
    desk.quoted("gone", "2", "USD", revision_of="old", status="withdrawn")
    desk.quoted("new", "3", "USD", revision_of="gone")
    assert desk.book()[1] == ()
    desk.quoted("other", "4", "USD", revision_of="old", articles="second")
    _, (finding,) = desk.book()
    assert (finding.subject, finding.hint) == ("other", "write revision_of: new")


def test_inputs_that_were_replaced_are_known_through_derived_figures(desk) -> None:
    desk.quoted("old", "1", "USD")
    desk.quoted("new", "2", "USD", revision_of="old", articles="second")
    desk.quoted("firm", "3", "USD")
    desk.derived("a-last", "{sum} + {old} + {firm}", "USD")
    desk.derived("sum", "{old} + {firm}", "USD")
    desk.derived("fresh", "{new} + {firm}", "USD")
    assert stale_inputs(desk.book()[0]) == {"a-last": ("old",), "sum": ("old",)}


@pytest.mark.parametrize(
    ("where", "names"),
    [
        ({}, ["event", "plain", "late", "target", "sum"]),
        ({"status": "target"}, ["target"]),
        ({"unit": "USD", "basis": "quoted"}, ["plain", "late"]),
        ({"basis": "derived"}, ["sum"]),
        ({"indicator": "happened"}, ["event"]),
        ({"about": "rival"}, ["target"]),
        ({"colour": "red"}, []),
    ],
)
def test_facts_are_selected_and_ordered(desk, where, names) -> None:
    desk.quoted("late", "2", "USD", period="2024", articles="second")
    desk.quoted("plain", "1", "USD", period="2024")
    desk.quoted("target", "3", "vehicle", period="2025", status="target", about="rival")
    desk.event("event", indicator="happened", period="2021")
    desk.derived("sum", "{plain} + {late}", "USD", period="2025-02")
    found = facts_of(desk.book()[0], **where)
    assert [entry.fact.id for entry in found] == names


def test_articles_are_followed_through_formulas(desk) -> None:
    desk.quoted("a", "1", "USD", articles="second")
    desk.quoted("b", "2", "USD")
    desk.derived("sum", "{a} + {b}", "USD")
    desk.derived("twice", "{sum} + {sum}", "USD")
    book, _ = desk.book()
    assert articles_of(book, book.entries["a"]) == ("second",)
    assert articles_of(book, book.entries["twice"]) == ("first", "second")


def test_formula_falls_into_steps_that_join_to_itself(desk) -> None:
    desk.constant("months", "12")
    desk.quoted("a", "1", "USD")
    desk.derived("sum", "( { a }+{a})* {months}", "USD")
    book, findings = desk.book()
    assert findings == ()
    steps = steps_of(book.entries["sum"].fact.formula, book)
    assert [(step.kind, step.text) for step in steps] == [
        ("text", "( "),
        ("fact", "a"),
        ("text", "+"),
        ("fact", "a"),
        ("text", ")* "),
        ("constant", "months"),
    ]
    assert steps_of("", book) == ()


def test_order_of_facts_changes_nothing(desk) -> None:
    desk.quoted("a", "109e9", "CNY")
    desk.quoted("b", "15.09e9", "USD", revision_of="a")
    desk.derived("rate", "{a} / {b}", "CNY/USD")
    desk.derived("ring-a", "{ring-b}", "CNY")
    desk.derived("ring-b", "{ring-a}", "CNY")
    desk.derived("more", "{rate} * {b}", "CNY")
    book, findings = desk.book()
    for seed in range(20):
        names = list(desk.facts)
        random.Random(seed).shuffle(names)  # noqa: S311 - an order, not a secret
        desk.facts = {name: desk.facts[name] for name in names}
        again, same = desk.book()
        assert (list(again.entries.items()), same) == (list(book.entries.items()), findings)


@pytest.mark.parametrize(
    ("value", "unit", "hedge", "low", "high"),
    [
        ("109e9", "CNY", "exact", "108.5e9", "109.5e9"),
        ("15.09e9", "USD", "exact", "15.085e9", "15.095e9"),
        ("350_000", "CNY", "exact", "349999.5", "350000.5"),
        ("350_000", "vehicle", "exact", "350000", "350000"),
        ("350e3", "vehicle", "exact", "349500", "350500"),
        ("48.8", "%", "exact", "48.75", "48.85"),
        ("-6.3", "%", "exact", "-6.35", "-6.25"),
        ("30_000", "vehicle", "about", "29099.5", "30900.5"),
        ("2.35", "USD", "about", "2.2745", "2.4255"),
        ("137", "vehicle", "about", "132.39", "141.61"),
        ("0", "vehicle", "about", "-0.5", "0.5"),
        ("30", "%", "over", "30", None),
        ("-30", "%", "over", None, "-30"),
        ("-30", "%", "nearly", "-30", None),
        ("30", "vehicle", "at-least", "30", None),
        ("30", "vehicle", "just-over", "30", "33"),
        ("30", "vehicle", "under", "0", "30"),
        ("30", "USD", "at-most", None, "30"),
        ("20..30", "vehicle", "exact", "20", "30"),
        ("2.0..3.0", "USD", "exact", "1.95", "3.05"),
    ],
)
def test_what_a_printed_figure_leaves_open(desk, value, unit, hedge, low, high) -> None:
    desk.quoted("a", value, unit, hedge=hedge)
    entry = desk.book()[0].entries["a"]
    assert entry.low == (None if low is None else Decimal(low))
    assert entry.high == (None if high is None else Decimal(high))


def test_a_change_of_a_count_may_be_negative(desk) -> None:
    desk.quoted("a", "30", "vehicle", hedge="under", indicator="growth")
    entry = desk.book()[0].entries["a"]
    assert (entry.low, entry.high) == (None, 30)


def test_what_no_text_dates_has_the_day_of_its_article_and_says_so(desk) -> None:
    desk.quoted("typed", "1", "USD", period="2024")
    desk.quoted("left-open", "2", "USD")
    desk.constant("two", "2")
    desk.derived("of-typed", "{typed} * {two}", "USD")
    desk.derived("of-open", "{left-open} * {two}", "USD")
    entries = desk.book()[0].entries
    assert {name: entry.is_dated for name, entry in entries.items()} == {
        "typed": True,
        "left-open": False,
        "of-typed": True,
        "of-open": False,
    }
