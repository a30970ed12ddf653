"""Timelines: what happened when, in rows, with dates across.

In: entries, their setting. Out: a Plotly figure as plain data. A bar covers the whole period that a
text leaves open, so that nothing looks more exact than it is; what is planned is hollow. Never a
day that no text names.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from generator.charts.axes import date_axis, month_ticks, needs_months, year_ticks
from generator.charts.marks import dot, hover_of, mark, stroke
from generator.charts.rows import Heading, place_rows, rows_layout
from generator.charts.setting import Setting
from generator.charts.style import MAIN, Plain, Sketch
from generator.charts.text import plotly_lines
from generator.model import Entry, Period
from generator.wording import (
    LanguageWording,
    drawn_amount,
    drawn_label,
    drawn_status,
    fact_name,
    is_reported,
    period_of,
    says_period,
)

_SPARE_DAYS = 20
_REPORTED: Plain = {"width": 5, "dash": "solid"}
_NOT_YET: Plain = {"width": 2, "dash": "dot"}
_NO_DAY = date(2000, 1, 1)
"""Where an axis starts on which nothing stands."""


def draw_timeline(entries: Sequence[Entry], setting: Setting) -> Sketch:
    """A row for each event: its name, its date in words, and its place in time."""
    wording, sheet = setting.wording, setting.sheet
    rows = place_rows([heading_of_event(entry, wording) for entry in entries], sheet)
    first, last = _ends(entries)
    traces = [
        trace
        for entry, middle in zip(entries, rows.middles, strict=True)
        for trace in (_stretch(entry, middle, first, last), _mark(entry, middle, wording))
    ]
    return traces, rows_layout(rows, _date_axis(first, last, wording), sheet)


def heading_of_event(entry: Entry, wording: LanguageWording) -> Heading:
    """The name, with the amount if there is one; the date; the status if it is not reported."""
    name = drawn_label(entry, wording)
    period = "" if says_period(name, entry, wording, with_year=True) else period_of(entry, wording)
    if entry.amount is not None:
        name = wording.say("chart-name-amount", name=name, amount=drawn_amount(entry, wording))
    return Heading(name, period, drawn_status(entry, wording))


def _ends(entries: Sequence[Entry]) -> tuple[date, date]:
    """The first and the last day of the axis, with a little air."""
    periods = [entry.period for entry in entries]
    days = [day for period in periods for day in (period.start, period.end) if day is not None]
    if not days:
        return _NO_DAY, _NO_DAY + timedelta(days=365)
    air = timedelta(days=max(_SPARE_DAYS, (max(days) - min(days)).days // 30))
    return min(days) - air, max(days) + air


def _stretch(entry: Entry, middle: int, first: date, last: date) -> Plain:
    """A bar over the period; to the edge of the chart where the period is open."""
    start, end = entry.period.start or first, entry.period.end or last
    line = {"color": MAIN, **(_REPORTED if is_reported(entry) else _NOT_YET)}
    return stroke([start.isoformat(), end.isoformat()], [middle, middle], line)


def _mark(entry: Entry, middle: int, wording: LanguageWording) -> Plain:
    """A mark in the middle of the period, or at its known end; hollow for what is not reported."""
    known = wording.say("chart-hover-known", date=wording.period(entry.known_from))
    name = wording.text(entry.fact.short) or fact_name(entry, wording)
    period = "" if says_period(name, entry, wording, with_year=True) else period_of(entry, wording)
    text = plotly_lines(list(filter(None, [name, period, known])))
    look = dot(entry, _symbol(entry), size=12)
    hover = hover_of([entry], wording) | {"hovertext": [text]}
    return mark(_middle(entry.period).isoformat(), middle, look, hover)


def _middle(period: Period) -> date:
    if period.start is None or period.end is None:
        return period.start or period.end or _NO_DAY
    return period.start + (period.end - period.start) / 2


def _symbol(entry: Entry) -> str:
    """A triangle towards the side on which the time is open; it was so by the day that it has."""
    if entry.period.end is None:
        return "triangle-right"
    is_open = entry.period.start is None or not entry.is_dated
    return "triangle-left" if is_open else "circle"


def _date_axis(first: date, last: date, wording: LanguageWording) -> Plain:
    months = needs_months(first, last)
    days = month_ticks(first, last) if months else year_ticks(first, last)
    named = [f"{day:%Y-%m}" if months else f"{day:%Y}" for day in days]
    words = [wording.period(Period.parse(name)) for name in named]
    return date_axis(days, words, (first, last))
