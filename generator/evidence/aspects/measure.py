"""What a figure measures: the words of its sentence name the fact's indicator, and no other.

In: a rule context. Out: findings: another measure in the figure's clause, or no word of this one in
the sentence and, for what a pronoun takes up, in the sentence before; a loss given as a profit. The
words of a measure are those that its indicator declares; an indicator without words is a finding of
its own, once.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.evidence.annotate import AnnotatedArticle, Annotation, Span
from generator.evidence.aspects.below_zero import (
    explain_loss,
    find_loss_of_result,
    find_sign_words,
    is_read_as_loss,
)
from generator.evidence.aspects.context import RuleContext, find_cue
from generator.evidence.findings import aspect_of, finding_on, show, write_value
from generator.evidence.lexicon.lexicon import is_readable, load_lexicon
from generator.evidence.numbers.directions import direction_of
from generator.evidence.quotes.locate import sentence_around, span_between, words_between
from generator.evidence.terms.gaps import is_gap
from generator.evidence.terms.heads.ages import is_age
from generator.evidence.terms.heads.counted import declared_forms, find_changed
from generator.evidence.terms.heads.telling import base_of, telling_words
from generator.evidence.terms.measures import Measures, Named, measures_of, words_of
from generator.evidence.terms.numerals import numeral_of
from generator.evidence.terms.scenes import Scene, scene_in
from generator.model import Article, Fact, Finding, Indicator, Nomenclature

_OPENING = 4
"""Tokens that tell of what a clause is about: `The intake of cars`."""
_STEM = 5
"""Letters that a verb and its noun share."""
_SETTLE = 'or say why under inferred: {measure: "…"}'

_ADDED = re.compile(r'add "([^"]+)" to (?:the|its) words')
_MOST_NAMED = 2
"""So many other indicators a hint suggests; of more it cannot be told which is meant."""


def check_measure(context: RuleContext) -> Iterator[Finding]:
    """The word that the figure belongs to is one of the indicator's own."""
    article = context.article
    measures = context.measures
    is_bare_loss = is_read_as_loss(context) and not find_sign_words(context)
    if measures is None:
        if is_bare_loss:
            yield explain_loss(context)
        return
    if is_age(article, context.annotation):
        message = f"{context.words} stands behind a name, as somebody’s age does"
        yield finding_on("measure-unread", "indicator", message, f"quote another figure, {_SETTLE}")
        return
    scene = scene_in(article, context.annotation, measures, is_told=context.is_unit_declared)
    bearings = {named.bearing for named in scene.governing}
    if "negative" in bearings and "own" not in bearings:
        yield from _check_loss(context, scene)
    elif is_bare_loss and not find_loss_of_result(context):
        yield _unsigned(context)
    elif "own" in bearings:
        yield from _check_counted(context, scene)
    elif "other" in bearings:
        yield _other(context, scene)
    elif _is_taken_up(context, measures, scene):
        yield from _check_counted(context, scene)
    else:
        message = f"no word near {context.words} names {_says(context)}"
        hint = _added(context) or f"add the sentence's word for it to the words of {_name(context)}"
        yield finding_on("measure-unread", "indicator", message, f"{hint}, {_SETTLE}")


def _check_counted(context: RuleContext, scene: Scene) -> Iterator[Finding]:
    """Nothing makes another thing of what the indicator's words name: `attempted murders`."""
    article, lexicon = context.article, context.lexicon
    words = words_of(context.indicator, lexicon, article.lang)
    declared = declared_forms((*words, context.indicator.id.replace("_", " ")), lexicon)
    found = find_changed(article, context.annotation, scene, declared)
    said = words_between(article, *found) if found else _find_unreached(context, scene, declared)
    if said:
        message = (
            f"{show(said)} changes what {context.words} counts; the fact says {_says(context)}"
        )
        hint = f"name the indicator of it, or add {show(said)} to its words, {_SETTLE}"
        yield finding_on("measure-unread", "indicator", message, hint)


def _find_unreached(context: RuleContext, scene: Scene, declared: frozenset[str]) -> str | None:
    """A verb by which those that are counted were only asked or allowed: `300 were invited`."""
    said = find_cue(context.lexicon, "unreached", context.clause(quoted=False))
    if said is None:
        return None
    first, *_, last = (*said.split(), said.split()[-1])  # "rief 40.000 Wagen zurück"
    # "registered" is declared by "registration" too.
    if {one[:_STEM] for one in declared} & {
        one[:_STEM] for one in declared_forms((first, last), context.lexicon)
    }:
        return None
    parts, tokens = context.article.parts, context.article.lexed.tokens
    verbs = (
        one.spot.first
        for one in scene.named
        if one.bearing == "own" and tokens[one.spot.first].text.islower()
    )
    figure = numeral_of(context.article, context.annotation)
    if figure.first and tokens[figure.first - 1].lower in context.lexicon.quantities.adjuncts:
        return None  # no object of the verb: "bei sieben Enthaltungen"
    noun = figure.noun
    here, relative = parts.clause[context.token], context.lexicon.relative
    is_told = any(
        at not in noun
        and (parts.clause[at] == here or tokens[parts.clause_of(at)[0]].lower in relative)
        for at in verbs
    )
    return None if is_told else said


