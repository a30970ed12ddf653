"""What cannot be true together, what can, and where two articles agree."""

from dataclasses import replace

import pytest

from generator.ledger import agreements, contradictions


def ids(found) -> list[tuple[str, ...]]:
    return [tuple(entry.fact.id for entry in one.entries) for one in found]


def put(desk, name: str, typed: str, **more) -> None:
    """A figure typed as `value unit hedge`, `-` for no unit; or an event, as its period."""
    if " " not in typed:
        desk.event(name, indicator="start", period=typed, status="planned", **more)
        return
    value, unit, hedge = (*typed.split(), "exact")[:3]
    unit = None if unit == "-" else unit
    desk.quoted(name, value, unit, **{"hedge": hedge, "period": "2025"} | more)


CONTRADICTORY = {
    "two-amounts": ("109e9 CNY", "119e9 CNY"),
    "next-to-each-other-but-apart": ("10e9 USD", "12e9 USD"),
    "a-count-and-another": ("350_000 vehicle", "300_000 vehicle"),
    "about-does-not-reach": ("360_000 vehicle", "300_000 vehicle about"),
    "over-and-less": ("30 % over", "28 %"),
    "a-fall-of-more-and-a-smaller-fall": ("-30 % over", "-28 %"),
    "under-and-more": ("30 USD under", "31 USD"),
    "a-range-and-above-it": ("20..30 vehicle", "31 vehicle"),
    "no-unit-and-another-value": ("10e9 USD", "20e9 -"),
    "years-before-and-a-half": ("2023", "2024-H1"),
}
COMPATIBLE = {
    "the-same-in-other-words": ("10e9 USD", "10e9 USD"),
    "no-unit-named": ("10e9 USD", "10e9 -"),
    "the-same-and-about-it": ("350_000 vehicle", "350_000 vehicle about"),
    "rounded-and-finer": ("109e9 CNY", "108.7e9 CNY"),
    "over-and-more": ("30 % over", "32 %"),
    "a-fall-of-over-30-and-of-32": ("-30 % over", "-32 %"),
    "two-unbounded": ("30 % over", "40 % over"),
    "within-a-range": ("20..30 vehicle", "25 vehicle"),
}


@pytest.mark.parametrize(("one", "other"), CONTRADICTORY.values(), ids=CONTRADICTORY)
def test_what_cannot_both_be_true_is_a_contradiction(desk, one, other) -> None:
    put(desk, "a", one)
    put(desk, "b", other, articles="second")
    (found,) = contradictions(desk.book()[0])
    assert {entry.fact.id for entry in found.entries} == {"a", "b"}
    assert found.kind == ("value" if " " in one else "period")
    assert (found.preferred, found.is_decided_by_rank) == (None, False)
    assert agreements(desk.book()[0]) == ()


@pytest.mark.parametrize(("one", "other"), COMPATIBLE.values(), ids=COMPATIBLE)
def test_what_may_both_be_true_is_an_agreement(desk, one, other) -> None:
    put(desk, "a", one)
    put(desk, "b", other, articles="second")
    assert contradictions(desk.book()[0]) == ()
    assert ids(agreements(desk.book()[0])) == [("a", "b")]


@pytest.mark.parametrize("more", [{"period": "2024"}, {"about": "rival"}, {"indicator": "flow"}])
def test_figures_of_different_things_do_not_meet(desk, more) -> None:
    put(desk, "a", "1 USD")
    put(desk, "b", "2 USD", articles="second", **more)
    put(desk, "c", "2 CNY", articles="second")
    put(desk, "d", "3 USD", articles="second", status="target")
    put(desk, "e", "4 USD", articles="second", status="forecast")
    assert contradictions(desk.book()[0]) == agreements(desk.book()[0]) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("reported", "estimate"), ("target", "planned"), ("forecast", "consensus")],
)
def test_statements_of_one_kind_meet(desk, one, other) -> None:
    put(desk, "a", "1 USD", status=one)
    put(desk, "b", "3 USD", articles="second", status=other)
    assert ids(contradictions(desk.book()[0])) == [("a", "b")]


