"""Whether a preposition of a difference only brings an amount along: `met 8,6 miljoen euro`.

In: a rule context and the first token of the figure, its hedge included. Out: yes or no. In Dutch
`met 5 procent` is a difference beside a word of movement, unless another figure has that word for
itself: `Met 29.700 uitleningen … een plus van 9 procent`, `valt met 8,6 miljoen een kwart duurder
uit`, `met 148 millimeter veel meer regen`. In English `by` names who does it: `signed by 300`.
"""

from generator.evidence.aspects.context import RuleContext
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.directions import direction_of
from generator.evidence.numbers.ellipsis import start_of
from generator.evidence.quotes.locate import span_between
from generator.model import RATIO_UNITS


def is_agent(context: RuleContext, first: int) -> bool:
    """`signed by upwards of 11,000 residents`: who does it, behind a verb that moves nothing."""
    lexed, lexicon = context.article.lexed, context.lexicon
    verb, moves = lexed.lower(first - 2), lexicon.changes.moves
    is_done = lexed.lower(first - 3) in lexicon.changes.passives and verb.isalpha()
    return is_done and not direction_of(verb, lexicon) and not fits_whole(moves, verb)


def is_brought(context: RuleContext, first: int) -> bool:
    """Another figure of the clause is the difference: `met 1.400 ton een tiende lager`."""
    article, lexicon, own = context.article, context.lexicon, context.annotation
    if own.mention.unit in RATIO_UNITS or not lexicon.nouns.closed_compounds:
        return False
    low, high = article.parts.clause_of(first)
    lower, comparatives = article.lexed.lower, lexicon.verbs.comparatives
    for one in article.within(*span_between(article, low, high)):
        figure = one.figure
        if figure is None or one.core == own.core:
            continue
        end = max(figure.last, figure.unit.last if figure.unit else 0)
        if (figure.is_share or lower(end) in comparatives) and direction_of(lower(end), lexicon):
            return not one.is_level
        at = start_of(article.lexed, figure) - 1
        if lower(at) in lexicon.verbs.of and fits_whole(lexicon.changes.shifts, lower(at - 1)):
            return True
    return False


def is_only_more(context: RuleContext, at: int) -> bool:
    """`juist veel meer regen`: a comparative that a word of size measures, and no figure."""
    lexicon, lower = context.lexicon, context.article.lexed.lower
    is_sized = lower(at) in lexicon.verbs.comparatives and lower(at - 1) in lexicon.adverbs.sizes
    return is_sized and context.annotation.mention.unit not in RATIO_UNITS
