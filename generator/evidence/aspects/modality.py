"""Whether the text affirms the figure: what it denies, supposes, asks, misses or replaces.

In: a rule context, or words of an event. Out: findings. A negation of the figure's clause, a denial
that governs it and one in the sentence before or after are errors, which no reason answers; so is
what is only supposed or asked. A time in front that no date tells is a finding where the fact is
said to be of the article's day. Irony is beyond it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.evidence.aspects.context import RuleContext, find_cue
from generator.evidence.aspects.measure import own_words
from generator.evidence.findings import finding_on, show
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.quotes.locate import words_between
from generator.evidence.statements.cues import find_cues
from generator.evidence.statements.frames.dropped import find_dropped
from generator.evidence.statements.frames.openers import has_figure
from generator.evidence.statements.frames.undated import find_undated
from generator.evidence.statements.prospects import find_case
from generator.evidence.statements.statement import Statement
from generator.evidence.terms.numerals import numeral_of
from generator.model import AHEAD, Finding

_UP_TO_FIGURE = re.compile(r"(?:\s[^\s,;\d]+){0,4}\s?[^\w\s]?\s*")
_NOUN = re.compile(r"(?:\s?[^\s,;\d]+){0,3}\s?")
_LEAD = 4
"""How many words may stand before a figure and deny what is said of it."""
_SHORT = 16
"""A sentence with more tokens is about more than whether the one beside it is so."""
_OF_CASE = frozenset({"forecast", "estimate"})
"""What may be filed of a case that is only put."""
_DENIALS = ("denial", "withdrawing")
_HINT = (
    "quote a sentence that affirms it, or leave the fact out; where those without are counted, "
    "write the denial with its noun under the words of the indicator"
)


def check_modality(context: RuleContext) -> Iterator[Finding]:
    """A figure that the text does not affirm is no fact."""
    if context.fact.status == "withdrawn":
        return  # whatever it was said to be, it no longer is
    if found := _find_unaffirmed(context):
        message = f"{show(found)} stands beside the figure in the article"
        yield finding_on("negated", "value", message, _hint(context))
    elif left_out := _find_left_out(context):
        message = f"{show(left_out)} leaves the figure out of what is counted"
        hint = 'check what it is a figure of, and say so under inferred: {value: "…"}'
        yield finding_on("left-out", "value", message, hint)


def _hint(context: RuleContext) -> str:
    """What is expected if something else happens is a forecast, and affirmed as one."""
    fact, statement = context.fact, context.statement
    if fact.status == "reported" and statement.held_of(("forecast",)):
        told = (*statement.cues("forecast"), *statement.cues_above("forecast"))
        expected = replace(context, fact=replace(fact, status="forecast"))
        if told and not _find_unaffirmed(expected):
            return "write status: forecast, as it is only expected"
    return _HINT


def _find_unaffirmed(context: RuleContext) -> str | None:
    """The words by which the figure is not so, or not yet."""
    found = find_negation(context) or find_denial_near(context.statement)
    found = found or find_correction(context.statement)
    if context.fact.status not in _OF_CASE:
        found = found or _find_case_at_head(context)
    found = found or _find_near_miss(context)
    if context.fact.status == "reported":
        found = found or next((one.words for one in context.statement.cues("staged")), None)
        found = found or _find_supposed_figure(context) or _find_missed(context)
    elif context.sentence(quoted=False).endswith("?"):
        found = found or "?"
    return found or _find_replaced(context)


def check_front(context: RuleContext) -> Iterator[Finding]:
    """What opens the clause leaves the day of the article the figure's own."""
    fact = context.fact
    if fact.period is not None or fact.status in {*AHEAD, "withdrawn"}:
        return
    found = find_undated(context.statement, context.published, lambda *at: is_known(context, *at))
    if found:
        message = f"{show(found)} is a time of its own, and not the day of the article"
        hint = 'write the period, or say why under inferred: {period: "…"}'
        yield finding_on("period-unseen", "period", message, hint)


def is_known(context: RuleContext, first: int, last: int) -> bool:
    """The words between two tokens name what the fact is about, or what it measures."""
    names = context.names.find(context.article, first, last)
    if context.entity is not None and any(context.entity.id in one.entities for one in names):
        return True
    return any(True for _ in own_words(context, range(first, last)))


def find_negation(context: RuleContext) -> str | None:
    """A negation in the article's clause, or a denial that governs it."""
    clause = _without_measure(_behind_main_clause(context) or context.clause_joined, context)
    negation = find_cue(context.lexicon, "negation", clause, "negation_excluded")
    return negation or find_denial(context) or _find_none_of(context)


def _without_measure(clause: str, context: RuleContext) -> str:
    """The clause without words of the measure that deny something themselves: `no kitchen`.

    How many had none is affirmed of those who had none.
    """
    for word in (one for words in context.indicator_words.values() for one in words):
        if find_cue(context.lexicon, "negation", word, "negation_excluded"):
            said = re.escape(word).replace(r"\ ", r"\s+")
            clause = re.sub(rf"(?<!\w){said}(?!\w)", " ", clause, flags=re.IGNORECASE)
    return clause


def _behind_main_clause(context: RuleContext) -> str | None:
    """The clause of the figure, where it says when the other was: `nobody was hurt when 12`."""
    article, figure = context.article, context.statement.figure
    first, last = article.parts.clause_of(context.token)
    begins = context.lexicon.owners.subordinators
    starts = [at for at in range(first + 1, figure.start) if article.lexed.lower(at) in begins]
    if not starts or next(find_cues(article, "done", figure.stop, last), None) is None:
        return None
    return words_between(article, starts[-1], last)


