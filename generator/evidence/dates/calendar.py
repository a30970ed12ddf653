"""Calendar dates of a text, as EDTF with `X` for what the text does not say.

In: a folded layout and its language. Out: spans with EDTF, in order, none overlapping. Relative
expressions (`last year`, `Tuesday`) are no dates here, and no year is ever guessed.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.evidence.dates.edtf import Groups, read_date
from generator.evidence.dates.patterns import date_patterns
from generator.evidence.lexicon.lexicon import Lexicon

_REACH = 24
_DAY_LENGTH = len("2024-01-31")


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
    for name, pattern in date_patterns(lexicon):
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
    edtf = read_date(name, groups, lexicon)
    if name in {"iso", "numeric"} and edtf is None:
        return None
    return DateSpan(*match.span(), edtf)


def _is_month(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Words such as `May` are a month only with a year, an edge or a preposition."""
    groups, dates = match.groupdict(), lexicon.dates
    if groups["month"] not in dates.doubtful_months or groups.get("year"):
        return True
    if groups.get("edge") or groups.get("last"):
        return True
    before = match.string[: match.start()].rstrip().rpartition(" ")[2].lower()
    return before in dates.before_month


def _is_next(groups: Groups) -> bool:
    """Two years in a row, as of a season: `2023-24`, `2023/2024`."""
    following = str(int(groups["year"] or 0) + 1)
    return groups["next"] == following or groups["last"] == following[2:]


def _read_year(match: re.Match[str], lexicon: Lexicon) -> DateSpan | None:
    """A bare year, unless it counts something."""
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
    before = layout[max(0, span.start - _REACH) : span.start].lower().split()
    words = [word.lstrip("'\"(") for word in before]
    if words and words[-1] in lexicon.dates.articles:
        words.pop()
    tails = {" ".join(words[-count:]) for count in (1, 2, 3)}
    return replace(span, edtf=f"{edtf}/..") if tails & lexicon.dates.open else span


def dated_tokens(spans: Sequence[DateSpan], starts: Sequence[int]) -> list[int | None]:
    """For each token start, the index of the date span that it lies in."""
    owners: list[int | None] = []
    at = 0
    for start in starts:
        while at < len(spans) and spans[at].end <= start:
            at += 1
        owners.append(at if at < len(spans) and spans[at].start <= start else None)
    return owners
