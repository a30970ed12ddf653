"""What a number counts: currencies, ratios, durations, physical units, declared and other nouns.

In: tokens beside a number. Out: the unit, where its words stand, and all that it may mean. Declared
nouns are those of `nouns`; nothing is guessed from a number's size. Codes that are also words or
names (`ALL`, `PEN`, `NIO`) count only where the number has nothing else to count. 410 pence are
4.10 pounds by definition; which currency a cent is of, the text must say to the rules on units.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from generator.evidence.lexicon.lemmas import is_base_form
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.nouns import Nouns, hyphenated_end
from generator.evidence.text.tokens import Token, is_glued
from generator.model import RATIO_UNITS, TIME_UNITS

UnitKind = Literal["money", "ratio", "measure", "declared", "noun"]
_REACH = 4
DURATIONS = frozenset(TIME_UNITS)
WHOLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "penny": ("GBP",),
        "rappen": ("CHF",),
        "cent": ("EUR", "USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "ZAR"),
    }
)
"""For each part, the currencies that it is a hundredth of."""


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit in the text: its code, its kind, its tokens from `first` to before `last`."""

    code: str
    kind: UnitKind
    first: int
    last: int
    choices: tuple[str, ...] = ()
    """More than one when the words name several currencies."""


def find_unit_after(
    tokens: Sequence[Token], index: int, lexicon: Lexicon, nouns: Nouns
) -> FoundUnit | None:
    """The unit that the words from `index` on name for the number before them."""
    if index >= len(tokens):
        return None
    first = index + (tokens[index].text == "-" and is_glued(tokens, index))
    exact = _exact_unit(tokens, first, lexicon)
    # A noun that the briefing declares is its unit, whatever the language has for the word.
    declared = nouns.whole(tokens, first, lexicon)
    if declared and (exact is None or declared[1] >= exact.last):
        return FoundUnit(declared[0], "declared", first, declared[1])
    return exact or _find_noun(tokens, first, lexicon, nouns)


