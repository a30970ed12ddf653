"""briefing.lock, beside seeds/: what earlier states of the briefing left behind, kept by a command.

In: the project's root. Out: the record, empty when there is no such file, and findings about it.
An unreadable lock is a finding: what it protects must not vanish with a slip of the keyboard.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import create_model

from generator.model import NO_LOCK, CorrectedField, Fact, Finding, FrozenDict, InferredField, Lock
from generator.reading.characters import decode_text
from generator.reading.disk import load_bytes
from generator.reading.records import parse_record
from generator.reading.shapes.scalars import FORMS, ID, NOTE
from generator.reading.shapes.shapes import Shape, keys_of
from generator.reading.yaml.nodes import Branch, Leaf, Node
from generator.reading.yaml.tree import parse_tree

LOCK = "briefing.lock"


def _lock_shape() -> type[Shape]:
    """What is published, each figure without the fields left out; what was; reasons on record."""
    keys = keys_of(Fact)
    typed: Any = {name: (keys[name][0] | None, None) for name in get_args(CorrectedField)}
    published: Any = create_model("PublishedShape", __base__=Shape, **typed)
    reasons: Any = dict[InferredField, NOTE]
    earlier: Any = FORMS["earlier"]
    corrected: Any = dict[CorrectedField, list[earlier]]
    shape = create_model(
        "LockShape",
        __base__=Shape,
        published=(dict[ID, published], {}),
        corrected=(dict[ID, corrected], {}),
        settled=(dict[ID, reasons], {}),
    )
    shape.noun = LOCK
    return shape


_LOCK_SHAPE = _lock_shape()


@dataclass(frozen=True, slots=True)
class LoadedLock:
    """The lock, where its ids stand, and what is wrong in it."""

    lock: Lock = NO_LOCK
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
    record = parse_record(tree.root, _LOCK_SHAPE, findings) if tree.root else None
    if record is None or record.typed is None:
        return LoadedLock(findings=tuple(findings))
    settled = {fact: FrozenDict(reasons) for fact, reasons in record.typed.settled.items()}
    top = record.node.fields.get("published") if isinstance(record.node, Branch) else None
    figures = top if isinstance(top, Branch) else Branch({}, {}, record.node.place)
    published = {name: FrozenDict(_texts(node)) for name, node in figures.fields.items()}
    corrected = {
        fact: FrozenDict({key: tuple(texts) for key, texts in fields.items()})
        for fact, fields in record.typed.corrected.items()
    }
    lock = Lock(
        published=FrozenDict(published),
        corrected=FrozenDict(corrected),
        settled=FrozenDict(settled),
    )
    places = tuple(Leaf(name, place) for name, place in figures.keys.items())
    return LoadedLock(lock, places, tuple(findings))


def _texts(figure: Node) -> dict[str, str]:
    """The fields of a figure as they were typed."""
    fields = figure.fields if isinstance(figure, Branch) else {}
    return {key: one.text for key, one in fields.items() if isinstance(one, Leaf)}
