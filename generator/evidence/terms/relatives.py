"""Somebody else who is called after a name: its supplier, its brother, all but it, it with another.

In: the tokens of a sentence, the place of a name or of a clause, words that are no such noun. Out:
whether the figure of the sentence is that of the other. It knows no entity.
"""

from collections.abc import Collection, Sequence

from generator.evidence.lexicon.lemmas import forms_of
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.terms.capitals import end_of_run, is_capital, start_of_run
from generator.evidence.text.tokens import Token

_NEAR = 2
"""Words behind a genitive within which its noun stands: `Airbus's biggest supplier`."""
_SHORTEST_KIN = 5
"""Letters of such a noun that is known as the end of another."""
_REACH = 4
"""Words between a noun and the name behind it: `critics of the old charity Openway`."""


def is_of_other(
    tokens: Sequence[Token],
    name: range,
    lexicon: Lexicon,
    called: frozenset[str],
    skipped: Collection[int],
) -> bool:
    """The name only says whose supplier, rival or owner it is that the sentence speaks of."""
    owners = lexicon.owners
    is_owned = tokens[name.stop - 1].text.endswith(owners.genitives)
    head = _head(tokens, name.start, lexicon, called)
    near = [] if head is None else [head]
    near += range(name.stop, min(name.stop + _NEAR, len(tokens))) if is_owned else ()
    heads = {tokens[at].lower for at in near if at not in skipped}
    heads |= {
        kin
        for kin in owners.kin  # "Schwiegermutter", "stepfather"
        if len(kin) >= _SHORTEST_KIN
        for one in heads
        if one.endswith(kin)
    }
    return bool((heads & (owners.relations | owners.kin)) - called)


def _head(
    tokens: Sequence[Token], first: int, lexicon: Lexicon, called: frozenset[str]
) -> int | None:
    """The noun to which a preposition or a genitive ties the name: `de poot van Volvik`."""
    articles = lexicon.quantities.articles
    for at in range(first - 1, max(0, first - 1 - _REACH), -1):
        word = tokens[at].lower
        if word in lexicon.owners.possessives or word in lexicon.owners.genitive_articles:
            return at - 1
        is_own_noun = not called.isdisjoint(forms_of(tokens[at].text, lexicon))
        if not is_own_noun and word not in articles:
            return None
    return None


def is_of_institution(
    tokens: Sequence[Token], name: range, lexicon: Lexicon, own: str, *, has_nouns: bool
) -> bool:
    """A word beside the name of a place makes it that of another: `provincie Utrecht`."""
    is_closed = lexicon.nouns.closed_compounds
    at = name.start - 1
    at -= at > 0 and tokens[at].lower in lexicon.owners.possessives  # "Bank of England"
    before = tokens[at] if at >= 0 else None
    behind = tokens[name.stop] if name.stop < len(tokens) else None
    # Of what is no province, "provincie Utrecht" is another; of what says nothing, it is the same.
    is_told = is_closed and has_nouns
    near = [before] if before and (is_told or is_capital(before, lexicon)) else []
    near += [behind] if behind and is_capital(behind, lexicon) else []
    return any(
        one.lower.endswith(word) if is_closed else one.lower == word
        for one in near
        for word in lexicon.owners.institutions
        if word not in own
    )


def is_left_out(tokens: Sequence[Token], name: range, lexicon: Lexicon) -> bool:
    """A word before the name leaves it out, or it only gives: `apart from Orvane`."""
    at = before_noun(tokens, name.start, lexicon)
    before = [one.lower for one in tokens[max(0, at - 1) : at + 1]]
    words = lexicon.owners.excluding
    return bool(before) and (before[-1] in words or " ".join(before) in words)


def is_giver(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Somebody gets something from the one that is named: `bekommt von der Gemeinde Lohe`."""
    at = before_noun(tokens, first, lexicon)
    if at > 0 and tokens[at].text[0].isupper():
        at = before_noun(tokens, at, lexicon)  # "von der Gemeinde Lohe"
    owners = lexicon.owners
    givers = owners.possessives | owners.circumstances
    if at > 0 and tokens[at].text.islower() and tokens[at].lower not in givers:
        at = before_noun(tokens, at, lexicon)  # "van toezichthouder Marktoog"
    words = (one.lower for one in tokens[max(0, at - 1) : at + 1])
    receiving, giving = [*words, "", ""][:2]
    return receiving in owners.receiving and giving in givers


def before_noun(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """The token before a noun and its article; below 0 where the text begins."""
    at = first - 1
    return at - 1 if at > 0 and tokens[at].lower in lexicon.quantities.articles else at


def is_joint(tokens: Sequence[Token], name: range, clause: range, lexicon: Lexicon) -> bool:
    """The name shares the figure with another: `Hamme en Kombe hebben samen …`."""
    words, joiners = lexicon.owners.jointly, lexicon.ranges.and_.meanings
    if not any(tokens[at].lower in words for at in clause):
        return False
    last = end_of_run(tokens, name.stop, clause.stop, lexicon)
    behind, before = last, start_of_run(tokens, clause.start, name.start, lexicon) - 1
    if behind < clause.stop and (tokens[behind].lower,) in joiners:
        return end_of_run(tokens, behind + 1, clause.stop, lexicon) > behind + 1
    is_second = before > clause.start and (tokens[before].lower,) in joiners
    return is_second and is_capital(tokens[before - 1], lexicon)


def find_kin(
    tokens: Sequence[Token],
    clause: range,
    lexicon: Lexicon,
    called: frozenset[str],
    skipped: Collection[int],
) -> tuple[int, int] | None:
    """Who acts in the place of the one named before: `ihr Bruder`, `whose rival`, `the hosts`."""
    owners = lexicon.owners
    for at in clause[1:]:
        word, leading = tokens[at].lower, tokens[at - 1].lower
        is_kin = word in owners.kin or word.startswith(owners.neighbours)
        is_side = word in owners.sides and leading in lexicon.quantities.articles
        is_tied = is_kin and _is_belonging(tokens, at, clause.start, lexicon)
        if not (is_tied or is_side) or word in called or at in skipped:
            continue
        start = at - 1
        if start and tokens[start - 1].lower in owners.prepositions:
            continue
        return start, at + 1
    return None


def _is_belonging(tokens: Sequence[Token], at: int, first: int, lexicon: Lexicon) -> bool:
    """A word such as `her` or `whose` stands before the noun, or before its adjective."""
    words = lexicon.owners.belonging
    near = [tokens[one].lower for one in range(max(first, at - _NEAR), at)]
    is_near = bool(near) and near[-1] in words
    return is_near or (len(near) == _NEAR and near[0] in words and tokens[at - 1].text.islower())
