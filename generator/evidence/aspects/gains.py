"""Whether a counted or measured amount is what something won or lost: `lost 300 members`.

In: a rule context. Out: the words that make the figure a gain or a loss of a level. A flow may be
made of gains (`new members`), and a verb that names the measure itself says what is counted
(`defeats`, of a team that lost 12 games); of money a loss is a measure of its own.
"""

from generator.evidence.aspects.context import RuleContext
from generator.evidence.aspects.measure import own_words
from generator.evidence.numbers.directions import takes_particle
from generator.evidence.numbers.figures import Figure
from generator.model import RATIO_UNITS

_MONEY = frozenset({"money", "price"})


def find_gain(context: RuleContext) -> str | None:
    """The words right before or behind the figure by which a level grew or shrank."""
    figure, mention = context.annotation.figure, context.annotation.mention
    if figure is None or context.indicator.kind != "level" or not context.indicator_words:
        return None  # without words, what is counted may be what was lost
    if mention.kind in _MONEY or mention.unit in RATIO_UNITS or mention.value == 1:
        return None  # "verlor ein Radfahrer sein Leben": a subject behind its verb is one
    tokens, changes = context.article.lexed.tokens, context.lexicon.changes
    first, last = _first(context, figure), _last(figure)
    found = changes.gains.before(tokens, first)
    words = range(found[1], first) if found else range(0)
    after = changes.gains_behind.at(tokens, last)
    is_behind = after is not None or _is_parted(context, first, last)
    end = after[1] if after else last + 1
    if not words and is_behind and _ends(context, end):
        words = range(last, end)
    if not words or any(own_words(context, words)):
        return None
    return " ".join(tokens[at].text for at in words)


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


def _last(figure: Figure) -> int:
    return figure.last if figure.unit is None else max(figure.last, figure.unit.last)


def _ends(context: RuleContext, at: int) -> bool:
    """Nothing of the clause follows: not `300 Mitglieder verloren ihre Arbeit`."""
    tokens, clause = context.article.lexed.tokens, context.article.parts.clause
    return at >= len(tokens) or tokens[at].kind == "mark" or clause[at] != clause[at - 1]
