"""The patterns by which a language's calendar dates are found, built from its lexicon.

In: a lexicon. Out: named patterns in order of precedence, made once a language. `calendar` says
what a match means; this module knows only how dates look.
"""

import functools
import re
from collections.abc import Iterable, Mapping

from generator.evidence.lexicon.lexicon import Lexicon

_YEAR = r"(?:19|20)\d\d"
_OLD_YEAR = r"1[0-8]\d\d"
_LEFT = r"(?<![\w.,/$€£¥-])"
_LEFT_WORD = r"(?<![\w-])"
_END = r"(?![\w%€$£¥])(?![.,]\d)"
_MONTHS = 12
_GAP = r"[ \n\u00a0]"
_DAY = r"[12]\d|3[01]|0?[1-9]"
_WEEK = r"(?P<week>0?[1-9]|[1-4]\d|5[0-3])"
_CODE = rf"{_GAP}[A-Z]{{1,2}}\d"
"""Letters and digits behind a year, as in the names of asteroids: `2023 DZ2`."""
_TIME = r"(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"


@functools.lru_cache(maxsize=32)
def date_patterns(lexicon: Lexicon) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Names and patterns; where two overlap, the earlier one is right."""
    words = _Words(lexicon)
    pairs = [
        *_of_spans(words),
        *_digital(words),
        *_of_months(words),
        *_of_weeks(words),
        *_of_parts(words),
        *_of_years(words),
    ]
    return tuple((name, re.compile(pattern)) for name, pattern in pairs)


@functools.lru_cache(maxsize=32)
def needed_words(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """For the name of a pattern, words in small letters without one of which no text fits it."""
    dates = lexicon.dates
    needed: dict[str, Iterable[str]] = {
        "first-months": dates.counted,
        "last-months": dates.counted,
        "months-to": dates.up_to,
        "iso-week": ("w0", "w1", "w2", "w3", "w4", "w5"),
        "week": (*dates.weeks, *dates.weeks_alone, *dates.weeks_after),
        "quarter": dates.quarter,
        "half": (*dates.half, *dates.half_of_year),
        "last-quarter": (*dates.last_quarter, *dates.counted_last),
        "first-quarter": dates.first_quarter,
        "decade-word": dates.decade_words,
        "season": dates.season,
    }
    return {
        name: frozenset(word.lower().split()[0] for word in words if word)
        for name, words in needed.items()
    }


class _Words:
    """The alternatives that a language has for each part of a date."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.dates = dates = lexicon.dates
        self.month = _any(dates.months, cased=True)
        short = _any(dates.short_months, cased=True)
        small = _written(name.lower() for name in dates.short_months)
        # Where months have a capital, a small one is an abbreviation only with its dot.
        abbreviated = rf"|{small}\." if dates.month_first else ""
        self.any_month = rf"(?:{self.month}|{short}\b\.?{abbreviated})"
        self.edge = _any(dates.edges)
        self.of = rf"(?:{_any(dates.of)}{_GAP})?"
        self.day_of = rf"(?:{_written(dates.day_of)}{_GAP})?"
        self.through = rf"(?:{_GAP}{_any(dates.through)}{_GAP}|{_GAP}?[-/]{_GAP}?)"
        self.suffix = _written(lexicon.numerals.ordinal_suffixes)
        named = "|".join(_any(forms) for forms in dates.ordinals)
        self.ordinal = rf"(?P<ordinal>{named}|[1-4](?:\.|{self.suffix})?)"
        self.this_year = rf"(?i:{_written(dates.this_year)})"
        self.fiscal = _any(dates.fiscal)
        fiscal = rf"(?P<fiscal>{self.fiscal}{_GAP})?"
        self.year_needed = rf"(?:,?{_GAP}{self.of}{fiscal}{self.of}(?P<year>{_YEAR}){_END})"
        self.year_after = f"{self.year_needed}?"
        self.old_year_after = self.year_after.replace(_YEAR, rf"(?:{_OLD_YEAR}|{_YEAR})")
        numbers = lexicon.numerals.values.items()
        counts = _any(word for word, value in numbers if 1 <= value <= _MONTHS)
        counted = rf"(?P<count>{counts}|1[0-2]|[1-9])"
        self.counted = rf"{counted}(?:{_GAP}|-){_any(dates.counted)}"


def _any(words: Iterable[str], *, cased: bool = False) -> str:
    """One of the words; a month in capitals or as the language writes it."""
    forms = {re.escape(word).replace(r"\ ", _GAP) for word in words if word}
    if cased:
        forms |= {form[:1].upper() + form[1:] for form in forms}
    if not forms:
        return r"(?!)"
    alternatives = "|".join(sorted(forms, key=lambda form: (-len(form), form)))
    return f"(?:{alternatives})" if cased else f"(?i:{alternatives})"


def _written(words: Iterable[str]) -> str:
    """One of the words, as it is written here."""
    forms = sorted((re.escape(word) for word in words), key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(forms)})" if forms else r"(?!)"


