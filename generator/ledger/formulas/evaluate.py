"""Computes a formula on figures that know their unit, their interval and their hedge.

In: a parsed formula, entries and constants for its names. Out: one quantity, and its value,
interval and hedge in a unit; or a FormulaError at the sign that cannot be computed. Computes with
34 digits, keeps 12, never touches a float.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from typing import assert_never

from generator.ledger.formulas.dimension import (
    RATIO,
    Dimension,
    dimension_of,
    divided,
    from_pure,
    multiplied,
    to_pure,
    written,
)
from generator.ledger.formulas.findings import placed
from generator.ledger.formulas.grammar import (
    FormulaError,
    Name,
    Negative,
    Node,
    One,
    Operation,
    finding_at,
    names_in,
)
from generator.ledger.formulas.inputs import constants_of
from generator.ledger.formulas.interval import PRECISION, Interval
from generator.ledger.formulas.rounding import lean_of, mirrored, shown_amount
from generator.model import Amount, Check, Entry, Fact, Hedge, Seeds

ARITHMETIC = Context(prec=PRECISION)
EXACT_DIGITS = 12
_EXACT = Context(prec=EXACT_DIGITS, rounding=ROUND_HALF_UP)
_BEYOND = finding_at(
    0,
    "formula-undefined",
    "the result has too many digits to be computed",
    "check the figures and the signs of the formula",
)
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


@contextmanager
def arithmetic_of(fact: Fact | Check, key: str = "formula") -> Iterator[None]:
    """Computes within the digits of formulas.

    Raises:
        FormulaError: the formula cannot be computed; its finding has a place in the file.
    """
    try:
        with localcontext(ARITHMETIC):
            yield
    except FormulaError as error:
        raise FormulaError(placed(error.finding, fact, key)) from error
    except ArithmeticError as error:
        raise FormulaError(placed(_BEYOND, fact, key)) from error


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


def compute(node: Node, seeds: Seeds, inputs: Iterable[Entry]) -> Quantity:
    """What a formula results in, with the declared constants and these figures for its ids.

    Raises:
        FormulaError: as `evaluate` does.
    """
    constants = constants_of(seeds)
    quantities = {}
    for name in names_in(node):
        if constant := constants.get(name.id):
            quantities[name.id] = Quantity(constant.value, Interval.point(constant.value))
    for entry in inputs:
        if entry.amount is not None and entry.exact is not None:
            unit = entry.amount.unit
            interval = Interval.from_bounds(entry.low, entry.high)
            quantities[entry.fact.id] = Quantity(
                to_pure(entry.exact, unit),
                Interval(to_pure(interval.low, unit), to_pure(interval.high, unit)),
                dimension_of(unit),
                lean_of(entry.exact, entry.amount.hedge),
            )
    return evaluate(node, quantities)


def amount_in(unit: str | None, result: Quantity) -> tuple[Amount | None, Decimal, Interval]:
    """The result in a unit: as it is shown, to the digits that the book keeps, and its interval.

    It is shown by nothing where the hedges of the inputs leave it without any bound.
    """
    low, high = from_pure(result.interval.low, unit), from_pure(result.interval.high, unit)
    interval = Interval(low, high).rounded_outwards(EXACT_DIGITS)
    exact = _EXACT.plus(from_pure(result.value, unit))
    return shown_amount(exact, interval, result.lean, unit), exact, interval


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
