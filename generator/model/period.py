"""Periods in the EDTF subset that the seeds may use (ISO 8601-2:2019, levels 0 to 2).

In: `2024`, `2021-10`, `2025-08-07`, quarters `2024-33` … `2024-36` or `2024-Q4`, halves `2024-40`,
`2024-41` or `2024-H1`, intervals `A/B`, open ends `2022/..` and `../2024-06`, `~` about and `?`
uncertain. Out: first and last day. Never the clock, never a guess.
"""

import calendar
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal, Self

Precision = Literal["day", "month", "quarter", "half", "year", "interval"]

_POINT = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:(?P<alias>[QH][1-4])|(?P<part>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
    r"(?P<qualifier>[~?]?)"
)
YEAR_PARTS: Mapping[str, int] = MappingProxyType(
    {"Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
)
"""Quarters and halves as editors write them, with their numbers in EDTF."""
_FIRST_YEAR, _LAST_YEAR = 1000, 2200


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar, with its precision."""

    edtf: str
    """Canonical EDTF: aliases replaced (`2024-Q4` is `2024-36`)."""
    start: date | None
    """First day; None when open."""
    end: date | None
    """Last day, inclusive; None when open."""
    precision: Precision
    qualifier: Literal["", "~", "?"] = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """The period that an EDTF string of the subset means.

        Raises:
            ValueError: not of the subset, or no such day; the message says which.
        """
        if "/" not in text:
            return cls(*_parse_point(text))
        left, _, right = text.partition("/")
        if left == right == "..":
            raise ValueError("an interval needs at least one end")
        start = None if left == ".." else _parse_point(left)
        end = None if right == ".." else _parse_point(right)
        if start and end and start[1] > end[2]:
            raise ValueError(f"{left} is after {right}")
        edtf = f"{start[0] if start else '..'}/{end[0] if end else '..'}"
        return cls(edtf, start[1] if start else None, end[2] if end else None, "interval")

    def covers(self, other: "Period") -> bool:
        """Every day of `other` is a day of this period."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends

    def overlaps(self, other: "Period") -> bool:
        """At least one day is in both."""
        before = self.end is not None and other.start is not None and self.end < other.start
        after = self.start is not None and other.end is not None and other.end < self.start
        return not before and not after

    @property
    def sort_key(self) -> tuple[date, date]:
        """By first day, then last; an open end counts as the end of time."""
        return (self.start or date.min, self.end or date.max)

    @property
    def known_key(self) -> tuple[date, date]:
        """By the day on which it is over: of what came out within a month, only then is it sure.

        Without an end it is the first day.
        """
        return (self.end or self.start or date.max, self.start or date.min)

    def __str__(self) -> str:
        """The canonical EDTF."""
        return self.edtf

    def __hash__(self) -> int:
        """Of the EDTF, which all else follows from."""
        return hash(self.edtf)


_Point = tuple[str, date, date, Precision, Literal["", "~", "?"]]


@functools.lru_cache(maxsize=8192)
def _parse_point(text: str) -> _Point:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(
            f"{text!r} is no period; write 2024, 2021-10, 2025-08-07, 2024-Q4, 2024-H1 or 2022/.."
        )
    year = int(match["year"])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"the year must be {_FIRST_YEAR} to {_LAST_YEAR}")
    raw = match["qualifier"]
    qualifier: Literal["", "~", "?"] = "~" if raw == "~" else "?" if raw == "?" else ""
    if match["alias"]:
        if match["alias"] not in YEAR_PARTS:
            raise ValueError(f"{match['alias']} is neither a quarter nor a half")
        part: int | None = YEAR_PARTS[match["alias"]]
    else:
        part = int(match["part"]) if match["part"] else None
    start, end, precision = _bounds(year, part, int(match["day"]) if match["day"] else None)
    edtf = f"{year:04d}" + (f"-{part:02d}" if part else "")
    edtf += f"-{match['day']}" if match["day"] else ""
    return edtf + qualifier, start, end, precision, qualifier


def _bounds(year: int, part: int | None, day: int | None) -> tuple[date, date, Precision]:
    if part is None:
        return date(year, 1, 1), date(year, 12, 31), "year"
    if day is not None:
        if not 1 <= part <= 12:  # noqa: PLR2004 - months of the year
            raise ValueError("a day needs a month from 01 to 12")
        if not 1 <= day <= calendar.monthrange(year, part)[1]:
            raise ValueError(f"{year}-{part:02d} has no day {day}")
        return date(year, part, day), date(year, part, day), "day"
    if part in {33, 34, 35, 36}:
        return *_months(year, 3 * (part - 33) + 1, 3), "quarter"
    if part in {40, 41}:
        return *_months(year, 6 * (part - 40) + 1, 6), "half"
    if 1 <= part <= 12:  # noqa: PLR2004 - months of the year
        return *_months(year, part, 1), "month"
    raise ValueError(
        f"{part:02d} is no month (01-12), quarter (33-36, Q1-Q4) or half (40, 41, H1, H2)"
    )


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    last = first + count - 1
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
