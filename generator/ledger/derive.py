"""Derived facts become entries: formulas are put in order and computed from proven figures.

In: the seeds and the entries of quoted facts. Out: entries of derived facts, and findings on
formulas. Never a finding for a formula whose input has one of its own, never an entry without
entries for all its inputs.
"""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from generator.ledger.dimension import dimension_of, fits, from_pure, to_pure
from generator.ledger.evaluate import ARITHMETIC, Quantity, evaluate
from generator.ledger.findings import (
    cycle_problem,
    formula_problem,
    unit_problem,
    unproven_problem,
)
from generator.ledger.formula import FormulaMistake
from generator.ledger.inputs import Formula, constants_of, names_of, read_formula
from generator.ledger.interval import Interval
from generator.ledger.order import find_cycles, in_order
from generator.ledger.precision import lean_of, mirrored, shown_value
from generator.model import Amount, Entry, Problem, Seeds

EXACT_DIGITS = 12
_EXACT = Context(prec=EXACT_DIGITS, rounding=ROUND_HALF_UP)
_BEYOND = FormulaMistake(
    "formula-undefined",
    0,
    "the result has too many digits to be computed",
    "check the figures and the signs of the formula",
)


def derive_entries(
    seeds: Seeds, quoted: Mapping[str, Entry], *, is_sound: bool
) -> tuple[dict[str, Entry], list[Problem]]:
    """Every quoted and derived entry, and what is wrong with formulas.

    Args:
        seeds: all that was read.
        quoted: the entries of facts that a quotation proves.
        is_sound: nothing else is wrong, so that an input without proof must be reported here.
    """
    formulas, problems = _ordered_formulas(seeds)
    entries = dict(quoted)
    for formula in formulas:
        missing = [name for name in formula.inputs if name not in entries]
        if not missing:
            entry, problem = _derive(formula, seeds, entries)
            if problem:
                problems.append(problem)
            elif entry:
                entries[formula.fact.id] = entry
        elif is_sound and not _is_derived(missing[0], seeds):
            problems.append(unproven_problem(formula.fact, missing[0]))
    return entries, problems


def _ordered_formulas(seeds: Seeds) -> tuple[list[Formula], list[Problem]]:
    """The formulas that can be computed, each after those that it needs."""
    problems: list[Problem] = []
    formulas: dict[str, Formula] = {}
    known = names_of(seeds)
    for identifier in sorted(seeds.facts):
        fact = seeds.facts[identifier]
        if fact.formula is not None:
            formula, found = read_formula(fact, fact.formula, seeds=seeds, known=known)
            problems.extend(found)
            if formula:
                formulas[identifier] = formula
    cycles = find_cycles({name: formula.inputs for name, formula in formulas.items()})
    problems.extend(cycle_problem(formulas[cycle[0]].fact, cycle) for cycle in cycles)
    ringed = {name for cycle in cycles for name in cycle}
    needs = {name: formula.inputs for name, formula in formulas.items() if name not in ringed}
    return [formulas[name] for name in in_order(needs)], problems


def _derive(
    formula: Formula, seeds: Seeds, entries: Mapping[str, Entry]
) -> tuple[Entry | None, Problem | None]:
    fact = formula.fact
    indicator = seeds.indicators.get(fact.indicator)
    if indicator is None or fact.amount is None:
        return None, None
    inputs = [entries[name] for name in formula.inputs]
    unit = fact.amount.unit
    with localcontext(ARITHMETIC):
        try:
            result = evaluate(formula.node, _quantities(seeds, inputs))
            if not fits(unit, result.dimension):
                return None, unit_problem(fact, indicator, unit, result.dimension)
            value, interval = _in_unit(result, unit)
            shown = shown_value(value, interval, inputs)
        except FormulaMistake as mistake:
            return None, formula_problem(fact, mistake)
        except ArithmeticError:
            return None, formula_problem(fact, _BEYOND)
    hedge = mirrored(result.lean) if result.value < 0 else result.lean
    low, high = interval.bounds
    entry = Entry(
        fact=fact,
        indicator=indicator,
        amount=Amount(value=shown, unit=unit, hedge=hedge),
        exact=value,
        low=low,
        high=high,
        period=fact.period or inputs[0].period,
        known_from=max((entry.known_from for entry in inputs), key=lambda when: when.sort_key),
        inputs=formula.inputs,
    )
    return entry, None


def _quantities(seeds: Seeds, inputs: Sequence[Entry]) -> dict[str, Quantity]:
    quantities = {
        name: Quantity(constant.value, Interval.point(constant.value))
        for name, constant in constants_of(seeds).items()
    }
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


def _in_unit(result: Quantity, unit: str | None) -> tuple[Decimal, Interval]:
    """The result and its interval in the declared unit, to the digits that the book keeps."""
    low, high = from_pure(result.interval.low, unit), from_pure(result.interval.high, unit)
    interval = Interval(low, high).rounded_outwards(EXACT_DIGITS)
    return _EXACT.plus(from_pure(result.value, unit)), interval


def _is_derived(identifier: str, seeds: Seeds) -> bool:
    fact = seeds.facts.get(identifier)
    return fact is not None and fact.formula is not None
