"""Queries of the book: which facts, from which articles, by which steps.

In: a Book. Out: entries, ids, pieces of a formula. Never words for readers.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.ledger.formulas.grammar import FormulaStep, split_formula
from generator.ledger.formulas.order import in_order
from generator.model import ASPECTS, EVENT_ASPECTS, Book, CoveredMention, Entry

_OF_FACT = ("indicator", "about", "status", "basis", "attribution", "rank")


def facts_of(book: Book, **where: str) -> tuple[Entry, ...]:
    """The entries of which every given field has the given value, by period, known from, id.

    Fields are indicator, about, status, unit, basis, attribution and rank; others match no fact.
    """
    found = [
        entry
        for entry in book.entries.values()
        if all(_field(entry, name) == value for name, value in where.items())
    ]
    return tuple(
        sorted(found, key=lambda one: (one.period.sort_key, one.known_from.sort_key, one.fact.id))
    )


def latest(book: Book) -> list[Entry]:
    """The amounts that hold, those that became known last first; of the same time the later."""
    holding = [
        one
        for one in facts_of(book)
        if one.amount and not one.revised_by and one.fact.status != "withdrawn"
    ]
    return sorted(
        holding, key=lambda one: (one.known_from.sort_key, one.period.sort_key), reverse=True
    )


def count_aspects(entries: Iterable[Entry]) -> dict[str, int]:
    """Of quoted figures and events, how many aspects are stated, inferred, and unchecked."""
    counts = {"stated": 0, "inferred": 0, "unchecked": 0}
    for entry in entries:
        if entry.fact.basis == "derived":
            continue
        claimed = EVENT_ASPECTS if entry.amount is None else ASPECTS
        for one in entry.evidence:
            counts[one.basis] += 1
        counts["unchecked"] += len(claimed) - len(entry.evidence)
    return counts


def _field(entry: Entry, name: str) -> str | None:
    if name == "unit":
        return entry.amount.unit if entry.amount else None
    return getattr(entry.fact, name) if name in _OF_FACT else None


def articles_of(book: Book, entry: Entry) -> tuple[str, ...]:
    """Ids of all articles that a figure rests on, through its formula, by publication."""
    found: set[str] = set()
    seen: set[str] = set()
    left = [entry]
    while left:
        current = left.pop()
        if current.fact.id not in seen:
            seen.add(current.fact.id)
            found.update(located.quote.article for located in current.located)
            left.extend(book.entries[name] for name in current.inputs if name in book.entries)
    if len(found) <= 1:  # as with all but derived figures: no order to look up
        return tuple(name for name in found if name in book.articles)
    return tuple(name for name in book.articles if name in found)


def stale_inputs(book: Book) -> Mapping[str, tuple[str, ...]]:
    """For each derived figure its inputs, direct or through other derived ones, that were replaced.

    A figure without such inputs has no key.
    """
    needs = {name: entry.inputs for name, entry in book.entries.items() if entry.inputs}
    stale: dict[str, tuple[str, ...]] = {}
    for name in in_order(needs):
        found: dict[str, None] = {}
        for one in needs[name]:
            newer = book.entries[one].revised_by if one in book.entries else None
            # What compares the old with the new, as a raise does, rests on both.
            if newer and newer not in needs[name]:
                found[one] = None
            found.update(dict.fromkeys(stale.get(one, ())))
        if found:
            stale[name] = tuple(found)
    return {name: stale[name] for name in book.entries if name in stale}


class CoverageCounts(NamedTuple):
    """How many mentions of an article are covered, ignored with a reason, and open."""

    covered: int
    ignored: int
    still_open: int


def coverage_counts(mentions: Iterable[CoveredMention]) -> CoverageCounts:
    """Each mention counted once; one that a fact covers counts as covered even if it is ignored."""
    states = [
        "covered" if one.covered_by else "open" if one.is_open else "ignored" for one in mentions
    ]
    return CoverageCounts(*map(states.count, ("covered", "ignored", "open")))


def steps_of(formula: str, book: Book) -> tuple[FormulaStep, ...]:
    """A formula in pieces that a page can print, facts and constants by id."""
    steps: list[FormulaStep] = []
    for token in split_formula(formula):
        if token.kind == "name":
            identifier = token.text[1:-1].strip()
            is_fact = identifier in book.entries
            steps.append(FormulaStep("fact" if is_fact else "constant", identifier))
        elif steps and steps[-1].kind == "text":
            steps[-1] = FormulaStep("text", steps[-1].text + token.text)
        else:
            steps.append(FormulaStep("text", token.text))
    return tuple(steps)
