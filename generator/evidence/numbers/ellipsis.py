"""Whether a bare number counts what the one before it counts, whose noun it leaves out.

In: two figures that follow each other. Out: whether the second goes on with the noun of the first:
`seven people died and 19 were injured`, `6,120 farms, 140 fewer than a year earlier`, `with 24
goals, followed by Reyes with 19`, `sold 118,000 tickets and now stands at 250,000`. What might be
about something else has no noun.
"""

import functools
from collections.abc import Mapping

from generator.evidence.lexicon.lemmas import forms_of, is_inflected
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.figures import Figure, LexedText
from generator.evidence.numbers.measures import FoundUnit

_COUNTED = frozenset({"declared", "noun"})
_BREAKS = frozenset(",;-–—")
_ENDS = frozenset('.,;:!?)"')
_ASIDE = 6
"""Words between what sets a difference off and its number."""
_PREDICATE = 4
_GAP = 12
_PLACE = 3


def unit_of(figure: Figure) -> FoundUnit | None:
    """The unit of a figure, or the one that it has from elsewhere."""
    return figure.unit or figure.implied


def is_counted(figure: Figure) -> bool:
    """It counts things, and is no measure or sum of money."""
    unit = unit_of(figure)
    return unit is not None and unit.kind in _COUNTED


def is_number(figure: Figure) -> bool:
    """It is a plain number: no rank and no part of a whole."""
    return figure.value is not None and not (figure.is_ordinal or figure.is_share)


def start_of(lexed: LexedText, figure: Figure) -> int:
    """Where the figure begins, its hedge and what colours it included."""
    at, hedges = figure.first, lexed.lexicon.hedges
    while found := hedges.before.before(lexed.tokens, at):
        at = found[1]
    return at


def goes_on(lexed: LexedText, left: Figure, right: Figure) -> bool:
    """The second number leaves out the noun that the first one counts."""
    if not is_counted(left) or right.unit is not None or not is_number(right):
        return False
    if left.unit is None:
        return _is_listed(lexed, right)
    between = range(max(left.last, left.unit.last), start_of(lexed, right))
    return (
        _is_listed(lexed, right)
        or is_among(lexed, right)
        or _is_difference(lexed, right, between)
        or _is_contrast(lexed, right, between)
        or _is_parallel(lexed, left, right, between)
        or _is_level(lexed, right, between)
        or _is_fronted(lexed, left, right, between)
        or _is_resumed(lexed, right, between)
        or _is_total(lexed, right)
        or (is_compared(lexed, right) and _is_near(lexed, right, between))
        or _is_further(lexed, right)
    )


def _is_near(lexed: LexedText, right: Figure, between: range) -> bool:
    """What is compared stands close, or further on behind a comma of its own: `…, up from 29`."""
    at = start_of(lexed, right)
    return len(between) <= _GAP or "," in {lexed.lower(at - 2), lexed.lower(at - 3)}


def _is_further(lexed: LexedText, right: Figure) -> bool:
    """`130 Kinder sind angemeldet, weitere 18 stehen auf der Warteliste`: no noun of its own."""
    further, tokens = lexed.lexicon.counts.further, lexed.tokens
    if not further.before(tokens, right.first) or right.core[1] >= len(tokens):
        return False
    behind = tokens[right.core[1]]
    return behind.kind == "word" and behind.text.islower()


def is_among(lexed: LexedText, figure: Figure) -> bool:
    """The number is that of a part: `among them 38 children`, `45 of which are electric`."""
    counts, tokens = lexed.lexicon.counts, lexed.tokens
    if figure.unit is None and counts.among_behind.at(tokens, figure.core[1]):
        return True
    at = start_of(lexed, figure)
    if counts.among.before(tokens, at):
        return True
    # "van wie er uiteindelijk 10.874 de eindstreep haalden", "Unter ihnen waren neun Jungtiere"
    while at and (
        lexed.lower(at - 1) in counts.fillers or fits_whole(counts.silent, lexed.lower(at - 1))
    ):
        at -= 1
    found = counts.among.before(tokens, at)
    return found is not None and lexed.lower(found[1] - 1) in {"", *_BREAKS, *_ENDS}


