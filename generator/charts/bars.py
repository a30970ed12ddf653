"""Bars and moves: amounts as horizontal bars in rows, from zero.

In: entries of one unit, their setting. Out: a Plotly figure as plain data. What is planned,
expected or aimed at is hatched, what is reported is solid, so that colour is never the only sign.
"""

from collections.abc import Sequence
from decimal import Decimal

from generator.charts.axes import amount_axis, greatest_value, least_value, unit_of
from generator.charts.marks import heading_of, hover_of
from generator.charts.rows import Rows, place_rows, row_bars, rows_layout
from generator.charts.setting import Setting
from generator.charts.style import (
    DOWN,
    HATCHED,
    INK,
    MAIN,
    MUTED,
    UP,
    Plain,
    Sketch,
    line_below,
    number,
)
from generator.model import AHEAD, Entry
from generator.wording import LanguageWording, is_reported

_AIR = Decimal("1.04")


def draw_bars(entries: Sequence[Entry], setting: Setting) -> Sketch:
    """Bars below each other, a dashed line through every figure that others are held against."""
    rows = _rows(entries, setting)
    layout = _layout(entries, rows, setting)
    layout["shapes"] = [
        _line(number(greatest_value(entry)), rows, MUTED, "dash")
        for entry in entries
        if entry.fact.status in AHEAD
    ]
    colours = [MAIN] * len(entries)
    return [_bars(entries, rows, setting.wording, colours)], layout


def draw_moves(entries: Sequence[Entry], setting: Setting) -> Sketch:
    """Bars to the right of zero for what rose, to the left for what fell, and the line of zero."""
    rows = _rows(entries, setting)
    layout = _layout(entries, rows, setting)
    layout["shapes"] = [_line(0, rows, INK, "solid")]
    colours = [UP if greatest_value(entry) >= 0 else DOWN for entry in entries]
    return [_bars(entries, rows, setting.wording, colours)], layout


def _rows(entries: Sequence[Entry], setting: Setting) -> Rows:
    return place_rows([heading_of(entry, setting.wording) for entry in entries], setting.sheet)


def _bars(
    entries: Sequence[Entry], rows: Rows, wording: LanguageWording, colours: list[str]
) -> Plain:
    starts = [_start(entry) for entry in entries]
    shapes = ["" if is_reported(entry) else HATCHED for entry in entries]
    lengths = [greatest_value(entry) - start for entry, start in zip(entries, starts, strict=True)]
    ends = {"base": list(map(number, starts)), "x": list(map(number, lengths))}
    return row_bars(rows, colours, shapes, 1.5) | ends | hover_of(entries, wording)


def _start(entry: Entry) -> Decimal:
    """Where a bar starts: at zero, or at the lower end of a range."""
    amount = entry.amount
    is_range = amount is not None and None not in (amount.min_value, amount.max_value)
    return least_value(entry) if is_range else Decimal(0)


def _layout(entries: Sequence[Entry], rows: Rows, setting: Setting) -> Plain:
    low = min([Decimal(0), *(least_value(entry) for entry in entries)]) * _AIR
    high = max([Decimal(0), *(greatest_value(entry) for entry in entries)]) * _AIR
    if high <= low:
        high = Decimal(1)
    axis = amount_axis(low, high, unit_of(entries), setting, setting.sheet.intervals)
    return rows_layout(rows, axis, setting.sheet)


def _line(value: float, rows: Rows, colour: str, dash: str) -> Plain:
    return line_below(
        (value, 0), (value, rows.height), {"width": 1.5, "color": colour, "dash": dash}
    )
