"""Which figure of a quotation states a fact's amount, that it is no end of a range, and is clear.

In: the fact's amount and the annotations of its quotation, or a rule context. Out: candidates of
exactly equal value; a finding. No tolerance anywhere; `mismatch` says why there is no candidate.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.aspects.context import RuleContext
from generator.evidence.findings import finding_on, show
from generator.evidence.numbers.ambiguity import Reading
from generator.evidence.numbers.measures import is_part_of
from generator.evidence.numbers.units import split_rate
from generator.evidence.quotes.locate import span_between, words_between
from generator.model import Amount, Finding

_MAY_BE: Mapping[Reading, str] = MappingProxyType(
    {
        "sign": "which is not read: the number may be another one",
        "scale": "which may multiply it",
        "sum": "so that it may be part of a sum",
        "script": "with letters of another script",
        "group": "whose mark may part thousands and no decimals",
        "broken": "so that both may be one number, broken in two",
        "length": "which may be millions or metres",
        "loss": "so that it may be an amount below zero",
        "row": "which may be one number or several",
    }
)
"""What the words beside a figure may make of it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a fact claims of a quotation."""

    amount: Amount
    is_change: bool
    """Changes are compared by size; their direction stands in words."""

    def equals(self, claimed: Decimal, annotation: Annotation) -> bool:
        """Whether the figure states the claimed value exactly."""
        value = annotation.mention.value
        if value is None or annotation.mention.kind == "ordinal":
            return False
        if is_part_of(annotation.mention.unit, split_rate(self.amount.unit)[0]):
            value = value.scaleb(-2)
        return value.copy_abs() == claimed.copy_abs() if self.is_change else value == claimed


def find_candidates(
    claim: Claim, annotations: Sequence[Annotation], article: AnnotatedArticle
) -> list[Annotation]:
    """The figures that state the value; for a range, its lower bounds.

    An amount below zero may be stated without a sign, where words put it there.
    """
    amount = claim.amount
    if amount.value is not None:
        found = [one for one in annotations if claim.equals(amount.value, one)]
        if found or amount.value >= 0:
            return found
        size = amount.value.copy_negate()
        alike = [one for one in annotations if claim.equals(size, one)]
        return [one for one in alike if find_below_zero(article, one)]
    low, high = amount.min_value, amount.max_value
    if low is None or high is None:
        only = low if low is not None else high
        return [one for one in annotations if only is not None and claim.equals(only, one)]
    figures = [one for one in annotations if one.mention.value is not None]
    return [
        left
        for left, right in pairwise(figures)
        if left.bound == "low" and claim.equals(low, left) and claim.equals(high, right)
    ]


def find_below_zero(article: AnnotatedArticle, annotation: Annotation) -> str | None:
    """The words of the figure's clause that put it below zero: `in the red`."""
    figure, value = annotation.figure, annotation.mention.value
    if figure is None or value is None or value <= 0:
        return None
    changes, lexed = article.lexicon.changes, article.lexed
    after = figure.last if figure.unit is None else max(figure.last, figure.unit.last)
    if found := changes.negative_after.at(lexed.tokens, after):
        return words_between(article, after, found[1])
    first, last = article.parts.clause_of(figure.first)
    others = [
        one
        for one in article.within(*span_between(article, first, last))
        if one.figure is not None and one.mention.value is not None
    ]
    if last < len(lexed.tokens) and lexed.tokens[last - 1].text == "(":
        last = article.parts.clause_of(last)[1]
    word = changes.negative.search(words_between(article, first, last))
    return word[0] if word and len(others) == 1 else None


def check_range(context: RuleContext) -> Iterator[Finding]:
    """A single value is not one end of a range."""
    if context.annotation.bound is not None and context.amount.value is not None:
        message = f"{context.words} is one end of a range in the quotation"
        hint = "write min_value and max_value in place of value"
        yield finding_on("range-mismatch", "value", message, hint)


def check_clear(context: RuleContext) -> Iterator[Finding]:
    """No sign or word beside the figure may make it another number."""
    unclear = context.annotation.unclear
    if unclear is None:
        return
    where = "stands for the figure" if unclear.reading == "group" else f"stands at {context.words}"
    message = f"{show(unclear.words)} {where}, {_MAY_BE[unclear.reading]}"
    hint = 'look at the article; if the value holds, say why under inferred: {value: "…"}'
    yield finding_on("value-unclear", "value", message, hint)
