"""What is new, what is open, what is proven, in a few lines with links to the whole.

In: the parts of a page. Out: blocks of markup for the calls of hand-written pages. The pages that
list all of it decide what counts; here is only its beginning.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import takewhile
from types import MappingProxyType

from markupsafe import Markup

from generator.ledger import (
    CheckResult,
    Contradiction,
    Knowledge,
    Promise,
    articles_of,
    contradictions,
    cross_checks,
    facts_of,
    knowledge_path,
    news_of,
    promises,
)
from generator.model import Basis, Correction, Entry
from generator.pages.escape import encode
from generator.pages.links import known_folder
from generator.pages.parts.counted import counted, counted_facts, dated, with_markup
from generator.pages.parts.parts import PageParts
from generator.pages.parts.promise_places import promise_addresses
from generator.pages.parts.references import promise_name
from generator.pages.templating import fill_block, link
from generator.wording import fact_name

_DATES, _CORRECTIONS, _QUESTIONS = 3, 2, 6
"""How many of each stand in these few lines."""
_REPLACED, _ARTICLES = 3, 6
_COMMA = ", "
BASES: Mapping[str, Basis] = MappingProxyType(
    {"quoted": "quoted", "derived": "derived", "events": "event"}
)
"""How facts are counted by what proves them."""


def latest_changes(parts: PageParts) -> Markup:
    """Our newest corrections, then the newest dates with what each brought and replaced."""
    made = sorted(parts.site.seeds.corrections, key=lambda one: one.date.sort_key, reverse=True)
    path = reversed(knowledge_path(parts.site.book)[-_DATES:])
    return fill_block(
        "parts/news/latest",
        rows=[
            *(_corrected(one, parts) for one in made[:_CORRECTIONS]),
            *(_brought(known, parts) for known in path),
        ],
        all=link(parts.links.to("changes/"), parts.site.wording.say("latest-all")),
    )


def _corrected(made: Correction, parts: PageParts) -> dict[str, object]:
    wording, entry = parts.site.wording, parts.site.book.entries.get(made.fact)
    name = fact_name(entry, wording) if entry else wording.say("latest-gone")
    figure = parts.figure(made.fact) if entry else link(parts.ledger(made.fact), made.fact)
    return {
        "head": dated(wording, made.date),
        "said": wording.say("latest-corrected"),
        "articles": [],
        "replaced": [{"name": name, "old": None, "figure": figure}],
    }


def _brought(known: Knowledge, parts: PageParts) -> dict[str, object]:
    wording, articles = parts.site.wording, parts.site.book.articles
    href = parts.links.to(f"{known_folder(known.date)}/")
    named = [
        link(parts.links.article(name), wording.text(articles[name].title))
        for name in known.articles[:_ARTICLES]
    ]
    left = len(known.articles) - len(named)
    return {
        "head": link(href, dated(wording, known.date)),
        "said": counted(wording, "latest-new", len(news_of(known))),
        "articles": [*named, *([parts.more(left, f"{known_folder(known.date)}/")] if left else [])],
        "replaced": [
            {
                "name": _of_both(old, new, parts),
                "old": parts.figure(old.fact.id),
                "figure": parts.figure(new.fact.id),
            }
            for old, new in known.revised[:_REPLACED]
        ],
    }


def _of_both(old: Entry, new: Entry, parts: PageParts) -> str:
    """What both are of: a name that only the new one has is wrong of the old."""
    wording = parts.site.wording
    names = {fact_name(one, wording) for one in (old, new)}
    return names.pop() if len(names) == 1 else wording.text(new.indicator.label)


def open_questions(parts: PageParts) -> Markup:
    """How many questions are open, and the first: contradictions, calculations, then promises."""
    book, seeds, wording = parts.site.book, parts.site.seeds, parts.site.wording
    disputes = [one for one in contradictions(book) if not one.is_decided_by_rank]
    checks = [
        one for one in cross_checks(book, seeds)[0] if one.outcome in {"disagrees", "unclear"}
    ]
    made = promises(book, seeds.indicators)
    pending = [
        (one, address)
        for one, address in zip(made, promise_addresses(made), strict=True)
        if one.outcome not in {"kept", "missed"}
    ]
    rows = [
        *(_disputed(one, parts) for one in disputes[:_QUESTIONS]),
        *(_unsettled(one, parts) for one in checks[:_QUESTIONS]),
        *(_pending(one, address, parts) for one, address in pending[:_QUESTIONS]),
    ]
    number = len(disputes) + len(checks) + len(pending)
    caveats = sum(1 for entry in book.entries.values() if entry.fact.note)
    return fill_block(
        "parts/news/open_questions",
        head=_how_many(number, parts),
        rows=rows[:_QUESTIONS],
        caveats=counted(wording, "open-caveats", caveats) if caveats else "",
        links=[
            link(parts.links.to("open-questions/"), wording.say("open-all")),
            link(parts.links.to("promises/"), wording.say("open-promises")),
        ],
    )


def _how_many(number: int, parts: PageParts) -> str | Markup:
    """What the list counts: all questions, or that these are the first of more."""
    wording = parts.site.wording
    if number > _QUESTIONS:
        return wording.say("open-questions-first", number=str(number), shown=str(_QUESTIONS))
    if number:
        return counted(wording, "open-questions", number)
    return wording.say("open-questions-none")


def _disputed(found: Contradiction, parts: PageParts) -> dict[str, object]:
    """Both values; of two articles each with its own, as neither leaves it open."""
    wording, book = parts.site.wording, parts.site.book
    first, second = (set(articles_of(book, entry)) for entry in found.entries)
    are_apart = first.isdisjoint(second)
    one, other = (_stated(entry, parts, are_apart=are_apart) for entry in found.entries)
    return {
        "outcome": "disputed",
        "word": wording.say("outcome-disputed"),
        "name": _common_name(*(fact_name(entry, wording) for entry in found.entries)),
        "figure": with_markup(wording, "open-or", one=one, other=other),
    }


def _stated(entry: Entry, parts: PageParts, *, are_apart: bool) -> Markup:
    figure, wording = parts.figure(entry.fact.id), parts.site.wording
    # What no text dates, and what is computed, has no date of its own to be told apart by.
    if not (are_apart and entry.located and (entry.amount or entry.is_dated)):
        return figure
    date = dated(wording, entry.known_from)
    return with_markup(wording, "open-by-article", figure=figure, date=date)


def _common_name(one: str, other: str) -> str:
    """The name of the first; of two that differ behind a comma, what they have in common."""
    pairs = zip(one.split(_COMMA), other.split(_COMMA), strict=False)
    shared = [first for first, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)]
    return _COMMA.join(shared) or one


def _unsettled(result: CheckResult, parts: PageParts) -> dict[str, object]:
    wording = parts.site.wording
    href = parts.links.to(f"open-questions/#check--{result.check.id}")
    return {
        "outcome": result.outcome,
        "word": wording.say(f"outcome-{result.outcome}"),
        "name": link(href, wording.text(result.check.label)),
        "figure": "",
    }


def _pending(promise: Promise, address: str, parts: PageParts) -> dict[str, object]:
    return {
        "outcome": promise.outcome,
        "word": parts.site.wording.say(f"outcome-{promise.outcome}"),
        "name": link(parts.links.to(address), promise_name(promise, parts)),
        "figure": parts.figure(promise.latest.fact.id),
    }


def page_proof(entries: Iterable[Entry], parts: PageParts) -> Markup:
    """How many facts a page shows, and what proves them; empty where it shows none."""
    wording = parts.site.wording
    of_basis = Counter(entry.fact.basis for entry in {one.fact.id: one for one in entries}.values())
    if not of_basis:
        return Markup("")
    said = with_markup(
        wording,
        "page-proof",
        facts=counted(wording, "fact-count", of_basis.total()),
        parts=encode(_COMMA).join(
            counted(wording, f"proof-{name}", of_basis[one])
            for name, one in BASES.items()
            if of_basis[one]
        ),
    )
    return fill_block("parts/news/proof", said=said)


def proof(parts: PageParts) -> Markup:
    """How many facts there are, each proven, and how new the newest article is."""
    site, wording = parts.site, parts.site.wording
    said = with_markup(
        wording,
        "proof",
        facts=counted_facts(site.book, wording, "fact-count"),
        articles=counted(wording, "article-count", len(site.book.articles)),
        date=dated(wording, site.newest),
        **{
            name: counted(wording, f"proof-{name}", len(facts_of(site.book, basis=basis)))
            for name, basis in BASES.items()
        },
    )
    return fill_block("parts/news/proof", said=said)
