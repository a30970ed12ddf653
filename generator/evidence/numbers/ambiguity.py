"""Signs and words beside a figure that may make it another number.

In: a figure among its tokens. Out: what stands there and what it may be: a misspelt scale, a sum,
letters of another script, a sign that nothing reads, marks of another language, a number broken in
two. It is never the end of the number in silence, and nothing is guessed.
"""

import functools
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance.DamerauLevenshtein import distance

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.digits import has_other_groups, has_other_marks, is_decimal
from generator.evidence.numbers.figures import ONE, Figure, LexedText, is_measured
from generator.evidence.numbers.measures import find_measure
from generator.evidence.numbers.numerals import parse_numeral
from generator.evidence.numbers.units import find_unit_after
from generator.evidence.text.tokens import Token, is_glued

Reading = Literal["sign", "scale", "sum", "script", "group", "broken", "length", "loss", "row"]
"""What the words may be: a sign that is not read, a scale, a sum, letters of another script, marks
of another language, a broken number, metres or millions, an amount below zero, numbers in a row."""
_LONG = 5
"""Shorter scale words have too many honest neighbours."""
_FAR = 5
_GROUP = 3
_LOOKALIKES = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "FULLWIDTH", "MATHEMATICAL")
_KNOWN_SIGNS = frozenset("\u00b4¨¯×÷¬←↑→↓↔↗↘►▶◄≤≥±≈°")
_SIGNS = frozenset({"Sm", "Sk", "Lm"})
_TILDES = frozenset("\u2053\u301c")
_DECIMALS = frozenset(".,")
_TEN, _ZERO = 10, "0"
_BRACKETS = frozenset("()[]")
_AROUND = 20
"""Words near a letter that may be millions, among which one may say what is counted."""
_NEIGHBOURS, _ALIKE = 40, 4
"""Words around, among which an amount of up to so many times the size says how marks are used."""
_PARTING = frozenset(":-/;|&→↗↘←")
"""Marks that may stand between two numbers and leave both whole."""


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """Words or signs beside a figure, and what they may be."""

    words: str
    reading: Reading


def _scale(lexed: LexedText, figure: Figure) -> str | None:
    """The word after the number, where it is nearly a scale, or one that is not read."""
    if hidden := _scale_behind_brackets(lexed, figure.core[1]):
        return hidden
    at = figure.core[1]
    at += lexed.lower(at) == "-" and is_glued(lexed.tokens, at)
    if at >= len(lexed.tokens) or lexed.tokens[at].kind != "word":
        return None
    unit, scales, token = figure.unit, lexed.lexicon.scales, lexed.tokens[at]
    if unit is not None and unit.kind != "noun" and unit.first <= at < unit.last:
        return None
    is_priced = unit is not None and unit.last <= figure.core[1]
    if token.lower in scales.doubtful and not is_priced:
        return token.text
    is_letter = token.text in scales.doubtful_letters
    return token.text if is_letter or _is_slip(token.lower, lexed.lexicon) else None


@functools.lru_cache(maxsize=8192)
def _is_slip(word: str, lexicon: Lexicon) -> bool:
    """Whether one letter parts the word from a scale; remembered, since texts repeat words."""
    scales = lexicon.scales
    if len(word) < _LONG or word in scales.words or word in lexicon.numerals.values:
        return False
    long = (scale for scale in scales.words if len(scale) >= _LONG)
    is_near = any(distance(word, scale, score_cutoff=1) <= 1 for scale in long)
    return is_near and word not in scales.not_scales


def _sum(lexed: LexedText, figure: Figure) -> str | None:
    """`5 x 6`: the sign between two numbers, neither of which is the count."""
    tokens, sums = lexed.tokens, lexed.lexicon.numerals.sums
    for sign, other in (
        (figure.core[1], figure.core[1] + 1),
        (figure.first - 1, figure.first - 2),
        (figure.core[0] - 1, figure.core[0] - 2),
    ):
        if lexed.lower(sign) not in sums or other < 0 or not _is_number(lexed, other):
            continue
        # `12 +5 %` has a sign and `12* 5` a footnote; a sum has the same gap on both sides.
        if tokens[sign].kind == "word" or is_glued(tokens, sign) == is_glued(tokens, sign + 1):
            return tokens[sign].text
    return None


def _is_number(lexed: LexedText, at: int) -> bool:
    if at >= len(lexed.tokens):
        return False
    return lexed.tokens[at].kind == "number" or lexed.lower(at) in lexed.lexicon.numerals.values


