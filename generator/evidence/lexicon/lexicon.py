"""The words of a language that carry meaning around numbers: one record a language.

In: `lexicons/<language>.toml`, packaged with this room, and the locale data of `cldr`. Out: a
`Lexicon`, made once a language. A language without a file of its own gets the locale data alone.
"""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from babel import Locale, UnknownLocaleError

from generator.evidence.lexicon import cldr
from generator.evidence.lexicon.phrases import PhraseTable, phrase_pattern, phrase_table
from generator.evidence.lexicon.tables import Table, base_of, load_table, shared_table
from generator.model import HEDGES, Direction, Hedge


@dataclass(frozen=True, kw_only=True, slots=True)
class Lexicon:
    """What a language's words mean where numbers stand."""

    lang: str
    decimal: str
    group: str
    abbreviations: frozenset[str]
    number_words: Mapping[str, Decimal]
    number_phrases: PhraseTable[Decimal]
    """Number words of several tokens (`twenty-one`)."""
    and_half: tuple[str, ...]
    thousand: str
    one: frozenset[str]
    """Articles and their like: a one only before a scale word or a percentage."""
    half: frozenset[str]
    quarter: frozenset[str]
    joiners: frozenset[str]
    minus: frozenset[str]
    """Words that make the number after them a negative one."""
    vague: frozenset[str]
    """Words after which a scale word counts nothing (`several thousand`)."""
    ratios: PhraseTable[bool]
    """Phrases after which a number word is half of a ratio (`one in three`)."""
    fractions: frozenset[str]
    ordinal_suffixes: frozenset[str]
    ordinal_nouns: frozenset[str]
    has_ordinal_dots: bool
    """A dot makes a number an ordinal (`8. August`)."""
    scales: Mapping[str, Decimal]
    glued_scales: Mapping[str, Decimal]
    symbols: PhraseTable[str]
    currencies: PhraseTable[str]
    choices: Mapping[str, tuple[str, ...]]
    """For a sign or bare word that names several currencies: all of them."""
    measures: PhraseTable[str]
    signs: PhraseTable[str]
    """Symbols of measures; compared with their case."""
    endings: Mapping[str, str]
    multiples: Mapping[str, Decimal]
    multiples_before: PhraseTable[Decimal]
    months: Mapping[str, int]
    short_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    """Names of the days, Monday being 0."""
    dates: Mapping[str, tuple[str, ...]]
    ranges: Mapping[str, PhraseTable[bool]]
    levels: PhraseTable[bool]
    hedges_before: PhraseTable[Hedge]
    hedges_after: PhraseTable[Hedge]
    hedges_at_start: PhraseTable[Hedge]
    """Hedges only as the first word of a clause (`From $299`)."""
    hedges_unless_moving: PhraseTable[Hedge]
    """Hedges only where no word of movement stands before (Dutch `tot`)."""
    hedges_doubtful: Mapping[str, frozenset[str]]
    adverb: re.Pattern[str]
    plain_adverbs: frozenset[str]
    up: re.Pattern[str]
    down: re.Pattern[str]
    only_after: frozenset[str]
    """Words that give a direction only right after the number."""
    particles: Mapping[str, Direction]
    noun: re.Pattern[str]
    adjective: re.Pattern[str]
    """What may stand between a number and an undeclared noun."""
    noun_stops: frozenset[str]
    suffixes: tuple[str, ...]
    closed_compounds: bool
    cues: Mapping[str, re.Pattern[str]]
    comparison: re.Pattern[str]
    dollars_elsewhere: re.Pattern[str]
    dollars_here: re.Pattern[str]


@functools.lru_cache(maxsize=32)
def load_lexicon(lang: str) -> Lexicon:
    """The lexicon of a language tag (`de-CH` has that of `de`)."""
    base = base_of(lang)
    try:
        locale = Locale.parse(base)
    except (UnknownLocaleError, ValueError):
        base, locale = "en", Locale.parse("en")
    return _lexicon(base, locale, load_table(base), shared_table())


def _lexicon(lang: str, locale: Locale, own: Table, shared: Table) -> Lexicon:
    decimal, group = cldr.separators(locale)
    return Lexicon(
        lang=lang,
        decimal=decimal,
        group=group,
        abbreviations=frozenset(own.get("abbreviations", ())),
        **_number_fields(lang, locale, own),
        **_unit_fields(locale, own, shared),
        **_date_fields(locale, own),
        **_hedge_fields(own),
        **_word_fields(own),
    )


def _number_fields(lang: str, locale: Locale, own: Table) -> dict[str, Any]:
    numerals: Table = own.get("numerals", {})
    words = dict(cldr.number_words(lang))
    words.update({word: Decimal(value) for word, value in numerals.get("words", {}).items()})
    exponents = cldr.scale_words(locale) | own.get("scales", {})
    factors = {word: Decimal(value) for word, value in own.get("factors", {}).items()}
    return {
        "number_words": words,
        "number_phrases": phrase_table(
            (word, value) for word, value in words.items() if "-" in word
        ),
        "and_half": tuple(numerals.get("and_half", ())),
        "thousand": numerals.get("thousand", ""),
        "one": frozenset(numerals.get("one", ())),
        "half": frozenset(numerals.get("half", ())),
        "quarter": frozenset(numerals.get("quarter", ())),
        "joiners": frozenset(numerals.get("joiners", ())),
        "minus": frozenset(numerals.get("minus", ("minus",))),
        "vague": frozenset(numerals.get("vague", ())),
        "ratios": phrase_table((phrase, True) for phrase in numerals.get("ratios", ())),
        "fractions": frozenset(numerals.get("fractions", ())),
        "ordinal_suffixes": frozenset(numerals.get("ordinal_suffixes", ())),
        "has_ordinal_dots": numerals.get("ordinal_dots", True),
        "ordinal_nouns": frozenset(numerals.get("ordinal_nouns", ())),
        "scales": {word: _power(exponent) for word, exponent in exponents.items()} | factors,
        "glued_scales": {
            word: _power(exponent) for word, exponent in own.get("glued_scales", {}).items()
        },
    }


