"""Words that hedge a figure from further off: a doubt, a phrase before it, a clause behind, a mark.

In: a rule context. Out: the words, and the hedges that they leave: `In round numbers, … 40,000`,
`300 tractors on Saturday, if not a few more`, `broke the mark of 5,000`, `perhaps 300 people`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.aspects.context import RuleContext, find_cue
from generator.evidence.aspects.measure import own_words
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.figures import LexedText
from generator.evidence.quotes.locate import words_between
from generator.evidence.statements.frames.openers import has_figure
from generator.evidence.statements.statement import split
from generator.evidence.text.tokens import is_glued
from generator.model import Hedge

_NEAR = 9
"""Words between a figure and a `perhaps` that is said of it."""
_ENDS = frozenset(".,;:!?)-")
_MORE: frozenset[Hedge] = frozenset({"over", "at-least", "just-over"})
_REACHED: frozenset[Hedge] = frozenset({"at-least", "about"})
_LESS: frozenset[Hedge] = frozenset({"under", "nearly"})
_GUESSED: frozenset[Hedge] = frozenset({"about"})
_BEHIND: frozenset[Hedge] = frozenset({"about", "at-least", "at-most", "just-over"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that hedge a figure, and the hedges that a fact may give for them."""

    words: str
    hedges: frozenset[Hedge]


def find_mark(context: RuleContext) -> Doubt | None:
    """`the mark of 5,000 visitors`: no number that was counted, unless the mark is the measure."""
    figure, lexed = context.annotation.figure, context.article.lexed
    if figure is None:
        return None
    at = figure.first - 2
    if lexed.lower(figure.first - 1) not in lexed.lexicon.verbs.of:
        at = _compound_end(lexed, figure.core[1])
    marks = lexed.lexicon.counts.marks
    if lexed.lower(figure.core[1]) in marks:
        at = figure.core[1]  # "the 5,000 mark"
    if lexed.lower(at) not in marks or any(own_words(context, range(at, at + 1))):
        return None
    return Doubt(lexed.tokens[at].text, _hedges_of_mark(context, at))


def _hedges_of_mark(context: RuleContext, mark: int) -> frozenset[Hedge]:
    """Whether the clause says that it was passed, reached or missed; a negation turns it round."""
    article, counts = context.article, context.lexicon.counts
    clause = range(*article.parts.clause_of(mark))
    words = [article.lexed.lower(at) for at in clause]
    is_passed, is_reached, is_missed = (
        any(fits_whole(pattern, word) for word in words)
        for pattern in (counts.passed, counts.reached, counts.missed)
    )
    text = words_between(article, clause.start, clause.stop)
    if (is_passed or is_reached) and find_cue(context.lexicon, "negation", text):
        return _LESS
    if is_missed:
        return _LESS
    return _MORE if is_passed else _REACHED if is_reached else _MORE | _LESS | _REACHED


def _compound_end(lexed: LexedText, at: int) -> int:
    """The last word of the compound that goes on with hyphens here: `500-Mitglieder-Marke`."""
    tokens = lexed.tokens
    while lexed.lower(at) == "-" and is_glued(tokens, at) and is_glued(tokens, at + 1):
        at += 2
    return at - 1


def find_frame(context: RuleContext) -> tuple[Hedge, str] | None:
    """A phrase further before the figure in its clause, or a clause of its own behind it."""
    article = context.article
    hedges, tokens = context.lexicon.hedges, article.lexed.tokens
    first, last = article.parts.sentence_of(context.token)
    for table, places in (
        (hedges.frames, _places_before(context, first)),
        (hedges.tails, _places_behind(context, last)),
    ):
        for at in places:
            found = table.at(tokens, at)
            if found and (table is hedges.frames or _is_end(context, found[1])):
                return found[0], words_between(article, at, found[1])
    return None


def _places_before(context: RuleContext, first: int) -> Iterator[int]:
    """Of the clause, and of one before it that has no figure: `In round numbers, …`."""
    article, figures = context.article, context.statement.figure
    start = article.parts.clause_of(figures.start)[0]
    before = article.parts.clause_of(start - 1)[0] if start - 1 > first else start
    if before < start and not has_figure(article, range(before, start)):
        start = max(before, first)
    yield from range(start, figures.start)


def _places_behind(context: RuleContext, last: int) -> Iterator[int]:
    """Behind the next comma or dash, where no other figure stands before it."""
    article, after = context.article, context.statement.figure.stop
    for at in range(after, last):
        if article.lexed.tokens[at].text in _ENDS:
            if not has_figure(article, range(after, at)):
                yield at + 1
            return


def _is_end(context: RuleContext, at: int) -> bool:
    tokens = context.article.lexed.tokens
    return at >= len(tokens) or tokens[at].text in _ENDS


def find_doubt(context: RuleContext) -> Doubt | None:
    """A word near the figure that makes it less certain without saying how: `perhaps`."""
    article, mention = context.article, context.annotation.mention
    low, high = article.tokens_in(mention.start, mention.end)
    first, last = article.parts.sentence_of(context.token)
    clause = article.parts.clause_of(context.token)[0]
    last = min(last, high + _NEAR)
    for part in split(article, context.statement.sentence):
        if part.start >= high and has_figure(article, part):
            last = min(last, part.start)  # what follows is said of another figure
    start = max(first, clause, low - _NEAR)
    words = find_cue(context.lexicon, "perhaps", words_between(article, start, last))
    if words is None:
        return None
    is_behind = words not in words_between(article, start, low)
    return Doubt(words, _BEHIND if is_behind else _GUESSED)
