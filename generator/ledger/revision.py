"""Which fact replaced which: the other direction of `revision_of`.

In: facts and the ids that are in the book. Out: for each fact the one that revised it, and a
finding for every ring of revisions. Never decides which of two rival figures is right.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.ledger.findings import revision_problem
from generator.ledger.order import find_cycles
from generator.model import Entry, Fact, Problem


def check_revisions(facts: Mapping[str, Fact]) -> Iterable[Problem]:
    """A chain of revisions must have a start."""
    needs = {name: [fact.revision_of] for name, fact in facts.items() if fact.revision_of}
    for cycle in find_cycles(needs):
        yield revision_problem(facts[cycle[0]], cycle)


def revised_id(fact: Fact, withdrawn: Mapping[str, Fact]) -> str | None:
    """The id that a fact replaces; what a withdrawn fact replaced is replaced by its successor."""
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
