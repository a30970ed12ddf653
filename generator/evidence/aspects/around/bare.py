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

_COUNTED = frozenset({"declared", "noun"})


def counts_like(context: RuleContext, unit: str) -> bool:
    """What the number counts is left out, and is what the fact counts."""
    figure, lexed = context.annotation.figure, context.article.lexed
    if figure is None or unit not in context.declared or unit in lexed.nouns.measures.values():
        return False
    if not is_number(figure) or _is_age(context, figure):
        return False
    return _is_counted_before(context, figure, unit) or _is_reached(context, figure)


def _is_counted_before(context: RuleContext, figure: Figure, unit: str) -> bool:
    """The nearest number before it that counts things counts these."""
    article, sentence = context.article, context.statement.sentence
    before = article.within(*span_between(article, sentence.start, figure.first))
    if _is_of_other(context, figure):
        return False
    for one in reversed(before if figure.first > sentence.start else []):
        found = unit_of(one.figure) if one.figure else None
        if one.figure and found is not None and found.kind in _COUNTED:
            between = words_between(article, one.figure.last, figure.first)
            # "although data published by the regulator put the figure at 1.12 million"
            return found.code == unit and not find_cue(context.lexicon, "attributed", between)
    return False


def _is_of_other(context: RuleContext, figure: Figure) -> bool:
    """`the previous record of 17,650`: of a noun that is no sum of them."""
    lexed, lexicon = context.article.lexed, context.lexicon
    at = start_of(lexed, figure) - 2
    if lexed.lower(at + 1) not in lexicon.verbs.of:
        return False
    is_sum = lexed.lower(at) in lexicon.counts.totals | lexicon.counts.heads
    is_sum |= not lexicon.titles.capitalised and lexed.tokens[at].text.islower()
    return not is_sum and not any(own_words(context, range(at, at + 1)))


def _is_reached(context: RuleContext, figure: Figure) -> bool:
    """`attendance slipped to 7,240`, `the population, at 9,876, is …`."""
    article, lexed = context.article, context.article.lexed
    first = article.parts.sentence_of(figure.first)[0]
    at = start_of(lexed, figure) - 1
    is_set_off = lexed.lower(at - 1) == "," and lexed.lower(figure.core[1]) == ","
    is_at = is_set_off and lexed.lower(at) in context.lexicon.quantities.links
    is_said = is_told(lexed, figure) or is_at or is_compared(lexed, figure)
    return is_said and any(own_words(context, range(first, figure.first)))


def _is_age(context: RuleContext, figure: Figure) -> bool:
    """`Joan Hill, 82, said`: behind a name."""
    lexed = context.article.lexed
    before, behind = lexed.lower(figure.first - 1), lexed.lower(figure.core[1])
    is_aside = before in {",", "("} and behind in {",", ")"}
    name = lexed.tokens[figure.first - 2].text if figure.first > 1 else ""
    return is_aside and name[:1].isupper() and context.lexicon.titles.capitalised
