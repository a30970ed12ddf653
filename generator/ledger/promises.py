"""What was promised, how it was revised, and whether it was kept, as far as the facts decide.

In: a Book and its indicators. Out: a Promise for each chain of revisions. Never guesses: only a
reported fact of the same period decides, and only where the intervals leave no doubt.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.ledger.contradictions import twins_of
from generator.ledger.formulas.interval import Interval
from generator.ledger.formulas.rounding import interval_of
from generator.ledger.revision import revised_id
from generator.model import Amount, Book, Entry, Indicator, Period

Outcome = Literal["kept", "missed", "open", "unmeasured", "undecided"]
_MEASURED = frozenset({"reported", "estimate"})
_PROMISED = frozenset({"target", "planned"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Promise:
    """One promise as first made, as revised, and what was measured since."""

    indicator: Indicator
    about: str
    chain: tuple[Entry, ...]
    """From the first statement to the latest revision."""
    also: tuple[Entry, ...]
    """The same promise as other articles put it."""
    measured: tuple[Entry, ...]
    """Facts about the promised time or a part of it, in the book's order."""
    outcome: Outcome
    decided_by: Entry | None
    """The first measured fact that decides; None where none does, or where they differ."""

    @property
    def latest(self) -> Entry:
        """What is promised now."""
        return self.chain[-1]


@dataclass(frozen=True, slots=True)
class _Made:
    """A promise as it was made: its chain of revisions, and other articles' words for it."""

    chain: tuple[Entry, ...]
    also: tuple[Entry, ...]


def promises(book: Book, indicators: Mapping[str, Indicator]) -> tuple[Promise, ...]:
    """Every promise, by indicator, then by its period."""
    made: dict[str, list[_Made]] = {}
    for one in _joined(book):
        made.setdefault(one.chain[-1].fact.indicator, []).append(one)
    measures: dict[tuple[str, str], list[Entry]] = {}
    for entry in book.entries.values():
        still_holds = entry.revised_by is None and entry.fact.rank != "deprecated"
        if still_holds and entry.fact.status in _MEASURED:
            measures.setdefault((entry.fact.indicator, entry.fact.about), []).append(entry)
    # The newest article may be of any day of its month: only the first is certain.
    newest = max(
        (one.date_published.sort_key[0] for one in book.articles.values()), default=date.min
    )
    return tuple(
        _promise(indicator, one, measures, newest)
        for indicator in indicators.values()
        for one in made.get(indicator.id, ())
    )


def _promise(
    indicator: Indicator,
    made: _Made,
    measures: Mapping[tuple[str, str], list[Entry]],
    newest: date,
) -> Promise:
    latest = made.chain[-1]
    measured_by = indicator.promise.measured_by if indicator.promise else ()
    measured = tuple(
        entry
        # A plan may turn into a report under its own indicator: that measures it too.
        for name in sorted({indicator.id, *measured_by})
        for entry in measures.get((name, latest.fact.about), ())
        if _tells_of(entry, latest)
    )
    measured = tuple(sorted(measured, key=lambda one: (one.period.sort_key, one.fact.id)))
    outcome, decided_by = _decided(latest, measured)
    return Promise(
        indicator=indicator,
        about=latest.fact.about,
        chain=made.chain,
        also=made.also,
        measured=measured,
        outcome=outcome or _undecided(latest, newest),
        decided_by=decided_by,
    )


def _joined(book: Book) -> Iterator[_Made]:
    """Each promise once, in the book's order: what other articles say of it is the same promise.

    The one that was revised most often stands for all, then one whose time has an end.
    """
    chains = {chain[-1].fact.id: chain for chain in _chains(book)}
    twins = twins_of(book)
    taken: set[str] = set()
    found: dict[str, _Made] = {}
    for name in sorted(chains, key=lambda one: _weight(chains[one])):
        if name not in taken:
            others = [one for one in twins.get(name, ()) if one not in taken]
            found[name] = _Made(chains[name], tuple(book.entries[one] for one in others))
            taken |= {name, *others}
    return (found[name] for name in chains if name in found)


def _weight(chain: tuple[Entry, ...]) -> tuple[int, bool]:
    return -len(chain), chain[-1].period.end is None


