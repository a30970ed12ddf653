"""Intervals: what rounding and words like "about" and "more than" leave open, in rows.

In: entries of one unit, their setting. Out: a Plotly figure as plain data. A range has a bar at
each end that is known; an open end reaches the edge and has an arrow. Never a point for what is no
point.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.charts.axes import amount_axis, ends_of, greatest_value, least_value, unit_of
from generator.charts.marks import dot, heading_of, hover_of, mark, stroke
from generator.charts.rows import Heading, place_rows, rows_layout
from generator.charts.setting import Setting
from generator.charts.style import MAIN, Plain, Sketch, number
from generator.model import Amount, Entry
from generator.wording import LanguageWording, is_reported

_AIR, _OPEN_AIR = Decimal("0.05"), Decimal("0.25")
_INSET = Decimal("0.03")
"""Of the axis: how far from the edge an arrow stands."""
_CAP = 14
_ARROW = 12


def draw_intervals(entries: Sequence[Entry], setting: Setting) -> Sketch:
    """A row for each figure: its name, its amount, its range in words, and the range drawn."""
    wording, sheet = setting.wording, setting.sheet
    rows = place_rows([heading_of_range(entry, wording) for entry in entries], sheet)
    low, high = _axis_ends(entries)
    traces = [
        trace
        for entry, middle in zip(entries, rows.middles, strict=True)
        for trace in (*_range(entry, middle, low, high), _value(entry, middle, wording))
    ]
    axis = amount_axis(low, high, unit_of(entries), setting, sheet.intervals)
    return traces, rows_layout(rows, axis, sheet)


def range_words(entry: Entry, wording: LanguageWording) -> str:
    """The range in words; nothing for what is exact, what nothing bounds, what is itself a range.

    The ends of a figure that is printed as a range are rounded outwards: a second, finer range
    beside it would seem to be another.
    """
    low, high = ends_of(entry)
    if low == high or (entry.amount and entry.amount.value is None):
        return ""
    unit = entry.amount.unit if entry.amount else None
    if low is None or high is None:
        bound = Amount(value=low if low is not None else high, unit=unit)
        key = "chart-range-up" if high is None else "chart-range-down"
        return wording.say(key, amount=wording.amount(bound))
    return wording.amount(Amount(min_value=low, max_value=high, unit=unit))


def range_cell(entry: Entry, wording: LanguageWording) -> str:
    """The same for a column of ranges, where a figure that is a range has its own."""
    if entry.amount and entry.amount.value is None:
        return wording.amount(replace(entry.amount, hedge="exact"))
    return range_words(entry, wording)


def heading_of_range(entry: Entry, wording: LanguageWording) -> Heading:
    """Name, amount, status, and the range in words where there is one."""
    words = range_words(entry, wording)
    return heading_of(entry, wording, wording.say("chart-range", range=words) if words else "")


def _axis_ends(entries: Sequence[Entry]) -> tuple[Decimal, Decimal]:
    """The ends of the axis, with room for an arrow where a range is open."""
    ends = [ends_of(entry) for entry in entries]
    known = [end for pair in ends for end in pair if end is not None]
    known += [value(entry) for entry in entries for value in (least_value, greatest_value)]
    low, high = min(known, default=Decimal(0)), max(known, default=Decimal(1))
    span = (high - low) or abs(high) or Decimal(1)
    below = _OPEN_AIR if any(start is None for start, _ in ends) else _AIR
    above = _OPEN_AIR if any(end is None for _, end in ends) else _AIR
    return low - span * below, high + span * above


def _range(entry: Entry, middle: int, low: Decimal, high: Decimal) -> list[Plain]:
    """The range, a bar at each known end, an arrow at each open one; nothing if it is exact.

    An open end stands shortly before the edge of the axis.
    """
    start, end = ends_of(entry)
    if start is not None and start == end:
        return []
    inset = (high - low) * _INSET
    drawn = (low + inset if start is None else start, high - inset if end is None else end)
    x, y = [number(value) for value in drawn], [middle, middle]
    dash = "solid" if is_reported(entry) else "dot"
    ends = {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "cliponaxis": False,
        "marker": {
            "color": MAIN,
            "symbol": [
                "line-ns" if start is not None else "triangle-left",
                "line-ns" if end is not None else "triangle-right",
            ],
            "size": [_CAP if start is not None else _ARROW, _CAP if end is not None else _ARROW],
            "opacity": 1,  # else Plotly makes marks of several sizes translucent
            "line": {"color": MAIN, "width": 2},
        },
        "hoverinfo": "skip",
    }
    return [stroke(x, y, {"color": MAIN, "width": 4, "dash": dash}), ends]


def _value(entry: Entry, middle: int, wording: LanguageWording) -> Plain:
    """A mark at the value of the text; none where the text gives a range."""
    amount = entry.amount
    has_value = amount is not None and amount.value is not None
    value = number(greatest_value(entry))
    trace = mark(value, middle, dot(entry), hover_of([entry], wording))
    return trace | {"opacity": 1 if has_value else 0}
