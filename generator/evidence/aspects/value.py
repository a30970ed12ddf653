"""Which figure of a quotation states a fact's amount, and that it is no end of a range.

In: the fact's amount and the annotations of its quotation, or a rule context. Out: candidates of
exactly equal value; a finding. No tolerance anywhere; `mismatch` says why there is no candidate.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.evidence.annotate import Annotation
from generator.evidence.aspects.context import RuleContext
from generator.evidence.findings import finding_on
from generator.evidence.numbers.units import is_part_of, split_rate
from generator.model import Amount, Finding


@dataclass(frozen=True, slots=True)
class Claim:
    """What a fact claims of a quotation."""

    amount: Amount
    is_change: bool
    """Changes are compared by size; their direction stands in words."""

    def equals(self, claimed: Decimal, annotation: Annotation) -> bool:
        """Whether the figure states the claimed value exactly."""
        value = annotation.mention.value
        if value is None:
            return False
        if is_part_of(annotation.mention.unit, split_rate(self.amount.unit)[0]):
            value = value.scaleb(-2)
        return value.copy_abs() == claimed.copy_abs() if self.is_change else value == claimed


def find_candidates(claim: Claim, annotations: Sequence[Annotation]) -> list[Annotation]:
    """The figures that state the value; for a range, its lower bounds."""
    amount = claim.amount
    if amount.value is not None:
        return [one for one in annotations if claim.equals(amount.value, one)]
    low, high = amount.min_value, amount.max_value
    if low is None or high is None:
        only = low if low is not None else high
        return [one for one in annotations if only is not None and claim.equals(only, one)]
    figures = [one for one in annotations if one.mention.value is not None]
    return [
        left
        for left, right in pairwise(figures)
        if left.bound == "low" and claim.equals(low, left) and claim.equals(high, right)
    ]


def check_range(context: RuleContext) -> Iterator[Finding]:
    """A single value is not one end of a range."""
    if context.annotation.bound is not None and context.amount.value is not None:
        message = f"{context.words} is one end of a range in the quotation"
        hint = "write min_value and max_value in place of value"
        yield finding_on("range-mismatch", "value", message, hint)
