"""The number words of a language, in a table that num2words makes, with the lexicon's scale words.

In: a lexicon. Out: a `Vocabulary`, made once a language. Case, accents and `ß` do not count.
"""

import functools
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from num2words import CONVERTER_CLASSES, num2words

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.lexicon.phrases import PhraseTable
from generator.evidence.lexicon.word_records import Shares

_BASE = 100
_FEW, _TEN = 13, 10
_THOUSAND = 1000
_DAYS = 32
_SHORTEST = 3
"""Of a scale word in a compound, in letters."""
_ROUND = frozenset(Decimal(10) ** power for power in (2, 3, 6, 9, 12))


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """What words mean beside each other; all of them without case and accents."""

    numbers: Mapping[str, Decimal]
    """Below a hundred, and words such as one and a half."""
    units: frozenset[str]
    """The ten digits in words: what may follow a decimal point in words."""
    exact_one: str
    """The word for one where it is no article, accent and all."""
    has_commas: bool
    """The parts of a long number are set off by commas."""
    ones: frozenset[str]
    """Articles that may mean one."""
    scales: Mapping[str, Decimal]
    glued: Mapping[str, Decimal]
    """As written: what is a scale when it is written onto the digits."""
    bare: Mapping[str, Decimal]
    """Scales only where they count no noun."""
    stops: frozenset[str]
    compounds: tuple[tuple[str, Decimal], ...]
    """Scale words around which compounds are made, the largest first."""
    roles: Mapping[str, str]
    """What else a word may be in a number: half, joined, one, part, share, point."""
    halves: frozenset[str]
    parts: Mapping[str, int]
    """Nouns of fractions, with what they divide by."""
    shares: Mapping[str, Decimal]
    joiners: frozenset[str]
    """Words between a fraction and what it is taken of."""
    ands: frozenset[str]
    throughs: frozenset[str]
    """Words between the two ends of a range, or of a change."""
    betweens: frozenset[str]
    joints: frozenset[str]
    """How what joins a number to the next one begins: `to`, `and`, `euro`, a dash."""
    currencies: frozenset[str]
    """Signs and names of one word."""
    coins: frozenset[str]
    ratios: frozenset[str]
    """Words between the two numbers of a ratio: `out of`."""
    point: str
    """The word for the decimal point; empty where it is not known."""
    multiples: Mapping[str, Decimal]
    """Words that are a multiple by themselves, by their beginning."""
    phrases: Mapping[str, Decimal]
    """Multiples of several words, and what every fifth is."""
    ordinals: Mapping[str, Decimal]
    """Ordinals up to the last day of a month, as num2words has them."""
    endings: tuple[str, ...]
    """What may be written onto a number word: `-fold`, `prozentig`."""


@functools.lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """The word without case, accents and `ß`."""
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(one for one in letters if not unicodedata.combining(one))


@functools.lru_cache(maxsize=32)
def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon's language."""
    numerals, scales = lexicon.numerals, lexicon.scales
    numbers, point, one = _spelled(lexicon.lang, numerals.plain_letters)
    known = {**_parted_scales(lexicon.lang), **_valued(scales.words.items())}
    compounds = [item for item in known.items() if item[1] in _ROUND and len(item[0]) > _SHORTEST]
    more = {plain(word): Decimal(value) for word, value in numerals.words.items()}
    rare = {word: value for word, value in more.items() if value % 1 or value < _FEW}
    ones = frozenset(map(plain, numerals.one))
    halves, ands = frozenset(map(plain, numerals.half)), _phrases(lexicon.ranges.and_)
    parts = {plain(word): by for word, by in lexicon.shares.parts.items()}
    shares = {
        plain(word): Decimal(share.numerator) / Decimal(share.denominator)
        for word, share in lexicon.shares.whole.items()
    }
    return Vocabulary(
        numbers={**rare, **numbers},
        units=frozenset(word for word, value in numbers.items() if value < _TEN),
        exact_one=one,
        has_commas="," in _long_number(lexicon.lang),
        ones=ones,
        scales=known,
        glued={word: Decimal(value) for word, value in scales.glued.items()},
        bare=_valued(scales.bare.items()),
        stops=lexicon.nouns.stops,
        compounds=tuple(sorted(compounds, key=lambda one: (one[1], len(one[0])), reverse=True)),
        roles=_roles(one=ones, share=shares, point=[point], part=parts, joined=ands, half=halves),
        halves=halves,
        parts=parts,
        shares=shares,
        joiners=ones | frozenset(map(plain, numerals.part_links)),
        ands=ands,
        **_beside(lexicon),
        point=point,
        multiples=_valued(lexicon.multiples.words.items()),
        phrases=_valued(lexicon.multiples.before.items()) | _every(lexicon.shares),
        ordinals=_ordinals(lexicon.lang),
        endings=tuple(map(plain, (*lexicon.endings, lexicon.multiples.ending))),
    )


