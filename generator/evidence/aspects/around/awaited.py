"""Whether a figure is reported that is to be so only by a time after its article.

In: a fact, the figure that proves it. Out: a finding on its status, or None. A period that begins
after the article is told elsewhere.
"""

from generator.evidence.findings import finding_on, show
from generator.evidence.statements.limits import find_limit
from generator.evidence.statements.own_time import Figured
from generator.model import Fact, Finding, Period


def find_awaited(fact: Fact, figured: Figured) -> Finding | None:
    """What must fall by 2030 is not so yet."""
    start, published = fact.period.start if fact.period else None, figured.published
    if start and published and published.end and start > published.end:
        return None
    if fact.status != "reported" or "status" in fact.inferred or not (by := due_of(figured)):
        return None
    message = f"the text says {show(by)}, which is after the article; the fact says that it is so"
    hint = "write status: planned or target, and the period by whose end it is to be"
    return finding_on("status-unclear", "status", message, hint)


def due_of(figured: Figured) -> str | None:
    """The words by which a figure is to be so by a time after its article."""
    own, published = figured.own, figured.published
    if own is None or published is None or published.end is None:
        return None
    by = find_limit(own, figured.article, "due")
    if not by and figured.statement.cues("obliged"):
        by = find_limit(own, figured.article, "deadline")  # `bis` may be until
    ends = [Period.parse(one).end for one in own.edtfs if "X" not in one]
    is_ahead = bool(ends) and all(end and end > published.end for end in ends)
    return f"{by} {own.words}" if by and is_ahead else None
