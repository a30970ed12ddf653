"""briefing.lock, beside seeds/: what earlier states of the briefing left behind, kept by a command.

In: the project's root. Out: the record, empty when there is no such file, and findings about it.
An unreadable lock is a finding: what it protects must not vanish with a slip of the keyboard.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, create_model

from generator.model import (
    NO_LOCK,
    CorrectedField,
    Fact,
    Finding,
    FrozenDict,
    InferredField,
    Lock,
    Place,
    Release,
    ReleasedEntry,
)
from generator.reading.characters import decode_text
from generator.reading.disk import load_bytes
from generator.reading.errors import RefusedError
from generator.reading.records import parse_record
from generator.reading.shapes.scalars import FORMS, ID, NOTE
from generator.reading.shapes.shapes import Shape, keys_of
from generator.reading.yaml.nodes import Branch, Leaf, Node
from generator.reading.yaml.tree import parse_tree

LOCK = "briefing.lock"
NOWHERE = "none"
"""Before the first release, and in the place of what is gone for good."""


_ENTRY = re.compile(
    "(?P<says>[0-9a-f]{64}) (?P<rests>[0-9a-f]{64})(?P<made> [1-9][0-9]?)?(?P<off> withdrawn)?"
)
_HASH = re.compile("[0-9a-f]{64}|none")
_RENEW = "take the releases of the version that was published, then run briefing record"


def _parse_entry(text: str) -> str:
    if not _ENTRY.fullmatch(text):
        raise RefusedError("is no entry of a release", _RENEW)
    return text


def _parse_hash(text: str) -> str:
    if not _HASH.fullmatch(text):
        raise RefusedError("is no SHA-256", _RENEW)
    return text


def _release_shape() -> type[Shape]:
    """A release: each of its figures in a line, whose words are hashes."""
    entry: Any = Annotated[str, AfterValidator(_parse_entry)]
    previous: Any = Annotated[str, AfterValidator(_parse_hash)]
    shape = create_model(
        "ReleaseShape",
        __base__=Shape,
        previous=(previous, ...),
        known_as_of=(NOTE, ...),
        entries=(dict[ID, entry], {}),
        gone=(dict[ID, NOTE], {}),
    )
    shape.noun = "release"
    return shape


def _lock_shape() -> type[Shape]:
    """What is published, each figure without the fields left out; what was; reasons on record."""
    keys = keys_of(Fact)
    typed: Any = {name: (keys[name][0] | None, None) for name in get_args(CorrectedField)}
    published: Any = create_model("PublishedShape", __base__=Shape, **typed)
    reasons: Any = dict[InferredField, NOTE]
    earlier: Any = FORMS["earlier"]
    corrected: Any = dict[CorrectedField, list[earlier]]
    release: Any = _release_shape()
    shape = create_model(
        "LockShape",
        __base__=Shape,
        published=(dict[ID, published], {}),
        corrected=(dict[ID, corrected], {}),
        settled=(dict[ID, reasons], {}),
        releases=(list[release], []),
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
        releases=tuple(_releases(record.typed.releases)),
        releases_at=_place_of(record.node, "releases"),
    )
    places = tuple(Leaf(name, place) for name, place in figures.keys.items())
    return LoadedLock(lock, places, tuple(findings))


def _place_of(record: Node, key: str) -> Place | None:
    return record.keys.get(key) if isinstance(record, Branch) else None


def _releases(typed: Iterable[Any]) -> Iterator[Release]:
    for number, one in enumerate(typed, 1):
        entries = {name: _entry(text) for name, text in one.entries.items()}
        gone = {name: "" if other == NOWHERE else other for name, other in one.gone.items()}
        previous = "" if one.previous == NOWHERE else one.previous
        yield Release(number, previous, one.known_as_of, FrozenDict(entries), FrozenDict(gone))


def _entry(text: str) -> ReleasedEntry:
    found = _ENTRY.fullmatch(text)
    if not found:
        raise ValueError(text)
    made = int(found["made"] or 0)
    return ReleasedEntry(found["says"], found["rests"], made, is_withdrawn=bool(found["off"]))


def _texts(figure: Node) -> dict[str, str]:
    """The fields of a figure as they were typed."""
    fields = figure.fields if isinstance(figure, Branch) else {}
    return {key: one.text for key, one in fields.items() if isinstance(one, Leaf)}
