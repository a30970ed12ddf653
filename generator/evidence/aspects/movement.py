"""Whether the words beside a figure make it a change or a level.

In: a rule context. Out: the words that make it a change, and those that make it a level. A change
is what something moved by, what lies between it and a yardstick, and what a noun of movement
measures; a level is what it moved to or from, what it amounts to, and a share of a whole.
"""

from generator.evidence.aspects.around.borne import is_agent, is_brought, is_only_more
from generator.evidence.aspects.around.yardsticks import beside_yardstick
from generator.evidence.aspects.context import RuleContext
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.directions import behind_rate, direction_of, direction_of_verb
from generator.evidence.numbers.ellipsis import is_compared
from generator.evidence.numbers.figures import Figure
from generator.evidence.quotes.locate import span_between, words_between
from generator.model import RATIO_UNITS

_MOVED = frozenset(RATIO_UNITS) - {"x"}
_YARD = 4
_ADJECTIVES = 1


def find_change(context: RuleContext) -> str | None:
    """The words beside the figure that make it a change."""
    figure = context.annotation.figure
    if figure is None:
        return None
    return _after(context, figure) or _before(context, figure)


def find_level(context: RuleContext) -> str | None:
    """The words beside the figure that make it a level."""
    figure, lexed = context.annotation.figure, context.article.lexed
    if figure is None or figure.sign is not None:
        return None
    first, after = _first(context, figure), figure.end
    changes = lexed.lexicon.changes
    if context.annotation.is_start or is_result(context, first):
        return lexed.lower(first - 1)
    if context.annotation.is_level or _is_above(context, figure):
        return lexed.lower(first - 1)
    is_share = context.annotation.mention.unit == "%" and lexed.lower(after) in changes.parts
    if is_share and not _moves_near(context, first):
        return lexed.lower(after)
    found = changes.states.before(lexed.tokens, first)
    if found and not _names_change(context, found[1]):
        return " ".join(lexed.lower(at) for at in range(found[1], first))
    return _compared_with(context, after)


def _compared_with(context: RuleContext, after: int) -> str | None:
    """`hatched 61 chicks last year, up from 44`: where it stood before is told right behind."""
    article = context.article
    start, end = article.parts.sentence_of(after - 1)
    if context.annotation.mention.unit in _MOVED or start >= end or after >= end:
        return None
    for one in article.within(*span_between(article, after, end)):
        if one.figure is None:
            continue
        is_alike = one.mention.unit == context.annotation.mention.unit
        is_told = is_alike and is_compared(article.lexed, one.figure)
        return words_between(article, one.figure.first - 1, one.figure.last) if is_told else None
    return None


def _first(context: RuleContext, figure: Figure) -> int:
    """The first token of the figure, its hedge included."""
    hedge = context.annotation.hedge
    first = context.article.tokens_in(*hedge)[0] if hedge else figure.first
    unit = figure.unit.first if figure.unit else figure.first
    first, lexed = min(first, figure.first, unit), context.article.lexed
    # "um einen halben Meter": the article is the number's.
    return first - (figure.is_word and lexed.lower(first - 1) in lexed.lexicon.numerals.one)


def _is_above(context: RuleContext, figure: Figure) -> bool:
    """`climbed above 5`: the hedge says where the movement ended."""
    lexed, first = context.article.lexed, _first(context, figure)
    if context.annotation.hedge is None:
        return False
    hedge = range(*context.article.tokens_in(*context.annotation.hedge))
    is_bound = any(lexed.lower(at) in lexed.lexicon.changes.above for at in hedge)
    return is_bound and _moves(context, first - 1)


def _moves(context: RuleContext, at: int) -> bool:
    """A verb of movement stands here."""
    lexed = context.article.lexed
    word = lexed.lower(at)
    if not word:
        return False
    end = context.article.parts.clause_of(at)[1]
    return fits_whole(lexed.lexicon.changes.moves, word) or bool(direction_of_verb(lexed, at, end))


def _after(context: RuleContext, figure: Figure) -> str | None:
    """Behind the figure: `lower`, `below target`, `increase`."""
    lexed, at = context.article.lexed, figure.end
    # "£6.40 a month more": what makes it a change stands behind the rate.
    if lexed.lower(after := behind_rate(lexed, at)) in lexed.lexicon.verbs.comparatives:
        at = after
    word = lexed.lower(at)
    if _is_added(context, figure, at):
        return word
    if (than := _than(context, at)) and (more := _within(context, figure)):
        return f"{more} … {than}"
    if word in lexed.lexicon.verbs.comparatives:
        return word if not context.annotation.is_level else None
    if _is_particle(context, at):
        return word
    if word in lexed.lexicon.verbs.of and not context.annotation.is_level:
        behind = lexed.lower(at + 2)  # "1.600 meldingen van tekenbeten meer dan in april"
        if behind in lexed.lexicon.verbs.comparatives:
            return behind
    return beside_yardstick(context, at) or _shift_after(context, at)


