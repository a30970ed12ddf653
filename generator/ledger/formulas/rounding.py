"""What a printed figure claims, and what may be printed of a computed one.

In: amounts as typed or printed (their digits are their precision) and hedges; the value and the
interval of a result. Out: the interval in which the true figure lies; an amount whose claim holds
for the whole interval. A hedge is about the size of a figure: "over 30 per cent lost" is -30 or
less. "About" is half a unit of the last printed place and three per cent of the value, whatever the
unit and however many zeros the figure ends in.
"""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import cast

from generator.ledger.formulas.dimension import is_count
from generator.ledger.formulas.interval import Interval
from generator.model import Amount, Hedge

FEW_DIGITS = 3
ABOUT = Decimal("0.03")
_PRECISE = 12
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


def shown_amount(
    value: Decimal, interval: Interval, lean: Hedge, unit: str | None
) -> Amount | None:
    """What may be printed of a result: an amount that is true of every value of its interval.

    An interval that is open on one side is printed as its bound ("over 32.8"). Any other as its
    result, to no finer place than the interval is wide: plain where the whole interval rounds to
    it; with "about" where that holds for both ends; else as a range. None: nothing bounds it.
    """
    if (lean in _OVER and interval.low.is_finite()) or not interval.high.is_finite():
        return _bound(interval.low, ROUND_FLOOR, lean, unit)
    if lean in _UNDER or not interval.low.is_finite():
        return _bound(interval.high, ROUND_CEILING, lean, unit)
    if interval.low == interval.high and _is_short(value):
        return Amount(value=_plain(value), unit=unit)
    return _rounded_within(value, interval, unit) or _range(interval, unit)


def _bound(end: Decimal, rounding: str, lean: Hedge, unit: str | None) -> Amount | None:
    """The end of an interval that is open on the other side, to a few digits."""
    if not end.is_finite():
        return None
    place = end.adjusted() - FEW_DIGITS + 1
    value = _plain(end if _is_short(end) else _rounded(end, place, rounding))
    sides, plain = (_OVER, "over") if rounding == ROUND_FLOOR else (_UNDER, "under")
    hedge = cast("Hedge", lean if lean in sides else plain)
    return Amount(value=value, unit=unit, hedge=mirrored(hedge) if value < 0 else hedge)


def _rounded_within(value: Decimal, interval: Interval, unit: str | None) -> Amount | None:
    """The result at the first place at which its claim holds; None where none has one."""
    for place in _places(value, interval):
        rounded = _rounded(value, place)
        is_within = interval.low <= rounded <= interval.high
        plain, about = (
            Amount(value=rounded, unit=unit),
            Amount(value=rounded, unit=unit, hedge="about"),
        )
        if interval_of(plain).holds(interval):
            return plain
        if is_within and interval_of(about).holds(interval):
            return about
    return None


def _places(value: Decimal, interval: Interval) -> Iterator[int]:
    """Where a result may end: as its interval is wide, then finer.

    An interval that is narrower than three digits of the result is no reason to print more.
    """
    width = interval.high - interval.low
    first = value.adjusted() if value else width.adjusted()
    fine = max(width.adjusted() if width else first, first - FEW_DIGITS + 1)
    yield from range(fine, first - _PRECISE, -1)


def _range(interval: Interval, unit: str | None) -> Amount:
    """An interval for which one figure with "about" would claim too little."""
    place = (interval.high - interval.low).adjusted() - 1
    low = _plain(_rounded(interval.low, place, ROUND_FLOOR))
    high = _plain(_rounded(interval.high, place, ROUND_CEILING))
    return Amount(min_value=low, max_value=high, unit=unit)


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
    """The figure, more or less by half a unit of its last printed place; more if it is "about"."""
    exponent = _exponent(value)
    if amount.hedge == "about":
        return Interval.around(value, _half(exponent) + abs(value) * ABOUT)
    if exponent == 0 and is_count(amount.unit):
        return Interval.point(value)
    return Interval.around(value, _half(exponent))


def _is_short(value: Decimal) -> bool:
    """It is whole, or a few digits write it."""
    digits = value.normalize(_WIDE).as_tuple().digits
    return value == value.to_integral_value() or len(digits) <= FEW_DIGITS


def _plain(value: Decimal) -> Decimal:
    """Without zeros behind its point; a whole number with all its digits."""
    return _rounded(value, min(0, _exponent(value.normalize(_WIDE))))


def _half(place: int) -> Decimal:
    return Decimal((0, (5,), place - 1))


def _rounded(value: Decimal, place: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    return value.quantize(Decimal((0, (1,), place)), rounding, _WIDE)


def _exponent(value: Decimal) -> int:
    return cast("int", value.as_tuple().exponent)
