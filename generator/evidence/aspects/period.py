"""Whether the times that a text names bear out a fact's period.

In: a fact with its quotations, the figure that proves it. Out: a finding, or None. A fact without a
period claims the day of its article. What the text says of the figure's time is never overruled:
where it says nothing, an editor says why it is known. A date without a year is the last such up to
the article's day, or the next, unless a reason gives its year. A comparison's date (`since 12 May`)
contradicts nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.aspects.around.awaited import find_awaited
from generator.evidence.aspects.around.reasoned import explain_reason
from generator.evidence.aspects.around.weekdays import explain_weekday
from generator.evidence.dates.relations import Relation
from generator.evidence.findings import finding_on, show, write_edtf
from generator.evidence.quotes.quotations import Quoted
from generator.evidence.statements import extent, limits
from generator.evidence.statements.frames.aftermath import is_of_aftermath
from generator.evidence.statements.frames.undated import find_era
from generator.evidence.statements.governed import (
    are_of_event,
    find_opening,
    is_outdated,
    is_reached,
)
from generator.evidence.statements.headings import find_heading
from generator.evidence.statements.named_time import Time, say_open, say_time
from generator.evidence.statements.others_time import is_elses
from generator.evidence.statements.outlook import PLAIN, Outlook, meant, outlook_of
from generator.evidence.statements.own_time import Figured
from generator.evidence.statements.times import find_times
from generator.evidence.statements.years import explain_year
from generator.model import Fact, Finding, Period

__all__ = ["Figured", "check_period"]
_NO_YEAR = "XXXX"
_AFTERMATH = "after"
_SETTLE = 'or say why under inferred: {period: "…"}'


@dataclass(frozen=True, slots=True)
class Related:
    """A time of a quotation, how it stands to the period, and its article."""

    time: Time
    relation: Relation
    article: AnnotatedArticle


def check_period(
    fact: Fact,
    found: Sequence[Quoted],
    figured: Figured | None,
    spots: Sequence[int] = (),
) -> Finding | None:
    """What is wrong with the fact's period, given the times and words of its quotations.

    Of an event, `spots` are the tokens of the quotations that name it.
    """
    period = fact.period or _day_of(found)
    if period is None:
        return None
    times = [(quoted, time) for quoted in found for time in _times_of(quoted, PLAIN)]
    if fact.period and (why := explain_weekday(period, times)):
        return _mismatch(why, "correct the day, or quote the words that date the fact")
    if figured and (finding := find_awaited(fact, figured) or _check_own(fact, period, figured)):
        return finding
    related = [
        Related(time, time.relation(period), quoted.article)
        for quoted in found
        for time in _of_fact(list(_times_of(quoted, outlook_of(fact))), quoted, figured, spots)
        if not is_outdated(time, quoted.article)
    ]
    if figured is None and (finding := _check_event(fact, period, related)):
        return finding
    if fact.period is None:
        return None
    return _check_stated(fact, period, related, figured) or _check_year(fact, found, figured)


def _day_of(found: Sequence[Quoted]) -> Period | None:
    """The day of the article, which a fact without a period claims."""
    return found[0].published


def _of_fact(
    times: Sequence[Time], quoted: Quoted, figured: Figured | None, spots: Sequence[int]
) -> Sequence[Time]:
    """All times of a figure's quotation, and of an event's those that may be its own."""
    return times if figured else are_of_event(times, quoted.article, spots)


def _times_of(quoted: Quoted, outlook: Outlook) -> Iterator[Time]:
    """The times that a quotation holds, word for word, as a fact means them."""
    article = quoted.article
    for start, end in quoted.passages[0].parts:
        times = find_times(article, quoted.published, *article.tokens_in(start, end))
        yield from (meant(one, quoted.published, outlook) for one in times)


def _check_own(fact: Fact, period: Period, figured: Figured) -> Finding | None:
    """The time that the text gives to the figure is neither another nor finer."""
    own, name = figured.own, write_edtf(str(period))
    if (begins := figured.since) and (finding := _check_beginning(fact, period, begins)):
        return finding
    is_undated = own is not None and own.is_told and not own.edtfs and not own.is_then
    if own and fact.period is None and (own.is_loose or is_undated):
        return _unseen(f"the text says {say_time(own)} of the figure, not {_claim(fact, name)}")
    if own is None or not own.edtfs:
        return _check_compared(fact, figured)
    relation = own.relation(period)
    is_part = bool(fact.period) and relation == "coarser" and _is_of_part(period, own, figured)
    is_part = is_part or (bool(fact.period) and extent.is_over_before(period, own))
    is_part = is_part or (bool(fact.period) and own.is_before and relation == "overlaps")
    if is_part or (relation == "contradicts" and (fact.period or figured.is_told_here(own))):
        message = f"the text says {say_time(own)} of the figure, not {_claim(fact, name)}"
        return _mismatch(message) if fact.period else _mismatch(message, _to_add(own))
    if fact.period and extent.is_coarser(period, own, relation):
        said = [*figured.times, *find_heading(figured.statement, figured.published)]
        if not any(one.relation(period) in {"states", "fits"} for one in said):
            message = f"{name} is coarser than the text, which says {say_time(own)} of the figure"
            return _mismatch(message, "write the period that the text has")
    return None


def _to_add(own: Time) -> str:
    """What to type where no period was; a time that may be several is for a person to read."""
    is_one = len(own.edtfs) == 1 or own.edtfs[0] == f"{own.edtfs[-1]}/.."
    is_one = is_one and _NO_YEAR not in own.edtfs[0]
    said = write_edtf(own.edtfs[0]) if is_one else "…"
    return f"add period: {said}; a fact without one is of the day of its article"


def _is_of_part(period: Period, own: Time, figured: Figured) -> bool:
    """A quarter of the figure's year, which the text gives to another figure of the sentence."""
    if not figured.is_told_here(own) or _NO_YEAR in own.edtfs[0]:
        return False
    if any(one.relation(period) in {"states", "fits"} for one in figured.times):
        return False
    return any(one.relation(period) in {"states", "fits"} for one in figured.of_others)


