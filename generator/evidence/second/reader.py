"""The figure at a place of an article, read again from its letters by code of its own.

In: a folded text, the span of a figure in it, the lexicon of its language. Out: a `Reading`: the
words that were read, and the value, or None where they are not certain. It never asks what the
first reader made of them, and imports nothing of it.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.second.beside import Edge, left_edge, right_doubt
from generator.evidence.second.digits import FRACTION_SIGNS, RUN
from generator.evidence.second.numbers import Number, read_number
from generator.evidence.second.tokens import token_at
from generator.evidence.second.vocabulary import Vocabulary, plain, vocabulary_of

_BEFORE, _BEHIND = 80, 90
"""How much of the text around the figure is looked at."""
_FIRST_DIGIT = re.compile(rf"[\d{FRACTION_SIGNS}]")
_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d[\d.,]*|\S")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.?\s\Z")
_LONGEST_RUN = 24
_SHARED_BELOW = 1000
_NEAR = 10
_CENTS = 100
_ENDS = frozenset(".,;:!?)\"'")
_STOPS = _ENDS | {"%", "-"}
_LINK_WORDS = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """What the second reader made of a figure."""

    words: str
    value: Fraction | None
    is_negative: bool = False
    glued: str = ""
    """The letters on the digits that were read as a scale."""
    unscaled: Fraction | None = None
    """The value without that scale."""


def read_again(text: str, span: tuple[int, int], lexicon: Lexicon) -> Reading:
    """The figure whose digits or words the span holds, with what is beside it."""
    first = max(0, span[0] - _BEFORE)
    window = text[first : span[1] + _BEHIND]
    around = _Around(window, span[0] - first, span[1] - first, lexicon)
    found = _FIRST_DIGIT.search(window, around.start, around.end)
    return _of_digits(around, found.start()) if found else _of_words(around)


@dataclass(frozen=True, slots=True)
class _Around:
    """A stretch of the text, and where in it the figure stands."""

    text: str
    start: int
    end: int
    lexicon: Lexicon

    @property
    def vocabulary(self) -> Vocabulary:
        """The number words of the language."""
        return vocabulary_of(self.lexicon)

    def number_at(self, position: int) -> Number | None:
        """The number that begins there."""
        numerals = self.lexicon.numerals
        return read_number(self.text, position, self.vocabulary, (numerals.group, numerals.decimal))

    def reading(self, number: Number, edge: Edge | None = None, doubt: str = "") -> Reading:
        """What was read, with what it shares with its neighbours."""
        if number.scale == 1 and number.value is not None:
            number = _with_cents(self, _shared(self, number))
        value = None if doubt or (edge and edge.doubt) else number.value
        start = self.text.rfind(edge.doubt, 0, edge.start) if edge and edge.doubt else -1
        start = start if start >= 0 else edge.start if edge else number.start
        words = self.text[start : number.end + len(doubt)]
        is_negative = bool(edge and edge.is_negative) or _has_minus(self, number.start)
        unscaled = value / number.scale if value is not None and number.glued else None
        return Reading(words, value, is_negative, number.glued, unscaled)


def _of_digits(around: _Around, position: int) -> Reading:
    """The row of digits at the position, with its marks and its scale."""
    text = around.text
    run = _run_around(text, position)
    start = run.start() if run else position
    edge = left_edge(text, start, around.lexicon)
    if earlier := _begins_earlier(around, start):
        return around.reading(earlier, doubt="")
    number = around.number_at(start)
    if number is None:
        return Reading(text[start : around.end], None)
    if edge.is_leading and run and number.value is not None:
        digits = run[0] if run[0].isdigit() else ""
        value = Fraction(int(digits), 10 ** len(digits)) * number.scale if digits else None
        number = number._replace(value=value, start=edge.start)
    return around.reading(number, edge, right_doubt(text, number.end))


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


def _begins_earlier(around: _Around, start: int) -> Number | None:
    """A number that began before these digits, and goes on over them, as `2 Mio. 500 Tsd.` does."""
    last = _LAST_WORD.search(around.text, max(0, start - _BEFORE // 2), start)
    if last is None or plain(last[1]) not in around.vocabulary.scales:
        return None
    pieces = [*_PIECE.finditer(around.text, 0, last.end(1))][-_NEAR:]
    number = _covering(around, _first_of(around, pieces), start)
    return number if number and number.start < start else None


def _of_words(around: _Around) -> Reading:
    """The number words around the figure."""
    core = around.text[around.start : around.end]
    phrase = plain(" ".join(core.split()))
    if phrase in around.vocabulary.phrases:
        return Reading(core, around.vocabulary.phrases[phrase])
    pieces = [*_PIECE.finditer(around.text, 0, around.start)][-_NEAR:]
    number = _covering(around, _first_of(around, pieces), around.start)
    if number is None or number.start >= around.end:
        return Reading(core, None)
    return around.reading(number)


def _first_of(around: _Around, pieces: Sequence[re.Match[str]]) -> int:
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
    return any(known in table for table in (*tables, *more)) or bool(vocabulary.number(word))


def _covering(around: _Around, first: int, position: int) -> Number | None:
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


def _has_minus(around: _Around, start: int) -> bool:
    """A word of minus stands right before the number."""
    pieces = _PIECE.findall(around.text, max(0, start - 20), start)
    return bool(pieces) and pieces[-1].lower() in around.lexicon.numerals.minus


def _shared(around: _Around, number: Number) -> Number:
    """`2 to 3 million`: the scale of the other end is that of this one too."""
    at = None if number.is_whole_word else _link_end(around, number)
    other = _after_currency(around, at) if at else None
    value = number.value
    if not other or not other.value or not value or value >= _SHARED_BELOW:
        return number
    if other.scale < _SHARED_BELOW:
        return number
    many = other.value / other.scale
    shared = value * other.scale if value <= many or value < many * _NEAR else None
    return number._replace(value=shared, scale=other.scale, glued=other.glued)


def _link_end(around: _Around, number: Number) -> int | None:
    """The end of the words or the dash that make a range of the number and the next one."""
    token = token_at(around.text, number.end)
    if token and token.text == "-":
        return token.end
    known, words, end = around.vocabulary, "", 0
    while token and token.kind == "word" and words.count(" ") < _LINK_WORDS:
        words = f"{words} {plain(token.text)}".strip()
        if words in known.throughs or (words in known.ands and _is_between(around, number)):
            end = token.end
        token = token_at(around.text, token.end)
    return end or None


def _is_between(around: _Around, number: Number) -> bool:
    before = f" {plain(around.text[max(0, number.start - 25) : number.start])}"
    return any(f" {word} " in before for word in around.vocabulary.betweens)


def _after_currency(around: _Around, at: int) -> Number | None:
    """The number that follows, perhaps after the sign of a currency."""
    token = token_at(around.text, at)
    if token and token.kind in {"mark", "word"} and not around.number_at(token.start):
        at = token.end
    return around.number_at(at)


def _with_cents(around: _Around, number: Number) -> Number:
    """`5 Euro 50`, `$10 and 30 cents`: the second number is so many hundredths."""
    token, value = token_at(around.text, number.end), number.value
    if value is None or token is None or token.text in _STOPS or value.denominator > 1:
        return number
    known = around.vocabulary
    if plain(token.text) in known.currencies:
        token = token_at(around.text, token.end)
    is_named = token is not None and plain(token.text) in known.ands
    if is_named and token:
        token = token_at(around.text, token.end)
    cents = around.number_at(token.start) if token else None
    if cents is None or not cents.value or not 1 <= cents.value < _CENTS or cents.scale != 1:
        return number
    following = token_at(around.text, cents.end)
    has_coin = following is not None and plain(following.text) in known.coins
    is_free = following is None or following.text in _ENDS or cents.end <= around.end
    is_bare = not is_named and cents.value >= _NEAR and is_free
    is_bare = is_bare and plain(_between(around, number, cents)) in known.currencies
    whole = value + cents.value / _CENTS
    return number._replace(value=whole, end=cents.end) if has_coin or is_bare else number


def _between(around: _Around, number: Number, cents: Number) -> str:
    return around.text[number.end : cents.start].strip()
