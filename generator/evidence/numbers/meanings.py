"""Units whose words mean several things, settled by the words around the figure.

In: a figure among its tokens. Out: the figure with what its unit means here: a pound of money or of
weight, points of an index or of a share of votes. Where no word says which, both remain choices and
a person decides.
"""

from dataclasses import replace
from decimal import Decimal

from generator.evidence.numbers.figures import Figure, LexedText
from generator.evidence.numbers.measures import FoundUnit

_AROUND = 15
_MOST_OF_WEIGHT = Decimal(1_000_000)
_ENDS = frozenset(".!?")


def settle(lexed: LexedText, figure: Figure) -> Figure:
    """The figure, its unit as the words around use it."""
    unit = figure.unit
    if unit is None:
        return figure
    word = lexed.lower(unit.first)
    if unit.kind == "money" and word in lexed.lexicon.money.weights and unit.last == unit.first + 1:
        return replace(figure, unit=_pound(lexed, figure, unit))
    is_points = unit.kind == "noun" and word in lexed.lexicon.measures.points
    if (
        is_points
        and _is_near(lexed, figure, lexed.lexicon.shares.votes)
        and not _is_index(lexed, figure)
    ):
        return replace(figure, unit=replace(unit, code="pp", kind="ratio"))
    return figure


def _is_index(lexed: LexedText, figure: Figure) -> bool:
    """Points of an index, though a survey is named beside it."""
    near = lexed.tokens[max(0, figure.first - _AROUND) : figure.last + _AROUND]
    return any(token.lower.endswith(lexed.lexicon.shares.indexes) for token in near)


def _pound(lexed: LexedText, figure: Figure, unit: FoundUnit) -> FoundUnit:
    """A pound is one of weight or of money, or both where nothing says which."""
    money = lexed.lexicon.money
    weight = money.weights[lexed.lower(unit.first)]
    if figure.scale >= _MOST_OF_WEIGHT:
        return unit
    if _is_near(lexed, figure, money.weighing) or _weighs(lexed, unit):
        return replace(unit, code=weight, kind="measure")
    is_paid = _is_near(lexed, figure, money.paying)
    return unit if is_paid else replace(unit, choices=(unit.code, weight))


def _weighs(lexed: LexedText, unit: FoundUnit) -> bool:
    """What is weighed stands behind: `5 pounds of flour`, `5 Pfund Mehl`."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    at = unit.last
    is_of = lexed.lower(at) in lexicon.verbs.of
    at += is_of
    if at >= len(tokens) or tokens[at].kind != "word" or tokens[at].lower in lexicon.nouns.stops:
        return False
    has_capital = tokens[at].text[0].isupper()
    # Where every noun has a capital, one right behind the unit is what is weighed.
    return not has_capital if is_of else has_capital and not lexicon.titles.capitalised


def _is_near(lexed: LexedText, figure: Figure, words: frozenset[str]) -> bool:
    """One of the words stands around the figure, in its sentence."""
    if not words:
        return False
    for step in (-1, 1):
        at = figure.first - 1 if step < 0 else figure.last
        for _ in range(_AROUND):
            if not 0 <= at < len(lexed.tokens) or lexed.tokens[at].text in _ENDS:
                break
            if lexed.tokens[at].lower in words:
                return True
            at += step
    return False
