"""What was known when: the book as of a date, and the path from date to date.

In: a Book. Out: the same book cut at a date, or a step for each date of publication. Never the
clock: a figure is known from the day by which the last of its articles was published.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Day  # noqa: N812 - `date` is a field's name here
from itertools import accumulate
from operator import attrgetter, itemgetter

from generator.ledger.revision import revised_id, with_revisions
from generator.model import Article, Book, Entry, Period

MOST_FILED = 20_000
"""Rows of all files of what was known on a date: each holds nearly all of the one before."""
_When = tuple[Day, Day]
"""The last and first day of a date of publication; they are compared by it."""


@dataclass(frozen=True, slots=True)
class _Course:
    """When each figure became known, and when the first of its revisions replaced it."""

    book: Book
    known: Mapping[str, _When]
    replaced: Mapping[str, _When]

    def standing(self, when: _When) -> tuple[Entry, ...]:
        return tuple(
            entry
            for name, entry in self.book.entries.items()
            if self.known[name] <= when
            and (name not in self.replaced or when < self.replaced[name])
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Knowledge:
    """What became known on one date of publication, and what held from then on."""

    date: Period
    articles: tuple[str, ...]
    """Ids of the articles of that date."""
    news: tuple[Entry, ...]
    """Figures that became known on that date, in the book's order."""
    revised: tuple[tuple[Entry, Entry], ...]
    """The old and the new of each figure that was replaced on that date."""
    course: _Course = field(repr=False, compare=False)

    @property
    def standing(self) -> tuple[Entry, ...]:
        """Figures known by then and not yet replaced; not kept, as they may be many."""
        return self.course.standing(self.date.known_key)

    @property
    def since(self) -> tuple[tuple[Entry, Entry], ...]:
        """What the date brought and was replaced later, each with its latest revision."""
        entries, replaced = self.course.book.entries, self.course.replaced
        when = self.date.known_key
        return tuple(
            (entry, entries[entry.revised_by])
            for entry in self.news
            if entry.revised_by and replaced.get(entry.fact.id, when) != when
        )


@dataclass(frozen=True, slots=True)
class KnownSpan:
    """From which day a figure was known, and from which it was replaced, as days are compared."""

    since: Day
    replaced: Day | None


def known_spans(book: Book) -> dict[str, KnownSpan]:
    """By figure when it stood: on a day from `since` on, and before `replaced`.

    What was replaced on the day on which it became known stood on none.
    """
    known = {name: entry.known_from.known_key for name, entry in book.entries.items()}
    replaced = _replaced(_revisions(book, known))
    return {
        name: KnownSpan(when[0], replaced[name][0] if name in replaced else None)
        for name, when in known.items()
    }


def known_at(book: Book, date: Period) -> Book:
    """The book as of a date; withdrawn facts stay withdrawn.

    A month or a year counts as its last day: what came out on some day of it may not have been
    known on the days before.
    """
    when = date.known_key
    articles = {
        name: article
        for name, article in book.articles.items()
        if article.date_published.known_key <= when
    }
    known = {
        name: entry for name, entry in book.entries.items() if entry.known_from.known_key <= when
    }
    return replace(
        book,
        entries=with_revisions(known, book.withdrawn),
        articles=articles,
        coverage={name: found for name, found in book.coverage.items() if name in articles},
    )


def knowledge_path(book: Book) -> tuple[Knowledge, ...]:
    """A step for each date of publication, in order."""
    articles: dict[_When, list[Article]] = {}
    for article in book.articles.values():
        articles.setdefault(article.date_published.known_key, []).append(article)
    known = {name: entry.known_from.known_key for name, entry in book.entries.items()}
    news: dict[_When, list[Entry]] = {}
    for name, entry in book.entries.items():
        news.setdefault(known[name], []).append(entry)
    revised = _revisions(book, known)
    course = _Course(book, known, _replaced(revised))
    return tuple(
        Knowledge(
            # Two spellings of one date: which is shown must not depend on the order of articles.
            date=min((one.date_published for one in published), key=attrgetter("edtf")),
            articles=tuple(one.id for one in published),
            news=tuple(news.get(when, ())),
            revised=tuple(revised.get(when, ())),
            course=course,
        )
        for when, published in sorted(articles.items(), key=itemgetter(0))
    )


def dates_with_files(path: Sequence[Knowledge], most: int = MOST_FILED) -> frozenset[Period]:
    """The dates that have a file of all that was known then: the newest, up to `most` rows."""
    rows = list(accumulate(len(one.news) for one in path))
    spent = accumulate(reversed(rows))
    return frozenset(
        one.date for one, sum_ in zip(reversed(path), spent, strict=True) if sum_ <= most
    )


def _revisions(book: Book, known: Mapping[str, _When]) -> dict[_When, list[tuple[Entry, Entry]]]:
    """Old and new figures by the date from which both are known, in the order of the new."""
    found: dict[_When, list[tuple[Entry, Entry]]] = {}
    for new in book.entries.values():
        if old := book.entries.get(revised_id(new.fact, book.withdrawn) or ""):
            when = max(known[old.fact.id], known[new.fact.id])
            found.setdefault(when, []).append((old, new))
    return found


def _replaced(revised: Mapping[_When, list[tuple[Entry, Entry]]]) -> dict[str, _When]:
    """By figure when the first of its revisions replaced it."""
    return {old.fact.id: when for when in sorted(revised, reverse=True) for old, _ in revised[when]}


def news_of(known: Knowledge) -> tuple[Entry, ...]:
    """What became known on a date, without what was replaced on the same date."""
    gone = {old.fact.id for old, _ in known.revised}
    return tuple(entry for entry in known.news if entry.fact.id not in gone)


def replaced_before(known: Knowledge) -> tuple[Entry, ...]:
    """What was known before a date and replaced on it: so the counts of all dates add up."""
    new = {entry.fact.id for entry in known.news}
    return tuple(old for old, _ in known.revised if old.fact.id not in new)
