"""The tables of a lexicon file about dates and the words around numbers, a frozen record each.

In: nothing; `keys` reads a table into its record. Out: what may stand in a file, and what it means.
A `computed` field is made by the loader; no file may hold it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.evidence.lexicon import keys
from generator.evidence.lexicon.phrases import PhraseTable
from generator.model import Hedge


@dataclass(frozen=True, kw_only=True, slots=True)
class Dates:
    """Words of calendar dates."""

    months: Mapping[str, int] = keys.computed({})
    short_months: Mapping[str, int] = keys.computed({})
    """Abbreviated, without their dots."""
    doubtful_months: frozenset[str] = keys.words()
    """Months that are other words too, as they are written: `May`."""
    before_month: frozenset[str] = keys.words()
    """Words before such a word that make it a month."""
    month_first: bool = keys.flag()
    """Months may stand before days: `May 5`; then 5/6/2024 is open."""
    not_days: tuple[str, ...] = keys.row()
    """How words begin before which the number behind a month counts something."""
    day_of: tuple[str, ...] = keys.row()
    """Words between a day and its month."""
    endings_before_day: tuple[str, ...] = keys.row()
    """How the word ends before a day and a month in digits without a year: `am 3.4.`."""
    articles: frozenset[str] = keys.words()
    """Articles that may stand before a date."""
    edges: tuple[str, ...] = keys.row()
    """The beginning, middle or end of a month or year."""
    first: tuple[str, ...] = keys.row()
    second: tuple[str, ...] = keys.row()
    third: tuple[str, ...] = keys.row()
    fourth: tuple[str, ...] = keys.row()
    quarter: tuple[str, ...] = keys.row()
    last_quarter: tuple[str, ...] = keys.row()
    first_quarter: tuple[str, ...] = keys.row()
    quarter_letters: tuple[str, ...] = keys.row()
    quarter_letters_before: tuple[str, ...] = keys.row()
    """Letters of a quarter that stand only before its number."""
    half: tuple[str, ...] = keys.row()
    half_of_year: tuple[str, ...] = keys.row()
    """Words for a half that are one of a year only where a year follows."""
    half_letters: tuple[str, ...] = keys.row()
    this_year: tuple[str, ...] = keys.row()
    """The year without its number: `of this year`."""
    of: tuple[str, ...] = keys.row()
    """Words between a part of a year and the year."""
    before_year: frozenset[str] = keys.lower_words()
    """Words after which four digits are a year, whatever follows."""
    fiscal: tuple[str, ...] = keys.row()
    """Words for a business year, which has no place in EDTF."""
    season: tuple[str, ...] = keys.row()
    through: tuple[str, ...] = keys.row()
    """Words between the two ends of a period."""
    open: frozenset[str] = keys.lower_words()
    """Phrases that make what follows a beginning without an end."""
    clock: tuple[str, ...] = keys.row()
    decade: tuple[str, ...] = keys.row()
    """What is written onto a year to make it a decade: `1990s`."""
    decades: Mapping[str, tuple[str, ...]] = keys.rows()
    decade_words: Mapping[str, str] = keys.computed({})
    """Phrases for decades without a century, in small letters: `jaren negentig` is 199X."""
    counted: tuple[str, ...] = keys.row()
    """What is counted in `the first nine months of 2025`."""
    counted_last: tuple[str, ...] = keys.row()
    not_of_year: tuple[str, ...] = keys.row()
    """Words after which such months are not those of a calendar year."""
    whole_year: tuple[str, ...] = keys.row()
    half_span: tuple[str, ...] = keys.row()
    up_to: tuple[str, ...] = keys.row()
    """Words between a stretch of months and its end."""

    @property
    def ordinals(self) -> tuple[tuple[str, ...], ...]:
        """The words for the first to the fourth."""
        return self.first, self.second, self.third, self.fourth


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranges:
    """Words between two numbers, and before them."""

    through: PhraseTable[bool] = keys.phrases()
    between: PhraseTable[bool] = keys.phrases()
    and_: PhraseTable[bool] = keys.phrases()
    from_: PhraseTable[bool] = keys.phrases()
    change: PhraseTable[bool] = keys.phrases()
    prospect: PhraseTable[bool] = keys.phrases()
    """Words that make a verb behind them one of the future, and no change with a level."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hedges:
    """Words that make a number less than exact."""

    before: PhraseTable[Hedge] = keys.hedges()
    after: PhraseTable[Hedge] = keys.hedges()
    at_start: PhraseTable[Hedge] = keys.hedges()
    """Hedges only as the first word of a clause (`From $299`)."""
    unless_moving: PhraseTable[Hedge] = keys.hedges()
    """Hedges only where no word of movement stands before (Dutch `tot`)."""
    doubtful: Mapping[str, frozenset[str]] = keys.sets()
    """For a phrase the words before it that may make it no hedge."""
    during: frozenset[str] = keys.words()
    """Hedges that before a duration may say how long something took."""
    adverbs: frozenset[str] = keys.words()
    """Hedges that before a dash may belong to the verb: `walked around - 5 of them`."""
    articles: frozenset[str] = keys.words()
    """Articles between a hedge and its number."""
    skipped: frozenset[str] = keys.words()
    """Other words there that say nothing of the number."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Adverbs:
    """Adverbs: one before a number that no lexicon knows may be a hedge."""

    endings: tuple[str, ...] = keys.row()
    plain: frozenset[str] = keys.words()
    """Words with such an ending that are no hedge."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Particles:
    """Words right after a number and at the end of its clause: `gab 5 Prozent nach`."""

    up: frozenset[str] = keys.words()
    down: frozenset[str] = keys.words()


