"""What evidence/ finds in a text and hands on: mentions, located quotes, proofs, coverage."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.model.facts import Quote
from generator.model.finding import Finding
from generator.model.frozen import EMPTY
from generator.model.vocabulary import Aspect, DateBasis, Direction, Hedge, MentionKind, Status
from generator.text import plain_decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """A quantity, date or name with digits, as it stands in a text."""

    text: str
    start: int
    end: int
    """Half-open span in code points of the article as delivered."""
    kind: MentionKind
    value: Decimal | None = None
    """Base units; None for dates and names."""
    unit: str | None = None
    hedge: Hedge = "exact"
    hedge_start: int | None = None
    """Where the hedge word begins, when there is one."""
    direction: Direction | None = None
    """Of a change, from the words around; None when no word says so."""
    edtf: str | None = None
    """For dates; `X` stands for digits that the text does not give (`XXXX-36`)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Located:
    """A quote, found: where it stands in the delivered article, and what proves the amount."""

    quote: Quote
    start: int
    end: int
    text: str
    """The article's own characters from start to end."""
    before: str = ""
    after: str = ""
    """What its sentence, or the first and the last of several, has before start and after end."""
    mention: Mention | None = None
    """The mention that states the fact's amount; None for events, or when another quote has it."""
    origins: tuple[str, ...] = ()
    """The news agencies that its sentence names, or the one before or after it."""

    @property
    def sentence(self) -> str:
        """The whole sentence or sentences around the quotation."""
        return self.before + self.text + self.after


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """What bears out one aspect of a fact: words of a quotation's sentence, or a reason."""

    aspect: Aspect
    basis: DateBasis
    quote: int = 0
    """Which of the fact's quotations, from 0."""
    start: int | None = None
    end: int | None = None
    """Half-open span in code points of that quotation's article; None where a reason holds."""
    words: str = ""
    """The article's own characters from start to end."""
    reason: Mapping[str, str] = EMPTY
    """By language why it is held, where no words say it; empty: the day of the article."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Proof:
    """The outcome of proving one fact: proven when there is no finding."""

    fact: str
    located: tuple[Located, ...] = ()
    status: Status | None = None
    """Of an event for which none was typed: what its quotation says."""
    evidence: tuple[Evidence, ...] = ()
    """Of a proven fact, in the order of `ASPECTS`; what is missing, nothing could check."""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CoveredMention:
    """A mention with the facts that cover it, or why it is ignored, or neither (open)."""

    mention: Mention
    covered_by: tuple[str, ...] = ()
    ignored: str | None = None

    @property
    def is_open(self) -> bool:
        """Neither a fact nor a reason accounts for it."""
        return not self.covered_by and self.ignored is None

    def as_json(self) -> dict[str, Any]:
        """The fields as every answer of ours has them; offsets count code points as delivered."""
        mention = self.mention
        return {
            "text": mention.text,
            "start": mention.start,
            "end": mention.end,
            "kind": mention.kind,
            "value": None if mention.value is None else plain_decimal(mention.value),
            "unit": mention.unit,
            "hedge": mention.hedge,
            "covered_by": list(self.covered_by),
            "ignored": self.ignored,
        }
