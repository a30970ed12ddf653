"""The look of every chart, and the only place that builds a Plotly figure.

In: traces and layout as plain data, colours as the site's tokens. Out: the same, validated by
Plotly, as plain data. Never a colour value, a number format, a random id or a title: the page has
the title, and its style sheet gives the tokens their values in the reader's scheme.
"""

import json
from collections.abc import Mapping, MutableMapping, Sequence
from decimal import Decimal
from typing import Any

from generator.kept import digest, recall

Plain = dict[str, Any]
Sketch = tuple[Sequence[Plain], Plain]
"""Traces and layout, as a kind of chart draws them."""

INK = "var(--chart-ink)"
MUTED = "var(--chart-muted)"
GRID = "var(--chart-grid)"
PAPER = "var(--chart-paper)"
SERIES = tuple(f"var(--chart-{number})" for number in range(1, 7))
MAIN, UP, DOWN = SERIES[0], SERIES[1], SERIES[3]
CLEAR = "rgba(0,0,0,0)"

TEXT_SIZE = 14
SMALL_SIZE = 13
"""On a phone a picture is shown about as wide as it was drawn: nothing is below 13 pixels."""
LINE_HEIGHT = 19
SMALL_LINE = 17
HATCHED = "/"
TRACE_TYPES = frozenset({"scatter", "bar", "pie"})
"""All that the site's copy of plotly.js can draw; others would stay empty without an error."""


def recall_figure(sketch: Sketch, kept: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """What `plotly_figure` makes of a sketch; one that was validated before is not again."""
    return recall(kept, digest(sketch), lambda: plotly_figure(*sketch))


def plotly_figure(traces: Sequence[Plain], layout: Plain) -> Plain:
    """The figure as plain data, validated by Plotly, in the style of the site.

    Raises:
        ValueError: Plotly does not know a property or value: a mistake of ours.
    """
    from plotly import graph_objects  # noqa: PLC0415 - slow, and only drawing needs it

    unknown = {trace["type"] for trace in traces} - TRACE_TYPES
    if unknown:
        raise ValueError(f"the site cannot draw traces of type {sorted(unknown)}")

    figure = graph_objects.Figure(data=list(traces), layout=_base() | layout)
    plain: Plain = json.loads(figure.to_json())
    plain["layout"].pop("template", None)
    return plain


def direction_colour(change: Decimal) -> str:
    """The colour of what rose, or of what fell."""
    return UP if change >= 0 else DOWN


def value_axis(values: Sequence[Decimal], texts: Sequence[str], title: str) -> Plain:
    """An axis of numbers, its marks already in words, its title the unit."""
    axis = _axis() | {"tickvals": [number(value) for value in values], "ticktext": list(texts)}
    return axis | _title(title)


def text_axis(places: Sequence[float | str], texts: Sequence[str], title: str = "") -> Plain:
    """An axis whose marks are words at places; without grid."""
    axis = _axis() | {"tickvals": list(places), "ticktext": list(texts), "showgrid": False}
    axis["ticklabelstandoff"] = 6  # the lowest number of the other axis stands close by
    return axis | _title(title)


def upright(axis: Plain) -> tuple[Plain, list[Plain]]:
    """A vertical axis without its title, and the title as a level line above the plot."""
    title = axis.pop("title", None)
    if title is None:
        return axis, []
    above = note(title["text"], 0, 1, "bottom", title["font"])
    return axis, [above | {"yref": "paper", "yshift": 6}]


def note(text: str, x: float, y: float, yanchor: str, font: Plain) -> Plain:
    """Words beside a plot: from its left edge at 0, from its right edge at 1."""
    place = {"x": x, "xref": "paper", "xanchor": "left", "y": y, "yanchor": yanchor}
    return {"text": text, "showarrow": False, "font": font} | place


def line_below(start: tuple[Any, Any], end: tuple[Any, Any], line: Plain) -> Plain:
    """A straight line below what is drawn and above the grid, from a point to a point."""
    (x0, y0), (x1, y1) = start, end
    return {
        "type": "line",
        "layer": "between",
        "x0": x0,
        "x1": x1,
        "y0": y0,
        "y1": y1,
        "line": line,
    }


def title_height(titles: Sequence[Plain]) -> int:
    """Pixels that the lines of titles take."""
    return sum(SMALL_LINE * (title["text"].count("<br>") + 1) for title in titles)


def number(value: Decimal) -> int | float:
    """A value as a coordinate; readers see its text."""
    return int(value) if value == value.to_integral_value() else float(value)


def bottom_legend() -> Plain:
    """A horizontal legend below the plot, without switches."""
    return {
        "orientation": "h",
        "x": 0,
        "y": 0,
        "yref": "container",
        "yanchor": "bottom",
        "itemclick": False,
        "itemdoubleclick": False,
        "font": {"size": SMALL_SIZE, "color": INK},
    }


def _base() -> Plain:
    return {
        "template": "none",
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": "inherit", "size": TEXT_SIZE, "color": INK},
        "margin": {"l": 14, "r": 12, "t": 8, "b": 40, "pad": 0},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": MUTED,
            "align": "left",
            "font": {"size": TEXT_SIZE, "color": INK},
        },
    }


def _title(text: str) -> Plain:
    if not text:
        return {}
    font = {"size": SMALL_SIZE, "color": MUTED}
    return {"title": {"text": text, "standoff": 8, "font": font}}


def _axis() -> Plain:
    return {
        "fixedrange": True,
        "automargin": True,
        "gridcolor": GRID,
        "zeroline": False,
        "tickmode": "array",
        "tickangle": 0,
        "ticklabeloverflow": "allow",  # else a long word at the edge vanishes
        "tickfont": {"size": SMALL_SIZE, "color": MUTED},
    }
