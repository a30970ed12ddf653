"""A number by its grammar: what number words, digits and scale words in a row are worth together.

In: tokens and the index of a number. Out: a `Reading`, or None. Every part says what may stand
behind it: below a hundred behind `two hundred`, below a million behind `two million`, nothing
behind `two`. What does not fit is no part of the number, so neighbours are never multiplied and
never added: `two, three and four people`, `one million two million`.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from generator.evidence.numbers.figures import ONE, LexedText, scale_at
from generator.evidence.numbers.fractions import (
    read_added,
    read_decimals,
    read_share,
    skip_hyphen,
)
from generator.evidence.numbers.measures import find_measure
from generator.evidence.numbers.names import is_name
from generator.evidence.numbers.numerals import (
    ENDLESS,
    parse_number_word,
    parse_numeral,
    read_number_word,
)
from generator.evidence.text.tokens import is_glued

_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)
_MILLION = Decimal(1_000_000)
UNITS = frozenset(Decimal(one) for one in range(1, 10))
TENS = frozenset(Decimal(ten) for ten in range(20, 100, 10))


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A number so far, and the index after it."""

    value: Decimal
    after: int
    scale: Decimal = ONE
    """The product of the scale words behind its first part."""
    room: Decimal = ONE
    """What is added behind it is below this; nothing is below one."""
    is_sum: bool = False
    """Something was added behind a thousand or more: no scale word multiplies the whole."""
    has_digits: bool = False
    has_comma: bool = False
    """A comma stands between two of its parts, as it may between two numbers."""
    has_article: bool = False
    """Its last word may be an article: `twee miljoen een`."""
    has_end: bool = False
    """Something small stands behind a million or a comma: `won a million and two cars`."""


def read_words(lexed: LexedText, index: int) -> Reading | None:
    """The number whose first word is at `index`; a bare article is a one."""
    number = _Reader(lexed).number(index, ENDLESS, is_first=True)
    ranges = lexed.lexicon.ranges
    if number is None or not ranges.between.before(lexed.tokens, index):
        return number
    # `between two hundred and fifty` names two numbers, if no other end follows.
    link = ranges.and_.at(lexed.tokens, number.after)
    if link is not None and _Reader(lexed).part(link[1]) is not None:
        return number
    return _Reader(lexed, may_link=False).number(index, ENDLESS, is_first=True)


def read_digits(lexed: LexedText, value: Decimal, after: int) -> Reading:
    """The number that begins with digits of this value: `2.5 million`, `2 million 500 thousand`."""
    number = Reading(value=value, after=after, has_digits=True)
    return _Reader(lexed).grow(number, ENDLESS)


def read_part_of(lexed: LexedText, index: int) -> Reading | None:
    """A number that begins as a part of one: `half a million`, `a quarter of a percent`."""
    share = read_share(lexed, index)
    return _Reader(lexed).grow(Reading(value=share[0], after=share[1]), ENDLESS) if share else None


