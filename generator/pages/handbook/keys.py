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
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_QUOTED = re.compile(r"[\[\]{}&*!|>%@`,#?-]|.*(?:: | #)")
"""What YAML takes for something else than a text."""
Schema = Mapping[str, Any]


def keys_reference(wording: LanguageWording) -> list[str]:
    """The files in their order, each with its own keys and those of its records."""
    schemas = json_schemas()
    blocks: list[str] = []
    for name, path in _FILES.items():
        schema = schemas[name]
        blocks += [f"## {encode(path)}", encode(schema["description"]), _rows(schema, wording)]
        for title, record in schema["$defs"].items():
            about = encode(record["description"])
            blocks += [f"### {encode(_record(title))}", about, _rows(record, wording)]
    return blocks


def key_texts() -> Iterator[str]:
    """The sentences of the schemas."""
    for schema in json_schemas().values():
        for record in (schema, *schema["$defs"].values()):
            yield record["description"]
            yield from (one["description"] for one in record["properties"].values())


def _rows(record: Schema, wording: LanguageWording) -> Markup:
    needed = wording.say("handbook-needed")
    rows = []
    for key, said in record["properties"].items():
        words = said.get("enum") or said.get("propertyNames", {}).get("enum", ())
        kinds = [_kind(said, wording), *([needed] if key in record.get("required", ()) else [])]
        examples = [] if words else [_flow(one) for one in said.get("examples", ())]
        rows.append(
            {
                "name": key,
                "kind": Markup(", ").join(one for one in kinds if one),
                "meaning": said["description"],
                "words": words or examples,
                "says": wording.say("handbook-words" if words else "handbook-examples"),
            }
        )
    return fill_block("handbook/rows", rows=rows)


def _kind(said: Schema, wording: LanguageWording) -> str | Markup:
    """What stands there, in words; empty where the list of words says it."""
    forms = [said, *said.get("oneOf", ())]
    if name := next(filter(None, map(_inner, forms)), ""):
        key = "one" if "$ref" in said else "several" if "oneOf" in said else "list"
        key = "by-id" if isinstance(said.get("additionalProperties"), dict) else key
        record = link(plain(f"#{name.lower().replace(' ', '-')}"), name)
        return with_markup(wording, f"handbook-kind-{key}", record=record)
    if "enum" in said:
        return ""
    if any("patternProperties" in form for form in forms):
        key = "text-or-languages" if "oneOf" in said else "languages"
    elif said.get("type") == ["string", "number"]:
        key = "number"
    else:
        key = {"array": "texts", "object": "by-key"}.get(str(said.get("type")), "text")
    return wording.say(f"handbook-kind-{key}")


def _inner(form: Schema) -> str:
    """The name of the record that stands there, alone, in a list or by id; empty for none."""
    within = (form, form.get("items"), form.get("additionalProperties"))
    found = (one["$ref"] for one in within if isinstance(one, Mapping) and "$ref" in one)
    return _record(next(found, ""))


def _record(name: str) -> str:
    """Its name in words, which is its heading, too."""
    name = name.rpartition("/")[2].removesuffix("Shape")
    return _INNER_CAPITAL.sub(" ", name).capitalize()


def _flow(value: object) -> str:
    """An example as an editor types it."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_flow(one)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    text = str(value)
    return f'"{text}"' if _QUOTED.match(text) else text
