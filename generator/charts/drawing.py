"""Draws a chart of any kind: figure, table, description, articles.

In: a chart that `check_charts` finds nothing wrong with, the book, a wording. Out: a DrawnChart.
Never an entry that is not proven: those are not in the book.
"""

from generator.charts.kinds import KINDS
from generator.charts.setting import NARROW, WIDE, Setting
from generator.ledger import facts_of
from generator.model import Book, Chart, DrawnChart, Entry
from generator.wording import LanguageWording


def draw(chart: Chart, book: Book, wording: LanguageWording) -> DrawnChart:
    """The chart in all its forms, in one language."""
    kind, entries = KINDS[chart.kind], drawable(chart, book)
    wide, narrow = (Setting(wording, book, sheet) for sheet in (WIDE, NARROW))
    title = wording.text(chart.title)
    description = kind.describe(title, entries, wide)
    return DrawnChart(
        id=chart.id,
        title=title,
        subtitle=wording.text(chart.subtitle),
        figure=kind.draw(entries, wide),
        narrow=kind.draw(entries, narrow),
        columns=description.columns,
        rows=description.rows,
        description=description.text,
        articles=description.articles,
    )


def drawable(chart: Chart, book: Book) -> tuple[Entry, ...]:
    """The selected entries that the kind can draw: events only where it takes them."""
    entries = select(chart, book)
    if KINDS[chart.kind].takes_events:
        return entries
    return tuple(entry for entry in entries if entry.amount is not None)


def select(chart: Chart, book: Book) -> tuple[Entry, ...]:
    """The entries that the editor listed, or all that `where` picks.

    `facts` keep the editor's order. `where` picks by time, and leaves out what is deprecated,
    unless it asks for a rank itself.
    """
    if chart.facts or not chart.where:
        return tuple(book.entries[name] for name in chart.facts if name in book.entries)
    found = facts_of(book, **chart.where)
    if "rank" in chart.where:
        return found
    return tuple(entry for entry in found if entry.fact.rank != "deprecated")
