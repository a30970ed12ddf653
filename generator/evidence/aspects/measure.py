"""What a figure measures: the words of its sentence name the fact's indicator, and no other.

In: a rule context. Out: findings: another measure in the figure's clause, or no word of this one in
the sentence and, for what a pronoun takes up, in the sentence before; a loss given as a profit. The
words of a measure are those that its indicator declares; an indicator without words is a finding of
its own, once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.evidence.annotate import AnnotatedArticle, Annotation, Span
from generator.evidence.aspects.below_zero import (
    explain_loss,
    find_loss_of_result,
    find_sign_words,
    is_read_as_loss,
)
from generator.evidence.aspects.context import RuleContext, find_cue
from generator.evidence.findings import finding_on, show, write_value
from generator.evidence.lexicon.lemmas import forms_of
from generator.evidence.lexicon.lexicon import is_readable, load_lexicon
from generator.evidence.numbers.directions import direction_of
from generator.evidence.quotes.locate import sentence_around, span_between, words_between
from generator.evidence.terms.asides import is_doer, is_idle, is_whole
from generator.evidence.terms.governing import Sentence
from generator.evidence.terms.measures import Measures, Named, measures_of, words_of
from generator.evidence.terms.numerals import Numeral, numeral_of, numerals_in
from generator.evidence.terms.parts import phrase_end, whole_around
from generator.evidence.terms.vocabulary import Spot
from generator.model import AHEAD, SPEAKERS, Article, Fact, Finding, Indicator, Nomenclature

_OPENING = 4
"""Tokens that tell of what a clause is about: `The intake of cars`."""
_SETTLE = 'or say why under inferred: {measure: "…"}'


def check_measure(context: RuleContext) -> Iterator[Finding]:
    """The word that the figure belongs to is one of the indicator's own."""
    article = context.article
    measures = context.measures
    is_bare_loss = is_read_as_loss(context) and not find_sign_words(context)
    if measures is None:
        if is_bare_loss:
            yield explain_loss(context)
        return
    scene = _read_scene(article, context.annotation, measures, is_told=context.is_unit_declared)
    bearings = {named.bearing for named in scene.governing}
    if "negative" in bearings and "own" not in bearings:
        yield from _check_loss(context, scene)
    elif is_bare_loss and not find_loss_of_result(context):
        yield _unsigned(context)
    elif "own" in bearings:
        return
    elif "other" in bearings:
        yield _other(context, scene)
    elif not _is_taken_up(context, measures, scene):
        message = f"no word near {context.words} names {_says(context)}"
        hint = f"add the sentence's word for it to the words of {context.indicator.id}, {_SETTLE}"
        yield finding_on("measure-unread", "indicator", message, hint)


@dataclass(frozen=True, slots=True)
class Scene:
    """The words of measures in the figure's sentence, and those that the figure belongs to."""

    named: tuple[Named, ...]
    governing: tuple[Named, ...]


def is_named(
    annotation: Annotation, article: AnnotatedArticle, indicator: Indicator, named: Nomenclature
) -> bool:
    """Whether the word that a figure belongs to is the indicator's."""
    measures = measures_of(indicator, named, article.lexicon, article.lang)
    if measures is None:
        return False
    unit = annotation.figure.unit if annotation.figure else None
    is_told = unit is not None and unit.kind == "declared"
    scene = _read_scene(article, annotation, measures, is_told=is_told)
    return any(one.bearing == "own" for one in scene.governing)


def _read_scene(
    article: AnnotatedArticle, annotation: Annotation, measures: Measures, *, is_told: bool
) -> Scene:
    """What the figure's sentence names; told: a unit is declared for the noun that it counts."""
    key = (_read_scene, measures, annotation.core, is_told)
    if key not in article.kept:
        article.kept[key] = _scene_of(article, annotation, measures, is_told=is_told)
    scene: Scene = article.kept[key]
    return scene


def _scene_of(
    article: AnnotatedArticle, annotation: Annotation, measures: Measures, *, is_told: bool
) -> Scene:
    first, last = sentence_around(article, annotation)
    own = numeral_of(article, annotation)
    found = list(measures.find(article, first, last))
    counted = [one for one in found if one.bearing != "own" and one.spot.first in own.noun]
    named = [one for one in found if one.bearing != "thing" and not (one in counted and is_told)]
    figures = numerals_in(article, first, last)
    spots = [one.spot for one in named]
    tokens, clause = article.lexed.tokens, article.parts.clause
    sentence = Sentence(tokens, clause, article.lexicon, figures, spots)
    if away := [one for one in named if len(figures) > 1 and sentence.is_elsewhere(own, one.spot)]:
        # Who had expected a figure, or says it, is the subject of the clause and no other measure.
        is_said = _is_said(article, own.first)
        away = [one for one in away if one.spot.first > own.first or not is_said]
        named = [one for one in named if one not in away]
        sentence = replace(sentence, spots=[one.spot for one in named])
    named = _of_part(article, annotation, range(first, last), named)
    named = [
        one
        for one in named
        if not sentence.is_left_out(own, one.spot)
        and not (one.bearing == "own" and sentence.is_counted_elsewhere(own, one.spot))
        and not (measures.is_deed(one.spot) and is_doer(sentence, own, one.spot))
        and not (one.bearing != "own" and _is_aside(annotation, sentence, own, one, named))
    ]
    sentence = replace(sentence, spots=[one.spot for one in named])
    if deeds := _deeds(measures, sentence, own, named):
        return Scene(tuple(named), tuple(deeds))
    if is_told and (nouns := [one for one in named if _is_own_noun(one, own)]):
        return Scene(tuple(named), tuple(nouns))
    telling = {one.bearing for one in named} - {"near"}
    if telling == {"own"} and not counted:  # most sentences speak of one measure
        return Scene(tuple(named), tuple(one for one in named if one.bearing == "own"))
    chosen = sentence.governing(own)
    # 300 employees in 12 shops are no shops: the word has a figure of its own.
    if counted and not is_told and all(sentence.is_taken(own, one) for one in chosen):
        return Scene(tuple(named), tuple(replace(one, bearing="other") for one in counted))
    return Scene(tuple(named), tuple(one for one in named if one.spot in chosen))


