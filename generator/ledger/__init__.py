"""Proven facts become one book: what was known when, what revises what, what follows.

In: the seeds, the proofs and the coverage that evidence/ found. Out: a Book, and findings about
formulas and revisions. Never a number that rests on an unproven one; never disk or clock.
"""

from generator.ledger.book import build_book
from generator.ledger.formula import FormulaStep
from generator.ledger.queries import articles_of, coverage_counts, facts_of, formula_steps

__all__ = [
    "FormulaStep",
    "articles_of",
    "build_book",
    "coverage_counts",
    "facts_of",
    "formula_steps",
]
