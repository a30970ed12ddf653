"""The chain of releases: what the ledger said each time that it was recorded.

In: rows of the ledger as `facts.json` holds them, and the releases that are on record. Out: the
chain as `releases.json`, and what is wrong with one. A release holds what changed since the one
before, and the hash of that one: none can be edited, taken out or put in without all later ones.

An entry is hashed twice, from its row alone, so that whoever has `facts.json` can do the same:
what it says, which nobody may change without a correction, and all that it rests on. SHA-256 over
JSON with sorted keys, without blanks, in UTF-8.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model import EMPTY, Release, ReleasedEntry

Row = Mapping[str, Any]
_SAYS = ("period", "value", "min_value", "max_value", "unit", "hedge", "status", "attribution")
_SAYS_DERIVED = ("formula", "status", "attribution")
"""Its amount moves with that of its inputs, which have corrections of their own."""
_SAYS_EVENT = ("attribution",)
_RESTS_ON = (
    "indicator",
    "about",
    "basis",
    "formula",
    "known_from",
    "revision_of",
    "reason",
    *_SAYS,
)
_OF_QUOTE = ("article", "exact", "start", "end", "sentence")


@dataclass(frozen=True, slots=True)
class Difference:
    """What is not as it should be."""

    subject: str
    """The id of a figure, a release, the path of a file."""
    message: str


def entries_of(rows: Iterable[Row]) -> dict[str, ReleasedEntry]:
    """By id, what a ledger says, as hashes."""
    return {row["id"]: _entry(row) for row in rows}


def released(
    releases: Sequence[Release], rows: Iterable[Row], moved: Mapping[str, str] = EMPTY
) -> tuple[Release, ...]:
    """The releases on record, and one more where the ledger says something else now.

    Args:
        releases: the chain so far.
        rows: the ledger as it is.
        moved: ids that were given up, each with the one that took its place.
    """
    rows = [*rows]
    before, now = state_of(releases), entries_of(rows)
    changed = {name: one for name, one in now.items() if before.get(name) != one}
    gone = {name: moved.get(name, "") for name in before if name not in now and before[name]}
    if not changed and not gone and releases:
        return (*releases,)
    day = max((str(row["known_from"]) for row in rows if row.get("known_from")), default="")
    previous = hash_of(releases[-1]) if releases else ""
    return (*releases, Release(len(releases) + 1, previous, day, changed, gone))


def state_of(releases: Iterable[Release]) -> dict[str, ReleasedEntry | None]:
    """By id, what stood last; None where the id was given up."""
    state = dict[str, ReleasedEntry | None]()
    for release in releases:
        state |= release.entries
        state |= dict.fromkeys(release.gone)
    return state


def breaks_of(releases: Sequence[Release], rows: Iterable[Row] | None = None) -> list[Difference]:
    """What is wrong with a chain, in its order, and with it against the ledger that it leads to.

    A figure that says something else, without one more correction and without being withdrawn, is
    wrong, and so is one that is gone without another in its place.
    """
    found = list[Difference]()
    state: dict[str, ReleasedEntry | None] = {}
    for number, release in enumerate(releases, 1):
        name = f"release {number}"
        if release.number != number:
            found.append(Difference(name, f"has the number {release.number}"))
        previous = hash_of(releases[number - 2]) if number > 1 else ""
        if release.previous != previous:
            found.append(Difference(name, "does not follow the release before it"))
        found += _uncorrected(state, release, name)
        state |= {**release.entries, **dict.fromkeys(release.gone)}
    if rows is not None:
        found += _unlike(state, entries_of(rows))
    return found


def _uncorrected(
    state: Mapping[str, ReleasedEntry | None], release: Release, name: str
) -> Iterator[Difference]:
    for fact, entry in release.entries.items():
        before = state.get(fact)
        if not before:
            continue
        is_told = entry.is_withdrawn or entry.corrections > before.corrections
        if before.says != entry.says and not is_told:
            yield Difference(fact, f"says something else since {name}, without a correction")
        if entry.corrections < before.corrections:
            yield Difference(fact, f"has fewer corrections since {name}")
    for fact, other in release.gone.items():
        if not other:
            yield Difference(fact, f"is gone since {name}, neither withdrawn nor moved")


def _unlike(
    state: Mapping[str, ReleasedEntry | None], now: Mapping[str, ReleasedEntry]
) -> Iterator[Difference]:
    for fact in sorted(state.keys() | now.keys()):
        before, entry = state.get(fact), now.get(fact)
        if before and not entry:
            yield Difference(fact, "stands in the last release and not in the ledger")
        elif entry and not before:
            yield Difference(fact, "stands in the ledger and in no release")
        elif before and entry and before.says != entry.says:
            yield Difference(fact, "says something else than in the last release")
        elif before and entry and before != entry:
            yield Difference(fact, "rests on something else than in the last release")


def forked(earlier: Sequence[Release], later: Sequence[Release]) -> list[Difference]:
    """What a later copy of a chain lacks of an earlier one, or has in another form."""
    found = list[Difference]()
    for number, release in enumerate(earlier, 1):
        if number > len(later):
            found.append(Difference(f"release {number}", "was there and is gone"))
        elif hash_of(later[number - 1]) != hash_of(release):
            found.append(Difference(f"release {number}", "was another one"))
    return found


def hash_of(release: Release) -> str:
    """The SHA-256 of a release, by which the next one follows it."""
    return _digest(_plain(release))


def releases_json(releases: Iterable[Release]) -> list[dict[str, Any]]:
    """The chain as it is published."""
    return [{**_plain(one), "hash": hash_of(one)} for one in releases]


def releases_of(published: Iterable[Any]) -> tuple[Release, ...]:
    """A chain as it was published.

    Raises:
        ValueError: it is none.
    """
    try:
        return tuple(_release(one) for one in published)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError("holds what is no release") from error


def _release(plain: Mapping[str, Any]) -> Release:
    entries = {
        str(name): ReleasedEntry(
            str(one["says"]),
            str(one["rests_on"]),
            int(one.get("corrections", 0)),
            is_withdrawn=bool(one.get("withdrawn", False)),
        )
        for name, one in plain["entries"].items()
    }
    gone = {str(old): str(new) for old, new in plain["gone"].items()}
    return Release(
        int(plain["release"]), str(plain["previous"]), str(plain["known_as_of"]), entries, gone
    )


def _plain(release: Release) -> dict[str, Any]:
    return {
        "release": release.number,
        "previous": release.previous,
        "known_as_of": release.day,
        "entries": {name: _plain_entry(one) for name, one in sorted(release.entries.items())},
        "gone": dict(sorted(release.gone.items())),
    }


def _plain_entry(entry: ReleasedEntry) -> dict[str, Any]:
    more = {"corrections": entry.corrections, "withdrawn": entry.is_withdrawn}
    return {"says": entry.says, "rests_on": entry.rests_on} | {k: v for k, v in more.items() if v}


def _entry(row: Row) -> ReleasedEntry:
    fields = hashed_fields(row)
    rests = {name: row.get(name) for name in fields["rests_on"]}
    quotes = [{key: one.get(key) for key in fields["quotes"]} for one in row.get("quotes") or ()]
    return ReleasedEntry(
        _digest({name: row.get(name) for name in fields["says"]}),
        _digest(rests | {"quotes": quotes}),
        len(row.get("corrections") or ()),
        is_withdrawn=row.get("status") == "withdrawn",
    )


def hashed_fields(row: Row) -> dict[str, list[str]]:
    """The names of the fields of a row that are hashed, and of those of its quotations."""
    says = {"derived": _SAYS_DERIVED, "event": _SAYS_EVENT}.get(str(row.get("basis")), _SAYS)
    return {"says": ["id", *says], "rests_on": [*_RESTS_ON], "quotes": [*_OF_QUOTE]}


def _digest(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
