"""The tables of a lexicon file about what a statement says of its amount, a frozen record each.

In: nothing; `keys` reads a table into its record. Out: what may stand in a file, and what it means;
what is made of it is a property. A missing key is empty.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.evidence.lexicon.phrases import PhraseTable, flat, phrase_table


@dataclass(frozen=True)
class Moments:
    """Time that is told from the day of the article."""

    phrases: Mapping[str, tuple[str, ...]]
    """By unit and distance: `year -1` has `last year`."""
    ago_before: frozenset[str]
    """Words before a number of days or years that count them back: `vor 3 Jahren`."""
    ago_after: frozenset[str]
    """Words behind one: `3 years ago`."""
    ago_now: frozenset[str]
    """Those of them that count from the article's day, and from no time that the text names."""
    counted_from: frozenset[str]
    """Words behind one that count from what comes next: `ten years after the flood of 2015`."""
    ahead_before: frozenset[str]
    """Words before one that make it a stretch to come: `the next 3 years`."""
    back_before: frozenset[str]
    """Words before one that make it a stretch gone by."""
    since: frozenset[str]
    """Words that make the time behind them a beginning, also some words behind."""
    when: frozenset[str]
    """Words by which a clause goes on from a time: `2009, when …`."""
    habits: frozenset[str]
    """Weekdays of each week, which date nothing: `on Sundays`."""

    @cached_property
    def table(self) -> PhraseTable[str]:
        """The phrases, with what each means."""
        return phrase_table(flat(self.phrases))


@dataclass(frozen=True)
class Rates:
    """Words that make an amount one for each unit of something."""

    per: PhraseTable[bool]
    """Between the amount and what it is for: `per share`."""
    not_per: frozenset[str]
    """What behind such a word makes no rate: `per cent`."""
    each: frozenset[str]
    """Words before a stretch of time that make it each one: `a day`."""
    every: PhraseTable[bool]
    """The same before several stretches: `alle zwei Wochen`."""
    several: frozenset[str]
    """Words before a stretch by which it is another than one: `every other day`."""
    in_each: PhraseTable[bool]
    """The same before a stretch that no date follows: `im Monat`, but not `im Monat Mai`."""
    in_each_of: frozenset[str]
    """The stretches that may follow such a word."""
    no_date_after: frozenset[str]
    """Words behind a stretch of time that make it a date: `a year ago`."""
    alone: Mapping[str, tuple[str, ...]]
    """Words that say it by themselves, by stretch of time: `daily`."""
    single: Mapping[str, tuple[str, ...]]
    """One stretch of time, as a rate has it."""
    counts: frozenset[str]
    """What prices are for besides declared units and time."""
    commodities: frozenset[str]
    """What goods are sold by: money for one of them is a price."""
    heads: re.Pattern[str]
    """Those people and homes over whom a total is divided: `every resident owes 3,150`."""
    adverb_opens: bool
    """A word such as `täglich` that opens a clause speaks of its verb, and is no adjective."""
    compounds: Mapping[str, tuple[str, ...]]
    """How words of measures begin that are for each stretch of time: `Stundenlohn`, `uurloon`."""
    prices: re.Pattern[str]
    """Words of prices, which are for a piece by nature."""

    @cached_property
    def openers(self) -> frozenset[str]:
        """The words with which a rate may begin, those that stand alone left out."""
        phrases = (*self.per.firsts, *self.every.firsts, *self.in_each.firsts)
        return frozenset({"/", *phrases, *self.each})

    @cached_property
    def adverbs(self) -> Mapping[str, str]:
        """The words that stand alone, with their stretch of time."""
        return dict(flat(self.alone))

    @cached_property
    def stretches(self) -> Mapping[str, str]:
        """The words for one stretch of time, in small letters."""
        return {word.lower(): unit for word, unit in flat(self.single)}


