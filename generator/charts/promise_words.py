"""Words above the marks of a line: each at its own mark, higher where there is no room.

In: texts with their marks and widths. Out: where each stands. Never two on one place, and never
one above the mark of another without a line from its own.
"""

from collections.abc import Sequence
from typing import NamedTuple

BESIDE, LINE = 12, 17
_BEFORE, _BETWEEN = 7, 8


class Words(NamedTuple):
    """Words and their place."""

    text: str
    mark: float
    """From the left."""
    x: float
    """Where they begin, or end."""
    is_left: bool
    """They end there."""
    level: int
    """Lines above the lowest."""


def place_words(asked: Sequence[tuple[str, float, float]], width: float) -> list[Words]:
    """The words of marks, each with its place and width, those that matter most first."""
    taken: list[tuple[int, float, float]] = []
    placed: list[Words] = []
    for text, at, size in asked:
        begins, ends = max(at - _BEFORE, 0), min(at + _BEFORE, width)
        spans = [(begins, begins + size, False), (ends - size, ends, True)]
        fitting = [one for one in spans if one[0] >= 0 and one[1] <= width] or spans[:1]
        level, (start, end, is_left) = next(
            (level, span)
            for level in range(len(asked) + 1)
            for span in fitting
            if _is_free(level, span, at, taken)
        )
        taken.append((level, start, end))
        placed.append(Words(text, at, end if is_left else start, is_left, level))
    return placed


def _is_free(
    level: int,
    span: tuple[float, float, bool],
    at: float,
    taken: Sequence[tuple[int, float, float]],
) -> bool:
    """Nothing stands there, nor between there and the mark as long as another way is left."""
    start, end, _ = span
    is_crossed = any(one < level and left < at < right for one, left, right in taken)
    is_last = level == len(taken)
    is_free = not any(
        one == level and start < right + _BETWEEN and left < end + _BETWEEN
        for one, left, right in taken
    )
    return is_free and (is_last or not is_crossed)
