"""What a shape refuses, in an editor's words and at the place where it was typed.

In: pydantic's errors about one record, and the record's tree. Out: findings.
No word of pydantic or Python passes: every kind of error has a sentence here, and the texts that
were typed are shown. A value with a refused character has its finding already and gets none.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic_core import ErrorDetails

from generator.model import Finding, Place
from generator.reading.characters import MARRED
from generator.reading.errors import RefusedError
from generator.reading.shapes.shapes import Shape
from generator.reading.yaml.nodes import Branch, Leaf, ListNode, Node, plain
from generator.text import find_nearest, shown

_MOST_SHOWN = 40
"""Characters of a text that a hint repeats."""
_DECISIONS = (
    ("ignored", "say why it is no fact, or delete the line and make a fact of it"),
    ("inferred", "say why you hold it, or quote words that state it"),
    ("producer", "write who published it, or what you call it and producer_basis: unknown"),
    ("reason", "say from what you know the date"),
    ("summary", "write a summary of your own, not the article’s words"),
    ("title", "write a title of your own, not the article’s words"),
)
"""What to write in place of a question mark, by the key that it stands at."""
_FEW_KEYS = 3
_MOST_FINDINGS = 20
"""About one record; the others are shown in the next run."""


_MEANT: Mapping[str, str] = {
    **dict.fromkeys(("ca", "circa", "approx", "approximately", "around", "rund", "~"), "about"),
    **dict.fromkeys(("more than", "above", "über", "meer dan"), "over"),
    **dict.fromkeys(("up to", "bis zu", "höchstens", "max"), "at-most"),
    **dict.fromkeys(("min", "mindestens", "ab"), "at-least"),
    **dict.fromkeys(("less than", "below", "unter"), "under"),
}
"""Words that editors type for one of a choice; for hints only."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where in a record an error is."""

    node: Node
    place: Place
    name: str
    """The keys that lead there: `quote.exact`."""
    shape: type[Shape]
    """The shape of the innermost record around it."""
    is_key: bool = False
    last: str = ""
    """The innermost key."""

    @property
    def typed(self) -> str:
        """What was typed there, safe to show; empty for lists and mappings."""
        return shown(self.node.text) if isinstance(self.node, Leaf) else ""


def translate(
    errors: Iterable[ErrorDetails], record: Node, shape: type[Shape], subject: str
) -> Iterator[Finding]:
    """One finding for each error; none for a value whose very key is wrong."""
    every = [*_without_renamed(list(islice(errors, _MOST_FINDINGS)))]
    wrong_keys = {error["loc"][:-1] for error in every if error["loc"][-1:] == ("[key]",)}
    foreign = {error["loc"][:-1] for error in every if _is_foreign(error, record, shape)}
    for error in every:
        is_foreign = error["loc"][:-1] in foreign
        is_told = is_foreign and error["type"] == "missing"
        if is_told or error["loc"] in wrong_keys:
            continue
        spot = _find_spot(error, record, shape)
        text = spot.last if spot.is_key else getattr(spot.node, "text", "")
        if MARRED in text:
            continue
        code, message, hint = _worded(error, spot)
        if is_foreign and (form := _whole_form(spot.shape, spot.last, spot.typed)):
            hint = f"write {form}"
        yield Finding(code, spot.place, subject, message, hint)


