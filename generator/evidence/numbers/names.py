"""Digits that are no quantity: names (`SU7`, `LM-7B`), versions, ordinals.

In: tokens and the index of a numeral. Out: whether it belongs to a name, and how far the name
reaches. A name is found by its spelling alone; no list of products is kept.
"""

from collections.abc import Sequence

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.numerals import parse_fraction, parse_numeral
from generator.evidence.text.tokens import Token, is_glued

_TELEPHONE_MARKS = frozenset("-/()+.:")
_MOST_GROUPS = 8
"""Of one telephone number; what goes on longer is a table."""
_JOINING = frozenset("-_.&+")
_SMALL = 10
_SHORT = 2


def is_name(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether the numeral is glued to letters that are neither currency, scale, unit nor ending."""
    return _is_glued_left(tokens, index, lexicon) or _is_glued_right(tokens, index, lexicon)


def _is_glued_left(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    if not is_glued(tokens, index):
        return False
    left = tokens[index - 1]
    if left.kind == "word":
        return not (
            left.text in lexicon.codes.sure
            or (left.lower,) in lexicon.money.words.meanings
            or lexicon.money.signs.before(tokens, index)
        )
    if left.text in _JOINING and is_glued(tokens, index - 1):
        before = tokens[index - 2]
        if left.text == "-" and before.kind == "word":
            return (before.lower,) not in lexicon.money.words.meanings
        return left.text in "_." and before.kind == "word"
    return False


def _is_glued_right(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    if not is_glued(tokens, index + 1) or tokens[index + 1].kind != "word":
        return _is_joined_right(tokens, index)
    right = tokens[index + 1]
    scales, money, measures = lexicon.scales, lexicon.money, lexicon.measures
    if right.text in scales.glued:
        value = parse_numeral(tokens[index].text, lexicon)
        is_priced = index > 0 and tokens[index - 1].text in "$€£¥"
        is_small = value is not None and value < _SMALL
        return right.text in scales.name_letters and is_small and not is_priced
    if right.lower in scales.words or right.lower in lexicon.numerals.ordinal_suffixes:
        return False
    tables = (money.words, measures.names, measures.signs, money.signs, lexicon.coins)
    if any(table.at(tokens, index + 1) for table in tables) or parse_fraction(right.text):
        return False
    return not any(right.lower.startswith(ending) for ending in lexicon.endings)


def _is_joined_right(tokens: Sequence[Token], index: int) -> bool:
    """`2021_a` or a slash between numbers that make no fraction."""
    if not (is_glued(tokens, index + 1) and is_glued(tokens, index + 2)):
        return False
    mark, after = tokens[index + 1].text, tokens[index + 2]
    if mark == "/" and after.kind == "number":
        return parse_fraction(f"{tokens[index].text}/{after.text}") is None
    return mark == "_"


def name_extent(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """The first token of the name around `index`, and the one after its last."""
    first, last = index, index + 1
    while _joins(tokens, first, first - 1):
        first -= 1
    while last < len(tokens) and _joins(tokens, last, last):
        last += 1
    while last - 1 > index and tokens[last - 1].kind == "mark":
        last -= 1
    while first < index and tokens[first].kind == "mark":
        first += 1
    return first, last


def _joins(tokens: Sequence[Token], gap: int, candidate: int) -> bool:
    """Whether the candidate, beside the gap before token `gap`, belongs to the same run."""
    if candidate < 0 or not is_glued(tokens, gap):
        return False
    token = tokens[candidate]
    return token.kind != "mark" or token.text in _JOINING or token.text == "/"


def ends_ordinal(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> int:
    """The index after an ordinal's mark (`3rd`, `3. Platz`); zero where it is none."""
    right = index + 1
    if not is_glued(tokens, right):
        return 0
    if tokens[right].lower in lexicon.numerals.ordinal_suffixes:
        return right + 1
    is_short = tokens[right].text == "." and len(tokens[index].text) <= _SHORT
    if (
        is_short
        and right + 1 < len(tokens)
        and tokens[right + 1].text in lexicon.numerals.ordinal_nouns
    ):
        return right + 1
    return 0


def ends_telephone(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> int:
    """The index after a telephone number that begins here; zero where none does."""
    left = index - 1
    while left >= max(0, index - _MOST_GROUPS) and tokens[left].text in _TELEPHONE_MARKS:
        left -= 1
    is_named = left >= 0 and tokens[left].lower in lexicon.titles.telephones
    last, count = index + 1, 1
    while count < _MOST_GROUPS and (following := _next_group(tokens, last)) is not None:
        last, count = following + 1, count + 1
    text = tokens[index].text
    is_local = text.startswith("0") and len(text) > _SHORT and count > 1
    is_abroad = is_glued(tokens, index) and tokens[left + 1].text == "+" and count > _SHORT
    is_dialled = text.isdigit() and (is_local or is_abroad)
    return last if is_named or is_dialled else 0


def _next_group(tokens: Sequence[Token], at: int) -> int | None:
    """The next digits of the same telephone number, a mark at most between."""
    at += at < len(tokens) and tokens[at].text in "-/"
    is_digits = at < len(tokens) and tokens[at].kind == "number"
    return at if is_digits and tokens[at].text.replace(" ", "").isdigit() else None
