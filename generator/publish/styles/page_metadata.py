"""Page metadata for machines, handed to the theme in the page's front matter.

In: pages, the site. Out: the same pages with `dataset` and `image` among their fields. Nothing of
it passes through Markdown, which rewrites the text of a script.
"""

import json
from collections.abc import Collection, Mapping

from generator.exports import dataset_jsonld
from generator.pages import Page, PageTraits, Site

_HOME = "index.md"
_DATASET = {_HOME: "", "data/index.md": "../"}
"""Pages that describe the data, and how each leads to the site's root."""
_CLOSING = "\n---\n"


def with_metadata(
    page: Page, site: Site, traits: Mapping[str, PageTraits], images: Collection[str]
) -> Page:
    """The page with its metadata; files that are no Markdown stay as they are.

    Args:
        page: as composed.
        site: what it belongs to.
        traits: by path.
        images: the ids of charts that have a picture.
    """
    if not page.path.endswith(".md"):
        return page
    fields = {}
    if page.path in _DATASET:
        fields["dataset"] = dataset_jsonld(site, _DATASET[page.path])
    shown = [traits[path].chart for path in (page.path, _HOME) if path in traits]
    chart = next((one for one in shown if one in images), None)
    if chart is not None:
        fields["image"] = f"charts/{chart}.png"
    # A JSON string of ASCII is a YAML string.
    lines = "".join(f"\n{name}: {json.dumps(value)}" for name, value in fields.items())
    return Page(page.path, page.text.replace(_CLOSING, lines + _CLOSING, 1))
