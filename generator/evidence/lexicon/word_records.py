"""The tables of a lexicon file about dates and the words around numbers, a frozen record each.

In: nothing; `keys` reads a table. Out: what a file may hold, and what it means; or else empty.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from generator.evidence.lexicon.phrases import PhraseTable, flat
from generator.model import Hedge


@dataclass(frozen=True)
class Dates:
    """Words of calendar dates."""

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    """Abbreviated, without their dots."""
    doubtful_months: frozenset[str]
    """Months that are other words too, as they are written: `May`."""
    before_month: frozenset[str]
    """Words before such a word that make it a month."""
    month_first: bool
    """Months may stand before days: `May 5`; then 5/6/2024 is open."""
    not_days: tuple[str, ...]
    """How words begin before which the number behind a month counts something."""
    ends: frozenset[str]
    """Words for the end of a stretch: `at the end of May`."""
    day_of: tuple[str, ...]
    """Words between a day and its month."""
    endings_before_day: tuple[str, ...]
    """How the word ends before a day and a month in digits without a year: `am 3.4.`."""
    articles: frozenset[str]
    """Articles that may stand before a date."""
    edges: tuple[str, ...]
    """The beginning, middle or end of a month or year."""
    first: tuple[str, ...]
    second: tuple[str, ...]
    third: tuple[str, ...]
    fourth: tuple[str, ...]
    quarter: tuple[str, ...]
    last_quarter: tuple[str, ...]
    first_quarter: tuple[str, ...]
    quarter_letters: tuple[str, ...]
    quarter_letters_before: tuple[str, ...]
    """Letters of a quarter that stand only before its number."""
    half: tuple[str, ...]
    half_of_year: tuple[str, ...]
    """Words for a half that are one of a year only where a year follows."""
    half_letters: tuple[str, ...]
    this_year: tuple[str, ...]
    """The year without its number: `of this year`."""
    of: tuple[str, ...]
    """Words between a part of a year and the year."""
    before_year: frozenset[str]
    """Words after which four digits are a year, whatever follows."""
    begun: re.Pattern[str]
    """Participles right behind a year, of what began then: `die 1387 erstmals erwähnte Stadt`."""
    reached: frozenset[str]
    """Words before a level that something rose or fell to."""
    years_alone: re.Pattern[str]
    """Words right before a year of long ago that leave no doubt: `im Jahr 1387`."""
    years_after: re.Pattern[str]
    """Words right before one where no noun follows: `in 1387`, `the flood of 1825`."""
    years_free: frozenset[str]
    """Words right behind one that count nothing: `1387 erstmals`."""
    years_counted: frozenset[str]
    """Words right before such digits that make them a count all the same: `wurden 1387 gebaut`."""
    happens: re.Pattern[str]
    """Verbs of what happens to a thing once, beside which four digits are a year."""
    fiscal: tuple[str, ...]
    """Words for a business year, which has no place in EDTF."""
    season: tuple[str, ...]
    through: tuple[str, ...]
    """Words between the two ends of a period."""
    open: frozenset[str]
    """Phrases that make what follows a beginning without an end."""
    clock: tuple[str, ...]
    day_parts: tuple[str, ...]
    zones: tuple[str, ...]
    """Time zones, which make a clock time of digits: `0400 GMT`."""
    spans_before: frozenset[str]
    """Words before an hour that make it a duration: `in 24 uur`."""
    spans_after: frozenset[str]
    """Words behind it: `10 uur per dag`."""
    weeks: tuple[str, ...]
    """Words before the number of a week of the year: `KW 12/2025`."""
    weeks_alone: tuple[str, ...]
    """Those that need no year behind the number."""
    weeks_after: tuple[str, ...]
    decade: tuple[str, ...]
    """What is written onto a year to make it a decade: `1990s`."""
    decades: Mapping[str, tuple[str, ...]]
    counted: tuple[str, ...]
    """What is counted in `the first nine months of 2025`."""
    counted_last: tuple[str, ...]
    not_of_year: tuple[str, ...]
    """Words after which such months are not those of a calendar year."""
    whole_year: tuple[str, ...]
    half_span: tuple[str, ...]
    up_to: tuple[str, ...]
    """Words between a stretch of months and its end."""

    @cached_property
    def decade_words(self) -> Mapping[str, str]:
        """Phrases for decades without a century, in small letters: `jaren negentig` is 199X."""
        return {phrase.lower(): edtf for phrase, edtf in flat(self.decades)}

    @property
    def ordinals(self) -> tuple[tuple[str, ...], ...]:
        """The words for the first to the fourth."""
        return self.first, self.second, self.third, self.fourth


@dataclass(frozen=True)
class Ranges:
    """Words between two numbers, and before them."""

    through: PhraseTable[bool]
    between: PhraseTable[bool]
    and_: PhraseTable[bool]
    or_: PhraseTable[bool]
    """Words between two near numbers that leave open which it is: `three or four years`."""
    from_: PhraseTable[bool]
    change: PhraseTable[bool]
    spans: frozenset[str]
    """Words before two numbers that make them the ends of a range, where a change is said alike."""
    prospect: PhraseTable[bool]
    """Words that make a verb behind them one of the future, and no change with a level."""


@dataclass(frozen=True)
class Hedges:
    """Words that make a number less than exact."""

    before: PhraseTable[Hedge]
    after: PhraseTable[Hedge]
    at_start: PhraseTable[Hedge]
    """Hedges only as the first word of a clause (`From $299`), or of prices."""
    priced: frozenset[str]
    """Words before such a one that make it a hedge: `tickets cost from £900`."""
    unless_moving: PhraseTable[Hedge]
    """Hedges only where no word of movement stands before (Dutch `tot`)."""
    grown: re.Pattern[str]
    """Participles of growth right before such a one: `opgelopen tot`."""
    frames: PhraseTable[Hedge]
    """Phrases that hedge a figure from further before it: `in round numbers, …`."""
    tails: PhraseTable[Hedge]
    """Clauses of their own behind it that do: `300 tractors on Saturday, if not a few more`."""
    doubtful: Mapping[str, frozenset[str]]
    """For a phrase the words before it that may make it no hedge."""
    also: PhraseTable[Hedge]
    """Words right before a number that may be read as this hedge too: `within`, `annähernd`."""
    during: frozenset[str]
    """Hedges that before a duration may say how long something took."""
    adverbs: frozenset[str]
    """Hedges that before a dash may belong to the verb: `walked around - 5 of them`."""
    articles: frozenset[str]
    """Articles between a hedge and its number."""
    skipped: frozenset[str]
    """Other words there that say nothing of the number."""


@dataclass(frozen=True)
class Adverbs:
    """Adverbs: one before a number that no lexicon knows may be a hedge."""

    endings: tuple[str, ...]
    plain: frozenset[str]
    """Words with such an ending that are no hedge."""
    sizes: frozenset[str]
    """Words of size before a comparative, which need no figure: `much more rain`."""


@dataclass(frozen=True)
class Particles:
    """Words right after a number and at the end of its clause: `gab 5 Prozent nach`."""

    up: frozenset[str]
    down: frozenset[str]


@dataclass(frozen=True)
class Directions:
    """Words that say up or down."""

    up: re.Pattern[str]
    down: re.Pattern[str]
    paces: frozenset[str]
    """Words that say of a time the other way than of most else: `3 seconds faster` is less."""
    better: re.Pattern[str]
    """Words of what is better, which of a time is less, and of most else more."""
    lesser: frozenset[str]
    """What is counted where fewer are better: `strokes`."""
    only_after: frozenset[str]
    """Words that give a direction only right after the number."""
    particles: Particles
    levels: PhraseTable[bool]
    """Phrases after which a number is a level that was reached."""


@dataclass(frozen=True)
class Verbs:
    """The verbs of a language whose particle says what they mean, and words of movement."""

    up: Mapping[str, frozenset[str]]
    down: Mapping[str, frozenset[str]]
    """For each verb, the particles that make it a rise or a fall."""
    followers: frozenset[str]
    """Words before which a particle may stand; otherwise it ends its clause."""
    hedge_particles: Mapping[str, frozenset[str]]
    """For each word that may be a hedge, the verbs whose particle it is."""
    hedge_verbs: Mapping[str, frozenset[str]]
    """The same where other words stand between the verb and its preposition."""
    level_particles: Mapping[str, frozenset[str]]
    """The same where what the verb lifts stands between: `pushed rates up to 2.25%`."""
    level_objects: frozenset[str]  # those that lift nothing without it: `take up to 5 hours`
    by: frozenset[str]
    """Words before the size of a change, which a level may follow: `met 3 euro tot 45 euro`."""
    of: frozenset[str]
    """Between a noun of movement and its amount: `a rise of 5 percent`."""
    aside: frozenset[str]
    """Before a second way of saying a change: `fell $2, or 3 percent`."""
    rates: frozenset[str]
    """Nouns that say up or down and yet name a level: `growth of 5 percent`."""
    comparatives: frozenset[str]
    """Words that make the amount before them a difference: `12 cars fewer`."""


@dataclass(frozen=True)
class NounForms:
    """How nouns look, and where a phrase with one ends."""

    pattern: re.Pattern[str]
    adjective: re.Pattern[str]
    """What may stand between a number and an undeclared noun."""
    stops: frozenset[str]
    """Words that end the phrase."""
    between: frozenset[str]
    """Words that may stand before the noun and are none: `150.000 extra banen`."""
    infinitive: str
    """How a verb ends that looks like a plural: `2 miljard redden`."""
    suffixes: tuple[str, ...]
    """Endings of words that no dictionary has, and of a word for women beside that for men."""
    irregular: Mapping[str, str]
    """Base forms that the dictionary does not know, or has for another word."""
    plain_letters: Mapping[int, str]
    """Letters that change between the forms of a noun."""
    plurals: Mapping[str, str]
    """Plurals that may be another word's form as well: how a noun ends, and what it becomes."""
    stems: Mapping[str, str]
    """How an infinitive ends, and what it leaves before the ending of another tense."""
    pasts: tuple[str, ...]
    """Endings of a regular past."""
    participles: tuple[str, ...]
    """Endings of a regular participle; a stem that has one already gets no second."""
    participle: str  # what one begins with: `ge`
    strong: Mapping[str, tuple[str, ...]]
    """Pasts of other verbs that the dictionary has for another word: `grepen`, `sloten`."""
    prefixes: frozenset[str]
    """What multiplies a measure and makes no kind of it: `Zentimeter`."""
    closed_compounds: bool
    """Compounds are one word; else a singular before a plural is one: `car parts`."""
    plural: str
    """How a plural ends in such a language."""
    not_plural: tuple[str, ...]
    """Endings that only look so."""
    not_counted: frozenset[str]
    """Words behind a singular that are no plural of another noun."""


