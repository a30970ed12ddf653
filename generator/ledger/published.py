"""What the site has shown of each figure, and whether a change of it has a correction.

In: a Book, the seeds with what was recorded, and all other findings. Out: what to record, and a
finding for each published field that changed without a correction. A new quotation, translation
or note is no change, and neither is another spelling of the same value.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.model import (
    NUMBERS,
    Book,
    Correction,
    Entry,
    Fact,
    Finding,
    Period,
    Seeds,
    as_typed,
    meaning,
)
from generator.text import find_nearest, shown

_HOW_MUCH = (*NUMBERS, "formula")
"""A value that becomes a range or a formula is one change of all these."""
_DEFAULTS: dict[str, str | None] = {"hedge": "exact", "status": "reported", "attribution": "own"}


def published_fields(fact: Fact, earlier: Mapping[str, str] | None = None) -> dict[str, str]:
    """The fields of a figure as typed, without those that are absent or have the default.

    A withdrawn fact keeps what was recorded of it earlier, as its fields may be gone.
    """
    if fact.status == "withdrawn" and earlier:
        return {**earlier, "status": fact.status}
    defaults = _defaults(fact)
    return {
        name: text
        for name, text in as_typed(fact).items()
        if text is not None and text != defaults.get(name)
    }


def find_uncorrected(
    book: Book, seeds: Seeds, besides: Iterable[Finding] = ()
) -> tuple[Finding, ...]:
    """A finding for each published field that changed without a correction, by place.

    Also one for each correction that is older than what it corrects, and for what was never shown,
    be it corrected or moved. Of a fact that is not proven, or that has a finding `besides`, nothing
    is said.
    """
    wrong = {finding.subject for finding in besides}
    corrections: dict[tuple[str, str], list[Correction]] = defaultdict(list)
    for one in seeds.corrections:
        corrections[one.fact, one.changed].append(one)
    found = [*_check_dates(book, seeds), *_check_old(book, seeds, wrong), *_check_moved(seeds)]
    for name, recorded in seeds.lock.published.items():
        entry, fact = book.entries.get(name), seeds.facts.get(name)
        if entry is None or fact is None or name in wrong:
            continue
        changes = [
            (field, old, new)
            for field, old, new in _changes(fact, recorded, _default_period(entry, book))
            if not any(
                meaning(field, one.new) == meaning(field, new)
                for one in corrections.get((name, field), ())
            )
        ]
        found += _findings(fact, changes)
    return tuple(sorted(found, key=lambda finding: finding.sort_key))


_Change = tuple[str, str | None, str | None]
"""A field, its old text and its new text; None where it was or is absent."""


def _defaults(fact: Fact) -> dict[str, str | None]:
    """What is not typed; an event has the status that its quotation says."""
    return _DEFAULTS if fact.amount else {**_DEFAULTS, "status": None}


def _changes(fact: Fact, recorded: Mapping[str, str], period: str | None) -> Iterator[_Change]:
    """Every field that means something else now than was recorded."""
    now = published_fields(fact)
    defaults = {**_defaults(fact), "period": period}
    for field in as_typed(fact):
        old = recorded.get(field, defaults.get(field))
        new = now.get(field, defaults.get(field))
        # An event's status that was read from its quotation was never typed, so it is no change.
        is_unsaid = field == "status" and None in {old, new}
        if not is_unsaid and meaning(field, old) != meaning(field, new):
            yield field, old, new


def _default_period(entry: Entry, book: Book) -> str | None:
    """The day of the article, or the period of the first figure of the formula."""
    if entry.inputs:
        first = book.entries.get(entry.inputs[0])
        return first.period.edtf if first else None
    dates = [book.articles[one.quote.article].date_published for one in entry.located]
    return dates[0].edtf if dates else None


def _findings(fact: Fact, changes: list[_Change]) -> Iterator[Finding]:
    much = [change for change in changes if change[0] in _HOW_MUCH]
    others = [[change] for change in changes if change[0] not in _HOW_MUCH]
    for group in [much, *others] if much else others:
        said = "; ".join(
            f"{field} was {_quoted(old)} and is {_quoted(new)}" for field, old, new in group
        )
        place = next(
            (fact.marks.at(field) for field, _, new in group if new is not None), fact.marks.start
        )
        if fact.period is None and any(field == "period" for field, _, _ in group):
            said += ", the day of the article, as no period is typed"
        message = f"what the site has shown is another figure now: {said}"
        yield Finding("correction-missing", place, fact.id, message, _hint(fact, group, place.path))


def _quoted(text: str | None) -> str:
    return "not there" if text is None else shown(text)


def _back(changes: list[_Change]) -> str:
    """How to undo what changed."""
    field, old, _ = changes[0]
    return f"write {field}: {_quoted(old)} again" if len(changes) == 1 else "put it back"


def _hint(fact: Fact, changes: list[_Change], path: str) -> str:
    if any(None in change for change in changes):
        return (
            "put it back; where it is another figure now, give it an id of its own and withdraw"
            " this one with a reason"
        )
    entries = " ".join(
        f"- {{fact: {fact.id}, date: YYYY-MM-DD, field: {field}, "
        f"old: {json.dumps(old, ensure_ascii=False)}, "
        f'new: {json.dumps(new, ensure_ascii=False)}, reason: "…"}}'
        for field, old, new in changes
    )
    return (
        f"{_back(changes)}, or add under corrections: in {path}, with the day of the correction and"
        f" the reason: {entries}"
    )


def corrected_fields(seeds: Seeds) -> dict[str, dict[str, list[str]]]:
    """What was shown before each correction, by fact and field, for the record."""
    found: dict[str, dict[str, list[str]]] = {}
    for one in sorted(seeds.corrections, key=lambda one: (one.fact, one.date.sort_key)):
        found.setdefault(one.fact, {}).setdefault(one.changed, []).append(one.old)
    return found


def _check_old(book: Book, seeds: Seeds, wrong: Collection[str]) -> Iterator[Finding]:
    """A correction takes back what the site has shown, and nothing else."""
    for one in seeds.corrections:
        fact, entry = seeds.facts.get(one.fact), book.entries.get(one.fact)
        if fact is None or one.fact in wrong:
            continue
        period = _default_period(entry, book) if entry else None
        usual = {**_defaults(fact), "period": period}.get(one.changed)
        recorded = seeds.lock.published.get(one.fact)
        shown_now = None if recorded is None else recorded.get(one.changed, usual)
        earlier = seeds.lock.corrected.get(one.fact, {}).get(one.changed, ())
        known = [text for text in (shown_now, *earlier) if text is not None]
        if any(meaning(one.changed, text) == meaning(one.changed, one.old) for text in known):
            continue
        name = shown(one.fact)
        message = (
            f'old "{shown(one.old)}" is not what the site has shown as {one.changed} of {name}'
        )
        told = f"write {shown(known[-1])}" if known else "briefing.lock knows of no such figure"
        hint = f"{told}, or delete the correction: what was never shown needs none"
        yield Finding("bad-value", one.marks.at("old"), name, message, hint)


def _check_moved(seeds: Seeds) -> Iterator[Finding]:
    """An id that moved is one that the site has shown: its address says it for ever."""
    for moved in seeds.moved.values():
        if moved.id not in seeds.lock.published:
            message = f'"{shown(moved.id)}" never was the id of a figure on the site'
            near = find_nearest(moved.id, seeds.lock.published)
            hint = f"did you mean {near}?" if near else "delete the entry: no link leads there"
            yield Finding("bad-value", moved.marks.at("id"), shown(moved.id), message, hint)


def _check_dates(book: Book, seeds: Seeds) -> Iterator[Finding]:
    """A correction cannot be older than what it corrects."""
    for one in seeds.corrections:
        known = _known_from(one.fact, book, seeds)
        if known and known.start and one.date.end and one.date.end < known.start:
            message = f"{shown(one.fact)} was corrected on {one.date}, but is known from {known} on"
            hint = "write the day on which we corrected it"
            place = one.marks.at("date")
            yield Finding("bad-value", place, shown(one.fact), message, hint)


def _known_from(name: str, book: Book, seeds: Seeds) -> Period | None:
    if entry := book.entries.get(name):
        return entry.known_from
    fact = seeds.facts.get(name)
    quoted = [seeds.articles.get(quote.article) for quote in fact.quotes] if fact else []
    dates = [article.date_published for article in quoted if article]
    return max(dates, key=lambda when: when.known_key, default=None)
