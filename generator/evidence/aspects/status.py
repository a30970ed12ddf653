"""Whether it is done, or a target, a plan, a forecast: the status that the words give.

In: a rule context, or the words of a sentence. Out: findings where the words give the figure
another status than the fact, whichever of the two is the bolder; the status that a fact would have.
The cues are those of the lexicon, and only those count that speak of the figure.
"""

from collections.abc import Iterator, Sequence

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.aspects.context import RuleContext, find_cue
from generator.evidence.aspects.measure import own_words
from generator.evidence.aspects.modality import find_denial
from generator.evidence.findings import finding_on, show, write_edtf
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.measures import DURATIONS
from generator.evidence.quotes.locate import words_between
from generator.evidence.quotes.quotations import Quoted
from generator.evidence.statements.cues import find_cues
from generator.evidence.statements.frames.bearers import is_of_source
from generator.evidence.statements.frames.dropped import find_dropped
from generator.evidence.statements.prospects import Prospects, find_prospects
from generator.evidence.statements.statement import Statement
from generator.model import AHEAD, Fact, Finding, Mention, Period, Status

_HINTS = {"consensus": "write status: consensus, or forecast where it is one forecaster's"}
_REPLACED = frozenset({"target", "planned", "forecast"})
_GONE = ("denial", "withdrawing", "negation", "undone", "corrected", "replaced", "outdated")
"""Cues by which a figure holds no more."""
_GONE_NEAR = tuple(name for name in _GONE if name != "negation")
"""Those of a sentence beside it, where `not` is said of something else."""
_OF_TIMES = ("demand", "target", "forecast", "consensus")
"""Cues that give a stretch of time a status too."""
_NEAR = 4
"""Words before a figure that may say that it is the one from before."""
_ORDER: tuple[Status, ...] = (*AHEAD, "estimate")


def read_status(words: str, lexicon: Lexicon) -> Status:
    """A target, plan or forecast where a cue says so; phrases such as `as planned` say none.

    What somebody estimates that will be is a forecast.
    """
    for name in AHEAD:
        if find_cue(lexicon, name, words, "status_excluded"):
            is_reckoned = name == "planned" and find_cue(lexicon, "estimate", words)
            return "forecast" if is_reckoned else name
    return "reported"


def read_status_of_figure(words: str, mention: Mention, lexicon: Lexicon) -> Status:
    """The status of a figure, from the words around it; of a duration few words say one."""
    status = read_status(words, lexicon)
    return "reported" if mention.unit in DURATIONS and status not in _OF_TIMES else status


def read_status_of_event(fact: Fact, quoted: Quoted) -> Status | None:
    """What its quotation says of an event for which no status was typed and no reason given."""
    if fact.amount is not None or fact.status_typed or "status" in fact.inferred:
        return None
    return read_status(quoted.words, quoted.article.lexicon)


def check_status(context: RuleContext) -> Iterator[Finding]:
    """The words that speak of the figure give it the status of the fact.

    How long something is to come is no plan, but how long a sentence somebody asks for is a demand,
    and a target may be one of minutes.
    """
    is_duration = context.annotation.mention.unit in DURATIONS
    is_plain = is_duration and not any(map(context.statement.cues, _OF_TIMES))
    if context.fact.status == "reported" and is_plain:
        return
    if context.fact.status != "withdrawn" and find_denial(context):
        return  # what is denied is another matter
    if is_of_source(context.statement):
        return
    prospects = find_prospects(
        context.statement,
        is_compared=context.comparison is not None,
        measured=_measured(context),
    )
    if context.fact.status == "withdrawn":
        yield from _check_withdrawn(context)
    elif context.fact.status == "reported":
        yield from check_reported(context.fact, prospects, is_bare=context.is_attribute)
    elif said := _find_replaced(context):
        message = f"{show(said)} makes the figure one that another has replaced"
        hint = "write status: withdrawn, or state the one that holds now"
        yield finding_on("status-mismatch", "status", message, hint)
    else:
        is_to_come = begins_after(context.fact, context.published)
        is_to_come = is_to_come and not _is_when(context.statement)
        yield from check_ahead(context.fact, prospects, is_to_come=is_to_come)


def _is_when(statement: Statement) -> bool:
    """It happened at the time of something else: `later than promised when it bought`."""
    article = statement.article
    low, high = statement.own[0].start, statement.figure.start
    opening = article.lexicon.moments.when
    at = next((at for at in range(low, high) if article.lexed.lower(at) in opening), high)
    return any(at < one.first < high for one in statement.cues("done"))


def _check_withdrawn(context: RuleContext) -> Iterator[Finding]:
    """The sentence, or one beside it, says that the figure holds no more."""
    article, sentence = context.article, context.statement.sentence
    first = article.parts.sentence_of(max(sentence.start - 1, 0))[0]
    last = article.parts.sentence_of(min(sentence.stop, len(article.lexed.tokens) - 1))[1]
    parts = ((first, sentence.start), (sentence.stop, last))
    is_gone = find_dropped(context.statement) is not None
    is_gone = is_gone or _has_cue(article, sentence.start, sentence.stop, _GONE)
    if not is_gone and not any(_has_cue(article, *part, _GONE_NEAR) for part in parts):
        message = "no word of the text says that the figure holds no more"
        hint = 'quote the word that says it, or say why under inferred: {status: "…"}'
        yield finding_on("status-unseen", "status", message, hint)


