"""Digits of addresses and accounts: house numbers, postcodes, account numbers, flights.

In: tokens and the index of a numeral. Out: the tokens of the address or code that it belongs to. It
is known by the words and the spelling around it; a number that counts something is none.
"""

from generator.evidence.numbers.figures import LexedText
from generator.evidence.numbers.units import find_unit_after
from generator.evidence.text.tokens import is_glued

_POSTCODES = frozenset({4, 5})
_LONGEST_STREET = 4
_COUNTRY = 2
_GROUP = 4
_FEWEST_GROUPS = 3
_FLIGHT = range(3, 5)


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
    while last < len(tokens) and tokens[last].kind == "number" and len(tokens[last].text) <= _GROUP:
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
