"""Records as typed become records that hold together, kind by kind.

In: all records of all files. Out: those that are well-formed and refer to well-formed ones only, in
the order of their files; findings about the others. A record that only refers to a malformed one
is left out without a finding: the mistake has its finding where it was made.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from functools import cached_property
from itertools import islice

from generator.model import (
    NUMBERS,
    Article,
    Briefing,
    Fact,
    Finding,
    FrozenDict,
    Indicator,
    Known,
    RefusedClaim,
    Unit,
)
from generator.reading.characters import MARRED
from generator.reading.records import TypedRecord
from generator.reading.rules.entries import (
    check_article,
    check_briefing,
    check_indicator,
    check_languages,
    check_promise,
    check_unit,
)
from generator.reading.rules.facts import Measure, check_fact, check_revision
from generator.reading.rules.references import (
    check_duplicates,
    check_references,
    find_leaves,
    repeated_ids,
    typed_ids,
)
from generator.reading.seeds.files import SeedFiles
from generator.reading.seeds.lock import LoadedLock
from generator.reading.seeds.renamed import find_gone, find_missing
from generator.reading.shapes.shapes import build
from generator.reading.yaml.nodes import Branch, Leaf, ListNode, Node, leaf_text
from generator.text import shown

_NO_LANGUAGE = "en"
"""Of plain texts when briefing.yaml names none; nothing is published then."""


def build_briefing(record: TypedRecord | None, findings: list[Finding]) -> Briefing | None:
    """The briefing, when it is well-formed."""
    if record is None:
        return None
    found = list(check_briefing(record.node))
    if record.typed and not found:
        # Languages in the wrong order are one mistake, however many texts it concerns.
        language = record.typed.languages[0]
        found += islice(check_languages(record.node, "", language), 1)
    findings += found
    if not record.typed or found:
        return None
    return build(Briefing, record.typed, record.node, record.typed.languages[0])


@dataclass(frozen=True)
class SeedContext:
    """What each record is judged by: all records as typed, the briefing, the findings so far."""

    files: SeedFiles
    briefing: Briefing | None
    findings: list[Finding]
    locked: LoadedLock = field(default_factory=LoadedLock)
    refused: list[RefusedClaim] = field(default_factory=list)
    """What facts that are malformed may claim."""

    @cached_property
    def known(self) -> Mapping[str, Known]:
        """What ids were typed, by kind, and which of those that others name are told by now."""
        return FrozenDict(
            {
                kind: replace(known, told=frozenset(found))
                if (found := self.missing[kind])
                else known
                for kind, known in self._typed.items()
            }
        )

    @cached_property
    def missing(self) -> Mapping[str, Mapping[str, Finding | None]]:
        """By kind the ids that no record has: each with its finding, or None where others tell."""
        files, known = self.files, self._typed
        facts = [one.node for one in files.facts]
        articles = [leaf for one in facts for leaf in find_leaves(one, "quote", "article")]
        indicators = [leaf for one in facts for leaf in find_leaves(one, "indicator")]
        found: dict[str, dict[str, Finding | None]] = {kind: {} for kind in known}
        for kind, used, records in (
            ("article", articles, files.articles),
            ("indicator", indicators, files.indicators),
        ):
            found[kind] |= dict(find_missing(used, records, known[kind], kind))
        found["fact"] |= {leaf.text: None for leaf in self.gone}
        return found

    @cached_property
    def gone(self) -> Sequence[Leaf]:
        """Ids that the site has shown, and that neither a fact has nor an entry under `moved`."""
        briefing = self.files.briefing
        # Ids under `moved` in the wrong file have their finding there.
        is_elsewhere = (
            briefing and isinstance(briefing.node, Branch) and "moved" in briefing.node.keys
        )
        if "moved" in self.files.unread or is_elsewhere:
            return ()
        return find_gone(self.locked.published, self._typed["fact"], typed_ids(self.files.moved))

    @cached_property
    def _typed(self) -> Mapping[str, Known]:
        files = self.files
        facts = self._known("facts", files.facts, "seeds/facts")
        return {
            "fact": replace(facts, ids=facts.ids | files.salvaged_ids),
            "article": self._known("articles", files.articles, "seeds/articles.yaml"),
            "indicator": self._known("indicators", files.indicators, "seeds/indicators.yaml"),
            "chart": self._known("charts", files.charts, "seeds/charts.yaml"),
            "entity": self._entities,
        }

    @property
    def _entities(self) -> Known:
        """Whom facts may be about; not known while briefing.yaml is malformed."""
        home = "seeds/briefing.yaml"
        if self.briefing is None:
            return Known(frozenset(), home, is_complete=False)
        return Known(frozenset(self.briefing.all_entities), home)

    def _known(self, kind: str, records: Sequence[TypedRecord], home: str) -> Known:
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

    @cached_property
    def language(self) -> str:
        """Of texts that name none."""
        if self.briefing:
            return self.briefing.languages[0]
        record = self.files.briefing
        typed = next(find_leaves(record.node, "languages"), None) if record else None
        return typed.text if typed and typed.text else _NO_LANGUAGE

    def sound(self, record: TypedRecord, found: Sequence[Finding]) -> bool:
        """Nothing was found about the record, here or before; what was found is kept."""
        findings = list(found)
        if record.typed and not findings and self.briefing:
            findings += check_languages(record.node, shown(record.id), self.language)
        self.findings.extend(findings)
        return record.typed is not None and not findings

    def unique(
        self, records: Sequence[TypedRecord], noun: str
    ) -> Iterator[tuple[TypedRecord, Branch, bool]]:
        """Those records that are mappings, and whether the id is theirs alone; else a finding."""
        ids = (Leaf(one.id, one.id_place) for one in records)
        self.findings.extend(check_duplicates(ids, noun))
        repeated = repeated_ids(records)
        return ((one, node, one.id not in repeated) for one, node in branches(records))


def branches(records: Sequence[TypedRecord]) -> Iterator[tuple[TypedRecord, Branch]]:
    """Those records that are mappings."""
    return ((one, one.node) for one in records if isinstance(one.node, Branch))


def build_units(context: SeedContext) -> Mapping[str, Unit]:
    """Counted things."""
    units: dict[str, Unit] = {}
    for record, node in branches(context.files.units):
        if context.sound(record, [*check_unit(node, record.id, record.id_place)]):
            units[record.id] = build(Unit, record.typed, node, context.language, id=record.id)
    return FrozenDict(units)


def build_indicators(context: SeedContext) -> Mapping[str, Indicator]:
    """What is measured."""
    files = context.files
    declared = None if "indicators" in files.unread else typed_ids(files.units)
    indicators: dict[str, Indicator] = {}
    kinds = {one.id: leaf_text(one.node, "kind") or "" for one in files.indicators}
    for record, node in branches(files.indicators):
        name = shown(record.id)
        found = [*check_indicator(node, name, declared), *check_promise(node, name, kinds)]
        measures = find_leaves(node, "promise", "measured_by")
        found += check_references(measures, "measured_by", context.known["indicator"], name)
        if context.sound(record, found):
            built = build(Indicator, record.typed, node, context.language, id=record.id)
            indicators[record.id] = built
    return FrozenDict(indicators)


def build_articles(context: SeedContext, texts: Mapping[str, str]) -> Mapping[str, Article]:
    """Articles whose file is what it should be; texts by path as recorded."""
    articles: dict[str, Article] = {}
    for record, node, is_unique in context.unique(context.files.articles, "article"):
        is_sound = context.sound(record, [*check_article(node, shown(record.id))])
        if is_sound and is_unique and record.typed.path in texts:
            path, text = f"seeds/{record.typed.path}", texts[record.typed.path]
            articles[record.id] = build(
                Article, record.typed, node, context.language, path=path, text=text
            )
    return FrozenDict(articles)


def build_facts(
    context: SeedContext, indicators: Mapping[str, Indicator], articles: Mapping[str, Article]
) -> Mapping[str, Fact]:
    """Facts whose indicator and articles are there."""
    facts: dict[str, Fact] = {}
    measured: dict[str, list[str]] = defaultdict(list)
    for one in indicators.values():
        for unit in one.units:
            measured[unit].append(one.id)
    for record, node, is_unique in context.unique(context.files.facts, "fact"):
        indicator = indicators.get(leaf_text(node, "indicator") or "")
        fitting = measured.get(leaf_text(node, "unit") or "", ())
        found = [*_check_fact(context, record, node, indicator, fitting)]
        if is_unique:
            found += check_revision(record.id, node)
        if context.sound(record, found) and indicator and is_unique:
            fact = _build_fact(context, record, node, indicator)
            if all(quote.article in articles for quote in fact.quotes):
                facts[fact.id] = fact
        if record.id not in facts or not is_unique:
            context.refused.extend(_claims(node))
    if any(isinstance(one.node, Leaf) for one in context.files.facts):
        context.refused.append(RefusedClaim("", ""))  # records that ran into one
    context.refused.extend(_claims_of_gone(context))
    return FrozenDict(facts)


def _claims_of_gone(context: SeedContext) -> Iterator[RefusedClaim]:
    """What figures claimed that were published and deleted: that has its finding in the lock."""
    for leaf in context.gone:
        recorded = context.locked.lock.published.get(leaf.text, {})
        values = frozenset(abs(Decimal(recorded[key])) for key in NUMBERS if key in recorded)
        yield RefusedClaim("", "", values, recorded.get("period", ""))


def _claims(node: Branch) -> Iterator[RefusedClaim]:
    """What a refused fact may state, by quotation; one that has none may state anything."""
    if leaf_text(node, "formula"):
        return
    values = frozenset(_sizes(node))
    quote = node.fields.get("quote")
    quotes = quote.items if isinstance(quote, ListNode) else (quote,)
    for one in quotes:
        yield RefusedClaim(_typed_text(one, "article"), _typed_text(one, "exact"), values)


def _typed_text(node: Node | None, key: str) -> str:
    """The text without characters that have a finding."""
    value = node.fields.get(key) if isinstance(node, Branch) else None
    return value.text.replace(MARRED, "") if isinstance(value, Leaf) else ""


def half_read(context: SeedContext) -> frozenset[str]:
    """The articles that lost facts may quote: those that their text names, else all."""
    articles, found = context.known["article"].ids, set[str]()
    for text in context.files.lost:
        found |= {one for one in articles if one in text} or articles
    return frozenset(found)


def _sizes(node: Branch) -> Iterator[Decimal]:
    for key in NUMBERS:
        with suppress(InvalidOperation):
            yield abs(Decimal(leaf_text(node, key) or "nothing"))


def _build_fact(
    context: SeedContext, record: TypedRecord, node: Branch, indicator: Indicator
) -> Fact:
    """Facts are about the subject by default; an event has no amount."""
    typed, given = record.typed, dict[str, object]()
    if typed.about is None:
        given["about"] = context.briefing.subject.id if context.briefing else ""
    if indicator.kind == "event":
        given["amount"] = None
    given |= {f"{key}_typed": getattr(typed, key) is not None for key in ("hedge", "status")}
    return build(Fact, typed, node, context.language, **given)


def _check_fact(
    context: SeedContext,
    record: TypedRecord,
    node: Branch,
    indicator: Indicator | None,
    fitting: Sequence[str],
) -> Iterator[Finding]:
    name = shown(record.id)
    kind, units = (indicator.kind, indicator.units) if indicator else ("", ())
    yield from check_fact(node, name, Measure(kind, units, context.declared_units, fitting))
    for keys, known in (
        (("indicator",), "indicator"),
        (("about",), "entity"),
        (("revision_of",), "fact"),
        (("same_as",), "fact"),
        (("quote", "article"), "article"),
    ):
        leaves = find_leaves(node, *keys)
        yield from check_references(leaves, keys[-1], context.known[known], name)
