"""Where an amount begins and ends on an axis.

In: an entry. Out: a value or the end of a range, as drawn and compared. Never its text.
"""

from decimal import Decimal

from generator.model import Entry


def least_value(entry: Entry) -> Decimal:
    """The value, or the lower end of a range."""
    amount = entry.amount
    ends = (amount.value, amount.min_value, amount.max_value) if amount else ()
    return next((end for end in ends if end is not None), Decimal(0))


def greatest_value(entry: Entry) -> Decimal:
    """The value, or the upper end of a range."""
    amount = entry.amount
    ends = (amount.value, amount.max_value, amount.min_value) if amount else ()
    return next((end for end in ends if end is not None), Decimal(0))
