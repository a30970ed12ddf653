"""The briefing, and what is declared of facts: checks, corrections, moved ids, ids once published.

In: all records of all files. Out: the briefing, and those declarations that fit the facts; findings
about the others. Never calls a fact gone while a file of facts could not be read.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType

from generator.model import Check, Correction, Known, Moved, Finding
from generator.text import find_nearest, shown
from generator.reading.seeds.assembly import Assembly, branches, sound
from generator.reading.seeds.building import build_briefing, build_check, build_correction, build_moved
from generator.reading.seeds.corrections import check_corrections, check_typed
from generator.reading.yaml.nodes import Branch, Leaf, leaf_text
from generator.reading.rules.references import check_duplicates, check_references, find_leaves, repeated_ids, typed_ids
from generator.reading.rules.entries import check_languages
from generator.reading.rules.briefing import check_briefing
from generator.reading.rules.checks import check_check

_MOST_NEW = 200
"""New ids among which that of a renamed fact is looked for."""


def assemble_briefing(assembly: Assembly) -> None:
    """The briefing, when it is well-formed."""
    record = assembly.files.briefing
    if record is None:
        return
    found = list(check_briefing(record.node))
    if record.typed and not found:
        # Languages in the wrong order are one mistake, however many texts it concerns.
        language = record.typed.languages[0]
        found += islice(check_languages(record.node, "", language), 1)
    assembly.findings += found
    if record.typed and not found:
        assembly.briefing = build_briefing(record.typed, record.node)


def assemble_declarations(assembly: Assembly) -> None:
    """Checks that are well-formed; corrections and moved ids whose facts are there as well."""
    facts = assembly.facts
    assembly.checks = tuple(_checks(assembly))
    corrections = tuple(_corrections(assembly))
    # A correction that is not among them may be the one that led from one to the next.
    is_whole = len(corrections) == len(assembly.files.corrections)
    if is_whole and not {"facts", "corrections"} & assembly.files.unread:
        assembly.findings += check_corrections(corrections, facts, assembly.articles)
    assembly.corrections = tuple(one for one in corrections if one.fact in facts)
    moved = {one.id: one for one in _moved(assembly) if one.to in facts}
    assembly.moved = MappingProxyType(moved)


def _checks(assembly: Assembly) -> Iterator[Check]:
    records = assembly.files.checks
    assembly.findings += check_duplicates(records, "check")
    repeated = repeated_ids(records)
    for record, node in branches(records):
        typed = sound(assembly, record, [*check_check(node, assembly.declared_units)])
        if typed and typed.id not in repeated:
            yield build_check(typed, node, assembly.language)


def _corrections(assembly: Assembly) -> Iterator[Correction]:
    known = assembly.known_facts
    for record, node in branches(assembly.files.corrections):
        name = shown(leaf_text(node, "fact") or "")
        found = [*check_typed(node)]
        found += check_references(find_leaves(node, "fact"), "fact", known, name)
        if typed := sound(assembly, record, found):
            yield build_correction(typed, node, assembly.language)


def _moved(assembly: Assembly) -> Iterator[Moved]:
    records, known = assembly.files.moved, assembly.known_facts
    assembly.findings += check_duplicates(records, "moved id")
    repeated = repeated_ids(records)
    targets = {one.id: leaf_text(one.node, "to") or "" for one in records}
    for record, node in branches(records):
        typed = sound(assembly, record, [*_check_moved(node, known, targets)])
        if typed and typed.id not in repeated:
            yield build_moved(typed, node, assembly.language)


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


def check_published(assembly: Assembly, published: Sequence[Leaf]) -> None:
    """Every id that the site has shown is still a fact's, or said to have moved."""
    briefing = assembly.files.briefing
    is_elsewhere = briefing and isinstance(briefing.node, Branch) and "moved" in briefing.node.keys
    # Ids that moved, and are said to have done so in the wrong file, have their finding there.
    if "moved" not in assembly.files.unread and not is_elsewhere:
        moved = typed_ids(assembly.files.moved)
        assembly.findings += check_removed(published, assembly.known_facts, moved)


def check_removed(
    published: Sequence[Leaf], facts: Known, moved: frozenset[str]
) -> Iterator[Finding]:
    """A finding for each published id that nothing bears, where all ids are known.

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
