"""The cells of a row with types: numbers, days, text.

In: a row of facts.json. Out: values that a spreadsheet or a data frame computes with. Never a
number that a binary fraction cannot hold in full without its text.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from generator.exports.facts import flat_row
from generator.wording import COLUMN, FLAT_COLUMNS

NUMBERS = tuple(name for name in FLAT_COLUMNS if COLUMN[name].kind == "number")
_SURE_DIGITS = 15
"""A double holds every decimal of so many digits; a spreadsheet shows no more."""


def typed_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """The cells of facts.csv by column: decimals, days, and all else as it is in facts.json."""
    flat = flat_row(row)
    typed: dict[str, Any] = {}
    for name in FLAT_COLUMNS:
        value, kind = flat[name], COLUMN[name].kind
        if value is None or value == "":
            typed[name] = None
        elif kind == "number":
            typed[name] = Decimal(value)
        else:
            typed[name] = date.fromisoformat(value) if kind == "day" else value
    return typed


def is_binary(value: Decimal) -> bool:
    """A double holds all digits of the decimal, and a spreadsheet shows them all."""
    return len(value.normalize().as_tuple().digits) <= _SURE_DIGITS