def _find_none_of(context: RuleContext) -> str | None:
    """`None of the` right before a figure whose measure is what they did not do.

    How many they are stands all the same: `none of the 12 passengers` says that there were twelve.
    """
    article, low = context.article, context.statement.figure.start
    first = max(context.statement.sentence.start, low - _LEAD)
    found = next(
        (one for one in find_cues(article, "none_of", first, low) if one.last == low), None
    )
    if found is None:
        return None
    counted = numeral_of(article, context.annotation).noun
    measured = own_words(context, context.statement.own[0])
    return found.words if any(one.spot.first not in counted for one in measured) else None


def find_denial(context: RuleContext) -> str | None:
    """A word that denies what the statement says."""
    return find_denial_in(context.statement)


def find_denial_in(statement: Statement) -> str | None:
    """A word that denies, in the statement or in what governs it."""
    if dropped := find_dropped(statement):
        return dropped.words
    if not statement.held_of(_DENIALS):
        return None
    cues = (statement.cues, statement.cues_above, statement.cues_behind)
    found = [one for find in cues for one in find("denial")]
    if any(True for find in cues for _ in find("revocable")):  # a glacier withdraws as well
        found += [one for find in cues for one in find("withdrawing")]
    return found[0].words if found else None


def find_undone(lexicon: Lexicon, clauses: str, sentence: str) -> str | None:
    """A word of an event's clauses or sentence by which it did not take place, or may not have."""
    undone = find_cue(lexicon, "undone", clauses)
    if undone and find_cue(lexicon, "rescheduled", sentence):
        undone = None  # it takes place on another day
    return (
        find_cue(lexicon, "negation", clauses, "negation_excluded")
        or undone
        or _find_supposed(lexicon, clauses, sentence)
    )


def find_denial_near(statement: Statement) -> str | None:
    """A short sentence before or after says that it is not so: `This is wrong`."""
    article, sentence = statement.article, statement.sentence
    for name, at in (("denied_before", sentence.start - 1), ("denied_after", sentence.stop)):
        if not 0 <= at < len(article.lexed.tokens):
            continue
        first, last = article.parts.sentence_of(at)
        is_short = last - first <= _SHORT and not has_figure(article, range(first, last))
        if is_short and (found := next(find_cues(article, name, first, last), None)):
            return found.words
    return None


def find_correction(statement: Statement) -> str | None:
    """The sentence or the one behind it says that the figure was a mistake, and puts it right."""
    article, sentence = statement.article, statement.sentence
    low = max(sentence.start, statement.independent.start)
    if found := next(find_cues(article, "corrected", low, sentence.stop), None):
        return found.words
    last = max(part.stop for part in statement.own)
    for cue in find_cues(article, "denied_after", last, sentence.stop):
        return cue.words
    if sentence.stop >= len(article.lexed.tokens):
        return None
    first, end = article.parts.sentence_of(sentence.stop)
    found = next(find_cues(article, "corrected_after", first, min(end, first + _SHORT)), None)
    return found.words if found else None


def _find_case_at_head(context: RuleContext) -> str | None:
    """A verb at the head of the sentence that puts a case: `Had the dam burst, …`."""
    if context.sentence(quoted=False).endswith("?"):
        return None
    return find_cue(context.lexicon, "inverted_case", _said_with(context))


def _said_with(context: RuleContext) -> str:
    """The sentence, or what a semicolon leaves of it around the figure."""
    part = context.statement.independent
    return words_between(context.article, part.start, part.stop)


def _find_near_miss(context: RuleContext) -> str | None:
    """What was near to happen: `almost killed`."""
    return find_cue(context.lexicon, "nearly_so", context.clause(quoted=False))


def _find_supposed_figure(context: RuleContext) -> str | None:
    """A question, a condition, or a clause that puts a case for what is not yet done."""
    clause, sentence = context.clause(quoted=False), _said_with(context)
    may_be = sentence.endswith("?") or context.statement.held_of(("conditional",))
    found = _find_supposed(context.lexicon, clause, sentence) if may_be else None
    return found or find_case(context.statement)


def _find_supposed(lexicon: Lexicon, clause: str, sentence: str) -> str | None:
    """A condition in the clause or at the sentence's beginning, or the mark of a question."""
    if found := find_cue(lexicon, "conditional", clause, "conditional_excluded"):
        return found
    if sentence.endswith("?"):
        return "?"
    start = re.split(r"[,;:]", sentence, maxsplit=1)[0].lstrip(" \"'»«”“•-")
    opening = find_cue(lexicon, "conditional", start, "conditional_excluded")
    return opening if opening and start.startswith(opening) else None


def _find_missed(context: RuleContext) -> str | None:
    """A verb before the figure by which it was not reached."""
    before, _ = context.clause_around
    return find_cue(context.lexicon, "missed", before, "missed_excluded")


def _find_replaced(context: RuleContext) -> str | None:
    """Words that make the figure what came instead of it, or what is lacking."""
    cues, (before, after) = context.lexicon.cues, context.clause_around
    for match in cues["instead"].finditer(before) if "instead" in cues else ():
        if _UP_TO_FIGURE.fullmatch(before[match.end() :]):
            return match[0]
    short = cues["short"].search(after) if "short" in cues else None
    return short[0] if short and _NOUN.fullmatch(after[: short.start()]) else None


def _find_left_out(context: RuleContext) -> str | None:
    """Words right before the figure that leave it out of a count: `not counting the 5 million`."""
    article, low = context.article, context.statement.figure.start
    first = context.statement.sentence.start
    for cue in find_cues(article, "uncounted", max(first, low - 8), low):
        is_verb = any(True for _ in find_cues(article, "settled", max(first, cue.first - 1), low))
        if not is_verb and _UP_TO_FIGURE.fullmatch(f" {words_between(article, cue.last, low)} "):
            return cue.words
    return None
