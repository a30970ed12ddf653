"""Hedges: the words around a figure that make it less than exact, or another number.

In: a figure among its tokens. Out: the hedge and where its words begin, whether a level is meant,
and the words that a person should look at: what could be a hedge, and that of which the number is
the whole. None is guessed at; colouring words (`only`) change nothing.
"""

from dataclasses import dataclass, replace

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.bounds.governed import (
    CLAUSE_MARKS,
    has_grown,
    is_governed,
    is_of_noun,
    is_particle,
    may_be_governed,
    moved_to,
)
from generator.evidence.numbers.figures import Figure, LexedText
from generator.evidence.numbers.measures import DURATIONS
from generator.evidence.numbers.ranges import Linked
from generator.evidence.text.tokens import Token, is_glued
from generator.model import Hedge

_QUOTES = frozenset("\"'")
_COMPARING = frozenset({"over", "under", "at-least", "at-most", "nearly", "just-over"})
_WRAPS = frozenset(")]*_-")
_STEPS = 4
_FAR = 5
_OBJECT = 4
"""Words of a verb and what it lifts: `pushed interest rates up to 2.25%`."""
_OF_PERCENT = frozenset({"%", "permille"})


@dataclass(frozen=True, slots=True)
class FoundHedge:
    """What the words around a figure say about its exactness."""

    hedge: Hedge = "exact"
    first: int | None = None
    """The token at which the hedge begins; None when there is no hedge word."""
    last: int | None = None
    ambiguity: str | None = None
    """A word that may be a hedge and may be none."""
    is_level: bool = False
    """A preposition says that the number is a level reached."""


def find_hedge(lexed: LexedText, linked: Linked) -> FoundHedge:
    """The hedge nearest to the figure: left of it, else right of it; a range's is on its start."""
    found = _find_hedge(lexed, linked)
    if found.ambiguity is not None:
        return found
    return replace(found, ambiguity=_find_doubt(lexed, linked.figure, is_start=linked.is_start))


def _find_hedge(lexed: LexedText, linked: Linked) -> FoundHedge:
    figure = linked.figure
    is_whole = figure.whole_of and lexed.lexicon.counts.openers.before(lexed.tokens, figure.first)
    if linked.bound == "high" or is_whole:  # "onder de 60 gasten waren 12 ministers"
        return FoundHedge()
    found = _find_left(lexed, figure, is_start=linked.is_start or linked.bound == "low")
    if found.hedge != "exact":
        return found
    right = _find_right(lexed, figure)
    if right is None:
        return found
    hedge, first, last = right
    return FoundHedge(hedge, first, last, found.ambiguity, found.is_level)


def _find_left(lexed: LexedText, figure: Figure, *, is_start: bool) -> FoundHedge:
    """Steps over articles and colouring words to the left, up to a hedge or another word."""
    tokens, lexicon, hedges = lexed.tokens, lexed.lexicon, lexed.lexicon.hedges
    at, coloured = figure.first, None
    for _ in range(_STEPS):
        found = _hedge_before(lexed, at)
        is_own = figure.is_share and at == figure.first  # "die Hälfte" has its article
        if found and (_is_outdone(lexed, figure, found[0], at) or _is_of_age(lexed, figure, at)):
            break
        if found and found[0] in _COMPARING and tokens[at].lower in hedges.articles and not is_own:
            break  # "below the 3.0 percent that was expected": a comparison with a figure
        if found and is_start and lexicon.ranges.from_.before(tokens, at):
            break  # "priced from 25 euros to 90 euros"
        if found and found[0] != "exact":
            return _left_hedge(lexed, figure, found[0], found[1], at)
        if found:
            coloured = coloured or (found[1], at)
            at = found[1]
        elif at and _is_skipped(tokens[at - 1], lexicon):
            at -= 1
        elif marked := _marked_hedge(lexed, at):
            hedge, begin, end = marked
            found_left = _left_hedge(lexed, figure, hedge, begin, end)
            is_spoken = tokens[at - 1].text == "-" and tokens[begin].lower in hedges.adverbs
            return replace(found_left, ambiguity=tokens[begin].text) if is_spoken else found_left
        else:
            break
    if bound := None if is_start else _find_bound(lexed, figure, at):
        return FoundHedge(bound[0], bound[1], at)
    is_adverb = at > 0 and tokens[at - 1].lower in lexicon.adverbs.plain
    is_level = lexicon.directions.levels.before(tokens, at - is_adverb) is not None
    ambiguity = None if coloured else _doubtful_word(lexed, at)
    first, last = coloured or (None, None)
    return FoundHedge("exact", first, last, ambiguity, is_level)


