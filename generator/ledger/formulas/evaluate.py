"""Computes a formula on figures that know their unit, their interval and their hedge.

In: a parsed formula and a quantity for each of its names. Out: one quantity, or a FormulaError
at the sign that cannot be computed. Never rounds beyond 34 digits, never touches a float.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import assert_never

from generator.ledger.formulas.dimension import RATIO, Dimension, divided, multiplied, written
from generator.ledger.formulas.grammar import (
    FormulaError,
    Name,
    Negative,
    Node,
    One,
    Operation,
    finding_at,
)
from generator.ledger.formulas.interval import PRECISION, Interval
from generator.ledger.formulas.precision import mirrored
from generator.model import Hedge

ARITHMETIC = Context(prec=PRECISION)
_UPWARD = frozenset({"over", "at-least"})
_DOWNWARD = frozenset({"under", "at-most"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in mid-computation; ratios are bare numbers."""

    value: Decimal
    interval: Interval
    dimension: Dimension = RATIO
    lean: Hedge = "exact"
    """On which side of the value the true figure lies; `about`: on either."""


ONE = Quantity(Decimal(1), Interval.point(Decimal(1)))


def evaluate(node: Node, inputs: Mapping[str, Quantity]) -> Quantity:
    """The quantity that a formula results in.

    Raises:
        FormulaError: units that cannot be added, or a division by zero.
    """
    match node:
        case One():
            return ONE
        case Name():
            return inputs[node.id]
        case Negative():
            return _negated(evaluate(node.operand, inputs))
        case Operation():
            return _operate(node, evaluate(node.left, inputs), evaluate(node.right, inputs))
    assert_never(node)


def _operate(node: Operation, left: Quantity, right: Quantity) -> Quantity:
    if node.symbol == "+":
        return _sum(node, left, right)
    if node.symbol == "-":
        return _sum(node, left, _negated(right))
    if node.symbol == "*":
        return _product(left, right)
    if right.value == 0:
        message, hint = "the formula divides by zero", "check the figure after the / sign"
        raise FormulaError(finding_at(node.offset, "formula-undefined", message, hint))
    return _quotient(left, right)


def _negated(quantity: Quantity) -> Quantity:
    return Quantity(
        quantity.value.copy_negate(),
        -quantity.interval,
        quantity.dimension,
        mirrored(quantity.lean),
    )


def _sum(node: Operation, left: Quantity, right: Quantity) -> Quantity:
    if left.dimension != right.dimension:
        message = f"{node.symbol} joins {written(left.dimension)} and {written(right.dimension)}"
        hint = "join figures of one unit only; multiply by a rate first"
        raise FormulaError(finding_at(node.offset, "formula-unit", message, hint))
    return Quantity(
        ARITHMETIC.add(left.value, right.value),
        left.interval + right.interval,
        left.dimension,
        _joined(left.lean, right.lean),
    )


def _product(left: Quantity, right: Quantity) -> Quantity:
    return Quantity(
        ARITHMETIC.multiply(left.value, right.value),
        left.interval * right.interval,
        multiplied(left.dimension, right.dimension),
        _joined(_scaled(left.lean, right.value), _scaled(right.lean, left.value)),
    )


def _quotient(left: Quantity, right: Quantity) -> Quantity:
    # A greater divisor makes a positive quotient smaller, hence the mirrored lean.
    return Quantity(
        ARITHMETIC.divide(left.value, right.value),
        left.interval / right.interval,
        divided(left.dimension, right.dimension),
        _joined(_scaled(left.lean, right.value), _scaled(mirrored(right.lean), left.value)),
    )


def _scaled(lean: Hedge, factor: Decimal) -> Hedge:
    """The lean after a multiplication: a negative factor mirrors it, zero leaves nothing of it."""
    if factor == 0:
        return "exact"
    return mirrored(lean) if factor < 0 else lean


def _joined(left: Hedge, right: Hedge) -> Hedge:
    """The lean of a sum: the sides must agree, and the stricter word wins."""
    if "exact" in (left, right):
        return right if left == "exact" else left
    if left == right:
        return left
    if {left, right} <= _UPWARD:
        return "over"
    return "under" if {left, right} <= _DOWNWARD else "about"
