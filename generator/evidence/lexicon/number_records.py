"""The tables of a lexicon file about numbers and what they count, a frozen record each.

In: nothing; `keys` reads a table into its record. Out: what may stand in a file, and what it means;
what is made of it is a property. A missing key is empty.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.evidence.lexicon.phrases import PhraseTable, flat, phrase_pattern, phrase_table
from generator.evidence.text.tokens import Token, is_glued


@dataclass(frozen=True)
class Numerals:
    """Numbers, in digits and in words."""

    decimal: str
    group: str
    """The marks within a numeral."""
    words: Mapping[str, Decimal]
    plain_letters: Mapping[int, str]
    """Letters of number words that are written plainly too."""
    tens_first: bool
    """Whether units stand behind tens: `twenty-one`, unlike `einundzwanzig`."""
    compounds: Mapping[str, Decimal]
    """Scale words that number words are written onto: `dreitausendzwei`."""
    links: tuple[str, ...]
    """What may stand behind such a word, before the rest: `tausendundeins`."""
    added: Mapping[str, Decimal]
    """Endings that add a part of one to a number word, and such words: `zweieinhalb`."""
    points: frozenset[str]
    """Words for the decimal sign: `two point five`."""
    point_ones: frozenset[str]
    """Articles that before such a word are a one: `ein Komma fünf`."""
    point_idioms: PhraseTable[bool]
    """Phrases that look like a number with a decimal sign: `at one point`."""
    one: frozenset[str]
    """Articles and their like: a one only before a scale word or a percentage."""
    articles: frozenset[str]
    """Those of them that are number words too: behind a scale word it is open which."""
    half: frozenset[str]
    joiners: PhraseTable[bool]
    """What stands between a half and what it halves: `half of a million`."""
    parts_of: PhraseTable[bool]
    """The same for every other part: `three quarters of a million`."""
    minus: frozenset[str]
    """Words that make the number after them a negative one."""
    plus: frozenset[str]
    """Words before such a word that make it part of a sum, or of a hedge."""
    sums: frozenset[str]
    """Signs and words between two numbers that are reckoned with."""
    vague: frozenset[str]
    """Words after which a scale word counts nothing (`several thousand`)."""
    ratios: PhraseTable[bool]
    """Phrases after which a number word is half of a ratio (`one in three`)."""
    fractions: frozenset[str]
    """Words that make a fraction of the number word before them."""
    ordinal_suffixes: frozenset[str]
    """Letters that are written onto digits to make an ordinal."""
    ordinal_nouns: frozenset[str]
    """Nouns before which a dot makes a number an ordinal."""
    ordinal_dots: bool
    """A dot makes a number an ordinal (`8. August`) and ends no sentence."""
    part_links: frozenset[str]
    """Words between a part and the number that it is a part of."""
    part_froms: frozenset[str]
    """Those of them that after a change name its start."""
    insteads: PhraseTable[bool]
    """Words between an amount and the one whose place it takes: `5,50 statt bisher 5 Euro`."""
    rank_articles: frozenset[str]
    """Articles after which an ordinal is a rank and no part: `the third of five`."""

    @cached_property
    def values(self) -> Mapping[str, Decimal]:
        """What number words mean, in every spelling."""
        plain = {word.translate(self.plain_letters): value for word, value in self.words.items()}
        return {**plain, **self.words}

    @cached_property
    def phrases(self) -> PhraseTable[Decimal]:
        """Number words of several tokens: `twenty-one`."""
        return phrase_table((word, value) for word, value in self.values.items() if "-" in word)


@dataclass(frozen=True)
class Scales:
    """Words that multiply the number before them."""

    powers: Mapping[str, Decimal]
    factors: Mapping[str, Decimal]
    glued: Mapping[str, Decimal]
    """What is a scale when it is written onto the digits."""
    bare: Mapping[str, Decimal]
    """Words that are a scale only where they count no noun: `5 grand`."""
    doubtful: frozenset[str]
    """Words after a number that may be a scale."""
    doubtful_letters: frozenset[str]
    """The same for letters, as they are written."""
    not_scales: frozenset[str]
    """Words that look like a scale and are none."""
    name_letters: frozenset[str]
    """Glued scales that after a number below ten make a name: `4K`."""
    counting: frozenset[str]
    """Glued scales that are one without money too, and that may be a measure: `5m people`."""
    counted: frozenset[str]
    """What is counted in millions: beside such words that letter is a scale."""
    money_letters: frozenset[str]
    """Glued scales that are a measure where no money is named: `300mm`."""
    open_letters: frozenset[str]
    """Glued scales that may be a measure where nothing is counted: `300m`."""

    @cached_property
    def words(self) -> Mapping[str, Decimal]:
        """All that is a scale behind a blank."""
        return {**self.powers, **self.factors}


@dataclass(frozen=True)
class Money:
    """Currencies by name and by sign."""

    names: Mapping[str, tuple[str, ...]]
    """Names under the code of their currency."""
    symbols: Mapping[str, str]
    ambiguous: Mapping[str, tuple[str, ...]]
    """What the same sign may also mean."""
    dollars: frozenset[str]
    """Names that the currencies of the dollar sign share."""
    weights: Mapping[str, str]
    """Names of a currency that are a weight too, with that measure: `pound`."""
    weighing: frozenset[str]
    """Words beside which such a name is a weight."""
    paying: frozenset[str]
    """Words beside which it is money."""
    namesakes: Mapping[str, tuple[str, ...]]
    """Currencies that share the name of one which a text means where it says nothing else."""
    lands: Mapping[str, tuple[str, ...]]
    """Words for where a currency is, among those that share a name."""

    @cached_property
    def land_patterns(self) -> Mapping[str, re.Pattern[str]]:
        """The same, to be searched for."""
        return {code: phrase_pattern(words) for code, words in self.lands.items()}

    @cached_property
    def words(self) -> PhraseTable[str]:
        """The names, as phrases."""
        return phrase_table(flat(self.names))

    @cached_property
    def signs(self) -> PhraseTable[str]:
        """The symbols, compared with their case."""
        return phrase_table(self.symbols.items(), cased=True, glued=True)

    @cached_property
    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """For a sign or name of several currencies: all of them."""
        dollars = self.ambiguous.get("$", ())
        return {**self.ambiguous, **{word.lower(): dollars for word in self.dollars}}


@dataclass(frozen=True)
class Codes:
    """The codes of currencies, by how sure they are."""

    every: frozenset[str]
    named: tuple[str, ...]
    """Those whose names are read."""
    words: frozenset[str]
    """Codes that are words or names too."""
    behind: frozenset[str]
    """Such codes that before a number are never money: `TOP 10`."""
    multiples: Mapping[str, Decimal]
    """Letters before a code or a sign that multiply it: `TEUR`."""

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """Codes that are money only where the number counts nothing else."""
        return self.words | self.behind

    @cached_property
    def sure(self) -> frozenset[str]:
        """All others."""
        return self.every - self.doubtful

    @cached_property
    def scaled(self) -> Mapping[str, tuple[str, Decimal]]:
        """Codes with such a letter, each with its currency and what it multiplies by."""
        return {
            f"{letter}{code}": (code, scale)
            for letter, scale in self.multiples.items()
            for code in self.named
            if f"{letter}{code}" not in self.every
        }


@dataclass(frozen=True)
class Coins:
    """What a language calls the parts of its currencies."""

    parts: Mapping[str, tuple[str, ...]]
    """Those of which a hundred make the whole."""
    others: Mapping[str, tuple[str, ...]]
    glued: Mapping[str, str]
    """Letters that mean a coin only where they are written onto the digits."""
    screens: frozenset[str]
    """Numerals that such a letter makes the height of a picture: `1080p`."""
    rates: frozenset[str]
    """Words after which an article before a currency is a rate: `per a dollar`."""
    followers: frozenset[str]
    """Words that may follow a currency with an article: `a euro each`."""
    home: frozenset[str]
    """The currency of a cent where nearly all who write the language pay in it."""

    @cached_property
    def words(self) -> PhraseTable[str]:
        """The names of both, as phrases."""
        return phrase_table(flat({**self.others, **self.parts}))

    def at(self, tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
        """The coin that is named at `index`, right after a number, and the index after it."""
        if found := self.words.at(tokens, index):
            return found
        if not is_glued(tokens, index) or tokens[index - 1].text in self.screens:
            return None
        code = self.glued.get(tokens[index].text)
        return (code, index + 1) if code else None


@dataclass(frozen=True)
class Measures:
    """Ratios, durations and physical units."""

    words: Mapping[str, tuple[str, ...]]
    symbols: Mapping[str, tuple[str, ...]]
    glued: Mapping[str, str]
    """Letters that are a measure only where they are written onto the digits: `100t`."""
    cldr: Mapping[str, str]
    """For our codes, what CLDR calls the units whose names it gives in every language."""
    dimensions: frozenset[str]
    """Words beside which a letter that may be a scale is a measure: `90m high`."""
    races: frozenset[str]
    """Numerals that behind an article are a length: `the 100m`."""
    points: frozenset[str]
    """Words that behind a percentage make it points."""
    links: frozenset[str]
    """Words between the word for a percentage and its number: `percentage of 10`."""
    kinds: frozenset[str]
    """What before the name of a measure makes it another one: `passenger-kilometres`."""
    nouns: frozenset[str]
    """Words for a percentage that behind a number would be no unit."""

    @cached_property
    def names(self) -> PhraseTable[str]:
        """The words, as phrases."""
        return phrase_table(flat(self.words))

    @cached_property
    def signs(self) -> PhraseTable[str]:
        """The symbols, compared with their case."""
        return phrase_table(flat(self.symbols), cased=True)


@dataclass(frozen=True)
class Multiples:
    """Words that are a multiple by themselves."""

    words: Mapping[str, Decimal]
    """By their beginning: `verdoppel`."""
    before: Mapping[str, Decimal]
    ending: str
    """What makes a number word a multiple: `vijfmaal zo`."""
    after: frozenset[str]
    """The words that must follow such a word."""

    @cached_property
    def phrases(self) -> PhraseTable[Decimal]:
        """The phrases of `before`."""
        return phrase_table(self.before.items())
