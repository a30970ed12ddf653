"""Everything that is no figure: articles, what is ignored, definitions, reasons, lock, findings.

In: two sides. Out: what was added, changed or removed of each. A reviewer must see what lets a
number pass (`ignored`, exemptions, reasons) as well as the numbers.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.compared.changes import Change, plain, record_changes
from generator.compared.sides import Side
from generator.model import EMPTY, Briefing, Finding, Lock, Seeds

_PARTS = {"marks", "text", "ignored", "id"}
_OWN = {"marks", "exempt_numbers", "constants", "entities", "subject"}


@dataclass(frozen=True, slots=True)
class SourceChange:
    """One thing that was `added`, `changed` or `removed`."""

    kind: str
    id: str
    what: str
    changes: tuple[Change, ...] = ()


def compare_articles(base: Side, head: Side) -> tuple[SourceChange, ...]:
    """Articles; a `sha256` that changed means another text under the same id."""
    old, new = base.assembly.seeds.articles, head.assembly.seeds.articles
    return (*_compare("article", old, new, lambda a, b: record_changes(a, b, _PARTS)),)


def compare_ignored(base: Side, head: Side) -> tuple[SourceChange, ...]:
    """Numbers of articles that are deliberately no fact, with the reason of each."""
    old, new = (_ignored(side) for side in (base, head))
    return (*_compare("ignored", old, new, _reasons),)


def compare_exemptions(base: Side, head: Side) -> tuple[SourceChange, ...]:
    """Patterns that the number gate lets pass."""
    old, new = (
        {one.pattern: plain(one.reason) for one in briefing.exempt_numbers} if briefing else {}
        for briefing in (side.assembly.seeds.briefing for side in (base, head))
    )
    return (*_compare("exemption", old, new, _reasons),)


def compare_inferred(base: Side, head: Side) -> tuple[SourceChange, ...]:
    """Reasons under `inferred`, by fact and field, those of new facts too."""
    old, new = (
        {
            f"{name} {field}": plain(why)
            for name, fact in side.assembly.seeds.facts.items()
            for field, why in fact.inferred.items()
        }
        for side in (base, head)
    )
    return (*_compare("inferred", old, new, _reasons),)


def compare_corrections(base: Side, head: Side) -> tuple[SourceChange, ...]:
    """Why a published figure says something else, by fact, field and day."""
    old, new = (
        {
            f"{one.fact} {one.changed} {one.date}": plain(one.reason)
            for one in side.assembly.seeds.corrections
        }
        for side in (base, head)
    )
    return (*_compare("correction", old, new, _reasons),)


def compare_lock(base: Side, head: Side) -> tuple[SourceChange, ...]:
    """Lines of briefing.lock: what the site has shown, and what reasons were given for."""
    old, new = (_locked(side.assembly.seeds.lock) for side in (base, head))
    return (*_compare("lock", old, new, _reasons),)


def compare_definitions(base: Side, head: Side) -> tuple[SourceChange, ...]:
    """Indicators, units, charts, entities, constants, checks, moved ids, settings."""
    found: list[SourceChange] = []
    for kind, read in _DEFINED.items():
        old, new = (read(side.assembly.seeds) for side in (base, head))
        found += _compare(kind, old, new, record_changes)
    was, is_now = (side.assembly.seeds.briefing for side in (base, head))
    if was and is_now and (changes := tuple(record_changes(was, is_now, _OWN))):
        found.append(SourceChange("briefing", "briefing.yaml", "changed", changes))
    if base.settings != head.settings:
        what = "changed" if base.settings and head.settings else "added"
        what = "removed" if head.settings is None else what
        found.append(SourceChange("settings", "mkdocs.yml", what))
    return tuple(found)


def compare_findings(base: Side, head: Side) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Findings and reviews that appear, and those that vanish, wherever they stand."""
    old, new = (
        {(one.code, one.subject, one.message): one for one in side.assembly.findings}
        for side in (base, head)
    )
    appeared = tuple(one for key, one in new.items() if key not in old)
    return appeared, tuple(one for key, one in old.items() if key not in new)


def _compare(
    kind: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    differ: Callable[[Any, Any], Iterator[Change]],
) -> Iterator[SourceChange]:
    for name in sorted({*old, *new}):
        if name not in old:
            yield SourceChange(kind, name, "added", _whole(None, new[name]))
        elif name not in new:
            yield SourceChange(kind, name, "removed", _whole(old[name], None))
        elif changes := tuple(differ(old[name], new[name])):
            yield SourceChange(kind, name, "changed", changes)


def _whole(old: object, new: object) -> tuple[Change, ...]:
    """The text of what came or went, where it is a text."""
    if isinstance(old, str) or isinstance(new, str):
        return (Change("text", plain(old), plain(new)),)
    return ()


def _reasons(old: str, new: str) -> Iterator[Change]:
    if old != new:
        yield Change("text", old, new)


def _ignored(side: Side) -> dict[str, str]:
    return {
        f"{article.id} “{one.exact}”": plain(one.reason) or ""
        for article in side.assembly.seeds.articles.values()
        for one in article.ignored
    }


def _locked(lock: Lock) -> dict[str, str]:
    published = {f"published {name}": plain(told) or "-" for name, told in lock.published.items()}
    corrected = {f"corrected {name}": plain(told) or "-" for name, told in lock.corrected.items()}
    settled = {
        f"settled {name} {field}": digest
        for name, reasons in lock.settled.items()
        for field, digest in reasons.items()
    }
    return published | corrected | settled


def _of_briefing(read: Callable[[Briefing], Mapping[str, Any]]) -> Callable[[Seeds], Any]:
    return lambda seeds: read(seeds.briefing) if seeds.briefing else EMPTY


_DEFINED: Mapping[str, Callable[[Seeds], Mapping[str, Any]]] = {
    "indicator": lambda seeds: seeds.indicators,
    "unit": lambda seeds: seeds.units,
    "chart": lambda seeds: seeds.charts,
    "entity": _of_briefing(lambda briefing: briefing.all_entities),
    "constant": _of_briefing(lambda briefing: briefing.constants),
    "check": lambda seeds: {one.id: one for one in seeds.checks},
    "moved id": lambda seeds: seeds.moved,
}
"""What is defined beside the facts, by id."""
