"""The page of downloads: the files, and what each column of the figures means.

In: the site. Out: `data/index.md`. The files themselves are made in exports/.
"""

from generator.pages.escape import encode, front_matter
from generator.pages.links import Links
from generator.pages.site import Page, Site
from generator.pages.templating import fill_block

PATH = "data/index.md"
FILES = ("facts.csv", "facts.json", "articles.json", "verification.json")
PDF = "briefing.pdf"
"""The whole briefing as one document, below the site's root."""
COLUMNS = (
    "id", "indicator", "indicator_label", "about", "period", "period_start", "period_end", "value",
    "min_value", "max_value", "interval", "unit", "display", "hedge", "status", "attribution",
    "known_from", "revision_of", "revised_by", "rank", "reason", "inferred", "note",
    "corrections", "basis", "formula", "was_derived_from", "quotes", "url",
)  # fmt: skip
"""Of facts.json, in order."""
FLAT_COLUMNS = tuple(
    flat
    for name in COLUMNS
    for flat in (("interval_low", "interval_high") if name == "interval" else (name,))
)
"""Of facts.csv: a cell holds one number."""


def compose_data(site: Site) -> Page:
    """Links to every download, with the meaning of each column."""
    wording, links = site.wording, Links(PATH)
    title = wording.say("data-title")
    files = [
        {"href": links.to(f"data/{name}"), "name": name, "meaning": wording.say(f"file-{name}")}
        for name in FILES
    ]
    if site.has_pdf:
        meaning = wording.say(f"file-{PDF}")
        files.append({"href": links.to(PDF), "name": PDF, "meaning": meaning})
    columns = [
        {"name": name, "meaning": wording.say(f"column-{name}-meaning")}
        for name in dict.fromkeys((*COLUMNS, *FLAT_COLUMNS))
    ]
    blocks = [
        front_matter(title=title, description=wording.say("data-description")),
        f"# {encode(title)}",
        encode(wording.say("data-lead")),
        fill_block("files.html.jinja", files=files),
        f"## {encode(wording.say('data-columns'))}",
        fill_block("columns.html.jinja", columns=columns, say=wording.say),
    ]
    return Page(PATH, "\n\n".join(blocks) + "\n")