def _than(context: RuleContext, at: int) -> str | None:
    """What follows is compared with: right behind, or further on: `births in 2024 than in 2023`."""
    lexed, lexicon = context.article.lexed, context.lexicon
    if lexicon.changes.than.fullmatch(lexed.lower(at)):
        return lexed.lower(at)
    behind = range(at, context.article.parts.clause_of(at - 1)[1])
    words = (lexed.lower(near) for near in behind)
    return next((word for word in words if word in lexicon.owners.comparing), None)


def _is_added(context: RuleContext, figure: Figure, at: int) -> bool:
    """`adding £87 a year to a typical bill`."""
    lexed, changes = context.article.lexed, context.lexicon.changes
    if lexed.lower(_first(context, figure) - 1) not in changes.adding:
        return False
    return any(lexed.lower(near) in changes.adding_to for near in range(at, at + _YARD))


def _within(context: RuleContext, figure: Figure) -> str | None:
    """`3,000 more guests than`: between the number and what it counts."""
    between = range(figure.core[1], figure.unit.first if figure.unit else 0)
    words = (context.article.lexed.lower(at) for at in between)
    return next((word for word in words if word in context.lexicon.verbs.comparatives), None)


def _shift_after(context: RuleContext, at: int) -> str | None:
    """A noun of movement right behind, or behind one other word: `a 5 million euro increase`."""
    lexed, lexicon = context.article.lexed, context.lexicon
    for near in range(at, min(at + 1 + _ADJECTIVES, len(lexed.tokens))):
        shift = lexed.lower(near)
        is_sum = shift in lexicon.changes.before and _goes_on(context, near + 1)
        if _is_shift(context, shift) and not is_sum:
            return shift
        if lexed.tokens[near].kind != "word" or shift in lexicon.nouns.stops:
            return None
    return None


def _is_particle(context: RuleContext, at: int) -> bool:
    """`0.4 per cent firmer`: a ratio, and the end of its clause."""
    lexed, article = context.article.lexed, context.article
    particles = lexed.lexicon.directions.particles
    if context.annotation.mention.unit not in _MOVED or context.annotation.is_level:
        return False
    following = lexed.tokens[at + 1] if at + 1 < len(lexed.tokens) else None
    is_last = following is None or (following.kind == "mark" and following.text.isprintable())
    is_last = is_last or article.parts.clause[at + 1] != article.parts.clause[at]
    return is_last and lexed.lower(at) in particles.up | particles.down


def _goes_on(context: RuleContext, at: int) -> bool:
    """A number follows, or a hedge of one: `28 million plus up to 7 million`."""
    lexed = context.article.lexed
    if at >= len(lexed.tokens):
        return False
    is_number = lexed.tokens[at].kind == "number" or lexed.tokens[at].text in "$€£"
    return is_number or lexed.lexicon.hedges.before.at(lexed.tokens, at) is not None


def _is_shift(context: RuleContext, word: str) -> bool:
    """A noun of movement; in per cent some of them name a level."""
    changes = context.lexicon.changes
    is_ratio = context.annotation.mention.unit in _MOVED
    if not fits_whole(changes.shifts, word):
        return False
    return not (is_ratio and word in changes.no_shifts)


def _before(context: RuleContext, figure: Figure) -> str | None:
    """In front of it: `rose by`, `an increase of`, `fell`."""
    annotation, lexed = context.annotation, context.article.lexed
    is_level = annotation.is_level or annotation.is_start or _is_above(context, figure)
    if is_level or annotation.bound == "high":
        return None
    first = _first(context, figure)
    stated = lexed.lexicon.changes.states.before(lexed.tokens, first)
    if stated and (named := _names_change(context, stated[1])):
        return named
    if stated and first - stated[1] > 1:
        return None  # "made up a fifth": the particle is of the verb, and moves nothing
    before, verbs = lexed.lower(first - 1), lexed.lexicon.verbs
    if is_result(context, first):
        return None
    if before in verbs.of:
        return _shift_before(context, first - 2) or _shift_further(context, figure, first - 2)
    if before in verbs.by:
        is_other = is_agent(context, first) or is_brought(context, first)
        is_change = not is_other and _moves_near(context, first)
    elif before in verbs.aside:
        is_change = _follows_change(context, first - 1)
    else:
        is_gathered = lexed.lower(first - 2) in lexed.lexicon.changes.gathering
        is_said = before in lexed.lexicon.changes.before and not is_gathered
        is_said = is_said and not _adds(context, figure, first - 1)
        is_change = is_said or _is_moved_by(context, first - 1)
    return before if is_change else None


