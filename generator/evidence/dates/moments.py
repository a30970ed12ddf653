"""Time that is told from the day of the article: `last year`, `yesterday`, `on Monday`.

In: what a phrase means, as the lexicon has it, and when the article came out. Out: the periods that
it may mean, as EDTF, none where the article's date is too coarse to say. It reads no words and
never looks at the clock.
"""

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from dateutil.easter import easter

from generator.evidence.dates.relations import with_year
from generator.model import Period

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_DAYS = {"day": 1, "week": 7}
_SATURDAY = 5
_HOURS = 24
_MOST_DAYS = 366
_YEAR = 12
_QUARTER = 3
_FIRST_QUARTER = 32
_WEEK = 7
_NO_YEAR = "XXXX"
_DECADE = 10
_WHOLE_YEAR = 364
"""Days from the first to the last of a year."""
_DAY_LENGTH = len("XXXX-12-31")
_MOST_BACK = 10
"""Months for which a date without a year is known to be the last such, and no older one."""
_HALF_YEAR = 7
"""The month with which a season of sports or shows begins."""
_LAST_MONTHS = {"spring": 6, "summer": 8, "autumn": 11}
_OF_YEAR = frozenset({"date", "easter", "season", *_LAST_MONTHS})
_AWAITED = 3
"""Months after its end in which the results of a stretch may still be expected."""


def resolve(meaning: str, published: Period | None, spoken_of: Period | None = None) -> list[str]:
    """The periods that a phrase may mean, the likeliest first."""
    if published is None or published.start is None or published.end is None:
        return []
    unit, *more = meaning.split()
    if unit == "before":
        return _before(more[0], published.start, spoken_of)
    if is_now(meaning) or is_then(meaning) or is_loose(meaning):
        return [published.edtf] if is_now(meaning) else []
    if unit in _OF_YEAR:
        return _of_year(unit, more[0], published.start)
    if meaning == "to date" or unit == "trailing":
        since = published.end.month - 1 if unit == "to" else int(more[0])
        return [_trailing(since, published.end)]
    found = step(unit, int(more[0]), published)
    return [*found, _trailing(_YEAR, published.end)] if len(more) > 1 else found


def _of_year(unit: str, which: str, start: date) -> list[str]:
    """A named day, a season of sports or shows, a summer: of this year or the one before.

    A day that is counted from Easter is the last such or the next.
    A summer that has ended this year may be meant by `last summer` as well as that of the year
    before; a season may be a year, or two halves of two.
    """
    if unit == "date":
        return [f"XXXX-{which}"]
    distance = int(which)
    if unit == "easter":
        near = range(start.year - 1, start.year + 2)
        days = [easter(year) + timedelta(days=distance) for year in near]
        past = [one for one in days if one <= start]
        return [past[-1].isoformat(), days[len(past)].isoformat()]
    if unit == "season":
        first = start.year + distance - (start.month < _HALF_YEAR)
        return [f"{start.year + distance}", f"{first}/{first + 1}"]
    is_over = start.month > _LAST_MONTHS[unit]
    years = [start.year, start.year - 1] if is_over else [start.year - 1]
    return [f"{year}" for year in years]


def is_before(meaning: str) -> bool:
    """It counts from the time that the text speaks of: `a year earlier`."""
    return meaning.split(maxsplit=1)[0] == "before"


def is_now(meaning: str) -> bool:
    """It is the time at which the article came out."""
    return meaning == "now"


def is_then(meaning: str) -> bool:
    """It is the time that the text named last."""
    return meaning.rsplit(maxsplit=1)[-1] == "then"


def later(meaning: str, named: str) -> list[str]:
    """The time that a phrase means from the one that the text named last: `the year after`."""
    unit, *more = meaning.split()
    if len(more) == 1 or not more:
        return [f"{named}/.."] if is_since(meaning) else [named]
    try:
        return step(unit, int(more[0]), Period.parse(named))
    except ValueError:
        return []


def is_loose(meaning: str) -> bool:
    """It is a time of its own, which the text does not date: `in its first week`."""
    return meaning == "loose"


def is_since(meaning: str) -> bool:
    """It is from the time on that the text named last."""
    return meaning.split(maxsplit=1)[0] == "since"


def is_day(meaning: str) -> bool:
    """It is a day."""
    return meaning.split(maxsplit=1)[0] in {"day", "date", "easter"}


