"""Intervals of decimals, closed, possibly unbounded, rounded outwards.

In: two bounds, infinities allowed. Out: intervals that contain every result of the operation on
numbers from the operands. Never too narrow: lower bounds are rounded down, upper bounds up.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import Self

PRECISION = 34
_DOWN = Context(prec=PRECISION, rounding=ROUND_FLOOR)
_UP = Context(prec=PRECISION, rounding=ROUND_CEILING)
_INFINITY = Decimal("Infinity")
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from low to high; infinite where nothing bounds them."""

    low: Decimal
    high: Decimal

    @classmethod
    def point(cls, value: Decimal) -> Self:
        """Just this number."""
        return cls(value, value)

    @classmethod
    def around(cls, value: Decimal, margin: Decimal) -> Self:
        """The number, more or less by the margin."""
        return cls(_DOWN.subtract(value, margin), _UP.add(value, margin))

    @classmethod
    def from_bounds(cls, low: Decimal | None, high: Decimal | None) -> Self:
        """The bounds of a ledger entry: None where it is unbounded."""
        return cls(-_INFINITY if low is None else low, _INFINITY if high is None else high)

    @property
    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        """The bounds of a ledger entry: None where it is unbounded."""
        low = self.low if self.low.is_finite() else None
        return low, self.high if self.high.is_finite() else None

    @property
    def margin(self) -> Decimal | None:
        """Half its width; None when unbounded."""
        if not (self.low.is_finite() and self.high.is_finite()):
            return None
        return _UP.divide(_UP.subtract(self.high, self.low), Decimal(2))

    def overlaps(self, other: "Interval") -> bool:
        """At least one number is in both; touching ends are."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, other: "Interval") -> bool:
        """Every number of the other is in this one."""
        return self.low <= other.low and other.high <= self.high

    def hull(self, other: "Interval") -> "Interval":
        """The smallest interval that holds both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def rounded_outwards(self, digits: int) -> "Interval":
        """The smallest interval around this one whose bounds have so many significant digits."""
        down = Context(prec=digits, rounding=ROUND_FLOOR)
        up = Context(prec=digits, rounding=ROUND_CEILING)
        return Interval(down.plus(self.low), up.plus(self.high))

    def __neg__(self) -> "Interval":
        """Mirrored at zero."""
        return Interval(self.high.copy_negate(), self.low.copy_negate())

    def __add__(self, other: "Interval") -> "Interval":
        """Every sum."""
        return Interval(_DOWN.add(self.low, other.low), _UP.add(self.high, other.high))

    def __sub__(self, other: "Interval") -> "Interval":
        """Every difference."""
        return self + -other

    def __mul__(self, other: "Interval") -> "Interval":
        """Every product."""
        pairs = [(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(
            min(_product(a, b, _DOWN) for a, b in pairs), max(_product(a, b, _UP) for a, b in pairs)
        )

    def __truediv__(self, other: "Interval") -> "Interval":
        """Every quotient; unbounded when the divisor may be zero."""
        return self * other.reciprocal()

    def reciprocal(self) -> "Interval":
        """One divided by every number of it but zero."""
        if self.low < 0 < self.high or self.low == self.high == 0:
            return Interval(-_INFINITY, _INFINITY)
        low = -_INFINITY if self.high == 0 else _DOWN.divide(Decimal(1), self.high)
        high = _INFINITY if self.low == 0 else _UP.divide(Decimal(1), self.low)
        return Interval(low, high)


def _product(left: Decimal, right: Decimal, context: Context) -> Decimal:
    # A bound of zero times an infinite bound is zero: the numbers themselves are all finite.
    return _ZERO if left == 0 or right == 0 else context.multiply(left, right)
