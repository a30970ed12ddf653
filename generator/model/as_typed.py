"""What the site says of a fact, field by field, as an editor would type it.

In: a fact, or the text of one of its fields. Out: texts, and what they mean. Corrections and the
record of what was published compare these.
"""

from decimal import Decimal

from generator.model.facts import Fact
from generator.model.period import Period
from generator.text import plain_decimal

NUMBERS = ("value", "min_value", "max_value")


def as_typed(fact: Fact) -> dict[str, str | None]:
    """Every field that can be corrected; None where nothing was typed.

    Of an event whose status was not typed, only its quotation says a status.
    """
    amount = fact.amount
    numbers = {name: getattr(amount, name, None) for name in NUMBERS}
    return {
        **{name: None if one is None else plain_decimal(one) for name, one in numbers.items()},
        "formula": fact.formula,
        "unit": amount.unit if amount else None,
        "period": fact.period.edtf if fact.period else None,
        "hedge": amount.hedge if amount else None,
        "status": fact.status if amount or fact.status_typed else None,
        "attribution": fact.attribution,
    }


def meaning(field: str, text: str | None) -> object:
    """The same for `350_000` and `350e3`, and for two spellings of a period."""
    if text is None:
        return None
    if field in NUMBERS:
        return Decimal(text)
    return Period.parse(text).edtf if field == "period" else text
