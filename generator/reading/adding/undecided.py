"""What a person must still decide in the seeds, and the files with an answer in its place.

In: the project's root; answers. Out: open questions in the order of the files; the text of a file
that answers one. All else that stands there stays, byte for byte, and is read as before; where the
file's form does not allow that, it is refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model import UNDECIDED, Finding, Place, Step
from generator.reading.adding.register import ARTICLES
from generator.reading.characters import decode_text
from generator.reading.disk import load_bytes, load_folder
from generator.reading.errors import UsageError
from generator.reading.yaml.nodes import Branch, Leaf, ListNode, Node, plain
from generator.reading.yaml.tree import parse_tree

_FOLDER = "seeds/facts"
_TYPED = re.compile(r'"\?"|\'\?\'|\?')
_COMMENT = re.compile(r"(?:^|\s)#\s*(.*?)\s*$")
_REVIEW = re.compile(r"\s*# review: ")
_TOP = re.compile(r"[^\s#-]")


@dataclass(frozen=True, slots=True)
class SeedFile:
    """A file of facts or of articles, as it was delivered."""

    path: str
    key: str
    """Of its list of records."""
    content: str
    """Its newlines untouched."""
    records: tuple[Node, ...]

    def typed(self) -> Iterator[Mapping[str, object]]:
        """The records as bare mappings, those that are some."""
        for record in self.records:
            if isinstance(record, Branch):
                yield {key: plain(value) for key, value in record.fields.items()}


@dataclass(frozen=True, slots=True)
class Question:
    """A text that stands as `?`."""

    path: str
    record: Mapping[str, object]
    """In which it stands, as typed."""
    field: tuple[Step, ...]
    place: Place
    beside: str
    """The comment behind it on its line."""


def load_seed_files(root: Path) -> tuple[SeedFile, ...]:
    """The files of facts, then that of articles.

    Raises:
        UsageError: one cannot be read, or is no such list.
    """
    entries, findings = load_folder(root, _FOLDER)
    if findings:
        raise _refused(findings[0])
    paths = [f"{_FOLDER}/{one.name}" for one in entries if one.name.endswith(".yaml")]
    return tuple(_load(root, path) for path in (*paths, ARTICLES))


def find_questions(file: SeedFile) -> Iterator[Question]:
    """All that is undecided in the file, in order."""
    lines = lines_of(file.content)
    for record in file.records:
        if isinstance(record, Branch):
            typed = {key: plain(value) for key, value in record.fields.items()}
            for field, leaf in _leaves(record, ()):
                if leaf.text.strip() == UNDECIDED:
                    line = lines[leaf.place.line - 1][leaf.place.column - 1 :]
                    comment = _COMMENT.search(_TYPED.sub("", line, count=1))
                    beside = comment[1] if comment else ""
                    yield Question(file.path, typed, field, leaf.place, beside)


def answered(file: SeedFile, question: Question, scalar: str, text: str) -> SeedFile:
    """The file with a scalar in the place of the question, which reads as the text.

    What stood as a comment beside the question, or as a review above its record, goes.

    Raises:
        UsageError: it cannot be written there.
    """
    lines = lines_of(file.content)
    at, column = question.place.line - 1, question.place.column - 1
    line = lines[at]
    typed = _TYPED.match(line, column)
    if typed is None:
        raise by_hand(question.path, question.place.line)
    lines[at] = f"{line[:column]}{scalar}{_without_comment(line[typed.end() :])}"
    number = max(n for n, one in enumerate(file.records) if one.place.line <= at + 1)
    wanted = [plain(one) for one in file.records]
    _put(wanted[number], question.field, text)
    above = file.records[number].place.line - 2
    if question.field[0] == "inferred" and above >= 0 and _REVIEW.match(lines[above]):
        del lines[above]
    return rewritten(file, lines, wanted, at + 1)


def without_fact(file: SeedFile, name: str) -> SeedFile:
    """The file without the fact of this id, and without the comment right above it.

    Raises:
        UsageError: it cannot be taken out.
    """
    lines = lines_of(file.content)
    number = next(at for at, one in enumerate(file.records) if id_of(one) == name)
    start = _start(lines, file.records[number])
    if number + 1 < len(file.records):
        end = _start(lines, file.records[number + 1])
    else:
        behind = range(file.records[number].place.line, len(lines))
        end = next((at for at in behind if _TOP.match(lines[at])), len(lines))
    kept = [*lines[:start], *lines[end:]]
    wanted = [plain(one) for one in file.records if one is not file.records[number]]
    if not wanted:
        kept = [re.sub(r"^facts:(?=\s|$)", "facts: []", line) for line in kept]
    return rewritten(file, kept, wanted, start + 1)


def is_ignored(file: SeedFile, article: str, exact: str) -> bool:
    """Whether the record of the article lists these words as no fact already."""
    of_article = next((one for one in file.typed() if one.get("id") == article), {})
    listed = of_article.get("ignored")
    entries = listed if isinstance(listed, list) else []
    return any(isinstance(one, dict) and one.get("exact") == exact for one in entries)


def with_ignored(file: SeedFile, article: str, exact: str, entry: str) -> SeedFile:
    """The file of articles with one more entry, a flow mapping, of what is no fact.

    Raises:
        UsageError: the record has no place for it.
    """
    lines = lines_of(file.content)
    number = next((at for at, one in enumerate(file.records) if id_of(one) == article), None)
    record = file.records[number] if number is not None else None
    if number is None or not isinstance(record, Branch) or "sha256" not in record.keys:
        raise by_hand(file.path, 1)
    listed = record.fields.get("ignored")
    newline = "\r\n" if "\r\n" in file.content else "\n"
    if isinstance(listed, ListNode) and listed.items:
        at = listed.items[0].place.line - 1
        indent = re.match(r" *", lines[at])
        added = [f"{indent[0] if indent else ''}- {entry}{newline}"]
    else:
        place = record.keys["sha256"]
        at, indent_of_key = place.line, " " * (place.column - 1)
        added = [f"{indent_of_key}ignored:{newline}", f"{indent_of_key}- {entry}{newline}"]
    lines[at:at] = added
    wanted = [plain(one) for one in file.records]
    tree = parse_tree(file.path, entry)
    item = plain(tree.root) if tree.root else None
    of_article = wanted[number]
    if isinstance(of_article, dict):
        of_article["ignored"] = [item, *(of_article.get("ignored") or [])]
    if not isinstance(item, dict) or item.get("exact") != exact:
        raise by_hand(file.path, at + 1)
    return rewritten(file, lines, wanted, at + 1)


def _load(root: Path, path: str) -> SeedFile:
    data = load_bytes(root, path)
    if isinstance(data, Finding):
        raise _refused(data)
    decoded = decode_text(path, data, is_yaml=True)
    if decoded.findings:
        raise _refused(decoded.findings[0])
    content, key = data.decode("utf-8"), "articles" if path == ARTICLES else "facts"
    tree = parse_tree(path, content.replace("\r\n", "\n"))
    if tree.findings:
        raise _refused(tree.findings[0])
    return SeedFile(path, key, content, _records(tree.root, key))


def _records(root: Node | None, key: str) -> tuple[Node, ...]:
    """The list of a file; none where it holds other things."""
    found = root.fields.get(key) if isinstance(root, Branch) else None
    return found.items if isinstance(found, ListNode) else ()


def rewritten(file: SeedFile, lines: list[str], wanted: list[object], line: int) -> SeedFile:
    """The file with other lines, which must read as what is wanted."""
    content = "".join(lines)
    tree = parse_tree(file.path, content.replace("\r\n", "\n"))
    records = _records(tree.root, file.key)
    if tree.findings or [plain(one) for one in records] != wanted:
        raise by_hand(file.path, line)
    return replace(file, content=content, records=records)


def _leaves(node: Node, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], Leaf]]:
    match node:
        case Leaf():
            yield path, node
        case ListNode():
            for index, item in enumerate(node.items):
                yield from _leaves(item, (*path, index))
        case Branch():
            for key, value in node.fields.items():
                yield from _leaves(value, (*path, key))


def _without_comment(rest: str) -> str:
    """What stands behind a scalar, with the brackets and the line's end."""
    found = _COMMENT.search(rest)
    end = rest[len(rest.rstrip("\r\n")) :]
    return f"{rest[: found.start()].rstrip()}{end}" if found else rest


def _put(tree: object, field: tuple[Step, ...], text: str) -> None:
    """Replaces one text of a plain tree."""
    *above, last = field
    for step in above:
        tree = tree[step]  # type: ignore[index]
    tree[last] = text  # type: ignore[index]


def lines_of(content: str) -> list[str]:
    """With their ends; only a line feed ends one, as YAML counts here."""
    return re.findall(r"[^\n]*\n|[^\n]+\Z", content)


def _start(lines: list[str], record: Node) -> int:
    """The line of the record's dash, or of the first comment right above it."""
    at = record.place.line - 1
    while at and re.match(r"\s*#", lines[at - 1]):
        at -= 1
    return at


def id_of(record: Node) -> str | None:
    """The id of a record, as typed."""
    found = record.fields.get("id") if isinstance(record, Branch) else None
    return found.text if isinstance(found, Leaf) else None


def _refused(finding: Finding) -> UsageError:
    return UsageError(f"{finding.place}: {finding.message}", finding.hint or "mend the file first")


def by_hand(path: str, line: int) -> UsageError:
    """What is raised where a file takes no answer."""
    message = f"{path}:{line}: nothing can be put in there as the file is written"
    return UsageError(message, "write it by hand; `briefing check` says what is open")
