"""Whether a figure lies above or below a plan, a mean or a date, and on which side.

In: a rule context. Out: the words that say from what a difference is measured (`below target`,
`above 2019`), or the side on which it lies. A number of its own there is no yardstick.
"""

from collections.abc import Mapping
from itertools import islice
from types import MappingProxyType

from generator.evidence.aspects.context import RuleContext
from generator.evidence.lexicon.phrases import fits_whole
from generator.model import Direction, Hedge

_SIDES: Mapping[Hedge, Direction] = MappingProxyType({"over": "up", "under": "down"})
_YARD = 4
_ENDS = frozenset(".,;:!?")


def find_side(context: RuleContext) -> Direction | None:
    """Which side of a yardstick the figure lies on: `1.6 degrees above the mean`."""
    figure, lexed = context.annotation.figure, context.article.lexed
    if figure is None or not beside_yardstick(context, figure.end):
        return None
    hedge = lexed.lexicon.hedges.before.at(lexed.tokens, figure.end)
    return _SIDES.get(hedge[0]) if hedge else None


def beside_yardstick(context: RuleContext, at: int) -> str | None:
    """`below target`, `above 2019`: what it lies from is a plan, a mean or a date."""
    lexed, changes = context.article.lexed, context.lexicon.changes
    if lexed.lower(at) not in changes.beside:
        return None
    words = (one for one in range(at + 1, len(lexed.tokens)) if lexed.lower(one) != "-")
    for near in islice(words, _YARD):
        if lexed.tokens[near].kind == "number" or lexed.lower(near) in changes.zeros:
            return None
        if lexed.lower(near) in _ENDS:
            return None
        is_date = not lexed.tokens[near].text.isprintable()
        if is_date or fits_whole(changes.yardsticks, lexed.lower(near)):
            return f"{lexed.lower(at)} {_shown(lexed.lower(near))}".strip()
    return None


def _shown(word: str) -> str:
    """A word to show; what stands for a date in the tokens shows nothing."""
    return word if word.isprintable() else ""
