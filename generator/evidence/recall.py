"""What was proven before and has not changed, taken over instead of being proven again.

In: facts, articles, and results of an earlier run by the digest of all that they came from. Out:
the proofs, the coverage and the findings that `prove_all`, `cover` and `check_coverage` give. Only
what had no finding is kept: a finding names places, which move.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, replace
from typing import Any

from generator.evidence.as_kept import covered_of, of_proof, proof_of
from generator.evidence.aspects.measure import check_declared
from generator.evidence.batches import Prover, Quoting, batches_of, of_coverage
from generator.evidence.coverage import check_coverage, cover
from generator.evidence.lexicon.dictionary import answers, recall_answers
from generator.evidence.lexicon.files import keep_files_in
from generator.evidence.prove import prove_all
from generator.kept import digest, unless_sound
from generator.model import (
    EMPTY,
    Article,
    CoveredMention,
    Fact,
    Finding,
    Proof,
    Seeds,
)

Results = MutableMapping[str, Any]
_WORDS = "words"


@dataclass(frozen=True, slots=True)
class Proven:
    """All that the articles bear out of some facts."""

    proofs: Mapping[str, Proof]
    coverage: Mapping[str, tuple[CoveredMention, ...]]
    """By article."""
    origins: Mapping[str, tuple[str, ...]]
    """By article the agencies that it names."""
    keys: Mapping[str, str]
    """By article a digest of all that its coverage comes from."""


@dataclass(frozen=True, slots=True)
class _Keys:
    """Under which digests the results of a run are kept."""

    facts: Mapping[str, str]
    coverage: Mapping[str, str]
    """By article."""
    quoting: Quoting


def recall_proven(
    facts: Mapping[str, Fact], seeds: Seeds, kept: Results, prover: Prover | None = None
) -> Proven:
    """Proofs of the facts and coverage of all articles; what is new is proven, and kept.

    With a `prover` it is first proven there; what comes back from it is kept as of an earlier run.
    """
    keys = _keys_of(facts, seeds)
    if prover:
        _prove_elsewhere(facts, keys, seeds, kept, prover)
    proofs = _proofs(facts, keys.facts, seeds, kept)
    coverage: dict[str, tuple[CoveredMention, ...]] = {}
    origins: dict[str, tuple[str, ...]] = {}
    for article in seeds.articles.values():
        quoting, key = keys.quoting.get(article.id, {}), keys.coverage[article.id]
        known = kept.get(key)
        if known is None:
            covered = cover(article, quoting, proofs, seeds.units)
            known = of_coverage(article, covered)
            if not any(proofs[one].findings for one in quoting if one in proofs):
                kept[key] = known
        else:
            covered = tuple(covered_of(one, article) for one in known[0])
        coverage[article.id], origins[article.id] = covered, tuple(known[1])
    return Proven(proofs, coverage, origins, keys.coverage)


def inputs_of(facts: Mapping[str, Fact], seeds: Seeds) -> str:
    """A digest of all that proofs and coverage come from."""
    keys = _keys_of(facts, seeds)
    return digest(sorted(keys.facts.items()), sorted(keys.coverage.items()))


def _prove_elsewhere(
    facts: Mapping[str, Fact], keys: _Keys, seeds: Seeds, kept: Results, prover: Prover
) -> None:
    """Keeps what is new of the facts and articles, as far as nothing is wrong there."""
    new = {name: facts[name] for name in facts if kept.get(keys.facts[name]) is None}
    uncovered = {name for name, key in keys.coverage.items() if kept.get(key) is None}
    batches = [*batches_of(new, seeds.articles.values(), uncovered, keys.quoting)]
    for batch, result in zip(batches, prover(batches), strict=True):
        if result is None:
            continue
        proofs, coverage, words = result
        recall_answers(words)
        named = (
            *zip((keys.facts[one] for one in batch.facts), proofs, strict=True),
            *zip((keys.coverage[one] for one in batch.articles), coverage, strict=True),
        )
        for key, one in named:
            if one is not None:
                kept[key] = one


def _keys_of(facts: Mapping[str, Fact], seeds: Seeds) -> _Keys:
    around = digest(seeds.indicators, seeds.units, seeds.named)
    articles = {one.id: digest(one) for one in seeds.articles.values()}
    keys = {fact.id: _key(fact, around, articles) for fact in facts.values()}
    quoting: dict[str, dict[str, Fact]] = {}
    for fact in facts.values():
        for quote in fact.quotes:
            quoting.setdefault(quote.article, {})[fact.id] = fact
    coverage = {
        name: digest("coverage", around, key, [keys[one] for one in quoting.get(name, ())])
        for name, key in articles.items()
    }
    return _Keys(keys, coverage, quoting)


def recall_coverage_findings(
    article: Article, proven: Proven, kept: Results, besides: frozenset[int] = frozenset()
) -> Iterator[Finding]:
    """The findings of `check_coverage`."""
    key, covered = digest("open-number", proven.keys[article.id]), proven.coverage[article.id]
    if besides:
        return check_coverage(article, covered, besides)
    return unless_sound(kept, key, lambda: check_coverage(article, covered))


def recall_declared(facts: Mapping[str, Fact], seeds: Seeds, kept: Results) -> Iterator[Finding]:
    """The findings of `check_declared`."""
    articles, indicators = seeds.articles, seeds.indicators
    langs = {
        (fact.indicator, fact.basis, articles[quote.article].lang)
        for fact in facts.values()
        for quote in fact.quotes
        if quote.article in articles
    }
    key = digest("declared", indicators, sorted(langs))
    return unless_sound(kept, key, lambda: check_declared(facts, indicators, articles))


def recall_words(kept: Results, tables: Callable[[], Results]) -> None:
    """Takes over what the dictionaries said, which take long to open, and the tables of words."""
    recall_answers(kept.get(_WORDS, []))
    keep_files_in(tables)


def keep_words(kept: Results) -> None:
    """Keeps what they have said by now."""
    if kept.get(_WORDS) != (said := answers()):
        kept[_WORDS] = said


def _key(fact: Fact, around: str, articles: Mapping[str, str]) -> str:
    quoted = [articles.get(quote.article) for quote in fact.quotes]
    # What a note says proves nothing.
    return digest(replace(fact, note=EMPTY, note_rank="minor"), around, quoted)


def _proofs(
    facts: Mapping[str, Fact], keys: Mapping[str, str], seeds: Seeds, kept: Results
) -> Mapping[str, Proof]:
    known = {name: kept.get(keys[name]) for name in facts}
    new = prove_all(
        {name: fact for name, fact in facts.items() if known[name] is None},
        indicators=seeds.indicators,
        articles=seeds.articles,
        units=seeds.units,
        named=seeds.named,
    )
    for name, proof in new.items():
        # One whose article no lexicon reads has no finding, and proves nothing.
        if not proof.findings and len(proof.located) == len(facts[name].quotes):
            kept[keys[name]] = of_proof(proof)
    old = {
        name: proof_of(facts[name], one, seeds.articles)
        for name, one in known.items()
        if one is not None
    }
    return {name: old.get(name) or new[name] for name in facts if name in old or name in new}
