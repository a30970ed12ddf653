"""Calendar dates of a text, as EDTF with `X` for what the text does not say.

In: a folded layout and its language. Out: spans with EDTF, in order, none overlapping. Relative
expressions (`last year`, `Tuesday`) are no dates here, and no year is ever guessed.
"""

import calendar
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from generator.evidence.dates.old_years import is_free, is_old_year
from generator.evidence.dates.patterns import date_patterns, needed_words
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.numerals import parse_number_word

_REACH, _DAY_LENGTH = 24, len("2024-01-31")
_NO_YEAR, _CENTURY_TURN = "XXXX", 70
_LAST_MONTH, _LAST_DAY = 12, 31
_FEBRUARY, _WEEK, _QUARTER, _HALF, _YEAR = 2, 7, 3, 6, 12
_SPANS = {"whole": _YEAR, "half": _HALF, "quarter": _QUARTER}
_QUARTERS, _HALVES = 32, 39
"""What EDTF adds to the number of a quarter and of a half."""

Groups = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date where it stands in the layout; `edtf` is None for what has no place in EDTF."""

    start: int
    end: int
    edtf: str | None


def find_dates(layout: str, lexicon: Lexicon) -> tuple[DateSpan, ...]:
    """Every calendar date of the layout, in order."""
    found: list[DateSpan] = []
    starts: list[int] = []
    lowered = layout.lower()
    missing = {
        name
        for name, words in needed_words(lexicon).items()
        if not any(word in lowered for word in words)
    }
    for name, pattern in date_patterns(lexicon):
        if name in missing:
            continue
        for match in pattern.finditer(layout):
            at = bisect_right(starts, match.start())
            if at and found[at - 1].end > match.start():
                continue
            if at < len(found) and found[at].start < match.end():
                continue
            if span := _read(name, match, lexicon):
                found.insert(at, _opened(span, layout, lexicon))
                starts.insert(at, span.start)
    return tuple(found)


def _read(name: str, match: re.Match[str], lexicon: Lexicon) -> DateSpan | None:
    """The date that a match is, or None when its words are no date after all."""
    groups = match.groupdict()
    if name in {"month", "spread"} and not _is_month(match, lexicon):
        return None
    if name in {"year", "old-year"}:
        return _read_year(name, match, lexicon)
    if (name == "split" and not _is_next(groups)) or (name == "clock" and _is_span(match, lexicon)):
        return None
    if any(groups.get(key) for key in ("fiscal", "fiscal_before", "fiscal_mid")):
        return DateSpan(*match.span(), None)
    edtf = read_date(name, groups, lexicon)
    if name in {"iso", "numeric", "years"} and edtf is None:
        return None
    return DateSpan(*match.span(), edtf)


def _is_month(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Words such as `May` are a month only with a year, an edge or a preposition."""
    groups, dates = match.groupdict(), lexicon.dates
    if groups["month"] not in dates.doubtful_months or groups.get("year"):
        return (groups.get("year") or "2") > "19" or is_free(match.string[match.end() :], lexicon)
    if groups.get("edge") or groups.get("last"):
        return True
    before = match.string[: match.start()].rstrip().rpartition(" ")[2].lower()
    return before in dates.before_month


def _is_span(match: re.Match[str], lexicon: Lexicon) -> bool:
    """The words around an hour make it a duration: `in 24 uur`, `10 uur per dag`."""
    text, dates = match.string, lexicon.dates
    before = text[max(0, match.start() - _REACH) : match.start()].lower().split()
    after = text[match.end() : match.end() + _REACH].lower().split()
    is_before = bool(before) and before[-1] in dates.spans_before
    return is_before or (bool(after) and after[0].strip(".,;") in dates.spans_after)


def _is_next(groups: Groups) -> bool:
    """Two years in a row, as of a season: `2023-24`, `2023/2024`."""
    following = str(int(groups["year"] or 0) + 1)
    return groups["next"] == following or groups["last"] == following[2:]


def _read_year(name: str, match: re.Match[str], lexicon: Lexicon) -> DateSpan | None:
    """A bare year, unless it counts something."""
    if name == "old-year" and not is_old_year(match.string, *match.span(), lexicon):
        return None
    text, year = match.string, match["year"]
    after = text[match.end() : match.end() + _REACH].split(maxsplit=1)
    word = after[0].strip(".,;:").lower() if after and text[match.end()].isspace() else ""
    is_counted = word in lexicon.scales.words or bool(lexicon.money.words.meanings.get((word,)))
    if is_counted or lexicon.measures.names.meanings.get((word,)) == "%":
        return None
    return DateSpan(*match.span(), year)


