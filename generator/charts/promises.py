"""Promises: what was promised, and below it what happened, a row a promise.

In: entries, each promise with its revisions and then what measures it; their setting. Out: a
Plotly figure as plain data. On the upper line of a row a hollow mark is a promise, crossed out
where a later one replaced it. On the lower one a dot is what happened, a bar from zero how much; an
event that only shows that a promised one had happened by then is open to the left. All dates share
one scale, and so do all amounts of one unit, from zero. Never a verdict: that is the ledger's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.charts.axes import drawn_range, greatest_value, least_value
from generator.charts.lengths import ends_of, paint_of, plot_width
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
from generator.charts.promise_words import BESIDE, LINE, Words, place_words
from generator.charts.rows import Heading, place_rows, rows_layout
from generator.charts.setting import Setting
from generator.charts.style import INK, MAIN, MUTED, PAPER, SMALL_SIZE, Plain, Sketch, line_below
from generator.charts.text import LINE_BREAK, bold, drawn_width, plotly_text, struck, wrapped
from generator.model import Entry
from generator.wording import drawn_amount, drawn_label, period_of

_FIRST, _LAST = 0.1, 0.62
"""Of the width: between them stand the marks, the rest is for their words."""
_DOWN = 20
"""From the line of promises to that of what happened."""
_BAR = 12
_OPEN = 44
"""Pixels of what is open to the left; no article says how far it reaches."""
_BAND = 0.28
_NAME = 34
_BOLD, _PLAIN = 1.0, 0.93
_NO_DAY = date(2000, 1, 1)
_Reach = tuple[float, float, float]
"""Where an entry begins, stands and ends, in pixels from the left."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A promise with its revisions, and what happened."""

    promised: Sequence[Entry]
    happened: Sequence[Entry]

    @property
    def entries(self) -> Sequence[Entry]:
        """All that the row shows."""
        return (*self.promised, *self.happened)

    def is_open(self, entry: Entry) -> bool:
        """It tells that what was promised had happened by then, not when."""
        is_other = entry.indicator != self.promised[0].indicator if self.promised else False
        return entry in self.happened and entry.amount is None and is_other


def draw_promises(entries: Sequence[Entry], setting: Setting) -> Sketch:
    """A row for each promise: above what was promised, below it what happened."""
    found = _rows(entries)
    width = plot_width(setting.sheet)
    days = [day for row in found for one in row.entries for day in _days(one) if not one.amount]
    ends = (min(days, default=_NO_DAY), max(days, default=_NO_DAY))
    shared = _greatest(found)
    places = [
        {one.fact.id: _reach(one, row, ends, shared, width) for one in row.entries} for row in found
    ]
    words = [_promised_words(row, at, setting) for row, at in zip(found, places, strict=True)]
    headings = [_heading(row, own, setting) for row, own in zip(found, words, strict=True)]
    rows = place_rows(headings, setting.sheet)
    traces: list[Plain] = []
    labels: list[Plain] = []
    shapes: list[Plain] = []
    for row, at, own, middle in zip(found, places, words, rows.middles, strict=True):
        traces += _drawn(row, at, middle, setting)
        labels += [*_above(own, middle), *_below(row, at, middle, setting)]
        shapes += _lines(row, own, middle)
    axis: Plain = {"visible": False, "fixedrange": True, "range": [0, width], "ticktext": []}
    layout = rows_layout(rows, axis, setting.sheet)
    del layout["xaxis"]["ticktext"]
    layout["annotations"] += labels
    return traces, layout | {"barmode": "overlay", "shapes": shapes}


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


def _heading(row: _Row, words: Sequence[Words], setting: Setting) -> Heading:
    """What was promised, and room for the words above and below the marks."""
    wording, remark = setting.wording, ""
    if not row.happened:
        remark = wording.say("chart-promise-open")
    elif all(map(row.is_open, row.happened)):
        remark = wording.say("chart-promise-undated")
    name = wording.text(row.entries[0].indicator.label)
    lines = max((len(_said(one, row, setting)) for one in row.happened), default=0)
    above = max((one.level + 1 for one in words), default=0) * LINE + BESIDE
    below = LINE * lines + 4 + (_DOWN if row.promised and row.happened else 0)
    return Heading(name, "", remark, below=below, above=above)


