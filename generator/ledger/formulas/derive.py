"""Derived facts become entries: formulas are put in order and computed from proven figures.

In: the seeds and the entries of quoted facts. Out: entries of derived facts, and findings on
formulas. Never a finding for a formula whose input has one of its own, never an entry without
entries for all its inputs.
"""

from collections.abc import Mapping

from generator.ledger.formulas.compute import arithmetic_of, hedge_of, in_unit, quantities_of
from generator.ledger.formulas.dimension import fits
from generator.ledger.formulas.evaluate import evaluate
from generator.ledger.formulas.findings import (
    cycle_finding,
    unit_finding,
    unproven_finding,
    withdrawn_finding,
)
from generator.ledger.formulas.grammar import FormulaError
from generator.ledger.formulas.inputs import Formula, names_of, read_formula
from generator.ledger.formulas.order import find_cycles, in_order
from generator.ledger.formulas.precision import shown_value
from generator.model import Amount, Entry, Finding, Seeds


def derive_entries(
    seeds: Seeds, quoted: Mapping[str, Entry], *, is_sound: bool
) -> tuple[dict[str, Entry], list[Finding]]:
    """Every quoted and derived entry, and what is wrong with formulas.

    Args:
        seeds: all that was read.
        quoted: the entries of facts that a quotation proves.
        is_sound: nothing else is wrong, so that an input without proof must be reported here.
    """
    formulas, findings = _ordered_formulas(seeds)
    entries = dict(quoted)
    for formula in formulas:
        missing = [name for name in formula.inputs if name not in entries]
        if not missing:
            try:
                entry = _derive(formula, seeds, entries)
            except FormulaError as error:
                findings.append(error.finding)
            else:
                entries |= {formula.fact.id: entry} if entry else {}
        elif gone := [name for name in missing if _is_withdrawn(name, seeds)]:
            findings.append(withdrawn_finding(formula.fact, gone[0]))
        elif is_sound and not _is_derived(missing[0], seeds):
            findings.append(unproven_finding(formula.fact, missing[0]))
    return entries, findings


def _ordered_formulas(seeds: Seeds) -> tuple[list[Formula], list[Finding]]:
    """The formulas that can be computed, each after those that it needs."""
    findings: list[Finding] = []
    formulas: dict[str, Formula] = {}
    known = names_of(seeds)
    for identifier in sorted(seeds.facts):
        fact = seeds.facts[identifier]
        if fact.formula is not None and fact.status != "withdrawn":
            formula, found = read_formula(fact, fact.formula, seeds=seeds, known=known)
            findings.extend(found)
            if formula:
                formulas[identifier] = formula
    cycles = find_cycles({name: formula.inputs for name, formula in formulas.items()})
    findings.extend(cycle_finding(formulas[cycle[0]].fact, cycle) for cycle in cycles)
    ringed = {name for cycle in cycles for name in cycle}
    needs = {name: formula.inputs for name, formula in formulas.items() if name not in ringed}
    return [formulas[name] for name in in_order(needs)], findings


def _derive(formula: Formula, seeds: Seeds, entries: Mapping[str, Entry]) -> Entry | None:
    """The entry of a derived fact; None where its record is not whole, which has its finding.

    Raises:
        FormulaError: the formula cannot be computed, or not in the unit of the fact.
    """
    fact = formula.fact
    indicator = seeds.indicators.get(fact.indicator)
    if indicator is None or fact.amount is None:
        return None
    inputs = [entries[name] for name in formula.inputs]
    unit = fact.amount.unit
    with arithmetic_of(fact):
        result = evaluate(formula.node, quantities_of(formula.node, seeds, inputs))
        if not fits(unit, result.dimension):
            raise FormulaError(unit_finding(fact, indicator, unit, result.dimension))
        value, interval = in_unit(result, unit)
        shown = shown_value(value, interval, inputs)
    low, high = interval.bounds
    return Entry(
        fact=fact,
        indicator=indicator,
        amount=Amount(value=shown, unit=unit, hedge=hedge_of(result)),
        exact=value,
        low=low,
        high=high,
        period=fact.period or inputs[0].period,
        known_from=max((entry.known_from for entry in inputs), key=lambda when: when.sort_key),
        inputs=formula.inputs,
    )


def _is_derived(identifier: str, seeds: Seeds) -> bool:
    fact = seeds.facts.get(identifier)
    return fact is not None and fact.formula is not None


def _is_withdrawn(identifier: str, seeds: Seeds) -> bool:
    fact = seeds.facts.get(identifier)
    return fact is not None and fact.status == "withdrawn"
