"""What an editor types for units and indicators; see `shapes`."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model import IndicatorKind
from generator.reading.scalars import Heading, Headings, Language, Name, UnitName
from generator.reading.shapes import Shape

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


class IndicatorShape(Shape):
    """What is measured."""

    noun = "an indicator"
    label: Headings = Field(description="Its name, by language.", examples=[{"en": "Revenue"}])
    kind: IndicatorKind = Field(
        description="level (a state), flow (over a period), change (signed) or event.",
        examples=["flow"],
    )
    units: list[UnitName] = Field([], description="Units that its facts may have.")
