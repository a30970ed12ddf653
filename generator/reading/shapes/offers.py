"""Which ids an editor is offered where one record names another, and what else may stand there.

In: the ids of a briefing, by kind, with a label each. Out: definitions of JSON Schema, one a kind.
Few change often, so another indicator, article or entity is a mistake; a fact is new with each
edit, so its id is offered and any other may stand there as well.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import Any

from generator.model import RATIO_UNITS, TIME_UNITS
from generator.reading.shapes.scalars import ID_SCHEMA
from generator.reading.values import names
from generator.reading.values.prose import PASSAGE_LIMIT
from generator.reading.values.units import currencies

OFFERED: Mapping[str, str] = MappingProxyType(
    {
        "article-id": "no article of seeds/articles.yaml",
        "entity-id": "no entity of seeds/briefing.yaml",
        "fact-id": "",
        "formula": "",
        "indicator-id": "no indicator of seeds/indicators.yaml",
        "unit": "no unit: write a currency such as EUR, %, pp, bp, x, or one of units: in "
        "seeds/indicators.yaml; a rate is A/B",
    }
)
"""What can be offered, with what is said of an id that there is not; none where any may stand."""
_MOST = 1000
"""Ids of a kind that a schema holds: with more an editor takes long to open a file."""
_MOST_NAMED = 12
"""Ids that a message names."""
_RENEW = "is it new? `make serve` or `briefing schema seeds/schemas` makes it known here"


@dataclass(frozen=True, slots=True)
class Offer:
    """The ids of one kind."""

    labels: Mapping[str, str]
    """By id what it is, in the order in which they are offered."""
    is_complete: bool = True
    """Whether there are no others; False where a file of them could not be read."""


def define(kind: str, offer: Offer | None) -> dict[str, Any]:
    """The definition of one kind of `OFFERED`."""
    if kind == "unit":
        return _unit(offer)
    if kind == "formula":
        return _formula(offer)
    if not offer or not offer.labels:
        return {**ID_SCHEMA}
    listed = _listed(offer)
    if not OFFERED[kind] or not offer.is_complete or len(offer.labels) > _MOST:
        # Both say the same of what is no id: else one of them would list every id there is.
        listed["errorMessage"] = ID_SCHEMA["patternErrorMessage"]
        return {"anyOf": [listed, {**ID_SCHEMA}]}
    some = [*islice(offer.labels, _MOST_NAMED)]
    rest = ", …" if len(offer.labels) > len(some) else ""
    message = f"{OFFERED[kind]}, which has {', '.join(some)}{rest}; {_RENEW}"
    return {**listed, "errorMessage": message}


def _unit(offer: Offer | None) -> dict[str, Any]:
    form: dict[str, Any] = {"type": "string", "maxLength": names.LONGEST_ID}
    if not offer or not offer.is_complete or len(offer.labels) > _MOST:
        return form
    message = f"{OFFERED['unit']}; {_RENEW}"
    plain = {one for one in offer.labels if "/" not in one} - {*RATIO_UNITS}
    top, bottom = plain | currencies() | {*RATIO_UNITS}, plain | currencies() | {*TIME_UNITS}
    pattern = f"^({_any_of(top)})(/({_any_of(bottom)}))?$"
    every = {**form, "pattern": pattern, "patternErrorMessage": message}
    return {"anyOf": [{**_listed(offer), "errorMessage": message}, every]}


def _formula(offer: Offer | None) -> dict[str, Any]:
    """Any text; offered is each fact, as a formula names it."""
    form: dict[str, Any] = {"type": "string", "maxLength": PASSAGE_LIMIT}
    if not offer or not offer.labels:
        return form
    shown = islice(offer.labels.items(), _MOST)
    begun = [
        {"label": f"{{{one}}}", "description": label, "body": f'"{{{one}\\}}$0"'}
        for one, label in shown
    ]
    return {**form, "defaultSnippets": begun}


def _listed(offer: Offer) -> dict[str, Any]:
    shown = dict(islice(offer.labels.items(), _MOST))
    return {"type": "string", "enum": [*shown], "enumDescriptions": [*shown.values()]}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words))
