"""Whether a difference is between two parties, of a gap, or spared, and no change of the measure.

In: a rule context. Out: a review for `12 per cent lower than in York`, where no time is compared;
for `twelve points behind Ajax` given as points, and a gap that grew given as points won; for a rise
that somebody is spared, and for arrivals of which as many left.
"""

from collections.abc import Iterator

from generator.evidence.aspects.context import RuleContext
from generator.evidence.aspects.measure import own_words
from generator.evidence.findings import finding_on, show
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.figures import Figure
from generator.evidence.quotes.locate import words_between
from generator.evidence.terms.capitals import end_of_run, is_place
from generator.model import RATIO_UNITS, Finding

_RATIOS = frozenset(RATIO_UNITS) - {"pp"}

_SMALL = 3
"""Words between `than` and the name of the other party: `than that of`."""
_BEHIND = 2
"""Words behind a figure in which it is said to be a gap."""
_HINT = 'give the measure that it is, or say why it holds under inferred: {value: "…"}'


def check_compared(context: RuleContext) -> Iterator[Finding]:
    """A change is one in time, of the measure itself, and came about; a gap is no level."""
    figure = context.annotation.figure
    if figure is None or context.amount.unit == "x":
        return
    if context.is_change:
        said = _other_party(context, figure) or _moved_gap(context, figure) or _averted(context)
    else:
        said = _gap_behind(context, figure)
    if said:
        message = f"{show(said)} makes {context.words} something else than {context.indicator.id}"
        yield finding_on("value-unclear", "value", message, _HINT)


def _other_party(context: RuleContext, figure: Figure) -> str | None:
    """What it is compared with is a name, and no time: `than in York`, `unter denen in Bern`."""
    starts = [*_behind_than(context, figure), *_behind_opening(context, figure)]
    return next((name for at in starts if (name := _name_at(context, at))), None)


def _behind_than(context: RuleContext, figure: Figure) -> Iterator[int]:
    """`lower than`, and `below` right behind the figure."""
    article, lexicon = context.article, context.lexicon
    lower, last = article.lexed.lower, article.parts.clause_of(figure.first)[1]
    if lower(figure.end) in lexicon.changes.beside:
        yield figure.end + 1
    behind = range(figure.core[1], last)
    than = next((at for at in behind if lower(at) in lexicon.owners.comparing), None)
    if than and any(lower(at) in lexicon.verbs.comparatives for at in range(behind.start, than)):
        yield than + 1


def _behind_opening(context: RuleContext, figure: Figure) -> Iterator[int]:
    """`Compared with York, …` at the head of the sentence or clause."""
    article, against = context.article, context.lexicon.changes.against
    heads = {context.statement.sentence.start, article.parts.clause_of(figure.first)[0]}
    for at in sorted(heads):
        for end in (at + 3, at + 2):
            if end < figure.first and against.fullmatch(words_between(article, at, end)):
                yield end


def _name_at(context: RuleContext, first: int) -> str | None:
    """The words from here on to a name that is not the subject's; small ones may stand before."""
    article, lexicon = context.article, context.lexicon
    tokens, at = article.lexed.tokens, first
    last = article.parts.clause_of(first)[1] if first < len(tokens) else first
    while at < min(first + _SMALL, last) and _is_small(context, at):
        at += 1
    end = end_of_run(tokens, at, last, lexicon)
    if end == at or not is_place(tokens, at, end, lexicon) or _is_own(context, at, end):
        return None
    return words_between(article, first - 1, end)


def _is_small(context: RuleContext, at: int) -> bool:
    """A preposition of places, an article, a word that stands for the measure."""
    lexicon, word = context.lexicon, context.article.lexed.lower(at)
    owners = lexicon.owners
    small = owners.places | owners.possessives | owners.pronouns | lexicon.quantities.articles
    is_yardstick = fits_whole(lexicon.changes.yardsticks, word)  # "denen", "those"
    return word in small or word in lexicon.verbs.of or (is_yardstick and word.islower())


def _is_own(context: RuleContext, first: int, last: int) -> bool:
    spots = context.names.find(context.article, first, last)
    return any(context.fact.about in spot.entities for spot in spots)


def _gap_behind(context: RuleContext, figure: Figure) -> str | None:
    """`twelve points behind`: of points, where no word of the measure says so."""
    lexed, changes = context.article.lexed, context.lexicon.changes
    is_led = lexed.lower(figure.first - 1) in context.lexicon.owners.prepositions
    if lexed.lower(figure.core[1]) not in context.lexicon.measures.points or is_led:
        return None  # "mit zwölf Punkten hinter Graz" has so many
    for at in range(figure.end, figure.end + _BEHIND):
        if fits_whole(changes.gaps, lexed.lower(at)):
            is_named = any(own_words(context, range(at, at + 1)))
            return None if is_named else lexed.tokens[at].text
        if not lexed.lower(at).isalpha():
            return None
    return None


def _moved_gap(context: RuleContext, figure: Figure) -> str | None:
    """`Der Rückstand wuchs um drei Punkte`: what grew is the gap, which the measure is not."""
    article, changes = context.article, context.lexicon.changes
    unit = context.annotation.mention.unit
    if context.annotation.mention.kind in {"money", "price"} or unit in _RATIOS:
        return None
    names = [word.lower() for some in context.indicator_words.values() for word in some]
    is_gap = any(fits_whole(changes.gap_nouns, part) for word in names for part in word.split())
    if is_gap or not names:
        return None
    first, last = article.parts.clause_of(figure.first)
    for at in range(first, last):
        if fits_whole(changes.gap_nouns, article.lexed.lower(at)):
            return article.lexed.tokens[at].text
    return None


def _averted(context: RuleContext) -> str | None:
    """`bleibt eine Erhöhung um 5 Prozent erspart`: it does not come about."""
    found = context.lexicon.changes.averted.search(context.clause(quoted=False))
    return found[0] if found else None
