"""mkdocs.yml as plain values that remember where they were typed.

In: the project's root. Out: the settings, their places, and what is wrong with the file. It is the
one YAML file that seeds have no part in: read as code is, so anchors are allowed in it. What only
the engine can read (tags, other files) is left to the engine.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.model import EMPTY, Finding, FrozenDict, Marks, Place, Step
from generator.reading.characters import decode_text
from generator.reading.disk import file_place, load_bytes
from generator.reading.yaml.complaints import explain_syntax
from generator.reading.yaml.tree import LOADER

SETTINGS = "mkdocs.yml"
_INHERITS = "INHERIT"
_NOWHERE = Marks(Place(SETTINGS))


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """What the file says; nothing where there is none."""

    text: bytes = b""
    values: Mapping[str, Any] | None = EMPTY
    """None where the engine has to read it."""
    marks: Marks = _NOWHERE
    findings: tuple[Finding, ...] = ()


def load_settings_file(root: Path) -> SettingsFile:
    """The settings of the project below `root`."""
    if not os.path.lexists(root / SETTINGS):
        return SettingsFile()
    data = load_bytes(root, SETTINGS)
    if isinstance(data, Finding):
        return SettingsFile(findings=(data,))
    decoded = decode_text(SETTINGS, data, is_yaml=True)
    if decoded.findings:
        return SettingsFile(data, findings=decoded.findings)
    try:
        return _read(data, decoded.text)
    except yaml.MarkedYAMLError as error:
        line, column, message, hint = explain_syntax(error, decoded.text)
        return SettingsFile(
            data, findings=(_finding(Place(SETTINGS, line, column), message, hint),)
        )
    except (yaml.YAMLError, ValueError, RecursionError):
        message = "the file cannot be read as YAML"
        finding = _finding(Place(SETTINGS), message, "write `key: value`, a line each")
        return SettingsFile(data, findings=(finding,))


def _read(data: bytes, text: str) -> SettingsFile:
    root = yaml.compose(text, Loader=LOADER)
    if root is None:
        return SettingsFile(data)
    if not isinstance(root, yaml.MappingNode):
        message, hint = "the file holds no settings", "write `site_name: …` in a line of its own"
        return SettingsFile(data, findings=(_finding(_place(root), message, hint),))
    marks = Marks(_place(root), FrozenDict(_places(root, ())))
    if _INHERITS in text or _has_tags(text):
        return SettingsFile(data, None, marks)
    return SettingsFile(data, yaml.load(text, Loader=LOADER), marks)  # noqa: S506 - it is a safe one


def _has_tags(text: str) -> bool:
    tagged = yaml.ScalarEvent | yaml.CollectionStartEvent
    events = yaml.parse(text, Loader=LOADER)
    return any(isinstance(event, tagged) and event.tag is not None for event in events)


def _places(node: yaml.Node, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], Place]]:
    """A key stands for what it holds; in a list each value for itself."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, str(key.value)), _place(key)
            yield from _places(value, (*path, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield (*path, index), _place(value)
            yield from _places(value, (*path, index))


def _place(node: yaml.Node) -> Place:
    return file_place(SETTINGS, node.start_mark.line + 1, node.start_mark.column + 1)


def _finding(place: Place, message: str, hint: str) -> Finding:
    return Finding("yaml-syntax", place, "", message, hint)
