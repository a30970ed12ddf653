"""How the terms of a spelled number add up: each fills the zeros of the one before.

In: terms, in the order of the text. Out: whether a number may follow, and what a scale makes of
them. It knows no words.
"""

from collections.abc import Sequence
from decimal import Decimal

HUNDRED, THOUSAND = 100, 1000
_TWENTY = 20
_LARGEST = Decimal(10) ** 24
"""Beyond it digits would be lost, and no newspaper counts."""


def fits(last: Decimal, value: Decimal) -> bool:
    """Whether a number may stand behind the last one: it fills its zeros."""
    if last < _TWENTY or last % 1 or value % 1 or not value:
        return False
    digits = str(int(last))
    return bool(value < 10 ** (len(digits) - len(digits.rstrip("0"))))


def fits_with(last: Decimal, value: Decimal, scale: Decimal) -> bool:
    """Whether a number fits together with the scale behind it, or is scaled with the last one."""
    return fits(last, value * scale) or (last < scale and fits(last, value))


def multiply(terms: Sequence[Decimal], scale: Decimal) -> list[Decimal] | None:
    """The terms with the smaller ones, added up, multiplied by the scale; None where none fits."""
    limit = scale if scale >= HUNDRED else Decimal(THOUSAND)
    kept, many = [*terms], Decimal(0)
    while kept and kept[-1] < limit and kept[-1] > many:
        many += kept.pop()
    product = (many or 1) * scale
    if product > _LARGEST or (kept and not fits(kept[-1], product)):
        return None
    return [*kept, product]
