"""What spreading means, and how it is done without any: one batch after the other, here.

In: a function and batches. Out: the result of each batch, in the order of the batches.
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

Batches = Sequence[Any]
"""Of some tenths of a second each: what it costs to hand one over is then lost in the work."""
Results = list[Any]
"""Such as JSON holds: lists, mappings by text, texts, whole numbers, yes or no, nothing."""


class Spread(Protocol):
    """Maps a function over batches; how many work on it changes no result."""

    def __call__(self, function: Callable[[Any], Any], batches: Batches, /) -> Results:
        """The result of each batch, in their order."""


def in_order(function: Callable[[Any], Any], batches: Batches, /) -> Results:
    """The result of each batch, made one after the other in this process."""
    return [function(batch) for batch in batches]
