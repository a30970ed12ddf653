"""A cross-check as readers see it: both sides in figures, both results, what came of it.

In: a result of the ledger, the parts of a page. Out: a block of markup. Decides nothing.
"""

from markupsafe import Markup

from generator.ledger import CheckResult, Side
from generator.model import Check
from generator.pages.formulas import formula, interval_words
from generator.pages.links import plain
from generator.pages.parts import Parts
from generator.pages.templating import fill_block


def compose_check(result: CheckResult, parts: Parts) -> Markup:
    """The label, the outcome in words, the two sides, the editor's note."""
    wording, check = parts.site.wording, result.check
    return fill_block(
        "check.html.jinja",
        # Two hyphens: no fact's id can be the same.
        anchor=plain(f"check--{check.id}"),
        label=wording.text(check.label),
        outcome=result.outcome,
        word=wording.say(f"outcome-{result.outcome}"),
        why=wording.say(f"why-{result.outcome}"),
        sides=[
            _side("check-left", check.formula, result.left, parts),
            _other(check, result, parts),
        ],
        note=wording.text(check.note),
    )


def _other(check: Check, result: CheckResult, parts: Parts) -> dict[str, object]:
    """What the result is held against: a second formula, or a band with the reason for it."""
    if check.against is not None or check.band is None:
        return _side("check-against", check.against or "", result.right, parts)
    wording = parts.site.wording
    return {
        "head": wording.say("check-between"),
        "formula": None,
        "value": wording.amount(result.right.amount) if result.right else "",
        "interval": "",
        "reason": wording.text(check.band.reason),
    }


def _side(head: str, text: str, side: Side | None, parts: Parts) -> dict[str, object]:
    wording = parts.site.wording
    value = wording.amount(side.amount) if side else wording.say("check-missing")
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
