"""Calendar dates of a text, as EDTF with `X` for what the text does not say.

In: a folded layout and its language. Out: spans with EDTF, in order, none overlapping. Relative
expressions (`last year`, `Tuesday`) are no dates here, and no year is ever guessed.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.evidence.dates.calendar_words import date_patterns, decade_words
from generator.evidence.dates.month_spans import read_first_months, read_last_months, read_months_to
from generator.evidence.dates.year_parts import (
    NO_YEAR,
    full_year,
    read_first_quarter,
    read_half,
    read_last_quarter,
    read_part,
    read_quarter,
)
from generator.evidence.lexicon.lexicon import Lexicon, load_lexicon

_LAST_MONTH, _LAST_DAY = 12, 31
_REACH = 24
_DAY_LENGTH = len("2024-01-31")
_ARTICLES = frozenset({"der", "dem", "den", "de", "het", "the"})


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date where it stands in the layout; `edtf` is None for what has no place in EDTF."""

    start: int
    end: int
    edtf: str | None


def find_dates(layout: str, lang: str) -> tuple[DateSpan, ...]:
    """Every calendar date of the layout, in order."""
    lexicon = load_lexicon(lang)
    found: list[DateSpan] = []
    starts: list[int] = []
    for name, pattern in date_patterns(lang):
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
    if name == "year":
        return _read_year(match, lexicon)
    if name == "split" and not _is_next(groups):
        return None
    if any(groups.get(key) for key in ("fiscal", "fiscal_before", "fiscal_mid")):
        return DateSpan(*match.span(), None)
    reader = _READERS.get(name)
    edtf = reader(groups, lexicon) if reader else None
    if name in {"iso", "numeric"} and edtf is None:
        return None
    return DateSpan(*match.span(), edtf)