def _beside(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The words that join a number to the next one."""
    ranges, money = lexicon.ranges, lexicon.money
    throughs, ands = _phrases(ranges.through, ranges.change), _phrases(ranges.and_)
    currencies = _phrases(money.words) | frozenset(map(plain, money.symbols))
    return {
        "throughs": throughs,
        "betweens": _phrases(ranges.between),
        "joints": frozenset(one.split()[0] for one in throughs | ands) | currencies | {"-"},
        "currencies": currencies,
        "coins": _phrases(lexicon.coins.words),
        "ratios": _phrases(lexicon.shares.ratios),
    }


def _roles(**words: Iterable[str]) -> dict[str, str]:
    """Each word with its role; of two the later one counts."""
    return {word: role for role, some in words.items() for word in some if word}


def _valued(words: Iterable[tuple[str, Decimal]]) -> dict[str, Decimal]:
    return {plain(word): Decimal(value) for word, value in words}


def _every(shares: Shares) -> dict[str, Decimal]:
    """`every fifth`, with each ordinal."""
    ordinals = {plain(word): Decimal(1) / parts for word, parts in shares.ordinals.items()}
    return {
        f"{plain(each)} {word}": part for each in shares.each for word, part in ordinals.items()
    }


def _phrases(*tables: PhraseTable[Any]) -> frozenset[str]:
    return frozenset(plain(" ".join(words)) for table in tables for words in table.meanings)


def _spelled(lang: str, letters: Mapping[int, str]) -> tuple[dict[str, Decimal], str, str]:
    """The words below a hundred, that for the decimal point, and that for one."""
    if lang not in CONVERTER_CLASSES:
        return {}, "", ""
    words = {num2words(number, lang=lang): Decimal(number) for number in range(_BASE)}
    words |= {word.translate(letters): value for word, value in words.items()}
    _, *point = num2words(Decimal("1.5"), lang=lang).split()
    one = num2words(1, lang=lang)
    known = {plain(word): value for word, value in words.items() if " " not in word}
    return known, plain(point[0]) if point else "", one.casefold()


def _ordinals(lang: str) -> dict[str, Decimal]:
    """Those of one word: `sixth`."""
    if lang not in CONVERTER_CLASSES:
        return {}
    words = {num2words(one, to="ordinal", lang=lang): Decimal(one) for one in range(2, _DAYS)}
    return {plain(word): value for word, value in words.items() if word.isalpha()}


def _parted_scales(lang: str) -> dict[str, Decimal]:
    """Hundred and thousand where they are words of their own: `deux cents`."""
    found: dict[str, Decimal] = {}
    if lang in CONVERTER_CLASSES:
        for scale in (_BASE, _THOUSAND):
            one, two = (num2words(many * scale, lang=lang).split() for many in (1, 2))
            if len(two) > 1:
                found |= {plain(words[-1]): Decimal(scale) for words in (one, two)}
    return found


def _long_number(lang: str) -> str:
    return num2words(12_345, lang=lang) if lang in CONVERTER_CLASSES else ""