@dataclass(frozen=True)
class Changes:
    """Words beside an amount that make it a difference, or a level."""

    moves: re.Pattern[str]
    """Verbs of movement whose object is the difference: `rose 5 points`."""
    shifts: re.Pattern[str]
    """Nouns of movement: `an increase of 5`."""
    no_shifts: frozenset[str]
    """Those that in per cent name a level: `growth of 5 per cent`."""
    beside: frozenset[str]
    """Between a difference and the yardstick it is from: `5 below target`."""
    yardsticks: re.Pattern[str]
    """What differences are from."""
    zeros: frozenset[str]
    """What heights and temperatures are measured from: `640 metres above the sea`."""
    before: frozenset[str]
    """Words right before a change: `down 5`."""
    gathering: frozenset[str]
    """Verbs before one that is theirs and says no direction: `picked up 31 points`."""
    sums: frozenset[str]
    """Those that behind another amount add to it: `5 million, plus 3 million for machines`."""
    against: re.Pattern[str]
    """Words before a figure with which another is compared."""
    usual: re.Pattern[str]
    """Words by which a figure is the one of other times or places: `the usual 60`."""
    mean: re.Pattern[str]
    """The same where another is compared with it: `against an average of 60`."""
    adding: frozenset[str]
    """Verbs right before what comes on top: `adding £87 to the bill`."""
    adding_to: frozenset[str]
    """Between it and what it is added to."""
    gaps: re.Pattern[str]
    """Words behind points that lie between two: `twelve points behind`."""
    gap_nouns: re.Pattern[str]
    """Nouns of what lies between two: `lead`."""
    averted: re.Pattern[str]
    """Words by which a change does not come about: `erspart`."""
    interim: re.Pattern[str]
    """Words by which a figure is one of a count that goes on: `by 4pm`."""
    final: re.Pattern[str]
    """Those of the figure at its end: `by the close`."""
    signed: re.Pattern[str]
    """Measures that a loss makes negative: `result`, `profit`."""
    than: re.Pattern[str]
    """Words before a time that is told, by which something is compared with it."""
    states: PhraseTable[bool]
    """Right before a level: `amounts to 5`."""
    parts: frozenset[str]
    """Behind a percentage, before the whole that it is a share of."""
    above: frozenset[str]
    """Hedges that behind a verb of movement name a level: `climbed above 5`."""
    results: frozenset[str]
    """Verbs of what a year ends with, whose plus or minus is its result."""
    gains: PhraseTable[bool]
    """Verbs right before what something won or lost: `lost 300 members`."""
    gains_behind: PhraseTable[bool]
    """The same behind it, at the end of a clause: `300 Mitglieder verloren`."""
    gains_done: PhraseTable[bool]
    """Participles behind it that need such a verb as `were` before them: `650 jobs were cut`."""
    passives: frozenset[str]
    """Those verbs, in a language where the participle alone may be another form."""
    newcomers: frozenset[str]
    """Words between a number and those who came: `300 new members`."""
    joining: re.Pattern[str]
    """Verbs beside them by which they came: `welcomed`."""
    gain_particles: frozenset[str]
    """Particles of verbs by which something grew: `kwamen er 300 leden bij`."""


@dataclass(frozen=True)
class Frames:
    """Words of the phrase in front of a clause."""

    times: frozenset[str]
    """Prepositions that may say when."""
    spans: frozenset[str]
    """Those of them that say when whatever comes behind: `during the drought`."""
    after: frozenset[str]
    """Those of what came before: `after the flood` is over, or goes on."""
    others: frozenset[str]
    """Prepositions that say no time."""
    texts: frozenset[str]
    """Prepositions before what is written or drawn: `on the drawing`."""
    when: frozenset[str]
    """Words that begin a clause of when it was so."""
    joined: frozenset[str]
    """Those that hold an article: `im`."""
    among: frozenset[str]
    """Those of people and groups, behind which a name is no place: `under Thatcher`."""
    earlier: frozenset[str]
    """Adjectives of what is no more: `the previous mayor`."""
    former: frozenset[str]
    """Those of who speaks for it no more."""
    owning: frozenset[str]
    """Possessives in the genitive or with a link: `der Chef ihres Konkurrenten`."""
    present: frozenset[str]
    """Those of what still is: `the present mayor`."""
    letting_go: frozenset[str]
    """Particles by which a target is let go: `zieht … zurück`."""
    wording: frozenset[str]
    """Words before an estimate by which it is the source: `nach einer neuen Schätzung`."""
    basis: frozenset[str]
    """Between a study and what it counted: `a study of 7,300 families`."""
    past: frozenset[str]
    """Verbs of what was so."""

    @cached_property
    def prepositions(self) -> frozenset[str]:
        """All with which a frame may begin."""
        return self.times | self.after | self.others | self.joined
