"""Whether a quotation's dates bear out a fact's period.

In: a fact's period and the dates of its quotations. Out: a flaw, or None. The year is often
missing in the text: then an editor says why it is known. A comparison's date (`since 12 May`)
contradicts nothing.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.aspects.dated_figures import Figured, explain_period
from generator.evidence.aspects.weekday import Said, check_weekday
from generator.evidence.findings import Flaw
from generator.evidence.messages import plain, show, write_edtf
from generator.model import Fact, Period

Relation = Literal["states", "fits", "coarser", "overlaps", "contradicts", "unknown"]
Dated = tuple[Annotation, AnnotatedArticle]
_Related = tuple[Annotation, Relation, AnnotatedArticle]
_WINDOW = 32
_DATED = re.compile(r"\d{4}(?:-\d\d)?")
_MOST_YEARS = 60
_SETTLE = 'or say why under inferred: {period: "…"}'


def relate(edtf: str | None, period: Period) -> Relation:
    """How a date of the text stands to a period."""
    if edtf is None:
        return "unknown"
    best: Relation = "contradicts"
    for candidate in candidates(edtf, period):
        if (candidate.start, candidate.end) == (period.start, period.end):
            return "fits" if "X" in edtf else "states"
        if candidate.covers(period):
            best = "coarser"
        elif candidate.overlaps(period) and best == "contradicts":
            best = "overlaps"
    return best


def candidates(edtf: str, period: Period) -> Iterator[Period]:
    """The periods that a date may mean, its missing year taken from the fact's."""
    edtf = re.sub(r"-XX\b", "", edtf)
    edtf = re.sub(r"(\d{3})X", r"\g<1>0/\g<1>9", edtf)
    if "XXXX" not in edtf:
        years: Sequence[int | None] = (None,)
    else:
        known = [day.year for day in (period.start, period.end) if day is not None]
        years = range(min(known), min(max(known), min(known) + _MOST_YEARS) + 1) if known else ()
    for year in years:
        text = edtf if year is None else edtf.replace("XXXX", f"{year:04d}")
        try:
            yield Period.parse(text)
        except ValueError:
            continue


def check_period(
    fact: Fact, dates: Sequence[Dated], quoted: Sequence[Said], figured: Figured | None = None
) -> Flaw | None:
    """What is wrong with the fact's period, given the dates and words of its quotations."""
    period = fact.period
    if period is None:
        return None
    related = [
        (annotation, relate(annotation.mention.edtf, period), article)
        for annotation, article in dates
    ]
    stating = [
        (annotation, article) for annotation, relation, article in related if relation == "states"
    ]
    if why := explain_period(fact, stating, figured):
        hint = "quote the sentence that states the period"
        return None if "period" in fact.inferred else _unseen(why, hint)
    if stating:
        return None
    return check_weekday(fact, quoted) or _check_related(fact, period, related)


def _check_related(fact: Fact, period: Period, related: Sequence[_Related]) -> Flaw | None:
    """What is wrong with a period that no date of the quotations states."""
    own = [
        (annotation, relation)
        for annotation, relation, article in related
        if relation != "unknown" and not is_comparison(annotation, article)
    ]
    name = write_edtf(str(period))
    if own and all(relation == "contradicts" for _, relation in own):
        return Flaw(
            "period-mismatch",
            "period",
            f"the quotation says {_say(own[0][0])}, not {name}",
            "correct the period, or quote the sentence that states it",
        )
    if "period" in fact.inferred:
        return None
    for annotation, _, article in related:
        if annotation.mention.edtf == f"{period}/..":
            return Flaw(
                "period-mismatch",
                "period",
                f"the quotation says {_say_open(annotation, article)}, not {name} alone",
                f"write period: {name}/.., {_SETTLE}",
            )
    is_fitting = any(relation == "fits" for _, relation in own)
    for annotation, relation in () if is_fitting else own:
        if how := _resized(annotation, relation, period):
            return Flaw(
                "period-mismatch",
                "period",
                f"{name} is {how} than the quotation, which says {_say(annotation)}",
                f"write the period that the quotation has, {_SETTLE}",
            )
    said = f"only {_say(related[0][0])}" if related else "no date"
    message = f"the quotation does not state {name}; it has {said}"
    return _unseen(message, "quote the sentence that states the period")


def _unseen(message: str, hint: str) -> Flaw:
    return Flaw("period-unseen", "period", message, f"{hint}, {_SETTLE}")


def _resized(annotation: Annotation, relation: Relation, period: Period) -> str | None:
    """Whether the fact's period is another size than a date that the text gives with its year."""
    edtf = annotation.mention.edtf or ""
    if not _DATED.fullmatch(edtf) or period.precision == "interval":
        return None
    if relation == "coarser":
        return "finer"
    stated = Period.parse(edtf)
    return "coarser" if relation == "overlaps" and period.covers(stated) else None


def _say(annotation: Annotation) -> str:
    """The words of a date, and how a period writes it where it could be one."""
    words, edtf = show(annotation.mention.text), annotation.mention.edtf
    if edtf is None or edtf == annotation.mention.text:
        return words
    if "XXXX" in edtf:
        return f"{words}, no year"
    return words if "X" in edtf else f"{words} = {write_edtf(edtf)}"


def _say_open(annotation: Annotation, article: AnnotatedArticle) -> str:
    """A date after a word such as `since`, which makes it a beginning."""
    start, end = annotation.mention.start, annotation.mention.end
    before = re.search(r"\w+\s+$", article.text[max(0, start - _WINDOW) : start])
    words = article.text[start - len(before[0]) if before else start : end]
    return f"{show(words)}, from {plain(annotation.mention.text)} on"


def is_comparison(annotation: Annotation, article: AnnotatedArticle) -> bool:
    """Whether the date is what something is compared with: `since 12 May`."""
    before = article.text[max(0, annotation.mention.start - _WINDOW) : annotation.mention.start]
    found = list(article.lexicon.comparison.finditer(before))
    return bool(found) and re.fullmatch(r"(?:\s\w+)?\s", before[found[-1].end() :]) is not None
