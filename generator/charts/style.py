"""The look of every chart, and the only place that builds a Plotly figure.

In: traces and layout as plain data, colours as the site's tokens. Out: the same, validated by
Plotly, as plain data. Never a colour value, a number format, a random id or a title: the page has
the title, and its JavaScript resolves the tokens in the reader's scheme.
"""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from plotly import graph_objects

Plain = dict[str, Any]

INK = "var(--chart-ink)"
MUTED = "var(--chart-muted)"
GRID = "var(--chart-grid)"
PAPER = "var(--chart-paper)"
SERIES = tuple(f"var(--chart-{number})" for number in range(1, 7))
MAIN, UP, DOWN = SERIES[0], SERIES[1], SERIES[3]
CLEAR = "rgba(0,0,0,0)"

TEXT_SIZE = 13
SMALL_SIZE = 12
TRACE_TYPES = frozenset({"scatter", "bar", "pie"})
"""All that the site's copy of plotly.js can draw; others would stay empty without an error."""


def finished(traces: Sequence[Plain], layout: Plain) -> Mapping[str, Any]:
    """The figure as plain data, validated, in the style of the site.

    Raises:
        ValueError: Plotly does not know a property or value: a mistake of ours.
    """
    unknown = {trace["type"] for trace in traces} - TRACE_TYPES
    if unknown:
        raise ValueError(f"the site cannot draw traces of type {sorted(unknown)}")
    figure = graph_objects.Figure(data=list(traces), layout=_base() | layout)
    plain: Plain = json.loads(figure.to_json())
    plain["layout"].pop("template", None)
    return plain


def value_axis(values: Sequence[Decimal], texts: Sequence[str], title: str) -> Plain:
    """An axis of numbers, its marks already in words, its title the unit."""
    axis = _axis() | {"tickvals": [number(value) for value in values], "ticktext": list(texts)}
    if title:
        axis["title"] = {
            "text": title,
            "standoff": 6,
            "font": {"size": SMALL_SIZE, "color": MUTED},
        }
    return axis


def text_axis(places: Sequence[float | str], texts: Sequence[str]) -> Plain:
    """An axis whose marks are words at places; without grid."""
    return _axis() | {"tickvals": list(places), "ticktext": list(texts), "showgrid": False}


def bare_axis() -> Plain:
    """An axis that only places things."""
    return {"visible": False, "fixedrange": True}


def number(value: Decimal) -> int | float:
    """A figure as a coordinate; what readers see of it is its text."""
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
        "margin": {"l": 4, "r": 12, "t": 8, "b": 40, "pad": 0},
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
