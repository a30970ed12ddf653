"""The time of something else, after which it is so: `after the fire of 2016 the school has 640`.

In: a time and a statement. Out: whether a phrase in the clause makes it that of what went before.
Where the clause tells of the past, it may have been so at once, and the time stays its own.
"""

from generator.evidence.statements.cues import find_cues
from generator.evidence.statements.named_time import Time
from generator.evidence.statements.statement import Statement
from generator.model import SPEAKERS

_NOUN = 3
"""Words from `after` to the preposition before the time: `the great fire`."""


def is_of_aftermath(time: Time, statement: Statement) -> bool:
    """Behind `after` and a noun stands the time, and the figure's own clause is of the present."""
    article = statement.article
    lexed, lexicon = article.lexed, article.lexicon
    at = article.tokens_in(*time.span)[0] - 1
    links = lexicon.owners.prepositions | lexicon.owners.possessives | lexicon.verbs.of
    at -= lexed.lower(at) in links
    for near in range(at, max(at - _NOUN - 1, statement.sentence.start - 1), -1):
        if lexed.tokens[near].kind != "word":
            return False
        if lexed.lower(near) in lexicon.frames.after:
            return near < at and not _is_told(near, at, statement) and not _is_past(statement)
    return False


def _is_told(first: int, last: int, statement: Statement) -> bool:
    """It names a source (`nach eigenen Angaben`), or the verb stands between."""
    sentence = statement.sentence
    names = statement.held_of(("settled", *SPEAKERS))
    cues = (
        cue
        for name in names
        for cue in find_cues(statement.article, name, sentence.start, sentence.stop)
    )
    return any(cue.first <= last and first < cue.last for cue in cues)


def _is_past(statement: Statement) -> bool:
    article, part = statement.article, statement.own[0]
    past = article.lexicon.frames.past
    if any(article.lexed.lower(at) in past for at in part):
        return True
    return any(True for _ in find_cues(article, "done", part.start, part.stop))
