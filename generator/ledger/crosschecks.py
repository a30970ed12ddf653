"""Checks that need no second source: a formula is compared with another, or with a band.

In: a Book, and the checks of the seeds. Out: a result for each check that can be read, and
findings on its formulas. Never "agrees" where an interval is unbounded, no verdict where the two
sides measure unlike things.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.ledger.formulas.dimension import RATIO, Dimension, fits, spellings, written
from generator.ledger.formulas.evaluate import Quantity, amount_in, arithmetic_of, compute
from generator.ledger.formulas.findings import placed, withdrawn_finding
from generator.ledger.formulas.grammar import FormulaError, Name, Node
from generator.ledger.formulas.inputs import names_of, read_names
from generator.ledger.formulas.interval import Interval
from generator.model import RATIO_UNITS, Amount, Band, Book, Check, Entry, Finding, Seeds
from generator.text import shown


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One side of a check: what a formula results in, or a band."""

    amount: Amount | None
    """As it is shown; for a band, its least and greatest value; None: nothing bounds the result."""
    exact: Decimal | None
    """Before rounding; None for a band."""
    low: Decimal | None
    high: Decimal | None
    """The interval of the true result; None: unbounded on that side."""
    inputs: tuple[str, ...] = ()
    """Ids of facts in the formula, in order of appearance."""

    @property
    def interval(self) -> Interval:
        """Low and high as an interval."""
        return Interval.from_bounds(self.low, self.high)


_BOTH = 2
Outcome = Literal["agrees", "disagrees", "unclear", "compared"]
"""`compared`: the sides measure unlike things, so that nothing follows from a difference."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckResult:
    """The outcome of a check and both of its sides."""

    check: Check
    left: Side | None
    """None where a figure of the formula is not in the book."""
    right: Side | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class _ReadFormula:
    """A formula of a check: the key it was typed under, its tree and its figures."""

    key: str
    node: Node
    names: tuple[str, ...]
    inputs: tuple[Entry, ...]

    @property
    def is_complete(self) -> bool:
        return len(self.inputs) == len(self.names)


def cross_checks(book: Book, seeds: Seeds) -> tuple[tuple[CheckResult, ...], tuple[Finding, ...]]:
    """The results of all checks in the order in which they were typed, and the findings."""
    known = names_of(seeds) if seeds.checks else ()
    results: list[CheckResult] = []
    findings: list[Finding] = []
    for check in seeds.checks:
        read, found = _read(check, book, seeds, known)
        if not found:
            try:
                results.append(_result(check, read, seeds))
            except FormulaError as error:
                found = [error.finding]
        findings += found
    return tuple(results), tuple(sorted(findings, key=lambda finding: finding.sort_key))


def _read(
    check: Check, book: Book, seeds: Seeds, known: Collection[str]
) -> tuple[list[_ReadFormula], list[Finding]]:
    """The formulas of a check that read well, and what is wrong with them."""
    texts = {"formula": check.formula} | ({"against": check.against} if check.against else {})
    read: list[_ReadFormula] = []
    findings: list[Finding] = []
    for key, text in texts.items():
        node, names, wrong = read_names(text, seeds=seeds, known=known)
        findings += [placed(one, check, key) for one in wrong]
        findings += [withdrawn_finding(check, one, key) for one in names if one in book.withdrawn]
        if node is not None:
            inputs = tuple(book.entries[name] for name in names if name in book.entries)
            read.append(_ReadFormula(key, node, names, inputs))
    return read, findings


def _result(check: Check, read: list[_ReadFormula], seeds: Seeds) -> CheckResult:
    quantities = [_computed(check, one, seeds) if one.is_complete else None for one in read]
    unit = _unit(check, read, quantities)
    sides = [
        _side(check, one, quantity, unit) if quantity else None
        for one, quantity in zip(read, quantities, strict=True)
    ]
    left, right = sides if check.band is None else (sides[0], _band(check.band))
    outcome = "compared" if _are_unlike(read) else _outcome(left, right)
    return CheckResult(check=check, left=left, right=right, outcome=outcome)


def _are_unlike(read: list[_ReadFormula]) -> bool:
    """Each side is one figure, and the two have different measures or are of different subjects."""
    alone = [one.inputs[0] for one in read if isinstance(one.node, Name) and one.inputs]
    return len({(one.indicator.id, one.fact.about) for one in alone}) == _BOTH


def _computed(check: Check, read: _ReadFormula, seeds: Seeds) -> Quantity:
    with arithmetic_of(check, read.key):
        return compute(read.node, seeds, read.inputs)


def _side(check: Check, read: _ReadFormula, quantity: Quantity, unit: str | None) -> Side:
    with arithmetic_of(check, read.key):
        amount, exact, interval = amount_in(unit, quantity)
    low, high = interval.bounds
    return Side(amount=amount, exact=exact, low=low, high=high, inputs=read.names)


def _band(band: Band) -> Side:
    amount = Amount(min_value=band.min_value, max_value=band.max_value, unit=band.unit)
    return Side(amount=amount, exact=None, low=band.min_value, high=band.max_value)


def _unit(check: Check, read: list[_ReadFormula], quantities: list[Quantity | None]) -> str | None:
    """The unit in which both sides are shown; if there is a band, the unit of the band."""
    dimensions = [quantity.dimension for quantity in quantities if quantity]
    if check.band is not None:
        for dimension in dimensions:
            if not fits(check.band.unit, dimension):
                raise FormulaError(_unlike_band(check, check.band, dimension))
        return check.band.unit
    if not dimensions:
        return None
    for unit in _spelled(read, dimensions):
        if all(fits(unit, dimension) for dimension in dimensions):
            return unit
    raise FormulaError(_unlike(check, dimensions))


def _spelled(read: list[_ReadFormula], dimensions: list[Dimension]) -> Iterator[str | None]:
    """Units that can express both results: those of the inputs, then those a fact may declare."""
    if RATIO in dimensions:
        units = [one.amount.unit for side in read for one in side.inputs if one.amount]
        yield from (unit for unit in units if unit in RATIO_UNITS)
        # A number without a unit is a ratio too, and so is a quotient of two.
        yield "x" if any(unit is not None for unit in units) else None
    for dimension in dimensions:
        yield from spellings(dimension)


def _unlike_band(check: Check, band: Band, computed: Dimension) -> Finding:
    declared = "no unit" if band.unit is None else shown(band.unit)
    message = f"the formula results in {written(computed)}, but the band is in {declared}"
    units = spellings(computed)
    hint = f"write `unit: {units[0]}`" if units else "check the formula: no unit says that"
    place = check.marks.at("between", "unit")
    return Finding("formula-unit", place, check.id, message, hint)


def _unlike(check: Check, dimensions: list[Dimension]) -> Finding:
    """The finding for sides that no single unit can express."""
    if len({*dimensions}) == 1:
        message = f"the formula results in {written(dimensions[0])}, which no unit says"
        hint = "divide or multiply, so that a ratio, an amount or a rate is left"
        return Finding("formula-unit", check.marks.at("formula"), check.id, message, hint)
    left, right = (written(dimension) for dimension in dimensions)
    message = f"the formula results in {left}, the one against it in {right}"
    hint = "hold figures of one unit against each other; multiply by a rate first"
    return Finding("formula-unit", check.marks.at("against"), check.id, message, hint)


def _outcome(left: Side | None, right: Side | None) -> Outcome:
    if left is None or right is None:
        return "unclear"
    if not left.interval.overlaps(right.interval):
        return "disagrees"
    is_bounded = None not in (left.low, left.high, right.low, right.high)
    return "agrees" if is_bounded else "unclear"
