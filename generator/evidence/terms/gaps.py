"""A clause that leaves out its measure and goes on with that of the clause before.

In: the tokens of a clause up to its figure, those of names. Out: whether nothing in it says what
the figure measures: `the chipmaker reported 1.98bn`, `die CDU auf 28 Prozent`.
"""

from collections.abc import Collection, Sequence

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.terms.capitals import is_capital, is_certain, is_in_capitals
from generator.evidence.text.tokens import Token


def is_gap(tokens: Sequence[Token], part: range, lexicon: Lexicon, named: Collection[int]) -> bool:
    """Only a name, small words and a verb that says nothing of what is measured stand here."""
    return all(
        at in named or _is_silent(tokens[at], lexicon) or _is_other_name(tokens, at, lexicon)
        for at in part
    )


def _is_silent(token: Token, lexicon: Lexicon) -> bool:
    small, words = token.lower, lexicon.quantities
    tables: Sequence[Collection[str]] = (
        words.reporting,
        words.articles,
        words.links,
        words.cuts,
        words.copulas,
        lexicon.owners.prepositions,
        lexicon.owners.pronouns,
        lexicon.owners.contrasts,
        lexicon.relative,
    )
    return token.kind == "mark" or any(small in table for table in tables)


def _is_other_name(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """A name for certain, or the noun before one: `des Mutterkonzerns Novatek`."""
    if not is_capital(tokens[at], lexicon):
        return False
    if lexicon.titles.capitalised or is_in_capitals(tokens[at]):
        return True
    near = tokens[at : at + 2]
    return any(is_capital(one, lexicon) and is_certain(one, lexicon) for one in near)
