"""Ranges and changes between two numbers: what they share, and which is the lower bound.

In: figures in order. Out: the same figures, units and scales shared leftwards, and for ranges the
bound that each is. `from 2 to 3` is a change, not a range; `8% to 41.20 HKD` is neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.directions import direction_of, direction_of_verb
from generator.evidence.numbers.ellipsis import are_votes
from generator.evidence.numbers.figures import Figure, LexedText
from generator.evidence.text.tokens import is_glued

Bound = Literal["low", "high"]
Link = Literal["range", "change", "back"]
"""`2 to 3`, `from 2 to 3`, `to 3 from 2`."""
_SHARED_BELOW = 1000
_SAME_SIZE = 2
"""So many times the lower end, the upper one may be of a range: `rose by 3 to 5`."""
_FALL = 20
"""A change to less than so small a part of where it began shares no scale."""
_MOVING_REACH = 8
_CLAUSE_ENDS = frozenset(".,;:")


@dataclass(frozen=True, slots=True)
class Linked:
    """A figure with its role in a range, and whether it is the start of a change."""

    figure: Figure
    bound: Bound | None = None
    is_start: bool = False
    """`from A to B`: the A, which no preposition makes a bound."""


def link_figures(lexed: LexedText, figures: Sequence[Figure]) -> list[Linked]:
    """All figures, those of ranges marked; number words that count nothing are dropped."""
    linked = [Linked(figure) for figure in figures]
    for at in range(len(linked) - 1):
        left, right = linked[at].figure, linked[at + 1].figure
        link = _link(lexed, left, right)
        if link is None or linked[at].bound == "high":
            continue
        left, right = _share(left, right, is_rising=link == "range")
        if link == "range":
            linked[at], linked[at + 1] = Linked(left, "low"), Linked(right, "high")
        else:
            starts = (link == "change", link == "back")
            linked[at], linked[at + 1] = (
                Linked(one, is_start=start)
                for one, start in zip((left, right), starts, strict=True)
            )
    return [one for one in linked if _counts(one.figure)]


def _counts(figure: Figure) -> bool:
    """Digits and parts of a whole always count; a bare number word only with a unit or scale."""
    has_unit = figure.unit is not None or figure.implied is not None
    return not figure.is_word or has_unit or figure.scale > 1 or figure.is_share


def _link(lexed: LexedText, left: Figure, right: Figure) -> Link | None:
    """How the words between two figures join them."""
    if not (_may_link(left) and _may_link(right)) or left.last >= right.first:
        return None
    if left.unit and right.unit and left.unit.code != right.unit.code:
        return None
    is_pair = _is_measured_alone(left, right) or are_votes(lexed, left, right)
    if is_pair or _is_size(lexed, left, right):
        return None
    tokens, ranges = lexed.tokens, lexed.lexicon.ranges
    between = _without_hyphens(lexed, range(left.last, right.first))
    is_through, is_change, is_and, is_or = (
        _spans(table.at(tokens, between.start), between)
        for table in (ranges.through, ranges.change, ranges.and_, ranges.or_)
    )
    if ranges.from_.before(tokens, left.first) is not None and not _is_amount(lexed, left):
        is_span = is_through and (not is_change or _is_spanned(lexed, left.first))
        if (is_change and not is_span) or (is_through and moves_before(lexed, left.first)):
            return "change"
    if _is_back(lexed, left, right, between):
        return "back"
    is_dash = right.first - left.last == 1 and tokens[left.last].text == "-"
    is_dash = is_dash and right.implied is None and not _is_pair(left, right)
    is_pair = (is_and and _follows_between(lexed, left)) or (is_or and _are_near(left, right))
    return "range" if is_through or is_dash or is_pair else None


def _is_amount(lexed: LexedText, left: Figure) -> bool:
    """`ein Umsatzplus von drei bis fünf Prozent`: the noun of movement is so much, from nowhere."""
    lexicon, at = lexed.lexicon, left.first - 1
    is_of = lexed.lower(at) in lexicon.verbs.of
    # The noun, or the noun with whose it is: "ein Anstieg des Umsatzes von 3 bis 5 Prozent".
    is_genitive = lexed.lower(at - 2) in lexicon.quantities.articles
    nouns = (at - 1, at - 3) if is_genitive else (at - 1,)
    return is_of and any(fits_whole(lexicon.changes.shifts, lexed.lower(one)) for one in nouns)


def _is_back(lexed: LexedText, left: Figure, right: Figure, between: range) -> bool:
    """`to 3 from 2`, `to 102.5, from 102.2`: the start of the change stands behind its end."""
    start = between.start + (lexed.lower(between.start) == ",")
    found = lexed.lexicon.ranges.from_.at(lexed.tokens, start)
    if not _spans(found, range(start, between.stop)):
        return False
    return right.unit is None or (start == between.start and left.unit == right.unit)


def _without_hyphens(lexed: LexedText, between: range) -> range:
    """The tokens between two numbers without the hyphens beside them: `0-to-60`."""
    start, stop = between.start, between.stop
    if stop - start > 1 and lexed.lower(start) == "-" and is_glued(lexed.tokens, start):
        start += 1
    if stop - start > 1 and lexed.lower(stop - 1) == "-" and is_glued(lexed.tokens, stop):
        stop -= 1
    return range(start, stop)


def _are_near(left: Figure, right: Figure) -> bool:
    """`three or four years`: the first is bare, and the second no more than twice as large."""
    is_bare = left.unit is None and left.scale == 1 and right.unit is not None
    if not is_bare or left.value is None or right.value is None:
        return False
    return left.value < right.value / right.scale <= 2 * left.value


def _is_measured_alone(left: Figure, right: Figure) -> bool:
    """`8.3% to 412`: a range has its ratio at the end, or at both."""
    return left.unit is not None and left.unit.kind == "ratio" and right.unit is None


def _is_pair(left: Figure, right: Figure) -> bool:
    """`6-3` without a unit: a range begins with its smaller number."""
    is_bare = left.unit is None and right.unit is None and left.scale == right.scale
    return (
        is_bare and left.value is not None and right.value is not None and left.value >= right.value
    )


def _is_size(lexed: LexedText, left: Figure, right: Figure) -> bool:
    """`klom met 3 euro tot 45 euro`, `rose 64 points to 4,577`: a change and the level reached.

    Two bare numbers after a movement are that as well, if the second is no more of the same size.
    """
    between = range(left.last, right.first)
    if not _spans(lexed.lexicon.directions.levels.at(lexed.tokens, left.last), between):
        return False
    first = _before_hedge(lexed, left.first)
    is_by = lexed.lower(first - 1) in lexed.lexicon.verbs.by
    # "nam juist toe, met 22 tot 318": a comma may stand before the word for the change.
    start = first - 2 if is_by and lexed.lower(first - 2) == "," else first
    is_moved = (is_by and moves_before(lexed, start)) or _has_moved(lexed, left.first, is_by=is_by)
    if not is_moved or left.value is None or right.value is None:
        return False
    if left.unit is None:
        is_ratio = right.unit is not None and right.unit.kind == "ratio"
        return not is_ratio and right.value > _SAME_SIZE * left.value
    return right.unit is not None or left.unit.kind in {"noun", "declared"}


def _before_hedge(lexed: LexedText, at: int) -> int:
    """The token at which the hedge of a number begins, else the number."""
    hedge = lexed.lexicon.hedges.before.before(lexed.tokens, at)
    return hedge[1] if hedge else at


def _has_moved(lexed: LexedText, index: int, *, is_by: bool) -> bool:
    """A verb of movement right before the number: `rose 2% to 5%`, not `may rise 2% to 5%`."""
    lexicon, at = lexed.lexicon, _before_hedge(lexed, index) - is_by
    verb, end = lexed.lower(at - 1), _clause_end(lexed, at)
    is_moving = bool(direction_of(verb, lexicon) or direction_of_verb(lexed, at - 1, end))
    return is_moving and not lexicon.ranges.prospect.before(lexed.tokens, at - 1)


def _may_link(figure: Figure) -> bool:
    return not (figure.is_name or figure.is_ordinal or figure.is_share)


def moves_before(lexed: LexedText, index: int) -> bool:
    """A direction word stands before, in the clause: `steeg van 2,35 tot 2,55 euro`."""
    end = _clause_end(lexed, index)
    for at in range(index - 1, max(-1, index - 1 - _MOVING_REACH), -1):
        token = lexed.tokens[at]
        if token.text in _CLAUSE_ENDS:
            return False
        if direction_of(token.lower, lexed.lexicon) or direction_of_verb(lexed, at, end):
            return True
    return False


def _clause_end(lexed: LexedText, index: int) -> int:
    """The first mark from the token on that ends a clause."""
    tokens = lexed.tokens
    ends = (at for at in range(index, len(tokens)) if tokens[at].text in _CLAUSE_ENDS)
    return next(ends, len(tokens))


def _is_spanned(lexed: LexedText, index: int) -> bool:
    """A word says that the numbers behind it are the ends of a range: `prices range from`."""
    near = range(max(0, index - _MOVING_REACH), index)
    return any(lexed.lower(at) in lexed.lexicon.ranges.spans for at in near)


def _spans(found: tuple[bool, int] | None, between: range) -> bool:
    return found is not None and found[1] == between.stop


def _follows_between(lexed: LexedText, left: Figure) -> bool:
    """`between`, perhaps with a hedge after it, stands before the first number."""
    at = _before_hedge(lexed, left.first)
    return lexed.lexicon.ranges.between.before(lexed.tokens, at) is not None


def _share(left: Figure, right: Figure, *, is_rising: bool) -> tuple[Figure, Figure]:
    """Unit and scale of the second figure hold for the first where it has none.

    A figure with a unit of its own is complete: `2 euros to 3 million euros`. Only a sign of money
    before it leaves that open: in `$2 to $3 billion` it is not, unless the range would fall. A
    unit behind the second figure is that of both.
    """
    if left.value is None or right.value is None:
        return left, right
    is_small = left.scale == 1 and abs(left.value) < _SHARED_BELOW
    is_open = left.unit is None or not left.core[0] <= left.unit.first < right.first
    falls = left.value * right.scale > right.value * (1 if is_rising else _FALL)
    if right.scale > 1 and is_small and is_open and not falls:
        left = replace(left, value=left.value * right.scale, scale=right.scale)
    if left.unit is None:
        left = replace(left, unit=right.unit)
    elif right.unit is None:
        right = replace(right, unit=left.unit)
    return left, right
