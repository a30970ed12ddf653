"""Figures as flat rows: one value a cell, for spreadsheets and data frames.

In: rows of facts.json, the site. Out: cells with types, and CSV: of all figures, of one chart, of
one page. Never JSON within a cell, and never a text of an article that a spreadsheet would run.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from generator.ledger import articles_of
from generator.model import DrawnChart
from generator.pages import Site, byline
from generator.wording import COLUMN, FLAT_COLUMNS, TABLE_COLUMNS, LanguageWording

Cell = Decimal | date | str | tuple[str, ...] | None
"""A tuple holds texts that belong to one cell."""
BETWEEN = " | "
"""Between the texts of one cell."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_VERBATIM = frozenset({"quotes", "sentence", "translation", "evidence"})
"""Columns whose cells begin as an article does."""
_SURE_DIGITS = 15
"""A double holds every decimal of so many digits; a spreadsheet shows no more."""
_DEPTH = 1
"""How many folders below the site's root most files with figures stand."""


def facts_csv(rows: Sequence[Mapping[str, Any]], site: Site, depth: int = _DEPTH) -> bytes:
    """All figures as RFC 4180 with a header; `depth` as in `link_of`."""
    return _csv(FLAT_COLUMNS, rows, site, depth)


def table_csv(rows: Sequence[Mapping[str, Any]], site: Site, depth: int = _DEPTH) -> bytes:
    """Some figures, with what a reader of one table asks for; `depth` as in `link_of`."""
    return _csv(TABLE_COLUMNS, rows, site, depth)


def chart_csv(chart: DrawnChart, rows: Mapping[str, Mapping[str, Any]], site: Site) -> bytes:
    """The figures of a chart as numbers, in its order; of one that counts, its counts."""
    shown = dict.fromkeys(row.fact for row in chart.rows if row.fact)
    if shown:
        return table_csv([rows[fact] for fact in shown], site)
    counts = ([row.cells[0], *map(str, row.counts)] for row in chart.rows)
    return to_csv(chart.columns, counts)


def flat_row(row: Mapping[str, Any], site: Site, depth: int = _DEPTH) -> dict[str, Cell]:
    """The cells of a figure by the columns of facts.csv."""
    wording, ends = site.wording, row["interval"] or {"low": None, "high": None}
    quotes = row["quotes"] or []
    within: dict[str, Any] = {
        "interval_low": ends["low"],
        "interval_high": ends["high"],
        "quotes": tuple(one["exact"] for one in quotes),
        "sentence": tuple(dict.fromkeys(_one_line(one["sentence"]) for one in quotes)),
        "translation": tuple(filter(None, (wording.text(one["translation"]) for one in quotes))),
        "evidence": tuple(_evidence(one, wording) for one in row["evidence"] or []),
        "corrections": tuple(_correction(one, wording) for one in row["corrections"] or []),
        "inferred": tuple(
            f"{field}: {wording.text(reason)}" for field, reason in (row["inferred"] or {}).items()
        ),
        "label": _label(row, site),
        "link": link_of(row["id"], site, depth),
        **_origin(row["id"], site),
    }
    return {name: _typed(name, within.get(name, row.get(name)), wording) for name in FLAT_COLUMNS}


def link_of(fact: str, site: Site, depth: int = _DEPTH) -> str:
    """The permanent address of a figure.

    Where the site knows no address of its own, it is as seen from a file that stands so many
    folders below the root.
    """
    return f"{site.address or '../' * depth}f/{quote(fact, safe='')}/"


def is_binary(value: Decimal) -> bool:
    """A double holds all digits of the decimal, and a spreadsheet shows them all."""
    return len(value.normalize().as_tuple().digits) <= _SURE_DIGITS


def cell_text(value: Cell) -> str:
    """A cell as text; what is empty is the empty cell."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple):
        return BETWEEN.join(value)
    return "" if value is None else str(value)


def to_csv(head: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """RFC 4180: a head and rows of text, each line ended by CR LF."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([head, *rows])
    return out.getvalue().encode()


def _csv(
    columns: Sequence[str], rows: Iterable[Mapping[str, Any]], site: Site, depth: int = _DEPTH
) -> bytes:
    flat = (flat_row(row, site, depth) for row in rows)
    return to_csv(columns, ([_harmless(name, row[name]) for name in columns] for row in flat))


def _harmless(name: str, value: Cell) -> str:
    """A cell that no spreadsheet runs: what an article says may begin as a formula does.

    Texts of editors that would are refused when seeds are read.
    """
    text = cell_text(value)
    return f"'{text}" if name in _VERBATIM and text.startswith(_FORMULA_STARTS) else text


def _typed(name: str, value: Any, wording: LanguageWording) -> Cell:
    kind = COLUMN[name].kind
    if value is None or value == "":
        return None
    if kind == "number":
        return Decimal(value)
    if kind == "day":
        return date.fromisoformat(value)
    if isinstance(value, Mapping):
        return wording.text(value) or None
    return tuple(value) if isinstance(value, list | tuple) else str(value)


def _label(row: Mapping[str, Any], site: Site) -> str:
    """What the figure is; of a withdrawn one without a name of its own, what it measured."""
    measured = site.seeds.indicators.get(row["indicator"])
    own = site.wording.text(row["label"] or {})
    return own or (site.wording.text(measured.label) if measured else "")


def _origin(fact: str, site: Site) -> dict[str, tuple[str, ...]]:
    """The articles that a figure rests on, by id, and who published each and when."""
    entry = site.book.entries.get(fact)
    names = articles_of(site.book, entry) if entry else ()
    sources = tuple(byline(site.book.articles[name], site.wording) for name in names)
    return {"articles": tuple(names), "source": sources}


def _evidence(one: Mapping[str, Any], wording: LanguageWording) -> str:
    """An aspect with the words that state it, or with the reason why it is held."""
    said = _one_line(one["words"] or "") or wording.text(one["reason"])
    return f"{one['aspect']} ({one['basis']}): {said}"


def _correction(one: Mapping[str, Any], wording: LanguageWording) -> str:
    changed = f"{one['date']}, {one['field']}: {one['old']} → {one['new']}"
    reason = wording.text(one["reason"])
    return f"{changed} ({reason})" if reason else changed


def _one_line(text: str) -> str:
    return " ".join(text.split())
