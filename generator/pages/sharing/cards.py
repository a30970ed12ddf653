"""The pictures that others show of a shared page, as documents for a browser to draw.

In: the site. Out: by the picture's path below the site's root a section of HTML: of a figure its
amount, what it is, its sentence with the words that state it, its source; of a chart its picture,
or where that is too tall to be read its figures; of a hand-written page its headline, its first
figure and whose that is; of any other its title. Each bears the briefing's name. Nothing stands on
a card that does not stand on its page.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from markupsafe import Markup

from generator.ledger import articles_of
from generator.model import SECTIONS, DrawnChart, Entry, Located, Picture
from generator.pages.handwritten.documents import headline, read_document
from generator.pages.links import Links, page_address
from generator.pages.page_tables import tables_of_pages
from generator.pages.parts.briefing import title_of
from generator.pages.parts.parts import OMITTED, PageParts, around, marked_text
from generator.pages.parts.sources import byline
from generator.pages.sharing.tags import CARD
from generator.pages.site import Site
from generator.pages.templating import fill_block
from generator.wording import drawn_status, fact_name, period_of

MOST_CARDS = 200
"""A browser draws some five in a second: of a larger ledger those that pages show come first."""
_LONGEST = 260
"""Characters of a sentence that can be read on a card; what is around the figure stays."""
_ROOM = (1120, 404)
"""Pixels for the drawing of a chart: the whole width, and what title and sources leave."""
_MOST_FIGURES = 4
_DRAWN = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_SHORT = 170
"""Of a sentence that leaves room for its translation, and of that."""
_MOST_SOURCES = 6
"""That a card has room for."""
_SIZES = ((16, "huge"), (26, "large"), (44, "middle"))
"""Up to how many characters an amount or title is set how large; what is longer is small."""


def compose_cards(site: Site) -> Mapping[str, Markup]:
    """By path, in the order in which they matter, and no more than `MOST_CARDS`."""
    return dict(islice(_cards(site), MOST_CARDS))


def _cards(site: Site) -> Iterator[tuple[str, Markup]]:
    parts = PageParts(site, Links("index.md"), spells_out=True)
    shown = tables_of_pages(site)
    for document in site.seeds.documents:
        read, lead = read_document(document), _lead(shown.get(document.path, ()), site)
        title = headline(read) or read.fields["title"]
        said = read.fields["description"]
        path = _path(page_address(document.path))
        yield path, _page(title=title, description=said, lead=lead, parts=parts)
    for chart in site.charts.values():
        yield _path(f"charts/{chart.id}/"), _chart(chart, parts)
    first = dict.fromkeys(fact for facts in shown.values() for fact in facts)
    for name in dict.fromkeys([*first, *site.book.entries]):
        yield _path(f"f/{name}/"), _figure(site.book.entries[name], parts)
    yield from _generated(parts)


def _generated(parts: PageParts) -> Iterator[tuple[str, Markup]]:
    """Of the sections' first pages, and of the page of each article."""
    site, say = parts.site, parts.site.wording.say
    for row in SECTIONS.values():
        if row.title:
            words = {name: say(f"{row.title}-{name}") for name in ("title", "description")}
            yield _path(f"{row.folder}/"), _page(**words, lead=None, parts=parts)
    for article in site.book.articles.values():
        title, said = site.wording.text(article.title), site.wording.text(article.summary)
        path = _path(f"sources/{article.id}/")
        yield path, _page(title=title, description=said, lead=None, parts=parts)


def _path(folder: str) -> str:
    return f"{folder}{CARD}"


def _lead(facts: Sequence[str], site: Site) -> Entry | None:
    """The first amount that a page shows."""
    entries = (site.book.entries[name] for name in facts)
    return next((entry for entry in entries if entry.amount), None)


def _page(*, title: str, description: str, lead: Entry | None, parts: PageParts) -> Markup:
    return fill_block(
        "sharing/cards/page",
        title=title,
        size=_size(title),
        description=_shortened(description, _LONGEST),
        amount=parts.amount(lead) if lead else "",
        name=fact_name(lead, parts.site.wording) if lead else "",
        source=_sources(articles_of(parts.site.book, lead), parts.site) if lead else "",
        **_foot(parts),
    )