def _of_part(
    article: AnnotatedArticle, annotation: Annotation, sentence: range, named: list[Named]
) -> list[Named]:
    """Of a part, what is said of its whole alone is no measure: `of the 47 who died, 19 cycled`."""
    figure = annotation.figure
    whole = whole_around(article, sentence, figure) if figure else None
    if whole is None or whole.whole_of is None:
        return named
    phrase = range(whole.first, phrase_end(article, whole, whole.whole_of))
    rest = [one for one in named if one.spot.first not in phrase]
    return rest if any(one.bearing == "own" for one in rest) else named


def _is_aside(
    annotation: Annotation, sentence: Sentence, own: Numeral, one: Named, named: Iterable[Named]
) -> bool:
    """Another word that the figure passes over: it is said of a whole or a duration."""
    if annotation.mention.kind == "duration":
        return is_idle(sentence, own, one.spot)
    ours = (other.spot for other in named if other.bearing == "own")
    is_share = annotation.mention.unit == "%"
    return is_share and any(is_whole(sentence, own, one.spot, spot) for spot in ours)


def _is_own_noun(named: Named, own: Numeral) -> bool:
    """A word of the indicator is what the figure counts: `five abstentions`."""
    return named.bearing == "own" and named.spot.first in own.noun


def _deeds(
    measures: Measures, sentence: Sentence, own: Numeral, named: Iterable[Named]
) -> list[Named]:
    """What is done to those whom the figure counts, where only their noun is the indicator's."""
    ours = [one for one in named if one.bearing == "own"]
    if not ours or not all(one.spot.first in own.noun for one in ours):
        return []
    here = sentence.clause[own.first]
    return [
        one
        for one in named
        if one.bearing == "other"
        and (measures.is_deed(one.spot) or _is_declared_verb(measures, sentence, one.spot))
        and sentence.clause[one.spot.first] == here
        and not sentence.is_taken(own, one.spot)
    ]


def _is_declared_verb(measures: Measures, sentence: Sentence, spot: Spot) -> bool:
    """A verb that another indicator declares: `300 runners had signed up`."""
    token, lexicon = sentence.tokens[spot.first], sentence.lexicon
    if not measures.is_declared(spot) or not token.text.islower():
        return False
    endings = lexicon.quantities.verb_endings
    return any(one.endswith(endings) for one in (*forms_of(token.text, lexicon), token.lower))


def _is_said(article: AnnotatedArticle, token: int) -> bool:
    """Whether the clause is somebody's word or forecast: `analysts had expected 5 billion`."""
    words = words_between(article, *article.parts.clause_of(token))
    return any(find_cue(article.lexicon, name, words) for name in (*AHEAD, *SPEAKERS))


def _is_taken_up(context: RuleContext, measures: Measures, scene: Scene) -> bool:
    """Whether the sentence names no other measure, and the one before it names this one."""
    if any(one.bearing in {"other", "negative"} for one in scene.named):
        return False
    article = context.article
    first, _ = sentence_around(article, context.annotation)
    if any(one.bearing == "own" for one in scene.named):
        return True
    if first == 0 or _has_own_subject(context):
        return False
    before = list(measures.find(article, *article.parts.sentence_of(first - 1)))
    if alike := _figures_before(context, measures, first):
        return all("own" in bearings for bearings in alike)
    telling = [one.bearing for one in before if one.bearing != "near"]
    return bool(telling) and telling[0] == "own"


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
    article, mention = context.article, context.annotation.mention
    span = span_between(article, *article.parts.sentence_of(first - 1))
    alike = [
        one
        for one in article.within(*span)
        if one.mention.value is not None
        and one.mention.kind not in {"ordinal", "duration"}
        and mention.unit in {None, one.mention.unit}
    ]
    scenes = (_read_scene(article, one, measures, is_told=True) for one in alike)
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
    name = context.indicator.id
    hint = f"name the indicator that the sentence speaks of, or add {words} to the words of {name}"
    if is_near:
        message = f"{context.words} is {words} in the article, and not {_says(context)}"
        return finding_on("measure-mismatch", "indicator", message, hint)
    message = f"the nearest word to {context.words} is {words}; the fact says {_says(context)}"
    return finding_on("measure-unread", "indicator", message, f"{hint}, {_SETTLE}")


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
    scene = _read_scene(article, context.annotation, measures, is_told=context.is_unit_declared)
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