def _script(lexed: LexedText, figure: Figure) -> str | None:
    """A word near the number that mixes scripts: it may be a hedge that only looks like one."""
    start, has_dot = max(0, figure.first - _FAR), lexed.lower(figure.first - 1) == "."
    for at, token in enumerate(lexed.tokens[start : figure.last + _FAR], start):
        if token.text.isascii() or token.kind != "word":
            continue
        scripts = _scripts(token.text)
        is_strange = not scripts.isdisjoint(_LOOKALIKES)
        is_beside = figure.first - at == 1 + has_dot and len(token.text) > 1
        if is_strange and ("LATIN" in scripts or is_beside):
            return token.text
    return None


@functools.lru_cache(maxsize=8192)
def _scripts(word: str) -> frozenset[str]:
    """The scripts of a word's letters, by the first word of their names."""
    return frozenset(unicodedata.name(letter, "").partition(" ")[0] for letter in word)


def _sign(lexed: LexedText, figure: Figure) -> str | None:
    """A sign written onto the number that no lexicon knows, or that joins it to another."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    first, last = figure.first, figure.last
    if is_glued(tokens, first) and tokens[first - 1].kind == "mark":
        left = tokens[first - 1].text
        is_known = lexicon.hedges.before.before(tokens, first) is not None
        if _is_strange(left) and not is_known:
            return left
        if is_glued(tokens, first - 1) and _joins(tokens, first - 2, left):
            return f"{tokens[first - 2].text}{left}"
    end = figure.core[1]
    if is_glued(tokens, end) and tokens[end].text == "-" and _hangs(lexed, end):
        return "-"
    if not is_glued(tokens, last) or tokens[last].kind != "mark":
        return None
    right = tokens[last].text
    if _is_strange(right):
        return right
    is_joined = is_glued(tokens, last + 1) and tokens[last + 1].kind == "number"
    is_joined = is_joined and right not in _PARTING
    return f"{right}{tokens[last + 1].text}" if is_joined else None


def _joins(tokens: Sequence[Token], other: int, mark: str) -> bool:
    """Whether the mark between makes one of two: `3·2`, and `O,5` with its letter."""
    if tokens[other].kind == "number":
        return mark not in _PARTING and mark not in _BRACKETS
    return mark in _DECIMALS and tokens[other].kind == "word"


def _hangs(lexed: LexedText, at: int) -> bool:
    """A minus behind the number, as in accounts, and no hyphen that a word takes up again."""
    following = lexed.lower(at + 1)
    return not is_glued(lexed.tokens, at + 1) and following not in lexed.lexicon.hanging


def _is_strange(sign: str) -> bool:
    if sign.isascii() or len(sign) > 1 or sign in _KNOWN_SIGNS:
        return False
    return unicodedata.category(sign) in _SIGNS or sign in _TILDES


def _scale_behind_brackets(lexed: LexedText, at: int) -> str | None:
    """Words in brackets between the number and a scale: `320 (restated) million`."""
    tokens = lexed.tokens
    if lexed.lower(at) not in {"(", "["}:
        return None
    for end in range(at + 1, min(at + _FAR, len(tokens) - 1)):
        if tokens[end].text in {")", "]"}:
            is_scale = tokens[end + 1].lower in lexed.lexicon.scales.words
            return "".join(one.text for one in tokens[at : end + 1]) if is_scale else None
    return None


def _marks(lexed: LexedText, figure: Figure) -> str | None:
    """A numeral whose marks are groups in another language: `€1.500` in English."""
    lexicon, unit = lexed.lexicon, figure.unit
    for token in lexed.tokens[figure.core[0] : figure.core[1]]:
        if token.kind != "number":
            continue
        if has_other_groups(token.text, lexicon) and figure.scale > ONE:
            return token.text
        is_ratio = unit is not None and unit.kind == "ratio"
        is_open = figure.scale == ONE and not is_ratio and has_other_marks(token.text, lexicon)
        if unit is None and abs(figure.value or ONE) < _TEN and not token.text.endswith(_ZERO):
            continue  # a mark, a grade or an index: nothing is counted in so few and a thousandth
        if is_open and not _has_decimals_near(lexed, figure):
            return token.text
    return None


def _has_decimals_near(lexed: LexedText, figure: Figure) -> bool:
    """The words around write an amount of that size with the same mark: `2,35 Euro … 3,885`."""
    tokens, lexicon, size = lexed.tokens, lexed.lexicon, abs(figure.value or ONE)
    low, high = max(0, figure.first - _NEIGHBOURS), figure.last + _NEIGHBOURS
    for at, token in enumerate(tokens[low:high], low):
        if token.kind != "number" or not is_decimal(token.text, lexicon):
            continue
        value, unit = parse_numeral(token.text, lexicon), find_measure(tokens, at + 1, lexicon)
        is_amount = unit is None or unit.kind != "ratio"
        if value and is_amount and size / _ALIKE <= value <= size * _ALIKE:
            return True
    return False


def _broken(lexed: LexedText, figure: Figure) -> str | None:
    """One number in two parts, a blank or a line's end behind its mark: `12, 5 Millionen`."""
    tokens, first, end = lexed.tokens, figure.core[0], figure.core[1]
    if first == figure.first and _is_broken(lexed, first - 2, first):
        return f"{tokens[first - 2].text}{tokens[first - 1].text}"
    if first and tokens[first].text[0] in _DECIMALS and tokens[first - 1].kind == "number":
        return tokens[first - 1].text
    is_number = end <= len(tokens) and tokens[end - 1].kind == "number"
    if is_number and _is_broken(lexed, end - 1, end + 1):
        return f"{tokens[end].text} {tokens[end + 1].text}"
    is_parted = is_number and end < len(tokens) and tokens[end].kind == "number"
    return tokens[end].text if is_parted and tokens[end].text[0] in _DECIMALS else None


