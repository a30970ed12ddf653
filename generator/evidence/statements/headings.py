"""The time that other words than a date of its own statement give to a figure.

In: a statement and when its article came out. Out: the times of a clause with a colon behind it,
where the statement compares with a year before (`The city shrank last year: in December it had 50
fewer inhabitants than a year before`): such a change is one of the year as well as of the month.
And the year of a figure of a whole year that is compared with the one before: `Full-year revenue
was 412, down from 431 in 2023` is of 2024 in an article of 2025.
"""

from generator.evidence.quotes.locate import span_between
from generator.evidence.statements.cues import find_cues
from generator.evidence.statements.limits import is_compared
from generator.evidence.statements.named_time import Time
from generator.evidence.statements.statement import Statement
from generator.evidence.statements.times import find_times
from generator.model import Period

_YEAR = len("2024")


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
