"""The phrase with which a clause begins: a preposition with its noun, or the subject.

In: a statement. Out: `Frame`s of the clauses up to its figure. The words of a frame end where its
first noun does: at the next article, preposition, verb, number, mark or name.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.statements.cues import Cue, find_cues
from generator.evidence.statements.statement import Statement, split
from generator.evidence.text.tokens import Token

_LONGEST = 5
"""Words of one noun with what describes it."""
_BACK = 4
"""Words from a noun back to its preposition."""
_APOSTROPHES = frozenset("'’-")


@dataclass(frozen=True, slots=True)
class Frame:
    """Words in front of a clause."""

    first: int
    head: range
    """The noun with its adjectives, without preposition and article."""
    preposition: str
    """In small letters; empty where the phrase is the subject."""
    has_article: bool

    @property
    def whole(self) -> range:
        """The preposition, the article and the noun."""
        return range(self.first, self.head.stop)


def find_frames(statement: Statement) -> tuple[Frame, ...]:
    """What its sentence and its own clauses begin with, before the figure."""
    article, figure = statement.article, statement.figure
    key = (find_frames, figure.start, statement.sentence.start)
    return article.once(key, lambda: tuple(_frames(statement)))


def find_in_front(statement: Statement, name: str) -> Iterator[tuple[Frame, Cue]]:
    """The cues of a name in the frames of a statement."""
    if not statement.held_of((name,)):
        return
    for frame in find_frames(statement):
        for cue in find_cues(statement.article, name, frame.head.start, frame.head.stop):
            yield frame, cue


def find_behind(statement: Statement, name: str) -> Iterator[tuple[Frame, Cue]]:
    """The cues of a name behind a preposition elsewhere in the clauses of the statement."""
    article = statement.article
    for cue in statement.cues(name):
        low = max(statement.sentence.start + 1, cue.first - _BACK)
        for at in range(cue.first - 1, low - 1, -1):
            if article.lexed.tokens[at].kind != "word":
                break
            if article.lexed.lower(at) in article.lexicon.frames.prepositions:
                frame = _frame_at(article, at, cue.last)
                if frame is not None and cue.first in frame.head:
                    yield frame, cue
                break


def _frames(statement: Statement) -> Iterator[Frame]:
    parts = (statement.sentence, *statement.governing, *statement.own, *_put_in(statement))
    for start in dict.fromkeys(part.start for part in parts):
        if start < statement.figure.start:
            frame = _frame_at(statement.article, start, statement.figure.start)
            if frame is not None:
                yield frame


def _put_in(statement: Statement) -> Iterator[range]:
    """Phrases between two commas before the figure: `Dunmore, at its height, had …`."""
    tokens, prepositions = statement.article.lexed.tokens, statement.article.lexicon.frames.times
    for part in split(statement.article, statement.sentence):
        is_between = statement.sentence.start < part.start < part.stop <= statement.figure.start
        is_short = len(part) <= 2 * _LONGEST
        if is_between and is_short and tokens[part.start].lower in prepositions:
            yield part


def _frame_at(article: AnnotatedArticle, start: int, last: int) -> Frame | None:
    tokens, lexicon = article.lexed.tokens, article.lexicon
    first = next((at for at in range(start, last) if tokens[at].kind == "word"), last)
    is_opener = first < last and tokens[first].lower in lexicon.ranges.and_.firsts
    first += is_opener
    if first >= last or tokens[first].kind != "word":
        return None
    is_led = tokens[first].lower in lexicon.frames.prepositions
    begin = at = first + is_led
    while at < last and _is_article(tokens[at], article):
        at += 1
    return Frame(
        first,
        range(at, _end_of_noun(article, at, last)),
        tokens[first].lower if is_led else "",
        has_article=at > begin or (is_led and tokens[first].lower in lexicon.frames.joined),
    )


def _end_of_noun(article: AnnotatedArticle, start: int, last: int) -> int:
    """Where the noun ends that begins here."""
    tokens, lexicon = article.lexed.tokens, article.lexicon
    end = min(last, start + 2 * _LONGEST)
    for at in range(start, end):
        token, before = tokens[at], tokens[at - 1]
        if token.text in _APOSTROPHES:
            continue
        is_end = token.kind != "word" or token.lower in lexicon.frames.prepositions
        is_end = is_end or _is_article(token, article)
        if at > start and before.text not in _APOSTROPHES:
            is_new = token.text[:1].isupper() != before.text[:1].isupper()
            is_end = is_end or (is_new and token.text[:1].isupper() == lexicon.titles.capitalised)
        if is_end:
            return at
    return end


def _is_article(token: Token, article: AnnotatedArticle) -> bool:
    lexicon = article.lexicon
    words = lexicon.quantities.articles | lexicon.hedges.articles
    return token.lower in words or token.lower in lexicon.owners.belonging
