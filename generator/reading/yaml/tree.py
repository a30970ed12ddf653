"""YAML text becomes a tree of mappings, lists and texts that remember where they were typed.

In: the text of a file. Out: the tree, and a finding for everything that plain YAML does not need:
anchors, aliases, tags, merge keys, directives, second documents, repeated keys, deep nesting.
It never guesses a type: every scalar stays the text that was typed (`NO`, `12:30`, `1_000`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from generator.model import Finding, Place
from generator.reading.characters import MARRED
from generator.reading.disk import file_place
from generator.reading.yaml.complaints import explain_syntax
from generator.reading.yaml.nodes import Branch, Leaf, ListNode, Node
from generator.text import shown

MOST_RECORDS = 5000
"""Entries in one mapping or list; so many facts belong in several files."""
_KEYED = "indicators.yaml"
"""The file whose records are keys, none begun with a dash."""
MOST_NODES = 150_000
"""Keys, texts, lists and mappings in one file; many more than its size allows for real facts."""
MOST_DEPTH = 8
_RECORD_DEPTH = 2
"""Of the records in a list at the top of a file."""
_YAML_TAG = "tag:yaml.org,2002:"
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where it was built in, else the slower reader of the same events."""


@dataclass(frozen=True, slots=True)
class Tree:
    """What a file holds; no root when it could not be read to its end."""

    root: Node | None
    findings: tuple[Finding, ...] = ()


def parse_tree(path: str, text: str, loader: type = LOADER) -> Tree:
    """The tree of a YAML text, with all findings; events only, so nothing can be constructed."""
    reader = _TreeBuilder(path, loader)
    root: Node | None = None
    try:
        reader.check_directives(text)
        root = reader.read_document(text)
    except yaml.MarkedYAMLError as error:
        line, column, message, hint = explain_syntax(error, text)
        # A mark at the beginning of a text, which was refused, may be what breaks its line.
        if not reader.findings or reader.findings[-1].place.line != line:
            reader.refuse_at(file_place(path, line, column), message, hint)
    except (yaml.YAMLError, ValueError, OverflowError):
        # The pure reader lets escapes of numbers that are no character through to Python.
        hint = "look for a backslash in double quotes, and write it twice"
        reader.refuse_at(file_place(path), "the file cannot be read as YAML", hint)
    except _StopError:
        pass
    return Tree(root, tuple(reader.findings))


_NOTHING = frozenset({"~", "null", "Null", "NULL"})
"""What YAML has for no value at all, where it stands without quotes."""


class _StopError(Exception):
    """Reading on would be pointless or unsafe; the finding has been made."""


