"""Where a text turns to another statement, and which names go on: semicolons, the next sentence.

In: an article, the annotation of a figure, the names of its sentence. Out: the names behind a
semicolon; whether the measure itself is the subject there; whether the next sentence gives a noun
its name.
"""

from collections.abc import Sequence

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.quotes.locate import sentence_around
from generator.evidence.terms.measures import Measures
from generator.evidence.terms.names import Names, NameSpot
from generator.evidence.terms.settings import figure_token, measured_in
from generator.model import Entity

_NEAR, _FAR = 1, 8
"""Tokens from the beginning of a sentence within which it takes a noun up, and names it."""


def since_semicolon(
    article: AnnotatedArticle, annotation: Annotation, spots: Sequence[NameSpot]
) -> list[NameSpot]:
    """The names behind the last semicolon before the figure: there another statement begins."""
    tokens, token = article.lexed.tokens, figure_token(article, annotation)
    first, _ = sentence_around(article, annotation)
    marks = [at for at in range(first, token) if tokens[at].text == ";"]
    return [one for one in spots if marks and marks[-1] < one.first < token]


def first_comma(article: AnnotatedArticle, annotation: Annotation) -> int:
    """The first comma of the figure's sentence, or the figure."""
    tokens, token = article.lexed.tokens, figure_token(article, annotation)
    first, _ = sentence_around(article, annotation)
    return next((at for at in range(first, token) if tokens[at].text in {",", ";"}), token)


def is_own_statement(
    article: AnnotatedArticle, annotation: Annotation, measures: Measures | None, names: Names
) -> bool:
    """Behind a semicolon the measure itself is the subject, and nobody is named."""
    tokens, token = article.lexed.tokens, figure_token(article, annotation)
    clause = article.parts.clause_of(token)
    part = range(clause[0], token)
    if not part.start or tokens[part.start - 1].text != ";":
        return False
    pronouns = article.lexicon.owners.pronouns
    is_bare = not any(tokens[at].lower in pronouns for at in part)
    is_silent = not measured_in(article, measures, part, is_own=True)
    return is_bare and not is_silent and not names.find(article, *clause)


def is_named_next(
    article: AnnotatedArticle, annotation: Annotation, entity: Entity, names: Names
) -> bool:
    """The next sentence takes the noun up and names it: `Der Planet mit der Bezeichnung KV-9`."""
    _, last = sentence_around(article, annotation)
    is_end = last >= len(article.lexed.tokens)
    if is_end or any(not one.is_noun for one in names.find(article, 0, last)):
        return False
    spots = names.find(article, *article.parts.sentence_of(last))
    noun = next((one for one in spots if one.is_noun), None)
    named = [one for one in spots if not one.is_noun]
    is_near = noun is not None and noun.first <= last + _NEAR
    is_ours = bool(named) and entity.id in named[0].entities
    return is_near and is_ours and named[0].first <= last + _FAR
