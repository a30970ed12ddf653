"""What a reviewer should look at first, and in a plain word why.

In: the differences of figures. Out: those that are likely slips or weigh most, worst first.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.compared.changes import amount_of, basis_of, is_known, numbers_of
from generator.compared.figures import FigureDifference, FigureDifferences, is_edited
from generator.compared.sides import View
from generator.model import AHEAD, ASPECTS, SPEAKERS
from generator.text import plain_decimal

_TENFOLD = 10
_ABOVE = {"over", "at-least", "just-over"}
_BELOW = {"under", "at-most", "nearly"}
_Reason = tuple[int, str]
"""How much it weighs, the least first, and what is said."""


@dataclass(frozen=True, slots=True)
class Attention:
    """A figure to be looked at first."""

    figure: FigureDifference
    why: tuple[str, ...]


def find_attention(found: FigureDifferences) -> tuple[Attention, ...]:
    """The figures with a reason to look, worst first; several reasons weigh more than one."""
    weighed = [
        (reasons, one)
        for one in (*found.changed, *found.moved, *found.not_proven)
        if (reasons := sorted(_reasons(one)))
    ]
    known = {one.id for _, one in weighed}
    unproven = (one for one in found.not_proven if "head" in one.not_proven and is_edited(one))
    weighed += [([(0, _UNPROVEN)], one) for one in unproven if one.id not in known]
    weighed += [
        (reasons, one)
        for one in found.added
        if one.replaced and one.new and (reasons := sorted(_of_revision(one.replaced, one.new)))
    ]
    weighed += [([(20, _GONE)], one) for one in found.removed]
    weighed += [([(21, _renamed(one))], one) for one in found.renamed if not one.is_announced]
    weighed += [
        ([(22, "was withdrawn, and is back")], one)
        for one in found.added
        if one.old and one.old.state == "withdrawn"
    ]
    weighed.sort(key=lambda pair: (pair[0][0][0], -len(pair[0]), pair[1].id))
    return tuple(Attention(one, tuple(why for _, why in reasons)) for reasons, one in weighed)


_UNPROVEN = "as it is typed now, its sentence does not bear it out"
_GONE = "is gone without a tombstone; ids are for ever (status: withdrawn, with a reason)"


def _renamed(one: FigureDifference) -> str:
    return f"was called {one.was}; ids are for ever (moved: leads the old address on)"


def _reasons(one: FigureDifference) -> Iterator[_Reason]:
    old, new = one.old, one.new
    if old is None or new is None or "withdrawn" in {old.state, new.state}:
        return
    if not (is_known(old) and is_known(new)):
        return
    yield from _of_size(old, new)
    before, after = amount_of(old), amount_of(new)
    if before and after and before.unit != after.unit:
        yield 3, f"another unit: {before.unit or 'none'} became {after.unit or 'none'}"
    if before and after and before.hedge != after.hedge:
        yield from _of_hedge(before.hedge, after.hedge)
    yield from _of_claim(old, new)


def _of_revision(old: View, new: View) -> Iterator[_Reason]:
    """A new figure that replaces another one, of another size or sign."""
    if is_known(old) and is_known(new):
        yield from (
            (weight, f"{why}, held against {old.fact.id}, which it replaces")
            for weight, why in _of_size(old, new)
        )


def _of_claim(old: View, new: View) -> Iterator[_Reason]:
    """A prospect, a rumour or a reason that now passes for more than it is; another subject."""
    if old.fact.status in {*AHEAD, "estimate"} and new.fact.status == "reported":
        yield 6, f"{old.fact.status} became reported"
    if old.fact.attribution in SPEAKERS and new.fact.attribution == "own":
        yield 7, f"{old.fact.attribution} became the article’s own word"
    was, is_now = ({name: one.basis for name, one in basis_of(v).items()} for v in (old, new))
    for aspect in ASPECTS:
        if (was.get(aspect), is_now.get(aspect)) == ("stated", "inferred"):
            yield 8, f"{aspect} was stated, is only inferred now"
    for name in ("about", "indicator"):
        if getattr(old.fact, name) != getattr(new.fact, name):
            yield 9, f"{name} is another: {getattr(new.fact, name)}"


def _of_size(old: View, new: View) -> Iterator[_Reason]:
    """Tenfold, or of the other sign; of a range either end counts."""
    before, after = amount_of(old), amount_of(new)
    if not (before and after):
        return
    pairs = [
        (was, is_now)
        for was, is_now in zip(numbers_of(old), numbers_of(new), strict=True)
        if was and is_now
    ]
    if not pairs and (was := _middle(old)) and (is_now := _middle(new)):
        pairs = [(was, is_now)]  # a value became a range, or the other way round
    if before.unit == after.unit:
        yield from _tenfold(pairs)
    if any((was < 0) != (is_now < 0) for was, is_now in pairs):
        yield 2, "the sign flipped"


def _tenfold(pairs: list[tuple[Decimal, Decimal]]) -> Iterator[_Reason]:
    for was, is_now in pairs:
        large, small = max(abs(was), abs(is_now)), min(abs(was), abs(is_now))
        if large < small * _TENFOLD:
            continue
        times = large / small
        way = "as much" if abs(is_now) == large else "less"
        is_power = times.normalize().as_tuple().digits == (1,)
        said = plain_decimal(times.normalize()) if is_power else f"about {round(times):d}"
        many = f"{said} times {way}" if way == "as much" else f"a {said}th of it"
        yield 1, f"tenfold: {many}{', a power of ten' if is_power else ''}"
        return


def _middle(view: View) -> Decimal | None:
    value, low, high = numbers_of(view)
    if value is None and low is not None and high is not None:
        return (low + high) / 2
    return value


def _of_hedge(before: str, after: str) -> Iterator[_Reason]:
    if after == "exact":
        yield 4, f"the hedge is lost: {before} became exact"
    elif (before in _ABOVE and after in _BELOW) or (before in _BELOW and after in _ABOVE):
        yield 5, f"the hedge turned round: {before} became {after}"
