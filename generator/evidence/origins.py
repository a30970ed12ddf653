"""Which news agencies the articles name: two that name one may have a single origin.

In: articles, or a passage of one. Out: names by article, or beside the passage, in the order of
the lexicon.
"""

import re
from collections.abc import Mapping

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.lexicon.lexicon import load_lexicon
from generator.evidence.quotes.locate import span_between
from generator.model import Article


def origins_of(articles: Mapping[str, Article]) -> Mapping[str, tuple[str, ...]]:
    """By article id the agencies that its text names as words of their own, letter for letter."""
    return {name: _agencies_in(one.text, one.lang) for name, one in articles.items()}


def origins_beside(article: AnnotatedArticle, start: int, end: int) -> tuple[str, ...]:
    """The agencies that a passage's sentence names, or the sentence before or after it.

    A sentence of another paragraph is not beside it.
    """
    first, last = article.tokens_in(start, end)
    if first >= last:
        return ()
    tokens, parts, layout = article.lexed.tokens, article.parts, article.folded.layout
    first, last = parts.sentence_of(first)[0], parts.sentence_of(last - 1)[1]
    if first and "\n" not in layout[tokens[first - 1].end : tokens[first].start]:
        first = parts.sentence_of(first - 1)[0]
    if last < len(tokens) and "\n" not in layout[tokens[last - 1].end : tokens[last].start]:
        last = parts.sentence_of(last)[1]
    left, right = span_between(article, first, last)
    return _agencies_in(article.text[left:right], article.lang)


def _agencies_in(text: str, lang: str) -> tuple[str, ...]:
    names = load_lexicon(lang).agencies
    return tuple(
        name
        for name in names
        if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    )
