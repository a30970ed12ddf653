"""Whether a number in an editor's words is one that the ledger knows.

In: a claim, the figures that it may rest on. Out: yes or no. A claim rests on a figure of its unit
when what it says, hedge and direction included, is true of it: "nearly two hundred" of 190, "more
than a quarter" of 30 per cent, "doubled" of a rise of 100 per cent. A figure that is itself a bound
bears out no exact number.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from generator.evidence import Annotation
from generator.ledger.claims.numbers import has_known_unit
from generator.ledger.claims.scopes import Stated
from generator.ledger.formulas.rounding import ABOUT
from generator.model import Hedge

_UP = frozenset({"over", "at-least", "just-over"})
_DOWN = frozenset({"under", "at-most", "nearly"})
_BEYOND = frozenset({"over", "just-over", "under", "nearly"})
"""Hedges that are not said of the very number."""
_BESIDE = Decimal("0.1")
"""So much of itself, at most, may "nearly" or "just over" be away from a figure."""
_FAR = Decimal(2)
"""So many times as large or small, at most, may a figure be that a bare bound is said of."""
_REACH: Mapping[Hedge, tuple[Decimal, Decimal]] = MappingProxyType(
    {
        "exact": (Decimal(1), Decimal(1)),
        "about": (1 - ABOUT, 1 + ABOUT),
        "nearly": (1 - _BESIDE, Decimal(1)),
        "just-over": (Decimal(1), 1 + _BESIDE),
        "over": (Decimal(1), _FAR),
        "at-least": (Decimal(1), _FAR),
        "under": (1 / _FAR, Decimal(1)),
        "at-most": (1 / _FAR, Decimal(1)),
    }
)
"""Between which multiples of what is said a figure may lie."""
_RATIOS = frozenset({"%", "x"})
_HUNDRED = Decimal(100)


def is_borne_out(claim: Annotation, figures: Iterable[Stated]) -> bool:
    """One of the figures says the same."""
    return any(_says(one, claim) for one in figures)


def _says(figure: Stated, claim: Annotation) -> bool:
    mention = claim.mention
    if mention.value is None:
        return False
    ways = {mention.direction, figure.direction} - {None}
    if len(ways) > 1 and figure.is_change:
        return False
    said, hedge = abs(mention.value), mention.hedge
    if _is_of_unit(claim, figure):
        return any(_holds(hedge, said, size, figure.hedge) for size in figure.sizes)
    if mention.unit in _RATIOS and figure.unit in _RATIOS:
        ratio = said / _HUNDRED if mention.unit == "%" else said
        nearly: Hedge = "about" if hedge == "exact" else hedge
        return any(_holds(nearly, ratio, one, figure.hedge) for one in _ratios(figure))
    return False


def _is_of_unit(claim: Annotation, figure: Stated) -> bool:
    """The units are the same, or one of the two leaves open what the other names."""
    unit = claim.mention.unit
    if unit is None:
        return True
    named = {unit, *claim.choices}
    if figure.unit in named or (figure.unit or "").partition("/")[0] in named:
        return True
    # A noun that is no unit, as the deliveries of vehicles are.
    return not has_known_unit(claim) and figure.unit not in _RATIOS


def _ratios(figure: Stated) -> Iterator[Decimal]:
    """The figure as a multiple; a change also as what it leads to, and the reverse."""
    for size in figure.sizes:
        if figure.unit == "x":
            yield size
            continue
        yield size / _HUNDRED
        if figure.is_change:
            yield 1 - size / _HUNDRED if figure.direction == "down" else 1 + size / _HUNDRED


def _holds(hedge: Hedge, said: Decimal, size: Decimal, of_figure: Hedge) -> bool:
    """What is said is true of a figure of this size and hedge."""
    if of_figure in _UP:
        return hedge in _UP and said <= size <= _FAR * said
    if of_figure in _DOWN:
        return hedge in _DOWN and size <= said <= _FAR * size
    if size == said:
        return hedge not in _BEYOND
    low, high = _REACH[hedge]
    return low * said <= size <= high * said
