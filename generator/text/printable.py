"""Data text made safe to stand in a message, a log or a terminal.

In: any text that came from outside (a value, a file name, a line of YAML).
Out: one printable line, everything that cannot be seen escaped; of at most `limit` characters.
It never changes what the text says: letters of all scripts stay as they are.
"""

import unicodedata
from collections.abc import Iterable

LIMIT = 80
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and marks that Python calls printable but that show nothing."""
_MARKS_IN_A_ROW = 2
"""More combining marks than this on one letter hide the lines around them."""


def shown(text: str, limit: int = LIMIT) -> str:
    """The text as one printable line of at most `limit` characters, cut with an ellipsis."""
    pieces = _pieces(text[: limit + 1])
    length = sum(map(len, pieces))
    if length <= limit and len(text) <= limit:
        return "".join(pieces)
    while length > limit - 1:
        length -= len(pieces.pop())
    return "".join(pieces) + "…"


def escaped(text: str) -> str:
    """The whole text with everything escaped that cannot be seen."""
    return "".join(_pieces(text))


def _pieces(text: str) -> list[str]:
    """Each character, or what is printed in its place."""
    if text.isascii() and text.isprintable():
        return list(text)
    pieces: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        hidden = marks > _MARKS_IN_A_ROW or (not pieces and marks > 0)
        pieces.append(_escape(character, hidden=hidden))
    return pieces


def _escape(character: str, *, hidden: bool) -> str:
    if character.isprintable() and not hidden and not _is_invisible(character):
        return character
    escaped = character.encode("unicode_escape").decode("ascii")
    return escaped if escaped != character else f"\\u{ord(character):04x}"


def _is_invisible(character: str) -> bool:
    name = unicodedata.name(character, "")
    return character in _INVISIBLE or name.startswith("VARIATION SELECTOR")


_MOST_LISTED = 8


def listed(words: Iterable[str]) -> str:
    """Words in a row for a hint, cut when there are too many."""
    every = list(words)
    return ", ".join(every[:_MOST_LISTED]) + (" …" if len(every) > _MOST_LISTED else "")
