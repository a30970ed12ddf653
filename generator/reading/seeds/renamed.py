"""Ids that others name and no record has: one finding each, where the id was changed.

In: records as typed, ids that they refer to, what briefing.lock says of published figures. Out: for
each such id one finding, however many places name it: at the record that bears another id now,
where one can be told, else at the first place.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import InvalidOperation

from generator.model import Finding, Known, meaning
from generator.reading.records import TypedRecord
from generator.reading.values.names import is_id
from generator.reading.yaml.nodes import Leaf, leaf_text
from generator.text import find_nearest, shown

_MANY = 2
"""From so many places on that name an id, the id was changed, and not each of the places."""
_CLAIMED = ("value", "min_value", "max_value", "unit", "formula", "hedge", "status", "attribution")
_DEFAULTS = {"hedge": "exact", "status": "reported", "attribution": "own"}


def find_missing(
    used: Iterable[Leaf], records: Sequence[TypedRecord], known: Known, noun: str
) -> Iterator[tuple[str, Finding]]:
    """Each id that several places name and no record of the kind has, with its finding."""
    places: dict[str, list[Leaf]] = defaultdict(list)
    for leaf in used:
        places[leaf.text].append(leaf)
    unnamed = [one for one in records if one.id and one.id not in places]
    for name, leaves in places.items():
        if not known.lacks(name) or not is_id(name):
            continue
        if len(leaves) >= _MANY or (len(unnamed) == 1 and not find_nearest(name, known.ids)):
            yield name, _of_many(name, leaves, unnamed, known, noun)


def _of_many(
    name: str, leaves: Sequence[Leaf], unnamed: Sequence[TypedRecord], known: Known, noun: str
) -> Finding:
    first, many = min(leaf.place for leaf in leaves), len(leaves)
    near = find_nearest(name, [one.id for one in unnamed])
    bearer = next((one for one in unnamed if one.id == near), None)
    if bearer is None and len(unnamed) == 1:
        bearer = unnamed[0]
    if bearer is None:
        other = find_nearest(name, known.ids)
        message = f'{noun} "{name}" is not in {known.home}; {many} places name it, first this one'
        hint = f"write {other} at each" if other else f"add it to {known.home}, or correct each"
        return Finding("unknown-id", first, name, message, hint)
    new = shown(bearer.id)
    who = f"{many} places name" if many > 1 else "a place names"
    message = (
        f'{who} {noun} "{name}", which is not in {known.home}; '
        f"nothing names {new}, which stands here"
    )
    there = f"at those places, the first of which is {first}" if many > 1 else f"at {first}"
    hint = f"write {name} here, or {new} {there}"
    return Finding("unknown-id", bearer.id_place, new, message, hint)


def find_renamed(
    gone: Iterable[Leaf],
    published: Mapping[str, Mapping[str, str]],
    records: Iterable[TypedRecord],
) -> Mapping[str, TypedRecord]:
    """By published id that no fact has: the one record that says the same under a new id."""
    new = [one for one in records if one.id and one.id not in published]
    found: dict[str, TypedRecord] = {}
    for leaf in gone:
        same = [one for one in new if _says(one, published.get(leaf.text, {}))]
        if len(same) == 1:
            found[leaf.text] = same[0]
    taken = [one.id for one in found.values()]
    return {name: one for name, one in found.items() if taken.count(one.id) == 1}


def tell_unnamed(
    records: Sequence[TypedRecord],
    published: Mapping[str, Mapping[str, str]],
    found: list[Finding],
) -> None:
    """Names, in the finding on a fact without an id or with one twice, the id that it had."""
    count = Counter(one.id for one in records)
    for record in records:
        if record.id and count[record.id] == 1:
            continue
        same = [name for name, then in published.items() if not count[name] and _says(record, then)]
        for index, one in enumerate(found) if len(same) == 1 else ():
            is_of_id = one.code == "duplicate-id" or (one.hint or "").startswith("add id:")
            if one.at == record.id_place and is_of_id:
                hint = f"write id: {same[0]}, under which this figure was published"
                found[index] = replace(one, hint=hint)


def _says(record: TypedRecord, recorded: Mapping[str, str]) -> bool:
    """Whether the record has all that was published, and claims no more."""
    typed = {key: leaf_text(record.node, key) for key in (*_CLAIMED, "period")}
    period = typed.pop("period")
    try:
        is_then = period is None or meaning("period", period) == meaning(
            "period", recorded.get("period")
        )
        return is_then and all(
            meaning(key, text or _DEFAULTS.get(key))
            == meaning(key, recorded.get(key) or _DEFAULTS.get(key))
            for key, text in typed.items()
        )
    except (ValueError, InvalidOperation):  # a value that has a finding of its own
        return False


def tell_renamed(name: str, record: TypedRecord, found: list[Finding]) -> Finding | None:
    """The finding about a figure whose id was changed; none where the new id has one already."""
    new = shown(record.id)
    for index, one in enumerate(found):
        if one.at == record.id_place and one.code == "bad-value":
            hint = f"write {name}, the id of this figure; ids that were published stay for ever"
            found[index] = replace(one, hint=hint)
            return None
    message = f'{new} stands where "{name}" stood, which was published: ids stay for ever'
    hint = (
        f"write {name} again; or keep the new id, name it wherever {name} was named, and add "
        f'under moved: in this file: - {{id: {name}, to: {new}, reason: "…"}}'
    )
    return Finding("id-removed", record.id_place, new, message, hint)


def find_gone(published: Sequence[Leaf], facts: Known, moved: Collection[str]) -> list[Leaf]:
    """The published ids that no fact has, where all ids are known.

    None where no published id at all is left as a fact: the lock is that of another briefing then,
    whose links lead elsewhere, and a new one begins with facts of its own.
    """
    if not any(leaf.text in facts.ids for leaf in published):
        return []
    return [leaf for leaf in published if facts.lacks(leaf.text) and leaf.text not in moved]
