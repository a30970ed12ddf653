"""A year earlier, or the same stretch of another year, told in a sentence about a month or quarter.

In: times of a statement, those of its sentence. Out: the same, `a year earlier` read as that month
of the year before as well: `6.2 per cent failed in June, compared with 5.4 a year earlier`; and the
year behind `the same period` as that quarter of it.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.statements.cues import find_cues
from generator.evidence.statements.named_time import Time

_NO_YEAR = "XXXX"
_LONGEST = 6
"""Words from `the same` to the year."""


def of_month(times: Sequence[Time], beside: Sequence[Time]) -> list[Time]:
    """The times before another, with the months that the sentence names."""
    months = [
        edtf.removeprefix(_NO_YEAR)
        for one in beside
        for edtf in one.edtfs
        if edtf.startswith(_NO_YEAR) and "/" not in edtf
    ]
    return [_with_months(one, months) if one.is_before else one for one in times]


def _with_months(time: Time, months: Sequence[str]) -> Time:
    years = [one for one in time.edtfs if one.isdecimal()]
    return replace(time, edtfs=(*time.edtfs, *(year + month for year in years for month in months)))


def of_same(times: Sequence[Time], beside: Sequence[Time], article: AnnotatedArticle) -> list[Time]:
    """A year behind `the same period`: that part of it which the sentence named before."""
    return [_of_part(one, beside, article) for one in times]


def _of_part(time: Time, beside: Sequence[Time], article: AnnotatedArticle) -> Time:
    if len(time.edtfs) != 1 or not time.edtfs[0].isdecimal():
        return time
    at = article.tokens_in(*time.span)[0]
    first = max(article.parts.sentence_of(at)[0], at - _LONGEST)
    if next(find_cues(article, "same_part", first, at), None) is None:
        return time
    size = len(_NO_YEAR)
    parts = [
        one.edtfs[0][size:]
        for one in beside
        if one.start < time.start and one.edtfs and "/" not in one.edtfs[0]
        if len(one.edtfs[0]) > size
    ]
    return replace(time, edtfs=(time.edtfs[0] + parts[-1],)) if parts else time
