"""Amounts in the parts of a currency: 410 pence are 4.10 pounds, by definition.

In: the unit of a mention and that of a claim. Out: whether the one is a hundredth of the other.
Which currency a cent is of, the text must say: that is for the rules on units.
"""

from collections.abc import Mapping
from types import MappingProxyType

WHOLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "penny": ("GBP",),
        "rappen": ("CHF",),
        "cent": ("EUR", "USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "ZAR"),
    }
)
"""For each part, the currencies that it is a hundredth of."""


def is_part_of(stated: str | None, claimed: str | None) -> bool:
    """Whether the stated unit is a hundredth of the claimed one."""
    return claimed in WHOLES.get(stated or "", ())