def is_stretch(meaning: str, found: Sequence[str]) -> bool:
    """So long a time, up to the article's day: no year or season that may be one of two."""
    return (
        len(found) > 1 and not is_before(meaning) and meaning.split(maxsplit=1)[0] not in _OF_YEAR
    )


def step(unit: str, distance: int, published: Period) -> list[str]:
    """The day, week, month, quarter or year so far from the article's; past or to come."""
    start, end = published.start, published.end
    if start is None or end is None:
        return []
    if unit == "decade":
        unit, distance = "year", distance * _DECADE
    if unit in {*_DAYS, "night", "weekend"}:
        return _days(unit, distance, start) if start == end else []
    if unit not in _MONTHS:
        return []
    if unit == "month" and (start.year, start.month) != (end.year, end.month):
        return []
    size = _MONTHS[unit]
    first = (start.year * _YEAR + start.month - 1) // size * size + distance * size
    return [_write(first, size)]


def stretch(unit: str, count: int, published: Period | None, *, is_ahead: bool) -> list[str]:
    """So many months or years before the article, or after it."""
    if published is None or published.start is None or published.end is None:
        return []
    if unit in {*_DAYS, "hour"}:
        days = -(-count // _HOURS) if unit == "hour" else count * _DAYS[unit]
        return _run(days if is_ahead else -days, published)
    months = count * {**_MONTHS, "decade": _YEAR * _DECADE}.get(unit, 0)
    if not months:
        return []
    if not is_ahead:
        return [_trailing(months, published.end)]
    last = published.end.year * _YEAR + published.end.month - 1 + months
    return [f"{_month(published.start)}/{_year_month(last)}"]


def weekday(day: int, published: Period | None) -> list[str]:
    """The last such day up to the article, and the next; a stretch where its day is not known."""
    if published is None or published.start is None or published.end is None:
        return []
    if published.precision == "day":
        back = (published.start.weekday() - day) % _WEEK
        past = published.start - timedelta(days=back)
        ahead = past + timedelta(days=_WEEK)
        return [past.isoformat(), ahead.isoformat()]
    if published.precision != "month":
        return []
    return [f"{(published.start - timedelta(days=_WEEK)).isoformat()}/{published.end.isoformat()}"]


def nth_weekday(month: str, day: int, rank: int) -> str | None:
    """The day of a month that is its first such weekday, its second, or with -1 its last."""
    year, number = (int(part) for part in month.split("-"))
    weeks = calendar.Calendar().monthdatescalendar(year, number)
    days = [week[day] for week in weeks if week[day].month == number]
    return days[rank - (rank > 0)].isoformat() if rank <= len(days) else None


def nearest_year(edtf: str, published: Period | None, *, is_ahead: bool) -> int | None:
    """The year that makes a date without one the last before the article, or the next after it.

    A whole year that is told by its last month, as in `the year to June`, has ended.
    """
    if published is None or published.start is None or published.end is None:
        return None
    year = published.end.year
    try:
        period = Period.parse(with_year(edtf, year))
    except ValueError:
        return None
    if period.start is None or period.end is None:
        return None
    if is_ahead:
        return year + 1 if period.end < published.start else year
    if (period.end - period.start).days >= _WHOLE_YEAR:
        return next(one for one in (year - 1, year - 2) if _end(edtf, one) <= published.end)
    return year - 1 if period.start > published.end else year


def last_year_to(edtf: str, published: Period | None) -> str:
    """The whole year up to a month, with the year that it has; any other date as it is."""
    first, _, last = edtf.partition("/")
    if not first.startswith(_NO_YEAR) or last >= first or len(last) != len("XXXX-12"):
        return edtf
    months = (int(last[-2:]) - int(first[-2:])) % _YEAR + 1
    year = nearest_year(edtf, published, is_ahead=False)
    return with_year(edtf, year) if months == _YEAR and year is not None else edtf


def _end(edtf: str, year: int) -> date:
    return Period.parse(with_year(edtf, year)).end or date.max


def without_year(
    edtf: str, published: Period | None, *, is_ahead: bool, is_awaited: bool
) -> list[str]:
    """What a date without a year is on the day of an article: the last such, or the next.

    Of what is awaited it may also be the one that has just ended. Where the day of the article is
    not known, or the last such is too long ago to be meant without its year, it is nothing.
    """
    if published is None or published.precision != "day":
        return []
    found = [_such(edtf, published, 0, is_ahead=True)] if is_ahead else []
    if is_awaited and len(edtf) != _DAY_LENGTH:
        found.append(_such(edtf, published, _AWAITED, is_ahead=False))
    elif not is_ahead:
        found.append(_such(edtf, published, _MOST_BACK, is_ahead=False))
    return [one for one in dict.fromkeys(found) if one]


def _such(edtf: str, published: Period, most_back: int, *, is_ahead: bool) -> str | None:
    """The nearest date of the kind, unless it ended more than so many months ago."""
    year = nearest_year(edtf, published, is_ahead=is_ahead)
    found = with_year(edtf, year) if year is not None else None
    end = Period.parse(found).end if found else None
    if end is None or published.start is None:
        return None
    back = (published.start.year - end.year) * _YEAR + published.start.month - end.month
    return found if is_ahead or back <= most_back else None


def _before(unit: str, start: date, spoken_of: Period | None) -> list[str]:
    """The stretch before the one that the text speaks of; else before the article's own."""
    if unit in _DAYS:
        return _days_before(unit, start, spoken_of)
    size = _MONTHS[unit]
    if spoken_of is not None and spoken_of.start is not None and spoken_of.end is not None:
        first = spoken_of.start.year * _YEAR + spoken_of.start.month - 1
        months = spoken_of.end.year * _YEAR + spoken_of.end.month - first
        found = [_write(first - size, months)]
        if unit == "year" and months != _YEAR:
            found.append(str(spoken_of.start.year - 1))
        if spoken_of.precision == "day" and unit == "year":
            found.append(_same_day(spoken_of.start))
        return found
    first = (start.year * _YEAR + start.month - 1) // size * size
    return [_write(first - size, size), _write(first - 2 * size, size)]


def _days_before(unit: str, start: date, spoken_of: Period | None) -> list[str]:
    """The day or week before a day; a week before a day is also the same day of that week."""
    day = spoken_of.start if spoken_of and spoken_of.precision == "day" else start
    if day is None:
        return []
    return [*_days("day", -_DAYS[unit], day), *(_days(unit, -1, day) if unit == "week" else [])]


def _weekend(distance: int, day: date) -> list[str]:
    """Saturday and Sunday: 0 is the last that began, or the next where it is not yet here."""
    saturday = day - timedelta(days=(day.weekday() - _SATURDAY) % _WEEK)
    is_here = day.weekday() >= _SATURDAY
    ends = {-1: [-1 if is_here else 0], 0: [0] if is_here else [0, 1]}.get(distance, [distance])
    return [_span(saturday + timedelta(days=_WEEK * end), 1) for end in ends]


def _night(day: date) -> list[str]:
    """The night up to the article's day, of which either day may be said."""
    eve = day - timedelta(days=1)
    return [_span(eve, 1), day.isoformat(), eve.isoformat()]


def _run(days: int, published: Period) -> list[str]:
    """So many days up to the article's, or from it on."""
    if published.start is None or published.start != published.end or abs(days) > _MOST_DAYS:
        return []
    first = published.start + timedelta(days=min(days, 0))
    return [_span(first, abs(days))]


def _span(first: date, days: int) -> str:
    return f"{first.isoformat()}/{(first + timedelta(days=days)).isoformat()}"


def _same_day(day: date) -> str:
    last = calendar.monthrange(day.year - 1, day.month)[1]
    return day.replace(year=day.year - 1, day=min(day.day, last)).isoformat()


def _days(unit: str, distance: int, day: date) -> list[str]:
    if unit == "day":
        return [(day + timedelta(days=distance)).isoformat()]
    if unit == "night":
        return _night(day)
    if unit == "weekend":
        return _weekend(distance, day)
    monday = day - timedelta(days=day.weekday()) + timedelta(days=_WEEK * distance)
    return [_span(monday, _WEEK - 1)]


def _trailing(months: int, end: date) -> str:
    return f"{_year_month(end.year * _YEAR + end.month - 1 - months)}/{_month(end)}"


def _write(first: int, size: int) -> str:
    """The months from the first on, counted from the year 0, under the name that they have."""
    year, month = divmod(first, _YEAR)
    if size == _YEAR and month == 0:
        return f"{year:04d}"
    if size == _QUARTER and month % _QUARTER == 0:
        return f"{year:04d}-{_FIRST_QUARTER + 1 + month // _QUARTER}"
    if size == 1:
        return _year_month(first)
    return f"{_year_month(first)}/{_year_month(first + size - 1)}"


def _year_month(months: int) -> str:
    return f"{months // _YEAR:04d}-{months % _YEAR + 1:02d}"


def _month(day: date) -> str:
    return f"{day.year:04d}-{day.month:02d}"
