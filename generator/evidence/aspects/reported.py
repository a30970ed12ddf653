"""Whose word a sentence is, said just outside a quotation: `Laut X …`, `…, teilte X mit`.

In: the words of a sentence before and after what is quoted of it. Out: the words that give it to
another, if they govern the quotation: they open the sentence, or are the clause that closes it.
"""

import re

from generator.evidence.lexicon.lexicon import Lexicon

_BETWEEN = re.compile(r"[^,;:]{0,120}(?:,\s*(?:[^\s,;:]+\s+){0,4})?")
"""What may stand between the opening words and the quotation: no clause of its own."""
_CLOSING = re.compile(r"[^,;:]{0,120}[\"'»”“]?,[\"'»”“]?\s*(?P<clause>[^,;:]{1,120})")


def find_speaker_outside(before: str, after: str, lexicon: Lexicon) -> str | None:
    """The words outside the quotation that say whose word it is."""
    start = before.lstrip(" \"'»«”“•-")
    if opened := lexicon.speakers.opening.match(start):
        between = start[opened.end() :]
        return opened[0] if _BETWEEN.fullmatch(f"{between} ") else None
    closed = _CLOSING.fullmatch(after.rstrip(" .!?\"'»”“"))
    if closed is None or _says_something_else(closed["clause"], lexicon):
        return None
    said = lexicon.speakers.closing.search(closed["clause"])
    return said[0] if said else None


def _says_something_else(clause: str, lexicon: Lexicon) -> bool:
    """A clause with figures of its own, a relative one, or one that goes on with `and`."""
    first = clause.split(maxsplit=1)[0].lower() if clause.strip() else ""
    is_opener = first in lexicon.relative or (first,) in lexicon.ranges.and_.meanings
    return is_opener or any(letter.isdigit() for letter in clause)