def _is_outdone(lexed: LexedText, figure: Figure, hedge: Hedge, at: int) -> bool:
    """`topping the $2.24 billion that analysts had expected`: a comparison with a figure."""
    if hedge not in _COMPARING or lexed.lower(at - 1) not in lexed.lexicon.hedges.articles:
        return False
    end = figure.end
    return lexed.lower(end) in lexed.lexicon.relative | lexed.lexicon.complementizers


def _is_of_age(lexed: LexedText, figure: Figure, at: int) -> bool:
    """`Tegen de 37-jarige verdachte`: the article is that of who is so old."""
    unit, articles = figure.unit, lexed.lexicon.hedges.articles
    if unit is None or unit.code not in DURATIONS or lexed.lower(at - 1) not in articles:
        return False
    return any(lexed.lower(unit.last - 1).startswith(one) for one in lexed.lexicon.endings)


def _is_skipped(token: Token, lexicon: Lexicon) -> bool:
    """An article, another word that says nothing of the number, or a quotation mark."""
    word, hedges = token.lower, lexicon.hedges
    is_article = word in hedges.articles or word in lexicon.numerals.one
    return is_article or word in hedges.skipped or word in _QUOTES


def _marked_hedge(lexed: LexedText, at: int) -> tuple[Hedge, int, int] | None:
    """A hedge with marks between it and the number: `(about) 5,000`, `_rund_ 5.000`."""
    tokens, end = lexed.tokens, at
    while end and at - end < _STEPS and tokens[end - 1].text in _WRAPS:
        end -= 1
    if end in {0, at}:
        return None
    found = _hedge_before(lexed, end)
    if found is None or found[0] == "exact":
        return None
    is_wrapped = tokens[found[1] - 1].text in {"(", "[", "*", "_"} if found[1] else False
    is_dash = tokens[end].text == "-" and end == at - 1 and not is_glued(tokens, end)
    return (*found, end) if is_wrapped or (is_dash and found[0] == "about") else None


def _hedge_before(lexed: LexedText, at: int) -> tuple[Hedge, int] | None:
    """The hedge that ends before the token, unless it is the particle of a verb."""
    found = lexed.lexicon.hedges.before.before(lexed.tokens, at)
    if found is None or _is_between(lexed, found[1]):
        return None
    phrase = " ".join(token.lower for token in lexed.tokens[found[1] : at])
    verbs = lexed.lexicon.verbs
    if lexed.lower(found[1] - 1) in verbs.hedge_particles.get(phrase, frozenset()):
        return None
    if is_governed(lexed, found[1], phrase) or is_of_noun(lexed, found[1], phrase):
        return None
    lifting = verbs.level_particles.get(phrase, frozenset())
    # "brings in up to 5 million": the verb has another particle, and lifts nothing.
    # "take up to 5 million": nothing stands between that it could lift.
    beside = lexed.lower(found[1] - 1)
    has_other = beside in lexed.lexicon.nouns.stops or beside in verbs.level_objects
    near = range(max(0, found[1] - _OBJECT), found[1]) if lifting and not has_other else range(0)
    is_lifted = any(lexed.lower(one) in lifting for one in near)
    return None if is_lifted or is_particle(lexed, found[1]) else found


