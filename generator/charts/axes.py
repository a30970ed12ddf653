"""Where an amount begins and ends on an axis, and the axes of amounts and of days.

In: entries, the ends of an axis. Out: values as drawn and compared, round numbers and dates for
marks, axes. Never the text of an amount.
"""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from generator.charts.setting import Setting
from generator.charts.style import Plain, number, text_axis, value_axis
from generator.charts.text import LINE_BREAK, plotly_lines, plotly_text, wrapped
from generator.model import Amount, Entry, Period
from generator.wording import LanguageWording

_AIR = Decimal("0.18")
_END_DIGITS = 4
_TICK_WIDTH = 10
_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_MOST_YEARS = 6
_SHORT_SPAN = 550
"""Days; an axis that is shorter has months for marks, a longer one has years."""
_MONTH_STEPS = (1, 2, 3, 6)
_MOST_MONTHS = 4


def least_value(entry: Entry) -> Decimal:
    """The value, or the lower end of a range."""
    amount = entry.amount
    ends = (amount.value, amount.min_value, amount.max_value) if amount else ()
    return next((end for end in ends if end is not None), Decimal(0))


def greatest_value(entry: Entry) -> Decimal:
    """The value, or the upper end of a range."""
    amount = entry.amount
    ends = (amount.value, amount.max_value, amount.min_value) if amount else ()
    return next((end for end in ends if end is not None), Decimal(0))


def ends_of(entry: Entry) -> tuple[Decimal | None, Decimal | None]:
    """The interval that rounding and hedges leave open, rounded outwards; None: unbounded."""
    down = Context(prec=_END_DIGITS, rounding=ROUND_FLOOR)
    up = Context(prec=_END_DIGITS, rounding=ROUND_CEILING)
    low = None if entry.low is None else down.plus(entry.low).normalize()
    return low, None if entry.high is None else up.plus(entry.high).normalize()


def drawn_range(entry: Entry) -> tuple[Decimal | None, Decimal | None] | None:
    """What a hedge or a computation leaves open; nothing for what a text states exactly.

    A figure that is itself a range leaves open what lies between its ends.
    """
    amount = entry.amount
    if amount is None:
        return None
    if amount.value is None:
        return amount.min_value, amount.max_value
    if amount.hedge == "exact" and entry.fact.basis != "derived":
        return None
    low, high = ends_of(entry)
    return None if low == high else (low, high)


def unit_of(entries: Sequence[Entry]) -> str | None:
    """The unit that all amounts of a chart share."""
    return next((entry.amount.unit for entry in entries if entry.amount), None)


def spread_of(entries: Sequence[Entry], share: Decimal = _AIR) -> tuple[Decimal, Decimal]:
    """The ends of an axis around all values, not from zero; air alone does not cross zero.

    `share` of the span is air below and above.
    """
    low = min((least_value(entry) for entry in entries), default=Decimal(0))
    high = max((greatest_value(entry) for entry in entries), default=Decimal(1))
    air = (high - low) * share or abs(high) * share or Decimal(1)
    return (Decimal(0) if 0 <= low < air else low - air), high + air


def amount_axis(
    low: Decimal, high: Decimal, unit: str | None, setting: Setting, intervals: int
) -> Plain:
    """An axis from low to high: round numbers in words, the unit, and a note if zero is cut off."""
    wording, ticks = setting.wording, round_ticks(low, high, intervals)
    texts = [plotly_text(wording.number(Amount(value=tick, unit=unit))) for tick in ticks]
    title = wording.unit_name(unit)
    if not low <= 0 <= high:
        title = wording.say("chart-axis-cut", unit=title).strip()
    axis = value_axis(ticks, texts, plotly_lines(wrapped(title, setting.sheet.title_width)))
    return axis | {"range": [number(low), number(high)]}


def with_unit_below(axis: Plain) -> Plain:
    """A level axis whose unit stands below the mark farthest from zero, and not between two.

    One that leaves out zero says so in its title, which stays, as does one that is long.
    """
    values, texts, title = axis["tickvals"], list(axis["ticktext"]), axis.get("title")
    is_long = title is not None and len(title["text"]) > _TICK_WIDTH
    if title is None or is_long or not min(values) <= 0 <= max(values):
        return axis
    farthest = max(range(len(values)), key=lambda at: abs(values[at]))
    texts[farthest] += f"{LINE_BREAK}{title['text']}"
    return {key: one for key, one in axis.items() if key != "title"} | {"ticktext": texts}


def date_axis(
    days: Sequence[date], words: Sequence[str], ends: tuple[date, date], title: str = ""
) -> Plain:
    """An axis of time with words at some of its days."""
    texts = [plotly_lines(wrapped(text, _TICK_WIDTH)) for text in words]
    axis = text_axis([day.isoformat() for day in days], texts, title)
    return axis | {"showgrid": True, "type": "date", "range": [day.isoformat() for day in ends]}


def time_axis(ends: tuple[date, date], pixels: float, edge: int, wording: LanguageWording) -> Plain:
    """An axis between two days, with years or months for marks, none nearer to an end than `edge`.

    The later day may stand first.
    """
    early, late = min(ends), max(ends)
    months = needs_months(early, late)
    days = month_ticks(early, late) if months else year_ticks(early, late)
    day_room = (late - early) * (edge / pixels)
    shown = [day for day in days if day - early >= day_room and late - day >= day_room]
    words = [
        wording.period(Period.parse(f"{day:%Y-%m}" if months else f"{day:%Y}")) for day in shown
    ]
    return date_axis(shown, words, ends)


def round_ticks(low: Decimal, high: Decimal, intervals: int = 3) -> list[Decimal]:
    """Multiples of 1, 2 or 5 times a power of ten from low to high, about so many intervals."""
    if high <= low:
        return [low]
    rough = (high - low) / intervals
    power = Decimal((0, (1,), rough.adjusted()))
    step = next(power * factor for factor in _STEPS if power * factor >= rough)
    if "." in f"{step:f}" and step == step.to_integral_value():
        step = Decimal(int(step))  # whole marks have no decimals
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
