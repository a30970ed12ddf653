"""A target or forecast that is let go, where its amount stands between the two parts of the verb.

In: a statement. Out: the words that let it go: `trekt zijn verwachting van 1,8 miljoen in`, `lässt
ihr Ziel von 300 Wohnungen fallen`. The particle ends the sentence or its clause.
"""

from generator.evidence.statements.cues import Cue, find_cues
from generator.evidence.statements.statement import Statement

_LAST = 8
"""How far behind the figure the particle may stand."""


def find_dropped(statement: Statement) -> Cue | None:
    """The beginning of such a verb with its object, where its particle stands behind the figure."""
    if not statement.held_of(("letting_go",)):
        return None
    article, figure = statement.article, statement.figure
    lexed, particles = article.lexed, article.lexicon.frames.letting_go
    first, last = statement.sentence.start, min(statement.sentence.stop, figure.stop + _LAST)
    for cue in find_cues(article, "letting_go", first, figure.start):
        if any(lexed.lower(at) in particles for at in range(figure.stop, last)):
            return cue
    return None
