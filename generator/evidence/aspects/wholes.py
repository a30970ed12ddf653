"""Whether a figure is the whole of which another one is the part that the fact speaks of.

In: a rule context. Out: a finding for `640` of `of the 640 bridges that were inspected, 73 were in
poor condition`, unless the words of the fact's measure stand in what is said of the 640 itself.
"""

from collections.abc import Iterator

from generator.evidence.aspects.context import RuleContext
from generator.evidence.findings import finding_on, plain, show
from generator.evidence.numbers.figures import Figure
from generator.evidence.quotes.locate import words_between
from generator.evidence.terms.measures import measures_of
from generator.model import Finding


def check_whole(context: RuleContext) -> Iterator[Finding]:
    """What is said of a part is not said of its whole."""
    figure, article = context.annotation.figure, context.article
    if figure is None or figure.whole_of is None:
        return
    end = _phrase_end(context, figure, figure.whole_of)
    measures = measures_of(context.indicator, context.named, context.lexicon, article.lang)
    if measures is None or any(
        one.bearing == "own" for one in measures.find(article, figure.first, end)
    ):
        return
    part = words_between(article, figure.whole_of.start, figure.whole_of.stop)
    phrase = plain(words_between(article, figure.first, end))
    message = f"{phrase} is the whole of which {show(part)} is a part"
    message += f"; no word of {context.indicator.id} stands in it"
    hint = 'give the part, or say why the whole is meant under inferred: {measure: "…"}'
    yield finding_on("measure-unread", "value", message, hint)


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
