"""By which words articles name what a briefing measures, and whose figures they are.

In: indicators and entities as declared. Out: one record, for the rules on measure and subject.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.frozen import EMPTY
from generator.model.records import Entity, Indicator


@dataclass(frozen=True)
class Nomenclature:
    """All declared indicators and entities, the briefing's subject among them."""

    indicators: Mapping[str, Indicator] = EMPTY
    entities: Mapping[str, Entity] = EMPTY
    """By id; the subject comes first."""

    def __hash__(self) -> int:
        """Of the ids alone: what is made of it is kept by it, and looked up for each fact."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((*self.indicators, *self.entities))


NO_NAMES = Nomenclature()
"""Of a briefing that names nothing: then no sentence can be held against its names."""