def is_compared(lexed: LexedText, right: Figure) -> bool:
    """`…, up from 44 in 2023`, `tegen 29 vorig jaar`: what another is compared with."""
    against = lexed.lexicon.changes.against
    ends = {start_of(lexed, right), right.first}  # "tegen" may be a hedge as well
    words = [(lexed.lower(at - 1), f"{lexed.lower(at - 2)} {lexed.lower(at - 1)}") for at in ends]
    is_said = any(against.fullmatch(one) for some in words for one in some)
    return is_said and is_bare(lexed, right.core[1])


def is_bare(lexed: LexedText, at: int) -> bool:
    """Behind the number comes no noun: an end, a time or place."""
    lexicon, word = lexed.lexicon, lexed.lower(at)
    is_end = at >= len(lexed.tokens) or lexed.tokens[at].kind == "mark"
    is_time = lexed.lower(at + 1) in lexicon.rates.stretches  # "tegen 29 vorig jaar"
    return is_end or is_time or word in lexicon.nouns.stops or word in lexicon.owners.prepositions


def are_votes(lexed: LexedText, left: Figure, right: Figure) -> bool:
    """`by 312 votes to 187`, `mit 312 zu 187 Stimmen`: those for and against, and no range."""
    shares, found = lexed.lexicon.shares, left.unit or right.unit
    if found is None or lexed.lower(found.first) not in shares.ballots:
        return False
    end = left.last if left.unit is None else max(left.last, left.unit.last)
    if right.first - end != 1 or lexed.lower(end) not in shares.versus:
        return False
    is_range = lexed.lexicon.ranges.through.at(lexed.tokens, end) is not None
    is_by = lexed.lower(left.first - 1) in lexed.lexicon.verbs.by
    has_own = left.unit is not None and left.unit.first < right.first
    return not is_range or is_by or has_own


def _is_listed(lexed: LexedText, right: Figure) -> bool:
    """`and 19 were injured`; not `and 40,000 were without power`."""
    tokens, at, behind = lexed.tokens, start_of(lexed, right), right.core[1]
    ands, prepositions = lexed.lexicon.ranges.and_, lexed.lexicon.owners.prepositions
    is_joined = any(
        lexed.lower(near) == "," or ands.before(tokens, near + 1) for near in (at - 1, at - 2)
    )
    is_silent = fits_whole(lexed.lexicon.counts.silent, lexed.lower(behind))
    return is_joined and is_silent and lexed.lower(behind + 1) not in prepositions


def _is_difference(lexed: LexedText, right: Figure, between: range) -> bool:
    """`…, 140 fewer than`, `…, up 4,000 on`: set off from the noun, with no other one between."""
    changes, lexicon = lexed.lexicon.changes, lexed.lexicon
    rest = _set_off(lexed, between)
    if not 0 < len(rest) <= _ASIDE:
        return False
    is_up = lexed.lower(rest.stop - 1) in changes.before - changes.sums
    behind = lexed.lower(right.core[1] + 1)
    is_more = lexed.lower(right.core[1]) in lexicon.verbs.comparatives
    is_ahead = lexed.lower(right.core[1]) in lexicon.titles.leads - changes.before
    if is_ahead and all(_is_small(lexed, at) for at in rest):
        return True
    is_more = is_more and (not behind or not behind[0].isalpha() or _is_than(lexicon, behind))
    if is_up:
        return len(rest) == 2  # noqa: PLR2004 - the mark and the word
    return is_more and all(_is_small(lexed, at) for at in rest)


