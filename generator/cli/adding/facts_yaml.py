"""Suggested facts as YAML, in the shape and order of `seeds/facts/`.

In: suggestions. Out: lines, ready to paste. Written by hand, because every text stands in double
quotes and every number as an editor types it.
"""

from collections.abc import Iterable, Iterator

from generator.evidence import ANSWERED_BY, LeftOut, Suggestion, show, write_edtf, write_value
from generator.model import UNDECIDED, Amount, Fact, Finding
from generator.reading import RefusedError, parse_passage
from generator.text import shown

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_TWO_DIGITS, _FOUR_DIGITS = 0xFF, 0xFFFF


def facts_yaml(suggested: Iterable[Suggestion | LeftOut], *, decided: bool = True) -> Iterator[str]:
    """A whole facts file: a block a suggestion, a comment for what is left out.

    Unless suggestions count as decided, none names its indicator: what was found stands beside it.
    """
    lines = [line for one in suggested for line in _block(one, decided=decided)]
    has_facts = any(line.startswith("- ") for line in lines)
    yield "facts:" if has_facts else "facts: []"
    yield from lines


def accepted(one: Suggestion | LeftOut) -> Suggestion | LeftOut:
    """The suggestion, unless its quotation holds what seeds refuse."""
    if isinstance(one, Suggestion):
        exact = one.fact.quotes[0].exact
        try:
            parse_passage(exact)
        except RefusedError as error:
            return LeftOut(exact, error.finding.message)
    return one


def quoted_text(text: str) -> str:
    """A YAML scalar in double quotes that reads as exactly this text."""
    return f'"{"".join(_escaped(character) for character in text)}"'


def _block(one: Suggestion | LeftOut, *, decided: bool) -> Iterator[str]:
    if isinstance(one, LeftOut):
        yield f"# left out: {show(one.text)}: {shown(one.reason, 200)}"
        return
    if one.review:
        yield f"# review: {shown(one.review.message, 200)}"
    yield from _fact(one.fact, decided=decided)
    if not decided and one.review and (field := reason_wanted(one.fact, one.review)):
        yield f"  inferred: {{{field}: {quoted_text(UNDECIDED)}}}"


def reason_wanted(fact: Fact, review: Finding) -> str | None:
    """The field of `inferred` by which a person answers the review; None where a change does."""
    fields, amount = ANSWERED_BY.get(review.code, ()), fact.amount
    unsaid = {"period": fact.period is None, "unit": amount is None or amount.unit is None}
    unsaid["hedge"] = amount is None or amount.hedge == "exact"
    return next((field for field in fields if not unsaid.get(field)), None)


def _fact(fact: Fact, *, decided: bool) -> Iterator[str]:
    yield f"- id: {fact.id}"
    is_open = fact.indicator == UNDECIDED
    beside = "" if is_open or decided else f"  # suggested: {fact.indicator}"
    is_open = is_open or not decided
    yield f"  indicator: {quoted_text(UNDECIDED) if is_open else fact.indicator}{beside}"
    if fact.period:
        yield f'  period: "{write_edtf(str(fact.period))}"'
    if fact.amount:
        yield from _amount(fact.amount)
    if fact.status != "reported":
        yield f"  status: {fact.status}"
    if fact.attribution != "own":
        yield f"  attribution: {fact.attribution}"
    for quote in fact.quotes:
        yield "  quote:"
        yield f"    article: {quote.article}"
        yield f"    exact: {quoted_text(quote.exact)}"


def _amount(amount: Amount) -> Iterator[str]:
    for name in ("value", "min_value", "max_value"):
        value = getattr(amount, name)
        if value is not None:
            yield f"  {name}: {write_value(value)}"
    if amount.unit:
        unit = amount.unit if amount.unit.replace("-", "").isalnum() else quoted_text(amount.unit)
        yield f"  unit: {unit}"
    if amount.hedge != "exact":
        yield f"  hedge: {amount.hedge}"


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    if code <= _TWO_DIGITS:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= _FOUR_DIGITS else f"\\U{code:08x}"
