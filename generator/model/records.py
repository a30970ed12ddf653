"""The records that pass between rooms; frozen, without behaviour beyond their own fields.

`Text` is prose per language tag. Marks say where each field was typed; equality ignores them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from generator.model.finding import Marks
from generator.model.period import Period
from generator.model.vocabulary import (
    Attribution,
    Basis,
    ChartKind,
    DateBasis,
    Hedge,
    IndicatorKind,
    Rank,
    Status,
)

Text = Mapping[str, str]
"""Prose by BCP 47 language tag."""


def no_text() -> Text:
    """No prose in any language (mapping proxies cannot be plain defaults before Python 3.12)."""
    return MappingProxyType({})


@dataclass(frozen=True, kw_only=True, slots=True)
class Amount:
    """How much: a value or a range, in base units, with unit and hedge."""

    value: Decimal | None = None
    """As typed: `109e9` keeps its exponent, so digits and exponent carry the printed precision."""
    min_value: Decimal | None = None
    max_value: Decimal | None = None
    unit: str | None = None
    """ISO 4217, `%`, `pp`, `bp`, `x`, a declared unit, `A/B` for a derived rate, or None."""
    hedge: Hedge = "exact"


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """A passage of an article, as the editor typed it (W3C TextQuoteSelector)."""

    article: str
    exact: str
    prefix: str | None = None
    suffix: str | None = None
    occurrence: int | None = None
    """Which of several equal passages, from one."""
    translation: Text = field(default_factory=no_text)
    marks: Marks = field(compare=False, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """One claim: an amount (or an event) of an indicator, true of a period, with its proof."""

    id: str
    indicator: str
    about: str
    period: Period | None = None
    """When it is true; None: the day the article came out."""
    amount: Amount | None = None
    """None for an event. A derived fact's amount has unit and hedge but no value."""
    status: Status = "reported"
    attribution: Attribution = "own"
    quotes: tuple[Quote, ...] = ()
    formula: str | None = None
    revision_of: str | None = None
    rank: Rank = "normal"
    reason: Text = field(default_factory=no_text)
    inferred: Mapping[str, Text] = field(default_factory=lambda: MappingProxyType({}))
    """By field name: why we hold what the quotation alone does not say."""
    note: Text = field(default_factory=no_text)
    label: Text = field(default_factory=no_text)
    hedge_typed: bool = False
    """The editor wrote `hedge:` himself, also when it says exact."""
    status_typed: bool = False
    """The editor wrote `status:` himself, also when it says reported."""
    marks: Marks = field(compare=False, repr=False)

    @property
    def basis(self) -> Basis:
        """How the fact is held: by a quotation, by a formula, or as a quoted event."""
        if self.formula is not None:
            return "derived"
        return "event" if self.amount is None else "quoted"


@dataclass(frozen=True, kw_only=True, slots=True)
class Ignored:
    """A number of an article that is deliberately no fact."""

    exact: str
    """Every occurrence of this text in the article is meant."""
    reason: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Licence:
    """Under which terms an article came."""

    name: str
    url: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """A seed text and its origin."""

    id: str
    path: str
    """Relative to the project's root, with forward slashes."""
    sha256: str
    lang: str
    title: Text
    producer: str
    author: str | None = None
    date_published: Period
    date_basis: DateBasis
    reason: Text = field(default_factory=no_text)
    url_main: str | None = None
    date_accessed: Period | None = None
    license: Licence | None = None
    summary: Text = field(default_factory=no_text)
    ignored: tuple[Ignored, ...] = ()
    text: str = field(default="", repr=False)
    """The delivered file, decoded as UTF-8, newlines untouched; offsets count its code points."""
    marks: Marks = field(compare=False, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """A counted thing, with its names for readers and the nouns that articles use."""

    id: str
    label: Mapping[str, Mapping[str, str]]
    """By language, then by CLDR plural category (`one`, `other` …)."""
    words: Mapping[str, tuple[str, ...]]
    """By language: nouns, in the base form, that name the unit in a text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Indicator:
    """What is measured."""

    id: str
    label: Text
    kind: IndicatorKind
    units: tuple[str, ...] = ()
    """Units that a fact of this indicator may have; empty: they are not limited."""
    promise: tuple[str, ...] | None = None
    """For what somebody promises: indicators that tell whether it was kept, perhaps none yet."""
    marks: Marks = field(compare=False, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """Which facts make which chart, as the editor asked for it."""

    id: str
    kind: ChartKind
    title: Text
    subtitle: Text = field(default_factory=no_text)
    facts: tuple[str, ...] = ()
    where: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    marks: Marks = field(compare=False, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A hand-written Markdown page, as typed."""

    path: str
    """Relative to `docs/`, with forward slashes."""
    text: str
    """Front matter included; newlines are \\n."""
