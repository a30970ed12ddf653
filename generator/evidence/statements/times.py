"""The times that a stretch of text names, each with the periods that it may mean.

In: an annotated article, when it came out, two tokens. Out: `Time` records in order: the calendar
dates, with the year where words such as `last year` give it, and times that are told from the
article's day. What the time is to a figure, `period` says.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.dates.calendar import is_opened
from generator.evidence.dates.moments import (
    is_before,
    is_day,
    is_loose,
    is_now,
    is_stretch,
    is_then,
    last_year_to,
    later,
    resolve,
    weekday,
)
from generator.evidence.quotes.locate import span_between
from generator.evidence.statements.frames.counted import find_counted, find_up_to, named_last
from generator.evidence.statements.frames.ends import ends_before, is_end
from generator.evidence.statements.frames.half_read import is_half_read
from generator.evidence.statements.frames.nth_days import days_of_months
from generator.evidence.statements.limits import is_compared, is_of_end
from generator.evidence.statements.named_time import Time
from generator.evidence.statements.weeks import (
    days_of_weeks,
    is_habit,
    nights_to_days,
    weekday_in,
)
from generator.evidence.text.tokens import tokenize
from generator.model import Period

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BESIDE = re.compile(r"[^\w.!?\n]{0,3}(?:[^\W\d]+[^\w.!?\n]){0,3}")
_NO_YEAR = "XXXX"
_CODE = len("Q3")


@functools.lru_cache(maxsize=128)
def find_times(
    article: AnnotatedArticle, published: Period | None, first: int, last: int
) -> Sequence[Time]:
    """Every time between two tokens, in order; asked again for each figure."""
    if first >= last:
        return ()
    told = [*_told(article, published, first, last), *find_counted(article, published, first, last)]
    told += _weekdays(article, published, first, last)
    dates = [
        Time(one.mention.start, one.mention.end, one.mention.text, (one.mention.edtf,))
        for one in article.within(*span_between(article, first, last))
        if one.mention.kind == "date" and one.mention.edtf is not None
    ]
    told += _undated(article, first, last)
    up_to = list(find_up_to(article, first, last))
    dates = [date for date in dates if not any(date.end == one.end for one in up_to)]
    told += up_to
    used = [one for one in told for date in dates if _gives_year(one, date, article)]
    dates = [_dated(date, used, article, published) for date in dates]
    dates = [_begun(date, article, published) for date in dates]
    dates = [replace(one, is_end=True) if is_end(one, article) else one for one in dates]
    dates = [
        replace(one, edtfs=(), is_loose=True) if is_half_read(one, told, article) else one
        for one in dates
    ]
    taken = [date.span for date in dates]
    free = [
        one
        for one in told
        if one not in used and not any(low <= one.start < high for low, high in taken)
    ]
    free = sorted(_longest(free), key=lambda time: time.start)
    free = days_of_weeks(nights_to_days(free, article), article, published)
    times = sorted([*dates, *free], key=lambda time: time.start)
    times = [
        replace(one, edtfs=(), is_loose=True) if is_of_end(one, article) else one for one in times
    ]
    return days_of_months(times, article, published)


def _begun(date: Time, article: AnnotatedArticle, published: Period | None) -> Time:
    """From a day to come on, or from that day: `from 1 January 2027`; others are looked back on."""
    edtf = date.edtfs[0]
    if published is None or published.end is None or not _DAY.fullmatch(edtf):
        return date
    if edtf <= published.end.isoformat() or not is_opened(
        article.text, date.start, article.lexicon
    ):
        return date
    return replace(date, edtfs=(f"{edtf}/..", edtf))


def speaks_of(times: Sequence[Time], published: Period | None) -> Period | None:
    """The time that a sentence speaks of: the first that it gives in full, or up to a month."""
    for one in times:
        if one.is_before or not one.edtfs or ".." in one.edtfs[0]:
            continue
        edtf = last_year_to(one.edtfs[0], published)
        if "X" in edtf:
            continue
        try:
            return Period.parse(edtf)
        except ValueError:
            continue
    return None


def before(time: Time, spoken_of: Period | None, article: AnnotatedArticle) -> Time:
    """A time before the one that the text speaks of, once that is known."""
    if not time.is_before or spoken_of is None:
        return time
    tokens = tokenize(time.words)
    meaning = article.lexicon.moments.table.at(tokens, 0)
    if meaning is None:
        return time
    return replace(time, edtfs=tuple(resolve(meaning[0], spoken_of, spoken_of)))


def _told(
    article: AnnotatedArticle, published: Period | None, first: int, last: int
) -> Iterator[Time]:
    """Phrases of the lexicon: `last year`, `gestern`."""
    table, tokens, at = article.lexicon.moments.table, article.lexed.tokens, first
    while at < last:
        found = table.at(tokens, at)
        if found is None or found[1] > last:
            at += 1
            continue
        meaning, after = found
        if is_now(meaning) and _is_of_noun(article, at, after):
            at = after
            continue
        start, end = span_between(article, at, after)
        edtfs = tuple(resolve(meaning, published))
        if is_then(meaning):
            named = [] if _is_than(article, after) else named_last(article, at)
            edtfs = tuple(each for one in named for each in later(meaning, one))
        is_earlier = is_before(meaning) or _is_label(article, at, after)
        yield Time(
            start,
            end,
            article.text[start:end],
            edtfs,
            is_told=True,
            is_before=is_earlier,
            is_day=is_day(meaning),
            is_now=is_now(meaning),
            is_then=is_then(meaning),
            is_loose=is_loose(meaning),
            is_stretch=not is_earlier and is_stretch(meaning, edtfs),
            is_end=ends_before(article, at),
        )
        at = after


def _is_of_noun(article: AnnotatedArticle, first: int, last: int) -> bool:
    """A phrase for now is the time of what follows: `zur Zeit des Mauerfalls`."""
    articles = article.lexicon.owners.genitive_articles
    return last - first > 1 and article.lexed.lower(last) in articles


def _is_than(article: AnnotatedArticle, at: int) -> bool:
    """`A year later than planned` counts from nothing that the text named."""
    return article.lexicon.changes.than.fullmatch(article.lexed.lower(at)) is not None


def _is_label(article: AnnotatedArticle, first: int, last: int) -> bool:
    """It names a figure in brackets: `(last year: 700)`."""
    lexed = article.lexed
    return lexed.lower(first - 1) == "(" and lexed.lower(last) in {":", "="}


def _weekdays(
    article: AnnotatedArticle, published: Period | None, first: int, last: int
) -> Iterator[Time]:
    """`on Monday`, `Montagabend`: the last such day, or the next."""
    days = article.lexicon.weekdays
    for at in range(first, last):
        token = article.lexed.tokens[at]
        if token.kind != "word" or is_habit(article, at):
            continue
        if (name := weekday_in(token.lower, article.lexicon)) is not None:
            start, end = span_between(article, at, at + 1)
            edtfs = tuple(weekday(days[name], published))
            yield Time(
                start,
                end,
                article.text[start:end],
                edtfs,
                is_told=True,
                is_day=True,
                is_weekday=True,
            )


def _undated(article: AnnotatedArticle, first: int, last: int) -> Iterator[Time]:
    """A year to a day without its year: `the financial year that ended on 31 March`."""
    years = {name.lower() for name in article.lexicon.dates.whole_year}
    for one in article.within(*span_between(article, first, last)):
        words = one.mention.text
        is_open = one.mention.kind == "date" and one.mention.edtf is None
        if is_open and any(words.lower().startswith(name) for name in years):
            start, end = one.mention.start, one.mention.end
            yield Time(start, end, words, (), is_told=True, is_loose=True)


def _gives_year(told: Time, date: Time, article: AnnotatedArticle) -> bool:
    """Words for a year stand beside a date without one: `July last year`."""
    if _NO_YEAR not in date.edtfs[0] or not any(edtf.isdecimal() for edtf in told.edtfs):
        return False
    first, last = sorted((told, date), key=lambda one: one.start)
    between = article.text[first.end : last.start]
    if told.is_before and is_compared(told, article):
        return False  # `rose 6 per cent in May from a year earlier`
    return first.end <= last.start and (not between or _BESIDE.fullmatch(between) is not None)


def _dated(
    date: Time, told: list[Time], article: AnnotatedArticle, published: Period | None
) -> Time:
    """A date without a year, with the one that words beside or within it give."""
    [edtf] = date.edtfs
    if _NO_YEAR not in edtf:
        return date
    beside = (one for one in told if _gives_year(one, date, article))
    years = [
        *_years_in(date.words, article, published),
        *(each for one in beside for each in one.edtfs if each.isdecimal()),
    ]
    if not years:
        named = named_last(article, article.tokens_in(*date.span)[0], is_plain=True)
        is_begun = not edtf.count("/") and is_opened(article.text, date.start, article.lexicon)
        before = article.lexed.lower(article.tokens_in(*date.span)[0] - 1)
        is_code = len(date.words) <= _CODE and before not in article.lexicon.owners.prepositions
        after = named[0] if named else ""
        return replace(date, after=after, is_opened=is_begun, is_code=is_code)
    return replace(date, edtfs=(edtf.replace(_NO_YEAR, years[0]),), is_told=True)


def _years_in(words: str, article: AnnotatedArticle, published: Period | None) -> Iterator[str]:
    """The years that phrases within a date name: `of this year`."""
    tokens, table = tokenize(words), article.lexicon.moments.table
    for at in range(len(tokens)):
        if found := table.at(tokens, at):
            yield from (one for one in resolve(found[0], published) if one.isdecimal())


def _longest(times: list[Time]) -> Iterator[Time]:
    """Those that no longer one holds."""
    for one in times:
        if not any(
            other is not one
            and other.start <= one.start
            and one.end <= other.end
            and (other.end - other.start > one.end - one.start)
            for other in times
        ):
            yield one
