"""Which of several times is a figure's, where each figure of a clause has one beside it.

In: times, where the figures stand. Out: the figure's time, or None where they do not come in pairs:
`cost £3.40 in 2022 and is now £4.95`.
"""

from collections.abc import Sequence

from generator.evidence.annotate import Span
from generator.evidence.statements.named_time import Time


def pair_of(times: Sequence[Time], figures: Sequence[Span], span: Span) -> Time | None:
    """From the first on, each two that follow each other are a figure and a time."""
    row = sorted([*(one.span for one in times), *figures])
    pairs = list(zip(row[::2], row[1::2], strict=False))
    is_paired = len(row) % 2 == 0 and len(pairs) > 1 and span in row
    if not is_paired or any((one in figures) == (two in figures) for one, two in pairs):
        return None
    pair = next(each for each in pairs if span in each)
    return next(one for one in times if one.span in pair)
