"""Whether an article knows of the year that a reason gives to a date without one.

In: a fact with a reason for its period, its quotations, the figure's own time. Out: why the year is
none of the article's, or None. An article knows its own year, those that it names, those that its
words tell near by (`next year`), and the one in which a date without a year was last. Where it
names no time of the figure, the year before its own may be meant, and of what is to come the next.
"""

from collections.abc import Iterator, Sequence

from generator.evidence.annotate import Span
from generator.evidence.dates.moments import nearest_year
from generator.evidence.quotes.quotations import Quoted
from generator.evidence.statements.limits import is_compared
from generator.evidence.statements.named_time import Time
from generator.evidence.statements.own_time import Figured
from generator.evidence.statements.times import find_times
from generator.model import Fact, Period

_SENTENCES = 2
_NO_YEAR = "XXXX"


def explain_year(
    fact: Fact, period: Period, found: Sequence[Quoted], figured: Figured | None
) -> str | None:
    """Why the year of the period cannot be that of the text, if it cannot."""
    published = [quoted.published for quoted in found]
    ends = [day.year for day in (period.start, period.end) if day is not None]
    if not ends or any(one is None for one in published):
        return None
    is_ahead = fact.status != "reported"
    known = {year for quoted in found for year in _known(quoted, figured, is_ahead=is_ahead)}
    if any(year in known for year in ends):
        return None
    return f"the article of {published[0]} names no {ends[0]}, and its words do not lead there"


def _known(quoted: Quoted, figured: Figured | None, *, is_ahead: bool) -> Iterator[int]:
    """The years to which the words in and around a quotation lead."""
    own = figured.own if figured else None
    article, published = quoted.article, quoted.published
    if published is None or published.end is None:
        return
    low, high = _sentences(quoted)
    times = find_times(article, published, low, high)
    bare = [edtf for one in times for edtf in one.edtfs if edtf.startswith(_NO_YEAR)]
    for edtf in bare:
        near = {nearest_year(edtf, published, is_ahead=ahead) for ahead in (False, is_ahead)}
        yield from (year for year in near if year is not None)
    is_bare = own is not None and any(edtf.startswith(_NO_YEAR) for edtf in own.edtfs)
    is_bare = is_bare or (own is None and bool(_bare_of(quoted)))
    yield from _named(quoted, is_bare=is_bare)
    for one in find_times(article, published, *_around(quoted)):
        if is_bare and figured is not None and _is_of_compared(one, figured):
            continue
        yield from (int(edtf[:4]) for edtf in one.edtfs if edtf[:4].isdecimal())
    if not is_bare:
        yield from (published.end.year, published.end.year + (1 if is_ahead else -1))


def _is_of_compared(time: Time, figured: Figured) -> bool:
    """It dates the figure with which this one is compared: `58, nach 41 im Vorjahreszeitraum`."""
    if figured.comparison is not None or time.span == (figured.own.span if figured.own else None):
        return False
    at = figured.article.tokens_in(*time.span)[0]
    if at not in figured.statement.sentence:
        return False
    return time.is_before or is_compared(time, figured.article) or figured.is_anothers(time)


def _bare_of(quoted: Quoted) -> list[str]:
    """The dates of the quotation that have no year."""
    return [one.mention.text for one in quoted.dates if (one.mention.edtf or "")[:4] == _NO_YEAR]


def _named(quoted: Quoted, *, is_bare: bool) -> Iterator[int]:
    """The years that the article gives; for a date without one, those of its paragraph."""
    article = quoted.article
    span = _paragraph(quoted) if is_bare else (0, len(article.text))
    for one in article.within(*span):
        for part in (one.mention.edtf or "").split("/"):
            if one.mention.kind == "date" and part[:4].isdecimal():
                yield int(part[:4])


def _paragraph(quoted: Quoted) -> Span:
    """From the line break before the quotation to the one after it."""
    text, passage = quoted.article.text, quoted.passages[0]
    end = text.find("\n", passage.end)
    return text.rfind("\n", 0, passage.start) + 1, end if end >= 0 else len(text)


def _sentences(quoted: Quoted) -> tuple[int, int]:
    """The first token of the quotation's first sentence, and the one after its last."""
    article, passage = quoted.article, quoted.passages[0]
    low, high = article.tokens_in(passage.start, passage.end)
    return article.parts.sentence_of(low)[0], article.parts.sentence_of(max(low, high - 1))[1]


def _around(quoted: Quoted) -> tuple[int, int]:
    """The tokens of its paragraph, from some sentences before it to the one after."""
    article, numbers = quoted.article, quoted.article.parts.sentence
    first, last = article.tokens_in(*_paragraph(quoted))
    low, high = _sentences(quoted)
    here, there = numbers[low], numbers[max(low, high - 1)]
    while low > first and numbers[low - 1] >= here - _SENTENCES:
        low -= 1
    while high < last and numbers[high] <= there + 1:
        high += 1
    return low, high
