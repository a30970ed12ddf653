"""Times that are counted: `3 years ago`, `in the next 3 years`, `in the two years to 2024`.

In: an article, when it came out, two tokens. Out: `Time` records; the full date that the text
named last, from which some of them count.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.evidence.annotate import AnnotatedArticle, Span
from generator.evidence.dates.moments import step, stretch
from generator.evidence.numbers.measures import DURATIONS
from generator.evidence.quotes.locate import span_between
from generator.evidence.statements.cues import find_cues
from generator.evidence.statements.named_time import Time
from generator.model import Period

_DECADE = 10
_FAR = 5
"""Words behind `ten years after` within which the year stands: `the great flood of 2015`."""
_NEAR = 3
_SENTENCES = 2


def find_counted(
    article: AnnotatedArticle, published: Period | None, first: int, last: int
) -> Iterator[Time]:
    """`3 years ago`, `vor 3 Jahren`, `in the next 3 years`."""
    moments = article.lexicon.moments
    for one in article.within(*span_between(article, first, last)):
        unit, value = one.mention.unit or "", one.mention.value
        if unit not in DURATIONS or value is None or value != value.to_integral_value():
            continue
        low, high = article.tokens_in(one.mention.start, one.mention.end)
        left, right = article.lexed.lower(low - 1), article.lexed.lower(high)
        is_ago = left in moments.ago_before or right in moments.ago_after
        if is_ago and _opens_clause(article, high):
            continue
        if is_ago:
            is_from_now = left in moments.ago_before or right in moments.ago_now
            named = [] if is_from_now else named_last(article, low, is_plain=True)
            edtfs = [
                each for year in named for each in step(unit, -int(value), Period.parse(year))
            ] or _ago(unit, value, published)
        elif left in moments.ahead_before or left in moments.back_before:
            is_ahead = left in moments.ahead_before
            edtfs = stretch(unit, int(value), published, is_ahead=is_ahead)
            edtfs += _stretch_from(article, low, unit, int(value)) if is_ahead else []
        else:
            continue
        ends = (low - (left in moments.ago_before), high + (right in moments.ago_after))
        start, end = span_between(article, *ends)
        yield Time(
            start,
            end,
            article.text[start:end],
            tuple(edtfs),
            is_told=True,
            is_stretch=not is_ago,
        )


def _opens_clause(article: AnnotatedArticle, at: int) -> bool:
    """What is to come behind a word such as `before` is said: `14 weeks before anybody may`."""
    limit, tokens = article.lexicon.cues.get("limit"), article.lexed.tokens
    is_limit = limit is not None and limit.fullmatch(article.lexed.lower(at)) is not None
    return is_limit and at + 1 < len(tokens) and tokens[at + 1].kind == "word"


def find_up_to(article: AnnotatedArticle, first: int, last: int) -> Iterator[Time]:
    """So many years that end or begin with one: `in the two years to 2024`."""
    found = list(article.within(*span_between(article, first, last)))
    for one in found:
        value = one.mention.value
        unit = one.mention.unit or ""
        if unit not in DURATIONS or value is None or value % 1:
            continue
        high = article.tokens_in(one.mention.start, one.mention.end)[1]
        is_year = unit in {"year", "decade"}
        is_until = is_year and article.lexed.lower(high) in article.lexicon.dates.up_to
        is_since = article.lexed.lower(high) in article.lexicon.moments.counted_from
        if not is_until and not is_since:
            continue
        for date in found:
            year, at = date.mention.edtf or "", article.tokens_in(*date.core)[0]
            is_near = high < at <= high + (1 if is_until else _FAR)
            if is_near and is_since and not year.isdecimal() and _is_full(year):
                start, end = one.mention.start, date.mention.end
                later = step(unit, int(value), Period.parse(year))
                yield Time(start, end, article.text[start:end], tuple(later), is_told=True)
            elif is_year and year.isdecimal() and is_near:
                count = int(value) * (_DECADE if one.mention.unit == "decade" else 1)
                start, end = one.mention.start, date.mention.end
                edtf = f"{int(year) - count}/{year}" if is_until else f"{int(year) + count}"
                yield Time(start, end, article.text[start:end], (edtf,), is_told=True)


def named_last(
    article: AnnotatedArticle, at: int, *, is_plain: bool = False, is_here: bool = False
) -> list[str]:
    """The last full date before the token, in this sentence or one of the two before.

    Plain: none of what began then, which is told in passing: `das 1998 eröffnete Museum`. Here: one
    of this sentence alone.
    """
    numbers = article.parts.sentence
    low, back = at, 0 if is_here else _SENTENCES
    while low > 0 and numbers[low - 1] >= numbers[at] - back:
        low -= 1
    found = [
        one.mention.edtf.removesuffix("/..")
        for one in (article.within(*span_between(article, low, at)) if low < at else ())
        if one.mention.kind == "date" and one.mention.edtf and "X" not in one.mention.edtf
        if not (is_here and "/" in one.mention.edtf)
        if not (is_plain and _is_of_beginning(article, one.core))
    ]
    return found[-1:]


def _is_of_beginning(article: AnnotatedArticle, span: Span) -> bool:
    """A verb of what happens to a thing once stands right before the date, or right behind it."""
    first, last = article.tokens_in(*span)
    begun, end = article.lexicon.dates.begun, min(last + _NEAR, len(article.lexed.tokens))
    if any(begun.fullmatch(article.lexed.lower(at)) for at in range(last, end)):
        return True
    return any(True for _ in find_cues(article, "origin", max(0, first - _NEAR), first))


def _is_full(edtf: str) -> bool:
    return bool(edtf) and "X" not in edtf and "/" not in edtf


def _stretch_from(article: AnnotatedArticle, at: int, unit: str, count: int) -> list[str]:
    """The same, counted from the time that the text named last."""
    return [
        each
        for one in named_last(article, at)
        if "/" not in one
        for each in stretch(unit, count, Period.parse(one), is_ahead=True)
    ]


def _ago(unit: str, value: Decimal, published: Period | None) -> list[str]:
    if published is None:
        return []
    return step(unit, -int(value), published) if value < 10_000 else []  # noqa: PLR2004 - no date
