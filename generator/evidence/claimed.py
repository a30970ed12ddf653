"""What refused facts may state of an article, so that its numbers are not told as open as well.

In: an article with its mentions, and what facts that are malformed or not proven claim. Out: the
mentions that one of them may mean: in its quotation, or where that should stand, or as its amount.
It says of no number that a fact covers it.
"""

from collections.abc import Container, Iterable, Iterator, Mapping

from generator.evidence.lexicon.lexicon import load_lexicon
from generator.evidence.quotes.locate import fold_typed, parts_of
from generator.evidence.quotes.nearest import find_nearest, split_at_dots
from generator.evidence.text.folding import Folded, fold
from generator.model import Article, CoveredMention, Fact, Mention, Proof, RefusedClaim

_LONGEST = 2000
"""Of a quotation so much is looked for."""


def claims_of(facts: Mapping[str, Fact], proofs: Mapping[str, Proof]) -> Iterator[RefusedClaim]:
    """What the facts claim whose proofs have a finding."""
    for fact in facts.values():
        proof, amount = proofs.get(fact.id), fact.amount
        if proof is None or not proof.findings:
            continue
        numbers = (amount.value, amount.min_value, amount.max_value) if amount else ()
        values = frozenset(abs(one) for one in numbers if one is not None)
        for quote in fact.quotes:
            yield RefusedClaim(quote.article, quote.exact, values)


def find_claimed(
    article: Article,
    covered: Iterable[CoveredMention],
    claims: Iterable[RefusedClaim],
    known: Container[str],
) -> frozenset[int]:
    """Where those open mentions of the article begin that one of the claims may mean.

    `known` are the ids of articles: a claim that names none of them may be about any.
    """
    mentions = [one.mention for one in covered if one.is_open]
    if not mentions:
        return frozenset()
    folded = fold(article.text, load_lexicon(article.lang).hanging)
    found: set[int] = set()
    for claim in claims:
        is_of_this = claim.article == article.id or claim.article not in known
        if is_of_this and not claim.exact and not claim.values and not claim.period:
            return frozenset(one.start for one in mentions)
        spans = [*_spans(claim.exact, folded, is_of_this=is_of_this)]
        found |= {
            one.start
            for one in mentions
            if (is_of_this and _is_amount(one, claim)) or any(_meet(one, span) for span in spans)
        }
    return frozenset(found)


def _is_amount(mention: Mention, claim: RefusedClaim) -> bool:
    if mention.value is None:
        return bool(claim.period) and str(mention.edtf) == claim.period
    return abs(mention.value) in claim.values


def _meet(mention: Mention, span: tuple[int, int]) -> bool:
    return mention.start < span[1] and span[0] < mention.end


def _spans(exact: str, folded: Folded, *, is_of_this: bool) -> Iterator[tuple[int, int]]:
    """Where the quotation stands in the article, word for word or, in its own, nearly."""
    needle = fold_typed(exact[:_LONGEST])
    marked = parts_of(needle) if needle else []
    for part in (part for one in marked for part in split_at_dots(one)):
        at = folded.text.find(part)
        if at >= 0:
            yield folded.span(at, at + len(part))
        elif is_of_this and (near := find_nearest(part, folded.text)):
            yield folded.span(near.start, near.end)
