"""The ledger as rows: `facts.json` and `facts.csv`.

In: the book and the wordings of the languages. Out: bytes, the same for the same book. Values are
decimal strings in base units, never binary floats.
"""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from generator.model import Book, Entry, Fact, Located, Wording, plain_decimal
from generator.pages import COLUMNS

Row = dict[str, Any]


def fact_rows(book: Book, wordings: Sequence[Wording]) -> list[Row]:
    """One row a figure, with the fields of `COLUMNS`, in the order of the book."""
    return [_row(entry, book, wordings) for entry in book.entries.values()]


def facts_json(rows: Sequence[Row]) -> bytes:
    """The rows as a JSON list."""
    return to_json(rows)


def facts_csv(rows: Sequence[Row]) -> bytes:
    """The rows as RFC 4180 with a header; what is not flat stands as JSON in its cell.

    No cell can begin a spreadsheet formula: texts that would are refused when seeds are read.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_cell(row[column]) for column in COLUMNS])
    return out.getvalue().encode()


def inferred_record(fact: Fact) -> dict[str, dict[str, str]]:
    """By field, why we hold what the quotation alone does not say, per language."""
    return {field: dict(reason) for field, reason in fact.inferred.items()}


def to_json(value: object) -> bytes:
    """JSON that is also harmless within HTML, with one line end at its end."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return (text + "\n").encode()


def _row(entry: Entry, book: Book, wordings: Sequence[Wording]) -> Row:
    fact, amount, period = entry.fact, entry.amount, entry.period
    change = entry.indicator.kind == "change"
    values = (amount.value, amount.min_value, amount.max_value) if amount else (None, None, None)
    value, low, high = (plain_decimal(v) if v is not None else None for v in values)
    return {
        "id": fact.id,
        "indicator": fact.indicator,
        "indicator_label": dict(entry.indicator.label),
        "about": fact.about,
        "period": period.edtf,
        "period_start": period.start.isoformat() if period.start else None,
        "period_end": period.end.isoformat() if period.end else None,
        "value": value,
        "min_value": low,
        "max_value": high,
        "unit": amount.unit if amount else None,
        "display": {w.lang: w.amount(amount, signed=change) for w in wordings} if amount else {},
        "hedge": amount.hedge if amount else None,
        "status": fact.status,
        "attribution": fact.attribution if fact.quotes else None,
        "known_from": entry.known_from.edtf,
        "revision_of": fact.revision_of,
        "revised_by": entry.revised_by,
        "rank": fact.rank,
        "reason": dict(fact.reason),
        "inferred": inferred_record(fact),
        "note": dict(fact.note),
        "basis": fact.basis,
        "formula": fact.formula,
        "was_derived_from": list(entry.inputs),
        "quotes": [_quote(located, book) for located in entry.located],
        "url": f"facts/#{fact.id}",
    }


def _quote(located: Located, book: Book) -> Row:
    quote = located.quote
    article = book.articles[quote.article]
    return {
        "article": quote.article,
        "exact": quote.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
        "start": located.start,
        "end": located.end,
        "translation": dict(quote.translation),
        "lang": article.lang,
    }


def _cell(value: object) -> str:
    if value is None or (isinstance(value, dict | list) and not value):
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
