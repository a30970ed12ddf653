"""The tables of the program agree: what has a row in one has what it needs in the others.

Comes in: the tables, as the program reads them. Goes out: a failure that names the file which lacks
a row. It needs no fixture, so that it also runs in a copy in which only `generator/` stands.
"""

import inspect
import re
from functools import cache
from pathlib import Path

import generator
from generator.charts.kinds import KINDS
from generator.commands import COMMANDS
from generator.example import example_root
from generator.exports import data_files
from generator.exports.facts import fact_rows
from generator.model import CHART_KINDS, CODES, DATA_FILES, SECTIONS
from generator.pages.compose import composer
from generator.pages.handwritten.calls import CALLS
from generator.pages.site import Page, Site
from generator.pipeline import assemble, default_site
from generator.wording import COLUMN, COLUMNS, languages, load_handbook, load_messages

GENERATOR = Path(generator.__file__).parent
PAGES = GENERATOR / "pages" / "generated"
OF_ONE_FORMAT = {"column-exact-meaning", "column-binary-meaning"}
"""What spreadsheet and Parquet say of the columns that they alone have."""
CALL_KEY = re.compile(r"call-.*-meaning$")
COLUMN_KEY = re.compile(r"column-.*-meaning$")
CATALOGUE = "generator/wording/catalogues/{}/{}"


@cache
def site() -> Site:
    """The example, composed once for the tests that look at its files."""
    return default_site(assemble(example_root()))


def modules(folder: str) -> set[str]:
    return {file.stem for file in (GENERATOR / folder).glob("*.py")} - {"__init__"}


def lacking(keys: set[str]) -> dict[str, set[str]]:
    """By language the keys that its catalogue lacks."""
    found = {lang: keys - load_messages(lang).keys() for lang in languages()}
    return {lang: missing for lang, missing in found.items() if missing}


def test_each_kind_of_chart_has_a_name_and_a_row() -> None:
    nameless, rowless = {*KINDS} - {*CHART_KINDS}, {*CHART_KINDS} - {*KINDS}
    assert not nameless, f"ChartKind in generator/model/vocabulary.py lacks {nameless}"
    assert not rowless, f"KINDS in generator/charts/kinds.py lacks {rowless}"
    assert {row.draw.__module__.rpartition(".")[2] for row in KINDS.values()} <= modules("charts")


def test_each_file_that_draws_has_a_row() -> None:
    drawing = {
        name
        for name in modules("charts") - {"drawing", "kinds"}
        if re.search(
            r"^def draw_", (GENERATOR / "charts" / f"{name}.py").read_text("utf-8"), re.MULTILINE
        )
    }
    rows = {row.draw.__module__.rpartition(".")[2] for row in KINDS.values()}
    assert not drawing - rows, f"KINDS in generator/charts/kinds.py lacks {drawing - rows}"


def test_each_generated_section_has_its_file_its_row_and_its_words() -> None:
    composing = {
        name
        for name in modules("pages/generated")
        if re.search(r"^def compose\(", (PAGES / f"{name}.py").read_text("utf-8"), re.MULTILINE)
    }
    rows = {section.module for section in SECTIONS.values()}
    assert not composing - rows, f"generator/model/site_sections.py lacks {composing - rows}"
    assert not rows - composing, f"generator/pages/generated/ lacks {rows - composing}"
    for section in SECTIONS.values():
        assert inspect.get_annotations(composer(section), eval_str=True) == {
            "site": Site,
            "return": list[Page],
        }
    titles = {section.title for section in SECTIONS.values() if section.title}
    keys = {f"{title}-{part}" for title in titles for part in ("title", "description")}
    assert not lacking(keys), f"{CATALOGUE.format('*', 'pages.toml')} lacks {lacking(keys)}"


def test_each_page_of_the_handbook_is_written() -> None:
    row = SECTIONS["handbook"]
    for lang in languages():
        there, listed = {*load_handbook(lang)}, {"index", *row.pages}
        folder = CATALOGUE.format(lang, "handbook")
        assert not listed - there, f"{folder} lacks {listed - there}"
        assert not there - listed, f"generator/model/site_sections.py lacks {there - listed}"


def test_each_call_is_explained() -> None:
    keys = {f"call-{name}-meaning" for name in CALLS}
    assert not lacking(keys), f"{CATALOGUE.format('*', 'handbook.toml')} lacks {lacking(keys)}"
    said = {key for lang in languages() for key in load_messages(lang) if CALL_KEY.match(key)}
    assert not said - keys, f"generator/pages/handwritten/calls.py has no row for {said - keys}"


def test_each_command_has_its_file_and_its_row() -> None:
    running = {
        name
        for name in modules("cli")
        if re.search(
            r"^def run\(", (GENERATOR / "cli" / f"{name}.py").read_text("utf-8"), re.MULTILINE
        )
    }
    assert not running - {*COMMANDS}, f"generator/commands.py lacks {running - {*COMMANDS}}"
    assert not {*COMMANDS} - running, f"generator/cli/ lacks a file of { ({*COMMANDS} - running) }"


def test_each_finding_is_explained_raised_and_known() -> None:
    parts = ("meaning", "example", "cure")
    keys = {f"code-{code}-{part}" for code in CODES for part in parts}
    assert not lacking(keys), f"{CATALOGUE.format('*', 'codes.toml')} lacks {lacking(keys)}"
    texts = [
        file.read_text(encoding="utf-8")
        for file in GENERATOR.rglob("*.py")
        if file.name != "codes.py"
    ]
    silent = {code for code in CODES if not any(f'"{code}"' in text for text in texts)}
    assert not silent, f"generator/model/codes.py lists what nothing raises: {silent}"
    raised = {code for text in texts for code in re.findall(r'Finding\(\s*"([a-z-]+)"', text)}
    unlisted = raised - {*CODES}
    assert not unlisted, f"generator/model/codes.py lacks {unlisted}"


def test_each_column_has_its_words_and_its_value() -> None:
    keys = {f"column-{name}-meaning" for name in COLUMN}
    assert not lacking(keys), f"{CATALOGUE.format('*', 'data.toml')} lacks {lacking(keys)}"
    said = {key for lang in languages() for key in load_messages(lang) if COLUMN_KEY.match(key)}
    surplus = said - keys - OF_ONE_FORMAT
    assert not surplus, f"generator/wording/columns.py has no row for {surplus}"
    rows = fact_rows(site().book, [site().wording], site().seeds.corrections)
    valueless = {name for row in rows for name in COLUMNS if name not in row}
    assert not valueless, f"generator/exports/facts.py has no value for {valueless}"
    surplus = {name for row in rows for name in row if name not in COLUMNS}
    assert not surplus, f"generator/wording/columns.py has no row for {surplus}"


def test_each_data_file_is_made_and_described() -> None:
    made = {*data_files(site())}
    rowless, unmade = made - {*DATA_FILES}, {*DATA_FILES} - made
    assert not rowless, f"DATA_FILES in generator/model/site_sections.py lacks {rowless}"
    assert not unmade, f"data_files in generator/exports/__init__.py does not make {unmade}"
    keys = {f"file-{name}" for name in DATA_FILES}
    assert not lacking(keys), f"{CATALOGUE.format('*', 'data.toml')} lacks {lacking(keys)}"
