"""Downloads hold the same figures as the pages, in forms that programs read."""

import csv
import io
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from generator.pipeline import assemble
from generator.publish import tree_files
from generator.wording import COLUMNS, FLAT_COLUMNS


def test_a_library_is_loaded_only_to_make_its_file() -> None:
    said = (
        "import sys, generator.exports; print({'arro3', 'xlsxwriter', 'plotly'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"


@pytest.fixture(scope="module")
def rows(built_site: Path) -> list[dict]:  # type: ignore[type-arg]
    """The published list of facts."""
    return json.loads((built_site / "data/facts.json").read_bytes())


@pytest.fixture(scope="module")
def small_files(root: Path) -> dict[str, bytes]:
    """The downloads of the small briefing, which has a withdrawn figure."""
    return tree_files(assemble(root / "tests/golden/small"))


@pytest.fixture(scope="module")
def small_rows(small_files: dict[str, bytes]) -> dict[str, dict]:  # type: ignore[type-arg]
    """Its rows by id."""
    return {row["id"]: row for row in json.loads(small_files["data/facts.json"])}


def test_every_row_has_every_column_in_order(rows: list[dict]) -> None:  # type: ignore[type-arg]
    assert {tuple(row) for row in rows} == {COLUMNS}


def test_values_are_plain_decimal_strings(rows: list[dict]) -> None:  # type: ignore[type-arg]
    for row in rows:
        for field in ("value", "min_value", "max_value"):
            assert (
                row[field] is None or "E" not in str(Decimal(row[field])) or "e" not in row[field]
            )
            assert row[field] is None or isinstance(row[field], str)
        has_none = row["value"] is None and row["min_value"] is None
        assert has_none == (row["basis"] == "event" or row["status"] == "withdrawn")


def test_csv_and_json_say_the_same(built_site: Path, rows: list[dict]) -> None:  # type: ignore[type-arg]
    text = (built_site / "data/facts.csv").read_bytes().decode()
    table = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    for flat, row in zip(table, rows, strict=True):
        for field in ("value", "unit", "hedge", "period", "known_from", "formula"):
            assert flat[field] == (row[field] or "")
        assert flat["label"]
        assert flat["label"] == row["label"].get("en") or row["status"] == "withdrawn"
        for field in ("indicator_label", "display", "reason", "note"):
            assert flat[field] == (row[field] or {}).get("en", "")
        assert flat["quotes"] == " | ".join(quote["exact"] for quote in row["quotes"])
        assert flat["was_derived_from"] == " | ".join(row["was_derived_from"])
        assert not [cell for cell in flat.values() if cell.startswith(('{"', '["', "[{"))]


@pytest.mark.parametrize(
    ("fact", "interval"),
    [
        # One place of the printed 2.5 billion was rounded; “about” opens three per cent more.
        ("revenue-2023-q2", {"low": "2375000000", "high": "2625000000"}),
        ("growth-2023-q2", {"low": "12.45", "high": "12.55"}),
        ("factory-opened", None),
    ],
)
def test_a_row_says_what_rounding_leaves_open(
    small_files: dict[str, bytes],
    small_rows: dict[str, dict],  # type: ignore[type-arg]
    fact: str,
    interval: dict[str, str] | None,
) -> None:
    found = small_rows[fact]["interval"]
    assert (found and {name: str(Decimal(end)) for name, end in found.items()}) == (
        interval and {name: str(Decimal(end)) for name, end in interval.items()}
    )
    table = csv.DictReader(io.StringIO(small_files["data/facts.csv"].decode(), newline=""))
    flat = next(row for row in table if row["id"] == fact)
    assert tuple(flat) == FLAT_COLUMNS
    assert [flat["interval_low"], flat["interval_high"]] == (
        [found["low"], found["high"]] if found else ["", ""]
    )


def test_an_end_that_nothing_bounds_is_null(small_rows: dict[str, dict]) -> None:  # type: ignore[type-arg]
    assert [end for end in small_rows["move-monday"]["interval"].values() if end is None] == [None]


def test_a_withdrawn_figure_keeps_its_row_without_a_value(
    small_files: dict[str, bytes],
    small_rows: dict[str, dict],  # type: ignore[type-arg]
) -> None:
    row = small_rows["rival-plan"]
    assert tuple(row) == COLUMNS
    assert (row["status"], row["url"]) == ("withdrawn", "facts/#rival-plan")
    assert row["reason"] == {"en": "The sentence speaks of <another> company."}
    assert not [name for name in ("value", "interval", "display", "quotes") if row[name]]
    assert b"\r\nrival-plan,Delivery plan,," in small_files["data/facts.csv"]


def test_a_row_says_whether_a_text_dates_it(
    small_files: dict[str, bytes],
    small_rows: dict[str, dict],  # type: ignore[type-arg]
) -> None:
    assert small_rows["move-monday"]["period"] == "2023-08-21"
    assert small_rows["move-monday"]["period_basis"] == "as-of-article"
    assert small_rows["delivered-2022"]["period_basis"] == "stated"
    assert small_rows["raise-2024"]["period_basis"] == "stated"
    assert small_rows["rival-plan"]["period_basis"] is None
    fields = json.loads(small_files["data/datapackage.json"])["resources"][0]["schema"]["fields"]
    (field,) = [one for one in fields if one["name"] == "period_basis"]
    assert field["constraints"]["enum"] == ["stated", "as-of-article"]
    assert "as-of-article: nothing does" in small_files["data/facts.csv-metadata.json"].decode()


def test_a_row_tells_what_was_corrected(small_rows: dict[str, dict]) -> None:  # type: ignore[type-arg]
    assert small_rows["growth-2023-q2"]["corrections"] == [
        {
            "date": "2023-09-01",
            "field": "value",
            "old": "21.5",
            "new": "12.5",
            "reason": {"en": "We had swapped two digits."},
        }
    ]
    assert small_rows["plan-2024"]["corrections"] == []


def test_quotes_stand_where_their_offsets_say(
    built_site: Path, rows: list[dict], example: Path
) -> None:  # type: ignore[type-arg]
    articles = {a["id"]: a for a in json.loads((built_site / "data/articles.json").read_bytes())}
    checked = 0
    for row in rows:
        for quote in row["quotes"]:
            text = (example / articles[quote["article"]]["path"]).read_bytes().decode()
            passage = text[quote["start"] : quote["end"]]
            assert passage.split() == quote["exact"].split() or "…" in quote["exact"]
            checked += 1
    assert checked >= 26


def test_articles_are_published_with_coverage_and_without_their_text(
    built_site: Path,
) -> None:
    raw = (built_site / "data/articles.json").read_text(encoding="utf-8")
    for article in json.loads(raw):
        coverage = article["coverage"]
        assert coverage["open"] == 0
        assert coverage["mentions"] == coverage["covered"] + coverage["ignored"]
        assert "text" not in article


def test_no_page_holds_a_whole_article(built_site: Path, example: Path) -> None:
    longest = 400
    for file in (example / "seeds/articles").iterdir():
        text = " ".join(file.read_bytes().decode().split())
        for page in built_site.rglob("*.html"):
            html = page.read_text(encoding="utf-8")
            assert not any(
                text[at : at + longest] in html for at in range(0, len(text) - longest, 50)
            )


def test_a_chart_has_its_figure_and_its_table_beside_it(built_site: Path) -> None:
    figures = sorted((built_site / "charts").glob("*.json"))
    assert len(figures) >= 6
    for file in figures:
        figure = json.loads(file.read_bytes())
        assert {trace["type"] for trace in figure["data"]} <= {"scatter", "bar", "pie"}
        name = file.name.removesuffix(".json").removesuffix(".narrow")
        assert file.with_name(f"{name}.csv").is_file()
        assert file.with_name(f"{name}.narrow.json").is_file()
