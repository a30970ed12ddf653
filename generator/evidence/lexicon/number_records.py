"""The tables of a lexicon file about numbers and what they count, a frozen record each.

In: nothing; `keys` reads a table into its record. Out: what may stand in a file, and what it means.
A `computed` field is made by the loader; no file may hold it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.evidence.lexicon import keys
from generator.evidence.lexicon.phrases import PhraseTable, phrase_table
from generator.evidence.text.tokens import Token, is_glued


@dataclass(frozen=True, kw_only=True, slots=True)
class Numerals:
    """Numbers, in digits and in words."""

    decimal: str = keys.text()
    group: str = keys.text()
    """The marks within a numeral, where they are not those of the locale data."""
    words: Mapping[str, Decimal] = keys.decimals()
    """Number words besides those of num2words, which the loader adds."""
    phrases: PhraseTable[Decimal] = keys.computed(phrase_table(()))
    """Number words of several tokens (`twenty-one`)."""
    plain_letters: Mapping[int, str] = keys.letters()
    """Letters of number words that are written plainly too."""
    short_forms: Mapping[str, str] = keys.texts()
    """How number words begin, with how they may begin instead."""
    and_half: tuple[str, ...] = keys.row()
    """Endings that add a half to a number word."""
    thousand: str = keys.text()
    """The word for a thousand where number words are compounds around it."""
    thousand_links: tuple[str, ...] = keys.row()
    """What may stand behind it, before the rest: `tausendundeins`."""
    one: frozenset[str] = keys.words()
    """Articles and their like: a one only before a scale word or a percentage."""
    half: frozenset[str] = keys.words()
    joiners: frozenset[str] = keys.words()
    """Words between a half and what it halves."""
    minus: frozenset[str] = keys.words()
    """Words that make the number after them a negative one."""
    plus: frozenset[str] = keys.words()
    """Words before such a word that make it part of a sum, or of a hedge."""
    sums: frozenset[str] = keys.words()
    """Signs and words between two numbers that are reckoned with."""
    vague: frozenset[str] = keys.words()
    """Words after which a scale word counts nothing (`several thousand`)."""
    ratios: PhraseTable[bool] = keys.phrases()
    """Phrases after which a number word is half of a ratio (`one in three`)."""
    fractions: frozenset[str] = keys.words()
    """Words that make a fraction of the number word before them."""
    ordinal_suffixes: frozenset[str] = keys.words()
    """Letters that are written onto digits to make an ordinal."""
    ordinal_nouns: frozenset[str] = keys.words()
    """Nouns before which a dot makes a number an ordinal."""
    ordinal_dots: bool = keys.flag(default=True)
    """A dot makes a number an ordinal (`8. August`) and ends no sentence."""
    part_links: frozenset[str] = keys.words()
    """Words between a part and the number that it is a part of."""
    part_froms: frozenset[str] = keys.words()
    """Those of them that after a change name its start."""
    rank_articles: frozenset[str] = keys.words()
    """Articles after which an ordinal is a rank and no part: `the third of five`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scales:
    """Words that multiply the number before them."""

    powers: Mapping[str, Decimal] = keys.powers()
    factors: Mapping[str, Decimal] = keys.decimals()
    words: Mapping[str, Decimal] = keys.computed({})
    """All words behind a blank: powers, factors and those of the locale data."""
    glued: Mapping[str, Decimal] = keys.powers()
    """What is a scale when it is written onto the digits."""
    bare: Mapping[str, Decimal] = keys.decimals()
    """Words that are a scale only where they count no noun: `5 grand`."""
    doubtful: frozenset[str] = keys.words()
    """Words after a number that may be a scale."""
    doubtful_letters: frozenset[str] = keys.words()
    """The same for letters, as they are written."""
    not_scales: frozenset[str] = keys.words()
    """Words that look like a scale and are none."""
    name_letters: frozenset[str] = keys.words()
    """Glued scales that after a number below ten make a name: `4K`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Money:
    """Currencies by name and by sign."""

    names: Mapping[str, tuple[str, ...]] = keys.rows()
    """Names under the code of their currency, besides those of the locale data."""
    words: PhraseTable[str] = keys.computed(phrase_table(()))
    """All names."""
    symbols: Mapping[str, str] = keys.texts()
    signs: PhraseTable[str] = keys.computed(phrase_table(()))
    """The symbols, compared with their case."""
    ambiguous: Mapping[str, tuple[str, ...]] = keys.rows()
    """What the same sign may also mean."""
    dollars: frozenset[str] = keys.words()
    """Names that the currencies of the dollar sign share."""
    choices: Mapping[str, tuple[str, ...]] = keys.computed({})
    """For a sign or name of several currencies: all of them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Codes:
    """The codes of currencies, by how sure they are."""

    named: tuple[str, ...] = keys.row()
    """Those whose names are read."""
    doubtful: frozenset[str] = keys.words()
    """Codes that are words or names too."""
    behind: frozenset[str] = keys.words()
    """Those that before a number are never money: `TOP 10`."""
    sure: frozenset[str] = frozenset()
    """All other codes that the locale data has."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Coins:
    """What a language calls the parts of its currencies."""

    parts: Mapping[str, tuple[str, ...]] = keys.rows()
    """Those of which a hundred make the whole."""
    others: Mapping[str, tuple[str, ...]] = keys.rows()
    words: PhraseTable[str] = keys.computed(phrase_table(()))
    """Both."""
    glued: Mapping[str, str] = keys.texts()
    """Letters that mean a coin only where they are written onto the digits."""
    screens: frozenset[str] = keys.words()
    """Numerals that such a letter makes the height of a picture: `1080p`."""
    rates: frozenset[str] = keys.words()
    """Words after which an article before a currency is a rate: `per a dollar`."""
    followers: frozenset[str] = keys.words()
    """Words that may follow a currency with an article: `a euro each`."""

    def at(self, tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
        """The coin that is named at `index`, right after a number, and the index after it."""
        if found := self.words.at(tokens, index):
            return found
        if not is_glued(tokens, index) or tokens[index - 1].text in self.screens:
            return None
        code = self.glued.get(tokens[index].text)
        return (code, index + 1) if code else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Measures:
    """Ratios, durations and physical units."""

    words: Mapping[str, tuple[str, ...]] = keys.rows()
    names: PhraseTable[str] = keys.computed(phrase_table(()))
    """The words, as phrases."""
    symbols: Mapping[str, tuple[str, ...]] = keys.rows()
    signs: PhraseTable[str] = keys.computed(phrase_table(()))
    """The symbols, compared with their case."""
    points: frozenset[str] = keys.words()
    """Words that behind a percentage make it points."""
    links: frozenset[str] = keys.words()
    """Words between the word for a percentage and its number: `percentage of 10`."""
    nouns: frozenset[str] = keys.words()
    """Words for a percentage that behind a number would be no unit."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Multiples:
    """Words that are a multiple by themselves."""

    words: Mapping[str, Decimal] = keys.decimals()
    """By their beginning: `verdoppel`."""
    before: Mapping[str, Decimal] = keys.decimals()
    phrases: PhraseTable[Decimal] = keys.computed(phrase_table(()))
    """The phrases of `before`."""
    ending: str = keys.text()
    """What makes a number word a multiple: `vijfmaal zo`."""
    after: frozenset[str] = keys.words()
    """The words that must follow such a word."""
