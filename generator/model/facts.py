"""What the files of facts hold: facts with their quotations, checks, corrections, ids that moved.

Each record is what an editor types, field for field; `Typed` says how. Marks say where each field
was typed; equality ignores them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated

from generator.model.finding import Marks
from generator.model.frozen import EMPTY
from generator.model.period import Period
from generator.model.typed import (
    INLINE,
    ArticleId,
    Day,
    EarlierValue,
    EntityId,
    FactId,
    Formula,
    Headings,
    Id,
    IndicatorId,
    Notes,
    Occurrence,
    QuotedText,
    Suffix,
    Typed,
    UnitName,
    Words,
)
from generator.model.vocabulary import (
    Attribution,
    Basis,
    CorrectedField,
    Hedge,
    InferredField,
    NoteRank,
    Rank,
    Status,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Amount:
    """How much: a value or a range, in base units, with unit and hedge."""

    value: Annotated[
        Decimal | None,
        Typed(
            "In base units, with a decimal point; read as typed.",
            *("109e9", "350_000", "-30", "3.885"),
        ),
    ] = None
    """`109e9` keeps its exponent, so digits and exponent carry the printed precision."""
    min_value: Annotated[Decimal | None, Typed("Lower end of a range.")] = None
    max_value: Annotated[Decimal | None, Typed("Upper end of a range.")] = None
    unit: Annotated[
        UnitName | None,
        Typed(
            "ISO 4217 for money, %, pp, bp, x, or a unit of indicators.yaml; a rate is A/B.",
            *("CNY", "%", "vehicle", "EUR/month"),
        ),
    ] = None
    """A rate has `A/B`: `EUR/month`, where the text says `a month`."""
    hedge: Annotated[
        Hedge, Typed("How exactly it is said; left out: exact.", may_be_left_out=True)
    ] = "exact"


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """A passage of an article (W3C TextQuoteSelector)."""

    article: Annotated[ArticleId, Typed("Id of the article that says it.", "daily-2025-03-18")]
    exact: Annotated[
        QuotedText,
        Typed(
            "The passage, letter for letter as the article has it.",
            "income reached 109 billion yuan",
        ),
    ]
    prefix: Annotated[
        QuotedText | None,
        Typed("The words before it, where the passage stands more than once."),
    ] = None
    suffix: Annotated[
        Suffix | None, Typed("The words after it, where the passage stands more than once.")
    ] = None
    occurrence: Annotated[
        Occurrence | None, Typed("Which of several equal passages is meant, from 1.")
    ] = None
    translation: Annotated[Notes, Typed("Our translation, by language.")] = EMPTY
    marks: Marks = field(compare=False, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """One claim: an amount or an event, true of a period, with its proof."""

    id: Annotated[
        Id, Typed("Kebab-case, stable for ever: the figure's address.", "revenue-2024-q4")
    ]
    indicator: Annotated[
        IndicatorId, Typed("What is measured: an id of indicators.yaml.", "revenue")
    ]
    about: Annotated[
        EntityId,
        Typed(
            "An entity of briefing.yaml; left out, it is the briefing's subject.",
            may_be_left_out=True,
        ),
    ]
    period: Annotated[
        Period | None,
        Typed(
            "When it is true (EDTF); left out, it is the day the article came out.",
            *("2024", "2024-Q4", "2025-08-07", "2021-03/2031-03", "2022/..", "2025-07~"),
        ),
    ] = None
    amount: Annotated[Amount | None, INLINE] = None
    """None for an event. A derived fact's amount has unit and hedge but no value."""
    status: Annotated[
        Status,
        Typed(
            "Left out: reported; of an event, what its quotation says.",
            may_be_left_out=True,
        ),
    ] = "reported"
    attribution: Annotated[Attribution, Typed("Who says so.")] = "own"
    quotes: Annotated[
        tuple[Quote, ...],
        Typed(
            "The sentence that proves it, or several that do together.",
            key="quote",
            may_be_one=True,
        ),
    ] = ()
    formula: Annotated[
        Formula | None,
        Typed(
            "In place of value and quote: how it follows from other facts.",
            "{revenue-2024-q4} / (1 + {revenue-growth-2024-q4})",
        ),
    ] = None
    revision_of: Annotated[FactId | None, Typed("Id of the fact that this one replaces.")] = None
    same_as: Annotated[
        FactId | None,
        Typed("Id of a fact that another article states in other words: one claim, two sentences."),
    ] = None
    rank: Annotated[Rank, Typed("Which is held where sources compete.")] = "normal"
    reason: Annotated[Words, Typed("Why that rank.")] = EMPTY
    inferred: Annotated[
        Mapping[Annotated[str, InferredField], Words],
        Typed(
            "By field: why we hold what the quotation alone does not say.",
            {"period": "the article gives no year"},
        ),
    ] = EMPTY
    note: Annotated[Words, Typed("The editor's caveat, shown to readers.")] = EMPTY
    note_rank: Annotated[
        NoteRank,
        Typed("major: it changes what a reader makes of the figure; the few such stand on a page."),
    ] = "minor"
    label: Annotated[Headings, Typed("What happened, for an event, by language.")] = EMPTY
    short: Annotated[
        Headings,
        Typed("Its name in charts, which add the period; left out: the label.", {"en": "Wait"}),
    ] = EMPTY
    hedge_typed: bool = False
    """The editor wrote `hedge:`, perhaps to say exact."""
    status_typed: bool = False
    """The editor wrote `status:`, perhaps to say reported."""
    marks: Marks = field(compare=False, repr=False)

    @property
    def basis(self) -> Basis:
        """How the fact is held: by a quotation, by a formula, or as a quoted event."""
        if self.formula is not None:
            return "derived"
        return "event" if self.amount is None else "quoted"


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """Between which values a result is credible."""

    min_value: Annotated[Decimal, Typed("The least credible value.", "7.75")]
    max_value: Annotated[Decimal, Typed("The greatest credible value.", "7.85")]
    unit: Annotated[UnitName | None, Typed("Of both values; left out for a ratio.", "HKD/USD")] = (
        None
    )
    reason: Annotated[
        Words,
        Typed(
            "Why these bounds, and whose they are.", "the central bank keeps the rate between them"
        ),
    ]


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """A question that needs no second source."""

    id: Annotated[Id, Typed("Kebab-case.", "implied-rate")]
    label: Annotated[
        Headings, Typed("What is held against what, by language.", {"en": "Implied rate"})
    ]
    formula: Annotated[
        Formula,
        Typed(
            "What is computed, of facts and constants.",
            '"{revenue-2024-q4} / {revenue-2024-q4-usd}"',
        ),
    ]
    band: Annotated[
        Band | None, Typed("The band in which the result should lie.", key="between")
    ] = None
    against: Annotated[
        Formula | None,
        Typed("In place of between: the formula that should come to the same."),
    ] = None
    """None where there is a band."""
    note: Annotated[Words, Typed("The editor's caveat, shown to readers.")] = EMPTY
    marks: Marks = field(compare=False, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """A mistake of ours that stood on the site."""

    fact: Annotated[FactId, Typed("Id of the fact.", "revenue-2024-q4")]
    date: Annotated[Day, Typed("The day on which it was corrected.", "2025-03-18")]
    changed: Annotated[CorrectedField, Typed("What was wrong.", "value", key="field")]
    old: Annotated[EarlierValue, Typed("As it stood on the site.", "190e9")]
    new: Annotated[EarlierValue, Typed("As it was corrected.", "109e9")]
    reason: Annotated[Words, Typed("How the mistake came about.", "two digits swapped")]
    marks: Marks = field(compare=False, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """An id that is no longer used."""

    id: Annotated[Id, Typed("The id that the site once showed.", "revenue-q4")]
    to: Annotated[FactId, Typed("Id of the fact that its address leads to.", "revenue-2024-q4")]
    reason: Annotated[Words, Typed("Why the id went.", "the id named no year")]
    marks: Marks = field(compare=False, repr=False)
