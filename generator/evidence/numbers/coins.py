"""The parts of a currency: `50 Cent`, `410p`, and the words after which an article counts none.

In: tokens right of a number, a language. Out: the unit of the coin, with the value as written. A
coin is a unit of its own; nothing is turned into euros.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.evidence.lexicon.phrases import PhraseTable, phrase_table
from generator.evidence.lexicon.tables import Table, load_table
from generator.evidence.text.tokens import Token, is_glued


@dataclass(frozen=True, slots=True)
class Coins:
    """What a language calls the parts of its currencies."""

    words: PhraseTable[str]
    parts: frozenset[str]
    """Those of which a hundred make the whole."""
    glued: Mapping[str, str]
    """Letters that mean a coin only where they are written onto the digits."""
    screens: frozenset[str]
    """Numerals that such a letter makes the height of a picture: `1080p`."""
    rates: frozenset[str]
    """Words after which an article before a currency is a rate: `per a dollar`."""
    followers: frozenset[str]
    """Words that may follow a currency with an article: `a euro each`."""

    def at(self, tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
        """The coin that is named at `index`, right after a number, and the index after it."""
        if found := self.words.at(tokens, index):
            return found
        if not is_glued(tokens, index) or tokens[index - 1].text in self.screens:
            return None
        code = self.glued.get(tokens[index].text)
        return (code, index + 1) if code else None


@functools.lru_cache(maxsize=32)
def load_coins(lang: str) -> Coins:
    """The coins of a lexicon."""
    own: Table = load_table(lang).get("coins", {})
    parts: Mapping[str, Sequence[str]] = own.get("words", {})
    names = {**own.get("others", {}), **parts}
    return Coins(
        words=phrase_table((word, code) for code, words in names.items() for word in words),
        parts=frozenset(parts),
        glued=dict(own.get("glued", {})),
        screens=frozenset(own.get("screens", ())),
        rates=frozenset(own.get("rates", ())),
        followers=frozenset(own.get("followers", ())),
    )
