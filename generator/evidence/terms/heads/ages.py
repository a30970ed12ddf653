"""Numbers that stand behind a name as somebody's age does: `Tom Airey, 58, who …`, `Airey (58)`."""

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.terms.capitals import is_name, start_of_run
from generator.evidence.terms.numerals import numeral_of

_YOUNGEST, _OLDEST = 16, 120
_MARKS = {",": {",", ".", ";", "”", '"'}, "(": {")"}}
"""What stands before the number, and what may stand behind it."""


def is_age(article: AnnotatedArticle, annotation: Annotation) -> bool:
    """A whole number alone between marks, right behind a name."""
    mention, tokens, lower = annotation.mention, article.lexed.tokens, article.lexed.lower
    figure, value = numeral_of(article, annotation), annotation.mention.value
    if mention.unit or figure.noun or value is None or not 0 < value <= _OLDEST or value % 1:
        return False
    at, behind = figure.first - 1, figure.last
    if at < 1 or figure.last - figure.first != 1 or tokens[at].text not in _MARKS:
        return False
    first = article.parts.sentence_of(at)[0]
    start = start_of_run(tokens, first, at, article.lexicon)
    is_named = start < at and is_name(tokens, start, at, article.lexicon)
    ends = behind >= len(tokens) or tokens[behind].text in _MARKS[tokens[at].text]
    is_theirs = lower(at - 2) in article.lexicon.owners.pronouns  # `her skipper, 71, had`
    return ends and ((is_named and at - start > 1) or (is_theirs and value >= _YOUNGEST))
