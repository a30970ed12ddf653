"""Marks of a drawing become links: which of its elements is which figure.

In: a figure as charts/ draws it; the SVG that a browser made of it. Out: the elements that stand
for figures, each with its figure's id and name. A drawing whose points are not as many as those of
its figure has no links there: better none than a wrong one.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

_SPACE = "{http://www.w3.org/2000/svg}"
_FINGER = 12
_MOVED = re.compile(r"translate\((-?[\d.]+),\s?(-?[\d.]+)\)")


@dataclass(frozen=True, slots=True)
class MarkedTrace:
    """A trace of a figure whose marks lead somewhere."""

    layer: str
    """Of the drawing: which pair of axes, and which type."""
    place: int
    """Among the traces of its layer."""
    facts: Sequence[str]
    names: Sequence[str]


def marked_traces(figure: Mapping[str, Any]) -> Iterator[MarkedTrace]:
    """The traces whose points name figures, by where a drawing has them."""
    places: dict[str, int] = {}
    for trace in figure["data"]:
        axes = f"{trace.get('xaxis', 'x')}{trace.get('yaxis', 'y')}"
        layer = f"{axes} {'bars' if trace['type'] == 'bar' else 'scatter'}"
        place = places[layer] = places.get(layer, -1) + 1
        if facts := trace.get("customdata"):
            names = [_name_of(text) for text in trace["hovertext"]]
            yield MarkedTrace(layer, place, facts, names)


def _name_of(hover: str) -> str:
    """What a pointer reads at a mark, without since when it is known."""
    return html.unescape(", ".join(hover.split("<br>")[:-1]))


def linked_marks(
    root: ET.Element, traces: Iterable[MarkedTrace]
) -> Mapping[ET.Element, tuple[str, str]]:
    """The marks of the drawing that are figures, each with the figure's id and name."""
    drawn: dict[str, list[ET.Element]] = {}
    for subplot in root.iter(f"{_SPACE}g"):
        kind, _, axes = subplot.get("class", "").partition(" ")
        if kind == "subplot":
            for trace in subplot.iter(f"{_SPACE}g"):
                words = trace.get("class", "").split()
                if words[:1] == ["trace"]:
                    drawn.setdefault(f"{axes} {words[1]}", []).append(trace)
    found: dict[ET.Element, tuple[str, str]] = {}
    for one in traces:
        layer = drawn.get(one.layer, [])
        trace = layer[one.place] if one.place < len(layer) else root
        points = [e for e in trace.iter() if "point" in e.get("class", "").split()]
        if len(points) == len(one.facts):
            found |= dict(zip(points, zip(one.facts, one.names, strict=True), strict=True))
    return found


def room_for_a_finger(element: ET.Element) -> str:
    """Room for a finger around a small mark."""
    place = _MOVED.fullmatch(element.get("transform", ""))
    if place is None:
        return ""
    x, y = (f"{round(float(one)):d}" for one in place.groups())
    return f'<circle cx="{x}" cy="{y}" r="{_FINGER}" fill="none" pointer-events="all"/>'
