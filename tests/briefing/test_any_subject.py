"""What holds of the briefing in this repository whatever it is about: it checks, and it builds."""

import json
import re
from pathlib import Path

import pytest

from generator.cli import main
from generator.pipeline import Assembly
from generator.publish.site_gate import account_site
from generator.reading import OFFERED, json_schemas


def test_nothing_is_wrong_with_it(assembly: Assembly) -> None:
    assert [f"{one.place} {one.code} {one.message}" for one in assembly.findings] == []
    assert assembly.unproven == 0
    assert assembly.book.entries


def test_check_says_so(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(root), "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["ok"], answer["problems"]) == (True, [])


def test_its_record_is_complete_and_current(own_copy: Path) -> None:
    before = (own_copy / "briefing.lock").read_bytes()
    assert main(["record", "--root", str(own_copy)]) == 0
    assert (own_copy / "briefing.lock").read_bytes() == before


def test_every_number_of_its_site_is_explained(assembly: Assembly, own_site: Path) -> None:
    account = account_site(assembly, own_site)
    assert account.unexplained == []
    assert account.pages == len(list(own_site.rglob("*.html")))
    assert account.kinds["quoted"] > 0


def test_no_page_holds_a_whole_article(assembly: Assembly, own_site: Path) -> None:
    longest = 400
    pages = [page.read_text(encoding="utf-8") for page in own_site.rglob("*.html")]
    for article in assembly.seeds.articles.values():
        text = " ".join(article.text.split())
        parts = [text[at : at + longest] for at in range(0, len(text) - longest, 50)]
        assert not [part for part in parts for html in pages if part in html]


def test_the_schemas_beside_the_seeds_are_those_of_the_program(root: Path) -> None:
    """But for the ids of the briefing: a new fact must not make its schema wrong."""
    beside = root / "seeds/schemas"
    if not beside.is_dir():
        pytest.skip("no seeds/schemas; `briefing schema seeds/schemas` writes them for editors")
    kept = {file.name: json.loads(file.read_text("utf-8")) for file in beside.iterdir()}
    fresh = {f"{name}.schema.json": schema for name, schema in json_schemas().items()}
    for schema in (*kept.values(), *fresh.values()):
        for kind in OFFERED:
            schema["$defs"].pop(kind, None)
    assert kept == fresh, "run `briefing schema seeds/schemas`"


def test_every_seed_file_names_its_schema(root: Path) -> None:
    files = [*(root / "seeds").rglob("*.yaml")]
    assert files
    for file in files:
        head = file.read_text(encoding="utf-8").partition("\n")[0]
        name = head.removeprefix("# yaml-language-server: $schema=")
        up = "../" * (len(file.relative_to(root / "seeds").parts) - 1)
        assert re.fullmatch(rf"{up}schemas/[a-z]+\.schema\.json", name), file
