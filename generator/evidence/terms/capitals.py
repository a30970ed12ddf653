"""Words in a capital: runs of them, and which may be a name that nobody declares.

In: tokens, a lexicon. Out: where a run begins or ends; how sure it is that it names somebody. In
German, where every noun has a capital, a dictionary has to help.
"""

import functools
from collections.abc import Collection, Sequence

from generator.evidence.lexicon.lemmas import is_common_word, is_inflected, is_listed
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.text.tokens import Token

LONGEST_RUN = 4
_SHORTEST_PART, _SHORTEST_END = 3, 5
"""Letters of the first part of a compound, and those of its last one."""
_LEAST_CAPITALS = 2


def is_capital(token: Token, lexicon: Lexicon) -> bool:
    """A word in a capital that is no small word at the beginning of a sentence."""
    if token.kind != "word" or not token.text[0].isupper():
        return False
    owners, small = lexicon.owners, token.lower
    is_small = small in owners.prepositions or small in owners.pronouns
    is_small = is_small or small in lexicon.quantities.articles or small in lexicon.quantities.cuts
    return not (is_small or small in lexicon.nouns.stops or small in lexicon.weekdays)


def is_small(word: str, lexicon: Lexicon) -> bool:
    """A preposition, an article, a form of being or another word that is no noun, in any part."""
    owners, quantities = lexicon.owners, lexicon.quantities
    tables: Sequence[Collection[str]] = (
        *(owners.prepositions, quantities.articles, quantities.cuts, quantities.copulas),
        *(lexicon.relative, lexicon.nouns.stops),
    )
    return any(word in table for table in tables)


def is_in_capitals(token: Token) -> bool:
    """More than its first letter is a capital: `INE`."""
    return sum(letter.isupper() for letter in token.text) >= _LEAST_CAPITALS


def end_of_run(tokens: Sequence[Token], at: int, last: int, lexicon: Lexicon) -> int:
    """Where the words in a capital that begin at a token end; the token itself without one."""
    last = min(last, at + LONGEST_RUN)
    while at < last and is_capital(tokens[at], lexicon):
        at += 1
    return at


def start_of_run(tokens: Sequence[Token], first: int, at: int, lexicon: Lexicon) -> int:
    """Where the words in a capital right before a token begin; the token itself without one."""
    first = max(first, at - LONGEST_RUN)
    while at > first and is_capital(tokens[at - 1], lexicon):
        at -= 1
    return at


def is_certain(token: Token, lexicon: Lexicon) -> bool:
    """No dictionary has the word, nor the word in small letters."""
    text = token.text
    is_known = is_listed(text, lexicon) or is_listed(text.lower(), lexicon)
    return not is_known and not is_inflected(text, lexicon)


def is_compound(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Behind an article, a word of which a dictionary has the end: `die Innenstadtstrecke`."""
    if lexicon.titles.capitalised or last - first > 1 or is_in_capitals(tokens[first]):
        return False
    if not first or tokens[first - 1].lower not in lexicon.quantities.articles:
        return False
    return _has_listed_end(tokens[first].text, lexicon)


@functools.lru_cache(maxsize=4096)
def _has_listed_end(text: str, lexicon: Lexicon) -> bool:
    ends = range(_SHORTEST_PART, len(text) - _SHORTEST_END + 1)
    return any(is_listed(text[at:].capitalize(), lexicon) for at in ends)


def is_place(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """What may be a name where no article stands before it: `in Kärnten`, and not `in Haft`."""
    token, nouns = tokens[last - 1], lexicon.owners.unnamed
    if any(one.lower in nouns for one in tokens[first:last]):
        return False
    if lexicon.titles.capitalised or last - first > 1 or is_in_capitals(token):
        return True
    return not is_listed(token.lower, lexicon) and not is_inflected(token.text, lexicon)


def is_name(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Two capitals, or a word in the form of a dictionary: no plural."""
    text = tokens[last - 1].text
    if last - first > 1 or is_in_capitals(tokens[last - 1]):
        return True
    begins = first == 0 or (tokens[first - 1].kind == "mark" and tokens[first - 1].text != ",")
    is_common = begins and is_common_word(text, lexicon)
    return not is_common and not is_inflected(text, lexicon)
