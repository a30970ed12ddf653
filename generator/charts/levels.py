"""Levels: prices and other states in the order of time, as marked points.

In: entries of one unit, a wording. Out: a Plotly figure as plain data. Points are evenly spaced,
for texts rarely say the day; each bears its value and its date in words.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.charts.naming import full_name
from generator.charts.series import draw_lines, draw_points, find_series
from generator.charts.style import Plain, bottom_legend, finished, number, text_axis, value_axis
from generator.charts.text import plotly_lines, plotly_text, wrapped
from generator.charts.ticks import round_ticks
from generator.charts.values import greatest_value, least_value
from generator.model import Amount, Book, Entry, Wording

_LINE_WIDTH = 46
"""Characters that fit beside each other below the plot at 360 pixels."""
_MOST_LABELS = 5
"""Of more points only a few are labelled, a third of the plot apart."""
_LEGEND_LINE = 24
_HEIGHT = 400
_AIR = Decimal("0.22")


def draw_levels(entries: Sequence[Entry], wording: Wording, book: Book) -> Mapping[str, Any]:
    """Points with their values, in order, joined where one article states both."""
    series = find_series(entries, wording)
    labels = _labelled(entries)
    few = len(entries) <= _MOST_LABELS
    width = _LINE_WIDTH // (max(len(entries), 1) if few else _MOST_LABELS)
    air = 0.5 if few else len(entries) / 6  # half a label beyond the outermost points
    traces = [line for one in series for line in draw_lines(one, entries, book)]
    traces += [draw_points(one, entries, wording, labels, width) for one in series]
    names = [plotly_lines(wrapped(full_name(entries[place], wording), width)) for place in labels]
    layout: Plain = {
        "height": _HEIGHT,
        "margin": {"l": 4, "r": 4, "t": 8, "b": 40, "pad": 0},
        "xaxis": text_axis(labels, names) | {"range": [-air, max(len(entries), 1) - 1 + air]},
        "yaxis": _value_axis(entries, wording),
    }
    if len(series) > 1:
        legend = _LEGEND_LINE * len(series)
        layout |= {"height": _HEIGHT + legend, "showlegend": True, "legend": bottom_legend()}
    return finished(traces, layout)


def _labelled(entries: Sequence[Entry]) -> list[int]:
    """Places that bear text: all when they are few, else ends and extremes with room between."""
    everywhere = range(len(entries))
    if len(entries) <= _MOST_LABELS:
        return list(everywhere)
    highest = max(everywhere, key=lambda place: greatest_value(entries[place]))
    lowest = min(everywhere, key=lambda place: least_value(entries[place]))
    picked: list[int] = []
    for place in (len(entries) - 1, 0, highest, lowest):
        if all(abs(place - other) * 3 >= len(entries) for other in picked):
            picked.append(place)
    return sorted(picked)


def _value_axis(entries: Sequence[Entry], wording: Wording) -> Plain:
    low = min((least_value(entry) for entry in entries), default=Decimal(0))
    high = max((greatest_value(entry) for entry in entries), default=Decimal(1))
    air = (high - low) * _AIR or abs(high) * _AIR or Decimal(1)
    unit = entries[0].amount.unit if entries and entries[0].amount else None
    ticks = round_ticks(low - air, high + air, intervals=4)
    texts = [plotly_text(wording.number(Amount(value=tick, unit=unit))) for tick in ticks]
    axis = value_axis(ticks, texts, plotly_text(wording.unit_name(unit)))
    return axis | {"range": [number(low - air), number(high + air)]}
