"""A list of things that have a time: on one page, or of very many a page a part of the calendar.

In: the section that lists them, the things in their order. Out: its first page, and those of parts.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

from generator.model import GeneratedSection, Period
from generator.pages.by_time import MOST_LISTED, TimePart, parts_by_time
from generator.pages.links import Links
from generator.pages.parts.counted import dated
from generator.pages.parts.parts import PageParts
from generator.pages.parts.tables import parts_table, time_rows
from generator.pages.site import Page, Site, index_page, titled_page

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class TimeList(Generic[T]):
    """How a section lists what is very much."""

    section: GeneratedSection
    """Whose messages have a title for a part, `<title>-part-title`."""
    columns: tuple[str, str]
    """The keys of the columns of the list of parts."""
    when: Callable[[T], Period]
    name: Callable[[T], str]
    """Of each, its own."""
    blocks: Callable[[Sequence[T], PageParts], list[str]]
    """Some of the things, as a page shows them."""
    most: int = MOST_LISTED
    """Of things on one page."""

    def cut(self, things: Sequence[T]) -> list[TimePart[T]]:
        """The things in parts; none where they have room on one page."""
        if len(things) <= self.most:
            return []
        return parts_by_time(things, self.when, self.name, self.most)

    def table(self, cut: Sequence[TimePart[T]], parts: PageParts) -> Markup:
        """The list of parts."""
        return parts_table(time_rows(cut, self.section.folder, parts), self.columns, parts)

    def pages(self, cut: Sequence[TimePart[T]], site: Site) -> Iterator[Page]:
        """A page a part."""
        for part in (one for top in cut for one in top.walk()):
            yield self._page(part, site)

    def _page(self, part: TimePart[T], site: Site) -> Page:
        words, wording = self.section.title, site.wording
        file = f"{self.section.folder}/{part.name}/index.md"
        parts = PageParts(site, Links(file))
        title = wording.say(f"{words}-part-title", at=wording.at(part.period))
        title += f" ({part.letters})" if part.letters else ""
        blocks = [self.table(part.parts, parts)] if part.parts else self.blocks(part.things, parts)
        description = wording.say(f"{words}-description")
        return titled_page(file, title, description, [dated(wording, part.period), *blocks])


def pages_by_time(
    listed: TimeList[T], site: Site, things: Sequence[T], lead: Markup
) -> Iterator[Page]:
    """The list of a section below `lead`, or a list of its parts and each of these."""
    parts, cut = PageParts(site, Links(listed.section.path)), listed.cut(things)
    blocks = [listed.table(cut, parts)] if cut else listed.blocks(things, parts)
    yield index_page(listed.section, site, [lead, *blocks])
    yield from listed.pages(cut, site)
