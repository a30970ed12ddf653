"""A weekday that is counted within a month, or stands beside a date: no day of the article's week.

In: the times of a stretch of text, in order. Out: the same; `the second Sunday of July` as that
day, `a Sunday in July` as the month, `Friday 12 June` as the date, and `the first Monday of the
season` as a day that the text does not date.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.dates.moments import nth_weekday, without_year
from generator.evidence.statements.named_time import Time
from generator.evidence.statements.weeks import weekday_in
from generator.model import Period

_NO_YEAR = "XXXX"
_MONTH = re.compile(r"(?:\d{4}|XXXX)-(?:0[1-9]|1[0-2])")
_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:0[1-9]|1[0-2])-\d\d")
_LINK = re.compile(r"\s(?:[^\W\d]+\s){1,3}")
_BESIDE = re.compile(r",?\s(?:[^\W\d]+\s)?")
_DIGITS = re.compile(r"([1-5])(?:\.|[a-z]{1,2})")
_LAST = -1


def days_of_months(
    times: Sequence[Time], article: AnnotatedArticle, published: Period | None
) -> list[Time]:
    """Weekdays that a month or a date beside them makes other days than the article's week has."""
    found = list(times)
    for day, month in pairwise([*times, None]):
        if day is None or not day.is_weekday:
            continue
        rank = _rank(day, article)
        between = article.text[day.end : month.start] if month else ""
        edtf = month.edtfs[0] if month and len(month.edtfs) == 1 else ""
        if month and _DAY.fullmatch(edtf) and _BESIDE.fullmatch(between):
            found.remove(day)
        elif month and _MONTH.fullmatch(edtf) and _LINK.fullmatch(between):
            found.remove(day)
            if rank is not None:
                found[found.index(month)] = _joined(day, month, rank, article, published)
        elif rank is not None and (rank != _LAST or _is_of(article, day)):
            found[found.index(day)] = replace(day, edtfs=(), is_loose=True)
    return found


def _rank(day: Time, article: AnnotatedArticle) -> int | None:
    """Which of the month's it is: 1 for the first, -1 for the last; None where nothing counts."""
    dates, word = (
        article.lexicon.dates,
        article.text[_start(day, article) : day.start].strip().lower(),
    )
    if word in dates.counted_last:
        return _LAST
    if digits := _DIGITS.fullmatch(word):
        return int(digits[1])
    return next((at for at, forms in enumerate(dates.ordinals, 1) if word in forms), None)


def _start(day: Time, article: AnnotatedArticle) -> int:
    """Where the word before it begins: the `second`, the `2.`."""
    at = article.tokens_in(*day.span)[0] - 1
    is_dot = at > 0 and article.lexed.tokens[at].text == "."
    return article.token_starts[max(at - is_dot, 0)]


def _is_of(article: AnnotatedArticle, day: Time) -> bool:
    """A word such as `of` goes on from it."""
    after = article.lexed.lower(article.tokens_in(*day.span)[1])
    return after in {*article.lexicon.dates.of, *article.lexicon.owners.genitive_articles}


def _joined(
    day: Time, month: Time, rank: int, article: AnnotatedArticle, published: Period | None
) -> Time:
    """The day of the month; of a month without a year, the last such day and the next."""
    [edtf] = month.edtfs
    months = [edtf]
    if _NO_YEAR in edtf:
        months = [
            one
            for ahead in (False, True)
            for one in without_year(edtf, published, is_ahead=ahead, is_awaited=False)
        ]
        if month.after and not any(one[:4] == month.after[:4] for one in months):
            months = []
    name = weekday_in(day.words.lower(), article.lexicon) or ""
    days = (nth_weekday(one, article.lexicon.weekdays[name], rank) for one in months)
    edtfs = tuple(dict.fromkeys(one for one in days if one))
    start = _start(day, article)
    words = article.text[start : month.end]
    is_told = day.is_told if _NO_YEAR in edtf else month.is_told
    return replace(
        day, start=start, end=month.end, words=words, edtfs=edtfs, is_told=is_told,
        is_weekday=_NO_YEAR in edtf, is_loose=not edtfs,
    )  # fmt: skip
