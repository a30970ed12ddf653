"""Whether a figure is a change or a level, as its fact says, and which way it goes.

In: a rule context. Out: findings: a level given as a change, a change given as a level, another
direction or none. Only the words next to the figure make it a change; a rise far off in its
sentence does not.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.evidence.aspects.around.yardsticks import find_side
from generator.evidence.aspects.context import RuleContext, find_cue
from generator.evidence.aspects.gains import find_gain
from generator.evidence.aspects.movement import find_change, find_level
from generator.evidence.findings import finding_on, plain, write_value
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.directions import direction_of
from generator.evidence.numbers.measures import find_measure
from generator.evidence.quotes.locate import span_between
from generator.model import RATIO_UNITS, TIME_UNITS, Direction, Finding


def check_change(context: RuleContext) -> Iterator[Finding]:
    """A change goes the way that the words say, and is no level reached; a level is no change."""
    value = context.amount.value if context.amount.value is not None else context.amount.min_value
    if not value:
        return
    if not context.is_change:
        yield from _check_level(context)
    elif context.amount.unit != "x":
        yield from _check_direction(context, value)


def _check_level(context: RuleContext) -> Iterator[Finding]:
    """No word beside it makes it a change."""
    if context.amount.unit != "x" and (said := find_change(context) or find_gain(context)):
        message = f"{context.words} is a change in the quotation ({said}), not a level"
        hint = "give the fact an indicator of kind change and a signed value, or quote the level"
        yield finding_on("change-not-level", "value", message, hint)


def _check_direction(context: RuleContext, value: Decimal) -> Iterator[Finding]:
    """It is a change, and goes the way that the fact says."""
    figure = context.annotation.figure
    is_signed = figure is not None and figure.sign is not None
    changed = find_change(context)
    if not is_signed and not changed and (said := find_level(context)):
        message = f"{context.words} is a level in the quotation ({said}), not a change"
        hint = "give the fact an indicator of kind level or flow, or quote the change"
        yield finding_on("level-not-change", "value", message, hint)
        return
    if not is_signed and not changed and (other := _change_beside(context)):
        message = f"{context.words} is a level in the quotation; the change is {other}"
        yield finding_on("level-not-change", "value", message, "quote the change")
        return
    direction = find_side(context) or _of_comparative(context, changed) or context.direction
    if direction is not None and _is_pace(context):
        direction = "down" if direction == "up" else "up"
    elif not is_signed and (_is_bettered(context) or _is_of_loss(context)):
        direction = None
    if direction is None:
        message = f"no word of the quotation says whether {context.words} is up or down"
        hint = 'quote the word that says it, or say why under inferred: {sign: "…"}'
        yield finding_on("sign-unseen", "value", message, hint)
    elif (direction == "up") != (value > 0):
        ours = "up" if value > 0 else "down"
        message = f"the fact says {ours}; the quotation says {direction}: {context.words}"
        hint = f"correct the value to {write_value(value.copy_negate())}"
        yield finding_on("sign-mismatch", "value", message, hint)


def _of_comparative(context: RuleContext, changed: str | None) -> Direction | None:
    """`1.600 meldingen van tekenbeten meer`: the word that makes it a change says which way."""
    said = (changed or "").partition(" … ")[0]  # "300 more births than"
    is_comparative = said in context.lexicon.verbs.comparatives
    return direction_of(said, context.lexicon) if is_comparative else None


def _change_beside(context: RuleContext) -> str | None:
    """Another figure of the sentence that counts the same, and that words make the change."""
    article, own = context.article, context.annotation
    sentence = context.statement.sentence
    if own.mention.unit in RATIO_UNITS:
        return None
    for one in article.within(*span_between(article, sentence.start, sentence.stop)):
        is_alike = one.core != own.core and one.mention.unit == own.mention.unit
        if one.figure and is_alike and find_change(replace(context, annotation=one)):
            return plain(one.mention.text)
    return None


def _is_pace(context: RuleContext) -> bool:
    """`three seconds faster` right behind a time, which is less of it."""
    figure, lexed = context.annotation.figure, context.article.lexed
    if figure is None or figure.unit is None:
        return False
    measure = find_measure(lexed.tokens, figure.unit.first, context.lexicon)
    is_time = measure is not None and measure.code in TIME_UNITS
    return is_time and lexed.lower(figure.unit.last) in context.lexicon.directions.paces


def _is_bettered(context: RuleContext) -> bool:
    """`improved his best time by 3 seconds`: of a time or places it is open which way that goes."""
    figure, lexed = context.annotation.figure, context.article.lexed
    is_time = context.annotation.mention.unit in TIME_UNITS
    if figure is not None and figure.unit is not None:
        # "improved her handicap by 4 strokes": fewer of them are better.
        is_time |= lexed.lower(figure.unit.first) in context.lexicon.directions.lesser
    clause = context.clause(quoted=False)
    return is_time and context.lexicon.directions.better.search(clause) is not None


def _is_of_loss(context: RuleContext) -> bool:
    """`Das Minus schrumpfte um 3 Millionen Euro`, of a result: less of it is more."""
    if context.annotation.mention.kind not in {"money", "price"}:
        return False
    words = " ".join(word for some in context.indicator_words.values() for word in some)
    text = context.clause(quoted=False)
    is_loss = find_cue(context.lexicon, "loss", text) is not None
    moves = context.lexicon.changes.moves
    is_moved = any(fits_whole(moves, one) for one in text.lower().split())
    return is_loss and is_moved and find_cue(context.lexicon, "loss", words) is None
