"""The time that a clause with a colon behind it gives to the change that follows.

In: a statement and when its article came out. Out: the times of that clause, where the statement
compares with a year before: `The city shrank last year: in December it had 50 fewer inhabitants
than a year before`. Such a change is one of the year as well as of the month.
"""

from generator.evidence.statements.limits import is_compared
from generator.evidence.statements.named_time import Time
from generator.evidence.statements.statement import Statement
from generator.evidence.statements.times import find_times
from generator.model import Period


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
