"""The built site shows no number that nothing explains, and the build says how many it shows."""

import re
from pathlib import Path

import pytest

from generator.pipeline import assemble
from generator.publish import EngineError, build_site
from generator.publish.site_gate import account_site

LINE = re.compile(
    r"briefing: (?P<all>\d+) figures: (?P<quoted>\d+) quoted, (?P<derived>\d+) derived, "
    r"0 unexplained; on (?P<pages>\d+) pages; (?P<exempt>\d+) other numbers need no sentence "
    r"\((?P<kinds>[^)]+)\)\n"
)

pytestmark = pytest.mark.command


def test_every_number_of_the_site_is_explained(example: Path, built_site: Path) -> None:
    account = account_site(assemble(example), built_site)
    assert account.unexplained == []
    assert account.pages == len(list(built_site.rglob("*.html")))
    assert account.kinds["quoted"] > 200
    assert account.kinds["derived"] > 20


def test_a_number_that_nothing_explains_stops_the_build(small_briefing: Path) -> None:
    site = small_briefing / "site"
    settings = small_briefing / "mkdocs.yml"
    build_site(small_briefing, assemble(small_briefing), site)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    with settings.open("a", encoding="utf-8") as file:
        file.write("copyright: 7,777 words about it\n")
    with pytest.raises(EngineError) as refused:
        build_site(small_briefing, assemble(small_briefing), site)
    (message,) = refused.value.messages
    assert re.match(
        r"404.html and \d+ other pages: no sentence, formula, date or count explains 7,777 in "
        r"“7,777 words about it”; if mkdocs.yml says so, say it there without the number",
        message,
    )
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_an_exempt_number_is_let_pass(small_briefing: Path) -> None:
    with (small_briefing / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("copyright: 7,777 words about it\n")
    seeds = small_briefing / "seeds/briefing.yaml"
    exempt = "exempt_numbers:\n- {pattern: '7,777 words', reason: {en: For this test.}}\n"
    seeds.write_text(seeds.read_text(encoding="utf-8").replace("exempt_numbers:\n", exempt))
    account = build_site(
        small_briefing, assemble(small_briefing), small_briefing / "site"
    ).explained
    assert account.kinds["editor"] > 0


def test_an_address_with_digits_needs_no_sentence(copied_briefing: Path) -> None:
    address = "https://media-2024.press.eu/archive/77/"
    site = copied_briefing / "site"
    account = build_site(
        copied_briefing, assemble(copied_briefing), site, site_url=address
    ).explained
    assert account.unexplained == []
    known = next(site.glob("known/*/index.html"))
    assert f">{address}known/{known.parent.name}/<" in known.read_text(encoding="utf-8")


def test_build_says_what_stands_behind_its_numbers(copied_briefing: Path, run_briefing) -> None:
    done = run_briefing("build", "--root", str(copied_briefing))
    assert done.code == 0
    said = LINE.search(done.err)
    assert said, done.err
    numbers = {name: int(said[name]) for name in ("all", "quoted", "derived", "exempt")}
    assert numbers["all"] == numbers["quoted"] + numbers["derived"]
    assert sum(map(int, re.findall(r"\d+", said["kinds"]))) == numbers["exempt"]
