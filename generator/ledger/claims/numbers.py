"""Numbers in words that editors wrote: those that claim something of the subject.

In: a text, its language, the declared units. Out: the numbers that need something to rest on, read
by the finder that reads articles. Dates, ordinals, small counts of what is no unit ("five
articles", "two days later"), a part of a stretch of time ("half a year") and as many as make up a
longer one ("twelve months") claim nothing.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.evidence import (
    AnnotatedArticle,
    Annotation,
    annotate,
    declared_words,
    is_readable,
)
from generator.ledger.claims.constants import whole_times
from generator.model import Unit
from generator.text import find_signs

_SMALL = Decimal(12)
"""Up to here a number that counts no unit is a pronoun or a count: two sources, the five texts."""
_UNCLAIMED = frozenset({"date", "ordinal"})
_KNOWN_UNITS = frozenset({"money", "sign", "ratio", "measure", "declared"})
_OTHERWISE = "en"
"""Digits are read so in languages that have no lexicon."""
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\D*(?:19|20)\d\d\D*")
_RUN = re.compile(r"[^\W\d_]{2,}")


class Claim(NamedTuple):
    """A number in an editor's words."""

    text: str
    start: int
    end: int
    number: Annotation | None = None
    """As it was read; None where it is a numeral that only its script tells."""

    @property
    def is_name(self) -> bool:
        """Letters and digits grown together, as in the name of a model."""
        return self.number is not None and self.number.mention.kind == "name"

    @property
    def is_amount(self) -> bool:
        """It has a unit or a scale: no name has, though one may have a stretch of time."""
        if self.number is None:
            return True
        kind, figure = self.number.mention.kind, self.number.figure
        unit = figure.unit if figure else None
        is_time = kind == "duration" and not (unit and unit.kind == "declared")
        return kind == "money" or (not is_time and has_known_unit(self.number))


def claims_in(text: str, lang: str, units: Mapping[str, Unit]) -> Iterator[Claim]:
    """The numbers of a text that need a figure to rest on, in order of their kinds."""
    read = read_words(text, lang, units)
    is_known = is_readable(lang)
    for one in read.annotations:
        mention = one.mention
        if _claims(one, read, units) and (is_known or _DIGIT.search(mention.text)):
            yield Claim(mention.text, mention.start, mention.end, one)
    spans = [(one.mention.start, one.mention.end) for one in read.annotations]
    for at, sign in (*find_signs(text), *_runs_of_numerals(text)):
        if not any(start <= at < end for start, end in spans):
            yield Claim(sign, at, at + len(sign))


def _runs_of_numerals(text: str) -> Iterator[tuple[int, str]]:
    """Letters of a script each of which is a number: 百九十億."""
    for run in _RUN.finditer(text):
        if all(unicodedata.numeric(letter, None) is not None for letter in run[0]):
            yield run.start(), run[0]


def read_words(text: str, lang: str, units: Mapping[str, Unit]) -> AnnotatedArticle:
    """A text of an editor, read as an article would be."""
    return annotate(text, lang if is_readable(lang) else _OTHERWISE, _nouns(units, lang))


def _nouns(units: Mapping[str, Unit], lang: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The nouns of the declared units, and what the site calls them in this language."""
    return tuple(
        (name, tuple(dict.fromkeys((*words, *units[name].label.get(lang, {}).values()))))
        for name, words in declared_words(units, lang)
    )


def has_known_unit(one: Annotation) -> bool:
    """It stands with a unit of money, a ratio, a measure or a declared one, and no other noun."""
    unit = one.figure.unit if one.figure else None
    is_beside = one.unit is not None and one.mention.start <= one.unit[0] < one.mention.end
    return unit is not None and is_beside and unit.kind in _KNOWN_UNITS


def _claims(one: Annotation, read: AnnotatedArticle, units: Mapping[str, Unit]) -> bool:
    mention = one.mention
    if mention.kind in _UNCLAIMED or mention.value is None:
        return mention.kind == "name" and not _YEAR.fullmatch(mention.text)
    is_typed = bool(_DIGIT.search(mention.text))
    if mention.kind == "duration":
        if mention.unit in whole_times(mention.value):
            return False
        is_small = mention.value <= _SMALL and mention.unit not in units
        return is_typed or not (is_small or mention.value <= 1)
    is_small = mention.kind == "count" and abs(mention.value) <= _SMALL
    if not is_small or mention.value != mention.value.to_integral_value():
        return not _is_part_of_few(one, read)
    return has_known_unit(one) or (mention.unit is None and is_typed)


def _is_part_of_few(one: Annotation, read: AnnotatedArticle) -> bool:
    """Things told apart by number words: `zwei von drei` is no rate, `one in five` is."""
    if one.figure is None or not one.figure.is_share or _DIGIT.search(one.mention.text):
        return False
    first, last = one.figure.core
    of = read.lexicon.shares.of
    return any(of.at(read.lexed.tokens, at) for at in range(first + 1, last - 1))