@pytest.mark.parametrize(("old", "new"), CONTRADICTORY.values(), ids=CONTRADICTORY)
def test_a_revision_is_no_contradiction(desk, old, new) -> None:
    put(desk, "a", old)
    put(desk, "b", new, articles="second", revision_of="a")
    put(desk, "c", new, articles="second", revision_of="b")
    assert contradictions(desk.book()[0]) == ()


def test_a_withdrawn_link_still_links(desk) -> None:
    put(desk, "a", "1 USD")
    put(desk, "b", "2 USD", revision_of="a", status="withdrawn")
    put(desk, "c", "3 USD", revision_of="b", articles="second")
    book, findings = desk.book()
    assert (findings, contradictions(book)) == ((), ())
    assert book.entries["a"].revised_by == "c"


def test_a_rival_of_a_revision_contradicts_it(desk) -> None:
    put(desk, "a", "1 USD")
    put(desk, "b", "3 USD", revision_of="a", articles="second")
    put(desk, "c", "5 USD")
    book, findings = desk.book()
    assert (findings, ids(contradictions(book))) == ((), [("b", "c")])


@pytest.mark.parametrize(
    ("ranks", "preferred"),
    [
        (("preferred", "normal"), "a"),
        (("normal", "preferred"), "b"),
        (("deprecated", "normal"), "b"),
        (("preferred", "preferred"), None),
        (("deprecated", "deprecated"), None),
    ],
)
def test_the_higher_rank_decides(desk, ranks, preferred) -> None:
    put(desk, "a", "1 USD", rank=ranks[0])
    put(desk, "b", "3 USD", rank=ranks[1], articles="second")
    (found,) = contradictions(desk.book()[0])
    assert (found.preferred, found.is_decided_by_rank) == (preferred, preferred is not None)


@pytest.mark.parametrize(
    ("indicator", "status", "period", "contradict"),
    [
        ("level", "reported", "2024-10", False),
        ("growth", "reported", "2024-10", False),
        ("flow", "reported", "2024-10", True),
        ("level", "target", "2024", True),
        ("level", "reported", "2024-10-07", True),
    ],
)
def test_one_article_may_state_two_moments(desk, indicator, status, period, contradict) -> None:
    desk.quoted("a", "1", "%", indicator=indicator, status=status, period=period)
    desk.quoted("b", "3", "%", indicator=indicator, status=status, period=period)
    assert bool(contradictions(desk.book()[0])) == contradict


def test_periods_of_the_same_days_are_one_period(desk) -> None:
    put(desk, "a", "1 USD", period="2024-Q4")
    put(desk, "b", "3 USD", period="2024-10/2024-12", articles="second")
    assert ids(contradictions(desk.book()[0])) == [("a", "b")]


def test_events_that_nobody_promised_are_each_their_own(desk) -> None:
    desk.event("a", indicator="happened", period="2023")
    desk.event("b", indicator="happened", period="2024", articles="second")
    assert contradictions(desk.book()[0]) == ()


def test_events_whose_periods_overlap_may_be_one(desk) -> None:
    put(desk, "a", "2024")
    put(desk, "b", "2024-H1", articles="second")
    assert contradictions(desk.book()[0]) == ()


def test_a_derived_figure_agrees_with_no_article(desk) -> None:
    put(desk, "a", "2 USD")
    desk.derived("b", "{a} + {a} - {a}", "USD", period="2025")
    assert agreements(desk.book()[0]) == ()


def test_a_crowd_is_held_against_its_first_of_the_highest_rank(desk) -> None:
    put(desk, "first", "1e9 CNY", rank="preferred")
    for number in range(50):
        put(desk, f"n{number:02d}", f"{number + 3}e9 CNY", articles="second")
    found = ids(contradictions(desk.book()[0]))
    assert len(found) == 50
    assert all("first" in pair for pair in found)


