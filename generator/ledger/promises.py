"""What was promised, how it was revised, and whether it was kept, as far as the facts decide.

In: a Book and its indicators. Out: a Promise for each chain of revisions, with the terms that it
was registered with: its measure from the indicator, its threshold from the amount, its deadline
from the period. Never guesses: only a reported fact of the same period decides, and only where the
intervals leave no doubt.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from generator.ledger.contradictions import twins_of
from generator.ledger.formulas.interval import Interval
from generator.ledger.formulas.rounding import interval_of
from generator.ledger.revision import revised_id
from generator.model import Amount, Book, Entry, FollowUp, Indicator, Period, Threshold

Outcome = Literal["kept", "missed", "open", "overdue", "unmeasurable", "undecided"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
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
    """The same promise as other articles put it, or said again; earlier ones first."""
    measured: tuple[Entry, ...]
    """Facts about the promised time or a part of it, in the book's order."""
    outcome: Outcome
    decided_by: Entry | None
    """The first measured fact that decides; None where none does, or where they differ."""
    happened_by: Entry | None = None
    """What shows a promised event as done at the earliest, where none says whether in time."""

    @property
    def latest(self) -> Entry:
        """What is promised now."""
        return self.chain[-1]

    @property
    def threshold(self) -> Threshold | None:
        """The side of the promised amount that keeps it; None of an event, which has only a day."""
        amount = self.latest.amount
        return _threshold(amount, self.indicator.promise) if amount else None

    @property
    def deadline(self) -> date | None:
        """The last day on which it can be kept; None where its text names none."""
        return deadline_of(self.latest)


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
    follow_up = indicator.promise or FollowUp()
    measured = tuple(
        entry
        # A plan may turn into a report under its own indicator: that measures it too.
        for name in sorted({indicator.id, *follow_up.measured_by})
        for entry in measures.get((name, latest.fact.about), ())
        if _tells_of(entry, latest)
    )
    measured = tuple(sorted(measured, key=lambda one: (one.period.sort_key, one.fact.id)))
    deciding = _deciding(latest, measured)
    verdicts = {_verdict(latest, entry, follow_up) for entry in deciding}
    verdict = min(verdicts, default=None) if len(verdicts) < 2 else "undecided"  # noqa: PLR2004
    return Promise(
        indicator=indicator,
        about=latest.fact.about,
        chain=made.chain,
        also=made.also,
        measured=measured,
        outcome=verdict or _unreported(latest, follow_up, newest),
        decided_by=deciding[0] if verdict in {"kept", "missed"} else None,
        happened_by=_happened_by(latest, measured) if verdict == "undecided" else None,
    )


def _joined(book: Book) -> Iterator[_Made]:
    """Each promise once, in the book's order: what says the same is the same promise.

    The one that was revised most often stands for all, then one whose time has an end, then the
    one that was said first.
    """
    chains = {chain[-1].fact.id: chain for chain in _chains(book)}
    twins, repeats = twins_of(book), _repeats(chains.values())
    taken: set[str] = set()
    found: dict[str, _Made] = {}
    for name in sorted(chains, key=lambda one: _weight(chains[one])):
        if name not in taken:
            same = dict.fromkeys((*twins.get(name, ()), *repeats.get(name, ())))
            # What was revised has a story of its own, which no other promise tells.
            free = (one for one in same if len(chains.get(one, ())) < 2)  # noqa: PLR2004
            others = [book.entries[one] for one in free if one not in taken | {name}]
            others.sort(key=lambda one: one.known_from.sort_key)
            found[name] = _Made(chains[name], tuple(others))
            taken |= {name, *(one.fact.id for one in others)}
    return (found[name] for name in chains if name in found)


def _repeats(chains: Iterable[tuple[Entry, ...]]) -> Mapping[str, Sequence[str]]:
    """For each promise of an amount those that say the very same, in whatever article.

    Two events of one day may be two things, two amounts for no time two amounts, unless they are
    levels.
    """
    groups: dict[tuple[object, ...], list[str]] = {}
    for entry in (chain[-1] for chain in chains):
        is_timed = not _has_no_time(entry)
        if entry.amount and entry.located and (is_timed or entry.indicator.kind == "level"):
            fact, period = entry.fact, entry.period
            days = (period.start, period.end) if is_timed else ()
            key = (fact.indicator, fact.about, fact.status, days, entry.amount)
            groups.setdefault(key, []).append(fact.id)
    return {name: group for group in groups.values() for name in group}


def _weight(chain: tuple[Entry, ...]) -> tuple[object, ...]:
    known = chain[0].known_from.sort_key
    return -len(chain), chain[-1].period.end is None, known


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
    """A promised event is measured at any time, a figure only in the promised period.

    What is counted, as cars that were sold, shows that an event has taken place by then, unless it
    was counted before the event was due.
    """
    if promise.amount is None:
        return entry.amount is None or _shows_as_done(entry, promise)
    if entry.amount is None:
        return False
    period = promise.period
    if _has_no_time(promise):
        period = Period(f"{period.edtf}/..", period.start, None, "interval")
    return period.overlaps(entry.period)


