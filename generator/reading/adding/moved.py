"""A figure that was listed as none becomes a fact: a block more in its file, an entry less.

In: a file of facts or of articles. Out: the file, all else of it byte for byte; where its form does
not allow that, it is refused.
"""

import re
from collections.abc import Sequence

from generator.reading.adding.undecided import SeedFile, by_hand, id_of, lines_of, rewritten
from generator.reading.yaml.nodes import Branch, ListNode, plain
from generator.reading.yaml.tree import parse_tree

_EMPTY = re.compile(r"facts:[ \t]*\[[ \t]*\]")
_HEAD = "# yaml-language-server: $schema=../schemas/facts.schema.json\nfacts: []\n"


def new_facts_file(path: str) -> SeedFile:
    """A file that holds no fact yet."""
    return SeedFile(path, "facts", _HEAD, ())


def with_fact(file: SeedFile, block: Sequence[str]) -> SeedFile:
    """The file with one more fact, the lines of a block that begins with a dash, behind the others.

    Raises:
        UsageError: the file has no place for it.
    """
    end = "\r\n" if "\r\n" in file.content else "\n"
    content = file.content
    if not file.records:
        content = _EMPTY.sub("facts:", content, count=1)
    lines = lines_of(content)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += end
    indent = " " * (max(file.records[-1].place.column - 3, 0) if file.records else 0)
    lines += [f"{indent}{line}{end}" for line in block]
    tree = parse_tree(file.path, "\n".join(["facts:", *block, ""]))
    found = tree.root.fields.get("facts") if isinstance(tree.root, Branch) else None
    if tree.findings or not isinstance(found, ListNode) or len(found.items) != 1:
        raise by_hand(file.path, len(lines))
    wanted = [*(plain(one) for one in file.records), plain(found.items[0])]
    return rewritten(file, lines, wanted, len(lines))


def without_ignored(file: SeedFile, article: str, number: int) -> SeedFile:
    """The file of articles without an entry of what is no fact, by its number.

    Raises:
        UsageError: it cannot be taken out.
    """
    lines = lines_of(file.content)
    at = next(at for at, one in enumerate(file.records) if id_of(one) == article)
    record = file.records[at]
    listed = record.fields.get("ignored") if isinstance(record, Branch) else None
    if not isinstance(record, Branch) or not isinstance(listed, ListNode):
        raise by_hand(file.path, record.place.line)
    items = listed.items
    start = items[number].place.line - 1
    end = items[number + 1].place.line - 1 if number + 1 < len(items) else start + 1
    wanted = [plain(one) for one in file.records]
    of_article = wanted[at]
    if isinstance(of_article, dict):
        of_article["ignored"] = [one for n, one in enumerate(plain_list(listed)) if n != number]
        if not of_article["ignored"]:
            del of_article["ignored"]
            start = record.keys["ignored"].line - 1
    return rewritten(file, [*lines[:start], *lines[end:]], wanted, start + 1)


def plain_list(node: ListNode) -> list[object]:
    """Its entries as bare values."""
    return [plain(one) for one in node.items]