def _is_between(lexed: LexedText, at: int) -> bool:
    """A sign written onto another number before it hedges neither: `5~6`."""
    tokens = lexed.tokens
    return tokens[at].kind == "mark" and is_glued(tokens, at) and tokens[at - 1].kind == "number"


def _left_hedge(
    lexed: LexedText, figure: Figure, hedge: Hedge, first: int, last: int
) -> FoundHedge:
    """A hedge, whether it may be none, and whether a preposition before it names a level."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    phrase = " ".join(token.lower for token in tokens[first:last])
    before = tokens[first - 1].lower if first else ""
    is_doubtful = before in lexicon.hedges.doubtful.get(phrase, frozenset())
    is_doubtful |= may_be_governed(lexed, first, phrase)
    if figure.unit and figure.unit.code in DURATIONS and phrase in lexicon.hedges.during:
        is_doubtful = True
    is_level = lexicon.directions.levels.before(tokens, first) is not None
    return FoundHedge(hedge, first, last, phrase if is_doubtful else None, is_level)


def _find_right(lexed: LexedText, figure: Figure) -> tuple[Hedge, int, int] | None:
    """`or more`, and a plus sign glued to the number."""
    tokens, core_end = lexed.tokens, figure.core[1]
    is_plus = is_glued(tokens, core_end) and tokens[core_end].text == "+"
    if is_plus and not is_glued(tokens, core_end + 1):
        return "at-least", core_end, core_end + 1
    unit_end = figure.unit.last if figure.unit else figure.last
    for at in sorted({core_end, figure.last, unit_end}):
        if found := lexed.lexicon.hedges.after.at(tokens, at):
            return found[0], at, found[1]
    return None


def _find_bound(lexed: LexedText, figure: Figure, at: int) -> tuple[Hedge, int] | None:
    """Prepositions that bound a number at a clause's start, of prices, or where nothing moves."""
    hedges = lexed.lexicon.hedges
    if _is_set_off_start(lexed, at) or _is_of_before(lexed, figure, at):
        return None  # "slipped to 38.2 per cent, from 40.8"
    if found := hedges.at_start.before(lexed.tokens, at):
        is_bound = _opens_clause(lexed, found[1]) or _is_price(lexed, figure, found[1])
        return found if is_bound else None
    found = hedges.unless_moving.before(lexed.tokens, at)
    if found is None or _is_behind_change(lexed, found[1]):
        return None
    if is_governed(lexed, found[1], lexed.lower(at - 1)):
        return None
    return None if moved_to(lexed, found[1]) or has_grown(lexed, found[1]) else found


def _is_set_off_start(lexed: LexedText, at: int) -> bool:
    """Behind a comma, and before that a level was reached: what it was before."""
    if lexed.lower(at - 2) != ",":
        return False
    levels, tokens = lexed.lexicon.directions.levels, lexed.tokens
    for near in range(at - 3, max(0, at - 3 - 2 * _FAR), -1):
        if tokens[near].text in CLAUSE_MARKS:
            return False
        first = near - (is_glued(tokens, near) and tokens[near - 1].kind == "mark")
        if _is_number(lexed, near) and levels.before(tokens, first) is not None:
            return True
    return False


def _is_of_before(lexed: LexedText, figure: Figure, at: int) -> bool:
    """`lent 412,000 items, from 431,000 the year before`: what it was before, behind a comma."""
    after = figure.unit.last if figure.unit and figure.unit.last > figure.last else figure.last
    found = lexed.lexicon.moments.table.at(lexed.tokens, after)
    return lexed.lower(at - 2) == "," and found is not None and found[0].split()[0] == "before"


