"""Flat files hold numbers where a reader wants numbers, and each row leads to its proof."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.exports.facts import fact_rows
from generator.exports.flat import facts_csv, table_csv
from generator.pages import Site
from generator.pipeline import assemble, site_of
from generator.publish import tree_files
from generator.wording import TABLE_COLUMNS

ADDRESS = "https://example.org/ferry/"
NUMBERS = ("value", "min_value", "max_value", "interval_low", "interval_high")


@pytest.fixture(scope="module")
def tree(example: Path) -> dict[str, bytes]:
    """The example, at an address."""
    return tree_files(assemble(example), address=ADDRESS)


@pytest.fixture(scope="module")
def facts(tree: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    """Its facts.json by id."""
    return {row["id"]: row for row in json.loads(tree["data/facts.json"])}


@pytest.fixture(scope="module")
def small_site(root: Path) -> Site:
    """The small briefing, composed no further."""
    return site_of(assemble(root / "tests/golden/small"), "en")


def table_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def tables_of_facts(tree: dict[str, bytes]) -> dict[str, list[dict[str, str]]]:
    """Of charts and pages; a chart that counts has no facts."""
    paths = [
        path
        for path in tree
        if path.endswith(".csv") and path.startswith(("charts/", "data/pages/"))
    ]
    tables = {path: table_of(tree[path]) for path in paths}
    return {path: rows for path, rows in tables.items() if "id" in rows[0]}


def test_each_chart_and_page_has_a_table_of_numbers(
    tree: dict[str, bytes], facts: dict[str, dict[str, Any]]
) -> None:
    tables = tables_of_facts(tree)
    assert {path.split("/")[0] for path in tables} == {"charts", "data"}
    assert len(tables) >= 8
    for rows in tables.values():
        for row in rows:
            fact = facts[row["id"]]
            assert tuple(row) == TABLE_COLUMNS
            for name in NUMBERS[:3]:
                assert (Decimal(row[name]) if row[name] else None) == (
                    Decimal(fact[name]) if fact[name] else None
                )
            for name in ("period_start", "period_end"):
                assert row[name] == (
                    date.fromisoformat(fact[name]).isoformat() if fact[name] else ""
                )
            assert row["unit"] == (fact["unit"] or "")
            assert row["hedge"] == (fact["hedge"] or "")
            assert row["label"] == fact["label"]["en"]
            assert row["link"] == f"{ADDRESS}f/{fact['id']}/"
            assert fact["basis"] == "derived" or row["sentence"]


def test_a_chart_has_its_rows_in_the_order_of_its_table(example: Path) -> None:
    site = site_of(assemble(example), "en")
    files = tree_files(assemble(example))
    for chart in site.charts.values():
        rows = table_of(files[f"charts/{chart.id}.csv"])
        shown = [row.fact for row in chart.rows if row.fact]
        assert [row["id"] for row in rows if "id" in row] == shown


def test_a_chart_that_counts_has_plain_counts(tree: dict[str, bytes]) -> None:
    rows = table_of(tree["charts/coverage.csv"])
    counts = [[int(cell) for cell in [*row.values()][1:]] for row in rows]
    assert [sum(column) for column in zip(*counts[:-1], strict=True)] == counts[-1]
    assert sum(counts[-1]) > 0


def test_a_page_has_what_it_shows_and_a_link_to_it_below_its_table(
    tree: dict[str, bytes], facts: dict[str, dict[str, Any]]
) -> None:
    page = tree["passengers.md"].decode()
    rows = table_of(tree["data/pages/passengers.csv"])
    shown = [row["id"] for row in rows]
    assert len(shown) == len({*shown})
    assert all(f"#{fact}" in page for fact in shown)
    assert 'href="../data/pages/passengers.csv"' in page
    listed = tree["data/index.md"].decode()
    assert 'pages/passengers.csv"' in listed


def test_a_site_without_address_links_from_its_files(root: Path) -> None:
    tree = tree_files(assemble(root / "tests/golden/small"))
    for path, depth in (
        ("data/facts.csv", 1),
        ("charts/plans.csv", 1),
        ("data/pages/index.csv", 2),
    ):
        for row in table_of(tree[path]):
            assert row["link"] == f"{'../' * depth}f/{row['id']}/"


def test_no_cell_of_an_article_acts_as_a_formula(small_site: Site) -> None:
    row = fact_rows(small_site.book, [small_site.wording])[0]
    quote = row["quotes"][0]
    for text in ("=1+1", "+1", "-1+cmd", "@x", "\t=1", "–1"):
        hostile = {**row, "quotes": [{**quote, "sentence": text, "exact": text}]}
        (flat,) = table_of(facts_csv([hostile], small_site))
        (short,) = table_of(table_csv([hostile], small_site))
        assert not flat["quotes"].startswith(("=", "+", "-", "@", "\t"))
        assert not flat["sentence"].startswith(("=", "+", "-", "@", "\t"))
        assert flat["sentence"] == short["sentence"]
        assert text.strip() in flat["sentence"]
    falling = {**row, "value": "-30"}
    assert table_of(facts_csv([falling], small_site))[0]["value"] == "-30"


def test_each_value_of_the_sheet_leads_to_its_proof(
    tree: dict[str, bytes], facts: dict[str, dict[str, Any]]
) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(tree["data/facts.xlsx"])).worksheets[0]
    head = [cell.value for cell in sheet[1]]
    led = 0
    for line in sheet.iter_rows(min_row=2):
        cells = dict(zip(head, line, strict=True))
        fact = facts[cells["id"].value]
        assert cells["label"].value
        for name in ("value", "min_value", "max_value", "link"):
            cell = cells[name]
            assert bool(cell.hyperlink) == (cell.value is not None)
            if cell.hyperlink:
                assert cell.hyperlink.target == f"{ADDRESS}f/{fact['id']}/"
            if cell.hyperlink and name != "link":
                assert isinstance(cell.value, int | float)
                led += 1
    assert led >= 20


def test_an_event_says_what_happened(tree: dict[str, bytes]) -> None:
    events = [row for row in table_of(tree["data/facts.csv"]) if row["basis"] == "event"]
    assert events
    for row in events:
        assert row["label"] not in {"", "Milestone", row["indicator_label"]}
        assert row["sentence"]


def test_a_link_is_an_address_whatever_the_id(small_site: Site) -> None:
    row = fact_rows(small_site.book, [small_site.wording])[0]
    placed = replace(small_site, address=ADDRESS)
    (flat,) = table_of(table_csv([{**row, "id": "a b/ü"}], placed))
    assert flat["link"] == f"{ADDRESS}f/a%20b%2F%C3%BC/"
