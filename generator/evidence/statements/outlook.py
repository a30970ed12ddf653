"""Which of several days or years a fact may mean by a time that leaves them open.

In: a time, when the article came out, the outlook of a fact. Out: the time as the fact means it: a
weekday or a date without a year is the last such up to the article's day, or the next.
"""

from dataclasses import dataclass, replace

from generator.evidence.dates.moments import without_year
from generator.evidence.statements.named_time import Time
from generator.model import AHEAD, Fact, Period

_NO_YEAR = "XXXX"
_DAY_LENGTH = len("XXXX-12-31")


@dataclass(frozen=True, slots=True)
class Outlook:
    """Which of several days or years a fact may mean by a time that leaves them open."""

    is_ahead: bool = False
    """It is of something to come."""
    is_awaited: bool = False
    """It may be of a stretch that has ended, whose result is not known yet."""
    is_reasoned: bool = False
    """An editor says why the year is known."""


PLAIN = Outlook()
"""That of a fact that reports what is so."""


def outlook_of(fact: Fact) -> Outlook:
    """What a fact may mean."""
    is_awaited = fact.status in {"forecast", "consensus"}
    return Outlook(fact.status in AHEAD, is_awaited, "period" in fact.inferred)


def meant(time: Time, published: Period | None, outlook: Outlook) -> Time:
    """A time as a fact of this outlook means it; the end of a stretch may be its last day."""
    found = _meant(time, published, outlook)
    if not found.is_end:
        return found
    last = (last_day(one) for one in found.edtfs)
    return replace(found, edtfs=(*found.edtfs, *(one for one in last if one)))


def last_day(edtf: str) -> str | None:
    """That of a year or a month."""
    if "X" in edtf or "/" in edtf:
        return None
    end = Period.parse(edtf).end
    return end.isoformat() if end else None


def _meant(time: Time, published: Period | None, outlook: Outlook) -> Time:
    """A weekday, or a date without a year, as a fact of this outlook means it.

    A date that follows one of another year may go on from that, and stays open.
    """
    if published is None or published.start is None or not time.edtfs:
        return time
    if time.is_weekday:
        today = published.start.isoformat()
        to_come = tuple(one for one in time.edtfs if one >= today)
        return replace(time, edtfs=to_come) if outlook.is_ahead else time
    if outlook.is_reasoned or _NO_YEAR not in time.edtfs[0]:
        return time
    found = without_year(
        time.edtfs[0], published, is_ahead=outlook.is_ahead, is_awaited=outlook.is_awaited
    )
    ends = {part[:4] for one in found for part in one.split("/")}
    is_other = bool(time.after) and time.after[:4] not in ends
    if is_other or not found:
        return time
    is_begun = time.is_opened and len(found[0]) < _DAY_LENGTH
    return replace(time, edtfs=tuple(f"{one}/.." if is_begun else one for one in found))
