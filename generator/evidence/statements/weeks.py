"""Weekdays by their names, and those of a week that stands beside them: `Monday last week`.

In: the times of a stretch of text. Out: the same, a weekday and a week joined to the day they mean.
"""

import re
from dataclasses import replace
from itertools import pairwise

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.dates.moments import step, weekday
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.statements.named_time import Time
from generator.model import Period

_LINK = re.compile(r"\s(?:[^\W\d]+\s){1,2}")
_TO = re.compile(r"\s[^\W\d]+\s")
_PAIR = 2
_NIGHT = 3
"""What a night may be: either of its days, or both."""
_WEEK, _DAY = 7, "day"
_BACK, _AHEAD = -2, 2
"""Weeks around the article's that a day may lie in."""


def days_of_weeks(
    times: list[Time], article: AnnotatedArticle, published: Period | None
) -> list[Time]:
    """A weekday beside a week is the day of that week: `Monday last week`."""
    found = list(times)
    for day in (one for one in times if one.is_weekday):
        for week in times:
            if week.is_weekday or not _is_week(week) or not _are_beside(day, week, article):
                continue
            inside = Period.parse(week.edtfs[0])
            days = weekday(article.lexicon.weekdays[_name(day, article)], published)
            steps = [each for one in days for each in _steps(one)]
            edtfs = tuple(one for one in steps if inside.covers(Period.parse(one)))
            if edtfs:
                start, end = min(day.start, week.start), max(day.end, week.end)
                words = article.text[start:end]
                joined = replace(day, start=start, end=end, words=words, edtfs=edtfs)
                found = [one for one in found if one not in (day, week)]
                found.append(replace(joined, is_weekday=False))
    return found


def nights_to_days(times: list[Time], article: AnnotatedArticle) -> list[Time]:
    """`In der Nacht zum Freitag` is that Friday, the day before, or both."""
    found = list(times)
    for at, (night, day) in enumerate(pairwise(times)):
        between = article.text[night.end : day.start]
        is_night = night.is_told and len(night.edtfs) == _NIGHT and not night.is_weekday
        if not (is_night and day.is_weekday and _LINK.fullmatch(between)):
            continue
        days = [
            (each, step("day", -1, Period.parse(each))[0]) for each in day.edtfs if "/" not in each
        ]
        edtfs = tuple(form for each, eve in days for form in (each, f"{eve}/{each}", eve))
        words = article.text[night.start : day.end]
        joined = replace(day, start=night.start, words=words, edtfs=edtfs, is_weekday=False)
        used = [night, day]
        if (
            (rest := times[at + _PAIR :])
            and rest[0].is_weekday
            and _TO.fullmatch(article.text[day.end : rest[0].start])
        ):
            used.append(rest[0])  # `in der Nacht von Sonntag auf Montag`
            pairs = [
                (each, step("day", 1, Period.parse(each))[0])
                for each in day.edtfs
                if "/" not in each
            ]
            edtfs = tuple(
                form for each, next_ in pairs for form in (f"{each}/{next_}", next_, each)
            )
            words = article.text[night.start : rest[0].end]
            joined = replace(joined, end=rest[0].end, words=words, edtfs=edtfs)
        found = [one for one in found if one not in used] + [joined]
    return found


def _steps(day: str) -> list[str]:
    """The same weekday of the weeks around."""
    known = Period.parse(day)
    return [each for count in range(_BACK, _AHEAD) for each in step(_DAY, _WEEK * count, known)]


def _name(day: Time, article: AnnotatedArticle) -> str:
    return weekday_in(day.words.lower(), article.lexicon) or ""


def _is_week(time: Time) -> bool:
    """A stretch of seven days that words such as `last week` name."""
    if not time.is_told or len(time.edtfs) != 1 or "/" not in time.edtfs[0]:
        return False
    period = Period.parse(time.edtfs[0])
    days = (period.end - period.start).days + 1 if period.start and period.end else 0
    return days == _WEEK


def _are_beside(one: Time, other: Time, article: AnnotatedArticle) -> bool:
    first, last = sorted((one, other), key=lambda time: time.start)
    between = article.text[first.end : last.start].strip().lower()
    return first.end <= last.start and (not between or between in article.lexicon.dates.of)


def weekday_in(word: str, lexicon: Lexicon) -> str | None:
    """The day that a word names or begins with: `Montagabend` begins with Monday."""
    starts = lexicon.weekday_starts
    return next((day for day in starts.get(word[:2], ()) if word.startswith(day)), None)


def is_habit(article: AnnotatedArticle, at: int) -> bool:
    """A weekday of each week, which dates nothing: `on Sundays`, `jeden Montag`."""
    lexed, lexicon = article.lexed, article.lexicon
    return lexed.lower(at) in lexicon.moments.habits or lexed.lower(at - 1) in lexicon.rates.each
