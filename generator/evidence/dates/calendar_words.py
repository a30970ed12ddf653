"""The patterns by which a language's calendar dates are found, built from its lexicon.

In: a lexicon. Out: named patterns in order of precedence, made once a language. What a match means
is said in `dates`; this module knows only how dates look.
"""

import functools
import re
from collections.abc import Iterable

from generator.evidence.lexicon.lexicon import Lexicon, load_lexicon
from generator.evidence.lexicon.tables import load_table

YEAR = r"(?:19|20)\d\d"
_LEFT = r"(?<![\w.,/$€£¥-])"
_LEFT_WORD = r"(?<![\w-])"
_END = r"(?![\w%€$£¥])(?![.,]\d)"
_MONTHS = 12
_GAP = r"[ \n\u00a0]"


@functools.lru_cache(maxsize=32)
def date_patterns(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Names and patterns; where two overlap, the earlier one is right."""
    words = _Words(load_lexicon(lang))
    pairs = [
        *_of_spans(words),
        *_digital(words),
        *_of_months(words),
        *_of_parts(words),
        *_of_years(words),
    ]
    return tuple((name, re.compile(pattern)) for name, pattern in pairs)


class _Words:
    """The alternatives that a language has for each part of a date."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.dates = dates = lexicon.dates
        self.lang = lexicon.lang
        self.month = _any(lexicon.months, cased=True)
        short = _any(lexicon.short_months, cased=True)
        self.any_month = rf"(?:{self.month}|{short}\b\.?)"
        self.edge = _any(dates.get("edges", ()))
        self.of = rf"(?:{_any(dates.get('of', ()))}{_GAP})?"
        self.through = rf"(?:{_GAP}{_any(dates.get('through', ()))}{_GAP}|{_GAP}?[-/]{_GAP}?)"
        self.ordinal = (
            "(?P<ordinal>"
            + "|".join(
                rf"{_any(dates.get(name, ()))}" for name in ("first", "second", "third", "fourth")
            )
            + r"|[1-4](?:\.|st|nd|rd|th|e|de|ste)?)"
        )
        self.quarter = _any(dates.get("quarter", ()))
        self.half = _any(dates.get("half", ()))
        self.half_of_year = _any(dates.get("half_of_year", ()))
        self.last_quarter = _any(dates.get("last_quarter", ()))
        self.first_quarter = _any(dates.get("first_quarter", ()))
        self.fiscal = _any(dates.get("fiscal", ()))
        self.clock = _any(dates.get("clock", ()))
        self.decade = dates.get("decade", ("",))
        self.year_needed = (
            rf"(?:,?{_GAP}(?P<fiscal>{self.fiscal}{_GAP})?{self.of}(?P<year>{YEAR}){_END})"
        )
        self.year_after = f"{self.year_needed}?"
        counts = (word for word, value in lexicon.number_words.items() if 1 <= value <= _MONTHS)
        self.count = rf"(?P<count>{_any(counts)}|1[0-2]|[1-9])"
        self.months = _any(dates.get("months", ()))
        self.season = _any(dates.get("season", ()))
        self.decades = _any(decade_words(lexicon.lang))


def _any(words: Iterable[str], *, cased: bool = False) -> str:
    """One of the words; a month in capitals or as the language writes it."""
    forms = {re.escape(word).replace(r"\ ", _GAP) for word in words if word}
    if cased:
        forms |= {form[:1].upper() + form[1:] for form in forms}
    if not forms:
        return r"(?!)"
    alternatives = "|".join(sorted(forms, key=lambda form: (-len(form), form)))
    return f"(?:{alternatives})" if cased else f"(?i:{alternatives})"


@functools.lru_cache(maxsize=32)
def decade_words(lang: str) -> dict[str, str]:
    """Phrases for decades without a century: `jaren negentig` is 199X."""
    table = load_table(lang).get("decades", {})
    return {phrase.lower(): edtf for edtf, phrases in table.items() for phrase in phrases}


def _of_spans(words: _Words) -> list[tuple[str, str]]:
    """Months counted from an end of the year, or up to a date."""
    dates = words.dates
    months = rf"{words.count}(?:{_GAP}|-){words.months}(?!\w)(?:{_GAP}{_YEAR_WORDS}(?!\w))?"
    other = rf"(?!{_GAP}{_any(dates.get('not_of_year', ()))}(?!\w))"
    first, last = _any(dates.get("first", ())), _any(dates.get("last", ()))
    spans = "|".join(
        rf"(?P<{name}>{_any(dates.get(key, ()))})"
        for name, key in (("whole", "whole_year"), ("half", "half_span"), ("quarter", "quarter"))
    )
    day = r"(?:(?P<day>[12]\d|3[01]|0?[1-9])(?:\.|st|nd|rd|th|e)?[ \n\u00a0](?:of[ \n\u00a0])?)?"
    day_after = r"(?:[ \n\u00a0](?P<day_after>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?)?"
    until = rf"{_any(dates.get('up_to', ()))}(?:{_GAP}|-)"
    end = rf"(?P<month>{words.any_month}){day_after},?{_GAP}{words.of}(?P<year>{YEAR}){_END}"
    counted = rf"{words.count}(?:{_GAP}|-){words.months}"
    return [
        ("first-months", rf"{_LEFT_WORD}{first}{_GAP}{months}(?:{words.year_needed}|{other})"),
        ("last-months", rf"{_LEFT_WORD}{last}{_GAP}{months}{words.year_needed}"),
        (
            "months-to",
            rf"{_LEFT_WORD}(?:{counted}|{spans}){_GAP}{until}{day}{end}",
        ),
    ]


def _digital(words: _Words) -> list[tuple[str, str]]:
    """Dates in digits alone."""
    day_month = r"(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)"
    return [
        ("iso", rf"{_LEFT}(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?(?![\w-])"),
        ("iso-quarter", rf"{_LEFT}(?P<year>{YEAR})[-/ ]?(?P<part>[QH][1-4])(?!\w)"),
        ("numeric", rf"{_LEFT}{day_month}(?P<year>{YEAR}|\d\d)(?!\w)(?![.,/-]\d)"),
        ("numeric", rf"(?<=m ){day_month}(?!\d)" if words.lang == "de" else r"(?!)"),
        (
            "clock",
            rf"{_LEFT}(?:[01]?\d|2[0-4])(?::\d\d(?::\d\d)?(?!\d)|(?:[.:]\d\d)?{_GAP}?{words.clock}\b)",
        ),
    ]


def _of_months(words: _Words) -> list[tuple[str, str]]:
    """Dates with a month in letters."""
    day = r"(?P<day>[12]\d|3[01]|0?[1-9])"
    ordinal = r"(?:\.|st|nd|rd|th|de|ste|e)?"
    first_day = rf"(?:(?P<from>[12]\d|3[01]|0?[1-9]){ordinal}{words.through})?"
    edge = rf"(?:(?P<edge>{words.edge})(?:{_GAP}|-))?"
    start = rf"(?:{_GAP}(?P<start>{YEAR}))?"
    spread = rf"(?P<month>{words.month}){start}{words.through}(?P<last>{words.month})"
    day_month = (
        rf"{_LEFT}{first_day}{day}{ordinal}{_GAP}(?:of{_GAP})?(?P<month>{words.any_month})"
        rf"(?![\w-]){words.year_after}"
    )
    patterns = [
        ("day", day_month),
        ("spread", rf"{_LEFT_WORD}{spread}(?!\w){words.year_after}"),
    ]
    if words.lang == "en":
        end = rf"(?:st|nd|rd|th)?(?![\w%])(?![.,]\d)(?!{_GAP}(?:percent|million|billion|thousand))"
        month_day = (
            rf"{_LEFT_WORD}(?P<month>{words.any_month}){_GAP}{day}{end}"
            rf"(?:,?{_GAP}(?P<year>{YEAR}){_END})?"
        )
        patterns.insert(1, ("day", month_day))
    patterns += [
        (
            "month",
            rf"{_LEFT_WORD}{edge}(?P<month>{words.any_month}){_GAP}{words.of}(?P<year>{YEAR}){_END}",
        ),
        ("month", rf"{_LEFT_WORD}{edge}(?P<month>{words.month})(?!\w)(?!-\d)"),
    ]
    return patterns


def _of_parts(words: _Words) -> list[tuple[str, str]]:
    """Quarters and halves."""
    tail = words.year_after
    fiscal = rf"(?:(?P<fiscal_before>{words.fiscal}){_GAP})?"
    named = rf"{_LEFT_WORD}{fiscal}{words.ordinal}(?:{_GAP}|-)(?P<fiscal_mid>{words.fiscal}{_GAP})?"
    half = (
        rf"(?P<half>{words.half}|{words.half_of_year}(?={_GAP}(?:{words.of}{YEAR}|{_YEAR_WORDS})))"
    )
    short_year = rf"(?:{_GAP}?[-/']?{_GAP}?(?P<year>{YEAR}|(?<=['/])\d\d)(?!\d))?"
    return [
        ("quarter", rf"{named}(?P<quarter>{words.quarter})(?!\w){tail}"),
        ("half", rf"{named}{half}(?!\w)(?:{_GAP}{_YEAR_WORDS}(?!\w))?{tail}"),
        ("last-quarter", rf"{_LEFT_WORD}{words.last_quarter}(?!\w){tail}"),
        ("first-quarter", rf"{_LEFT_WORD}{words.first_quarter}(?!\w){tail}"),
        ("part", rf"{_LEFT_WORD}{fiscal}(?P<part>[QK][1-4]|H[12]){short_year}(?!\w)"),
        ("part", rf"{_LEFT_WORD}(?P<turned>[1-4][QH]){_GAP}?'?(?P<year>{YEAR}|\d\d)?(?!\w)"),
    ]


_YEAR_WORDS = (
    r"(?i:des Jahres|van het jaar|of the year|dieses Jahres|this year|van dit jaar|of this year)"
)


def _of_years(words: _Words) -> list[tuple[str, str]]:
    """Years, spans of years, decades."""
    edge = rf"(?:(?P<edge>{words.edge})(?:{_GAP}|-){words.of})?"
    decade = _any(words.decade) if any(words.decade) else ""
    return [
        (
            "fiscal",
            rf"{_LEFT_WORD}(?:{words.fiscal}){_GAP}?'?(?:{YEAR}(?:[/-]\d\d(?:\d\d)?)?|\d\d)(?!\w)",
        ),
        ("fiscal", rf"{_LEFT_WORD}(?:{words.season}){_GAP}{YEAR}(?:[/-](?:{YEAR}|\d\d))?(?!\w)"),
        ("fiscal", rf"{_LEFT}{YEAR}/\d\d(?!\d)"),
        ("split", rf"{_LEFT}(?P<year>{YEAR})(?:-(?P<last>\d\d)|/(?P<next>{YEAR}))(?![\w-]){_END}"),
        ("years", rf"{_LEFT}(?P<year>{YEAR}){words.through}(?P<last>{YEAR}){_END}"),
        ("decade", rf"{_LEFT}(?P<year>(?:19|20)\d0){decade}(?!\w)" if decade else r"(?!)"),
        ("decade-word", rf"{_LEFT_WORD}(?P<named>{words.decades})(?!\w)"),
        ("year", rf"{_LEFT_WORD}(?<![.,/$€£¥]){edge}(?P<year>{YEAR}){_END}(?!-[^\W\d_])"),
    ]
