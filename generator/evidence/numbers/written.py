"""Figures in words: `zehn Milliarden`, `half a million`, `fünfprozentig`, `doubled`.

In: tokens and the index of a word. Out: the figure that begins there, or None. A bare article
is a one only before a scale word or a percentage.
"""

import functools
from decimal import Decimal

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.figures import ONE, Figure, LexedText, complete, read_scale
from generator.evidence.numbers.measures import FoundUnit, find_measure, measure_kind
from generator.evidence.numbers.numerals import parse_number_word
from generator.evidence.numbers.units import find_unit_after
from generator.evidence.text.tokens import is_glued
from generator.model import Direction

_HUNDRED, _MILLION = Decimal(100), Decimal(1_000_000)


def find_written(lexed: LexedText, index: int) -> Figure | None:
    """A figure that begins with a number word, a half, or `a` before a scale word."""
    numerals, word = lexed.lexicon.numerals, lexed.lower(index)
    if is_glued(lexed.tokens, index) and lexed.tokens[index - 1].text in "-_":
        return None
    before = lexed.lower(index - 1)
    if before in numerals.vague:
        return None
    if word in numerals.half:
        return _of_half(lexed, index)
    if word in numerals.one and before not in numerals.values:
        return _of_one(lexed, index)
    return (
        _of_times(lexed, index) or _of_number_words(lexed, index) or _of_glued_ending(lexed, index)
    )


def _of_times(lexed: LexedText, index: int) -> Figure | None:
    """`zweieinhalbmal so`, `vijfmaal zo`: number word and times in one."""
    multiples, word = lexed.lexicon.multiples, lexed.lower(index)
    if lexed.lower(index + 1) not in multiples.after or not word.endswith(multiples.ending):
        return None
    value = parse_number_word(word.removesuffix(multiples.ending), lexed.lexicon)
    if value is None:
        return None
    return _in_one(range(index, index + 2), value, "x", "up" if value > 1 else None)


def _in_one(words: range, value: Decimal, code: str, sign: Direction | None = None) -> Figure:
    """The figure whose words are number and unit in one."""
    first, last = words.start, words.stop
    unit = FoundUnit(code, measure_kind(code), first, last)
    return Figure(
        first=first, last=last, core=(first, last), value=value, unit=unit, is_word=True, sign=sign
    )


def _of_number_words(lexed: LexedText, index: int) -> Figure | None:
    found = _number_word(lexed, index)
    if found is None or lexed.lexicon.numerals.ratios.before(lexed.tokens, index):
        return None
    value, after = found
    if lexed.lower(after + (lexed.lower(after) == "-")) in lexed.lexicon.numerals.fractions:
        return None
    value, after = _add_half(lexed, value, after)
    value, after, scale = _read_groups(lexed, value, after)
    figure = complete(lexed, index, value, after, scale=scale, is_word=True)
    is_small = value in {0, 1} and scale == ONE
    is_measured = figure.unit is not None and figure.unit.kind in {"ratio", "measure", "money"}
    return figure if is_measured or not is_small else None


def _of_half(lexed: LexedText, index: int) -> Figure | None:
    after = index + 1
    while lexed.lower(after) in lexed.lexicon.numerals.joiners:
        after += 1
    value, last, scale = read_scale(lexed, Decimal("0.5"), after)
    if scale > ONE or find_measure(lexed.tokens, after, lexed.lexicon):
        return complete(lexed, index, value, last, scale=scale, is_word=True)
    return None


def _of_one(lexed: LexedText, index: int) -> Figure | None:
    if lexed.lower(index + 1) in lexed.lexicon.numerals.half:
        return None
    value, after, scale = _read_groups(lexed, Decimal(1), index + 1)
    unit = find_measure(lexed.tokens, index + 1, lexed.lexicon)
    if scale > ONE or (unit and unit.code in {"%", "pp", "bp"}) or _is_coin_or_note(lexed, index):
        return complete(lexed, index, value, after, scale=scale, is_word=True)
    return None


