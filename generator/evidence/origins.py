"""Which news agencies the articles name: two that name one may have a single origin.

In: articles. Out: names by article, in the order of the lexicon.
"""

import re
from collections.abc import Mapping

from generator.evidence.lexicon.lexicon import load_lexicon
from generator.model import Article


def origins_of(articles: Mapping[str, Article]) -> Mapping[str, tuple[str, ...]]:
    """By article id the agencies that its text names as words of their own, letter for letter."""
    return {name: _agencies_in(article) for name, article in articles.items()}


def _agencies_in(article: Article) -> tuple[str, ...]:
    names = load_lexicon(article.lang).agencies
    return tuple(
        name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", article.text)
    )