def _days(entry: Entry) -> tuple[date, date]:
    start = entry.period.start or entry.period.end or _NO_DAY
    return start, entry.period.end or start


def _greatest(rows: Sequence[_Row]) -> Mapping[str | None, Decimal]:
    """By unit, the greatest amount of all rows: what is longer is more, also between rows."""
    found: dict[str | None, Decimal] = {}
    for one in (entry for row in rows for entry in row.entries if entry.amount):
        most = max(map(abs, _range(one)))
        found[_scale(one)] = max(found.get(_scale(one), Decimal(0)), most)
    return found


def _reach(
    entry: Entry,
    row: _Row,
    ends: tuple[date, date],
    greatest: Mapping[str | None, Decimal],
    width: int,
) -> _Reach:
    first, last = width * _FIRST, width * _LAST
    if entry.amount is None:
        span = (ends[1] - ends[0]).days or 1
        start, end = (first + (day - ends[0]).days / span * (last - first) for day in _days(entry))
        if row.is_open(entry):
            return round(end - _OPEN, 1), round(end - _OPEN, 1), round(end, 1)
        is_from = entry.period.end is None or standing_of(entry) == "promised"
        return round(start, 1), round(start if is_from else (start + end) / 2, 1), round(end, 1)
    most = greatest[_scale(entry)] or Decimal(1)
    value = greatest_value(entry)
    found = [float(abs(one) / most) * last for one in (*_range(entry), value)]
    low, high, middle = (round(one, 1) for one in found)
    return min(low, high), middle, max(low, high)


def _range(entry: Entry) -> tuple[Decimal, Decimal]:
    """The ends of what is drawn of an amount; an end that is open is its value."""
    value = greatest_value(entry)
    low, high = drawn_range(entry) or (value, value)
    return least_value(entry) if low is None else low, value if high is None else high


def _drawn(row: _Row, at: Mapping[str, _Reach], place: int, setting: Setting) -> Iterator[Plain]:
    """The line of what was promised with its marks, and below it what happened."""
    points = [at[one.fact.id][1] for one in row.promised]
    if points:
        from_zero = any(one.amount for one in row.promised)
        line = [0.0 if from_zero else min(points), max(points)]
        yield stroke(line, [place, place], {"color": MUTED, "width": 1.5})
    for one in row.promised:
        start, _, end = at[one.fact.id]
        if end > start:
            yield stroke([start, end], [place, place], {"color": MAIN, "width": 8})
            yield stroke([start, end], [place, place], {"color": PAPER, "width": 5})
    for one in row.promised:
        is_replaced = one.revised_by in at
        look = dot(one, "x-thin" if is_replaced else "circle", MUTED if is_replaced else MAIN, 13)
        yield mark(at[one.fact.id][1], place, look, _hover(one, setting))
    for one in row.happened:
        make = _event if one.amount is None else _bar
        yield from make(one, at[one.fact.id], _lower(row, place), setting)


def _lower(row: _Row, place: int) -> int:
    return place + _DOWN if row.promised else place


def _hover(entry: Entry, setting: Setting) -> Plain:
    wording = setting.wording
    return hover_of([entry], wording) if entry.amount else hover_of_event(entry, wording)


def _event(entry: Entry, at: _Reach, place: int, setting: Setting) -> Iterator[Plain]:
    """A dot in its time; an arrow to the left of its end where it was then or before."""
    start, middle, end = at
    is_open = start == middle < end
    if is_open:
        yield stroke([start, end], [place, place], {"color": MAIN, "width": 2, "dash": "dot"})
        tick = {"symbol": "line-ns", "size": 14, "color": MAIN, "line": {"color": MAIN, "width": 2}}
        yield mark(end, place, tick, {"hoverinfo": "skip"})
    elif end > start:
        yield stroke([start, end], [place, place], {"color": MAIN, "width": 8})
    look = dot(entry, "triangle-left" if is_open else "circle", MAIN, 13)
    yield mark(middle, place, look, _hover(entry, setting))


