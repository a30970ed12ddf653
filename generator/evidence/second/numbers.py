"""The number that begins at a place of a text: digits, words and scales, added up as they stand.

In: a text, a position, a vocabulary. Out: a `Number`, or None. A word that does not fit the number
so far ends it: `two hundred` and `fifty`, but not `twenty` and `thirty`.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from generator.evidence.second.ands import follows_between, has_and
from generator.evidence.second.compounds import hyphened_at, read_beginning, read_word
from generator.evidence.second.digits import read_digits, read_fraction
from generator.evidence.second.terms import HUNDRED, THOUSAND, fits, fits_with, multiply
from generator.evidence.second.tokens import Token, part_at, token_at
from generator.evidence.second.vocabulary import Vocabulary, plain

_NOTE = re.compile(
    r"(?:[*†‡#]+|[\u00b9\u00b2\u00b3\u2070-\u2079]+|\s?\[[^\[\]]{1,20}\]|\s?\([^()]{1,30}\))"
)
"""What may stand between digits and their scale, and changes neither."""
_SLASH = re.compile(r"\s?-?(\d{1,2}[/\u2044]\d{1,2})(?![\d/])")
_HALF = Decimal("0.5")
Marks = tuple[str, str]
"""The marks of the language: of groups, of decimals."""


class Number(NamedTuple):
    """What was read."""

    value: Decimal | None
    """None where it is no number of the language: `1,2,3`."""
    start: int
    end: int
    scale: Decimal
    """The product of its scales; one where it has none."""
    glued: str = ""
    """Letters that were read as a scale, and may be a unit."""
    is_closed: bool = False
    """It shares nothing with its neighbours: `fivefold`, `doubled`, `two thirds`, `2×10^6`."""


def read_number(text: str, position: int, vocabulary: Vocabulary, marks: Marks) -> Number | None:
    """The longest number that begins with the token at the position."""
    reader = _Reader(text, vocabulary, marks)
    reader.at = position
    while (token := token_at(text, reader.at)) and reader.take(token):
        pass
    return reader.number()


@dataclass(slots=True)
class _Reader:
    """Adds up tokens, one after the other, as long as each fits."""

    text: str
    vocabulary: Vocabulary
    marks: Marks
    at: int = 0
    start: int | None = None
    end: int = 0
    terms: list[Decimal] = field(default_factory=list)
    scale: Decimal = Decimal(1)
    last_scale: Decimal | None = None
    """The scale that was the last token."""
    is_article: bool = False
    """The only token so far may be no number at all."""
    is_digits: bool = False
    is_closed: bool = False
    is_unreadable: bool = False
    glued: str = ""

    def number(self) -> Number | None:
        """What was read so far."""
        if self.start is None:
            return None
        terms = self.terms
        value = None if self.is_unreadable else sum(terms[1:], terms[0])
        return Number(value, self.start, self.end, self.scale, self.glued, self.is_closed)

    def take(self, token: Token) -> bool:
        """Whether the token belongs to the number; it is added then."""
        if token.kind == "digits":
            return self._digits(token)
        if token.kind == "sign":
            return self._fraction(token)
        return self._mark(token) if token.kind == "mark" else self._word(token)

    def _accept(self, token: Token, *, scale: Decimal | None = None) -> bool:
        if self.start is None:
            self.start = token.start
        self.at = self.end = token.end
        self.last_scale, self.is_article = scale, False
        return True

    def _digits(self, token: Token) -> bool:
        if self.terms and not self._is_counted(token):
            return False
        value = read_digits(token.text, *self.marks)
        if not self.terms:
            self.is_digits = True
        self._accept(token)
        if value is None:
            self.is_unreadable = True
            return False
        whole = _SLASH.match(self.text, token.start)
        part = _SLASH.match(self.text, token.end)
        if whole and (fraction := read_fraction(whole[1])):
            value, self.at = fraction, whole.end()
        elif part and not part[0][0].isdigit() and (fraction := read_fraction(part[1])):
            value, self.at = value + fraction, part.end()
        self.end = self.at
        self.terms.append(value)
        return True

    def _is_counted(self, token: Token) -> bool:
        """Digits after a scale go on only with a smaller scale of their own: `2 Mio. 500 Tsd.`."""
        following = token_at(self.text, token.end)
        if self.last_scale is None or following is None:
            return False
        scale = self._scale_of(following)
        value = read_digits(token.text, *self.marks)
        return bool(scale and value and value * scale < self.last_scale)

    def _fraction(self, token: Token) -> bool:
        value = read_fraction(token.text)
        if value is None or (self.terms and self.terms[-1] % 1):
            return False
        self.is_digits = self.is_digits or not self.terms
        self._accept(token)
        self.terms.append(value)
        return True

    def _mark(self, token: Token) -> bool:
        """A mark within a number: a hyphen, the comma of a thousand, a dot, a note."""
        if not self.terms:
            return False
        following = token_at(self.text, token.end)
        is_glued = token.start == self.end
        if self.is_digits and self.scale == 1 and (note := _NOTE.match(self.text, self.end)):
            behind = token_at(self.text, note.end())
            if behind and self._scale_of(behind):
                self.at = note.end()
                return True
        if following is None:
            return False
        if token.text == "-":
            role = self.vocabulary.roles.get(plain(following.text))
            joins = is_glued and (role in {"joined", "part"} or self._goes_on(following))
        elif token.text == ",":
            joins = self.vocabulary.has_commas and (self.last_scale or 0) >= THOUSAND
            joins = joins and self._goes_on(following)
        else:
            is_dot = token.text == "." and is_glued and self.last_scale is not None
            joins = is_dot and (following.kind == "digits" or self._scale_of(following) is not None)
        self.at = token.end if joins else self.at
        return joins

    def _goes_on(self, token: Token) -> bool:
        """Whether the word would be added."""
        if token.kind != "word":
            return False
        if self._scale_of(token) or self._is_article_of_scale(token):
            return True
        value = read_word(token.text, self.vocabulary)
        return value is not None and self._joins(value, token)

    def _joins(self, value: Decimal, token: Token) -> bool:
        """Whether the number of the token fits, together with the scale behind it."""
        following = part_at(self.text, token.end)
        scale = self._scale_of(following) if following else None
        if scale is None or scale < HUNDRED or value >= scale:
            return fits(self.terms[-1], value) and not self.is_digits
        return fits_with(self.terms[-1], value, scale)

    def _scale_of(self, token: Token) -> Decimal | None:
        if token.kind != "word":
            return None
        if (known := self.vocabulary.scales.get(plain(token.text))) is not None:
            return known
        bare = self.vocabulary.bare.get(plain(token.text))
        behind = token_at(self.text, token.end) if bare else None
        counts_on = (
            behind and behind.kind == "word" and behind.text.lower() not in self.vocabulary.stops
        )
        return None if counts_on else bare

    def _word(self, token: Token) -> bool:
        """What a word is: a scale, what has a role, a number."""
        if self.is_digits and token.start == self.end and self.last_scale is None:
            return self._glued(token)
        known, word = self.vocabulary, plain(token.text)
        if (scale := self._scale_of(token)) is not None:
            return self._scale(token, scale)
        role = known.roles.get(word)
        if role is None or (role == "one" and token.text.casefold() == known.exact_one):
            return self._number(token)
        if role in {"part", "point"} and not self.terms:
            role = "share" if word in known.shares else ""
        take = {
            "half": self._half,
            "joined": self._and,
            "part": self._part,
            "point": self._point,
            "share": self._number if self.terms else self._share,
            "one": self._article,
        }
        return take.get(role, self._number)(token)

    def _share(self, token: Token) -> bool:
        """`driekwart`, `half`: a share in one word."""
        self.terms.append(self.vocabulary.shares[plain(token.text)])
        self.is_closed = True
        return self._accept(token) and self._skip_joiners()

    def _glued(self, token: Token) -> bool:
        """Letters on the digits: a scale, or the number's end."""
        if self.text[token.end : token.end + 1].isdigit():  # `32m2`
            return False
        scale = self.vocabulary.glued.get(token.text)
        scale = self.vocabulary.scales.get(plain(token.text)) if scale is None else scale
        if scale is None:
            return False
        self.glued = token.text
        return self._scale(token, scale)

    def _scale(self, token: Token, scale: Decimal) -> bool:
        """The terms that are smaller than the scale are multiplied by it."""
        terms = multiply(self.terms, scale)
        if terms is None:
            self.is_unreadable = bool(self.terms) and self.terms[-1] < scale
            return False
        self.terms = terms
        self.scale *= scale
        return self._accept(token, scale=scale)

    def _half(self, token: Token) -> bool:
        """`half a`, `eine halbe`; a half behind a number is another thing."""
        if self.terms and not self.is_article:
            return False
        self.terms, self.is_closed = [_HALF], True
        return self._accept(token) and self._skip_joiners()

    def _skip_joiners(self) -> bool:
        """`half of a million`: what stands between is passed over where a scale follows."""
        at = self.at
        while (token := token_at(self.text, at)) and plain(token.text) in self.vocabulary.joiners:
            at = token.end
        if token and self._scale_of(token):
            self.at = at
        return True

    def _and(self, token: Token) -> bool:
        """`and` before a half, a part, or a number that fits."""
        following = part_at(self.text, token.end)
        if not self.terms or self.is_article or following is None or following.kind != "word":
            return False
        behind = part_at(self.text, following.end)
        return self._and_part(following, behind) or self._and_number(token, following)

    def _and_part(self, token: Token, behind: Token | None) -> bool:
        """`and a half`, `and three quarters`: of what the last scale made."""
        known, one = self.vocabulary, self.last_scale or 1
        is_article = plain(token.text) in known.ones
        half = behind if is_article and behind else token
        if plain(half.text) in known.halves:
            self.terms[-1] += _HALF * one
            return self._accept(half)
        value = Decimal(1) if is_article else read_word(token.text, known)
        if value is None or behind is None or plain(behind.text) not in known.parts:
            return False
        self.terms[-1] += value / known.parts[plain(behind.text)] * one
        return self._accept(behind)

    def _and_number(self, token: Token, following: Token) -> bool:
        """`two hundred and fifty`, but no `and` between the two ends of a range."""
        known = self.vocabulary
        is_article = plain(following.text) in known.ones
        value = Decimal(1) if is_article else read_word(following.text, known)
        if value is None or self.terms[-1] < HUNDRED or not self._joins(value, following):
            return False
        is_range = follows_between(self.text, self.start or 0, known)
        if is_range and not has_and(self.text, following.end, known):
            return False
        self.at = token.end
        return True

    def _part(self, token: Token) -> bool:
        """`three quarters`, `a third`."""
        if len(self.terms) != 1 or self.terms[0] % 1 or self.scale != 1:
            return False
        self.terms = [self.terms[0] / self.vocabulary.parts[plain(token.text)]]
        self.is_closed = True
        return self._accept(token) and self._skip_joiners()

    def _point(self, token: Token) -> bool:
        """`one point two five`: digits in words, one after the other."""
        at, digits, known = token.end, "", self.vocabulary
        last = token
        while (word := token_at(self.text, at)) and plain(word.text) in known.units:
            digits += str(known.numbers[plain(word.text)])
            at, last = word.end, word
        if not digits or self.terms[-1] % 1:
            return False
        self.terms[-1] += Decimal(digits).scaleb(-len(digits))
        return self._accept(last)

    def _article(self, token: Token) -> bool:
        """A one at the beginning; behind a number only before a scale."""
        if not self.terms:
            self.terms.append(Decimal(1))
            self._accept(token)
            self.is_article = True
            return True
        return self._is_article_of_scale(token) and self._add(token, Decimal(1))

    def _is_article_of_scale(self, token: Token) -> bool:
        """`a hundred`: an article, or a one, right before a scale."""
        following = part_at(self.text, token.end)
        is_article = plain(token.text) in self.vocabulary.ones
        return is_article and following is not None and self._scale_of(following) is not None

    def _number(self, token: Token) -> bool:
        text = hyphened_at(self.text, token.start, self.vocabulary) or token.text
        token = token._replace(text=text, end=token.start + len(text))
        value = read_word(text, self.vocabulary)
        if value is not None:
            return self._add(token, value)
        value = None if self.terms else read_beginning(token.text, self.vocabulary)
        if value is None:
            return False
        self.terms.append(value)
        self._accept(token)
        self.is_closed = True
        return False

    def _add(self, token: Token, value: Decimal) -> bool:
        if self.terms and not self._joins(value, token):
            return False
        self.terms.append(value)
        return self._accept(token)
