"""The findings on formulas in words: where one is wrong, and what to do.

In: a fact and what is wrong with its formula. Out: one Finding. Never decides whether it is wrong.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.ledger.formulas.dimension import Dimension, spellings, written
from generator.model import Check, Fact, Finding, Indicator, Offset, Place
from generator.text import shown

_LONGEST_PATH = 8


def placed(finding: Finding, fact: Fact | Check, key: str = "formula") -> Finding:
    """The finding on a formula at its own column of the file; as it is where it has a place."""
    if not isinstance(finding.at, Offset):
        return finding
    start = fact.marks.at(key)
    # A formula begins with a brace or a parenthesis, so it is typed in quotes, which take a column.
    place = Place(start.path, start.line, start.column + 1 + finding.at.value)
    return replace(finding, at=place, subject=fact.id)


def unit_finding(
    fact: Fact, indicator: Indicator, declared: str | None, computed: Dimension
) -> Finding:
    """The finding for a formula whose result is of another unit than the fact declares.

    Where the indicator admits no unit of the result, the formula is what is to be corrected.
    """
    computable = spellings(computed)
    admitted = indicator.units or computable
    possible = [unit for unit in computable if unit in admitted]
    if declared is None:
        message = f"the formula results in {written(computed)}, but the fact declares no unit"
    else:
        result = written(computed)
        message = f"the formula results in {result}, but the fact's unit is {shown(declared)}"
    if computable and not possible:
        units = " or ".join(shown(unit) for unit in indicator.units)
        hint = f"correct the formula; {shown(indicator.id)} is in {units}"
        return Finding("formula-unit", fact.marks.at("formula"), fact.id, message, hint)
    hint = f"write `unit: {possible[0]}`" if possible else "check the formula: no unit says that"
    if len(possible) > 1:
        hint += f" (or {', '.join(possible[1:])})"
    return Finding("formula-unit", fact.marks.at("unit"), fact.id, message, hint)


def unbounded_finding(fact: Fact) -> Finding:
    """The finding for a result of which the hedges of its figures say nothing."""
    message = "the hedges of its figures leave the result without a bound on either side"
    hint = "compute with figures that are bounded on the side that the formula needs"
    return Finding("formula-undefined", fact.marks.at("formula"), fact.id, message, hint)


def cycle_finding(fact: Fact, cycle: Sequence[str]) -> Finding:
    """The finding for formulas that lead back to where they started."""
    message = f"the formula depends on itself: {path_of(cycle)}"
    hint = "give one of these facts a value and a quotation"
    return Finding("formula-cycle", fact.marks.at("formula"), fact.id, message, hint)


def unproven_finding(fact: Fact, unproven: str) -> Finding:
    """The finding for an input that was never proven, though nothing else is wrong."""
    message = f"{shown(unproven)} in the formula is not proven"
    hint = f"prove {shown(unproven)} by a quotation"
    return Finding("derived-from-unproven", fact.marks.at("formula"), fact.id, message, hint)


def withdrawn_finding(fact: Fact | Check, withdrawn: str, key: str = "formula") -> Finding:
    """The finding for an input that no longer holds."""
    message = f"{shown(withdrawn)} in the formula is withdrawn: {fact.id} -> {withdrawn}"
    hint = "use a figure that still holds, or withdraw this one too"
    return Finding("derived-from-unproven", fact.marks.at(key), fact.id, message, hint)


def path_of(cycle: Sequence[str]) -> str:
    """A cycle as a line that ends where it began, cut in the middle where it is long."""
    path = [*cycle, cycle[0]]
    if len(path) > _LONGEST_PATH:
        path = [*path[:4], "…", *path[-3:]]
    return " -> ".join(path)
