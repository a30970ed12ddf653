"""Two texts laid side by side, word by word, to see where they differ.

In: a quotation and a longer stretch of its article. Out: the part of the stretch that the quotation
means, and the words that differ. It takes time in proportion to both lengths multiplied, whatever
the texts are.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz

from generator.evidence.text.tokens import Token, tokenize

Pair = tuple[Token | None, Token | None]
"""A word of the quotation and the word of the article in its place; None where there is none."""
_GAP, _OTHER_WORD, _OTHER_MARK, _OTHER_KIND = 100, 130, 90, 200
"""What it costs to leave a word out, and to put another word, mark or kind in its place."""
_LETTERS = 1.1
"""What each per cent of equal letters makes another word cheaper."""
_BOTH, _OURS, _THEIRS = range(3)


@dataclass(frozen=True, slots=True)
class Aligned:
    """Where in the stretch the quotation lies, and what is different."""

    start: int
    end: int
    differences: tuple[tuple[str, str], ...]
    """Words of the quotation with those of the article; one of the two may be empty."""


def align(ours: str, theirs: str) -> Aligned | None:
    """The part of `theirs` from the first to the last word that is in `ours`, and what differs."""
    pairs = _pairs(tokenize(ours), tokenize(theirs))
    found = [right for left, right in pairs if left and right]
    if not found:
        return None
    differences = []
    for is_equal, run in groupby(pairs, key=_is_equal):
        if not is_equal:
            lefts, rights = zip(*run, strict=True)
            differences.append((_words(ours, lefts), _words(theirs, rights)))
    return Aligned(found[0].start, found[-1].end, tuple(differences))


def _pairs(ours: Sequence[Token], theirs: Sequence[Token]) -> list[Pair]:
    """The cheapest alignment of all of `ours` with a part of `theirs`, in order."""
    costs = [0] * (len(theirs) + 1)
    moves: list[bytearray] = []
    for token in ours:
        costs, row = _next_row(token, theirs, costs)
        moves.append(row)
    return list(_trace(ours, theirs, moves, costs.index(min(costs))))[::-1]


def _next_row(
    token: Token, theirs: Sequence[Token], costs: Sequence[int]
) -> tuple[list[int], bytearray]:
    """The costs once one more word of the quotation is placed, and how each came about."""
    row, moves = [costs[0] + _GAP], bytearray([_OURS])
    for at, other in enumerate(theirs):
        cost, move = costs[at] + _unlikeness(token, other), _BOTH
        if costs[at + 1] + _GAP < cost:
            cost, move = costs[at + 1] + _GAP, _OURS
        if row[at] + _GAP < cost:
            cost, move = row[at] + _GAP, _THEIRS
        row.append(cost)
        moves.append(move)
    return row, moves


def _trace(
    ours: Sequence[Token], theirs: Sequence[Token], moves: Sequence[bytearray], end: int
) -> Iterator[Pair]:
    """The pairs of the cheapest alignment, from the last to the first."""
    left, right = len(ours), end
    while left:
        move = moves[left - 1][right]
        left -= move != _THEIRS
        right -= move != _OURS
        yield (
            ours[left] if move != _THEIRS else None,
            theirs[right] if move != _OURS else None,
        )


def _unlikeness(one: Token, other: Token) -> int:
    """What it costs to put one for the other."""
    if one.text == other.text:
        return 0
    if "mark" in {one.kind, other.kind}:
        return _OTHER_MARK if one.kind == other.kind else _OTHER_KIND
    return _letters(one.text, other.text)


@functools.lru_cache(maxsize=4096)
def _letters(one: str, other: str) -> int:
    return _OTHER_WORD - round(_LETTERS * fuzz.ratio(one, other))


def _is_equal(pair: Pair) -> bool:
    left, right = pair
    return left is not None and right is not None and left.text == right.text


def _words(text: str, tokens: Sequence[Token | None]) -> str:
    """The text from the first to the last of the tokens; empty when there is none."""
    placed = [token for token in tokens if token]
    return text[placed[0].start : placed[-1].end] if placed else ""
