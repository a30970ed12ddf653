"""What a reader of paper needs: where each figure stands, what briefing this is, and its contents.

In: composed pages, the site. Out: the same pages with notes that no screen shows; the cover and the
contents of the whole briefing as one document. Works without JavaScript.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import SECTIONS, Entry
from generator.pages.links import Links
from generator.pages.parts.briefing import title_of
from generator.pages.parts.counted import dated, with_markup
from generator.pages.parts.parts import PageParts
from generator.pages.parts.sources import mark_legend
from generator.pages.site import Page, Site
from generator.pages.templating import fill_block
from generator.wording import fact_name

_FIGURE = re.compile(
    r'<a class="figure"(?= href="(?:\.\./)*(?:\./)?facts/(?:[a-z0-9-]+/)?#(?P<id>[a-z0-9-]+)")'
)
"""As the template `parts/figure` begins it; hand-written pages hold no HTML."""
_LEDGER = f"{SECTIONS['facts'].folder}/"
"""Where each figure shows its own address."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Chapter:
    """A page of the site within the one document."""

    anchor: str
    title: str
    level: int
    markup: Markup


def with_notes(page: Page, site: Site) -> Page:
    """A page of Markdown with a mark at each figure and, at its end, what the marks lead to."""
    if not page.path.endswith(".md") or not site.book.articles:
        return page
    numbers: dict[str, int] = {}

    def marked(figure: re.Match[str]) -> str:
        number = numbers.setdefault(figure["id"], len(numbers) + 1)
        return f'{figure[0]} data-note="{number}"'

    text = page.text if page.path.startswith(_LEDGER) else _FIGURE.sub(marked, page.text)
    parts, date = PageParts(site, Links(page.path)), dated(site.wording, site.newest)
    listed = [_note(site.book.entries[name], parts) for name in numbers]
    legend = mark_legend("".join(listed), site.wording, explained=page.text)
    notes = fill_block(
        "parts/print_notes",
        notes=listed,
        legend=legend,
        provenance=with_markup(site.wording, "print-provenance", title=title_of(site), date=date),
        say=site.wording.say,
    )
    return Page(page.path, f"{text}\n{notes}\n")


def _note(entry: Entry, parts: PageParts) -> Markup:
    """What a figure is, who says so, and its permanent address."""
    wording, articles = parts.site.wording, parts.site.book.articles
    quoted = dict.fromkeys(located.quote.article for located in entry.located)
    said = Markup("; ").join(parts.dated_byline(articles[name]) for name in quoted)
    return with_markup(
        wording,
        "print-note",
        name=fact_name(entry, wording),
        source=said or wording.say("print-computed"),
        address=f"f/{entry.fact.id}/",
    )


def compose_front(site: Site, chapters: Iterable[Chapter], numbers: Mapping[str, int]) -> Markup:
    """The cover and the contents of the whole briefing as one document.

    Args:
        site: the briefing.
        chapters: what the document holds, in order.
        numbers: the paper page on which each begins, by anchor, as far as known.
    """
    return fill_block(
        "parts/print_front",
        title=title_of(site),
        as_of=site.wording.period(site.newest),
        address=site.address,
        chapters=[
            {
                "anchor": one.anchor,
                "title": one.title,
                "level": one.level,
                "number": numbers.get(one.anchor, ""),  # as the foot of a page says it
            }
            for one in chapters
        ],
        say=site.wording.say,
    )
