"""Coverage: how many numbers of each article are figures, left out with a reason, or open.

Very many articles are counted together by the day, month or year in which they came out.

In: a setting, of which it takes the book's coverage; no entries. Out: a Plotly figure as plain
data, a description. Never a number that it did not count.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.charts.axes import round_ticks
from generator.charts.describe import Description, joined, sentence
from generator.charts.rows import Heading, Rows, place_rows, row_bars, rows_layout, zero_line
from generator.charts.setting import Setting
from generator.charts.style import (
    MAIN,
    SERIES,
    Plain,
    Sketch,
    bottom_legend,
    value_axis,
)
from generator.charts.text import plotly_lines, plotly_text
from generator.ledger import coverage_counts
from generator.model import Amount, Article, Entry, Period, Row
from generator.wording import LanguageWording

_PARTS = ("covered", "ignored", "open")
_COLOURS = (MAIN, SERIES[5], SERIES[3])
_PATTERNS = ("", "", "x")
_LEGEND_HEIGHT = 34
_MOST_BARS = 40
_TIMES = ("%Y-%m-%d", "%Y-%m", "%Y")
"""What articles are counted together by, from the finest."""
_PRECISIONS, _YEAR = {"day": 0, "month": 1}, 2
"""How finely a date can be told."""
_Counts = Sequence[tuple[Article, tuple[int, ...]]]


class _Counted(NamedTuple):
    """The numbers of one article, of those that came out at one time, or of all."""

    name: str
    counts: tuple[int, ...]
    """As many as `_PARTS`."""


def draw_coverage(_entries: Sequence[Entry], setting: Setting) -> Sketch:
    """A stacked bar for each article."""
    wording, sheet = setting.wording, setting.sheet
    counted = _count(setting)
    headings = [Heading(one.name, _in_words("counts", one, wording)) for one in counted]
    rows = place_rows(headings, sheet)
    traces = [_part(place, counted, rows, wording) for place in range(len(_PARTS))]
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
    layout |= {"barmode": "stack", "showlegend": True, "shapes": [zero_line(rows)]}
    layout["legend"] = bottom_legend() | {"traceorder": "normal"}
    return traces, layout


def describe_coverage(title: str, _entries: Sequence[Entry], setting: Setting) -> Description:
    """The counts of all articles together and of each; a row for each and one for all."""
    wording, counted = setting.wording, _count(setting)
    sums = tuple(sum(one.counts[place] for one in counted) for place in range(len(_PARTS)))
    total = _Counted(wording.say("chart-coverage-total"), sums)
    said = [sentence(title, wording), _in_words("describe", total, wording)]
    if counted:
        figures = [(one.name, _in_words("counts", one, wording)) for one in counted]
        each = [wording.say("chart-describe-figure", name=n, amount=a) for n, a in figures]
        said.append(joined(each, wording))
    is_by_time = _is_by_time(setting)
    columns = [wording.say("chart-column-published" if is_by_time else "chart-column-article")]
    columns += [wording.say(f"chart-coverage-{part}") for part in _PARTS]
    rows = [
        Row(
            fact="",
            cells=(one.name, *(_number(count, wording) for count in one.counts)),
            counts=one.counts,
        )
        for one in [*counted, total]
    ]
    return Description(
        columns=tuple(columns),
        rows=tuple(rows),
        text=" ".join(filter(None, said)),
        articles=tuple(name for name in setting.book.articles if name in setting.book.coverage),
    )


def _count(setting: Setting) -> list[_Counted]:
    """A count for each article in order of publication, or for each time with some."""
    book, wording = setting.book, setting.wording
    counted = [
        (book.articles[name], coverage_counts(mentions))
        for name, mentions in book.coverage.items()
        if name in book.articles
    ]
    if not _is_by_time(setting):
        return [_Counted(wording.text(one.title), counts) for one, counts in counted]
    return [
        _Counted(wording.period(Period.parse(time)), tuple(map(sum, zip(*counts, strict=True))))
        for time, counts in sorted(_by_time(counted).items())
    ]


def _is_by_time(setting: Setting) -> bool:
    """Whether there are too many articles for a bar each."""
    return len(setting.book.articles.keys() & setting.book.coverage.keys()) > _MOST_BARS


def _by_time(counted: _Counts) -> Mapping[str, list[tuple[int, ...]]]:
    """The counts by when the articles came out, as finely as the chart has room for."""
    times: dict[str, list[tuple[int, ...]]] = {}
    for coarsest in range(len(_TIMES)):
        times = {}
        for article, counts in counted:
            when = article.date_published
            day = when.start or when.end or date.min  # an interval has one of them
            form = _TIMES[max(coarsest, _PRECISIONS.get(when.precision, _YEAR))]
            times.setdefault(f"{day:{form}}", []).append(counts)
        if len(times) <= _MOST_BARS:
            break
    return times


def _part(place: int, counted: Sequence[_Counted], rows: Rows, wording: LanguageWording) -> Plain:
    return row_bars(rows, _COLOURS[place], _PATTERNS[place], 1) | {
        "name": plotly_text(wording.say(f"chart-coverage-{_PARTS[place]}")),
        "x": [one.counts[place] or None for one in counted],  # nothing is no line either
        "hovertext": [
            plotly_lines([one.name, _in_words("counts", one, wording)]) for one in counted
        ],
        "hoverinfo": "text",
    }


def _in_words(key: str, one: _Counted, wording: LanguageWording) -> str:
    numbers = {
        part: _number(count, wording) for part, count in zip(_PARTS, one.counts, strict=True)
    }
    return wording.say(f"chart-coverage-{key}", **numbers)


def _number(count: int, wording: LanguageWording) -> str:
    return wording.number(Amount(value=Decimal(count)))
