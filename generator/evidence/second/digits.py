"""Digits, read by one strict pattern a language.

In: a row of digits with the marks between them, and the marks of the language. Out: its value, or
None where the pattern does not fit: what is no number of the language is not guessed at.
"""

import functools
import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

RUN = re.compile(
    r"\d{1,3}(?:[ \u00a0']\d{3})+(?![\d'])(?:[.,]\d+)*"  # groups parted by blanks
    r"|\d+(?:[^\w\s\-/\u2044:;()\[\]{}<>=%~|\u00d7\"$£¥¢\u20a0-\u20cf]\d+)*"
)
"""A row of digits, with whatever mark stands between two digits: the pattern judges it."""
_FRACTION = re.compile(r"(\d{1,2})[/\u2044](\d{1,2})")
_LONGEST = 27
_PARTS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 32})


def _divide(part: int, by: int) -> Decimal:
    return Decimal(part) / Decimal(by)


_SIGNS = {
    chr(code): _divide(
        *Fraction(unicodedata.numeric(chr(code))).limit_denominator(10).as_integer_ratio()
    )
    for code in (*range(0xBC, 0xBF), *range(0x2150, 0x215F))
}
"""The fractions that are one sign."""
FRACTION_SIGNS = "".join(_SIGNS)


@functools.lru_cache(maxsize=32)
def _patterns(group: str, decimal: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The numerals of a language; and those of others that can be read in one way only."""
    first, mark, point = r"[1-9]\d{0,2}", re.escape(group), re.escape(decimal)
    grouped = "|".join(
        rf"{first}(?:{one}\d{{3}})+" for one in dict.fromkeys((mark, " ", "\u00a0", "'"))
    )
    indian = r"|[1-9]\d?(?:,\d{2})+,\d{3}" if group == "," else ""
    own = re.compile(rf"(?P<whole>{grouped}{indian}|\d+)(?:{point}(?P<part>\d+))?")
    foreign = re.compile(rf"(?P<whole>\d+){mark}(?P<part>\d{{1,2}}|\d{{4,}})")
    return own, foreign


@functools.lru_cache(maxsize=4096)
def read_digits(text: str, group: str, decimal: str) -> Decimal | None:
    """The value of a numeral as the language writes it."""
    if len(text) > _LONGEST:
        return None
    for pattern in _patterns(group, decimal):
        if found := pattern.fullmatch(text):
            whole = re.sub(r"\D", "", found["whole"])
            part = found["part"] or ""
            return Decimal(whole + part).scaleb(-len(part))
    return None


def read_fraction(text: str) -> Decimal | None:
    """The value of `½` or `3/4`."""
    if text in _SIGNS:
        return _SIGNS[text]
    found = _FRACTION.fullmatch(text)
    if found is None or int(found[2]) not in _PARTS or int(found[1]) >= int(found[2]):
        return None
    return _divide(int(found[1]), int(found[2]))
