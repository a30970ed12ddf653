"""Direct speech and charges: whose word a figure is although no verb of saying is known.

In: a statement. Out: whether it stands in somebody's direct speech, who speaks there, what words
bring a charge or give somebody's verdict. Marks of quotation around a few words are no speech.
"""

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.statements.cues import Cue, find_cues
from generator.evidence.statements.frames.openers import has_figure
from generator.evidence.statements.governed import has_verb
from generator.evidence.statements.statement import Statement, split

_MARK = '"'
_FEWEST = 5
"""With fewer words between marks of quotation it is a name or a phrase."""
_LONGEST = 9
"""How many words may stand before a colon that name whose verdict follows."""


def find_speech(statement: Statement) -> range | None:
    """The tokens between the marks of quotation around the figure, where it is direct speech."""
    article, every = statement.article, _marks(statement.article)
    if not every or every[-1] < statement.figure.stop:
        return None
    tokens = article.lexed.tokens
    first, last = _paragraph(statement)
    marks = [at for at in every if first <= at < last]
    before = [at for at in marks if at < statement.figure.start]
    behind = [at for at in marks if at >= statement.figure.stop]
    if len(before) % 2 == 0 or not behind:
        return None
    speech = range(before[-1] + 1, behind[0])
    words = sum(tokens[at].kind != "mark" for at in speech)
    return speech if words >= _FEWEST and has_verb(article, speech) else None


def _marks(article: AnnotatedArticle) -> tuple[int, ...]:
    """The tokens of the text that are marks of quotation; most texts have few."""
    tokens = article.lexed.tokens
    return article.once(
        (_marks,), lambda: tuple(at for at, one in enumerate(tokens) if one.text == _MARK)
    )


def is_insiders(statement: Statement, speech: range) -> bool:
    """Behind the speech stands one who speaks for what it is about, and nobody else."""
    article = statement.article
    last = article.parts.sentence_of(min(speech.stop, len(article.lexed.tokens) - 1))[1]
    insider = next(find_cues(article, "insider", speech.stop, last), None)
    outsider = next(find_cues(article, "outsider", speech.stop, last), None)
    return insider is not None and outsider is None


def find_charge(statement: Statement) -> Cue | None:
    """Words right before the figure's clause by which it is what somebody is accused of."""
    article = statement.article
    if not statement.held_of(("accusing",)):
        return None
    for part in (*statement.own, *statement.governing):
        for cue in find_cues(article, "accusing", part.start, part.stop):
            if cue.first < statement.figure.start < cue.last:
                return cue  # `verdenkt hem ervan 30.000 euro te hebben gestolen`
            between = range(cue.last, statement.figure.start)
            if cue.last <= statement.figure.start and not has_figure(article, between):
                return cue
    return None


def find_verdict(statement: Statement) -> Cue | None:
    """What somebody found, before a colon: `The verdict of the inspectors: 12 rooms are dirty`."""
    article, sentence = statement.article, statement.sentence
    if not statement.held_of(("verdict",)):
        return None
    tokens = article.lexed.tokens
    for part in split(article, sentence):
        if part.start >= statement.figure.start or tokens[part.stop - 1].text != ":":
            continue
        if len(part) > _LONGEST or has_figure(article, part):
            continue
        found = next(find_cues(article, "verdict", part.start, part.stop), None)
        if found and any(True for _ in find_cues(article, "outsider", part.start, part.stop)):
            return found
    return None


def _paragraph(statement: Statement) -> tuple[int, int]:
    """The tokens of the lines around the figure's sentence."""
    article, sentence = statement.article, statement.sentence
    text, starts = article.text, article.token_starts
    end = starts[sentence.stop - 1]
    first, last = text.rfind("\n", 0, starts[sentence.start]) + 1, text.find("\n", end)
    return article.tokens_in(first, last if last >= 0 else len(text))
