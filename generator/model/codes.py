"""Every kind of finding: one code, one meaning, one severity.

Messages are written where the mistake is found; the method page prints these meanings.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """The meaning of a finding's code, in one sentence."""

    meaning: str
    severity: Severity = "error"


CODES: Mapping[str, Code] = MappingProxyType(
    {
        # reading
        "bad-file": Code("A file is missing, unreadable, too large, misnamed or no plain UTF-8."),
        "yaml-syntax": Code("The file is no YAML of the plain kind that seeds may use."),
        "repeated-key": Code("A key stands twice in one mapping."),
        "unknown-key": Code("A key that this record does not have."),
        "missing-key": Code("A key that this record needs is not there."),
        "bad-value": Code("A value is of the wrong form."),
        "bad-text": Code("A text holds characters that cannot be shown safely, or is too long."),
        "bad-url": Code("An address is not a plain https address of a public host."),
        "duplicate-id": Code("Two records have the same id."),
        "unknown-id": Code("An id that nothing bears is referred to."),
        "hash-mismatch": Code("The article's file is not the one whose sha256 was recorded."),
        # evidence
        "quote-missing": Code("The quotation does not stand in the article."),
        "quote-ambiguous": Code(
            "The quotation stands at several places that say different things."
        ),
        "quote-cut": Code("The quotation begins or ends inside a word or number."),
        "quote-short": Code("The quotation is too short to prove anything."),
        "quote-long": Code("The quotation is longer than a quotation may be."),
        "quote-splice": Code(
            "The parts of a shortened quotation are out of order or change the claim."
        ),
        "value-not-in-quote": Code("The quotation does not state this value."),
        "scale-mismatch": Code("The quotation states the same digits at another scale."),
        "precision-mismatch": Code("The value was rounded; the quotation is more precise."),
        "date-as-value": Code("The number belongs to a date."),
        "name-as-value": Code("The number belongs to a name."),
        "range-mismatch": Code(
            "The quotation states a range where the fact has one value, or the reverse."
        ),
        "unit-mismatch": Code("The quotation states the value in another unit."),
        "sign-mismatch": Code("The quotation states the opposite direction."),
        "level-not-change": Code("The quotation states a level reached, not a change."),
        "hedge-dropped": Code("The quotation hedges the value, the fact does not."),
        "hedge-cut": Code("The article hedges the value just outside the quotation."),
        "hedge-added": Code("The fact hedges the value, the quotation does not."),
        "hedge-mismatch": Code("The fact and the quotation hedge the value differently."),
        "period-mismatch": Code("The quotation names another period."),
        "translation-mismatch": Code("The translation has a figure that the quotation has not."),
        "attribution-dropped": Code("The quotation says that others say so; the fact does not."),
        "unit-absent": Code("The quotation names no unit for the value.", "review"),
        "unit-ambiguous": Code("The quotation's unit may mean several.", "review"),
        "sign-unseen": Code("No word of the quotation says in which direction it moved.", "review"),
        "value-derived": Code("The value is right but computed from what is quoted.", "review"),
        "period-unseen": Code("The quotation does not state the period.", "review"),
        "negated": Code("The quotation negates or denies the statement.", "review"),
        "status-dropped": Code(
            "The quotation speaks of a target, plan or forecast; the fact does not.", "review"
        ),
        "hedge-unknown": Code("An unknown word stands where a hedge could stand.", "review"),
        "open-number": Code("A number of an article is neither a fact nor ignored with a reason."),
        "ignored-fact": Code("A number is ignored that a fact states already."),
        # ledger
        "formula-syntax": Code("The formula is not made of ids, + - * / and parentheses."),
        "formula-constant": Code("The formula uses a number that is no declared constant."),
        "formula-cycle": Code("The formula depends on itself."),
        "formula-unit": Code("The formula's result has another unit than the fact."),
        "formula-undefined": Code("The formula has no result for its inputs."),
        "revision-cycle": Code("The chain of revisions leads back to its start."),
        "derived-from-unproven": Code("An input of the formula is not proven."),
        # charts
        "chart-empty": Code("The chart selects no fact that it can draw."),
        "chart-mixed-units": Code("The chart would put different units on one axis."),
        # pages
        "unproven-number": Code("A digit stands in prose without being a figure or an exemption."),
        "raw-html": Code("Hand-written pages hold no HTML."),
        "bad-call": Code("A call in a page is not one of those that pages may make."),
        "reserved-path": Code("A hand-written file stands where a page is generated."),
    }
)
