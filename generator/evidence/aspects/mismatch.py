"""Why no figure of a quotation states a fact's amount: the nearest explanation.

In: a claim and the annotations of its quotation. Out: the first finding of the chain: sign, scale,
date, name, precision, derived, not there. No tolerance anywhere.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from itertools import combinations

from generator.evidence.annotate import Annotation
from generator.evidence.aspects.value import Claim
from generator.evidence.findings import (
    finding_on,
    list_figures,
    plain,
    write_amount,
    write_claim,
    write_value,
)
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.measures import is_part_of
from generator.evidence.numbers.numerals import parse_numeral
from generator.evidence.text.tokens import NUMBER
from generator.model import Amount, Finding

_HUNDRED = Decimal(100)
_MOST_COMBINED = 8
"""Figures of a quotation whose differences and sums are tried."""
_LARGEST_POWER, _MOST_DIGITS = 30, 27
"""Beyond these a value is compared, but not explained."""
_NAMING = {"date": "date-as-value", "name": "name-as-value", "ordinal": "name-as-value"}
"""Mentions whose number is no amount, and the code for a fact that takes it for one."""


def explain_mismatch(claim: Claim, annotations: Sequence[Annotation], lexicon: Lexicon) -> Finding:
    """Why no figure of the quotation states the value."""
    claimed = [
        one
        for one in (claim.amount.value, claim.amount.min_value, claim.amount.max_value)
        if one is not None
    ]
    figures = [one for one in annotations if _is_amount(one)]
    if len(claimed) > 1 and any(claim.equals(one, other) for one in claimed for other in figures):
        return _finding("range-mismatch", claim, figures, "states no such range")
    for value in claimed:
        if abs(value.adjusted()) > _LARGEST_POWER or len(value.as_tuple().digits) > _MOST_DIGITS:
            continue
        for code, found, how in _reasons(claim, value, annotations, lexicon):
            said = [found] if _is_amount(found) else figures
            return _finding(code, claim, said, how)
    return _finding("value-not-in-quote", claim, figures, "")


def _is_amount(annotation: Annotation) -> bool:
    """It states an amount; a rank states none."""
    return annotation.mention.value is not None and annotation.mention.kind != "ordinal"


def _reasons(
    claim: Claim, value: Decimal, annotations: Sequence[Annotation], lexicon: Lexicon
) -> Iterator[tuple[str, Annotation, str]]:
    """Everything that explains the value, in the order of the chain."""
    figures = [one for one in annotations if _is_amount(one)]
    yield from _reasons_of_form(claim, value, figures)
    for one in annotations:
        kind = one.mention.kind
        if kind in _NAMING and abs(value) in _numerals(one.mention.text, lexicon):
            yield _NAMING[kind], one, f"has it only in the {kind} {plain(one.mention.text)}"
    for one in figures:
        if _is_rounded(value, one.mention.value):
            yield "precision-mismatch", one, "is more precise"
    for one in figures:
        if value in _derivable(one, claim.amount.unit):
            yield "value-derived", one, "states it in another form"
    for left, right in combinations(figures[:_MOST_COMBINED], 2):
        if _follows(value, left, right, claim.amount.unit):
            parts = f"{plain(left.mention.text)} and {plain(right.mention.text)}"
            yield "value-derived", left, f"has it only as what follows from {parts}"


def _reasons_of_form(
    claim: Claim, value: Decimal, figures: Sequence[Annotation]
) -> Iterator[tuple[str, Annotation, str]]:
    """The same digits with another sign, or at another scale."""
    for one in figures:
        if not claim.is_change and one.mention.value == value.copy_negate() and value:
            yield "sign-mismatch", one, "states it with the other sign"
    for one in figures:
        units = {claim.amount.unit, one.mention.unit}
        is_alike = len(units) == 1 or None in units
        is_alike = is_alike or is_part_of(one.mention.unit, claim.amount.unit)
        if is_alike and _same_digits(value, one.mention.value):
            yield "scale-mismatch", one, "states the same digits at another scale"


def _finding(code: str, claim: Claim, figures: Sequence[Annotation], how: str) -> Finding:
    said = list_figures(figures)
    field = "value" if claim.amount.value is not None else "min_value"
    claimed = write_claim(claim.amount)
    if code in {"date-as-value", "name-as-value"}:
        message = f"{claimed}: the quotation {how}"
    elif how:
        message = f"{claimed} does not stand in the quotation, which {how}: {said}"
    elif said:
        message = f"{claimed} does not stand in the quotation, which says {said}"
    else:
        message = f"{claimed} does not stand in the quotation, which states no figure"
    return finding_on(code, field, message, _hint(code, claim, figures))


def _hint(code: str, claim: Claim, figures: Sequence[Annotation]) -> str:
    """The smallest edit."""
    amount = claim.amount
    wanted = write_claim(
        Amount(value=amount.value, min_value=amount.min_value, max_value=amount.max_value)
    )
    other = f"quote the sentence that says {wanted}"
    if code == "range-mismatch":
        return f"write value, or min_value and max_value, as the text does, or {other}"
    nearest = _nearest(claim, figures)
    if nearest is None or nearest.mention.value is None:
        return other
    found = nearest.mention.value
    if claim.is_change and amount.value is not None and amount.value < 0:
        found = found.copy_abs().copy_negate()
    if code == "value-derived":
        form = write_amount(found, nearest.mention.unit)
        return f'store {form} and derive the rest, or say how under inferred: {{value: "…"}}'
    return f"correct the value to {write_value(found)}, or {other}"


def _nearest(claim: Claim, figures: Sequence[Annotation]) -> Annotation | None:
    """The figure most likely meant: of the same unit, else without one, then the closest value."""
    amount = claim.amount
    claimed = amount.value if amount.value is not None else amount.min_value
    if claimed is None:
        claimed = amount.max_value or Decimal(0)
    wanted = claimed.copy_abs() if claim.is_change else claimed

    def distance(annotation: Annotation) -> tuple[bool, bool, Decimal]:
        unit, value = annotation.mention.unit, annotation.mention.value or Decimal(0)
        size = value.copy_abs() if claim.is_change else value
        is_huge = max(abs(size.adjusted()), abs(wanted.adjusted())) > _LARGEST_POWER
        away = Decimal(0) if is_huge else abs(size - wanted)
        return unit != amount.unit, unit is not None, away

    return min(figures, key=distance, default=None)


def _same_digits(value: Decimal, other: Decimal | None) -> bool:
    """Equal but for a power of ten."""
    if not value or not other:
        return False
    return _digits(value) == _digits(other)


def _digits(value: Decimal) -> str:
    return "".join(str(digit) for digit in value.as_tuple().digits).strip("0")


def _numerals(text: str, lexicon: Lexicon) -> set[Decimal]:
    """The numbers that a date or name holds, whole and by its parts."""
    found = {parse_numeral(numeral, lexicon) for numeral in re.findall(NUMBER, text)}
    found |= {Decimal(digits) for digits in re.findall(r"\d+", text)}
    return {one for one in found if one is not None}


def _is_rounded(value: Decimal, other: Decimal | None) -> bool:
    """Whether the claimed value is the other one with fewer digits."""
    if other is None or not value:
        return False
    exponent = value.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or abs(value.adjusted() - other.adjusted()) > 1:
        return False
    unit = Decimal((0, (1,), exponent))
    exact = abs(other) / unit
    return any(
        exact.quantize(Decimal(1), rounding=rounding) * unit == abs(value)
        for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN)
    )


def _follows(value: Decimal, left: Annotation, right: Annotation, unit: str | None) -> bool:
    """The difference or the sum of two amounts of one unit; of percentages, in points."""
    one, other = left.mention.value, right.mention.value
    units = {left.mention.unit, right.mention.unit} - {None}
    if one is None or other is None or len(units) != 1:
        return False
    stated = "pp" if units == {"%"} and unit == "pp" else units.pop()
    if stated != unit or max(abs(one.adjusted()), abs(other.adjusted())) > _LARGEST_POWER:
        return False
    return value.copy_abs() in {abs(one - other), one + other}


def _derivable(annotation: Annotation, unit: str | None) -> list[Decimal]:
    """What follows from a mention in another unit: fourfold is 300 % more, 50 bp are 0.5 pp."""
    value, stated = annotation.mention.value, annotation.mention.unit
    if value is None:
        return []
    if stated == "x" and unit == "%":
        return [(value - 1) * _HUNDRED]
    if stated == "%" and unit == "x":
        return [1 + value / _HUNDRED, 1 - value / _HUNDRED]
    factors = {
        ("bp", "pp"): Decimal("0.01"),
        ("bp", "%"): Decimal("0.01"),
        ("pp", "bp"): _HUNDRED,
        ("%", "bp"): _HUNDRED,
        ("year", "month"): Decimal(12),
        ("week", "day"): Decimal(7),
    }
    factor = factors.get((stated or "", unit or ""))
    return [value * factor, -value * factor] if factor else []
