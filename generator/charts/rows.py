"""Charts in rows: a heading across the whole width, and below it what is drawn.

In: the headings' lines. Out: where each row stands, in pixels from the top, so that every heading
has room on a phone as on a desk. Never what is drawn in a row.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.charts.style import INK, PAPER, TEXT_SIZE, Plain, bare_axis
from generator.charts.text import LINE_BREAK, bold, plotly_text, wrapped

LINE_WIDTH = 48
"""Characters that fit into a line at 360 pixels."""
BAR_HEIGHT = 16
_LINE_HEIGHT = 18
_AFTER_HEADING = 6
_BETWEEN_ROWS = 18
_BELOW = 48


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row stands, in pixels from the top of the plot."""

    heading: str
    """Lines of Plotly text: the name, then what it amounts to in bold."""
    top: int
    middle: int
    """Of what is drawn, below the heading."""


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of a chart and their height together."""

    places: tuple[RowPlace, ...]
    height: int

    @property
    def middles(self) -> list[int]:
        """Where the drawing of each row stands."""
        return [place.middle for place in self.places]


def place_rows(headings: Sequence[tuple[str, str]]) -> Rows:
    """Rows below each other, for each its name and what it amounts to."""
    places: list[RowPlace] = []
    top = 0
    for name, amount in headings:
        lines = [plotly_text(line) for line in wrapped(name, LINE_WIDTH)]
        lines += [bold(line) for line in wrapped(amount, LINE_WIDTH)]
        bar = top + len(lines) * _LINE_HEIGHT + _AFTER_HEADING
        places.append(RowPlace(LINE_BREAK.join(lines), top, bar + BAR_HEIGHT // 2))
        top = bar + BAR_HEIGHT + _BETWEEN_ROWS
    return Rows(tuple(places), max(top - _BETWEEN_ROWS, 1))


def rows_layout(rows: Rows, axis: Plain, *, below: int = 0) -> Plain:
    """The layout of a chart in rows: its height, its axes, the headings as annotations."""
    bottom = _BELOW + below
    return {
        "height": rows.height + bottom + 12,
        "margin": {"l": 4, "r": 12, "t": 4, "b": bottom, "pad": 0},
        "xaxis": axis,
        "yaxis": bare_axis() | {"range": [rows.height + 8, 0]},
        "annotations": [_heading(place) for place in rows.places],
    }


def _heading(place: RowPlace) -> Plain:
    return {
        "text": place.heading,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": place.top,
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "bgcolor": PAPER,  # so that no line of the grid crosses the words
        "borderpad": 0,
        "font": {"size": TEXT_SIZE, "color": INK},
    }
