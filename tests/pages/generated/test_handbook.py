"""The handbook says all that the program's tables say, and stands in no reader's way."""

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from generator.commands import COMMANDS, EXIT_CODES, ROOT
from generator.model import (
    CODES,
    MEANINGS,
    SECTIONS,
    Document,
    Marks,
    Place,
)
from generator.pages.compose import composer
from generator.pages.handwritten.calls import CALLS
from generator.pages.page_dates import page_traits
from generator.pages.site import Site
from generator.pipeline import assemble, site_of
from generator.publish import tree_files
from generator.publish.pdf.contents import LEFT_OUT
from generator.reading import json_schemas
from generator.settings.defaults import with_menu
from generator.settings.menu import check_menu, nav_paths
from generator.wording import LanguageWording

SECTION = SECTIONS["handbook"]
MENU = ["index.md", *(row.path for row in SECTIONS.values() if row.title and row is not SECTION)]
TAG = re.compile(r"<[^>]*>")


def shown(text: str) -> str:
    """A page's text as a reader meets it."""
    return " ".join(unescape(TAG.sub("", text)).split())


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    """The small briefing, in which no page lists the findings."""
    return site_of(assemble(root / "tests/golden/small"), "en")


def pages(site: Site) -> dict[str, str]:
    return {
        page.path.removeprefix("handbook/").removesuffix(".md"): page.text
        for page in composer(SECTION)(site)
    }


@pytest.fixture(scope="module")
def handbook(site: Site) -> dict[str, str]:
    """Its pages by name."""
    return pages(site)


def rows(text: str) -> list[tuple[str, str]]:
    """The names of a list with what stands beside each."""
    found = re.findall(r"(?s)<dt><code>(.*?)</code>(.*?)</dd>", text)
    return [(unescape(name), shown(said)) for name, said in found]


def part(text: str, heading: str, until: str = "#") -> str:
    """What stands below a heading."""
    return unescape(text).partition(f"{heading}\n")[2].partition(f"\n{until}")[0]


def records() -> list[dict[str, Any]]:
    return [
        record
        for schema in json_schemas().values()
        for record in schema["$defs"].values()
        if "properties" in record
    ]


def test_every_page_is_there(handbook: dict[str, str]) -> None:
    assert [*handbook] == ["index", *SECTION.pages]


@pytest.mark.parametrize("record", records(), ids=lambda record: record["title"])
def test_every_key_has_its_meaning_its_words_and_whether_it_is_needed(
    record: dict[str, Any], handbook: dict[str, str]
) -> None:
    listed = part(handbook["keys"], f"### {record['title']}")
    assert record["description"] in listed
    found = dict(rows(listed))
    assert [*found] == [*record["properties"]]
    for key, said in record["properties"].items():
        assert " ".join(said["description"].split()) in found[key]
        assert ("needed" in found[key].partition(said["description"])[0]) == (
            key in record.get("required", ())
        )
        words = said.get("enum") or said.get("propertyNames", {}).get("enum", ())
        assert ("One of:" in found[key]) == bool(words)
        listed = found[key].partition("One of:")[2]
        assert all(re.search(rf"(?<![\w-]){word}(?![\w-])", listed) for word in words)


def test_every_file_of_seeds_has_its_keys(handbook: dict[str, str]) -> None:
    for name, schema in json_schemas().items():
        path = "facts/*.yaml" if name == "facts" else f"{name}.yaml"
        found = [key for key, _ in rows(part(handbook["keys"], f"## seeds/{path}"))]
        assert found == [*schema["properties"]]


def test_a_key_that_holds_a_record_leads_to_it(handbook: dict[str, str]) -> None:
    headings = re.findall("^### (.+)$", handbook["keys"], re.MULTILINE)
    anchors = {heading.lower().replace(" ", "-") for heading in headings}
    named = re.findall(r'href="#([^"]+)"', handbook["keys"])
    assert len(anchors) == len(headings) == len(records())
    assert {*named} <= anchors
    assert {*anchors} - {*named} == set()


@pytest.mark.parametrize("words", ["hedge", "status", "attribution", "rank", "inferred"])
def test_every_word_for_a_figure_is_explained(words: str, handbook: dict[str, str]) -> None:
    found = dict(rows(part(handbook["keys"], "### Fact")))
    for word, meaning in MEANINGS[words].items():
        assert f"{word} {meaning}" in found[words]


