"""Coverage: how many numbers of each article are figures, left out with a reason, or open.

In: the book's coverage, a wording. Out: a Plotly figure as plain data, a table, a description.
Never a number that it did not count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.charts.describe import sentence
from generator.charts.rows import BAR_HEIGHT, Heading, Rows, place_rows, rows_layout
from generator.charts.setting import Setting
from generator.charts.style import (
    HATCHED,
    MAIN,
    SERIES,
    Plain,
    bottom_legend,
    finished,
    patterned,
    value_axis,
)
from generator.charts.text import plotly_lines, plotly_text
from generator.charts.ticks import round_ticks
from generator.ledger import coverage_counts
from generator.model import Amount, Book, Row
from generator.wording import LanguageWording

PARTS = ("covered", "ignored", "open")
_COLOURS = (MAIN, SERIES[4], SERIES[3])
_PATTERNS = ("", HATCHED, "x")
_LEGEND_HEIGHT = 34


@dataclass(frozen=True, slots=True)
class Counted:
    """What became of the numbers of one article, or of all."""

    name: str
    counts: tuple[int, ...]
    """As many as `PARTS`."""


def count_coverage(book: Book, wording: LanguageWording) -> list[Counted]:
    """A count for each article, in order of publication."""
    return [
        Counted(wording.text(book.articles[name].title), coverage_counts(mentions))
        for name, mentions in book.coverage.items()
        if name in book.articles
    ]


def draw_coverage(counted: Sequence[Counted], setting: Setting) -> Mapping[str, Any]:
    """A stacked bar for each article."""
    wording, sheet = setting.wording, setting.sheet
    headings = [Heading(one.name, _in_words("counts", one, wording)) for one in counted]
    rows = place_rows(headings, sheet)
    traces = [_part(place, counted, rows, wording) for place in range(len(PARTS))]
    most = Decimal(max((sum(one.counts) for one in counted), default=1))
    ticks = [
        tick
        for tick in round_ticks(Decimal(0), most, sheet.intervals)
        if tick == tick.to_integral_value()
    ]
    texts = [plotly_text(_number(int(tick), wording)) for tick in ticks]
    axis = value_axis(ticks, texts, plotly_text(wording.say("chart-coverage-axis")))
    axis["range"] = [0, float(most)]
    layout = rows_layout(rows, axis, sheet, below=_LEGEND_HEIGHT)
    layout |= {"barmode": "stack", "showlegend": True}
    layout["legend"] = bottom_legend() | {"traceorder": "normal"}
    return finished(traces, layout)


def describe_coverage(title: str, counted: Sequence[Counted], wording: LanguageWording) -> str:
    """The title, the counts of all articles together, then those of each."""
    said = [sentence(title, wording), _in_words("describe", _total(counted, wording), wording)]
    if counted:
        each = [
            wording.say(
                "chart-describe-figure", name=one.name, amount=_in_words("counts", one, wording)
            )
            for one in counted
        ]
        listed = wording.say("chart-describe-and").join(each)
        said.append(wording.say("chart-describe-all", figures=listed))
    return " ".join(filter(None, said))


def table_of_coverage(
    counted: Sequence[Counted], wording: LanguageWording
) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """A row for each article and one for all: its name and its counts."""
    columns = [wording.say("chart-column-article")]
    columns += [wording.say(f"chart-coverage-{part}") for part in PARTS]
    rows = [
        Row(fact="", cells=(one.name, *(_number(count, wording) for count in one.counts)))
        for one in [*counted, _total(counted, wording)]
    ]
    return tuple(columns), tuple(rows)


def _total(counted: Sequence[Counted], wording: LanguageWording) -> Counted:
    sums = tuple(sum(one.counts[place] for one in counted) for place in range(len(PARTS)))
    return Counted(wording.say("chart-coverage-total"), sums)


def _part(place: int, counted: Sequence[Counted], rows: Rows, wording: LanguageWording) -> Plain:
    return {
        "type": "bar",
        "orientation": "h",
        "name": plotly_text(wording.say(f"chart-coverage-{PARTS[place]}")),
        "y": rows.middles,
        "x": [one.counts[place] or None for one in counted],  # nothing is no line either
        "width": [BAR_HEIGHT] * len(counted),
        "marker": {
            "color": _COLOURS[place],
            "line": {"color": _COLOURS[place], "width": 1},
            "pattern": patterned(_PATTERNS[place]),
        },
        "hovertext": [
            plotly_lines([one.name, _in_words("counts", one, wording)]) for one in counted
        ],
        "hoverinfo": "text",
    }


def _in_words(key: str, one: Counted, wording: LanguageWording) -> str:
    numbers = {part: _number(count, wording) for part, count in zip(PARTS, one.counts, strict=True)}
    return wording.say(f"chart-coverage-{key}", **numbers)


def _number(count: int, wording: LanguageWording) -> str:
    return wording.number(Amount(value=Decimal(count)))
