"""Where each aspect of a proven fact stands: the words that say so, or the reason why it is held.

In: a fact, its quotations, the rule context of the figure that proves it. Out: an `Evidence` an
aspect. Judges nothing: every rule has been passed. A default is stated by the words that would say
otherwise: the figure without a hedge, the clause that speaks of nothing ahead and of no speaker.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from generator.evidence.annotate import AnnotatedArticle, Span
from generator.evidence.aspects.context import RuleContext
from generator.evidence.aspects.measure import find_measure
from generator.evidence.numbers.directions import direction_of, direction_of_verb
from generator.evidence.quotes.locate import sentence_around, span_between
from generator.evidence.quotes.quotations import Quoted
from generator.evidence.statements.named_time import Time
from generator.evidence.statements.own_time import Figured
from generator.evidence.statements.times import find_times
from generator.evidence.terms.names import Names, names_of
from generator.model import ASPECTS, EVENT_ASPECTS, Aspect, Evidence, Fact, Nomenclature

_FIELDS: Mapping[Aspect, tuple[str, ...]] = MappingProxyType({"direction": ("sign", "value")})
"""Keys of `inferred` that hold the reason for an aspect, where they are not its name."""


def state_figure(
    context: RuleContext, figured: Figured, found: Sequence[Quoted], index: int
) -> Iterator[Evidence]:
    """The evidence for a figure; `index` is that of the quotation that proves it."""
    fact = context.fact
    for aspect in ASPECTS:
        if inferred := _infer(fact, aspect, index):
            yield inferred
        elif aspect == "period":
            yield _state_period(fact, found, index, figured)
        elif span := _FIND[aspect](context):
            yield _stated(aspect, context.article, index, span)


def state_event(fact: Fact, found: Sequence[Quoted], named: Nomenclature) -> Iterator[Evidence]:
    """The evidence for an event, whose quotation says what happened."""
    article, passage = found[0].article, found[0].passages[0]
    whole = (passage.start, passage.end)
    first = article.tokens_in(*whole)[0]
    around = article.parts.sentence_of(first)
    sentence = span_between(article, *around)
    names = names_of(named, article.lexicon, article.lang)
    for aspect in EVENT_ASPECTS:
        if inferred := _infer(fact, aspect, 0):
            yield inferred
        elif aspect == "period":
            yield _state_period(fact, found, 0)
        elif aspect == "subject":
            if span := _find_named(article, names, fact.about, around, first):
                yield _stated(aspect, article, 0, span)
        else:
            name = fact.status if aspect == "status" else fact.attribution
            yield _stated(aspect, article, 0, _cue(name, article, sentence) or whole)


def _infer(fact: Fact, aspect: Aspect, index: int) -> Evidence | None:
    """The editor's reason, where one was needed."""
    for field in _FIELDS.get(aspect, (aspect,)):
        if reason := fact.inferred.get(field):
            return Evidence(aspect=aspect, basis="inferred", quote=index, reason=reason)
    return None


def _stated(aspect: Aspect, article: AnnotatedArticle, index: int, span: Span) -> Evidence:
    start, end = span
    words = article.text[start:end]
    return Evidence(aspect=aspect, basis="stated", quote=index, start=start, end=end, words=words)


def _state_period(
    fact: Fact, found: Sequence[Quoted], index: int, figured: Figured | None = None
) -> Evidence:
    """The time that gives the period; without one it is the article's day."""
    period, times = fact.period, list(_times(found, index, figured))
    if period and figured and not any(time.relation(period) == "states" for _, time in times):
        times += [(index, figured.sentence_before)] if figured.sentence_before else []
    for wanted in ("states", "fits", "coarser", "overlaps") if period else ():
        for at, time in times:
            if period and time.relation(period) == wanted:
                return _stated("period", found[at].article, at, time.span)
    return Evidence(aspect="period", basis="inferred", quote=index)


