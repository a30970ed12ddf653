"""A time in front of a clause that no date tells: `at the height of the boom`, `two matches ago`.

In: a statement, when its article came out, and which words the fact itself has. Out: the words of
the time, or None. A place, a feature of the fact, and what still is (`under the present mayor`) say
nothing of when; what nobody knows does where the verb tells of the past.
"""

from collections.abc import Callable

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.quotes.locate import words_between
from generator.evidence.statements.cues import Cue, find_cues
from generator.evidence.statements.frames.frame import (
    Frame,
    find_behind,
    find_frames,
    find_in_front,
)
from generator.evidence.statements.statement import Statement, split
from generator.evidence.statements.times import find_times
from generator.model import Period

_SHORT = 3
"""Characters of the numbers that count matches or winters."""

Known = Callable[[int, int], bool]
"""Whether the words between two tokens name what the fact is about or measures."""


def find_undated(statement: Statement, published: Period | None, known: Known) -> str | None:
    """The words of a time that leaves open when it was, where nothing else dates the figure."""
    article = statement.article
    frames = [*find_frames(statement), *(one for one, _ in find_behind(statement, "era"))]
    frame = next((one for one in frames if _is_time(one, statement, known)), None)
    words = frame.whole if frame else _find_ago(statement) or _find_clause(statement)
    if words is None or _is_dated(statement, published):
        return None
    return words_between(article, words.start, words.stop)


def _find_clause(statement: Statement) -> range | None:
    """A clause that says when it was so: `when the bridge opened, the town had …`."""
    article, sentence = statement.article, statement.sentence
    lexed, past = article.lexed, article.lexicon.frames.past
    if lexed.lower(sentence.start) not in article.lexicon.frames.when:
        return None
    first = split(article, sentence)[0]
    is_past = any(lexed.lower(at) in past for part in statement.own for at in part)
    return first if is_past and statement.figure.start >= first.stop else None


def find_era(statement: Statement) -> str | None:
    """The noun of such a time in front: what it is, a reason says."""
    found = [*find_in_front(statement, "era"), *find_behind(statement, "era")]
    return next((cue.words for _, cue in found), None)


def _is_time(frame: Frame, statement: Statement, known: Known) -> bool:
    article, head = statement.article, frame.head
    words = article.lexicon.frames
    lower = [article.lexed.lower(at) for at in head]
    if not head or frame.preposition in words.others or not frame.preposition:
        return False
    if not words.present.isdisjoint(article.lexed.lower(at) for at in frame.whole):
        return False
    if not article.lexicon.rates.stretches.keys().isdisjoint(lower):
        return False  # how long it took: `in half a year's time`
    is_past = any(article.lexed.lower(at) in words.past for part in statement.own for at in part)
    is_after = frame.preposition in words.after
    names = ["feast"] if is_past or (not is_after and statement.is_done()) else []
    is_era = is_past or (frame.has_article and not is_after)
    names += ["era"] if is_era else []
    names += ["once"] if _is_possessed(frame, article) and not is_after else []
    eras = [one for name in names for one in find_cues(article, name, head.start, head.stop)]
    if any(not known(one.first, one.last) and _is_bound(one, frame, article) for one in eras):
        return True
    if not words.earlier.isdisjoint(lower):  # `under the previous mayor`
        rounds = find_cues(article, "round", head.start, head.stop)
        if frame.preposition in words.among or any(True for _ in rounds):
            return True
    is_unread = is_past and frame.preposition in words.spans and not is_text(frame, article)
    return is_unread and not _is_place(frame, article) and not known(head.start, head.stop)


def _is_bound(cue: Cue, frame: Frame, article: AnnotatedArticle) -> bool:
    """It is no mere adverb such as `op tijd`: an article, a name or a link goes with it."""
    owners, behind = article.lexicon.owners, article.lexed.lower(cue.last)
    is_link = behind in owners.possessives or behind in owners.genitive_articles
    before = article.lexed.tokens[cue.first - 1]
    is_named = cue.first > frame.head.start and before.text[:1].isupper()
    return frame.has_article or is_link or is_named or cue.name == "feast"


def _is_possessed(frame: Frame, article: AnnotatedArticle) -> bool:
    belonging = article.lexicon.owners.belonging
    return any(article.lexed.lower(at) in belonging for at in range(frame.first, frame.head.start))


def is_text(frame: Frame, article: AnnotatedArticle) -> bool:
    """It is where something is written or drawn, which says no time."""
    head = frame.head
    return any(
        True
        for name in ("bearer", "draft")
        for _ in find_cues(article, name, head.start, head.stop)
    )


def _is_place(frame: Frame, article: AnnotatedArticle) -> bool:
    """A name behind the preposition, at once or behind another noun: `in the hall of Rehna`."""
    tokens, lexicon, head = article.lexed.tokens, article.lexicon, frame.head
    if frame.preposition in lexicon.frames.among | lexicon.frames.after:
        return False
    names = lexicon.titles.capitalised
    if tokens[head.start].text[:1].isupper() and (names or not frame.has_article):
        return True
    if head.stop + 1 >= len(tokens) or article.lexed.lower(head.stop) not in (
        lexicon.owners.possessives | lexicon.owners.places
    ):
        return not names and any(tokens[at].text == "-" for at in head)
    return tokens[head.stop + 1].text[:1].isupper()


def _find_ago(statement: Statement) -> range | None:
    """So many of what is no unit of time, counted back: `two matches ago`."""
    article, figure = statement.article, statement.figure
    moments = article.lexicon.moments
    if not statement.held_of(("round",)):
        return None
    for part in statement.own:
        for cue in find_cues(article, "round", part.start, part.stop):
            first, last = cue.first - 1, cue.last
            if first < part.start or first in figure or not _is_few(article, first):
                continue
            if article.lexed.lower(last) in moments.ago_now:
                return range(first, last + 1)
            if article.lexed.lower(first - 1) in moments.ago_before:
                return range(first - 1, last)
    return None


def _is_few(article: AnnotatedArticle, at: int) -> bool:
    token, numerals = article.lexed.tokens[at], article.lexicon.numerals
    is_digits = token.kind == "number" and len(token.text) < _SHORT
    return is_digits or token.lower in numerals.values or token.lower in numerals.one


def _is_dated(statement: Statement, published: Period | None) -> bool:
    """A time of its clauses says when it was, or that it is so now."""
    first = split(statement.article, statement.sentence)[0]
    return any(
        bool(one.edtfs) and not one.is_before
        for part in {*statement.own, first}
        for one in find_times(statement.article, published, part.start, part.stop)
    )
