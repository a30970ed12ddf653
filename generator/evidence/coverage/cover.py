"""Coverage: which facts account for each number of an article, and which numbers are open.

In: an article, the facts and their proofs. Out: every mention with the facts that cover it, the
reason why it is ignored, or neither. `coverage.findings` says what is wrong with it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.evidence.annotate import AnnotatedArticle, Annotation, Span, annotate
from generator.evidence.dates.relations import relate
from generator.evidence.numbers.nouns import declared_words
from generator.evidence.quotes.locate import locate
from generator.evidence.quotes.passages import Passage
from generator.evidence.text.folding import Folded, fold
from generator.model import (
    Article,
    CoveredMention,
    Fact,
    Finding,
    Ignored,
    Mention,
    Period,
    Proof,
    Quote,
    Unit,
)


def cover(
    article: Article,
    facts: Mapping[str, Fact],
    proofs: Mapping[str, Proof],
    units: Mapping[str, Unit],
) -> tuple[CoveredMention, ...]:
    """Every mention of the article, in order, with what accounts for it."""
    annotated = annotate(article.text, article.lang, declared_words(units, article.lang))
    accounts = [
        account
        for fact in facts.values()
        if fact.status != "withdrawn"
        for account in _accounts(fact, article, proofs, annotated)
    ]
    ignored = [
        (span, _reason(one)) for one in article.ignored for span in places_of(one, annotated.folded)
    ]
    near = _accounts_near(accounts, annotated)
    return tuple(
        _covered(annotation, near.get(annotation.core, ()), ignored)
        for annotation in annotated.annotations
    )


@dataclass(frozen=True, slots=True)
class _Account:
    """What one quotation of a fact accounts for in the article."""

    fact: str
    passages: Sequence[Passage]
    period: Period
    mention: Mention | None
    values: frozenset[Decimal]
    is_failed: bool
    """A fact with a finding accounts for all that it may mean, so that nothing is said twice."""

    def covers(self, annotation: Annotation) -> bool:
        """Whether the annotation is the proved mention, or a date that fits the period."""
        if self.is_failed and annotation.mention.value is not None:
            return annotation.mention.value.copy_abs() in self.values or self._holds(annotation)
        if not self._holds(annotation):
            return False
        if self.is_failed:
            return True
        if annotation.mention.kind == "date":
            return relate(annotation.mention.edtf, self.period) in {
                "states",
                "fits",
                "coarser",
                "overlaps",
            }
        return self._is_proved(annotation)

    def _is_proved(self, annotation: Annotation) -> bool:
        """It is the proved mention, or the upper end of the range whose lower end that is."""
        proved, one = self.mention, annotation.mention
        if proved is None or one.unit != proved.unit:
            return False
        if annotation.bound == "high" and len(self.values) > 1 and one.value is not None:
            return one.value.copy_abs() in self.values
        return one.value == proved.value and one.text == proved.text

    def _holds(self, annotation: Annotation) -> bool:
        return any(passage.holds(annotation.core) for passage in self.passages)


def _accounts(
    fact: Fact, article: Article, proofs: Mapping[str, Proof], annotated: AnnotatedArticle
) -> Iterator[_Account]:
    """An account for each quotation of the fact in this article."""
    proof = proofs.get(fact.id)
    mentions = {id(one.quote): one.mention for one in proof.located} if proof else {}
    for quote in fact.quotes:
        if quote.article != article.id:
            continue
        everywhere = Quote(article=quote.article, exact=quote.exact, marks=quote.marks)
        passages = locate(everywhere, annotated)
        yield _Account(
            fact=fact.id,
            passages=() if isinstance(passages, Finding) else passages,
            period=fact.period or article.date_published,
            mention=mentions.get(id(quote)),
            values=_values(fact),
            is_failed=proof is None or bool(proof.findings),
        )


def _accounts_near(
    accounts: Sequence[_Account], annotated: AnnotatedArticle
) -> dict[Span, list[_Account]]:
    """For the core of an annotation, the quotations that may account for it, in their order."""
    # Annotations never overlap, so a core names its annotation.
    sizes: dict[Decimal, list[Span]] = {}
    for one in annotated.annotations:
        if one.mention.value is not None:
            sizes.setdefault(one.mention.value.copy_abs(), []).append(one.core)
    near: dict[Span, list[_Account]] = {}
    for account in accounts:
        held = [one.core for passage in account.passages for one in passage.annotations(annotated)]
        if account.is_failed:
            held += [core for value in account.values for core in sizes.get(value, ())]
        for core in dict.fromkeys(held):
            near.setdefault(core, []).append(account)
    return near


def _values(fact: Fact) -> frozenset[Decimal]:
    """The sizes that a fact claims."""
    amount = fact.amount
    claimed = (amount.value, amount.min_value, amount.max_value) if amount else ()
    return frozenset(one.copy_abs() for one in claimed if one is not None)


def _covered(
    annotation: Annotation,
    accounts: Sequence[_Account],
    ignored: Sequence[tuple[tuple[int, int], str]],
) -> CoveredMention:
    start, end = annotation.mention.start, annotation.mention.end
    reason = next((why for (low, high), why in ignored if low <= start and end <= high), None)
    # What is ignored is a fact's only when the fact is proven: then the entry is to be deleted.
    known = [one for one in accounts if reason is None or not one.is_failed]
    facts = tuple(dict.fromkeys(account.fact for account in known if account.covers(annotation)))
    if facts:
        reason = None
    return CoveredMention(mention=annotation.mention, covered_by=facts, ignored=reason)


def places_of(entry: Ignored, folded: Folded) -> Iterator[tuple[int, int]]:
    """Every place of an ignored text in the delivered article."""
    exact = fold(entry.exact).text.strip()
    at = folded.text.find(exact) if exact else -1
    while at >= 0:
        yield folded.span(at, at + len(exact))
        at = folded.text.find(exact, at + len(exact))


def _reason(entry: Ignored) -> str:
    return entry.reason.get("en") or next(iter(entry.reason.values()), "")