def test_overlapping_periods_agree_as_far_as_they_go(desk) -> None:
    put(desk, "a", "10e9 USD", period="2021-03/2031-03", status="planned")
    put(desk, "b", "10e9 -", period="2021-10/2031-10", status="planned", articles="second")
    (found,) = agreements(desk.book()[0])
    assert (ids([found]), found.is_whole) == ([("a", "b")], False)


def test_the_same_unit_and_period_agree_as_a_whole(desk) -> None:
    put(desk, "a", "10e9 USD")
    put(desk, "b", "10e9 USD", articles="second")
    assert [one.is_whole for one in agreements(desk.book()[0])] == [True]


def test_two_values_of_two_overlapping_periods_are_no_contradiction(desk) -> None:
    put(desk, "a", "10 USD", period="2024")
    put(desk, "b", "3 USD", period="2024-Q1", articles="second")
    assert contradictions(desk.book()[0]) == agreements(desk.book()[0]) == ()


@pytest.mark.parametrize(("value", "outcome"), [("10e9 -", agreements), ("12e9 -", contradictions)])
def test_a_declared_twin_is_the_same_claim_whatever_its_measure(desk, value, outcome) -> None:
    put(desk, "a", "10e9 USD")
    put(desk, "b", value, indicator="flow", same_as="a", articles="second")
    book = desk.book()[0]
    assert ids(outcome(book)) == [("a", "b")]
    assert ids({agreements: contradictions, contradictions: agreements}[outcome](book)) == []


def test_two_dates_of_one_event_contradict_each_other_where_the_editors_say_it_is_one(desk) -> None:
    desk.event("a", indicator="happened", period="2025-06")
    desk.event("b", indicator="happened", period="2025-07", articles="second")
    assert contradictions(desk.book()[0]) == ()
    desk.event("b", indicator="happened", period="2025-07", same_as="a", articles="second")
    (found,) = contradictions(desk.book()[0])
    assert (found.kind, ids([found])) == ("period", [("a", "b")])


def test_an_agency_that_both_articles_name_may_be_the_one_origin(desk) -> None:
    put(desk, "a", "10e9 USD")
    put(desk, "b", "10e9 USD", articles="second")
    book = desk.book()[0]
    both = replace(book, origins={"first": ("Reuters", "AFP"), "second": ("Reuters",)})
    one = replace(book, origins={"first": ("Reuters",), "second": ()})
    assert [found.origins for found in agreements(both)] == [("Reuters",)]
    assert [found.origins for found in agreements(one)] == [()]


@pytest.mark.parametrize(
    ("beside_a", "beside_b", "origins", "beside"),
    [
        (("Reuters",), ("Reuters", "AFP"), ("Reuters",), 2),
        (("Reuters",), (), ("Reuters",), 1),
        ((), (), ("AFP", "Reuters"), 0),
        (("dpa",), ("dpa",), ("AFP", "Reuters"), 0),
    ],
)
def test_an_agency_counts_as_the_origin_only_beside_the_figure(
    desk, beside_a, beside_b, origins, beside
) -> None:
    put(desk, "a", "10e9 USD")
    put(desk, "b", "10e9 USD", articles="second")
    book = desk.book()[0]
    named = dict.fromkeys(("first", "second"), ("Reuters", "AFP"))
    entries = {
        name: replace(entry, located=(replace(entry.located[0], origins=near),))
        for (name, entry), near in zip(
            sorted(book.entries.items()), (beside_a, beside_b), strict=True
        )
    }
    (found,) = agreements(replace(book, entries=entries, origins=named))
    assert (found.origins, found.beside) == (origins, beside)


def test_a_thousand_figures_of_one_thing_are_compared_in_time(desk) -> None:
    days = [f"2024-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    for at, day in enumerate(days):
        put(desk, f"day-{at}", f"{10 * at + 1} USD", period=day)
    put(desk, "year", "41 USD", period="2024", articles="second")
    assert ids(agreements(desk.book()[0])) == [("year", "day-4")]
