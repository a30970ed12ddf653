"""Whether the words of the article that a reason quotes for a period are of that period.

In: a fact with a reason for its period, its quotations. Out: what is wrong, or None. Words that the
article does not have, or that are no time, say nothing.
"""

import re
from collections.abc import Iterator, Sequence

from generator.evidence.findings import show, write_edtf
from generator.evidence.quotes.quotations import Quoted
from generator.evidence.statements.named_time import Time
from generator.evidence.statements.times import find_times
from generator.model import Fact, Period

_QUOTED = re.compile('[“„"«‘]([^”“„"»«’]+)[”“"»’]')


def explain_reason(fact: Fact, period: Period, found: Sequence[Quoted]) -> str | None:
    """The reason names a time of the article that is another than the period."""
    said = dict.fromkeys(
        words.casefold()
        for text in fact.inferred.get("period", {}).values()
        for words in _QUOTED.findall(text)
    )
    if not said:
        return None
    times = [time for quoted in found for time in _times(quoted)]
    for words in said:
        named = [time for time in times if time.words.casefold() == words]
        if named and all(time.relation(period) == "contradicts" for time in named):
            return (
                f"the reason names {show(named[0].words)}, which is not {write_edtf(str(period))}"
            )
    return None


def _times(quoted: Quoted) -> Iterator[Time]:
    """All times of the article."""
    article = quoted.article
    yield from find_times(article, quoted.published, 0, len(article.lexed.tokens))
