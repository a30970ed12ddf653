"""The table of figures: a row each, which script can search, filter and sort.

In: entries in their order, the parts of a page. Out: markup that stands whole without JavaScript,
and for a program the words by which each figure is searched, which nobody needs before they search.
A row has its figure's id, so that an old address leads to it, and leads on to the sentence.
"""

import json
from collections.abc import Sequence

from markupsafe import Markup

from generator.kept import digest, recall
from generator.ledger import articles_of
from generator.model import Article, Entry, Period
from generator.pages.links import plain
from generator.pages.parts.counted import with_markup
from generator.pages.parts.parts import PageParts, machine_value, visible
from generator.pages.parts.sources import short_name
from generator.pages.site import UNSEEN
from generator.pages.templating import fill, fill_block
from generator.wording import (
    AS_MOMENT,
    amount_spellings,
    fact_name,
    languages_of,
    period_spellings,
    status_word,
    undated_key,
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


def facts_table(entries: Sequence[Entry], parts: PageParts, words: str) -> Markup:
    """A row a fact, in the given order, below controls that need JavaScript.

    `words` is the address below the site's root of the file that `searched_words` makes.
    """
    wording, say = parts.site.wording, parts.site.wording.say
    tools = fill(
        "parts/facts_table/tools",
        filters=_FILTERS,
        bases=_BASES,
        indicators={
            plain(entry.indicator.id): wording.text(entry.indicator.label) for entry in entries
        },
        words=parts.links.to(words),
        shown=say("facts-shown", shown="{shown}", all=wording.count("facts-all", len(entries))),
        set=wording.verbatim("facts-filters-set"),
        ascending=wording.verbatim("facts-ascending"),
        descending=wording.verbatim("facts-descending"),
        say=say,
    )
    return fill_block(
        "parts/facts_table/table",
        tools=tools,
        columns=_COLUMNS,
        rows=_rows(entries, parts),
        style=parts.links.to("assets/facts.css"),
        script=parts.links.to("assets/facts.js"),
        say=say,
    )


def searched_words(entries: Sequence[Entry], parts: PageParts) -> str:
    """By figure, as JSON, what its row is searched for beside what it shows.

    First its words: id, sentences, translations and all but the spellings of its amount, which come
    second.
    """
    said = {}
    for entry in entries:
        spelled, words = _spelled(entry, parts)
        sentences = [visible(one.sentence) for one in entry.located]
        translated = [parts.site.wording.text(one.quote.translation) for one in entry.located]
        words = [entry.fact.id, *filter(None, (*sentences, *translated)), *words]
        said[entry.fact.id] = [" | ".join(words), " \u00b7 ".join(spelled)]
    return json.dumps(said, ensure_ascii=False, indent=0) + "\n"


def spellings(entry: Entry, parts: PageParts) -> Markup:
    """What else a reader may type for a fact, unseen on its page: the site's search finds it."""
    spelled, words = _spelled(entry, parts)
    return fill_block("parts/facts_table/spellings", spellings=spelled, words=words, unseen=UNSEEN)


def _spelled(entry: Entry, parts: PageParts) -> tuple[list[str], list[str]]:
    """Other spellings of a fact's amount; its indicator, time, unit and author."""
    site = parts.site
    articles = [site.book.articles[name] for name in articles_of(site.book, entry)]
    languages = languages_of(site.wording.lang, (one.lang for one in site.book.articles.values()))
    amount = entry.amount
    key = digest("spelled", amount, entry.period, languages)
    amounts, periods, units = recall(site.kept, key, lambda: _spellings(entry, languages))
    values = [parts.amount(entry), *amounts] if amount else []
    authors = (one.author for one in articles if one.author)
    words = [site.wording.text(entry.indicator.label), *periods, *units, *authors]
    return values, list(dict.fromkeys(words))


def _spellings(entry: Entry, languages: Sequence[str]) -> tuple[Sequence[str], ...]:
    """Of an entry's amount, period and unit in several languages."""
    amount = entry.amount
    return (
        amount_spellings(amount, languages) if amount else (),
        period_spellings(entry.period, languages),
        unit_spellings(amount.unit if amount else None, languages),
    )


def _rows(entries: Sequence[Entry], parts: PageParts) -> list[dict[str, object]]:
    """A row each; the first of an indicator says so, as an address may name it."""
    seen: set[str] = set()
    rows = []
    for entry in entries:
        is_first = entry.indicator.id not in seen
        seen.add(entry.indicator.id)
        rows.append(_row(entry, parts) | {"is_first": is_first})
    return rows


def _row(entry: Entry, parts: PageParts) -> dict[str, object]:
    fact, site = entry.fact, parts.site
    articles = [site.book.articles[name] for name in articles_of(site.book, entry)]
    is_computed = fact.basis == "derived" and fact.status == "reported"
    return {
        "id": plain(fact.id),
        "href": parts.ledger(fact.id),
        "name": fact_name(entry, site.wording),
        "indicator": plain(entry.indicator.id),
        "basis": plain(fact.basis),
        "status": "computed" if is_computed else plain(fact.status),
        "status_word": status_word(entry, site.wording),
        "unit": (entry.amount.unit if entry.amount else None) or "",
        "until": _until(entry.period),
        "value": machine_value(entry),
        "amount": parts.amount(entry),
        "doubt": parts.doubt(entry),
        "period": _period(entry, parts),
        "known_from": _time(entry.known_from, parts),
        "sources": [_source(article, parts) for article in articles],
        "languages": _languages(articles, parts),
    }


def _source(article: Article, parts: PageParts) -> dict[str, object]:
    site = parts.site
    date = site.wording.period(article.date_published)
    name = short_name(article, site.wording)
    return {
        "id": plain(article.id),
        "text": name,
        "title": site.wording.say("byline", producer=name, date=date),
    }


def _languages(articles: Sequence[Article], parts: PageParts) -> list[dict[str, str]]:
    named = {one.lang.split("-")[0]: parts.site.wording.language(one.lang) for one in articles}
    return [{"tag": tag, "name": name} for tag, name in named.items()]


def _period(entry: Entry, parts: PageParts) -> Markup:
    """When a figure is true; of what no text dates, what the article's own day says of it."""
    if entry.is_dated:
        return _time(entry.period, parts)
    key = undated_key(entry)
    said = _time(entry.period, parts, as_moment=key in AS_MOMENT)
    return with_markup(parts.site.wording, key, period=said)


def _time(period: Period, parts: PageParts, *, as_moment: bool = False) -> Markup:
    """A period in words, with its first day, month or year for machines."""
    wording = parts.site.wording
    words = wording.at(period) if as_moment else wording.period(period)
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
