"""A figure and its assembly: sign, numeral, scale and unit around one number.

In: tokens, those that belong to dates, a lexicon, the declared nouns. Out: `Figure` records. Where
numbers begin is found in `quantities` (digits) and `written` (words); both put them together here.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.measures import FoundUnit, find_measure, measure_kind
from generator.evidence.numbers.money import find_code_behind, find_money_after, find_money_before
from generator.evidence.numbers.nouns import Nouns
from generator.evidence.numbers.numerals import read_number_word
from generator.evidence.numbers.units import find_unit_after
from generator.evidence.text.tokens import Token, is_glued
from generator.model import Direction

ONE = Decimal(1)
_BEFORE_SIGN = frozenset("(\"~'/")
_NEAR = 4
"""Words between a number and what measures."""


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
    is_share: bool = False
    """A part of many in words or as a ratio: `a third`, `three in four`; a percentage."""
    is_name: bool = False
    is_ordinal: bool = False
    sign: Direction | None = None
    implied: FoundUnit | None = None
    """The unit of another number or noun, which is that of this bare one as well."""
    whole_of: range | None = None
    """The tokens of the number that counts a part of what this one counts."""
    counted: Self | None = None
    """What a share in digits may count: the 3 of `3 von 5 Spielen`."""
    doubt: str | None = None
    """Words that may be more of this number, or none of it: a person decides."""

    @property
    def end(self) -> int:
        """The token behind the number and its unit."""
        return self.last if self.unit is None else max(self.last, self.unit.last)


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


def read_scale(lexed: LexedText, value: Decimal, after: int) -> tuple[Decimal, int, Decimal]:
    """The value times the scale words that follow, the index after them, and their product."""
    scale = ONE
    while found := scale_at(lexed, after, is_first=scale == ONE):
        factor, after = found
        value, scale = value * factor, scale * factor
    return value, after, scale


def _factor(lexed: LexedText, at: int, *, is_first: bool) -> Decimal | None:
    if at >= len(lexed.tokens) or lexed.tokens[at].kind != "word":
        return None
    token = lexed.tokens[at]
    is_priced = lexed.tokens[at - 2].text in "$€£¥" if at > 1 else False
    may_be_letter = is_first and (is_glued(lexed.tokens, at) or is_priced)
    if may_be_letter and (factor := lexed.lexicon.scales.glued.get(token.text)):
        return None if is_measured(lexed, at) else factor
    factor = lexed.lexicon.scales.words.get(token.lower)
    return _bare_scale(lexed, at) if factor is None and is_first else factor


def is_measured(lexed: LexedText, at: int) -> bool:
    """Whether the letter that is written onto the number is a measure here, and no scale.

    Beside money it is a scale, and one that counts people is one unless the words measure.
    """
    tokens, lexicon = lexed.tokens, lexed.lexicon
    letter, measure = tokens[at].text, find_measure(tokens, at, lexicon)
    if measure is None or measure.last > at + 1:
        return measure is not None
    if find_money_before(tokens, at - 1, lexicon) or find_money_after(tokens, at + 1, lexicon):
        return False
    if letter not in lexicon.scales.counting or _measures(lexed, at):
        return True
    # A briefing that measures in metres has few millions of nothing.
    is_declared = (letter.lower(),) in lexed.nouns.units
    return is_declared and find_unit_after(tokens, at + 1, lexicon, lexed.nouns) is None


def _measures(lexed: LexedText, at: int) -> bool:
    """Words of length stand beside the letter at `at`, or the same length in another unit."""
    tokens, measures = lexed.tokens, lexed.lexicon.measures
    near = (
        lexed.lower(one) for one in (*range(at - 1 - _NEAR, at - 1), *range(at + 1, at + _NEAR))
    )
    if any(word in measures.dimensions for word in near):
        return True
    if (
        tokens[at - 1].text in measures.races
        and lexed.lower(at - 2) in lexed.lexicon.hedges.articles
    ):
        return find_unit_after(tokens, at + 1, lexed.lexicon, lexed.nouns) is None
    is_opened = lexed.lower(at + 1) == "(" and at + 3 < len(tokens)
    other = find_measure(tokens, at + 3, lexed.lexicon) if is_opened else None
    return other is not None and other.kind == "measure" and tokens[at + 2].kind == "number"


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
        if sign is None and (found := sign_before(tokens, at, lexicon)):
            sign, begin = found
            core_first, first = min(core_first, begin), min(first, begin)
    if sign == "down":
        value = -value
    unit = _unit_of(lexed, unit, after)
    factor, after = _scale_of_unit(lexed, unit, after, scale)
    return Figure(
        first=first,
        last=_run_end(lexed, _unit_end(tokens, unit, after)),
        core=(min(core_first, index), after),
        value=value * factor,
        unit=unit,
        scale=scale * factor,
        is_word=is_word,
        sign=sign,
    )


def _unit_of(lexed: LexedText, before: FoundUnit | None, after: int) -> FoundUnit | None:
    """The money before a number, with what a code behind it says; else the unit behind it."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    if before is not None:
        return find_code_behind(tokens, after, before, lexicon)
    unit = ending_unit(tokens, after, lexicon)
    unit = unit or find_unit_after(tokens, after, lexicon, lexed.nouns)
    if unit is None or unit.kind == "declared":
        return unit
    if unit.kind == "measure" and (declared := lexed.nouns.measures.get(unit.code)):
        return replace(unit, code=declared, kind="declared")
    return find_code_behind(tokens, unit.last, unit, lexicon)


