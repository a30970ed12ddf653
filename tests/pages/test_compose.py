"""The table of generated sections, their files and their words agree."""

import inspect
from importlib import import_module
from pathlib import Path

import pytest

from generator import pages
from generator.model import SECTIONS, GeneratedSection
from generator.pages.compose import composer
from generator.pages.site import Page, Site
from generator.wording import languages, load_messages

GENERATED = Path(pages.__file__).parent / "generated"
each_section = pytest.mark.parametrize("section", SECTIONS.values(), ids=SECTIONS)


def test_each_file_that_composes_has_its_row() -> None:
    files = {file.stem for file in GENERATED.glob("*.py")}
    composing = {
        name
        for name in files
        if hasattr(import_module(f"generator.pages.generated.{name}"), "compose")
    }
    lacking = composing - {section.module for section in SECTIONS.values()}
    assert not lacking, (
        f"SECTIONS of generator/model/site_sections.py has no row for {sorted(lacking)}"
    )


@each_section
def test_each_row_has_its_file(section: GeneratedSection) -> None:
    file = GENERATED / f"{section.module}.py"
    assert file.is_file(), f"{section.folder} has a row in SECTIONS and no file {file.name}"
    hints = inspect.get_annotations(composer(section), eval_str=True)
    assert hints == {"site": Site, "return": list[Page]}


@each_section
@pytest.mark.parametrize("lang", languages())
def test_each_row_has_its_words(section: GeneratedSection, lang: str) -> None:
    keys = {f"{section.title}-title", f"{section.title}-description"} if section.title else set()
    assert keys <= load_messages(lang).keys(), "the catalogue lacks words for a row of SECTIONS"
