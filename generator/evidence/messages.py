"""How findings of this room speak: values as an editor types them, texts made safe to show.

In: decimals, annotations, quoted texts. Out: short strings of one line. It decides nothing.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from generator.evidence.annotate import Annotation
from generator.model import YEAR_PARTS, Amount
from generator.text import escaped

_SHOWN = 80
_LISTED = 5
_GROUP = 3
_LARGEST_POWER = 30


def write_value(value: Decimal) -> str:
    """A value as seeds write it: `109e9`, `15.09e9`, `350000`, `-30`, `3.885`."""
    if abs(value.adjusted()) > _LARGEST_POWER:
        return plain(str(value))
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent <= 0 or not value:
        return f"{value:f}"
    power = max(value.adjusted() // _GROUP * _GROUP, 0)
    if not power:
        return f"{value:f}"
    digits = f"{value.scaleb(-power):f}"
    return f"{digits}e{power}"


def write_amount(value: Decimal, unit: str | None) -> str:
    """A value with its unit."""
    return f"{write_value(value)} {unit}" if unit else write_value(value)


def write_claim(amount: Amount) -> str:
    """The amount that a fact claims."""
    if amount.value is not None:
        return write_amount(amount.value, amount.unit)
    bounds = [write_value(one) for one in (amount.min_value, amount.max_value) if one is not None]
    return " to ".join(bounds) + (f" {amount.unit}" if amount.unit else "")


def show(text: str, limit: int = _SHOWN) -> str:
    """A text of the data in quotation marks: one line, nothing unprintable, not too long."""
    line = "".join(" " if one.isspace() else one for one in text[:limit].replace('"', "'"))
    return f'"{escaped(line)}{"…" if len(text) > limit else ""}"'


def plain(text: str) -> str:
    """The same without the marks, for a passage inside a sentence."""
    return show(text)[1:-1]


def list_figures(annotations: Iterable[Annotation]) -> str:
    """What a quotation says, each figure as it stands and as a value; empty when it has none."""
    said = [_say(one) for one in annotations if one.mention.value is not None]
    more = len(said) - _LISTED
    if more > 0:
        said = [*said[:_LISTED], f"{more} more"]
    if len(said) > 1:
        return f"{', '.join(said[:-1])} and {said[-1]}"
    return "".join(said)


def _say(annotation: Annotation) -> str:
    """A figure's words, and its value where that is written otherwise."""
    mention = annotation.mention
    words = plain(mention.text)
    if mention.value is None or mention.text == write_value(mention.value):
        return words
    return f"{words} = {write_amount(mention.value, mention.unit)}"


def write_edtf(edtf: str) -> str:
    """EDTF with quarters and halves as editors write them: `2024-Q4`, `XXXX-H1`."""
    for alias, number in YEAR_PARTS.items():
        edtf = re.sub(rf"(?<=[\dX]{{4}}-){number}(?!\d)", alias, edtf)
    return edtf
