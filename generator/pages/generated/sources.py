"""The articles: a list, and a page each: our summary, coverage, quotations with their places, use.

In: the site. Out: `sources/index.md` and `sources/<id>.md`, coverage in shapes of its own, which
need no style and no script. Never an article's whole text.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise
from operator import attrgetter

from markupsafe import Markup

from generator.evidence import OWN_DATE
from generator.ledger import articles_of, coverage_counts
from generator.model import SECTIONS, Amount, Article, CoveredMention, Entry, Located
from generator.pages.escape import encode
from generator.pages.handwritten.compose import articles_behind
from generator.pages.handwritten.documents import read_document
from generator.pages.links import Links, page_address, plain
from generator.pages.parts.counted import counted, dated, with_markup
from generator.pages.parts.lists_by_time import TimeList, pages_by_time
from generator.pages.parts.parts import PageParts
from generator.pages.parts.sources import all_second_hand, publisher, short_name, source_kind
from generator.pages.site import Page, Site, asked_for, heading, titled_page
from generator.pages.templating import fill, fill_block, link
from generator.wording import fact_name

_COVERAGE = ("covered", "ignored", "open")
_WIDTH, _LEAST = 1000, 4
"""Of the strip in its own units, and of the narrowest tick that can be seen on a phone."""


def compose(site: Site) -> list[Page]:
    """The list, then one page an article."""
    return [*_lists(site), *(_article(article, site) for article in site.book.articles.values())]


def _lists(site: Site) -> Iterator[Page]:
    articles = [*site.book.articles.values()]
    listed = TimeList(
        section=SECTIONS["sources"],
        columns=("sources-column-date", "sources-column-articles"),
        when=attrgetter("date_published"),
        name=attrgetter("id"),
        blocks=lambda found, parts: [_listed(found, parts)],
    )
    lead = counted(site.wording, "sources-lead", len(articles))
    if all_second_hand(site.book.articles):
        lead += encode(f" {site.wording.say('sources-unaudited')}")
    return pages_by_time(listed, site, articles, lead + "\n\n" + asked_for("sources-asked", site))


def _listed(found: Sequence[Article], parts: PageParts) -> Markup:
    """Each article with its summary and coverage, newest first."""
    wording = parts.site.wording
    articles = [
        {
            "href": parts.links.article(article.id),
            "title": wording.text(article.title),
            "byline": parts.dated_byline(article),
            "language": wording.language(article.lang),
            "figures": counted(wording, "sources-figures", len(_proven_by(article, parts.site))),
            "summary": wording.text(article.summary),
            "coverage": _coverage_bar(article, parts),
        }
        for article in reversed(found)
    ]
    return fill_block("generated/sources/articles", articles=articles)


def _article(article: Article, site: Site) -> Page:
    path = f"sources/{article.id}.md"
    parts, wording = PageParts(site, Links(path)), site.wording
    date = wording.period(article.date_published)
    named = short_name(article, wording)
    description = wording.say("article-description", producer=named, date=date)
    blocks = [
        _origin(article, parts),
        heading("article-summary", parts.site),
        encode(wording.text(article.summary)),
        heading("article-coverage", parts.site),
        _coverage_bar(article, parts),
        _coverage_strip(article, parts),
        heading("article-quotations", parts.site),
        encode(wording.say("article-quotations-lead")),
        *_sentences(article, parts),
        *_ignored(article, parts),
        heading("article-used", parts.site),
        _used(article, parts),
    ]
    return titled_page(path, wording.text(article.title), description, blocks)


def _ignored(article: Article, parts: PageParts) -> list[str]:
    """The numbers that are no facts, in the order of the text, each with its reason."""
    found = []
    for item in article.ignored:
        spans = [m.span() for m in re.finditer(re.escape(item.exact), article.text)]
        reason = parts.site.wording.text(item.reason)
        row = {"exact": item.exact, "place": _places(spans, parts), "reason": reason}
        found.append((spans, row))
    for one in parts.site.book.coverage.get(article.id, ()):
        if one.ignored == OWN_DATE:
            span, reason = (one.mention.start, one.mention.end), parts.site.wording.say("own-date")
            row = {"exact": one.mention.text, "place": _places([span], parts), "reason": reason}
            found.append(([span], row))
    if not found:
        return []
    found.sort(key=lambda pair: pair[0])
    ignored = [row for _, row in found]
    where = {"article": plain(article.id), "lang": article.lang}
    block = fill_block("generated/sources/ignored", ignored=ignored, **where)
    return [heading("article-ignored", parts.site), block]


def _used(article: Article, parts: PageParts) -> Markup:
    """Pages, charts and computed figures that rest on an article, as links."""
    site = parts.site
    derived = [
        entry
        for entry in site.book.entries.values()
        if entry.fact.formula and article.id in articles_of(site.book, entry)
    ]
    groups = {
        "article-used-pages": [
            link(
                parts.links.to(page_address(document.path)), read_document(document).fields["title"]
            )
            for document in site.seeds.documents
            if article.id in articles_behind(document, site)
        ],
        "article-used-charts": [
            link(parts.links.to(f"charts/{chart.id}/"), chart.title)
            for chart in site.charts.values()
            if article.id in chart.articles
        ],
        "article-used-figures": [
            encode(f"{fact_name(entry, site.wording)}: ") + parts.figure(entry.fact.id)
            for entry in derived
        ],
    }
    named = [
        {"head": site.wording.say(key), "links": links} for key, links in groups.items() if links
    ]
    if not named:
        return encode(site.wording.say("article-used-not"))
    return fill_block("generated/sources/cited_by", groups=named)


def _origin(article: Article, parts: PageParts) -> Markup:
    wording = parts.site.wording
    date = dated(wording, article.date_published)
    if article.date_basis == "stated":
        published = with_markup(wording, "article-date-stated", date=date)
    else:
        reason = wording.text(article.reason)
        published = with_markup(wording, "article-date-inferred", date=date, reason=reason)
    rows: list[tuple[str, str | Markup]] = [
        (wording.say("article-publisher"), publisher(article, wording)),
        (wording.say("article-kind"), source_kind(article, parts.site.book.articles, wording)),
        (wording.say("article-date"), published),
        (wording.say("article-language"), wording.language(article.lang)),
    ]
    if article.author:
        rows.append((wording.say("article-author"), article.author))
    if article.license:
        name, terms = article.license.name, article.license.url
        rows.append((wording.say("article-licence"), _outside(terms, name) if terms else name))
    url = article.url_main
    original = _outside(url, url) if url else wording.say("article-original-unknown")
    rows.append((wording.say("article-original"), original))
    return fill_block("generated/sources/origin", rows=rows)


def _outside(url: str, text: str) -> Markup:
    return fill("generated/sources/outside", href=url, text=text).strip()


def _proven_by(article: Article, site: Site) -> list[Entry]:
    """The facts with a sentence in an article."""
    entries = site.book.entries.values()
    return [e for e in entries if any(one.quote.article == article.id for one in e.located)]


def _sentences(article: Article, parts: PageParts) -> list[Markup]:
    """The quotations in the order of the text, each with the figures that it proves."""
    found = [
        (located, entry)
        for entry in _proven_by(article, parts.site)
        for located in entry.located
        if located.quote.article == article.id
    ]
    found.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[1].fact.id))
    groups = groupby(found, key=lambda pair: (pair[0].start, pair[0].end, pair[0].mention))
    return [_sentence(list(group), parts) for _, group in groups]


def _sentence(group: Sequence[tuple[Located, Entry]], parts: PageParts) -> Markup:
    wording, first = parts.site.wording, group[0][0]
    proves = [
        {
            "name": fact_name(entry, wording),
            "figure": parts.figure(entry.fact.id),
        }
        for _, entry in group
    ]
    place = encode(_places([(first.start, first.end)], parts))
    return fill_block(
        "generated/sources/sentence",
        anchors=[plain(entry.fact.id) for _, entry in group],
        quotation=parts.cited(first, Markup("<span data-place>{}</span>").format(place)),
        proves=proves,
    )


def _coverage_bar(article: Article, parts: PageParts) -> Markup:
    """How many numbers are covered, left out and open, as a bar with its words."""
    wording = parts.site.wording
    counts = coverage_counts(parts.site.book.coverage.get(article.id, ()))
    ends = [0]
    for count in counts:
        ends.append(ends[-1] + count)
    total = ends[-1]
    pieces = [
        {"kind": kind, "x": _scaled(start, total), "width": _scaled(end - start, total)}
        for kind, (start, end) in zip(_COVERAGE, pairwise(ends), strict=True)
        if end > start
    ]
    words = [
        {"kind": kind, "words": counted(wording, f"coverage-{kind}", count)}
        for kind, count in zip(_COVERAGE, counts, strict=True)
    ]
    return fill_block(
        "parts/coverage/bar",
        head=counted(wording, "coverage-all", total),
        label=wording.say("coverage-bar"),
        pieces=pieces,
        words=words,
    )


def _coverage_strip(article: Article, parts: PageParts) -> Markup:
    """The text as a line from its beginning to its end: what is quoted, and where numbers stand."""
    book, size = parts.site.book, len(article.text)
    spans = sorted(
        {
            (located.start, located.end)
            for entry in book.entries.values()
            for located in entry.located
            if located.quote.article == article.id
        }
    )
    quoted = [
        {"x": _scaled(start, size), "width": _scaled(end - start, size)} for start, end in spans
    ]
    ticks = [_tick(mention, size) for mention in book.coverage.get(article.id, ())]
    return fill_block(
        "parts/coverage/strip", quoted=quoted, ticks=ticks, say=parts.site.wording.say
    )


def _tick(covered: CoveredMention, size: int) -> dict[str, object]:
    mention = covered.mention
    width = max(_scaled(mention.end - mention.start, size), _LEAST)
    x = min(_scaled(mention.start, size), _WIDTH - width)
    return {"kind": _covered_kind(covered), "x": x, "width": width}


def _covered_kind(covered: CoveredMention) -> str:
    """A number that a fact covers is covered, also where it is left out."""
    if covered.covered_by:
        return "covered"
    return "open" if covered.is_open else "ignored"


def _scaled(part: int, whole: int) -> int:
    return round(part * _WIDTH / whole) if whole else 0


def _whole(number: int, parts: PageParts) -> str:
    return parts.site.wording.number(Amount(value=Decimal(number)))


def _places(spans: Sequence[tuple[int, int]], parts: PageParts) -> str:
    """Where passages stand, in characters of the file as delivered, counted from the first."""
    wording = parts.site.wording
    said = (
        wording.say("article-place", start=_whole(start + 1, parts), end=_whole(end, parts))
        for start, end in spans
    )
    return "; ".join(said)