def _chains(book: Book) -> Iterator[tuple[Entry, ...]]:
    """For each promise that still holds the chain of what it replaced, in the book's order."""
    for entry in book.entries.values():
        reviser = book.entries.get(entry.revised_by or "")
        # A measured result does not replace a promise.
        if _is_promise(entry) and (reviser is None or not _is_promise(reviser)):
            chain = {entry.fact.id: entry}
            old = _revised(entry, book)
            while old is not None and old.fact.id not in chain:
                chain[old.fact.id] = old
                old = _revised(old, book)
            yield tuple(reversed(chain.values()))


def _revised(entry: Entry, book: Book) -> Entry | None:
    """The promise of the same thing that the entry replaced."""
    old = book.entries.get(revised_id(entry.fact, book.withdrawn) or "")
    if old is None or old.fact.indicator != entry.fact.indicator:
        return None
    return old if old.fact.about == entry.fact.about and _is_promise(old) else None


def _is_promise(entry: Entry) -> bool:
    """A target or a plan of an indicator that is promised; a report measures it."""
    return entry.indicator.promise is not None and entry.fact.status in _PROMISED


def _tells_of(entry: Entry, promise: Entry) -> bool:
    """An event measures a promised event at any time; a figure only in the promised period."""
    if promise.amount is None or entry.amount is None:
        return promise.amount is None and entry.amount is None
    period = promise.period
    if _has_no_time(promise):
        period = Period(f"{period.edtf}/..", period.start, None, "interval")
    return period.overlaps(entry.period)


def _has_no_time(promise: Entry) -> bool:
    """No sentence gives a period for it; its period is only the day of the statement."""
    return promise.fact.period is None and not promise.inputs


def _decided(promise: Entry, measured: Iterable[Entry]) -> tuple[Outcome | None, Entry | None]:
    """The verdict of the reported facts, and the first that gives it; None where none can."""
    deciding = [
        entry
        for entry in measured
        if entry.fact.status == "reported"
        and entry.fact.attribution != "hearsay"
        and _can_decide(entry, promise)
    ]
    deciding = [one for one in deciding if one.fact.rank == "preferred"] or deciding
    verdicts: set[Outcome] = {_verdict(promise, entry) for entry in deciding}
    if not verdicts:
        return None, None
    verdict: Outcome = verdicts.pop() if len(verdicts) == 1 else "undecided"
    return verdict, None if verdict == "undecided" else deciding[0]


def _can_decide(entry: Entry, promise: Entry) -> bool:
    if _has_no_time(promise) or promise.amount is None or entry.amount is None:
        return not _has_no_time(promise)
    same_days = (entry.period.start, entry.period.end) == (promise.period.start, promise.period.end)
    return same_days and entry.amount.unit == promise.amount.unit


def _undecided(promise: Entry, newest: date) -> Outcome:
    """Open as long as the promised time may still run on the newest article's day."""
    ends = promise.period.end
    if _has_no_time(promise) or ends is None or newest <= ends:
        return "open"
    return "unmeasured"


def _verdict(promise: Entry, entry: Entry) -> Outcome:
    if promise.amount is None:
        if promise.period.covers(entry.period):
            return "kept"
        end, start = promise.period.end, entry.period.start
        return "missed" if end and start and start > end else "undecided"
    return _compared(promise, promise.amount, Interval.from_bounds(entry.low, entry.high))


def _compared(promise: Entry, amount: Amount, measured: Interval) -> Outcome:
    """Hedges are about the size of a figure, so a promised fall is judged with signs reversed."""
    stated = amount.value if amount.value is not None else amount.min_value
    bound = Interval.from_bounds(promise.low, promise.high)
    if amount.value is None and stated is not None:
        # Every value between the ends of a promised range keeps it.
        least = amount.max_value if stated < 0 and amount.max_value is not None else stated
        bound = interval_of(replace(amount, value=least, min_value=None, max_value=None))
    if stated is not None and stated < 0:
        bound, measured = -bound, -measured
    if amount.hedge in {"under", "at-most"}:
        is_kept, is_missed = measured.high <= bound.high, measured.low > bound.high
        is_edge = amount.hedge == "under" and measured.high == bound.high
    else:
        least_of_bound = bound.low if amount.hedge in {"over", "at-least"} else bound.high
        is_kept, is_missed = measured.low >= least_of_bound, measured.high < bound.low
        is_edge = amount.hedge == "over" and measured.low == bound.low
    if is_edge:
        return "undecided"
    return "kept" if is_kept else "missed" if is_missed else "undecided"
