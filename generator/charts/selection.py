"""Which entries a chart draws.

In: a chart, the book. Out: entries, as the editor listed them, or all that `where` picks. Never an
entry that is not proven: those are not in the book.
"""

from generator.ledger import facts_of
from generator.model import Book, Chart, Entry

TIMELINE = "timeline"
COVERAGE = "coverage"
INTERVALS = "intervals"


def select(chart: Chart, book: Book) -> tuple[Entry, ...]:
    """The entries that a chart draws, in its order.

    `facts` keep the editor's order. `where` picks by time, and leaves out what is deprecated,
    unless it asks for a rank itself.
    """
    if chart.facts or not chart.where:
        return tuple(book.entries[name] for name in chart.facts if name in book.entries)
    found = facts_of(book, **chart.where)
    if "rank" in chart.where:
        return found
    return tuple(entry for entry in found if entry.fact.rank != "deprecated")


def drawable(chart: Chart, book: Book) -> tuple[Entry, ...]:
    """The same without events, unless it is a timeline: only there they have a place."""
    entries = select(chart, book)
    if chart.kind == TIMELINE:
        return entries
    return tuple(entry for entry in entries if entry.amount is not None)