def is_named(
    annotation: Annotation, article: AnnotatedArticle, indicator: Indicator, named: Nomenclature
) -> bool:
    """Whether the word that a figure belongs to is the indicator's."""
    measures = measures_of(indicator, named, article.lexicon, article.lang)
    if measures is None:
        return False
    unit = annotation.figure.unit if annotation.figure else None
    is_told = unit is not None and unit.kind == "declared"
    scene = scene_in(article, annotation, measures, is_told=is_told)
    return any(one.bearing == "own" for one in scene.governing)


def _is_taken_up(context: RuleContext, measures: Measures, scene: Scene) -> bool:
    """Whether the sentence names no other measure, and the one before it names this one."""
    if any(one.bearing in {"other", "negative"} for one in scene.named):
        return False
    article = context.article
    first, _ = sentence_around(article, context.annotation)
    if any(one.bearing == "own" for one in scene.named):
        return True
    if _goes_on(context, measures):
        return True
    if first == 0 or _has_own_subject(context):
        return False
    before = list(measures.find(article, *article.parts.sentence_of(first - 1)))
    if alike := _figures_before(context, measures, first):
        return all("own" in bearings for bearings in alike)
    telling = [one.bearing for one in before if one.bearing != "near"]
    return bool(telling) and telling[0] == "own"


def _goes_on(context: RuleContext, measures: Measures) -> bool:
    """The clause leaves the measure out, and the one before has a figure of it in the same unit."""
    article, unit = context.article, context.annotation.mention.unit
    start, last = article.parts.clause_of(context.token)
    names = context.names.find(article, start, last)
    named = {at for one in names for at in one.tokens}
    first, _ = sentence_around(article, context.annotation)
    clause = range(start, context.token)
    if unit is None or start == first or measures.find(article, start, last):
        return False
    if not is_gap(article.lexed.tokens, clause, context.lexicon, named):
        return False
    alike = _figures_alike(context, measures, first, start)
    return bool(alike) and "own" in alike[-1]


def _has_own_subject(context: RuleContext) -> bool:
    """The clause opens with a measure that nobody lists: `The intake of cars rose by 5 %`."""
    article, lexicon = context.article, context.lexicon
    tokens, owners = article.lexed.tokens, lexicon.owners
    first, _ = article.parts.clause_of(context.token)
    opening = [one.lower for one in tokens[first : min(first + _OPENING, context.token)]]
    if len(opening) < _OPENING or opening[0] not in lexicon.quantities.articles:
        return False
    names = context.names.find(article, first, context.token)
    return (
        opening[2] in owners.possessives
        and owners.pronouns.isdisjoint(opening[3:])
        and not any(direction_of(one, lexicon) for one in opening)
        and not any(context.entity.id in one.entities for one in names if context.entity)
    )


def _figures_before(context: RuleContext, measures: Measures, first: int) -> list[frozenset[str]]:
    """What the figures of the sentence before measure, of those in the unit of this one."""
    return _figures_alike(context, measures, *context.article.parts.sentence_of(first - 1))


def _figures_alike(
    context: RuleContext, measures: Measures, first: int, last: int
) -> list[frozenset[str]]:
    """What the figures of a part measure, of those in the unit of this one."""
    article, mention = context.article, context.annotation.mention
    alike = [
        one
        for one in article.within(*span_between(article, first, last))
        if one.mention.value is not None
        and one.mention.kind not in {"ordinal", "duration"}
        and mention.unit in {None, one.mention.unit}
    ]
    scenes = (scene_in(article, one, measures, is_told=True) for one in alike)
    return [frozenset(one.bearing for one in scene.governing) for scene in scenes]


def _check_loss(context: RuleContext, scene: Scene) -> Iterator[Finding]:
    """What the text gives as a loss is below zero as a profit."""
    value = context.amount.value
    if value is None or value <= 0 or context.is_change:
        return
    words = _words(context, [one for one in scene.governing if one.bearing == "negative"])
    message = f"the article gives {context.words} as what is below zero: {words}"
    hint = f"write value: {write_value(value.copy_negate())}"
    yield finding_on("sign-mismatch", "value", message, hint)


def _unsigned(context: RuleContext) -> Finding:
    """Nothing makes the figure a loss: one is spoken of elsewhere in the sentence."""
    message = f"the fact is below zero; the article gives {context.words} without a sign"
    hint = "write the value without the sign, or quote the sentence that says so"
    return finding_on("sign-mismatch", "value", message, hint)


