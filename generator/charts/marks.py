"""What every kind draws of an entry: its heading, its mark, a line beside it, and its text.

In: entries, a wording, coordinates. Out: the one table of looks, headings, and Plotly traces as
plain data. Never a scale: each kind places its entries itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from generator.charts.rows import Heading
from generator.charts.style import HATCHED, MAIN, PAPER, Plain
from generator.charts.text import bold, plotly_lines
from generator.model import Entry
from generator.wording import (
    LanguageWording,
    drawn_amount,
    drawn_label,
    drawn_name,
    drawn_status,
    fact_name,
    period_of,
    says_period,
    status_word,
    written_amount,
)

Standing = Literal["reported", "promised", "expected", "computed", "undated"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How a figure of one standing is drawn, in every kind of chart."""

    is_solid: bool = False
    pattern: str = ""
    """Of a bar, where it is not solid."""
    dash: Literal["solid", "dot"] = "solid"
    sign: str = ""
    """Before the amount."""


LOOKS: Mapping[Standing, Look] = MappingProxyType(
    {
        "reported": Look(is_solid=True),
        "promised": Look(),  # targets and plans: an outline
        "expected": Look(pattern=HATCHED),  # forecasts, a consensus, an estimate that a text states
        "computed": Look(
            sign="<i>f</i>\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"
        ),  # an outline with a small f
        "undated": Look(dash="dot"),  # an event that only its article dates
    }
)
"""Colour is never the only sign, and the same sign means the same in every picture."""
_PROMISED = frozenset({"target", "planned"})
_EXPECTED = frozenset({"forecast", "consensus", "estimate"})
"""Hatched, whether a text states it or it is computed."""


def standing_of(entry: Entry) -> Standing:
    """What of a figure its mark tells."""
    if entry.fact.basis == "derived":
        return "computed"
    if entry.fact.status in _PROMISED:
        return "promised"
    if entry.fact.status != "reported":
        return "expected"
    return "reported" if entry.is_dated or entry.amount is not None else "undated"


def look_of(entry: Entry) -> Look:
    """How a figure is drawn."""
    look = LOOKS[standing_of(entry)]
    is_expected = entry.fact.basis == "derived" and entry.fact.status in _EXPECTED
    return replace(look, pattern=HATCHED) if is_expected else look


def heading_of(entry: Entry, wording: LanguageWording, detail: str = "") -> Heading:
    """Name, amount and status of an entry."""
    amount, name = drawn_amount(entry, wording), drawn_name(entry, wording)
    return Heading(name, amount, _status_beside(name, entry, wording), detail)


def name_of(entry: Entry, wording: LanguageWording, detail: str = "") -> Heading:
    """Name and status of an entry whose amount stands beside its mark."""
    name = drawn_name(entry, wording)
    return Heading(name, "", _status_beside(name, entry, wording), detail)


def _status_beside(name: str, entry: Entry, wording: LanguageWording) -> str:
    """The status in brackets, unless the name has the word."""
    is_said = status_word(entry, wording).casefold() in name.casefold()
    return "" if is_said else drawn_status(entry, wording)


def amount_label(entry: Entry, wording: LanguageWording) -> str:
    """The amount as it stands beside a mark."""
    return look_of(entry).sign + bold(drawn_amount(entry, wording))


def heading_of_event(entry: Entry, wording: LanguageWording) -> Heading:
    """The name, with the amount if there is one; the date; the status if it is not reported."""
    name = drawn_label(entry, wording)
    period = "" if says_period(name, entry, wording, with_year=True) else period_of(entry, wording)
    if entry.amount is not None:
        name = wording.say("chart-name-amount", name=name, amount=drawn_amount(entry, wording))
    return Heading(name, period, drawn_status(entry, wording))


def plain_sign(entry: Entry) -> str:
    """What stands before an amount, as a reader sees it."""
    return "f" if look_of(entry).sign else ""


def stroke(x: Sequence[object], y: Sequence[object], line: Plain) -> Plain:
    """A line without a text of its own."""
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def mark(x: object, y: object, marker: Plain, hover: Plain) -> Plain:
    """The mark of one entry."""
    return {"type": "scatter", "mode": "markers", "x": [x], "y": [y], "marker": marker} | hover


def dot(entry: Entry, symbol: str = "circle", colour: str = MAIN, size: int = 11) -> Plain:
    """The look of a mark: solid only for what a text reports."""
    look = look_of(entry)
    is_dotted = look.dash == "dot"
    return {
        "color": colour if look.is_solid or is_dotted else PAPER,
        "size": size,
        "symbol": f"{symbol}-open-dot" if is_dotted else symbol,
        "line": {"color": colour, "width": 2},
    }


def hover_of(entries: Sequence[Entry], wording: LanguageWording) -> Plain:
    """What a pointer reads at each mark, and the id of the figure that it leads to."""
    return {
        "hovertext": [_hover_text(entry, wording) for entry in entries],
        "customdata": [entry.fact.id for entry in entries],
        "hoverinfo": "text",
    }


def hover_of_event(entry: Entry, wording: LanguageWording) -> Plain:
    """The same for what has a time of its own: name with amount, time, since when it is known."""
    known = wording.say("chart-hover-known", date=wording.period(entry.known_from))
    name = wording.text(entry.fact.short) or fact_name(entry, wording)
    if entry.amount is not None:
        name = wording.say("chart-name-amount", name=name, amount=drawn_amount(entry, wording))
    period = "" if says_period(name, entry, wording, with_year=True) else period_of(entry, wording)
    text = plotly_lines(list(filter(None, [name, period, known])))
    return hover_of([entry], wording) | {"hovertext": [text]}


def _hover_text(entry: Entry, wording: LanguageWording) -> str:
    """Name, amount in words, status, since when it is known."""
    status = drawn_status(entry, wording)
    known = wording.say("chart-hover-known", date=wording.period(entry.known_from))
    amount = " ".join(filter(None, [written_amount(entry, wording), status]))
    return plotly_lines([drawn_name(entry, wording), amount, known])
