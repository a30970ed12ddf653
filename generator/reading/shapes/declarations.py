"""What an editor types beside facts: checks, corrections, ids that moved; see `shapes`."""

from typing import Literal

from pydantic import Field

from generator.reading.shapes.base import Shape
from generator.reading.shapes.scalars import (
    DayText,
    Formula,
    Headings,
    Id,
    Number,
    Typed,
    UnitName,
    Words,
)

CorrectedField = Literal[
    "value",
    "min_value",
    "max_value",
    "unit",
    "hedge",
    "period",
    "status",
    "attribution",
    "formula",
]
"""What of a fact can have been wrong on the site."""


class BandShape(Shape):
    """Between which values a result is credible."""

    noun = "a band"
    min_value: Number = Field(description="The least credible value.", examples=["7.75"])
    max_value: Number = Field(description="The greatest credible value.", examples=["7.85"])
    unit: UnitName | None = Field(
        None, description="Of both values; left out for a ratio.", examples=["HKD/USD"]
    )
    reason: Words = Field(
        description="Why these bounds, and whose they are.",
        examples=["the central bank keeps the rate between them"],
    )


class CheckShape(Shape):
    """A question that needs no second source."""

    noun = "a check"
    id: Id = Field(description="Kebab-case.", examples=["implied-rate"])
    label: Headings = Field(
        description="What is held against what, by language.",
        examples=[{"en": "Implied rate"}],
    )
    formula: Formula = Field(
        description="What is computed, of facts and constants.",
        examples=['"{revenue-2024-q4} / {revenue-2024-q4-usd}"'],
    )
    between: BandShape | None = Field(None, description="The band in which the result should lie.")
    against: Formula | None = Field(
        None, description="In place of between: the formula that should come to the same."
    )
    note: Words | None = Field(None, description="The editor's caveat, shown to readers.")


class CorrectionShape(Shape):
    """A mistake of ours that stood on the site."""

    noun = "a correction"
    fact: Id = Field(description="Id of the fact.", examples=["revenue-2024-q4"])
    date: DayText = Field(description="The day on which it was corrected.", examples=["2025-03-18"])
    field: CorrectedField = Field(description="What was wrong.", examples=["value"])
    old: Typed = Field(description="As it stood on the site.", examples=["190e9"])
    new: Typed = Field(description="As it was corrected.", examples=["109e9"])
    reason: Words = Field(
        description="How the mistake came about.", examples=["two digits swapped"]
    )


class MovedShape(Shape):
    """An id that is no longer used."""

    noun = "a moved id"
    id: Id = Field(description="The id that the site once showed.", examples=["revenue-q4"])
    to: Id = Field(
        description="Id of the fact that its address leads to.", examples=["revenue-2024-q4"]
    )
    reason: Words = Field(description="Why the id went.", examples=["the id named no year"])
