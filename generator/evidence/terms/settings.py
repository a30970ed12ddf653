"""The surroundings of a figure by which its owner is found: its sentence, other figures, names.

In: an article, the annotation of a figure, the names of its sentence. Out: a `Setting`; a
`Described`; the tokens that are words of measures.
"""

from collections.abc import Sequence

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.quotes.locate import sentence_around, span_between
from generator.evidence.terms.attributes import Described
from generator.evidence.terms.measures import Measures
from generator.evidence.terms.names import Names, NameSpot
from generator.evidence.terms.numerals import numeral_of, numerals_in
from generator.evidence.terms.rivals import Setting
from generator.evidence.text.tokens import Token
from generator.model import Entity


def setting_of(
    article: AnnotatedArticle,
    annotation: Annotation,
    measures: Measures | None,
    spots: Sequence[NameSpot],
) -> Setting:
    """The figure among the words of its sentence."""
    sentence = range(*sentence_around(article, annotation))
    figure = numeral_of(article, annotation)
    is_time = annotation.mention.kind == "duration"
    others = numerals_in(article, sentence.start, sentence.stop, with_times=is_time)
    named = frozenset(at for one in spots if not one.is_noun for at in range(one.first, one.last))
    marked = article.within(*span_between(article, sentence.start, sentence.stop))
    spans = [article.tokens_in(one.mention.start, one.mention.end) for one in marked]
    measured = measured_in(article, measures, sentence)
    return Setting(
        *_around(article, annotation),
        max((one.end for one in others if one.end <= figure.first), default=sentence.start),
        min((one.first for one in others if one.first >= figure.end), default=sentence.stop),
        [range(one.first, one.end) for one in others],
        named,
        (frozenset(at for span in spans for at in range(*span)) | measured) - named,
    )


def figure_token(article: AnnotatedArticle, annotation: Annotation) -> int:
    """The first token of the figure."""
    return article.tokens_in(*annotation.core)[0]


def _around(
    article: AnnotatedArticle, annotation: Annotation
) -> tuple[Sequence[Token], Lexicon, range, range, range]:
    """The tokens and the lexicon; the figure's sentence, its clause, and itself with its noun."""
    figure, parts = numeral_of(article, annotation), article.parts
    at = figure_token(article, annotation)
    sentence, clause = range(*parts.sentence_of(at)), range(*parts.clause_of(at))
    tokens = article.lexed.tokens
    return tokens, article.lexicon, sentence, clause, range(figure.first, figure.end)


def described_in(
    article: AnnotatedArticle,
    annotation: Annotation,
    measures: Measures | None,
    entity: Entity,
    *,
    names: Names,
    found: Sequence[NameSpot],
) -> Described:
    """The words among which a name may only describe another one."""
    sentence = range(*sentence_around(article, annotation))
    figure = numeral_of(article, annotation)
    ours = {at for one in found if entity.id in one.entities for at in one.tokens}
    return Described(
        *_around(article, annotation),
        {*figure.noun, *measured_in(article, measures, sentence)},
        ours,
        names.lasts,
    )


def measured_in(
    article: AnnotatedArticle, measures: Measures | None, part: range, *, is_own: bool = False
) -> frozenset[int]:
    """The tokens that are words of measures; own: of the fact's."""
    if measures is None or not part:
        return frozenset()
    first, last = article.parts.sentence_of(part.start)  # read once, whatever part is asked for
    return frozenset(
        at
        for one in measures.find(article, first, max(last, part.stop))
        if one.bearing == "own" or not is_own
        for at in range(one.spot.first, one.spot.last)
        if at in part
    )
