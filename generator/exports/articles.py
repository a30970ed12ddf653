"""The records of the articles with their coverage: `articles.json`.

In: the book. Out: bytes. Holds our words about the articles, never their text.
"""

from collections.abc import Sequence
from typing import Any

from generator.exports.facts import to_json
from generator.ledger import coverage_counts
from generator.model import Article, Book, CoveredMention


def articles_json(book: Book) -> bytes:
    """One record an article, in order of publication."""
    return to_json([_record(article, book) for article in book.articles.values()])


def coverage_record(mentions: Sequence[CoveredMention]) -> dict[str, int]:
    """How many mentions an article has, by what accounts for them."""
    covered, ignored, still_open = coverage_counts(mentions)
    return {
        "mentions": len(mentions),
        "covered": covered,
        "ignored": ignored,
        "open": still_open,
    }


def _record(article: Article, book: Book) -> dict[str, Any]:
    licence = article.license
    return {
        "id": article.id,
        "path": article.path,
        "sha256": article.sha256,
        "lang": article.lang,
        "title": dict(article.title),
        "producer": article.producer,
        "author": article.author,
        "date_published": article.date_published.edtf,
        "date_basis": article.date_basis,
        "reason": dict(article.reason),
        "url_main": article.url_main,
        "date_accessed": article.date_accessed.edtf if article.date_accessed else None,
        "license": {"name": licence.name, "url": licence.url} if licence else None,
        "summary": dict(article.summary),
        "ignored": [{"exact": i.exact, "reason": dict(i.reason)} for i in article.ignored],
        "coverage": coverage_record(book.coverage.get(article.id, ())),
        "url": f"sources/{article.id}/",
    }
