"""What the words of a calendar date mean, as EDTF with `X` for what they do not say.

In: the parts of a date as its pattern found them. Out: EDTF; None where the parts are no date, or
have no place in EDTF. No year is ever guessed.
"""

import calendar
from collections.abc import Callable, Mapping

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.numerals import parse_number_word

_NO_YEAR = "XXXX"
_CENTURY_TURN = 70
_LAST_MONTH, _LAST_DAY = 12, 31
_FEBRUARY = 2
_QUARTER, _HALF, _YEAR = 3, 6, 12
_SPANS = {"whole": _YEAR, "half": _HALF, "quarter": _QUARTER}
_QUARTERS, _HALVES = 32, 39
"""What EDTF adds to the number of a quarter and of a half."""

Groups = Mapping[str, str | None]


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
        for form in (plain, plain[:1].lower() + plain[1:]):
            if form in names:
                return names[form]
    raise KeyError(name)


def _read_iso(groups: Groups, _: Lexicon) -> str | None:
    if groups["day"] is None:
        return f"{groups['year']}-{groups['month']}"
    return (
        f"{groups['year']}-{groups['month']}-{groups['day']}"
        if int(groups["day"]) <= _LAST_DAY
        else None
    )


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


def _read_last_quarter(groups: Groups, _: Lexicon) -> str:
    """`Schlussquartal 2024`."""
    return f"{_full_year(groups['year'])}-{_QUARTERS + 4}"


def _read_first_quarter(groups: Groups, _: Lexicon) -> str:
    """`Auftaktquartal 2024`."""
    return f"{_full_year(groups['year'])}-{_QUARTERS + 1}"


def _read_first_months(groups: Groups, lexicon: Lexicon) -> str | None:
    """`first nine months of 2025`, from January on."""
    count = _count(groups, lexicon)
    return _write(groups["year"], 1, count) if count <= _YEAR else None


def _read_last_months(groups: Groups, lexicon: Lexicon) -> str | None:
    """`last three months of 2025`, up to December."""
    count = _count(groups, lexicon)
    return _write(groups["year"], _YEAR + 1 - count, _YEAR) if count <= _YEAR else None


def _read_months_to(groups: Groups, lexicon: Lexicon) -> str | None:
    """`twelve months to March 2025`, `year ended 31 March 2025`: up to the end of a month."""
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
        return _write(str(year), first % _YEAR + 1, month)
    return f"{first // _YEAR}-{first % _YEAR + 1:02d}/{year}-{month:02d}"


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
    "numeric": _read_numeric,
    "day": _read_day,
    "spread": _read_spread,
    "month": _read_month,
    "quarter": _read_quarter,
    "half": _read_half,
    "last-quarter": _read_last_quarter,
    "first-quarter": _read_first_quarter,
    "part": _read_part,
    "years": _read_years,
    "decade": _read_decade,
    "decade-word": _read_decade_word,
    "first-months": _read_first_months,
    "last-months": _read_last_months,
    "months-to": _read_months_to,
}
