"""The first chart of a page, and the day of the newest article behind the page.

In: the site. Out: both by the page's path. Never reads the clock: a day is that of an article, so a
page without any figure has none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.ledger import knowledge_path
from generator.model import SECTIONS, Document, Period
from generator.pages.handwritten.calls import CALLS, Call, selected
from generator.pages.handwritten.documents import read_document
from generator.pages.links import known_folder
from generator.pages.site import Site, last_day, newest_day


@dataclass(frozen=True, kw_only=True, slots=True)
class PageTraits:
    """What machines read about a page, beside its text."""

    updated: date | None = None
    """The day of the newest article behind what it shows; None when it shows no figure."""
    chart: str | None = None
    """The id of its first chart."""


def page_traits(site: Site) -> Mapping[str, PageTraits]:
    """By path, of every page that does not show the whole ledger; any other is as new as that."""
    traits = {one.path: _of_document(one, site) for one in site.seeds.documents}
    for section in SECTIONS.values():
        if section.dated_by == "article":
            traits |= _by_article(section.folder, site)
        elif section.dated_by == "date":
            traits |= _by_date(site)
        elif section.dated_by == "nothing":
            traits |= dict.fromkeys(section.paths, PageTraits())
    return traits


def _by_article(folder: str, site: Site) -> dict[str, PageTraits]:
    return {
        f"{folder}/{article.id}.md": PageTraits(updated=last_day(article.date_published))
        for article in site.book.articles.values()
    }


def _by_date(site: Site) -> dict[str, PageTraits]:
    """The page of a date also shows what was replaced later."""
    traits = {}
    for known in knowledge_path(site.book):
        later = [new.known_from for _, new in known.since]
        days = [day for when in (known.date, *later) if (day := last_day(when))]
        traits[f"{known_folder(known.date)}/index.md"] = PageTraits(updated=max(days, default=None))
    return traits


def _of_document(document: Document, site: Site) -> PageTraits:
    calls = read_document(document).calls
    charts = [call.arguments[0] for call in calls if CALLS[call.name].shows == "chart"]
    return PageTraits(
        updated=max((day for call in calls for day in _days(call, site)), default=None),
        chart=charts[0] if charts else None,
    )


def _days(call: Call, site: Site) -> Iterator[date]:
    """When what a call shows became known."""
    book, shows = site.book, CALLS[call.name].shows
    periods: list[Period] = []
    if shows == "ledger":
        yield newest_day(site)
    elif shows == "chart":
        rows = site.charts[call.arguments[0]].rows
        periods = [book.entries[row.fact].known_from for row in rows if row.fact in book.entries]
    elif shows == "article":
        periods = [book.articles[one].date_published for one in call.arguments]
    elif shows == "fact":
        periods = [entry.known_from for entry in selected(call, site.book)]
    yield from (day for period in periods if (day := last_day(period)))
