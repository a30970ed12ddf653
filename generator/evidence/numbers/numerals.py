"""Numerals: what a written number is worth in a language.

In: the text of one numeral or number word. Out: a Decimal that keeps the digits as written, or None
where the marks fit no way of writing numbers (a version, a date). Never a binary float.
"""

import functools
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.lexicon.number_records import Numerals

_BLANK_GROUPS = re.compile(r"(?<=\d)[ \u00a0'](?=\d{3})")
_LONGEST = 32
"""No quantity of a newspaper has more marks; a longer row of digits is a name."""
ONE, _TEN, _TWENTY, _THOUSAND = Decimal(1), Decimal(10), Decimal(20), Decimal(1000)
ENDLESS = Decimal((0, (1,), 100))
"""Above every number that a text has."""
_PLAIN = re.compile(r"\d+")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_FRACTIONS = {
    "1/2": "0.5",
    "1/4": "0.25",
    "3/4": "0.75",
    "1/5": "0.2",
    "1/8": "0.125",
    "1/10": "0.1",
}


def parse_numeral(text: str, lexicon: Lexicon) -> Decimal | None:
    """The value of a numeral, its separators read as the language writes them.

    Marks that are no legal group (`2.5` in German) are read as a foreign decimal sign.
    """
    if len(text) > _LONGEST:
        return None
    text = _BLANK_GROUPS.sub("", text)
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    group, decimal = lexicon.numerals.group, lexicon.numerals.decimal
    for grouping, point in ((group, decimal), (decimal, group)):
        if _has_groups(text, grouping, point, is_foreign=grouping == decimal):
            return Decimal(text.replace(grouping, "").replace(point, "."))
        if re.fullmatch(rf"\d+{re.escape(point)}\d+", text):
            return Decimal(text.replace(point, "."))
    if group == "," and _INDIAN.fullmatch(text):
        return Decimal(text.replace(",", ""))
    return None


def _has_groups(text: str, group: str, decimal: str, *, is_foreign: bool) -> bool:
    """Whether the text is grouped by threes; a single foreign group is taken for a decimal."""
    pattern = rf"[1-9]\d{{0,2}}((?:{re.escape(group)}\d{{3}})+)({re.escape(decimal)}\d+)?"
    match = re.fullmatch(pattern, text)
    if not match:
        return False
    return not is_foreign or bool(match[2]) or match[1].count(group) > 1


def parse_fraction(text: str) -> Decimal | None:
    """The value of `½` or `1/2` where it ends within the decimals."""
    if text in _FRACTIONS:
        return Decimal(_FRACTIONS[text])
    is_sign = len(text) == 1 and unicodedata.category(text) == "No"
    if is_sign and "FRACTION" in unicodedata.name(text, ""):
        value = Decimal(str(unicodedata.numeric(text)))
        return value if len(value.as_tuple().digits) <= 4 else None  # noqa: PLR2004 - not a third
    return None


@dataclass(frozen=True, slots=True)
class NumberWord:
    """What one word is worth, and what may stand behind it."""

    value: Decimal
    room: Decimal = ONE
    """What is added behind the word is below this; nothing is below one."""
    scale: Decimal = ONE
    """The product of the scale words in it, where a number stands before them."""


def parse_number_word(word: str, lexicon: Lexicon) -> Decimal | None:
    """The value of a number word, compounds included (`dreihunderttausend`, `zweieinhalb`)."""
    found = read_number_word(word, lexicon)
    return found.value if found else None


@functools.lru_cache(maxsize=8192)
def read_number_word(word: str, lexicon: Lexicon) -> NumberWord | None:
    """A number word as the grammar needs it; remembered, since texts repeat their words."""
    return _read(word, lexicon.numerals, ENDLESS)


def _read(word: str, numerals: Numerals, limit: Decimal) -> NumberWord | None:
    """The word as a number below the limit: around a scale word, as it stands, or with a part."""
    for name, size in numerals.compounds.items():
        left, found, right = word.partition(name)
        if found:
            return _read_around(left, size, right, numerals) if size < limit else None
    value = numerals.values.get(word, numerals.values.get(word.translate(numerals.plain_letters)))
    if value is None:
        return _read_added(word, numerals)
    is_tens = numerals.tens_first and value >= _TWENTY and not value % _TEN
    return NumberWord(value, _TEN if is_tens else ONE) if value < limit else None


def _read_around(left: str, size: Decimal, right: str, numerals: Numerals) -> NumberWord | None:
    """A compound: how many stands before its scale word, what is added behind it."""
    many = _read_stem(left, numerals, min(size, _THOUSAND))
    if many is None and (left or size > _THOUSAND):
        return None
    value, scale = (many.value * size, many.scale * size) if many else (size, ONE)
    if not right:
        return NumberWord(value, ONE if value % size else size, scale)
    stems = (right, *(right.removeprefix(one) for one in numerals.links if right.startswith(one)))
    rest = next((found for stem in stems if (found := _read_stem(stem, numerals, size))), None)
    return NumberWord(value + rest.value, rest.room, scale) if rest else None


def _read_stem(word: str, numerals: Numerals, limit: Decimal) -> NumberWord | None:
    """A part of a compound, where an article is a one: `hundertein`, `eineinhalb`."""
    return NumberWord(ONE) if word in numerals.one else _read(word, numerals, limit)


def _read_added(word: str, numerals: Numerals) -> NumberWord | None:
    """`zweieinhalb`, `tweeënhalf`: a number and a part of one in a word."""
    for ending, part in numerals.added.items():
        if not word.endswith(ending):
            continue
        stem = word.removesuffix(ending)
        for link in ("", *numerals.links):
            if stem.endswith(link) and (
                many := _read_stem(stem.removesuffix(link), numerals, _THOUSAND)
            ):
                return NumberWord(many.value + part)
    return None
