"""`briefing explain FACT`: all that the ledger knows of one figure.

Its proof, then its revisions, promises, contradictions, checks and corrections. Decides nothing.
"""

import argparse
from collections.abc import Iterator
from decimal import Decimal

from generator.cli.reports.findings import print_findings
from generator.cli.terminal import print_lines
from generator.ledger import Side, contradictions, cross_checks, promises, revised_id
from generator.model import Entry, Evidence, Fact
from generator.pipeline import Assembly, assemble
from generator.reading import UsageError
from generator.text import did_you_mean, plain_decimal
from generator.wording import (
    LanguageWording,
    fact_name,
    period_of,
    spoken_language,
    written_amount,
)

_OF_THE_DAY = "the day of the article"


def run(options: argparse.Namespace) -> int:
    """0 when the figure is proven; 1, with its findings, when not; wrong use for an unknown id."""
    assembly = assemble(options.root)
    wording = LanguageWording(spoken_language(assembly.seeds.briefing), assembly.seeds.units)
    moved = assembly.seeds.moved.get(options.fact)
    fact_id = moved.to if moved else options.fact
    lines = [f"{moved.id}: moved to {moved.to}: {wording.text(moved.reason)}"] if moved else []
    if withdrawn := assembly.book.withdrawn.get(fact_id):
        print_lines([*lines, *_tombstone(withdrawn, assembly, wording)])
        return 0
    entry = assembly.book.entries.get(fact_id)
    if entry is None:
        known = assembly.seeds.known["fact"].ids
        if fact_id not in known:
            hint = did_you_mean(fact_id, known) or "the ids stand in seeds/facts/"
            raise UsageError(f"no fact bears the id {fact_id}", hint)
        print_findings(assembly)
        return 1
    print_lines([*lines, *_explanation(entry, assembly, wording)])
    return 0


def _explanation(entry: Entry, assembly: Assembly, wording: LanguageWording) -> list[str]:
    """The lines that tell all of one figure."""
    fact = entry.fact
    lines = [
        f"{fact.id}: {fact_name(entry, wording)}",
        *([f"  figure      {written_amount(entry, wording)}"] if entry.amount else []),
        f"  true of     {period_of(entry, wording)} ({entry.period})",
        f"  known from  {wording.period(entry.known_from)}",
        f"  status      {fact.status}, attribution {fact.attribution}, rank {fact.rank}",
    ]
    for located in entry.located:
        article = assembly.book.articles[located.quote.article]
        line = article.text.count("\n", 0, located.start) + 1
        lines += [
            f"  sentence    “{' '.join(located.text.split())}”",
            f"              {article.path}:{line}, characters {located.start} to {located.end}",
            f"              {article.producer}, {article.date_published} ({article.date_basis})",
        ]
        if translated := wording.text(located.quote.translation):
            lines.append(f"  translation {translated}")
    lines += map(_evidence, entry.evidence)
    if fact.formula:
        unit = (entry.amount.unit if entry.amount else None) or ""
        lines += [f"  formula     {fact.formula}", f"  exactly     {entry.exact} {unit}"]
    if entry.amount:
        lines.append(f"  interval    {_between(entry.low, entry.high)}")
    for name in entry.inputs:
        if used := assembly.book.entries.get(name):
            plain = wording.amount(used.amount) if used.amount else ""
            lines.append(f"  input       {name} = {plain}")
    lines += [f"  inferred    {field}: {wording.text(why)}" for field, why in fact.inferred.items()]
    if why := wording.text(fact.reason):
        lines.append(f"  ranked      {fact.rank}: {why}")
    lines += _ledger_lines(entry, assembly, wording)
    if fact.note:
        lines.append(f"  note        {wording.text(fact.note)}")
    return [*lines, *_shown_on(fact.id, assembly)]


def _evidence(one: Evidence) -> str:
    """An aspect with its words and their place, or that a reason below holds it."""
    if one.basis == "stated":
        words = " ".join(one.words.split())
        return f"  {one.aspect:<11} “{words}”, characters {one.start} to {one.end}"
    return f"  {one.aspect:<11} {'inferred, see below' if one.reason else _OF_THE_DAY}"


def _shown_on(fact_id: str, assembly: Assembly) -> list[str]:
    """Pages that name the figure, and its permanent place."""
    pages = [
        f"docs/{document.path}"
        for document in assembly.seeds.documents
        if f'"{fact_id}"' in document.text or f"'{fact_id}'" in document.text
    ]
    charts = [
        f"chart {c.id}"
        for c in assembly.seeds.charts.values()
        if fact_id in (*c.facts, *c.annotations)
    ]
    return [f"  shown       {place}" for place in (*pages, *charts, f"facts/#{fact_id}")]


def _ledger_lines(entry: Entry, assembly: Assembly, wording: LanguageWording) -> Iterator[str]:
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
    yield from _corrections_of(fact_id, assembly, wording)


def _corrections_of(fact_id: str, assembly: Assembly, wording: LanguageWording) -> Iterator[str]:
    """What of the figure we corrected, and the ids that lead to it."""
    for one in assembly.seeds.corrections:
        if one.fact == fact_id:
            said = f"{one.date}, {one.changed} {one.old} became {one.new}"
            yield f"  corrected   {said}: {wording.text(one.reason)}"
    for moved in assembly.seeds.moved.values():
        if moved.to == fact_id:
            yield f"  once called {moved.id}: {wording.text(moved.reason)}"


def _tombstone(fact: Fact, assembly: Assembly, wording: LanguageWording) -> list[str]:
    """The lines on a withdrawn figure: why it no longer holds, and where its address leads."""
    return [
        f"{fact.id}: withdrawn",
        f"  reason      {wording.text(fact.reason)}",
        *_corrections_of(fact.id, assembly, wording),
        f"  shown       facts/#{fact.id}",
    ]


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
    shown = written_amount(entry, wording)
    return f"{entry.fact.id}: {shown}, known from {wording.period(entry.known_from)}"


def _side(side: Side | None) -> str:
    if side is None:
        return "nothing"
    unit = side.amount.unit if side.amount else None
    return f"{_between(side.low, side.high)} {unit or ''}".rstrip()


def _between(low: Decimal | None, high: Decimal | None) -> str:
    ends = ("unbounded" if end is None else plain_decimal(end.normalize()) for end in (low, high))
    return " to ".join(ends)
