"""Promises: what was promised and what happened, a dumbbell a promise.

In: entries, each promise with its revisions and then what measures it; their setting. Out: a
Plotly figure as plain data. A hollow mark is a promise, crossed out where a later one replaced it;
a solid one is what happened. All dates share one scale, amounts have one of their own in each row,
from zero. Never a verdict: that is the ledger's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.charts.axes import drawn_range, greatest_value, least_value
from generator.charts.lengths import plot_width
from generator.charts.marks import (
    amount_label,
    dot,
    heading_of_event,
    hover_of,
    hover_of_event,
    mark,
    standing_of,
    stroke,
)
from generator.charts.rows import Heading, place_rows, rows_layout
from generator.charts.setting import Setting
from generator.charts.style import INK, MAIN, MUTED, PAPER, SMALL_SIZE, Plain, Sketch
from generator.charts.text import LINE_BREAK, bold, drawn_width, plotly_text, struck, wrapped
from generator.model import Entry
from generator.wording import drawn_amount, drawn_label, period_of

_FIRST, _LAST = 0.1, 0.62
"""Of the width: between them stand the marks, the rest is for their words."""
_BESIDE, _LINE = 12, 17
_NAME = 34
_NO_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class _Row:
    """A promise with its revisions, and what happened."""

    promised: Sequence[Entry]
    happened: Sequence[Entry]

    @property
    def entries(self) -> Sequence[Entry]:
        """All that the row shows."""
        return (*self.promised, *self.happened)


def draw_promises(entries: Sequence[Entry], setting: Setting) -> Sketch:
    """A row for each promise: hollow what was promised, solid what happened, a line between."""
    found = _rows(entries)
    width = plot_width(setting.sheet)
    headings = [_heading(row, setting) for row in found]
    rows = place_rows(headings, setting.sheet)
    days = [day for row in found for one in row.entries for day in _days(one) if not one.amount]
    ends = (min(days, default=_NO_DAY), max(days, default=_NO_DAY))
    traces: list[Plain] = []
    labels: list[Plain] = []
    for row, place in zip(found, rows.middles, strict=True):
        at = {one.fact.id: _places(one, row, ends, width) for one in row.entries}
        traces += _drawn(row, at, place, setting)
        labels += _labels(row, at, place, setting)
    axis: Plain = {"visible": False, "fixedrange": True, "range": [0, width], "ticktext": []}
    layout = rows_layout(rows, axis, setting.sheet)
    del layout["xaxis"]["ticktext"]
    layout["annotations"] += labels
    return traces, layout


def _rows(entries: Sequence[Entry]) -> list[_Row]:
    """A promise begins a row, unless it revises one of the row before; the rest belongs to it.

    What would need another scale begins a row as well.
    """
    found: list[tuple[list[Entry], list[Entry]]] = []
    for entry in entries:
        is_promise = standing_of(entry) == "promised"
        row = [*found[-1][0], *found[-1][1]] if found else []
        is_new = is_promise and entry.fact.id not in {one.revised_by for one in row}
        if not row or is_new or _scale(row[0]) != _scale(entry):
            found.append(([], []))
        found[-1][0 if is_promise else 1].append(entry)
    return [_Row(*one) for one in found]


def _scale(entry: Entry) -> str | None:
    """What a row is drawn on: time, or amounts of one unit."""
    return entry.amount.unit or "" if entry.amount else None


def _heading(row: _Row, setting: Setting) -> Heading:
    """What was promised, and room for the words above and below the marks."""
    wording = setting.wording
    name = wording.text(row.entries[0].indicator.label)
    remark = "" if row.happened else wording.say("chart-promise-open")
    lines = max((len(_said(one, setting)) for one in row.happened), default=0)
    above = _LINE * min(len(row.promised), 2) + _BESIDE
    return Heading(name, "", remark, below=_LINE * lines + 4, above=above)


def _days(entry: Entry) -> tuple[date, date]:
    start = entry.period.start or entry.period.end or _NO_DAY
    return start, entry.period.end or start


def _places(
    entry: Entry, row: _Row, ends: tuple[date, date], width: int
) -> tuple[float, float, float]:
    """Where an entry begins, stands and ends, in pixels from the left."""
    first, last = width * _FIRST, width * _LAST
    if entry.amount is None:
        span = (ends[1] - ends[0]).days or 1
        start, end = (first + (day - ends[0]).days / span * (last - first) for day in _days(entry))
        is_open = entry.period.end is None
        middle = start if is_open or standing_of(entry) == "promised" else (start + end) / 2
        return round(start, 1), round(middle, 1), round(end, 1)
    sizes = [greatest_value(one) for one in row.entries if one.amount]
    most = max([*sizes, *(-size for size in sizes)]) or Decimal(1)
    value = greatest_value(entry)
    low, high = drawn_range(entry) or (value, value)
    ends_at = (least_value(entry) if low is None else low, value if high is None else high)
    found = [float(abs(one) / most) * last for one in (ends_at[0], value, ends_at[1])]
    start, middle, end = sorted(round(one, 1) for one in found)
    return start, round(found[1], 1) if start <= found[1] <= end else middle, end


def _drawn(
    row: _Row, at: dict[str, tuple[float, float, float]], place: int, setting: Setting
) -> Iterator[Plain]:
    """The line from first to last, the time or range that is left open, the marks."""
    points = [at[one.fact.id][1] for one in row.entries]
    starts_at_zero = any(one.amount for one in row.entries)
    line = [0.0 if starts_at_zero else min(points), max(points)]
    yield stroke(line, [place, place], {"color": MUTED, "width": 1.5})
    for one in row.entries:
        start, _, end = at[one.fact.id]
        if end > start:
            yield stroke([start, end], [place, place], {"color": MAIN, "width": 8})
            if standing_of(one) != "reported":
                yield stroke([start, end], [place, place], {"color": PAPER, "width": 5})
    for one in row.entries:
        is_replaced = one.revised_by in at
        look = dot(one, "x-thin" if is_replaced else "circle", MUTED if is_replaced else MAIN, 13)
        wording = setting.wording
        hover = hover_of([one], wording) if one.amount else hover_of_event(one, wording)
        yield mark(at[one.fact.id][1], place, look, hover)


def _labels(
    row: _Row, at: dict[str, tuple[float, float, float]], place: int, setting: Setting
) -> Iterator[Plain]:
    """What was promised above the marks, what happened below."""
    if row.promised:
        *before, latest = row.promised
        own = at[latest.fact.id][1]
        near, apart = list[Entry](), list[Entry]()
        for one in before:
            gap = abs(own - at[one.fact.id][1])
            is_near = gap < drawn_width(_figure(one, setting)) + _BESIDE
            (near if is_near else apart).append(one)
        lines = [struck(plotly_text(_figure(one, setting))) for one in near]
        lines.append(bold(_figure(latest, setting)))
        yield _label(lines, own) | _above(place)
        for one in apart:
            text = struck(plotly_text(_figure(one, setting)))
            yield _label([text], at[one.fact.id][1]) | _above(place)
    for one in row.happened[-1:]:
        x, lines = at[one.fact.id][1], _said(one, setting)
        longest = drawn_width(max(wrapped(drawn_label(one, setting.wording), _NAME), key=len), 0.9)
        side = {"x": x + 7, "xanchor": "right", "align": "right"}
        is_left = x + longest > plot_width(setting.sheet)
        yield _label(lines, x) | _below(place) | (side if is_left else {})


def _figure(entry: Entry, setting: Setting) -> str:
    """The amount, or the time of an event."""
    wording = setting.wording
    return period_of(entry, wording) if entry.amount is None else drawn_amount(entry, wording)


def _said(entry: Entry, setting: Setting) -> list[str]:
    """What happened, in lines: the figure, then its name."""
    wording = setting.wording
    if entry.amount is None:
        figure = bold(heading_of_event(entry, wording).amount or period_of(entry, wording))
    else:
        figure = amount_label(entry, wording)
    return [figure, *map(plotly_text, wrapped(drawn_label(entry, wording), _NAME))]


def _label(lines: Sequence[str], x: float) -> Plain:
    return {
        "text": LINE_BREAK.join(lines),
        "x": max(x - 7, 0),
        "xanchor": "left",
        "align": "left",
        "showarrow": False,
        "font": {"size": SMALL_SIZE, "color": INK},
    }


def _above(place: int) -> Plain:
    return {"y": place - _BESIDE, "yanchor": "bottom"}


def _below(place: int) -> Plain:
    return {"y": place + _BESIDE - 2, "yanchor": "top"}
