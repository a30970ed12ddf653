"""Derived figures that moved though nobody edited them: with which ones, through which formula.

In: the differences of two sides. Out: the same, those figures in a list of their own.
"""

from dataclasses import replace

from generator.compared.figures import FigureDifference, FigureDifferences
from generator.compared.sides import Side
from generator.ledger import steps_of


def part_moved(found: FigureDifferences, base: Side, head: Side) -> FigureDifferences:
    """The differences with `moved` apart from `changed`."""
    moving = {one.id: one for one in found.changed if _is_as_typed(one)}
    edited = {
        one.id
        for ones in (
            *(found.added, found.withdrawn, found.removed, found.renamed, found.not_proven),
            (one for one in found.changed if one.id not in moving),
        )
        for one in ones
    }
    constants = _changed_constants(base, head)
    moved = [
        replace(one, through=through, roots=tuple(name for name in through if name not in moving))
        for one in moving.values()
        if (through := _through(one, {*moving, *edited, *constants}, head))
    ]
    apart = {one.id for one in moved}
    changed = tuple(one for one in found.changed if one.id not in apart)
    return replace(found, changed=changed, moved=tuple(moved))


def _is_as_typed(one: FigureDifference) -> bool:
    """A formula on both sides, and nothing of the fact was edited."""
    if one.old is None or one.new is None:
        return False
    return one.new.fact.formula is not None and one.old.fact == one.new.fact


def _through(one: FigureDifference, differing: set[str], head: Side) -> tuple[str, ...]:
    """The inputs that differ, and theirs, nearest first."""
    book, found, waiting = head.assembly.book, dict[str, None](), [one.id]
    while waiting:
        entry = book.entries.get(waiting.pop(0))
        if entry is None or not entry.fact.formula:
            continue
        for step in steps_of(entry.fact.formula, book):
            name = step.text
            if step.kind != "text" and name in differing and name not in found:
                found[name] = None
                waiting.append(name)
    found.pop(one.id, None)
    return tuple(found)


def _changed_constants(base: Side, head: Side) -> set[str]:
    old, new = (
        side.assembly.seeds.briefing.constants if side.assembly.seeds.briefing else {}
        for side in (base, head)
    )
    return {name for name in {*old, *new} if old.get(name) != new.get(name)}
