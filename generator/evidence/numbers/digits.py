"""Digits as a text writes them: with a mark in front, with the other language's marks, with notes.

In: the text of one numeral, or tokens behind it. Out: the value; whether its marks may mean another
number; where a note behind it ends (`320*`, `3,5¹`, `320 [1]`). Never a guess: a numeral that two
languages read differently is said to be one. Digits of addresses, accounts and flights are none:
they are known by the words and the spelling around them.
"""

import functools
import re
from decimal import Decimal

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.figures import LexedText, scale_at
from generator.evidence.numbers.grammar import Reading, read_digits
from generator.evidence.numbers.numerals import parse_fraction, parse_numeral
from generator.evidence.numbers.units import find_unit_after
from generator.evidence.text.tokens import is_glued

_ONE_GROUP = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_SEVERAL_GROUPS = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})+")
_GROUP = 3
_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
_NOTES = frozenset(f"*†‡§#{_RAISED}")
_OPENING = {"(": ")", "[": "]"}
_LONGEST_NOTE = 2
_TIMES = frozenset("×x·⋅*")
_LOWERED = dict(zip(map(ord, _RAISED), "0123456789", strict=True))
_BASE = "10"
"""A raised number behind it is its power: `10⁶`."""
_POSTCODES = frozenset({4, 5})
_LONGEST_STREET = 4
_COUNTRY = 2
_ACCOUNT_GROUP = 4
_FEWEST_GROUPS = 3
_FLIGHT = range(3, 5)


@functools.lru_cache(maxsize=8192)
def parse_digits(text: str, lexicon: Lexicon) -> Decimal | None:
    """The value of a numeral, which may begin with its decimal mark: `.5`, `,77`."""
    if text[0] in ".,":
        return Decimal(f"0.{text[1:]}") if text[1:].isdecimal() else None
    return parse_numeral(text, lexicon)


def has_other_marks(text: str, lexicon: Lexicon) -> bool:
    """One group of three behind the decimal mark: `€1.500` in English may be 1,500."""
    if text[0] in ".,":
        return text[0] == lexicon.numerals.group and len(text) == _GROUP + 1
    return lexicon.numerals.decimal in text and _ONE_GROUP.fullmatch(text) is not None


def is_decimal(text: str, lexicon: Lexicon) -> bool:
    """Digits with the language's decimal mark that part no thousands: `2,35`."""
    whole, mark, part = text.partition(lexicon.numerals.decimal)
    return bool(mark) and whole.isdecimal() and part.isdecimal() and len(part) != _GROUP


def has_other_groups(text: str, lexicon: Lexicon) -> bool:
    """Several groups with the other language's mark: `2,345,678` in German."""
    return lexicon.numerals.decimal in text and _SEVERAL_GROUPS.fullmatch(text) is not None


def is_power(lexed: LexedText, index: int) -> bool:
    """A power of ten: `10⁶`."""
    after = lexed.lower(index + 1)
    return lexed.tokens[index].text == _BASE and bool(after) and after[0] in _NOTES - {"*", "#"}


def read_power(lexed: LexedText, after: int) -> tuple[Decimal, int] | None:
    """A power of ten that multiplies the number before it: `2.998×10−8`, `5 × 10⁶`, `5·10^6`."""
    tokens = lexed.tokens
    if lexed.lower(after) not in _TIMES or lexed.lower(after + 1) != _BASE:
        return None
    at = after + 2
    raised = lexed.lower(at).translate(_LOWERED) if is_glued(tokens, at) else ""
    if raised.isdecimal():
        return Decimal((0, (1,), int(raised[:_LONGEST_NOTE]))), at + 1
    is_written = is_glued(tokens, after) and is_glued(tokens, after + 1)
    is_caret = raised == "^"
    at += is_caret
    is_minus = lexed.lower(at) in {"-", "\u207b"} and is_glued(tokens, at)
    at += is_minus
    is_power = at < len(tokens) and is_glued(tokens, at) and (is_caret or (is_minus and is_written))
    digits = lexed.lower(at).translate(_LOWERED)
    if not is_power or not digits.isdecimal() or len(digits) > _LONGEST_NOTE:
        return None
    return Decimal((0, (1,), -int(digits) if is_minus else int(digits))), at + 1


def read_numeral(lexed: LexedText, index: int) -> Reading | None:
    """The value of digits, with fractions and scale; None where they are no number."""
    tokens = lexed.tokens
    value = parse_digits(tokens[index].text, lexed.lexicon)
    after = index + 1
    if (
        lexed.lower(after) == "/"
        and all(is_glued(tokens, at) for at in (after, after + 1))
        and (tokens[after + 1].kind == "number")
    ):
        value = parse_fraction("".join(token.text for token in tokens[index : index + 3]))
        after = index + 3
    if value is None:
        return None
    if power := read_power(lexed, after):
        return Reading(value=value * power[0], after=power[1], has_digits=True)
    part, after = _read_fraction(lexed, after)
    return read_digits(lexed, value + part, _skip_note(lexed, _skip_dash(lexed, after)))


def _skip_note(lexed: LexedText, after: int) -> int:
    """The index after a note, where a scale or a unit goes on behind it: `$320* million`."""
    end = _note_end(lexed, after)
    if end == after or scale_at(lexed, end, is_first=True):
        return end
    unit = find_unit_after(lexed.tokens, end, lexed.lexicon, lexed.nouns)
    return end if unit and unit.kind != "noun" and unit.first == end else after


