"""Proving facts: each quotation found, and what it says compared with what the fact claims.

In: facts, indicators, articles, declared units. Out: a proof a fact, with at most one finding. A
fact without a finding is proven; a derived fact has nothing to prove here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.evidence.amounts import Claim, explain_absence, find_candidates
from generator.evidence.case import Case
from generator.evidence.compare import check_case
from generator.evidence.flaw import Flaw, problem_of, worst
from generator.evidence.locate import locate
from generator.evidence.passages import Missed, Passage
from generator.evidence.periods import check_period
from generator.evidence.survey import Reading, Survey, survey
from generator.evidence.units import declared_words
from generator.evidence.wording import show
from generator.model import Amount, Article, Fact, Indicator, Located, Problem, Proof, Quote, Unit


def prove_all(
    facts: Mapping[str, Fact],
    *,
    indicators: Mapping[str, Indicator],
    articles: Mapping[str, Article],
    units: Mapping[str, Unit],
) -> Mapping[str, Proof]:
    """The proof of every fact whose indicator is known, by id."""
    return {
        fact.id: prove(fact, indicator=indicators[fact.indicator], articles=articles, units=units)
        for fact in facts.values()
        if fact.indicator in indicators
    }


def prove(
    fact: Fact,
    *,
    indicator: Indicator,
    articles: Mapping[str, Article],
    units: Mapping[str, Unit],
) -> Proof:
    """The proof of one fact: its quotations located, and what is wrong with it, if anything."""
    if fact.basis == "derived":
        return Proof(fact=fact.id)
    found: list[_Quoted] = []
    for quote in fact.quotes:
        located = _locate(fact, quote, articles, units)
        if isinstance(located, Problem):
            return Proof(fact=fact.id, problems=(located,))
        found.append(located)
    if not found:
        flaw = Flaw(
            "quote-missing",
            "quote",
            "the fact has no quotation",
            "quote the sentence that states it",
        )
        return Proof(fact=fact.id, problems=(problem_of(fact, flaw),))
    judged = _Judged(fact, indicator, frozenset(units))
    verdicts = [_judge(quoted, judged) for quoted in found]
    problem = _problem(fact, found, verdicts)
    best = _best(verdicts)
    return Proof(
        fact=fact.id,
        located=tuple(
            _located(quoted, verdict, is_proving=verdict is best and problem is None)
            for quoted, verdict in zip(found, verdicts, strict=True)
        ),
        problems=(problem,) if problem else (),
    )


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quotation with its article and the passages that it may mean."""

    quote: Quote
    article: Survey
    passages: tuple[Passage, ...]


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
    reading: Reading | None = None
    is_ambiguous: bool = False


def _locate(
    fact: Fact, quote: Quote, articles: Mapping[str, Article], units: Mapping[str, Unit]
) -> _Quoted | Problem:
    article = articles.get(quote.article)
    if article is None or not article.text:
        missed = Missed(
            "quote-missing",
            f"there is no text of an article {show(quote.article)}",
            "name an article of articles.yaml",
        )
    else:
        surveyed = survey(article.text, article.lang, declared_words(units, article.lang))
        located = locate(quote, surveyed)
        if not isinstance(located, Missed):
            return _Quoted(quote, surveyed, located)
        missed = located
    return Problem(missed.code, quote.marks.at("exact"), fact.id, missed.message, missed.hint)


def _judge(quoted: _Quoted, judged: _Judged) -> _Verdict:
    """What a quotation proves; its equal passages must agree."""
    if judged.fact.amount is None:
        return _Verdict(None)
    verdicts = [
        _judge_passage(judged, judged.fact.amount, quoted.article, passage)
        for passage in quoted.passages
    ]
    codes = {verdict.flaw.code if verdict.flaw else None for verdict in verdicts}
    return replace(verdicts[0], is_ambiguous=len(codes) > 1)


def _judge_passage(judged: _Judged, amount: Amount, article: Survey, passage: Passage) -> _Verdict:
    """The best that a passage's mentions can do for the fact."""
    fact, readings = judged.fact, passage.readings(article)
    claim = Claim(amount, judged.indicator.kind == "change")
    candidates = find_candidates(claim, readings)
    if not candidates:
        return _Verdict(worst([explain_absence(claim, readings, article.lexicon)], fact))
    verdicts = []
    for reading in candidates:
        case = Case(
            fact=fact,
            indicator=judged.indicator,
            amount=amount,
            reading=reading,
            passage=passage,
            article=article,
            declared=judged.declared,
        )
        verdicts.append(_Verdict(worst(check_case(case), fact), reading))
    return _best(verdicts)


def _best(verdicts: Sequence[_Verdict]) -> _Verdict:
    """The verdict with the least that is wrong; of several, one with a mention, then the first."""
    return min(
        verdicts,
        key=lambda verdict: (verdict.flaw.rank if verdict.flaw else 0, verdict.reading is None),
    )


def _problem(fact: Fact, found: Sequence[_Quoted], verdicts: Sequence[_Verdict]) -> Problem | None:
    """The one finding of the fact: on its amount, else on its period."""
    best = _best(verdicts)
    if best.is_ambiguous:
        quoted = found[verdicts.index(best)]
        times = len(quoted.passages)
        return Problem(
            "quote-ambiguous",
            quoted.quote.marks.at("exact"),
            fact.id,
            f"the quotation stands at {times} places of the article, which say different things",
            "add a prefix, a suffix or an occurrence",
        )
    if best.flaw:
        return problem_of(fact, best.flaw)
    dates = [
        (reading, quoted.article)
        for quoted in found
        for reading in quoted.passages[0].readings(quoted.article)
        if reading.mention.kind == "date"
    ]
    flaw = check_period(fact, dates)
    return problem_of(fact, flaw) if flaw else None


def _located(quoted: _Quoted, verdict: _Verdict, *, is_proving: bool) -> Located:
    passage = quoted.passages[0]
    return Located(
        quote=quoted.quote,
        start=passage.start,
        end=passage.end,
        text=quoted.article.text[passage.start : passage.end],
        mention=verdict.reading.mention if is_proving and verdict.reading else None,
    )
