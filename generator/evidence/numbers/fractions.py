"""Parts of one in words: `two point five`, `two and a half`, `three quarters of a million`.

In: tokens and the index of a number or of a part. Out: a value and the index after it, or None. A
part without an end in digits (`a third`) makes no number; a half of nothing is none. What is a part
of many (`a third of the voters`) is for `shares`, with the same words.
"""

from decimal import Decimal
from fractions import Fraction

from generator.evidence.numbers.figures import ONE, LexedText, scale_at
from generator.evidence.numbers.measures import find_measure
from generator.evidence.numbers.numerals import (
    parse_number_word,
    parse_numeral,
    read_number_word,
)
from generator.evidence.text.tokens import is_glued

_TEN, _HUNDRED = Decimal(10), Decimal(100)
_MOST_DIGITS = 4
"""A part with more has no end, as a third has none."""


def skip_hyphen(lexed: LexedText, at: int) -> int:
    """The index after a hyphen that joins two words; else the same index."""
    tokens = lexed.tokens
    is_hyphen = lexed.lower(at) == "-" and is_glued(tokens, at) and is_glued(tokens, at + 1)
    return at + is_hyphen


def read_decimals(lexed: LexedText, point: int, *, is_article: bool) -> tuple[Decimal, int] | None:
    """What the words after a decimal sign at `point` add: `point two five`, `Komma fünfzig`.

    Behind an article they add nothing (`to a point five miles away`), unless it may be a one.
    """
    numerals, at = lexed.lexicon.numerals, point + 1
    is_one = not is_article or lexed.lower(point - 1) in numerals.point_ones
    if lexed.lower(point) not in numerals.points or not is_one or at >= len(lexed.tokens):
        return None
    if lexed.tokens[at].kind == "number":
        text = lexed.tokens[at].text
        return (Decimal(f"0.{text}"), at + 1) if text.isdecimal() else None
    tens = _tens(lexed, at)
    digits, at = (str(tens[0]), tens[1]) if tens else ("", at)
    while tens is None and (value := _whole(lexed, at)) is not None and value < _TEN:
        digits, at = f"{digits}{value}", at + 1
    return (Decimal(f"0.{digits}"), at) if digits else None


def _tens(lexed: LexedText, at: int) -> tuple[Decimal, int] | None:
    """A number of two digits: `point twenty-five`, `Komma fünfzig`."""
    found = lexed.lexicon.numerals.phrases.at(lexed.tokens, at)
    value = found[0] if found else _whole(lexed, at)
    if value is None or not _TEN <= value < _HUNDRED:
        return None
    word = read_number_word(lexed.lower(at), lexed.lexicon)
    units = _whole(lexed, at + 1) if word and word.room == _TEN and not found else None
    if units is not None and ONE <= units < _TEN:
        return value + units, at + 2
    return value, found[1] if found else at + 1


def read_added(
    lexed: LexedText, after: int, *, is_article: bool, may_link: bool
) -> tuple[Decimal, int] | None:
    """The part of one that is added to a whole number: `and a half`, `zwei dreiviertel`.

    An article adds nothing to what is a number itself: `eine dreiviertel Million`.
    """
    numerals, at = lexed.lexicon.numerals, skip_hyphen(lexed, after)
    word = lexed.lower(at)
    if word in numerals.added and word not in numerals.half:
        return None if is_article and word in numerals.values else (numerals.added[word], at + 1)
    link = lexed.lexicon.ranges.and_.at(lexed.tokens, at) if may_link else None
    if link is None:
        return None
    first = skip_hyphen(lexed, link[1])
    noun = skip_hyphen(lexed, first + 1)
    share = _ending(lexed, noun, count_at(lexed, first))
    # `two hundred and one fifth graders` and `a hundred and a quarter of a million` have no part.
    is_another = numerals.parts_of.at(lexed.tokens, noun + 1) or _is_ordinal(lexed, noun)
    return None if share is None or is_another else (share, noun + 1)


def read_share(lexed: LexedText, index: int) -> tuple[Decimal, int] | None:
    """A part of a scale word or of a measure, and the index of that word."""
    noun, share = index, _ending(lexed, index, 1)
    if share is None:
        noun = skip_hyphen(lexed, index + 1)
        if lexed.lower(index) in lexed.lexicon.numerals.one and noun == index + 1:
            return None
        share = _ending(lexed, noun, count_at(lexed, index))
    at = _whole_of(lexed, noun, is_counted=noun > index) if share else None
    return (share, at) if share and at else None


def _whole_of(lexed: LexedText, noun: int, *, is_counted: bool) -> int | None:
    """The index of the scale word, or of the measure, that the part at `noun` is of."""
    numerals, shares = lexed.lexicon.numerals, lexed.lexicon.shares
    is_half = lexed.lower(noun) in numerals.half
    joined = (numerals.joiners if is_half else numerals.parts_of).at(lexed.tokens, noun + 1)
    at = joined[1] if joined else noun + 1
    is_sure = joined is not None or is_half
    if not (is_sure or is_counted or lexed.lower(noun) in shares.whole):
        return None
    if scale_at(lexed, at, is_first=True):
        return at if is_sure or not _is_ordinal(lexed, noun) else None
    measure = find_measure(lexed.tokens, at, lexed.lexicon)
    is_sure = is_sure or (is_counted and not _is_ordinal(lexed, noun))
    return at if measure and (is_sure or measure.kind == "ratio") else None


def _is_ordinal(lexed: LexedText, noun: int) -> bool:
    """The part is an ordinal too: `two fifth year students`."""
    return lexed.lower(noun) in lexed.lexicon.shares.ordinals


def part_at(lexed: LexedText, noun: int, many: int | None) -> Fraction | None:
    """So many times the part that a noun of fractions at `noun` names; less than one."""
    parts = lexed.lexicon.shares.parts.get(lexed.lower(noun), 0)
    return Fraction(many, parts) if many is not None and 0 < many < parts else None


def _ending(lexed: LexedText, noun: int, many: int | None) -> Decimal | None:
    """The same, or a half, as a decimal; none for a part without an end, as a third."""
    is_half = many == 1 and lexed.lower(noun) in lexed.lexicon.numerals.half
    part = Fraction(1, 2) if is_half else part_at(lexed, noun, many)
    share = Decimal(part.numerator) / part.denominator if part else None
    return share if share and len(share.as_tuple().digits) <= _MOST_DIGITS else None


def count_at(lexed: LexedText, at: int) -> int | None:
    """A whole number in digits or in one word at the token; an article is a one."""
    if not 0 <= at < len(lexed.tokens):
        return None
    token, lexicon = lexed.tokens[at], lexed.lexicon
    if token.lower in lexicon.numerals.one:
        return 1
    read = parse_numeral if token.kind == "number" else parse_number_word
    value = read(token.lower, lexicon)
    return int(value) if value is not None and value == value.to_integral_value() else None


def _whole(lexed: LexedText, at: int) -> Decimal | None:
    """The whole number below a hundred that is the word at `at`."""
    value = parse_number_word(lexed.lower(at), lexed.lexicon)
    is_whole = value is not None and value < _HUNDRED and value == value.to_integral_value()
    return value if is_whole else None
