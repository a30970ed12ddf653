"""A suggested fact with another speaker, status or measure, where its first draft is refused.

In: a draft with its findings, what the briefing measures, the prover. Out: the draft that holds
best; a person says whether it is meant.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from generator.evidence.findings import aspect_of, rank
from generator.model import AHEAD, UNDECIDED, Attribution, Fact, Finding, Indicator, Quote, Status

Draft = tuple[Fact, Sequence[Finding]]
"""A fact with all that would be wrong with it."""
Prove = Callable[[Fact, Indicator], Sequence[Finding]]
_SPEAKERS: tuple[Attribution, ...] = ("attributed", "self-reported")
_STATUSES: tuple[Status, ...] = ("reported", "estimate", *AHEAD)


def best_of(drafts: Iterable[Draft]) -> Draft | None:
    """The draft with the least that is wrong; what follows one without a fault is not even made."""
    best: Draft | None = None
    for draft in drafts:
        if best is None or _how_bad(draft[1]) < _how_bad(best[1]):
            best = draft
        if not best[1]:
            break
    return best


def mended(best: Draft, quote: Quote, indicator: Indicator, prove: Prove) -> Draft:
    """The draft on its whole sentence, as that says who speaks and how sure it is.

    Only where its words refuse what was drafted: what they leave open is for a person.
    """
    fact, findings = best
    wrong = {aspect_of(one) for one in findings if one.severity == "error"}
    speakers = (fact.attribution, *_SPEAKERS) if "attribution" in wrong else (fact.attribution,)
    statuses = (fact.status, *_STATUSES) if "status" in wrong else (fact.status,)
    pairs = list(dict.fromkeys(product(speakers, statuses)))
    others = (
        replace(fact, attribution=speaker, status=status, quotes=(quote,))
        for speaker, status in pairs
    )
    tried = ((one, prove(one, indicator)) for one in others)
    return (best_of((best, *tried)) or best) if len(pairs) > 1 else best


def measured(best: Draft, indicators: Iterable[Indicator], prove: Prove) -> Draft:
    """The draft of the one indicator that its sentences prove, where no word names one.

    The indicators have words in the language of the article: others anything would pass for.
    """
    if best[0].indicator != UNDECIDED:
        return best
    tried = ((one, prove(one, indicator)) for one, indicator in _of_each(best[0], indicators))
    proven = [draft for draft in tried if _is_measured(draft[1])]
    return proven[0] if len(proven) == 1 else best


def _of_each(fact: Fact, indicators: Iterable[Indicator]) -> Iterator[tuple[Fact, Indicator]]:
    """The fact of each indicator that has its unit; without a unit, in the one that it has."""
    amount = fact.amount
    for one in indicators:
        if amount is None or one.kind == "event":
            continue
        if not one.units or amount.unit in one.units:
            yield replace(fact, indicator=one.id), one
        elif amount.unit is None and len(one.units) == 1:
            counted = replace(amount, unit=one.units[0])
            yield replace(fact, indicator=one.id, amount=counted), one


def _is_measured(findings: Iterable[Finding]) -> bool:
    """Nothing is wrong with what it measures, and nothing that no reason answers."""
    return all(one.severity == "review" and aspect_of(one) != "measure" for one in findings)


def _how_bad(findings: Sequence[Finding]) -> tuple[bool, int, int]:
    """A sign that was only tried is worst; then an error is worse than any number of reviews."""
    is_turned = any(one.code == "sign-mismatch" for one in findings)
    return is_turned, max(map(rank, findings), default=0), len(findings)
