"""Whether a preposition of a difference only brings an amount along: `met 8,6 miljoen euro`.

In: a rule context and the first token of the figure, its hedge included. Out: yes or no. In Dutch
`met 5 procent` is a difference beside a word of movement, unless another figure has that word for
itself: `Met 29.700 uitleningen … een plus van 9 procent`, `valt met 8,6 miljoen een kwart duurder
uit`, `met 148 millimeter veel meer regen`. In English `by` names who does it: `signed by 300`.
"""

from generator.evidence.aspects.context import RuleContext
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.directions import direction_of
from generator.evidence.quotes.locate import span_between
from generator.model import RATIO_UNITS


def is_agent(context: RuleContext, first: int) -> bool:
    """`signed by upwards of 11,000 residents`: who does it, behind a verb that moves nothing."""
    lexed, lexicon = context.article.lexed, context.lexicon
    verb, moves = lexed.lower(first - 2), lexicon.changes.moves
    is_done = lexed.lower(first - 3) in lexicon.changes.passives and verb.endswith(("ed", "en"))
    return is_done and not direction_of(verb, lexicon) and not fits_whole(moves, verb)


def has_own_amount(context: RuleContext, at: int) -> bool:
    """The word of movement at the token is measured by another figure, or by a word of size."""
    article, lexicon, own = context.article, context.lexicon, context.annotation
    if own.mention.unit in RATIO_UNITS:
        return False
    lower = article.lexed.lower
    if lower(at) in lexicon.verbs.comparatives and lower(at - 1) in lexicon.adverbs.sizes:
        return True
    sentence = context.statement.sentence
    for one in article.within(*span_between(article, sentence.start, sentence.stop)):
        figure = one.figure
        if figure is None or one.core == own.core:
            continue
        end = max(figure.last, figure.unit.last if figure.unit else 0)
        is_of = figure.first > at and lower(at + 1) in lexicon.verbs.of
        is_more = lower(at) in lexicon.verbs.comparatives or figure.is_share
        is_more = end == at and is_more and not one.is_level
        if is_more or (is_of and figure.first - at <= 2 + (one.hedge is not None)):
            return True
    return False
