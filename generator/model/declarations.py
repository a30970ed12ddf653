"""What the files of facts declare beside facts: checks, corrections, ids that moved.

Each speaks of facts, stands in a file with them and goes with them.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from generator.model.finding import Marks
from generator.model.period import Period
from generator.model.records import Text, no_text


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """Between which values a result is credible, and why."""

    min_value: Decimal
    max_value: Decimal
    unit: str | None
    reason: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """A question that needs no second source: a formula held against another, or a band."""

    id: str
    label: Text
    formula: str
    against: str | None = None
    """A second formula; None where there is a band."""
    band: Band | None = None
    note: Text = field(default_factory=no_text)
    marks: Marks = field(compare=False, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """A mistake of ours that stood on the site, and what stands there now."""

    fact: str
    date: Period
    """The day on which we corrected it."""
    changed: str
    """Of the fact: value, unit, hedge, period, status or attribution."""
    old: str
    new: str
    reason: Text
    marks: Marks = field(compare=False, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """An id that is no longer used, and the fact that its address leads to now."""

    id: str
    to: str
    reason: Text
    marks: Marks = field(compare=False, repr=False)