class _TreeBuilder:
    """Turns events into nodes, and everything that is not wanted into findings."""

    def __init__(self, path: str, loader: type) -> None:
        self._path = file_place(path).path
        self.findings: list[Finding] = []
        self._loader = loader
        self._count = 0
        self._events: Iterator[yaml.Event] = iter(())

    def check_directives(self, text: str) -> None:
        """Lines that begin with % steer YAML itself; the two readers differ about them."""
        if match := _DIRECTIVE.search(text):
            place = Place(self._path, text.count("\n", 0, match.start()) + 1)
            hint = "delete it, or indent it if it belongs to the text above"
            self.refuse_at(place, "a line begins with %", hint)
            raise _StopError

    def read_document(self, text: str) -> Node:
        """The root of the only document."""
        self._events = yaml.parse(text, Loader=self._loader)
        next(self._events)
        start = next(self._events)
        if not isinstance(start, yaml.DocumentStartEvent):
            return Branch({}, {}, Place(self._path))
        root = self._node(next(self._events), 0)
        next(self._events)
        after = next(self._events)
        if isinstance(after, yaml.DocumentStartEvent):
            self._refuse(after, "a second document begins here", "delete the line --- above it")
            raise _StopError
        return root

    def refuse_at(self, place: Place, message: str, hint: str, code: str = "yaml-syntax") -> None:
        """Keep a finding."""
        self.findings.append(Finding(code, place, "", message, hint))

    def _refuse(self, event: yaml.Event, message: str, hint: str) -> None:
        self.refuse_at(self._place(event), message, hint)

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self._path, mark.line + 1, mark.column + 1) if mark else Place(self._path)

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._count += 1
        if self._count > MOST_NODES:
            message = f"the file holds more than {MOST_NODES} texts"
            self.refuse_at(self._place(event), message, "spread them over files", "bad-file")
            raise _StopError
        if isinstance(event, yaml.AliasEvent):
            hint = "write the text out again; for a text that begins with * put it in quotes"
            self._refuse(event, f"*{shown(event.anchor or '')} is an alias", hint)
            return Leaf(MARRED, self._place(event))
        if isinstance(event, yaml.ScalarEvent):
            is_plain = self._check_properties(event)
            is_nothing = not event.style and event.value in _NOTHING
            text = "" if is_nothing else event.value
            return Leaf(text if is_plain else MARRED, self._place(event))
        if depth >= MOST_DEPTH:
            message = f"lists and mappings are nested more than {MOST_DEPTH} deep"
            self._refuse(event, message, "close the brackets, or put a text in quotes")
            raise _StopError
        is_plain = True
        if isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            is_plain = self._check_properties(event)
        is_list = isinstance(event, yaml.SequenceStartEvent)
        node = self._series(event, depth) if is_list else self._branch(event, depth)
        return node if is_plain else Leaf(MARRED, node.place)

    def _check_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> bool:
        """Neither anchor nor tag; the finding is made here."""
        if event.anchor is not None:
            hint = "delete it; for a text that begins with & put it in quotes"
            self._refuse(event, f"&{shown(event.anchor)} is an anchor", hint)
        elif event.tag is not None:
            hint = "delete it; for a text that begins with ! put it in quotes"
            self._refuse(
                event, f"a tag stands here: {shown(event.tag.replace(_YAML_TAG, '!!'))}", hint
            )
        else:
            return True
        return False

    def _series(self, start: yaml.Event, depth: int) -> ListNode:
        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            self._check_count(event, len(items))
            items.append(self._node(event, depth + 1))
        return ListNode(tuple(items), self._place(start))

    def _branch(self, start: yaml.Event, depth: int) -> Node:
        fields: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        repeats: list[tuple[Leaf, Node]] = []
        is_plain = True
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            self._check_count(event, len(fields))
            key = self._node(event, depth + 1)
            value = self._value(next(self._events), event, depth)
            if not isinstance(key, Leaf) or key.text in {"", "<<"}:
                self._refuse_key(event, key)
                is_plain = False
            elif key.text in keys:
                repeats.append((key, value))
            else:
                fields[key.text], keys[key.text] = value, key.place
        place = self._place(start)
        ids = self._refuse_repeats(repeats, keys, depth)
        if ids and isinstance(first := fields["id"], Leaf):
            return Leaf(MARRED, place, (first.text, *ids))
        if not is_plain:
            return Leaf(MARRED, place)
        return Branch(fields, keys, place)

    def _refuse_repeats(
        self, repeats: list[tuple[Leaf, Node]], keys: Mapping[str, Place], depth: int
    ) -> tuple[str, ...]:
        """The ids of further records, if the keys repeat because a dash is missing."""
        further = [
            (key, value.text)
            for key, value in repeats
            if key.text == "id" and isinstance(value, Leaf) and key.place.line > keys["id"].line
            if depth == _RECORD_DEPTH
        ]
        for key, _ in further:
            message = "id stands twice in one record; a dash is missing before this line"
            hint = "write - id: in the column of the other dashes"
            self.refuse_at(key.place, message, hint, "repeated-key")
        for key, _ in repeats if not further else ():
            self._refuse_repeat(key, keys[key.text])
        return tuple(text for _, text in further)

    def _value(self, event: yaml.Event, key: yaml.Event, depth: int) -> Node:
        node = self._node(event, depth + 1)
        is_nothing = isinstance(event, yaml.ScalarEvent) and not event.value and not event.style
        if is_nothing and isinstance(node, Leaf) and not node.text and key.end_mark:
            # Of nothing the two readers give different places: take the one behind the colon.
            place = Place(self._path, key.end_mark.line + 1, key.end_mark.column + 2)
            return Leaf("", place)
        return node

    def _refuse_key(self, event: yaml.Event, key: Node) -> None:
        message = "a list or mapping stands where a key belongs"
        hint = "write a plain word before the colon; put a text that begins with { in quotes"
        if isinstance(key, Leaf) and key.text:
            message, hint = "<< is a merge key", "write the keys out; the seeds need no merge keys"
        elif isinstance(key, Leaf):
            message, hint = "a key is missing before the colon", "write the key's name"
        self._refuse(event, message, hint)

    def _refuse_repeat(self, key: Leaf, first: Place) -> None:
        message = f'"{shown(key.text)}" stands twice, first in line {first.line}'
        is_keyed = self._path.endswith(_KEYED) and key.place.column > 1
        other = "give one of the two another id" if is_keyed else "begin a new record with a dash"
        hint = f"delete line {first.line} or this one, or {other}"
        if first.line == key.place.line:
            hint = "delete one of the two"
        self.refuse_at(key.place, message, hint, "repeated-key")

    def _check_count(self, event: yaml.Event, count: int) -> None:
        if count >= MOST_RECORDS:
            message = f"more than {MOST_RECORDS} entries in one list or mapping"
            self.refuse_at(self._place(event), message, "spread them over files", "bad-file")
            raise _StopError