def _of_spans(words: _Words) -> list[tuple[str, str]]:
    """Months counted from an end of the year, or up to a date."""
    dates = words.dates
    months = rf"{words.counted}(?!\w)(?:{_GAP}{words.this_year}(?!\w))?"
    other = rf"(?!{_GAP}{_any(dates.not_of_year)}(?!\w))"
    spans = (
        rf"(?P<whole>{_any(dates.whole_year)})|(?P<half>{_any(dates.half_span)})"
        rf"|(?P<quarter>{_any(dates.quarter)})"
    )
    day = rf"(?:(?P<day>{_DAY})(?:\.|{words.suffix})?{_GAP}{words.day_of})?"
    day_after = rf"(?:{_GAP}(?P<day_after>{_DAY})(?:{words.suffix})?)?"
    until = rf"{_any(dates.up_to)}(?:{_GAP}|-)"
    year = rf"(?:,?{_GAP}{words.of}(?P<year>{_YEAR}){_END}|(?!\w)(?!,?{_GAP}{_YEAR}))"
    end = rf"(?P<month>{words.any_month}){day_after}{year}"
    return [
        (
            "first-months",
            rf"{_LEFT_WORD}{_any(dates.first)}{_GAP}{months}(?:{words.year_needed}|{other})",
        ),
        (
            "last-months",
            rf"{_LEFT_WORD}{_any(dates.counted_last)}{_GAP}{months}{words.year_needed}",
        ),
        ("months-to", rf"{_LEFT_WORD}(?:{words.counted}|{spans}),?{_GAP}{until}{day}{end}"),
    ]


def _digital(words: _Words) -> list[tuple[str, str]]:
    """Dates in digits alone."""
    dates = words.dates
    day_month = r"(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)"
    endings = "|".join(rf"(?<={re.escape(ending)} )" for ending in dates.endings_before_day)
    letters = _written((*dates.quarter_letters, *dates.half_letters))
    hour = r"(?:[01]?\d|2[0-4])"
    clock = rf"(?:[.:]\d\d)?{_GAP}?{_any(dates.clock)}(?!\w)"
    part_of_day = rf"[.]\d\d{_GAP}{_any(dates.day_parts)}(?!\w)"
    zone = rf"(?:[.:]?\d\d)?{_GAP}?{_written(dates.zones)}(?!\w)"
    return [
        (
            "iso",
            rf"{_LEFT}(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d){_TIME})?(?![\w-])",
        ),
        ("iso-week", rf"{_LEFT}(?P<year>{_YEAR})-?W{_WEEK}(?:-[1-7])?(?![\w-])"),
        ("iso-quarter", rf"{_LEFT}(?P<year>{_YEAR})[-/ ]?(?P<part>{letters}[1-4])(?!\w)"),
        ("numeric", rf"{_LEFT}{day_month}(?P<year>{_YEAR}|\d\d)(?!\w)(?![.,/-]\d)"),
        ("numeric", rf"(?:{endings}){day_month}(?!\d)" if endings else r"(?!)"),
        ("clock", rf"{_LEFT}{hour}(?::\d\d(?::\d\d)?(?!\d)|{clock}|{part_of_day}|{zone})"),
    ]


def _of_months(words: _Words) -> list[tuple[str, str]]:
    """Dates with a month in letters."""
    dates = words.dates
    ordinal = rf"(?:\.|{words.suffix})?"
    first_day = rf"(?:(?P<from>{_DAY}){ordinal}{words.through})?"
    edge = rf"(?:(?P<edge>{words.edge})(?:{_GAP}|-))?"
    start = rf"(?:{_GAP}(?P<start>{_YEAR}))?"
    spread = rf"(?P<month>{words.month}){start}{words.through}(?P<last>{words.month})"
    day_month = (
        rf"{_LEFT}{first_day}(?P<day>{_DAY}){ordinal}{_GAP}{words.day_of}"
        rf"(?P<month>{words.any_month})(?![\w-]){words.old_year_after}"
    )
    counted = rf"(?!{_GAP}{_written(dates.not_days)})"
    month_day = (
        rf"{_LEFT_WORD}(?P<month>{words.any_month}){_GAP}(?:(?P<from>{_DAY})-)?(?P<day>{_DAY})(?:{words.suffix})?"
        rf"(?![\w%])(?![.,]\d){counted}(?:,?{_GAP}(?P<year>{_YEAR}){_END})?"
    )
    month = (
        rf"{_LEFT_WORD}{edge}(?P<month>{words.any_month}){_GAP}{words.of}(?P<year>{_YEAR}){_END}"
    )
    return [
        ("day", day_month),
        *([("day", month_day)] if dates.month_first else []),
        ("spread", rf"{_LEFT_WORD}{spread}(?!\w){words.year_after}"),
        ("month", month),
        ("month", month.replace(_YEAR, _OLD_YEAR)),
        ("month", rf"{_LEFT_WORD}{edge}(?P<month>{words.month})(?!\w)(?!-\d)"),
    ]


