"""Things that have a time, cut by the calendar into parts of bounded size.

In: things in their order, when each was, the most that a part may hold. Out: parts by year, where
that is too many by month, quarter of the month, day. What is cut so stays where it is when others
are added, until its own part overflows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from generator.model import Period

_LAST_QUARTER = 3
_DAYS = 8
"""Of a quarter of a month; the last one has the rest."""
T = TypeVar("T")
MOST_LISTED = 100
"""Of articles or dates with a few lines each, on one page."""


@dataclass(frozen=True, slots=True)
class TimePart(Generic[T]):
    """What falls into one stretch of the calendar."""

    time: str
    """In EDTF."""
    things: tuple[T, ...]

    @property
    def period(self) -> Period:
        """The stretch."""
        return Period.parse(self.time)

    @property
    def name(self) -> str:
        """As the name of a folder that no page of a date has."""
        return f"{self.time.replace('/', '--')}--all"


def times_of(when: Period) -> list[str]:
    """Year, month, quarter of the month and day of a date, as far as it is precise."""
    day = when.start or when.end or date.min  # an interval has one of them
    times = [f"{day.year:04d}"]
    if when.precision not in {"month", "day"}:
        return times
    times.append(f"{day:%Y-%m}")
    if when.precision == "month":
        return times
    quarter = min(_LAST_QUARTER, (day.day - 1) // _DAYS)
    first = day.replace(day=1 + quarter * _DAYS)
    last = first + timedelta(_DAYS - 1)
    if quarter == _LAST_QUARTER:
        last = (day.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)
    return [*times, f"{first}/{last}", str(day)]


def parts_by_time(
    things: Sequence[T], when: Callable[[T], Period], most: int, depth: int = 0
) -> list[TimePart[T]]:
    """The parts in order of time, each with its things in their order.

    What is no more precise than its part stays whole, however many there are.
    """
    groups: dict[tuple[str, bool], list[T]] = {}
    for thing in things:
        times = times_of(when(thing))
        at = min(depth, len(times) - 1)
        groups.setdefault((times[at], at < len(times) - 1), []).append(thing)
    parts: list[TimePart[T]] = []
    for (time, can_part), found in sorted(groups.items(), key=lambda one: one[0]):
        if len(found) > most and can_part:
            parts += parts_by_time(found, when, most, depth + 1)
        else:
            parts.append(TimePart(time, tuple(found)))
    return parts
