"""What an editor types for units and indicators; see `shapes`."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model import IndicatorKind
from generator.reading.shapes.base import Shape
from generator.reading.shapes.scalars import Heading, Headings, Id, Language, Name, UnitName

PluralCategory = Literal["zero", "one", "two", "few", "many", "other"]


class UnitShape(Shape):
    """A counted thing."""

    noun = "a unit"
    label: Annotated[dict[Language, dict[PluralCategory, Heading]], Field(min_length=1)] = Field(
        description="Its name by language and plural form; other is always needed.",
        examples=[{"en": {"one": "vehicle", "other": "vehicles"}}],
    )
    words: dict[Language, list[Name]] = Field(
        {},
        description="Nouns that articles use for it, by language.",
        examples=[{"en": ["vehicle", "car"]}],
    )


class PromiseShape(Shape):
    """What tells whether the promises of an indicator were kept."""

    noun = "a promise"
    measured_by: list[Id] = Field(
        [],
        description="Indicators whose facts tell whether it was kept; none as long as none does.",
        examples=[["car-sales"]],
    )


class IndicatorShape(Shape):
    """What is measured."""

    noun = "an indicator"
    label: Headings = Field(description="Its name, by language.", examples=[{"en": "Revenue"}])
    kind: IndicatorKind = Field(
        description="level (a state), flow (over a period), change (signed) or event.",
        examples=["flow"],
    )
    units: list[UnitName] = Field([], description="Units that its facts may have.")
    promise: PromiseShape | None = Field(
        None,
        description="For targets and plans, to follow them up; {} if nothing measures them.",
        examples=[{"measured_by": ["car-sales"]}],
    )
