"""The words of a language that carry meaning around numbers: one record a language, made once.

In: `lexicons/<language>.toml` on top of `any.toml` and of the locale data (by Babel and num2words).
Out: a `Lexicon`, and how a language writes a power of ten or a measure behind a numeral. What a
file leaves out is not read; a language without a file has what lies below it, none of it typed by
us.
"""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.numbers import get_currency_name, list_currencies
from babel.units import format_unit

from generator.evidence.lexicon.cues import Cues
from generator.evidence.lexicon.files import SHARED, Table, load_files, recall_table
from generator.evidence.lexicon.head_records import Heads
from generator.evidence.lexicon.keys import LexiconError, Record, read_record
from generator.evidence.lexicon.number_records import (
    Codes,
    Coins,
    Measures,
    Money,
    Multiples,
    Numerals,
    Scales,
)
from generator.evidence.lexicon.quantity_records import Counts, Owners, Quantities
from generator.evidence.lexicon.statement_records import Changes, Frames, Moments, Rates
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
_STEP = 3
"""Thousands, millions …: what stands between them (hundred, lakh) is seldom typed with digits."""
_WORDS = 1000


@dataclass(frozen=True, slots=True)
class ShareWords:
    """What a part of a whole begins with, and what stands behind its first number."""

    firsts: frozenset[str]
    joints: frozenset[str]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What a language's words mean where numbers stand: the tables of its file."""

    lang: str
    agencies: tuple[str, ...]
    """News agencies, as texts name them."""
    abbreviations: frozenset[str]
    """Words whose dot ends no sentence."""
    comparison: re.Pattern[str]
    """Words before a date that something is compared with."""
    relative: frozenset[str]
    """Words that open a relative clause after a comma."""
    complementizers: frozenset[str]
    """Words that open a clause of what is said or thought: `that`."""
    saying: frozenset[str]
    """Words that open a clause of who says it: `wie X mitteilte`."""
    infinitive: re.Pattern[str]
    """A verb by which a clause hangs on the one before: `zu bauen`."""
    openers: frozenset[str]
    """Words that open a statement of its own: `while`, `after`."""
    splitters: frozenset[str]
    """Those that part a clause even where no mark stands."""
    grounding: frozenset[str]
    """Those of a clause in front that holds whatever the other plans: `Because it has 30, …`."""
    hanging: frozenset[str]
    """Words before which a hyphen at a word's end stands for the rest: `Vor- und Nachteile`."""
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
    moments: Moments
    weekdays: Mapping[str, int]
    """Names of the days in small letters, Monday being 0."""
    ranges: Ranges
    hedges: Hedges
    adverbs: Adverbs
    directions: Directions
    verbs: Verbs
    changes: Changes
    rates: Rates
    nouns: NounForms
    titles: Titles
    shares: Shares
    speakers: Speakers
    cues: Cues
    """What the rules look for beside a figure, by name."""
    frames: Frames
    dollars: Dollars
    quantities: Quantities
    counts: Counts
    owners: Owners
    heads: Heads

    @functools.cached_property
    def weekday_starts(self) -> Mapping[str, tuple[str, ...]]:
        """The names of days by their first two letters: most words begin none."""
        found: dict[str, list[str]] = {}
        for day in self.weekdays:
            found.setdefault(day[:2], []).append(day)
        return {letters: tuple(days) for letters, days in found.items()}

    @functools.cached_property
    def beginners(self) -> frozenset[str]:
        """Small words that in a capital begin a sentence: behind `57.` no ordinal goes on."""
        small = self.owners.prepositions | self.owners.pronouns | self.quantities.articles
        return small | self.nouns.stops | self.hedges.articles | self.openers

    @functools.cached_property
    def share_words(self) -> ShareWords:
        """The words by which a fraction or a ratio is known before it is read."""
        links = (self.shares.ratios, self.shares.split_ratios, self.ranges.and_)
        firsts = self.numerals.values.keys() | self.numerals.one | self.shares.whole.keys()
        firsts |= self.shares.each
        joints = {first for table in links for first in table.firsts}
        return ShareWords(frozenset(firsts), frozenset({*joints, *self.shares.parts, "/"}))


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
    table = _table(base)
    if table is None:
        return load_lexicon(_UNKNOWN)
    spelled = recall_table(f"numbers in {base}", lambda: _number_words(base))
    words = {"numerals": {"words": spelled}}
    return _read(Lexicon, {**join(words, table), "lang": base}, base)


def _read(kind: type[Record], table: object, lang: str) -> Record:
    try:
        return read_record(kind, table)
    except LexiconError as error:
        raise LexiconError(f"lexicons/{lang}.toml: {error}") from None


def _table(base: str) -> Table | None:
    """All tables of a language but for its number words; None where the tag names none."""
    try:
        locale = Locale.parse(base)
    except (UnknownLocaleError, ValueError):
        return None
    files = load_files()
    typed = join(files[SHARED], files.get(base, {}))
    return join(locale_table(locale, typed), typed)


