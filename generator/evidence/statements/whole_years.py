"""The year that a comparison with the year before gives to a figure of a whole year.

In: a statement, when its article came out. Out: the time of the figure: `Full-year revenue was 412,
down from 431 in 2023` is of 2024 in an article of 2025. It reads no year without such a comparison.
"""

from generator.evidence.quotes.locate import span_between
from generator.evidence.statements.named_time import Time
from generator.evidence.statements.statement import Statement, find_cues
from generator.evidence.statements.times import find_times
from generator.model import Period

_YEAR = len("2024")


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
