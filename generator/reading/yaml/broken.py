"""A file that is no YAML at one place is read around it, so that the rest need not wait.

In: the text of a file whose records are a list at its top. Out: the tree of all records but those
in which a reader gave up, the text of these, and the findings. Lines keep their numbers.
"""

import re
from dataclasses import dataclass

from generator.model import Finding
from generator.reading.yaml.nodes import Node
from generator.reading.yaml.tree import parse_tree

_MOST_BROKEN = 5
"""Records of one file that are left out; beyond that the file is given up."""
_DASH = re.compile(r"-")
_NEXT = re.compile(r"-\s|[A-Za-z_]+:")


@dataclass(frozen=True, slots=True)
class Rest:
    """What can be read of a file, and what not."""

    root: Node | None
    findings: tuple[Finding, ...]
    lost: str = ""
    """The text that was not read."""


def parse_rest(path: str, text: str) -> Rest:
    """The tree of a text without the records that break it; no root when all of it is broken."""
    tree = parse_tree(path, text)
    found, left, lost, ended = list(tree.findings), text, list[str](), -1
    for _ in range(_MOST_BROKEN):
        if tree.root is not None or not tree.findings or tree.findings[-1].code != "yaml-syntax":
            break
        lines = left.split("\n")
        span = _record_around(lines, tree.findings[-1].place.line - 1)
        if span is None:
            break
        first, end = span
        lost += lines[first:end]
        left = "\n".join([*lines[:first], *([""] * (end - first)), *lines[end:]])
        tree = parse_tree(path, left)
        # What breaks next to what was left out may be the same mistake.
        begun = tree.findings[-1].place.line - 1 if tree.findings else -1
        if not found or begun > end or begun < first:
            found += [one for one in tree.findings if one not in found and begun != ended]
        ended = end
    if tree.root is None:
        return Rest(None, tuple(found[:1]), text)
    return Rest(tree.root, tuple(found), "\n".join(lost))


def _record_around(lines: list[str], at: int) -> tuple[int, int] | None:
    """The first line of the record that holds a line, and the line after its last."""
    first = next((n for n in range(min(at, len(lines) - 1), -1, -1) if _DASH.match(lines[n])), None)
    if first is None or any(_NEXT.match(line) for line in lines[first + 1 : at + 1]):
        return None
    end = next((n for n in range(at + 1, len(lines)) if _NEXT.match(lines[n])), len(lines))
    return first, end