def _skip_dash(lexed: LexedText, after: int) -> int:
    """The index after a dash that stands for no cents: `20.-`, `20,-`."""
    tokens = lexed.tokens
    is_mark = lexed.lower(after) in {".", ","} and lexed.lower(after + 1) == "-"
    is_joined = is_mark and is_glued(tokens, after) and is_glued(tokens, after + 1)
    goes_on = is_glued(tokens, after + 2) and tokens[after + 2].kind != "mark"
    return after + 2 if is_joined and not goes_on else after


def _read_fraction(lexed: LexedText, after: int) -> tuple[Decimal, int]:
    """The fraction that goes with a whole number, `3½`, `3 1/2`, `3-1/2`, and the index after."""
    tokens = lexed.tokens
    is_joined = lexed.lower(after) == "-" and is_glued(tokens, after)
    at = after + (is_joined and is_glued(tokens, after + 1))
    for count in (1, 3):
        window = tokens[at : at + count]
        part = parse_fraction("".join(token.text for token in window))
        is_apart = count == 1 or at > after or not is_glued(tokens, at)
        if part and len(window) == count and is_apart:
            return part, at + count
    return Decimal(0), after


def _note_end(lexed: LexedText, after: int) -> int:
    """The index after a note that stands behind the number: `320*`, `3,5¹`, `320 [1]`."""
    tokens, at = lexed.tokens, after
    while is_glued(tokens, at) and all(sign in _NOTES for sign in tokens[at].text):
        at += 1
    closing = _OPENING.get(lexed.lower(at))
    if closing and lexed.lower(at + 2) == closing and _is_mark(lexed, at + 1):
        at += 3
    return at


def _is_mark(lexed: LexedText, at: int) -> bool:
    """One or two digits, a letter or a sign: what numbers a note."""
    token = lexed.tokens[at]
    if token.kind == "number":
        return token.text.isdecimal() and len(token.text) <= _LONGEST_NOTE
    return len(token.text) == 1


def find_address(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """The first token of what the numeral belongs to, and the one after its last."""
    if not lexed.tokens[index].text.isdecimal():
        return None
    return (
        _account(lexed, index)
        or _postcode(lexed, index)
        or _before_street(lexed, index)
        or _after_street(lexed, index)
        or _flight(lexed, index)
    )


def _account(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """`DE89 3704 0044 0532 0130 00`: a country, check digits and groups of four."""
    tokens = lexed.tokens
    is_opened = is_glued(tokens, index) and len(tokens[index].text) == _COUNTRY
    if (
        not is_opened
        or len(tokens[index - 1].text) != _COUNTRY
        or not _is_capitals(lexed, index - 1)
    ):
        return None
    last = index + 1
    while (
        last < len(tokens)
        and tokens[last].kind == "number"
        and len(tokens[last].text) <= _ACCOUNT_GROUP
    ):
        last += 1
    return (index - 1, last) if last - index > _FEWEST_GROUPS else None


def _is_capitals(lexed: LexedText, at: int) -> bool:
    return lexed.tokens[at].kind == "word" and lexed.tokens[at].text.isupper()


def _postcode(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """`10115 Berlin`, `1012 AB Amsterdam`: the place that it belongs to stands behind it."""
    tokens, text = lexed.tokens, lexed.tokens[index].text
    at = index + 1
    if len(text) not in _POSTCODES or at >= len(tokens):
        return None
    if _is_capitals(lexed, at) and len(tokens[at].text) == _COUNTRY and at + 1 < len(tokens):
        at += 1
    return (index, at + 1) if tokens[at].text in lexed.lexicon.titles.places else None


def _before_street(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """`49 Zorro Ranch Road`: names up to a word for streets."""
    tokens, streets = lexed.tokens, lexed.lexicon.titles.streets
    for at in range(index + 1, min(index + 2 + _LONGEST_STREET, len(tokens))):
        text = tokens[at].text
        if text in streets and at > index + 1:
            return index, at + 1
        is_name = text[0].isupper() or text[0].isdigit() or is_glued(tokens, at)
        if not is_name or tokens[at].kind == "mark":
            return None
    return None


def _after_street(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """`Hauptstraße 5`, `Kerkstraat 12`: the word before ends as streets do."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    if index == 0 or is_glued(tokens, index) or not tokens[index - 1].text[0].isupper():
        return None
    if not tokens[index - 1].lower.endswith(lexicon.titles.street_endings):
        return None
    unit = find_unit_after(tokens, index + 1, lexicon, lexed.nouns)
    is_scaled = lexed.lower(index + 1) in lexicon.scales.words
    return None if unit or is_scaled else (index - 1, index + 1)


def _flight(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """`LH 455`: two capitals that are no unit, and three or four digits that count nothing."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    if index == 0 or len(tokens[index].text) not in _FLIGHT or is_glued(tokens, index):
        return None
    code = tokens[index - 1].text
    if len(code) != _COUNTRY or not _is_capitals(lexed, index - 1) or is_glued(tokens, index - 1):
        return None
    if code in lexicon.money.symbols or (code,) in lexicon.measures.signs.meanings:
        return None
    unit = find_unit_after(tokens, index + 1, lexicon, lexed.nouns)
    is_scaled = lexed.lower(index + 1) in lexicon.scales.words
    return None if unit or is_scaled else (index - 1, index + 1)
