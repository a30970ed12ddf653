"""The data package describes its files truly, as two independent libraries judge it."""

import hashlib
import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.model import DATA_FILES
from generator.wording import FLAT_COLUMNS, LanguageWording

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what these libraries import is not ours to mend
    from csvw import CSVW
    from frictionless import Package

Write = Callable[[dict[str, bytes]], Path]


@pytest.fixture
def folder(small_tree: dict[str, bytes], written: Write) -> Path:
    """The package of the small briefing, which has a withdrawn figure."""
    return written(small_tree)


@pytest.fixture
def described(folder: Path) -> dict[str, Any]:
    """Its description."""
    return json.loads((folder / "datapackage.json").read_bytes())  # type: ignore[no-any-return]


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_no_fault(folder: Path) -> None:
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["type", "message"]) == []
    assert report.stats["tasks"] == 4


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (",32000,", ",many,", "type-error"),
        (",exact,", ",quite,", "constraint-error"),
        ("\ndelivered-2022-gazette,", "\ndelivered-2022,", "unique-error"),
    ],
)
def test_frictionless_finds_a_fault_in_the_table(
    folder: Path, old: str, new: str, fault: str
) -> None:
    table = folder / "facts.csv"
    text = table.read_bytes().decode()
    assert old in text
    table.write_bytes(text.replace(old, new, 1).encode())
    found = Package(str(folder / "datapackage.json")).validate().flatten(["type"])
    assert [fault] in found


def test_sizes_and_checksums_are_those_of_the_files(
    folder: Path, described: dict[str, Any]
) -> None:
    assert [one["path"] for one in described["resources"]] == [
        "facts.csv",
        "facts.json",
        "articles.json",
        "verification.json",
    ]
    for one in described["resources"]:
        content = (folder / one["path"]).read_bytes()
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_the_description_is_of_version_two_and_rests_on_records(described: dict[str, Any]) -> None:
    assert described["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert "licenses" not in described
    assert [one["version"] for one in described["sources"]] == ["2023-08-21", "2024-03-04"]
    assert described["version"] == "2024-03-04"
    schema = described["resources"][0]["schema"]
    assert tuple(field["name"] for field in schema["fields"]) == FLAT_COLUMNS
    english = LanguageWording("en", {})
    for field in schema["fields"]:
        assert field["description"] == english.say(f"column-{field['name']}-meaning")


@pytest.mark.filterwarnings("ignore")
def test_csvw_finds_no_fault(folder: Path) -> None:
    table = CSVW(str(folder / "facts.csv-metadata.json"), validate=True)
    assert (table.is_valid, table.warnings) == (True, [])
    rows = list(table.t)
    assert [row["id"] for row in rows] == [
        one["id"] for one in json.loads((folder / "facts.json").read_bytes())
    ]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (",32000,", ",many,"),
        (",exact,", ",quite,"),
        ("2022-01-01", "first of May"),
        ("id,", "name,"),
    ],
)
def test_csvw_finds_a_fault_in_the_table(folder: Path, old: str, new: str) -> None:
    table = folder / "facts.csv"
    table.write_bytes(table.read_bytes().decode().replace(old, new, 1).encode())
    with pytest.raises(ValueError):  # noqa: PT011 - it has no other, and words differ by fault
        list(CSVW(str(folder / "facts.csv-metadata.json"), validate=True).t)


def test_every_file_is_on_the_data_page_and_in_the_package(
    small_tree: dict[str, bytes], folder: Path
) -> None:
    assert {file.name for file in folder.iterdir()} == {*DATA_FILES, "index.md", "pages"}
    page = small_tree["data/index.md"].decode()
    for name, kind in DATA_FILES.items():
        assert f'/data/{name}"' in page
        assert kind.split("/")[0] in page


def test_the_whole_can_be_cited(placed_tree: dict[str, bytes]) -> None:
    bib = placed_tree["data/citation.bib"].decode()
    assert bib.startswith("@misc{nordwerk-2024-03-04,\n  title = {{Nordwerk \\& wheels}},")
    (item,) = json.loads(placed_tree["data/citation.json"])
    assert item["issued"] == {"date-parts": [[2024, 3, 4]]}
    assert item["URL"] == "https://example.org/briefing/"
