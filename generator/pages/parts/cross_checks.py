"""A cross-check as readers see it: both sides in figures, both results, what came of it.

In: a result of the ledger, the parts of a page. Out: a block of markup. Decides nothing.
"""

from markupsafe import Markup

from generator.ledger import CheckResult, Side, steps_of
from generator.model import Check
from generator.pages.links import plain
from generator.pages.parts.formulas import formula, interval_words
from generator.pages.parts.parts import Parts
from generator.pages.templating import fill_block


def compose_check(result: CheckResult, parts: Parts) -> Markup:
    """The label, the outcome in words, the two sides, the editor's note."""
    wording, check = parts.site.wording, result.check
    is_change = _is_of_changes(result, parts)
    return fill_block(
        "parts/check",
        # Two hyphens: no fact's id can be the same.
        anchor=plain(f"check--{check.id}"),
        label=wording.text(check.label),
        outcome=result.outcome,
        word=wording.say(f"outcome-{result.outcome}"),
        why=wording.say(f"why-{result.outcome}"),
        sides=[
            _side("check-left", check.formula, result.left, parts, is_change=is_change),
            _other(check, result, parts, is_change=is_change),
        ],
        note=wording.text(check.note),
    )


def _is_of_changes(result: CheckResult, parts: Parts) -> bool:
    """A side is a stated change, or falls below nothing: then both sides have a direction."""
    formulas = [text for text in (result.check.formula, result.check.against) if text]
    for text in formulas:
        steps = steps_of(text, parts.site.book)
        entry = parts.site.book.entries.get(steps[0].text) if len(steps) == 1 else None
        if entry and entry.indicator.kind == "change":
            return True
    sides = [side for side in (result.left, result.right) if side]
    return any(side.amount.value is not None and side.amount.value < 0 for side in sides)


def _other(
    check: Check, result: CheckResult, parts: Parts, *, is_change: bool
) -> dict[str, object]:
    """What the result is held against: a second formula, or a band with the reason for it."""
    if check.against is not None or check.band is None:
        return _side("check-against", check.against or "", result.right, parts, is_change=is_change)
    wording = parts.site.wording
    return {
        "head": wording.say("check-between"),
        "formula": None,
        "value": wording.amount(result.right.amount) if result.right else "",
        "interval": "",
        "reason": wording.text(check.band.reason),
    }


def _side(
    head: str, text: str, side: Side | None, parts: Parts, *, is_change: bool
) -> dict[str, object]:
    wording = parts.site.wording
    value = wording.amount(side.amount, signed=is_change) if side else wording.say("check-missing")
    within = ""
    if side and side.low != side.high:
        within = interval_words(side.low, side.high, side.amount.unit, wording)
    return {
        "head": wording.say(head),
        "formula": formula(text, parts),
        "value": value,
        "interval": wording.say("check-interval", interval=within) if within else "",
        "reason": "",
    }
