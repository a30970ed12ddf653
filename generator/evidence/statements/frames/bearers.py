"""A text or a count that speaks for somebody: `on the banner`, `by the fishermen's count`.

In: a statement. Out: the cue of the text, in front of a clause or as its subject, and whether it is
one of whom the fact is about (`on its website`).
"""

from dataclasses import dataclass

from generator.evidence.statements.cues import Cue
from generator.evidence.statements.frames.drafts import tells
from generator.evidence.statements.frames.frame import find_in_front
from generator.evidence.statements.statement import Statement


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
        if frame.preposition or tells(frame, statement):
            belonging = article.lexicon.owners.belonging
            before = (article.lexed.lower(at) for at in range(frame.first, cue.first))
            return Bearer(cue, any(one in belonging for one in before))
    return None
