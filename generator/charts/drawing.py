"""Draws a chart of any kind: figure, table, description, articles; and which text is about what.

In: a chart that `check_charts` finds nothing wrong with, the book, a wording. Out: a DrawnChart;
the ids of figures by the texts of a drawing. Never an entry that is not proven: those are not in
the book.
"""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import Any

from generator.charts.intervals import heading_of_range
from generator.charts.kinds import KINDS
from generator.charts.marks import heading_of, heading_of_event, plain_sign
from generator.charts.over_time.level_words import place_name
from generator.charts.setting import NARROW, WIDE, Setting
from generator.charts.style import recall_figure
from generator.kept import digest
from generator.ledger import articles_of, facts_of
from generator.model import Book, Chart, DrawnChart, Entry
from generator.wording import LanguageWording, drawn_amount, drawn_label, drawn_status


def draw(
    chart: Chart, book: Book, wording: LanguageWording, kept: MutableMapping[str, Any] | None = None
) -> DrawnChart:
    """The chart in all its forms, in one language; `kept` holds figures of an earlier run."""
    known = {} if kept is None else kept
    kind, entries = KINDS[chart.kind], drawable(chart, book)
    notes = tuple(book.entries[name] for name in chart.annotations if name in book.entries)
    wide, narrow = (Setting(wording, book, sheet, notes, chart.since) for sheet in (WIDE, NARROW))
    title = wording.text(chart.title)
    description = kind.describe(title, entries, wide)
    return DrawnChart(
        id=chart.id,
        title=title,
        subtitle=wording.text(chart.subtitle),
        figure=recall_figure(kind.draw(entries, wide), known),
        narrow=recall_figure(kind.draw(entries, narrow), known),
        columns=description.columns,
        rows=description.rows,
        description=description.text,
        articles=description.articles,
    )


def shown_by(chart: Chart, book: Book) -> str:
    """A digest of the chart, and of all of the book that it shows."""
    if not KINDS[chart.kind].most:
        told = [(one.id, one.title, one.date_published) for one in book.articles.values()]
        return digest(chart, book.coverage, told)
    notes = [book.entries[name] for name in chart.annotations if name in book.entries]
    entries = [*drawable(chart, book), *notes]
    return digest(chart, entries, [articles_of(book, one) for one in entries])


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


def label_facts(entries: Iterable[Entry], wording: LanguageWording) -> Mapping[str, str]:
    """Ids by the text of a heading or label, for every kind of chart, as far as it tells alone.

    The texts are without white space, because a browser breaks the lines. A text that two figures
    could have, or that could be a number on a scale, is left out.
    """
    found: dict[str, set[str]] = {}
    for entry in entries:
        for text in _texts(entry, wording):
            found.setdefault(without_space(text), set()).add(entry.fact.id)
    return {text: facts.pop() for text, facts in found.items() if len(facts) == 1}


def without_space(text: str) -> str:
    """The text as one word, however it was broken into lines."""
    return "".join(text.split())


def _texts(entry: Entry, wording: LanguageWording) -> Iterator[str]:
    for heading in (heading_of, heading_of_range, heading_of_event):
        yield heading(entry, wording).text
    event = heading_of_event(entry, wording)
    if event.amount:
        yield event.amount + event.remark + event.name
    name, sign = place_name(entry, wording), plain_sign(entry)
    yield name
    if entry.amount is not None:
        amount = drawn_amount(entry, wording)
        yield amount + name
        yield sign + amount + name
        if entry.amount.unit:
            yield amount
            yield sign + amount
            yield drawn_label(entry, wording) + drawn_status(entry, wording) + amount