def _bar(entry: Entry, at: _Reach, place: int, setting: Setting) -> Iterator[Plain]:
    """A bar from zero to the value, and a band over what is left open."""
    bar = {"type": "bar", "orientation": "h", "y": [place], "width": [_BAR]}
    start, middle, end = at
    yield bar | {"base": [0], "x": [middle]} | paint_of(entry, MAIN) | _hover(entry, setting)
    if end > start:
        paint = {"color": MUTED, "opacity": _BAND, "line": {"width": 0}}
        yield bar | {"base": [start], "x": [end - start], "marker": paint, "hoverinfo": "skip"}
        yield ends_of([start, end], place, _BAR)


def _lines(row: _Row, words: Sequence[Words], place: int) -> Iterator[Plain]:
    """Zero of an amount, and lines from marks to words that stand further up."""
    if any(one.amount for one in row.entries):
        bottom = _lower(row, place) + _BAR if row.happened else place + _BAR
        yield line_below((0, place - _BAR), (0, bottom), {"width": 1.5, "color": INK})
    for one in words:
        if one.level:
            ends = (one.mark, place - BESIDE), (one.mark, place - BESIDE - LINE * one.level)
            yield line_below(*ends, {"width": 0.75, "color": MUTED})


def _promised_words(row: _Row, at: Mapping[str, _Reach], setting: Setting) -> Sequence[Words]:
    """What was promised, each at its mark: the promise that holds in bold, others struck."""
    asked = list[tuple[str, float, float]]()
    for one in reversed(row.promised):
        text, holds = _figure(one, setting), one is row.promised[-1]
        markup = bold(text) if holds else struck(plotly_text(text))
        size = drawn_width(text, _BOLD if holds else _PLAIN)
        asked.append((markup, at[one.fact.id][1], size))
    return place_words(asked, plot_width(setting.sheet))


def _above(words: Sequence[Words], place: int) -> Iterator[Plain]:
    for one in words:
        level = {"y": place - BESIDE - LINE * one.level, "yanchor": "bottom"}
        yield _label([one.text], one.x, is_left=one.is_left) | level


def _below(row: _Row, at: Mapping[str, _Reach], place: int, setting: Setting) -> Iterator[Plain]:
    """What happened, below its mark."""
    for one in row.happened[-1:]:
        lines = _said(one, row, setting)
        x = at[one.fact.id][2 if row.is_open(one) else 1]
        longest = drawn_width(max(wrapped(drawn_label(one, setting.wording), _NAME), key=len), 0.9)
        is_left = x - BESIDE + longest > plot_width(setting.sheet)
        beside = {"y": _lower(row, place) + BESIDE - 2, "yanchor": "top"}
        yield _label(lines, x + 7 if is_left else max(x - 7, 0), is_left=is_left) | beside


def _figure(entry: Entry, setting: Setting) -> str:
    """The amount, or the time of an event."""
    wording = setting.wording
    return period_of(entry, wording) if entry.amount is None else drawn_amount(entry, wording)


def _said(entry: Entry, row: _Row, setting: Setting) -> list[str]:
    """What happened, in lines: the figure, then its name."""
    wording = setting.wording
    if entry.amount is not None:
        figure = amount_label(entry, wording)
    elif row.is_open(entry):
        figure = bold(wording.say("chart-promise-by", period=period_of(entry, wording)))
    else:
        figure = bold(heading_of_event(entry, wording).amount or period_of(entry, wording))
    return [figure, *map(plotly_text, wrapped(drawn_label(entry, wording), _NAME))]


def _label(lines: Sequence[str], x: float, *, is_left: bool) -> Plain:
    side = "right" if is_left else "left"
    return {
        "text": LINE_BREAK.join(lines),
        "x": x,
        "xanchor": side,
        "align": side,
        "showarrow": False,
        "font": {"size": SMALL_SIZE, "color": INK},
    }
