"""Directions: whether the words around a change say up or down.

In: a figure among its tokens and the stretch in which words count. Out: the direction, or None. The
word right after the number binds first, then the nearest of its clause, then of its sentence. A
verb may have two parts: `liep … op`, `gab … nach`.
"""

import functools
from collections.abc import Sequence

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.figures import Figure, LexedText
from generator.evidence.text.tokens import Parts, Token
from generator.model import Direction

_ADJACENT = 3
_NO_PARTICLES: frozenset[str] = frozenset()
_REACH = 60
"""Words further away than this give no direction, however long the sentence."""


def find_direction(
    lexed: LexedText, parts: Parts, figure: Figure, stretch: range, hedge: range = range(0)
) -> Direction | None:
    """The direction that the tokens of the stretch give to the figure; its hedge's give none."""
    if figure.sign is not None:
        return figure.sign
    start, end = stretch.start, stretch.stop
    after = figure.unit.last if figure.unit and figure.unit.last > figure.last else figure.last
    if found := _right_after(lexed, parts, hedge.stop if after in hedge else after, end):
        return found
    for division in (parts.clause, parts.sentence):
        here = division[figure.first]
        low, high = figure.first, after
        while low > max(start, figure.first - _REACH) and division[low - 1] == here:
            low -= 1
        while high < min(end, after + _REACH) and division[high] == here:
            high += 1
        if found := _nearest(lexed, range(figure.first, after), range(low, high), hedge):
            return found
    return None


@functools.lru_cache(maxsize=16384)
def direction_of(word: str, lexicon: Lexicon) -> Direction | None:
    """The direction that a word gives by itself."""
    if fits_whole(lexicon.directions.up, word):
        return "up"
    return "down" if fits_whole(lexicon.directions.down, word) else None


def direction_of_verb(lexed: LexedText, verb: int, stop: int) -> Direction | None:
    """What a verb says with the particle that follows it before `stop`, if it is such a verb."""
    return _of_verb(lexed.tokens, verb, range(verb, stop), lexed.lexicon)


def takes_particle(word: str, particle: str, lexicon: Lexicon) -> bool:
    """Whether the word is a verb that the particle makes one of movement: `pushed … up`."""
    verbs = lexicon.verbs
    return particle in verbs.up.get(word, ()) or particle in verbs.down.get(word, ())


def behind_rate(lexed: LexedText, at: int) -> int:
    """Behind what makes an amount one for each stretch of time: `£6.40 a month more`."""
    rates, word = lexed.lexicon.rates, lexed.lower(at)
    if word in rates.adverbs:
        return at + 1
    table = rates.per.at(lexed.tokens, at) or rates.in_each.at(lexed.tokens, at)
    end = table[1] if table else at + (word in rates.each)
    return end + 1 if end > at and lexed.lower(end) in rates.stretches else at


def _right_after(lexed: LexedText, parts: Parts, after: int, end: int) -> Direction | None:
    """A direction in the next few words: `9 percent rise`, `6,3 Prozent nach oben`."""
    lexicon, tokens = lexed.lexicon, lexed.tokens
    after = behind_rate(lexed, after)
    only_after = lexicon.directions.only_after
    for at in range(after, min(after + _ADJACENT, end)):
        word = lexed.lower(at)
        if not word or tokens[at].kind != "word":
            return None
        is_last = at + 1 >= len(tokens) or parts.clause[at + 1] != parts.clause[at]
        is_last = is_last or (tokens[at + 1].kind == "mark" and tokens[at + 1].text.isprintable())
        if is_last and (found := _of_particle(word, lexicon)):
            return found
        clause = range(at, min(end, parts.clause_of(at)[1]))
        if found := _of_verb(tokens, at, clause, lexicon):
            return found
        if found := direction_of(word, lexicon):
            return found
        if word in lexicon.nouns.stops and lexed.lower(at + 1) not in only_after:
            return None
    return None


def _of_particle(word: str, lexicon: Lexicon) -> Direction | None:
    """The direction of a particle whose verb stands before the number."""
    if word in lexicon.directions.particles.down:
        return "down"
    return "up" if word in lexicon.directions.particles.up else None


def _nearest(lexed: LexedText, figure: range, stretch: range, hedge: range) -> Direction | None:
    """The direction word with the fewest tokens between it and the figure."""
    best: tuple[int, Direction] | None = None
    for at in stretch:
        if at in figure or at in hedge or lexed.tokens[at].kind != "word":
            continue
        distance = figure.start - at if at < figure.start else at - figure.stop + 1
        if best is not None and distance >= best[0]:
            continue
        if found := _direction_at(lexed, at, stretch):
            best = (distance, found)
    return best[1] if best else None


def _direction_at(lexed: LexedText, at: int, stretch: range) -> Direction | None:
    """The direction of one word, or of a verb with its particle."""
    word, lexicon = lexed.tokens[at].lower, lexed.lexicon
    if found := _of_verb(lexed.tokens, at, stretch, lexicon):
        return found
    return None if word in lexicon.directions.only_after else direction_of(word, lexicon)


def _of_verb(
    tokens: Sequence[Token], verb: int, stretch: range, lexicon: Lexicon
) -> Direction | None:
    """What the verb says with the first particle after it in the stretch that fits."""
    verbs, word = lexicon.verbs, tokens[verb].lower
    up, down = verbs.up.get(word, _NO_PARTICLES), verbs.down.get(word, _NO_PARTICLES)
    if not up and not down:
        return None
    for at in range(verb + 1, stretch.stop):
        particle = tokens[at].lower
        if particle not in up | down:
            continue
        following = tokens[at + 1] if at + 1 < min(stretch.stop, len(tokens)) else None
        ends = following is None or following.kind == "mark"
        ends = ends or (at == verb + 1 and following is not None and following.kind == "number")
        if ends or (following is not None and following.lower in verbs.followers):
            return "up" if particle in up else "down"
    return None
