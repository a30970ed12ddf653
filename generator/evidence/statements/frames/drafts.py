"""What a draft, a permit or an application says is no report: `the draft budget gives 5 million`.

In: a statement. Out: the cue of the draft, in front of a clause or as its subject, or of the verb
right before the figure by which it is asked for or allowed.
"""

from generator.evidence.statements.cues import Cue, find_cues
from generator.evidence.statements.frames.frame import Frame, find_behind, find_in_front
from generator.evidence.statements.statement import Statement

_NEAR = 2
"""Words between what asks and how much it asks for: `applied for another 60`."""


def find_draft(statement: Statement) -> Cue | None:
    """The words that make the figure one of a draft; a subject does only where it tells of it."""
    for frame, cue in find_in_front(statement, "draft"):
        texts = statement.article.lexicon.frames.texts
        if frame.preposition in texts or (not frame.preposition and tells(frame, statement)):
            return Cue("draft", cue.words, cue.first, cue.last)
    for frame, cue in find_behind(statement, "draft"):
        if frame.preposition in statement.article.lexicon.frames.texts and frame.has_article:
            return Cue("draft", cue.words, cue.first, cue.last)
    return _find_asking(statement)


def tells(frame: Frame, statement: Statement) -> bool:
    """The verb of the frame's own clause says what a text or drawing has in it."""
    article, last = statement.article, statement.figure.start
    return any(True for _ in find_cues(article, "telling", frame.head.start, last))


def _find_asking(statement: Statement) -> Cue | None:
    if not statement.held_of(("asking",)):
        return None
    figure = statement.figure
    for cue in statement.cues("asking"):
        is_around = cue.first < figure.start < cue.last
        if is_around or 0 <= figure.start - cue.last <= _NEAR:
            return Cue("draft", cue.words, cue.first, min(cue.last, figure.start))
    return None
