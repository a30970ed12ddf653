"""Every finding with its meaning, an example and its cure; a link where a page has them already.

In: the parts of the page. Out: its blocks.
"""

from markupsafe import Markup

from generator.pages.handwritten.documents import read_document
from generator.pages.links import page_address
from generator.pages.parts.counted import with_markup
from generator.pages.parts.parts import PageParts
from generator.pages.parts.tables import codes_table
from generator.pages.templating import link


def findings_reference(parts: PageParts) -> list[Markup]:
    """The table, or where it stands: no site prints it twice."""
    site = parts.site
    for document in site.seeds.documents:
        page = read_document(document)
        if any(call.name == "codes" for call in page.calls):
            address = parts.links.to(page_address(document.path))
            there = link(address, page.fields.get("title", document.path))
            return [with_markup(site.wording, "handbook-findings-there", page=there)]
    return [codes_table(parts, is_open=True)]
