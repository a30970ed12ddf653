"""What numbers beside each other have of each other: parts of one number, and each other's unit.

In: figures in order. Out: the same figures. Those that may be parts of one number have a `doubt`,
the words of both: `one million two million`, `several hundred and fifty`; none is guessed at. A
bare one whose unit stands with another number, or with the noun that its clause is about, has it as
`implied`, and a whole knows which number is its part: `12 of the 80 lakes`, `seven people died and
19 were injured`, `rose by 4 deaths to 31`, `the number of deaths rose to 31`.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.evidence.lexicon.lemmas import forms_of
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.bounds.sums import share_money
from generator.evidence.numbers.ellipsis import (
    are_votes,
    goes_on,
    is_counted,
    is_number,
    level_verbs,
    start_of,
    unit_of,
)
from generator.evidence.numbers.figures import ONE, Figure, LexedText, scale_at, words_of
from generator.evidence.numbers.fractions import skip_hyphen
from generator.evidence.numbers.grammar import TENS, UNITS
from generator.evidence.numbers.measures import DURATIONS, FoundUnit

_TWENTY, _HUNDRED, _THOUSAND = (Decimal(one) for one in (20, 100, 1000))
_LONGEST_LINK = 4
_REACH = 25
_ENDS = frozenset(".,;:!?()")
_FAR = 8
"""Words between the verb of a level and the preposition before it."""
_HEAD = 2
"""Words between a noun that counts and what it counts: `the number of the dead`."""


def mark_neighbours(lexed: LexedText, figures: Sequence[Figure]) -> list[Figure]:
    """All figures, those beside what may be more of their number marked."""
    marked: list[Figure] = []
    for figure in figures:
        left, end = marked[-1] if marked else None, figure.core[1]
        if left and (_is_row(lexed, left, figure) or _is_inverted(lexed, left, figure)):
            doubt = words_of(lexed, left.first, end)
            marked[-1:] = replace(left, doubt=doubt), replace(figure, doubt=doubt)
            continue
        loose = _loose_before(lexed, figure, left.last if left else 0)
        if loose is not None:
            marked.append(replace(figure, doubt=words_of(lexed, loose, end)))
        elif _is_left_over(lexed, figure):
            marked.append(replace(figure, doubt=words_of(lexed, figure.first, end + 1)))
        else:
            marked.append(figure)
    return marked


def _is_row(lexed: LexedText, left: Figure, right: Figure) -> bool:
    """Two numbers without a unit, a mark or a word between them."""
    if left.last != right.first or not (_is_plain(left) and _is_plain(right)):
        return False
    has_units = left.unit is not None and left.unit.first < left.last and right.unit is not None
    if has_units or not lexed.is_one_sentence(left.first, right.first):
        return False
    end = right.core[1]
    is_compound = skip_hyphen(lexed, end) > end or (right.unit and right.unit.first < end)
    if is_compound and left.scale == ONE and (left.value or ONE) < _TWENTY:
        return False
    return left.scale > ONE or (left.is_word and right.is_word)


def _is_inverted(lexed: LexedText, left: Figure, right: Figure) -> bool:
    """`drei und zwanzig Prozent`: two numbers, or units before tens."""
    ranges = lexed.lexicon.ranges
    link = ranges.and_.at(lexed.tokens, left.last)
    if link is None or link[1] != right.first or lexed.lexicon.numerals.tens_first:
        return False
    is_pair = left.is_word and right.is_word and left.value in UNITS and right.value in TENS
    return is_pair and not ranges.between.before(lexed.tokens, left.first)


def _is_plain(figure: Figure) -> bool:
    return not figure.is_name and not figure.is_ordinal


def _loose_before(lexed: LexedText, figure: Figure, taken: int) -> int | None:
    """The first token of what belongs to no number and may begin this one: `hundred and fifty`."""
    if not figure.is_word or figure.value is None:
        return None
    link = lexed.lexicon.ranges.and_.before(lexed.tokens, figure.first)
    at = (link[1] if link else figure.first) - 1
    if at < taken or not lexed.is_one_sentence(at, figure.first):
        return None
    word, numerals = lexed.lower(at), lexed.lexicon.numerals
    if link is None and word in numerals.points:
        return at
    factor = lexed.lexicon.scales.words.get(word, Decimal(0))
    is_near = link is None or (factor <= _THOUSAND and figure.value < _HUNDRED)
    return at if factor > abs(figure.value) and is_near else None


def _is_left_over(lexed: LexedText, figure: Figure) -> bool:
    """A scale word follows that does not multiply the number: `fifteen hundred thousand`."""
    end = figure.core[1]
    is_own = figure.unit is not None and figure.unit.first <= end < figure.unit.last
    is_free = figure.value is not None and _is_plain(figure) and not is_own
    return is_free and scale_at(lexed, end, is_first=False) is not None


def inherit_units(lexed: LexedText, figures: Sequence[Figure]) -> list[Figure]:
    """All figures, with the units that they have from elsewhere."""
    found: list[Figure] = []
    whole: int | None = None
    for figure in figures:
        one, before = _plain(lexed, figure), found[-1] if found else None
        if before is not None and not lexed.is_one_sentence(before.first, one.first):
            before = whole = None
        if before is not None and _is_part(lexed, before, one):
            found[-1] = replace(_with(before, one.unit), counted=None)
            one = replace(one, whole_of=range(before.first, before.last))
        elif whole is not None and _may_be_part(found[whole], one):
            found[whole] = replace(found[whole], whole_of=range(one.first, one.last))
            one, whole = _with(one, found[whole].unit), None
        elif before is not None and (
            are_votes(lexed, before, one) or _is_level(lexed, before, one)
        ):
            one, found[-1] = _with(one, unit_of(before)), _with(before, unit_of(one))
        elif before is not None and goes_on(lexed, before, one):
            one = _with(one, unit_of(before))
        if one.unit is None and one.implied is None and (head := _collective(lexed, one)):
            one = _with(one, head)
        if one.unit is None and one.implied is None and is_number(one):
            is_near = before is None or _follows(lexed, before, one) or _is_adjunct(lexed, before)
            low = 0 if before is None or is_near else before.last
            head = _head(lexed, one, low, is_told=is_told(lexed, one))
            is_time = head is not None and head.code in DURATIONS  # `last year the figure was 19`
            one = one if is_time else _with(one, head)
        if before is not None:
            found[-1], one = share_money(lexed, found[-1], one)
        whole = len(found) if _opens_whole(lexed, one) else whole
        found.append(one)
    return found


def _with(figure: Figure, unit: FoundUnit | None) -> Figure:
    """The bare figure with the unit of another, where that counts."""
    is_bare = figure.unit is None and figure.implied is None and is_number(figure)
    is_counted = unit is not None and unit.kind in {"declared", "noun"}
    return replace(figure, implied=unit) if is_bare and is_counted else figure


def _plain(lexed: LexedText, figure: Figure) -> Figure:
    """The figure without a unit where the word behind it counts nothing: `five others`."""
    unit = figure.unit
    if unit is None or unit.kind != "noun" or unit.first != figure.core[1]:
        return figure
    is_silent = fits_whole(lexed.lexicon.counts.silent, lexed.lower(unit.first))
    return replace(figure, unit=None, last=figure.core[1]) if is_silent else figure


def _is_part(lexed: LexedText, left: Figure, right: Figure) -> bool:
    """`12 of the 80 lakes`: only words of parts stand between the two."""
    between = range(left.last, right.first)
    if not 0 < len(between) <= _LONGEST_LINK or not _is_smaller(left, right):
        return False
    counts, links = lexed.lexicon.counts, lexed.lexicon.numerals.part_links
    owners = tuple(one for one in lexed.lexicon.owners.genitives if not one[0].isalpha())
    words = [lexed.lower(at) for at in between if not owners or not _is_owner(lexed, at, owners)]
    if not words:
        return False
    is_opened = words[0] in links or words[0] in counts.openers.firsts
    # "negen van haar tien races": its noun is that of the whole.
    is_bare = left.unit is None or left.unit.first > right.first
    return (
        is_opened and is_counted(right) and is_bare and set(words[1:]) <= links | counts.narrowing
    )


def _is_owner(lexed: LexedText, at: int, endings: tuple[str, ...]) -> bool:
    """Whose they are: `300 of the yard's 900 workers`."""
    return lexed.tokens[at].kind == "word" and lexed.tokens[at].text.endswith(endings)


def _is_smaller(part: Figure, whole: Figure) -> bool:
    if part.value is None or whole.value is None or part.is_ordinal or part.is_name:
        return False
    return not part.is_share and 0 <= part.value < whole.value


def _opens_whole(lexed: LexedText, figure: Figure) -> bool:
    """`Of the 640 bridges …` at the head of a clause: the next number is a part of it."""
    if not is_counted(figure) or figure.unit is None or not is_number(figure):
        return False
    openers = lexed.lexicon.counts.openers
    found = openers.before(lexed.tokens, figure.first)
    found = found or openers.before(lexed.tokens, start_of(lexed, figure))
    if found is None:
        return False
    at = found[1]
    is_head = at == 0 or at in lexed.lines or lexed.tokens[at - 1].kind == "mark"
    return is_head or _is_taken_up(lexed, figure)


def _is_taken_up(lexed: LexedText, figure: Figure) -> bool:
    """`wil van de 520 banen er dit najaar 140 schrappen`: a word takes the whole up again."""
    end = max(figure.last, figure.unit.last if figure.unit else 0)
    for at in range(end, min(end + _FAR, len(lexed.tokens))):
        if lexed.lower(at) in _ENDS:
            break
        if lexed.lower(at) in lexed.lexicon.counts.takers:
            return True
    return False


def _may_be_part(whole: Figure, figure: Figure) -> bool:
    """A smaller number, or a percentage, which is one of the whole."""
    unit = unit_of(figure)
    if unit is not None and unit.kind == "ratio":
        return True
    return (unit is None or is_counted(figure)) and _is_smaller(figure, whole)


def _is_level(lexed: LexedText, left: Figure, right: Figure) -> bool:
    """`by 4 deaths to 31`, `um 18 auf 87 Tote`: a change and the level count the same."""
    if is_counted(left) == is_counted(right) or not (is_number(left) and is_number(right)):
        return False
    return _follows(lexed, left, right)


def _follows(lexed: LexedText, left: Figure, right: Figure) -> bool:
    """Only the word for a level reached stands between the two."""
    found = lexed.lexicon.directions.levels.before(lexed.tokens, start_of(lexed, right))
    return found is not None and found[1] == max(left.last, left.unit.last if left.unit else 0)


def is_told(lexed: LexedText, figure: Figure) -> bool:
    """Right before it stands what its clause is about, and that it rose, fell or stood so."""
    if not is_number(figure):
        return False
    lexicon, at = lexed.lexicon, start_of(lexed, figure)
    tables = (lexicon.directions.levels, lexicon.changes.states)
    is_by = lexed.lower(at - 1) in lexicon.verbs.by
    return is_by or any(table.before(lexed.tokens, at) for table in tables) or _stands(lexed, at)


def _stands(lexed: LexedText, at: int) -> bool:
    """`lag in demselben Jahr bei 381.000`: the verb of a level stands some words before."""
    verbs = level_verbs(lexed.lexicon).get(lexed.lower(at - 1), frozenset())
    for near in range(at - 2, max(-1, at - 2 - _FAR), -1):
        if lexed.lower(near) in verbs:
            return True
        if lexed.lower(near) in _ENDS:
            break
    return False


def _is_adjunct(lexed: LexedText, figure: Figure) -> bool:
    """`seit drei Jahren`, `in the three hospitals`: it stands behind a preposition, no level."""
    at = start_of(lexed, figure) - 1
    if figure.unit is None or lexed.lexicon.directions.levels.before(lexed.tokens, at + 1):
        return False
    at -= lexed.lower(at) in lexed.lexicon.hedges.articles
    return lexed.lower(at) in lexed.lexicon.owners.prepositions


def _collective(lexed: LexedText, figure: Figure) -> FoundUnit | None:
    """The declared noun that a bare number is so many of: `a crowd of 23,418`."""
    at = start_of(lexed, figure) - 1
    if not is_number(figure) or lexed.lower(at) not in lexed.lexicon.verbs.of:
        return None
    found = lexed.nouns.at(lexed.tokens, at - 1, lexed.lexicon) if at else None
    is_next = found is not None and found[1] == at
    return FoundUnit(found[0], "declared", at - 1, at) if found and is_next else None


def _head(lexed: LexedText, figure: Figure, low: int, *, is_told: bool) -> FoundUnit | None:
    """The declared noun that its clause begins with: `the number of deaths`, `infections`."""
    first = start_of(lexed, figure)
    level = lexed.lexicon.directions.levels.before(lexed.tokens, first)
    # "offences climbed sharply, to 2,480": the level is set off, and goes on with the clause.
    is_set_off = level is not None and lexed.lower(level[1] - 1) == ","
    first = level[1] - 1 if level and is_set_off else figure.first
    while first > max(low, figure.first - _REACH) and lexed.lower(first - 1) not in _ENDS:
        first -= 1
    counts, prepositions = lexed.lexicon.counts, lexed.lexicon.owners.prepositions
    for at in range(first, figure.first):
        if lexed.tokens[at].kind != "word" or lexed.tokens[at - 1].kind == "number":
            continue
        is_headed = any(lexed.lower(near) in counts.heads for near in range(at - 1 - _HEAD, at))
        if lexed.lower(at - 1) in prepositions and not is_headed:
            continue
        if (is_told or is_headed) and (found := _noun_at(lexed, at)):
            return FoundUnit(found[0], "declared", at, found[1])
    return None


def _noun_at(lexed: LexedText, at: int) -> tuple[str, int] | None:
    """A declared noun, by itself or before `-zahl`."""
    if found := lexed.nouns.at(lexed.tokens, at, lexed.lexicon):
        return found
    word, units = lexed.tokens[at].text, lexed.nouns.units
    for ending in lexed.lexicon.counts.endings:
        stem = word.removesuffix(ending)
        if len(stem) < len(word):
            forms = forms_of(stem, lexed.lexicon)
            return next(((units[(one,)], at + 1) for one in forms if (one,) in units), None)
    return None
