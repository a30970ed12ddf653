"""Whether a figure with which a change begins is given for the time of its end.

In: a rule context. Out: a finding for `88` of `fell from 88 to 61 million in the second quarter`
where the fact says that it was so in that quarter, and for `54` of a rise that is planned.
"""

from collections.abc import Iterator

from generator.evidence.aspects.context import RuleContext
from generator.evidence.findings import finding_on, show
from generator.evidence.quotes.locate import span_between
from generator.evidence.statements.outlook import PLAIN, meant
from generator.evidence.statements.times import find_times
from generator.model import TIME_UNITS, Finding


def check_start(context: RuleContext) -> Iterator[Finding]:
    """What a change begins with is so already, or no more: the 54 of `from 54 to 58 euros`."""
    if not context.annotation.is_start or context.is_change:
        return
    status = context.fact.status
    # Of other units the period knows it; of a time nothing is compared there.
    is_time = context.annotation.mention.unit in TIME_UNITS
    is_now = is_time and context.fact.period is None and status == "reported"
    if is_now or status == "planned":
        message = f"{context.words} is where the change begins; the fact says {status}"
        hint = "give the amount that is to be reached, or correct status and period"
        yield finding_on("period-mismatch", "value", message, hint)
    elif words := _time_of_end(context):
        message = f"{context.words} is where the change begins; it ends with {show(words)}"
        yield finding_on("period-mismatch", "value", message, "give the amount that was reached")


def _time_of_end(context: RuleContext) -> str | None:
    """The time that the clause tells, where it is the fact's and not right behind the figure."""
    article, period = context.article, context.fact.period
    if period is None or context.fact.status != "reported":
        return None
    first, last = article.parts.clause_of(context.token)
    after = context.statement.figure.stop
    behind = article.within(*span_between(article, after, last)) if after < last else []
    end = next((one.core[0] for one in behind if one.figure), None)
    start = context.annotation.core[0]
    for time in find_times(article, context.published, first, last):
        is_own = start < time.span[0] and (end is None or time.span[0] < end)
        if not is_own and meant(time, context.published, PLAIN).relation(period) == "states":
            return time.words
    return None
