"""Whether a date is but the last of two ends, of which the first is not read.

`Between New Year and the end of October`: what is true of that stretch is not of October alone.
"""

from collections.abc import Iterable

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.statements.named_time import Time

_FARTHEST = 8
_ENDS = 4
"""Words between `and` and the date: `the end of`."""


def is_half_read(date: Time, told: Iterable[Time], article: AnnotatedArticle) -> bool:
    """A word such as `between` stands before it, with one such as `and`, and no time between."""
    lexed, ranges = article.lexed, article.lexicon.ranges
    at = article.tokens_in(*date.span)[0]
    start = max(article.parts.clause_of(at)[0], at - _FARTHEST)
    near = range(at - 1, max(start, at - _ENDS) - 1, -1)
    linking = set(ranges.and_.firsts) | set(ranges.through.firsts)
    link = next((one for one in near if lexed.lower(one) in linking), None)
    if link is None or any(lexed.tokens[one].kind == "number" for one in range(start, at)):
        return False
    opening = set(ranges.between.firsts) | set(ranges.from_.firsts)
    first = next(
        (one for one in range(link - 2, start - 1, -1) if lexed.lower(one) in opening), None
    )
    if first is None:
        return False
    low, high = lexed.tokens[first].start, lexed.tokens[link].end
    is_plain = all(lexed.tokens[one].kind == "word" for one in range(first, at))
    return (
        is_plain
        and not any(low <= one.start < high for one in told)
        and not any(one.mention.kind == "date" for one in article.within(low, high))
    )
