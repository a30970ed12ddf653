"""Spreadsheet and Parquet hold what facts.json holds, with types, and act on nothing."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet
import pytest

from generator.exports.facts import fact_rows
from generator.exports.flat import is_binary
from generator.exports.parquet import facts_parquet
from generator.exports.workbook import facts_xlsx
from generator.pages import Site
from generator.pipeline import assemble, site_of
from generator.publish import tree_files
from generator.wording import FLAT_COLUMNS, LanguageWording

NUMBERS = ("value", "min_value", "max_value")


@pytest.fixture(scope="module")
def tree(example: Path) -> dict[str, bytes]:
    """The files of the example."""
    return tree_files(assemble(example))


@pytest.fixture(scope="module")
def rows(tree: dict[str, bytes]) -> list[dict[str, Any]]:
    """Its facts.json."""
    return json.loads(tree["data/facts.json"])  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def workbook(tree: dict[str, bytes]) -> openpyxl.Workbook:
    """Its facts.xlsx, as another library reads it."""
    return openpyxl.load_workbook(io.BytesIO(tree["data/facts.xlsx"]))


@pytest.fixture(scope="module")
def frame(tree: dict[str, bytes]) -> pyarrow.Table:
    """Its facts.parquet, as another library reads it."""
    return pyarrow.parquet.read_table(io.BytesIO(tree["data/facts.parquet"]))


@pytest.fixture(scope="module")
def small_site(root: Path) -> Site:
    """The small briefing, composed no further."""
    return site_of(assemble(root / "tests/golden/small"), "en")


def table_of(sheet: Any) -> list[dict[str, Any]]:
    head, *cells = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in cells]


def test_the_sheet_says_what_the_json_says(
    workbook: openpyxl.Workbook, rows: list[dict[str, Any]]
) -> None:
    table = table_of(workbook.worksheets[0])
    assert [one["id"] for one in table] == [row["id"] for row in rows]
    for one, row in zip(table, rows, strict=True):
        for name in NUMBERS:
            assert one[name] == (None if row[name] is None else float(Decimal(row[name])))
            assert not isinstance(one[name], str)
        for name in ("period_start", "period_end"):
            day = one[name].date().isoformat() if isinstance(one[name], datetime) else None
            assert day == row[name]
        assert one["display"] == row["display"].get("en")
        assert (one["quotes"] or "").split("\n") == [q["exact"] for q in row["quotes"]] or [""]


def test_the_sheets_explain_themselves(workbook: openpyxl.Workbook, tree: dict[str, bytes]) -> None:
    facts, columns, articles = workbook.worksheets
    for sheet in workbook.worksheets:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
    head = [cell.value for cell in facts[1]]
    assert [one["Column"] for one in table_of(columns)] == head
    assert all(one["Meaning"] and one["Kind of value"] for one in table_of(columns))
    records = json.loads(tree["data/articles.json"])
    assert [one["id"] for one in table_of(articles)] == [one["id"] for one in records]


def test_a_sheet_is_dated_by_the_newest_article(
    workbook: openpyxl.Workbook, tree: dict[str, bytes]
) -> None:
    newest = max(a["date_published"] for a in json.loads(tree["data/articles.json"]))
    assert workbook.properties.created.date() == date.fromisoformat(newest)
    with zipfile.ZipFile(io.BytesIO(tree["data/facts.xlsx"])) as file:
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("make", [facts_xlsx, facts_parquet])
def test_the_same_briefing_gives_the_same_bytes(
    small_site: Site, make: Callable[[list[dict[str, Any]], Site], bytes]
) -> None:
    rows = fact_rows(small_site.book, [small_site.wording])
    assert len({make(rows, small_site) for _ in range(20)}) == 1


def test_no_cell_is_a_formula_or_a_link(small_site: Site) -> None:
    texts = ["=1+1", "{=1+1}", "https://example.org", "mailto:a@example.org", "+1", "@x", "-1"]
    row = dict.fromkeys((*FLAT_COLUMNS, "interval"))
    made = facts_xlsx([{**row, "id": text, "formula": text} for text in texts], small_site)
    sheet = openpyxl.load_workbook(io.BytesIO(made)).worksheets[0]
    assert [one["id"] for one in table_of(sheet)] == texts
    assert [cell.data_type for cell in sheet["A"][1:]] == ["s"] * len(texts)
    linked = [cell for line in sheet for cell in line if cell.hyperlink]
    assert {sheet.cell(1, cell.column).value for cell in linked} == {"link"}
    assert all(cell.hyperlink.target.startswith("..\\f\\") for cell in linked)
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        assert b"<f>" not in file.read("xl/worksheets/sheet1.xml")


def test_a_number_that_no_double_holds_has_its_text_beside_it(small_site: Site) -> None:
    row = dict.fromkeys((*FLAT_COLUMNS, "interval")) | {"id": "any"}
    exact = "12345678901234567.89"
    made = facts_xlsx([{**row, "value": exact}, {**row, "value": "48.8"}], small_site)
    first, second = table_of(openpyxl.load_workbook(io.BytesIO(made)).worksheets[0])
    assert (first["value"], first["value_exact"]) == (pytest.approx(float(exact), rel=1e-15), exact)
    assert (second["value"], second["value_exact"]) == (48.8, None)
    assert "min_value_exact" not in first


@pytest.mark.parametrize(
    ("text", "held"),
    [("109e9", True), ("48.8", True), ("123456789012345", True), ("1234567890123456", False)],
)
def test_a_double_holds_fifteen_digits(text: str, held: bool) -> None:
    assert is_binary(Decimal(text)) is held


def test_the_frame_says_what_the_json_says(
    frame: pyarrow.Table, rows: list[dict[str, Any]]
) -> None:
    table = frame.to_pylist()
    assert [one["id"] for one in table] == [row["id"] for row in rows]
    for one, row in zip(table, rows, strict=True):
        for name in (*NUMBERS, "unit", "hedge", "period", "formula"):
            assert one[name] == row[name]
        for name in NUMBERS:
            number = one[f"{name}_number"]
            assert number == (None if row[name] is None else float(row[name]))
        assert (one["period_end"] and one["period_end"].isoformat()) == row["period_end"]
        assert json.loads(one["quotes"] or "[]") == row["quotes"]


def test_the_frame_has_types_and_meanings(
    frame: pyarrow.Table, wording_en: LanguageWording
) -> None:
    kinds = {str(frame.schema.field(name).type) for name in FLAT_COLUMNS}
    assert kinds == {"string", "date32[day]"}
    assert str(frame.schema.field("value_number").type) == "double"
    assert not frame.schema.field("id").nullable
    said = frame.schema.field("hedge").metadata[b"description"].decode()
    assert said == wording_en.say("column-hedge-meaning")
    assert {b"title", b"citation"} <= frame.schema.metadata.keys()


@pytest.fixture(scope="module")
def wording_en() -> LanguageWording:
    """English."""
    return LanguageWording("en", {})
