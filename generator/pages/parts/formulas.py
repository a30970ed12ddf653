"""A formula as readers see it: each input a figure with its link, each constant with its reason.

In: the text of a formula, the parts of a page. Out: a line of figures, and below it one of words.
"""

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from markupsafe import Markup

from generator.ledger import steps_of
from generator.model import Amount, Constant, Entry
from generator.pages.escape import encode
from generator.pages.parts.parts import Form, PageParts
from generator.pages.templating import fill_block, link
from generator.wording import LanguageWording, full_name

_INTERVAL_DIGITS = 4
_OPERATORS = {"*": "×", "/": "÷", "-": "−"}


def formula(text: str, parts: PageParts, head: str = "") -> Markup:
    """The formula in figures and the same in words, below a heading."""
    return fill_block(
        "parts/formula",
        head=head,
        figures=_figures(text, parts),
        words=_words(text, parts),
        say=parts.site.wording.say,
    )


def formula_of(entry: Entry, parts: PageParts) -> Markup | None:
    """The formula of a derived figure, below its heading; None for any other."""
    text = entry.fact.formula
    return formula(text, parts, parts.site.wording.say("fact-formula")) if text else None


def _figures(text: str, parts: PageParts) -> Markup:
    """The formula with each input as its figure, linked."""
    said: list[str] = []
    steps = steps_of(text, parts.site.book)
    # A change that stands alone has its direction; within a sum its sign is part of the sum.
    form: Form = "signed" if len(steps) == 1 else "plain"
    for step in steps:
        if step.kind == "fact":
            said.append(parts.figure(step.text, form))
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
            said.append(_operators(step.text))
    return Markup("").join(said)


def _words(text: str, parts: PageParts) -> Markup:
    """The formula with each input by its name, linked, and each constant with its reason."""
    wording = parts.site.wording
    said: list[str] = []
    for step in steps_of(text, parts.site.book):
        if step.kind == "fact":
            name = full_name(parts.site.book.entries[step.text], wording)
            said.append(link(parts.ledger(step.text), name))
        elif step.kind == "constant":
            constant = _constants(parts)[step.text]
            number = wording.number(Amount(value=constant.value))
            reason = wording.text(constant.reason).rstrip(".")
            said.append(encode(wording.say("formula-constant", number=number, reason=reason)))
        else:
            said.append(_operators(step.text))
    return Markup("").join(said)


def _operators(text: str) -> Markup:
    return encode("".join(_OPERATORS.get(c, c) for c in text))


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


def is_wider_than_shown(entry: Entry) -> bool:
    """Whether an end of the interval does not round to the figure shown; a range shows both."""
    amount = entry.amount
    if amount is None or amount.value is None or (entry.low is None and entry.high is None):
        return False
    if entry.low is None or entry.high is None:
        return True
    exponent = amount.value.as_tuple().exponent
    half = Decimal((0, (5,), int(exponent) - 1))
    return amount.value - entry.low > half or entry.high - amount.value > half


def outward(value: Decimal, rounding: str) -> Decimal:
    """An end of an interval to a few digits, so that the interval never gets narrower."""
    place = value.adjusted() - _INTERVAL_DIGITS + 1
    return value.quantize(Decimal(1).scaleb(place), rounding).normalize() if value else value


def _constants(parts: PageParts) -> Mapping[str, Constant]:
    briefing = parts.site.seeds.briefing
    return briefing.constants if briefing else {}