def _exact_unit(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> FoundUnit | None:
    """A currency or a measure right here."""
    if found := find_measure(tokens, index, lexicon):
        return found
    if code := _code_at(tokens, index, lexicon):
        return FoundUnit(code, "money", index, index + 1)
    if index >= len(tokens) or _is_doubtful(tokens[index], lexicon):
        return None
    for table in (lexicon.money.signs, lexicon.money.words, lexicon.coins):
        if money := table.at(tokens, index):
            code, last = money
            if table is lexicon.money.signs and _belongs_right(tokens, index, last):
                return None
            return FoundUnit(code, "money", index, last, choices_of(tokens[index:last], lexicon))
    return None


def _belongs_right(tokens: Sequence[Token], index: int, last: int) -> bool:
    """A sign that is written onto the next number alone: `1 $10`."""
    is_number = last < len(tokens) and tokens[last].kind == "number"
    return is_number and is_glued(tokens, last) and not is_glued(tokens, index)


def find_measure(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> FoundUnit | None:
    """A ratio, a duration or a physical unit right here."""
    for table in (lexicon.measures.names, lexicon.measures.signs):
        if found := table.at(tokens, index):
            code, last = found
            if code == "%" and (end := _points_end(tokens, last, lexicon)):
                code, last = "pp", end
            return FoundUnit(code, measure_kind(code), index, last)
    return None


def _points_end(tokens: Sequence[Token], after: int, lexicon: Lexicon) -> int:
    """The index after the points of a percentage: `%-Pkt`, `pct. pts`; zero where none follow."""
    has_mark = after < len(tokens) and tokens[after].text in {"-", "."} and is_glued(tokens, after)
    at = after + has_mark
    if at >= len(tokens) or tokens[at].lower not in lexicon.measures.points:
        return 0
    is_abbreviated = has_mark and tokens[after].text == "."
    return 0 if is_abbreviated and tokens[at].text[0].isupper() else at + 1


def measure_kind(code: str) -> UnitKind:
    """A ratio is a pure number; all other measures have a dimension."""
    return "ratio" if code in RATIO_UNITS else "measure"


def find_money_before(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> FoundUnit | None:
    """A currency sign or code left of a number: `$30`, `Rmb109bn`, `EUR 5`."""
    if found := lexicon.money.signs.before(tokens, index):
        code, first = found
        if first == index - 1 or is_glued(tokens, index) or tokens[first].text.isupper():
            return FoundUnit(code, "money", first, index, choices_of(tokens[first:index], lexicon))
    left = tokens[index - 1] if index else None
    if left is None:
        return None
    if left.text == "." and (found := lexicon.money.words.before(tokens, index)):
        return FoundUnit(found[0], "money", found[1], index)  # an abbreviation, as in "Fr. 20"
    named = _code_before(tokens, index, lexicon)
    is_read = left.text.isupper() or is_glued(tokens, index)
    if left.kind == "word" and is_read and not _is_doubtful(left, lexicon):
        named = named or lexicon.money.words.meanings.get((left.lower,))
    return FoundUnit(named, "money", index - 1, index) if named else None


def _code_at(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> str | None:
    """The code right behind a number."""
    if index >= len(tokens):
        return None
    token, codes = tokens[index], lexicon.codes
    if token.text in codes.sure:
        return token.text
    is_free = token.text in codes.doubtful and not _counts_on(tokens, index + 1, lexicon)
    return token.text if is_free else None


def _code_before(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> str | None:
    """The code right before the number at `index`."""
    text, codes = tokens[index - 1].text, lexicon.codes
    if text in codes.sure:
        return text
    is_candidate = text in codes.doubtful and text not in codes.behind
    at = index + 1
    while at < len(tokens) and _is_scale(tokens, at, lexicon):
        at += 1
    return text if is_candidate and not _counts_on(tokens, at, lexicon) else None


def _is_doubtful(token: Token, lexicon: Lexicon) -> bool:
    """A word that is a code by chance, in whatever letters: `5 try`."""
    return token.text.upper() in lexicon.codes.doubtful


def _is_scale(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    is_letter = is_glued(tokens, at) and tokens[at].text in lexicon.scales.glued
    return is_letter or tokens[at].lower in lexicon.scales.words


def _counts_on(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """A word follows that may be what is counted: `5 TOP managers`, `ALL 5 people`."""
    at += at < len(tokens) and tokens[at].text == "-"
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.text in {"%", "€", "$", "£", "¥"}:
        return True
    return token.kind == "word" and token.lower not in lexicon.nouns.stops


def choices_of(window: Sequence[Token], lexicon: Lexicon) -> tuple[str, ...]:
    """All the currencies that these words may name, when they are several."""
    return lexicon.money.choices.get("".join(token.lower for token in window), ())


def _find_noun(
    tokens: Sequence[Token], index: int, lexicon: Lexicon, nouns: Nouns
) -> FoundUnit | None:
    """A declared noun within reach, else the noun that follows at once."""
    for at in _reachable(tokens, index, lexicon):
        if found := nouns.at(tokens, at, lexicon):
            return FoundUnit(found[0], "declared", at, found[1])
    for at in _reachable(tokens, index, lexicon):
        token = tokens[at]
        if token.lower in lexicon.nouns.between:
            continue
        if _is_noun(token, lexicon):
            end = max(hyphenated_end(tokens, at), nouns.compound_end(tokens, at, lexicon))
            if (unit := nouns.misspelt(tokens[end - 1].lower, lexicon)) is not None:
                return FoundUnit(unit, "declared", at, end)
            return FoundUnit(_spelled(tokens[at:end]), "noun", at, end)
        if not lexicon.nouns.adjective.fullmatch(token.text):
            return None
    return None


def _is_noun(token: Token, lexicon: Lexicon) -> bool:
    """A word that may be counted: it looks like a noun, and is no number and no infinitive."""
    nouns = lexicon.nouns
    if not nouns.pattern.fullmatch(token.text) or token.lower in lexicon.numerals.values:
        return False
    is_verb = bool(nouns.infinitive) and token.lower.endswith(nouns.infinitive)
    return not (is_verb and is_base_form(token.text, lexicon))


def _spelled(window: Sequence[Token]) -> str:
    return "".join(
        token.text if at == 0 or is_glued(window, at) else f" {token.text}"
        for at, token in enumerate(window)
    )


def _reachable(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Iterator[int]:
    """The next few words, up to a mark, a number or a word that ends the phrase."""
    words = 0
    for at in range(index, min(index + 2 * _REACH, len(tokens))):
        token = tokens[at]
        if token.text == "-" and is_glued(tokens, at) and is_glued(tokens, at + 1):
            continue
        if token.kind != "word" or token.lower in lexicon.nouns.stops or words == _REACH:
            return
        words += 1
        yield at


def is_part_of(stated: str | None, claimed: str | None) -> bool:
    """Whether the stated unit is a hundredth of the claimed one."""
    return claimed in WHOLES.get(stated or "", ())


def split_rate(unit: str | None) -> tuple[str | None, str | None]:
    """What a unit counts, and for each of what: `EUR/month` is EUR for each month."""
    parts = unit.split("/") if unit else []
    return (parts[0], parts[1]) if len(parts) == 2 else (unit, None)  # noqa: PLR2004 - A/B
