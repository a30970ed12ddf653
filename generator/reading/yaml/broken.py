"""A file that is no YAML at one place is read around it, so that the rest need not wait.

In: the text of a file whose records are a list at its top. Out: the tree of all records but those
in which a reader gave up, the text of these, and the findings. Lines keep their numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Finding
from generator.reading.yaml.nodes import Node
from generator.reading.yaml.tree import Tree, parse_tree

_MOST_BROKEN = 5
"""Records of one file in which a reader gives up; beyond that the file is given up."""
_DASH = re.compile(r"-(?!--)")
_NEXT = re.compile(r"-\s|[A-Za-z_]+:")
_CONFLICT = re.compile(r"<<<<<<<|=======|>>>>>>>")


@dataclass(frozen=True, slots=True)
class Rest:
    """What can be read of a file, and what not."""

    root: Node | None
    findings: tuple[Finding, ...]
    lost: str = ""
    """The text that was not read."""


def parse_rest(path: str, text: str, *, is_marred: bool = False) -> Rest:
    """The tree of a text without the records that break it; no root when all of it is broken.

    If it `is_marred`, it holds tabs or a merge conflict, which have their findings.
    """
    lines, lost, found = text.split("\n"), list[str](), list[Finding]()
    for line in _marred(lines) if is_marred else ():
        if lines[line] and _leave_out(lines, line, lost) is None:
            return Rest(None, (), text)
    tree, last = parse_tree(path, "\n".join(lines)), (-1, -1)
    for _ in range(_MOST_BROKEN):
        found += _further(tree, found, last)
        if tree.root is not None or not tree.findings or tree.findings[-1].code != "yaml-syntax":
            break
        span = _leave_out(lines, tree.findings[-1].place.line - 1, lost)
        if span is None:
            break
        tree, last = parse_tree(path, "\n".join(lines)), span
    if tree.root is None:
        return Rest(None, tuple(found[:1]), text)
    return Rest(tree.root, tuple(found), "\n".join(lost))


def _further(tree: Tree, found: list[Finding], last: tuple[int, int]) -> Iterator[Finding]:
    """What was not found before; what breaks next to what was left out may be the same mistake."""
    first, end = last
    for one in tree.findings:
        is_beside = first <= one.place.line <= end + 1 and tree.root is None
        if one not in found and not is_beside:
            yield one


def _marred(lines: list[str]) -> Iterator[int]:
    """The lines that hold a tab, and those of a merge conflict."""
    marks = [at for at, line in enumerate(lines) if _CONFLICT.match(line)]
    yield from range(marks[0], marks[-1] + 1) if marks else ()
    yield from (at for at, line in enumerate(lines) if "\t" in line)


def _leave_out(lines: list[str], at: int, lost: list[str]) -> tuple[int, int] | None:
    """Empties the lines of the record that holds a line; the first of them, and what follows."""
    at = min(at, len(lines) - 1)
    first = next((n for n in range(at, -1, -1) if _DASH.match(lines[n])), None)
    if first is None or any(_NEXT.match(line) for line in lines[first + 1 : at + 1]):
        return None
    end = next((n for n in range(at + 1, len(lines)) if _NEXT.match(lines[n])), len(lines))
    lost += lines[first:end]
    lines[first:end] = [""] * (end - first)
    return first, end
