"""Numbers in a row that the grammar could not read as one: each is marked, none is guessed at.

In: figures in order. Out: the same figures; those that may be parts of one number have a `doubt`,
the words of both. A person decides: `one million two million`, `fifteen hundred thousand`, `several
hundred and fifty`. Numbers apart (`two, three and four people`) and the number of a compound
(`two ten-euro notes`) are no such row.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.evidence.numbers.figures import ONE, Figure, LexedText, scale_at, words_of
from generator.evidence.numbers.fractions import skip_hyphen
from generator.evidence.numbers.grammar import TENS, UNITS

_TWENTY, _HUNDRED, _THOUSAND = Decimal(20), Decimal(100), Decimal(1000)


def mark_neighbours(lexed: LexedText, figures: Sequence[Figure]) -> list[Figure]:
    """All figures, those beside what may be more of their number marked."""
    marked: list[Figure] = []
    for figure in figures:
        left, end = marked[-1] if marked else None, figure.core[1]
        if left and (_is_row(lexed, left, figure) or _is_inverted(lexed, left, figure)):
            doubt = words_of(lexed, left.first, end)
            marked[-1:] = replace(left, doubt=doubt), replace(figure, doubt=doubt)
            continue
        loose = _loose_before(lexed, figure, left.last if left else 0)
        if loose is not None:
            marked.append(replace(figure, doubt=words_of(lexed, loose, end)))
        elif _is_left_over(lexed, figure):
            marked.append(replace(figure, doubt=words_of(lexed, figure.first, end + 1)))
        else:
            marked.append(figure)
    return marked


def _is_row(lexed: LexedText, left: Figure, right: Figure) -> bool:
    """Two numbers without a unit, a mark or a word between them."""
    if left.last != right.first or not (_is_plain(left) and _is_plain(right)):
        return False
    has_units = left.unit is not None and left.unit.first < left.last and right.unit is not None
    if has_units or not lexed.is_one_sentence(left.first, right.first):
        return False
    end = right.core[1]
    is_compound = skip_hyphen(lexed, end) > end or (right.unit and right.unit.first < end)
    if is_compound and left.scale == ONE and (left.value or ONE) < _TWENTY:
        return False
    return left.scale > ONE or (left.is_word and right.is_word)


def _is_inverted(lexed: LexedText, left: Figure, right: Figure) -> bool:
    """`drei und zwanzig Prozent`: two numbers, or units before tens."""
    ranges = lexed.lexicon.ranges
    link = ranges.and_.at(lexed.tokens, left.last)
    if link is None or link[1] != right.first or lexed.lexicon.numerals.tens_first:
        return False
    is_pair = left.is_word and right.is_word and left.value in UNITS and right.value in TENS
    return is_pair and not ranges.between.before(lexed.tokens, left.first)


def _is_plain(figure: Figure) -> bool:
    return not figure.is_name and not figure.is_ordinal


def _loose_before(lexed: LexedText, figure: Figure, taken: int) -> int | None:
    """The first token of what belongs to no number and may begin this one: `hundred and fifty`."""
    if not figure.is_word or figure.value is None:
        return None
    link = lexed.lexicon.ranges.and_.before(lexed.tokens, figure.first)
    at = (link[1] if link else figure.first) - 1
    if at < taken or not lexed.is_one_sentence(at, figure.first):
        return None
    word, numerals = lexed.lower(at), lexed.lexicon.numerals
    if link is None and word in numerals.points:
        return at
    factor = lexed.lexicon.scales.words.get(word, Decimal(0))
    is_near = link is None or (factor <= _THOUSAND and figure.value < _HUNDRED)
    return at if factor > abs(figure.value) and is_near else None


def _is_left_over(lexed: LexedText, figure: Figure) -> bool:
    """A scale word follows that does not multiply the number: `fifteen hundred thousand`."""
    end = figure.core[1]
    is_own = figure.unit is not None and figure.unit.first <= end < figure.unit.last
    is_free = figure.value is not None and _is_plain(figure) and not is_own
    return is_free and scale_at(lexed, end, is_first=False) is not None
