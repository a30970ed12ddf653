"""How a date of a text stands to a period: it states it, fits it, overlaps it, contradicts it.

In: the EDTF of a date, in which the year may be missing, and a period. Out: a relation, or whether
the date may lie within the period. It reads no words.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from generator.model import Period

Relation = Literal["states", "fits", "coarser", "overlaps", "contradicts", "unknown"]
_MOST_YEARS = 60
_NO_YEAR = "XXXX"


def with_year(edtf: str, year: int) -> str:
    """A date with the year that it leaves open; `November to February` ends in the next."""
    first, slash, last = edtf.partition("/")
    ends = year + (last < first)
    return first.replace(_NO_YEAR, f"{year:04d}") + slash + last.replace(_NO_YEAR, f"{ends:04d}")


@functools.lru_cache(maxsize=8192)
def relate(edtf: str | None, period: Period) -> Relation:
    """How a date of the text stands to a period."""
    if edtf is None:
        return "unknown"
    best: Relation = "contradicts"
    for candidate in _candidates(edtf, period):
        if (candidate.start, candidate.end) == (period.start, period.end):
            return "fits" if "X" in edtf else "states"
        if candidate.covers(period):
            best = "coarser"
        elif candidate.overlaps(period) and best == "contradicts":
            best = "overlaps"
    return best


@functools.lru_cache(maxsize=8192)
def may_lie_in(edtf: str, period: Period) -> bool:
    """Whether the period covers what the date may mean; asked again for every quotation."""
    return any(period.covers(one) for one in _candidates(edtf, period))


def _candidates(edtf: str, period: Period) -> Iterator[Period]:
    """The periods that a date may mean, its missing year taken from the other period."""
    edtf = re.sub(r"-XX\b", "", edtf)
    edtf = re.sub(r"(\d{3})X", r"\g<1>0/\g<1>9", edtf)
    if _NO_YEAR not in edtf:
        years: Sequence[int | None] = (None,)
    else:
        known = [day.year for day in (period.start, period.end) if day is not None]
        years = range(min(known), min(max(known), min(known) + _MOST_YEARS) + 1) if known else ()
    for year in years:
        text = edtf if year is None else with_year(edtf, year)
        try:
            yield Period.parse(text)
        except ValueError:
            continue
