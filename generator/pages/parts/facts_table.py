"""The table of all facts, with the controls that search, filter and sort it in the browser.

In: entries, the parts of a page. Out: a block of HTML that is a whole table without JavaScript.
Other spellings of a fact stand hidden in its own section, for this table and for the search of the
whole site.
"""

from collections.abc import Sequence

from markupsafe import Markup

from generator.ledger import articles_of
from generator.model import Article, Entry, Period
from generator.pages.links import plain
from generator.pages.parts.parts import PageParts, machine_value
from generator.pages.templating import fill, fill_block
from generator.wording import (
    amount_spellings,
    fact_name,
    languages_of,
    period_spellings,
    status_word,
    unit_spellings,
)

_COLUMNS = (
    ("name", "column-what"),
    ("value", "column-figure"),
    ("period", "column-period"),
    ("known", "column-known-from"),
    ("status", "column-status"),
    ("source", "column-source"),
    ("language", "column-language"),
)
_FILTERS = ("indicator", "status", "article", "year", "language", "basis")
_BASES = ("quoted", "derived", "event")
_FOR_EVER = "9999"
"""Sorts an open end after every year."""


def compose_table(entries: Sequence[Entry], parts: PageParts) -> Markup:
    """A row a fact, in the given order, below controls that need JavaScript."""
    say = parts.site.wording.say
    tools = fill(
        "parts/facts_table/tools",
        filters=_FILTERS,
        bases=_BASES,
        shown=say(
            "facts-shown",
            shown="{shown}",
            all=parts.site.wording.count("facts-all", len(entries)),
        ),
        set=parts.site.wording.verbatim("facts-filters-set"),
        ascending=parts.site.wording.verbatim("facts-ascending"),
        descending=parts.site.wording.verbatim("facts-descending"),
        say=say,
    )
    return fill_block(
        "parts/facts_table/table",
        tools=tools,
        columns=_COLUMNS,
        rows=[_row(entry, parts) for entry in entries],
        style=parts.links.to("assets/facts.css"),
        script=parts.links.to("assets/facts.js"),
        say=say,
    )


def compose_spellings(entry: Entry, parts: PageParts) -> Markup:
    """What else a reader may type for a fact: its value, its time, its author, its indicator."""
    site = parts.site
    articles = [site.book.articles[name] for name in articles_of(site.book, entry)]
    languages = languages_of(site.wording.lang, (one.lang for one in site.book.articles.values()))
    amount = entry.amount
    values = (parts.amount(entry), *amount_spellings(amount, languages)) if amount else ()
    words = [
        site.wording.text(entry.indicator.label),
        *period_spellings(entry.period, languages),
        *unit_spellings(amount.unit if amount else None, languages),
        *(one.author for one in articles if one.author),
    ]
    return fill_block("parts/facts_table/spellings", spellings=values, words=dict.fromkeys(words))


def _row(entry: Entry, parts: PageParts) -> dict[str, object]:
    fact, site = entry.fact, parts.site
    articles = [site.book.articles[name] for name in articles_of(site.book, entry)]
    is_computed = fact.basis == "derived" and fact.status == "reported"
    return {
        "id": plain(fact.id),
        "name": fact_name(entry, site.wording),
        "indicator": plain(entry.indicator.id),
        "basis": plain(fact.basis),
        "status": "computed" if is_computed else plain(fact.status),
        "status_word": status_word(entry, site.wording),
        "unit": (entry.amount.unit if entry.amount else None) or "",
        "until": _until(entry.period),
        "value": machine_value(entry),
        "amount": parts.amount(entry),
        "period": _time(entry.period, parts),
        "known_from": _time(entry.known_from, parts),
        "sources": [_source(article, parts) for article in articles],
        "languages": _languages(articles, parts),
    }


def _source(article: Article, parts: PageParts) -> dict[str, object]:
    return {
        "href": parts.links.article(article.id),
        "text": article.producer,
        "title": parts.byline(article),
    }


def _languages(articles: Sequence[Article], parts: PageParts) -> list[dict[str, str]]:
    named = {one.lang.split("-")[0]: parts.site.wording.language(one.lang) for one in articles}
    return [{"tag": tag, "name": name} for tag, name in named.items()]


def _time(period: Period, parts: PageParts) -> Markup:
    """A period in words, with its first day, month or year for machines."""
    words = parts.site.wording.period(period)
    machine = period.edtf.rstrip("~?")
    if period.precision not in {"day", "month", "year"}:
        machine = str(period.start or period.end)
    whole = "" if machine == str(period) else plain(str(period))
    return fill("parts/facts_table/time", machine=plain(machine), whole=whole, words=words).strip()


def _until(period: Period) -> str:
    """The year in which a period ends, where it is not the one in which it begins."""
    if period.end is None:
        return _FOR_EVER
    if period.start is not None and period.start.year == period.end.year:
        return ""
    return str(period.end.year)
