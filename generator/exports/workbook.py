"""The figures as a spreadsheet: `facts.xlsx`, with its columns explained and its articles listed.

In: rows of facts, the site. Out: bytes, the same for the same site: the date in the file is that of
the newest article. Each value leads to its proof, by its permanent address. Never a text that acts
as a formula, or leads anywhere else.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from generator.exports.flat import flat_row, is_binary
from generator.pages import Site, cite_briefing, newest_day, title_of
from generator.wording import COLUMN, FLAT_COLUMNS, LanguageWording, column_kind, column_meaning

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_LONGEST = 32_000
"""A cell holds at most 32,767 characters."""
_FIRST_DAY = date(1900, 3, 1)
"""Before it a spreadsheet counts days wrongly."""
_WIDTHS = {
    "id": 30,
    "label": 40,
    "display": 24,
    "indicator_label": 28,
    "source": 34,
    "link": 34,
    "sentence": 60,
    "translation": 60,
    "quotes": 60,
    "evidence": 60,
    "reason": 40,
    "note": 40,
}
_ARTICLE = ("id", "title", "producer", "author", "date", "language", "address", "summary")
_LEADING = ("value", "min_value", "max_value", "link")
"""Columns whose cells lead to the figure's proof."""


def facts_xlsx(rows: Sequence[Mapping[str, Any]], site: Site) -> bytes:
    """Three sheets: figures, columns, articles."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - wanted by one file of many

    out, say = io.BytesIO(), site.wording.say
    book = Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    made = datetime.combine(newest_day(site), time(), tzinfo=UTC).replace(tzinfo=None)
    book.set_properties({"title": title_of(site), "created": made, "comments": cite_briefing(site)})
    cells = [_cells(row, site) for row in rows]
    columns = _columns(cells)
    table = [[row[name] for name in columns] for row in cells]
    sheet = _sheet(book, say("sheet-facts"), columns, table)
    _lead(book, sheet, columns, cells)
    head = [say("data-column"), say("data-meaning"), say("data-kind")]
    _sheet(book, say("sheet-columns"), head, [_explained(name, site.wording) for name in columns])
    head = [say(f"sheet-article-{name}") for name in _ARTICLE]
    _sheet(book, say("sheet-articles"), head, _articles(site))
    book.close()
    return out.getvalue()


def _columns(rows: Sequence[Mapping[str, object]]) -> list[str]:
    """Those of facts.csv; after one of numbers, where any is not exact, one of its texts."""
    return [
        column
        for name in FLAT_COLUMNS
        for column in (name, f"{name}_exact")
        if column == name or any(row.get(column) for row in rows)
    ]


def _cells(row: Mapping[str, Any], site: Site) -> dict[str, Any]:
    """By column; a number that a spreadsheet cannot hold has its text beside it."""
    cells: dict[str, Any] = {}
    for name, cell in flat_row(row, site).items():
        cells[name] = "\n".join(cell) if isinstance(cell, tuple) else cell
        if COLUMN[name].kind == "number":
            is_short = isinstance(cell, Decimal) and not is_binary(cell)
            cells[f"{name}_exact"] = f"{cell:f}" if is_short else None
    return cells


def _lead(
    book: "Workbook",
    sheet: "Worksheet",
    columns: Sequence[str],
    rows: Sequence[Mapping[str, object]],
) -> None:
    """Values and addresses lead to the proof of their figure."""
    linked = book.get_default_url_format()
    for at, row in enumerate(rows, start=1):
        address = str(row["link"])
        target = address if "://" in address else f"external:{address}"
        for column in (columns.index(name) for name in _LEADING if row[name] is not None):
            value = row[columns[column]]
            sheet.write_url(at, column, target, linked, address)
            if isinstance(value, Decimal):  # over the text of the link, which stays
                sheet.write_number(at, column, float(value), linked)


def _explained(name: str, wording: LanguageWording) -> list[object]:
    if name not in COLUMN:
        return [name, wording.say("column-exact-meaning"), wording.say("kind-text")]
    return [name, column_meaning(name, wording), column_kind(COLUMN[name], wording)]


def _articles(site: Site) -> list[list[object]]:
    text = site.wording.text
    return [
        [
            one.id, text(one.title), one.producer, one.author, one.date_published.edtf, one.lang,
            one.url_main, text(one.summary),
        ]
        for one in site.book.articles.values()
    ]  # fmt: skip


def _sheet(
    book: "Workbook", title: str, head: Sequence[str], table: Sequence[Sequence[object]]
) -> "Worksheet":
    """A sheet whose first row stays in view and can be filtered by."""
    sheet = book.add_worksheet(title)
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for column, name in enumerate(head):
        sheet.set_column(column, column, _WIDTHS.get(name, 14 if len(head) > len(_ARTICLE) else 26))
        sheet.write_string(0, column, name, bold)
    for at, cells in enumerate(table, start=1):
        for column, value in enumerate(cells):
            _write(sheet, (at, column), value, day=day, wrapped=wrapped)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table), len(head) - 1)
    return sheet


def _write(sheet: "Worksheet", at: tuple[int, int], value: object, **formats: Any) -> None:
    if isinstance(value, Decimal):
        sheet.write_number(*at, float(value))
    elif isinstance(value, date) and value >= _FIRST_DAY:
        moment = datetime.combine(value, time())
        sheet.write_datetime(*at, moment, formats["day"])
    elif value is not None and value != "":
        text = str(value)
        cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        sheet.write_string(*at, cut, formats["wrapped"])
