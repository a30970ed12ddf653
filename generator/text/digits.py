"""What of a text a reader would take for a number: digits of any script, halves, circled tens.

In: text as a reader sees it. Out: the numbers, as they stand. Numerals that are letters of their
language (一), signs raised behind a unit (m³) and below a symbol (CO₂) are words.
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

NUMBER = re.compile(r"(?<![^\W_])[^\W\d_]*\d[\w.,:%‰°/-]*")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_MAYBE = re.compile(r"[0-9]|[^\x00-\x7f]")
_RUN = re.compile(r"\d+(?:[.,]\d+)*")
_PICTURES = frozenset(
    "\N{KEYCAP TEN}\N{HUNDRED POINTS SYMBOL}\N{INPUT SYMBOL FOR NUMBERS}"
    "\N{BRAILLE PATTERN DOTS-3456}"  # behind which letters are digits
)
_RAISED = re.compile(r"(?<=[^\W\d_])[²³₀-₉]")


def find_numbers(text: str) -> Iterator[str]:
    """Every number in the order of kinds: runs with digits first, then single signs."""
    for match in NUMBER.finditer(text):
        yield match[0]
    yield from (sign for _, sign in find_signs(text))


def numbers_in(text: str) -> Iterator[tuple[int, str]]:
    """Every number of a text with its offset: runs of digits, and signs that are numbers."""
    for match in _RUN.finditer(text):
        yield match.start(), match[0]
    yield from find_signs(text)


def may_have_number(text: str) -> bool:
    """Whether it is worth looking for one: most texts have neither a digit nor a sign."""
    return bool(_MAYBE.search(text))


def find_signs(text: str) -> Iterator[tuple[int, str]]:
    """Single characters that are numbers without being digits, with their offsets."""
    if text.isascii():
        return
    words = {match.start() for match in _RAISED.finditer(text)}
    for match in _BEYOND_ASCII.finditer(text):
        if match.start() not in words and _is_number(match[0]):
            yield match.start(), match[0]


def _is_number(character: str) -> bool:
    if character.isdecimal() or character.isalpha():
        return False  # decimal digits are runs; letters are words
    meant = unicodedata.normalize("NFKC", character)
    return character in _PICTURES or character.isnumeric() or any(c.isnumeric() for c in meant)


def plain_decimal(value: Decimal) -> str:
    """Without exponent and without loss: `109e9` is 109000000000, `9.00` stays 9.00."""
    return format(value, "f")
