"""Stretches of months: `first six months of 2025`, `year to June 2023`.

In: the parts of a date as its pattern found them. Out: EDTF, a quarter, half or year where it is
one, else an interval; None where the last day is not the end of a month.
"""

import calendar

from generator.evidence.dates.year_parts import NO_YEAR, Groups
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.numerals import parse_number_word

_QUARTER, _HALF, _YEAR = 3, 6, 12
_SPANS = {"whole": _YEAR, "half": _HALF, "quarter": _QUARTER}


def read_first_months(groups: Groups, lexicon: Lexicon) -> str | None:
    """`first nine months of 2025`, from January on."""
    count = _count(groups, lexicon)
    return _write(groups["year"], 1, count) if count <= _YEAR else None


def read_last_months(groups: Groups, lexicon: Lexicon) -> str | None:
    """`last three months of 2025`, up to December."""
    count = _count(groups, lexicon)
    return _write(groups["year"], _YEAR + 1 - count, _YEAR) if count <= _YEAR else None


def read_months_to(groups: Groups, month: int, lexicon: Lexicon) -> str | None:
    """`twelve months to March 2025`, `year ended 31 March 2025`."""
    year = int(groups["year"] or 0)
    day = groups["day"] or groups["day_after"]
    # In a leap year the books may still close on the 28th of February.
    if day and int(day) < min(calendar.monthrange(year, month)[1], 30 - 2 * (month == 2)):  # noqa: PLR2004
        return None
    named = next((size for name, size in _SPANS.items() if groups[name]), None)
    count = named or _count(groups, lexicon)
    first = year * _YEAR + month - count
    if first // _YEAR == year:
        return _write(str(year), first % _YEAR + 1, month)
    return f"{first // _YEAR}-{first % _YEAR + 1:02d}/{year}-{month:02d}"


def _count(groups: Groups, lexicon: Lexicon) -> int:
    word = (groups["count"] or "").lower()
    return int(word) if word.isdecimal() else int(parse_number_word(word, lexicon) or 0)


def _write(year: str | None, first: int, last: int) -> str:
    """The months of one year, under the name that they have together."""
    year, size = year or NO_YEAR, last - first + 1
    if size == _YEAR:
        return year
    if size == _HALF and first in {1, 7}:
        return f"{year}-{40 + first // 7}"
    if size == _QUARTER and first % _QUARTER == 1:
        return f"{year}-{33 + first // _QUARTER}"
    return f"{year}-{first:02d}/{year}-{last:02d}" if size > 1 else f"{year}-{first:02d}"
