"""Mistyped keys are corrected, so that one slip makes one finding.

In: a record as typed and its shape. Out: the record with the keys that were meant, and findings.
Every repair is a finding, so nothing is published.
"""

from collections.abc import Iterator

from generator.model import Finding
from generator.reading.characters import MARRED
from generator.reading.shapes.shapes import Shape
from generator.reading.yaml.nodes import Branch, ListNode, Node
from generator.text import find_nearest, shown


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
