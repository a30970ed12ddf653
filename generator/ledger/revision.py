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


def with_revisions(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """The entries, each knowing what revised it; of several revisions, the latest known."""
    revised_by: dict[str, str] = {}
    for entry in sorted(entries.values(), key=lambda one: (one.known_from.sort_key, one.fact.id)):
        if entry.fact.revision_of:
            revised_by[entry.fact.revision_of] = entry.fact.id
    return {
        name: replace(entry, revised_by=revised_by.get(name)) for name, entry in entries.items()
    }
