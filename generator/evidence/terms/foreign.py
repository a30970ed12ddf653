"""Names that nobody declares and that a clause is about: who acts, whose it is, where it was.

In: the tokens of a clause, those that are known to be something else. Out: the tokens of the name.
"""

import functools
from collections.abc import Sequence

from generator.evidence.lexicon.lemmas import forms_of, is_listed
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.terms.capitals import (
    LONGEST_RUN,
    end_of_run,
    is_capital,
    is_certain,
    is_in_capitals,
    is_name,
    is_place,
    start_of_run,
)
from generator.evidence.text.tokens import Token


def find_foreign(
    tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon, skipped: frozenset[int]
) -> tuple[int, int] | None:
    """A proper name that does something in the clause: `Tesla erzielte …`, `erzielte Tesla …`."""
    for at in range(first, last):
        if tokens[at].kind != "word" or not is_agent(tokens[at].lower, lexicon):
            continue
        start = start_of_run(tokens, first, at, lexicon)
        if start < at and _is_subject(tokens, start, at, lexicon, skipped):
            return start, at
        end = end_of_run(tokens, at + 1, last, lexicon)
        is_inverted = (
            lexicon.nouns.closed_compounds and start == at and _opens(tokens, first, at, lexicon)
        )
        is_free = is_inverted and end > at + 1 and skipped.isdisjoint(range(at + 1, end))
        if is_free and is_name(tokens, at + 1, end, lexicon):
            return at + 1, end
    return None


def find_topic(
    tokens: Sequence[Token], sentence: tuple[int, int], clause: tuple[int, int], lexicon: Lexicon
) -> tuple[int, int] | None:
    """The proper name that a sentence is about, by its first clause or its first words."""
    acting = find_foreign(tokens, *clause, lexicon, frozenset())
    return acting or _find_explained(tokens, *sentence, lexicon)


def _find_explained(
    tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon
) -> tuple[int, int] | None:
    """A name that begins a sentence and is explained: `Brightway, the contractor that …,`."""
    end = end_of_run(tokens, first, last, lexicon)
    if end == first or end + 1 >= last or tokens[end].text != ",":
        return None
    articles = lexicon.quantities.articles | lexicon.hedges.articles
    is_one = tokens[end + 1].lower in articles and is_name(tokens, first, end, lexicon)
    return (first, end) if is_one else None


def find_possessor(
    tokens: Sequence[Token],
    clause: range,
    lexicon: Lexicon,
    measured: frozenset[int],
    skipped: frozenset[int],
) -> tuple[int, int] | None:
    """A proper name whose measure it is: `the sales of Tesla`, `Tesla's sales`."""
    for at in clause[1:]:
        if at - 1 in measured and tokens[at].lower in lexicon.owners.possessives:
            end = end_of_run(tokens, at + 1, clause.stop, lexicon)
            if end > at + 1 and _is_foreign(tokens, at + 1, end, lexicon, skipped):
                return at + 1, end
        is_genitive = any(
            len(one) > 1 and tokens[at - 1].text.endswith(one) for one in lexicon.owners.genitives
        )
        is_free = at in measured and at - 1 not in skipped
        if is_free and is_genitive and is_capital(tokens[at - 1], lexicon):
            return at - 1, at
    return None


def find_place(
    tokens: Sequence[Token], first: int, figure: int, lexicon: Lexicon, skipped: frozenset[int]
) -> tuple[int, int] | None:
    """A proper name behind a preposition before the figure: `bei Acme Motors`, `in Köln`."""
    for at in range(first + 1, figure):
        if tokens[at - 1].lower not in lexicon.owners.prepositions:
            continue
        end = end_of_run(tokens, at, figure, lexicon)
        if end == at or not skipped.isdisjoint(range(at, end)):
            continue
        is_run = lexicon.titles.capitalised or end > at + 1
        is_taken_up = any(one.lower in lexicon.owners.pronouns for one in tokens[first:at])
        is_led = tokens[at - 1].lower in lexicon.owners.places and not is_taken_up
        if is_run and is_certain(tokens[end - 1], lexicon):
            return at, end
        if is_led and is_place(tokens, at, end, lexicon):
            return at, end
    return None


def _is_foreign(
    tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon, skipped: frozenset[int]
) -> bool:
    """A name for certain: in German, where each noun has a capital, no word of a dictionary."""
    if not skipped.isdisjoint(range(first, last)):
        return False
    text = tokens[last - 1].text
    is_noun = not lexicon.titles.capitalised and is_listed(text, lexicon)
    return is_in_capitals(tokens[last - 1]) or not is_noun


@functools.lru_cache(maxsize=16384)
def is_agent(word: str, lexicon: Lexicon) -> bool:
    """The word is a verb by which somebody has or makes what a figure counts."""
    return not _agents(lexicon).isdisjoint(forms_of(word, lexicon))


@functools.lru_cache(maxsize=16)
def _agents(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form for verb in lexicon.owners.agents for form in forms_of(verb, lexicon))


def _is_subject(
    tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon, skipped: frozenset[int]
) -> bool:
    """No preposition stands before the name, nor, in German, an article as before a noun."""
    start = first
    while start and first - start < LONGEST_RUN and _is_inside(tokens[start - 1], lexicon):
        start -= 1
    if start and tokens[start - 1].lower in lexicon.owners.prepositions:
        return False
    is_noun = not lexicon.titles.capitalised and start < first
    is_noun = is_noun and not is_in_capitals(tokens[last - 1])
    is_free = skipped.isdisjoint(range(first, last))
    return not is_noun and is_free and is_name(tokens, first, last, lexicon)


def _is_inside(token: Token, lexicon: Lexicon) -> bool:
    """An article or an adjective: it stands between a preposition and its noun."""
    if token.kind != "word" or token.lower in lexicon.owners.prepositions:
        return False
    is_adjective = token.text.islower() and lexicon.nouns.adjective.fullmatch(token.text)
    return token.lower in lexicon.quantities.articles or bool(
        is_adjective and lexicon.nouns.closed_compounds
    )


def _opens(tokens: Sequence[Token], first: int, at: int, lexicon: Lexicon) -> bool:
    """Only a time or an adverb stands before the verb: `2024 erzielte Tesla …`."""
    return not any(
        token.kind == "word"
        and (token.text[0].isupper() or token.lower in lexicon.owners.pronouns)
        and token.lower not in lexicon.owners.prepositions
        and index > first
        for index, token in enumerate(tokens[first:at], first)
    )
