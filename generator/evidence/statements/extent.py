"""How long a period is beside the times of a text: wider, or with another beginning.

In: a period and a time. Out: whether the period is wider than what the text says, or begins where
the text does not let it begin. It reads no words.
"""

import re
from collections.abc import Iterable

from generator.evidence.dates.relations import Relation
from generator.evidence.statements.named_time import Time
from generator.model import Period

_NO_YEAR = "XXXX"
_DATED = re.compile(r"\d{4}(?:-\d\d)?")


def is_coarser(period: Period, own: Time, relation: Relation) -> bool:
    """The period is wider than the time, or another stretch than the one that the text counts."""
    if own.is_now:
        return period.precision in {"quarter", "half", "year"}
    if own.is_stretch and period.precision == "interval":
        return relation in {"overlaps", "coarser"}
    return relation == "overlaps" and is_wider(period, own)


def is_wider(period: Period, time: Time) -> bool:
    """The period covers the time, and neither begins nor ends with it."""
    inside = [one for one in _readings(time, period) if period.covers(one)]
    is_interval = period.precision == "interval"
    return bool(inside) and not any(
        is_interval and (one.start == period.start or one.end == period.end) for one in inside
    )


def begins_with(period: Period, begins: Time) -> bool:
    """The first day of a stretch is that of the time, or lies within it; a point has no stretch."""
    if period.precision != "interval" or period.start is None:
        return True
    starts = [one for one in _readings(begins, period) if one.start is not None]
    return not starts or any(_holds(one, period) for one in starts)


def is_before(period: Period, begins: Time) -> bool:
    """It is over before what the time begins, however that is read; a month alone has no year."""
    if any("XXXX" in one for one in begins.edtfs):
        return False
    starts = [one.start for one in _readings(begins, period) if one.start is not None]
    return period.end is not None and bool(starts) and all(one > period.end for one in starts)


def ends_with(time: Time, period: Period) -> bool:
    """A level that was reached between two years is that of the last: `from 2011 to 2022, to 9`."""
    return any(one.partition("/")[2] == period.edtf for one in time.edtfs)


def is_over_before(period: Period, own: Time) -> bool:
    """It lies wholly before the time by which something was so: `by 1921`, and not 1887."""
    last = own.edtfs[0].removeprefix("../") if own.edtfs else ""
    if not own.edtfs or not own.edtfs[0].startswith("../") or not _DATED.fullmatch(last):
        return False
    limit = Period.parse(last).start
    return limit is not None and period.end is not None and period.end < limit


def runs_until_now(time: Time, period: Period, published: Period | None) -> bool:
    """`Since 2021` is from then up to the article's year, month or day."""
    if published is None:
        return False
    first, _, last = period.edtf.partition("/")
    return f"{first}/.." in time.edtfs and bool(last) and published.edtf.startswith(last)


def resized(time: Time, relation: Relation, period: Period) -> str | None:
    """Whether the fact's period is another size than a date that the text gives with its year."""
    edtf = time.edtfs[0] if time.edtfs else ""
    if not _DATED.fullmatch(edtf) or period.precision == "interval":
        return None
    if relation == "coarser":
        return "finer"
    stated = Period.parse(edtf)
    return "coarser" if relation == "overlaps" and period.covers(stated) else None


def _holds(one: Period, period: Period) -> bool:
    if one.start is None or period.start is None:
        return False
    return one.start <= period.start <= (one.end or one.start)


def _readings(time: Time, period: Period) -> list[Period]:
    return [Period.parse(one) for edtf in time.edtfs for one in _dated(edtf, period)]


def _dated(edtf: str, period: Period) -> Iterable[str]:
    """The readings of a date, its missing year taken from the period."""
    edtf = re.sub(r"-XX\b", "", edtf)
    if _NO_YEAR in edtf:
        days = [day for day in (period.start, period.end) if day is not None]
        return [edtf.replace(_NO_YEAR, f"{day.year:04d}") for day in days]
    return [] if "X" in edtf else [edtf]
