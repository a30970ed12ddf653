"""What an editor may type for each record, made of the record's own fields.

In: the records of `model`, whose annotations say how a field is typed. Out: pydantic shapes: bare
mappings, lists and texts go in, typed values come out, or errors that `refusals` puts into words.
From the same shapes come the JSON Schemas that complete keys in editors. A shape looks at one value
at a time; `rules` check what several fields say together. A shape without a finding becomes, field
for field, the frozen record that the other rooms know, with its marks.
"""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from types import UnionType
from typing import Annotated, Any, ClassVar, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Field, Tag, create_model

from generator.model import (
    INLINE,
    Amount,
    Article,
    Band,
    Briefing,
    Chart,
    Check,
    Constant,
    Correction,
    Entity,
    Exemption,
    Fact,
    FollowUp,
    FrozenDict,
    Ignored,
    Indicator,
    Licence,
    Moved,
    Quote,
    RasterPicture,
    Subject,
    Typed,
    Unit,
    Where,
)
from generator.reading.shapes.scalars import FORMS
from generator.reading.yaml.nodes import Branch, ListNode, Node, marks_of

_NOUNS: Mapping[type, str] = {
    Amount: "an amount",
    Article: "an article",
    Band: "a band",
    Briefing: "briefing.yaml",
    Chart: "a chart",
    Check: "a check",
    Constant: "a constant",
    Correction: "a correction",
    Entity: "an entity",
    Exemption: "an exemption",
    Fact: "a fact",
    Ignored: "an ignored number",
    Indicator: "an indicator",
    Licence: "a licence",
    Moved: "a moved id",
    FollowUp: "a promise",
    Quote: "a quotation",
    RasterPicture: "a picture",
    Subject: "a subject",
    Unit: "a unit",
    Where: "a selection",
}
"""What messages call each record."""
_NAMES: Mapping[type, str] = {FollowUp: "Promise"}
"""In the schemas, where it is not the record's own."""
_ELSEWHERE: Mapping[type, Mapping[str, str]] = {
    Briefing: dict.fromkeys(("checks", "corrections", "moved"), "a file of seeds/facts")
}
_ONE, _SEVERAL = "(one)", "(several)"
"""Which of two forms was typed; the parentheses tell them from keys."""
_MOST_SEVERAL = 20
R = TypeVar("R")


