"""The records of one seed file, each with its tree, its typed values and its findings.

In: the tree of a file. Out: its sections' records; a malformed one keeps its tree and id, but has
no typed values. One bad record never hides another. A mistyped key is corrected, so that one slip
makes one finding; every repair is a finding, so nothing is published.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from generator.model import (
    Article,
    Chart,
    Check,
    Correction,
    Fact,
    Finding,
    Indicator,
    Moved,
    Place,
    Unit,
)
from generator.reading.characters import MARRED
from generator.reading.errors import RefusedError
from generator.reading.shapes.refusals import translate
from generator.reading.shapes.shapes import Shape, shape_of
from generator.reading.values.names import parse_id
from generator.reading.yaml.nodes import Branch, Leaf, ListNode, Node, plain
from generator.text import find_nearest, listed, shown

_READERS_CODES = {"repeated-key", "yaml-syntax"}


@dataclass(frozen=True, slots=True)
class TypedRecord:
    """One record as typed."""

    id: str
    node: Node
    typed: Any
    """Its values, by a shape; None when it is malformed."""
    id_place: Place


@dataclass(frozen=True, slots=True)
class Section:
    """One key at the top of a seed file, and what its entries are."""

    key: str
    shape: type[Shape]
    is_list: bool = True
    """A list of records with ids; else a mapping from id to record."""
    is_needed: bool = True


FACTS = Section("facts", shape_of(Fact))
CHECKS = Section("checks", shape_of(Check), is_needed=False)
CORRECTIONS = Section("corrections", shape_of(Correction), is_needed=False)
MOVED = Section("moved", shape_of(Moved), is_needed=False)
ARTICLES = Section("articles", shape_of(Article))
CHARTS = Section("charts", shape_of(Chart))
UNITS = Section("units", shape_of(Unit), is_list=False, is_needed=False)
INDICATORS = Section("indicators", shape_of(Indicator), is_list=False)


def parse_record(node: Node, shape: type[Shape], findings: list[Finding]) -> TypedRecord:
    """A record with its id inside; what is wrong with it is added to `findings`."""
    found = _typed_id(node)
    respelled, slips = respell(node, shape, shown(found.text))
    found = _typed_id(respelled)
    name = found.text
    typed = _typed(respelled, shape, shown(name), findings)
    findings += slips
    return TypedRecord(name, respelled, None if slips else typed, found.place)


def parse_entry(
    key: str, node: Node, place: Place, section: Section
) -> tuple[TypedRecord, list[Finding]]:
    """A record whose id is its key, with what is wrong with it."""
    findings: list[Finding] = []
    name = key.replace(MARRED, "")
    if MARRED not in key:
        try:
            parse_id(key)
        except RefusedError as refused:
            findings.append(refused.found_at(place, shown(name), f'"{shown(key)}"'))
    respelled, slips = respell(node, section.shape, shown(name))
    typed = _typed(respelled, section.shape, shown(name), findings)
    findings += slips
    if findings or MARRED in key:
        typed = None
    return TypedRecord(name, respelled, typed, place), findings


def parse_section(root: Branch, section: Section, findings: list[Finding]) -> list[TypedRecord]:
    """Every record of a section, malformed ones included."""
    value = root.fields.get(section.key)
    if section.is_list and isinstance(value, ListNode):
        return [parse_record(item, section.shape, findings) for item in value.items]
    if not section.is_list and isinstance(value, Branch):
        records = []
        for key, item in value.fields.items():
            record, found = parse_entry(key, item, value.keys[key], section)
            records.append(record)
            findings += found
        return records
    if value is not None:
        findings += _check_section(value, section)
    return []


def name_subjects(
    findings: list[Finding], records: Iterable[TypedRecord], besides: Collection[str] = ()
) -> None:
    """What the reader of YAML found in a record gets the record's id, but in files `besides`."""
    names = {_position(one.node.place): shown(one.id) for one in records}
    starts = sorted(names)
    for index, finding in enumerate(findings):
        if finding.subject or finding.code not in _READERS_CODES or finding.place.path in besides:
            continue
        here = _position(finding.place)
        start = starts[max(bisect_right(starts, here) - 1, 0)] if starts else here
        # Further to the left the record has ended.
        if start[0] == here[0] and start <= here and start[2] <= here[2]:
            findings[index] = replace(finding, subject=names.get(start, ""))


def _position(place: Place) -> tuple[str, int, int]:
    return place.path, place.line, place.column


def is_readable(root: Branch, section: Section) -> bool:
    """The section is there in its form, so that its ids are all known."""
    value = root.fields.get(section.key)
    wanted = ListNode if section.is_list else Branch
    return isinstance(value, wanted) or (value is None and not section.is_needed)


