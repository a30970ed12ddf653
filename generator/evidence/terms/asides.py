"""Words of measures that a figure passes over: in an apposition, the whole of a share, idle ones.

In: a sentence, a figure in it, a spot. Out: whether the spot is out of the figure's way.
"""

from generator.evidence.terms.governing import Sentence
from generator.evidence.terms.numerals import Numeral
from generator.evidence.terms.vocabulary import Spot

_FARTHEST_WHOLE = 3
_SHORTEST_APPOSITION = 3


def is_in_apposition(sentence: Sentence, figure: Numeral, spot: Spot) -> bool:
    """It explains the measure before it: `the leverage, the ratio of debt to profit, fell to 2`."""
    opening = max((one.last for one in sentence.spots if _begins(sentence, one, spot)), default=-1)
    tokens = sentence.tokens
    if opening < 0 or not spot.last <= figure.first:
        return False
    end = next((at for at in range(spot.last, figure.first) if tokens[at].text == ","), None)
    if end is None or end - opening <= _SHORTEST_APPOSITION:
        return False
    is_list = any(one.text == "," for one in tokens[opening + 1 : spot.first])
    is_over = tokens[end + 1].lower not in sentence.lexicon.quantities.cuts
    return (
        is_over and not is_list and not any(opening < one.first < end for one in sentence.figures)
    )


def _begins(sentence: Sentence, head: Spot, spot: Spot) -> bool:
    """Behind the head stand a comma, an article and a noun that is no measure of its own."""
    at, tokens = head.last, sentence.tokens
    if not at + 2 < spot.first or tokens[at].text != ",":
        return False
    is_led = tokens[at + 1].lower in sentence.lexicon.quantities.articles
    return is_led and not any(one.first == at + 2 for one in sentence.spots)


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


def is_idle(sentence: Sentence, figure: Numeral, spot: Spot) -> bool:
    """It only says that a duration is one: `zwei Stunden lang`."""
    token = sentence.tokens[spot.first]
    return spot.first == figure.end and token.text in sentence.lexicon.quantities.idle
