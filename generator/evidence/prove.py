"""Proving facts: each quotation found, and what it says compared with what the fact claims.

In: facts, indicators, articles, declared units. Out: a proof a fact, with at most one finding. A
fact without a finding is proven; a derived fact has nothing to prove here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.aspects.compare import check_case
from generator.evidence.aspects.context import RuleContext
from generator.evidence.aspects.dated_figures import Figured
from generator.evidence.aspects.events import check_event
from generator.evidence.aspects.mismatch import explain_mismatch
from generator.evidence.aspects.period import check_period
from generator.evidence.aspects.publication import check_future
from generator.evidence.aspects.quotations import Quoted, are_readable, find_quoted
from generator.evidence.aspects.said import read_status
from generator.evidence.aspects.shares import explain_share
from generator.evidence.aspects.translation import Original, check_translation
from generator.evidence.aspects.value import Claim, find_candidates
from generator.evidence.findings import Flaw, finding_of, worst
from generator.evidence.quotes.passages import Passage
from generator.model import Amount, Article, Fact, Finding, Indicator, Located, Proof, Status, Unit


def prove_all(
    facts: Mapping[str, Fact],
    *,
    indicators: Mapping[str, Indicator],
    articles: Mapping[str, Article],
    units: Mapping[str, Unit],
) -> Mapping[str, Proof]:
    """The proof of every fact whose indicator is known, by id; nothing proves a withdrawn one."""
    return {
        fact.id: prove(fact, indicator=indicators[fact.indicator], articles=articles, units=units)
        for fact in facts.values()
        if fact.indicator in indicators and fact.status != "withdrawn"
    }


def prove(
    fact: Fact,
    *,
    indicator: Indicator,
    articles: Mapping[str, Article],
    units: Mapping[str, Unit],
) -> Proof:
    """The proof of one fact: its quotations located, and what is wrong with it, if anything."""
    if fact.basis == "derived" or not are_readable(fact, articles):
        return Proof(fact=fact.id)
    found: list[Quoted] = []
    for quote in fact.quotes:
        located = find_quoted(fact, quote, articles, units)
        if isinstance(located, Finding):
            return Proof(fact=fact.id, findings=(located,))
        found.append(located)
    if not found:
        flaw = Flaw(
            "quote-missing",
            "quote",
            "the fact has no quotation",
            "quote the sentence that states it",
        )
        return Proof(fact=fact.id, findings=(finding_of(fact, flaw),))
    judged = _Judged(fact, indicator, frozenset(units))
    verdicts = [_judge(quoted, judged) for quoted in found]
    finding = _finding(fact, found, verdicts) or _finding_of_translation(
        judged, found, verdicts, units
    )
    best = _best(verdicts)
    return Proof(
        fact=fact.id,
        status=_status_read(fact, found),
        located=tuple(
            _located(quoted, verdict, is_proving=verdict is best and finding is None)
            for quoted, verdict in zip(found, verdicts, strict=True)
        ),
        findings=(finding,) if finding else (),
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    """A fact with what belongs to it."""

    fact: Fact
    indicator: Indicator
    declared: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What a passage says of the amount."""

    flaw: Flaw | None
    annotation: Annotation | None = None
    denial: Flaw | None = None
    """That its words deny the value, whatever else is wrong."""
    is_ambiguous: bool = False


def _judge(quoted: Quoted, judged: _Judged) -> _Verdict:
    """What a quotation proves; its equal passages must agree."""
    if judged.fact.amount is None:
        return _Verdict(None)
    verdicts = [
        _judge_passage(judged, judged.fact.amount, quoted.article, passage)
        for passage in quoted.passages
    ]
    codes = {verdict.flaw.code if verdict.flaw else None for verdict in verdicts}
    return replace(verdicts[0], is_ambiguous=len(codes) > 1)


def _judge_passage(
    judged: _Judged, amount: Amount, article: AnnotatedArticle, passage: Passage
) -> _Verdict:
    """The best that a passage's mentions can do for the fact."""
    fact, annotations = judged.fact, passage.annotations(article)
    claim = Claim(amount, judged.indicator.kind == "change")
    candidates = find_candidates(claim, annotations)
    if not candidates:
        words = " ".join(article.text[start:end] for start, end in passage.parts)
        share = explain_share(amount, words, article.lexicon)
        mismatch = share or explain_mismatch(claim, annotations, article.lexicon, words)
        return _Verdict(worst([mismatch], fact))
    verdicts = []
    for annotation in candidates:
        context = RuleContext(
            fact=fact,
            indicator=judged.indicator,
            amount=amount,
            annotation=annotation,
            passage=passage,
            article=article,
            declared=judged.declared,
        )
        flaws = list(check_case(context))
        denial = worst((flaw for flaw in flaws if flaw.code == "negated"), fact)
        verdicts.append(_Verdict(worst(flaws, fact), annotation, denial))
    return _best(verdicts)