def _opened(span: DateSpan, layout: str, lexicon: Lexicon) -> DateSpan:
    """`since 2022` and `from the first half of 2024` have no end; a day is only looked back on."""
    edtf = span.edtf
    if edtf is None or "X" in edtf or "/" in edtf or len(edtf) == _DAY_LENGTH:
        return span
    return replace(span, edtf=f"{edtf}/..") if is_opened(layout, span.start, lexicon) else span


def is_opened(text: str, start: int, lexicon: Lexicon) -> bool:
    """Words such as `since` or `from the` stand before a date, and make it a beginning."""
    words = [word.lstrip("'\"(") for word in text[max(0, start - _REACH) : start].lower().split()]
    if words and words[-1] in lexicon.dates.articles:
        words.pop()
    tails = {" ".join(words[-count:]) for count in (1, 2, 3)}
    return not tails.isdisjoint(lexicon.dates.open)


def dated_tokens(spans: Sequence[DateSpan], starts: Sequence[int]) -> list[int | None]:
    """For each token start, the index of the date span that it lies in."""
    owners: list[int | None] = []
    at = 0
    for start in starts:
        while at < len(spans) and spans[at].end <= start:
            at += 1
        owners.append(at if at < len(spans) and spans[at].start <= start else None)
    return owners


def read_date(name: str, groups: Groups, lexicon: Lexicon) -> str | None:
    """The date that a match of the named pattern is."""
    reader = _READERS.get(name)
    return reader(groups, lexicon) if reader else None


def _full_year(year: str | None) -> str:
    """The year in four digits; two are of this century or the last."""
    if not year:
        return _NO_YEAR
    if len(year) == len(_NO_YEAR):
        return year
    return f"20{year}" if int(year) < _CENTURY_TURN else f"19{year}"


def _month(name: str | None, lexicon: Lexicon) -> int:
    plain = (name or "").rstrip(".")
    for names in (lexicon.dates.months, lexicon.dates.short_months):
        for form in (plain, plain[:1].lower() + plain[1:], plain.capitalize()):
            if form in names:
                return names[form]
    raise KeyError(name)


def _read_iso(groups: Groups, _: Lexicon) -> str | None:
    if groups["day"] is None:
        return f"{groups['year']}-{groups['month']}"
    is_day = int(groups["day"]) <= _LAST_DAY
    return f"{groups['year']}-{groups['month']}-{groups['day']}" if is_day else None


def _read_numeric(groups: Groups, lexicon: Lexicon) -> str | None:
    """Day and month in the language's order; unknown where the language leaves it open."""
    day, month = int(groups["first"] or 0), int(groups["second"] or 0)
    year = _full_year(groups.get("year"))
    if lexicon.dates.month_first:
        if max(day, month) <= _LAST_MONTH and day != month:
            return f"{year}-XX-XX"
        if month > _LAST_MONTH:
            day, month = month, day
    if not (1 <= month <= _LAST_MONTH and 1 <= day <= _LAST_DAY):
        return None
    return f"{year}-{month:02d}-{day:02d}"


def _read_day(groups: Groups, lexicon: Lexicon) -> str:
    head = f"{_full_year(groups['year'])}-{_month(groups['month'], lexicon):02d}"
    last = f"{head}-{int(groups['day'] or 0):02d}"
    first = groups.get("from")
    return f"{head}-{int(first):02d}/{last}" if first else last


def _read_spread(groups: Groups, lexicon: Lexicon) -> str:
    last_year = _full_year(groups["year"])
    first_year = _full_year(groups["start"]) if groups["start"] else last_year
    first, last = _month(groups["month"], lexicon), _month(groups["last"], lexicon)
    if first > last and first_year == last_year and last_year != _NO_YEAR:
        first_year = str(int(last_year) - 1)
    return f"{first_year}-{first:02d}/{last_year}-{last:02d}"


def _read_month(groups: Groups, lexicon: Lexicon) -> str:
    return f"{_full_year(groups.get('year'))}-{_month(groups['month'], lexicon):02d}"


def _read_season(groups: Groups, _: Lexicon) -> str | None:
    """`Saison 2025`, `season 2023/24`: the year, or both."""
    year, last = int(groups["year"] or 0), groups["next"]
    if last and not str(year + 1).endswith(last):
        return None
    return f"{year}/{year + 1}" if last else f"{year}"


def _read_years(groups: Groups, _: Lexicon) -> str | None:
    first, last = groups["year"] or "", groups["last"] or ""
    return f"{first}/{last}" if first <= last else None


def _read_decade(groups: Groups, _: Lexicon) -> str:
    return f"{(groups['year'] or '')[:3]}X"


def _read_decade_word(groups: Groups, lexicon: Lexicon) -> str | None:
    phrase = " ".join((groups["named"] or "").lower().split())
    return lexicon.dates.decade_words.get(phrase)


def _read_quarter(groups: Groups, lexicon: Lexicon) -> str | None:
    """`third quarter of 2024`."""
    number = _ordinal(groups["ordinal"], lexicon)
    return f"{_full_year(groups['year'])}-{_QUARTERS + number}"


