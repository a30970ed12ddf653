"""The words of a language that carry meaning around numbers: one record a language, made once.

In: `lexicons/<language>.toml` on top of `any.toml` and of the locale data of `cldr`. Out: a
`Lexicon`. What a file leaves out is not read; a language without a file has what lies below it.
"""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError

from generator.evidence.lexicon.cldr import locale_table
from generator.evidence.lexicon.keys import LexiconError, read_record
from generator.evidence.lexicon.number_records import (
    Codes,
    Coins,
    Measures,
    Money,
    Multiples,
    Numerals,
    Scales,
)
from generator.evidence.lexicon.tables import SHARED, join, load_files
from generator.evidence.lexicon.word_records import (
    Adverbs,
    Dates,
    Directions,
    Dollars,
    Hedges,
    NounForms,
    Ranges,
    Shares,
    Speakers,
    Titles,
    Verbs,
)

_UNKNOWN = "en"
"""Read in place of a tag that names no language."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What a language's words mean where numbers stand: the tables of its file."""

    lang: str
    abbreviations: frozenset[str]
    """Words whose dot ends no sentence."""
    comparison: re.Pattern[str]
    """Words before a date that something is compared with."""
    relative: frozenset[str]
    """Words that open a relative clause after a comma."""
    numerals: Numerals
    scales: Scales
    money: Money
    codes: Codes
    coins: Coins
    measures: Measures
    endings: Mapping[str, str]
    """Units that are written onto a numeral or a number word: `100-prozentige`."""
    multiples: Multiples
    dates: Dates
    weekdays: Mapping[str, int]
    """Names of the days in small letters, Monday being 0."""
    ranges: Ranges
    hedges: Hedges
    adverbs: Adverbs
    directions: Directions
    verbs: Verbs
    nouns: NounForms
    titles: Titles
    shares: Shares
    speakers: Speakers
    cues: Mapping[str, re.Pattern[str]]
    """What the rules look for beside a figure, by name."""
    dollars: Dollars


def base_of(lang: str) -> str:
    """The language of a tag: `de-CH` is read as `de`."""
    return lang.replace("_", "-").split("-")[0].lower()


def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, in alphabetical order."""
    return tuple(sorted(load_files().keys() - {SHARED}))


def is_readable(lang: str) -> bool:
    """Whether a lexicon reads the language."""
    return base_of(lang) in languages()


@functools.lru_cache(maxsize=32)
def load_lexicon(lang: str) -> Lexicon:
    """The lexicon of a language tag (`de-CH` has that of `de`)."""
    base = base_of(lang)
    if lang != base:
        return load_lexicon(base)
    try:
        locale = Locale.parse(base)
    except (UnknownLocaleError, ValueError):
        return load_lexicon(_UNKNOWN)
    files = load_files()
    typed = join(files[SHARED], files.get(base, {}))
    table = join(locale_table(base, locale, typed["codes"]["named"]), typed)
    try:
        return read_record(Lexicon, {**table, "lang": base})
    except LexiconError as error:
        raise LexiconError(f"lexicons/{base}.toml: {error}") from None
