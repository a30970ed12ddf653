"""Names that own no figure of their sentence: who counts it, where or by whom it was done.

In: a sentence with a figure, the names in it, the entity of a fact, all others. Out: the names that
may own the figure; those that leave it to the entity.
"""

from collections.abc import Mapping, Sequence

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.quotes.locate import words_between
from generator.evidence.terms.foreign import is_agent
from generator.evidence.terms.names import NameSpot, nouns_in, proper_names
from generator.evidence.terms.relatives import before_noun, is_giver
from generator.evidence.terms.rivals import Setting
from generator.model import Entity

_PAIR = 2
_NEAR = 3
"""Words from a preposition to the name behind it: `op de leidster Monti`."""


def bystanders(
    article: AnnotatedArticle,
    setting: Setting,
    spots: Sequence[NameSpot],
    own: str,
    entities: Mapping[str, Entity],
) -> list[NameSpot]:
    """The names of others who only count it, or of where or by whom it was done to this one."""
    named = [one for one in spots if not one.is_noun]
    ours = [one for one in named if own in one.entities]
    return [
        one
        for one in named
        if own not in one.entities
        and (
            (_is_telling(setting, one) and is_outsider(article, one, entities))
            or _is_measured_against(setting, one)
            or any(_is_led_by(article, setting, other, one, entities) for other in ours)
        )
    ]


def is_outsider(article: AnnotatedArticle, spot: NameSpot, entities: Mapping[str, Entity]) -> bool:
    """An office, an agency or an institute: what it counts is seldom its own."""
    pattern, lang = article.lexicon.cues.get("outsider"), article.lang
    known = [entities[name] for name in spot.entities if name in entities]
    called = [word for one in known for word in (*proper_names(one), *nouns_in(one, lang))]
    role = article.lexed.tokens[spot.first - 1] if spot.first else None
    called += [role.text] if role and role.kind == "word" else []  # "Gesundheitsagentur AGES"
    return pattern is not None and pattern.search(" ".join(called)) is not None


def _is_measured_against(setting: Setting, spot: NameSpot) -> bool:
    """A pronoun says whose lead over it is measured: `haar achterstand op leidster Monti`."""
    tokens, owners = setting.tokens, setting.lexicon.owners
    near = range(spot.first - 1, max(setting.sentence.start + 1, spot.first - 1 - _NEAR), -1)
    at = next((one for one in near if tokens[one].lower in owners.prepositions), 0)
    return at > 1 and at - 1 in setting.other and tokens[at - 2].lower in owners.belonging


def _is_led_by(
    article: AnnotatedArticle,
    setting: Setting,
    own: NameSpot,
    rival: NameSpot,
    entities: Mapping[str, Entity],
) -> bool:
    """Of its own clause this one is the head, and the rival behind it an object or a circumstance.

    Not where another statement begins between them, nor where the figure is said of the rival:
    `buys Orrery with 300 workers`, `the sales of Orrery`.
    """
    tokens, lexicon, clause = setting.tokens, setting.lexicon, article.parts.clause
    begins, owners = lexicon.quantities.cuts | lexicon.owners.subordinators, lexicon.owners
    beside, before = owners.prepositions | owners.contrasts, _lead(setting, own)
    beside -= owners.possessives
    away = owners.places | owners.contrasts
    # "Support for the Greens": behind a measure, a preposition may tie it to whose it is.
    is_tied = before - 1 in setting.other and tokens[before].lower not in away
    between = tokens[own.last : rival.first]
    behind = tokens[rival.last : setting.figure.start]
    if not (
        own.first < rival.first < setting.figure.start
        and (clause[own.first] == clause[rival.first] or _has_aside(setting, own.last, rival.first))
        and clause[rival.first] == clause[setting.figure.start]
        and (tokens[before].lower not in beside or is_tied)
        and begins.isdisjoint(one.lower for one in between)
        and not any(one.text == "(" for one in behind)
    ):
        return False
    if _is_circumstance(setting, rival):
        return True
    is_acting = bool(behind) and is_agent(behind[0].lower, lexicon)  # "saw Orrery cut 300 jobs"
    is_said = any(one.lower in lexicon.quantities.company for one in behind)
    is_contest = any(one.lower in owners.contests for one in between)
    return not (is_acting or _is_owner(setting, rival, entities)) and (is_contest or not is_said)


def _has_aside(setting: Setting, first: int, last: int) -> bool:
    """Between commas stands only what is said of the name: `Reyl, on 5,000 a week, has …`."""
    marks = [at for at in range(first, last) if setting.tokens[at].text in {",", ";", ":"}]
    return len(marks) == _PAIR and marks[0] == first


