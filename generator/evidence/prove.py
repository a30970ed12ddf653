"""Proving facts: each quotation found, and what it says compared with what the fact claims.

In: facts, indicators, articles, declared units. Out: a proof a fact, with at most one
finding an aspect; what is wrong with the figure itself hides all else. A fact without a finding is
proven; a derived fact has nothing to prove here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.evidence.annotate import Annotation
from generator.evidence.aspects.around.compared import check_compared
from generator.evidence.aspects.around.reckoned import check_reckoned
from generator.evidence.aspects.around.starts import check_start
from generator.evidence.aspects.attribution import check_attribution
from generator.evidence.aspects.below_zero import check_below_zero, find_losses
from generator.evidence.aspects.context import RuleContext
from generator.evidence.aspects.direction import check_change
from generator.evidence.aspects.events import check_event, find_event
from generator.evidence.aspects.hedge import check_hedge
from generator.evidence.aspects.measure import check_measure
from generator.evidence.aspects.mismatch import explain_mismatch
from generator.evidence.aspects.modality import check_front, check_modality
from generator.evidence.aspects.period import Figured, check_period
from generator.evidence.aspects.rate import check_rate
from generator.evidence.aspects.stated import state_event, state_figure
from generator.evidence.aspects.status import check_future, check_status, read_status_of_event
from generator.evidence.aspects.subject import check_subject
from generator.evidence.aspects.unit import check_unit
from generator.evidence.aspects.value import (
    Claim,
    check_clear,
    check_interim,
    check_range,
    check_usual,
    find_candidates,
    find_ranks,
)
from generator.evidence.aspects.wholes import check_alone, check_whole
from generator.evidence.findings import apart, aspect_of, finding_on, place_in, rank, worst
from generator.evidence.origins import origins_beside
from generator.evidence.quotes.locate import Passage, span_of_sentences
from generator.evidence.quotes.quotations import Quoted, are_readable, find_quoted
from generator.evidence.quotes.translation import Original, check_translation
from generator.evidence.second.check import check_reading
from generator.evidence.statements.outlook import outlook_of
from generator.model import (
    NO_NAMES,
    Amount,
    Article,
    Evidence,
    Fact,
    Field,
    Finding,
    Indicator,
    Located,
    Nomenclature,
    Proof,
    Status,
    Unit,
)

_UNQUOTED = finding_on(
    "quote-missing", "quote", "the fact has no quotation", "quote the sentence that states it"
)
_RULES = (
    check_range,
    check_clear,
    check_usual,
    check_interim,
    check_whole,
    check_alone,
    check_unit,
    check_rate,
    check_start,
    check_change,
    check_compared,
    check_reckoned,
    check_below_zero,
    check_hedge,
    check_modality,
    check_front,
    check_attribution,
    check_status,
    check_measure,
    check_subject,
    check_reading,
)
"""What is compared where a figure states the value; of equal findings the first one counts."""


def prove_all(
    facts: Mapping[str, Fact],
    *,
    indicators: Mapping[str, Indicator],
    articles: Mapping[str, Article],
    units: Mapping[str, Unit],
    named: Nomenclature = NO_NAMES,
) -> Mapping[str, Proof]:
    """The proof of every fact with a known indicator, by id; a withdrawn fact has none."""
    return {
        fact.id: prove(
            fact,
            indicator=indicators[fact.indicator],
            articles=articles,
            units=units,
            named=named,
        )
        for fact in facts.values()
        if fact.indicator in indicators and fact.status != "withdrawn"
    }


def prove(
    fact: Fact,
    *,
    indicator: Indicator,
    articles: Mapping[str, Article],
    units: Mapping[str, Unit],
    named: Nomenclature = NO_NAMES,
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
        return Proof(fact=fact.id, findings=(place_in(fact, _UNQUOTED),))
    judged = _Judged(fact, indicator, frozenset(units), named)
    verdicts = [_judge(quoted, judged) for quoted in found]
    events = () if fact.amount else (find_event(indicator, named, one) for one in found)
    spots = [at for event in events for at in event]
    finding = _finding(fact, found, verdicts, spots)
    translated = _finding_of_translation(judged, found, verdicts, units)
    best = _best(verdicts)
    findings = [one for one in (finding, translated) if one][:1]
    if finding is not None and aspect_of(finding) is not None:
        findings = _with_others(finding, fact, found, verdicts, translated)
    status = read_status_of_event(fact, found[0])
    return Proof(
        fact=fact.id,
        status=status,
        evidence=() if findings else _evidence(judged, found, verdicts.index(best), best, status),
        located=tuple(
            _located(quoted, verdict, is_proving=verdict is best and not findings)
            for quoted, verdict in zip(found, verdicts, strict=True)
        ),
        findings=tuple(findings),
    )


def _with_others(
    finding: Finding,
    fact: Fact,
    found: Sequence[Quoted],
    verdicts: Sequence["_Verdict"],
    translated: Finding | None,
) -> list[Finding]:
    """The finding of one aspect, and those of all others of the same figure, at their places."""
    best = _best(verdicts)
    if best.is_ambiguous:
        return [finding]
    exact = found[verdicts.index(best)].quote.marks.at("exact")
    others = [
        replace(one, at=exact, subject=fact.id) if one.at == Field("quote") else one
        for one in best.others
    ]
    dated = check_period(fact, found, best.figured) if fact.amount else None
    further = [*others, *filter(None, (dated, translated))]
    return [place_in(fact, one) for one in apart(further, fact, finding)]


@dataclass(frozen=True, slots=True)
class _Judged:
    """A fact with what belongs to it."""

    fact: Fact
    indicator: Indicator
    declared: frozenset[str]
    named: Nomenclature


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What a passage says of the amount."""

    finding: Finding | None
    figured: Figured | None = None
    context: RuleContext | None = None
    denial: Finding | None = None
    """That its words deny the value, whatever else is wrong."""
    others: tuple[Finding, ...] = ()
    """What is wrong with other aspects than that of the finding."""
    is_ambiguous: bool = False

    @property
    def annotation(self) -> Annotation | None:
        """The figure that states the amount."""
        return self.figured.annotation if self.figured else None


