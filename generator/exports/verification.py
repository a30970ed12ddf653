"""The coverage of each article, and the proof of each figure: `verification.json`.

In: the book. Out: bytes, the same for the same book. Offsets count code points of the article as
delivered. Never more of its text than the mentions: a number with its unit, a date, a name.
"""

from typing import Any

from generator.exports.articles import coverage_record
from generator.exports.facts import to_json
from generator.model import Article, Book, Entry, Located


def verification_json(book: Book) -> bytes:
    """Articles in order of publication, figures in the order of the book, and their number."""
    return to_json(
        {
            "articles": [_article(article, book) for article in book.articles.values()],
            "facts": [_fact(entry) for entry in book.entries.values()],
            "statistics": _statistics(book),
        }
    )


def _article(article: Article, book: Book) -> dict[str, Any]:
    mentions = book.coverage.get(article.id, ())
    return {
        "article": article.id,
        "lang": article.lang,
        "sha256": article.sha256,
        "date_published": article.date_published.edtf,
        "coverage": coverage_record(mentions),
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


def _statistics(book: Book) -> dict[str, int]:
    """The numbers of `check`; an unproven fact stops the build, so none is published."""
    derived = sum(entry.fact.basis == "derived" for entry in book.entries.values())
    return {
        "facts": len(book.entries),
        "quoted": len(book.entries) - derived,
        "derived": derived,
        "unproven": 0,
    }
