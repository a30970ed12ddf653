"""How a language writes a power of ten or a measure behind a numeral, for those who look for one.

In: a language tag, a measure. Out: the words that its lexicon reads, in small letters.
"""

import functools
from decimal import Decimal

from generator.evidence.lexicon.lexicon import load_lexicon

_STEP = 3
"""Thousands, millions …: what stands between them (hundred, lakh) is seldom typed with digits."""


@functools.lru_cache(maxsize=32)
def scale_spellings(lang: str) -> tuple[tuple[str, int], ...]:
    """What follows a numeral, and its power of ten: ` billion` after a blank, `bn` at once."""
    scales = load_lexicon(lang).scales
    spaced = {f" {word}": _exponent(value) for word, value in scales.words.items()}
    glued = {word.lower(): _exponent(value) for word, value in scales.glued.items()}
    return tuple((word, power) for word, power in (spaced | glued).items() if power)


def measure_spellings(lang: str, measure: str) -> tuple[str, ...]:
    """Words for `%`, `pp`, `bp` or `x` in a language; none where its lexicon has none."""
    words = load_lexicon(lang).measures.words.get(measure, ())
    return tuple(word.lower() for word in words if word[:1].isalpha())


def _exponent(value: Decimal) -> int:
    """Of a power of a thousand its exponent; 0 for any other number."""
    power = value.adjusted()
    is_power = value == Decimal((0, (1,), power))
    return power if is_power and power % _STEP == 0 else 0