def _read_half(groups: Groups, lexicon: Lexicon) -> str | None:
    """`first half of 2024`."""
    number = _ordinal(groups["ordinal"], lexicon)
    return f"{_full_year(groups['year'])}-{_HALVES + number}" if number in {1, 2} else None


def _ordinal(text: str | None, lexicon: Lexicon) -> int:
    word = (text or "").lower()
    for number, forms in enumerate(lexicon.dates.ordinals, start=1):
        if word in {form.lower() for form in forms}:
            return number
    return int(word[:1])


def _read_part(groups: Groups, lexicon: Lexicon) -> str:
    """`Q3 2024`, `1H24`."""
    part = groups.get("part") or "".join(reversed(groups.get("turned") or ""))
    base = _HALVES if part[0] in lexicon.dates.half_letters else _QUARTERS
    return f"{_full_year(groups.get('year'))}-{base + int(part[1])}"


def _read_week(groups: Groups, _: Lexicon) -> str | None:
    """`KW 12/2025`: its seven days; nothing without a year, or in a year without such a week."""
    year = groups.get("year") or groups.get("year_after")
    if year is None:
        return None
    try:
        monday = date.fromisocalendar(int(_full_year(year)), int(groups["week"] or 0), 1)
    except ValueError:
        return None
    return f"{monday}/{monday + timedelta(days=_WEEK - 1)}"


def _read_named_quarter(number: int, groups: Groups, _: Lexicon) -> str:
    """`Auftaktquartal 2024`, `Schlussquartal 2024`."""
    return f"{_full_year(groups['year'])}-{_QUARTERS + number}"


def _read_first_months(groups: Groups, lexicon: Lexicon) -> str | None:
    """`first nine months of 2025`, from January on."""
    count = _count(groups, lexicon)
    return _write(groups["year"], 1, count) if count <= _YEAR else None


def _read_last_months(groups: Groups, lexicon: Lexicon) -> str | None:
    """`last three months of 2025`, up to December."""
    count = _count(groups, lexicon)
    return _write(groups["year"], _YEAR + 1 - count, _YEAR) if count <= _YEAR else None


def _read_months_to(groups: Groups, lexicon: Lexicon) -> str | None:
    """`year ended 31 March 2025`: to the end of a month; more than a year only with its year."""
    year, month = int(groups["year"] or 0), _month(groups["month"], lexicon)
    day = groups["day"] or groups["day_after"]
    # In a leap year the books may still close on the 28th of February.
    last_day = min(calendar.monthrange(year, month)[1], 30 - 2 * (month == _FEBRUARY))
    if day and int(day) < last_day:
        return None
    named = next((size for name, size in _SPANS.items() if groups[name]), None)
    count = named or _count(groups, lexicon)
    first = year * _YEAR + month - count
    if first // _YEAR == year:
        return _write(groups["year"], first % _YEAR + 1, month)
    if groups["year"]:
        return f"{first // _YEAR}-{first % _YEAR + 1:02d}/{year}-{month:02d}"
    return f"{_NO_YEAR}-{first % _YEAR + 1:02d}/{_NO_YEAR}-{month:02d}" if count <= _YEAR else None


def _count(groups: Groups, lexicon: Lexicon) -> int:
    word = (groups["count"] or "").lower()
    return int(word) if word.isdecimal() else int(parse_number_word(word, lexicon) or 0)


def _write(year: str | None, first: int, last: int) -> str:
    """The months of one year, under the name that they have together."""
    year, size = year or _NO_YEAR, last - first + 1
    if size == _YEAR:
        return year
    if size == _HALF and first % _HALF == 1:
        return f"{year}-{_HALVES + 1 + first // _HALF}"
    if size == _QUARTER and first % _QUARTER == 1:
        return f"{year}-{_QUARTERS + 1 + first // _QUARTER}"
    return f"{year}-{first:02d}/{year}-{last:02d}" if size > 1 else f"{year}-{first:02d}"


_READERS: Mapping[str, Callable[[Groups, Lexicon], str | None]] = {
    "iso": _read_iso,
    "iso-quarter": _read_part,
    "iso-week": _read_week,
    "week": _read_week,
    "numeric": _read_numeric,
    "day": _read_day,
    "spread": _read_spread,
    "month": _read_month,
    "quarter": _read_quarter,
    "half": _read_half,
    "last-quarter": partial(_read_named_quarter, 4),
    "first-quarter": partial(_read_named_quarter, 1),
    "part": _read_part,
    "season": _read_season,
    "two-years": _read_season,
    "years": _read_years,
    "decade": _read_decade,
    "decade-word": _read_decade_word,
    "first-months": _read_first_months,
    "last-months": _read_last_months,
    "months-to": _read_months_to,
}