def _is_coin_or_note(lexed: LexedText, index: int) -> bool:
    """`one penny`, `einen Euro`; not the euro of a rate, nor the first half of a compound."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    is_joined = lexed.lower(index + 1) == "-"
    unit = find_unit_after(tokens, index + 1, lexicon, lexed.nouns)
    at = index + 1 + is_joined
    if unit is None or unit.kind != "money" or unit.first != at or tokens[at].kind != "word":
        return False
    if lexed.lower(index - 1) in lexicon.coins.rates or _is_priced(lexed, index):
        return False
    if is_joined:
        return parse_number_word(lexed.lower(index), lexicon) is not None
    after = unit.last
    if after >= len(tokens) or tokens[after].kind != "word":
        return lexed.lower(after) != "-" or not is_glued(tokens, after)
    if tokens[after].lower in lexicon.nouns.stops | lexicon.coins.followers:
        return True
    return lexicon.nouns.closed_compounds and not lexicon.nouns.pattern.fullmatch(
        tokens[after].text
    )


def _is_priced(lexed: LexedText, index: int) -> bool:
    """Money stands before: `5 dollars a pound` is a rate."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    tables = (lexicon.money.words, lexicon.coins.words, lexicon.money.signs)
    is_money = any(table.before(tokens, index) for table in tables)
    return is_money or (index > 0 and tokens[index - 1].kind == "number")


def _add_half(lexed: LexedText, value: Decimal, after: int) -> tuple[Decimal, int]:
    """`two and a half`."""
    lexicon = lexed.lexicon
    if not lexicon.ranges.and_.at(lexed.tokens, after):
        return value, after
    at = after + 1 + (lexed.lower(after + 1) in lexicon.numerals.one)
    if lexed.lower(at) in lexicon.numerals.half and at > after + 1:
        return value + Decimal("0.5"), at + 1
    return value, after


def _read_groups(lexed: LexedText, value: Decimal, after: int) -> tuple[Decimal, int, Decimal]:
    """Number words after a scale are added: `two hundred and fifty thousand`."""
    total, after, scale = read_scale(lexed, value, after)
    while scale > ONE and total >= _HUNDRED and total <= _MILLION:
        at = after + bool(lexed.lexicon.ranges.and_.at(lexed.tokens, after))
        found = _number_word(lexed, at)
        if found is None or not 1 <= found[0] < _HUNDRED or total % _HUNDRED:
            break
        part, end = found
        total, after, _ = read_scale(lexed, total + part, end)
    return total, after, scale


def _number_word(lexed: LexedText, index: int) -> tuple[Decimal, int] | None:
    """The value of one number word, hyphens included, and the index after it."""
    if found := lexed.lexicon.numerals.phrases.at(lexed.tokens, index):
        return found
    value = parse_number_word(lexed.lower(index), lexed.lexicon)
    return None if value is None else (value, index + 1)


def _of_glued_ending(lexed: LexedText, index: int) -> Figure | None:
    """`fünfprozentig`, `zehnjährig`, `fivefold`: number word and unit in one."""
    found = _parse_glued(lexed.lower(index), lexed.lexicon)
    return _in_one(range(index, index + 1), *found) if found else None


@functools.lru_cache(maxsize=8192)
def _parse_glued(word: str, lexicon: Lexicon) -> tuple[Decimal, str] | None:
    """The number and the unit that are one word; remembered, since texts repeat their words."""
    for ending, unit in lexicon.endings.items():
        head, found, _ = word.partition(ending)
        value = parse_number_word(head, lexicon) if found and head else None
        if value is not None:
            return value, unit
    return None


def find_multiple(lexed: LexedText, index: int) -> Figure | None:
    """A word that is a multiple by itself: `vervierfacht`, `doubled`, `doppelt so`."""
    lexicon, last = lexed.lexicon, index + 1
    value = _parse_multiple(lexed.lower(index), lexicon)
    if value is None:
        found = lexicon.multiples.phrases.at(lexed.tokens, index)
        if found is None:
            return None
        value, last = found
    return _in_one(range(index, last), value, "x", "up" if value > 1 else "down")


@functools.lru_cache(maxsize=8192)
def _parse_multiple(word: str, lexicon: Lexicon) -> Decimal | None:
    """How many times a word that begins like a multiple means."""
    multiples = lexicon.multiples.words.items()
    return next((times for head, times in multiples if word.startswith(head)), None)