def _is_behind_change(lexed: LexedText, at: int) -> bool:
    """`klom met 7 procent tot 537 miljoen`: what stands before the preposition is a difference."""
    for near in range(at - 1, max(0, at - 1 - _OBJECT), -1):
        if lexed.tokens[near].text in CLAUSE_MARKS:
            return False
        if _is_number(lexed, near):
            hedge = lexed.lexicon.hedges.before.before(lexed.tokens, near)
            return lexed.lower((hedge[1] if hedge else near) - 1) in lexed.lexicon.verbs.by
    return False


def _is_price(lexed: LexedText, figure: Figure, at: int) -> bool:
    """`tickets cost from £900`: the lowest of several prices, and no change from one."""
    if figure.unit is None or figure.unit.kind != "money" or moved_to(lexed, at):
        return False
    near = range(max(0, at - _FAR), at)
    return any(lexed.lower(one) in lexed.lexicon.hedges.priced for one in near)


def _opens_clause(lexed: LexedText, index: int) -> bool:
    """The token is the first of its clause."""
    return index == 0 or lexed.tokens[index - 1].text in CLAUSE_MARKS


def _doubtful_word(lexed: LexedText, at: int) -> str | None:
    """An adverb before the figure that the lexicon does not know, or the first half of a ratio.

    Adverbs are known by their endings; a capital may only be that of a sentence's first word.
    """
    if at == 0:
        return None
    token, lexicon = lexed.tokens[at - 1], lexed.lexicon
    if lexicon.numerals.ratios.before(lexed.tokens, at):
        return token.text
    is_lower = token.text[0].islower() or _opens_clause(lexed, at - 1)
    if token.kind != "word" or not is_lower or token.lower in lexicon.adverbs.plain:
        return None
    return token.text if token.lower.endswith(lexicon.adverbs.endings) else None


def _find_doubt(lexed: LexedText, figure: Figure, *, is_start: bool) -> str | None:
    """The words that make the figure the whole of which another is a part; none of a start."""
    is_number = not figure.is_name and not figure.is_ordinal
    return _part(lexed, figure) if is_number and not is_start else None


def _part(lexed: LexedText, figure: Figure) -> str | None:
    """`a quarter of the 5,000`, `10 Prozent der 5.000`: the number is the whole, not the part."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    words, shares = lexicon.numerals, lexicon.shares
    hedge = lexicon.hedges.before.before(tokens, figure.first)
    end = at = hedge[1] if hedge else figure.first
    while at and end - at < _FAR and _links(lexed, at - 1):
        at -= 1
    if at in {end, 0}:
        return None
    last = " ".join(token.text for token in tokens[at:end])
    part = lexed.lower(at - 1)
    if part in shares.whole or part in shares.parts:
        is_rank = part in shares.ordinals and lexed.lower(at - 2) in words.rank_articles
        return None if is_rank else f"{tokens[at - 1].text} {last}"
    for table in (lexicon.measures.names, lexicon.measures.signs):
        found = table.before(tokens, at)
        if found and found[0] in _OF_PERCENT and _is_number(lexed, found[1] - 1):
            is_from = at == end - 1 and lexed.lower(at) in words.part_froms
            is_moved = lexed.lower(found[1] - 2) in lexicon.verbs.by
            return None if is_from and is_moved else f"{tokens[at - 1].text} {last}"
    return None


def _links(lexed: LexedText, at: int) -> bool:
    """A word between a part and its whole, or whose it is: `half of Acme's 300 members`."""
    token, lexicon = lexed.tokens[at], lexed.lexicon
    marked = tuple(one for one in lexicon.owners.genitives if not one[0].isalpha())
    is_owner = bool(marked) and token.text[:1].isupper() and token.text.endswith(marked)
    return token.lower in lexicon.numerals.part_links or is_owner


def _is_number(lexed: LexedText, at: int) -> bool:
    if not 0 <= at < len(lexed.tokens):
        return False
    return lexed.tokens[at].kind == "number" or lexed.lower(at) in lexed.lexicon.numerals.values
