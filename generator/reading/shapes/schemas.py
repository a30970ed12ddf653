"""JSON Schemas of the five seed files, for completion and checks while typing.

In: the shapes. Out: one schema a file (JSON Schema 2020-12) as plain data.
A schema is a help for editors: what only `rules` and `references` can see is not in it.
"""

from typing import Any

from pydantic import Field, create_model
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.model import (
    Article,
    Briefing,
    Chart,
    Check,
    Correction,
    Fact,
    Indicator,
    Moved,
    Unit,
)
from generator.reading.shapes.shapes import Shape, shape_of

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _file(name: str, about: str, **sections: Any) -> type[Shape]:
    return create_model(f"_{name}File", __base__=Shape, __doc__=about, **sections)


def _records(record: type, description: str, **default: Any) -> Any:
    return list[shape_of(record)], Field(**default, description=description)  # type: ignore[misc]


def _by_id(record: type, description: str, **default: Any) -> Any:
    return dict[str, shape_of(record)], Field(**default, description=description)  # type: ignore[misc]


_FILES: dict[str, type[Shape]] = {
    "articles": _file(
        "Articles",
        "The articles: where each text comes from, and which of its numbers are no facts.",
        articles=_records(Article, "One record an article."),
    ),
    "briefing": shape_of(Briefing),
    "charts": _file(
        "Charts",
        "The charts: which facts make which picture.",
        charts=_records(Chart, "One record a chart."),
    ),
    "facts": _file(
        "Facts",
        "Facts of one topic, and what is declared of them.",
        facts=_records(Fact, "One record a fact."),
        checks=_records(
            Check, "Questions that need no second source, answered on a page.", default=[]
        ),
        corrections=_records(Correction, "Mistakes of ours that stood on the site.", default=[]),
        moved=_records(Moved, "Ids that are no longer used.", default=[]),
    ),
    "indicators": _file(
        "Indicators",
        "What is measured, and in what it is counted.",
        units=_by_id(Unit, "Counted things, by id.", default={}),
        indicators=_by_id(Indicator, "What is measured, by id."),
    ),
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
