"""briefing.lock, beside seeds/: what earlier states of the briefing left behind, kept by a command.

In: the project's root. Out: the record, empty when there is no such file, and findings about it.
An unreadable lock is a finding: what it protects must not vanish with a slip of the keyboard.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from generator.model import Lock, Finding
from generator.reading.characters import decode_text
from generator.reading.disk import load_bytes
from generator.reading.yaml.nodes import Branch, Leaf, Node
from generator.reading.records import parse_record
from generator.reading.shapes.lock import LockShape
from generator.reading.yaml.tree import parse_tree

LOCK = "briefing.lock"


@dataclass(frozen=True, slots=True)
class LoadedLock:
    """The lock, where its ids stand, and what is wrong in it."""

    lock: Lock = field(default_factory=Lock)
    published: tuple[Leaf, ...] = ()
    findings: tuple[Finding, ...] = ()


def load_lock(root: Path) -> LoadedLock:
    """The lock beside seeds/; an empty one where there is none."""
    if not os.path.lexists(root / LOCK):
        return LoadedLock()
    data = load_bytes(root, LOCK)
    if isinstance(data, Finding):
        return LoadedLock(findings=(data,))
    decoded = decode_text(LOCK, data, is_yaml=True)
    if not decoded.is_whole:
        return LoadedLock(findings=tuple(decoded.findings))
    tree = parse_tree(LOCK, decoded.text)
    findings = [*decoded.findings, *tree.findings]
    record = parse_record(tree.root, LockShape, findings) if tree.root else None
    if record is None or record.typed is None:
        return LoadedLock(findings=tuple(findings))
    settled = {
        fact: MappingProxyType({str(key): str(value) for key, value in reasons.items()})
        for fact, reasons in record.typed.settled.items()
    }
    top = record.node.fields.get("published") if isinstance(record.node, Branch) else None
    figures = top if isinstance(top, Branch) else Branch({}, {}, record.node.place)
    published = {name: MappingProxyType(_texts(node)) for name, node in figures.fields.items()}
    lock = Lock(published=MappingProxyType(published), settled=MappingProxyType(settled))
    places = tuple(Leaf(name, place) for name, place in figures.keys.items())
    return LoadedLock(lock, places, tuple(findings))


def _texts(figure: Node) -> dict[str, str]:
    """The fields of a figure as they were typed."""
    fields = figure.fields if isinstance(figure, Branch) else {}
    return {key: one.text for key, one in fields.items() if isinstance(one, Leaf)}
