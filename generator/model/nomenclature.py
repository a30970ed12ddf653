"""By which words articles name what a briefing measures, and whose figures they are.

In: indicators and entities as declared. Out: one record, for the rules on measure and subject.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.frozen import EMPTY
from generator.model.records import Entity, Indicator


# It is equal to itself alone, so that what is made of it can be kept by it.
@dataclass(frozen=True, eq=False)
class Nomenclature:
    """All declared indicators and entities, the briefing's subject among them."""

    indicators: Mapping[str, Indicator] = EMPTY
    entities: Mapping[str, Entity] = EMPTY
    """By id; the subject comes first."""


NO_NAMES = Nomenclature()
"""Of a briefing that names nothing: then no sentence can be held against its names."""