@dataclass(frozen=True)
class Titles:
    """Words before a number that names."""

    products: frozenset[str]
    """Words that are the name's first half, as they are written: `iPhone`."""
    heads: frozenset[str]
    """Nouns of things that are numbered: `Artikel`, `page`."""
    capitalised: bool
    """A word in a capital is a name in this language; in German every noun has one."""
    scores: frozenset[str]
    """Words beside which `6-3` is a score or a vote."""
    leads: frozenset[str]
    """Words right behind two falling numbers that make them a score: `2-0 down`."""
    telephones: frozenset[str]
    streets: frozenset[str]
    """Words that end the name of a street behind a house number, as they are written."""
    street_endings: tuple[str, ...]
    """How the names of streets end before one."""
    places: frozenset[str]
    """Cities, as they are written: a number of four or five digits before one is its postcode."""


@dataclass(frozen=True)
class Shares:
    """What a language says shares with."""

    whole: Mapping[str, Fraction]
    parts: Mapping[str, int]
    """Nouns of fractions, with what they divide by."""
    ordinals: Mapping[str, int]
    each: frozenset[str]
    """Words before an ordinal that make it a share: `every fifth`."""
    of: PhraseTable[bool]
    """Words between a fraction and its whole: `a third of`."""
    spans: frozenset[str]
    """Nouns of fractions that are spans of time too: `a quarter`."""
    clock: frozenset[str]
    """Words behind a quarter that make it one of an hour: `Viertel nach drei`."""
    sides: frozenset[str]
    """Words before a half that is none of many: `the other half`."""
    ratios: PhraseTable[bool]
    """Words between two numbers of a ratio: `three in four`."""
    votes: frozenset[str]
    """Words of elections, beside which points are those of a percentage."""
    ballots: frozenset[str]
    """Words for votes, of which two numbers are those for and against: `312 votes to 187`."""
    versus: frozenset[str]
    """Words between the two."""
    indexes: tuple[str, ...]
    """How words of measures end whose points are none of a percentage."""
    split_ratios: PhraseTable[bool]
    """Those that behind a noun are no count: `drie vacatures op de vier blijven`."""


@dataclass(frozen=True)
class Speakers:
    """Words that give a sentence to another, before and behind a quotation of it."""

    opening: re.Pattern[str]
    closing: re.Pattern[str]
    sources_behind: re.Pattern[str]
    """Those whose source stands right behind: `laut`, `according to`."""
    sources_before: re.Pattern[str]
    """Those whose source stands right before: `zufolge`."""
    inverted: bool
    """The subject of a verb of saying may follow it behind a time: `Gestern teilte X mit`."""


@dataclass(frozen=True)
class Dollars:
    """Words that say which dollar a text means."""

    elsewhere: re.Pattern[str]
    here: re.Pattern[str]