def _best(verdicts: Sequence[_Verdict]) -> _Verdict:
    """The verdict with the least that is wrong; of several, one with a mention, then the first."""
    return min(
        verdicts,
        key=lambda verdict: (verdict.flaw.rank if verdict.flaw else 0, verdict.annotation is None),
    )


def _finding(fact: Fact, found: Sequence[Quoted], verdicts: Sequence[_Verdict]) -> Finding | None:
    """The one finding of the fact: on its amount, else on its period."""
    best = _best(verdicts)
    if best.is_ambiguous:
        quoted = found[verdicts.index(best)]
        times = len(quoted.passages)
        return Finding(
            "quote-ambiguous",
            quoted.quote.marks.at("exact"),
            fact.id,
            f"the quotation stands at {times} places of the article, which say different things",
            "add a prefix, a suffix or an occurrence",
        )
    if best.flaw:
        finding = finding_of(fact, best.flaw)
        if best.flaw.field != "quote":
            return finding
        return replace(finding, at=found[verdicts.index(best)].quote.marks.at("exact"))
    flaw = _flaw_of_words(fact, found, verdicts)
    flaw = flaw or _flaw_of_period(fact, found, _figured(found[verdicts.index(best)], best))
    return finding_of(fact, flaw) if flaw else None


def _flaw_of_words(
    fact: Fact, found: Sequence[Quoted], verdicts: Sequence[_Verdict]
) -> Flaw | None:
    """What the words of an event's quotations say; of a figure, that one of them denies it."""
    if fact.amount is None:
        return worst((flaw for quoted in found for flaw in check_event(fact, quoted)), fact)
    return next((verdict.denial for verdict in verdicts if verdict.denial), None)


def _figured(quoted: Quoted, verdict: _Verdict) -> Figured | None:
    """The figure that proves the fact, with the dates of its quotation."""
    if verdict.annotation is None:
        return None
    annotations = quoted.passages[0].annotations(quoted.article)
    dates = [one for one in annotations if one.mention.kind == "date"]
    return Figured(verdict.annotation, quoted.article, dates)


def _finding_of_translation(
    judged: _Judged,
    found: Sequence[Quoted],
    verdicts: Sequence[_Verdict],
    units: Mapping[str, Unit],
) -> Finding | None:
    """The first translation of a quotation whose figures are not the quotation's."""
    for quoted, verdict in zip(found, verdicts, strict=True):
        proving = verdict.annotation if verdict.flaw is None else None
        place, is_change = quoted.passages[0], judged.indicator.kind == "change"
        original = Original(quoted.quote, quoted.article, place, proving, is_change)
        if finding := check_translation(judged.fact.id, original, units):
            return finding
    return None


def _flaw_of_period(fact: Fact, found: Sequence[Quoted], figured: Figured | None) -> Flaw | None:
    """What the dates of the quotations and of their articles say against the period."""
    dates = [
        (annotation, quoted.article)
        for quoted in found
        for annotation in quoted.passages[0].annotations(quoted.article)
        if annotation.mention.kind == "date"
    ]
    said = [(quoted.words, quoted.article.lexicon) for quoted in found]
    as_read = replace(fact, status=_status_read(fact, found) or fact.status)
    future = check_future(as_read, [quoted.published for quoted in found])
    return future or check_period(fact, dates, said, figured)


def _status_read(fact: Fact, found: Sequence[Quoted]) -> Status | None:
    """What its quotation says of an event for which no status was typed and no reason given."""
    if fact.amount is not None or fact.status_typed or "status" in fact.inferred:
        return None
    return read_status(found[0].words, found[0].article.lexicon)


def _located(quoted: Quoted, verdict: _Verdict, *, is_proving: bool) -> Located:
    passage = quoted.passages[0]
    return Located(
        quote=quoted.quote,
        start=passage.start,
        end=passage.end,
        text=quoted.article.text[passage.start : passage.end],
        mention=verdict.annotation.mention if is_proving and verdict.annotation else None,
    )
