"""Things that have a time, cut by the calendar into parts of bounded size.

In: things in their order, when each was, what names each, the most that a part may hold. Out: parts
by year, where that is too many by month, quarter of the month, day; those of one time by letters,
which follow from their names. What is cut so stays where it is when others are added, until its own
part overflows; that then lists its parts at the same address.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Generic, TypeVar

from generator.model import Period

_LAST_QUARTER = 3
_DAYS = 8
"""Of a quarter of a month; the last one has the rest."""
T = TypeVar("T")
MOST_LISTED = 100
"""Of articles or dates with a few lines each, on one page."""
_DEEPEST = 60
"""Down from the years; millions of things of one day stand higher."""
MOST_PARTS = 200
"""That one page lists, a row each."""


@dataclass(frozen=True, slots=True)
class TimePart(Generic[T]):
    """What falls into one stretch of the calendar."""

    time: str
    """In EDTF."""
    things: tuple[T, ...]
    letters: str = ""
    """Which of several parts of one time; mostly empty."""
    parts: tuple["TimePart[T]", ...] = ()
    """What it is cut into itself."""

    @property
    def period(self) -> Period:
        """The stretch."""
        return Period.parse(self.time)

    @property
    def name(self) -> str:
        """As the name of a folder that no page of a date has."""
        letters = f"--{self.letters}" if self.letters else ""
        return f"{self.time.replace('/', '--')}{letters}--all"

    def walk(self) -> Iterator["TimePart[T]"]:
        """The part and all below it, in order."""
        yield self
        for part in self.parts:
            yield from part.walk()


def listed_parts(parts: Sequence[TimePart[T]]) -> list[TimePart[T]]:
    """The parts, those that are cut replaced by theirs as long as one page has room for all."""
    found = [*parts]
    while any(one.parts for one in found):
        below = [part for one in found for part in (one.parts or (one,))]
        if len(below) > MOST_PARTS:
            break
        found = below
    return found


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


def letters_of(name: str) -> str:
    """Letters that spread names evenly: each parts what it is put before in two."""
    bits = f"{int.from_bytes(sha256(name.encode()).digest()):0256b}"
    return bits.translate(str.maketrans("01", "ab"))


def parts_by_time(
    things: Sequence[T],
    when: Callable[[T], Period],
    name: Callable[[T], str],
    most: int,
    depth: int = 1,
) -> list[TimePart[T]]:
    """The parts in order of time, each with its things in their order.

    `depth` is how many steps down the parts stand; no two things have one name.
    """
    groups: dict[tuple[str, str], list[T]] = {}
    for thing in things:
        times = times_of(when(thing))
        time, letters = times[min(depth, len(times)) - 1], letters_of(name(thing))
        groups.setdefault((time, letters[: max(0, depth - len(times))]), []).append(thing)
    return [
        TimePart(
            time,
            tuple(found),
            letters,
            tuple(parts_by_time(found, when, name, most, depth + 1))
            if len(found) > max(most, 1) and depth < _DEEPEST
            else (),
        )
        for (time, letters), found in sorted(groups.items())
    ]
