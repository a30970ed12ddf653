"""Facts and articles in batches, and what is proven of a batch wherever that is done.

In: what is to be proven and covered. Out: batches of ids, each with all that its articles need; of
a batch, as JSON, what had no finding. The rest has none: a finding names places, so that whoever
asked proves it again, and tells.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.evidence.as_kept import of_covered, of_proof
from generator.evidence.coverage import cover
from generator.evidence.lexicon.dictionary import answers
from generator.evidence.origins import origins_of
from generator.evidence.prove import prove_all
from generator.model import Article, CoveredMention, Fact, Seeds

_FACTS_A_BATCH = 100
_CHARACTERS_LIKE_A_FACT = 200
"""Of an article: so many take as long to cover as a fact to prove, or less."""


class Batch(NamedTuple):
    """Some facts, and those articles that only they quote."""

    facts: tuple[str, ...]
    articles: tuple[str, ...]


Prover = Callable[[Sequence[Batch]], Sequence[Any]]
"""Proves batches somewhere: of each what `prove_batch` gives, or None where nobody did."""
Quoting = Mapping[str, Mapping[str, Fact]]
"""For an article the facts that quote it."""


def batches_of(
    facts: Mapping[str, Fact],
    articles: Iterable[Article],
    uncovered: Collection[str],
    quoting: Quoting,
) -> Iterator[Batch]:
    """The facts by the article that they quote first, articles in their order.

    Args:
        facts: what is to be proven.
        articles: all that there are.
        uncovered: ids of those that are to be covered.
        quoting: by article all facts that quote it.
    """
    names, ids, weight = list[str](), list[str](), 0
    for article in articles:
        quoted = quoting.get(article.id, {})
        own = [one for one in quoted if one in facts and facts[one].quotes[0].article == article.id]
        names += own
        weight += len(own)
        if article.id in uncovered:
            ids.append(article.id)
            weight += len(article.text) // _CHARACTERS_LIKE_A_FACT
        if weight >= _FACTS_A_BATCH:
            yield _batch(names, ids, quoting)
            names, ids, weight = [], [], 0
    if weight:
        yield _batch(names, ids, quoting)


def _batch(names: Iterable[str], articles: Iterable[str], quoting: Quoting) -> Batch:
    """Without the articles that facts of other batches quote as well."""
    own = dict.fromkeys(names)
    alone = (one for one in articles if quoting.get(one, {}).keys() <= own.keys())
    return Batch(tuple(own), tuple(alone))


def prove_batch(
    facts: Mapping[str, Fact], seeds: Seeds, batch: tuple[Sequence[str], Sequence[str]]
) -> list[Any]:
    """What is kept of the proofs and the coverage of a batch, and the words that it asked for.

    Where there is a finding, and in an article where a fact has one, stands None.
    """
    names, articles = batch
    known, wanted = answers(), {*names}
    # In the order of all facts, in which an article names those that cover a number.
    own = {name: fact for name, fact in facts.items() if name in wanted}
    proofs = prove_all(
        own,
        indicators=seeds.indicators,
        articles=seeds.articles,
        units=seeds.units,
        named=seeds.named,
    )
    # Of a fact whose article no lexicon reads nothing is located.
    sound = {
        name: proof
        for name, proof in proofs.items()
        if not proof.findings and len(proof.located) == len(own[name].quotes)
    }
    coverage: list[list[Any] | None] = []
    for article in (seeds.articles[one] for one in articles):
        quoted = {one.id: one for one in own.values() if _quotes(one, article)}
        if any(one in proofs and one not in sound for one in quoted):
            coverage.append(None)
        else:
            coverage.append(of_coverage(article, cover(article, quoted, sound, seeds.units)))
    of_proofs = [of_proof(sound[name]) if name in sound else None for name in names]
    return [of_proofs, coverage, answers(known)]


def of_coverage(article: Article, covered: Iterable[CoveredMention]) -> list[Any]:
    """What is kept of an article: its mentions, and the agencies that it names."""
    named = origins_of({article.id: article})[article.id]
    return [[of_covered(one) for one in covered], [*named]]


def _quotes(fact: Fact, article: Article) -> bool:
    return any(quote.article == article.id for quote in fact.quotes)
