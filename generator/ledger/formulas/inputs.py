"""The ids in a formula must be those of facts with one value, or of declared constants.

In: a derived fact and the seeds. Out: its formula, read and with known inputs, or findings.
Never asks whether an input is proven.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.ledger.formulas.findings import placed
from generator.ledger.formulas.grammar import (
    FormulaError,
    Name,
    Node,
    finding_at,
    formula_tree,
    names_in,
)
from generator.model import Constant, Fact, Finding, Offset, Seeds
from generator.text import did_you_mean, shown

_FACTORS = {"%": "100", "pp": "100", "bp": "10000"}
"""Factors by which editors multiply a ratio, although its unit implies them."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that parses and of which every id is known."""

    fact: Fact
    node: Node
    inputs: tuple[str, ...]
    """Facts, in order of appearance."""


def constants_of(seeds: Seeds) -> Mapping[str, Constant]:
    """The declared constants; none when briefing.yaml could not be read."""
    return seeds.briefing.constants if seeds.briefing else {}


def names_of(seeds: Seeds) -> tuple[str, ...]:
    """All ids that a formula may use, malformed facts included, in alphabetical order."""
    return tuple(sorted({*seeds.known["fact"].ids, *seeds.facts, *constants_of(seeds)}))


def read_formula(
    fact: Fact, text: str, *, seeds: Seeds, known: Collection[str]
) -> tuple[Formula | None, list[Finding]]:
    """The formula, or the findings that keep it from being one; `known` is `names_of(seeds)`."""
    node, inputs, findings = read_names(text, seeds=seeds, known=known)
    if node is None or findings:
        return None, [placed(_without_percent(one, fact, text), fact) for one in findings]
    return Formula(fact, node, inputs), []


def read_names(
    text: str, *, seeds: Seeds, known: Collection[str]
) -> tuple[Node | None, tuple[str, ...], list[Finding]]:
    """The tree of a formula, the facts in it in order of appearance, and what is wrong with it.

    The findings are at offsets of the text.
    """
    try:
        node = formula_tree(text)
    except FormulaError as error:
        return None, (), [error.finding]
    names = list(names_in(node))
    constants = constants_of(seeds)
    inputs = tuple(dict.fromkeys(name.id for name in names if name.id not in constants))
    findings = [finding for name in names for finding in _check_name(name, seeds, known)]
    if not inputs:
        message = "the formula names no fact"
        hint = "it rests on at least one fact: write its id in braces"
        findings.append(finding_at(0, "formula-syntax", message, hint))
    return node, inputs, findings


def _without_percent(finding: Finding, fact: Fact, text: str) -> Finding:
    """The same finding; a ratio that is turned into per cent by hand needs no constant for it."""
    unit = fact.amount.unit if fact.amount else None
    factor = _FACTORS.get(unit or "")
    if finding.code != "formula-constant" or not isinstance(finding.at, Offset):
        return finding
    before, after = text[: finding.at.value].rstrip(), text[finding.at.value :]
    number = re.match(r"[0-9][0-9_.,eE]*", after)
    if not number or number[0] != factor:
        return finding
    follows = after[number.end() :].lstrip().startswith("*")
    if not (before.endswith("*") or follows):
        return finding
    typed = f"{factor} *" if follows and not before.endswith("*") else f"* {factor}"
    return replace(finding, hint=f"delete {typed}: a ratio is shown in {unit} by itself")


def _check_name(name: Name, seeds: Seeds, known: Collection[str]) -> Iterator[Finding]:
    """An id in a formula must be that of a declared constant or of a fact with a single value."""
    if name.id in constants_of(seeds):
        return
    fact = seeds.facts.get(name.id)
    if fact is None:
        # Without a readable briefing.yaml the id may be a constant; that file has its own finding.
        if seeds.known["fact"].lacks(name.id) and seeds.briefing is not None:
            yield _unknown(name, known)
    elif fact.basis == "event":
        message = f"{shown(name.id)} is an event and has no value"
        hint = "use the id of a fact that has a value"
        yield finding_at(name.offset, "formula-syntax", message, hint)
    elif fact.basis == "quoted" and fact.amount is not None and fact.amount.value is None:
        message = f"{shown(name.id)} is a range, not a single value"
        hint = "use the id of a fact that has one value"
        yield finding_at(name.offset, "formula-syntax", message, hint)


def _unknown(name: Name, known: Collection[str]) -> Finding:
    hint = did_you_mean(name.id, known, "{{{}}}") or "write the id of a fact or of a constant"
    message = f"no fact and no constant has the id {shown(name.id)}"
    return finding_at(name.offset, "unknown-id", message, hint)
