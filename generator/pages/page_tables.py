"""The figures that each hand-written page shows, for the table that its readers take away.

In: the site. Out: ids of figures by the page's path, in the order in which the page shows them.
"""

from collections.abc import Iterator, Mapping

from generator.model import Document
from generator.pages.handwritten.calls import CALLS, Call, selected
from generator.pages.handwritten.documents import read_document
from generator.pages.site import Site


def tables_of_pages(site: Site) -> Mapping[str, tuple[str, ...]]:
    """By path, of every hand-written page that shows a figure or an event."""
    found = {one.path: _shown_by(one, site) for one in site.seeds.documents}
    return {path: facts for path, facts in found.items() if facts}


def _shown_by(document: Document, site: Site) -> tuple[str, ...]:
    calls = read_document(document).calls
    return tuple(dict.fromkeys(fact for call in calls for fact in _facts_of(call, site)))


def _facts_of(call: Call, site: Site) -> Iterator[str]:
    shows = CALLS[call.name].shows
    if shows == "chart":
        rows = site.charts[call.arguments[0]].rows
        yield from (row.fact for row in rows if row.fact in site.book.entries)
    elif shows == "fact":
        yield from (entry.fact.id for entry in selected(call, site.book))
