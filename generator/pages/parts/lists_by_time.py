"""A list of things that have a time: on one page, or of very many a page a part of the calendar.

In: the section that lists them, the things in their order. Out: its first page, and those of parts.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from markupsafe import Markup

from generator.model import GeneratedSection, Period
from generator.pages.by_time import MOST_LISTED, parts_by_time
from generator.pages.links import Links
from generator.pages.parts.counted import dated
from generator.pages.parts.parts import PageParts
from generator.pages.parts.tables import parts_table, time_rows
from generator.pages.site import Page, Site, index_page, titled_page

T = TypeVar("T")


def pages_by_time(
    section: GeneratedSection,
    site: Site,
    things: Sequence[T],
    *,
    when: Callable[[T], Period],
    lead: Markup,
    columns: tuple[str, str],
    listed: Callable[[Sequence[T], PageParts], Markup],
) -> Iterator[Page]:
    """The list of a section, or a list of its parts and each of these.

    Args:
        section: whose messages have a title for a part, `<title>-part-title`.
        site: the site.
        things: in the order in which they are listed.
        when: each was.
        lead: what stands above the list.
        columns: the keys of the columns of the list of parts.
        listed: some of the things, as a page shows them.
    """
    parts, wording = PageParts(site, Links(section.path)), site.wording
    if len(things) <= MOST_LISTED:
        yield index_page(section, site, [lead, listed(things, parts)])
        return
    found = parts_by_time(things, when, MOST_LISTED)
    rows = time_rows(found, section.folder, parts)
    yield index_page(section, site, [lead, parts_table(rows, columns, parts)])
    for part in found:
        file = f"{section.folder}/{part.name}/index.md"
        title = wording.say(f"{section.title}-part-title", at=wording.at(part.period))
        shown = listed(part.things, PageParts(site, Links(file)))
        description = wording.say(f"{section.title}-description")
        yield titled_page(file, title, description, [dated(wording, part.period), shown])
