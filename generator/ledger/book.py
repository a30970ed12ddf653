"""Builds the book: entries for proven facts, then for derived ones, then their revisions.

In: seeds, proofs, coverage. Out: a Book in a fixed order, and findings. Never an entry for a fact
whose quotations were not all found.
"""

from collections.abc import Mapping
from dataclasses import replace

from generator.ledger.formulas.derive import derive_entries
from generator.ledger.formulas.precision import interval_of
from generator.ledger.revision import check_revisions, with_revisions
from generator.model import Book, CoveredMention, Entry, Fact, Finding, Proof, Seeds


def build_book(
    seeds: Seeds,
    proofs: Mapping[str, Proof],
    coverage: Mapping[str, tuple[CoveredMention, ...]],
) -> tuple[Book, tuple[Finding, ...]]:
    """The book of all proven facts, and the findings on formulas and revisions.

    Args:
        seeds: all that was read.
        proofs: by fact id; a fact without one is not proven.
        coverage: by article id, in order of the text.
    """
    withdrawn = _withdrawn(seeds)
    quoted = {
        entry.fact.id: entry
        for fact in seeds.facts.values()
        if fact.id not in withdrawn
        and fact.formula is None
        and (entry := _quoted_entry(fact, seeds, proofs.get(fact.id)))
    }
    is_sound = not seeds.findings and not any(proof.findings for proof in proofs.values())
    entries, findings = derive_entries(seeds, quoted, is_sound=is_sound)
    findings.extend(check_revisions(seeds.facts, entries, withdrawn))
    ordered = sorted(
        with_revisions(entries, withdrawn).values(),
        key=lambda entry: (entry.period.sort_key, entry.fact.id),
    )
    articles = sorted(
        seeds.articles.values(), key=lambda article: (article.date_published.sort_key, article.id)
    )
    book = Book(
        entries={entry.fact.id: entry for entry in ordered},
        articles={article.id: article for article in articles},
        withdrawn=withdrawn,
        units=seeds.units,
        coverage={
            article.id: coverage[article.id] for article in articles if article.id in coverage
        },
    )
    return book, tuple(sorted(findings, key=lambda finding: finding.sort_key))


def _withdrawn(seeds: Seeds) -> dict[str, Fact]:
    """The facts that no longer hold, by id in alphabetical order."""
    gone = [fact for fact in seeds.facts.values() if fact.status == "withdrawn"]
    return {fact.id: fact for fact in sorted(gone, key=lambda fact: fact.id)}


def _quoted_entry(fact: Fact, seeds: Seeds, proof: Proof | None) -> Entry | None:
    """The entry of a fact whose quotations were all found and prove it."""
    indicator = seeds.indicators.get(fact.indicator)
    articles = [seeds.articles.get(quote.article) for quote in fact.quotes]
    published = [article.date_published for article in articles if article]
    if proof is None or proof.findings or indicator is None:
        return None
    if not published or not len(published) == len(articles) == len(proof.located):
        return None
    low = high = None
    if fact.amount is not None:
        interval = interval_of(fact.amount, is_change=indicator.kind == "change")
        low, high = interval.bounds
    return Entry(
        fact=replace(fact, status=proof.status) if proof.status else fact,
        indicator=indicator,
        amount=fact.amount,
        exact=fact.amount.value if fact.amount else None,
        low=low,
        high=high,
        period=fact.period or published[0],
        known_from=max(published, key=lambda when: when.sort_key),
        located=proof.located,
    )
