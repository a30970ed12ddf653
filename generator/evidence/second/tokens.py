"""The pieces of a text that a number may be made of, one at a time.

In: a text, a position. Out: a `Token`: a row of digits, a sign of a fraction, a word or a mark.
"""

import re
from typing import NamedTuple

from generator.evidence.second.digits import FRACTION_SIGNS, RUN

_LETTER = rf"[^\W\d_\u00b9\u00b2\u00b3\u2070-\u2079\u2080-\u2089{FRACTION_SIGNS}]"
"""No raised digit: it is a note."""
_TOKEN = re.compile(
    rf"[^\S\n]*(?:(?P<digits>{RUN.pattern})|(?P<sign>[{FRACTION_SIGNS}])"
    rf"|(?P<word>{_LETTER}+(?:'{_LETTER}+)*)|(?P<mark>\S))"
)


class Token(NamedTuple):
    """One piece, and its span."""

    kind: str
    text: str
    start: int
    end: int


def token_at(text: str, position: int) -> Token | None:
    """The next token of the paragraph."""
    found = _TOKEN.match(text, position)
    if found is None:
        return None
    kind = found.lastgroup or ""
    return Token(kind, found[kind], *found.span(kind))


def part_at(text: str, position: int) -> Token | None:
    """The next token, behind a hyphen that joins it to the one before."""
    token = token_at(text, position)
    if token is None or token.text != "-" or token.start != position:
        return token
    joined = token_at(text, token.end)
    return joined if joined and joined.kind == "word" and joined.start == token.end else token
