"""One field of a fact typed anew, and an indicator that is declared.

In: a file of seeds, what is to stand there. Out: the file, all else of it byte for byte as it was;
where its form does not allow that, it is refused.
"""

import itertools
import re

from generator.model import Finding
from generator.reading.adding.undecided import SeedFile, by_hand, id_of, lines_of, rewritten
from generator.reading.characters import decode_text
from generator.reading.yaml.nodes import Branch, plain
from generator.reading.yaml.tree import parse_tree

_BEHIND = {"period": ("indicator",), "unit": ("max_value", "value"), "hedge": ("unit", "value")}
"""Behind which field a new one goes, the first that is there; others before the quotation."""


def with_field(file: SeedFile, name: str, key: str, scalar: str | None) -> SeedFile:
    """The file with a field of the fact as typed; without it where that is None.

    Raises:
        UsageError: it cannot be written there.
    """
    lines = lines_of(file.content)
    number = next(at for at, one in enumerate(file.records) if id_of(one) == name)
    record = file.records[number]
    if not isinstance(record, Branch):
        raise by_hand(file.path, record.place.line)
    end = "\r\n" if "\r\n" in file.content else "\n"
    wanted = [plain(one) for one in file.records]
    fact = wanted[number]
    if key in record.keys:
        at, column = record.keys[key].line - 1, record.keys[key].column - 1
        lines[at : at + 1] = [] if scalar is None else [f"{lines[at][:column]}{key}: {scalar}{end}"]
    elif scalar is not None:
        known = next((one for one in _BEHIND.get(key, ()) if one in record.keys), None)
        place = record.keys[known or ("quote" if "quote" in record.keys else "id")]
        at = place.line if known or "quote" not in record.keys else place.line - 1
        indent = " " * (record.keys["id"].column - 1)
        lines[at:at] = [f"{indent}{key}: {scalar}{end}"]
    else:
        return file
    tree = parse_tree(file.path, f"{key}: {scalar}") if scalar is not None else None
    typed = plain(tree.root) if tree and tree.root and not tree.findings else None
    if isinstance(fact, dict):
        fact.pop(key, None)
        if scalar is not None:
            if not isinstance(typed, dict):
                raise by_hand(file.path, at + 1)
            fact |= typed
    return rewritten(file, lines, wanted, at + 1)


def with_indicator(
    path: str, data: bytes | Finding, typed: str, section: str = "indicators"
) -> str:
    """The text of the file of indicators with one more, a line that is its id and a flow mapping.

    With `section="units"` it is a unit.

    Raises:
        UsageError: the file has no list that it could be put at the end of.
    """
    content, lines, at = _opened(path, data, section)
    behind = (n for n in range(at + 1, len(lines)) if re.match(r" +[^ #]", lines[n]))
    first = next(behind, None)
    indent = re.match(r" *", lines[first])[0] if first is not None else "  "  # type: ignore[index]
    lines.insert(at + 1, f"{indent}{typed}{_end(content)}")
    return _checked(path, content, "".join(lines), section)


def with_entity(path: str, data: bytes | Finding, typed: str) -> str:
    """The text of the briefing's file with one more entity, a flow mapping.

    Raises:
        UsageError: the file has no list that it could be put at the head of.
    """
    content, lines, at = _opened(path, data, "entities")
    own = itertools.takewhile(lambda line: not re.match(r"[a-z_]", line), lines[at + 1 :])
    found = next((dash for line in own if (dash := re.match(r"( *)- ", line))), None)
    lines.insert(at + 1, f"{found[1] if found else ''}- {typed}{_end(content)}")
    return _checked(path, content, "".join(lines), "entities")


def _end(content: str) -> str:
    return "\r\n" if "\r\n" in content else "\n"


def _opened(path: str, data: bytes | Finding, section: str) -> tuple[str, list[str], int]:
    """The text, its lines, and the line at which a section begins, opened for one more entry."""
    content = "" if isinstance(data, Finding) else data.decode("utf-8", "replace")
    if isinstance(data, Finding) or decode_text(path, data, is_yaml=True).findings:
        raise by_hand(path, 1)
    lines = lines_of(content)
    head = re.compile(rf"{section}:\s*(?:\{{\s*\}}|\[\s*\])?\s*(?:#.*)?$")
    at = next((n for n, line in enumerate(lines) if head.match(line.rstrip("\r\n"))), None)
    end = _end(content)
    if at is None:
        if any(line.startswith(f"{section}:") for line in lines):
            raise by_hand(path, 1)
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += end
        lines.append(f"{section}:{end}")
        at = len(lines) - 1
    lines[at] = re.sub(r"^(\w+:\s*)(?:\{\s*\}|\[\s*\])[ \t]*", r"\1", lines[at])
    return content, lines, at


def _checked(path: str, old: str, new: str, section: str) -> str:
    """The new text, which holds all that the old one does."""
    trees = [parse_tree(path, text.replace("\r\n", "\n")) for text in (old, new)]
    roots = [plain(one.root) if one.root else {} for one in trees]
    was, is_now = ((one if isinstance(one, dict) else {}) for one in roots)
    known, more = was.get(section) or {}, is_now.get(section) or {}
    is_kept = _holds(more, known)
    rest = {key: one for key, one in was.items() if key != section}
    if trees[1].findings or not is_kept or any(is_now.get(key) != one for key, one in rest.items()):
        raise by_hand(path, 1)
    return new


def _holds(more: object, known: object) -> bool:
    if isinstance(more, dict):
        return isinstance(known, dict) and known.items() <= more.items()
    return isinstance(more, list) and more[1:] == (known or [])