@functools.lru_cache(maxsize=32)
def _scales(lang: str) -> tuple[Scales, Measures]:
    """What the site needs of a lexicon without reading a text: a twentieth of it."""
    table = _table(base_of(lang)) or _table(_UNKNOWN) or {}
    base = base_of(lang)
    return _read(Scales, table["scales"], base), _read(Measures, table["measures"], base)


def join(below: Table, above: Table) -> Table:
    """Tables are joined key by key, lists one behind the other; of all else the upper counts."""
    joined = dict(below)
    for key, value in above.items():
        known = below.get(key)
        if isinstance(value, dict) and isinstance(known, dict):
            joined[key] = join(known, value)
        elif isinstance(value, list) and isinstance(known, list):
            joined[key] = [*known, *value]
        else:
            joined[key] = value
    return joined


@functools.lru_cache(maxsize=32)
def scale_spellings(lang: str) -> tuple[tuple[str, int], ...]:
    """What follows a numeral, and its power of ten: ` billion` after a blank, `bn` at once."""
    scales, _ = _scales(lang)
    spaced = {f" {word}": _exponent(value) for word, value in scales.words.items()}
    glued = {word.lower(): _exponent(value) for word, value in scales.glued.items()}
    return tuple((word, power) for word, power in (spaced | glued).items() if power)


def measure_spellings(lang: str, measure: str) -> tuple[str, ...]:
    """Words for `%`, `pp`, `bp` or `x` in a language; none where its lexicon has none."""
    words = _scales(lang)[1].words.get(measure, ())
    return tuple(word.lower() for word in words if word[:1].isalpha())


def _exponent(value: Decimal) -> int:
    """Of a power of a thousand its exponent; 0 for any other number."""
    power = value.adjusted()
    is_power = value == Decimal((0, (1,), power))
    return power if is_power and power % _STEP == 0 else 0


def locale_table(locale: Locale, typed: Table) -> Mapping[str, Any]:
    """What the locale data has of a language, in the tables and keys of a lexicon file."""
    codes, units = typed["codes"]["named"], typed["measures"]["cldr"]
    symbols = locale.number_symbols["latn"]
    months = _month_names(locale, "wide")
    short_months = _month_names(locale, "abbreviated")
    return {
        "numerals": {
            "decimal": symbols["decimal"],
            "group": symbols["group"].replace("\u202f", "\u00a0"),
        },
        "scales": {"powers": _scale_words(locale)},
        "money": {"names": {code: _currency_names(locale, code) for code in codes}},
        "codes": {"every": sorted(list_currencies())},
        "measures": {"words": {code: _unit_names(locale, name) for code, name in units.items()}},
        "dates": {
            "months": months,
            "short_months": {name: at for name, at in short_months.items() if name not in months},
        },
        "weekdays": {name.lower(): day for day, name in locale.days["format"]["wide"].items()},
    }


def _scale_words(locale: Locale) -> dict[str, int]:
    """Words and abbreviations for powers of ten, with the exponent; letters alone are left out."""
    found: dict[str, int] = {}
    for width in ("long", "short"):
        for patterns in locale.compact_decimal_formats.get(width, {}).values():
            for key, pattern in patterns.items():
                form = str(pattern.pattern)
                word = form.strip("0").strip().strip("\u00a0").replace("'", "").rstrip(".").lower()
                if "0" in form and len(word) > 1:
                    found.setdefault(word, len(key) - form.count("0"))
    return found


def _currency_names(locale: Locale, code: str) -> list[str]:
    """The names of a currency, singular and plural; a code names itself."""
    names = (get_currency_name(code, count=count, locale=locale) for count in (1, 2))
    return [code, *names]


def _unit_names(locale: Locale, name: str) -> list[str]:
    """The names of a unit, singular and plural; none where the locale data has no name for it."""
    forms = (str(format_unit(count, name, locale=locale)) for count in (1, 2))
    names = (form.strip("12").strip().replace("\u00a0", " ") for form in forms)
    return [one for one in names if one != name]


def _month_names(locale: Locale, width: str) -> dict[str, int]:
    """The names of the months in a width, without full stops."""
    return {
        name.rstrip("."): number
        for context in ("format", "stand-alone")
        for number, name in locale.months[context][width].items()
    }


def _number_words(lang: str) -> dict[str, str]:
    """Words for 0 to 999 that are written as one, or joined by hyphens."""
    from num2words import CONVERTER_CLASSES, num2words  # noqa: PLC0415 - their words are kept

    if lang not in CONVERTER_CLASSES:
        return {}
    words = ((num2words(number, lang=lang).lower(), number) for number in range(_WORDS))
    return {word: str(number) for word, number in words if " " not in word}
