"""Ratios, durations and physical units beside a number, and the record of a unit that was found.

In: tokens. Out: the measure that begins at a token. A letter that is a measure only where it is
written onto the digits (`45g`, `100t`) is none behind a blank; one that may also be a scale (`5m`)
is for `figures` to decide.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.text.tokens import Token, is_glued
from generator.model import RATIO_UNITS, TIME_UNITS

UnitKind = Literal["money", "sign", "ratio", "measure", "declared", "noun"]
"""A sign is one of money that no lexicon knows: `ZZ$`."""
DURATIONS = frozenset(TIME_UNITS)
WHOLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "penny": ("GBP",),
        "rappen": ("CHF",),
        "cent": ("EUR", "USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "ZAR"),
    }
)
"""For each part, the currencies that it is a hundredth of."""


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit in the text: its code, its kind, its tokens from `first` to before `last`."""

    code: str
    kind: UnitKind
    first: int
    last: int
    choices: tuple[str, ...] = ()
    """More than one when the words may name several units."""
    scale: Decimal = Decimal(1)
    """Of a sign or code that multiplies: a thousand in `TEUR`."""


def find_measure(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> FoundUnit | None:
    """A ratio, a duration or a physical unit right here."""
    for table in (lexicon.measures.names, lexicon.measures.signs):
        if found := table.at(tokens, index):
            code, last = found
            if code == "%" and (end := _points_end(tokens, last, lexicon)):
                code, last = "pp", end
            return FoundUnit(code, measure_kind(code), index, last)
    if is_glued(tokens, index) and (glued := lexicon.measures.glued.get(tokens[index].text)):
        return FoundUnit(glued, measure_kind(glued), index, index + 1)
    return None


def _points_end(tokens: Sequence[Token], after: int, lexicon: Lexicon) -> int:
    """The index after the points of a percentage: `%-Pkt`, `pct. pts`; zero where none follow."""
    has_mark = after < len(tokens) and tokens[after].text in {"-", "."} and is_glued(tokens, after)
    at = after + has_mark
    if at >= len(tokens) or tokens[at].lower not in lexicon.measures.points:
        return 0
    is_abbreviated = has_mark and tokens[after].text == "."
    return 0 if is_abbreviated and tokens[at].text[0].isupper() else at + 1


def measure_kind(code: str) -> UnitKind:
    """A ratio is a pure number; all other measures have a dimension."""
    return "ratio" if code in RATIO_UNITS else "measure"


def is_part_of(stated: str | None, claimed: str | None) -> bool:
    """Whether the stated unit is a hundredth of the claimed one."""
    return claimed in WHOLES.get(stated or "", ())