def _check_beginning(fact: Fact, period: Period, begins: Time) -> Finding | None:
    """A stretch begins where the text says; what has none does not begin after its article."""
    name = write_edtf(str(period))
    if fact.period and not extent.begins_with(period, begins):
        return _mismatch(f"{name} does not begin with {say_time(begins)}")
    if fact.period is None and extent.is_before(period, begins):
        message = f"the figure begins with {say_time(begins)}, not on {_claim(fact, name)}"
        return _mismatch(message, _to_add(begins))
    return None


def _check_compared(fact: Fact, figured: Figured) -> Finding | None:
    """A figure that another is compared with is not of the time of its sentence."""
    is_ahead = fact.status not in {"reported", "estimate"}
    opening = None if fact.period or is_ahead else find_opening(figured.statement)
    if opening:
        message = f"{show(opening.words)} is a stretch of its own, and not the day of the article"
        return _unseen(message)
    if figured.comparison is None or is_ahead or (fact.period and "period" in fact.inferred):
        return None
    message = f"{show(figured.comparison)} makes the figure one that another is compared with"
    return _unseen(f"{message}; it is not of the time of the sentence")


def _check_event(fact: Fact, period: Period, related: Sequence[Related]) -> Finding | None:
    """What an event's quotation says of its time."""
    plain_ones = [
        one
        for one in related
        if one.relation != "unknown"
        and not limits.is_compared(one.time, one.article)
        and not limits.find_limit(one.time, one.article)
        and not limits.find_limit(one.time, one.article, "deadline")
    ]
    name = write_edtf(str(period))
    for one in related:
        is_begun = limits.is_beginning(one.time, one.article)
        if is_begun and (finding := _check_beginning(fact, period, one.time)):
            return finding
    told = [one for one in plain_ones if fact.period or _is_past(one.time, period)]
    if told and all(one.relation == "contradicts" for one in plain_ones):
        said = say_time(plain_ones[0].time)
        return _mismatch(f"the quotation says {said}, not {_claim(fact, name)}")
    if (
        plain_ones
        and fact.period
        and all(
            one.relation == "overlaps" and extent.is_wider(period, one.time) for one in plain_ones
        )
    ):
        message = f"{name} is coarser than the quotation, which says {say_time(plain_ones[0].time)}"
        return _mismatch(message, "write the period that the quotation has")
    return None


def _is_past(time: Time, day: Period) -> bool:
    """It is told or has its year, and is over by the day of the article."""
    ends = [Period.parse(one).end for one in time.edtfs if limits.is_told(time) and "X" not in one]
    return any(end is not None and day.end is not None and end < day.end for end in ends)


def _check_stated(
    fact: Fact, period: Period, related: Sequence[Related], figured: Figured | None
) -> Finding | None:
    """Some time of the quotations states the period, or a reason fills what they leave open."""
    own = figured.own if figured else None
    said = [one for one in related if not (figured and is_elses(one.time, figured))]
    said = [one for one in said if not limits.is_of_than(one.time, one.article)]
    if figured and own and _is_stated(own, period, figured):
        return None
    if figured and any(_runs(one, period, figured) for one in said):
        return None
    is_multiple = figured is not None and figured.annotation.mention.unit == "x"
    stating = [
        one
        for one in said
        if one.relation == "states"
        and not (figured and limits.is_far_beginning(one.time, one.article))
        and not (is_multiple and not one.time.is_told and limits.is_compared(one.time, one.article))
    ]
    why = _explain_stating(stating, fact, figured)
    if why is None or (why and "period" in fact.inferred):
        return None
    if why:
        return _unseen(why)
    told = own or (figured.sentence_before if figured else None)
    if figured and told and told.relation(period) == "states" and _has_year(told, figured):
        return None  # the sentence or the one before says it, which a reader sees beside it
    return _check_related(fact, period, said)


