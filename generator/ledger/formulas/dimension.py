"""Dimensions as powers of units: CNY, CNY/USD, vehicle/month, a ratio.

In: units as the seeds write them. Out: dimensions that multiply and divide, and whether a computed
one fits a declared unit. Never converts one unit into another: rates are facts.
"""

import re
from decimal import Decimal

Dimension = tuple[tuple[str, int], ...]
"""Unit and power, sorted by unit; a ratio is empty."""

RATIO: Dimension = ()
_SHIFTS = {"%": 2, "pp": 2, "bp": 4, "x": 0}
_CURRENCY = re.compile(r"[A-Z]{3}")


def is_currency(unit: str) -> bool:
    """The unit is written like an ISO 4217 code."""
    return _CURRENCY.fullmatch(unit) is not None


def is_count(unit: str | None) -> bool:
    """The unit counts whole things: declared in the seeds, or a bare number."""
    return unit is None or not (unit in _SHIFTS or is_currency(unit) or "/" in unit)


def dimension_of(unit: str | None) -> Dimension:
    """The dimension of a unit of the seeds; `A/B` is A to the first and B to the minus first."""
    if unit is None or unit in _SHIFTS:
        return RATIO
    numerator, _, denominator = unit.partition("/")
    return divided(((numerator, 1),), ((denominator, 1),) if denominator else RATIO)


def to_pure(value: Decimal, unit: str | None) -> Decimal:
    """A ratio as a bare number: 48.8 % is 0.488; every other unit is left as it is."""
    return value if unit is None else value.scaleb(-_SHIFTS.get(unit, 0))


def from_pure(value: Decimal, unit: str | None) -> Decimal:
    """A bare number as a ratio of this unit: 0.488 is 48.8 %."""
    return value if unit is None else value.scaleb(_SHIFTS.get(unit, 0))


def multiplied(left: Dimension, right: Dimension) -> Dimension:
    """Powers add up; units whose power is zero vanish."""
    powers = dict(left)
    for unit, power in right:
        powers[unit] = powers.get(unit, 0) + power
    return tuple(sorted((unit, power) for unit, power in powers.items() if power))


def divided(left: Dimension, right: Dimension) -> Dimension:
    """Powers are subtracted."""
    return multiplied(left, tuple((unit, -power) for unit, power in right))


def fits(declared: str | None, computed: Dimension) -> bool:
    """The declared unit may stand for the computed dimension.

    A price per counted thing may be declared as the money alone: USD for USD/share.
    """
    if dimension_of(declared) == computed:
        return True
    return declared is not None and declared == _price(computed)


def written(dimension: Dimension) -> str:
    """The dimension as an editor would write it: `CNY/USD`, `a ratio`."""
    above = [name for unit, power in dimension if power > 0 for name in [unit] * power]
    below = [name for unit, power in dimension if power < 0 for name in [unit] * -power]
    if not above and not below:
        return "a ratio"
    text = "*".join(above) or "1"
    if not below:
        return text
    return f"{text}/{below[0]}" if len(below) == 1 else f"{text}/({'*'.join(below)})"


def spellings(dimension: Dimension) -> tuple[str, ...]:
    """The units that a fact may declare for this dimension; none when no unit expresses it."""
    if dimension == RATIO:
        return tuple(_SHIFTS)
    text = written(dimension)
    if "*" in text or text.startswith("1/"):
        return ()
    price = _price(dimension)
    return (text, price) if price else (text,)


def _price(dimension: Dimension) -> str | None:
    money = [unit for unit, power in dimension if power == 1 and is_currency(unit)]
    things = [unit for unit, power in dimension if power == -1 and is_count(unit)]
    return money[0] if len(dimension) == 2 and money and things else None  # noqa: PLR2004 - a pair
