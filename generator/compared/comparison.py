"""Two sides held against each other: the whole of what a change moves, as one record.

In: two sides. Out: the comparison, which the forms (text, JSON, Markdown) print.
"""

from dataclasses import dataclass

from generator.compared.attention import Attention, find_attention
from generator.compared.figures import FigureDifferences, compare_figures
from generator.compared.moves import part_moved
from generator.compared.shown_parts import ShownChanges, compare_charts, compare_pages
from generator.compared.sides import Side
from generator.compared.sources import (
    SourceChange,
    compare_articles,
    compare_corrections,
    compare_definitions,
    compare_exemptions,
    compare_findings,
    compare_ignored,
    compare_inferred,
    compare_lock,
)
from generator.model import Finding


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """All that differs between two sides."""

    base: Side
    head: Side
    attention: tuple[Attention, ...]
    figures: FigureDifferences
    articles: tuple[SourceChange, ...]
    ignored: tuple[SourceChange, ...]
    exempt_numbers: tuple[SourceChange, ...]
    inferred: tuple[SourceChange, ...]
    corrections: tuple[SourceChange, ...]
    lock: tuple[SourceChange, ...]
    definitions: tuple[SourceChange, ...]
    appeared: tuple[Finding, ...]
    """Findings of the head that the base does not have."""
    vanished: tuple[Finding, ...]
    charts: ShownChanges
    pages: ShownChanges

    @property
    def is_sound(self) -> bool:
        """Neither side has a finding."""
        return not (self.base.assembly.findings or self.head.assembly.findings)


def compare(base: Side, head: Side) -> Comparison:
    """What the head says, shows and lets pass that the base does not."""
    figures = part_moved(compare_figures(base, head), base, head)
    differing = {
        name
        for ones in (
            *(figures.changed, figures.moved, figures.withdrawn, figures.removed),
            *(figures.renamed, figures.not_proven),
        )
        for one in ones
        for name in (one.id, one.was)
    }
    charts = compare_charts(base, head)
    appeared, vanished = compare_findings(base, head)
    return Comparison(
        base=base,
        head=head,
        attention=find_attention(figures),
        figures=figures,
        articles=compare_articles(base, head),
        ignored=compare_ignored(base, head),
        exempt_numbers=compare_exemptions(base, head),
        inferred=compare_inferred(base, head),
        corrections=compare_corrections(base, head),
        lock=compare_lock(base, head),
        definitions=compare_definitions(base, head),
        appeared=appeared,
        vanished=vanished,
        charts=charts,
        pages=compare_pages(base, head, differing | {*charts.changed}),
    )
