"""A figure and its assembly: sign, numeral, scale and unit around one number.

In: tokens, those that belong to dates, a lexicon, the declared nouns. Out: `Figure` records. Where
numbers begin is found in `quantities` (digits) and `written` (words); both put them together here.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.nouns import Nouns
from generator.evidence.numbers.numerals import read_number_word
from generator.evidence.numbers.units import (
    FoundUnit,
    find_measure,
    find_money_before,
    find_unit_after,
    measure_kind,
)
from generator.evidence.text.tokens import Token, is_glued
from generator.model import Direction

ONE = Decimal(1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A number with what belongs to it, by token index; a name or ordinal has no value or unit."""

    first: int
    last: int
    core: tuple[int, int]
    """The tokens of sign, numeral and scale."""
    value: Decimal | None
    unit: FoundUnit | None = None
    scale: Decimal = ONE
    """The product of its scale words."""
    is_word: bool = False
    is_name: bool = False
    is_ordinal: bool = False
    sign: Direction | None = None
    doubt: str | None = None
    """Words that may be more of this number, or none of it: a person decides."""


@dataclass(frozen=True, slots=True)
class LexedText:
    """What finding needs to know: the tokens, those of dates masked, and the language."""

    tokens: Sequence[Token]
    lexicon: Lexicon
    nouns: Nouns
    sentences: Sequence[int] = ()
    """For every token, the number of its sentence: no number goes on behind one."""
    lines: AbstractSet[int] = frozenset()
    """The tokens that begin a line."""

    def lower(self, index: int) -> str:
        """The token in lower case; empty where there is none."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def is_one_sentence(self, first: int, last: int) -> bool:
        """Whether two tokens stand in the same sentence, as far as sentences are known."""
        return not self.sentences or self.sentences[first] == self.sentences[last]


def words_of(lexed: LexedText, first: int, last: int) -> str:
    """The tokens as they are written, a blank for every gap."""
    return "".join(
        lexed.tokens[at].text
        if at == first or is_glued(lexed.tokens, at)
        else f" {lexed.tokens[at].text}"
        for at in range(first, last)
    )


def scale_at(lexed: LexedText, after: int, *, is_first: bool) -> tuple[Decimal, int] | None:
    """What the scale word behind a number multiplies by, and the index after it."""
    lexicon, tokens = lexed.lexicon, lexed.tokens
    at = after + (lexed.lower(after) == "-" and is_glued(tokens, after))
    factor = _factor(lexed, at, is_first=is_first)
    if factor is None:
        return None
    has_dot = lexed.lower(at + 1) == "." and tokens[at].lower in lexicon.abbreviations
    return factor, at + 1 + (has_dot and is_glued(tokens, at + 1))


def _factor(lexed: LexedText, at: int, *, is_first: bool) -> Decimal | None:
    if at >= len(lexed.tokens) or lexed.tokens[at].kind != "word":
        return None
    token = lexed.tokens[at]
    is_priced = lexed.tokens[at - 2].text in "$€£¥" if at > 1 else False
    may_be_letter = is_first and (is_glued(lexed.tokens, at) or is_priced)
    if may_be_letter and (factor := lexed.lexicon.scales.glued.get(token.text)):
        return factor
    factor = lexed.lexicon.scales.words.get(token.lower)
    return _bare_scale(lexed, at) if factor is None and is_first else factor


def _bare_scale(lexed: LexedText, at: int) -> Decimal | None:
    """`5 grand`: a scale only where it counts no noun, as in `5 grand pianos`."""
    factor = lexed.lexicon.scales.bare.get(lexed.tokens[at].text)
    following = lexed.tokens[at + 1] if at + 1 < len(lexed.tokens) else None
    is_free = following is None or following.kind != "word"
    return factor if is_free or lexed.lower(at + 1) in lexed.lexicon.nouns.stops else None


def complete(
    lexed: LexedText,
    index: int,
    value: Decimal,
    after: int,
    *,
    scale: Decimal,
    is_word: bool = False,
    taken: int = 0,
) -> Figure:
    """The figure with its sign and its unit, from the left or the right.

    A sign of money before `taken` belongs to the number before it.
    """
    tokens, lexicon = lexed.tokens, lexed.lexicon
    unit = None if is_word else _money_before(lexed, index, taken)
    first, sign, core_first = unit.first if unit else index, None, index
    for at in {first, index}:
        if sign is None and (sign := sign_before(tokens, at, lexicon)):
            core_first, first = min(core_first, at - 1), min(first, at - 1)
    if sign == "down":
        value = -value
    unit = (
        unit
        or ending_unit(tokens, after, lexicon)
        or find_unit_after(tokens, after, lexicon, lexed.nouns)
    )
    return Figure(
        first=first,
        last=_run_end(lexed, _unit_end(tokens, unit, after)),
        core=(min(core_first, index), after),
        value=value,
        unit=unit,
        scale=scale,
        is_word=is_word,
        sign=sign,
    )


def _money_before(lexed: LexedText, index: int, taken: int) -> FoundUnit | None:
    """A currency left of the number, unless its sign is that of the number before."""
    unit = find_money_before(lexed.tokens, index, lexed.lexicon)
    is_taken = unit is not None and unit.first < taken and not is_glued(lexed.tokens, index)
    return None if is_taken else unit


def _unit_end(tokens: Sequence[Token], unit: FoundUnit | None, after: int) -> int:
    """The index after the unit where it follows at once, else `after`."""
    if unit is None or unit.first < after:
        return after
    is_next = unit.first == after or (unit.first == after + 1 and tokens[after].text == "-")
    return unit.last if is_next else after


def ending_unit(tokens: Sequence[Token], after: int, lexicon: Lexicon) -> FoundUnit | None:
    """The unit of an ending that is written onto the numeral: `100-prozentige`, `30-jährig`."""
    at = after + (after < len(tokens) and tokens[after].text == "-" and is_glued(tokens, after))
    if not is_glued(tokens, at) or tokens[at].kind != "word":
        return None
    if found := find_measure(tokens, at, lexicon):
        return found
    for ending, code in lexicon.endings.items():
        if tokens[at].lower.startswith(ending):
            return FoundUnit(code, measure_kind(code), at, at + 1)
    return None


def sign_before(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Direction | None:
    """The direction that a sign, or a word such as minus, gives to the number at `index`."""
    if index < 1:
        return None
    left = tokens[index - 1]
    if left.lower in lexicon.numerals.minus:
        is_sum = index > 1 and (
            tokens[index - 2].kind == "number" or tokens[index - 2].lower in lexicon.numerals.plus
        )
        is_hedge = lexicon.hedges.before.before(tokens, index) is not None
        return None if is_sum or is_hedge else "down"
    if left.text not in {"-", "+"} or not is_glued(tokens, index):
        return None
    if is_glued(tokens, index - 1) and tokens[index - 2].text not in {"(", '"', "~", "'", "/"}:
        return None
    return "up" if left.text == "+" else "down"


def _run_end(lexed: LexedText, last: int) -> int:
    """The end of a compound that the figure begins: `52-Wochen-Hoch`, not `twenty-thirty`."""
    tokens = lexed.tokens
    while last + 1 < len(tokens) and tokens[last].text == "-" and is_glued(tokens, last):
        if not is_glued(tokens, last + 1) or tokens[last + 1].kind != "word":
            break
        if read_number_word(tokens[last + 1].lower, lexed.lexicon):
            break
        last += 2
    return last