def _chart(chart: DrawnChart, parts: PageParts) -> Markup:
    """The drawing where its letters can be read on a card, else figures of it, set large."""
    picture = parts.site.pictures.get(chart.id)
    svg = picture.wide if picture and _is_legible(picture) else ""
    told = [] if svg else _telling(chart, parts.site)
    figures = [(*_said(one, parts), bool(one.revised_by)) for one in told]
    if not svg and not figures:
        return _page(title=chart.title, description=chart.subtitle, lead=None, parts=parts)
    return fill_block(
        "sharing/cards/chart",
        title=chart.title,
        picture=Markup(svg),  # noqa: S704 - publish/ made it of escaped text
        figures=figures,
        source=_sources(_of_rows(chart, parts.site), parts.site),
        **_foot(parts),
    )


def _is_legible(picture: Picture) -> bool:
    """The wide drawing fills the width of a card, which enlarges its letters to twenty pixels."""
    found = _DRAWN.search(picture.wide)
    return found is not None and int(found[2]) * _ROOM[0] <= int(found[1]) * _ROOM[1]


def _telling(chart: DrawnChart, site: Site) -> list[Entry]:
    """What was changed and what it became, and the last figures, in the order of the chart."""
    entries = [site.book.entries[row.fact] for row in chart.rows if row.fact]
    by_weight = sorted(
        range(len(entries)),
        key=lambda at: (not (entries[at].revised_by or entries[at].fact.revision_of), -at),
    )
    return [entries[at] for at in sorted(by_weight[:_MOST_FIGURES])]


def _said(entry: Entry, parts: PageParts) -> tuple[str, str]:
    """The amount of a figure and its name with the period; of an event when it was.

    With the status of what is not reported.
    """
    wording = parts.site.wording
    name, period = fact_name(entry, wording), period_of(entry, wording)
    status = drawn_status(entry, wording)
    status = f" {status}" if status and status.strip("()") not in name else ""
    if entry.amount is None:
        return period, f"{name}{status}"
    return parts.amount(entry), f"{name if period in name else f'{name}, {period}'}{status}"


def _figure(entry: Entry, parts: PageParts) -> Markup:
    wording = parts.site.wording
    amount, name = _said(entry, parts)
    if entry.amount is None:  # an event: what happened, then when
        amount, name = fact_name(entry, wording), parts.amount(entry)
    return fill_block(
        "sharing/cards/figure",
        amount=amount,
        size=_size(amount),
        name=name,
        quotation=_quotation(entry.located[0], parts) if entry.located else {},
        inputs="; ".join(_input(parts.site.book.entries[one], parts) for one in entry.inputs),
        source=_sources(articles_of(parts.site.book, entry), parts.site),
        **_foot(parts),
    )


def _quotation(located: Located, parts: PageParts) -> dict[str, str]:
    """Its sentence in three parts, as much of it as a card has room for."""
    (head, tail), (before, marked, after) = around(located), marked_text(located)
    before, after = head + before, after + tail
    room = max(_LONGEST - len(marked), 0)
    is_short = len(before) + len(marked) + len(after) <= _SHORT
    translation = parts.site.wording.text(located.quote.translation) if is_short else ""
    most = min(len(before), max(room // 2, room - len(after)))
    return {
        "before": before if len(before) <= most else _end(before, most),
        "marked": marked,
        "after": _shortened(after, room - most),
        "translation": _shortened(translation, _SHORT),
        "lang": parts.site.book.articles[located.quote.article].lang,
    }


def _input(entry: Entry, parts: PageParts) -> str:
    return f"{fact_name(entry, parts.site.wording)}: {parts.amount(entry)}"


def _of_rows(chart: DrawnChart, site: Site) -> list[str]:
    """The articles of a chart in the order of its marks: first that of the first figure."""
    entries = (site.book.entries[row.fact] for row in chart.rows if row.fact)
    of_rows = (name for entry in entries for name in articles_of(site.book, entry))
    return [*dict.fromkeys([*of_rows, *chart.articles])]


def _sources(articles: Sequence[str], site: Site) -> str:
    """All of them, but of very many the first."""
    named = [byline(site.book.articles[name], site.wording) for name in articles[:_MOST_SOURCES]]
    return "; ".join(named + [OMITTED] * (len(articles) > len(named)))


def _foot(parts: PageParts) -> dict[str, object]:
    return {"site_title": title_of(parts.site), "say": parts.site.wording.say}


def _size(text: str) -> str:
    return next((size for most, size in _SIZES if len(text) <= most), "small")


def _shortened(text: str, most: int) -> str:
    """The text up to the last word that fits, with a sign where it goes on."""
    if len(text) <= most:
        return text
    kept = text[:most].rpartition(" ")[0].rstrip(",;:– ")
    return f"{kept} {OMITTED}".lstrip()


def _end(text: str, most: int) -> str:
    """The end of the text, from the first word that fits."""
    kept = text[len(text) - most :].partition(" ")[2]
    return f"{OMITTED} {kept}"
