"""The interval that a printed figure leaves open, and how many digits of a result may be shown.

In: amounts as typed (digits and exponent are the printed precision), hedges. Out: the interval in
which the true figure lies; a result rounded to the digits that its inputs support. A hedge is
about the size of a figure: "over 30 per cent lost" is -30 or less. Never adds precision.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import cast

from generator.ledger.formulas.dimension import is_count
from generator.ledger.formulas.interval import Interval
from generator.model import Amount, Entry, Hedge

MOST_DIGITS = 3
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)
_JUST_OVER = Decimal("1.1")
_OVER = frozenset({"over", "at-least", "just-over"})
_UNDER = frozenset({"under", "at-most", "nearly"})
_MIRRORED: dict[Hedge, Hedge] = {
    "over": "under",
    "just-over": "under",
    "at-least": "at-most",
    "under": "over",
    "nearly": "over",
    "at-most": "at-least",
}


def interval_of(amount: Amount, *, is_change: bool = False) -> Interval:
    """The interval that the printed digits and the hedge of an amount leave open.

    A range reaches from the interval of its least value to that of its greatest. Counts are not
    negative, unless they are a change.
    """
    if amount.value is not None:
        return _interval(amount.value, amount, is_change=is_change)
    low = None if amount.min_value is None else _rounding(amount.min_value, amount).low
    high = None if amount.max_value is None else _rounding(amount.max_value, amount).high
    return Interval.from_bounds(low, high)


def lean_of(value: Decimal, hedge: Hedge) -> Hedge:
    """On which side of the stated value the true one lies, as a hedge of its position."""
    plain: dict[Hedge, Hedge] = {"nearly": "under", "just-over": "over"}
    return mirrored(hedge) if value < 0 else plain.get(hedge, hedge)


def mirrored(hedge: Hedge) -> Hedge:
    """The hedge of the figure with the opposite sign."""
    return _MIRRORED.get(hedge, hedge)


def is_whole(entry: Entry) -> bool:
    """The figure is an exactly known whole number."""
    value = entry.amount.value if entry.amount else None
    return value is not None and entry.low == entry.high == value == value.to_integral_value()


def shown_value(value: Decimal, interval: Interval, inputs: Iterable[Entry]) -> Decimal:
    """The result rounded to the digits that may be shown; its exponent is its last place.

    No more significant digits than the least precise input was printed with, at most three, and
    never a place finer than a tenth of the margin. Exact whole numbers limit nothing, and a whole
    result of them is shown in full.
    """
    limiting = [entry for entry in inputs if not is_whole(entry)]
    whole = value == value.to_integral_value()
    if not limiting and whole and interval.low == interval.high:
        return _WIDE.quantize(value, Decimal(1))
    digits = min([MOST_DIGITS, *(_digits(entry) for entry in limiting)])
    finest = _finest_place(interval)
    if value == 0:
        return _rounded(value, 0 if finest is None else finest + 1)
    place = value.adjusted() - digits + 1
    result = _rounded(value, place if finest is None else max(place, finest))
    # 9.996 rounded to three digits is 10.00, which has four: round once more, to 10.0.
    overflow = len(result.as_tuple().digits) - digits
    return _rounded(result, _exponent(result) + overflow) if overflow > 0 else result


def _interval(value: Decimal, amount: Amount, *, is_change: bool) -> Interval:
    if value < 0:
        return -_interval(-value, amount, is_change=is_change)
    unbounded = Interval.from_bounds(None, None)
    if amount.hedge == "just-over":
        return Interval(value, value * _JUST_OVER)
    if amount.hedge in _OVER:
        return Interval(value, unbounded.high)
    if amount.hedge in _UNDER:
        natural = amount.unit is not None and is_count(amount.unit) and not is_change
        return Interval(Decimal(0) if natural else unbounded.low, value)
    return _rounding(value, amount)


def _rounding(value: Decimal, amount: Amount) -> Interval:
    """The figure, more or less by half a unit of its last printed place."""
    exponent = _exponent(value)
    if exponent == 0 and amount.hedge == "exact" and is_count(amount.unit):
        return Interval.point(value)
    if exponent == 0 and amount.hedge == "about" and value != 0:
        # The zeros of "about 30 000" are not counted digits.
        exponent = _exponent(value.normalize(_WIDE))
    return Interval.around(value, Decimal((0, (5,), exponent - 1)))


def _digits(entry: Entry) -> int:
    value = entry.amount.value if entry.amount else None
    return MOST_DIGITS if value is None else len(value.as_tuple().digits)


def _finest_place(interval: Interval) -> int | None:
    margin = interval.margin
    if not margin:
        return None
    tenth = margin.scaleb(-1)
    place = tenth.adjusted()
    return place if tenth == Decimal((0, (1,), place)) else place + 1


def _rounded(value: Decimal, place: int) -> Decimal:
    return _WIDE.quantize(value, Decimal((0, (1,), place)))


def _exponent(value: Decimal) -> int:
    return cast("int", value.as_tuple().exponent)