def _is_broken(lexed: LexedText, left: int, right: int) -> bool:
    """Short numerals with a mark between that is written onto the first alone; no list of them."""
    tokens = lexed.tokens
    if left < 0 or right >= len(tokens) or tokens[left + 1].text not in _DECIMALS:
        return False
    if not all(_is_short(tokens[at]) for at in (left, right)):
        return False
    is_apart = is_glued(tokens, left + 1) and not is_glued(tokens, right)
    before, after = lexed.lower(left - 1) in _DECIMALS, right + 1
    is_listed = before and left > 1 and tokens[left - 2].kind == "number"
    goes_on = lexed.lower(after) in _DECIMALS or lexed.lexicon.ranges.and_.at(tokens, after)
    is_listed = is_listed or bool(goes_on and _is_number(lexed, after + 1))
    return is_apart and not is_listed


def _is_short(token: Token) -> bool:
    return token.kind == "number" and token.text.isdecimal() and len(token.text) <= _GROUP


def _length(lexed: LexedText, figure: Figure) -> str | None:
    """A letter that may be millions or a length, where nothing says what is counted."""
    tokens, scales, end = lexed.tokens, lexed.lexicon.scales, figure.core[1] - 1
    if figure.unit is not None or tokens[end].text not in scales.counting:
        return None
    near = range(max(0, figure.first - _AROUND), min(len(tokens), figure.last + _AROUND))
    is_counted = any(tokens[at].lower in scales.counted for at in near)
    is_counted = is_counted or any(_counts_in(lexed, at, tokens[end].text) for at in near)
    return None if is_counted or not is_glued(tokens, end) else tokens[end].text


def _counts_in(lexed: LexedText, at: int, letter: str) -> bool:
    """Another number with the same letter counts something: `1.72m carloads … 1.79m`."""
    tokens = lexed.tokens
    is_alike = (
        tokens[at].text == letter and is_glued(tokens, at) and tokens[at - 1].kind == "number"
    )
    unit = find_unit_after(tokens, at + 1, lexed.lexicon, lexed.nouns) if is_alike else None
    return unit is not None and not is_measured(lexed, at)


def _loss(lexed: LexedText, figure: Figure) -> str | None:
    """A number alone in brackets, its scale or its money outside: below zero in accounts."""
    tokens, (first, end) = lexed.tokens, figure.core
    if lexed.lower(first - 1) != "(" or lexed.lower(end) != ")":
        return None
    is_scaled = lexed.lower(end + 1) in lexed.lexicon.scales.words
    is_priced = first > 1 and tokens[first - 2].text in lexed.lexicon.money.symbols
    is_priced = is_priced and is_glued(tokens, first - 1)
    return "(" if is_scaled or is_priced else None


def _row(_: LexedText, figure: Figure) -> str | None:
    """Words that may be more of this number, or none of it."""
    return figure.doubt


_CHECKS: tuple[tuple[Callable[[LexedText, Figure], str | None], Reading], ...] = (
    (_row, "row"),
    (_scale, "scale"),
    (_sum, "sum"),
    (_script, "script"),
    (_sign, "sign"),
    (_marks, "group"),
    (_broken, "broken"),
    (_length, "length"),
    (_loss, "loss"),
)


def find_ambiguity(lexed: LexedText, figure: Figure) -> Ambiguity | None:
    """The first thing that makes the number doubtful."""
    if figure.value is None or figure.is_ordinal:
        return None
    for check, reading in _CHECKS:
        if words := check(lexed, figure):
            return Ambiguity(words, reading)
    return None
