"""The table of a lexicon file about nouns that govern a name, and words that change a count.

In: nothing; `keys` reads the table into its record. Out: what may stand in it, and what it means.
A missing key is empty.
"""

import re
from dataclasses import dataclass

from generator.evidence.lexicon.phrases import PhraseTable


@dataclass(frozen=True)
class Heads:
    """Words that make a name the complement of another noun, or change what is counted."""

    apart: PhraseTable[bool]
    """Words between a noun and the name of somebody else: `the café opposite Hollis`."""
    former: re.Pattern[str]
    """Words before a role that nobody plays any more: `the former boss of Lindt`."""
    called_after: frozenset[str]
    """Participles behind a name that only says how a thing is called: `naar X genoemde school`."""
    naming: frozenset[str]
    """Words of a clause that only gives a noun its name, or takes the name up: `is called`."""
    unlike: PhraseTable[bool]
    """Words in front by which a name is what another is set against: `unlike Leeds`."""
    origins: frozenset[str]
    """Prepositions between people and where they come from: `the girls from Rehna`."""
    seeing: frozenset[str]
    """Verbs with an object that does something of its own: `saw her pupil serve 14 aces`."""
    privative: re.Pattern[str]
    """Words before a noun by which it is not, or no longer, what it names: `attempted murders`."""
    privative_parts: frozenset[str]
    """The same as the first part of a word: `Beinaheunfall`, `oud-leerling`."""
    rooms: PhraseTable[bool]
    """Words before a number of those who could be there: `room for 300 guests`."""
    rests: frozenset[str]
    """Nouns for all but the one that is named: `the rest of the region`."""
    formers: frozenset[str]
    """Words that take up the first of two: `the former`."""
    latters: frozenset[str]
    """Words that take up the second of two: `the latter`."""
    topics: frozenset[str]
    """Prepositions before what people come or speak about: `300 gathered over the arrests`."""
    alone: frozenset[str]
    """Words by which one thing brings the figure: `allein mit Zubehör`."""
    means: frozenset[str]
    """Prepositions before that thing."""
    limits: frozenset[str]
    """Nouns behind a figure that only bounds something: `in a 50 km/h zone`."""
    virtual: re.Pattern[str]
    """Nouns of what is visited and read without going there: `visitors to its website`."""
    standing: frozenset[str]
    """Verbs of the present by which something stands at an amount: `reaches`."""
    inward: frozenset[str]
    """Particles right before an amount: `brought in £300`."""
    vague: frozenset[str]
    """Words that name nothing by themselves, so no label is one of them: `previous`."""
