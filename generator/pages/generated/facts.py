"""The page of all figures: each with anchor, sentence or formula, two times, caveats.

In: the site. Out: `facts/index.md`, and a permalink page a figure that lands on its anchor. First
stands a whole table without JavaScript, with controls that search, filter and sort it in the
browser; for it and for the search of the whole site other spellings of a fact stand hidden in its
own section.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.ledger import articles_of, facts_of
from generator.model import SECTIONS, Article, Entry, Fact, Period
from generator.pages.escape import encode
from generator.pages.links import Links, plain
from generator.pages.parts.citation import ENDINGS
from generator.pages.parts.counted import counted, counted_facts, with_markup
from generator.pages.parts.details import afterwards_of, detail_rows
from generator.pages.parts.formulas import formula_of
from generator.pages.parts.panel import source_at
from generator.pages.parts.parts import PageParts, machine_value
from generator.pages.parts.references import withdrawn_name
from generator.pages.parts.sources import short_name
from generator.pages.site import Page, Site, index_page
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

SECTION = SECTIONS["facts"]
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


def compose(site: Site) -> list[Page]:
    """The page of all figures, and a page a figure at its permanent address."""
    return [_ledger(site), *_permalinks(site)]


def _ledger(site: Site) -> Page:
    """All figures as a table, then each by itself, in the order of indicators.yaml."""
    parts = PageParts(site, Links(SECTION.path))
    blocks: list[str] = [_lead(site)]
    afterwards = afterwards_of(parts)
    groups = {
        name: [entry for entry in site.book.entries.values() if entry.indicator.id == name]
        for name in site.seeds.indicators
    }
    blocks.append(_table([entry for group in groups.values() for entry in group], parts))
    for name, entries in groups.items():
        if entries:
            label = site.wording.text(entries[0].indicator.label)
            # Two hyphens: no fact's id can be the same.
            blocks.append(f"## {encode(label)} {{ #indicator--{name} }}")
        blocks += [_fact(entry, parts, afterwards.get(entry.fact.id, ())) for entry in entries]
    blocks += _withdrawn(site, parts)
    return index_page(SECTION, site, blocks)


def _lead(site: Site) -> Markup:
    """How many facts there are, and how many of them are figures and how many events."""
    facts, wording = len(site.book.entries), site.wording
    events = len(facts_of(site.book, basis="event"))
    parts = {
        "facts": counted_facts(site.book, wording, "facts-lead-facts"),
        "figures": counted(wording, "facts-lead-figures", facts - events),
    }
    if not events:
        return with_markup(wording, "facts-lead", **parts)
    said = counted(wording, "facts-lead-events", events)
    return with_markup(wording, "facts-lead-with", **parts, events=said)


def _fact(entry: Entry, parts: PageParts, afterwards: Iterable[tuple[str, Markup]] = ()) -> Markup:
    """One figure with all that is known of it, and the files of its citation."""
    say = parts.site.wording.say
    return fill_block(
        "generated/facts/fact",
        id=plain(entry.fact.id),
        name=fact_name(entry, parts.site.wording),
        value=machine_value(entry),
        amount=parts.amount(entry),
        quotations=[
            parts.cited(one, source_at(one, entry, parts), is_whole=True) for one in entry.located
        ],
        formula=formula_of(entry, parts),
        details=[(say(key), detail) for key, detail in detail_rows(entry, parts, afterwards)],
        permalink=parts.links.to(f"f/{entry.fact.id}/"),
        spellings=_spellings(entry, parts),
        citations=[
            (parts.links.to(f"cite/{entry.fact.id}.{ending}"), say(f"panel-form-{form}"))
            for form, ending in ENDINGS.items()
        ],
        say=say,
    )


def _withdrawn(site: Site, parts: PageParts) -> list[str]:
    """Withdrawn figures, each with the reason."""
    if not site.book.withdrawn:
        return []
    say = site.wording.say
    return [
        # Two hyphens: no fact's id can be the same.
        f"## {encode(say('facts-withdrawn'))} {{ #facts--withdrawn }}",
        encode(say("facts-withdrawn-lead")),
        *(_tombstone(fact, parts) for fact in site.book.withdrawn.values()),
    ]


def _tombstone(fact: Fact, parts: PageParts) -> Markup:
    return fill_block(
        "generated/facts/tombstone",
        id=plain(fact.id),
        name=withdrawn_name(fact, parts.site),
        reason=parts.site.wording.text(fact.reason),
        permalink=parts.links.to(f"f/{fact.id}/"),
        say=parts.site.wording.say,
    )


def _permalinks(site: Site) -> list[Page]:
    """A small page a figure at its permanent address, which leads to where the figure stands now.

    A withdrawn figure keeps its address and leads to its tombstone; a moved id to its successor.
    """
    moved = {one.id: one.to for one in site.seeds.moved.values()}
    targets = {**moved, **{one: one for one in (*site.book.entries, *site.book.withdrawn)}}
    pages = []
    for fact_id, target in targets.items():
        links = Links(f"f/{fact_id}/index.md")
        text = fill(
            "generated/facts/permalink",
            lang=site.wording.lang,
            title=site.wording.say("permalink-title", id=fact_id),
            target=links.fact(target),
        )
        pages.append(Page(f"f/{fact_id}/index.html", str(text) + "\n"))
    return pages


def _table(entries: Sequence[Entry], parts: PageParts) -> Markup:
    """A row a fact, in the given order, below controls that need JavaScript."""
    wording, say = parts.site.wording, parts.site.wording.say
    tools = fill(
        "parts/facts_table/tools",
        filters=_FILTERS,
        bases=_BASES,
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
        rows=[_row(entry, parts) for entry in entries],
        style=parts.links.to("assets/facts.css"),
        script=parts.links.to("assets/facts.js"),
        say=say,
    )


def _spellings(entry: Entry, parts: PageParts) -> Markup:
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
        "href": parts.links.article(article.id),
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
