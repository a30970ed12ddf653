"""What is declared of facts: checks, corrections, moved ids; and ids that were once published.

In: all records of all files. Out: those declarations that fit the facts; findings about the others.
No fact is called gone while a file of facts could not be read.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.model import Article, Check, Correction, Fact, Finding, FrozenDict, Known, Moved
from generator.reading.rules.entries import check_check
from generator.reading.rules.references import check_references, find_leaves, typed_ids
from generator.reading.seeds.assembly import SeedContext, branches
from generator.reading.seeds.corrections import check_corrections, check_typed
from generator.reading.shapes.building import build
from generator.reading.yaml.nodes import Branch, Leaf, leaf_text
from generator.text import find_nearest, shown

_MOST_NEW = 200
"""New ids among which that of a renamed fact is looked for."""


def build_checks(context: SeedContext) -> tuple[Check, ...]:
    """Checks that are well-formed."""
    return tuple(
        build(Check, record.typed, node, context.language)
        for record, node, is_unique in context.unique(context.files.checks, "check")
        if context.sound(record, [*check_check(node, context.declared_units)]) and is_unique
    )


def build_corrections(
    context: SeedContext, facts: Mapping[str, Fact], articles: Mapping[str, Article]
) -> tuple[Correction, ...]:
    """Corrections that are well-formed, and whose facts are there."""
    files = context.files
    corrections = []
    for record, node in branches(files.corrections):
        name = shown(leaf_text(node, "fact") or "")
        found = [*check_typed(node)]
        found += check_references(find_leaves(node, "fact"), "fact", context.known["fact"], name)
        if context.sound(record, found):
            corrections.append(build(Correction, record.typed, node, context.language))
    # A correction that is not among them may be the one that led from one to the next.
    is_whole = len(corrections) == len(files.corrections)
    if is_whole and not {"facts", "corrections"} & files.unread:
        context.findings.extend(check_corrections(corrections, facts, articles))
    return tuple(one for one in corrections if one.fact in facts)


def build_moved(context: SeedContext, facts: Mapping[str, Fact]) -> Mapping[str, Moved]:
    """Moved ids that are well-formed, and whose facts are there."""
    records = context.files.moved
    targets = {one.id: leaf_text(one.node, "to") or "" for one in records}
    moved = {}
    for record, node, is_unique in context.unique(records, "moved id"):
        found = [*_check_moved(node, context.known["fact"], targets)]
        if context.sound(record, found) and is_unique and record.typed.to in facts:
            moved[record.id] = build(Moved, record.typed, node, context.language)
    return FrozenDict(moved)


def _check_moved(entry: Branch, known: Known, targets: Mapping[str, str]) -> Iterator[Finding]:
    """The id is no fact's any more, and leads to a fact at once."""
    name = leaf_text(entry, "id") or ""
    if name in known.ids:
        hint = "delete the entry, or the fact; where both are needed, one gets another id"
        message = f'"{shown(name)}" is still the id of a fact'
        yield Finding("duplicate-id", entry.fields["id"].place, shown(name), message, hint)
        return
    to = leaf_text(entry, "to") or ""
    end = targets.get(to)
    if known.lacks(to) and end and to != name:
        message = f'to "{shown(to)}" is a moved id itself'
        yield Finding(
            "unknown-id", entry.fields["to"].place, shown(name), message, f"write {shown(end)}"
        )
        return
    yield from check_references(find_leaves(entry, "to"), "to", known, shown(name))


def check_published(context: SeedContext, published: Sequence[Leaf]) -> None:
    """Every id that the site has shown is still a fact's, or said to have moved."""
    briefing = context.files.briefing
    is_elsewhere = briefing and isinstance(briefing.node, Branch) and "moved" in briefing.node.keys
    # Ids under `moved` in the wrong file have their finding there.
    if "moved" not in context.files.unread and not is_elsewhere:
        moved = typed_ids(context.files.moved)
        context.findings.extend(check_removed(published, context.known["fact"], moved))


def check_removed(
    published: Sequence[Leaf], facts: Known, moved: frozenset[str]
) -> Iterator[Finding]:
    """A finding for each published id that no fact has, where all ids are known.

    None where no published id at all is left as a fact: the lock is that of another briefing then,
    whose links lead elsewhere, and a new one begins with facts of its own.
    """
    if not any(leaf.text in facts.ids for leaf in published):
        return
    new = facts.ids - {leaf.text for leaf in published}
    for leaf in published:
        if not facts.lacks(leaf.text) or leaf.text in moved:
            continue
        name = shown(leaf.text)
        renamed = find_nearest(leaf.text, new) if len(new) <= _MOST_NEW else None
        target = f", to: {renamed}" if renamed else ""
        message = f'"{name}" was published, and now no fact bears this id'
        hint = (
            f"put the fact back with status: withdrawn and a reason, or add id: {name}{target} "
            "to moved: in a file of seeds/facts"
        )
        yield Finding("id-removed", leaf.place, name, message, hint)
