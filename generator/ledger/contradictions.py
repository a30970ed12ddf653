"""Where two figures of the same thing cannot both be true, and where two articles agree.

In: a Book. Out: pairs of entries. Aware of printed precision and hedges: intervals are compared,
not digits. Never a pair of which one replaced the other: that is a revision.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from generator.ledger.formulas.interval import Interval
from generator.model import Book, Entry, Rank, Status

_GROUPS: dict[Status, str] = {
    "reported": "reported",
    "estimate": "reported",
    "target": "planned",
    "planned": "planned",
    "forecast": "forecast",
    "consensus": "forecast",
}
"""Only figures of one group are compared: reports are not held against plans."""
_MOST_RIVALS = 30
_RANKS: dict[Rank, int] = {"deprecated": 0, "normal": 1, "preferred": 2}


@dataclass(frozen=True, kw_only=True, slots=True)
class Contradiction:
    """Two figures, or two dates of one event, that exclude each other."""

    kind: Literal["value", "period"]
    entries: tuple[Entry, Entry]
    """In the book's order."""
    preferred: str | None
    """The id of the one with the higher rank; None where both have the same."""

    @property
    def is_decided_by_rank(self) -> bool:
        """The editors prefer one of the two."""
        return self.preferred is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """Two figures from different articles that may both be true."""

    entries: tuple[Entry, Entry]
    """In the book's order."""


def contradictions(book: Book) -> tuple[Contradiction, ...]:
    """Every pair that still holds and cannot be true together, in the book's order."""
    found = [
        Contradiction(kind="value", entries=pair, preferred=_preferred(*pair))
        for pair in _comparable(book)
        if not _interval(pair[0]).overlaps(_interval(pair[1])) and not _are_moments(*pair)
    ]
    found += [
        Contradiction(kind="period", entries=pair, preferred=_preferred(*pair))
        for pair in _same_events(book)
        if not pair[0].period.overlaps(pair[1].period)
    ]
    return tuple(sorted(found, key=lambda one: _place(one.entries)))


def agreements(book: Book) -> tuple[Agreement, ...]:
    """Every pair of quoted figures of different articles that overlap, in the book's order."""
    found = [
        Agreement(entries=pair)
        for pair in _comparable(book)
        if pair[0].located
        and pair[1].located
        and _articles(pair[0]).isdisjoint(_articles(pair[1]))
        and _interval(pair[0]).overlaps(_interval(pair[1]))
    ]
    return tuple(sorted(found, key=lambda one: _place(one.entries)))


def _comparable(book: Book) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of figures that still hold, of one thing, period, group and unit."""
    # What was replaced no longer holds, so both ends of a chain of revisions are never a pair.
    holding = [entry for entry in book.entries.values() if entry.revised_by is None]
    figures = [entry for entry in holding if entry.amount is not None]
    for pair in _alike(figures, lambda entry: (entry.period.start, entry.period.end)):
        units = {entry.amount.unit for entry in pair if entry.amount}
        if len(units - {None}) <= 1:
            yield pair


def _same_events(book: Book) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of events that still hold, of one promise; any other event is unique."""
    holding = [entry for entry in book.entries.values() if entry.revised_by is None]
    events = [entry for entry in holding if entry.amount is None and entry.indicator.promise]
    return _alike(events, lambda _: None)


def _alike(
    entries: Iterable[Entry], when: Callable[[Entry], object]
) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of one subject, indicator and group that `when` says the same of."""
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        fact = entry.fact
        key = (fact.about, fact.indicator, _GROUPS.get(fact.status), when(entry))
        groups.setdefault(key, []).append(entry)
    for group in groups.values():
        yield from _pairs(group)


def _pairs(group: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Every pair of a group; of a large group, each with the first of the highest rank.

    Nobody reads thousands of contradictions of one figure, and pairs grow with the square.
    """
    if len(group) <= _MOST_RIVALS:
        yield from combinations(group, 2)
        return
    at = max(range(len(group)), key=lambda place: _RANKS[group[place].fact.rank])
    yield from ((other, group[at]) for other in group[:at])
    yield from ((group[at], other) for other in group[at + 1 :])


def _are_moments(one: Entry, other: Entry) -> bool:
    """Both may be true at different moments, as Monday's and Tuesday's price of one month.

    Only if one article states both. A plan, or an amount over a period, holds for all of it.
    """
    return (
        one.indicator.kind in {"level", "change"}
        and _GROUPS.get(one.fact.status) == "reported"
        and one.period.precision != "day"
        and bool(one.located)
        and _articles(one) == _articles(other)
    )


def _preferred(one: Entry, other: Entry) -> str | None:
    ranks = _RANKS[one.fact.rank], _RANKS[other.fact.rank]
    if ranks[0] == ranks[1]:
        return None
    return (one if ranks[0] > ranks[1] else other).fact.id


def _interval(entry: Entry) -> Interval:
    return Interval.from_bounds(entry.low, entry.high)


def _articles(entry: Entry) -> frozenset[str]:
    return frozenset(located.quote.article for located in entry.located)


def _place(entries: tuple[Entry, Entry]) -> tuple[object, ...]:
    return tuple((entry.period.sort_key, entry.fact.id) for entry in entries)
