"""Words of measures that a figure passes over: the whole of a share, its own deed, idle ones.

In: a sentence, a figure in it, a spot. Out: whether the spot is out of the figure's way.
"""

from generator.evidence.terms.governing import Sentence
from generator.evidence.terms.numerals import Numeral
from generator.evidence.terms.vocabulary import Spot

_FARTHEST_WHOLE = 3


def is_whole(sentence: Sentence, figure: Numeral, spot: Spot, own: Spot) -> bool:
    """It is what a share is of, and the predicate says the rest: `40 % of members are women`."""
    words, owners = sentence.lexicon.quantities, sentence.lexicon.owners
    before = [one.lower for one in sentence.tokens[figure.last : spot.first]]
    if not figure.last <= spot.first <= figure.last + _FARTHEST_WHOLE or own.first < spot.last:
        return False
    if not all(
        one in owners.possessives or one in owners.pronouns or one in words.articles
        for one in before
    ):
        return False
    between = sentence.tokens[spot.last : own.first]
    is_one = not any(spot.last <= one.first < own.first for one in sentence.figures)
    is_whole_clause = is_one and all(one.text not in {",", ";", ":"} for one in between)
    return is_whole_clause and any(one.lower in words.copulas for one in between[-3:])


def is_doer(sentence: Sentence, figure: Numeral, spot: Spot) -> bool:
    """The figure counts who does the deed: `12 firefighters rescued 3 people`."""
    tokens, words = sentence.tokens, sentence.lexicon.quantities
    if not figure.noun or not tokens[spot.first].text.islower() or spot.first in figure.noun:
        return False
    if figure.first and tokens[figure.first - 1].lower in words.company:
        return True
    is_closed = sentence.lexicon.nouns.closed_compounds
    if spot.first == figure.end:
        behind = spot.last
    elif is_closed and spot.last == figure.first:
        behind = figure.end
    else:
        return False
    if behind >= len(tokens):
        return False
    has_figure = any(one.first == behind for one in sentence.figures)
    return has_figure or (is_closed and tokens[behind].lower in words.articles)


def is_idle(sentence: Sentence, figure: Numeral, spot: Spot) -> bool:
    """It only says that a duration is one: `zwei Stunden lang`."""
    token = sentence.tokens[spot.first]
    return spot.first == figure.end and token.text in sentence.lexicon.quantities.idle