def _find_replaced(context: RuleContext) -> str | None:
    """The forecast from before, with which another is compared: `than the 1% seen earlier`."""
    if context.fact.status not in _REPLACED:
        return None
    article, token = context.article, context.token
    low = max(context.statement.sentence.start, token - _NEAR)
    than = article.lexicon.changes.than.search(words_between(article, low, token))
    if context.comparison is None and than is None:
        return None
    last = article.parts.clause_of(token)[1]
    return next((one.words for one in find_cues(article, "replaced", low, last)), None)


def _measured(context: RuleContext) -> frozenset[int]:
    """The words of a measure that is itself an offer or a demand: `it has offered $1.9bn`."""
    if not context.statement.held_of(("demand", "draft", "asking")):
        return frozenset()
    words = [one.spot for part in context.statement.own for one in own_words(context, part)]
    named = context.names.find(context.article, *_ends(context.statement.sentence))
    ours = [one for one in named if context.fact.about in one.entities]
    spots = [(one.first, one.last) for one in words] + [(one.first, one.last) for one in ours]
    return frozenset(at for first, last in spots for at in range(first, last))


def check_reported(fact: Fact, prospects: Prospects, *, is_bare: bool = False) -> Iterator[Finding]:
    """What is ahead is not reported as done; bare: only clear cues count."""
    if said := prospects.first(*AHEAD):
        name = _named(said.name, prospects)
        hint = _HINTS.get(name, f"write status: {name}")
        yield _finding("status-dropped", said.words, "", hint)
        return
    if is_bare:
        return
    if said := prospects.first("draft"):
        message = f"{show(said.words)} is a draft, or asks for it; the fact says that it is so"
        hint = 'write status: planned, or say why under inferred: {status: "…"}'
        yield finding_on("status-unseen", "status", message, hint)
    if (said := prospects.first("modal")) and fact.attribution != "hearsay":
        hint = "write status: planned, or attribution: hearsay"
        yield _finding("status-unclear", said.words, ", which is a plan or hearsay", hint)
    elif said := prospects.first("demand"):
        hint = "write status: target or planned"
        yield _finding("status-unclear", said.words, ", which is a demand or an offer", hint)
    elif (said := prospects.first("unreal")) and fact.attribution == "own":
        hint = "write status: forecast or estimate, or quote what is so"
        yield _finding("status-unclear", said.words, ", which is not said to be so", hint)


def _named(name: str, prospects: Prospects) -> str:
    """The status that words give; what somebody estimates that will be is a forecast."""
    return "forecast" if name == "planned" and prospects.first("estimate") else name


def check_ahead(fact: Fact, prospects: Prospects, *, is_to_come: bool) -> Iterator[Finding]:
    """A status that no word gives was added; one that the words do not fit is another's."""
    status = fact.status
    if status == "withdrawn" or status in prospects.fits:
        return
    if status == "target" and is_to_come and prospects.is_obliged and fact.amount:
        return  # `must cut its use by 2030`; `the pier must open in May` sets nothing to reach
    if prospects.cues:
        said = prospects.cues[0]
        name = _named(said.name, prospects)
        better = next((one for one in (name, *_ORDER) if one in prospects.fits), "reported")
        message = f"the text says {show(said.words)}; the fact says {status}"
        yield finding_on("status-mismatch", "status", message, f"write status: {better}")
    elif is_to_come and status in {"planned", "forecast"}:
        return  # what begins after the article is not done yet, whatever else is
    elif prospects.is_done or status in {"consensus", "estimate"}:
        message = f"no word of the text makes it {status}, and what it says stands so"
        hint = "leave status out, or quote the sentence that says it"
        yield finding_on("status-added", "status", message, hint)
    else:
        message = f"no word of the text makes it {status}"
        hint = 'quote the word that says it, or say why under inferred: {status: "…"}'
        yield finding_on("status-unseen", "status", message, hint)


def begins_after(fact: Fact, published: Period | None) -> bool:
    """The period begins after the day of the article."""
    start = fact.period.start if fact.period else None
    end = published.end if published else None
    return start is not None and end is not None and start > end


def _has_cue(article: AnnotatedArticle, first: int, last: int, names: tuple[str, ...]) -> bool:
    return any(True for name in names for _ in find_cues(article, name, first, last))


def _ends(part: range) -> tuple[int, int]:
    return part.start, part.stop


def _finding(code: str, found: str, said: str, hint: str) -> Finding:
    message = f"the text says {show(found)}{said}; the fact says that it is so"
    return finding_on(code, "status", message, hint)


def check_future(fact: Fact, found: Sequence[Quoted]) -> Finding | None:
    """What is reported as done did not begin after the article came out."""
    status = read_status_of_event(fact, found[0]) or fact.status
    if status != "reported" or fact.period is None or fact.period.start is None:
        return None
    published = [quoted.published for quoted in found]
    known = [(one.end, one) for one in published if one is not None and one.end is not None]
    if not known or len(known) < len(published):
        return None
    end, latest = max(known, key=lambda pair: pair[0])
    if fact.period.start <= end:
        return None
    name = write_edtf(str(fact.period))
    return finding_on(
        "period-mismatch",
        "period",
        f"{name} lies after the article of {write_edtf(str(latest))}",
        "correct the period, or write a status (planned, target, forecast)",
    )