@dataclass(frozen=True, kw_only=True, slots=True)
class Directions:
    """Words that say up or down."""

    up: re.Pattern[str] = keys.pattern()
    down: re.Pattern[str] = keys.pattern()
    only_after: frozenset[str] = keys.words()
    """Words that give a direction only right after the number."""
    particles: Particles = keys.record(Particles)
    levels: PhraseTable[bool] = keys.phrases()
    """Phrases after which a number is a level that was reached."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Verbs:
    """The verbs of a language whose particle says what they mean, and words of movement."""

    up: Mapping[str, frozenset[str]] = keys.sets()
    down: Mapping[str, frozenset[str]] = keys.sets()
    """For each verb, the particles that make it a rise or a fall."""
    followers: frozenset[str] = keys.words()
    """Words before which a particle may stand; otherwise it ends its clause."""
    hedge_particles: Mapping[str, frozenset[str]] = keys.sets()
    """For each word that may be a hedge, the verbs whose particle it is."""
    by: frozenset[str] = keys.words()
    """Words before the size of a change, which a level may follow: `met 3 euro tot 45 euro`."""
    of: frozenset[str] = keys.words()
    """Between a noun of movement and its amount: `a rise of 5 percent`."""
    aside: frozenset[str] = keys.words()
    """Before a second way of saying a change: `fell $2, or 3 percent`."""
    rates: frozenset[str] = keys.words()
    """Nouns that say up or down and yet name a level: `growth of 5 percent`."""
    comparatives: frozenset[str] = keys.words()
    """Words that make the amount before them a difference: `12 cars fewer`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NounForms:
    """How nouns look, and where a phrase with one ends."""

    pattern: re.Pattern[str] = keys.expression()
    adjective: re.Pattern[str] = keys.expression()
    """What may stand between a number and an undeclared noun."""
    stops: frozenset[str] = keys.words()
    """Words that end the phrase."""
    suffixes: tuple[str, ...] = keys.row()
    plain_letters: Mapping[int, str] = keys.letters()
    """Letters that change between the forms of a noun."""
    prefixes: frozenset[str] = keys.words()
    """What multiplies a measure and makes no kind of it: `Zentimeter`."""
    closed_compounds: bool = keys.flag()
    """Compounds are one word; else a singular before a plural is one: `car parts`."""
    plural: str = keys.text()
    """How a plural ends in such a language."""
    not_plural: tuple[str, ...] = keys.row()
    """Endings that only look so."""
    not_counted: frozenset[str] = keys.words()
    """Words behind a singular that are no plural of another noun."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Titles:
    """Words before a number that names."""

    products: frozenset[str] = keys.words()
    """Words that are the name's first half, as they are written: `iPhone`."""
    heads: frozenset[str] = keys.words()
    """Nouns of things that are numbered: `Artikel`, `page`."""
    capitalised: bool = keys.flag()
    """A word in a capital is a name in this language; in German every noun has one."""
    scores: frozenset[str] = keys.words()
    """Words beside which `6-3` is a score or a vote."""
    telephones: frozenset[str] = keys.words()


@dataclass(frozen=True, kw_only=True, slots=True)
class Shares:
    """What a language says shares with."""

    whole: Mapping[str, Fraction] = keys.shares()
    parts: Mapping[str, int] = keys.numbers()
    """Nouns of fractions, with what they divide by."""
    ordinals: Mapping[str, int] = keys.numbers()
    each: frozenset[str] = keys.words()
    links: PhraseTable[bool] = keys.phrases()


@dataclass(frozen=True, kw_only=True, slots=True)
class Speakers:
    """Words that give a sentence to another, before and behind a quotation of it."""

    opening: re.Pattern[str] = keys.pattern()
    closing: re.Pattern[str] = keys.pattern()


@dataclass(frozen=True, kw_only=True, slots=True)
class Dollars:
    """Words that say which dollar a text means."""

    elsewhere: re.Pattern[str] = keys.pattern()
    here: re.Pattern[str] = keys.pattern()


CUES = (
    *("hearsay", "self-reported", "attributed", "target", "planned", "forecast", "consensus"),
    *("attributed_excluded", "modal", "demand", "status_excluded", "loss", "perhaps"),
    *("negation", "negation_excluded", "denial", "undone", "conditional", "conditional_excluded"),
    *("instead", "missed", "missed_excluded", "short", "joining", "limit", "deadline", "earlier"),
)
"""What the words beside a figure can make of it, by the names that the rules ask for."""
