"""The ledger's entries: facts with all that follows from the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.facts import Amount, Fact
from generator.model.frozen import EMPTY
from generator.model.period import Period
from generator.model.proof import CoveredMention, Evidence, Located
from generator.model.records import Article, Indicator, Unit
from generator.model.typed import Text
from generator.model.vocabulary import PeriodBasis


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One proven fact in the ledger."""

    fact: Fact
    indicator: Indicator
    amount: Amount | None
    """As quoted, or as computed and rounded to the digits that may be shown; None for events."""
    exact: Decimal | None = None
    """A derived value before rounding; the same as amount.value for quoted facts."""
    low: Decimal | None = None
    high: Decimal | None = None
    """The interval that printed precision and hedges leave open; None: unbounded on that side."""
    period: Period
    is_dated: bool = True
    """Its text, an editor or its inputs date it; else the period is the day of the article."""
    known_from: Period
    """The publication date of the article; for a derived fact, the latest of its inputs."""
    located: tuple[Located, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    """What bears out each aspect; empty for a derived fact, whose formula does."""
    inputs: tuple[str, ...] = ()
    """Ids of facts in the formula, in order of appearance."""
    revised_by: str | None = None
    whose: Text = EMPTY
    """By language whom it is about, where that is not the subject of the briefing."""

    @property
    def period_basis(self) -> PeriodBasis:
        """Whether something dates the fact, or only its article does."""
        return "stated" if self.is_dated else "as-of-article"


@dataclass(frozen=True, kw_only=True, slots=True)
class Book:
    """The queryable whole: every proven fact, and the articles they come from."""

    entries: Mapping[str, Entry]
    """By id, in order of period, then id."""
    articles: Mapping[str, Article]
    """By id, in order of publication."""
    withdrawn: Mapping[str, Fact]
    """Facts that no longer hold, by id: their addresses still lead to the reason."""
    units: Mapping[str, Unit]
    coverage: Mapping[str, tuple[CoveredMention, ...]]
    """By article id, in order of the text."""
    origins: Mapping[str, tuple[str, ...]] = EMPTY
    """By article id the news agencies that its text names: where two articles may come from one."""
