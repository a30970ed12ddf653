"""Proofs and coverage as JSON has them, and back.

In: a proof without a finding, a covered mention; or what was made of these. Out: the one from the
other. Of words only offsets are kept; the words are the article's own.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.model import (
    Article,
    CoveredMention,
    Evidence,
    Fact,
    FrozenDict,
    Located,
    Mention,
    Proof,
)


def of_proof(proof: Proof) -> list[Any]:
    """A proof without a finding, as JSON."""
    located = [
        [
            *(one.start - len(one.before), one.start, one.end, one.end + len(one.after)),
            *(one.mention and _of_mention(one.mention), one.origins),
        ]
        for one in proof.located
    ]
    evidence = [
        [one.aspect, one.basis, one.quote, one.start, one.end, dict(one.reason)]
        for one in proof.evidence
    ]
    return [proof.status, located, evidence]


def proof_of(fact: Fact, known: Sequence[Any], articles: Mapping[str, Article]) -> Proof:
    """The proof that was kept of a fact."""
    status, places, evidence = known
    texts = [articles[quote.article].text for quote in fact.quotes]
    located = [
        Located(
            quote=quote,
            start=start,
            end=end,
            text=text[start:end],
            before=text[first:start],
            after=text[end:last],
            mention=mention and _mention(mention, text),
            origins=tuple(origins),
        )
        for quote, text, (first, start, end, last, mention, origins) in zip(
            fact.quotes, texts, places, strict=True
        )
    ]
    return Proof(
        fact=fact.id,
        status=status,
        located=tuple(located),
        evidence=tuple(
            Evidence(
                aspect=aspect,
                basis=basis,
                quote=quote,
                start=start,
                end=end,
                words="" if start is None else texts[quote][start:end],
                reason=FrozenDict(reason),
            )
            for aspect, basis, quote, start, end, reason in evidence
        ),
    )


def of_covered(one: CoveredMention) -> list[Any]:
    """A mention with what covers it, as JSON."""
    return [_of_mention(one.mention), one.covered_by, one.ignored]


def covered_of(known: Sequence[Any], article: Article) -> CoveredMention:
    """The mention that was kept of an article."""
    mention, covered_by, ignored = known
    return CoveredMention(
        mention=_mention(mention, article.text), covered_by=tuple(covered_by), ignored=ignored
    )


def _of_mention(one: Mention) -> list[Any]:
    value = None if one.value is None else str(one.value)
    return [
        *(one.start, one.end, one.kind, value, one.unit),
        *(one.hedge, one.hedge_start, one.direction, one.edtf),
    ]


def _mention(known: Sequence[Any], text: str) -> Mention:
    start, end, kind, value, unit, hedge, hedge_start, direction, edtf = known
    return Mention(
        text=text[start:end],
        start=start,
        end=end,
        kind=kind,
        value=None if value is None else Decimal(value),
        unit=unit,
        hedge=hedge,
        hedge_start=hedge_start,
        direction=direction,
        edtf=edtf,
    )