class Shape(BaseModel):
    """A record as typed; no key but its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    record: ClassVar[type]
    noun: ClassVar[str] = "record"
    """What the record is called in messages, with its article."""
    elsewhere: ClassVar[Mapping[str, str]] = {}
    """Keys that stand in another file, and in which."""
    parts: ClassVar[Mapping[str, type["Shape"]]] = {}
    """The shapes of the records inside this one, by key."""


@dataclass(frozen=True, slots=True)
class TypedField:
    """A field of a record that an editor types."""

    name: str
    key: str
    hint: Any
    typed: Typed | None
    """None for a record whose keys stand among those of the outer one."""
    part: type | None
    """The record inside the field, if there is one."""


@cache
def typed_fields(record: type) -> tuple[TypedField, ...]:
    """The fields of a record that an editor types, in order."""
    found = []
    for name, hint in get_type_hints(record, include_extras=True).items():
        extras = getattr(hint, "__metadata__", ())
        typed = next((extra for extra in extras if isinstance(extra, Typed)), None)
        if typed or INLINE in extras:
            key = (typed and typed.key) or name
            found.append(TypedField(name, key, hint, typed, _part(hint)))
    return tuple(found)


@cache
def shape_of(record: type) -> type[Shape]:
    """What an editor types for a record."""
    shape = create_model(
        f"{_NAMES.get(record, record.__name__)}Shape",
        __base__=Shape,
        __doc__=record.__doc__,
        **keys_of(record),
    )
    shape.record, shape.noun = record, _NOUNS[record]
    shape.elsewhere = _ELSEWHERE.get(record, {})
    parts = {field.key: field.part for field in typed_fields(record) if field.typed}
    shape.parts = {key: shape_of(part) for key, part in parts.items() if part}
    return shape


def keys_of(record: type) -> dict[str, Any]:
    """The type and description of each key of a record, as pydantic wants them."""
    is_total = getattr(record, "__total__", True)
    defaults = {one.name: one.default for one in fields(record)} if is_total else {}
    keys: dict[str, Any] = {}
    for field in typed_fields(record):
        if field.typed is None and field.part:
            keys |= keys_of(field.part)
        elif field.typed:
            keys[field.key] = _key(field.hint, field.typed, defaults.get(field.name))
    return keys


def _key(hint: Any, typed: Typed, default: object) -> tuple[Any, Any]:
    kind = _kind(hint, may_be_one=typed.may_be_one)
    if typed.least:
        kind = Annotated[kind, Field(min_length=typed.least)]
    described: dict[str, Any] = {
        "description": typed.description,
        "examples": typed.examples or None,
    }
    if default is MISSING and not typed.may_be_left_out:
        return kind, Field(**described)
    if typed.may_be_left_out or not default:
        return kind | None, Field(None, **described)
    return kind, Field(default, **described)


def _kind(hint: Any, *, may_be_one: bool = False) -> Any:
    """The type by which pydantic reads a field."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        # A form, or the narrower type that an editor may type.
        narrow = next((one for one in inner[1:] if not isinstance(one, Typed)), inner[0])
        return _kind(narrow, may_be_one=may_be_one)
    if origin in {Union, UnionType}:
        return _kind(inner[0]) | None
    if may_be_one:
        return _one_or_several(_kind(inner[0]))
    if origin is tuple or (origin is Mapping and inner[1] in _NOUNS):
        return list[_kind(_part(hint) or inner[0])]  # type: ignore[misc]
    if origin is Mapping:
        return dict[_kind(inner[0]), _kind(inner[1])]  # type: ignore[misc]
    return shape_of(hint) if hint in _NOUNS else FORMS.get(hint, hint)


def _part(hint: Any) -> type | None:
    """The record that a type is made of."""
    if isinstance(hint, type) and hint in _NOUNS:
        return hint
    inner = hint if isinstance(hint, tuple) else get_args(hint)
    return next((part for one in inner if (part := _part(one))), None)


def _one_or_several(kind: Any) -> Any:
    """An entry, or a list of entries; both become a list."""
    several = Annotated[list[kind], Field(min_length=1, max_length=_MOST_SEVERAL), Tag(_SEVERAL)]
    alone = Annotated[kind, AfterValidator(lambda one: [one]), Tag(_ONE)]
    form = Discriminator(lambda typed: _SEVERAL if isinstance(typed, list) else _ONE)
    return Annotated[alone | several, form]


def build(record: type[R], shape: Shape, node: Node, language: str, **given: object) -> R:
    """The record that was typed; plain texts are in `language`, `given` overrides what was typed.

    What was left out has the default of the record.
    """
    values: dict[str, Any] = {}
    kind: Any = record
    for field in typed_fields(kind):
        if field.typed is None and field.part:
            values[field.name] = build(field.part, shape, node, language)
            continue
        inner = node.fields.get(field.key, node) if isinstance(node, Branch) else node
        value = _frozen(getattr(shape, field.key), inner, language)
        if isinstance(value, tuple) and get_origin(get_args(field.hint)[0]) is Mapping:
            value = FrozenDict({one.id: one for one in value})
        if value is not None:
            values[field.name] = value
    if "marks" in getattr(record, "__dataclass_fields__", ()):
        values["marks"] = marks_of(node)
    if issubclass(record, dict):
        kind = FrozenDict
    return kind(**{**values, **given})  # type: ignore[no-any-return]


def _frozen(value: Any, node: Node, language: str) -> Any:
    if isinstance(value, Shape):
        return build(value.record, value, node, language)
    if isinstance(value, list):
        nodes = node.items if isinstance(node, ListNode) else [node] * len(value)
        pairs = zip(value, nodes, strict=True)
        return tuple(_frozen(one, inner, language) for one, inner in pairs)
    if isinstance(value, dict):
        # A plain text stands under no language.
        return FrozenDict(
            {key or language: _frozen(one, node, language) for key, one in value.items()}
        )
    return value
