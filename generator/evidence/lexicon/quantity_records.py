"""The tables of a lexicon file about measures and about whose they are, a frozen record each.

In: nothing; `keys` reads a table into its record. Out: what may stand in a file, and what it means.
A missing key is empty.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.evidence.lexicon.phrases import PhraseTable


@dataclass(frozen=True)
class Quantities:
    """What articles measure, and how a measure and its figure stand together."""

    words: Mapping[str, tuple[str, ...]]
    """Nouns and verbs by group, in the base form."""
    idioms: tuple[str, ...]
    """Phrases with such a word that name no measure: `in order`."""
    things: frozenset[str]
    """Groups of things and people that are counted."""
    deeds: frozenset[str]
    """Groups of what happens to them, or holds them: `a ground that seats 5,000 spectators`."""
    negatives: Mapping[str, tuple[str, ...]]
    """For a group such as losses, the groups whose amounts it gives below zero."""
    kinds: Mapping[str, tuple[str, ...]]
    """Beginnings of words, and phrases behind them, by which a measure is one kind of a set and no
    other: `Warmmiete`, `before tax`."""
    links: frozenset[str]
    """Words between a measure and its figure: `Umsatz von 5 Mio.`."""
    joins: frozenset[str]
    """Words between a figure and its measure: `5 million in profit`."""
    attributes: re.Pattern[str]
    """How other words look that may stand there."""
    adjuncts: frozenset[str]
    """Prepositions that make a measure a circumstance: `on revenue of 20 billion`."""
    company: frozenset[str]
    """Prepositions before those with whom something is done: `mit 40 Leuten`."""
    causes: frozenset[str]
    """Prepositions that make a measure the cause of another: `due to higher prices`."""
    outside: frozenset[str]
    """Prepositions that leave a measure out: `30 days without rain`."""
    idle: frozenset[str]
    """Adverbs behind a duration that name no measure of their own: `zwei Stunden lang`."""
    copulas: frozenset[str]
    """Verbs between the whole of a share and what it is: `40 per cent of members are women`."""
    price_verbs: frozenset[str]
    """Verbs that say what their subject costs: `a ticket costs £5`."""
    per: frozenset[str]
    """Words before what a rate is for: `earnings per share`."""
    cuts: frozenset[str]
    """Words behind which another statement begins."""
    articles: frozenset[str]
    """Articles and possessives before a noun."""
    particles: frozenset[str]
    """What stands before a verb, or at the end of its clause, and leaves its meaning near."""
    verb_endings: tuple[str, ...]
    """How a verb ends whose particle a sentence may put at its end."""
    to: frozenset[str]
    """What stands between such a particle and the infinitive: `aan te schaffen`, `anzuschaffen`."""
    reporting: frozenset[str]
    """Verbs that only say that a figure is so, whatever it measures: `came in at`."""
    inseparable: frozenset[str]
    """What makes another word of a word: `Verkauf` is no `Kauf`."""


@dataclass(frozen=True)
class Owners:
    """Words by which a sentence says whose figures it gives."""

    pronouns: frozenset[str]
    genitives: tuple[str, ...]
    """Endings of names, the longest first."""
    agents: tuple[str, ...]
    """What companies, towns and people do with figures, in the base form."""
    prepositions: frozenset[str]
    """Words before a name that is no subject."""
    possessives: frozenset[str]
    """Words between a measure and whose it is: `sales of Acme`."""
    places: frozenset[str]
    """Prepositions before the name of a place."""
    describing: frozenset[str]
    """Those before what a noun is about or for: `complaints about noise`."""
    particles: frozenset[str]
    """Small words behind a verb that belong to it: `threw away`."""
    circumstances: frozenset[str]
    """Other prepositions before a name that owns no figure: `a takeover of Acme by Orrery`."""
    recipients: frozenset[str]
    """Words before the name of who is only told of a figure: `dem Amt gemeldet`."""
    unnamed: frozenset[str]
    """Words in a capital that may stand behind one and are no name: `in Zukunft`."""
    contrasts: frozenset[str]
    """Words behind which somebody else is spoken of: `than in Linz`, `followed by Portugal`."""
    opposed: frozenset[str]
    """Those of them before whom something is done to as well: `a lawsuit against Acme`."""
    adding: frozenset[str]
    """Behind a comma, what goes on with the same statement: `but also`."""
    summing: frozenset[str]
    """Behind a colon, what takes the whole up: `that is the toll of the crash`."""
    in_turn: frozenset[str]
    """Words that pair names with figures: `respectively`."""
    neighbours: tuple[str, ...]
    """How a word begins that brings a place of its own: `Nachbarort`, `neighbouring`."""
    sources: frozenset[str]
    """Words before the name of who says it: `nach Angaben von …`, `according to`."""
    sources_behind: frozenset[str]
    """Words behind it: `the Met Office expects`, `einem Bericht des RKI zufolge`."""
    relations: frozenset[str]
    """Nouns of somebody else who is called after a name: `a supplier of Airbus`."""
    genitive_articles: frozenset[str]
    """Articles that tie a name to the noun before: `Kritiker des Vereins Openway`."""
    belonging: frozenset[str]
    """Words that tie a noun to who was named before: `her`, `whose`."""
    objects: frozenset[str]
    """Pronouns of somebody named before who gets something: `gave him six years`."""
    kin: frozenset[str]
    """Nouns of somebody else behind them: `ihr Bruder`."""
    sides: frozenset[str]
    """The same behind a mere article: `the hosts`."""
    jointly: frozenset[str]
    """Words by which those who are listed share one figure: `together`."""
    excluding: frozenset[str]
    """Words before a name that leave it out: `apart from`."""
    contests: frozenset[str]
    """Verbs between who wins and who loses: `beat`."""
    counting: frozenset[str]
    """What an office does with what is not its own: `counted`."""
    subordinators: frozenset[str]
    """Words that begin a clause without a comma: `after Dover had 2 goals disallowed`."""
    receiving: frozenset[str]
    """Verbs before a preposition and the name of who gives: `bekommt von`."""
    institutions: tuple[str, ...]
    """How a word ends beside which the name of a place is that of another: `Universität`."""
    personal: frozenset[str]
    """Relative pronouns of a person: `Jan Reed of Ashford, who …`."""
    favouring: frozenset[str]
    """Words between a share and who has it: `47 per cent for Hutchins`."""
    fronting: frozenset[str]
    """Prepositions that open a clause before for or under whom another acts: `Für Aue traf …`."""
    reaching: frozenset[str]
    """Prepositions before who is reached by what another does: `gave 2m to Aue`."""
    membership: frozenset[str]
    """Prepositions between a person or a part and whose it is: `Eva Marsh of Ashford Ladies`."""
    representatives: tuple[str, ...]
    """How a role ends whose bearer acts for a company or town: `Novatek-Chef`."""
    comparing: frozenset[str]
    """Words before what another is measured against: `as heavy as Earth`."""
    equalling: frozenset[str]
    """Words before the adjective of such a comparison."""
    comparatives: tuple[str, ...]
    """How an adjective ends that puts one above another."""


@dataclass(frozen=True)
class Counts:
    """Words by which a bare number counts what another word names."""

    heads: frozenset[str]
    """Nouns before what is counted: `the number of deaths`."""
    endings: tuple[str, ...]
    """The same as the last part of a word: `Einwohnerzahl`."""
    openers: PhraseTable[bool]
    """Words at the head of a clause before a number of which the next is a part: `of the 640`."""
    each: PhraseTable[bool]
    """Words beside a number that make it one of several alike: `shops with 40 workers each`."""
    each_of: PhraseTable[bool]
    """Those before the several: `each of the three shops`."""
    excepting: PhraseTable[bool]
    """Words before those who are left out: `all but 12`."""
    but_for: PhraseTable[bool]
    """The same, where others of `but_behind` or `alls` say so too: `bis auf 12`, `op 12 na`."""
    but_behind: frozenset[str]
    alls: frozenset[str]
    containers: re.Pattern[str]
    """Nouns of what holds several: `12 packs of 50`, `1,200 pairs of shoes`."""
    further: PhraseTable[bool]
    """Words beside a number that adds to another one: `another four died`."""
    marks: frozenset[str]
    """Nouns of a number that is passed or missed: `the mark of 5,000`."""
    exceptions: re.Pattern[str]
    """Nouns behind the number of those who are left out: `with twelve exceptions`."""
    deducted: re.Pattern[str]
    """Words beside a number that is taken off the one before it: `deducted six`."""
    shared: re.Pattern[str]
    """Words by which an amount is divided with others: `shared the prize with`."""
    halved: re.Pattern[str]
    """Verbs that make half or several times as much: `halved the fine of £900`."""
    as_many: PhraseTable[bool]
    """Words that count as many as before, or several times as many: `twice as many`."""
    passed: re.Pattern[str]
    """Words beside such a noun by which there is more: `broke the 5,000 mark`."""
    reached: re.Pattern[str]
    """Those by which there is as much, or a little more."""
    missed: re.Pattern[str]
    """Those by which there is less."""
    contrasts: frozenset[str]
    """Words behind a mark whose clause may leave out the noun: `…, while Leeds built just 870`."""
    narrowing: frozenset[str]
    """What may stand between such words and the whole: `three of its last five matches`."""
    among: PhraseTable[bool]
    """Words before the number of a part, behind its whole: `57 people, among them 38 children`."""
    among_behind: PhraseTable[bool]
    """Those that stand behind it: `120 buses, 45 of them electric`."""
    ranks: re.Pattern[str]
    """Nouns of a place in a row, of which an ordinal is the value: `in 51st place`."""
    owned: frozenset[str]
    """Words before an ordinal by which it tells how many there were: `his 24th goal`."""
    nth: Mapping[str, frozenset[str]]
    """Ordinals in words, by their number."""
    straight: frozenset[str]
    """Words between one and its noun by which it ends a row: `the sixth straight defeat`."""
    streaks: PhraseTable[bool]
    """The same behind the noun: `the sixth defeat in a row`."""
    totals: frozenset[str]
    """Nouns of all that were counted before as well: `bringing the total to 60`."""
    takers: frozenset[str]
    """Words that take up the whole before its part: `van de 520 banen er 140`."""
    fillers: frozenset[str]
    """Small words between those of `among` and the number: `van wie er 10.874`."""
    having: frozenset[str]
    """Verbs by which somebody has so many: `the club now has 1,105`."""
    silent: re.Pattern[str]
    """Words behind a number that counts what the one before it counts: `43 were injured`."""
