"""Round numbers and dates for the marks of an axis.

In: the ends of an axis. Out: a few round values between them. Never their text: that is wording.
"""

from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_MOST_YEARS = 6
_SHORT_SPAN = 550
"""Days; an axis that is shorter has months for marks, a longer one has years."""
_MONTH_STEPS = (1, 2, 3, 6)
_MOST_MONTHS = 4


def round_ticks(low: Decimal, high: Decimal, intervals: int = 3) -> list[Decimal]:
    """Multiples of 1, 2 or 5 times a power of ten from low to high, about so many intervals."""
    if high <= low:
        return [low]
    rough = (high - low) / intervals
    power = Decimal((0, (1,), rough.adjusted()))
    step = next(power * factor for factor in _STEPS if power * factor >= rough)
    first = int((low / step).to_integral_value(ROUND_CEILING))
    last = int((high / step).to_integral_value(ROUND_FLOOR))
    return [step * count for count in range(first, last + 1)]


def year_ticks(first: date, last: date) -> list[date]:
    """New Year's days between two dates, at most six, evenly spaced."""
    years = [year for year in range(first.year, last.year + 1) if date(year, 1, 1) >= first]
    step = -(-len(years) // _MOST_YEARS) or 1
    return [date(year, 1, 1) for year in years[::step]]


def month_ticks(first: date, last: date) -> list[date]:
    """First days of months between two dates, at most four."""
    months = [
        date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if first <= date(year, month, 1) <= last
    ]
    for step in _MONTH_STEPS:
        picked = [month for month in months if (month.month - 1) % step == 0]
        if len(picked) <= _MOST_MONTHS:
            return picked
    return months[:: -(-len(months) // _MOST_MONTHS)]


def needs_months(first: date, last: date) -> bool:
    """The span is too short for marks at years."""
    return (last - first).days < _SHORT_SPAN
