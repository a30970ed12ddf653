"""A sparkline: the figures of one thing in the order of time, small enough for a line of text.

In: an entry and its book. Out: a Sparkline, places in a box, or None where there are not two
figures. Zero is always in the box. Never a line through times that nobody measured: a step joins
two marks only where one figure replaces the other. Places are whole tenths, so that every machine
draws the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from generator.charts.axes import greatest_value, least_value
from generator.model import Book, Entry, Period
from generator.wording import is_reported

_WIDTH, HEIGHT = 120, 36
_EDGE = 6
"""Room for half a mark on each side."""
_APART = 11
"""The least distance of two marks, so that both can be seen."""
_MOST = 9
"""At most so many figures up to the one itself, the newest; more would run into each other."""
_TENTH = Decimal("0.1")
_Level = Callable[[Decimal], Decimal]


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure: its point, and how far its hedge and rounding reach."""

    entry: Entry
    x: Decimal
    y: Decimal
    low: Decimal
    high: Decimal
    is_open: bool
    """Unbounded on one side, as with "more than": it reaches to the edge of the box."""
    is_solid: bool
    """Reported; every other status is hollow."""
    is_own: bool
    """It is the figure that the sparkline stands beside."""


@dataclass(frozen=True, slots=True)
class Step:
    """From a figure to the one that replaced it."""

    start: Mark
    end: Mark


@dataclass(frozen=True, slots=True)
class Sparkline:
    """Marks and steps in a box, and how far from its top the line of zero lies."""

    marks: tuple[Mark, ...]
    steps: tuple[Step, ...]
    zero: Decimal
    width: Decimal
    height: int = HEIGHT


def sparkline(entry: Entry, book: Book) -> Sparkline | None:
    """The figures of the same indicator, subject and unit as `entry`; None without a second one."""
    entries = _alike(entry, book)
    if len(entries) < 2:  # noqa: PLR2004 - one point is no course
        return None
    level = _levels(entries)
    zero = level(Decimal(0))
    marks = [
        _mark(one, x, level, is_own=one.fact.id == entry.fact.id)
        for one, x in zip(entries, _across(entries), strict=True)
    ]
    by_id = {mark.entry.fact.id: mark for mark in marks}
    steps = [
        Step(mark, by_id[mark.entry.revised_by]) for mark in marks if mark.entry.revised_by in by_id
    ]
    return Sparkline(tuple(marks), tuple(steps), zero, marks[-1].x + _EDGE)


def _alike(entry: Entry, book: Book) -> list[Entry]:
    """In the order of time; at one time what was replaced comes first, targets before reports."""
    if entry.amount is None:
        return []
    unit, fact = entry.amount.unit, entry.fact
    found = [
        one
        for one in book.entries.values()
        if (one.fact.indicator, one.fact.about) == (fact.indicator, fact.about)
        and one.amount is not None
        and one.amount.unit == unit
        and _is_comparable(one, entry)
    ]
    found.sort(
        key=lambda one: (
            _middle(one.period),
            one.known_from.sort_key,
            -_revisions_of(one, book),
            is_reported(one),
            one.fact.id,
        )
    )
    at = next(place for place, one in enumerate(found) if one.fact.id == fact.id)
    return found[max(0, min(at + 1, len(found)) - _MOST) :][:_MOST]


def _revisions_of(entry: Entry, book: Book) -> int:
    """How many times it was replaced."""
    number = 0
    while revision := book.entries.get(entry.revised_by or ""):
        entry, number = revision, number + 1
    return number


def _is_comparable(one: Entry, other: Entry) -> bool:
    """Levels always are; a flow or a change of a year is not compared with that of a month."""
    if one is other or other.indicator.kind == "level":
        return True
    lengths = {one.period.precision, other.period.precision}
    return len(lengths) == 1 and "interval" not in lengths


def _across(entries: Sequence[Entry]) -> list[Decimal]:
    """The place of each mark: to scale of time, but pushed apart where two would touch.

    Figures for the same time are placed by the day since when they are known.
    """
    days = [_middle(entry.period) for entry in entries]
    if days[0] == days[-1]:
        days = [_middle(entry.known_from) for entry in entries]
    span = days[-1] - days[0]
    room = _WIDTH - 2 * _EDGE
    if not span:
        return [_tenths(Fraction(_APART * place + _EDGE)) for place in range(len(days))]
    places = [Fraction(room) * (day - days[0]) / span for day in days]
    for at in range(1, len(places)):
        places[at] = max(places[at], places[at - 1] + _APART)
    places[-1] = Fraction(room)
    for at in range(len(places) - 2, -1, -1):
        places[at] = min(places[at], places[at + 1] - _APART)
    return [_tenths(place + _EDGE) for place in places]


def _middle(period: Period) -> Fraction:
    """The day in the middle of a period; of an open one, the end that it has."""
    days = [day.toordinal() for day in (period.start, period.end) if day is not None]
    return Fraction(sum(days), len(days))


def _levels(entries: Sequence[Entry]) -> _Level:
    """Heights in the box, from zero to the outermost value or bound: no hedge is cut off."""
    ends = [Decimal(0)]
    for entry in entries:
        ends += [least_value(entry), greatest_value(entry)]
        ends += [bound for bound in (entry.low, entry.high) if bound is not None]
    low, high = min(ends), max(ends)
    span, room = Fraction(high - low) or Fraction(1), HEIGHT - 2 * _EDGE

    def level(value: Decimal) -> Decimal:
        inside = min(max(value, low), high)
        return _tenths(HEIGHT - _EDGE - Fraction(inside - low) / span * room)

    return level


def _mark(entry: Entry, x: Decimal, level: _Level, *, is_own: bool) -> Mark:
    """A range has its point in its middle; an open end reaches to the edge."""
    middle = (least_value(entry) + greatest_value(entry)) / 2
    low = level(entry.low) if entry.low is not None else Decimal(HEIGHT)
    high = level(entry.high) if entry.high is not None else Decimal(0)
    return Mark(
        entry=entry,
        x=x,
        y=level(middle),
        low=low,
        high=high,
        is_open=entry.low is None or entry.high is None,
        is_solid=is_reported(entry),
        is_own=is_own,
    )


def _tenths(place: Fraction) -> Decimal:
    exact = Decimal(place.numerator) / Decimal(place.denominator)
    return exact.quantize(_TENTH, rounding=ROUND_HALF_EVEN).normalize() + 0
