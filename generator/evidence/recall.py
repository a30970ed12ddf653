"""What was proven before and has not changed, taken over instead of being proven again.

In: facts, articles, and results of an earlier run by the digest of all that they came from. Out:
the proofs, the coverage and the findings that `prove_all`, `cover` and `check_coverage` give. Only
what had no finding is kept: a finding names places, which move. Of words only offsets are kept;
the words are the article's own.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from generator.evidence.aspects.measure import check_declared
from generator.evidence.coverage import check_coverage, cover
from generator.evidence.lexicon.dictionary import answers, recall_answers
from generator.evidence.lexicon.files import keep_files_in
from generator.evidence.origins import origins_of
from generator.evidence.prove import prove_all
from generator.kept import digest, unless_sound
from generator.model import (
    EMPTY,
    Article,
    CoveredMention,
    Evidence,
    Fact,
    Finding,
    FrozenDict,
    Located,
    Mention,
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


def recall_proven(facts: Mapping[str, Fact], seeds: Seeds, kept: Results) -> Proven:
    """Proofs of the facts and coverage of all articles; what is new is proven, and kept."""
    around = digest(seeds.indicators, seeds.units, seeds.named)
    articles = {one.id: digest(one) for one in seeds.articles.values()}
    keys = {fact.id: _key(fact, around, articles) for fact in facts.values()}
    proofs = _proofs(facts, keys, seeds, kept)
    coverage: dict[str, tuple[CoveredMention, ...]] = {}
    origins: dict[str, tuple[str, ...]] = {}
    covered_by: dict[str, str] = {}
    quoted = _by_article(facts)
    for article in seeds.articles.values():
        quoting = quoted.get(article.id, {})
        key = digest("coverage", around, articles[article.id], [keys[one] for one in quoting])
        covered_by[article.id] = key
        known = kept.get(key)
        if known is None:
            covered = cover(article, quoting, proofs, seeds.units)
            named = origins_of({article.id: article})[article.id]
            if not any(proofs[one].findings for one in quoting if one in proofs):
                kept[key] = [[_of_covered(one) for one in covered], named]
        else:
            covered = tuple(_covered(one, article) for one in known[0])
            named = tuple(known[1])
        coverage[article.id], origins[article.id] = covered, named
    return Proven(proofs, coverage, origins, covered_by)


def _by_article(facts: Mapping[str, Fact]) -> Mapping[str, Mapping[str, Fact]]:
    """For each article the facts that quote it."""
    found: dict[str, dict[str, Fact]] = {}
    for fact in facts.values():
        for quote in fact.quotes:
            found.setdefault(quote.article, {})[fact.id] = fact
    return found


def recall_coverage_findings(article: Article, proven: Proven, kept: Results) -> Iterator[Finding]:
    """The findings of `check_coverage`."""
    key = digest("open-number", proven.keys[article.id])
    return unless_sound(kept, key, lambda: check_coverage(article, proven.coverage[article.id]))


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
        if not proof.findings:
            kept[keys[name]] = _of_proof(proof)
    old = {
        name: _proof(facts[name], one, seeds.articles)
        for name, one in known.items()
        if one is not None
    }
    return {name: old.get(name) or new[name] for name in facts if name in old or name in new}


def _of_proof(proof: Proof) -> list[Any]:
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


def _proof(fact: Fact, known: Sequence[Any], articles: Mapping[str, Article]) -> Proof:
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


def _of_covered(one: CoveredMention) -> list[Any]:
    return [_of_mention(one.mention), one.covered_by, one.ignored]


def _covered(known: Sequence[Any], article: Article) -> CoveredMention:
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
