"""Numerals: what a written number is worth in a language.

In: the text of one numeral or number word. Out: a Decimal that keeps the digits as written, or None
where the marks fit no way of writing numbers (a version, a date). Never a binary float.
"""

import re
import unicodedata
from decimal import Decimal

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.lexicon.number_records import Numerals

_BLANK_GROUPS = re.compile(r"(?<=\d)[ \u00a0'](?=\d{3})")
_LONGEST = 32
"""No quantity of a newspaper has more marks; a longer row of digits is a name."""
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


def parse_number_word(word: str, lexicon: Lexicon) -> Decimal | None:
    """The value of a number word, compounds included (`dreihunderttausend`, `zweieinhalb`)."""
    numerals, words = lexicon.numerals, lexicon.numerals.values
    if word in words:
        return words[word]
    for ending in numerals.and_half:
        stem = word.removesuffix(ending)
        if stem != word and stem in words:
            return words[stem] + Decimal("0.5")
    return _parse_thousands(word, numerals)


def _parse_thousands(word: str, numerals: Numerals) -> Decimal | None:
    """A compound around the word for a thousand, as German and Dutch write it."""
    words, thousand = numerals.values, numerals.thousand
    left, found, right = word.partition(thousand) if thousand else (word, "", "")
    if not found or not (left or right):
        return None
    many = words.get(left) if left else Decimal(1)
    tail = right
    for link in numerals.thousand_links:
        tail = tail.removeprefix(link)
    rest = words.get(tail) if right else Decimal(0)
    if many is None or rest is None or many >= 1000 or rest >= 1000:  # noqa: PLR2004
        return None
    return many * 1000 + rest
