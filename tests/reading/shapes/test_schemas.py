"""JSON Schemas for editors: they know every key, and explain each."""

from collections.abc import Iterator
from typing import Any

import pytest

from generator.model import HEDGES, STATUSES
from generator.reading import json_schemas

SCHEMAS = json_schemas()


def properties_of(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for value in schema.values():
            yield from properties_of(value)


@pytest.mark.parametrize("name", ["articles", "briefing", "charts", "facts", "indicators"])
def test_every_key_of_a_file_is_explained(name):
    explained = [key for key, value in properties_of(SCHEMAS[name]) if value.get("description")]
    assert explained == [key for key, _ in properties_of(SCHEMAS[name])]


def test_no_key_may_be_null():
    assert "'null'" not in str(SCHEMAS)
    assert "None" not in str(SCHEMAS)


def test_vocabularies_are_offered():
    fact = SCHEMAS["facts"]["$defs"]["FactShape"]["properties"]
    assert fact["hedge"]["enum"] == list(HEDGES)
    assert fact["status"]["enum"] == list(STATUSES)


def test_keys_that_are_needed_are_said():
    fact = SCHEMAS["facts"]["$defs"]["FactShape"]
    assert fact["required"] == ["id", "indicator"]
    assert fact["additionalProperties"] is False
