"""briefing.lock, beside seeds/: what earlier states of the briefing left behind, kept by a command.

In: the project's root. Out: the record, empty when there is no such file, and findings about it.
An unreadable lock is a finding: what it protects must not vanish with a slip of the keyboard.
"""

import os
from pathlib import Path
from types import MappingProxyType

from generator.model import Lock, Problem
from generator.reading.characters import decode_text
from generator.reading.disk import load_bytes
from generator.reading.records import parse_record
from generator.reading.shapes_lock import LockShape
from generator.reading.tree import parse_tree

LOCK = "briefing.lock"


def load_lock(root: Path) -> tuple[Lock, list[Problem]]:
    """The lock beside seeds/, with all that is wrong in it."""
    if not os.path.lexists(root / LOCK):
        return Lock(), []
    data = load_bytes(root, LOCK)
    if isinstance(data, Problem):
        return Lock(), [data]
    decoded = decode_text(LOCK, data, is_yaml=True)
    if not decoded.is_whole:
        return Lock(), list(decoded.problems)
    tree = parse_tree(LOCK, decoded.text)
    problems = [*decoded.problems, *tree.problems]
    record = parse_record(tree.root, LockShape, problems) if tree.root else None
    if record is None or record.typed is None:
        return Lock(), problems
    settled = {
        fact: MappingProxyType({str(key): str(value) for key, value in reasons.items()})
        for fact, reasons in record.typed.settled.items()
    }
    lock = Lock(published=tuple(record.typed.published), settled=MappingProxyType(settled))
    return lock, problems
