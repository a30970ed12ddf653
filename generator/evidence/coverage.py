"""Coverage: which facts account for each number of an article, and what is wrong with that.

In: an article, the facts and their proofs. Out: every mention with the facts that cover it, the
reason why it is ignored, or neither; findings, one a mistake: what a misspelt entry was meant to
ignore is not open as well, and an article that no lexicon reads, or that is in another language
than it says, has no other finding. A dateline that says the article's own day needs no reason. It
never says when an article came out: editors do.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz import fuzz

from generator.evidence.annotate import AnnotatedArticle, Annotation, Span, annotate
from generator.evidence.dateline import OWN_DATE, own_dates
from generator.evidence.dates.relations import relate
from generator.evidence.findings import plain, show, write_edtf, write_value
from generator.evidence.language import find_other_language
from generator.evidence.lexicon.lexicon import is_readable, languages, load_lexicon
from generator.evidence.numbers.measures import is_part_of
from generator.evidence.numbers.nouns import declared_words
from generator.evidence.quotes.locate import Passage, locate
from generator.evidence.quotes.nearest import find_nearest
from generator.evidence.quotes.quotations import bears_out
from generator.evidence.text.folding import Folded, fold, spellings_of
from generator.model import (
    Article,
    CoveredMention,
    Fact,
    Finding,
    Ignored,
    Mention,
    Period,
    Place,
    Proof,
    Quote,
    Unit,
)

_LEAST_LIKENESS = 50
"""From here on a misspelt text may have meant a mention; it is in per cent."""


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
    near, own = _accounts_near(accounts, annotated), own_dates(article, annotated)
    ignored += [(span, OWN_DATE) for span in own]
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
    unit: str | None
    """Of the fact."""
    values: frozenset[Decimal]
    is_loss: bool
    """The fact is proven, and has a sign that the text says in words: `a loss of 3 million`."""
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
            relation = relate(annotation.mention.edtf, self.period)
            return relation in {"states", "fits", "coarser", "overlaps"}
        return self._is_proved(annotation)

    def _is_proved(self, annotation: Annotation) -> bool:
        """It is the proved mention, the upper end of its range, or the size of the loss."""
        proved, one = self.mention, annotation.mention
        if one.value is None or (proved is not None and one.unit != proved.unit):
            return False
        is_part = is_part_of(one.unit, self.unit)
        size = (one.value.scaleb(-2) if is_part else one.value).copy_abs()
        if proved is None:
            is_sum = one.unit is not None and (is_part or one.unit == self.unit)
            return self.is_loss and is_sum and size in self.values
        if annotation.bound == "high" and len(self.values) > 1:
            return size in self.values
        return one.value == proved.value and one.text == proved.text

    def _holds(self, annotation: Annotation) -> bool:
        return any(passage.holds(annotation.core) for passage in self.passages)


def _accounts(
    fact: Fact, article: Article, proofs: Mapping[str, Proof], annotated: AnnotatedArticle
) -> Iterator[_Account]:
    """An account for each quotation of the fact in this article."""
    proof = proofs.get(fact.id)
    mentions = {id(one.quote): one.mention for one in proof.located} if proof else {}
    is_proven = proof is not None and not proof.findings
    is_loss = is_proven and _is_negative(fact) and not any(mentions.values())
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
            unit=fact.amount.unit if fact.amount else None,
            values=_values(fact),
            is_loss=is_loss,
            is_failed=not is_proven,
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


def _is_negative(fact: Fact) -> bool:
    """Whether the fact claims an amount below zero."""
    amount = fact.amount
    claimed = (amount.value, amount.max_value, amount.min_value) if amount else ()
    return next((one < 0 for one in claimed if one is not None), False)


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
    spelled = spellings_of(fold(entry.exact).text.strip())
    exact = next((one for one in spelled if one and one in folded.text), "")
    at = folded.text.find(exact) if exact else -1
    while at >= 0:
        yield folded.span(at, at + len(exact))
        at = folded.text.find(exact, at + len(exact))


def _reason(entry: Ignored) -> str:
    return entry.reason.get("en") or next(iter(entry.reason.values()), "")


def check_coverage(
    article: Article, covered: Iterable[CoveredMention], besides: Container[int] = ()
) -> Iterator[Finding]:
    """An `open-number` for every open mention, and what is wrong with the article's entry.

    Of mentions that begin at offsets `besides` it is told elsewhere what they are.
    """
    mentions = list(covered)
    if not is_readable(article.lang):
        yield _unreadable(article)
        return
    if other := find_other_language(article.text, article.lang):
        yield _other_language(article, other)
        return
    if article.text and not bears_out(article, (one.mention for one in mentions)):
        yield _undated(article, [one.mention for one in mentions])
    folded = fold(article.text, load_lexicon(article.lang).hanging)
    missing = [one for one in article.ignored if not any(places_of(one, folded))]
    near = {
        one.exact: _meant(one, mentions) or _meant_near(one, mentions, folded) for one in missing
    }
    meant = {*near.values()}
    for one in mentions:
        is_told = one.mention.text in meant or one.mention.start in besides
        if one.is_open and not is_told:
            yield _open(article, one.mention)
    for at, entry in enumerate(article.ignored):
        place = article.marks.at("ignored", at, "exact")
        if entry in missing:
            why = f"{show(entry.exact)} is ignored, but does not stand in the article"
            hint = "delete the entry, or correct its words: an article stays as it is"
            hint = (
                f"write {show(said)}, as the article has it"
                if (said := near[entry.exact])
                else hint
            )
            yield Finding("quote-missing", place, article.id, why, hint)
        elif facts := _facts_of(entry, folded, mentions):
            why = f"{show(entry.exact)} is ignored, but is a fact already ({', '.join(facts)})"
            yield Finding("ignored-fact", place, article.id, why, "delete the entry")


def _unreadable(article: Article) -> Finding:
    *others, last = languages()
    why, hint = f"no lexicon reads {plain(article.lang)}", f"write {', '.join(others)} or {last}"
    return Finding("bad-value", article.marks.at("lang"), article.id, why, hint)


def _other_language(article: Article, other: str) -> Finding:
    """The words are plainly another language's, whose numbers are written otherwise."""
    why = f"lang is {plain(article.lang)}, but the words of the text look like {other}"
    hint = f"write lang: {other}"
    return Finding("language-mismatch", article.marks.at("lang"), article.id, why, hint)


