"""Which date of a quotation is that of its figure, and which merely stands near.

In: the dates that read like a fact's period, the figure that proves it. Out: why none of them gives
the figure its period, or None. Where the words leave it open, a person says so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.evidence.annotate import AnnotatedArticle, Annotation, Span
from generator.evidence.messages import show
from generator.evidence.quotes.passages import span_between
from generator.evidence.quotes.quotations import Quoted
from generator.model import Fact

_WINDOW = 40
_YEAR = re.compile(r"\d{4}\b")
_BESIDE = re.compile(r"\W{0,3}(?:\w+\W){0,2}")
_ARTICLE = re.compile(r"(?:\s\w+)?\s")


@dataclass(frozen=True, slots=True)
class Figured:
    """The figure that proves a fact, with its quotation."""

    annotation: Annotation
    quoted: Quoted

    @property
    def article(self) -> AnnotatedArticle:
        """The article that has the figure."""
        return self.quoted.article

    @property
    def clause(self) -> Span:
        """The figure's clause, as a span of the delivered text."""
        at = self.article.tokens_in(*self.annotation.core)[0]
        return span_between(self.article, *self.article.parts.clause_of(at))


def explain_period(
    fact: Fact, stating: Sequence[tuple[Annotation, AnnotatedArticle]], figured: Figured | None
) -> str | None:
    """Why no date that reads like the period is the figure's; None where one is."""
    limits = [_find_limit(one, article, fact) for one, article in stating]
    free = [one for (one, _), limit in zip(stating, limits, strict=True) if limit is None]
    if figured and (earlier := _find_earlier(figured, free)):
        return f"{show(earlier)} beside the figure gives it another period"
    if not stating:
        return None
    if not free:
        date = stating[0][0].mention.text
        return f"the quotation says {show(limits[0] or '')} {show(date)}, which is not the period"
    dates = figured.quoted.dates if figured else []
    is_same = all(one in dates for one in free)
    if figured and is_same and (nearer := _find_other_date(figured, free, fact)):
        return f"{show(nearer)} is the date nearest to the figure"
    return None


def words_before(
    pattern: re.Pattern[str], article: AnnotatedArticle, at: int, window: int = _WINDOW
) -> str | None:
    """The last words of the pattern in the window, right before or with one word between."""
    before = article.text[max(0, at - window) : at]
    found = list(pattern.finditer(before))
    return found[-1][0] if found and _ARTICLE.fullmatch(before[found[-1].end() :]) else None


def _find_limit(date: Annotation, article: AnnotatedArticle, fact: Fact) -> str | None:
    """A word such as `before` or `by` before the date; what is to come may have a deadline."""
    cues = article.lexicon.cues
    names = ("limit", "deadline") if fact.status == "reported" else ("limit",)
    for pattern in (cues[name] for name in names if name in cues):
        if words := words_before(pattern, article, date.mention.start):
            return words
    return None


def _find_earlier(figured: Figured, stating: Sequence[Annotation]) -> str | None:
    """Words that give the figure to the year before, unless a stating date stands beside them."""
    article, (start, end) = figured.article, figured.clause
    pattern = article.lexicon.cues.get("earlier")
    for match in pattern.finditer(article.text, start, end) if pattern else ():
        if _is_compared(article, match.start()):
            continue
        figures = [
            one
            for one in article.within(start, end)
            if one.mention.value is not None and _gap(_span(one), match.span()) > 0
        ]
        nearest = min(figures, key=lambda one: _gap(_span(one), match.span()), default=None)
        if nearest != figured.annotation:
            continue
        beside = (article.text[match.end() : one.mention.start] for one in stating)
        if not any(words and _BESIDE.fullmatch(words) for words in beside):
            return match[0]
    return None


def _find_other_date(figured: Figured, stating: Sequence[Annotation], fact: Fact) -> str | None:
    """The words of another date, nearer to the figure than those that read like its period."""
    dates = [
        one
        for one in figured.quoted.dates
        if _YEAR.match(one.mention.edtf or "")
        and not _is_compared(figured.article, one.mention.start)
        and _find_limit(one, figured.article, fact) is None
    ]
    if len({one.mention.edtf for one in dates}) < 2:  # noqa: PLR2004
        return None
    own = _date_of_figure(figured, dates)
    return None if own in stating else own.mention.text


def _date_of_figure(figured: Figured, dates: Sequence[Annotation]) -> Annotation:
    """The date in the figure's clause, else the nearest; dates and figures in turn are pairs."""
    start, end = figured.clause
    inside = [one for one in dates if start <= one.mention.start < end]
    near = inside or dates
    if len(inside) > 1:
        row = [
            one
            for one in figured.article.within(start, end)
            if one in inside or (one.mention.value is not None and one.mention.kind != "ordinal")
        ]
        turns = [one in inside for one in row]
        is_paired = len(row) % 2 == 0 and turns == [at % 2 != turns[0] for at in range(len(row))]
        if is_paired and figured.annotation in row:
            return row[row.index(figured.annotation) + (-1 if turns[0] else 1)]
    return min(near, key=lambda one: _gap(_span(one), _span(figured.annotation)))


def _is_compared(article: AnnotatedArticle, at: int) -> bool:
    """Whether a word of comparison stands right before: `than a year earlier`."""
    return words_before(article.lexicon.comparison, article, at) is not None


def _gap(one: Span, other: Span) -> int:
    """How many characters lie between two spans; none where they overlap."""
    return max(0, other[0] - one[1], one[0] - other[1])


def _span(annotation: Annotation) -> Span:
    return annotation.mention.start, annotation.mention.end
