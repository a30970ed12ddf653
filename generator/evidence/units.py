"""What a number counts: currencies, ratios, durations, physical units, declared and other nouns.

In: tokens right of a number. Out: the unit, where its words stand, and all that it may mean.
Declared nouns are compared by light stemming; nothing is guessed from a number's size.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance.DamerauLevenshtein import distance

from generator.evidence.codes import code_at, code_before, is_doubtful
from generator.evidence.coins import load_coins
from generator.evidence.lexicon import Lexicon
from generator.evidence.tokens import Token, is_glued, phrase_of
from generator.model import RATIO_UNITS, Unit

UnitKind = Literal["money", "ratio", "measure", "declared", "noun"]
_REACH = 4
_SHORTEST_HEAD = 4
_MULTIPLYING = re.compile("zenti|centi|milli|mi[ck]ro|nano|kilo|mega|giga|tera|de[zc]i|he[ck]to")
_SHORTEST_STEM = 3
_LONG = 8
_UMLAUTS = str.maketrans("äöü", "aou")
DURATIONS = frozenset(
    {"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade"}
)


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit in the text: its code, its kind, its tokens from `first` to before `last`."""

    code: str
    kind: UnitKind
    first: int
    last: int
    choices: tuple[str, ...] = ()
    """More than one when the words name several currencies."""


DeclaredWords = tuple[tuple[str, tuple[str, ...]], ...]
"""Unit ids with the nouns of one language: the part of the declared units that finding needs."""


def declared_words(units: Mapping[str, Unit], lang: str) -> DeclaredWords:
    """The declared units' nouns of a language, as a value that can be remembered by."""
    base = lang.partition("-")[0]
    return tuple(
        (unit.id, tuple(unit.words.get(lang) or unit.words.get(base) or ()))
        for unit in units.values()
    )


