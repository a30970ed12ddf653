"""Where two figures of the same thing cannot both be true, and where two articles agree.

In: a Book. Out: pairs of entries. Aware of printed precision and hedges: intervals are compared,
not digits. Never a pair of which one replaced the other: that is a revision.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, combinations
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
    """Two figures, or two plans of an event, that different articles state and that fit."""

    entries: tuple[Entry, Entry]
    """In the book's order."""
    is_whole: bool
    """They agree in unit and period; else as far as the vaguer one goes."""
    origins: tuple[str, ...] = ()
    """Agencies that both articles name; where any is named beside the figure, only those."""
    beside: int = 0
    """Of the two, how many name one of them beside the figure, in or next to its sentence."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """Two facts that speak of one thing, in the book's order."""

    entries: tuple[Entry, Entry]
    is_declared: bool = False
    """The editors say so."""


def contradictions(book: Book) -> tuple[Contradiction, ...]:
    """Every pair that still holds and cannot be true together, in the book's order."""
    found = []
    for claim in _claims(book):
        one, other = claim.entries
        kind: Literal["value", "period"] = "value" if one.amount and other.amount else "period"
        # Figures of two times may both be true, unless the editors say that they are one claim.
        is_one = kind == "period" or (_is_same_time(one, other) and not _are_moments(one, other))
        if (claim.is_declared or is_one) and not _fit(one, other):
            preferred = _preferred(one, other)
            found.append(Contradiction(kind=kind, entries=claim.entries, preferred=preferred))
    return tuple(sorted(found, key=lambda one: _place(one.entries)))


def agreements(book: Book) -> tuple[Agreement, ...]:
    """Every pair of quoted facts of different articles that fit, in the book's order."""
    found = []
    for claim in _claims(book):
        one, other = claim.entries
        is_apart = one.located and other.located and _articles(one).isdisjoint(_articles(other))
        if is_apart and _fit(one, other):
            is_whole = _is_same_time(one, other) and _unit(one) == _unit(other)
            origins, beside = _common_origins(one, other, book)
            found.append(
                Agreement(entries=claim.entries, is_whole=is_whole, origins=origins, beside=beside)
            )
    return tuple(sorted(found, key=lambda one: _place(one.entries)))


def twins_of(book: Book) -> Mapping[str, tuple[str, ...]]:
    """For each fact those that state the same claim in another article; without any, no key."""
    found: dict[str, list[str]] = {}
    for agreement in agreements(book):
        one, other = (entry.fact.id for entry in agreement.entries)
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return {name: tuple(found[name]) for name in book.entries if name in found}


def _claims(book: Book) -> Iterator[_Claim]:
    """Pairs of facts that still hold and speak of one thing, each once.

    Declared by the editors; else two figures of one subject, measure, group and unit whose periods
    overlap, or two dates of one promise.
    """
    # What was replaced no longer holds, so both ends of a chain of revisions are never a pair.
    holding = {one: entry for one, entry in book.entries.items() if entry.revised_by is None}
    declared = {
        frozenset((entry.fact.id, entry.fact.same_as)): (entry, holding[entry.fact.same_as])
        for entry in holding.values()
        if entry.fact.same_as in holding
    }
    for pair in declared.values():
        first, second = sorted(pair, key=lambda one: (one.period.sort_key, one.fact.id))
        yield _Claim((first, second), is_declared=True)
    for pair in (*_same_events(holding.values()), *_same_figures(holding.values())):
        if frozenset(entry.fact.id for entry in pair) not in declared:
            yield _Claim(pair)


def _same_figures(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Figures of one thing, group and unit, of periods that overlap."""
    figures = [entry for entry in entries if entry.amount is not None]
    alike = chain(
        *map(_pairs, _groups(figures, lambda entry: (entry.period.start, entry.period.end))),
        *map(_overlapping, _groups(figures, lambda _: None)),
    )
    for pair in alike:
        if len({_unit(entry) for entry in pair} - {None}) <= 1:
            yield pair


def _same_events(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Events of one promise; any other event is unique, unless the editors say otherwise."""
    events = [entry for entry in entries if entry.amount is None and entry.indicator.promise]
    return chain(*map(_pairs, _groups(events, lambda _: None)))


def _groups(entries: Iterable[Entry], when: Callable[[Entry], object]) -> Iterable[list[Entry]]:
    """Entries of one subject, indicator and group that `when` says the same of."""
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        fact = entry.fact
        key = (fact.about, fact.indicator, _GROUPS.get(fact.status), when(entry))
        groups.setdefault(key, []).append(entry)
    return groups.values()


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


def _overlapping(group: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of a group whose periods are not the same, and overlap."""
    running: list[Entry] = []
    for entry in sorted(group, key=lambda one: one.period.sort_key):
        running = [one for one in running if one.period.overlaps(entry.period)]
        yield from (
            (one, entry) for one in running[-_MOST_RIVALS:] if not _is_same_time(one, entry)
        )
        running.append(entry)


def _fit(one: Entry, other: Entry) -> bool:
    """Both may be true: their values overlap, or of two events the dates."""
    if one.amount is None or other.amount is None:
        return one.period.overlaps(other.period)
    return _interval(one).overlaps(_interval(other))


def _is_same_time(one: Entry, other: Entry) -> bool:
    return (one.period.start, one.period.end) == (other.period.start, other.period.end)


def _unit(entry: Entry) -> str | None:
    return entry.amount.unit if entry.amount else None


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


def _origins(entry: Entry, book: Book) -> frozenset[str]:
    """The agencies and other sources that the articles of a fact name."""
    return frozenset(name for article in _articles(entry) for name in book.origins.get(article, ()))


def _common_origins(one: Entry, other: Entry, book: Book) -> tuple[tuple[str, ...], int]:
    """What both articles name, as near to both figures as they do, and beside how many of them."""
    both = _origins(one, book) & _origins(other, book)
    near = [both & _beside(entry) for entry in (one, other)]
    named = near[0] & near[1] or near[0] | near[1] or both
    return tuple(sorted(named)), sum(bool(names & named) for names in near)


def _beside(entry: Entry) -> frozenset[str]:
    return frozenset(name for located in entry.located for name in located.origins)


def _articles(entry: Entry) -> frozenset[str]:
    return frozenset(located.quote.article for located in entry.located)


def _place(entries: tuple[Entry, Entry]) -> tuple[object, ...]:
    return tuple((entry.period.sort_key, entry.fact.id) for entry in entries)
