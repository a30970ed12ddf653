"""Numbers that stand behind a name as somebody's age does: `Tom Airey, 58, who …`, `Airey (58)`."""

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.terms.capitals import is_name, start_of_run
from generator.evidence.terms.numerals import numeral_of

_YOUNGEST, _OLDEST = 16, 120
_SAID = 2
"""A comma and `who` before `is`."""
_MARKS = {",": {",", ".", ";", "”", '"'}, "(": {")"}}
"""What stands before the number, and what may stand behind it."""


def is_age(article: AnnotatedArticle, annotation: Annotation) -> bool:
    """A whole number alone between marks, right behind a name, or who `is` it."""
    mention, tokens, lower = annotation.mention, article.lexed.tokens, article.lexed.lower
    figure, value = numeral_of(article, annotation), annotation.mention.value
    if mention.unit or figure.noun or value is None or not 0 < value <= _OLDEST or value % 1:
        return False
    at, behind = figure.first - 1, figure.last
    if _is_said(article, at, behind) and value >= _YOUNGEST:
        return True
    if at < 1 or figure.last - figure.first != 1 or tokens[at].text not in _MARKS:
        return False
    first = article.parts.sentence_of(at)[0]
    start = start_of_run(tokens, first, at, article.lexicon)
    is_named = start < at and is_name(tokens, start, at, article.lexicon)
    ends = behind >= len(tokens) or tokens[behind].text in _MARKS[tokens[at].text]
    is_theirs = lower(at - 2) in article.lexicon.owners.pronouns  # `her skipper, 71, had`
    return ends and ((is_named and at - start > 1) or (is_theirs and value >= _YOUNGEST))


def _is_said(article: AnnotatedArticle, at: int, behind: int) -> bool:
    """`Tully, who is 66.`: nothing else follows of what they are."""
    lexicon, lower, tokens = article.lexicon, article.lexed.lower, article.lexed.tokens
    if at < _SAID or lower(at) not in lexicon.quantities.copulas or not _may_be(article, at - 1):
        return False
    ends = behind >= len(tokens) or tokens[behind].kind == "mark"
    start = start_of_run(tokens, article.parts.sentence_of(at)[0], at - _SAID, lexicon)
    return ends and start < at - _SAID


def _may_be(article: AnnotatedArticle, at: int) -> bool:
    """A comma and a relative pronoun."""
    is_relative = article.lexed.lower(at) in article.lexicon.relative
    return is_relative and article.lexed.tokens[at - 1].text == ","
