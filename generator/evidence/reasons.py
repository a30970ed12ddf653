"""Reasons on record: one under `inferred` holds for the fact and quotation that it was given for.

In: facts, and what was recorded when their reasons were given. Out: what to record, and a finding
for a fact that has changed under an unchanged reason. A new or reworded reason needs no record: it
has been written for the fact as it stands.
"""

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping

from generator.evidence.findings import show
from generator.model import Amount, Fact, Finding

_DIGITS = 12


def record_reasons(facts: Mapping[str, Fact]) -> Mapping[str, Mapping[str, str]]:
    """For each fact with reasons: by field, a digest of the reason and one of what it is about."""
    return {
        fact.id: {field: _bond(fact, field) for field in sorted(fact.inferred)}
        for fact in sorted(facts.values(), key=lambda one: one.id)
        if fact.inferred
    }


def check_reasons(
    facts: Mapping[str, Fact], recorded: Mapping[str, Mapping[str, str]]
) -> Iterator[Finding]:
    """A finding for each fact that changed while a reason stayed word for word."""
    for fact in facts.values():
        then = recorded.get(fact.id, {})
        stale = [
            field
            for field in fact.inferred
            if field in then and _is_stale(then[field], _bond(fact, field))
        ]
        if stale:
            place, reason = fact.marks.at("inferred", stale[0]), fact.inferred[stale[0]]
            why = f"the fact or its quotation has changed since the reason for {stale[0]} was given"
            said = f"{why}: {show(next(iter(reason.values()), ''))}"
            hint = "if it still holds, confirm it with: briefing record; if not, write it anew"
            yield Finding("inferred-stale", place, fact.id, said, hint)


def _is_stale(recorded: str, now: str) -> bool:
    """The same reason, given for something else."""
    reason, _, claim = recorded.partition("-")
    reason_now, _, claim_now = now.partition("-")
    return reason == reason_now and claim != claim_now


def _bond(fact: Fact, field: str) -> str:
    return f"{_digest(sorted(fact.inferred[field].items()))}-{_digest(_claim(fact))}"


def _claim(fact: Fact) -> object:
    """All that a reason may depend on, as plain values; where things are typed is left out."""
    amount = fact.amount or Amount()
    numbers = [amount.value, amount.min_value, amount.max_value]
    return [
        *(fact.indicator, fact.about, fact.period and fact.period.edtf),
        *(None if number is None else str(number.normalize()) for number in numbers),
        *(amount.unit, amount.hedge),
        *(fact.status, fact.attribution, fact.formula),
        [
            [
                *(one.article, _spaced(one.exact)),
                *(one.prefix and _spaced(one.prefix), one.suffix and _spaced(one.suffix)),
                one.occurrence,
            ]
            for one in fact.quotes
        ],
    ]


def _spaced(text: str) -> str:
    """The text however its spaces and accents are typed: nobody sees a change of these."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:_DIGITS]
