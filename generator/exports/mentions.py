"""A mention with what accounts for it, as JSON has it: one shape for every answer of ours.

In: a mention with its coverage. Out: plain values, the decimal as a string in base units.
"""

from typing import Any

from generator.model import CoveredMention
from generator.text import plain_decimal


def mention_record(one: CoveredMention) -> dict[str, Any]:
    """The mention's fields; start and end count code points of the article as delivered."""
    mention = one.mention
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind,
        "value": None if mention.value is None else plain_decimal(mention.value),
        "unit": mention.unit,
        "hedge": mention.hedge,
        "covered_by": list(one.covered_by),
        "ignored": one.ignored,
    }
