"""Whether a preposition that may be a hedge belongs to a verb, a noun or a word of growth instead.

In: a text and the token of the preposition. Out: yes or no: in `kümmert sich um die 40 Katzen` and
`opgeklommen tot 3,1 procent` nothing is bounded. Which verbs and nouns have it is the lexicon's.
"""

from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.directions import takes_particle
from generator.evidence.numbers.figures import LexedText
from generator.evidence.numbers.ranges import moves_before

CLAUSE_MARKS = frozenset('.,;:!?("')
"""What ends the stretch in which a verb has its preposition."""
_CLAUSE = 12
"""Words between a verb and its preposition."""
_FAR = 5


def is_governed(lexed: LexedText, at: int, phrase: str) -> bool:
    """The preposition of a verb further before: `verfügt die Klinik über 320 Betten`, `kam tot`."""
    governing = lexed.lexicon.verbs.hedge_verbs.get(phrase)
    is_other = lexed.lower(at - 1) in {*lexed.lexicon.owners.prepositions, lexed.lower(at)}
    if governing is None or is_other:
        return False
    for near in range(at - 1, max(-1, at - 1 - _CLAUSE), -1):
        if lexed.tokens[near].text in CLAUSE_MARKS:
            return False
        if lexed.lower(near) in governing:
            return True
    return False


def may_be_governed(lexed: LexedText, at: int, phrase: str) -> bool:
    """A verb with such a preposition ends the clause: `haben über 300 Einwände beraten`.

    It may be the preposition's, and the number may be its subject: a person has to look.
    """
    governing = lexed.lexicon.verbs.hedge_verbs.get(phrase)
    if governing is None or not lexed.lexicon.nouns.closed_compounds:
        return False
    tokens = lexed.tokens
    for near in range(at + 1, min(len(tokens), at + 1 + _CLAUSE)):
        if tokens[near].text in CLAUSE_MARKS:
            return lexed.lower(near - 1) in governing
    return False


def has_grown(lexed: LexedText, at: int) -> bool:
    """A word of growth stands right before the preposition: `opgelopen tot 3,1 procent`."""
    return at > 0 and fits_whole(lexed.lexicon.hedges.grown, lexed.lower(at - 1))


def is_of_noun(lexed: LexedText, at: int, phrase: str) -> bool:
    """The same of a noun, with whose it is between: `der Vertrag der Stadt über 12 Millionen`."""
    lexicon, tokens = lexed.lexicon, lexed.tokens
    heads = lexicon.verbs.hedge_particles.get(phrase, frozenset())
    if not heads or lexicon.titles.capitalised or not lexicon.nouns.closed_compounds:
        return False
    for near in range(at - 1, max(-1, at - 1 - _CLAUSE), -1):
        word = lexed.lower(near)
        if tokens[near].text[:1].isupper():
            if word.endswith(tuple(heads)):
                return True
        elif word not in lexicon.hedges.articles and word not in lexicon.owners.prepositions:
            return False
    return False


def is_particle(lexed: LexedText, at: int) -> bool:
    """It belongs to a verb of movement a few words before: `pushed the dollar up to $1.33`.

    Where a particle ends its clause, none stands before a number: `Karten gibt es ab 25 Euro`.
    """
    if lexed.lexicon.nouns.closed_compounds:
        return False
    for index in range(at - 1, max(-1, at - 1 - _FAR), -1):
        if lexed.tokens[index].text in CLAUSE_MARKS:
            return False
        if takes_particle(lexed.lower(index), lexed.lower(at), lexed.lexicon):
            return True
    return False


def moved_to(lexed: LexedText, at: int) -> bool:
    """Something moves before the preposition, a comma at most between: `steeg licht, tot 241`."""
    is_apart = lexed.lower(at - 1) == ","
    return moves_before(lexed, at - 1 if is_apart else at)
