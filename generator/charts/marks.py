"""What every kind draws of an entry: its heading, its mark, a line beside it, and its text.

In: entries, a wording, coordinates. Out: headings, and Plotly traces as plain data. Never a scale:
each kind places its entries itself.
"""

from collections.abc import Sequence

from generator.charts.rows import Heading
from generator.charts.style import MAIN, PAPER, Plain
from generator.charts.text import plotly_lines
from generator.model import Entry
from generator.wording import (
    LanguageWording,
    drawn_amount,
    drawn_name,
    drawn_status,
    is_reported,
    written_amount,
)


def heading_of(entry: Entry, wording: LanguageWording, detail: str = "") -> Heading:
    """Name, amount and status of an entry."""
    amount, status = drawn_amount(entry, wording), drawn_status(entry, wording)
    return Heading(drawn_name(entry, wording), amount, status, detail)


def stroke(x: Sequence[object], y: Sequence[object], line: Plain) -> Plain:
    """A line without a text of its own."""
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def mark(x: object, y: object, marker: Plain, hover: Plain) -> Plain:
    """The mark of one entry."""
    return {"type": "scatter", "mode": "markers", "x": [x], "y": [y], "marker": marker} | hover


def dot(entry: Entry, symbol: str = "circle", colour: str = MAIN, size: int = 11) -> Plain:
    """The look of a mark: hollow for what is not reported."""
    return {
        "color": colour if is_reported(entry) else PAPER,
        "size": size,
        "symbol": symbol,
        "line": {"color": colour, "width": 2},
    }


def hover_of(entries: Sequence[Entry], wording: LanguageWording) -> Plain:
    """What a pointer reads at each mark, and the id of the figure that it leads to."""
    return {
        "hovertext": [_hover_text(entry, wording) for entry in entries],
        "customdata": [entry.fact.id for entry in entries],
        "hoverinfo": "text",
    }


def _hover_text(entry: Entry, wording: LanguageWording) -> str:
    """Name, amount in words, status, since when it is known."""
    status = drawn_status(entry, wording)
    known = wording.say("chart-hover-known", date=wording.period(entry.known_from))
    amount = " ".join(filter(None, [written_amount(entry, wording), status]))
    return plotly_lines([drawn_name(entry, wording), amount, known])
