"""Why a figure is not simply what an article reports: the doubts that its mark and its panel name.

In: an entry, the site. Out: keys of the doubts, those that weigh most first. A target or a plan is
no doubt: an article reports it. That the text leaves the time open is said in the panel, not marked
in prose, where the words around a figure say when.
"""

from typing import Literal, get_args

from generator.model import Entry, Status
from generator.pages.site import Site

Doubt = Literal["contested", "corrected", "computed", "forecast", "inferred", "hedged"]
DOUBTS: tuple[Doubt, ...] = get_args(Doubt)
_AHEAD: frozenset[Status] = frozenset({"forecast", "consensus", "estimate"})
_SAID_AROUND = frozenset({"period"})
"""What may be inferred without a mark in prose."""


def doubts_of(entry: Entry, site: Site) -> tuple[Doubt, ...]:
    """All doubts of a figure or an event."""
    fact, amount = entry.fact, entry.amount
    holds: dict[Doubt, bool] = {
        "contested": fact.id in site.contested,
        "corrected": any(one.fact == fact.id for one in site.seeds.corrections),
        "forecast": fact.status in _AHEAD,
        "computed": fact.basis == "derived",
        "inferred": bool(fact.inferred.keys() - _SAID_AROUND),
        "hedged": amount is not None and (amount.hedge != "exact" or amount.value is None),
    }
    return tuple(doubt for doubt in DOUBTS if holds[doubt])
