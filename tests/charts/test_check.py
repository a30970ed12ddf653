"""Charts that cannot be drawn, and those that must not be found twice."""

from dataclasses import replace

import pytest

from generator.charts import check_charts
from generator.model import Known


@pytest.fixture
def found(desk):
    """Findings on one chart; `unread` are ids of facts that are not in the book."""
    desk.add("a", "1", "USD")
    desk.add("b", "2", "USD", status="target")
    desk.add("c", "3", "CNY")
    desk.add("bare", "4")
    desk.add("event")

    def check(chart, *unread):
        findings = list(
            check_charts(
                {chart.id: chart}, desk.book, Known(frozenset({*desk.entries, *unread}), "f")
            )
        )
        return [(one.code, one.subject, one.place.line, one.place.column) for one in findings]

    return check


def test_every_kind_of_a_good_briefing_passes(desk, charts) -> None:
    assert list(check_charts(charts, desk.book, Known(frozenset(desk.entries), "f"))) == []


@pytest.mark.parametrize("kind", ["steps", "bars", "levels", "moves", "intervals"])
def test_units_must_not_mix(found, chart, kind) -> None:
    assert found(chart(kind, "a", "b", "c")) == [("chart-mixed-units", f"the-{kind}", 3, 12)]


@pytest.mark.parametrize(
    ("facts", "column"),
    [
        (("c", "a", "b"), 10),
        (("a", "c", "b"), 11),
        (("a", "b", "c"), 12),
        (("c", "a"), 11),
        (("c", "a", "bare", "b"), 12),
    ],
)
def test_the_odd_unit_is_blamed_and_of_two_the_later(found, chart, facts, column) -> None:
    assert found(chart("bars", *facts)) == [("chart-mixed-units", "the-bars", 3, column)]


def test_no_unit_is_a_unit_of_its_own(found, chart) -> None:
    assert found(chart("bars", "a", "bare")) == [("chart-mixed-units", "the-bars", 3, 11)]


def test_selected_units_must_not_mix(found, chart) -> None:
    mixed = [("chart-mixed-units", "the-bars", 4, 3)]
    assert found(chart("bars", about="acme", status="reported", indicator="level")) == mixed


def test_an_event_has_no_place_among_amounts(found, chart) -> None:
    assert found(chart("bars", "a", "event")) == [("chart-mixed-units", "the-bars", 3, 11)]


def test_events_alone_want_a_timeline(found, chart) -> None:
    assert found(chart("bars", "event")) == [("chart-empty", "the-bars", 2, 3)]
    assert found(chart("timeline", "event", "a", "c")) == []


def test_a_selection_that_finds_nothing(found, chart) -> None:
    assert found(chart("bars", indicator="none")) == [("chart-empty", "the-bars", 4, 3)]


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        ("steps", 8),
        ("bars", 16),
        ("levels", 36),
        ("moves", 24),
        ("intervals", 16),
        ("timeline", 30),
    ],
)
def test_more_facts_than_fit_a_phone(desk, chart, kind, most) -> None:
    names = [desk.add(f"fact-{number}", "1", "USD").fact.id for number in range(most + 1)]
    known = Known(frozenset(names), "f")

    def found(one):
        return [
            (finding.code, finding.place.line, finding.place.column, finding.message)
            for finding in check_charts({one.id: one}, desk.book, known)
        ]

    message = f"the chart selects {most + 1} facts; on a phone {kind} has room for {most}"
    assert found(chart(kind, *names[:-1])) == []
    assert found(chart(kind, *names)) == [("chart-too-long", 3, 10 + most, message)]
    assert found(chart(kind, unit="USD")) == [("chart-too-long", 4, 3, message)]


def test_a_withdrawn_fact_has_no_place_in_a_chart(desk, chart) -> None:
    gone = desk.add("gone", "1", "USD").fact
    desk.add("a", "2", "USD")
    book = replace(desk.book, entries={"a": desk.entries["a"]}, withdrawn={"gone": gone})
    one = chart("bars", "a", "gone")
    (finding,) = check_charts({one.id: one}, book, Known(frozenset({"a", "gone"}), "f"))
    assert (finding.code, finding.place.line, finding.place.column) == ("unknown-id", 3, 11)


def test_a_chart_without_facts(found, chart) -> None:
    assert found(chart("bars")) == [("chart-empty", "the-bars", 3, 3)]
    assert found(chart("coverage")) == []


def test_unproven_facts_are_found_elsewhere(found, chart) -> None:
    assert found(chart("bars", "unproven"), "unproven") == []
    assert found(chart("bars", "a", "unproven"), "unproven") == []
    assert found(chart("bars", indicator="unread"), "unproven") == []


def test_messages_name_both_sides(desk, chart) -> None:
    desk.add("a", "1", "USD")
    desk.add("c", "3", "CNY")
    (finding,) = check_charts(
        {"x": chart("bars", "a", "c")}, desk.book, Known(frozenset({"a", "c"}), "f")
    )
    assert finding.message == "c is in CNY, a in USD: one axis cannot show both"
