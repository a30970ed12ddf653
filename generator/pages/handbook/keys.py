"""Every key of every seed file: what it means, what may stand there, an example.

In: the JSON Schemas, which come from the records. Out: a section a file, a list a record.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from generator.pages.escape import encode
from generator.pages.links import plain
from generator.pages.parts.counted import with_markup
from generator.pages.templating import fill_block, link
from generator.reading import json_schemas
from generator.wording import LanguageWording

_FILES = {
    "briefing": "seeds/briefing.yaml",
    "articles": "seeds/articles.yaml",
    "indicators": "seeds/indicators.yaml",
    "facts": "seeds/facts/*.yaml",
    "charts": "seeds/charts.yaml",
}
"""By the name of the schema, in the order in which a briefing grows."""
_QUOTED = re.compile(r"[\[\]{}&*!|>%@`,#?]|-(?![0-9])|.*(?:: | #)")
"""What YAML takes for something else than a text."""
Schema = Mapping[str, Any]


def keys_reference(wording: LanguageWording) -> list[str]:
    """The files in their order, each with its own keys and those of its records."""
    schemas = json_schemas()
    blocks: list[str] = []
    for name, path in _FILES.items():
        schema = schemas[name]
        named = _records(schema)
        about = encode(schema["description"])
        blocks += [f"## {encode(path)}", about, _rows(schema, named, wording)]
        for record in named.values():
            about = encode(record["description"])
            blocks += [f"### {encode(record['title'])}", about, _rows(record, named, wording)]
    return blocks


def key_texts() -> Iterator[str]:
    """The sentences of the schemas."""
    for schema in json_schemas().values():
        for record in (schema, *_records(schema).values()):
            yield record["description"]
            yield from (one["description"] for one in record["properties"].values())


def _records(schema: Schema) -> Mapping[str, Schema]:
    """The records of a file by the names that they are referred to by; other forms are values."""
    return {name: one for name, one in schema["$defs"].items() if "properties" in one}


def _rows(record: Schema, named: Mapping[str, Schema], wording: LanguageWording) -> Markup:
    needed = wording.say("handbook-needed")
    rows = []
    for key, said in record["properties"].items():
        kinds = [
            _kind(said, named, wording),
            *([needed] if key in record.get("required", ()) else []),
        ]
        choice = said if "enum" in said else said.get("propertyNames", {})
        words = choice.get("enum", ())
        meant = choice.get("enumDescriptions") or [""] * len(words)
        examples = [] if words else [_flow(one) for one in said.get("examples", ())]
        rows.append(
            {
                "name": key,
                "kind": Markup(", ").join(one for one in kinds if one),
                "meaning": said["description"],
                "words": words or examples,
                "says": wording.say("handbook-words" if words else "handbook-examples"),
                "choices": [*zip(words, meant, strict=True)] if any(meant) else [],
            }
        )
    return fill_block("handbook/rows", rows=rows)


def _kind(said: Schema, named: Mapping[str, Schema], wording: LanguageWording) -> str | Markup:
    """What stands there, in words; empty where the list of words says it."""
    forms = [said, *said.get("anyOf", ())]
    if name := next(filter(None, map(_inner, forms)), ""):
        key = "one" if "$ref" in said else "several" if "anyOf" in said else "list"
        key = "by-id" if isinstance(said.get("additionalProperties"), dict) else key
        return with_markup(wording, f"handbook-kind-{key}", record=_named(name, named, wording))
    if "enum" in said:
        return ""
    if any("patternProperties" in form for form in forms):
        key = "text-or-languages" if "anyOf" in said else "languages"
    elif said.get("type") == ["string", "number"] and "pattern" in said:
        key = "number"
    else:
        key = {"array": "texts", "object": "by-key"}.get(str(said.get("type")), "text")
    return wording.say(f"handbook-kind-{key}")


def _inner(form: Schema) -> str:
    """The name of what stands there, alone, in a list or by id; empty where it has none."""
    within = (form, form.get("items"), form.get("additionalProperties"))
    found = (one["$ref"] for one in within if isinstance(one, Mapping) and "$ref" in one)
    return str(next(found, "")).rpartition("/")[2]


def _named(name: str, named: Mapping[str, Schema], wording: LanguageWording) -> str | Markup:
    """A record by its heading; a value, such as an id, in words."""
    if name not in named:
        return wording.say(f"handbook-value-{name}")
    title = named[name]["title"]
    return link(plain(f"#{title.lower().replace(' ', '-')}"), title)


def _flow(value: object) -> str:
    """An example as an editor types it."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_flow(one)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    text = str(value)
    return f'"{text}"' if _QUOTED.match(text) else text
