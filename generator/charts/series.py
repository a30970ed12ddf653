"""Entries of one indicator and one entity as a series: its points, its lines, its colour and sign.

In: entries in order, a wording. Out: series, and Plotly traces as plain data. No line is drawn, for
nobody measured what lay between two points; dots join two neighbours that one article states.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.charts.bars import hover_text
from generator.charts.style import SERIES, TEXT_SIZE, Plain, number
from generator.charts.text import plotly_lines, plotly_text, wrapped
from generator.charts.values import greatest_value
from generator.ledger import articles_of
from generator.model import Book, Entry
from generator.wording import LanguageWording, drawn_amount, is_reported

_SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "star")


@dataclass(frozen=True, slots=True)
class Series:
    """What belongs together, with the sign and colour that it has in a chart."""

    name: str
    places: tuple[int, ...]
    """Where its entries stand among all."""
    colour: str
    symbol: str


def find_series(entries: Sequence[Entry], wording: LanguageWording) -> list[Series]:
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
        series.append(Series(name, tuple(own), colour, symbol))
    return series


def draw_dots(series: Series, entries: Sequence[Entry], book: Book) -> list[Plain]:
    """Dots between two neighbours that one article states: what lay between, nobody measured."""
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [start, end],
            "y": [number(greatest_value(entries[place])) for place in (start, end)],
            "line": {"color": series.colour, "width": 2, "dash": "dot"},
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for start, end in pairwise(series.places)
        if set(articles_of(book, entries[start])) & set(articles_of(book, entries[end]))
    ]


def draw_points(
    series: Series,
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
        "hovertext": [hover_text(entry, wording) for _, entry, _ in own],
        "customdata": [entry.fact.id for _, entry, _ in own],
        "hoverinfo": "text",
    }


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
