"""JSON Schemas of the five seed files, for completion and checks while typing.

In: the shapes, and which ids a briefing has. Out: one schema a file (JSON Schema 2020-12).
A schema is a help for editors: what only `rules` and `references` can see is not in it. Beside the
words of the standard it has those of the YAML language server, which other programs pass over.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic import Field, create_model
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.model import (
    MEANINGS,
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
from generator.reading.shapes.offers import OFFERED, Offer, define
from generator.reading.shapes.scalars import ID_SCHEMA
from generator.reading.shapes.shapes import Shape, shape_of
from generator.reading.shapes.snippets import QUOTATION, SNIPPETS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


_NO_OFFERS: Mapping[str, Offer] = MappingProxyType({})
_PROOF = "a fact needs quote: with the sentence that says it, or formula: with what computes it"


def _file(name: str, about: str, **sections: Any) -> type[Shape]:
    made = create_model(f"_{name}File", __base__=Shape, __doc__=about, **sections)
    made.noun = f"the file of {name.lower()}"
    return made


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

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """With what each word means."""
        words = schema["expected"]
        result = super().literal_schema(schema)
        meant = next((one for one in MEANINGS.values() if [*one] == words), None)
        return {**result, "enumDescriptions": [*meant.values()]} if meant else result

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """With what a person calls it, and what its keys must say together."""
        result, shape = super().model_schema(schema), schema["cls"]
        result["title"] = _title(shape.noun)
        return {**result, **_proven(result)} if getattr(shape, "record", None) is Fact else result


def _proven(fact: JsonSchemaValue) -> JsonSchemaValue:
    """Only what was withdrawn stands without its proof."""
    keys = fact["properties"]
    keys["quote"]["defaultSnippets"] = [QUOTATION]
    # A pattern, since older editors offer a `const` here as the status of every fact.
    withdrawn = {"type": "string", "pattern": "^withdrawn$", "patternErrorMessage": _PROOF}
    withdrawn |= {"description": keys["status"]["description"]}
    proofs = ("quote", "formula")
    return {
        "if": {"properties": {"status": withdrawn}, "required": ["status"]},
        "else": {"anyOf": [{"required": [key], "errorMessage": _PROOF} for key in proofs]},
    }


def _title(noun: str) -> str:
    """`an article` is titled `Article`."""
    bare = noun.partition(" ")[2] or noun
    return bare[0].upper() + bare[1:]


def json_schemas(offers: Mapping[str, Offer] = _NO_OFFERS) -> dict[str, dict[str, Any]]:
    """A JSON Schema for each seed file, by its name without ending (`facts` for all of facts/).

    `offers` are the ids of a briefing, by kind; where none are said, an id is known by its form.
    All of a briefing that is in a schema stands in `$defs`, under the names of `OFFERED`.
    """
    return {name: _schema(shape, offers) for name, shape in _FILES.items()}


def schema_files(offers: Mapping[str, Offer] = _NO_OFFERS) -> dict[str, bytes]:
    """The same as files, by name."""
    return {
        f"{name}.schema.json": (json.dumps(one, ensure_ascii=False, indent=2) + "\n").encode()
        for name, one in json_schemas(offers).items()
    }


def _schema(shape: type[Shape], offers: Mapping[str, Offer]) -> dict[str, Any]:
    schema = shape.model_json_schema(schema_generator=_Plain)
    used = set[str]()
    _refer(schema, used)
    for section, snippets in SNIPPETS.items():
        if section in schema["properties"]:
            schema["properties"][section]["defaultSnippets"] = snippets
    kinds = {kind: define(kind, offers.get(kind)) for kind in OFFERED if kind in used}
    defined = {**schema.pop("$defs", {}), **kinds}
    return {"$schema": _DIALECT, **schema, "$defs": defined}


def _refer(node: Any, used: set[str]) -> None:
    """Where the id of another record stands, refers to the definition of its kind.

    What editors would make awkward is put in another way that means the same.
    """
    if isinstance(node, list):
        for one in node:
            _refer(one, used)
    elif isinstance(node, dict):
        if kind := node.pop("$comment", None):
            used.add(kind)
            node.pop("type", None)  # the name of a key has none
            node["$ref"] = f"#/$defs/{kind}"
        if kind or node.get("pattern") == ID_SCHEMA["pattern"]:
            # Editors offer examples as if they were to be chosen; no other briefing has these ids.
            node.pop("examples", None)
        if "oneOf" in node:
            # The forms exclude one another anyway; of `oneOf` editors type a key without colon.
            node["anyOf"] = node.pop("oneOf")
        if isinstance(node.get("default"), str) and "description" in node:
            # Editors would type each default into a new record.
            node["description"] += f" Left out: {node.pop('default')}."
        for one in node.values():
            _refer(one, used)
