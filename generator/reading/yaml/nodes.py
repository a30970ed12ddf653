"""The tree of a YAML file: mappings, lists and texts that remember where they were typed.

In: what `tree` has read. Out: bare values for shapes, marks for records, single texts for rules.
It knows nothing of YAML and holds no type but text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model import FrozenDict, Marks, Place, Step
from generator.reading.characters import MARRED


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar, as typed; `key:` with nothing behind it is the empty text."""

    text: str
    place: Place
    ids: tuple[str, ...] = ()
    """Ids of records that ran into one because a dash is missing; nothing else of them is read."""


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list, in the order in which it was typed."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Branch:
    """A mapping, with the places of its keys."""

    fields: Mapping[str, "Node"]
    keys: Mapping[str, Place]
    place: Place


Node = Leaf | ListNode | Branch


def plain(node: Node) -> object:
    """The tree as bare mappings, lists and texts."""
    match node:
        case Leaf():
            return node.text
        case ListNode():
            return [plain(item) for item in node.items]
        case Branch():
            return {key: plain(value) for key, value in node.fields.items()}


def marks_of(node: Node) -> Marks:
    """Where each field of a record was typed."""
    return Marks(node.place, FrozenDict(_places(node, ())))


def leaf_text(node: Node | None, key: str) -> str | None:
    """The text at a key of a mapping; None when there is none, or none that may be judged."""
    value = node.fields.get(key) if isinstance(node, Branch) else None
    return value.text if isinstance(value, Leaf) and is_sound(value) else None


def is_sound(leaf: Leaf) -> bool:
    """There is a text, and it holds no character that has a finding already."""
    return bool(leaf.text) and MARRED not in leaf.text


def _places(node: Node, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], Place]]:
    if path:
        yield path, node.place
    if isinstance(node, Branch):
        for key, value in node.fields.items():
            yield from _places(value, (*path, key))
    elif isinstance(node, ListNode):
        for index, item in enumerate(node.items):
            yield from _places(item, (*path, index))
