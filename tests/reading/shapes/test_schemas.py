"""JSON Schemas for editors: they know every key, and explain each."""

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from generator.model import HEDGES, MEANINGS, STATUSES
from generator.model.vocabulary import CorrectedField
from generator.reading import OFFERED, Offer, json_schemas

SCHEMAS = json_schemas()
FACTS = ("fact-a", "fact-b")


def nodes_of(schema: Any) -> Iterator[dict[str, Any]]:
    """Each schema within a schema; no examples and snippets."""
    if isinstance(schema, dict):
        yield schema
        for key, value in schema.items():
            if key not in {"examples", "defaultSnippets"}:
                yield from nodes_of(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from nodes_of(value)


def properties_of(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for node in nodes_of(schema):
        yield from node.get("properties", {}).items()


@pytest.mark.parametrize("name", ["articles", "briefing", "charts", "facts", "indicators"])
def test_every_key_of_a_file_is_explained(name: str) -> None:
    explained = [key for key, value in properties_of(SCHEMAS[name]) if value.get("description")]
    assert len(explained) > 5
    assert explained == [key for key, _ in properties_of(SCHEMAS[name])]


def test_no_key_may_be_null() -> None:
    assert "'null'" not in str(SCHEMAS)
    assert "None" not in str(SCHEMAS)


def test_vocabularies_are_offered() -> None:
    fact = SCHEMAS["facts"]["$defs"]["FactShape"]["properties"]
    assert fact["hedge"]["enum"] == list(HEDGES)
    assert fact["status"]["enum"] == list(STATUSES)


def test_keys_that_are_needed_are_said() -> None:
    fact = SCHEMAS["facts"]["$defs"]["FactShape"]
    assert fact["required"] == ["id", "indicator"]
    assert fact["additionalProperties"] is False


def test_each_word_to_choose_has_its_meaning() -> None:
    names_of_keys = [*get_args(CorrectedField)]
    chosen = [node for node in nodes_of(SCHEMAS) if isinstance(node.get("enum"), list)]
    assert len(chosen) >= len(MEANINGS)
    for node in chosen:
        if node["enum"] != names_of_keys:
            assert [*map(bool, node["enumDescriptions"])] == [True] * len(node["enum"])


def test_meanings_are_sentences_of_words_that_may_be_chosen() -> None:
    enums = [[*node["enum"]] for node in nodes_of(SCHEMAS) if isinstance(node.get("enum"), list)]
    for name, words in MEANINGS.items():
        assert [*words] in enums, name
        assert all(re.fullmatch(r"[A-Z].{10,100}\.", one) for one in words.values()), name


def test_each_form_says_what_to_write() -> None:
    patterns = [node for node in nodes_of(SCHEMAS) if isinstance(node.get("pattern"), str)]
    assert len(patterns) > 20
    assert [one for one in patterns if "patternErrorMessage" not in one] == []


def test_titles_are_words_and_no_id_is_an_example() -> None:
    titles = {node["title"] for node in nodes_of(SCHEMAS) if isinstance(node.get("title"), str)}
    assert {"Fact", "Quotation", "Chart", "File of facts"} <= titles
    assert all(re.fullmatch(r"[A-Z][a-z.]+( [a-z]+)*", one) for one in titles), titles
    keys = [
        key
        for key, value in properties_of(SCHEMAS)
        if "examples" in value and (value.get("$ref", "")[8:] in OFFERED or key == "id")
    ]
    assert keys == []


def test_references_lead_somewhere() -> None:
    for offers in ({}, {kind: Offer(dict.fromkeys(FACTS, "said")) for kind in OFFERED}):
        for schema in json_schemas(offers).values():
            found = {node["$ref"] for node in nodes_of(schema) if isinstance(node.get("$ref"), str)}
            assert {one.removeprefix("#/$defs/") for one in found} == schema["$defs"].keys()


def test_what_is_offered_is_a_closed_list_only_where_all_is_known() -> None:
    whole = json_schemas({kind: Offer(dict.fromkeys(FACTS, "said")) for kind in OFFERED})
    part = json_schemas(
        {kind: Offer(dict.fromkeys(FACTS, "said"), is_complete=False) for kind in OFFERED}
    )
    for kind in ("article-id", "entity-id", "indicator-id"):
        closed, open_ = (one["facts"]["$defs"][kind] for one in (whole, part))
        assert closed["enum"] == [*FACTS]
        assert ", which has fact-a, fact-b; is it new?" in closed["errorMessage"]
        assert [*open_] == ["anyOf"]
    assert [*whole["facts"]["$defs"]["fact-id"]] == ["anyOf"]
    unit = whole["facts"]["$defs"]["unit"]["anyOf"][1]["pattern"]
    for fits in ("EUR", "%", "pp", "fact-a", "EUR/month", "EUR/fact-b"):
        assert re.search(unit, fits), fits
    for fails in ("Yuan", "EUR/", "EUR/%", "fact", "EUR/month/day", "month"):
        assert not re.search(unit, fails), fails
    assert "pattern" not in part["facts"]["$defs"]["unit"]


def test_a_briefing_without_ids_knows_their_form() -> None:
    schemas = json_schemas({kind: Offer({}) for kind in OFFERED})
    assert "enum" not in schemas["facts"]["$defs"]["article-id"]
    assert "pattern" in schemas["facts"]["$defs"]["article-id"]


PERIODS = {
    "2024": True,
    "2024-Q4": True,
    "2024-H1": True,
    "2024-36": True,
    "2021-10": True,
    "2025-08-07": True,
    "2021-03/2031-03": True,
    "2022/..": True,
    "../2024-06": True,
    "2025-07~": True,
    "2025?": True,
    "Q4 2024": False,
    "18.03.2025": False,
    "2025/07/01": False,
    "July 2025": False,
    "2024-Q5": False,
    "2024-7": False,
    "../..": False,
}


@pytest.mark.parametrize("typed", PERIODS)
def test_the_form_of_a_period_is_that_of_the_check(typed: str) -> None:
    period = SCHEMAS["facts"]["$defs"]["FactShape"]["properties"]["period"]
    assert bool(re.search(period["pattern"], typed)) is PERIODS[typed]
