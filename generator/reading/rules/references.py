"""Ids that must be unique, and ids that must be known.

In: records as typed. Out: findings at the second use of an id, and at every id that no record
has. Ids that an unreadable file may hold are not missed: such a file has its own finding.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.model import Finding, Known, Place
from generator.reading.records import TypedRecord
from generator.reading.values.names import is_id, kebab
from generator.reading.yaml.nodes import Branch, Leaf, ListNode, Node
from generator.text import find_near, shown


def check_duplicates(ids: Iterable[Leaf], noun: str) -> Iterator[Finding]:
    """The second record with an id is a finding that names the first."""
    first: dict[str, Place] = {}
    for leaf in ids:
        if not leaf.text:
            continue
        if leaf.text in first:
            message = f'"{shown(leaf.text)}" is the id of another {noun} at {first[leaf.text]}'
            hint = "give one of the two another id, or delete it"
            yield Finding("duplicate-id", leaf.place, shown(leaf.text), message, hint)
        first.setdefault(leaf.text, leaf.place)


def typed_ids(records: Iterable[TypedRecord]) -> frozenset[str]:
    """Ids as typed; of a malformed one also what was probably meant."""
    typed = {name for record in records for name in (record.id, *_run_in(record.node)) if name}
    return frozenset(typed | {kebab(name) for name in typed if not is_id(name)} - {""})


def _run_in(node: Node) -> tuple[str, ...]:
    return node.ids if isinstance(node, Leaf) else ()


def repeated_ids(records: Iterable[TypedRecord]) -> frozenset[str]:
    """Ids of more than one record, so that a reference to them is ambiguous."""
    counts = Counter(record.id for record in records)
    return frozenset(name for name, count in counts.items() if name and count > 1)


def find_leaves(node: Node, *path: str) -> Iterator[Leaf]:
    """All texts at a path of keys, through all lists on the way."""
    if isinstance(node, ListNode):
        for item in node.items:
            yield from find_leaves(item, *path)
    elif path and isinstance(node, Branch) and path[0] in node.fields:
        yield from find_leaves(node.fields[path[0]], *path[1:])
    elif not path and isinstance(node, Leaf):
        yield node


def check_references(
    leaves: Iterable[Leaf], key: str, known: Known, subject: str
) -> Iterator[Finding]:
    """Every id that is referred to belongs to a record."""
    for leaf in leaves:
        # A text that is not an id has been refused where it was typed.
        if not known.lacks(leaf.text) or not is_id(leaf.text):
            continue
        near = " or ".join(find_near(leaf.text, known.ids))
        hint = f"write {near}" if near else f"correct the id, or add it to {known.home}"
        message = f'{key} "{shown(leaf.text)}" is not in {known.home}'
        yield Finding("unknown-id", leaf.place, subject, message, hint)
