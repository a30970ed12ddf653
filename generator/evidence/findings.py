"""What is wrong with a fact, before it has a place: code, field, message, hint.

In: nothing. Out: `Flaw`, and how it becomes a `Problem` at the place of its field. A review is
settled by what the editor wrote under `inferred`; of the errors, only a status: its words stand
near the figure, and a reader alone can say that they are about something else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model import CODES, Fact, Finding, Place

SETTLED_BY: Mapping[str, tuple[str, ...]] = MappingProxyType(
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
"""For each code that a reason settles, the keys of `inferred` that do."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong, with the field of the fact that it concerns."""

    code: str
    field: str
    message: str
    hint: str

    @property
    def is_error(self) -> bool:
        """Whether the fact is wrong as it stands, not merely open."""
        return CODES[self.code] == "error"

    @property
    def rank(self) -> int:
        """Two for an error, one for a review."""
        return 2 if self.is_error else 1

    def is_settled(self, fact: Fact) -> bool:
        """Whether the fact's editor has said why it holds all the same."""
        keys = SETTLED_BY.get(self.code, ())
        if self.code == "negated" and fact.amount is None:
            keys = (*keys, "status")  # an event has no value to give a reason for
        return any(key in fact.inferred for key in keys)


def worst(flaws: Iterable[Flaw], fact: Fact) -> Flaw | None:
    """The first error, else the first review that nothing settles."""
    open_flaws = [flaw for flaw in flaws if not flaw.is_settled(fact)]
    return next((flaw for flaw in open_flaws if flaw.is_error), next(iter(open_flaws), None))


def place_of(fact: Fact, field: str) -> Place:
    """Where the field was typed, else where the amount or the record was."""
    for name in (field, "value", "min_value", "max_value", "indicator"):
        if (name,) in fact.marks.places:
            return fact.marks.at(name)
    return fact.marks.start


def finding_of(fact: Fact, flaw: Flaw) -> Finding:
    """The flaw as a finding at its field."""
    return Finding(flaw.code, place_of(fact, flaw.field), fact.id, flaw.message, flaw.hint)
