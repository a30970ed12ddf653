"""Figures of two sides held against each other, by id.

In: the two sides. Out: what was added, changed, withdrawn, removed, renamed, and what could not be
proven on a side. A figure stands in one list alone; those that nobody edited are in `moves`.
"""

from collections import Counter
from dataclasses import dataclass, replace

from generator.compared.changes import Change, fact_changes
from generator.compared.sides import Side, View
from generator.model import Fact


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureDifference:
    """One figure that is not the same on both sides; None where it is not there."""

    id: str
    old: View | None = None
    new: View | None = None
    changes: tuple[Change, ...] = ()
    was: str = ""
    """Of a renamed figure its earlier id."""
    is_announced: bool = True
    """Of a renamed figure: an entry under `moved:` leads its old address on."""
    replaced: View | None = None
    """Of a figure that is added: the one that it revises, as it is known."""
    not_proven: tuple[str, ...] = ()
    """`base`, `head`, where it could not be proven."""
    through: tuple[str, ...] = ()
    """Of a figure that moves: the inputs that changed or moved, nearest first."""
    roots: tuple[str, ...] = ()
    """Of a figure that moves: those of them that were edited, or constants that were."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureDifferences:
    """All of them, each list in the order of the ids."""

    added: tuple[FigureDifference, ...] = ()
    changed: tuple[FigureDifference, ...] = ()
    moved: tuple[FigureDifference, ...] = ()
    withdrawn: tuple[FigureDifference, ...] = ()
    removed: tuple[FigureDifference, ...] = ()
    renamed: tuple[FigureDifference, ...] = ()
    not_proven: tuple[FigureDifference, ...] = ()


def compare_figures(base: Side, head: Side) -> FigureDifferences:
    """What happened to each figure; what a formula moved stands among the changed ones still."""
    lists: dict[str, list[FigureDifference]] = {}
    for name in sorted({*base.views, *head.views, *base.unread, *head.unread}):
        found = _compare(name, base, head)
        if found:
            kind, one = found
            lists.setdefault(kind, []).append(one)
    renamed = _find_renamed(lists.get("added", []), lists.get("removed", []), head)
    gone = {one.was for one in renamed} | {one.id for one in renamed}
    for kind in ("added", "removed"):
        lists[kind] = [one for one in lists.get(kind, []) if one.id not in gone]
    found_in = {kind: tuple(found) for kind, found in lists.items()}
    return FigureDifferences(renamed=tuple(renamed), **found_in)


def is_edited(one: FigureDifference) -> bool:
    """What was typed differs, and not only what follows from it."""
    return one.old is None or one.new is None or one.old.fact != one.new.fact


def _compare(name: str, base: Side, head: Side) -> tuple[str, FigureDifference] | None:
    """In which list a figure belongs, and as what; None where nothing is to be told."""
    old, new = base.views.get(name), head.views.get(name)
    changes = fact_changes(old, new, base, head) if old and new else ()
    one = FigureDifference(id=name, old=old, new=new, changes=changes)
    sides = tuple(
        label
        for label, side, view, other in (("base", base, old, new), ("head", head, new, old))
        if _is_not_proven(name, side, view, is_elsewhere=other is not None)
    )
    if sides:
        return "not_proven", replace(one, not_proven=sides)
    if new is None:
        return "removed", one
    if new.state == "withdrawn" and (old is None or old.state != "withdrawn"):
        return "withdrawn", one
    if old is None or (old.state == "withdrawn" and new.state == "proven"):
        earlier = new.fact.revision_of
        before = (head.views.get(earlier) or base.views.get(earlier)) if earlier else None
        return "added", replace(one, replaced=before)
    return ("changed", one) if changes else None


def _is_not_proven(name: str, side: Side, view: View | None, *, is_elsewhere: bool) -> bool:
    if view is not None:
        return view.state == "not proven"
    return name in side.unread or (is_elsewhere and not side.is_complete)


def _find_renamed(
    added: list[FigureDifference], removed: list[FigureDifference], head: Side
) -> list[FigureDifference]:
    """Figures that say the same under another id, where only one pair of ids can be meant."""
    moved = head.assembly.seeds.moved
    gone, come = ([_nameless(one) for one in ones] for ones in (removed, added))
    often_gone, often_come = Counter(gone), Counter(come)
    by_content = dict(zip(gone, removed, strict=True))
    by_id = {one.id: one for one in removed}
    found = []
    for content, one in zip(come, added, strict=True):
        announced = [old.id for old in moved.values() if old.to == one.id and old.id in by_id]
        was = by_content.get(content)
        if announced:
            was = by_id[announced[0]]
        elif often_gone[content] != 1 or often_come[content] != 1:
            continue
        if was is not None and was.old and one.new:
            is_announced = bool(announced)
            found.append(replace(one, was=was.id, old=was.old, is_announced=is_announced))
    return found


def _nameless(one: FigureDifference) -> Fact | None:
    view = one.new or one.old
    return replace(view.fact, id="") if view else None
