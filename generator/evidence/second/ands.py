"""Whether an `and` joins the parts of one number, or the two ends of a range.

In: a text, a position. Out: whether a word for between stands before it, or an `and` soon behind.
"""

from generator.evidence.second.tokens import token_at
from generator.evidence.second.vocabulary import Vocabulary, plain

_BEFORE, _BEHIND = 25, 6
"""So many letters before a number, and so many words behind one."""


def follows_between(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """`between` stands before the number that begins at `start`, perhaps with a hedge after it."""
    before = f" {plain(text[max(0, start - _BEFORE) : start])} "
    return any(f" {word} " in before for word in vocabulary.betweens)


def has_and(text: str, at: int, vocabulary: Vocabulary) -> bool:
    """One of the next words is an `and`."""
    for _ in range(_BEHIND):
        token = token_at(text, at)
        if token is None or plain(token.text) in vocabulary.ands:
            return token is not None
        at = token.end
    return False
