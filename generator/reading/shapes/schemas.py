"""JSON Schemas of the five seed files, for completion and checks while typing.

In: the shapes. Out: one schema a file (JSON Schema 2020-12) as plain data.
A schema is a help for editors: what only `rules` and `references` can see is not in it.
"""

from typing import Any

from pydantic import Field
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.reading.shapes.articles import ArticleShape
from generator.reading.shapes.base import Shape
from generator.reading.shapes.briefing import BriefingShape
from generator.reading.shapes.charts import ChartShape
from generator.reading.shapes.declarations import CheckShape, CorrectionShape, MovedShape
from generator.reading.shapes.facts import FactShape
from generator.reading.shapes.indicators import IndicatorShape, UnitShape

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _ArticlesFile(Shape):
    """The articles: where each text comes from, and which of its numbers are no facts."""

    articles: list[ArticleShape] = Field(description="One record an article.")


class _ChartsFile(Shape):
    """The charts: which facts make which picture."""

    charts: list[ChartShape] = Field(description="One record a chart.")


class _FactsFile(Shape):
    """Facts of one topic, and what is declared of them."""

    facts: list[FactShape] = Field(description="One record a fact.")
    checks: list[CheckShape] = Field(
        [], description="Questions that need no second source, answered on a page."
    )
    corrections: list[CorrectionShape] = Field(
        [], description="Mistakes of ours that stood on the site."
    )
    moved: list[MovedShape] = Field([], description="Ids that are no longer used.")


class _IndicatorsFile(Shape):
    """What is measured, and in what it is counted."""

    units: dict[str, UnitShape] = Field({}, description="Counted things, by id.")
    indicators: dict[str, IndicatorShape] = Field(description="What is measured, by id.")


_FILES: dict[str, type[Shape]] = {
    "articles": _ArticlesFile,
    "briefing": BriefingShape,
    "charts": _ChartsFile,
    "facts": _FactsFile,
    "indicators": _IndicatorsFile,
}


class _Plain(GenerateJsonSchema):
    """Keys are there or left out; none is ever null."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """The schema of the value itself."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Without the default that stands for a key left out."""
        result = super().default_schema(schema)
        return {key: value for key, value in result.items() if key != "default" or value}

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Keys are their own titles."""
        del schema
        return False


def json_schemas() -> dict[str, dict[str, Any]]:
    """A JSON Schema for each seed file, by its name without ending (`facts` for all of facts/)."""
    return {
        name: {"$schema": _DIALECT, **shape.model_json_schema(schema_generator=_Plain)}
        for name, shape in _FILES.items()
    }
