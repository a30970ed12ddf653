"""Everything that was read, as one record: what all other rooms start from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.facts import Check, Correction, Fact, Moved
from generator.model.finding import Finding
from generator.model.frozen import EMPTY
from generator.model.nomenclature import Nomenclature
from generator.model.records import Article, Briefing, Chart, Document, Indicator, Unit


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of one kind of record, malformed records included."""

    ids: frozenset[str]
    home: str
    """Where such records are typed."""
    is_complete: bool = True
    """False when a file of them could not be read: then no id can be called unknown."""

    def lacks(self, identifier: str) -> bool:
        """No record has this id."""
        return self.is_complete and identifier not in self.ids


@dataclass(frozen=True, kw_only=True, slots=True)
class Lock:
    """What `briefing record` noted of earlier states of the briefing."""

    published: Mapping[str, Mapping[str, str]] = EMPTY
    """By id of a fact that the site has shown: its fields as they were typed."""
    corrected: Mapping[str, Mapping[str, tuple[str, ...]]] = EMPTY
    """By fact, then by field: what the site has shown before corrections of it, as typed."""
    settled: Mapping[str, Mapping[str, str]] = EMPTY
    """By fact, then by field of `inferred`: digests of the reason and of what it is about."""


NO_LOCK = Lock()
"""Of a briefing that was never recorded."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Seeds:
    """Everything that was read, in a fixed order, with all that was malformed as findings."""

    briefing: Briefing | None
    """None when briefing.yaml could not be read; there is a finding then."""
    articles: Mapping[str, Article]
    units: Mapping[str, Unit]
    indicators: Mapping[str, Indicator]
    facts: Mapping[str, Fact]
    checks: tuple[Check, ...] = ()
    """In the order of the files of facts, as are the corrections."""
    corrections: tuple[Correction, ...] = ()
    moved: Mapping[str, Moved] = EMPTY
    """By the id that is no longer used."""
    charts: Mapping[str, Chart]
    documents: tuple[Document, ...]
    assets: Mapping[str, bytes]
    """Files under docs/ that are no Markdown, by path relative to `docs/`."""
    known: Mapping[str, Known]
    """What ids were typed, by kind: fact, article, indicator, chart."""
    lock: Lock = NO_LOCK
    contents: str = field(default="", compare=False)
    """A digest of all files that it came from, but for the pages; articles count by their hash."""
    findings: tuple[Finding, ...]

    @property
    def named(self) -> Nomenclature:
        """By which words articles name what is measured, and whose figures they are."""
        entities = self.briefing.all_entities if self.briefing else EMPTY
        return Nomenclature(self.indicators, entities)
