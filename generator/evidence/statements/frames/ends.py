"""The end of a stretch of time: what is so then is so on its last day.

In: an article with a time or a token. Out: whether words such as `at the end of` stand before it
or within it: `at the end of December`, `Ende 2025`, `Ende vergangenen Jahres`.
"""

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.statements.named_time import Time

_NEAR = 3
"""Words between: `at the end of the last year`."""


def is_end(date: Time, article: AnnotatedArticle) -> bool:
    """A month or a year, of which the text says the end."""
    if not article.lexicon.dates.ends.isdisjoint(date.words.lower().split()[:2]):
        return True
    return ends_before(article, article.tokens_in(*date.span)[0])


def ends_before(article: AnnotatedArticle, at: int) -> bool:
    """The end of what stands at the token, with no more than small words between."""
    lexicon = article.lexicon
    small = lexicon.hedges.articles | lexicon.verbs.of | lexicon.owners.genitive_articles
    for near in range(at - 1, max(at - 1 - _NEAR, -1), -1):
        word = article.lexed.lower(near)
        if word in lexicon.dates.ends:
            return True
        if word not in small:
            break
    return False
