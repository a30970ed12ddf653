"""The briefing as a whole: its subject and languages, and the numbers that need no sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from generator.model.finding import Marks
from generator.model.records import Text, no_text


@dataclass(frozen=True, kw_only=True, slots=True)
class Constant:
    """A number that formulas may use without a quotation, and why."""

    id: str
    value: Decimal
    reason: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Exemption:
    """A pattern that the number gate lets pass in hand-written prose, and why."""

    pattern: str
    reason: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Briefing:
    """What this site is about and in which languages."""

    title: Text
    description: Text = field(default_factory=no_text)
    subject_id: str
    subject_name: Text
    same_as: str | None = None
    languages: tuple[str, ...]
    exempt_numbers: tuple[Exemption, ...] = ()
    constants: Mapping[str, Constant] = field(default_factory=lambda: MappingProxyType({}))
    marks: Marks = field(compare=False, repr=False)
