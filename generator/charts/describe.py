"""A chart in words and as a table, for readers who do not see it.

In: the entries of a chart, a setting. Out: a description with the very figures of the drawing.
Never a number that no row has.
"""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from generator.charts.axes import drawn_range
from generator.charts.intervals import range_cell, range_words
from generator.charts.setting import Setting
from generator.ledger import articles_of
from generator.model import Entry, Row
from generator.wording import (
    LanguageWording,
    drawn_name,
    drawn_status,
    fact_name,
    period_of,
    says_period,
    status_word,
    written_amount,
)

_SENTENCE_ENDS = (".", "!", "?", "…", "。")
_CLOSED = {"exact", "about"}


class Description(NamedTuple):
    """What says the same as the drawing: a table, a text, and the articles behind both."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    text: str
    articles: tuple[str, ...]
    """Ids, in order of publication."""


def describe_entries(
    title: str, entries: Sequence[Entry], setting: Setting, *, ranged: Collection[str] = ()
) -> Description:
    """The title, every figure in the order of the drawing, which is highest and which lowest.

    Where there are ranges, `ranged` has the ids of their figures, and nothing is the highest.
    """
    wording, book = setting.wording, setting.book
    shown = [*entries, *setting.annotations]
    figures = [_figure(entry, wording, with_range=entry.fact.id in ranged) for entry in shown]
    extremes = {} if ranged else _extremes(entries)
    for place, role in extremes.items():
        figures[place] = wording.say(f"chart-describe-{role}", figure=figures[place])
    said = [sentence(title, wording)]
    if len(figures) == 1:
        said.append(wording.say("chart-describe-one", figure=figures[0]))
    elif figures:
        said.append(joined(figures, wording))
    columns, rows = _table(shown, wording, ranged)
    behind = {name for entry in shown for name in articles_of(book, entry)}
    return Description(
        columns=columns,
        rows=rows,
        text=" ".join(filter(None, said)),
        articles=tuple(name for name in book.articles if name in behind),
    )


def describe_ranges(title: str, entries: Sequence[Entry], setting: Setting) -> Description:
    """The same, each figure with the range that rounding and hedges leave open."""
    ids = [entry.fact.id for entry in entries]
    return describe_entries(title, entries, setting, ranged=ids)


def describe_drawn(title: str, entries: Sequence[Entry], setting: Setting) -> Description:
    """The same for those whose range is drawn with two ends: its words tell of an open one."""
    ends = {entry.fact.id: drawn_range(entry) for entry in entries}
    ids = [name for name, both in ends.items() if both and None not in both]
    return describe_entries(title, entries, setting, ranged=ids)


def sentence(title: str, wording: LanguageWording) -> str:
    """A title as a sentence, with a full stop if it ends in none."""
    if not title or title.endswith(_SENTENCE_ENDS):
        return title
    return wording.say("chart-describe-title", title=title)


def joined(figures: Sequence[str], wording: LanguageWording) -> str:
    """Figures in words as one sentence."""
    listed = wording.say("chart-describe-and").join(figures)
    return wording.say("chart-describe-all", figures=listed)


def _table(
    entries: Sequence[Entry], wording: LanguageWording, ranged: Collection[str]
) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Columns and rows; the figure where any entry has one, the range where it is asked for."""
    cells: dict[str, Callable[[Entry, LanguageWording], str]] = {
        "what": fact_name,
        "figure": lambda one, words: "" if one.amount is None else written_amount(one, words),
        "range": lambda one, words: range_cell(one, words) if one.fact.id in ranged else "",
        "status": status_word,
        "period": period_of,
        "known-from": lambda one, words: words.period(one.known_from),
    }
    left_out = {"figure": all(one.amount is None for one in entries), "range": not ranged}
    shown = {name: cell for name, cell in cells.items() if not left_out.get(name)}
    rows = (
        Row(fact=one.fact.id, cells=tuple(cell(one, wording) for cell in shown.values()))
        for one in entries
    )
    return tuple(wording.say(f"chart-column-{name}") for name in shown), tuple(rows)


def _extremes(entries: Sequence[Entry]) -> dict[int, str]:
    """Where the highest and the lowest amount stand, each where that is sure.

    It is not where there are events or several units, where an amount has no end, or where rounding
    and hedges let another be as high or as low.
    """
    amounts = [entry.amount for entry in entries if entry.amount]
    is_open = any(amount.hedge not in _CLOSED for amount in amounts)
    if is_open or len(amounts) < len(entries) or len({one.unit for one in amounts}) != 1:
        return {}
    found = {}
    for place, entry in enumerate(entries):
        others = [one for at, one in enumerate(entries) if at != place]
        if others and all(_is_above(entry, one) for one in others):
            found[place] = "highest"
        elif others and all(_is_above(one, entry) for one in others):
            found[place] = "lowest"
    return found


def _is_above(one: Entry, other: Entry) -> bool:
    """Whatever the two may be, the one is more."""
    return one.low is not None and other.high is not None and one.low > other.high


def _figure(entry: Entry, wording: LanguageWording, *, with_range: bool) -> str:
    """A name and what it amounts to: in a sentence, the status beside what no text reports."""
    if entry.amount is None:
        name = wording.text(entry.fact.short) or fact_name(entry, wording)
        is_said = says_period(name, entry, wording, with_year=True)
    else:
        name, is_said = drawn_name(entry, wording), False
    amount = written_amount(entry, wording)
    said = name if is_said else wording.say("chart-describe-figure", name=name, amount=amount)
    said = " ".join(filter(None, [said, drawn_status(entry, wording)]))
    if with_range and (words := range_words(entry, wording)):
        return wording.say("chart-describe-range", figure=said, range=words)
    return said
