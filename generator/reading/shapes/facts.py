"""What an editor types for a fact and its quotations; see `shapes`."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from generator.model import Attribution, Hedge, Rank, Status
from generator.reading.shapes.base import Shape
from generator.reading.shapes.scalars import (
    Formula,
    Headings,
    Id,
    Notes,
    Number,
    Occurrence,
    Passage,
    PeriodText,
    Suffix,
    UnitName,
    Words,
)

InferredField = Literal[
    "about", "attribution", "hedge", "indicator", "period", "sign", "status", "unit", "value"
]
"""What a quotation may leave unsaid."""
ONE, SEVERAL = "(one)", "(several)"
"""Which of two forms quotations were typed in; the parentheses tell them from keys."""


def _form_of_quote(typed: object) -> str:
    return SEVERAL if isinstance(typed, list) else ONE


class QuoteShape(Shape):
    """A passage of an article (W3C TextQuoteSelector)."""

    noun = "a quotation"
    article: Id = Field(
        description="Id of the article that says it.", examples=["daily-2025-03-18"]
    )
    exact: Passage = Field(
        description="The passage, letter for letter as the article has it.",
        examples=["income reached 109 billion yuan"],
    )
    prefix: Passage | None = Field(
        None, description="The words before it, where the passage stands more than once."
    )
    suffix: Suffix | None = Field(
        None, description="The words after it, where the passage stands more than once."
    )
    occurrence: Occurrence | None = Field(
        None, description="Which of several equal passages is meant, from 1."
    )
    translation: Notes | None = Field(None, description="Our translation, by language.")


class FactShape(Shape):
    """One claim: an amount or an event, true of a period, with its proof."""

    noun = "a fact"
    id: Id = Field(
        description="Kebab-case, stable for ever: the figure's address.",
        examples=["revenue-2024-q4"],
    )
    indicator: Id = Field(
        description="What is measured: an id of indicators.yaml.", examples=["revenue"]
    )
    about: Id | None = Field(
        None, description="The entity; left out, it is the briefing's subject."
    )
    period: PeriodText | None = Field(
        None,
        description="When it is true (EDTF); left out, it is the day the article came out.",
        examples=["2024", "2024-Q4", "2025-08-07", "2021-03/2031-03", "2022/..", "2025-07~"],
    )
    value: Number | None = Field(
        None,
        description="In base units, with a decimal point; read as typed.",
        examples=["109e9", "350_000", "-30", "3.885"],
    )
    min_value: Number | None = Field(None, description="Lower end of a range.")
    max_value: Number | None = Field(None, description="Upper end of a range.")
    unit: UnitName | None = Field(
        None,
        description="ISO 4217 for money, %, pp, bp, x, or a unit of indicators.yaml.",
        examples=["CNY", "%", "vehicle"],
    )
    hedge: Hedge | None = Field(None, description="How exactly it is said; left out: exact.")
    status: Status | None = Field(
        None, description="Left out: reported; of an event, what its quotation says."
    )
    attribution: Attribution = Field("own", description="Who says so.")
    quote: (
        Annotated[
            Annotated[QuoteShape, Tag(ONE)]
            | Annotated[list[QuoteShape], Field(min_length=1, max_length=20), Tag(SEVERAL)],
            Discriminator(_form_of_quote),
        ]
        | None
    ) = Field(None, description="The sentence that proves it, or several that do together.")
    formula: Formula | None = Field(
        None,
        description="In place of value and quote: how it follows from other facts.",
        examples=["{revenue-2024-q4} / (1 + {revenue-growth-2024-q4})"],
    )
    revision_of: Id | None = Field(None, description="Id of the fact that this one replaces.")
    rank: Rank = Field("normal", description="Which is held where sources compete.")
    reason: Words | None = Field(None, description="Why that rank.")
    inferred: dict[InferredField, Words] | None = Field(
        None,
        description="By field: why we hold what the quotation alone does not say.",
        examples=[{"period": "the article gives no year"}],
    )
    note: Words | None = Field(None, description="The editor's caveat, shown to readers.")
    label: Headings | None = Field(None, description="What happened, for an event, by language.")
