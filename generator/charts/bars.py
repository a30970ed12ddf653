"""Steps, bars and moves: amounts as horizontal bars in rows, from zero.

In: entries of one unit, a wording. Out: a Plotly figure as plain data. What is planned, expected
or aimed at is hatched, what is reported is solid, so that colour is never the only sign.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.charts.naming import full_name, written_amount
from generator.charts.rows import BAR_HEIGHT, Rows, place_rows, rows_layout
from generator.charts.style import (
    DOWN,
    INK,
    MAIN,
    MUTED,
    UP,
    Plain,
    finished,
    number,
    value_axis,
)
from generator.charts.text import plotly_lines, plotly_text
from generator.charts.ticks import round_ticks
from generator.charts.values import greatest_value, least_value
from generator.model import Amount, Entry, Wording

_AIR = Decimal("1.04")
_HATCHED = "/"
_REFERENCES = frozenset({"target", "planned", "forecast", "consensus"})
"""What others are held against."""


def draw_steps(entries: Sequence[Entry], wording: Wording) -> Mapping[str, Any]:
    """Bars below each other, a dotted line from the end of each to the next."""
    rows = _rows(entries, wording)
    layout = _layout(entries, rows, wording)
    layout["shapes"] = [
        _line(number(greatest_value(entry)), upper.middle, lower.middle, "dot")
        for entry, upper, lower in zip(entries, rows.places, rows.places[1:], strict=False)
    ]
    return finished([_bars(entries, rows, wording, [MAIN] * len(entries))], layout)


def draw_bars(entries: Sequence[Entry], wording: Wording) -> Mapping[str, Any]:
    """Bars below each other, a dashed line down from every figure that others are held against."""
    rows = _rows(entries, wording)
    layout = _layout(entries, rows, wording)
    layout["shapes"] = [
        _line(number(greatest_value(entry)), 0, rows.height, "dash")
        for entry in entries
        if entry.fact.status in _REFERENCES
    ]
    return finished([_bars(entries, rows, wording, [MAIN] * len(entries))], layout)


def draw_moves(entries: Sequence[Entry], wording: Wording) -> Mapping[str, Any]:
    """Bars to the right of zero for what rose, to the left for what fell, and the line of zero."""
    rows = _rows(entries, wording)
    colours = [UP if greatest_value(entry) >= 0 else DOWN for entry in entries]
    layout = _layout(entries, rows, wording)
    layout["shapes"] = [_line(0, 0, rows.height, "solid") | {"line": {"color": INK, "width": 1}}]
    return finished([_bars(entries, rows, wording, colours)], layout)


def _rows(entries: Sequence[Entry], wording: Wording) -> Rows:
    return place_rows(
        [(full_name(entry, wording), written_amount(entry, wording)) for entry in entries]
    )


def _bars(entries: Sequence[Entry], rows: Rows, wording: Wording, colours: Sequence[str]) -> Plain:
    starts = [_start(entry) for entry in entries]
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
            "pattern": {
                "shape": ["" if entry.fact.status == "reported" else _HATCHED for entry in entries],
                "fillmode": "replace",
                "size": 7,
                "solidity": 0.3,
            },
        },
        "hovertext": [_hover(entry, wording) for entry in entries],
        "hoverinfo": "text",
    }


def _start(entry: Entry) -> Decimal:
    """Where a bar starts: at zero, or at the lower end of a range."""
    amount = entry.amount
    is_range = amount is not None and None not in (amount.min_value, amount.max_value)
    return least_value(entry) if is_range else Decimal(0)


def _layout(entries: Sequence[Entry], rows: Rows, wording: Wording) -> Plain:
    low = min([Decimal(0), *(least_value(entry) for entry in entries)]) * _AIR
    high = max([Decimal(0), *(greatest_value(entry) for entry in entries)]) * _AIR
    unit = entries[0].amount.unit if entries and entries[0].amount else None
    ticks = round_ticks(low, high)
    texts = [plotly_text(wording.number(Amount(value=tick, unit=unit))) for tick in ticks]
    axis = value_axis(ticks, texts, plotly_text(wording.unit_name(unit)))
    axis["range"] = [number(low), number(high) if high > low else 1]
    return rows_layout(rows, axis)


def _line(value: float, top: int, bottom: int, dash: str) -> Plain:
    return {
        "type": "line",
        "layer": "below",
        "x0": value,
        "x1": value,
        "y0": top,
        "y1": bottom,
        "line": {"color": MUTED, "width": 1.5, "dash": dash},
    }


def _hover(entry: Entry, wording: Wording) -> str:
    known = wording.say("chart-hover-known", date=wording.period(entry.known_from))
    return plotly_lines([full_name(entry, wording), written_amount(entry, wording), known])