def _other(context: RuleContext, scene: Scene) -> Finding:
    """An error where the other word stands in the figure's clause, else a review."""
    clause = context.article.parts.clause
    others = [one for one in scene.governing if one.bearing == "other"]
    words = _words(context, others)
    is_near = any(clause[one.spot.first] == clause[context.token] for one in others)
    hint = "name the indicator that the sentence speaks of"
    if meant := _indicators_named(context, others):
        hint = f"write indicator: {' or '.join(meant)}, whose word it is"
    else:
        added = _added_of(context, others[0])
        hint += f"; or {added}" if added else ""
    if is_near:
        message = f"{context.words} is {words} in the article, and not {_says(context)}"
        return finding_on("measure-mismatch", "indicator", message, hint)
    message = f"the nearest word to {context.words} is {words}; the fact says {_says(context)}"
    return finding_on("measure-unread", "indicator", message, f"{hint}, {_SETTLE}")


def _name(context: RuleContext) -> str:
    return context.indicator.id


def _added(context: RuleContext) -> str:
    """The word that the indicator lacks: the most telling."""
    telling = telling_words(context.article, context.annotation, _name(context), context.named)
    word = next(iter(telling), "")
    return f"add {show(word)} to the words of {_name(context)}" if word else ""


def _added_of(context: RuleContext, nearest: Named) -> str:
    """To add the nearest word, where it tells, or is that of an indicator that does not fit."""
    telling = telling_words(context.article, context.annotation, _name(context), context.named)
    words = words_between(context.article, nearest.spot.first, nearest.spot.last)
    word = base_of(words, context.lexicon)
    is_fitting = word in telling or bool(nearest.spot.owners)
    return f"add {show(word)} to the words of {_name(context)}" if is_fitting else ""


def is_of_measure(finding: Finding) -> bool:
    """It is about what the figure measures."""
    return aspect_of(finding) == "measure"


def words_to_add(finding: Finding) -> tuple[str, ...]:
    """The words that the hint of a finding here would add to those of the indicator."""
    return tuple(_ADDED.findall(finding.hint or "")) if is_of_measure(finding) else ()


def _indicators_named(context: RuleContext, others: Iterable[Named]) -> list[str]:
    """The declared indicators of the fact's kind and unit, if few, whose words the others are."""
    owners = {owner for one in others for owner in one.spot.owners}
    declared, unit = context.named.indicators, context.amount.unit
    found = sorted(
        one.id
        for one in declared.values()
        if one.id in owners and one.id != context.indicator.id
        if (one.kind == "change") == context.is_change and (not unit or unit in one.units)
    )
    return found if len(found) <= _MOST_NAMED else []


def own_words(context: RuleContext, part: range) -> Iterator[Named]:
    """Where a part of the sentence names what the fact measures."""
    article = context.article
    measures = context.measures
    found = measures.find(article, part.start, part.stop) if measures else iter(())
    return (one for one in found if one.bearing == "own")


def find_measure(context: RuleContext) -> Span | None:
    """Where the sentence, or the one before, names the measure; None where nothing was declared."""
    article = context.article
    measures = context.measures
    if measures is None:
        return None
    scene = scene_in(article, context.annotation, measures, is_told=context.is_unit_declared)
    first, _ = sentence_around(article, context.annotation)
    before = article.parts.sentence_of(first - 1) if first else (0, 0)
    named = (*scene.governing, *scene.named, *measures.find(article, *before))
    told = [one.spot for one in named if one.bearing in {"own", "negative", "near"}]
    return span_between(article, told[0].first, told[0].last) if told else None


def _words(context: RuleContext, named: Iterable[Named]) -> str:
    """The words of the spots, as the article has them."""
    tokens = context.article.lexed.tokens
    texts = (
        context.article.folded.layout[tokens[one.spot.first].start : tokens[one.spot.last - 1].end]
        for one in named
    )
    return show(" ".join(dict.fromkeys(texts)))


def _says(context: RuleContext) -> str:
    """The indicator with its words."""
    words = words_of(context.indicator, context.lexicon, context.article.lang)
    return f"{context.indicator.id} ({', '.join(words[:4])})"


def check_declared(
    facts: Mapping[str, Fact],
    indicators: Mapping[str, Indicator],
    articles: Mapping[str, Article],
) -> Iterator[Finding]:
    """A review at each indicator that has no words in a language of its facts' articles."""
    missing: dict[str, set[str]] = defaultdict(set)
    for fact in facts.values():
        indicator = indicators.get(fact.indicator)
        if indicator is None or fact.basis != "quoted" or fact.status == "withdrawn":
            continue
        for article in (articles[one.article] for one in fact.quotes if one.article in articles):
            lexicon = load_lexicon(article.lang)
            if is_readable(article.lang) and not words_of(indicator, lexicon, article.lang):
                missing[indicator.id].add(lexicon.lang)
    for name, langs in sorted(missing.items()):
        indicator = indicators[name]
        listed = ", ".join(f"{lang}: […]" for lang in sorted(langs))
        message = (
            f"{name} has no words in {' and '.join(sorted(langs))}, the language of its articles"
        )
        hint = f"add words: {{{listed}}}, the nouns and verbs by which articles name it"
        place = indicator.marks.at("words") if indicator.words else indicator.marks.start
        yield Finding("measure-undeclared", place, name, message, hint)
