"""Whether the weekday that a quotation names is that of the fact's day.

In: a period, the times of the quotations. Out: what is wrong, or None. Of several weekdays, one may
be another's.
"""

from collections.abc import Sequence

from generator.evidence.findings import plain
from generator.evidence.lexicon.lexicon import load_lexicon
from generator.evidence.quotes.quotations import Quoted
from generator.evidence.statements.named_time import Time
from generator.evidence.statements.weeks import weekday_in
from generator.model import Period


def explain_weekday(period: Period, times: Sequence[tuple[Quoted, Time]]) -> str | None:
    """The quotation's only weekday is that of the fact's day."""
    if period.precision != "day" or period.start is None:
        return None
    if any(one.relation(period) == "states" and not one.is_weekday for _, one in times):
        return None  # `decided on Monday to raise it from 1 January`
    named = {
        quoted.article.lexicon.weekdays[day]: time.words
        for quoted, time in times
        if time.is_weekday and (day := weekday_in(time.words.lower(), quoted.article.lexicon))
    }
    if len(named) != 1 or period.start.weekday() in named:
        return None
    [words] = named.values()
    english = {number: name for name, number in load_lexicon("en").weekdays.items()}
    own = english[period.start.weekday()].capitalize()
    return f"the quotation says {plain(words)}; {period.start} is a {own}"