def _without_renamed(errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The one key that lacks and the one key too many in a record are one mistake: another name."""
    lacking = [one for one in errors if one["type"] == "missing"]
    spare = [one for one in errors if one["type"] == "extra_forbidden"]
    pairs = {
        one["loc"]: other["loc"][-1]
        for one in spare
        for other in lacking
        if one["loc"][:-1] == other["loc"][:-1]
    }
    is_one = len(lacking) == len(spare) == len(pairs) == 1
    for error in errors:
        if is_one and error["type"] == "missing":
            continue
        if is_one and error["type"] == "extra_forbidden":
            yield ErrorDetails(**{**error, "ctx": {"meant": pairs[error["loc"]]}})
        else:
            yield error


def _is_foreign(error: ErrorDetails, record: Node, shape: type[Shape]) -> bool:
    """Something lacks in a record that has keys, none of them its own: it is of another form."""
    if error["type"] != "missing":
        return False
    spot = _find_spot(error, record, shape)
    keys = spot.node.keys if isinstance(spot.node, Branch) else {}
    return bool(keys) and not {*keys} & {*spot.shape.model_fields}


def _find_spot(error: ErrorDetails, record: Node, shape: type[Shape]) -> _Spot:
    node, place, names, last = record, record.place, list[str](), ""
    is_key = error["type"] == "extra_forbidden" or error["loc"][-1:] == ("[key]",)
    for step in error["loc"]:
        if isinstance(node, ListNode) and isinstance(step, int):
            node = node.items[step]
            place = node.place
        elif isinstance(node, Branch) and isinstance(step, str) and step in node.fields:
            place = node.keys[step] if is_key else node.fields[step].place
            node, last = node.fields[step], step
            shape = shape.parts.get(step, shape)
            names.append(shown(step))
    if is_key:
        names = names[:-1]
    return _Spot(node, place, ".".join(names), shape, is_key, last)


def _worded(error: ErrorDetails, spot: _Spot) -> tuple[str, str, str]:
    """Code, message and hint."""
    context: Mapping[str, Any] = error.get("ctx", {})
    refused = context.get("error")
    if isinstance(refused, RefusedError):
        return _refusal(refused.finding, spot)
    if error["type"] == "missing":
        return _missing(str(error["loc"][-1]), spot)
    if error["type"] == "extra_forbidden":
        return _spare(spot, context.get("meant"))
    if error["type"] == "literal_error":
        return _choice(re.findall(r"'([^']*)'", context["expected"]), spot)
    if not plain(spot.node):
        return "bad-value", f"{spot.name or spot.shape.noun} is empty", _empty(spot)
    return "bad-value", *_wrong_kind(error["type"], spot)


def _spare(spot: _Spot, meant: str | None) -> tuple[str, str, str]:
    """A key that the record does not have; `meant` is the one that it lacks."""
    twin = find_nearest(spot.last, spot.shape.model_fields)
    has = f"{twin} is there already" if twin else f"the keys are {_keys(spot)}"
    message = f'"{shown(spot.last)}" is no key of {spot.shape.noun}'
    if meant:
        return "unknown-key", message, f"write {meant}, which {spot.shape.noun} needs"
    home = spot.shape.elsewhere.get(spot.last)
    return "unknown-key", message, f"move it to {home}" if home else f"delete it; {has}"


def _refusal(refused: Finding, spot: _Spot) -> tuple[str, str, str]:
    is_nothing = isinstance(spot.node, Leaf) and not spot.node.text
    if spot.is_key:
        message = f'{spot.name}: "{shown(spot.last)}" {refused.message}'
        hint = "put a text that holds a comma in double quotes" if is_nothing else refused.hint
        return refused.code, message, hint
    typed = f' "{spot.typed}"' if spot.typed else ""
    if refused.code == "undecided":
        hint = next((hint for name, hint in _DECISIONS if spot.name.startswith(name)), refused.hint)
        return refused.code, f"{spot.name}{typed} {refused.message}", hint
    said = "is empty" if is_nothing else refused.message
    return refused.code, f"{spot.name}{typed} {said}", refused.hint


def _missing(key: str, spot: _Spot) -> tuple[str, str, str]:
    field = spot.shape.model_fields.get(key)
    example = f", for instance {_as_typed(field.examples[0])}" if field and field.examples else ""
    noun = re.sub(r"^an? ", "the ", spot.shape.noun)
    inside = f" ({spot.name})" if isinstance(spot.node, Branch) and spot.name else ""
    message = f"{noun}{inside} has no {key}"
    described = f" ({field.description.rstrip('.')})" if field and field.description else ""
    return "missing-key", message, f"add {key}:{example}{described}"


def _as_typed(example: object) -> str:
    if isinstance(example, dict):
        pairs = (f"{key}: {_as_typed(value)}" for key, value in example.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(example, list):
        return f"[{', '.join(map(_as_typed, example))}]"
    return str(example)


def _choice(choices: list[str], spot: _Spot) -> tuple[str, str, str]:
    typed = spot.last if spot.is_key else spot.typed
    meant = _MEANT.get(typed.strip(" .").lower())
    nearest = meant if meant in choices else find_nearest(typed, choices) if typed else None
    hint = f"write {nearest}" if nearest else f"write one of {', '.join(choices)}"
    if spot.is_key:
        return "unknown-key", f'"{shown(spot.last)}" is no key of {spot.name}', hint
    if not isinstance(spot.node, Leaf):
        return (
            "bad-value",
            f"{spot.name} wants one word, but a {_kind(spot.node)} stands here",
            hint,
        )
    if not spot.typed:
        return "bad-value", f"{spot.name} is empty", f"{hint}, or delete the line"
    return "bad-value", f'"{spot.typed}" is no {shown(spot.last)}', hint


def _wrong_kind(kind: str, spot: _Spot) -> tuple[str, str]:
    stands = f'but the text "{spot.typed}"' if spot.typed else f"but a {_kind(spot.node)}"
    if kind == "string_type":
        return f"{spot.name} wants a text, {stands} stands here", "write the text behind the colon"
    if kind == "list_type":
        hint = f"write [{spot.typed}]" if spot.typed else "begin each entry with a dash"
        return f"{spot.name} wants a list, {stands} stands here", hint
    if kind == "too_long":
        return f"{spot.name} has too many entries", "keep those that matter"
    if kind.startswith("model"):
        name = spot.name or spot.shape.noun
        form = _whole_form(spot.shape, spot.typed)
        hint = f"write {form}" if form else f"write its keys, each on a line: {_keys(spot)}"
        return f"{name} wants a mapping, {stands} stands here", hint
    return (
        f"{spot.name} wants a mapping, {stands} stands here",
        f"write {spot.last}: {_example_mapping(spot)}",
    )


def _empty(spot: _Spot) -> str:
    """How to write what is empty; what a record needs cannot be left out."""
    field = spot.shape.model_fields.get(spot.last)
    form = "it"
    if field and field.examples:
        form = f"it, for instance {spot.last}: {_as_typed(field.examples[0])}"
    elif isinstance(spot.node, Branch):
        form = f"it as {spot.last}: {_as_typed({'en': '…'})}"
    is_needed = field is not None and field.is_required()
    return f"write {form}" if is_needed else f"write {form}, or delete {spot.last}:"


def _whole_form(shape: type[Shape], *typed: str) -> str:
    """How to write a record that has few keys, all of them needed, with the texts that were typed.

    Nothing for another record.
    """
    fields = shape.model_fields
    if len(fields) > _FEW_KEYS or not all(one.is_required() for one in fields.values()):
        return ""
    texts = dict(zip(fields, map(_in_quotes, typed), strict=False))
    return _as_typed({key: texts.get(key) or _example(shape, key) for key in fields})


def _example(shape: type[Shape], key: str) -> object:
    """A value for a key, in quotes where it is a text that YAML might read as something else."""
    examples = shape.model_fields[key].examples
    said = examples[0] if examples else "…"
    is_plain = not isinstance(said, str) or re.fullmatch(r"[\w.-]+", said)
    return said if is_plain else _in_quotes(str(said))


def _example_mapping(spot: _Spot) -> str:
    """The text that was typed, in a mapping of the form that its key wants."""
    field = spot.shape.model_fields.get(spot.last)
    if field is None:  # Inside a mapping of languages only plural forms are mappings.
        return _as_typed({"other": _in_quotes(spot.typed) or "…"})
    example = field.examples[0] if field.examples else {"en": "…"}
    if isinstance(example, dict) and spot.typed:
        text = _in_quotes(spot.typed)
        example = {key: _with_text(value, text) for key, value in example.items()}
    return _as_typed(example)


def _in_quotes(typed: str) -> str:
    """The start of a text, as it may stand in a mapping."""
    start = typed if len(typed) <= _MOST_SHOWN else f"{typed[:_MOST_SHOWN].rstrip()}…"
    return json.dumps(start, ensure_ascii=False) if start else ""


def _keys(spot: _Spot) -> str:
    return ", ".join(spot.shape.model_fields)


def _with_text(example: object, text: str) -> object:
    if isinstance(example, list):
        return [text]
    return {"other": text} if isinstance(example, dict) else text


def _kind(node: Node) -> str:
    return "list" if isinstance(node, ListNode) else "mapping"