def _runs(one: Related, period: Period, figured: Figured) -> bool:
    """The stretch that the period is begins with the time."""
    is_open = any(str(period) == f"{edtf}/.." for edtf in one.time.edtfs)
    if is_open and limits.is_beginning_of(one.time, one.article, figured.annotation):
        return True
    return extent.runs_until_now(one.time, period, figured.published)


def _explain_stating(stating: Sequence[Related], fact: Fact, figured: Figured | None) -> str | None:
    """Why the times that are the period do not state it, empty where none is; None: one does."""
    own = figured.own if figured else None
    if own and own.is_loose:
        return f"the text says {say_time(own)} of the figure, which it does not date"
    before = [_find_limit(one, fact, figured) for one in stating]
    if any(limit is None for limit in before):
        return None
    if not stating:
        return ""
    words = f"{show(before[0] or '')} {show(stating[0].time.words)}"
    return f"the quotation says {words}, which is not the period"


def _is_stated(own: Time, period: Period, figured: Figured) -> bool:
    """The figure's own time is the period, or ends with it where a level was reached by then."""
    if own.relation(period) == "states" and figured.holds(own):
        return True
    return extent.ends_with(own, period) and is_reached(figured.statement)


def _has_year(time: Time, figured: Figured) -> bool:
    """Its year is said; of what is done it is the last such, and of what is ahead it may be any."""
    year = time.edtfs[0][:4]
    return time.is_told or not figured.outlook.is_ahead or year in time.words


def _find_limit(one: Related, fact: Fact, figured: Figured | None) -> str | None:
    """A word such as `before` or `by` before the time.

    What is to come may have a deadline, and a level is that of the day by which it was reached.
    """
    is_due = fact.status == "reported" and not (figured and is_reached(figured.statement))
    if figured and one.time.is_day and figured.statement.cues("settled"):
        is_due = False  # `by Thursday evening it was 35 per cent contained`
    names = ("limit", "deadline") if is_due else ("limit",)
    found = (limits.find_limit(one.time, one.article, name) for name in names)
    words = next(filter(None, found), None)
    is_after = figured is not None and is_of_aftermath(one.time, figured.statement)
    return words or (_AFTERMATH if is_after else None)


def _check_related(fact: Fact, period: Period, related: Sequence[Related]) -> Finding | None:
    """What is wrong with a period that no time of the quotations states."""
    own = [
        one
        for one in related
        if one.relation != "unknown" and not limits.is_compared(one.time, one.article)
        if not (one.time.is_before and "period" in fact.inferred)
    ]
    name = write_edtf(str(period))
    if own and all(one.relation == "contradicts" for one in own):
        return _mismatch(
            f"the quotation says {say_time(own[0].time)}, not {name}",
            "correct the period, or quote the sentence that states it",
        )
    if "period" in fact.inferred:
        return None
    for one in related:
        is_begun = str(period) in one.time.edtfs and limits.is_far_beginning(one.time, one.article)
        if is_begun or one.time.edtfs[:1] == (f"{period}/..",):
            message = f"the quotation says {say_open(one.time, one.article)}, not {name} alone"
            return _mismatch(message, f"write period: {name}/.., {_SETTLE}")
    is_fitting = any(one.relation == "fits" for one in own)
    for one in () if is_fitting else own:
        if how := extent.resized(one.time, one.relation, period):
            message = f"{name} is {how} than the quotation, which says {say_time(one.time)}"
            return _mismatch(message, f"write the period that the quotation has, {_SETTLE}")
    said = f"only {say_time(related[0].time)}" if related else "no date"
    stated = related[0].time.edtfs if len(related) == 1 else ()
    meant_one = write_edtf(stated[0]) if len(stated) == 1 and "X" not in stated[0] else ""
    if meant_one and limits.is_far_beginning(related[0].time, related[0].article):
        meant_one = f"{meant_one}/.."
    return _unseen(f"the quotation does not state {name}; it has {said}", meant_one)


def _check_year(fact: Fact, found: Sequence[Quoted], figured: Figured | None) -> Finding | None:
    """A reason names no other time, and for a missing year one that the article knows of."""
    if "period" not in fact.inferred or fact.period is None:
        return None
    if why := explain_reason(fact, fact.period, found):
        return _mismatch(why, "correct the period, or the reason")
    if figured is not None and find_era(figured.statement):
        return None  # when the wall fell, the article need not say
    if why := explain_year(fact, fact.period, found, figured):
        return _mismatch(why, "correct the year, or quote the sentence that states it")
    return None


def _mismatch(message: str, hint: str = "correct the period, or quote another figure") -> Finding:
    return finding_on("period-mismatch", "period", message, hint)


def _unseen(message: str, stated: str = "") -> Finding:
    hint = f"quote the sentence that states the period, {_SETTLE}"
    hint = f"write period: {stated}; or {hint}" if stated else hint
    return finding_on("period-unseen", "period", message, hint)


def _claim(fact: Fact, name: str) -> str:
    """The period of the fact; where none was typed, that of its article."""
    return name if fact.period else f"{name}, the day of the article"