def _shows_as_done(entry: Entry, promise: Entry) -> bool:
    counted, due = entry.period.start, promise.period.start
    is_due = due is None or (counted is not None and counted >= due)
    return is_due and entry.low is not None and entry.low > 0


def _has_no_time(promise: Entry) -> bool:
    """No sentence gives a period for it; its period is only the day of the statement."""
    return promise.fact.period is None and not promise.inputs


def deadline_of(promise: Entry) -> date | None:
    """The last day of the promised period; None where no sentence names its end."""
    return None if _has_no_time(promise) else promise.period.end


def _deciding(promise: Entry, measured: Iterable[Entry]) -> list[Entry]:
    """The reported facts that can be held against the promise; preferred ones stand alone."""
    deciding = _reported(promise, measured)
    return [one for one in deciding if one.fact.rank == "preferred"] or deciding


def _reported(promise: Entry, measured: Iterable[Entry]) -> list[Entry]:
    return [
        entry
        for entry in measured
        if entry.fact.status == "reported"
        and entry.fact.attribution != "hearsay"
        and _can_decide(entry, promise)
    ]


def _can_decide(entry: Entry, promise: Entry) -> bool:
    if _has_no_time(promise) or promise.amount is None or entry.amount is None:
        return not _has_no_time(promise)
    same_days = (entry.period.start, entry.period.end) == (promise.period.start, promise.period.end)
    return same_days and entry.amount.unit == promise.amount.unit


def _unreported(promise: Entry, follow_up: FollowUp, newest: date) -> Outcome:
    """Without a verdict: open as long as its time may still run on the newest article's day."""
    deadline = deadline_of(promise)
    if follow_up.reason or deadline is None:
        return "unmeasurable"
    return "open" if newest <= deadline else "overdue"


def _verdict(promise: Entry, entry: Entry, follow_up: FollowUp) -> Outcome:
    if promise.amount is None:
        if promise.period.covers(entry.period):
            return "kept"
        end, start = promise.period.end, entry.period.start
        is_late = entry.amount is None and end and start and start > end
        return "missed" if is_late else "undecided"
    measured = Interval.from_bounds(entry.low, entry.high)
    return _compared(promise, promise.amount, measured, _threshold(promise.amount, follow_up))


def _happened_by(promise: Entry, measured: Iterable[Entry]) -> Entry | None:
    """What shows an event as done by the earliest day, if none tells of a time before it was due.

    Of several reports each may be true: a rank takes nothing from any.
    """
    shown, begins = _reported(promise, measured), promise.period.start
    if promise.amount is not None or begins is None:
        return None
    is_since = all(one.period.start and one.period.start >= begins for one in shown)
    is_late = all(one.amount is not None or not promise.period.covers(one.period) for one in shown)
    if not (is_since and is_late):
        return None
    return min(shown, key=lambda one: (one.period.end or date.max, one.fact.id), default=None)


def _threshold(amount: Amount, follow_up: FollowUp | None) -> Threshold:
    """A hedge of the promise itself says on which side it is kept; else the indicator does."""
    if amount.hedge in {"under", "at-most"}:
        return "at-most"
    if amount.hedge in {"over", "at-least"} or follow_up is None:
        return "at-least"
    return follow_up.threshold


def _compared(promise: Entry, amount: Amount, measured: Interval, threshold: Threshold) -> Outcome:
    """Hedges are about the size of a figure, so a promised fall is judged with signs reversed."""
    stated = amount.value if amount.value is not None else amount.min_value
    bound = Interval.from_bounds(promise.low, promise.high)
    if amount.value is None and stated is not None:
        # Every value between the ends of a promised range keeps it.
        sizes = [end for end in (amount.min_value, amount.max_value) if end is not None]
        end = max(sizes, key=abs) if threshold == "at-most" else min(sizes, key=abs)
        bound = interval_of(replace(amount, value=end, min_value=None, max_value=None))
    if stated is not None and stated < 0:
        bound, measured = -bound, -measured
    if threshold == "at-most":
        most = bound.high if amount.hedge in {"under", "at-most"} else bound.low
        is_kept, is_missed = measured.high <= most, measured.low > bound.high
        is_edge = amount.hedge == "under" and measured.high == bound.high
    else:
        least = bound.low if amount.hedge in {"over", "at-least"} else bound.high
        is_kept, is_missed = measured.low >= least, measured.high < bound.low
        is_edge = amount.hedge == "over" and measured.low == bound.low
    if is_edge:
        return "undecided"
    return "kept" if is_kept else "missed" if is_missed else "undecided"