def _is_owner(setting: Setting, spot: NameSpot, entities: Mapping[str, Entity]) -> bool:
    """A preposition or a genitive makes it whose something is: `Orrery's 300 jobs`."""
    if setting.tokens[_lead(setting, spot)].lower in setting.lexicon.owners.possessives:
        return True
    known = (entities[name] for name in spot.entities if name in entities)
    written = {name.split()[-1] for one in known for name in proper_names(one) if name}
    return setting.tokens[spot.last - 1].text not in written


def _is_telling(setting: Setting, spot: NameSpot) -> bool:
    """The name is that of who counts it, or of whom it was told to: `dem Amt gemeldet`."""
    tokens, owners = setting.tokens, setting.lexicon.owners
    leading, before = tokens[spot.first - 1].lower, tokens[_lead(setting, spot)].lower
    is_told = leading in owners.recipients or before in owners.recipients
    role = before_noun(tokens, _lead(setting, spot), setting.lexicon)
    is_told = is_told or tokens[role].lower in owners.counting  # "registrierte die Agentur AGES"
    return is_told or before in owners.sources_behind or setting.is_source(spot.first, spot.last)


def _is_circumstance(setting: Setting, spot: NameSpot) -> bool:
    """A preposition makes the name where it was or by whom, and no owner: `door Nordvision`."""
    tokens, owners = setting.tokens, setting.lexicon.owners
    before = tokens[_lead(setting, spot)].lower
    if before in owners.places | owners.opposed or is_giver(tokens, spot.first, setting.lexicon):
        return True
    between = range(spot.last, setting.figure.start)
    is_said = bool(between) and all(setting.is_small(at) for at in between)
    return before in owners.circumstances and not is_said


def _lead(setting: Setting, spot: NameSpot) -> int:
    """The token before the name, its article and its adjectives."""
    words, nouns = setting.lexicon, setting.lexicon.nouns
    at = spot.first - 1
    while at > setting.sentence.start:
        token = setting.tokens[at]
        looks_so = nouns.closed_compounds and nouns.adjective.fullmatch(token.text) is not None
        is_adjective = looks_so and token.lower not in words.owners.prepositions
        is_adjective = is_adjective and not is_agent(token.lower, words)  # "telde het waterschap"
        if not is_adjective and token.lower not in words.quantities.articles:
            break
        at -= 1
    return at


def telling_names(
    article: AnnotatedArticle, setting: Setting, entity: Entity, spots: Sequence[NameSpot]
) -> list[NameSpot]:
    """The names that may own the figure: none beyond it, and no source where another is named."""
    spots = [one for one in spots if not setting.is_beyond(one.first, one.last)]
    telling = [
        one
        for one in spots
        if not one.is_noun
        and not _is_source(setting, one, by_verb=entity.id not in one.entities)
        and not (entity.id in one.entities and is_said_by_outsider(article, setting, entity, one))
    ]
    if not telling:
        return spots
    return [
        one for one in spots if one in telling or (one.is_noun and not setting.is_cited(one.first))
    ]


def _is_source(setting: Setting, spot: NameSpot, *, by_verb: bool) -> bool:
    """Who says it, unless what is said is of the speaker's own."""
    is_said = by_verb and setting.end_of_saying(spot.last) is not None
    return (is_said or setting.is_cited(spot.first)) and not setting.is_own_word(spot.last)


def is_said_by_outsider(
    article: AnnotatedArticle, setting: Setting, entity: Entity, spot: NameSpot
) -> bool:
    """The name is that of one who only counts: `laut INE`, `the Dutch statistics office said`."""
    if setting.is_cited(spot.first) and not setting.is_own_word(spot.last):
        return True
    if spot.is_noun or _is_fronted(setting, spot):
        return False
    pattern = article.lexicon.cues.get("outsider")
    end = setting.end_of_saying(spot.last)
    if pattern is None or end is None or setting.is_own_word(spot.last):
        return False
    said = words_between(article, spot.first, end)
    called = (*proper_names(entity), *nouns_in(entity, article.lang))
    return pattern.search(" ".join((said, *called))) is not None


def _is_fronted(setting: Setting, spot: NameSpot) -> bool:
    """With a preposition in front of the verb, it is no subject: `Für das Seenland rechnet …`."""
    lead = _lead(setting, spot)
    is_led = setting.tokens[lead].lower in setting.lexicon.owners.prepositions
    opens = {setting.sentence.start, setting.clause.start}
    return is_led and lead in opens and setting.lexicon.nouns.closed_compounds
