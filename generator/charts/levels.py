"""Levels: prices and other states in the order of time, as marked points.

In: entries of one unit, their setting. Out: a Plotly figure as plain data. Points are evenly
spaced, for texts rarely say the day; each bears its value and its date in words, and the axis says
that it is no scale.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.charts.series import draw_dots, draw_points, find_series
from generator.charts.setting import Setting
from generator.charts.style import Plain, bottom_legend, finished, text_axis, title_height, upright
from generator.charts.text import plotly_lines, plotly_text, wrapped
from generator.charts.values import amount_axis, greatest_value, least_value, spread_of, unit_of
from generator.model import Entry
from generator.wording import LanguageWording, drawn_amount, drawn_name, drawn_status

_LEGEND_LINE = 24
_SPAN, _TOP, _BOTTOM = 200, 12, 40
"""Pixels from the lowest to the highest point, and around what stands above and below them."""
_LABEL_LINE, _AMOUNT_LINE = 15, 16
_MARK_ROOM, _AMOUNT_ROOM = 14, 120


def draw_levels(entries: Sequence[Entry], setting: Setting) -> Mapping[str, Any]:
    """Points with their values, in order, dots between two that one article states."""
    wording, sheet = setting.wording, setting.sheet
    series = find_series(entries, wording)
    labels = _labelled(entries, sheet.most_labels)
    few = len(labels) == len(entries)
    width = sheet.line_width // max(len(entries) if few else sheet.most_labels, 2)
    # Beside the outermost points there is room for half a name, or for a whole amount.
    air = 0.5 if few else len(entries) * _AMOUNT_ROOM / sheet.width
    traces = [line for one in series for line in draw_dots(one, entries, setting.book)]
    traces += [draw_points(one, entries, wording, labels, width) for one in series]
    names = [wrapped(place_name(entries[place], wording), width) for place in labels]
    below = _LABEL_LINE * max(map(len, names), default=1)
    order = plotly_text(wording.say("chart-levels-order")) if len(entries) > 1 else ""
    lines = max((len(wrapped(drawn_amount(one, wording), width)) for one in entries), default=1)
    room = _MARK_ROOM + _AMOUNT_LINE * lines
    low, high = spread_of(entries, Decimal(room) / _SPAN)
    upward, above = upright(amount_axis(low, high, unit_of(entries), setting, 4))
    top = _TOP + title_height(above)
    layout: Plain = {
        "height": top + 2 * room + _SPAN + below + _BOTTOM,
        "margin": {"l": 14, "r": 8, "t": top, "b": _BOTTOM, "pad": 0},
        "xaxis": text_axis(labels, [plotly_lines(name) for name in names], order)
        | {"range": [-air, max(len(entries), 1) - 1 + air]},
        "yaxis": upward,
        "annotations": above,
    }
    if len(series) > 1 and not few:
        legend = _LEGEND_LINE * len(series)
        layout["height"] += legend
        layout |= {"showlegend": True, "legend": bottom_legend()}
    return finished(traces, layout)


def place_name(entry: Entry, wording: LanguageWording) -> str:
    """What stands below a point: name, date, and the status where no text reports it."""
    return " ".join(filter(None, [drawn_name(entry, wording), drawn_status(entry, wording)]))


def _labelled(entries: Sequence[Entry], most: int) -> list[int]:
    """Places that bear text: all when they are few, else ends and extremes with room between."""
    everywhere = range(len(entries))
    if len(entries) <= most:
        return list(everywhere)
    highest = max(everywhere, key=lambda place: greatest_value(entries[place]))
    lowest = min(everywhere, key=lambda place: least_value(entries[place]))
    picked: list[int] = []
    for place in (len(entries) - 1, 0, highest, lowest):
        if all(abs(place - other) * 3 >= len(entries) for other in picked):
            picked.append(place)
    return sorted(picked)