def is_result(context: RuleContext, first: int) -> bool:
    """`schloss 2024 mit einem Minus von 3 Millionen Euro ab`: what is left at the end of a year."""
    article, changes = context.article, context.lexicon.changes
    lower = article.lexed.lower
    if (
        context.annotation.mention.kind != "money"
        or lower(first - 1) not in context.lexicon.verbs.of
    ):
        return False
    is_shift = lower(first - 2) in changes.sums and lower(first - 3) in context.lexicon.numerals.one
    return is_shift and any(
        lower(at) in changes.results for at in range(*article.parts.clause_of(first))
    )


def _adds(context: RuleContext, figure: Figure, at: int) -> bool:
    """`5 million, plus 3 million for machines`: a part beside another, measured from nothing."""
    article, lexed = context.article, context.article.lexed
    changes, unit = lexed.lexicon.changes, context.annotation.mention.unit
    if lexed.lower(at) not in changes.sums or unit in _MOVED:
        return False
    start = article.parts.sentence_of(at)[0]
    has_part = any(
        one.figure and start <= one.figure.first < at and one.mention.unit not in _MOVED
        for one in article.annotations
    )
    behind = range(figure.end, min(figure.end + _YARD, article.parts.sentence_of(at)[1]))
    return has_part and not any(fits_whole(changes.yardsticks, lexed.lower(to)) for to in behind)


def _shift_before(context: RuleContext, at: int) -> str | None:
    """The noun of movement that the figure measures: `a fall of`; of a ratio any word of one."""
    lexicon, shift = context.lexicon, context.article.lexed.lower(at)
    is_ratio = context.annotation.mention.unit in _MOVED
    if is_ratio and shift not in lexicon.verbs.rates and direction_of(shift, lexicon):
        return shift
    return shift if _is_shift(context, shift) else None


def _shift_further(context: RuleContext, figure: Figure, at: int) -> str | None:
    """`an increase in the monthly rent of £95 on a year earlier`: what moved stands between."""
    lexed, lexicon, low = context.article.lexed, context.lexicon, max(0, at - 2 * _YARD)
    if not lexicon.changes.than.fullmatch(lexed.lower(figure.end)):
        return None
    links = lexicon.owners.prepositions | lexicon.owners.possessives
    shifts = (near for near in range(low, at) if lexed.lower(near + 1) in links)
    return next(
        (lexed.lower(near) for near in shifts if _is_shift(context, lexed.lower(near))), None
    )


def _is_moved_by(context: RuleContext, at: int) -> bool:
    """The word right before is a verb of movement; before a ratio, any word of one."""
    lexicon, before = context.lexicon, context.article.lexed.lower(at)
    if not before or before in lexicon.verbs.rates:
        return False
    is_ratio = context.annotation.mention.unit in _MOVED
    return (is_ratio and direction_of(before, lexicon) is not None) or _moves(context, at)


def _names_change(context: RuleContext, end: int) -> str | None:
    """The last noun before a verb such as `amounts to` is one of movement."""
    article = context.article
    for at in range(end - 1, max(article.parts.clause_of(end)[0] - 1, end - 1 - _YARD), -1):
        if _is_shift(context, article.lexed.lower(at)):
            return article.lexed.lower(at)
    return None


def _moves_near(context: RuleContext, first: int) -> bool:
    """Something moves in the clause of the figure."""
    article = context.article
    low, high = article.parts.clause_of(first)
    lexicon = article.lexicon
    for at in range(low, high):
        word = article.lexed.lower(at)
        if at == first - 1 or word in lexicon.verbs.by or _is_in_name(context, at, low):
            continue
        is_moved = direction_of(word, lexicon) or direction_of_verb(article.lexed, at, high)
        if is_moved and not is_only_more(context, at):
            return True
    return False


def _is_in_name(context: RuleContext, at: int, low: int) -> bool:
    """`Braithwell Fell`: where capitals mark names, a word with one moves nothing."""
    text = context.article.lexed.tokens[at].text
    return context.lexicon.titles.capitalised and at > low and text[:1].isupper()


def _follows_change(context: RuleContext, at: int) -> bool:
    """`fell 15 points or 0.64 percent`: what stands before the `or` is a change."""
    article, share = context.article, context.annotation
    if share.mention.direction is None:
        return False
    figure = share.figure
    parts = article.lexicon.changes.parts
    if figure is not None and article.lexed.lower(figure.end) in parts:
        return False
    first, _ = article.parts.sentence_of(at)
    before = [one for one in article.annotations if one.figure and first <= one.figure.first < at]
    return not (before and (before[-1].is_level or before[-1].is_start))
