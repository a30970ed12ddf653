"""Draws a chart of whichever kind: figure, table, description, articles.

In: a chart that `check_charts` finds nothing wrong with, the book, a wording. Out: a DrawnChart.
Never a fact that is not in the book.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from generator.charts.bars import draw_bars, draw_moves
from generator.charts.coverage import (
    count_coverage,
    describe_coverage,
    draw_coverage,
    table_of_coverage,
)
from generator.charts.describe import describe, table
from generator.charts.intervals import draw_intervals
from generator.charts.levels import draw_levels
from generator.charts.selection import COVERAGE, INTERVALS, drawable
from generator.charts.setting import Setting
from generator.charts.steps import draw_steps
from generator.charts.style import NARROW, WIDE
from generator.charts.timeline import draw_timeline
from generator.ledger import articles_of
from generator.model import Book, Chart, DrawnChart, Entry
from generator.wording import LanguageWording

Drawer = Callable[[Sequence[Entry], Setting], Mapping[str, Any]]
_DRAWERS: Mapping[str, Drawer] = MappingProxyType(
    {
        "steps": draw_steps,
        "bars": draw_bars,
        "levels": draw_levels,
        "moves": draw_moves,
        "intervals": draw_intervals,
        "timeline": draw_timeline,
    }
)


def draw(chart: Chart, book: Book, wording: LanguageWording) -> DrawnChart:
    """The chart in all its forms, in one language.

    Raises:
        KeyError: there is no such kind; reading the chart should have found it.
    """
    if chart.kind == COVERAGE:
        return _drawn_coverage(chart, book, wording)
    entries = drawable(chart, book)
    drawer, with_ranges = _DRAWERS[chart.kind], chart.kind == INTERVALS
    columns, rows = table(entries, wording, with_ranges=with_ranges)
    resting = {name for entry in entries for name in articles_of(book, entry)}
    return DrawnChart(
        id=chart.id,
        title=wording.text(chart.title),
        subtitle=wording.text(chart.subtitle),
        figure=drawer(entries, Setting(wording, book, WIDE)),
        narrow=drawer(entries, Setting(wording, book, NARROW)),
        columns=columns,
        rows=rows,
        description=describe(wording.text(chart.title), entries, wording, with_ranges=with_ranges),
        articles=tuple(name for name in book.articles if name in resting),
    )


def _drawn_coverage(chart: Chart, book: Book, wording: LanguageWording) -> DrawnChart:
    counted = count_coverage(book, wording)
    columns, rows = table_of_coverage(counted, wording)
    return DrawnChart(
        id=chart.id,
        title=wording.text(chart.title),
        subtitle=wording.text(chart.subtitle),
        figure=draw_coverage(counted, Setting(wording, book, WIDE)),
        narrow=draw_coverage(counted, Setting(wording, book, NARROW)),
        columns=columns,
        rows=rows,
        description=describe_coverage(wording.text(chart.title), counted, wording),
        articles=tuple(name for name in book.articles if name in book.coverage),
    )
