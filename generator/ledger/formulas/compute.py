"""From entries to quantities and back: the input of a formula, and its result in a unit.

In: entries and constants, or a computed quantity and a unit. Out: quantities by id, or the value,
the interval and the hedge in that unit. Never more digits than the book keeps.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from generator.ledger.formulas.dimension import dimension_of, from_pure, to_pure
from generator.ledger.formulas.evaluate import ARITHMETIC, Quantity
from generator.ledger.formulas.findings import placed
from generator.ledger.formulas.grammar import FormulaError, Node, finding_at, names_in
from generator.ledger.formulas.inputs import constants_of
from generator.ledger.formulas.interval import Interval
from generator.ledger.formulas.precision import lean_of, mirrored
from generator.model import Check, Entry, Fact, Hedge, Seeds

EXACT_DIGITS = 12
_EXACT = Context(prec=EXACT_DIGITS, rounding=ROUND_HALF_UP)
_BEYOND = finding_at(
    0,
    "formula-undefined",
    "the result has too many digits to be computed",
    "check the figures and the signs of the formula",
)


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


def quantities_of(node: Node, seeds: Seeds, inputs: Iterable[Entry]) -> dict[str, Quantity]:
    """The inputs of a formula by id: declared constants, and figures as pure numbers."""
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
    return quantities


def in_unit(result: Quantity, unit: str | None) -> tuple[Decimal, Interval]:
    """The result and its interval in the declared unit, to the digits that the book keeps."""
    low, high = from_pure(result.interval.low, unit), from_pure(result.interval.high, unit)
    interval = Interval(low, high).rounded_outwards(EXACT_DIGITS)
    return _EXACT.plus(from_pure(result.value, unit)), interval


def hedge_of(result: Quantity) -> Hedge:
    """The hedge of the result; a hedge is about size, so it is mirrored below zero."""
    return mirrored(result.lean) if result.value < 0 else result.lean
