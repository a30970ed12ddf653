"""A quotation made of pieces of an article: words left out in the middle, or sentences joined.

In: a folded quotation and folded texts. Out: the pieces that stand there letter for letter, each as
long as can be, with what stands nowhere. It compares no meaning, and proves nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.evidence.text.tokens import Token, tokenize

_FEWEST_WORDS, _FEWEST_LETTERS = 2, 10
"""A shorter piece stands in many texts by chance."""
_MOST_ADDED = 3
_MOST_PLACES = 50
"""Places inside other words that are passed over; a text of more repeats itself."""
_LEAST_COVERED = 0.7
"""So much of the quotation's words the pieces hold, at least."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the quotation's words, and where it stands."""

    text: int
    """Which of the texts has it."""
    start: int
    end: int
    words: int
    quoted: tuple[int, int]
    """Its span in the quotation."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces in the quotation's order, and how many of its words belong to none."""

    found: tuple[Piece, ...]
    added: int


def find_pieces(needle: str, texts: Sequence[str]) -> Pieces | None:
    """Two pieces or more that make up the quotation; None where they do not."""
    tokens = tokenize(needle)
    found: list[Piece] = []
    at = covered = added = 0
    while at < len(tokens):
        run = _longest_run(needle, tokens, at, texts)
        if run == at:
            added += tokens[at].kind != "mark"
            at += 1
            continue
        quoted = tokens[at].start, tokens[run - 1].end
        text, start = _place(needle[slice(*quoted)], texts, found[-1] if found else None)
        words = sum(token.kind != "mark" for token in tokens[at:run])
        found.append(Piece(text, start, start + quoted[1] - quoted[0], words, quoted))
        at, covered = run, covered + words
    is_covered = covered >= _LEAST_COVERED * (covered + added)
    if len(found) < 2 or added > _MOST_ADDED or not is_covered:  # noqa: PLR2004 - one is no join
        return None
    return Pieces(tuple(found), added)


def _longest_run(needle: str, tokens: Sequence[Token], at: int, texts: Sequence[str]) -> int:
    """The index after the longest run of words from `at` that a text has; `at` where none has."""
    low, high = at, len(tokens)
    while low < high:
        middle = (low + high + 1) // 2
        words = needle[tokens[at].start : tokens[middle - 1].end]
        low, high = (middle, high) if _stands(words, texts) else (low, middle - 1)
    run = tokens[at:low]
    count = sum(token.kind != "mark" for token in run)
    length = run[-1].end - run[0].start if run else 0
    return low if count >= _FEWEST_WORDS and length >= _FEWEST_LETTERS else at


def _stands(words: str, texts: Sequence[str]) -> bool:
    return any(_find(words, text, 0) >= 0 for text in texts)


def _place(words: str, texts: Sequence[str], last: Piece | None) -> tuple[int, int]:
    """Text and start: after the piece before, where it stands there; else its first place."""
    places = [(at, _find(words, text, 0)) for at, text in enumerate(texts)]
    if last is not None:
        places.insert(0, (last.text, _find(words, texts[last.text], 0)))
        places.insert(0, (last.text, _find(words, texts[last.text], last.end)))
    return next((at, start) for at, start in places if start >= 0)


def _find(words: str, text: str, start: int) -> int:
    """The first place of whole words from `start` on; -1 where there is none."""
    at = text.find(words, start)
    for _ in range(_MOST_PLACES):
        if at < 0:
            break
        end = at + len(words)
        cuts_left = at > 0 and text[at - 1].isalnum() and words[0].isalnum()
        cuts_right = end < len(text) and text[end].isalnum() and words[-1].isalnum()
        if not cuts_left and not cuts_right:
            return at
        at = text.find(words, at + 1)
    return -1
