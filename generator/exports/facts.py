"""The ledger as rows: `facts.json`.

In: the book and the wordings of the languages. Out: rows, and JSON, the same for the same book.
Values are decimal strings in base units, never binary floats. Flat files are made of these rows.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from generator.model import Book, Correction, Entry, Fact, Located
from generator.text import plain_decimal
from generator.wording import COLUMNS, LanguageWording, fact_name

FactRow = dict[str, Any]
_OF_FACT = tuple(name for name in COLUMNS if hasattr(Fact, name))
"""Columns that stand in the record as they are."""
_OF_WITHDRAWN = ("id", "indicator", "about", "status", "revision_of", "rank", "reason", "note")


def fact_rows(
    book: Book, wordings: Sequence[LanguageWording], corrections: Iterable[Correction] = ()
) -> list[FactRow]:
    """One row a figure, with the fields of `COLUMNS`, in the order of the book.

    Withdrawn figures follow, each with its reason and without a value: no id ever vanishes.
    """
    rows = [_row(entry, book, wordings) for entry in book.entries.values()]
    rows += [_tombstone(fact) for fact in book.withdrawn.values()]
    made: dict[str, list[FactRow]] = {}
    for one in sorted(corrections, key=lambda one: one.date.sort_key):
        made.setdefault(one.fact, []).append(_correction(one))
    for row in rows:
        row["corrections"] = made.get(row["id"], [])
    return rows


def to_json(value: object) -> bytes:
    """JSON that is also harmless within HTML, with one line end at its end."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return (text + "\n").encode()


def _row(entry: Entry, book: Book, wordings: Sequence[LanguageWording]) -> FactRow:
    fact, amount, period = entry.fact, entry.amount, entry.period
    change = entry.indicator.kind == "change"
    values = (amount.value, amount.min_value, amount.max_value) if amount else (None, None, None)
    value, low, high = (plain_decimal(v) if v is not None else None for v in values)
    made = {
        "indicator_label": dict(entry.indicator.label),
        "period": period.edtf,
        "period_start": period.start.isoformat() if period.start else None,
        "period_end": period.end.isoformat() if period.end else None,
        "period_basis": entry.period_basis,
        "value": value,
        "min_value": low,
        "max_value": high,
        "interval": _interval(entry),
        "unit": amount.unit if amount else None,
        "label": {w.lang: fact_name(entry, w) for w in wordings},
        "display": {w.lang: w.amount(amount, signed=change) for w in wordings} if amount else {},
        "hedge": amount.hedge if amount else None,
        "attribution": fact.attribution if fact.quotes else None,
        "known_from": entry.known_from.edtf,
        "revised_by": entry.revised_by,
        "corrections": [],
        "was_derived_from": list(entry.inputs),
        "quotes": [_quote(located, book) for located in entry.located],
        "evidence": evidence_rows(entry),
        "url": f"facts/#{fact.id}",
    }
    taken = {name: getattr(fact, name) for name in _OF_FACT}
    return {name: made[name] if name in made else taken[name] for name in COLUMNS}


def evidence_rows(entry: Entry) -> list[FactRow]:
    """What bears out each aspect: words with their place in a quotation's article, or a reason."""
    return [
        {
            "aspect": one.aspect,
            "basis": one.basis,
            "quote": one.quote,
            "start": one.start,
            "end": one.end,
            "words": one.words or None,
            "reason": dict(one.reason),
        }
        for one in entry.evidence
    ]


def _correction(made: Correction) -> FactRow:
    """What we showed by mistake, and what we show now."""
    return {
        "date": made.date.edtf,
        "field": made.changed,
        "old": made.old,
        "new": made.new,
        "reason": dict(made.reason),
    }


def _interval(entry: Entry) -> FactRow | None:
    """The interval that rounding and hedges leave open; None when it is unbounded."""
    if entry.low is None and entry.high is None:
        return None
    ends = {"low": entry.low, "high": entry.high}
    return {name: plain_decimal(end) if end is not None else None for name, end in ends.items()}


def _tombstone(fact: Fact) -> FactRow:
    """The row of a withdrawn figure: what it was about, and why it no longer holds."""
    return {
        **dict.fromkeys(COLUMNS),
        **{name: getattr(fact, name) for name in _OF_WITHDRAWN},
        "indicator_label": {},
        "label": dict(fact.label),
        "display": {},
        "inferred": {},
        "was_derived_from": [],
        "quotes": [],
        "url": f"facts/#{fact.id}",
    }


def _quote(located: Located, book: Book) -> FactRow:
    quote = located.quote
    article = book.articles[quote.article]
    return {
        "article": quote.article,
        "exact": quote.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
        "start": located.start,
        "end": located.end,
        "sentence": located.sentence,
        "translation": dict(quote.translation),
        "lang": article.lang,
    }
