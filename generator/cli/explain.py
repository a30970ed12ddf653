"""`briefing explain FACT`: all that the ledger knows of one figure."""

import argparse

from generator.cli.explain_ledger import interval_line, ledger_lines, moved_line, tombstone
from generator.cli.findings import print_findings
from generator.cli.terminal import print_lines
from generator.model import Entry
from generator.pipeline import Assembly, assemble
from generator.reading import UsageError
from generator.text import find_nearest
from generator.wording import LanguageWording, fact_name


def run(options: argparse.Namespace) -> int:
    """0 when the figure is proven; 1, with its findings, when not; wrong use for an unknown id."""
    assembly = assemble(options.root)
    briefing = assembly.seeds.briefing
    lang = briefing.languages[0] if briefing else "en"
    wording = LanguageWording(lang, assembly.seeds.units)
    moved = assembly.seeds.moved.get(options.fact)
    fact_id = moved.to if moved else options.fact
    lines = [moved_line(moved, wording)] if moved else []
    if withdrawn := assembly.book.withdrawn.get(fact_id):
        print_lines([*lines, *tombstone(withdrawn, assembly, wording)])
        return 0
    entry = assembly.book.entries.get(fact_id)
    if entry is None:
        known = assembly.seeds.known["fact"].ids
        if fact_id not in known:
            near = find_nearest(fact_id, known)
            hint = f"did you mean {near}?" if near else "the ids stand in seeds/facts/"
            raise UsageError(f"no fact bears the id {fact_id}", hint)
        print_findings(assembly, "text")
        return 1
    print_lines([*lines, *explanation(entry, assembly, wording)])
    return 0


def explanation(entry: Entry, assembly: Assembly, wording: LanguageWording) -> list[str]:
    """The lines that tell all of one figure."""
    fact = entry.fact
    change = entry.indicator.kind == "change"
    shown = wording.amount(entry.amount, signed=change) if entry.amount else ""
    lines = [
        f"{fact.id}: {fact_name(entry, wording)}",
        *([f"  figure      {shown}"] if shown else []),
        f"  true of     {wording.period(entry.period)} ({entry.period})",
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
    if fact.formula:
        lines += [f"  formula     {fact.formula}", f"  exactly     {entry.exact} {_unit(entry)}"]
    if entry.amount:
        lines.append(interval_line(entry))
    for name in entry.inputs:
        if used := assembly.book.entries.get(name):
            lines.append(f"  input       {name} = {_plain(used, wording)}")
    lines += [f"  inferred    {field}: {wording.text(why)}" for field, why in fact.inferred.items()]
    if why := wording.text(fact.reason):
        lines.append(f"  ranked      {fact.rank}: {why}")
    lines += ledger_lines(entry, assembly, wording)
    if fact.note:
        lines.append(f"  note        {wording.text(fact.note)}")
    return [*lines, *_shown_on(fact.id, assembly)]


def _unit(entry: Entry) -> str:
    return (entry.amount.unit if entry.amount else None) or ""


def _plain(entry: Entry, wording: LanguageWording) -> str:
    return wording.amount(entry.amount) if entry.amount else ""


def _shown_on(fact_id: str, assembly: Assembly) -> list[str]:
    """Pages that name the figure, and its permanent place."""
    pages = [
        f"docs/{document.path}"
        for document in assembly.seeds.documents
        if f'"{fact_id}"' in document.text or f"'{fact_id}'" in document.text
    ]
    charts = [f"chart {c.id}" for c in assembly.seeds.charts.values() if fact_id in c.facts]
    return [f"  shown       {place}" for place in (*pages, *charts, f"facts/#{fact_id}")]
