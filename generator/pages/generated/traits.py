"""What a page of the site shows first, and how new the newest of it is.

In: the site. Out: by a page's path its day and its first chart. Never the clock: a day is that of
an article, so a page without any figure has none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.ledger import knowledge_path
from generator.model import Document
from generator.pages.handwritten.calls import Call
from generator.pages.handwritten.documents import read_document
from generator.pages.handwritten.page_sources import OF_FACTS, selected
from generator.pages.links import known_folder
from generator.pages.site import Site, last_day, newest_day

_WHOLE = frozenset({"count", "known_as_of", "latest_changes", "open_questions", "proof"})
"""Calls whose answer every article may change."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PageTraits:
    """What machines are told of a page beside its text."""

    updated: date | None = None
    """The day of the newest article behind what it shows; None when it shows no figure."""
    chart: str | None = None
    """The id of its first chart."""


def page_traits(site: Site) -> Mapping[str, PageTraits]:
    """By path those of hand-written pages, of articles and of dates.

    Any other page shows the whole ledger, and is as new as that.
    """
    traits = {one.path: _of_document(one, site) for one in site.seeds.documents}
    for article in site.book.articles.values():
        day = last_day(article.date_published)
        traits[f"sources/{article.id}.md"] = PageTraits(updated=day)
    for known in knowledge_path(site.book):
        # What was replaced since stands on the page as well.
        later = [new.known_from for _, new in known.since]
        days = [day for when in (known.date, *later) if (day := last_day(when))]
        traits[f"{known_folder(known.date)}/index.md"] = PageTraits(updated=max(days, default=None))
    return traits


def _of_document(document: Document, site: Site) -> PageTraits:
    calls = read_document(document).calls
    charts = [call.arguments[0] for call in calls if call.name == "chart"]
    return PageTraits(
        updated=max((day for call in calls for day in _days(call, site)), default=None),
        chart=charts[0] if charts else None,
    )


def _days(call: Call, site: Site) -> Iterator[date]:
    """When what a call shows became known."""
    if call.name in _WHOLE:
        yield newest_day(site)
        return
    book = site.book
    periods = []
    if call.name == "chart":
        rows = site.charts[call.arguments[0]].rows
        periods = [book.entries[row.fact].known_from for row in rows if row.fact in book.entries]
    elif call.name == "source":
        periods = [book.articles[one].date_published for one in call.arguments]
    elif call.name in OF_FACTS:
        periods = [entry.known_from for entry in selected(call, site)]
    yield from (day for period in periods if (day := last_day(period)))
