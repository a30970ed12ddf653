"""Which fact replaced which: `revision_of` read in the other direction.

In: facts and the entries of the book. Out: for each fact the one that revised it, and a finding
for every revision that cannot be. Never decides which of two rival figures is right.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace

from generator.ledger.formulas.findings import path_of
from generator.ledger.formulas.order import find_cycles
from generator.model import Entry, Fact, Finding
from generator.text import shown


def check_revisions(
    facts: Mapping[str, Fact], entries: Mapping[str, Entry], withdrawn: Mapping[str, Fact]
) -> Iterator[Finding]:
    """A chain of revisions has a start, keeps its subject and never forks."""
    needs = {name: [fact.revision_of] for name, fact in facts.items() if fact.revision_of}
    cycles = find_cycles(needs)
    for cycle in cycles:
        fact = facts[cycle[0]]
        message = f"the revisions lead back to their start: {path_of(cycle)}"
        hint = "remove `revision_of` from the oldest of these facts"
        yield Finding("revision-cycle", fact.marks.at("revision_of"), fact.id, message, hint)
    yield from _check_replaced(entries, withdrawn, {name for cycle in cycles for name in cycle})


def _check_replaced(
    entries: Mapping[str, Entry], withdrawn: Mapping[str, Fact], ringed: Container[str]
) -> Iterator[Finding]:
    """A fact replaces one of the same thing and unit, known no later, that nothing else replaced.

    Successors of a withdrawn fact replace what it replaced. The ids that are `ringed`, in revisions
    that lead back to themselves, have their finding.
    """
    successors: dict[str, Entry] = {}
    revisions = [entry for entry in entries.values() if entry.fact.revision_of]
    rivals: list[tuple[Entry, str]] = []
    for entry in sorted(revisions, key=lambda one: (one.known_from.sort_key, one.fact.id)):
        old = entries.get(revised_id(entry.fact, withdrawn) or "")
        if old is None or entry.fact.id in ringed:
            continue
        if fault := _fault(entry, old):
            yield _mismatch_finding(entry.fact, *fault)
        elif old.fact.id in successors:
            rivals.append((entry, old.fact.id))
        else:
            successors[old.fact.id] = entry
    for entry, name in rivals:
        first = successors[name].fact.id
        message = f"{name} is revised by {first} already"
        latest = _latest(entry, successors[name], successors)
        yield _mismatch_finding(entry.fact, message, f"write revision_of: {latest.fact.id}")


def _fault(entry: Entry, old: Entry) -> tuple[str, str] | None:
    """Why an entry cannot replace another, and what to do."""
    name = old.fact.id
    for word, mine, its in (
        ("indicator", entry.fact.indicator, old.fact.indicator),
        ("about", entry.fact.about, old.fact.about),
        ("unit", _unit(entry), _unit(old)),
    ):
        if mine != its:
            message = f"{name} has another {word}: {shown(its)}, not {shown(mine)}"
            return message, "name the fact of the same thing that this one replaces"
    said, known = entry.known_from, old.known_from
    if known.start and said.end and known.start > said.end:
        message = f"{name} is known from {known} on, later than this fact, from {said} on"
        return message, f"write `revision_of: {entry.fact.id}` at {name}, and delete it here"
    return None


def _mismatch_finding(fact: Fact, message: str, hint: str) -> Finding:
    """The finding for a fact that cannot replace the one that it names."""
    return Finding("revision-mismatch", fact.marks.at("revision_of"), fact.id, message, hint)


def _unit(entry: Entry) -> str:
    return (entry.amount.unit if entry.amount else None) or "none"


def _latest(entry: Entry, first: Entry, successors: Mapping[str, Entry]) -> Entry:
    """The last of a chain of revisions that was known no later than the entry."""
    latest, passed = first, {first.fact.id}
    while (after := successors.get(latest.fact.id)) and after.fact.id not in passed:
        if after.known_from.sort_key > entry.known_from.sort_key:
            break
        passed.add(after.fact.id)
        latest = after
    return latest


def revised_id(fact: Fact, withdrawn: Mapping[str, Fact]) -> str | None:
    """The id that a fact replaces; withdrawn facts between the two are passed over."""
    passed = set()
    revised = fact.revision_of
    while revised and revised in withdrawn and revised not in passed:
        passed.add(revised)
        revised = withdrawn[revised].revision_of
    return revised


def with_revisions(entries: Mapping[str, Entry], withdrawn: Mapping[str, Fact]) -> dict[str, Entry]:
    """The entries, each knowing what revised it; of several revisions, the latest known."""
    revised_by: dict[str, str] = {}
    revisions = [entry for entry in entries.values() if entry.fact.revision_of]
    for entry in sorted(revisions, key=lambda one: (one.known_from.sort_key, one.fact.id)):
        if revised := revised_id(entry.fact, withdrawn):
            revised_by[revised] = entry.fact.id
    return {
        name: entry
        if entry.revised_by == revised_by.get(name)
        else replace(entry, revised_by=revised_by.get(name))
        for name, entry in entries.items()
    }
