"""What was known when: a path of pages through the dates on which articles came out.

In: the site. Out: `known/index.md` and `known/<date>/index.md`. A page of a date shows what it
brought and what has replaced that since, and links the dates that brought the rest. In
`known/days.json` stands of each figure when it held: by it the first page answers for any day.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

from markupsafe import Markup

from generator.ledger import (
    Knowledge,
    dates_with_files,
    knowledge_path,
    known_spans,
    news_of,
    replaced_before,
)
from generator.model import SECTIONS, Entry, Period
from generator.pages.by_time import MOST_LISTED
from generator.pages.escape import decode_harmless, encode
from generator.pages.ledger_places import MOST_ROWS
from generator.pages.links import Links, known_folder
from generator.pages.parts.cards import replacement, when_said
from generator.pages.parts.counted import counted, counter, dated, with_markup
from generator.pages.parts.lists_by_time import TimeList, pages_by_time
from generator.pages.parts.parts import PageParts
from generator.pages.parts.tables import figures_table
from generator.pages.site import Page, Site, heading, titled_page
from generator.pages.templating import fill_block, link
from generator.wording import fact_name

SECTION = SECTIONS["known"]
_DAYS = f"{SECTION.folder}/days.json"
_MOST_DATES = 20
"""Before a date that its page names one by one."""
_MOST_PAIRS = 40
"""Of a figure and what it replaced, with their sentences."""


def compose(site: Site) -> list[Page]:
    """The list of dates, then one page a date, each linked with the one before and after."""
    path = knowledge_path(site.book)
    dates = (_date(at, path, site) for at in range(len(path)))
    return [*_lists(path, site), *dates, Page(_DAYS, _days(path, site))]


def _lists(path: Sequence[Knowledge], site: Site) -> Iterator[Page]:
    listed = TimeList(
        section=SECTION,
        columns=("known-column-date", "known-column-dates"),
        when=attrgetter("date"),
        name=lambda known: str(known.date),
        blocks=lambda dates, parts: [_dates(dates, parts)],
    )
    say, links = site.wording.say, Links(SECTION.path)
    lead = encode(say("known-lead"))
    asked = fill_block(
        "generated/known/day",
        days=links.to(_DAYS),
        script=links.to("assets/known.js"),
        counted=site.wording.verbatim("known-day-counted"),
        say=say,
    )
    return pages_by_time(listed, site, path, asked + "\n\n" + lead)


def _days(path: Sequence[Knowledge], site: Site) -> str:
    """By figure, as JSON, when it stood and of which days it is true, with its words.

    What has replaced it stands apart, as it was not known then.
    The words are those of the site, so that no program composes any; then the dates of publication,
    each with its page and its file of figures.
    """
    parts, spans = PageParts(site, Links(SECTION.path)), known_spans(site.book)
    figures = []
    for entry in _in_order(site):
        span, period = spans[entry.fact.id], entry.period
        figures.append(
            {
                "name": fact_name(entry, site.wording),
                "figure": decode_harmless(str(parts.figure(entry.fact.id))),
                "remarks": [decode_harmless(str(when_said(entry, parts)))],
                "after": [decode_harmless(str(one)) for one in _after(entry, parts)],
                "since": str(span.since),
                "replaced": str(span.replaced or ""),
                "from": str(period.start or ""),
                "until": str(period.end or ""),
            }
        )
    filed = dates_with_files(path)
    dates = [
        {
            "since": str(known.date.known_key[0]),
            "page": str(link(_address(known.date, parts), site.wording.period(known.date))),
            "file": str(_download(known.date, parts)) if known.date in filed else "",
        }
        for known in path
    ]
    found = {"figures": figures, "dates": dates}
    return json.dumps(found, ensure_ascii=False, indent=0) + "\n"


def _in_order(site: Site) -> list[Entry]:
    """In the order of indicators.yaml; what was replaced stands before what replaced it."""
    entries = site.book.entries
    order = {name: at for at, name in enumerate(site.seeds.indicators)}
    place = {name: at for at, name in enumerate(entries)}

    def before(entry: Entry) -> list[Entry]:
        found = [entry]
        while (old := entries.get(found[-1].fact.revision_of or "")) and old not in found:
            found.append(old)
        return found

    def key(entry: Entry) -> tuple[int, int, int]:
        chain = before(entry)
        return order[entry.indicator.id], place[chain[-1].fact.id], len(chain)

    return sorted(entries.values(), key=key)


def _after(entry: Entry, parts: PageParts) -> list[Markup]:
    """What has replaced a figure, and by when: on the days before nobody knew."""
    new = parts.site.book.entries.get(entry.revised_by or "")
    if new is None:
        return []
    date = dated(parts.site.wording, new.known_from)
    figure = parts.figure(new.fact.id)
    return [with_markup(parts.site.wording, "known-day-replaced", figure=figure, date=date)]


def _download(date: Period, parts: PageParts) -> Markup:
    """The file of all figures as they were known on a date."""
    words = parts.site.wording.say("known-file", date=parts.site.wording.period(date))
    return link(parts.links.to(f"{known_folder(date)}/facts.csv"), words)


def _dates(path: Sequence[Knowledge], parts: PageParts) -> Markup:
    """Each date with its articles and what it brought."""
    wording = parts.site.wording
    rows = [
        {
            "href": _address(known.date, parts),
            "date": dated(wording, known.date),
            "sources": [parts.source(article) for article in known.articles],
            "counts": _counts(known, parts),
        }
        for known in path
    ]
    return fill_block("generated/known/dates", rows=rows)


def _counts(known: Knowledge, parts: PageParts) -> Markup:
    """What a date brought; what it brought and replaced at once is in neither of the other two."""
    news, before = news_of(known), replaced_before(known)
    same = len(known.news) - len(news)
    counts = {"new": len(news), "same": same, "replaced": len(before)}
    shown = {key: number for key, number in counts.items() if number or key == "new"}
    wording = parts.site.wording
    return with_markup(wording, "known-counts-join").join(
        with_markup(wording, f"known-counts-{key}", number=counter(wording, number))
        for key, number in (*shown.items(), ("standing", len(known.standing)))
    )


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
        *_rest(at, path, parts),
        *([_download(known.date, parts)] if known.date in dates_with_files(path) else []),
        below,
    ]
    return titled_page(file, title, description, blocks)


def _rest(at: int, path: Sequence[Knowledge], parts: PageParts) -> list[str]:
    """The dates before that brought what else stood then, newest first, the last of them each."""
    wording = parts.site.wording
    counts = Counter(entry.known_from.sort_key for entry in path[at].standing)
    dates = [one.date for one in reversed(path[:at]) if counts[one.date.sort_key]]
    if not dates:
        return []
    rows = [
        {
            "href": _address(one, parts),
            "date": dated(wording, one),
            "count": counted(wording, "fact-count", counts[one.sort_key]),
        }
        for one in dates[:_MOST_DATES]
    ]
    left = sum(counts[one.sort_key] for one in dates[_MOST_DATES:])
    earlier = with_markup(
        wording,
        "known-rest-earlier",
        dates=link(parts.links.to("known/"), wording.say("path-all")),
        facts=counted(wording, "fact-count", left),
    )
    rest = fill_block("generated/known/rest", rows=rows, earlier=earlier if left else "")
    return [heading("known-standing", parts.site), rest]


def _brought(known: Knowledge, parts: PageParts) -> list[str]:
    """The articles of the date, the figures that they say first, those that they replace."""
    wording = parts.site.wording
    found = [parts.site.book.articles[identifier] for identifier in known.articles[:MOST_LISTED]]
    articles = [
        {
            "href": parts.links.article(article.id),
            "title": wording.text(article.title),
            "byline": parts.dated_byline(article),
        }
        for article in found
    ]
    left = len(known.articles) - len(articles)
    more = parts.more(left, f"{SECTIONS['sources'].folder}/") if left else ""
    return [
        heading("known-brought", parts.site),
        fill_block("generated/known/brought", articles=articles, more=more),
        heading("known-replaced", parts.site),
        *_replacements(known.revised, "known-replaced-none", parts),
        heading("known-new", parts.site),
        _new(known, parts),
    ]


def _new(known: Knowledge, parts: PageParts) -> Markup:
    """What a date brought, or, of very much, how much: its articles show it, and all figures do."""
    news, wording = news_of(known), parts.site.wording
    if not news:
        return encode(wording.say("known-new-none"))
    if len(news) <= MOST_ROWS:
        return figures_table(news, parts, _only_article(known, news))
    facts = link(parts.links.to("facts/"), wording.say("facts-part-all"))
    return Markup("{}. {}").format(counted(wording, "fact-count", len(news)), facts)


def _replacements(
    pairs: Sequence[tuple[Entry, Entry]], none: str, parts: PageParts
) -> list[Markup]:
    if not pairs:
        return [encode(parts.site.wording.say(none))]
    shown = [replacement(old, new, parts) for old, new in pairs[:_MOST_PAIRS]]
    left = len(pairs) - len(shown)
    return [*shown, *([parts.more(left, f"{SECTIONS['facts'].folder}/")] if left else [])]


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
