"""The words of a language that carry meaning around numbers: one record a language, made once.

In: `lexicons/<language>.toml`, packaged with this room, and the locale data of `cldr`. Out: a
`Lexicon`. A key that is missing is not read; a language without a file has the locale data alone.
"""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from babel import Locale, UnknownLocaleError
from babel.numbers import list_currencies

from generator.evidence.lexicon import cldr, keys
from generator.evidence.lexicon.number_records import (
    Codes,
    Coins,
    Measures,
    Money,
    Multiples,
    Numerals,
    Scales,
)
from generator.evidence.lexicon.phrases import phrase_table
from generator.evidence.lexicon.tables import list_languages, load_table
from generator.evidence.lexicon.word_records import (
    CUES,
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
"""Whose locale data stands in for that of a tag that names no language."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Lexicon:
    """What a language's words mean where numbers stand: the tables of its file."""

    lang: str = ""
    abbreviations: frozenset[str] = keys.words()
    """Words whose dot ends no sentence."""
    relative: frozenset[str] = keys.words()
    """Words that open a relative clause after a comma."""
    numerals: Numerals = keys.record(Numerals)
    scales: Scales = keys.record(Scales)
    money: Money = keys.record(Money)
    codes: Codes = keys.record(Codes)
    coins: Coins = keys.record(Coins)
    measures: Measures = keys.record(Measures)
    endings: Mapping[str, str] = keys.texts()
    """Units that are written onto a numeral or a number word: `100-prozentige`."""
    multiples: Multiples = keys.record(Multiples)
    dates: Dates = keys.record(Dates)
    weekdays: Mapping[str, int] = keys.computed({})
    """Names of the days, Monday being 0."""
    ranges: Ranges = keys.record(Ranges)
    hedges: Hedges = keys.record(Hedges)
    adverbs: Adverbs = keys.record(Adverbs)
    directions: Directions = keys.record(Directions)
    verbs: Verbs = keys.record(Verbs)
    nouns: NounForms = keys.record(NounForms)
    titles: Titles = keys.record(Titles)
    shares: Shares = keys.record(Shares)
    speakers: Speakers = keys.record(Speakers)
    cues: Mapping[str, re.Pattern[str]] = keys.cues(*CUES)
    comparison: re.Pattern[str] = keys.cue()
    dollars: Dollars = keys.record(Dollars)


def base_of(lang: str) -> str:
    """The language of a tag: `de-CH` is read as `de`."""
    return lang.replace("_", "-").split("-")[0].lower()


def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, in alphabetical order."""
    return list_languages()


def is_readable(lang: str) -> bool:
    """Whether a lexicon reads the language."""
    return base_of(lang) in list_languages()


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
    try:
        typed = keys.read_record(Lexicon, load_table(base))
    except keys.LexiconError as error:
        raise keys.LexiconError(f"lexicons/{base}.toml: {error}") from None
    return replace(
        typed,
        lang=base,
        numerals=_numerals(base, locale, typed.numerals),
        scales=_scales(locale, typed.scales),
        money=_money(locale, typed.money, typed.codes),
        codes=_codes(typed.codes),
        coins=_coins(typed.coins),
        measures=_measures(typed.measures),
        multiples=replace(typed.multiples, phrases=phrase_table(typed.multiples.before.items())),
        dates=_dates(locale, typed.dates),
        weekdays=cldr.weekday_names(locale),
    )


def _numerals(lang: str, locale: Locale, typed: Numerals) -> Numerals:
    decimal, group = cldr.separators(locale)
    words = {**cldr.number_words(lang, typed.plain_letters, typed.short_forms), **typed.words}
    compounds = ((word, value) for word, value in words.items() if "-" in word)
    return replace(
        typed,
        decimal=typed.decimal or decimal,
        group=typed.group or group,
        words=words,
        phrases=phrase_table(compounds),
    )


def _scales(locale: Locale, typed: Scales) -> Scales:
    return replace(typed, words={**cldr.scale_words(locale), **typed.powers, **typed.factors})


def _money(locale: Locale, typed: Money, codes: Codes) -> Money:
    dollars = typed.ambiguous.get("$", ())
    names = (*keys.flat(typed.names), *cldr.currency_names(locale, codes.named))
    return replace(
        typed,
        words=phrase_table(names),
        signs=phrase_table(typed.symbols.items(), cased=True, glued=True),
        choices={**typed.ambiguous, **{word.lower(): dollars for word in typed.dollars}},
    )


def _codes(typed: Codes) -> Codes:
    doubtful = typed.doubtful | typed.behind
    return replace(typed, doubtful=doubtful, sure=frozenset(list_currencies()) - doubtful)


def _coins(typed: Coins) -> Coins:
    return replace(typed, words=phrase_table(keys.flat({**typed.others, **typed.parts})))


def _measures(typed: Measures) -> Measures:
    signs = phrase_table(keys.flat(typed.symbols), cased=True)
    return replace(typed, names=phrase_table(keys.flat(typed.words)), signs=signs)


def _dates(locale: Locale, typed: Dates) -> Dates:
    months = cldr.month_names(locale, "wide")
    short = cldr.month_names(locale, "abbreviated")
    return replace(
        typed,
        months=months,
        short_months={name: number for name, number in short.items() if name not in months},
        decade_words={phrase.lower(): edtf for phrase, edtf in keys.flat(typed.decades)},
    )
