"""What stands right beside a number in digits, and may make it another number.

In: a text, where the number begins and ends. Out: whether it is negative, whether it begins with
its decimal mark, and a doubt: a sign that is known neither as a part of numbers nor as their edge.
"""

import re
import unicodedata
from typing import NamedTuple

from generator.evidence.lexicon.lexicon import Lexicon

_EDGES = frozenset("([{\"'<>~=≈≤≥±+:;|•…&?!%/")
"""Marks after which a number may begin at once."""
_ENDS = frozenset(".,;:!?)]}\"'%‰°|/\u2044&…<>=+")
"""Marks that may follow a number at once."""
_LETTERS = re.compile(r"(?:[^\W\d_]\.?)+\Z")
_BROKEN = re.compile(r"(?<![\d.,])\d{1,3}([.,])\s\Z")
_TAIL = re.compile(r"\d{1,3}(?![\d.,]*\d)")
_HANGING = re.compile(r"-\s[^\W\d_]+\s\d")
_DIGIT_LETTERS = re.compile(r"[oO](?![^\W\d_])")
_GROUP = 3


class Edge(NamedTuple):
    """What stands on the left of a number."""

    start: int
    """Where its first mark is: a sign, a currency, else its first digit."""
    doubt: str = ""
    is_negative: bool = False
    is_leading: bool = False
    """Its decimal mark is its first."""


def left_edge(text: str, start: int, lexicon: Lexicon) -> Edge:
    """The left edge of the number whose first digit is at `start`."""
    before = text[:start]
    if not before or before[-1].isspace():
        return Edge(start, _broken(text, start, lexicon))
    last = before[-1]
    if last in ".,":
        return _of_decimal_mark(before, start, lexicon)
    if last == "-":
        return _of_dash(before, start, lexicon)
    if last.isalpha() or _is_money(last):
        return _of_money(before, start, lexicon)
    return Edge(start, "" if last in _EDGES else last)


def _broken(text: str, start: int, lexicon: Lexicon) -> str:
    """`12, 5` and `1, 250`: what stands before may be the beginning of the same number."""
    head, tail = _BROKEN.search(text, max(0, start - 6), start), _TAIL.match(text, start)
    if head is None or tail is None:
        return ""
    numerals, digits = lexicon.numerals, len(tail[0])
    is_group = head[1] == numerals.group and digits == _GROUP
    return head[0].rstrip() if is_group or (head[1] == numerals.decimal and digits == 1) else ""


def _of_decimal_mark(before: str, start: int, lexicon: Lexicon) -> Edge:
    """`.5` is a half where the dot is the decimal mark; `ca.5` is five."""
    rest = before[:-1]
    if (
        not rest
        or rest[-1].isspace()
        or rest[-1] in _EDGES
        or rest[-1] == "-"
        or _is_money(rest[-1])
    ):
        is_own = before[-1] == lexicon.numerals.decimal
        edge = left_edge(rest, len(rest), lexicon)
        doubt = edge.doubt if is_own else before[-1]
        return Edge(start - 1, doubt, edge.is_negative, is_leading=is_own)
    word = _LETTERS.search(rest)
    is_word = before[-1] == "." and word is not None and len(word[0]) > 1
    return Edge(start, "" if is_word else rest[-1] + before[-1])


def _of_dash(before: str, start: int, lexicon: Lexicon) -> Edge:
    """A minus after a gap; after a number a range; after a word no one knows."""
    rest = before[:-1]
    if not rest or rest[-1].isspace() or rest[-1] in "([{\"'~/" or _is_money(rest[-1]):
        return Edge(start - 1, is_negative=True)
    if rest[-1].isdigit() or rest[-1] in "%-.,–" or _is_money(rest[-1]):
        return Edge(start)
    word = _LETTERS.search(rest)
    if word and word[0].lower() in lexicon.numerals.minus:
        return Edge(start - 1, is_negative=True)
    return Edge(start, f"{word[0] if word else rest[-1]}-")


def _of_money(before: str, start: int, lexicon: Lexicon) -> Edge:
    """A currency may be written onto the digits; what is no currency may not."""
    has_sign = _is_money(before[-1])
    sign = before[-1] if has_sign else ""
    letters = _LETTERS.search(before[: len(before) - len(sign)])
    word = (letters[0] if letters else "") + sign
    # Which money letters at its sign name is for the rule on units; the number is certain.
    known = has_sign or _is_currency(word, lexicon)
    at = start - len(word)
    if not has_sign and at and _is_money(before[at - 1]):  # `$US5`
        word, at = before[at - 1] + word, at - 1
        known = {word, word[1:] + word[0]} & {*lexicon.money.symbols} != set()
    minus = at > 0 and before[at - 1] == "-" and (at == 1 or not before[at - 2].isalnum())
    return Edge(at, "" if known else word, is_negative=minus)


def _is_money(mark: str) -> bool:
    return unicodedata.category(mark) == "Sc"


def _is_currency(word: str, lexicon: Lexicon) -> bool:
    money = lexicon.money
    code = word[:-1] if _is_money(word[-1]) else word
    return (
        word in money.symbols
        or code in lexicon.codes.every
        or (word.lower(),) in money.words.meanings
    )


def right_doubt(text: str, end: int) -> str:
    """The sign right behind the number that is known for nothing; empty where all is well."""
    following = text[end : end + 1]
    if not following or following.isspace() or following in _ENDS or _is_money(following):
        return _behind_mark(text, end)
    if following == "-":
        behind = text[end + 1 : end + 2]
        is_free = not behind or behind.isspace()
        return "-" if is_free and not _HANGING.match(text, end) else ""
    if following.isalpha():
        return following if _DIGIT_LETTERS.match(text, end) else ""
    if following in "*†‡#[({" or unicodedata.category(following) == "No":
        return ""
    return following


def _behind_mark(text: str, end: int) -> str:
    """A slash before another number may be a fraction, or a season."""
    return text[end] if re.match(r"[/\u2044]\d", text[end : end + 2]) else ""
