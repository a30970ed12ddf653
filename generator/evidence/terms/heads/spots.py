"""Which names and nouns of a sentence may be those of an entity at all.

In: an article, the annotation of a figure, the words of measures, an entity, a name that was found.
Out: whether the name is the entity's, and no part of somebody else's: `the supplier of Airbus`;
the forms of the nouns by which articles call the entity.
"""

import functools

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.lexicon.lemmas import forms_of
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.quotes.locate import sentence_around
from generator.evidence.terms.measures import Measures
from generator.evidence.terms.names import NameSpot, nouns_in, proper_names
from generator.evidence.terms.numerals import numeral_of
from generator.evidence.terms.relatives import (
    is_giver,
    is_left_out,
    is_of_institution,
    is_of_other,
)
from generator.evidence.terms.settings import measured_in
from generator.model import Entity


def is_of_anybody(
    article: AnnotatedArticle,
    annotation: Annotation,
    measures: Measures | None,
    spot: NameSpot,
    *,
    entity: Entity,
) -> bool:
    """No noun of another entity, and no name that is a part of somebody else's."""
    if entity.id not in spot.entities:
        return not spot.is_noun
    tokens, lexicon = article.lexed.tokens, article.lexicon
    sentence, name = range(*sentence_around(article, annotation)), spot.tokens
    skipped = {*numeral_of(article, annotation).noun, *measured_in(article, measures, sentence)}
    is_other = is_of_other(tokens, name, lexicon, called_by(article, entity), skipped)
    if is_other or is_giver(tokens, spot.first, lexicon):
        return False
    if spot.is_noun:
        # "Norfield's French twin town": in German it would be one word.
        is_apart = lexicon.titles.capitalised and spot.first > 0
        return not (is_apart and tokens[spot.first - 1].lower in lexicon.owners.kin)
    nouns = nouns_in(entity, article.lang)
    own, has_nouns = " ".join((*proper_names(entity), *nouns)).lower(), bool(nouns)
    is_else = is_of_institution(tokens, name, lexicon, own, has_nouns=has_nouns)
    return not is_else and not is_left_out(tokens, name, lexicon)


def called_by(article: AnnotatedArticle, entity: Entity) -> frozenset[str]:
    """The nouns by which articles call it, in every form."""
    return _forms(tuple(nouns_in(entity, article.lang)), article.lexicon)


@functools.lru_cache(maxsize=512)
def _forms(nouns: tuple[str, ...], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form for noun in nouns for form in forms_of(noun, lexicon))
