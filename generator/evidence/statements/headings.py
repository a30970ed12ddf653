"""The time that other words than a date of its own statement give to a figure.

In: a statement and when its article came out. Out: the times of a clause with a colon behind it,
where the statement compares with a year before (`The city shrank last year: in December it had 50
fewer inhabitants than a year before`): such a change is one of the year as well as of the month.
And the year of a figure of a whole year that is compared with the one before: `Full-year revenue
was 412, down from 431 in 2023` is of 2024 in an article of 2025.
"""

from collections.abc import Sequence

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.quotes.locate import span_between
from generator.evidence.statements.cues import find_cues
from generator.evidence.statements.frames.openers import opens
from generator.evidence.statements.governed import has_done, has_verb
from generator.evidence.statements.limits import is_compared
from generator.evidence.statements.named_time import Time
from generator.evidence.statements.statement import Statement, split
from generator.evidence.statements.times import find_times
from generator.model import Period

_YEAR = len("2024")
FRONT = 8
"""A clause in front with more tokens than this is about more than the time."""
_TIME = 5
"""`Then still in April,` has no more tokens, and is no clause without a verb."""
_LONGEST = 12
"""Several such clauses have no more: `A year earlier, in June, …`."""
_MOST = 3
"""Segments of what went on at the time in front."""
_FEWEST = 2
"""Segments before a statement that a relative clause interrupts."""


def find_heading(statement: Statement, published: Period | None) -> list[Time]:
    """The times that stand in front of the colon, by words that tell their year."""
    article, start = statement.article, statement.sentence.start
    first = min(part.start for part in statement.own)
    if first <= start or article.lexed.tokens[first - 1].text != ":":
        return []
    own = (
        one
        for part in statement.own
        for one in find_times(article, published, part.start, part.stop)
    )
    if not any(is_compared(one, article) and _is_year_before(one, statement) for one in own):
        return []
    return [one for one in find_times(article, published, start, first) if one.is_told]


def _is_year_before(time: Time, statement: Statement) -> bool:
    article = statement.article
    at = article.tokens_in(*time.span)[0]
    found = article.lexicon.moments.table.at(article.lexed.tokens, at)
    return found is not None and found[0] == "before year"


def find_whole_year(statement: Statement, published: Period | None) -> Time | None:
    """The year before the article's, where words of a whole year and the one before it say so."""
    if published is None or published.end is None:
        return None
    article, sentence = statement.article, statement.sentence
    cue = next(find_cues(article, "whole_year", sentence.start, statement.figure.start), None)
    if cue is None:
        return None
    before = str(published.end.year - 2)
    times = find_times(article, published, statement.figure.stop, sentence.stop)
    dated = [one for one in times if len(one.edtfs) == 1 and len(one.edtfs[0]) == _YEAR]
    if [one.edtfs[0] for one in dated] != [before]:
        return None
    start, end = span_between(article, cue.first, cue.last)
    return Time(start, end, article.text[start:end], (str(published.end.year - 1),), is_told=True)


def find_beginning(statement: Statement) -> range | None:
    """The segment from which a relative clause parts the statement that goes on with it."""
    article, segments = statement.article, split(statement.article, statement.sentence)
    at = segments.index(min(statement.own, key=lambda part: part.start))
    begins = article.lexicon.openers | article.lexicon.relative
    is_new = at < _FEWEST or opens(article, segments[at], begins)
    if is_new or not opens(article, segments[at - 1], article.lexicon.relative):
        return None
    return segments[at - _FEWEST]


def find_front(statement: Statement) -> range | None:
    """A clause in front of the statement that is but a time, also with what went on then between.

    `In the previous year, when the gates were shut for most of June, 41,500 people came`: of the
    year, and not of June.
    """
    article, segments = statement.article, split(statement.article, statement.sentence)
    first = min(part.start for part in statement.own)
    at = next((number for number, one in enumerate(segments) if one.stop == first), None)
    if at is None:
        return None
    went_on = _going_on(segments, at, article)
    at = at if went_on is None else went_on - 1
    found = None
    for ahead in reversed(segments[: at + 1]):
        first = ahead.start
        if len(ahead) > FRONT or segments[at].stop - first > _LONGEST or has_verb(article, ahead):
            break
        found = range(first, segments[at].stop)
    return found


def find_went_on(statement: Statement) -> range:
    """What went on at the time in front, up to the statement; empty where nothing did."""
    front = find_front(statement)
    return range(front.stop, min(part.start for part in statement.own)) if front else range(0)


def _going_on(segments: Sequence[range], at: int, article: AnnotatedArticle) -> int | None:
    """The number of the segment, up to the one before the statement, that a `when` opens."""
    for number in range(at, max(0, at - _MOST), -1):
        part = segments[number]
        is_clause = len(part) > _TIME or has_verb(article, part)
        if is_clause and opens(article, part, _clause_words(article)):
            return number
    return None


def _clause_words(article: AnnotatedArticle) -> frozenset[str]:
    """Words that open a clause between the time in front and the statement: `when`, `before`."""
    lexicon = article.lexicon
    return (lexicon.moments.when | lexicon.openers) - lexicon.ranges.and_.firsts.keys()


def find_shared(statement: Statement) -> list[range]:
    """The clause before or behind that says when, and one that an `and` joins on."""
    article, segments = statement.article, split(statement.article, statement.sentence)
    first = min(part.start for part in statement.own)
    last = max(part.stop for part in statement.own)
    found, went_on = [], find_went_on(statement)
    for part in segments:
        is_front = part.stop == first and part.start not in went_on
        if is_front and (_opens_when(part.start, article) or _are_joined(part, first, statement)):
            found.append(part)
        elif part.start == last:
            is_joined = _is_joint(last, article) and has_done(article, part)
            opening = next((at for at in part if article.lexed.tokens[at].kind == "word"), last)
            if is_joined or _opens_when(opening, article):
                found.append(part)
    return found


def _are_joined(part: range, first: int, statement: Statement) -> bool:
    """`A fire broke out on Sunday and 60 people were led to safety`: both happened then."""
    article = statement.article
    own = next(one for one in statement.own if one.start == first)
    return _is_joint(first, article) and has_done(article, part) and has_done(article, own)


def _is_joint(at: int, article: AnnotatedArticle) -> bool:
    """An `and` without a mark before it."""
    tokens = article.lexed.tokens
    return article.lexicon.ranges.and_.at(tokens, at) is not None and tokens[at - 1].kind != "mark"


def _opens_when(at: int, article: AnnotatedArticle) -> bool:
    return article.lexed.lower(at) in article.lexicon.moments.when
