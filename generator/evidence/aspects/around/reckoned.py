"""Whether the sentence goes on to reckon with a figure, so that another one comes out of it.

In: a rule context. Out: a review for `41 points, from which the league deducted six`, `140, with
twelve exceptions`, a prize that is shared, and `600 a day, on Saturdays twice as many` where the
fact is about the Saturdays. What is left of an amount is no figure of the text.
"""

from collections.abc import Iterator

from generator.evidence.aspects.context import RuleContext
from generator.evidence.aspects.measure import own_words
from generator.evidence.findings import finding_on, show
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.ellipsis import is_among
from generator.evidence.numbers.figures import Figure
from generator.evidence.quotes.locate import span_between, words_between
from generator.model import Finding

_HINT = 'give another figure, or say why this one holds under inferred: {value: "…"}'
_BACK = 12
"""Words before `twice as many` that say when or where."""


def check_reckoned(context: RuleContext) -> Iterator[Finding]:
    """No figure from which the same sentence takes away, or of which it makes several."""
    figure = context.annotation.figure
    if figure is None or context.amount.unit == "x":
        return
    said = _several(context, figure)
    if said is None and not context.is_change:
        said = _taken_away(context, figure) or _shared(context, figure)
        said = said or _halved(context, figure)
    if said:
        message = f"{show(said)} makes another number of {context.words}"
        yield finding_on("value-unclear", "value", message, _HINT)


def _taken_away(context: RuleContext, figure: Figure) -> str | None:
    """Another number of the sentence is left out of it, or taken off."""
    article, sentence = context.article, context.statement.sentence
    counts, lower = context.lexicon.counts, article.lexed.lower
    own = range(figure.first, figure.last)
    numbers = [at for at in sentence if at not in own and _is_number(context, at)]
    for at in numbers:
        if fits_whole(counts.exceptions, lower(at + 1)):
            is_all = any(_in_phrase(context, figure))
            return None if is_all else words_between(article, at, at + 2)
    behind = range(figure.end, sentence.stop)
    if not numbers or numbers[-1] < behind.start:
        return None
    found = counts.deducted.search(words_between(article, behind.start, behind.stop))
    if found is None:
        return None
    others = article.within(*span_between(article, behind.start, behind.stop))
    # "312 bicycles, 47 of which were taken off": a part of them.
    is_part = any(one.figure and is_among(article.lexed, one.figure) for one in others)
    return None if is_part else found[0]


def _is_number(context: RuleContext, at: int) -> bool:
    lexed = context.article.lexed
    if not 0 <= at < len(lexed.tokens):
        return False
    return lexed.tokens[at].kind == "number" or lexed.lower(at) in lexed.lexicon.numerals.values


def _in_phrase(context: RuleContext, figure: Figure) -> Iterator[bool]:
    """All that names the measure is what the figure counts: all of those are meant."""
    sentence, phrase = context.statement.sentence, range(figure.first, figure.end)
    named = [*own_words(context, sentence)]
    if named and all(one.spot.first in phrase for one in named):
        yield True


def _shared(context: RuleContext, figure: Figure) -> str | None:
    """`shared the prize of £900 with two others`: of money, with others behind the verb."""
    if context.annotation.mention.kind not in {"money", "price"}:
        return None
    article = context.article
    clause = words_between(article, *article.parts.clause_of(figure.first))
    found = context.lexicon.counts.shared.search(clause)
    return found[0] if found else None


def _halved(context: RuleContext, figure: Figure) -> str | None:
    """`halved the fine of £900`: what the verb does something to is the amount before it."""
    lexed, lexicon = context.article.lexed, context.lexicon
    if lexed.lower(figure.first - 1) not in lexicon.verbs.of or context.annotation.is_start:
        return None
    first = context.article.parts.clause_of(figure.first)[0]
    for at in range(first, figure.first):
        if fits_whole(lexicon.counts.halved, lexed.lower(at)):
            return lexed.tokens[at].text
    return None


def _several(context: RuleContext, figure: Figure) -> str | None:
    """Behind it `twice as many` of what the fact is about; of a change `as many` that left."""
    article, counts = context.article, context.lexicon.counts
    tokens, sentence = article.lexed.tokens, context.statement.sentence
    for at in range(figure.end, sentence.stop):
        if tokens[at].lower not in counts.as_many.firsts:
            continue
        found = counts.as_many.at(tokens, at)
        if found is None or article.lexed.lower(found[1]) in context.lexicon.owners.comparing:
            continue
        phrase = range(_start_of_phrase(context, figure, at), found[1])
        own = {_text(context, one.spot.first) for one in own_words(context, phrase)}
        before = range(sentence.start, phrase.start)
        own -= {_text(context, one.spot.first) for one in own_words(context, before)}
        if own or context.is_change:
            return words_between(article, at, found[1])
    return None


def _text(context: RuleContext, at: int) -> str:
    return context.article.lexed.lower(at)


def _start_of_phrase(context: RuleContext, figure: Figure, at: int) -> int:
    """The `and` or the mark before it."""
    tokens, ands = context.article.lexed.tokens, context.lexicon.ranges.and_
    for near in range(at - 1, max(figure.end, at - _BACK), -1):
        if tokens[near].kind == "mark" or ands.at(tokens, near):
            return near
    return max(figure.end, at - _BACK)
