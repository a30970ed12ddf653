"""Which units there are, and which of them a fact may have.

In: a unit as typed, the units that are declared, those that the indicator allows.
Out: a finding with the smallest edit, or None. It never converts anything.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache

from babel import Locale
from babel.numbers import list_currencies

from generator.model import RATIO_UNITS, TIME_UNITS, Finding, Place
from generator.text import find_nearest, listed, shown

_WORDS = {
    **dict.fromkeys(("prozent", "percent", "per cent"), "%"),
    **dict.fromkeys(("prozentpunkte", "percentage points"), "pp"),
    **dict.fromkeys(("€", "euro"), "EUR"),
    **dict.fromkeys(("$", "us$", "us-dollar", "dollar"), "USD"),
    "£": "GBP",
    **dict.fromkeys(("yuan", "rmb"), "CNY"),
}
"""What editors type instead; only for hints."""


def check_unit_name(
    unit: str,
    place: Place,
    subject: str,
    *,
    declared: Collection[str],
    allowed: Collection[str] = (),
    fitting: Sequence[str] = (),
    is_rate: bool = True,
) -> Finding | None:
    """A finding when no fact may have this unit, or none of this indicator."""
    parts = unit.split("/") if is_rate else [unit]
    is_known = is_unit(parts[0], declared) and len(parts) <= 2  # noqa: PLR2004 - A/B
    is_known = is_known and all(one in TIME_UNITS or is_unit(one, declared) for one in parts[1:])
    if is_known and (not allowed or unit in allowed):
        return None
    meant = [one for one in _meant(unit, declared) if not allowed or one in allowed]
    if meant or len(allowed) == 1:
        hint = f"write {_quoted((meant or list(allowed))[0])}"
        if is_known:
            measured = " or ".join(fitting) or f"one that is measured in {shown(unit)}"
            hint += f"; or correct indicator: to {measured}"
    elif allowed:
        hint = f"write one of {listed(allowed)}, or add it to the indicator's units"
    else:
        ratios = listed(RATIO_UNITS)
        hint = f"write a currency such as EUR, one of {ratios}, or declare it under units:"
    predicate = "is not a unit of its indicator" if is_known else "is no unit"
    return Finding("bad-value", place, subject, f'unit "{shown(unit)}" {predicate}', hint)


def is_unit(unit: str, declared: Collection[str]) -> bool:
    """A currency of ISO 4217, a ratio, or a declared unit."""
    return unit in RATIO_UNITS or unit in declared or unit in currencies()


def hint_unit(word: str) -> str | None:
    """The unit that a word or sign of everyday language stands for, as YAML wants it typed."""
    unit = _WORDS.get(word.lower()) or (word if word in RATIO_UNITS else None)
    return _quoted(unit) if unit else word if word in currencies() else None


def _meant(unit: str, declared: Collection[str]) -> list[str]:
    word = unit.strip().lower()
    top, slash, bottom = unit.partition("/")
    if slash:
        tops = [top] if is_unit(top, declared) else _meant(top, declared)
        known = bottom in TIME_UNITS or is_unit(bottom, declared)
        bottoms = [bottom] if known else _meant(bottom, [*declared, *TIME_UNITS])
        return [f"{one}/{other}" for one in tops for other in bottoms]
    candidates = [_WORDS.get(word), _by_name().get(word), unit.strip().upper()]
    found = [one for one in candidates if one and is_unit(one, declared)]
    nearest = find_nearest(unit, declared)
    return found + ([nearest] if nearest else [])


def _quoted(unit: str) -> str:
    return unit if re.match("[A-Za-z]", unit) else f'"{unit}"'


@cache
def currencies() -> frozenset[str]:
    """The codes of ISO 4217."""
    return frozenset(list_currencies())


@cache
def _by_name() -> dict[str, str]:
    """Currency codes by English name; read when a unit is unknown only."""
    return {name.lower(): code for code, name in Locale("en").currencies.items()}
