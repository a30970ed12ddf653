"""Which pages the PDF has, in which order, and which it leaves out.

In: the menu of mkdocs.yml, the site. Out: paths with their levels. What is left out stands in the
sections' own table (`in_pdf`).
"""

from collections.abc import Iterator

from generator.model import SECTIONS
from generator.pages import Site, ledger_parts
from generator.settings import nav_paths

LEDGER, SOURCES = SECTIONS["facts"].path, SECTIONS["sources"].path
LEFT_OUT = {path for row in SECTIONS.values() if not row.in_pdf for path in row.paths}


def printed_pages(nav: object, site: Site) -> Iterator[tuple[str, int]]:
    """The pages with their levels, in the menu's order; the ledger after the sources."""
    written = [document.path for document in site.seeds.documents]
    named = [path for path in nav_paths(nav) if path.endswith(".md")] or [*written, SOURCES]
    for path in dict.fromkeys(named):
        if path not in LEFT_OUT | {LEDGER}:
            yield path, 1
        if path == SOURCES:
            yield from ((f"sources/{name}.md", 2) for name in reversed([*site.book.articles]))
            yield from _ledger(site)
    if SOURCES not in named:
        yield from _ledger(site)


def _ledger(site: Site) -> Iterator[tuple[str, int]]:
    """All figures, then those of its parts that show them with their sentences."""
    whole = ledger_parts(site.book)
    yield LEDGER, 1
    yield from ((part.file, 2) for part in whole.walk() if part.shows == "sections")