def test_every_call_has_its_meaning_and_how_it_is_written(
    handbook: dict[str, str], site: Site
) -> None:
    found = dict(rows(handbook["calls"]))
    assert [*found] == [*CALLS]
    for name, kind in CALLS.items():
        assert site.wording.say(f"call-{name}-meaning") in found[name]
        assert f"{{{{ {name}(" in found[name]
        where = "on a line of its own" if kind.is_block else "within a sentence"
        assert found[name].startswith(where)
        for option, words in kind.options.items():
            assert f"option {option}: {', '.join(words)}" in found[name]
        least, most = kind.takes
        if most > 1:
            assert f"{least} to {most} ids" in found[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_arguments_and_command_lines(
    name: str, handbook: dict[str, str]
) -> None:
    section = part(handbook["commands"], f"## briefing {name}")
    command = COMMANDS[name]
    assert command.help[1:] in section
    found = dict(rows(section))
    options = [one for one in command.arguments if one.names[0].startswith("-")]
    for argument in options:
        key = next(row for row in found if row.startswith(", ".join(argument.names)))
        assert argument.options["help"].partition("%")[0][1:] in found[key]
        for word in argument.options.get("choices", ()):
            assert word in found[key]
    assert len(found) == len(command.arguments) + len(command.examples)
    for line, why in command.examples.items():
        assert found[line] == f"{why[0].upper()}{why[1:]}."


def test_what_every_command_takes_and_how_it_ends(handbook: dict[str, str]) -> None:
    assert ROOT.options["help"][1:] in part(handbook["commands"], "## Every command")
    ends = rows(part(handbook["commands"], "## Exit codes"))
    assert [int(code) for code, _ in ends] == [*EXIT_CODES]


def test_every_finding_stands_with_its_cure(handbook: dict[str, str], site: Site) -> None:
    text = shown(handbook["findings"])
    for code in CODES:
        assert code in text
        assert " ".join(site.wording.verbatim(f"code-{code}-cure").split()) in text


def test_findings_that_a_page_has_stand_there_alone(site: Site) -> None:
    head = "---\ntitle: Our checks\ndescription: All that is checked.\n---\n\n# Checks\n\n"
    document = Document(path="more/checks.md", text=f"{head}{{{{ codes() }}}}\n")
    documents = (*site.seeds.documents, document)
    there = replace(site, seeds=replace(site.seeds, documents=documents))
    page = pages(there)["findings"]
    assert '<a href="../../more/checks/">Our checks</a>' in page
    assert "bad-file" not in page


def test_it_is_the_same_for_every_briefing(handbook: dict[str, str], example: Path) -> None:
    other = pages(site_of(assemble(example), "en"))
    assert other == handbook


def test_readers_meet_it_by_one_link(site: Site, example: Path) -> None:
    tree = {path: data.decode() for path, data in tree_files(assemble(example)).items()
            if path.endswith((".md", ".html", ".json", ".txt", ".xml"))}  # fmt: skip
    others = {path: text for path, text in tree.items() if not path.startswith("handbook/")}
    del others["sitemap.xml"]
    assert [path for path, text in others.items() if "handbook" in text] == ["data/index.md"]
    assert all("\nsearch: {exclude: true}\n" in tree[path] for path in SECTION.paths)
    assert {*SECTION.paths} <= LEFT_OUT
    traits = page_traits(site)
    assert all(traits[path].updated is None for path in SECTION.paths)


def test_a_hand_written_page_may_lead_there(copied_briefing: Path) -> None:
    page = copied_briefing / "docs/passengers.md"
    text = page.read_text("utf-8") + "\nHow: [ours](handbook/editors.md#values).\n"
    page.write_text(text, "utf-8")
    assert assemble(copied_briefing).findings == ()
    page.write_text(text.replace("editors.md", "editor.md"), "utf-8")
    assert [one.code for one in assemble(copied_briefing).findings] == ["bad-url"]


def test_no_menu_and_no_search_of_the_site_has_it(built_site: Path) -> None:
    index = json.loads((built_site / "search/search_index.json").read_text("utf-8"))
    found = {entry["location"].partition("/")[0] for entry in index["docs"]}
    assert "data" in found
    assert "handbook" not in found
    home = (built_site / "index.html").read_text("utf-8")
    assert "data/" in home
    assert "handbook" not in home


@pytest.mark.parametrize("nav", [[*MENU, "handbook/index.md"], [*MENU, "handbook/keys.md"], MENU])
def test_a_menu_may_name_it_and_need_not(nav: list[str]) -> None:
    settings: dict[str, object] = {"nav": nav, "validation": {"nav": {"omitted_files": "warn"}}}
    assert [*check_menu(settings, Marks(Place("mkdocs.yml")), ["index.md"])] == []
    assert with_menu(nav, ["index.md"], LanguageWording("en", {})) == nav


def test_a_menu_that_names_it_alone_gets_the_sections_of_readers() -> None:
    said = [{"Home": "index.md"}, {"How": "handbook/index.md"}]
    menu = with_menu(said, ["index.md"], LanguageWording("en", {}))
    assert isinstance(menu, list)
    assert menu[:2] == said
    assert [*nav_paths(menu)][2:] == [
        path for path in MENU[1:] if path not in {"sources/index.md", "data/index.md"}
    ] + ["sources/index.md", "data/index.md"]
