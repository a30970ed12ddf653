"""What the ledger tells of one figure beside its proof: revisions, promises, checks and the like.

In: an entry and the assembly. Out: lines for a terminal. Decides nothing.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.ledger import Side, contradictions, cross_checks, promises, revised_id
from generator.model import Entry, Fact, Moved
from generator.pipeline import Assembly
from generator.text import plain_decimal
from generator.wording import LanguageWording


def ledger_lines(entry: Entry, assembly: Assembly, wording: LanguageWording) -> Iterator[str]:
    """The lines on revisions, promises, contradictions, checks and corrections, in that order."""
    yield from _revisions(entry, assembly, wording)
    fact_id = entry.fact.id
    for promise in promises(assembly.book, assembly.seeds.indicators):
        if entry in promise.chain or entry in promise.measured:
            part = "promised" if entry in promise.chain else "measures"
            latest = promise.chain[-1].fact.id
            yield f"  promise     {part}; the promise is {latest}, outcome {promise.outcome}"
    for found in contradictions(assembly.book):
        if entry in found.entries:
            other = next(one for one in found.entries if one is not entry)
            decided = f"preferred is {found.preferred}" if found.preferred else "undecided"
            yield f"  contradicts {_named(other, wording)}; {decided}"
    for result in cross_checks(assembly.book, assembly.seeds)[0]:
        inputs = [one for side in (result.left, result.right) if side for one in side.inputs]
        if fact_id in inputs:
            sides = " against ".join(_side(one) for one in (result.left, result.right))
            yield f"  check       {result.check.id}: {result.outcome}, {sides}"
    yield from corrections_of(fact_id, assembly, wording)


def corrections_of(fact_id: str, assembly: Assembly, wording: LanguageWording) -> Iterator[str]:
    """What of the figure we corrected, and the ids that lead to it."""
    for one in assembly.seeds.corrections:
        if one.fact == fact_id:
            said = f"{one.date}, {one.changed} {one.old} became {one.new}"
            yield f"  corrected   {said}: {wording.text(one.reason)}"
    for moved in assembly.seeds.moved.values():
        if moved.to == fact_id:
            yield f"  once called {moved.id}: {wording.text(moved.reason)}"


def moved_line(moved: Moved, wording: LanguageWording) -> str:
    """That an id is no longer used, and which id replaces it."""
    return f"{moved.id}: moved to {moved.to}: {wording.text(moved.reason)}"


def tombstone(fact: Fact, assembly: Assembly, wording: LanguageWording) -> list[str]:
    """The lines on a withdrawn figure: why it no longer holds, and where its address leads."""
    return [
        f"{fact.id}: withdrawn",
        f"  reason      {wording.text(fact.reason)}",
        *corrections_of(fact.id, assembly, wording),
        f"  shown       facts/#{fact.id}",
    ]


def interval_line(entry: Entry) -> str:
    """Between which values the true one lies, as far as rounding and hedges tell."""
    return f"  interval    {_between(entry.low, entry.high)}"


def _revisions(entry: Entry, assembly: Assembly, wording: LanguageWording) -> Iterator[str]:
    """The chain that the figure is part of, from what was first said on; a chain of one is none."""
    book = assembly.book
    chain = [entry]
    while old := book.entries.get(revised_id(chain[0].fact, book.withdrawn) or ""):
        if old in chain:
            break  # a ring, which is a finding of its own
        chain.insert(0, old)
    while new := book.entries.get(chain[-1].revised_by or ""):
        if new in chain:
            break
        chain.append(new)
    for one in chain if len(chain) > 1 else ():
        this = ", this one" if one is entry else ""
        yield f"  revision    {_named(one, wording)}{this}"


def _named(entry: Entry, wording: LanguageWording) -> str:
    if entry.amount:
        shown = wording.amount(entry.amount, signed=entry.indicator.kind == "change")
    else:
        shown = wording.period(entry.period)
    return f"{entry.fact.id}: {shown}, known from {wording.period(entry.known_from)}"


def _side(side: Side | None) -> str:
    if side is None:
        return "nothing"
    return f"{_between(side.low, side.high)} {side.amount.unit or ''}".rstrip()


def _between(low: Decimal | None, high: Decimal | None) -> str:
    ends = ("unbounded" if end is None else plain_decimal(end.normalize()) for end in (low, high))
    return " to ".join(ends)
