"""The figure at a place of an article, read again from its letters by code of its own.

In: a folded text, the span of a figure in it, the lexicon of its language. Out: a `Reading`: the
words that were read, and the value, or None where they are not certain. It never asks what the
first reader made of them, and imports nothing of it.
"""

import functools
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.second.beside import Edge, left_edge, right_doubt
from generator.evidence.second.compounds import read_word
from generator.evidence.second.digits import FRACTION_SIGNS, RUN
from generator.evidence.second.neighbours import Around, with_neighbours, word_before
from generator.evidence.second.numbers import Number
from generator.evidence.second.tokens import token_at
from generator.evidence.second.vocabulary import Vocabulary, plain

_BEFORE, _BEHIND = 80, 90
"""How much of the text around the figure is looked at."""
_FIRST_DIGIT = re.compile(rf"[\d{FRACTION_SIGNS}]")
_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d[\d.,]*|\S")
_LONGEST_RUN = 24
_NEAR = 10


class Reading(NamedTuple):
    """What the second reader made of a figure."""

    words: str
    value: Decimal | None
    is_negative: bool = False
    glued: str = ""
    """The letters on the digits that were read as a scale."""
    unscaled: Decimal | None = None
    """The value without that scale."""


def read_again(text: str, span: tuple[int, int], lexicon: Lexicon) -> Reading:
    """The figure whose digits or words the span holds, with what is beside it."""
    first = max(0, span[0] - _BEFORE)
    window = text[first : span[1] + _BEHIND]
    around = Around(window, span[0] - first, span[1] - first, lexicon)
    found = _FIRST_DIGIT.search(window, around.start, around.end)
    return _of_digits(around, found.start()) if found else _of_words(around)


def _reading(around: Around, number: Number, edge: Edge | None = None, doubt: str = "") -> Reading:
    """What was read of the number, and what was not."""
    text = around.text
    value = None if doubt or (edge and edge.doubt) else number.value
    start = text.rfind(edge.doubt, 0, edge.start) if edge and edge.doubt else -1
    start = start if start >= 0 else edge.start if edge else number.start
    words = text[start : number.end + len(doubt)]
    is_minus = word_before(text, number.start) in around.lexicon.numerals.minus
    is_negative = is_minus or bool(edge and edge.is_negative)
    unscaled = value / number.scale if value is not None and number.glued else None
    return Reading(words, value, is_negative, number.glued, unscaled)


def _of_digits(around: Around, position: int) -> Reading:
    """The row of digits at the position, with its marks and its scale."""
    text = around.text
    run = _run_around(text, position)
    start = run.start() if run else position
    edge = left_edge(text, start, around.lexicon)
    if earlier := _begins_earlier(around, start):
        return _reading(around, with_neighbours(around, earlier))
    number = around.number_at(start)
    if number is None:
        return Reading(text[start : around.end], None)
    if edge.is_leading and run and number.value is not None:
        digits = run[0] if run[0].isdigit() else ""
        value = Decimal(digits).scaleb(-len(digits)) * number.scale if digits else None
        number = number._replace(value=value, start=edge.start)
    number = with_neighbours(around, number)
    return _reading(around, number, edge, right_doubt(text, number.end))


def _run_around(text: str, position: int) -> re.Match[str] | None:
    """The row of digits that holds the position; none where a fraction sign stands there."""
    before = text[position - 1] if position else " "
    if before.isspace() and (position < 2 or not text[position - 2].isdigit()):  # noqa: PLR2004
        return RUN.match(text, position)
    lowest = max(0, position - _LONGEST_RUN)
    while lowest and text[lowest - 1].isdigit():
        lowest -= 1
    runs = RUN.finditer(text, lowest)
    return next((one for one in runs if one.start() <= position < one.end()), None)


def _begins_earlier(around: Around, start: int) -> Number | None:
    """A number that began before these digits, and goes on over them, as `2 Mio. 500 Tsd.` does."""
    if plain(word_before(around.text, start)) not in around.vocabulary.scales:
        return None
    pieces = [*_PIECE.finditer(around.text.rstrip(), 0, start)][-_NEAR:]
    number = _covering(around, _first_of(around, pieces), start)
    return number if number and number.start < start else None


def _of_words(around: Around) -> Reading:
    """The number words around the figure."""
    core = around.text[around.start : around.end]
    phrase = plain(" ".join(core.split()))
    if phrase in around.vocabulary.phrases:
        return Reading(core, around.vocabulary.phrases[phrase])
    ordinals = around.vocabulary.ordinals
    if nth := ordinals.get(phrase) or ordinals.get(phrase[:-1]):  # "sechster"
        return Reading(core, nth)
    pieces = [*_PIECE.finditer(around.text, 0, around.start)][-_NEAR:]
    number = _covering(around, _first_of(around, pieces), around.start)
    if number is None or number.start >= around.end:
        return Reading(core, None)
    return _reading(around, with_neighbours(around, number))


def _first_of(around: Around, pieces: Sequence[re.Match[str]]) -> int:
    """Where the run of words begins that may be one number with the figure."""
    start = around.start
    for piece in reversed(pieces):
        if not _may_belong(piece[0], around.vocabulary):
            break
        start = piece.start()
    return start


@functools.lru_cache(maxsize=8192)
def _may_belong(word: str, vocabulary: Vocabulary) -> bool:
    """A piece that a number may hold."""
    if not word[0].isalpha():
        return word[0].isdigit() or word in {"-", ",", "."}
    known = plain(word)
    tables = (vocabulary.scales, vocabulary.halves, vocabulary.ones, vocabulary.ands)
    more = (vocabulary.parts, vocabulary.shares, {vocabulary.point})
    return any(known in table for table in (*tables, *more)) or bool(read_word(word, vocabulary))


def _covering(around: Around, first: int, position: int) -> Number | None:
    """Of the numbers that follow one another from `first` on, the one that holds the position."""
    at = first
    while token := token_at(around.text, at):
        if token.start >= around.end and token.start > position:
            return None
        number = around.number_at(at)
        if number and number.end > position:
            return number
        at = number.end if number else token.end
    return None
