"""Whether a figure is a change or a level, as its fact says, and which way a change goes.

In: a rule context. Out: findings: a level given as a change, a change given as a level, another
direction or none. Only the words next to the figure make it a change; a rise far off in the
sentence does not.
"""

from collections.abc import Iterator

from generator.evidence.aspects.context import RuleContext
from generator.evidence.findings import finding_on, write_value
from generator.evidence.numbers.directions import direction_of
from generator.evidence.numbers.figures import Figure
from generator.model import RATIO_UNITS, Finding

_MOVED = frozenset(RATIO_UNITS) - {"x"}


def check_change(context: RuleContext) -> Iterator[Finding]:
    """A change goes the way that the words say, and is no level reached; a level is no change."""
    value = context.amount.value if context.amount.value is not None else context.amount.min_value
    if context.amount.unit == "x" or not value:
        return
    if not context.is_change:
        if said := _change_words(context):
            message = f"{context.words} is a change in the quotation ({said}), not a level"
            hint = (
                "give the fact an indicator of kind change and a signed value, or quote the level"
            )
            yield finding_on("change-not-level", "value", message, hint)
        return
    figure = context.annotation.figure
    if context.annotation.is_level and figure is not None and figure.sign is None:
        message = f"{context.words} is a level reached in the quotation, not a change"
        hint = "give the fact an indicator of kind level or flow, or quote the change"
        yield finding_on("level-not-change", "value", message, hint)
        return
    direction = context.direction
    if direction is None:
        message = f"no word of the quotation says whether {context.words} is up or down"
        hint = 'quote the word that says it, or say why under inferred: {sign: "…"}'
        yield finding_on("sign-unseen", "value", message, hint)
    elif (direction == "up") != (value > 0):
        ours = "up" if value > 0 else "down"
        message = f"the fact says {ours}; the quotation says {direction}: {context.words}"
        hint = f"correct the value to {write_value(value.copy_negate())}"
        yield finding_on("sign-mismatch", "value", message, hint)


def _change_words(context: RuleContext) -> str | None:
    """The words beside the figure that make it a change: `by`, a verb before, a noun after."""
    figure, lexed = context.annotation.figure, context.article.lexed
    if figure is None or context.annotation.is_level or context.annotation.bound is not None:
        return None
    after = figure.last if figure.unit is None else max(figure.last, figure.unit.last)
    if (word := lexed.lower(after)) in lexed.lexicon.verbs.comparatives:
        return word
    unit = figure.unit.code if figure.unit else None
    return _moved_by(context, figure) if unit in _MOVED else None


def _moved_by(context: RuleContext, figure: Figure) -> str | None:
    """A ratio after `by` where something moves, or right after a word of movement."""
    lexed, hedge = context.article.lexed, context.annotation.hedge
    first = context.article.tokens_in(*hedge)[0] if hedge else figure.first
    first = min(first, figure.first)
    before = lexed.lower(first - 1)
    if before in lexed.lexicon.verbs.by | lexed.lexicon.verbs.aside:
        return before if context.annotation.mention.direction else None
    if before in lexed.lexicon.verbs.of:
        before = lexed.lower(first - 2)
    if not before or before in lexed.lexicon.verbs.rates:
        return None
    return before if direction_of(before, lexed.lexicon) else None
