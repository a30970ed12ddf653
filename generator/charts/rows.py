"""Charts in rows: a heading, and beside it or below it the drawing.

In: the headings, a sheet. Out: the place of each row, in pixels from the top, with room for every
heading: to the left on a wide screen, above the drawing on a phone. Never the drawing itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.charts.setting import Sheet
from generator.charts.style import (
    INK,
    LINE_HEIGHT,
    PAPER,
    TEXT_SIZE,
    Plain,
    line_below,
    note,
    title_height,
)
from generator.charts.text import LINE_BREAK, bold, plotly_text, wrapped

BAR_HEIGHT = 18
_AFTER_HEADING = 6
_BETWEEN_ROWS = 18
_BELOW = 16
_BESIDE_ZERO = 6
"""Above a drawing words stand to the right of the line at zero."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands beside a row."""

    name: str
    amount: str
    """In bold below the name."""
    remark: str = ""
    """The status, after the amount."""
    detail: str = ""
    """Below both."""
    below: int = 0
    """Pixels that are kept free below what is drawn."""
    above: int = 0
    """The same above it."""

    @property
    def text(self) -> str:
        """All of its words."""
        return f"{self.name}{self.amount}{self.remark}{self.detail}"


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row stands, in pixels from the top of the plot."""

    heading: str
    """Lines of Plotly text: the name, then the amount in bold."""
    top: int
    middle: int
    """Of what is drawn."""


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of a chart and their height together."""

    places: tuple[RowPlace, ...]
    height: int

    @property
    def middles(self) -> list[int]:
        """Where the drawing of each row stands."""
        return [place.middle for place in self.places]


def place_rows(headings: Sequence[Heading], sheet: Sheet) -> Rows:
    """Rows below each other, each with room for its heading."""
    places: list[RowPlace] = []
    top = 0
    for heading in headings:
        lines = heading_lines(heading, sheet.heading_width)
        words = len(lines) * LINE_HEIGHT
        if sheet.heading_room:
            middle = top + max(words, BAR_HEIGHT, 2 * heading.above) // 2
            bottom = max(top + words, middle + BAR_HEIGHT // 2 + heading.below)
        else:
            middle = top + words + _AFTER_HEADING + BAR_HEIGHT // 2 + heading.above
            bottom = middle + BAR_HEIGHT // 2 + heading.below
        places.append(RowPlace(LINE_BREAK.join(lines), top, middle))
        top = bottom + _BETWEEN_ROWS
    return Rows(tuple(places), max(top - _BETWEEN_ROWS, 1))


def heading_lines(heading: Heading, width: int) -> list[str]:
    """The name, the amount in bold and the remark, as Plotly text, each line short enough."""
    lines = [plotly_text(line) for line in wrapped(heading.name, width)]
    if heading.amount:
        lines += [bold(line) for line in wrapped(heading.amount, width)]
    if heading.remark:
        room = width - len(wrapped(heading.amount or heading.name, width)[-1])
        remark = plotly_text(heading.remark)
        if len(heading.remark) < room:
            lines[-1] = f"{lines[-1]} {remark}"
        else:
            lines.append(remark)
    if heading.detail:
        lines += [plotly_text(line) for line in wrapped(heading.detail, width)]
    return lines


def rows_layout(rows: Rows, axis: Plain, sheet: Sheet, *, below: int = 0) -> Plain:
    """The layout of a chart in rows: its height, its axes, the headings as annotations."""
    title = [axis["title"]] if "title" in axis else []
    marks = [{"text": max(axis["ticktext"], key=lambda text: text.count(LINE_BREAK), default="")}]
    bottom = _BELOW + below + title_height(title) + title_height(marks)
    return {
        "height": rows.height + bottom + 16,
        "margin": {"l": sheet.heading_room + 4, "r": 16, "t": 4, "b": bottom, "pad": 0},
        "xaxis": axis,
        "yaxis": {"visible": False, "fixedrange": True, "range": [rows.height + 8, -4]},
        "annotations": [_heading(place, sheet) for place in rows.places],
    }


def row_bars(
    rows: Rows, colour: str | list[str], pattern: str | list[str], line_width: float
) -> Plain:
    """Bars in the rows, whose lengths are still to be said; hatched where the pattern says so."""
    return {
        "type": "bar",
        "orientation": "h",
        "y": rows.middles,
        "width": [BAR_HEIGHT] * len(rows.places),
        "marker": {
            "color": colour,
            "line": {"color": colour, "width": line_width},
            "pattern": {"shape": pattern, "fillmode": "replace", "size": 7, "solidity": 0.3},
        },
    }


def zero_line(rows: Rows) -> Plain:
    """The line from which every bar starts."""
    return line_below((0, 0), (0, rows.height + 8), {"width": 1.5, "color": INK})


def _heading(place: RowPlace, sheet: Sheet) -> Plain:
    is_above = not sheet.heading_room
    # Above the drawing no grid and no guide runs through its words.
    ground = {"bgcolor": PAPER} if is_above else {}
    return note(place.heading, 0, place.top, "top", {"size": TEXT_SIZE, "color": INK}) | {
        "xshift": _BESIDE_ZERO if is_above else -sheet.heading_room,
        "align": "left",
        **ground,
    }