def _is_month(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Words such as `May` are a month only with a year, an edge or a preposition."""
    groups = match.groupdict()
    if groups["month"] not in lexicon.dates.get("doubtful_months", ()) or groups.get("year"):
        return True
    if groups.get("edge") or groups.get("last"):
        return True
    before = match.string[: match.start()].rstrip().rpartition(" ")[2].lower()
    return before in {
        "in",
        "since",
        "by",
        "of",
        "last",
        "until",
        "from",
        "this",
        "next",
        "during",
        "for",
        "to",
    }


def _is_next(groups: Mapping[str, str | None]) -> bool:
    """Two years in a row, as of a season: `2023-24`, `2023/2024`."""
    following = str(int(groups["year"] or 0) + 1)
    return groups["next"] == following or groups["last"] == following[2:]


def _read_year(match: re.Match[str], lexicon: Lexicon) -> DateSpan | None:
    """A bare year, unless it counts something."""
    text, year = match.string, match["year"]
    after = text[match.end() : match.end() + 24].split(maxsplit=1)
    word = after[0].strip(".,;:").lower() if after and text[match.end()].isspace() else ""
    is_counted = word in lexicon.scales or bool(lexicon.currencies.meanings.get((word,)))
    if is_counted or lexicon.measures.meanings.get((word,)) == "%":
        return None
    return DateSpan(*match.span(), year)


def _opened(span: DateSpan, layout: str, lexicon: Lexicon) -> DateSpan:
    """`since 2022` and `from the first half of 2024` have no end; a day is only looked back on."""
    edtf = span.edtf
    if edtf is None or "X" in edtf or "/" in edtf or len(edtf) == _DAY_LENGTH:
        return span
    before = layout[max(0, span.start - _REACH) : span.start].lower().split()
    words = [word.lstrip("'\"(") for word in before]
    if words and words[-1] in _ARTICLES:
        words.pop()
    opening = {phrase.lower() for phrase in lexicon.dates.get("open", ())}
    tails = {" ".join(words[-count:]) for count in (1, 2, 3)}
    return DateSpan(span.start, span.end, f"{edtf}/..") if tails & opening else span


def _read_iso(groups: Mapping[str, str | None], _: Lexicon) -> str | None:
    if groups["day"] is None:
        return f"{groups['year']}-{groups['month']}"
    return (
        f"{groups['year']}-{groups['month']}-{groups['day']}"
        if int(groups["day"]) <= _LAST_DAY
        else None
    )


def _read_numeric(groups: Mapping[str, str | None], lexicon: Lexicon) -> str | None:
    """Day and month in the language's order; unknown where English leaves it open."""
    day, month = int(groups["first"] or 0), int(groups["second"] or 0)
    year = full_year(groups.get("year"))
    if lexicon.lang == "en":
        if max(day, month) <= _LAST_MONTH and day != month:
            return f"{year}-XX-XX"
        if month > _LAST_MONTH:
            day, month = month, day
    if not (1 <= month <= _LAST_MONTH and 1 <= day <= _LAST_DAY):
        return None
    return f"{year}-{month:02d}-{day:02d}"


def _month(name: str | None, lexicon: Lexicon) -> int:
    plain = (name or "").rstrip(".")
    for names in (lexicon.months, lexicon.short_months):
        for form in (plain, plain[:1].lower() + plain[1:]):
            if form in names:
                return names[form]
    raise KeyError(name)


def _read_day(groups: Mapping[str, str | None], lexicon: Lexicon) -> str:
    head = f"{full_year(groups['year'])}-{_month(groups['month'], lexicon):02d}"
    last = f"{head}-{int(groups['day'] or 0):02d}"
    first = groups.get("from")
    return f"{head}-{int(first):02d}/{last}" if first else last


def _read_spread(groups: Mapping[str, str | None], lexicon: Lexicon) -> str:
    last_year = full_year(groups["year"])
    first_year = full_year(groups["start"]) if groups["start"] else last_year
    first, last = _month(groups["month"], lexicon), _month(groups["last"], lexicon)
    if first > last and first_year == last_year and last_year != NO_YEAR:
        first_year = str(int(last_year) - 1)
    return f"{first_year}-{first:02d}/{last_year}-{last:02d}"


def _read_month(groups: Mapping[str, str | None], lexicon: Lexicon) -> str:
    return f"{full_year(groups.get('year'))}-{_month(groups['month'], lexicon):02d}"


def _read_years(groups: Mapping[str, str | None], _: Lexicon) -> str | None:
    first, last = groups["year"] or "", groups["last"] or ""
    return f"{first}/{last}" if first <= last else None


def _read_decade(groups: Mapping[str, str | None], _: Lexicon) -> str:
    return f"{(groups['year'] or '')[:3]}X"


def _read_decade_word(groups: Mapping[str, str | None], lexicon: Lexicon) -> str | None:
    phrase = " ".join((groups["named"] or "").lower().split())
    return decade_words(lexicon.lang).get(phrase)


def _read_months_to(groups: Mapping[str, str | None], lexicon: Lexicon) -> str | None:
    return read_months_to(groups, _month(groups["month"], lexicon), lexicon)


_READERS: Mapping[str, Callable[[Mapping[str, str | None], Lexicon], str | None]] = {
    "iso": _read_iso,
    "iso-quarter": read_part,
    "numeric": _read_numeric,
    "day": _read_day,
    "spread": _read_spread,
    "month": _read_month,
    "quarter": read_quarter,
    "half": read_half,
    "last-quarter": read_last_quarter,
    "first-quarter": read_first_quarter,
    "part": read_part,
    "years": _read_years,
    "decade": _read_decade,
    "decade-word": _read_decade_word,
    "first-months": read_first_months,
    "last-months": read_last_months,
    "months-to": _read_months_to,
}


def dated_tokens(spans: Sequence[DateSpan], starts: Sequence[int]) -> list[int | None]:
    """For each token start, the index of the date span that it lies in."""
    owners: list[int | None] = []
    at = 0
    for start in starts:
        while at < len(spans) and spans[at].end <= start:
            at += 1
        owners.append(at if at < len(spans) and spans[at].start <= start else None)
    return owners