def _judge(quoted: Quoted, judged: _Judged) -> _Verdict:
    """What a quotation proves; its equal passages must agree."""
    amount = judged.fact.amount
    if amount is None:
        return _Verdict(None)
    verdicts = [_judge_passage(judged, amount, quoted, one) for one in quoted.passages]
    codes = {verdict.finding.code if verdict.finding else None for verdict in verdicts}
    return replace(verdicts[0], is_ambiguous=len(codes) > 1)


def _judge_passage(judged: _Judged, amount: Amount, quoted: Quoted, passage: Passage) -> _Verdict:
    """The best that a passage's figures can do for the fact."""
    fact, article = judged.fact, quoted.article
    annotations = passage.annotations(article)
    claim = Claim(amount, judged.indicator.kind == "change")
    candidates = find_candidates(claim, annotations)
    candidates = candidates or find_losses(claim, annotations, article)
    tokens = range(*article.tokens_in(passage.start, passage.end))
    candidates = candidates or find_ranks(claim, annotations, article, judged.indicator, tokens)
    if not candidates:
        mismatch = explain_mismatch(claim, annotations, article.lexicon)
        return _Verdict(worst([mismatch], fact))
    verdicts = []
    for annotation in candidates:
        figured = Figured(annotation, quoted, outlook_of(fact))
        context = RuleContext(
            fact=fact,
            indicator=judged.indicator,
            amount=amount,
            annotation=annotation,
            passage=passage,
            article=article,
            declared=judged.declared,
            named=judged.named,
            statement=figured.statement,
            published=quoted.published,
            comparison=figured.comparison,
        )
        findings = [finding for check in _RULES for finding in check(context)]
        denial = worst((one for one in findings if one.code == "negated"), fact)
        told = apart(findings, fact)
        first = told[0] if told else None
        verdicts.append(_Verdict(first, figured, context, denial, others=tuple(told[1:])))
    return _best(verdicts)


def _best(verdicts: Sequence[_Verdict]) -> _Verdict:
    """The verdict with the least that is wrong; of several, one with a figure, then the first."""
    return min(verdicts, key=lambda one: (rank(one.finding), one.figured is None))


def _finding(
    fact: Fact, found: Sequence[Quoted], verdicts: Sequence[_Verdict], spots: Sequence[int]
) -> Finding | None:
    """The one finding of the fact: on its amount, else on its words, else on its period."""
    best = _best(verdicts)
    quoted = found[verdicts.index(best)]
    exact = quoted.quote.marks.at("exact")
    if best.is_ambiguous:
        times = len(quoted.passages)
        why = f"the quotation stands at {times} places of the article, which say different things"
        hint = "add a prefix, a suffix or an occurrence"
        return Finding("quote-ambiguous", exact, fact.id, why, hint)
    if best.finding and best.finding.at == Field("quote"):
        return replace(best.finding, at=exact, subject=fact.id)
    finding = (
        best.finding
        or _finding_of_words(fact, found, verdicts, spots)
        or check_future(fact, found)
        or check_period(fact, found, best.figured, spots)
    )
    return place_in(fact, finding) if finding else None


def _finding_of_words(
    fact: Fact, found: Sequence[Quoted], verdicts: Sequence[_Verdict], spots: Sequence[int]
) -> Finding | None:
    """What the words of an event's quotations say; of a figure, that one of them denies it."""
    if fact.amount is None:
        named = spots if len(found) == 1 else ()  # tokens of one article alone
        return worst((one for quoted in found for one in check_event(fact, quoted, named)), fact)
    return next((verdict.denial for verdict in verdicts if verdict.denial), None)


def _finding_of_translation(
    judged: _Judged,
    found: Sequence[Quoted],
    verdicts: Sequence[_Verdict],
    units: Mapping[str, Unit],
) -> Finding | None:
    """The first translation of a quotation whose figures are not the quotation's."""
    for quoted, verdict in zip(found, verdicts, strict=True):
        proving = verdict.annotation if verdict.finding is None else None
        original = Original(quoted, proving, judged.indicator.kind == "change")
        if finding := check_translation(judged.fact.id, original, units):
            return finding
    return None


def _evidence(
    judged: _Judged, found: Sequence[Quoted], index: int, verdict: _Verdict, status: Status | None
) -> tuple[Evidence, ...]:
    """What bears out each aspect of a proven fact."""
    if verdict.context is not None and verdict.figured is not None:
        return tuple(state_figure(verdict.context, verdict.figured, found, index))
    fact = replace(judged.fact, status=status) if status else judged.fact
    return tuple(state_event(fact, found, judged.named))


def _located(quoted: Quoted, verdict: _Verdict, *, is_proving: bool) -> Located:
    passage, text = quoted.passages[0], quoted.article.text
    first, last = span_of_sentences(quoted.article, passage.start, passage.end)
    return Located(
        quote=quoted.quote,
        start=passage.start,
        end=passage.end,
        text=text[passage.start : passage.end],
        before=text[first : passage.start],
        after=text[passage.end : last],
        mention=verdict.annotation.mention if is_proving and verdict.annotation else None,
        origins=origins_beside(quoted.article, passage.start, passage.end),
    )
