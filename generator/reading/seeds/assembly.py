"""Records as typed become records that hold together, kind by kind.

In: all records of all files. Out: those that are well-formed and refer to well-formed ones only, in
the order of their files; findings about the others. A record that merely refers to a malformed one
is left out without a finding: the mistake has been named where it was made.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from generator.model import Article, Briefing, Chart, Check, Correction, Fact, Indicator, Known, Moved, Finding, Unit
from generator.text import shown
from generator.reading.seeds.building import build_article, build_chart, build_fact, build_indicator, build_unit
from generator.reading.yaml.nodes import Branch, leaf_text
from generator.reading.records import Record
from generator.reading.rules.references import check_duplicates, check_references, find_leaves, repeated_ids, typed_ids
from generator.reading.rules.entries import check_article, check_chart, check_indicator, check_languages, check_promise, check_unit
from generator.reading.rules.facts import Measure, check_fact
from generator.reading.seeds.files import SeedFiles
from generator.reading.shapes.base import Shape

S = TypeVar("S", bound=Shape)
V = TypeVar("V")
_NO_LANGUAGE = "en"
"""Of plain texts when briefing.yaml names none; nothing is published then."""


@dataclass
class Assembly:
    """What has been put together so far."""

    files: SeedFiles
    findings: list[Finding] = field(default_factory=list)
    briefing: Briefing | None = None
    units: Mapping[str, Unit] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()
    corrections: tuple[Correction, ...] = ()
    moved: Mapping[str, Moved] = field(default_factory=dict)
    charts: Mapping[str, Chart] = field(default_factory=dict)

    @cached_property
    def known_facts(self) -> Known:
        """Ids of all facts that were typed."""
        known = self._known("facts", self.files.facts, "seeds/facts")
        return replace(known, ids=known.ids | self.files.salvaged_ids)

    @cached_property
    def known_articles(self) -> Known:
        """Ids of all articles that were typed."""
        return self._known("articles", self.files.articles, "seeds/articles.yaml")

    @cached_property
    def known_indicators(self) -> Known:
        """Ids of all indicators that were typed."""
        return self._known("indicators", self.files.indicators, "seeds/indicators.yaml")

    @property
    def known(self) -> Mapping[str, Known]:
        """What ids were typed, by kind."""
        return MappingProxyType(
            {
                "fact": self.known_facts,
                "article": self.known_articles,
                "indicator": self.known_indicators,
                "chart": self._known("charts", self.files.charts, "seeds/charts.yaml"),
            }
        )

    def _known(self, kind: str, records: Sequence[Record[Any]], home: str) -> Known:
        # Where one id stands twice, the id that one of the two should have is not known.
        is_complete = kind not in self.files.unread and not repeated_ids(records)
        return Known(typed_ids(records), home, is_complete)

    @cached_property
    def declared_units(self) -> frozenset[str] | None:
        """All units that are declared or named by indicators; None when they could not be read."""
        if "indicators" in self.files.unread:
            return None
        # A unit that an indicator names without being declared has its finding there.
        named = (find_leaves(record.node, "units") for record in self.files.indicators)
        return typed_ids(self.files.units) | {leaf.text for leaves in named for leaf in leaves}

    @property
    def language(self) -> str:
        """Of texts that name none."""
        if self.briefing:
            return self.briefing.languages[0]
        record = self.files.briefing
        typed = next(find_leaves(record.node, "languages"), None) if record else None
        return typed.text if typed and typed.text else _NO_LANGUAGE


def assemble_indicators(assembly: Assembly) -> None:
    """Units, then what is measured in them."""
    files = assembly.files
    declared = None if "indicators" in files.unread else typed_ids(files.units)
    units: dict[str, Unit] = {}
    for record, node in branches(files.units):
        found = [*check_unit(node, record.id, record.id_place)]
        if typed := sound(assembly, record, found):
            units[record.id] = build_unit(record.id, typed)
    indicators: dict[str, Indicator] = {}
    kinds = {one.id: leaf_text(one.node, "kind") or "" for one in files.indicators}
    for measured, node in branches(files.indicators):
        name = shown(measured.id)
        found = [*check_indicator(node, name, declared), *check_promise(node, name, kinds)]
        measures = find_leaves(node, "promise", "measured_by")
        found += check_references(measures, "measured_by", assembly.known_indicators, name)
        if shape := sound(assembly, measured, found):
            indicators[measured.id] = build_indicator(measured.id, shape, node)
    assembly.units, assembly.indicators = MappingProxyType(units), MappingProxyType(indicators)


def assemble_articles(assembly: Assembly, texts: Mapping[str, str]) -> None:
    """Articles whose file is what it should be; texts by path as recorded."""
    records = assembly.files.articles
    assembly.findings += check_duplicates(records, "article")
    repeated = repeated_ids(records)
    articles: dict[str, Article] = {}
    for record, node in branches(records):
        typed = sound(assembly, record, [*check_article(node, shown(record.id))])
        if typed and typed.path in texts and typed.id not in repeated:
            text = texts[typed.path]
            articles[typed.id] = build_article(typed, node, text, assembly.language)
    assembly.articles = MappingProxyType(articles)


def assemble_facts(assembly: Assembly) -> None:
    """Facts whose indicator and articles are there."""
    records = assembly.files.facts
    assembly.findings += check_duplicates(records, "fact")
    repeated = repeated_ids(records)
    subject = assembly.briefing.subject_id if assembly.briefing else ""
    facts: dict[str, Fact] = {}
    for record, node in branches(records):
        found = [*_check_fact(assembly, record, node)]
        if record.id not in repeated:
            found += _check_revision(record, node)
        typed = sound(assembly, record, found)
        indicator = assembly.indicators.get(typed.indicator) if typed else None
        if typed is None or indicator is None or record.id in repeated:
            continue
        fact = build_fact(
            typed,
            node,
            subject=subject,
            default=assembly.language,
            is_event=indicator.kind == "event",
        )
        if all(quote.article in assembly.articles for quote in fact.quotes):
            facts[fact.id] = fact
    assembly.facts = MappingProxyType(facts)


def assemble_charts(assembly: Assembly) -> None:
    """Charts; the facts that they name have at least been typed."""
    records = assembly.files.charts
    assembly.findings += check_duplicates(records, "chart")
    repeated = repeated_ids(records)
    charts: dict[str, Chart] = {}
    for record, node in branches(records):
        name = shown(record.id)
        found = [*check_chart(node, name, assembly.declared_units)]
        shown_facts = find_leaves(node, "facts")
        found += check_references(shown_facts, "fact", assembly.known_facts, name)
        selected = find_leaves(node, "where", "indicator")
        found += check_references(selected, "indicator", assembly.known_indicators, name)
        typed = sound(assembly, record, found)
        if typed and typed.id not in repeated:
            charts[typed.id] = build_chart(typed, node)
    assembly.charts = MappingProxyType(charts)


def _check_fact(assembly: Assembly, record: Record[Any], node: Branch) -> Iterator[Finding]:
    name = shown(record.id)
    indicator = leaf_text(node, "indicator") or ""
    yield from check_fact(node, name, _measure(assembly, indicator))
    for keys, known in (
        (("indicator",), assembly.known_indicators),
        (("revision_of",), assembly.known_facts),
        (("quote", "article"), assembly.known_articles),
    ):
        yield from check_references(find_leaves(node, *keys), keys[-1], known, name)


def _check_revision(record: Record[Any], node: Branch) -> Iterator[Finding]:
    revised = leaf_text(node, "revision_of")
    if revised and revised == record.id:
        place = node.fields["revision_of"].place
        hint = "name the earlier fact, or delete the line"
        message = "the fact revises itself"
        yield Finding("bad-value", place, shown(record.id), message, hint)


def _measure(assembly: Assembly, indicator: str) -> Measure:
    known = assembly.indicators.get(indicator)
    if known is None:
        return Measure(declared=assembly.declared_units)
    return Measure(known.kind, known.units, assembly.declared_units)


def branches(records: Iterable[Record[S]]) -> Iterator[tuple[Record[S], Branch]]:
    """Those records that are mappings."""
    return ((one, one.node) for one in records if isinstance(one.node, Branch))


def sound(assembly: Assembly, record: Record[S], found: list[Finding]) -> S | None:
    """The typed values of a record about which nothing was found, here or before."""
    if record.typed and not found and assembly.briefing:
        found += check_languages(record.node, shown(record.id), assembly.language)
    assembly.findings += found
    return record.typed if not found else None
