"""What was known when: a path of pages through the dates on which articles came out.

In: the site. Out: `known/index.md` and `known/<date>/index.md`. A page of a date shows what was
known then; only its last part shows what came later.
"""

from collections.abc import Sequence

from markupsafe import Markup

from generator.ledger import Knowledge, knowledge_path, news_of, replaced_before
from generator.model import SECTIONS, Entry, Period
from generator.pages.escape import encode
from generator.pages.links import Links, known_folder
from generator.pages.parts.cards import replacement
from generator.pages.parts.counted import counted, counter, dated, with_markup
from generator.pages.parts.parts import PageParts
from generator.pages.parts.tables import figures_table
from generator.pages.site import Page, Site, heading, index_page, titled_page
from generator.pages.templating import fill_block

SECTION = SECTIONS["known"]


def compose(site: Site) -> list[Page]:
    """The list of dates, then one page a date, each linked with the one before and after."""
    path = knowledge_path(site.book)
    return [_index(path, site), *(_date(at, path, site) for at in range(len(path)))]


def _index(path: Sequence[Knowledge], site: Site) -> Page:
    parts, wording = PageParts(site, Links(SECTION.path)), site.wording
    rows = [
        {
            "href": _address(known.date, parts),
            "date": dated(wording, known.date),
            "sources": [parts.source(article) for article in known.articles],
            "counts": _counts(known, parts),
        }
        for known in path
    ]
    lead = encode(wording.say("known-lead"))
    return index_page(SECTION, site, [lead, fill_block("generated/known/dates", rows=rows)])


def _counts(known: Knowledge, parts: PageParts) -> Markup:
    """What a date brought; what it brought and replaced at once is in neither of the other two."""
    news, before = news_of(known), replaced_before(known)
    same = len(known.news) - len(news)
    counts = {
        "new": len(news),
        "replaced": len(before),
        "standing": len(known.standing),
        **({"same": same} if same else {}),
    }
    wording = parts.site.wording
    said = {name: counter(wording, number) for name, number in counts.items()}
    return with_markup(wording, "known-counts-same" if same else "known-counts", **said)


def _date(at: int, path: Sequence[Knowledge], site: Site) -> Page:
    known, standing = path[at], path[at].standing
    file = f"{known_folder(known.date)}/index.md"
    parts, wording = PageParts(site, Links(file)), site.wording
    date = wording.period(known.date)
    come_out = sum(len(earlier.articles) for earlier in path[: at + 1])
    above, below = (_steps(at, path, parts, f"path-{place}") for place in ("above", "below"))
    title = wording.say("known-date-title", date=date)
    description = wording.say("known-date-description", at=wording.at(known.date))
    blocks = [
        above,
        with_markup(
            wording,
            "known-date-lead",
            articles=counted(wording, "article-count", come_out),
            facts=counted(wording, "fact-count", len(standing)),
        ),
        *_brought(known, parts),
        heading("known-since", parts.site),
        *_since(known, parts),
        heading("known-standing", parts.site),
        fill_block(
            "parts/folded",
            summary=counted(wording, "known-standing-open", len(standing)),
            content=figures_table(standing, parts, _only_article(known, standing)),
        ),
        below,
    ]
    return titled_page(file, title, description, blocks)


def _brought(known: Knowledge, parts: PageParts) -> list[str]:
    """The articles of the date, the figures that they say first, those that they replace."""
    wording = parts.site.wording
    found = [parts.site.book.articles[identifier] for identifier in known.articles]
    articles = [
        {
            "href": parts.links.article(article.id),
            "title": wording.text(article.title),
            "byline": parts.dated_byline(article),
        }
        for article in found
    ]
    news, none = news_of(known), encode(wording.say("known-new-none"))
    return [
        heading("known-brought", parts.site),
        fill_block("generated/known/brought", articles=articles),
        heading("known-replaced", parts.site),
        *_replacements(known.revised, "known-replaced-none", parts),
        heading("known-new", parts.site),
        figures_table(news, parts, _only_article(known, news)) if news else none,
    ]


def _replacements(
    pairs: Sequence[tuple[Entry, Entry]], none: str, parts: PageParts
) -> list[Markup]:
    if not pairs:
        return [encode(parts.site.wording.say(none))]
    return [replacement(old, new, parts) for old, new in pairs]


def _since(known: Knowledge, parts: PageParts) -> list[Markup]:
    """What was replaced later; if nothing was, what the date itself replaced."""
    if known.revised and not known.since:
        return [counted(parts.site.wording, "known-since-same", len(known.revised))]
    return _replacements(known.since, "known-since-none", parts)


def _only_article(known: Knowledge, entries: Sequence[Entry]) -> str | None:
    """The page's only article, if all these figures became known with it."""
    is_all = all(entry.known_from.sort_key == known.date.sort_key for entry in entries)
    return known.articles[0] if is_all and len(known.articles) == 1 else None


def _steps(at: int, path: Sequence[Knowledge], parts: PageParts, label: str) -> Markup:
    """Links to the date before, the date after, and all dates; `label` tells two of them apart."""

    def step(to: int) -> dict[str, str] | None:
        if not 0 <= to < len(path):
            return None
        date = path[to].date
        return {"href": _address(date, parts), "date": dated(parts.site.wording, date)}

    return fill_block(
        "generated/known/path",
        before=step(at - 1),
        after=step(at + 1),
        all=parts.links.to("known/"),
        label=parts.site.wording.say(label),
        say=parts.site.wording.say,
    )


def _address(date: Period, parts: PageParts) -> Markup:
    return parts.links.to(f"{known_folder(date)}/")
