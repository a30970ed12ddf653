"""Whether the dates of a fact's quotations, and of their articles, bear out its period.

In: a fact with its quotations, the figure that proves it. Out: a finding, or None; the period that
a quotation states. The year is often missing in the text, and a date may merely stand near the
figure: where the words leave it open, an editor says why it is known. A comparison's date (`since
12 May`) contradicts nothing.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.evidence.annotate import AnnotatedArticle, Annotation, Span
from generator.evidence.aspects.status import read_status_of_event
from generator.evidence.dates.relations import Relation, relate
from generator.evidence.findings import finding_on, plain, show, write_edtf
from generator.evidence.lexicon.lexicon import load_lexicon
from generator.evidence.quotes.locate import span_between
from generator.evidence.quotes.quotations import Quoted
from generator.model import Fact, Finding, Period

_WINDOW = 40
_YEAR = re.compile(r"\d{4}\b")
_BESIDE = re.compile(r"\W{0,3}(?:\w+\W){0,2}")
_ARTICLE = re.compile(r"(?:\s\w+)?\s")
_Related = tuple[Annotation, Relation, AnnotatedArticle]
_BEFORE = 32
_DATED = re.compile(r"\d{4}(?:-\d\d)?")
_SETTLE = 'or say why under inferred: {period: "…"}'


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


def find_period(span: Span, article: AnnotatedArticle) -> Period | None:
    """The one date of the span, when the text gives its year and compares nothing with it."""
    dates = [one for one in article.within(*span) if one.mention.kind == "date"]
    edtf = dates[0].mention.edtf if len(dates) == 1 else None
    if edtf is None or "X" in edtf or _is_comparison(dates[0], article):
        return None
    try:
        return Period.parse(edtf)
    except ValueError:
        return None


def check_future(fact: Fact, found: Sequence[Quoted]) -> Finding | None:
    """What is reported as done did not begin after the article came out."""
    status = read_status_of_event(fact, found[0]) or fact.status
    if status != "reported" or fact.period is None or fact.period.start is None:
        return None
    published = [quoted.published for quoted in found]
    known = [(one.end, one) for one in published if one is not None and one.end is not None]
    if not known or len(known) < len(published):
        return None
    end, latest = max(known, key=lambda pair: pair[0])
    if fact.period.start <= end:
        return None
    name = write_edtf(str(fact.period))
    return _mismatch(
        f"{name} lies after the article of {write_edtf(str(latest))}",
        "correct the period, or write a status (planned, target, forecast)",
    )


def check_period(fact: Fact, found: Sequence[Quoted], figured: Figured | None) -> Finding | None:
    """What is wrong with the fact's period, given the dates and words of its quotations."""
    period = fact.period
    if period is None:
        return None
    related = [
        (date, relate(date.mention.edtf, period), quoted.article)
        for quoted in found
        for date in quoted.dates
    ]
    stating = [(date, article) for date, relation, article in related if relation == "states"]
    if why := explain_period(fact, stating, figured):
        return None if "period" in fact.inferred else _unseen(why)
    if stating:
        return None
    return _check_weekday(period, found) or _check_related(fact, period, related)


def _check_weekday(period: Period, found: Sequence[Quoted]) -> Finding | None:
    """The quotation's only weekday is that of the fact's day; of several, one may be another's."""
    if period.precision != "day" or period.start is None:
        return None
    named = {day: words for quoted in found for day, words in _weekdays(quoted)}
    if len(named) != 1 or period.start.weekday() in named:
        return None
    [words] = named.values()
    english = {number: name for name, number in load_lexicon("en").weekdays.items()}
    own = english[period.start.weekday()].capitalize()
    return _mismatch(
        f"the quotation says {plain(words)}; {period.start} is a {own}",
        "correct the day, or quote the words that date the fact",
    )


def _weekdays(quoted: Quoted) -> Iterator[tuple[int, str]]:
    """Every weekday of a quotation with the word that names it: `Montagabend` names Monday."""
    days: Mapping[str, int] = quoted.article.lexicon.weekdays
    for found in _pattern(tuple(days)).finditer(quoted.words):
        yield days[found["day"].lower()], found[0]


@functools.lru_cache(maxsize=32)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    alternatives = "|".join(map(re.escape, names))
    return re.compile(rf"(?<!\w)(?P<day>{alternatives})\w*", re.IGNORECASE)


def _check_related(fact: Fact, period: Period, related: Sequence[_Related]) -> Finding | None:
    """What is wrong with a period that no date of the quotations states."""
    own = [
        (date, relation)
        for date, relation, article in related
        if relation != "unknown" and not _is_comparison(date, article)
    ]
    name = write_edtf(str(period))
    if own and all(relation == "contradicts" for _, relation in own):
        return _mismatch(
            f"the quotation says {_say(own[0][0])}, not {name}",
            "correct the period, or quote the sentence that states it",
        )
    if "period" in fact.inferred:
        return None
    for date, _, article in related:
        if date.mention.edtf == f"{period}/..":
            message = f"the quotation says {_say_open(date, article)}, not {name} alone"
            return _mismatch(message, f"write period: {name}/.., {_SETTLE}")
    is_fitting = any(relation == "fits" for _, relation in own)
    for date, relation in () if is_fitting else own:
        if how := _resized(date, relation, period):
            message = f"{name} is {how} than the quotation, which says {_say(date)}"
            return _mismatch(message, f"write the period that the quotation has, {_SETTLE}")
    said = f"only {_say(related[0][0])}" if related else "no date"
    return _unseen(f"the quotation does not state {name}; it has {said}")


def _mismatch(message: str, hint: str) -> Finding:
    return finding_on("period-mismatch", "period", message, hint)


def _unseen(message: str) -> Finding:
    hint = f"quote the sentence that states the period, {_SETTLE}"
    return finding_on("period-unseen", "period", message, hint)


def _resized(date: Annotation, relation: Relation, period: Period) -> str | None:
    """Whether the fact's period is another size than a date that the text gives with its year."""
    edtf = date.mention.edtf or ""
    if not _DATED.fullmatch(edtf) or period.precision == "interval":
        return None
    if relation == "coarser":
        return "finer"
    stated = Period.parse(edtf)
    return "coarser" if relation == "overlaps" and period.covers(stated) else None


def _say(date: Annotation) -> str:
    """The words of a date, and how a period writes it where it could be one."""
    words, edtf = show(date.mention.text), date.mention.edtf
    if edtf is None or edtf == date.mention.text:
        return words
    if "XXXX" in edtf:
        return f"{words}, no year"
    return words if "X" in edtf else f"{words} = {write_edtf(edtf)}"


def _say_open(date: Annotation, article: AnnotatedArticle) -> str:
    """A date after a word such as `since`, which makes it a beginning."""
    start, end = date.mention.start, date.mention.end
    before = re.search(r"\w+\s+$", article.text[max(0, start - _BEFORE) : start])
    words = article.text[start - len(before[0]) if before else start : end]
    return f"{show(words)}, from {plain(date.mention.text)} on"


def _is_comparison(date: Annotation, article: AnnotatedArticle) -> bool:
    """Whether the date is what something is compared with: `since 12 May`."""
    return bool(words_before(article.lexicon.comparison, article, date.mention.start, _BEFORE))
