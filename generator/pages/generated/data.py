"""The page of downloads: the files, what each column of the figures means, how to cite them all.

In: the site. Out: `data/index.md`. The files themselves are made in exports/.
"""

from markupsafe import Markup

from generator.model import DATA_FILES, FEEDS, PDF, SECTIONS
from generator.pages.escape import encode
from generator.pages.handwritten.documents import read_document
from generator.pages.links import Links, page_table
from generator.pages.page_tables import tables_of_pages
from generator.pages.parts.briefing import cite_briefing
from generator.pages.parts.counted import with_markup
from generator.pages.site import Page, Site, asked_for, heading, index_page
from generator.pages.templating import fill_block, link
from generator.wording import COLUMN, column_kind, column_meaning

SECTION = SECTIONS["data"]


def compose(site: Site) -> list[Page]:
    """Links to every download, with the meaning of each column."""
    wording, say = site.wording, site.wording.say
    columns = [
        {
            "href": None,
            "name": name,
            "kind": column_kind(column, wording),
            "meaning": column_meaning(name, wording),
        }
        for name, column in COLUMN.items()
    ]
    blocks = [
        encode(say("data-lead")),
        asked_for("data-asked", site),
        heading("data-files", site),
        fill_block("generated/data/described", rows=_files(site)),
        *_tables(site),
        heading("data-columns", site),
        fill_block("generated/data/described", rows=columns),
        heading("data-cite", site),
        encode(say("data-cite-lead")),
        fill_block("generated/data/cited", text=cite_briefing(site)),
        _handbook(site),
    ]
    return [index_page(SECTION, site, blocks)]


def _tables(site: Site) -> list[str]:
    """The CSV of each page and chart; nothing where there is none."""
    links, kind = Links(SECTION.path), "text/csv"
    titles = {one.path: read_document(one).fields["title"] for one in site.seeds.documents}
    pages = {page_table(path): titles[path] for path in tables_of_pages(site)}
    charts = {f"charts/{one.id}.csv": one.title for one in site.charts.values()}
    rows = [
        {"href": links.to(path), "name": path.removeprefix("data/"), "meaning": title, "kind": kind}
        for path, title in (pages | charts).items()
    ]
    if not rows:
        return []
    lead = encode(site.wording.say("data-tables-lead"))
    return [heading("data-tables", site), lead, fill_block("generated/data/described", rows=rows)]


def _handbook(site: Site) -> Markup:
    """How the site is made: of no use to most readers, so that no menu leads there."""
    address = Links(SECTION.path).to(f"{SECTIONS['handbook'].folder}/")
    there = link(address, site.wording.say("handbook-link"))
    return with_markup(site.wording, "handbook-made", handbook=there)


def _files(site: Site) -> list[dict[str, object]]:
    links, say = Links(SECTION.path), site.wording.say
    paths = {f"data/{name}": kind for name, kind in DATA_FILES.items()} | dict(FEEDS)
    if site.has_pdf:
        paths[PDF] = "application/pdf"
    return [
        {
            "href": links.to(path),
            "name": path.removeprefix("data/"),
            "meaning": say(f"file-{path.removeprefix('data/')}"),
            "kind": kind,
        }
        for path, kind in paths.items()
    ]