def starts_number(lexed: LexedText, index: int) -> bool:
    """Whether a number word or digits stand here; an article only before a scale word."""
    return _Reader(lexed).part(index) is not None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the numbers of one text."""

    lexed: LexedText
    may_link: bool = True
    """Whether `and` joins parts."""

    def number(self, at: int, limit: Decimal, *, is_first: bool = False) -> Reading | None:
        """The longest number below the limit that begins here."""
        part = self.part(at, is_first=is_first)
        if part is None or part.value >= limit:
            return None
        return self.grow(part, limit)

    def part(self, at: int, *, is_first: bool = False) -> Reading | None:
        """One word or numeral; an article only first of all, or before a scale word."""
        lexed, numerals = self.lexed, self.lexed.lexicon.numerals
        if at >= len(lexed.tokens):
            return None
        if lexed.tokens[at].kind == "number":
            return None if is_first else self._numeral(at)
        word = (None if is_first else self._inverted(at)) or self._word(at)
        if word is None and lexed.lower(at) in numerals.one:
            is_one = is_first or scale_at(lexed, at + 1, is_first=True) is not None
            return Reading(value=ONE, after=at + 1) if is_one else None
        return word

    def _word(self, at: int) -> Reading | None:
        """A number word, or several with hyphens that mean one number."""
        if found := self.lexed.lexicon.numerals.phrases.at(self.lexed.tokens, at):
            return Reading(value=found[0], after=found[1])
        word = read_number_word(self.lexed.lower(at), self.lexed.lexicon)
        if word is None:
            return None
        return Reading(value=word.value, after=at + 1, scale=word.scale, room=word.room)

    def _numeral(self, at: int) -> Reading | None:
        """Digits behind the first part: a whole number."""
        tokens, lexicon = self.lexed.tokens, self.lexed.lexicon
        value = None if is_name(tokens, at, lexicon) else parse_numeral(tokens[at].text, lexicon)
        if value is None or value != value.to_integral_value():
            return None
        return Reading(value=value, after=at + 1, has_digits=True)

    def grow(self, number: Reading, limit: Decimal) -> Reading:
        """The number with all the scale words and parts behind it that fit."""
        while grown := (
            self._scaled(number, limit)
            or self._parted(number)
            or self._halved(number)
            or self._added(number, limit)
        ):
            number = grown
        return number

    def _parted(self, number: Reading) -> Reading | None:
        """The number with its decimals or a part of one: `two point five`, `two and a half`."""
        value, after = number.value, number.after
        if value != value.to_integral_value():
            return None
        is_article = self.lexed.lower(after - 1) in self.lexed.lexicon.numerals.one
        found = read_decimals(self.lexed, after, is_article=is_article)
        if found is None and value < _THOUSAND and number.scale in {ONE, _HUNDRED}:
            found = read_added(self.lexed, after, is_article=is_article, may_link=self.may_link)
        return found and replace(number, value=value + found[0], after=found[1], room=ONE)

    def _scaled(self, number: Reading, limit: Decimal) -> Reading | None:
        """The number times the scale word that follows."""
        found = scale_at(self.lexed, number.after, is_first=number.scale == ONE)
        if found is None or not _applies(number, found[0], limit):
            return None
        factor, after = found
        is_whole = number.value == number.value.to_integral_value()
        is_power = factor == Decimal((0, (1,), factor.adjusted()))
        return replace(
            number,
            value=number.value * factor,
            after=after,
            scale=number.scale * factor,
            room=factor if is_whole and is_power else ONE,
        )

    def _added(self, number: Reading, limit: Decimal) -> Reading | None:
        """The number with the smaller one that follows, unless a scale word is left behind."""
        start = self._rest(number)
        rest = self._rest_number(start, number) if start else None
        if rest is None or start is None:
            return None
        is_comma, is_large = self._is_comma(number.after), number.room >= _MILLION
        small = _THOUSAND if is_comma and is_large else _HUNDRED
        total = replace(
            number,
            value=number.value + rest.value,
            after=rest.after,
            room=rest.room,
            is_sum=number.is_sum or number.value >= _THOUSAND,
            has_digits=number.has_digits or rest.has_digits,
            has_comma=number.has_comma or rest.has_comma or is_comma,
            has_article=rest.has_article or self._ends_in_article(number, rest, start),
            has_end=rest.has_end or ((is_comma or is_large) and rest.value < small),
        )
        left = scale_at(self.lexed, total.after, is_first=total.scale == ONE)
        return total if left is None or _applies(total, left[0], limit) else None

    def _rest(self, number: Reading) -> int | None:
        """Where the rest of the number would begin, behind a hyphen, a comma or `and`."""
        lexed, at = self.lexed, number.after
        if number.room <= ONE or at >= len(lexed.tokens):
            return None
        if self._is_comma(at):
            start = at + 1
        else:
            start = skip_hyphen(lexed, at)
            link = lexed.lexicon.ranges.and_.at(lexed.tokens, start) if self.may_link else None
            if link and number.room >= _HUNDRED:
                start = skip_hyphen(lexed, link[1])
        is_same = start < len(lexed.tokens) and lexed.is_one_sentence(at - 1, start)
        return start if is_same and (number.room >= _THOUSAND or not self._is_comma(at)) else None

    def _is_comma(self, at: int) -> bool:
        return self.lexed.lower(at) == "," and not is_glued(self.lexed.tokens, at + 1)

    def _rest_number(self, start: int, number: Reading) -> Reading | None:
        """The smaller number that is added, if nothing shows that it is one of its own."""
        rest = self.number(start, number.room)
        if rest is None or rest.value < ONE:
            return None
        is_apart = start == number.after
        if number.has_digits or rest.has_digits:
            is_one = is_apart and self._goes_with_digits(number, rest)
        else:  # of `twenty two-year contracts`, the two is no part
            is_one = not is_apart or skip_hyphen(self.lexed, rest.after) == rest.after
        return rest if is_one else None

    def _goes_with_digits(self, number: Reading, rest: Reading) -> bool:
        """`1 million 200,000`; not `$5 million two years ago`, nor the next cell of a table."""
        tokens, start, end = self.lexed.tokens, number.after, rest.after
        is_letter = is_glued(tokens, start - 1) and tokens[start - 1].kind == "word"
        if is_letter or start in self.lexed.lines or skip_hyphen(self.lexed, end) > end:
            return False
        measure = find_measure(tokens, end, self.lexed.lexicon) if rest.has_digits else None
        is_ratio = measure is not None and measure.kind == "ratio"
        return not is_ratio and rest.value >= max(_HUNDRED, number.room / _THOUSAND)

    def _ends_in_article(self, number: Reading, rest: Reading, start: int) -> bool:
        is_apart = number.after == start and rest.after == start + 1
        return is_apart and self.lexed.lower(start) in self.lexed.lexicon.numerals.articles

    def _inverted(self, at: int) -> Reading | None:
        """Units before tens, with gaps: the rest of `zwei hundert vier und dreißig`."""
        lexed, lexicon = self.lexed, self.lexed.lexicon
        link = lexicon.ranges.and_.at(lexed.tokens, at + 1) if self.may_link else None
        if link is None or lexicon.numerals.tens_first:
            return None
        units = parse_number_word(lexed.lower(at), lexicon)
        tens = parse_number_word(lexed.lower(link[1]), lexicon)
        if units is None or tens is None or units not in UNITS or tens not in TENS:
            return None
        return Reading(value=units + tens, after=link[1] + 1)

    def _halved(self, number: Reading) -> Reading | None:
        """`a million and a half`, `a dozen and a half`: a half of the scale word."""
        lexed, numerals = self.lexed, self.lexed.lexicon.numerals
        link = lexed.lexicon.ranges.and_.at(lexed.tokens, number.after) if self.may_link else None
        if link is None or number.is_sum or number.scale in {ONE, _HUNDRED}:
            return None
        is_half = lexed.lower(link[1]) in numerals.one and lexed.lower(link[1] + 1) in numerals.half
        end, size = link[1] + 2, max(number.room, min(number.scale, _HUNDRED))
        if not is_half or number.value % size or scale_at(lexed, end, is_first=True):
            return None
        return replace(number, value=number.value + size / 2, after=end, room=ONE)


def _applies(number: Reading, factor: Decimal, limit: Decimal) -> bool:
    """Whether a scale word multiplies the number: `fifteen hundred`, no `million thousand`."""
    if number.value * factor >= limit:
        return False
    if number.has_digits and number.scale == ONE:
        return True
    if factor == _HUNDRED:
        return number.value < _HUNDRED
    return number.value < _THOUSAND or (not number.is_sum and number.value <= factor)