def _power(exponent: int) -> Decimal:
    return Decimal((0, (1,), exponent))


def _unit_fields(locale: Locale, own: Table, shared: Table) -> dict[str, Any]:
    ambiguous = {sign: tuple(codes) for sign, codes in shared.get("ambiguous", {}).items()}
    dollars = ambiguous.get("$", ())
    doubtful: Table = own.get("doubtful_currencies", {})
    names = [
        *_flat(own.get("currencies", {})),
        *cldr.currency_names(locale, shared["currency_codes"]),
    ]
    return {
        "symbols": phrase_table(shared["symbols"].items(), cased=True, glued=True),
        "currencies": phrase_table(names),
        "choices": ambiguous | {word.lower(): dollars for word, _ in _flat(doubtful)},
        "measures": phrase_table(_flat(own.get("measures", {}))),
        "signs": phrase_table(_flat(shared["measures"]), cased=True),
        "endings": dict(own.get("endings", {})),
        "multiples": _decimals(own.get("multiples", {})),
        "multiples_before": phrase_table(_decimals(own.get("multiples_before", {})).items()),
    }


def _decimals(table: Mapping[str, str]) -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in table.items()}


def _flat(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Pairs of phrase and meaning from lists of phrases under their meaning."""
    return ((phrase, meaning) for meaning, phrases in table.items() for phrase in phrases)


def _date_fields(locale: Locale, own: Table) -> dict[str, Any]:
    dates: Table = own.get("dates", {})
    months = cldr.month_names(locale, "wide")
    short = cldr.month_names(locale, "abbreviated") | dates.get("short_months", {})
    return {
        "months": months,
        "short_months": {name: number for name, number in short.items() if name not in months},
        "weekdays": cldr.weekday_names(locale),
        "dates": {key: tuple(words) for key, words in dates.items() if key != "short_months"},
    }


def _hedge_fields(own: Table) -> dict[str, Any]:
    hedges: Table = own.get("hedges", {})
    adverbs: Table = own.get("adverbs", {})
    endings = "|".join(adverbs.get("endings", ()))
    doubtful: Mapping[str, list[str]] = hedges.get("doubtful", {})
    return {
        "hedges_before": phrase_table(_hedges(hedges.get("before", {}))),
        "hedges_after": phrase_table(_hedges(hedges.get("after", {}))),
        "hedges_at_start": phrase_table(_hedges(hedges.get("at_start", {}))),
        "hedges_unless_moving": phrase_table(_hedges(hedges.get("unless_moving", {}))),
        "hedges_doubtful": {hedge: frozenset(words) for hedge, words in doubtful.items()},
        "adverb": re.compile(rf".*(?:{endings})" if endings else r"(?!)"),
        "plain_adverbs": frozenset(adverbs.get("plain", ())),
    }


def _hedges(table: Mapping[str, list[str]]) -> Iterator[tuple[str, Hedge]]:
    return ((phrase, hedge) for hedge in HEDGES for phrase in table.get(hedge, ()))


def _word_fields(own: Table) -> dict[str, Any]:
    directions: Table = own.get("directions", {})
    nouns: Table = own.get("nouns", {})
    ranges: Mapping[str, list[str]] = own.get("ranges", {})
    dollars: Mapping[str, list[str]] = own.get("dollars", {})
    cues: Mapping[str, Mapping[str, list[str]]] = own.get("cues", {})
    return {
        "ranges": {
            key: phrase_table((word, True) for word in ranges.get(key, ()))
            for key in ("through", "between", "and", "from", "change", "prospect")
        },
        "levels": phrase_table((word, True) for word in own.get("levels", {}).get("words", ())),
        "up": phrase_pattern(directions.get("up", ())),
        "down": phrase_pattern(directions.get("down", ())),
        "only_after": frozenset(directions.get("only_after", ())),
        "particles": _particles(own.get("particles", {})),
        "noun": re.compile(nouns.get("pattern", r"(?!)")),
        "adjective": re.compile(nouns.get("adjective", r"(?!)")),
        "noun_stops": frozenset(nouns.get("stops", ())),
        "suffixes": tuple(nouns.get("suffixes", ())),
        "closed_compounds": bool(nouns.get("closed_compounds")),
        "cues": {name: phrase_pattern(table["words"]) for name, table in cues.items()},
        "comparison": phrase_pattern(own.get("comparison", {}).get("words", ())),
        "dollars_elsewhere": phrase_pattern(dollars.get("elsewhere", ())),
        "dollars_here": phrase_pattern(dollars.get("here", ())),
    }


def _particles(table: Mapping[str, list[str]]) -> dict[str, Direction]:
    ups: dict[str, Direction] = dict.fromkeys(table.get("up", ()), "up")
    return ups | dict.fromkeys(table.get("down", ()), "down")
