"""Fields of a fact that a person types anew while deciding: `p 2023`, `s forecast`.

In: a line. Out: which field it changes to what, as the seeds write it; the menu of such lines.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from generator.cli.adding.facts_yaml import quoted_text
from generator.model import HEDGES, STATUSES, Attribution, IndicatorKind, Period
from generator.reading import is_id

_ATTRIBUTIONS = get_args(Attribution)
FIELDS = {
    "p": ("period", "2024 · 2024-Q4 · 2025-03-18; alone: the article’s day"),
    "u": ("unit", "EUR · % · EUR/tonne; alone: a bare number"),
    "h": ("hedge", " · ".join(HEDGES)),
    "s": ("status", " · ".join(STATUSES)),
    "a": ("attribution", " · ".join(_ATTRIBUTIONS)),
    "o": ("about", "whose figure it is, by name; alone: the subject’s"),
    "v": ("value", "109e9 · 350_000 · -30"),
    "i": ("id", "the figure’s name for ever, such as harvest-2024"),
}
KINDS: Mapping[IndicatorKind, str] = {
    "level": "stands so",
    "flow": "adds up over a period",
    "change": "by how much it moved",
}
"""What an indicator may be that a figure has."""
_LINE = re.compile(r"([a-z])(?:\s+(\S+))?")
_PLAIN = re.compile(r"-?\d[\d_]*(?:\.\d+)?(?:e\d+)?|[A-Za-z][A-Za-z-]*")
_NEEDED = {"value", "id"}


@dataclass(frozen=True, slots=True)
class Retyped:
    """One field, as it is to be typed."""

    key: str
    scalar: str | None
    """None: the field goes, and its default holds."""


def parse_line(line: str) -> Retyped | str | None:
    """The field that a line changes; words against it; None where it is no such line."""
    found = _LINE.fullmatch(line)
    if found is None or found[1] not in FIELDS:
        return None
    key, said = FIELDS[found[1]][0], found[2]
    allowed = {"hedge": HEDGES, "status": STATUSES, "attribution": _ATTRIBUTIONS}.get(key)
    if said is None:
        return f"type {found[1]} and its {key}" if key in _NEEDED else Retyped(key, None)
    if allowed is not None:
        fitting = [one for one in allowed if one == said] or [
            one for one in allowed if one.startswith(said)
        ]
        if len(fitting) != 1:
            return f"{key} is one of {' · '.join(allowed)}"
        return Retyped(key, fitting[0])
    is_one, form = _FORMS.get(key, (bool, ""))
    if not is_one(said):
        return f"{said} is no {key}: {form}"
    is_plain = _PLAIN.fullmatch(said) and key != "period"
    return Retyped(key, said if is_plain or key == "id" else quoted_text(said))


def _is_period(said: str) -> bool:
    try:
        Period.parse(said)
    except ValueError:
        return False
    return True


_FORMS = {
    "id": (is_id, "a-z, 0-9 and hyphens"),
    "period": (_is_period, "2024 · 2024-Q4 · 2025-03-18 · 2024-09/2025-08"),
}
"""What a field has to be, and how it is written."""


def menu() -> list[str]:
    """A line for each field."""
    lines = [f"{letter} …  {key}: {words}" for letter, (key, words) in FIELDS.items()]
    return [
        *lines,
        "n LABEL / words  a new indicator, and the words of the sentence that name it",
        f"k …  kind of the new indicator: {' · '.join(f'{k} ({v})' for k, v in KINDS.items())}",
        "w  adds the word that is offered to the indicator; w WORD  adds another one",
        "c  adds what the article calls it to the names of whom it is about; c WORD  another name",
        "x  no fact: list its number as ignored",
        "Enter  takes the first of the list where it is proven; else leaves the figure open",
    ]
