"""Whether the dates of a fact's quotations, and of their articles, bear out its period.

In: a fact with its quotations, the figure that proves it. Out: a finding, or None; the period that
a quotation states. The year is often missing in the text: then an editor says why it is known. A
comparison's date (`since 12 May`) contradicts nothing.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from generator.evidence.annotate import AnnotatedArticle, Annotation, Span
from generator.evidence.aspects.period_of_figure import Figured, explain_period, words_before
from generator.evidence.aspects.status import read_status_of_event
from generator.evidence.dates.relations import Relation, relate
from generator.evidence.findings import finding_on
from generator.evidence.lexicon.lexicon import load_lexicon
from generator.evidence.messages import plain, show, write_edtf
from generator.evidence.quotes.quotations import Quoted
from generator.model import Fact, Finding, Period

_Related = tuple[Annotation, Relation, AnnotatedArticle]
_WINDOW = 32
_DATED = re.compile(r"\d{4}(?:-\d\d)?")
_SETTLE = 'or say why under inferred: {period: "…"}'


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
    before = re.search(r"\w+\s+$", article.text[max(0, start - _WINDOW) : start])
    words = article.text[start - len(before[0]) if before else start : end]
    return f"{show(words)}, from {plain(date.mention.text)} on"


def _is_comparison(date: Annotation, article: AnnotatedArticle) -> bool:
    """Whether the date is what something is compared with: `since 12 May`."""
    return bool(words_before(article.lexicon.comparison, article, date.mention.start, _WINDOW))
