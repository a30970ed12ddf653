"""A formula as readers see it: each input its figure and a door, each constant with its reason.

In: the text of a formula, the parts of a page. Out: one line of markup.
"""

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from markupsafe import Markup

from generator.ledger import steps_of
from generator.model import Amount, Constant
from generator.pages.escape import encode
from generator.pages.parts import Parts
from generator.pages.wording import LanguageWording

_INTERVAL_DIGITS = 4
_OPERATORS = {"*": "×", "/": "÷", "-": "−"}


def formula(text: str, parts: Parts) -> Markup:
    """The formula with each input as its figure, linked."""
    said: list[str] = []
    for step in steps_of(text, parts.site.book):
        if step.kind == "fact":
            said.append(parts.figure(step.text, "plain"))
        elif step.kind == "constant":
            constant = _constants(parts)[step.text]
            plain = Amount(value=constant.value)
            reason = parts.site.wording.text(constant.reason)
            said.append(
                Markup('<span title="{}">{}</span>').format(
                    encode(reason), encode(parts.site.wording.number(plain))
                )
            )
        else:
            said.append(encode("".join(_OPERATORS.get(c, c) for c in step.text)))
    return Markup("").join(said)


def interval_words(
    low: Decimal | None, high: Decimal | None, unit: str | None, wording: LanguageWording
) -> str:
    """What rounding and hedges leave open, to a few digits; empty when nothing bounds it."""

    def end(value: Decimal | None, rounding: str) -> str:
        if value is None:
            return ""
        return wording.amount(Amount(value=outward(value, rounding), unit=unit))

    if low is None and high is None:
        return ""
    key = "interval-to" if low is None else "interval-from" if high is None else "interval-between"
    return wording.say(key, low=end(low, ROUND_FLOOR), high=end(high, ROUND_CEILING))


def outward(value: Decimal, rounding: str) -> Decimal:
    """An end of an interval to a few digits, so that the interval never gets narrower."""
    place = value.adjusted() - _INTERVAL_DIGITS + 1
    return value.quantize(Decimal(1).scaleb(place), rounding).normalize() if value else value


def _constants(parts: Parts) -> Mapping[str, Constant]:
    briefing = parts.site.seeds.briefing
    return briefing.constants if briefing else {}
