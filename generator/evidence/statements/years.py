"""Whether an article knows of the year that a reason gives to a date without one.

In: a fact with a reason for its period, its quotations, the figure's own time. Out: why the year is
none of the article's, or None. An article knows its own year, those that it names, those that its
words tell near by (`next year`), and the one in which a date without a year was last.
"""

from collections.abc import Iterator, Sequence

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.dates.moments import nearest_year
from generator.evidence.quotes.quotations import Quoted
from generator.evidence.statements.times import Time, find_times
from generator.model import Fact, Period

_SENTENCES = 2


def explain_year(
    fact: Fact, period: Period, found: Sequence[Quoted], own: Time | None
) -> str | None:
    """Why the year of the period cannot be that of the text, if it cannot."""
    if any(quoted.published is None for quoted in found):
        return None
    ends = [day.year for day in (period.start, period.end) if day is not None]
    is_ahead = fact.status != "reported"
    known: set[int] = set()
    for quoted in found:
        known |= set(_named(quoted.article))
        known |= set(_near(quoted, own, is_ahead=is_ahead))
    if not ends or any(year in known for year in ends):
        return None
    year = ends[0]
    [first, *_] = [quoted.published for quoted in found]
    return f"the article of {first} names no {year}, and its words do not lead there"


def _named(article: AnnotatedArticle) -> Iterator[int]:
    """The years that the dates of the article give."""
    for one in article.annotations:
        edtf = one.mention.edtf or ""
        if one.mention.kind != "date":
            continue
        for part in edtf.split("/"):
            if part[:4].isdecimal():
                yield int(part[:4])


def _near(quoted: Quoted, own: Time | None, *, is_ahead: bool) -> Iterator[int]:
    """The year of the article, and those to which words in and beside the quotation lead."""
    published, article = quoted.published, quoted.article
    if published is None or published.end is None:
        return
    passage = quoted.passages[0]
    low, high = article.tokens_in(passage.start, passage.end)
    numbers = article.parts.sentence
    here, there = numbers[low], numbers[max(low, high - 1)]
    while low > 0 and numbers[low - 1] >= here - _SENTENCES:
        low -= 1
    while high < len(numbers) and numbers[high] <= there + 1:
        high += 1
    is_dated = False
    for time in find_times(article, published, low, high):
        for edtf in time.edtfs:
            if "XXXX" in edtf:
                is_dated = is_dated or time == own
                for ahead in {False, is_ahead}:
                    if year := nearest_year(edtf, published, is_ahead=ahead):
                        yield year
            elif edtf[:4].isdecimal():
                yield int(edtf[:4])
    if own is None or not is_dated:
        yield published.end.year
