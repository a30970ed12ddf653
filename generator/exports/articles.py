"""The articles and the proof of each figure: `articles.json` and `verification.json`.

In: the book. Out: bytes, the same for the same book. Offsets count code points of the article as
delivered. Our words about the articles; of their text never more than the mentions: a number with
its unit, a date, a name.
"""

from collections.abc import Sequence
from typing import Any

from generator.exports.facts import evidence_rows, to_json
from generator.ledger import count_aspects, coverage_counts
from generator.model import Article, Book, CoveredMention, Entry, Located


def articles_json(book: Book) -> bytes:
    """One record an article, in order of publication."""
    return to_json([_record(article, book) for article in book.articles.values()])


def verification_json(book: Book) -> bytes:
    """Articles in order of publication, figures in the order of the book, and their number."""
    return to_json(
        {
            "articles": [_mentions_of(article, book) for article in book.articles.values()],
            "facts": [_fact(entry) for entry in book.entries.values()],
            "statistics": _statistics(book),
        }
    )


def _coverage(mentions: Sequence[CoveredMention]) -> dict[str, int]:
    """How many mentions an article has, by what accounts for them."""
    counts = zip(("covered", "ignored", "open"), coverage_counts(mentions), strict=True)
    return {"mentions": len(mentions), **dict(counts)}


def _record(article: Article, book: Book) -> dict[str, Any]:
    licence = article.license
    return {
        "id": article.id,
        "path": article.path,
        "sha256": article.sha256,
        "lang": article.lang,
        "title": dict(article.title),
        "kind": article.kind,
        "producer": article.producer,
        "producer_basis": article.producer_basis,
        "author": article.author,
        "date_published": article.date_published.edtf,
        "date_basis": article.date_basis,
        "reason": dict(article.reason),
        "url_main": article.url_main,
        "date_accessed": article.date_accessed.edtf if article.date_accessed else None,
        "license": {"name": licence.name, "url": licence.url} if licence else None,
        "summary": dict(article.summary),
        "ignored": [{"exact": i.exact, "reason": dict(i.reason)} for i in article.ignored],
        "coverage": _coverage(book.coverage.get(article.id, ())),
        "url": f"sources/{article.id}/",
    }


def _mentions_of(article: Article, book: Book) -> dict[str, Any]:
    mentions = book.coverage.get(article.id, ())
    return {
        "article": article.id,
        "lang": article.lang,
        "sha256": article.sha256,
        "date_published": article.date_published.edtf,
        "coverage": _coverage(mentions),
        "mentions": [one.as_json() for one in mentions],
    }


def _fact(entry: Entry) -> dict[str, Any]:
    fact = entry.fact
    return {
        "id": fact.id,
        "basis": fact.basis,
        "verdict": "derived" if fact.basis == "derived" else "proven",
        "inferred": fact.inferred,
        "quotes": [_quote(located) for located in entry.located],
        "evidence": evidence_rows(entry),
    }


def _quote(located: Located) -> dict[str, Any]:
    """Where the quotation stands, and which mention in it states the amount."""
    mention = located.mention
    return {
        "article": located.quote.article,
        "start": located.start,
        "end": located.end,
        "mention": {"start": mention.start, "end": mention.end, "text": mention.text}
        if mention
        else None,
    }


def _statistics(book: Book) -> dict[str, Any]:
    """The numbers of `check`; an unproven fact stops the build, so none is published."""
    derived = sum(entry.fact.basis == "derived" for entry in book.entries.values())
    return {
        "facts": len(book.entries),
        "quoted": len(book.entries) - derived,
        "derived": derived,
        "unproven": 0,
        "aspects": count_aspects(book.entries.values()),
    }
