"""A word more in a list of the seeds: how articles call a measure, a unit, an entity.

In: a file of seeds, the keys that lead to the list, the word. Out: the text of the file with it;
all else stays byte for byte, comments too. Where its form does not allow that, it is refused.
"""

import json
import re
from collections.abc import Sequence

from generator.model import Finding
from generator.reading.adding.undecided import by_hand, lines_of
from generator.reading.characters import decode_text
from generator.reading.yaml.nodes import Branch, Leaf, ListNode, Node, plain
from generator.reading.yaml.tree import parse_tree

Keys = Sequence[str | int]
_SCALAR = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^,\[\]{}#\r\n]*[^,\[\]{}#\s]")
_BLOCK = re.compile(r"\s*(?:-\s+)*$")
_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ -](?=[^\W_]))*")
_RESERVED = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def with_listed(path: str, data: bytes | Finding, keys: Keys, words: Sequence[str]) -> str:
    """The text of the file with these words at the end of the list that the keys lead to.

    A list that is not there yet is put below the last of the keys that is.

    Raises:
        UsageError: the file is broken, or of a form in which no word can be put there.
    """
    typed = f"[{', '.join(map(_scalar, words))}]"
    return _with(path, data, keys, typed, words)


def with_empty(path: str, data: bytes | Finding, keys: Keys) -> str:
    """The text of the file with a key more that has an empty mapping, such as `promise: {}`.

    Raises:
        UsageError: it has the key already, is broken, or of a form in which none can be put there.
    """
    return _with(path, data, keys, "{}", ())


def _with(path: str, data: bytes | Finding, keys: Keys, typed: str, words: Sequence[str]) -> str:
    """With these words more, or where the key is not there yet with what is typed for it."""
    if isinstance(data, Finding) or decode_text(path, data, is_yaml=True).findings:
        raise by_hand(path, 1)
    content = data.decode("utf-8")
    tree = parse_tree(path, content.replace("\r\n", "\n"))
    if tree.root is None or tree.findings:
        raise by_hand(path, 1)
    node, depth = tree.root, 0
    while depth < len(keys) and (below := _below(node, keys[depth])) is not None:
        node, depth = below, depth + 1
    lines, end = lines_of(content), "\r\n" if "\r\n" in content else "\n"
    if depth == len(keys) and words:
        _append(path, lines, node, words, end)
    elif depth < len(keys) and isinstance(keys[depth], str) and isinstance(node, Branch):
        _put_key(lines, node, keys[depth:], typed, end)
    else:
        raise by_hand(path, node.place.line)
    new = "".join(lines)
    wanted = plain(tree.root)
    _grow(wanted, keys, words)
    after = parse_tree(path, new.replace("\r\n", "\n"))
    if after.findings or after.root is None or plain(after.root) != wanted:
        raise by_hand(path, node.place.line)
    return new


def _below(node: Node, key: str | int) -> Node | None:
    if isinstance(node, Branch) and isinstance(key, str):
        return node.fields.get(key)
    if isinstance(node, ListNode) and isinstance(key, int) and key < len(node.items):
        return node.items[key]
    return None


def _append(path: str, lines: list[str], node: Node, words: Sequence[str], end: str) -> None:
    """Behind the last that stands there: on its line, or on one of its own."""
    last = node.items[-1] if isinstance(node, ListNode) and node.items else None
    if not isinstance(last, Leaf):
        raise by_hand(path, node.place.line)
    at, column = last.place.line - 1, last.place.column - 1
    line = lines[at]
    if _BLOCK.fullmatch(line[:column]):
        if not line.endswith("\n"):
            lines[at] = line = f"{line}{end}"
        lines[at + 1 : at + 1] = [f"{line[:column]}{_scalar(one)}{end}" for one in words]
        return
    found = _SCALAR.match(line, column)
    if found is None:
        raise by_hand(path, at + 1)
    added = "".join(f", {_scalar(one)}" for one in words)
    lines[at] = f"{line[: found.end()]}{added}{line[found.end() :]}"


def _put_key(lines: list[str], node: Branch, keys: Keys, typed: str, end: str) -> None:
    """Before the last key that stands there: on its line, or on one of its own."""
    first, *further = keys
    for key in reversed(further):
        typed = f"{{{key}: {typed}}}"
    place = max(node.keys.values(), key=lambda one: (one.line, one.column))
    at, column = place.line - 1, place.column - 1
    line = lines[at]
    if _BLOCK.fullmatch(line[:column]) and "-" not in line[:column]:
        lines.insert(at, f"{line[:column]}{first}: {typed}{end}")
    else:
        lines[at] = f"{line[:column]}{first}: {typed}, {line[column:]}"


def _scalar(text: str) -> str:
    """As somebody types it: in quotes only where it needs some."""
    is_plain = _PLAIN.fullmatch(text) and text.lower() not in _RESERVED
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _grow(tree: object, keys: Keys, words: Sequence[str]) -> None:
    """The same with the words in a tree of bare values."""
    *above, last = keys
    for key in above:
        if isinstance(tree, dict):
            tree = tree.setdefault(key, {})
        elif isinstance(tree, list) and isinstance(key, int):
            tree = tree[key]
    if isinstance(tree, dict):
        tree[last] = [*(tree.get(last) or []), *words] if words else {}
