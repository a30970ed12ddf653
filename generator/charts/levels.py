"""Levels: prices and other states in the order of time, as marked points.

In: entries of one unit, their setting. Out: a Plotly figure as plain data. Points are evenly
spaced, because texts rarely say the day; each has its value and its date in words, and the axis
says that it is no scale. Never a line between two points, because nobody measured what lay between
them; dots join two neighbours that one article states.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.charts.axes import amount_axis, greatest_value, least_value, spread_of, unit_of
from generator.charts.marks import hover_of, stroke
from generator.charts.setting import Setting
from generator.charts.style import (
    SERIES,
    TEXT_SIZE,
    Plain,
    Sketch,
    bottom_legend,
    number,
    text_axis,
    title_height,
    upright,
)
from generator.charts.text import plotly_lines, plotly_text, wrapped
from generator.ledger import articles_of
from generator.model import Book, Entry
from generator.wording import LanguageWording, drawn_amount, drawn_name, drawn_status, is_reported

_SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "star")
_LEGEND_LINE = 24
_SPAN, _TOP, _BOTTOM = 200, 12, 40
"""Pixels from the lowest to the highest point, and around what stands above and below them."""
_LABEL_LINE, _AMOUNT_LINE = 15, 16
_MARK_ROOM, _AMOUNT_ROOM = 14, 120


@dataclass(frozen=True, slots=True)
class _PointSeries:
    """Entries of one indicator and one entity, with their sign and colour in the chart."""

    name: str
    places: tuple[int, ...]
    """Where its entries stand among all."""
    colour: str
    symbol: str


def draw_levels(entries: Sequence[Entry], setting: Setting) -> Sketch:
    """Points with their values, in order, dots between two that one article states."""
    wording, sheet = setting.wording, setting.sheet
    series = _find_series(entries, wording)
    labels = _labelled(entries, sheet.most_labels)
    few = len(labels) == len(entries)
    width = sheet.line_width // max(len(entries) if few else sheet.most_labels, 2)
    # Beside the outermost points there is room for half a name, or for a whole amount.
    air = 0.5 if few else len(entries) * _AMOUNT_ROOM / sheet.width
    traces = [line for one in series for line in _dots(one, entries, setting.book)]
    traces += [_points(one, entries, wording, labels, width) for one in series]
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
    return traces, layout


def place_name(entry: Entry, wording: LanguageWording) -> str:
    """What stands below a point: name, date, and the status of what is not reported."""
    return " ".join(filter(None, [drawn_name(entry, wording), drawn_status(entry, wording)]))


def _labelled(entries: Sequence[Entry], most: int) -> list[int]:
    """Places that have text: all when they are few, else ends and extremes with room between."""
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


def _find_series(entries: Sequence[Entry], wording: LanguageWording) -> list[_PointSeries]:
    """The series of a chart, in order of their first entry."""
    places: dict[tuple[str, str], list[int]] = {}
    for place, entry in enumerate(entries):
        places.setdefault((entry.fact.indicator, entry.fact.about), []).append(place)
    indicators = [indicator for indicator, _ in places]
    series = []
    for index, ((indicator, about), own) in enumerate(places.items()):
        name = wording.text(entries[own[0]].indicator.label)
        if indicators.count(indicator) > 1:
            name = wording.say("chart-name-about", name=name, about=about)
        colour, symbol = SERIES[index % len(SERIES)], _SYMBOLS[index % len(_SYMBOLS)]
        series.append(_PointSeries(name, tuple(own), colour, symbol))
    return series


def _dots(series: _PointSeries, entries: Sequence[Entry], book: Book) -> list[Plain]:
    """Dots between two neighbours that one article states."""
    line = {"color": series.colour, "width": 2, "dash": "dot"}
    heights = [number(greatest_value(entry)) for entry in entries]
    return [
        stroke([start, end], [heights[start], heights[end]], line) | {"showlegend": False}
        for start, end in pairwise(series.places)
        if set(articles_of(book, entries[start])) & set(articles_of(book, entries[end]))
    ]


def _points(
    series: _PointSeries,
    entries: Sequence[Entry],
    wording: LanguageWording,
    labels: Collection[int],
    width: int,
) -> Plain:
    """A mark for each entry, hollow for what is not reported; text at the places in `labels`."""
    own = [
        (place, entries[place], drawn_amount(entries[place], wording)) for place in series.places
    ]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": plotly_text(series.name),
        "x": list(series.places),
        "y": [number(greatest_value(entry)) for _, entry, _ in own],
        "text": [
            plotly_lines(wrapped(text, width)) if place in labels else "" for place, _, text in own
        ],
        "textposition": [
            _text_place(place, entries, is_dense=len(labels) < len(entries))
            for place in series.places
        ],
        "textfont": {"size": TEXT_SIZE},
        "cliponaxis": False,
        "marker": {
            "color": series.colour,
            "size": 11,
            "symbol": [
                series.symbol if is_reported(entry) else f"{series.symbol}-open"
                for _, entry, _ in own
            ],
            "line": {"color": series.colour, "width": 2},
        },
    } | hover_of([entry for _, entry, _ in own], wording)


def _text_place(place: int, entries: Sequence[Entry], *, is_dense: bool) -> str:
    """Where no line crosses the text: below a point whose neighbours are higher, else above.

    Where points stand close, the text of the first and of the last stands beside them.
    """
    if is_dense and place in {0, len(entries) - 1}:
        return "middle right" if place else "middle left"
    own = greatest_value(entries[place])
    beside = [*entries[max(0, place - 1) : place], *entries[place + 1 : place + 2]]
    is_low = beside and all(greatest_value(neighbour) > own for neighbour in beside)
    return "bottom center" if is_low else "top center"
