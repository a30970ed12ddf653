"""Shapes become the records that the other rooms know, field for field.

In: a shape without a finding, its tree, the default language. Out: the frozen record with its
marks. Nothing is checked: all that could be wrong has been found before.
"""

from collections.abc import Mapping
from typing import Any, TypeVar, get_args, get_origin

from generator.model import FrozenDict
from generator.reading.shapes.shapes import Shape, typed_fields
from generator.reading.yaml.nodes import Branch, ListNode, Node, marks_of

R = TypeVar("R")


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
