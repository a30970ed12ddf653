"""A text or a count that speaks for somebody: `on the banner`, `by the fishermen's count`.

In: a statement. Out: the cue of the text, in front of a clause or as its subject, and whether it is
one of whom the fact is about (`on its website`). And whether the figure is what a source rests on.
"""

from dataclasses import dataclass

from generator.evidence.statements.cues import Cue, find_cues, is_word_of
from generator.evidence.statements.frames.drafts import tells
from generator.evidence.statements.frames.frame import Frame, find_in_front
from generator.evidence.statements.statement import Statement, split

_SOURCE = 7
"""Words from who says it to what the source rests on."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A text, and whose it is."""

    cue: Cue
    is_own: bool
    """A possessive stands before it."""


def find_bearer(statement: Statement) -> Bearer | None:
    """The text that says what the statement says; a subject does only where its verb tells."""
    article = statement.article
    for frame, cue in find_in_front(statement, "bearer"):
        if _speaks(frame, statement):
            belonging = article.lexicon.owners.belonging
            before = (article.lexed.lower(at) for at in range(frame.first, cue.first))
            return Bearer(cue, any(one in belonging for one in before))
    return _find_behind(statement)


def _find_behind(statement: Statement) -> Bearer | None:
    """A clause behind that says no more than where it is written: `…, a banner claimed`."""
    article = statement.article
    for part in statement.tail:
        for cue in find_cues(article, "bearer", part.start, part.stop):
            if any(True for _ in find_cues(article, "telling", part.start, part.stop)):
                before = article.lexed.lower(cue.first - 1)
                return Bearer(cue, before in article.lexicon.owners.belonging)
    return None


def _speaks(frame: Frame, statement: Statement) -> bool:
    """The verb tells what the text says, or a mark parts the text from what it says."""
    article = statement.article
    if frame.preposition and frame.preposition not in article.lexicon.frames.texts:
        return False
    here = next(one for one in split(article, statement.sentence) if frame.first in one)
    is_parted = here.stop <= statement.figure.start
    return tells(frame, statement) or (bool(frame.preposition) and is_parted)


def is_of_source(statement: Statement) -> bool:
    """It counts what the source rests on: `according to a study of 7,300 families`."""
    article, figure = statement.article, statement.figure
    lexed, lexicon = article.lexed, article.lexicon
    if lexed.lower(figure.start - 1) not in lexicon.frames.basis:
        return False
    first = max(statement.sentence.start, figure.start - _SOURCE)
    return any(
        is_word_of(lexicon.speakers.sources_behind, cue.words)
        and all(lexed.tokens[at].kind == "word" for at in range(cue.last, figure.start))
        for cue in find_cues(article, "attributed", first, figure.start)
    )