def _scale_of_unit(
    lexed: LexedText, unit: FoundUnit | None, after: int, scale: Decimal
) -> tuple[Decimal, int]:
    """What the unit multiplies by (`TEUR`, `5 USD million`), and where the number ends then."""
    if unit is None or unit.kind != "money" or scale != ONE:
        return ONE, after
    if unit.scale != ONE:
        return unit.scale, max(after, unit.last)
    is_scaled = unit.first == after and lexed.lower(unit.last) in lexed.lexicon.scales.words
    if not is_scaled:
        return ONE, after
    factor, end, _ = read_scale(lexed, ONE, unit.last)
    return factor, end


def _money_before(lexed: LexedText, index: int, taken: int) -> FoundUnit | None:
    """A currency left of the number, unless its sign is that of the number before: `$-5`, `$5`."""
    tokens = lexed.tokens
    is_signed = index > 1 and tokens[index - 1].text in {"-", "+"} and is_glued(tokens, index)
    is_signed = is_signed and is_glued(tokens, index - 1) and tokens[index - 2].text in "$€£¥"
    at = index - is_signed
    unit = find_money_before(tokens, at, lexed.lexicon)
    is_taken = unit is not None and unit.first < taken and not is_glued(tokens, at)
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


def sign_before(
    tokens: Sequence[Token], index: int, lexicon: Lexicon
) -> tuple[Direction, int] | None:
    """The direction that a sign, or a word such as minus, gives to the number; where it begins."""
    if index < 1:
        return None
    is_hyphen = tokens[index - 1].text == "-" and is_glued(tokens, index)
    at = index - 2 if is_hyphen and is_glued(tokens, index - 1) else index - 1
    if at >= 0 and tokens[at].lower in lexicon.numerals.minus:
        is_sum = at > 0 and (
            tokens[at - 1].kind == "number" or tokens[at - 1].lower in lexicon.numerals.plus
        )
        is_hedge = lexicon.hedges.before.before(tokens, index) is not None
        return None if is_sum or is_hedge else ("down", at)
    left = tokens[index - 1]
    if left.text not in {"-", "+"} or not is_glued(tokens, index):
        return None
    is_free = tokens[index - 2].text in _BEFORE_SIGN or tokens[index - 2].text in "$€£¥"
    if is_glued(tokens, index - 1) and not is_free:
        return None
    return ("up" if left.text == "+" else "down"), index - 1


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
