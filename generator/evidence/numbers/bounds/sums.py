"""Whether a bare number is money, as another one in its sentence is.

In: two figures that follow each other. Out: the second with the money of the first (`43 million
euros, after 82 million in 2023`), or whether the first has that of the second (`212.000 von
benötigten 300.000 Euro`, `5,50 statt bisher 5 Euro`). Never where a noun of its own follows.
"""

from dataclasses import replace
from decimal import Decimal

from generator.evidence.numbers.ellipsis import is_bare, is_compared, is_number, start_of, unit_of
from generator.evidence.numbers.figures import Figure, LexedText

_MILLION = Decimal(1_000_000)
_LONGEST_LINK = 4


def share_money(lexed: LexedText, left: Figure, right: Figure) -> tuple[Figure, Figure]:
    """Both figures, the bare one with the money of the other."""
    if right.unit is None and right.implied is None:
        return left, _with_money(lexed, left, right)
    return (replace(left, implied=right.unit) if _is_of_sum(lexed, left, right) else left), right


def _with_money(lexed: LexedText, left: Figure, right: Figure) -> Figure:
    """`43 million euros, after 82 million in 2023 and 77 million the year before`."""
    unit = unit_of(left)
    if unit is None or unit.kind != "money" or right.scale < _MILLION or not is_number(right):
        return right
    at = start_of(lexed, right)
    is_joined = lexed.lower(at - 1) == "," or lexed.lexicon.ranges.and_.before(lexed.tokens, at)
    is_alike = right.scale == left.scale and _is_free(lexed, right.core[1])
    if is_compared(lexed, right) or (is_joined and is_bare(lexed, right.core[1])) or is_alike:
        return replace(right, implied=unit)
    return right


def _is_of_sum(lexed: LexedText, left: Figure, right: Figure) -> bool:
    """`212.000 von benötigten 300.000 Euro`, `5,50 statt 6 Euro`: the money of both."""
    is_left_bare = left.unit is None and left.implied is None and is_number(left)
    if not is_left_bare or right.unit is None or right.unit.kind != "money" or left.is_share:
        return False
    if right.unit.first < right.first or not is_number(right) or right.scale != left.scale:
        return False
    numerals, between = lexed.lexicon.numerals, range(left.last, right.first)
    if not 0 < len(between) <= _LONGEST_LINK:
        return False
    instead = numerals.insteads.at(lexed.tokens, between.start)
    is_of = lexed.lower(between.start) in lexed.lexicon.verbs.of and (left.value or 0) < (
        right.value or 0
    )
    rest = range(instead[1] if instead else between.start + 1, between.stop)
    is_linked = instead is not None or is_of
    return is_linked and all(lexed.tokens[at].text.islower() for at in rest)


def _is_free(lexed: LexedText, at: int) -> bool:
    """No noun follows: where nouns have capitals, any other word or an end."""
    if lexed.lexicon.titles.capitalised or is_bare(lexed, at):
        return is_bare(lexed, at)
    return lexed.tokens[at].text.islower()
