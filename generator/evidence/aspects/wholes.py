"""Whether a figure is the whole of which another one is the part that the fact speaks of.

In: a rule context. Out: a finding for `640` of `of the 640 bridges that were inspected, 73 were in
poor condition`, unless the words of the fact's measure stand in what is said of the 640 itself;
and for `73` where they stand nowhere else.
"""

from collections.abc import Iterator

from generator.evidence.aspects.context import RuleContext
from generator.evidence.findings import finding_on, plain, show
from generator.evidence.numbers.figures import Figure
from generator.evidence.quotes.locate import span_between, words_between
from generator.evidence.terms.measures import Measures
from generator.model import Finding


def check_whole(context: RuleContext) -> Iterator[Finding]:
    """What is said of a part is not said of its whole, nor what the whole is of its part."""
    figure, article = context.annotation.figure, context.article
    measures = context.measures
    if figure is None or measures is None:
        return
    if figure.whole_of is None:
        yield from _check_part(context, figure, measures)
        return
    end = _phrase_end(context, figure, figure.whole_of)
    is_named = any(one.bearing == "own" for one in measures.find(article, figure.first, end))
    if is_named and not context.is_change:
        return
    part = words_between(article, figure.whole_of.start, figure.whole_of.stop)
    phrase = plain(words_between(article, figure.first, end))
    message = f"{phrase} is the whole of which {show(part)} is a part"
    message += f"; no word of {context.indicator.id} stands in it"
    hint = 'give the part, or say why the whole is meant under inferred: {measure: "…"}'
    yield finding_on("measure-unread", "value", message, hint)


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
