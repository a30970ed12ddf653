"""What a number shares with the words and numbers beside it: the scale of a range, and cents.

In: a stretch of text, a number in it. Out: the number with the scale of the other end of its range,
or with the hundredths that follow its currency.
"""

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.second.ands import follows_between
from generator.evidence.second.numbers import Number, read_number
from generator.evidence.second.tokens import token_at
from generator.evidence.second.vocabulary import Vocabulary, plain, vocabulary_of

_SHARED_BELOW = 1000
_NEAR = 10
_CENTS = 100
_ENDS = frozenset(".,;:!?)\"'")
_LINK_WORDS = 3
_POWER = re.compile(
    r"\s?[x*\u00d7\u22c5\u00b7]\s?10(?:\^?(-?\d{1,2})|(\u207b?[\u00b9\u00b2\u00b3\u2070-\u2079]+))"
)


class Around(NamedTuple):
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


def with_neighbours(around: Around, number: Number) -> Number:
    """The number as the words behind it make it."""
    if number.scale != 1 or number.value is None or number.is_closed:
        return number
    if power := _POWER.match(around.text, number.end):
        return _raised(number, power)
    following = token_at(around.text, number.end)
    if following and plain(following.text) in around.vocabulary.joints:
        number = _with_cents(around, _scaled(around, _shared(around, number)))
    return _ratio(around, number) if number.end < around.end else number


def _raised(number: Number, power: re.Match[str]) -> Number:
    """`2.998×10^6`: a power of ten behind the number."""
    exponent = power[1] or "".join(map(_lowered, power[2]))
    value = (number.value or 0) * Decimal(10) ** int(exponent)
    return number._replace(value=value, end=power.end(), is_closed=True)


def _lowered(mark: str) -> str:
    """A raised digit or minus as one of the line."""
    return str(unicodedata.digit(mark, "-"))


def _scaled(around: Around, number: Number) -> Number:
    """`75 USD million`: the scale behind the currency."""
    currency = token_at(around.text, number.end)
    token = currency and token_at(around.text, currency.end)
    known = around.vocabulary
    if not token or not currency or plain(currency.text) not in known.currencies:
        return number
    scale = known.scales.get(plain(token.text), Decimal(0))
    if number.value is None or number.scale != 1 or scale < _SHARED_BELOW:
        return number
    return number._replace(value=number.value * scale, end=token.end, scale=scale)


def _ratio(around: Around, number: Number) -> Number:
    """`six out of ten`, where both numbers are the figure's, with a noun between at most."""
    words: list[str] = []
    token = token_at(around.text, number.end)
    while token and token.kind == "word" and len(words) <= _LINK_WORDS and token.end < around.end:
        words.append(plain(token.text))
        other = around.number_at(token.end)
        is_linked = any(" ".join(words[at:]) in around.vocabulary.ratios for at in (0, 1))
        if is_linked and other and other.value and number.value and other.end >= around.end:
            return number._replace(value=number.value / other.value, end=other.end)
        token = token_at(around.text, token.end)
    return number


def word_before(text: str, start: int) -> str:
    """The word right before a position, in small letters and without its dot."""
    before = text[:start].rstrip()
    return before[before.rfind(" ") + 1 :].rstrip(".").lower()


def _shared(around: Around, number: Number) -> Number:
    """`2 to 3 million`: the scale of the other end is that of this one too."""
    at = _link_end(around, number)
    other = _after_currency(around, at) if at else None
    value = number.value
    if not other or not other.value or not value or value >= _SHARED_BELOW:
        return number
    if other.scale < _SHARED_BELOW:
        return number
    if value >= other.value / other.scale * _NEAR:  # `from $200 to $4 million`
        return number
    return number._replace(value=value * other.scale, scale=other.scale, glued=other.glued)


def _link_end(around: Around, number: Number) -> int | None:
    """The end of the words or the dash that make a range of the number and the next one."""
    token = token_at(around.text, number.end)
    if token and token.text == "-":
        return token.end
    known, words, end = around.vocabulary, "", 0
    while token and token.kind == "word" and words.count(" ") < _LINK_WORDS:
        words = f"{words} {plain(token.text)}".strip()
        is_and = words in known.ands and follows_between(around.text, number.start, known)
        end = token.end if is_and or words in known.throughs else end
        token = token_at(around.text, token.end)
    return end or None


def _after_currency(around: Around, at: int) -> Number | None:
    """The number that follows, perhaps after the sign of a currency."""
    token = token_at(around.text, at)
    if token and token.kind in {"mark", "word"} and not around.number_at(token.start):
        at = token.end
    return around.number_at(at)


def _with_cents(around: Around, number: Number) -> Number:
    """`5 Euro 50`, `$10 and 30 cents`: the second number is so many hundredths."""
    token, value = token_at(around.text, number.end), number.value
    if value is None or token is None or value % 1:
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


def _between(around: Around, number: Number, cents: Number) -> str:
    return around.text[number.end : cents.start].strip()
