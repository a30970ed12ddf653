"""Words of a text that name a time, with the periods that they may mean.

In: nothing. Out: the record, how it stands to a period, and how a finding names it: by its words,
and as a period writes it where it could be one. `times` finds them.
"""

import re
from dataclasses import dataclass

from generator.evidence.annotate import AnnotatedArticle, Span
from generator.evidence.dates.relations import Relation, relate
from generator.evidence.findings import plain, show, write_edtf
from generator.model import Period

_BEFORE = 32
_ORDER: tuple[Relation, ...] = (
    *("states", "fits", "coarser", "overlaps", "unknown", "contradicts"),
)


@dataclass(frozen=True, slots=True)
class Time:
    """Words that name a time."""

    start: int
    end: int
    words: str
    edtfs: tuple[str, ...]
    """What they may mean, as EDTF; none where the article's date is too coarse to say."""
    is_told: bool = False
    """Told from the article's day, or from the time that the text speaks of."""
    is_before: bool = False
    """The stretch before the one that the text speaks of: `a year earlier`."""
    is_day: bool = False
    """A day, told by its name or by its distance."""
    is_weekday: bool = False
    is_now: bool = False
    """About the article's day, which no text draws sharply."""
    is_then: bool = False
    """The time that the text named last."""
    is_loose: bool = False
    """A time of its own, which the text does not date."""
    is_stretch: bool = False
    """So long a time, up to the article's day or from it on."""
    after: str = ""
    """Of a date without a year, the full date that the text has before it."""
    is_opened: bool = False
    """It has no year, and begins what has no end: `since January`."""
    is_end: bool = False
    """Words such as `at the end of` stand before it, or within it: what is so then is of its last
    day."""
    is_code: bool = False
    """A letter and a digit that no preposition makes a time: the `Q3` may be a car."""

    @property
    def span(self) -> Span:
        """Where it stands in the delivered text."""
        return self.start, self.end

    def relation(self, period: Period) -> Relation:
        """How it stands to a period, in the reading that suits it best."""
        if not self.edtfs:
            return "unknown"
        return min((relate(one, period) for one in self.edtfs), key=_ORDER.index)


def say_time(time: Time) -> str:
    """The words of a time, and how a period writes it where it could be one."""
    words = show(time.words)
    edtf = time.edtfs[0] if time.edtfs else None
    if edtf is None or edtf == time.words:
        return words
    if "XXXX" in edtf:
        return f"{words}, no year"
    return words if "X" in edtf or ".." in edtf else f"{words} = {write_edtf(edtf)}"


def say_open(time: Time, article: AnnotatedArticle) -> str:
    """A date after a word such as `since`, which makes it a beginning."""
    start, end = time.span
    before = re.search(r"\w+\s+$", article.text[max(0, start - _BEFORE) : start])
    words = article.text[start - len(before[0]) if before else start : end]
    return f"{show(words)}, from {plain(time.words)} on"


def gap(one: Span, other: Span) -> int:
    """How many characters lie between two spans; none where they overlap."""
    return max(0, other[0] - one[1], one[0] - other[1])
