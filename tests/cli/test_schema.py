"""`briefing schema`: what editors' programs read knows this briefing, and is kept as new as it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.cli.main import main
from generator.reading import json_schemas, schema_files

NAMES = {
    f"{name}.schema.json" for name in ("articles", "briefing", "charts", "facts", "indicators")
}

Write = Callable[..., dict[str, Any]]


@pytest.fixture
def written(copied_briefing: Path) -> Write:
    """The definitions in the schema of facts, as the command writes it for a briefing."""

    def write() -> dict[str, Any]:
        folder = copied_briefing / "seeds/schemas"
        assert main(["schema", "--root", str(copied_briefing), str(folder)]) == 0
        assert {file.name for file in folder.iterdir()} == NAMES
        defined: dict[str, Any] = json.loads((folder / "facts.schema.json").read_text())["$defs"]
        return defined

    return write


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def labels(definition: dict[str, Any]) -> dict[str, str]:
    listed = definition.get("anyOf", [definition])[0]
    return dict(zip(listed["enum"], listed["enumDescriptions"], strict=True))


def test_it_knows_the_ids_of_the_briefing_with_their_labels(written: Write) -> None:
    defined = written()
    assert labels(defined["indicator-id"])["revenue"] == "Revenue (flow; EUR, USD)"
    assert labels(defined["entity-id"]) == {
        "aldersund-ferry": "Aldersund ferry",
        "bridge-bus": "Bus over the bridge",
    }
    facts = labels(defined["fact-id"])
    assert facts["revenue-2023"] == "Revenue, 2023: 3.1 million EUR"
    assert facts["second-electric-vessel"].endswith(", 2026 (planned)")
    assert facts["revenue-per-passenger-2023"].endswith(": {revenue-2023} / {passengers-2023}")
    assert labels(defined["unit"])["EUR/passenger"] == "EUR per passenger"


def test_another_indicator_is_a_mistake_and_another_fact_is_new(written: Write) -> None:
    defined = written()
    assert "anyOf" not in defined["indicator-id"]
    assert "pattern" in defined["fact-id"]["anyOf"][1]


def test_outside_a_briefing_it_knows_the_forms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["schema", "new/folder"]) == 0
    assert "5 schemas in new/folder, with no ids, as there are no seeds" in capsys.readouterr().err
    made = {file.name: file.read_bytes() for file in (tmp_path / "new/folder").iterdir()}
    assert made == schema_files()
    assert {*made} == NAMES


def test_what_differs_between_briefings_stands_in_definitions(
    written: Write, tmp_path: Path
) -> None:
    assert written()
    plain = json_schemas()
    for name, schema in plain.items():
        file = next(tmp_path.rglob(f"seeds/schemas/{name}.schema.json"))
        found = json.loads(file.read_text("utf-8"))
        assert found.keys() == schema.keys()
        assert {key for key in found if found[key] != schema[key]} <= {"$defs"}
        differing = {key for key, one in found["$defs"].items() if schema["$defs"][key] != one}
        offered = {"article-id", "entity-id", "fact-id", "formula", "indicator-id", "unit"}
        assert differing == offered & found["$defs"].keys()


def test_a_file_that_cannot_be_read_leaves_its_ids_open(
    written: Write, copied_briefing: Path
) -> None:
    edit(copied_briefing / "seeds/indicators.yaml", "indicators:", "indicators:\n\tx:")
    edit(copied_briefing / "seeds/facts/money.yaml", "facts:", "facts: [")
    defined = written()
    assert "enum" not in defined["indicator-id"], "an editor must not call all of them wrong"
    assert "passengers-2024" in labels(defined["fact-id"])
    assert "hohenufer-2025-01-21" in defined["article-id"]["enum"]


def test_a_malformed_record_keeps_its_id(written: Write, copied_briefing: Path) -> None:
    edit(copied_briefing / "seeds/indicators.yaml", "kind: flow, units: [EUR, USD]", "kind: flo")
    defined = written()
    said = labels(defined["indicator-id"])["revenue"]
    assert said == "malformed: `briefing check` says why"


@pytest.mark.parametrize("damage", ["", "]", "- [", "briefing: \x00", "{a: &a [*a]}"])
def test_no_state_of_the_seeds_ends_it(written: Write, copied_briefing: Path, damage: str) -> None:
    for file in (copied_briefing / "seeds").rglob("*.yaml"):
        before = file.read_bytes()
        file.write_text(damage, "utf-8")
        assert written()
        file.write_bytes(before)
    assert written() == written()


def test_labels_are_plain_short_lines(written: Write, copied_briefing: Path) -> None:
    seeds = copied_briefing / "seeds"
    edit(seeds / "indicators.yaml", "{en: Revenue}", '{en: "Revenue <b>\\u00ad\\u202e x"}')
    edit(seeds / "briefing.yaml", "Bus over the bridge", "B" * 110)
    defined = written()
    every = [
        one for kind in ("indicator-id", "entity-id") for one in labels(defined[kind]).values()
    ]
    assert all(one.isprintable() and len(one) <= 101 for one in every)


def test_a_large_briefing_has_schemas_of_a_bounded_size(
    written: Write, copied_briefing: Path
) -> None:
    lines = (
        f"- {{id: fact-{number}, indicator: crew, period: 2024, value: {number}, quote: "
        "{article: hohenufer-2025-01-21, exact: 861.400 Fahrgäste}}\n"
        for number in range(3000)
    )
    many = copied_briefing / "seeds/facts/many.yaml"
    many.write_text(f"facts:\n{''.join(lines)}", "utf-8")
    assert len(labels(written()["fact-id"])) == 1000
    size = (copied_briefing / "seeds/schemas/facts.schema.json").stat().st_size
    assert size < 400_000


def test_it_does_not_write_again_what_is_there(written: Write, copied_briefing: Path) -> None:
    written()
    file = copied_briefing / "seeds/schemas/facts.schema.json"
    before = file.stat()
    written()
    assert file.stat() == before


def test_a_folder_that_cannot_be_written_is_wrong_use(
    copied_briefing: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("here")
    for name in ("file", "file/below"):
        assert main(["schema", "--root", str(copied_briefing), str(tmp_path / name)]) == 2
    said = capsys.readouterr().err
    assert "is no folder" in said
    assert "cannot be written: Not a directory" in said


def snippets(root: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((root / ".vscode/briefing.code-snippets").read_text())
    return made


def test_calls_of_pages_become_snippets_where_vs_code_is_used(
    written: Write, copied_briefing: Path
) -> None:
    written()
    assert not (copied_briefing / ".vscode").exists()
    (copied_briefing / ".vscode").mkdir()
    written()
    made = snippets(copied_briefing)
    assert {one["scope"] for one in made.values()} == {"markdown"}
    assert made["briefing: proof"]["body"] == ["{{ proof() }}"]
    assert made["briefing: count"]["body"] == [
        '{{ count("${1|facts,articles,quoted,derived,events|}") }}'
    ]
    assert "target-and-outcome,revenue-and-forecast" in made["briefing: chart"]["body"][0]
    figure = made["briefing: figure form"]["body"][0]
    assert "passengers-2024" in figure
    assert "pier-opened" not in figure, "an event has no amount"
    assert figure.endswith('|}", form="${2|size,signed|}") }}')
    assert "crew-2023" not in made["briefing: quotation"]["body"][0], "nobody states it"
    assert made["briefing: table indicator"]["body"][0].startswith('{{ table(indicator="${1|pass')


def test_what_a_snippet_types_is_what_a_page_may_say(
    written: Write, copied_briefing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copied_briefing / ".vscode").mkdir()
    written()
    first = re.compile(r"\$\{\d\|([^,|]+)[^|]*\|\}")
    typed = [first.sub(r"\1", one["body"][0]) for one in snippets(copied_briefing).values()]
    assert '{{ figure("electric-share-2024-12", form="size") }}' in typed
    assert "$" not in "".join(typed)
    page = copied_briefing / "docs/passengers.md"
    page.write_text(page.read_text("utf-8") + "".join(f"\n{one}\n" for one in typed), "utf-8")
    assert main(["check", "--root", str(copied_briefing), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []


def test_it_writes_into_the_folder_that_was_named_and_no_other(
    copied_briefing: Path, tmp_path: Path
) -> None:
    beside = copied_briefing / "seeds/schemas"
    beside.mkdir()
    assert main(["schema", "--root", str(copied_briefing), str(tmp_path / "out")]) == 0
    assert len([*(tmp_path / "out").iterdir()]) == len(NAMES)
    assert [*beside.iterdir()] == []


def test_each_call_has_its_snippet(written: Write, copied_briefing: Path) -> None:
    from generator.pages import CALLS  # noqa: PLC0415 - the door of a large room

    (copied_briefing / ".vscode").mkdir()
    written()
    assert {f"briefing: {name}" for name in CALLS} <= snippets(copied_briefing).keys()


def test_adding_and_recording_renew_what_is_there(copied_briefing: Path, tmp_path: Path) -> None:
    schemas = copied_briefing / "seeds/schemas"
    text = tmp_path / "port-alder.txt"
    text.write_text("Port Alder, 4 March 2025\n\nThe Aldersund ferry carried people. " * 3)
    add = ["add", "--root", str(copied_briefing), "--lang", "en", "--id", "a-new-text", str(text)]
    assert main(["record", "--root", str(copied_briefing)]) == 0
    assert not schemas.exists(), "nobody asked for them"
    schemas.mkdir()
    assert main(["record", "--root", str(copied_briefing)]) == 0
    assert {file.name for file in schemas.iterdir()} == NAMES
    assert main(add) == 0
    defined = json.loads((schemas / "facts.schema.json").read_text())["$defs"]
    assert "a-new-text" in defined["article-id"]["enum"]


def test_a_folder_elsewhere_is_not_written(copied_briefing: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (copied_briefing / "seeds/schemas").symlink_to(tmp_path / "elsewhere")
    (copied_briefing / ".vscode").symlink_to(tmp_path / "elsewhere")
    assert main(["record", "--root", str(copied_briefing)]) in {0, 1}
    assert list((tmp_path / "elsewhere").iterdir()) == []
