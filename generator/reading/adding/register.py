"""What seeds/articles.yaml records, malformed records too, and a record more at its end.

In: the project's root; lines of a record. Out: ids, paths and hashes; the file's text with the
record behind the others. All that stands there stays, byte for byte, and is read as before; where
the file's form does not allow that, it is refused.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from generator.model import Finding
from generator.reading.characters import decode_text
from generator.reading.disk import load_bytes, load_folder
from generator.reading.errors import UsageError
from generator.reading.yaml.nodes import Branch, Leaf, ListNode, Node, leaf_text, plain
from generator.reading.yaml.tree import parse_tree

ARTICLES = "seeds/articles.yaml"
_EMPTY = re.compile(r"^articles:[ \t]*\[[ \t]*\]([ \t]*(?:#[^\r\n]*)?)(?=\r?$)", re.MULTILINE)
_DASH = re.compile(r"( *)- ")
_HINT = "run `briefing check`, and mend the file first"


@dataclass(frozen=True, slots=True)
class Register:
    """The file of records as it is, and what lies beside it."""

    content: str
    """As delivered, its newlines untouched."""
    records: tuple[Branch, ...]
    files: frozenset[str]
    """Names in seeds/articles, in small letters."""
    fact_files: frozenset[str]
    """Names in seeds/facts."""

    @property
    def ids(self) -> frozenset[str]:
        """Of all records, the malformed ones too."""
        return frozenset(leaf_text(one, "id") or "" for one in self.records)

    @property
    def paths(self) -> tuple[str, ...]:
        """Of their files, in order."""
        return tuple(leaf_text(one, "path") or "" for one in self.records)

    def holder(self, key: str, text: str) -> str | None:
        """The id of the record that has the text at a key."""
        found = (one for one in self.records if (leaf_text(one, key) or "").lower() == text)
        record = next(found, None)
        return None if record is None else leaf_text(record, "id") or "without id"


def load_register(root: Path) -> Register:
    """The records as typed.

    Raises:
        UsageError: there is no such file, or it or a folder beside it cannot be read.
    """
    data = load_bytes(root, ARTICLES)
    if isinstance(data, Finding):
        raise _refused(data)
    decoded = decode_text(ARTICLES, data, is_yaml=True)
    if decoded.findings:
        raise _refused(decoded.findings[0])
    names = {}
    for folder in ("seeds/articles", "seeds/facts"):
        entries, findings = load_folder(root, folder)
        if findings:
            raise _refused(findings[0])
        names[folder] = frozenset(one.name.casefold() for one in entries)
    content = data.decode("utf-8")
    items = _items(_parsed(content))
    records = tuple(one for one in items if isinstance(one, Branch))
    return Register(content, records, names["seeds/articles"], names["seeds/facts"])


def append_record(register: Register, lines: list[str]) -> str:
    """The text of articles.yaml with one record more.

    Raises:
        UsageError: the file is of a form that no record can be appended to.
    """
    content = register.content
    newline = "\r\n" if "\r\n" in content else "\n"
    before = _items(_parsed(content))
    indent = _indent(content, before)
    opened = _EMPTY.sub(r"articles:\1", content) if not before else content
    gap = newline if before and f"{newline}{newline}{indent}- " in content else ""
    end = "" if opened.endswith("\n") else newline
    block = newline.join(f"{indent}{line}" for line in lines)
    result = f"{opened}{end}{gap}{block}{newline}"
    tree = parse_tree(ARTICLES, result.replace("\r\n", "\n"))
    after = _items(tree.root)
    alone = _items(parse_tree(ARTICLES, "\n".join(["articles:", *lines, ""])).root)
    same = [plain(one) for one in (*before, *alone)] == [plain(one) for one in after]
    if tree.findings or not same or len(alone) != 1:
        raise _unsuitable()
    return result


def _parsed(content: str) -> Node | None:
    tree = parse_tree(ARTICLES, content.replace("\r\n", "\n"))
    if tree.findings:
        raise _refused(tree.findings[0])
    return tree.root


def _items(root: Node | None) -> tuple[Node, ...]:
    """The records in the list of a file, none where it is still empty."""
    found = root.fields.get("articles") if isinstance(root, Branch) else None
    if isinstance(root, Branch) and root.fields.keys() != {"articles"}:
        raise _unsuitable()
    if isinstance(found, ListNode):
        return found.items
    if isinstance(found, Leaf) and not found.text:
        return ()
    raise _unsuitable()


def _indent(content: str, items: tuple[Node, ...]) -> str:
    """What stands before the dash of a record."""
    if not items:
        return ""
    line = content.replace("\r\n", "\n").split("\n")[items[-1].place.line - 1]
    dash = _DASH.match(line)
    if dash is None:
        raise _unsuitable()
    return dash[1]


def _refused(finding: Finding) -> UsageError:
    return UsageError(f"{finding.place}: {finding.message}", finding.hint or _HINT)


def _unsuitable() -> UsageError:
    message = f"no record can be appended to {ARTICLES} as it is written"
    hint = (
        "write it as `articles:` with one `- id: …` below it for each article, and nothing behind"
    )
    return UsageError(message, hint)
