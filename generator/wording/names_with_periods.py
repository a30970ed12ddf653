"""Whether a name says a period itself, so that nobody needs to add it: "Q1 2026", "First quarter".

In: a name, a period, a wording. Out: yes or no. The words of the language stand in its catalogue,
those of its months in CLDR.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from babel import Locale
from babel.dates import format_date

from generator.model import Period
from generator.wording.language import LanguageWording

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONTHS = ("MMMM", "MMM", "LLLL", "LLL")
_DAYS = ("d MMMM", "d MMM", "MMMM d", "MMM d")


def says_time(name: str, period: Period, wording: LanguageWording, *, with_year: bool) -> bool:
    """Whether `name` says `period` in any wording; with `with_year` the year has to be there too.

    A name with another year speaks of another time. What is about, uncertain or an interval has
    no shorter wording than its own.
    """
    if any(_stands_in(words, name) for words in _whole(period, wording)):
        return True
    start = period.start
    if start is None or period.qualifier or period.precision in {"interval", "year"}:
        return False
    years, own = set(_YEAR.findall(name)), {str(start.year)}
    is_own = years == own if with_year else years <= own
    return is_own and any(
        _stands_in(words, name) for words in _without_year(start, period.precision, wording)
    )


def _whole(period: Period, wording: LanguageWording) -> Iterator[str]:
    yield wording.period(period)
    yield period.edtf
    start, end = period.start, period.end
    if period.edtf.endswith("/.."):
        first = Period.parse(period.edtf.partition("/")[0])
        yield wording.say("names-since", start=wording.period(first))
    if period.precision == "interval" and start and end:
        yield from (f"{start.year}{dash}{end.year}" for dash in "-–" if "-" not in period.edtf)


def _without_year(start: date, precision: str, wording: LanguageWording) -> Iterator[str]:
    """A part of a year as names say it beside others of the same year."""
    locale = Locale.parse(wording.lang, sep="-")
    if precision in {"quarter", "half"}:
        part = (start.month + 2) // 3 if precision == "quarter" else (start.month + 5) // 6
        yield from wording.say(f"names-{precision}-{part}").split(" | ")
    elif precision == "month":
        yield from (format_date(start, one, locale) for one in _MONTHS)
    else:
        yield from (format_date(start, one, locale) for one in _DAYS)
        if (start + timedelta(days=1)).day == 1:
            months = (format_date(start, one, locale) for one in _MONTHS)
            said = (wording.say("names-month-end", month=month) for month in months)
            yield from chain.from_iterable(one.split(" | ") for one in said)


def _stands_in(words: str, name: str) -> bool:
    """As words of their own, the first letter large or small; never as a part of a number."""
    first = f"[{words[0]}{words[0].upper()}]" if words[0].islower() else re.escape(words[0])
    pattern = rf"(?<![\w.,/–-]){first}{re.escape(words[1:])}(?!\w|[-–.,/]\d)"
    return re.search(pattern, name) is not None
