"""Whether a bare number counts what its sentence speaks of: `missed its 1,500 homes: 1,087 …`.

In: a rule context and the unit of the fact. Out: yes or no. Only things that a briefing counts are
left out like that: never a measure, a sum of money or a ratio. The number before must count them,
or the sentence says that the measure of the fact reached or stands at this one.
"""

from generator.evidence.aspects.context import RuleContext, find_cue
from generator.evidence.aspects.measure import own_words
from generator.evidence.numbers.ellipsis import is_compared, is_number, start_of, unit_of
from generator.evidence.numbers.figures import Figure
from generator.evidence.numbers.neighbours import is_told
from generator.evidence.quotes.locate import span_between, words_between
from generator.model import RATIO_UNITS

_COUNTED = frozenset({"declared", "noun"})
_ASIDE = 4
"""Words that are set off with a number, at most."""


def counts_like(context: RuleContext, unit: str) -> bool:
    """What the number counts is left out, and is what the fact counts."""
    figure, lexed = context.annotation.figure, context.article.lexed
    if figure is None or unit not in context.declared or unit in lexed.nouns.measures.values():
        return False
    if context.annotation.is_start or not is_number(figure) or _is_age(context, figure):
        return False
    if _is_total(context, figure) or _is_set_off(context, figure) or _is_only(context, figure):
        return _is_counted_before(context, figure, unit)
    return _is_reached(context, figure)


def _is_total(context: RuleContext, figure: Figure) -> bool:
    """`1.06 million passengers … a total of 4.9 million`."""
    lexed, lexicon = context.article.lexed, context.lexicon
    at = start_of(lexed, figure)
    return lexed.lower(at - 1) in lexicon.verbs.of and lexed.lower(at - 2) in lexicon.counts.totals


def _is_only(context: RuleContext, figure: Figure) -> bool:
    """`target of 1,500 new homes: only 1,087 were completed`."""
    lexed = context.article.lexed
    colour = context.lexicon.hedges.before.before(lexed.tokens, figure.first)
    return colour is not None and colour[0] == "exact"


def _is_set_off(context: RuleContext, figure: Figure) -> bool:
    """`half of the 64 clubs, 29 to be precise, have …`: in a few words of its own."""
    lexed, end = context.article.lexed, figure.core[1]
    is_short = "," in {lexed.lower(at) for at in range(end + 1, end + _ASIDE)}
    return lexed.lower(figure.first - 1) == "," and is_short


def _is_counted_before(context: RuleContext, figure: Figure, unit: str) -> bool:
    """The nearest number before it that counts things counts these."""
    article, sentence = context.article, context.statement.sentence
    before = article.within(*span_between(article, sentence.start, figure.first))
    for one in reversed(before if figure.first > sentence.start else []):
        found = unit_of(one.figure) if one.figure else None
        if one.figure and found is not None and found.kind in _COUNTED:
            between = words_between(article, one.figure.last, figure.first)
            # "although data published by the regulator put the figure at 1.12 million"
            is_said = not _is_total(context, figure)
            is_said = is_said and bool(find_cue(context.lexicon, "attributed", between))
            return found.code == unit and not is_said
    return False


def _is_reached(context: RuleContext, figure: Figure) -> bool:
    """`attendance slipped to 7,240`, `the population, at 9,876, is …`."""
    article, lexed = context.article, context.article.lexed
    first = article.parts.sentence_of(figure.first)[0]
    at = start_of(lexed, figure) - 1
    is_set_off = lexed.lower(at - 1) == "," and lexed.lower(figure.core[1]) == ","
    is_at = is_set_off and lexed.lower(at) in context.lexicon.quantities.links
    if not (is_at or is_compared(lexed, figure)):
        if not is_told(lexed, figure) or figure.first <= first:
            return False
        before = article.within(*span_between(article, first, figure.first))
        if any(one.figure and one.mention.unit not in RATIO_UNITS for one in before):
            return False  # "visitors grew to 4,200 and takings to 90,000"
    return any(own_words(context, range(first, figure.first)))


def _is_age(context: RuleContext, figure: Figure) -> bool:
    """`Joan Hill, 82, said`: behind a name."""
    lexed = context.article.lexed
    before, behind = lexed.lower(figure.first - 1), lexed.lower(figure.core[1])
    is_aside = before in {",", "("} and behind in {",", ")"}
    name = lexed.tokens[figure.first - 2].text if figure.first > 1 else ""
    return is_aside and name[:1].isupper() and context.lexicon.titles.capitalised
