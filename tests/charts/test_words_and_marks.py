"""Names of figures, harmless text, round marks of axes."""

import html
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.axes import month_ticks, round_ticks, year_ticks
from generator.charts.describe import describe_entries
from generator.charts.setting import WIDE, Setting
from generator.charts.text import plotly_text, wrapped
from generator.model import STATUSES
from generator.wording import (
    LanguageWording,
    drawn_amount,
    drawn_name,
    drawn_status,
    fact_name,
    status_word,
)


@pytest.mark.parametrize(
    ("more", "name", "drawn", "status"),
    [
        (
            {"label": {"en": "First target"}, "status": "target"},
            "First target",
            "First target, 2024",
            "(target)",
        ),
        ({"period": "2024-Q4"}, "Level", "Level, Q4 2024", ""),
        (
            {"label": {"en": "Wait for a hip"}, "short": {"en": "Wait"}, "period": "2026-04"},
            "Wait for a hip",
            "Wait, April 2026",
            "",
        ),
        (
            {"label": {"en": "Wait in April"}, "short": {"en": "April"}, "period": "2026-04"},
            "Wait in April",
            "April",
            "",
        ),
        (
            {"status": "consensus", "period": "2025-03"},
            "Level (consensus)",
            "Level, March 2025",
            "(consensus)",
        ),
        ({"formula": "{b}"}, "Level", "Level, 2024", "(computed)"),
    ],
)
def test_name_of_a_figure(desk, more, name, drawn, status) -> None:
    entry, wording = desk.add("a", "1", "USD", **more), LanguageWording("en", {})
    assert fact_name(entry, wording) == name
    assert drawn_name(entry, wording) == drawn
    assert drawn_status(entry, wording) == status


@pytest.mark.parametrize(
    ("hedge", "level", "change"),
    [
        ("exact", "30%", "−30%"),
        ("about", "≈\N{NO-BREAK SPACE}30%", "down ≈\N{NO-BREAK SPACE}30%"),
        ("over", ">\N{NO-BREAK SPACE}30%", "down >\N{NO-BREAK SPACE}30%"),
        ("at-least", "≥\N{NO-BREAK SPACE}30%", "down ≥\N{NO-BREAK SPACE}30%"),
        ("under", "<\N{NO-BREAK SPACE}30%", "down <\N{NO-BREAK SPACE}30%"),
        ("at-most", "≤\N{NO-BREAK SPACE}30%", "down ≤\N{NO-BREAK SPACE}30%"),
        ("nearly", "nearly 30%", "down nearly 30%"),
        ("just-over", "just over 30%", "down just over 30%"),
    ],
)
def test_a_drawing_shows_the_hedge_as_a_sign(desk, hedge, level, change) -> None:
    wording = LanguageWording("en", {})
    assert drawn_amount(desk.add("a", "30", "%", hedge=hedge), wording) == level
    fall = desk.add("b", "-30", "%", hedge=hedge, kind="change")
    assert drawn_amount(fall, wording) == change


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_has_a_word(status) -> None:
    assert LanguageWording("en", {}).say(f"status-{status}") == status


@pytest.mark.parametrize(
    ("more", "word"),
    [
        ({"status": "reported"}, "reported"),
        ({"status": "reported", "formula": "{a}"}, "computed"),
        ({"status": "target", "formula": "{a}"}, "target"),
    ],
)
def test_what_no_text_reports_is_not_called_reported(desk, more, word) -> None:
    entry = desk.add("b", "1", "USD", **more)
    wording = LanguageWording("en", {})
    assert status_word(entry, wording) == word
    (row,) = describe_entries("", [entry], Setting(wording, desk.book, WIDE)).rows
    assert word in row.cells


@given(st.text())
def test_text_is_shown_as_it_was_typed(text) -> None:
    made = plotly_text(text)
    assert not set(made) & set("<>${\n\r")
    assert html.unescape(made) == text.replace("\n", " ").replace("\r", " ")


@pytest.mark.parametrize("text", ["&lt;b&gt;", "a & b", "&#36;", "<br>", "$x$", "%{y}", "{z}"])
def test_what_plotly_would_obey_is_shown(text) -> None:
    assert html.unescape(plotly_text(text)) == text


def test_lines_are_short_and_never_none() -> None:
    assert wrapped("", 10) == [""]
    assert all(len(line) <= 10 for line in wrapped("some words and a verylongwordindeed", 10))
    assert wrapped("Price (planned), 2024", 9) == ["Price", "(planned),", "2024"]


def test_lines_are_even() -> None:
    assert wrapped("Delivery target after the raise, 2025", 34) == [
        "Delivery target after",
        "the raise, 2025",
    ]


def test_what_belongs_together_is_parted_only_where_it_must_be() -> None:
    amount = "≈\N{NO-BREAK SPACE}360,000\N{NO-BREAK SPACE}vehicles"
    assert wrapped(amount, 20) == [amount]
    assert wrapped(amount, 12) == ["≈ 360,000", "vehicles"]
    assert wrapped("123,456,789,012", 8) == ["123,456,789,012"]
    assert wrapped("a fifty-two-week high", 9) == ["a fifty-", "two-week", "high"]


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        ("0", "113.36e9", ["0", "50e9", "100e9"]),
        ("-31.2", "5.6", ["-20", "0"]),
        ("2.01", "4.2", ["3", "4"]),
        ("0", "0.9", ["0", "0.5"]),
        ("5", "5", ["5"]),
        ("0", "3", ["0", "1", "2", "3"]),
    ],
)
def test_marks_are_round(low, high, ticks) -> None:
    assert round_ticks(Decimal(low), Decimal(high)) == [Decimal(tick) for tick in ticks]


@given(
    st.decimals(-(10**12), 10**12, places=3),
    st.decimals("0.001", 10**12, places=3),
    st.integers(3, 6),
)
def test_marks_are_few_and_within(low, span, intervals) -> None:
    ticks = round_ticks(low, low + span, intervals)
    assert all(low <= tick <= low + span for tick in ticks)
    assert 1 <= len(ticks) <= intervals + 1


def test_marks_of_years_and_months() -> None:
    assert year_ticks(date(2021, 3, 1), date(2023, 6, 1)) == [date(2022, 1, 1), date(2023, 1, 1)]
    assert len(year_ticks(date(1900, 1, 1), date(2020, 1, 1))) <= 6
    assert month_ticks(date(2025, 5, 20), date(2025, 8, 3)) == [
        date(2025, 6, 1),
        date(2025, 7, 1),
        date(2025, 8, 1),
    ]
    assert len(month_ticks(date(2024, 2, 1), date(2025, 8, 1))) <= 4
