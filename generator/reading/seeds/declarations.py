"""What is declared of facts: checks, corrections, moved ids; and ids that were once published.

In: all records of all files. Out: those declarations that fit the facts; findings about the others.
A chain of corrections of one field leads, day by day, to what the fact says. No fact is called gone
while a file of facts could not be read.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import get_args

from generator.model import (
    HEDGES,
    NUMBERS,
    STATUSES,
    Article,
    Attribution,
    Check,
    Correction,
    Fact,
    Finding,
    FrozenDict,
    Known,
    Moved,
    as_typed,
    meaning,
)
from generator.reading.errors import RefusedError
from generator.reading.rules.entries import check_check
from generator.reading.rules.references import check_references, find_leaves
from generator.reading.seeds.assembly import SeedContext, branches
from generator.reading.seeds.renamed import find_renamed, tell_renamed, tell_unnamed
from generator.reading.shapes.scalars import parse_period
from generator.reading.shapes.shapes import build
from generator.reading.values.amounts import parse_number
from generator.reading.values.prose import parse_name
from generator.reading.yaml.nodes import Branch, leaf_text
from generator.text import find_nearest, shown

_MOST_NEW = 200
"""New ids among which that of a renamed fact is looked for."""
_ENDS = ("old", "new")
_TYPED_ONLY = {*NUMBERS, "unit", "hedge", "formula"}
"""An event has none of these."""
_COMPUTED = {*NUMBERS, "hedge"}
"""What a formula computes, so that it is not typed."""


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


def check_missing(context: SeedContext) -> None:
    """One finding for each id that no record has, though others name it or it was published."""
    for kind in context.missing.values():
        context.findings.extend(finding for finding in kind.values() if finding)
    context.findings.extend(_check_removed(context))
    tell_unnamed(context.files.facts, context.locked.lock.published, context.findings)


def _check_removed(context: SeedContext) -> Iterator[Finding]:
    """A finding for each published id that no fact has: at the fact that says the same now."""
    published = context.locked.lock.published
    renamed = find_renamed(context.gone, published, context.files.facts)
    new = context.known["fact"].ids - published.keys()
    for leaf in context.gone:
        name = shown(leaf.text)
        if record := renamed.get(leaf.text):
            if finding := tell_renamed(name, record, context.findings):
                yield finding
            continue
        near = find_nearest(leaf.text, new) if len(new) <= _MOST_NEW else None
        target = f", to: {near}" if near else ""
        message = f'"{name}" was published, and now no fact bears this id'
        hint = (
            "put the fact back as it was; to give it up, with status: withdrawn and a reason; "
            f"or add id: {name}{target} to moved: in a file of seeds/facts"
        )
        yield Finding("id-removed", leaf.place, name, message, hint)


def check_typed(correction: Branch) -> Iterator[Finding]:
    """Both values are valid for the field, and they differ."""
    read = _READERS.get(leaf_text(correction, "field") or "")
    subject = shown(leaf_text(correction, "fact") or "")
    meant: list[object] = []
    for end in _ENDS:
        text = leaf_text(correction, end)
        if read is None or text is None:
            return
        try:
            meant.append(read(text))
        except RefusedError as refused:
            what = f'{end} "{shown(text)}"'
            yield refused.found_at(correction.fields[end].place, subject, what)
    if len(meant) == len(_ENDS) and meant[0] == meant[1]:
        message = "old and new are the same"
        hint = "write what stood there before, or delete the correction"
        yield Finding("bad-value", correction.fields["new"].place, subject, message, hint)


def check_corrections(
    corrections: Sequence[Correction], facts: Mapping[str, Fact], articles: Mapping[str, Article]
) -> Iterator[Finding]:
    """Each leads to the next of its field, and the last to what the fact says now.

    Args:
        corrections: well-formed ones, of any facts; of one day, in the order in which they stand.
        facts: those that are well-formed; of others nothing is said.
        articles: those that such facts quote.
    """
    chains: dict[tuple[str, str], list[Correction]] = defaultdict(list)
    for one in sorted(corrections, key=lambda one: one.date.sort_key):
        if one.fact in facts:
            chains[one.fact, one.changed].append(one)
    for (name, changed), chain in chains.items():
        for earlier, later in pairwise(chain):
            if meaning(changed, earlier.new) != meaning(changed, later.old):
                message = (
                    f'new "{shown(earlier.new)}" is not what the next correction, at '
                    f'{later.marks.at("old")}, calls old: "{shown(later.old)}"'
                )
                yield _finding(earlier, "new", message, "correct one of the two")
        yield from _check_last(chain[-1], facts[name], articles)


def _check_last(last: Correction, fact: Fact, articles: Mapping[str, Article]) -> Iterator[Finding]:
    name, changed = shown(fact.id), last.changed
    if (fact.amount is None and changed in _TYPED_ONLY) or (fact.formula and changed in _COMPUTED):
        what = "is an event and has" if fact.amount is None else "is computed and has"
        hint = "name the fact in which it was corrected, or delete the correction"
        yield _finding(last, "field", f"{name} {what} no {changed} of its own", hint)
        return
    now = _said_now(fact, changed, articles)
    if now is None and changed in _TYPED_ONLY and fact.status != "withdrawn":
        hint = f"write the {changed} into the fact, or delete the correction"
        yield _finding(last, "field", f"{name} has no {changed}", hint)
    elif now is not None and meaning(changed, last.new) != meaning(changed, now):
        message = f'new "{shown(last.new)}" is not what {name} says now: "{shown(now)}"'
        yield _finding(last, "new", message, f"write {now}, or add the correction that followed")


def _said_now(fact: Fact, changed: str, articles: Mapping[str, Article]) -> str | None:
    """What the fact says, as it would be typed; None where only its quotation says it."""
    typed = as_typed(fact)[changed]
    if typed is None and changed == "period" and fact.quotes:
        article = articles.get(fact.quotes[0].article)
        return article.date_published.edtf if article else None
    return typed


def _one_of(words: Sequence[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text in words:
            return text
        nearest = find_nearest(text, words)
        hint = f"write {nearest}" if nearest else f"write one of {', '.join(words)}"
        raise RefusedError("is none that a fact may have", hint)

    return read


_READERS: Mapping[str, Callable[[str], object]] = {
    **dict.fromkeys(NUMBERS, parse_number),
    "unit": parse_name,
    "hedge": _one_of(HEDGES),
    "period": lambda text: parse_period(text).edtf,
    "status": _one_of(STATUSES),
    "attribution": _one_of(get_args(Attribution)),
    "formula": str,
}
"""How the text of each field is read, so that `350_000` and `350e3` are the same."""


def _finding(correction: Correction, key: str, message: str, hint: str) -> Finding:
    return Finding("bad-value", correction.marks.at(key), shown(correction.fact), message, hint)