def _is_contrast(lexed: LexedText, right: Figure, between: range) -> bool:
    """`…, while Leeds completed just 870`: the noun is left out at the end of the other clause."""
    lexicon, rest = lexed.lexicon, _set_off(lexed, between)
    start = rest.start + (lexed.lower(rest.start) in _BREAKS)
    words = range(start + 1, rest.stop)
    if not 1 < len(words) <= _ASIDE or lexed.lower(start) not in lexicon.counts.contrasts:
        return False
    before = lexed.lower(rest.stop - 1)
    is_reached = lexicon.directions.levels.before(lexed.tokens, rest.stop) is not None
    if is_reached or before in lexicon.owners.prepositions or before in lexicon.verbs.by:
        return False
    # "während Leeds nur 870 fertigstellte": there a verb ends the clause.
    end = right.core[1]
    has_verb = lexicon.nouns.closed_compounds and _is_verbal(lexed, end)
    return _is_end(lexed, end + bool(has_verb))


def _is_than(lexicon: Lexicon, word: str) -> bool:
    return word in lexicon.nouns.stops and lexicon.changes.than.fullmatch(word) is not None


def _set_off(lexed: LexedText, between: range) -> range:
    """The words from the first mark or `and` on; none where the two stand too far apart."""
    near = between if len(between) <= _GAP else range(0)
    first = next((at for at in near if _is_break(lexed, at)), between.stop)
    return range(first, between.stop)


def _is_break(lexed: LexedText, at: int) -> bool:
    """A mark or an `and` that sets off what follows."""
    return lexed.lower(at) in _BREAKS or lexed.lexicon.ranges.and_.at(lexed.tokens, at) is not None


def _is_small(lexed: LexedText, at: int) -> bool:
    """No name and no noun: an article only where a verb follows it, as in `das sind`."""
    word, lexicon = lexed.lower(at), lexed.lexicon
    is_verb = fits_whole(lexicon.counts.silent, word) and not _is_break(lexed, at - 1)
    if _is_article(lexed, at) and not is_verb:
        return fits_whole(lexicon.counts.silent, lexed.lower(at + 1))
    return not lexed.tokens[at].text[:1].isupper()


def _is_article(lexed: LexedText, at: int) -> bool:
    """A noun of its own follows: `the`, `its`."""
    lexicon, word = lexed.lexicon, lexed.lower(at)
    is_one = word in lexicon.numerals.one
    return is_one or word in lexicon.hedges.articles or word in lexicon.quantities.articles


def _is_parallel(lexed: LexedText, left: Figure, right: Figure, between: range) -> bool:
    """`with 24 goals, followed by Reyes with 19`, `auf Sylt 412 Paare, auf Amrum 187`."""
    lexicon, before = lexed.lexicon, start_of(lexed, left)
    rest = _set_off(lexed, between)[1:]
    if not rest or not _is_end(lexed, right.core[1]):
        return False
    if any(_is_article(lexed, at) for at in rest):
        return False
    link = lexed.lower(between.stop - 1)
    is_level = lexicon.directions.levels.before(lexed.tokens, between.stop) is not None
    if link in lexicon.owners.prepositions and not is_level:
        return lexed.lower(before - 1) == link
    opening = lexed.lower(rest.start)
    is_place = 1 < len(rest) <= _PLACE and lexed.tokens[rest.start + 1].text[:1].isupper()
    head = range(max(0, before - _GAP), before)
    return (
        is_place
        and opening in lexicon.owners.prepositions
        and any(
            lexed.lower(at) == opening and lexed.tokens[at + 1].text[:1].isupper() for at in head
        )
    )


def _is_level(lexed: LexedText, right: Figure, between: range) -> bool:
    """`… and now stands at 250,000`: a verb without a subject of its own."""
    rest = _set_off(lexed, between)
    link = lexed.lexicon.ranges.and_.at(lexed.tokens, rest.start) if rest else None
    if link is None or not _is_end(lexed, right.core[1]):
        return False
    # The article of `a quarter of a million` is the number's.
    stop = rest.stop - (lexed.lower(rest.stop - 1) in lexed.lexicon.numerals.one)
    words = range(link[1], stop)
    is_short = 1 < len(words) <= _PREDICATE
    verbs = level_verbs(lexed.lexicon).get(lexed.lower(stop - 1), frozenset())
    is_level = any(lexed.lower(at) in verbs for at in words)
    return is_short and is_level and all(_is_verbal(lexed, at) for at in words)


