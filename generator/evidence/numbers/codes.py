"""Codes of currencies in a text: `5 KZT`, `CZK 300m`, and those that are words by chance.

In: tokens beside a number. Out: the code that stands there in capitals. Codes that are also words
or names (`ALL`, `PEN`, `NIO`) count only where the number has nothing else to count.
"""

from collections.abc import Sequence

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.text.tokens import Token, is_glued


def code_at(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> str | None:
    """The code right behind a number."""
    if index >= len(tokens):
        return None
    token, codes = tokens[index], lexicon.codes
    if token.text in codes.sure:
        return token.text
    is_free = token.text in codes.doubtful and not _counts_on(tokens, index + 1, lexicon)
    return token.text if is_free else None


def code_before(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> str | None:
    """The code right before the number at `index`."""
    text, codes = tokens[index - 1].text, lexicon.codes
    if text in codes.sure:
        return text
    is_candidate = text in codes.doubtful and text not in codes.behind
    at = index + 1
    while at < len(tokens) and _is_scale(tokens, at, lexicon):
        at += 1
    return text if is_candidate and not _counts_on(tokens, at, lexicon) else None


def is_doubtful(token: Token, lexicon: Lexicon) -> bool:
    """A word that is a code by chance, in whatever letters: `5 try`."""
    return token.text.upper() in lexicon.codes.doubtful


def _is_scale(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    is_letter = is_glued(tokens, at) and tokens[at].text in lexicon.scales.glued
    return is_letter or tokens[at].lower in lexicon.scales.words


def _counts_on(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """A word follows that may be what is counted: `5 TOP managers`, `ALL 5 people`."""
    at += at < len(tokens) and tokens[at].text == "-"
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.text in {"%", "€", "$", "£", "¥"}:
        return True
    return token.kind == "word" and token.lower not in lexicon.nouns.stops
