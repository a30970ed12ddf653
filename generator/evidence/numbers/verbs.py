"""Verbs in two parts: `liep … op`, `gab … nach`, `handed over`.

In: tokens and a lexicon. Out: the direction that verb and particle give together, and whether a
word that could be a hedge is the particle of the verb before it. It looks at no number.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.evidence.lexicon.tables import Table, load_table
from generator.evidence.text.tokens import Token
from generator.model import Direction


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verbs of a language whose particle says what they mean."""

    up: Mapping[str, frozenset[str]]
    down: Mapping[str, frozenset[str]]
    """For each verb, the particles that make it a rise or a fall."""
    followers: frozenset[str]
    """Words before which a particle may stand; otherwise it ends its clause."""
    by: frozenset[str]
    of: frozenset[str]
    """Between a noun of movement and its amount: `a rise of 5 percent`."""
    aside: frozenset[str]
    """Before a second way of saying a change: `fell $2, or 3 percent`."""
    rates: frozenset[str]
    """Nouns that say up or down and yet name a level: `growth of 5 percent`."""
    comparatives: frozenset[str]
    """Words that make the amount before them a difference: `12 cars fewer`."""
    """Words before the size of a change, which a level may follow: `met 3 euro tot 45 euro`."""
    hedge_particles: Mapping[str, frozenset[str]]
    """For each word that may be a hedge, the verbs whose particle it is."""


@functools.lru_cache(maxsize=32)
def load_verbs(lang: str) -> Verbs:
    """The verbs of a lexicon."""
    own: Table = load_table(lang).get("verbs", {})
    return Verbs(
        up=_sets(own.get("up", {})),
        down=_sets(own.get("down", {})),
        followers=frozenset(own.get("followers", ())),
        by=frozenset(own.get("by", ())),
        of=frozenset(own.get("of", ())),
        aside=frozenset(own.get("aside", ())),
        rates=frozenset(own.get("rates", ())),
        comparatives=frozenset(own.get("comparatives", ())),
        hedge_particles=_sets(own.get("hedge_particles", {})),
    )


def _sets(table: Mapping[str, Sequence[str]]) -> Mapping[str, frozenset[str]]:
    return {word: frozenset(words) for word, words in table.items()}


def is_moving_verb(word: str, lang: str) -> bool:
    """Whether the word is a verb that moves something once its particle is known."""
    verbs = load_verbs(lang)
    return word in verbs.up or word in verbs.down


def is_hedge_particle(phrase: str, before: str, lang: str) -> bool:
    """Whether the phrase is the particle of the verb before it: `handed over 61 aircraft`."""
    return before in load_verbs(lang).hedge_particles.get(phrase, frozenset())


def find_verb_direction(
    tokens: Sequence[Token], verb: int, stretch: range, lang: str
) -> Direction | None:
    """What the verb says with the first particle after it in the stretch that fits."""
    verbs, word = load_verbs(lang), tokens[verb].lower
    up, down = verbs.up.get(word, frozenset()), verbs.down.get(word, frozenset())
    for at in range(verb + 1, stretch.stop):
        particle = tokens[at].lower
        if particle not in up | down:
            continue
        following = tokens[at + 1] if at + 1 < min(stretch.stop, len(tokens)) else None
        ends = following is None or following.kind == "mark"
        ends = ends or (at == verb + 1 and following is not None and following.kind == "number")
        if ends or (following is not None and following.lower in verbs.followers):
            return "up" if particle in up else "down"
    return None
