"""Proven facts become one book: what was known when, what revises what, what follows.

In: the seeds, the proofs and the coverage that evidence/ found. Out: a Book, its answers about
time, promises and contradictions, and findings on formulas and revisions. Never a number that
rests on an unproven one; never disk or clock.
"""

from generator.ledger.book import build_book
from generator.ledger.claims.check import check_editors_numbers
from generator.ledger.claims.numbers import has_known_unit, read_words
from generator.ledger.claims.scopes import Scope, ScopeOf, Scopes
from generator.ledger.claims.words import unsupported
from generator.ledger.contradictions import Agreement, Contradiction, agreements, contradictions
from generator.ledger.crosschecks import CheckResult, Side, cross_checks
from generator.ledger.formulas.grammar import FormulaStep
from generator.ledger.formulas.rounding import ABOUT
from generator.ledger.knowledge import (
    Knowledge,
    KnownSpan,
    dates_with_files,
    knowledge_path,
    known_at,
    known_spans,
    news_of,
    replaced_before,
)
from generator.ledger.promises import OUTCOMES, Outcome, Promise, deadline_of, promises
from generator.ledger.published import corrected_fields, find_uncorrected, published_fields
from generator.ledger.queries import (
    articles_of,
    count_aspects,
    coverage_counts,
    facts_of,
    latest,
    stale_inputs,
    steps_of,
)
from generator.ledger.releases import (
    Difference,
    breaks_of,
    forked,
    hashed_fields,
    released,
    releases_json,
    releases_of,
)
from generator.ledger.revision import revised_id