def _times(
    found: Sequence[Quoted], index: int, figured: Figured | None
) -> Iterator[tuple[int, Time]]:
    """The figure's own time, others of its statement, then those of all quotations."""
    if figured is not None:
        told = (figured.own, *figured.times)
        yield from ((index, one) for one in told if one)
    for at in (index, *(at for at in range(len(found)) if at != index)):
        quoted = found[at]
        first, last = quoted.article.tokens_in(quoted.passages[0].start, quoted.passages[0].end)
        times = find_times(quoted.article, quoted.published, first, last)
        yield from ((at, one) for one in times)


def _value(context: RuleContext) -> Span:
    return context.annotation.core


def _unit(context: RuleContext) -> Span:
    """The unit's words; a bare number states that it has none."""
    return context.annotation.unit or context.annotation.core


def _mention(context: RuleContext) -> Span:
    return context.annotation.mention.start, context.annotation.mention.end


def _direction(context: RuleContext) -> Span:
    """The nearest word that moves a change; a level stands as the figure itself."""
    article = context.article
    direction = context.direction if context.is_change else None
    if direction is None:
        return _mention(context)
    first, last = sentence_around(article, context.annotation)
    words = [
        at
        for at in range(first, last)
        if direction_of(article.lexed.lower(at), context.lexicon) == direction
        or direction_of_verb(article.lexed, at, last) == direction
    ]
    if not words:
        return _mention(context)
    at = min(words, key=lambda one: abs(one - context.token))
    return span_between(article, at, at + 1)


def _hedge(context: RuleContext) -> Span:
    """The hedge; a figure without one is exact."""
    is_hedged = context.annotation.hedge is not None and context.amount.hedge != "exact"
    return (context.annotation.hedge if is_hedged else None) or _mention(context)


def _status(context: RuleContext) -> Span:
    return _said(context, context.fact.status)


def _attribution(context: RuleContext) -> Span:
    return _said(context, context.fact.attribution)


def _said(context: RuleContext, name: str) -> Span:
    """The cue of a status or speaker; for the default the clause, in which none stands."""
    article = context.article
    sentence = span_between(article, *sentence_around(article, context.annotation))
    clause = span_between(article, *article.parts.clause_of(context.token))
    return _cue(name, article, sentence) or clause


def _cue(name: str, article: AnnotatedArticle, span: Span) -> Span | None:
    """The first words in the span that the lexicon has for a status or speaker."""
    pattern: re.Pattern[str] | None = article.lexicon.cues.get(name)
    found = pattern.search(article.text, *span) if pattern else None
    return found.span() if found else None


def _find_subject(context: RuleContext) -> Span | None:
    """Where the entity is named: nearest in the clause, the sentence, the text; or a pronoun."""
    if context.entity is None:
        return None
    article = context.article
    names = context.names
    sentence = sentence_around(article, context.annotation)
    found = _find_named(article, names, context.entity.id, sentence, context.token)
    return found or _find_pronoun(context, sentence)


def _find_named(
    article: AnnotatedArticle, names: Names, entity: str, sentence: tuple[int, int], token: int
) -> Span | None:
    """The mention of the entity nearest before a token of the sentence, else behind it there."""
    here = [one for one in names.find(article, *sentence) if entity in one.entities]
    inside = [one for one in here if one.first <= token]
    behind = [one for one in here if one.first > token]
    told = [*inside[-1:], *behind[:1]]
    if not told:
        every = names.find(article, 0, len(article.lexed.tokens))
        told = [one for one in every if entity in one.entities and one.last <= sentence[0]][-1:]
    return span_between(article, told[0].first, told[0].last) if told else None


def _find_pronoun(context: RuleContext, sentence: tuple[int, int]) -> Span | None:
    pronouns = context.lexicon.owners.pronouns
    at = [one for one in range(*sentence) if context.article.lexed.lower(one) in pronouns]
    return span_between(context.article, at[0], at[0] + 1) if at else None


_FIND: Mapping[Aspect, Callable[[RuleContext], Span | None]] = MappingProxyType(
    {
        "value": _value,
        "unit": _unit,
        "direction": _direction,
        "hedge": _hedge,
        "measure": find_measure,
        "subject": _find_subject,
        "status": _status,
        "attribution": _attribution,
    }
)
"""How the words of an aspect are found; those of the period may stand in any quotation."""
