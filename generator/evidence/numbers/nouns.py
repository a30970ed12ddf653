"""Declared nouns, in the forms that a text may give them: light stemming, compounds, slips.

In: the units of indicators.yaml and tokens. Out: the unit whose noun stands at a token. Nouns that
no unit declares are found in `units`.
"""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance.DamerauLevenshtein import distance

from generator.evidence.lexicon.lemmas import forms_of, plurals_of
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.text.tokens import Token, is_glued, phrase_of, tokenize
from generator.model import Unit

_SHORTEST_HEAD = 4
_LONG = 8
_BETWEEN = 3
"""Words between the parts of a rate."""
_RATIOS = frozenset({"%", "pp", "bp", "permille"})

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
class _Parted:
    """A unit such as `cubic metres per second`, read in `cubic metres of water per second`."""

    head: tuple[str, ...]
    tail: tuple[str, ...]
    """What stands behind the word for each."""
    unit: str

    def at(self, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[str, int] | None:
        """The unit, and the index after its last part."""
        middle = index + len(self.head)
        if not self._fits(self.head, tokens[index:middle], lexicon):
            return None
        rates = lexicon.rates
        for at in range(middle, min(middle + _BETWEEN, len(tokens) - 1) + 1):
            if tokens[at - 1].kind != "word":
                return None
            end = at + 1 + len(self.tail)
            is_each = tokens[at].lower in rates.each or (tokens[at].lower,) in rates.per.meanings
            if is_each and self._fits(self.tail, tokens[at + 1 : end], lexicon):
                return self.unit, end
        return None

    @staticmethod
    def _fits(words: tuple[str, ...], window: Sequence[Token], lexicon: Lexicon) -> bool:
        *first, last = words
        is_like = len(window) == len(words) and [one.lower for one in window[:-1]] == first
        return is_like and last in forms_of(window[-1].text, lexicon)


@dataclass(frozen=True, slots=True)
class Nouns:
    """Declared nouns: all but the last word as written, the last in every form it may take."""

    units: Mapping[tuple[str, ...], str]
    longest: int
    long: tuple[tuple[str, str], ...]
    """Single nouns of so many letters that a slip in one leaves them recognisable."""
    measures: Mapping[str, str]
    """For the code of a measure, the unit that declares its name: `40km` are kilometres."""
    parted: tuple[_Parted, ...] = ()
    """Rates, which may have what is measured between their parts."""
    doubtful: frozenset[str] = frozenset()
    """Plurals that may be another word's form: `61 gevallen`, but `61 bomen gevallen`."""

    def at(self, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[str, int] | None:
        """The unit whose noun begins at `index`, and the index after it."""
        return self.whole(tokens, index, lexicon) or self._compound(tokens, index, lexicon)

    def whole(
        self, tokens: Sequence[Token], index: int, lexicon: Lexicon
    ) -> tuple[str, int] | None:
        """The same for nouns that stand by themselves, no part of a compound."""
        for parted in self.parted:
            if found := parted.at(tokens, index, lexicon):
                return found
        for length in range(self.longest, 0, -1):
            window = [token.lower for token in tokens[index : index + length]]
            if len(window) < length or _is_reserved(tuple(window), lexicon):
                continue
            if _goes_on(tokens, index, index + length, lexicon):
                continue
            for form in forms_of(tokens[index + length - 1].text, lexicon):
                if (unit := self.units.get((*window[:-1], form))) is not None:
                    return unit, index + length
        return None

    def _compound(
        self, tokens: Sequence[Token], index: int, lexicon: Lexicon
    ) -> tuple[str, int] | None:
        """The unit of a compound's last part: `E-Autos`, `Elektroautos`."""
        end = hyphenated_end(tokens, index)
        if _is_reserved((tokens[end - 1].lower,), lexicon) or _is_first(tokens, end, lexicon):
            return None
        for form in forms_of(tokens[end - 1].text, lexicon):
            if end > index + 1 and (unit := self.units.get((form,))) is not None:
                return unit, end
            if not lexicon.nouns.closed_compounds:
                continue
            for start in range(1, len(form) - _SHORTEST_HEAD + 1):
                if form[:start] in lexicon.nouns.prefixes:
                    break  # a centimetre is no kind of metre
                if (unit := self.units.get((form[start:],))) is not None:
                    return unit, end
        return None

    def compound_end(self, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> int:
        """The index after `car parts`, where the first word is a declared noun; else zero."""
        for form in forms_of(tokens[index].text, lexicon):
            if (form,) in self.units and _is_first(tokens, index + 1, lexicon):
                return index + 2
        return 0

    def misspelt(self, word: str, lexicon: Lexicon) -> str | None:
        """The unit whose noun, a long one, is this word but for a letter: `Fahrzeig`."""
        for form in forms_of(word, lexicon):
            for noun, unit in self.long:
                if noun[0] == form[0] and len(form) >= _LONG and distance(noun, form) <= 1:
                    return unit
        return None


def _part(words: tuple[str, ...], unit: str, lexicon: Lexicon) -> Iterator[_Parted]:
    """The parts of a rate, around its word for each; the last word of either in its base form."""
    for at in range(1, len(words) - 1):
        if (words[at],) in lexicon.rates.per.meanings:
            heads = forms_of(words[at - 1], lexicon)
            yield from (_Parted((*words[: at - 1], one), words[at + 1 :], unit) for one in heads)


def _is_reserved(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Words that the language has for currencies, ratios and numbers, or that end a phrase.

    A name that several currencies share, or a weight, is free: a briefing may say which it is.
    """
    measures, money = lexicon.measures, lexicon.money
    is_shared = words[0] in money.ambiguous or words[0] in money.weights
    is_money = words in money.words.meanings and not (is_shared and len(words) == 1)
    if measures.names.meanings.get(words) in _RATIOS or is_money:
        return True
    is_sign = measures.signs.meanings.get(words) in _RATIOS or words in money.signs.meanings
    word = words[0]
    return is_sign or (
        len(words) == 1 and (word in lexicon.nouns.stops or word in lexicon.numerals.values)
    )


def _goes_on(tokens: Sequence[Token], index: int, end: int, lexicon: Lexicon) -> bool:
    """The noun is the first part of a compound: `Auto-Aktien`, `car parts`; not `5-Sterne-Haus`."""
    is_joined = index > 1 and tokens[index - 1].text == "-" and tokens[index - 2].kind == "number"
    is_hyphenated = (
        end + 1 < len(tokens)
        and tokens[end].text == "-"
        and is_glued(tokens, end)
        and is_glued(tokens, end + 1)
        and tokens[end + 1].kind == "word"
    )
    return (is_hyphenated and not is_joined) or _is_first(tokens, end, lexicon)


def _is_first(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """The singular that ends before `end` goes with the plural after it, where words stay apart."""
    nouns = lexicon.nouns
    if not nouns.plural or end >= len(tokens) or tokens[end].kind != "word":
        return False
    singular, plural = tokens[end - 1].lower, tokens[end].lower
    if singular.endswith(nouns.plural) or not plural.endswith(nouns.plural):
        return False
    is_one = end > 1 and tokens[end - 2].lower in {"1", *lexicon.numerals.one}
    if is_one or plural.endswith(nouns.not_plural):  # "1 car costs": a verb
        return False
    is_apart = not is_glued(tokens, end) and tokens[end].text[0].islower()
    return is_apart and plural not in nouns.stops and plural not in nouns.not_counted


@functools.lru_cache(maxsize=64)
def nouns_of(declared: DeclaredWords, lexicon: Lexicon) -> Nouns:
    """The declared nouns, in the forms that a text may have."""
    units: dict[tuple[str, ...], str] = {}
    doubtful: set[str] = set()
    for unit, words in declared:
        for word in words:
            *head, last = tokenize(word)
            made = plurals_of(last.text, lexicon)
            doubtful.update(made)
            for form in (*forms_of(last.text, lexicon), *made):
                units.setdefault((*(token.lower for token in head), form), unit)
    long = tuple(
        (key[0], unit) for key, unit in units.items() if len(key) == 1 and len(key[0]) >= _LONG
    )
    # "°C" is a sign, whose degrees stand in the text as "34.6C" too.
    names = {**lexicon.measures.signs.meanings, **lexicon.measures.names.meanings}
    measures = {
        names[phrase]: unit
        for unit, words in reversed(declared)
        for word in words
        for phrase in (phrase_of(word), tuple(one.text for one in tokenize(word)))
        if names.get(phrase, "") not in {"", *_RATIOS}
    }
    parted = tuple(one for key, unit in units.items() for one in _part(key, unit, lexicon))
    return Nouns(
        units,
        max((len(key) for key in units), default=0),
        long,
        measures,
        parted,
        frozenset(doubtful),
    )


def hyphenated_end(tokens: Sequence[Token], index: int) -> int:
    """The index after the hyphenated word that begins at `index`."""
    end = index + 1
    while end + 1 < len(tokens) and tokens[end].text == "-":
        if not (is_glued(tokens, end) and is_glued(tokens, end + 1)):
            break
        end += 2
    return end
