"""Figures of a heading that a sentence of the article says again: that one is the one to quote."""

import re

from generator.evidence.annotate import AnnotatedArticle, Annotation

_CLOSED = re.compile(r"[.!?…:]\W*$")


def is_said_again(article: AnnotatedArticle, annotation: Annotation) -> bool:
    """It stands in a line that ends as no sentence does, and its amount in one that does."""
    if _is_closed(article, annotation):
        return False
    own = annotation.mention
    return any(
        (one.mention.value, one.mention.unit, one.mention.kind) == (own.value, own.unit, own.kind)
        and _is_closed(article, one)
        for one in article.annotations
    )


def _is_closed(article: AnnotatedArticle, annotation: Annotation) -> bool:
    text, start = article.text, annotation.mention.start
    first, stop = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    return _CLOSED.search(text[first : len(text) if stop < 0 else stop]) is not None
