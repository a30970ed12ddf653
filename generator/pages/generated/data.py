"""The page of downloads: the files, what each column of the figures means, how to cite them all.

In: the site. Out: `data/index.md`. The files themselves are made in exports/.
"""

from generator.model import DATA_FILES, FEEDS, PDF, SECTIONS
from generator.pages.escape import encode, front_matter
from generator.pages.links import Links
from generator.pages.parts.briefing import cite_briefing, kind_words, meaning
from generator.pages.site import Page, Site
from generator.pages.templating import fill_block
from generator.wording import COLUMN

PATH = SECTIONS["data"].path


def compose(site: Site) -> list[Page]:
    """Links to every download, with the meaning of each column."""
    wording, say = site.wording, site.wording.say
    title = say("data-title")
    columns = [
        {
            "href": None,
            "name": name,
            "kind": kind_words(column, wording),
            "meaning": meaning(name, wording),
        }
        for name, column in COLUMN.items()
    ]
    blocks = [
        front_matter(title=title, description=say("data-description")),
        f"# {encode(title)}",
        encode(say("data-lead")),
        f"## {encode(say('data-files'))}",
        fill_block("generated/data/described", rows=_files(site)),
        f"## {encode(say('data-columns'))}",
        fill_block("generated/data/described", rows=columns),
        f"## {encode(say('data-cite'))}",
        encode(say("data-cite-lead")),
        fill_block("generated/data/cited", text=cite_briefing(site)),
    ]
    return [Page(PATH, "\n\n".join(blocks) + "\n")]


def _files(site: Site) -> list[dict[str, object]]:
    links, say = Links(PATH), site.wording.say
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