def _undated(article: Article, mentions: Sequence[Mention]) -> Finding:
    """The date of publication is said to stand in the text, and does not."""
    dates = [plain(one.text) for one in mentions if one.kind == "date"]
    said = f"its dates are {', '.join(dates[:5])}" if dates else "it holds no date"
    why = f"the text does not state {write_edtf(str(article.date_published))}; {said}"
    hint = "correct date_published, or write date_basis: inferred and a reason"
    return Finding("period-mismatch", article.marks.at("date_published"), article.id, why, hint)


def _open(article: Article, mention: Mention) -> Finding:
    why = f"{_say(mention)} is neither in a fact nor ignored"
    entry = f"{{exact: {show(mention.text)}, reason: …}}"
    hint = f"quote it in a fact, or add to the article's ignored: {entry}"
    return Finding("open-number", _place(article, mention.start), article.id, why, hint)


def _meant(entry: Ignored, mentions: Sequence[CoveredMention]) -> str | None:
    """The open mention that a text which is not there was most likely meant to be."""
    scored = [
        (fuzz.partial_ratio(one.mention.text, entry.exact), one.mention.text)
        for one in mentions
        if one.is_open
    ]
    likeness, text = max(scored, default=(0, None))
    return text if likeness >= _LEAST_LIKENESS else None


def _meant_near(entry: Ignored, mentions: Sequence[CoveredMention], folded: Folded) -> str | None:
    """The open mention that stands where the text was most likely meant to stand: `Pier 4`."""
    needle = fold(entry.exact).text.strip()
    found = find_nearest(needle, folded.text)
    if found is None:
        return None
    # A last word that differs is not within what was found.
    end = min(max(found.end, found.start + len(needle)), len(folded.text))
    first, last = folded.span(found.start, end)
    held = (one.mention for one in mentions if one.is_open)
    return next((one.text for one in held if one.start < last and first < one.end), None)


def _facts_of(
    entry: Ignored, folded: Folded, mentions: Sequence[CoveredMention]
) -> tuple[str, ...]:
    """The facts that state every number of an ignored text, wherever it stands; else none."""
    held = [
        one
        for start, end in places_of(entry, folded)
        for one in mentions
        if start <= one.mention.start and one.mention.end <= end
    ]
    if not all(one.covered_by for one in held) or all(one.mention.value is None for one in held):
        return ()
    return tuple(dict.fromkeys(fact for one in held for fact in one.covered_by))


def _say(mention: Mention) -> str:
    """The mention and what it was read as."""
    if mention.value is None:
        return show(mention.text)
    unit = f" {mention.unit}" if mention.unit else ""
    return f"{show(mention.text)} = {write_value(mention.value)}{plain(unit)}"


def _place(article: Article, offset: int) -> Place:
    """Line and column, from one, of an offset of the delivered text."""
    before = article.text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    line_start = before.rfind("\n") + 1
    return Place(article.path, before.count("\n") + 1, len(before) - line_start + 1)