@dataclass(frozen=True, slots=True)
class Nouns:
    """Declared nouns: all but the last word as written, the last in every form it may take."""

    units: Mapping[tuple[str, ...], str]
    longest: int
    long: tuple[tuple[str, str], ...]
    """Single nouns of so many letters that a slip in one leaves them recognisable."""

    def at(self, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[str, int] | None:
        """The unit whose noun begins at `index`, and the index after it."""
        return self.whole(tokens, index, lexicon) or self._compound(tokens, index, lexicon)

    def whole(
        self, tokens: Sequence[Token], index: int, lexicon: Lexicon
    ) -> tuple[str, int] | None:
        """The same for nouns that stand by themselves, no part of a compound."""
        for length in range(self.longest, 0, -1):
            window = [token.lower for token in tokens[index : index + length]]
            if len(window) < length:
                continue
            for form in forms_of(window[-1], lexicon.suffixes):
                if (unit := self.units.get((*window[:-1], form))) is not None:
                    return unit, index + length
        return None

    def _compound(
        self, tokens: Sequence[Token], index: int, lexicon: Lexicon
    ) -> tuple[str, int] | None:
        """The unit of a compound's last part: `E-Autos`, `Elektroautos`."""
        end = hyphenated_end(tokens, index)
        for form in forms_of(tokens[end - 1].lower, lexicon.suffixes):
            if end > index + 1 and (unit := self.units.get((form,))) is not None:
                return unit, end
            if not lexicon.closed_compounds:
                continue
            for start in range(1, len(form) - _SHORTEST_HEAD + 1):
                if _MULTIPLYING.fullmatch(form[:start]):
                    break  # a centimetre is no kind of metre
                if (unit := self.units.get((form[start:],))) is not None:
                    return unit, end
        return None

    def misspelt(self, word: str, lexicon: Lexicon) -> str | None:
        """The unit whose noun, a long one, is this word but for a letter: `Fahrzeig`."""
        for form in forms_of(word, lexicon.suffixes):
            for noun, unit in self.long:
                if noun[0] == form[0] and len(form) >= _LONG and distance(noun, form) <= 1:
                    return unit
        return None


@functools.lru_cache(maxsize=64)
def nouns_of(declared: DeclaredWords, suffixes: tuple[str, ...]) -> Nouns:
    """The declared nouns, in the forms that a text may have."""
    units: dict[tuple[str, ...], str] = {}
    for unit, words in declared:
        for word in words:
            *head, last = phrase_of(word) or ("",)
            for form in forms_of(last, suffixes):
                units.setdefault((*head, form), unit)
    long = tuple(
        (key[0], unit) for key, unit in units.items() if len(key) == 1 and len(key[0]) >= _LONG
    )
    return Nouns(units, max((len(key) for key in units), default=0), long)


@functools.lru_cache(maxsize=8192)
def forms_of(word: str, suffixes: tuple[str, ...]) -> tuple[str, ...]:
    """A word without umlauts, whole and without each ending that it has: light stemming."""
    plain = word.translate(_UMLAUTS)
    stems = (plain.removesuffix(suffix) for suffix in suffixes if plain.endswith(suffix))
    return (plain, *(stem for stem in stems if len(stem) >= _SHORTEST_STEM))


def hyphenated_end(tokens: Sequence[Token], index: int) -> int:
    """The index after the hyphenated word that begins at `index`."""
    end = index + 1
    while end + 1 < len(tokens) and tokens[end].text == "-":
        if not (is_glued(tokens, end) and is_glued(tokens, end + 1)):
            break
        end += 2
    return end


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
    if code := code_at(tokens, index, lexicon):
        return FoundUnit(code, "money", index, index + 1)
    if index >= len(tokens) or is_doubtful(tokens[index]):
        return None
    for table in (lexicon.symbols, lexicon.currencies, load_coins(lexicon.lang)):
        if money := table.at(tokens, index):
            code, last = money
            if table is lexicon.symbols and _belongs_right(tokens, index, last):
                return None
            return FoundUnit(code, "money", index, last, choices_of(tokens[index:last], lexicon))
    return None


def _belongs_right(tokens: Sequence[Token], index: int, last: int) -> bool:
    """A sign that is written onto the next number alone: `1 $10`."""
    is_number = last < len(tokens) and tokens[last].kind == "number"
    return is_number and is_glued(tokens, last) and not is_glued(tokens, index)


def find_measure(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> FoundUnit | None:
    """A ratio, a duration or a physical unit right here."""
    for table in (lexicon.measures, lexicon.signs):
        if found := table.at(tokens, index):
            code, last = found
            return FoundUnit(code, measure_kind(code), index, last)
    return None


def measure_kind(code: str) -> UnitKind:
    """A ratio is a pure number; all other measures have a dimension."""
    return "ratio" if code in RATIO_UNITS else "measure"


def find_money_before(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> FoundUnit | None:
    """A currency sign or code left of a number: `$30`, `Rmb109bn`, `EUR 5`."""
    if found := lexicon.symbols.before(tokens, index):
        code, first = found
        if first == index - 1 or is_glued(tokens, index) or tokens[first].text.isupper():
            return FoundUnit(code, "money", first, index, choices_of(tokens[first:index], lexicon))
    left = tokens[index - 1] if index else None
    if left is None:
        return None
    if left.text == "." and (found := lexicon.currencies.before(tokens, index)):
        return FoundUnit(found[0], "money", found[1], index)  # an abbreviation, as in "Fr. 20"
    named = code_before(tokens, index, lexicon)
    is_read = left.text.isupper() or is_glued(tokens, index)
    if left.kind == "word" and is_read and not is_doubtful(left):
        named = named or lexicon.currencies.meanings.get((left.lower,))
    return FoundUnit(named, "money", index - 1, index) if named else None


def choices_of(window: Sequence[Token], lexicon: Lexicon) -> tuple[str, ...]:
    """All the currencies that these words may name, when they are several."""
    return lexicon.choices.get("".join(token.lower for token in window), ())


def _find_noun(
    tokens: Sequence[Token], index: int, lexicon: Lexicon, nouns: Nouns
) -> FoundUnit | None:
    """A declared noun within reach, else the noun that follows at once."""
    for at in _reachable(tokens, index, lexicon):
        if found := nouns.at(tokens, at, lexicon):
            return FoundUnit(found[0], "declared", at, found[1])
    for at in _reachable(tokens, index, lexicon):
        token = tokens[at]
        if lexicon.noun.fullmatch(token.text) and token.lower not in lexicon.number_words:
            end = hyphenated_end(tokens, at)
            if (unit := nouns.misspelt(tokens[end - 1].lower, lexicon)) is not None:
                return FoundUnit(unit, "declared", at, end)
            return FoundUnit(_spelled(tokens[at:end]), "noun", at, end)
        if not lexicon.adjective.fullmatch(token.text):
            return None
    return None


def _spelled(window: Sequence[Token]) -> str:
    return "".join(token.text for token in window)


def _reachable(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Iterator[int]:
    """The next few words, up to a mark, a number or a word that ends the phrase."""
    words = 0
    for at in range(index, min(index + 2 * _REACH, len(tokens))):
        token = tokens[at]
        if token.text == "-" and is_glued(tokens, at) and is_glued(tokens, at + 1):
            continue
        if token.kind != "word" or token.lower in lexicon.noun_stops or words == _REACH:
            return
        words += 1
        yield at
