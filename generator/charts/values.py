"""Where an amount begins and ends on an axis, and the axis that holds several.

In: entries. Out: values as drawn and compared, axes. Never the text of an amount.
"""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from generator.charts.setting import Setting
from generator.charts.style import Plain, number, value_axis
from generator.charts.text import plotly_lines, plotly_text, wrapped
from generator.charts.ticks import round_ticks
from generator.model import Amount, Entry

_AIR = Decimal("0.18")
_END_DIGITS = 4


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