def _is_fronted(lexed: LexedText, left: Figure, right: Figure, between: range) -> bool:
    """`Bestellt wurden 5.200 Klaviere, ausgeliefert haben wir 4.700`: participles open both."""
    rest, before = _set_off(lexed, between)[1:], start_of(lexed, left)
    if not 1 < len(rest) <= _PREDICATE or not _is_end(lexed, right.core[1]):
        return False
    head = next((at for at in range(before, max(0, before - _GAP), -1) if _opens(lexed, at)), 0)
    return (
        _is_done(lexed, head)
        and _is_done(lexed, rest.start)
        and all(_is_verbal(lexed, at) for at in (rest.start, *rest[2:]))
    )


def _is_resumed(lexed: LexedText, right: Figure, between: range) -> bool:
    """`the club, which had 610 members in 2013, now has 1,105`: a verb that says how many."""
    rest = _set_off(lexed, between)
    if not rest or not _is_end(lexed, right.core[1]):
        return False
    link = lexed.lexicon.ranges.and_.at(lexed.tokens, rest.start)  # "and has 640 left"
    if link is None and lexed.lower(rest.start) != ",":
        return False
    words = range(link[1] if link else rest.start + 1, start_of(lexed, right))
    is_verbal = all(_is_verbal(lexed, at) for at in words)
    is_having = any(lexed.lower(at) in lexed.lexicon.counts.having for at in words)
    return 0 < len(words) <= _PREDICATE and is_verbal and is_having


def _is_total(lexed: LexedText, right: Figure) -> bool:
    """`14 arrests on Sunday, bringing the total to 60`."""
    level = lexed.lexicon.directions.levels.before(lexed.tokens, start_of(lexed, right))
    at = level[1] - 1 if level else -1
    is_head = lexed.lower(at) in lexed.lexicon.counts.totals
    return level is not None and is_head and _is_end(lexed, right.core[1])


def _opens(lexed: LexedText, at: int) -> bool:
    """The first word of a clause."""
    return at == 0 or lexed.lower(at - 1) in _ENDS


def _is_done(lexed: LexedText, at: int) -> bool:
    """A participle and its auxiliary; a noun's base form does not end as a verb's does."""
    word, lexicon = lexed.lower(at), lexed.lexicon
    if not fits_whole(lexicon.counts.silent, lexed.lower(at + 1)):
        return False
    bases = (form for form in forms_of(word, lexicon) if form != word)
    return is_inflected(word, lexicon) and any(
        form.endswith(lexicon.nouns.infinitive) for form in bases
    )


def _is_verbal(lexed: LexedText, at: int) -> bool:
    token = lexed.tokens[at]
    return token.kind == "word" and not token.text[:1].isupper() and not _is_article(lexed, at)


def _is_end(lexed: LexedText, at: int) -> bool:
    """Nothing that the number could count follows."""
    is_over = at >= len(lexed.tokens) or lexed.lower(at) in _ENDS
    return is_over or lexed.lexicon.ranges.and_.at(lexed.tokens, at) is not None


@functools.lru_cache(maxsize=16)
def level_verbs(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """For the last word of what names a level, the verbs before it: `at`, with `stands`."""
    found: dict[str, set[str]] = {}
    for table in (lexicon.directions.levels, lexicon.changes.states):
        for verb, *rest in table.meanings:
            if len(rest) == 1:
                found.setdefault(rest[0], set()).add(verb)
    return {word: frozenset(verbs) for word, verbs in found.items()}