def parse_envelope(
    root: Node, path: str, sections: Sequence[Section], findings: list[Finding]
) -> Branch:
    """The top of a seed file, with its mistyped keys put right and reported."""
    keys = [section.key for section in sections]
    if isinstance(root, Leaf) and MARRED in root.text:
        return Branch({}, {}, root.place)
    if not isinstance(root, Branch):
        needed = [section.key for section in sections if section.is_needed]
        message = f"the file wants {needed[0]}: at its top"
        hint = f"write {needed[0]}: above it"
        findings.append(Finding("bad-value", root.place, "", message, hint))
        return Branch({}, {}, root.place)
    fields, places = dict[str, Node](), dict[str, Place]()
    missing = set(keys) - set(root.fields)
    for typed, value in root.fields.items():
        meant = typed
        if typed not in keys and MARRED not in typed:
            meant = find_nearest(typed, missing) or typed
            hint = (
                f"write {meant}" if meant != typed else f"delete it; the file has: {listed(keys)}"
            )
            message = f'"{shown(typed)}" is no key of {path}'
            findings.append(Finding("unknown-key", root.keys[typed], "", message, hint))
        missing.discard(meant)
        fields[meant], places[meant] = value, root.keys[typed]
    for section in sections:
        if not section.is_needed or section.key not in missing:
            continue
        hint = f"write {section.key}: {'[]' if section.is_list else '{}'} or add entries"
        message = f"the file has no {section.key}"
        findings.append(Finding("missing-key", root.place, "", message, hint))
    return Branch(fields, places, root.place)


def _typed_id(node: Node) -> Leaf:
    """The id without characters that have a finding already; empty when there is none."""
    if isinstance(node, Leaf) and node.ids:
        return Leaf(node.ids[0].replace(MARRED, ""), node.place)
    value = node.fields.get("id") if isinstance(node, Branch) else None
    if not isinstance(value, Leaf):
        return Leaf("", node.place)
    return Leaf(value.text.replace(MARRED, ""), value.place)


def _typed(node: Node, shape: type[Shape], subject: str, findings: list[Finding]) -> Shape | None:
    try:
        return shape.model_validate(plain(node))
    except ValidationError as failure:
        errors = failure.errors(include_url=False)
        findings += translate(errors, node, shape, subject)
        return None


def _check_section(value: Node, section: Section) -> Iterator[Finding]:
    if isinstance(value, Leaf) and MARRED in value.text:
        return
    form = "each entry with a dash" if section.is_list else "each entry with its id and a colon"
    message, hint = (
        f"{section.key} wants a {'list' if section.is_list else 'mapping'}",
        f"begin {form}",
    )
    if isinstance(value, Leaf) and not value.text:
        message = f"{section.key} is empty"
        hint = f"add entries, or write {section.key}: {'[]' if section.is_list else '{}'}"
    yield Finding("bad-value", value.place, "", message, hint)


def respell(node: Node, shape: type[Shape], subject: str) -> tuple[Node, list[Finding]]:
    """The record with its mistyped keys corrected, and a finding for each of them."""
    findings: list[Finding] = []
    return _respelled(node, shape, (subject, findings)), findings


def _respelled(node: Node, shape: type[Shape], report: tuple[str, list[Finding]]) -> Node:
    if isinstance(node, ListNode):
        items = (_respelled(item, shape, report) for item in node.items)
        return ListNode(tuple(items), node.place)
    if not isinstance(node, Branch):
        return node
    fields: dict[str, Node] = {}
    keys = {}
    for typed, meant in _meanings(node, shape):
        key, colon, text = typed.partition(":")
        if colon and meant == typed and key in shape.model_fields and key not in node.fields:
            message = f'no space stands after the colon of "{key}"'
            hint = f"write {key}: {shown(text)}"
            report[1].append(Finding("unknown-key", node.keys[typed], report[0], message, hint))
            fields[key], keys[key] = Leaf(text, node.keys[typed]), node.keys[typed]
            continue
        if meant != typed:
            message = f'"{shown(typed)}" is no key of {shape.noun}'
            finding = Finding("unknown-key", node.keys[typed], report[0], message, f"write {meant}")
            report[1].append(finding)
        part = shape.parts.get(meant)
        value = node.fields[typed]
        fields[meant] = _respelled(value, part, report) if part else value
        keys[meant] = node.keys[typed]
    return Branch(fields, keys, node.place)


def _meanings(node: Branch, shape: type[Shape]) -> Iterator[tuple[str, str]]:
    missing = set(shape.model_fields) - set(node.fields)
    if len(node.fields) > 2 * len(shape.model_fields):
        missing.clear()  # No record with slips, but something else altogether.
    for typed in node.fields:
        if typed in shape.model_fields or typed in shape.elsewhere or MARRED in typed:
            yield typed, typed
            continue
        meant = find_nearest(typed, missing) if missing else None
        missing.discard(meant or "")
        yield typed, meant or typed
