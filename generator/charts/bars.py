"""Bars and moves: amounts as horizontal bars in rows, from zero.

In: entries of one unit, their setting. Out: a Plotly figure as plain data. What is planned,
expected or aimed at is hatched, what is reported is solid, so that colour is never the only sign.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.charts.marks import heading_of, hover_of
from generator.charts.rows import BAR_HEIGHT, Rows, place_rows, rows_layout
from generator.charts.setting import Setting
from generator.charts.style import (
    DOWN,
    HATCHED,
    INK,
    MAIN,
    MUTED,
    UP,
    Plain,
    number,
    patterned,
    plotly_figure,
)
from generator.charts.values import amount_axis, greatest_value, least_value, unit_of
from generator.model import AHEAD, Entry
from generator.wording import LanguageWording, is_reported

_AIR = Decimal("1.04")


def draw_bars(entries: Sequence[Entry], setting: Setting) -> Mapping[str, Any]:
    """Bars below each other, a dashed line through every figure that others are held against."""
    rows = _rows(entries, setting)
    layout = _layout(entries, rows, setting)
    layout["shapes"] = [
        _line(number(greatest_value(entry)), rows.height, {"color": MUTED, "dash": "dash"})
        for entry in entries
        if entry.fact.status in AHEAD
    ]
    colours = [MAIN] * len(entries)
    return plotly_figure([_bars(entries, rows, setting.wording, colours)], layout)


def draw_moves(entries: Sequence[Entry], setting: Setting) -> Mapping[str, Any]:
    """Bars to the right of zero for what rose, to the left for what fell, and the line of zero."""
    rows = _rows(entries, setting)
    layout = _layout(entries, rows, setting)
    layout["shapes"] = [_line(0, rows.height, {"color": INK, "dash": "solid"})]
    colours = [UP if greatest_value(entry) >= 0 else DOWN for entry in entries]
    return plotly_figure([_bars(entries, rows, setting.wording, colours)], layout)


def _rows(entries: Sequence[Entry], setting: Setting) -> Rows:
    return place_rows([heading_of(entry, setting.wording) for entry in entries], setting.sheet)


def _bars(
    entries: Sequence[Entry], rows: Rows, wording: LanguageWording, colours: Sequence[str]
) -> Plain:
    starts = [_start(entry) for entry in entries]
    shapes = ["" if is_reported(entry) else HATCHED for entry in entries]
    return {
        "type": "bar",
        "orientation": "h",
        "y": rows.middles,
        "base": [number(start) for start in starts],
        "x": [
            number(greatest_value(entry) - start)
            for entry, start in zip(entries, starts, strict=True)
        ],
        "width": [BAR_HEIGHT] * len(entries),
        "marker": {
            "color": list(colours),
            "line": {"color": list(colours), "width": 1.5},
            "pattern": patterned(shapes),
        },
    } | hover_of(entries, wording)


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
    sheet = setting.sheet
    axis = amount_axis(low, high, unit_of(entries), setting, sheet.intervals)
    return rows_layout(rows, axis, sheet)


def _line(value: float, height: int, line: Plain) -> Plain:
    return {
        "type": "line",
        "layer": "below",
        "x0": value,
        "x1": value,
        "y0": 0,
        "y1": height,
        "line": {"width": 1.5} | line,
    }
