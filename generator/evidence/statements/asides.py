"""A clause put in or behind a statement that says no more than who reckons it.

In: a statement. Out: the verbs of such clauses: `…, the IMF forecasts, …`, `…, schätzt der Nabu`.
The verb opens the clause before its subject, or where no subject can follow, it ends it.
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.evidence.statements.cues import Cue, find_cues
from generator.evidence.statements.statement import Statement, has_figure, opens, split

_LONGEST = 7
"""How many words may say who reckons it."""


def find_asides(statement: Statement) -> Iterator[Cue]:
    """The verbs of the clauses within the statement, right before it and right behind it."""
    article, lexicon = statement.article, statement.article.lexicon
    segments = split(article, statement.sentence)
    first = min(part.start for part in statement.own)
    last = max(part.stop for part in statement.own)
    begins = lexicon.openers | lexicon.relative | lexicon.complementizers
    for before, part in pairwise(segments):
        is_here = first <= part.start <= last or part.stop == first
        is_told = before != segments[0] and opens(article, before, lexicon.relative)
        if not is_here or is_told:
            continue
        if part.stop == first and opens(article, statement.own[0], begins):
            continue
        if not opens(article, part, begins) and not has_figure(article, part):
            yield from _verbs(part, statement)


def _verbs(part: range, statement: Statement) -> Iterator[Cue]:
    """The verb of a clause that has but a subject besides."""
    article, tokens = statement.article, statement.article.lexed.tokens
    words = [at for at in part if tokens[at].kind == "word"]
    if not 1 < len(words) <= _LONGEST:
        return
    is_inverted = article.lexicon.speakers.inverted
    for cue in find_cues(article, "reckons", part.start, part.stop):
        if cue.last - cue.first != 1:
            continue
        if is_inverted and cue.first == words[0] and _is_all_subject(words[1:], statement):
            yield cue
        if is_inverted or cue.first != words[-1]:
            continue
        if _is_subject(words[0], statement) and not _is_noun(words, statement):
            yield cue


def _is_all_subject(words: list[int], statement: Statement) -> bool:
    """No preposition is in it, by which a main clause may go on: `erwartet Kassel zur Messe`."""
    tokens, lexicon = statement.article.lexed.tokens, statement.article.lexicon
    goes_on = any(tokens[at].lower in lexicon.owners.prepositions for at in words)
    return _is_subject(words[0], statement) and not goes_on


def _is_subject(at: int, statement: Statement) -> bool:
    """A name or an article begins what may be a subject."""
    token = statement.article.lexed.tokens[at]
    return token.text[:1].isupper() or token.lower in statement.article.lexicon.quantities.articles


def _is_noun(words: list[int], statement: Statement) -> bool:
    """An English `forecasts` behind an article or in a phrase: `beside a city of many projects`."""
    tokens, lexicon = statement.article.lexed.tokens, statement.article.lexicon
    prepositions, before = lexicon.owners.prepositions, tokens[words[-2]]
    if before.lower in lexicon.quantities.articles | prepositions | lexicon.nouns.stops:
        return True
    is_phrase = any(tokens[at].lower in prepositions for at in words)
    return is_phrase and not before.text[:1].isupper()
