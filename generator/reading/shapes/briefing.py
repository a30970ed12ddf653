"""What an editor types for the briefing as a whole; see `shapes`."""

from typing import Annotated

from pydantic import Field

from generator.reading.shapes.base import Shape
from generator.reading.shapes.scalars import (
    Address,
    Headings,
    Id,
    Language,
    NameOrNames,
    Notes,
    Number,
    Pattern,
    Words,
)


class SubjectShape(Shape):
    """What the briefing is about."""

    noun = "a subject"
    id: Id = Field(description="The entity that facts are about by default.", examples=["acme"])
    name: NameOrNames = Field(description="Plain, or by language.", examples=["Acme"])
    same_as: Address | None = Field(None, description="Its address at Wikidata or the like.")


class ExemptionShape(Shape):
    """Digits that the number gate lets pass in prose."""

    noun = "an exemption"
    pattern: Pattern = Field(description="A regular expression.", examples=["ISO [0-9]{4}"])
    reason: Words = Field(description="Why these digits are no figure.", examples=["a name"])


class ConstantShape(Shape):
    """A number that formulas may use without a quotation."""

    noun = "a constant"
    id: Id = Field(description="Its name in formulas.", examples=["quarters-a-year"])
    value: Number = Field(description="The number.", examples=["4"])
    reason: Words = Field(description="Why it needs no quotation.", examples=["by definition"])


class BriefingShape(Shape):
    """briefing.yaml: what this site is about and in which languages."""

    noun = "briefing.yaml"
    elsewhere = dict.fromkeys(("checks", "corrections", "moved"), "a file of seeds/facts")
    title: Headings = Field(description="The site's, by language.", examples=[{"en": "Acme"}])
    description: Notes | None = Field(None, description="For search engines, by language.")
    subject: SubjectShape = Field(
        description="What it is about.", examples=[{"id": "acme", "name": "Acme"}]
    )
    languages: Annotated[list[Language], Field(min_length=1)] = Field(
        description="Of the site; the first is the default.", examples=[["en"]]
    )
    exempt_numbers: list[ExemptionShape] = Field(
        [], description="Digits in prose that are no figures."
    )
    constants: list[ConstantShape] = Field([], description="Numbers that formulas may use.")
