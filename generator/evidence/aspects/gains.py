"""Whether a counted or measured amount is what something won or lost: `lost 300 members`.

In: a rule context. Out: the words that make the figure a gain or a loss of a level: `will cut 650
jobs`, `50 Stellen wurden gestrichen`, `welcomed 300 new members`. A flow may be made of gains, and
an indicator whose words name the deed counts it (`job cuts`, `defeats`); of money a loss is a
measure of its own.
"""

from generator.evidence.aspects.context import RuleContext
from generator.evidence.aspects.measure import own_words
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.directions import direction_of, takes_particle
from generator.evidence.numbers.figures import Figure
from generator.evidence.text.tokens import tokenize
from generator.model import RATIO_UNITS

_MONEY = frozenset({"money", "price"})
_APART, _NEAR = 6, 2
"""Words between a verb and what it does something to, where a subject may stand there or not."""


def find_gain(context: RuleContext) -> str | None:
    """The words before or behind the figure by which a level grew or shrank."""
    figure, mention = context.annotation.figure, context.annotation.mention
    if figure is None or context.indicator.kind != "level" or not context.indicator_words:
        return None  # without words, what is counted may be what was lost
    if mention.kind in _MONEY or mention.unit in RATIO_UNITS or mention.value == 1:
        return None  # "verlor ein Radfahrer sein Leben": a subject behind its verb is one
    first, last = _first(context, figure), figure.end
    words = _verb_before(context, first) or _verb_behind(context, first, last)
    words = words or _newcomers(context, figure, first)
    if not words or any(own_words(context, words)) or _is_deed(context):
        return None
    return " ".join(context.article.lexed.tokens[at].text for at in words)


def _is_deed(context: RuleContext) -> bool:
    """A word of the indicator is such a deed itself: `job cut`, `Stellenabbau`."""
    lexicon = context.lexicon
    words = (word for some in context.indicator_words.values() for word in some)
    return any(direction_of(one.lower, lexicon) for word in words for one in tokenize(word))


def _verb_before(context: RuleContext, first: int) -> range:
    """A verb whose object the figure is: right before it, or before subject and circumstances."""
    tokens, lexicon = context.article.lexed.tokens, context.lexicon
    if found := lexicon.changes.gains.before(tokens, first):
        return range(found[1], first)
    start = context.article.parts.clause_of(first)[0]
    if tokens[first - 1].lower in lexicon.owners.prepositions:
        return range(0)
    reach = _APART if lexicon.nouns.closed_compounds else _NEAR
    for at in range(first - 1, max(start, first - 1 - reach) - 1, -1):
        if tokens[at].kind != "word" or _parts(context, at):
            break
        if found := lexicon.changes.gains.before(tokens, at):
            return range(found[1], at)
    return range(0)


def _parts(context: RuleContext, at: int) -> bool:
    """Another statement begins here, or a verb with an object of its own."""
    lexicon, tokens = context.lexicon, context.article.lexed.tokens
    word, is_apart = tokens[at].lower, lexicon.nouns.closed_compounds
    is_noun = word in lexicon.quantities.articles and not is_apart
    is_joined = lexicon.ranges.and_.at(tokens, at) is not None
    return is_noun or is_joined or word in lexicon.splitters


def _verb_behind(context: RuleContext, first: int, last: int) -> range:
    """A verb behind the figure, at the end of its clause, whose subject or object it is."""
    article, changes = context.article, context.lexicon.changes
    tokens, end = article.lexed.tokens, article.parts.clause_of(first)[1]
    if _is_parted(context, first, last) and _ends(context, last + 1):
        return range(last, last + 1)
    if first and tokens[first - 1].lower in context.lexicon.owners.prepositions:
        return range(0)
    for at in range(last, end):
        found = changes.gains_behind.at(tokens, at)
        is_near = found is not None and (at == last or not changes.passives)
        # "40 beds the poorer since Sunday": a comparative has no object.
        is_sure = at == last and tokens[at].lower in context.lexicon.quantities.articles
        if found and is_near and (is_sure or _ends(context, found[1])):
            return range(at, found[1])
        found = changes.gains_done.at(tokens, at)
        if found and at > last and tokens[at - 1].lower in changes.passives:
            return range(at, found[1])
        if not _goes_on(context, at):
            break
    return range(0)


def _goes_on(context: RuleContext, at: int) -> bool:
    """No object of its own stands here: a noun with an article only behind a preposition."""
    lexicon, tokens = context.lexicon, context.article.lexed.tokens
    word = tokens[at].lower
    if tokens[at].kind != "word" or lexicon.ranges.and_.at(tokens, at):
        return tokens[at].kind == "mark" and not tokens[at].text.isprintable()  # a date
    is_noun = word in lexicon.quantities.articles or word in lexicon.numerals.one
    return not is_noun or tokens[at - 1].lower in lexicon.owners.prepositions


def _newcomers(context: RuleContext, figure: Figure, first: int) -> range:
    """`welcomed 300 new members`: those who came, and not all who are there."""
    lexed, changes = context.article.lexed, context.lexicon.changes
    if figure.unit is None:
        return range(0)
    between = range(figure.core[1], figure.unit.first)
    whole = range(between.start, figure.unit.last)
    if any(one.spot.first in between for one in own_words(context, whole)):
        return range(0)  # the indicator counts new members
    is_new = any(lexed.lower(at) in changes.newcomers for at in between)
    low, high = context.article.parts.clause_of(first)
    words = range(low, high) if is_new else range(0)
    found = next((at for at in words if fits_whole(changes.joining, lexed.lower(at))), None)
    return range(0) if found is None else range(found, found + 1)


def _is_parted(context: RuleContext, first: int, last: int) -> bool:
    """The particle of a verb of movement that stands in the clause: `kwamen er 300 leden bij`."""
    lexed, particle = context.article.lexed, context.article.lexed.lower(last)
    start = context.article.parts.clause_of(first)[0]
    is_particle = particle in context.lexicon.changes.gain_particles
    return is_particle and any(
        takes_particle(lexed.lower(at), particle, lexed.lexicon) for at in range(start, first)
    )


def _first(context: RuleContext, figure: Figure) -> int:
    hedge = context.annotation.hedge
    return min(figure.first, context.article.tokens_in(*hedge)[0]) if hedge else figure.first


def _ends(context: RuleContext, at: int) -> bool:
    """Nothing of the clause follows but a verb: not `300 Mitglieder verloren ihre Arbeit`."""
    tokens, clause = context.article.lexed.tokens, context.article.parts.clause
    if at < len(tokens) and fits_whole(context.lexicon.counts.silent, tokens[at].lower):
        at += 1
    return at >= len(tokens) or tokens[at].kind == "mark" or clause[at] != clause[at - 1]
