"""What is wrong with a fact: a finding on one of its fields, until the fact gives the place.

In: code, field, message, hint. Out: a `Finding`, the worst of several, and one at its place. A
reason under `inferred` answers a review; of the errors, only a status: its words stand near the
figure, and only a reader can say that they are about something else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.model import Fact, Field, Finding, Place

ANSWERED_BY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "unit-absent": ("unit",),
        "unit-ambiguous": ("unit",),
        "sign-unseen": ("sign", "value"),
        "value-derived": ("value",),
        "period-unseen": ("period",),
        "negated": ("value",),
        "hedge-unknown": ("hedge",),
        "status-dropped": ("status",),
        "status-unclear": ("status",),
    }
)
"""For each code that a reason answers, the keys of `inferred` that hold such a reason."""


def finding_on(code: str, field: str, message: str, hint: str) -> Finding:
    """A finding on a field of a fact or of a quotation, which gives place and subject later."""
    return Finding(code, Field(field), "", message, hint)


def place_in(fact: Fact, finding: Finding) -> Finding:
    """The finding at its field of the fact: there, else at the amount, else at the record."""
    field = finding.at.name if isinstance(finding.at, Field) else ""
    names = (field, "value", "min_value", "max_value", "indicator")
    typed = (fact.marks.at(name) for name in names if (name,) in fact.marks.places)
    place: Place = next(typed, fact.marks.start)
    return replace(finding, at=place, subject=fact.id)


def worst(findings: Iterable[Finding], fact: Fact) -> Finding | None:
    """The first error, else the first review, of those that no reason of the fact answers."""
    return max((one for one in findings if not _is_answered(one, fact)), key=rank, default=None)


def rank(finding: Finding | None) -> int:
    """How bad it is: two for an error, one for a review, zero for nothing."""
    if finding is None:
        return 0
    return 2 if finding.severity == "error" else 1


def _is_answered(finding: Finding, fact: Fact) -> bool:
    """Whether the editor gave a reason for which the fact still holds."""
    keys = ANSWERED_BY.get(finding.code, ())
    if finding.code == "negated" and fact.amount is None:
        keys = (*keys, "status")  # an event has no value to give a reason for
    return any(key in fact.inferred for key in keys)
