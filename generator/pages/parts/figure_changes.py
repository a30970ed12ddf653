"""Each change of a figure in words: known, replaced, corrected, withdrawn.

In: the site. Out: changes, newest first, as plain text, not yet escaped. Their keys
never change, and their days are those of articles and corrections, never the clock's.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.ledger import knowledge_path, news_of
from generator.model import Correction, Entry, Fact, Located, Period
from generator.pages.links import Links
from generator.pages.parts.parts import PageParts, quote_text
from generator.pages.parts.references import corrected_words, withdrawn_name
from generator.pages.site import Site, last_day, newest_day
from generator.wording import LanguageWording, fact_name, full_name

What = Literal["known", "replaced", "corrected", "withdrawn"]


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureChange:
    """One thing that happened to one figure."""

    what: What
    fact: str
    key: str
    """Never changes, and is unique."""
    day: date
    title: str
    text: str
    """The sentence that proves the figure, or the reason of the change."""


def figure_changes(site: Site) -> tuple[FigureChange, ...]:
    """All changes, newest first; of one day corrections first, then by id."""
    parts = PageParts(site, Links("index.md"))
    order = ("withdrawn", "corrected", "replaced", "known")
    found = [*_news(parts), *_corrected(parts), *_withdrawn(parts)]
    return tuple(
        sorted(found, key=lambda one: (-one.day.toordinal(), order.index(one.what), one.key))
    )


def _news(parts: PageParts) -> Iterator[FigureChange]:
    wording = parts.site.wording
    for known in knowledge_path(parts.site.book):
        replacing = {new.fact.id: old for old, new in known.revised}
        # A figure that replaces another is listed once, even if it was known before the other.
        both = {entry.fact.id: entry for entry in (*news_of(known), *(n for _, n in known.revised))}
        for name, entry in both.items():
            old = replacing.get(name)
            title = wording.say(
                "feed-replaced" if old else "feed-known",
                name=_full_name(entry, wording),
                figure=parts.amount(entry),
                **({"old": parts.amount(old)} if old else {}),
            )
            yield FigureChange(
                what="replaced" if old else "known",
                fact=name,
                key=f"replaced/{old.fact.id}/{name}" if old else f"known/{name}",
                day=_day(known.date, parts.site),
                title=title,
                text=_proof(entry, parts),
            )


def _full_name(entry: Entry, wording: LanguageWording) -> str:
    """With the period; of an event the period is what became known, and is said beside its name."""
    return full_name(entry, wording) if entry.amount else fact_name(entry, wording)


def _proof(entry: Entry, parts: PageParts) -> str:
    """Every sentence with its translation, or that it is computed; then the editor's caveat."""
    wording = parts.site.wording
    lines = [] if entry.located else [wording.say("feed-derived", name=fact_name(entry, wording))]
    for located in entry.located:
        lines += [_sentence(located, parts), wording.text(located.quote.translation)]
    return "\n".join(line for line in (*lines, wording.text(entry.fact.note)) if line)


def _sentence(located: Located, parts: PageParts) -> str:
    article = parts.site.book.articles[located.quote.article]
    source = parts.byline(article)
    return parts.site.wording.say("feed-quoted", quote=quote_text(located), source=source)


def _corrected(parts: PageParts) -> Iterator[FigureChange]:
    site, wording = parts.site, parts.site.wording
    seen: Counter[str] = Counter()
    for made in site.seeds.corrections:
        entry = site.book.entries.get(made.fact)
        fact = site.book.withdrawn.get(made.fact)
        key = f"corrected/{made.fact}/{made.changed}/{made.date}/{made.new}"
        seen[key] += 1
        yield FigureChange(
            what="corrected",
            fact=made.fact,
            key=f"{key}/{seen[key]}",
            day=_day(made.date, site),
            title=wording.say(
                "feed-corrected",
                name=_name(entry, fact, made, site),
                field=wording.say(f"inferred-{made.changed}"),
                old=corrected_words(made.changed, made.old, entry, parts),
                new=corrected_words(made.changed, made.new, entry, parts),
            ),
            text=wording.text(made.reason),
        )


def _name(entry: Entry | None, fact: Fact | None, made: Correction, site: Site) -> str:
    if entry:
        return full_name(entry, site.wording)
    return withdrawn_name(fact, site) if fact else made.fact


def _withdrawn(parts: PageParts) -> Iterator[FigureChange]:
    """The day is that of the newest article quoted: the ledger keeps no day of a withdrawal."""
    site, wording = parts.site, parts.site.wording
    for fact in site.book.withdrawn.values():
        quoted = [
            site.book.articles[q.article] for q in fact.quotes if q.article in site.book.articles
        ]
        days = [day for one in quoted if (day := last_day(one.date_published))]
        yield FigureChange(
            what="withdrawn",
            fact=fact.id,
            key=f"withdrawn/{fact.id}",
            day=max(days, default=newest_day(site)),
            title=wording.say("feed-withdrawn", name=withdrawn_name(fact, site)),
            text=wording.text(fact.reason),
        )


def _day(period: Period, site: Site) -> date:
    return last_day(period) or newest_day(site)
