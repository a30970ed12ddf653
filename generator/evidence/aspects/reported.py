"""Whose word a sentence is, said just outside a quotation: `Laut X …`, `…, teilte X mit`.

In: the words of a sentence before and after what is quoted of it. Out: the words that give it to
another, if they govern the quotation: they open the sentence, or are the clause that closes it.
"""

import functools
import re

from generator.evidence.lexicon.phrases import phrase_pattern
from generator.evidence.lexicon.tables import Table, load_table

_BETWEEN = re.compile(r"[^,;:]{0,120}(?:,\s*(?:[^\s,;:]+\s+){0,4})?")
"""What may stand between the opening words and the quotation: no clause of its own."""
_CLOSING = re.compile(r"[^,;:]{0,120}[\"'»”“]?,[\"'»”“]?\s*(?P<clause>[^,;:]{1,120})")


def find_speaker_outside(before: str, after: str, lang: str) -> str | None:
    """The words outside the quotation that say whose word it is."""
    opening, closing = _load_patterns(lang)
    start = before.lstrip(" \"'»«”“•-")
    if opened := opening.match(start):
        between = start[opened.end() :]
        return opened[0] if _BETWEEN.fullmatch(f"{between} ") else None
    closed = _CLOSING.fullmatch(after.rstrip(" .!?\"'»”“"))
    if closed is None or _says_something_else(closed["clause"], lang):
        return None
    said = closing.search(closed["clause"])
    return said[0] if said else None


def _says_something_else(clause: str, lang: str) -> bool:
    """A clause with figures of its own, a relative one, or one that goes on with `and`."""
    first = clause.split(maxsplit=1)[0].lower() if clause.strip() else ""
    own = load_table(lang)
    openers = {*own.get("relative", {}).get("words", ()), *own.get("ranges", {}).get("and", ())}
    return first in openers or any(letter.isdigit() for letter in clause)


@functools.lru_cache(maxsize=32)
def _load_patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    own: Table = load_table(lang).get("speakers", {})
    return phrase_pattern(own.get("opening", ())), phrase_pattern(own.get("closing", ()))
