"""Names of figures, harmless text, round marks of axes."""

import html
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts import fact_name, status_word
from generator.charts.describe import table
from generator.charts.naming import full_name
from generator.charts.text import plotly_text, wrapped
from generator.charts.ticks import month_ticks, round_ticks, year_ticks
from generator.model import STATUSES
from generator.pages.wording import LanguageWording


@pytest.mark.parametrize(
    ("more", "name", "full"),
    [
        ({"label": {"en": "First target"}, "status": "target"}, "First target", ""),
        ({"status": "reported", "period": "2024-Q4"}, "Level", ", Q4 2024"),
        ({"status": "consensus", "period": "2025-03"}, "Level (consensus)", ", March 2025"),
    ],
)
def test_name_of_a_figure(desk, more, name, full) -> None:
    entry, wording = desk.add("a", "1", "USD", **more), LanguageWording("en", {})
    assert fact_name(entry, wording) == name
    assert full_name(entry, wording).startswith(name)
    assert full_name(entry, wording).endswith(full)


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
    _, (row,) = table([entry], wording)
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
