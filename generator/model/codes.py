"""Every kind of finding: one code, one severity.

What a code means, an example and its cure stand in the catalogues of the pages, one set a
language; the method page prints them. Messages are written where the mistake is found.
"""

from collections.abc import Mapping

from generator.model.frozen import FrozenDict
from generator.model.vocabulary import Severity

_READING = (
    "bad-file",
    "yaml-syntax",
    "repeated-key",
    "unknown-key",
    "missing-key",
    "bad-value",
    "bad-text",
    "bad-url",
    "duplicate-id",
    "unknown-id",
    "undecided",
    "hash-mismatch",
    "id-removed",
)
_QUOTATIONS = (
    "quote-missing",
    "quote-ambiguous",
    "quote-cut",
    "quote-short",
    "quote-long",
    "quote-splice",
)
_EVIDENCE = (
    "value-not-in-quote",
    "scale-mismatch",
    "precision-mismatch",
    "date-as-value",
    "name-as-value",
    "range-mismatch",
    "unit-mismatch",
    "rate-dropped",
    "sign-mismatch",
    "measure-mismatch",
    "level-not-change",
    "change-not-level",
    "hedge-dropped",
    "hedge-cut",
    "hedge-added",
    "hedge-mismatch",
    "period-mismatch",
    "translation-mismatch",
    "negated",
    "attribution-dropped",
    "attribution-added",
    "attribution-mismatch",
    "status-dropped",
    "status-added",
    "status-mismatch",
    "language-mismatch",
    "open-number",
    "ignored-fact",
)
_REVIEWS = (
    "unit-absent",
    "unit-ambiguous",
    "sign-unseen",
    "value-derived",
    "value-unclear",
    "period-unseen",
    "left-out",
    "attribution-unseen",
    "status-unseen",
    "reading-unsure",
    "status-unclear",
    "hedge-unknown",
    "measure-unread",
    "measure-undeclared",
    "subject-unread",
    "subject-mismatch",
    "inferred-stale",
)
_LEDGER = (
    "formula-syntax",
    "formula-constant",
    "formula-cycle",
    "formula-unit",
    "formula-undefined",
    "revision-cycle",
    "revision-mismatch",
    "derived-from-unproven",
    "correction-missing",
)
_CHARTS = ("chart-empty", "chart-mixed-units", "chart-too-long")
_PAGES = ("unproven-number", "raw-html", "bad-call", "reserved-path", "bad-menu", "bad-settings")

_ERROR: Severity = "error"
_REVIEW: Severity = "review"

CODES: Mapping[str, Severity] = FrozenDict(
    dict.fromkeys((*_READING, *_QUOTATIONS, *_EVIDENCE), _ERROR)
    | dict.fromkeys(_REVIEWS, _REVIEW)
    | dict.fromkeys((*_LEDGER, *_CHARTS, *_PAGES), _ERROR)
)
"""The severity of each code, in the order in which a build meets them."""
