"""Figures in words: `zehn Milliarden`, `half a million`, `fünfprozentig`, `doubled`.

In: tokens and the index of a word. Out: the figure that begins there, or None. A bare article
is a one only before a scale word or a percentage.
"""

import functools
from dataclasses import replace
from decimal import Decimal

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.figures import ONE, Figure, LexedText, complete, scale_at, words_of
from generator.evidence.numbers.fractions import skip_hyphen
from generator.evidence.numbers.grammar import Reading, read_part_of, read_words, starts_number
from generator.evidence.numbers.measures import FoundUnit, find_measure, measure_kind
from generator.evidence.numbers.numerals import parse_number_word, read_number_word
from generator.evidence.numbers.units import find_unit_after
from generator.evidence.text.tokens import is_glued
from generator.model import Direction


def find_written(lexed: LexedText, index: int) -> Figure | None:
    """A figure that begins with a number word, a half, or `a` before a scale word."""
    if not _may_begin(lexed.lower(index), lexed.lexicon):
        return None
    is_joined = is_glued(lexed.tokens, index) and lexed.tokens[index - 1].text in "-_"
    if is_joined and not _ends_range(lexed, index):
        return None
    if lexed.lower(index - 1) in lexed.lexicon.numerals.vague:
        return None
    return (
        _of_part(lexed, index)
        or _of_times(lexed, index)
        or _of_number(lexed, index)
        or _of_glued_ending(lexed, index)
    )


@functools.lru_cache(maxsize=8192)
def _may_begin(word: str, lexicon: Lexicon) -> bool:
    """Whether a figure in words may begin so; remembered, since texts repeat their words."""
    numerals, ending = lexicon.numerals, lexicon.multiples.ending
    is_named = word in numerals.one or word in numerals.half or word in lexicon.shares.parts
    is_number = read_number_word(word, lexicon) is not None or word in numerals.phrases.firsts
    is_times = bool(ending) and word.endswith(ending)
    return is_named or is_number or is_times or _parse_glued(word, lexicon) is not None


def _ends_range(lexed: LexedText, index: int) -> bool:
    """A number stands before the hyphen, and no other hyphen before it: `twenty-thirty`."""
    left = index - 2
    if lexed.lower(index - 1) != "-" or is_glued(lexed.tokens, left):
        return False
    return bool(scale_at(lexed, left, is_first=False)) or starts_number(lexed, left)


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


def _of_number(lexed: LexedText, index: int) -> Figure | None:
    """A number by the grammar; a bare article only where it counts a percent or money."""
    numerals, word = lexed.lexicon.numerals, lexed.lower(index)
    number = read_words(lexed, index)
    if number is None:
        return None
    is_one = word in numerals.one and lexed.lower(index - 1) not in numerals.values
    if is_one and number.after == index + 1:
        return _of_one(lexed, index)
    if not is_one and numerals.ratios.before(lexed.tokens, index):
        return None
    if lexed.lower(skip_hyphen(lexed, number.after)) in numerals.fractions:
        return None
    figure = _complete(lexed, index, number)
    is_small = figure.value in {0, 1} and figure.scale == ONE
    is_measured = figure.unit is not None and figure.unit.kind in {"ratio", "measure", "money"}
    return figure if is_measured or not is_small else None


def _of_part(lexed: LexedText, index: int) -> Figure | None:
    """`half a million`, `three quarters of a percent`; not `the first half a million cars`."""
    number = read_part_of(lexed, index)
    if number is None:
        return None
    before = lexed.lower(index - 1)
    is_ordinal = any(before in named for named in lexed.lexicon.dates.ordinals)
    return None if is_ordinal else _complete(lexed, index, number)


def _complete(lexed: LexedText, index: int, number: Reading) -> Figure:
    """The figure of a number in words, with what is open about it."""
    after, scale = number.after, number.scale
    figure = complete(lexed, index, number.value, after, scale=scale, is_word=True)
    kind = figure.unit.kind if figure.unit else None
    is_idiom = lexed.lexicon.numerals.point_idioms.at(lexed.tokens, index - 1) is not None
    is_open = (
        number.has_article
        or (number.has_end and kind != "money")
        or (number.has_comma and _is_listed(lexed, index, after))
        or (is_idiom and kind not in {"ratio", "money"})
    )
    return replace(figure, doubt=words_of(lexed, index, after)) if is_open else figure


def _is_listed(lexed: LexedText, index: int, after: int) -> bool:
    """A number with commas may be a list: another follows, or it is `of the ten, five died`."""
    if lexed.lower(index - 1) in lexed.lexicon.hedges.articles:
        return True
    link = lexed.lexicon.ranges.and_.at(lexed.tokens, after)
    at = link[1] if link else after + 1
    is_joined = link is not None or lexed.lower(after) == ","
    return is_joined and starts_number(lexed, at)


def _of_one(lexed: LexedText, index: int) -> Figure | None:
    """`a percent`, `one penny`: the article counts."""
    unit = find_measure(lexed.tokens, index + 1, lexed.lexicon)
    if (unit and unit.code in {"%", "pp", "bp"}) or _is_coin_or_note(lexed, index):
        return complete(lexed, index, ONE, index + 1, scale=ONE, is_word=True)
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
