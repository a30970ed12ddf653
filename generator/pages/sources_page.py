"""The articles: a list of them, and a page each with our summary, short quotations and coverage.

In: the site. Out: `sources/index.md` and `sources/<id>.md`. Never an article's whole text.
"""

from collections.abc import Sequence
from itertools import groupby

from babel import Locale
from markupsafe import Markup

from generator.charts import fact_name
from generator.ledger import coverage_counts
from generator.model import Article, Entry, Located
from generator.pages.escape import encode, front_matter
from generator.pages.links import Links, plain
from generator.pages.parts import Parts
from generator.pages.site import Page, Site
from generator.pages.templating import fill, fill_block


def compose_sources(site: Site) -> list[Page]:
    """The list, then one page an article."""
    return [_index(site), *(_article(article, site) for article in site.book.articles.values())]


def _index(site: Site) -> Page:
    path = "sources/index.md"
    parts, wording = Parts(site, Links(path)), site.wording
    title = wording.say("sources-title")
    articles = [
        {
            "href": parts.links.article(article.id),
            "title": wording.text(article.title),
            "byline": parts.byline(article),
            "language": language_name(article, site),
            "summary": wording.text(article.summary),
            "coverage": _coverage(article, site),
        }
        for article in reversed([*site.book.articles.values()])
    ]
    blocks = [
        front_matter(title=title, description=wording.say("sources-description")),
        f"# {encode(title)}",
        encode(wording.count("sources-lead", len(articles))),
        fill_block("articles.html.jinja", articles=articles),
    ]
    return Page(path, "\n\n".join(blocks) + "\n")


def _article(article: Article, site: Site) -> Page:
    path = f"sources/{article.id}.md"
    parts, wording = Parts(site, Links(path)), site.wording
    title = wording.text(article.title)
    date = wording.period(article.date_published)
    blocks = [
        front_matter(
            title=title,
            description=wording.say("article-description", producer=article.producer, date=date),
        ),
        f"# {encode(title)}",
        _origin(article, parts),
        f"## {encode(wording.say('article-summary'))}",
        encode(wording.text(article.summary)),
        f"## {encode(wording.say('article-quotations'))}",
        *_sentences(article, parts),
        f"## {encode(wording.say('article-coverage'))}",
        encode(_coverage(article, site)),
    ]
    if article.ignored:
        ignored = [
            {"exact": item.exact, "reason": wording.text(item.reason)} for item in article.ignored
        ]
        blocks += [
            f"### {encode(wording.say('article-ignored'))}",
            fill_block("ignored.html.jinja", ignored=ignored, lang=article.lang),
        ]
    return Page(path, "\n\n".join(blocks) + "\n")


def _origin(article: Article, parts: Parts) -> Markup:
    wording = parts.site.wording
    date = wording.period(article.date_published)
    if article.date_basis == "stated":
        dated = wording.say("article-date-stated", date=date)
    else:
        dated = wording.say("article-date-inferred", date=date, reason=wording.text(article.reason))
    rows: list[tuple[str, str | Markup]] = [
        (wording.say("column-source"), article.producer),
        (wording.say("article-date"), dated),
        (wording.say("article-language"), language_name(article, parts.site)),
    ]
    if article.author:
        rows.append((wording.say("article-author"), article.author))
    if article.license:
        name, url = article.license.name, article.license.url
        rows.append((wording.say("article-licence"), _outside(url, name) if url else name))
    if article.url_main:
        rows.append((wording.say("article-original"), _outside(article.url_main, article.url_main)))
    return fill_block("origin.html.jinja", rows=rows)


def _outside(url: str, text: str) -> Markup:
    return fill("outside.html.jinja", href=url, text=text).strip()


def _sentences(article: Article, parts: Parts) -> list[Markup]:
    """The quotations in the order of the text, each with the figures that it proves."""
    found = [
        (located, entry)
        for entry in parts.site.book.entries.values()
        for located in entry.located
        if located.quote.article == article.id
    ]
    found.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[1].fact.id))
    groups = groupby(found, key=lambda pair: (pair[0].start, pair[0].end, pair[0].mention))
    return [_sentence(list(group), parts) for _, group in groups]


def _sentence(group: Sequence[tuple[Located, Entry]], parts: Parts) -> Markup:
    wording = parts.site.wording
    proves = [
        {
            "name": fact_name(entry, wording),
            "figure": parts.figure(entry.fact.id) if entry.amount else parts.period(entry.fact.id),
        }
        for _, entry in group
    ]
    return fill_block(
        "sentence.html.jinja",
        anchors=[plain(entry.fact.id) for _, entry in group],
        quotation=parts.cited(group[0][0]),
        proves=proves,
    )


def _coverage(article: Article, site: Site) -> str:
    mentions = site.book.coverage.get(article.id, ())
    covered, ignored, still_open = coverage_counts(mentions)
    return site.wording.say(
        "coverage-sentence",
        total=str(len(mentions)),
        covered=str(covered),
        ignored=str(ignored),
        open=str(still_open),
    )


def language_name(article: Article, site: Site) -> str:
    """The language of an article, in that of the site."""
    locale = Locale.parse(site.wording.lang, sep="-")
    return locale.languages.get(article.lang.split("-")[0]) or article.lang
