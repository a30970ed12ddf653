"""Everything that was read, as one record: what all other rooms start from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from generator.model.facts import Check, Correction, Fact, Moved
from generator.model.finding import Finding, Place
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
    told: frozenset[str] = frozenset()
    """Ids that no record has, about each of which there is one finding already."""

    def lacks(self, identifier: str) -> bool:
        """No record has this id."""
        return self.is_complete and identifier not in self.ids | self.told


@dataclass(frozen=True, slots=True)
class RefusedClaim:
    """What a fact that was refused may state of an article, so that it is not told again there."""

    article: str
    """The id as typed; empty where none can be read."""
    exact: str
    """The quotation as typed; empty where none can be read."""
    values: frozenset[Decimal] = frozenset()
    """The sizes that it claims."""
    period: str = ""
    """When it was true, in EDTF, where the quotation is not known."""


@dataclass(frozen=True, slots=True)
class ReleasedEntry:
    """What a release says of one figure, as hashes; `ledger/releases.py` says of what."""

    says: str
    """Of what nobody may change without a correction."""
    rests_on: str
    """Of its quotations and all else that it rests on."""
    corrections: int = 0
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Release:
    """What a ledger said when it was recorded, where it differs from the release before."""

    number: int
    """From one."""
    previous: str
    """The hash of the release before; empty of the first."""
    day: str
    """Since when its newest figure was known."""
    entries: Mapping[str, ReleasedEntry]
    """By id, those that are new or not as before."""
    gone: Mapping[str, str] = EMPTY
    """Ids that were given up, each with the one in its place; empty where there is none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lock:
    """What `briefing record` noted of earlier states of the briefing."""

    published: Mapping[str, Mapping[str, str]] = EMPTY
    """By id of a fact that the site has shown: its fields as they were typed."""
    corrected: Mapping[str, Mapping[str, tuple[str, ...]]] = EMPTY
    """By fact, then by field: what the site has shown before corrections of it, as typed."""
    settled: Mapping[str, Mapping[str, str]] = EMPTY
    """By fact, then by field of `inferred`: digests of the reason and of what it is about."""
    releases: tuple[Release, ...] = ()
    """The chain of releases, as far as it is recorded."""
    releases_at: Place | None = None
    """Where it stands, if it does."""


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
    unread_pages: frozenset[str] = frozenset()
    """Pages that are there and could not be read, by path; empty text: one has no plain name."""
    refused: tuple[RefusedClaim, ...] = ()
    """Of facts that are malformed."""
    half_read: frozenset[str] = frozenset()
    """Articles that facts may quote which could not be read at all."""
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
