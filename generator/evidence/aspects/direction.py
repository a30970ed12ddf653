"""Whether a figure is a change or a level, as its fact says, and which way a change goes.

In: a case. Out: flaws: a level given as a change, a change given as a level, another direction or
none. Only the words next to the figure make it a change; a rise far off in the sentence does not.
"""

from collections.abc import Iterator

from generator.evidence.aspects.context import Case
from generator.evidence.findings import Flaw
from generator.evidence.messages import write_value
from generator.evidence.numbers.directions import direction_of
from generator.evidence.numbers.figures import Figure
from generator.evidence.numbers.verbs import load_verbs
from generator.model import RATIO_UNITS

_MOVED = frozenset(RATIO_UNITS) - {"x"}


def check_change(case: Case) -> Iterator[Flaw]:
    """A change goes the way that the words say, and is no level reached; a level is no change."""
    value = case.amount.value if case.amount.value is not None else case.amount.min_value
    if case.amount.unit == "x" or not value:
        return
    if not case.is_change:
        if said := _change_words(case):
            message = f"{case.words} is a change in the quotation ({said}), not a level"
            hint = (
                "give the fact an indicator of kind change and a signed value, or quote the level"
            )
            yield Flaw("change-not-level", "value", message, hint)
        return
    figure = case.reading.figure
    if case.reading.is_level and figure is not None and figure.sign is None:
        message = f"{case.words} is a level reached in the quotation, not a change"
        hint = "give the fact an indicator of kind level or flow, or quote the change"
        yield Flaw("level-not-change", "value", message, hint)
        return
    direction = case.direction
    if direction is None:
        message = f"no word of the quotation says whether {case.words} is up or down"
        hint = 'quote the word that says it, or say why under inferred: {sign: "…"}'
        yield Flaw("sign-unseen", "value", message, hint)
    elif (direction == "up") != (value > 0):
        ours = "up" if value > 0 else "down"
        message = f"the fact says {ours}; the quotation says {direction}: {case.words}"
        hint = f"correct the value to {write_value(value.copy_negate())}"
        yield Flaw("sign-mismatch", "value", message, hint)


def _change_words(case: Case) -> str | None:
    """The words beside the figure that make it a change: `by`, a verb before, a noun after."""
    figure, scene = case.reading.figure, case.article.scene
    if figure is None or case.reading.is_level or case.reading.bound is not None:
        return None
    after = figure.last if figure.unit is None else max(figure.last, figure.unit.last)
    if (word := scene.lower(after)) in load_verbs(scene.lexicon.lang).comparatives:
        return word
    unit = figure.unit.code if figure.unit else None
    return _moved_by(case, figure) if unit in _MOVED else None


def _moved_by(case: Case, figure: Figure) -> str | None:
    """A ratio after `by` where something moves, or right after a word of movement."""
    scene, hedge = case.article.scene, case.reading.hedge
    first = case.article.tokens_in(*hedge)[0] if hedge else figure.first
    first = min(first, figure.first)
    before = scene.lower(first - 1)
    if before in load_verbs(scene.lexicon.lang).by | load_verbs(scene.lexicon.lang).aside:
        return before if case.reading.mention.direction else None
    if before in load_verbs(scene.lexicon.lang).of:
        before = scene.lower(first - 2)
    if not before or before in load_verbs(scene.lexicon.lang).rates:
        return None
    return before if direction_of(before, scene.lexicon) else None
