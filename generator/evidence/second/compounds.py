"""The number that one word spells, compounds taken apart at their scales and their parts.

In: a word, a vocabulary. Out: its value, or None. Accents, case and `ß` do not count.
"""

import functools
import re
from collections.abc import Iterator
from decimal import Decimal

from generator.evidence.second.vocabulary import Vocabulary, plain

_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")


def read_word(word: str, vocabulary: Vocabulary) -> Decimal | None:
    """The number that the word is; an article is none."""
    return _read(plain(word), vocabulary)


def read_beginning(word: str, vocabulary: Vocabulary) -> Decimal | None:
    """The number in a word that goes on: `fivefold`, `zehnprozentige`, or a multiple."""
    return _read_beginning(plain(word), vocabulary)


def hyphened_at(text: str, start: int, vocabulary: Vocabulary) -> str | None:
    """The longest words of the table with hyphens that begin there: `quatre-vingt-dix`."""
    run = _HYPHENED.match(text, start)
    pieces = run[0].split("-") if run else []
    words = ("-".join(pieces[:count]) for count in range(len(pieces), 1, -1))
    return next((one for one in words if plain(one) in vocabulary.numbers), None)


@functools.lru_cache(maxsize=8192)
def _read(word: str, vocabulary: Vocabulary) -> Decimal | None:
    """Of the table, with a part of one, or a compound."""
    if word in vocabulary.numbers:
        return vocabulary.numbers[word]
    if word in vocabulary.ones:
        return None
    return _with_part(word, vocabulary) or _compound(word, vocabulary)


def _with_part(word: str, vocabulary: Vocabulary) -> Decimal | None:
    """`zweieinhalb`, `driekwart`, `zweidreiviertel`: whole and part in one word."""
    for stem, part in _parts_at_end(word, vocabulary):
        whole = _tail(stem, vocabulary, is_link_last=True) if stem else Decimal(0)
        if whole is not None:
            return whole + part
    return None


def _parts_at_end(word: str, vocabulary: Vocabulary) -> Iterator[tuple[str, Decimal]]:
    """The word without each part that it may end with, and that part."""
    halves = (half for half in vocabulary.halves if word.endswith(half) and word != half)
    for half in halves:
        stem = word.removesuffix(half)
        yield from (
            (stem.removesuffix(one), _HALF) for one in vocabulary.ones if stem.endswith(one)
        )
        yield stem, _HALF
    for part, by in vocabulary.parts.items():
        stem = word.removesuffix(part)
        if stem == word:
            continue
        ones = dict.fromkeys((*vocabulary.ones, *vocabulary.units))
        for one in (one for one in ones if stem.endswith(one)):
            many = vocabulary.numbers.get(one, Decimal(1))
            yield stem.removesuffix(one), many / by


def _compound(word: str, vocabulary: Vocabulary) -> Decimal | None:
    """`dreihundertfünfundvierzigtausend`: what stands before a scale, times it, and the rest."""
    for name, scale in vocabulary.compounds:
        left, found, right = word.partition(name)
        if not found:
            continue
        many = _simple(left, vocabulary) if left else Decimal(1)
        rest = _tail(right, vocabulary) if right else Decimal(0)
        if many and rest is not None and many < max(scale, _HUNDRED) and rest < scale:
            return many * scale + rest
    return None


def _simple(word: str, vocabulary: Vocabulary) -> Decimal | None:
    """A number within a compound, where an article is a one."""
    return Decimal(1) if word in vocabulary.ones else _read(word, vocabulary)


def _tail(word: str, vocabulary: Vocabulary, *, is_link_last: bool = False) -> Decimal | None:
    """The number at the end of a compound, or before a part, without the `and` beside it."""
    cut = str.removesuffix if is_link_last else str.removeprefix
    stems = dict.fromkeys((word, *(cut(word, link) for link in vocabulary.ands)))
    return next((value for stem in stems if stem and (value := _simple(stem, vocabulary))), None)


@functools.lru_cache(maxsize=8192)
def _read_beginning(word: str, vocabulary: Vocabulary) -> Decimal | None:
    """A number word with something written onto it, or a multiple by its beginning."""
    for beginning, value in vocabulary.multiples.items():
        if word.startswith(beginning):
            return value
    for ending in vocabulary.endings:
        head, found, _ = word.partition(ending or " ")
        number = _read(head, vocabulary) if found and head else None
        if number is not None:
            return number
    return None