def _of_weeks(words: _Words) -> list[tuple[str, str]]:
    """Weeks of the year by their number."""
    dates = words.dates
    year = rf"(?:/(?P<year>{_YEAR}|\d\d)|,?{_GAP}\(?{words.of}(?P<year_after>{_YEAR})\)?)"
    before = rf"{_LEFT_WORD}(?:{_any(dates.weeks)}){_GAP}?{_WEEK}{year}(?![\w/])"
    alone = rf"{_LEFT_WORD}(?:{_any(dates.weeks_alone)}){_GAP}?{_WEEK}(?![\w%])(?![.,/]\d)"
    ordinal = rf"(?:\.|{words.suffix})"
    after = rf"{_LEFT}{_WEEK}{ordinal}{_GAP}(?:{_any(dates.weeks_after)})"
    is_sure = rf"(?:{year}|(?={_GAP}|\W|$))" if dates.weeks_alone == dates.weeks else year
    return [("week", before), ("week", alone), ("week", rf"{after}{is_sure}(?!\w)")]


def _of_parts(words: _Words) -> list[tuple[str, str]]:
    """Quarters and halves."""
    dates, tail, this_year = words.dates, words.year_after, words.this_year
    fiscal = rf"(?:(?P<fiscal_before>{words.fiscal}){_GAP})?"
    named = rf"{_LEFT_WORD}{fiscal}{words.ordinal}(?:{_GAP}|-)(?P<fiscal_mid>{words.fiscal}{_GAP})?"
    of_year = rf"{_any(dates.half_of_year)}(?={_GAP}(?:{words.of}{_YEAR}|{this_year}))"
    half = rf"(?P<half>{_any(dates.half)}|{of_year})"
    short_year = rf"(?:{_GAP}?[-/']?{_GAP}?(?P<year>{_YEAR}|(?<=['/])\d\d)(?!\d))?"
    letters = _written((*dates.quarter_letters, *dates.half_letters))
    quarters = _written((*dates.quarter_letters, *dates.quarter_letters_before))
    closing = rf"{_any(dates.counted_last)}(?:{_GAP}|-){_any(dates.quarter)}"
    part = rf"{quarters}[1-4]|{_written(dates.half_letters)}[12]"
    return [
        ("quarter", rf"{named}(?P<quarter>{_any(dates.quarter)})(?!\w){tail}"),
        ("half", rf"{named}{half}(?!\w)(?:{_GAP}{this_year}(?!\w))?{tail}"),
        ("last-quarter", rf"{_LEFT_WORD}{_any(dates.last_quarter)}(?!\w){tail}"),
        ("last-quarter", rf"{_LEFT_WORD}{closing}{words.year_needed}"),
        ("first-quarter", rf"{_LEFT_WORD}{_any(dates.first_quarter)}(?!\w){tail}"),
        ("part", rf"{_LEFT_WORD}{fiscal}(?P<part>{part}){short_year}(?!\w)"),
        ("part", rf"{_LEFT}(?P<turned>[1-4]{letters}){_GAP}?'?(?P<year>{_YEAR}|\d\d)?(?!\w)"),
    ]


def _of_years(words: _Words) -> list[tuple[str, str]]:
    """Years, spans of years, decades."""
    dates = words.dates
    edge = rf"(?:(?P<edge>{words.edge})(?:{_GAP}|-){words.of})?"
    season = _any(dates.season)
    two_years = rf"(?P<year>{_YEAR})[/-](?P<next>{_YEAR}|\d\d)"
    return [
        # Within both years, whichever month it begins with.
        ("two-years", rf"{_LEFT_WORD}(?:{words.fiscal}){_GAP}?{two_years}(?!\w)"),
        ("fiscal", rf"{_LEFT_WORD}(?:{words.fiscal}){_GAP}?'?(?:{_YEAR}|\d\d)(?!\w)"),
        (
            "season",
            rf"{_LEFT_WORD}(?:{season}){_GAP}(?P<year>{_YEAR})(?:[/-](?P<next>{_YEAR}|\d\d))?(?!\w)",
        ),
        ("two-years", rf"{_LEFT}(?P<year>{_YEAR})/(?P<next>\d\d)(?!\d)"),
        (
            "split",
            rf"{_LEFT}(?P<year>{_YEAR})(?:-(?P<last>\d\d)|/(?P<next>{_YEAR}))(?![\w-]){_END}",
        ),
        ("years", rf"{_LEFT}(?P<year>{_YEAR}){words.through}(?P<last>{_YEAR}){_END}"),
        ("decade", rf"{_LEFT}(?P<year>(?:19|20)\d0){_any(dates.decade)}(?!\w)"),
        ("decade-word", rf"{_LEFT_WORD}(?P<named>{_any(dates.decade_words)})(?!\w)"),
        (
            "year",
            rf"{_LEFT_WORD}(?<![.,/$€£¥]){edge}(?P<year>{_YEAR}){_END}(?!-[^\W\d_])(?!{_CODE})",
        ),
        ("old-year", rf"{_LEFT}(?P<year>{_OLD_YEAR}){_END}(?!-[^\W\d_])(?!{_CODE})"),
    ]
