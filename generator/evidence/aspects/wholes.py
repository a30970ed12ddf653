"""Whether a figure is the whole of which another one is the part that the fact speaks of.

In: a rule context. Out: a finding for `640` of `of the 640 bridges that were inspected, 73 were in
poor condition`, unless the words of the fact's measure stand in what is said of the 640 itself;
and for `73` where they stand nowhere else.
"""

from collections.abc import Iterator

from generator.evidence.annotate import Annotation
from generator.evidence.aspects.context import RuleContext
from generator.evidence.findings import finding_on, plain, show
from generator.evidence.numbers.ellipsis import is_among, start_of
from generator.evidence.numbers.figures import Figure
from generator.evidence.quotes.locate import span_between, words_between
from generator.evidence.terms.measures import Measures, measures_of
from generator.model import Finding


def check_whole(context: RuleContext) -> Iterator[Finding]:
    """What is said of a part is not said of its whole, nor what the whole is of its part."""
    figure, article = context.annotation.figure, context.article
    measures = measures_of(context.indicator, context.named, context.lexicon, article.lang)
    if figure is None or measures is None:
        return
    if figure.whole_of is None:
        yield from _check_part(context, figure, measures)
        yield from _check_among(context, figure, measures)
        return
    end = _phrase_end(context, figure, figure.whole_of)
    named = {*_own_texts(context, measures, range(figure.first, end))}
    is_told = bool(_told_of_part(context, figure, measures, end) - named)
    if named and not is_told and not context.is_change:
        return
    part = words_between(article, figure.whole_of.start, figure.whole_of.stop)
    phrase = plain(words_between(article, figure.first, end))
    message = f"{phrase} is the whole of which {show(part)} is a part"
    message += f"; no word of {context.indicator.id} is said of it alone"
    hint = 'give the part, or say why the whole is meant under inferred: {measure: "…"}'
    yield finding_on("measure-unread", "value", message, hint)


def _told_of_part(
    context: RuleContext, figure: Figure, measures: Measures, end: int
) -> set[str]:
    """The indicator's words of what a part right before its whole does: `cut 350 of 5,800 jobs`."""
    part = figure.whole_of
    if part is None or part.stop > figure.first:
        return set()
    first, last = context.article.parts.clause_of(figure.first)
    around = (range(first, part.start), range(end, last))
    return {one for some in around for one in _own_texts(context, measures, some)}


def _check_part(context: RuleContext, figure: Figure, measures: Measures) -> Iterator[Finding]:
    """`51` of `of the 84 starters, 51 reached the finish` are no 51 starters."""
    article, sentence = context.article, context.statement.sentence
    whole = _whole_around(context, figure)
    if whole is None or whole.whole_of is None or context.is_change:
        return
    phrase = range(whole.first, _phrase_end(context, whole, whole.whole_of))
    own = [
        one.spot.first
        for one in measures.find(article, sentence.start, sentence.stop)
        if one.bearing == "own"
    ]
    if not own or any(at not in phrase for at in own):
        return
    words = plain(words_between(article, phrase.start, phrase.stop))
    message = f"{context.words} is a part of {show(words)}"
    message += f"; only these words name {context.indicator.id}"
    hint = 'give the whole, or say why the part is meant under inferred: {measure: "…"}'
    yield finding_on("measure-unread", "value", message, hint)


def _check_among(context: RuleContext, figure: Figure, measures: Measures) -> Iterator[Finding]:
    """`38` of `57 people are ill, among them 38 children` are no 38 cases, but 38 children."""
    article, sentence = context.article, context.statement.sentence
    if context.is_change or not is_among(article.lexed, figure):
        return
    start = start_of(article.lexed, figure)
    whole = _whole_before(context, figure)
    if whole is None:
        return
    end = min(article.parts.clause_of(figure.first)[1], sentence.stop)
    before = {*_own_texts(context, measures, range(sentence.start, start))}
    if set(_own_texts(context, measures, range(start, end))) - before:
        return
    message = f"{context.words} is a part of {plain(whole.mention.text)}"
    message += f"; no word of {context.indicator.id} is said of the part alone"
    hint = 'give the whole, or say why the part is meant under inferred: {measure: "…"}'
    yield finding_on("measure-unread", "value", message, hint)


def _own_texts(context: RuleContext, measures: Measures, part: range) -> Iterator[str]:
    """The indicator's words in a part of the sentence, in small letters."""
    for one in measures.find(context.article, part.start, part.stop):
        if one.bearing == "own":
            yield words_between(context.article, one.spot.first, one.spot.last).lower()


def _whole_before(context: RuleContext, figure: Figure) -> Annotation | None:
    """The larger figure before a part that counts the same, as the fact's unit has it."""
    article, sentence = context.article, context.statement.sentence
    unit, value = context.annotation.mention.unit, context.annotation.mention.value
    for one in reversed(article.within(*span_between(article, sentence.start, figure.first))):
        is_alike = one.mention.value is not None and one.mention.unit == unit
        if is_alike and value is not None and one.mention.value > value:
            return one
    return None


def _whole_around(context: RuleContext, figure: Figure) -> Figure | None:
    """The figure of the sentence of which this one is a part."""
    article, sentence = context.article, context.statement.sentence
    around = article.within(*span_between(article, sentence.start, sentence.stop))
    wholes = (one.figure for one in around if one.figure and one.figure.whole_of)
    return next((one for one in wholes if one.whole_of and figure.core[0] in one.whole_of), None)


def _phrase_end(context: RuleContext, figure: Figure, part: range) -> int:
    """The end of the noun, with the clause that says which ones they are."""
    article, lexicon = context.article, context.lexicon
    end = max(figure.last, figure.unit.last if figure.unit else 0)
    lower, last = article.lexed.lower, article.parts.sentence_of(figure.first)[1]
    last = part.start if part.start > figure.first else last
    opens = lexicon.relative | lexicon.complementizers
    behind = end + 1 if lower(end) == "," else end
    is_told = lower(behind) in opens
    mark = next((at for at in range(behind, last) if lower(at) in {",", ";", ":", "."}), None)
    if is_told:
        return mark or last
    return mark if mark is not None and last == part.start else end
