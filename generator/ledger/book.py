"""Builds the book: entries for proven facts, then for derived ones, then their revisions.

In: seeds, proofs, coverage. Out: a Book in a fixed order, and findings. Never an entry for a fact
whose quotations were not all found, or whose formula has an input without an entry; never a finding
for a formula whose input has one of its own.
"""

from collections.abc import Mapping
from dataclasses import replace

from generator.ledger.formulas.dimension import fits
from generator.ledger.formulas.evaluate import amount_in, arithmetic_of, compute
from generator.ledger.formulas.findings import (
    cycle_finding,
    unbounded_finding,
    unit_finding,
    unproven_finding,
    withdrawn_finding,
)
from generator.ledger.formulas.grammar import FormulaError
from generator.ledger.formulas.inputs import Formula, names_of, read_formula
from generator.ledger.formulas.order import find_cycles, in_order
from generator.ledger.formulas.rounding import interval_of
from generator.ledger.revision import check_revisions, with_revisions
from generator.model import EMPTY, Book, CoveredMention, Entry, Fact, Finding, Proof, Seeds, Text


def build_book(
    seeds: Seeds,
    proofs: Mapping[str, Proof],
    coverage: Mapping[str, tuple[CoveredMention, ...]],
    origins: Mapping[str, tuple[str, ...]] = EMPTY,
) -> tuple[Book, tuple[Finding, ...]]:
    """The book of all proven facts, and the findings on formulas and revisions.

    Args:
        seeds: all that was read.
        proofs: by fact id; without one it is not proven.
        coverage: by article id, in order of the text.
        origins: by article id the agencies that its text names.
    """
    withdrawn = {one: fact for one, fact in sorted(seeds.facts.items()) if _is_withdrawn(fact)}
    quoted = {
        entry.fact.id: entry
        for fact in seeds.facts.values()
        if fact.id not in withdrawn
        and fact.formula is None
        and (entry := _quoted_entry(fact, seeds, proofs.get(fact.id)))
    }
    is_sound = not seeds.findings and not any(proof.findings for proof in proofs.values())
    entries, findings = _with_derived(quoted, seeds, withdrawn, is_sound=is_sound)
    findings += check_revisions(seeds.facts, entries, withdrawn)
    revised = with_revisions(entries, withdrawn).values()
    ordered = sorted(revised, key=lambda entry: (entry.period.sort_key, entry.fact.id))
    articles = sorted(
        seeds.articles.values(), key=lambda one: (one.date_published.sort_key, one.id)
    )
    book = Book(
        entries={entry.fact.id: entry for entry in ordered},
        articles={one.id: one for one in articles},
        withdrawn=withdrawn,
        units=seeds.units,
        coverage={one.id: coverage[one.id] for one in articles if one.id in coverage},
        origins=origins,
    )
    return book, tuple(sorted(findings, key=lambda finding: finding.sort_key))


def _is_dated(proof: Proof) -> bool:
    """Words of the text state the period that nobody typed: the day of the article."""
    return any(one.aspect == "period" and one.basis == "stated" for one in proof.evidence)


def _whose(fact: Fact, seeds: Seeds) -> Text:
    """The names of another than the subject, whom a fact is about."""
    if seeds.briefing is None or fact.about == seeds.briefing.subject.id:
        return EMPTY
    entity = seeds.briefing.all_entities.get(fact.about)
    return entity.name if entity else EMPTY


def _is_withdrawn(fact: Fact) -> bool:
    return fact.status == "withdrawn"


def _quoted_entry(fact: Fact, seeds: Seeds, proof: Proof | None) -> Entry | None:
    """The entry of a fact whose quotations were all found and prove it."""
    indicator = seeds.indicators.get(fact.indicator)
    articles = [seeds.articles.get(quote.article) for quote in fact.quotes]
    published = [article.date_published for article in articles if article]
    if proof is None or proof.findings or indicator is None:
        return None
    if not published or not len(published) == len(articles) == len(proof.located):
        return None
    low = high = None
    if fact.amount is not None:
        interval = interval_of(fact.amount, is_change=indicator.kind == "change")
        low, high = interval.bounds
    return Entry(
        fact=replace(fact, status=proof.status) if proof.status else fact,
        indicator=indicator,
        amount=fact.amount,
        exact=fact.amount.value if fact.amount else None,
        low=low,
        high=high,
        period=fact.period or published[0],
        is_dated=fact.period is not None or _is_dated(proof),
        known_from=max(published, key=lambda when: when.known_key),
        located=proof.located,
        evidence=proof.evidence,
        whose=_whose(fact, seeds),
    )


def _with_derived(
    quoted: Mapping[str, Entry], seeds: Seeds, withdrawn: Mapping[str, Fact], *, is_sound: bool
) -> tuple[dict[str, Entry], list[Finding]]:
    """Every quoted and derived entry, and what is wrong with formulas.

    If all else `is_sound`, an input without proof has no finding yet, and gets one here.
    """
    formulas, findings = _ordered_formulas(seeds)
    entries = dict(quoted)
    derived = {name for name, fact in seeds.facts.items() if fact.formula is not None}
    for formula in formulas:
        missing = [name for name in formula.inputs if name not in entries]
        if not missing:
            try:
                entry = _derive(formula, seeds, entries)
            except FormulaError as error:
                findings.append(error.finding)
            else:
                entries |= {formula.fact.id: entry} if entry else {}
        elif gone := [name for name in missing if name in withdrawn]:
            findings.append(withdrawn_finding(formula.fact, gone[0]))
        elif is_sound and missing[0] not in derived:
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
        result = compute(formula.node, seeds, inputs)
        if not fits(unit, result.dimension):
            raise FormulaError(unit_finding(fact, indicator, unit, result.dimension))
        amount, exact, interval = amount_in(unit, result)
        if amount is None:
            raise FormulaError(unbounded_finding(fact))
        if amount.hedge == "exact" and amount.value is not None:
            # A figure that is known more finely than it is printed claims no more than is printed.
            interval = interval.hull(interval_of(amount))
    low, high = interval.bounds
    return Entry(
        fact=fact,
        indicator=indicator,
        amount=amount,
        exact=exact,
        low=low,
        high=high,
        period=fact.period or inputs[0].period,
        is_dated=fact.period is not None or inputs[0].is_dated,
        known_from=max((entry.known_from for entry in inputs), key=lambda when: when.known_key),
        inputs=formula.inputs,
        whose=_whose(fact, seeds),
    )
