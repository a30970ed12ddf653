"""What the day of publication says about the facts of an article, and whether the text has it.

In: an article with its dates, or a fact with the publication of its articles. Out: a flaw or a
finding, or None. It never says when an article came out: editors do.
"""

import functools
from collections.abc import Iterable, Sequence

from generator.evidence.aspects.period import candidates
from generator.evidence.findings import Flaw
from generator.evidence.messages import plain, write_edtf
from generator.model import Article, Fact, Finding, Mention, Period


def bears_out(article: Article, mentions: Iterable[Mention]) -> bool:
    """Whether a date that the text is said to state stands in it; an inferred one need not."""
    if article.date_basis != "stated":
        return True
    dates = (one.edtf for one in mentions if one.kind == "date" and one.edtf is not None)
    return any(_states(date, article.date_published) for date in dates)


@functools.lru_cache(maxsize=8192)
def _states(date: str, published: Period) -> bool:
    """Whether a date of the text is that of publication; asked again for every quotation."""
    return any(published.covers(one) for one in candidates(date, published))


def check_stated_date(article: Article, mentions: Sequence[Mention]) -> Finding | None:
    """A stated date of publication is one of the dates of the text."""
    if bears_out(article, mentions):
        return None
    dates = [plain(one.text) for one in mentions if one.kind == "date"]
    said = f"its dates are {', '.join(dates[:5])}" if dates else "it holds no date"
    return Finding(
        "period-mismatch",
        article.marks.at("date_published"),
        article.id,
        f"the text does not state {write_edtf(str(article.date_published))}; {said}",
        "correct date_published, or write date_basis: inferred and a reason",
    )


def check_future(fact: Fact, published: Sequence[Period | None]) -> Flaw | None:
    """What is reported as done did not begin after the article came out."""
    if fact.status != "reported" or fact.period is None or fact.period.start is None:
        return None
    known = [(one.end, one) for one in published if one is not None and one.end is not None]
    if not known or len(known) < len(published):
        return None
    end, latest = max(known, key=lambda pair: pair[0])
    if fact.period.start <= end:
        return None
    name = write_edtf(str(fact.period))
    return Flaw(
        "period-mismatch",
        "period",
        f"{name} lies after the article of {write_edtf(str(latest))}",
        "correct the period, or write a status (planned, target, forecast)",
    )
