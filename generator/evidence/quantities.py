"""Figures in a row of tokens: numeral or number word, scale, sign and unit.

In: tokens, those that belong to dates, a lexicon, the declared nouns. Out: figures and names in order,
none overlapping. Hedges, directions and ranges are added by others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.evidence.lexicon import Lexicon
from generator.evidence.names import ends_ordinal, is_name, name_extent
from generator.evidence.numerals import parse_fraction, parse_number_word, parse_numeral
from generator.evidence.tokens import Token, is_glued
from generator.evidence.units import (
    FoundUnit,
    Nouns,
    find_measure,
    find_money_before,
    find_unit_after,
)
from generator.model import Direction

_SMALLEST_WORD = 2
_ONE = Decimal(1)
_MULTIPLIER = Decimal(1000)


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A number with what belongs to it, by token index; a name or ordinal has no value or unit."""

    first: int
    last: int
    core: tuple[int, int]
    """The tokens of sign, numeral and scale."""
    value: Decimal | None
    unit: FoundUnit | None = None
    scale: Decimal = _ONE
    """The product of its scale words."""
    is_word: bool = False
    is_name: bool = False
    is_ordinal: bool = False
    sign: Direction | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What finding needs to know: the tokens, which of them are taken, and the language."""

    tokens: Sequence[Token]
    taken: Sequence[bool]
    lexicon: Lexicon
    nouns: Nouns

    def is_free(self, index: int) -> bool:
        """The token exists and belongs to no date."""
        return 0 <= index < len(self.tokens) and not self.taken[index]

    def lower(self, index: int) -> str:
        """The free token in lower case; empty where there is none."""
        return self.tokens[index].lower if self.is_free(index) else ""


def find_figures(scene: Scene) -> list[Figure]:
    """Every figure and name of the text, in order."""
    figures: list[Figure] = []
    index = 0
    while index < len(scene.tokens):
        figure = None if scene.taken[index] else _figure_at(scene, index)
        if figure is not None:
            figures.append(figure)
        index = max(index + 1, figure.last if figure else 0)
    return figures


def _figure_at(scene: Scene, index: int) -> Figure | None:
    """The figure or name whose first numeral is at `index`."""
    token = scene.tokens[index]
    if token.kind == "number":
        return _of_numeral(scene, index)
    if token.kind == "word":
        return _of_multiple(scene, index) or _of_words(scene, index)
    return None


def _of_numeral(scene: Scene, index: int) -> Figure:
    tokens = scene.tokens
    if is_name(tokens, index, scene.lexicon):
        return _name(scene, index)
    if last := ends_ordinal(tokens, index, scene.lexicon):
        value = parse_numeral(tokens[index].text, scene.lexicon)
        return Figure(first=index, last=last, core=(index, last), value=value, is_ordinal=True)
    read = _read_numeral(scene, index)
    if read is None:
        return _name(scene, index)
    value, after, scale = read
    return _complete(scene, index, value, after, scale=scale)


def _name(scene: Scene, index: int) -> Figure:
    first, last = name_extent(scene.tokens, index)
    return Figure(first=first, last=last, core=(first, last), value=None, is_name=True)


def _read_numeral(scene: Scene, index: int) -> tuple[Decimal, int, Decimal] | None:
    """The value of digits, with fractions and scale; None where they are no number."""
    tokens = scene.tokens
    value = parse_numeral(tokens[index].text, scene.lexicon)
    after = index + 1
    if scene.lower(after) == "/" and is_glued(tokens, after) and is_glued(tokens, after + 1):
        value = parse_fraction("".join(token.text for token in tokens[index : index + 3]))
        after = index + 3
    if value is None:
        return None
    if is_glued(tokens, after) and (part := parse_fraction(tokens[after].text)):
        value, after = value + part, after + 1
    elif not is_glued(tokens, after):
        joined = "".join(token.text for token in tokens[after : after + 3])
        if part := parse_fraction(joined):
            value, after = value + part, after + 3
    return _scaled(scene, value, after)


def _scaled(scene: Scene, value: Decimal, after: int) -> tuple[Decimal, int, Decimal]:
    """The value times the scale words that follow."""
    lexicon, tokens = scene.lexicon, scene.tokens
    scale = _ONE
    while True:
        at = after + (scene.lower(after) == "-" and is_glued(tokens, after))
        factor = _scale_at(scene, at, is_first=scale == _ONE)
        if factor is None:
            return value, after, scale
        value, after, scale = value * factor, at + 1, scale * factor
        if scene.lower(after) == "." and tokens[at].lower in lexicon.abbreviations:
            after += is_glued(tokens, after)


def _scale_at(scene: Scene, at: int, *, is_first: bool) -> Decimal | None:
    if not scene.is_free(at) or scene.tokens[at].kind != "word":
        return None
    token = scene.tokens[at]
    is_priced = scene.tokens[at - 2].text in "$€£¥" if at > 1 else False
    if is_first and (is_glued(scene.tokens, at) or is_priced):
        if factor := scene.lexicon.glued_scales.get(token.text):
            return factor
    return scene.lexicon.scales.get(token.lower)


def _of_words(scene: Scene, index: int) -> Figure | None:
    """A figure that begins with a number word, a half, or `a` before a scale word."""
    lexicon, word = scene.lexicon, scene.lower(index)
    if is_glued(scene.tokens, index) and scene.tokens[index - 1].text in "-_":
        return None
    before = scene.lower(index - 1)
    if before in lexicon.vague:
        return None
    if word in lexicon.half:
        return _of_half(scene, index)
    if word in lexicon.one and before not in lexicon.number_words:
        return _of_one(scene, index)
    if found := lexicon.number_phrases.at(scene.tokens, index):
        value, after = found
    else:
        single = parse_number_word(word, lexicon)
        if single is None:
            return _of_glued_ending(scene, index)
        value, after = single, index + 1
    value, after = _add_half(scene, value, after)
    value, after, scale = _read_groups(scene, value, after)
    if (
        value < _SMALLEST_WORD
        and scale == _ONE
        and value == value.to_integral_value()
        and word != "één"
    ):
        return None
    return _complete(scene, index, value, after, scale=scale, is_word=True)


def _of_half(scene: Scene, index: int) -> Figure | None:
    after = index + 1
    while scene.lower(after) in scene.lexicon.joiners:
        after += 1
    value, last, scale = _scaled(scene, Decimal("0.5"), after)
    if scale > _ONE or find_measure(scene.tokens, after, scene.lexicon):
        return _complete(scene, index, value, last, scale=scale, is_word=True)
    return None


def _of_one(scene: Scene, index: int) -> Figure | None:
    if scene.lower(index + 1) in scene.lexicon.half:
        return None
    value, after, scale = _read_groups(scene, Decimal(1), index + 1)
    unit = find_measure(scene.tokens, index + 1, scene.lexicon)
    if scale > _ONE or (unit and unit.code in {"%", "pp", "bp"}):
        return _complete(scene, index, value, after, scale=scale, is_word=True)
    return None


def _add_half(scene: Scene, value: Decimal, after: int) -> tuple[Decimal, int]:
    """`two and a half`."""
    lexicon = scene.lexicon
    if not lexicon.ranges["and"].at(scene.tokens, after):
        return value, after
    at = after + 1 + (scene.lower(after + 1) in lexicon.one)
    if scene.lower(at) in lexicon.half and at > after + 1:
        return value + Decimal("0.5"), at + 1
    return value, after


def _read_groups(scene: Scene, value: Decimal, after: int) -> tuple[Decimal, int, Decimal]:
    """Number words after a scale are added: `two hundred and fifty thousand`."""
    total, after, scale = _scaled(scene, value, after)
    while scale > _ONE and total >= Decimal(100) and total <= _MULTIPLIER * 1000:
        at = after + bool(scene.lexicon.ranges["and"].at(scene.tokens, after))
        found = scene.lexicon.number_phrases.at(scene.tokens, at)
        single = parse_number_word(scene.lower(at), scene.lexicon) if not found else None
        part, end = found or (single, at + 1)
        if part is None or part >= Decimal(100) or part < 1 or total % 100:
            break
        total, after, _ = _scaled(scene, total + part, end)
    return total, after, scale


def _of_glued_ending(scene: Scene, index: int) -> Figure | None:
    """`fünfprozentig`, `zehnjährig`, `fivefold`: number word and unit in one."""
    word = scene.lower(index)
    for ending, unit in scene.lexicon.endings.items():
        head, found, _ = word.partition(ending)
        value = parse_number_word(head, scene.lexicon) if found and head else None
        if value is not None:
            kind = "measure" if unit not in {"%", "x"} else "ratio"
            found_unit = FoundUnit(
                unit, "ratio" if kind == "ratio" else "measure", index, index + 1
            )
            return Figure(
                first=index,
                last=index + 1,
                core=(index, index + 1),
                value=value,
                unit=found_unit,
                is_word=True,
            )
    return None


def _of_multiple(scene: Scene, index: int) -> Figure | None:
    """A word that is a multiple by itself: `vervierfacht`, `doubled`, `doppelt so`."""
    lexicon, last = scene.lexicon, index + 1
    word = scene.lower(index)
    value = next(
        (times for head, times in lexicon.multiples.items() if word.startswith(head)), None
    )
    if value is None:
        found = lexicon.multiples_before.at(scene.tokens, index)
        if found is None:
            return None
        value, last = found
    unit = FoundUnit("x", "ratio", index, last)
    return Figure(
        first=index,
        last=last,
        core=(index, last),
        value=value,
        unit=unit,
        is_word=True,
        sign="up" if value > 1 else "down",
    )


def _complete(
    scene: Scene, index: int, value: Decimal, after: int, *, scale: Decimal, is_word: bool = False
) -> Figure:
    """The figure with its sign and its unit, from the left or the right."""
    tokens, lexicon = scene.tokens, scene.lexicon
    first, sign, core_first = index, None, index
    unit = None if is_word else find_money_before(tokens, index, lexicon)
    if unit:
        first = unit.first
    for at in {first, index}:
        if sign is None and (sign := sign_before(tokens, at)):
            core_first, first = min(core_first, at - 1), min(first, at - 1)
    if sign == "down":
        value = -value
    unit = (
        unit
        or ending_unit(tokens, after, lexicon)
        or find_unit_after(tokens, after, lexicon, scene.nouns)
    )
    last = after
    if unit and unit.first >= after:
        is_next = unit.first == after or (unit.first == after + 1 and tokens[after].text == "-")
        last = unit.last if is_next else after
    last = _run_end(tokens, last)
    return Figure(
        first=first,
        last=last,
        core=(min(core_first, index), after),
        value=value,
        unit=unit,
        scale=scale,
        is_word=is_word,
        sign=sign,
    )


def ending_unit(tokens: Sequence[Token], after: int, lexicon: Lexicon) -> FoundUnit | None:
    """The unit of an ending that is written onto the numeral: `100-prozentige`, `30-jährig`."""
    at = after + (after < len(tokens) and tokens[after].text == "-" and is_glued(tokens, after))
    if not is_glued(tokens, at) or tokens[at].kind != "word":
        return None
    for ending, code in lexicon.endings.items():
        if tokens[at].lower.startswith(ending):
            return FoundUnit(code, "ratio" if code in {"%", "x"} else "measure", at, at + 1)
    return None


def sign_before(tokens: Sequence[Token], index: int) -> Direction | None:
    """The direction that a sign, or the word minus, gives to the number at `index`."""
    if index < 1:
        return None
    left = tokens[index - 1]
    if left.lower == "minus":
        return "down"
    if left.text not in {"-", "+"} or not is_glued(tokens, index):
        return None
    if is_glued(tokens, index - 1) and tokens[index - 2].text not in {"(", '"', "~", "'", "/"}:
        return None
    return "up" if left.text == "+" else "down"


def _run_end(tokens: Sequence[Token], last: int) -> int:
    """The end of a compound that the figure begins: `52-Wochen-Hoch`."""
    while last + 1 < len(tokens) and tokens[last].text == "-" and is_glued(tokens, last):
        if not is_glued(tokens, last + 1) or tokens[last + 1].kind != "word":
            break
        last += 2
    return last
