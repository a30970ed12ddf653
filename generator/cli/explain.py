"""`briefing explain FACT`: one figure with its sentence, source, formula, revisions."""

import argparse

from generator.charts import fact_name
from generator.cli.terminal import print_findings, print_lines
from generator.model import Entry, find_nearest
from generator.pages import LanguageWording
from generator.publish import Assembly, assemble
from generator.reading import UsageError

HELP = "one figure: its sentence, source, formula, revisions, and where it is shown"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("fact", metavar="FACT", help="the id of a fact")


def run(options: argparse.Namespace) -> int:
    """0 when the figure is proven; 1, with its findings, when not; wrong use for an unknown id."""
    assembly = assemble(options.root)
    entry = assembly.book.entries.get(options.fact)
    if entry is None:
        known = assembly.seeds.known["fact"].ids
        if options.fact not in known:
            near = find_nearest(options.fact, known)
            hint = f"did you mean {near}?" if near else "the ids stand in seeds/facts/"
            raise UsageError(f"no fact bears the id {options.fact}", hint)
        print_findings(assembly, "text")
        return 1
    briefing = assembly.seeds.briefing
    lang = briefing.languages[0] if briefing else "en"
    print_lines(explanation(entry, assembly, LanguageWording(lang, assembly.seeds.units)))
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
        lines += [f"  interval    {entry.low} to {entry.high}"]
    for name in entry.inputs:
        if used := assembly.book.entries.get(name):
            lines.append(f"  input       {name} = {_plain(used, wording)}")
    lines += [f"  inferred    {field}: {wording.text(why)}" for field, why in fact.inferred.items()]
    if fact.revision_of:
        lines.append(f"  replaces    {fact.revision_of}")
    if entry.revised_by:
        lines.append(f"  replaced by {entry.revised_by}")
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
