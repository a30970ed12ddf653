"""One figure as a bar from zero: its length, its range, its open end, the amount at its end.

In: entries of one unit, a setting, the middle of a row. Out: the track that all bars of a chart
share, and Plotly traces. A band covers what rounding and words like "about" leave open; an end that
a text leaves open fades. Never a bar that starts above zero, a range excepted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.charts.axes import (
    amount_axis,
    drawn_range,
    greatest_value,
    least_value,
    unit_of,
    with_unit_below,
)
from generator.charts.marks import amount_label, hover_of, look_of, plain_sign
from generator.charts.rows import BAR_HEIGHT
from generator.charts.setting import Setting, Sheet
from generator.charts.style import INK, MAIN, MUTED, PAPER, TEXT_SIZE, Plain, number
from generator.charts.text import drawn_width
from generator.model import Entry
from generator.wording import drawn_amount

_ZERO = Decimal(0)
_OPEN = Decimal("0.16")
"""Of the track: how far an open end reaches before it is gone."""
_CERTAIN = Decimal("0.75")
"""Of a value that is not reached: how far its bar is whole."""
_FADING = (0.55, 0.4, 0.26, 0.14, 0.06)
_GAP = 7
_MOST_FOR_LABELS = Decimal("0.56")
"""Of the width: more than this and the amounts stand in the headings."""
_BAND = 0.28
_LEAST_BAND = 6
"""Pixels: two lines that are nearer to each other look like one, and as what was expected."""
_SPARE = 20


@dataclass(frozen=True, slots=True)
class Track:
    """Where the bars of a chart run, in values."""

    low: Decimal
    high: Decimal
    """The ends of what is drawn, zero among them."""
    first: Decimal
    last: Decimal
    """The ends of the axis: with room for the amounts beside the bars."""
    has_labels: bool
    """The amounts stand beside the bars; else in the headings."""
    pixel: Decimal
    """In values."""


def track_of(entries: Sequence[Entry], setting: Setting) -> Track:
    """The track of these entries on this sheet."""
    low = min([_ZERO, *(_reach(entry)[0] for entry in entries)])
    high = max([_ZERO, *(_reach(entry)[1] for entry in entries)])
    high = high if high > low else Decimal(1)
    span = high - low
    low -= span * _OPEN * any(_is_open(entry) for entry in entries if _is_fall(entry))
    high += span * _OPEN * any(_is_open(entry) for entry in entries if not _is_fall(entry))
    width = Decimal(plot_width(setting.sheet))
    left, right = _room(entries, setting, (low, high), width)
    has_labels = left + right <= width * _MOST_FOR_LABELS
    if not has_labels:
        left = right = Decimal(_GAP)
    pixel = (high - low) / (width - left - right)
    return Track(low, high, low - left * pixel, high + right * pixel, has_labels, pixel)


def plot_width(sheet: Sheet) -> int:
    """Pixels across which bars run."""
    return sheet.width - sheet.heading_room - _SPARE


def track_axis(track: Track, entries: Sequence[Entry], setting: Setting) -> Plain:
    """The axis of a track; its marks stand only where something is drawn."""
    unit = unit_of(entries)
    axis = amount_axis(track.low, track.high, unit, setting, setting.sheet.intervals)
    return with_unit_below(axis) | {"range": [number(track.first), number(track.last)]}


def bar_of(
    entry: Entry, middle: int, track: Track, setting: Setting, colour: str = MAIN
) -> Iterator[Plain]:
    """The bar, and the band or the open end beyond it."""
    hover = hover_of([entry], setting.wording)
    yield _bar(_ZERO, _solid(entry), middle) | paint_of(entry, colour) | hover
    low, high = drawn_range(entry) or (_ZERO, _ZERO)
    if low is None or high is None:
        start = _solid(entry)
        end = (track.low if _is_fall(entry) else track.high) if _is_open(entry) else reached(entry)
        step = (end - start) / len(_FADING)
        for place, opacity in enumerate(_FADING):
            yield _tinted(start + step * place, step, middle, colour, opacity)
    elif low != high:
        yield _tinted(low, high - low, middle, MUTED, _BAND)
        if high - low > track.pixel * _LEAST_BAND:
            yield ends_of(list(map(number, (low, high))), middle)


def label_of(entry: Entry, middle: int, track: Track, setting: Setting) -> list[Plain]:
    """The amount at the end of all that is drawn of the entry, where the track has room."""
    if not track.has_labels:
        return []
    least, greatest = _reach(entry)
    text = amount_label(entry, setting.wording)
    if _is_fall(entry):
        place = (track.low if _is_open(entry) else least) - track.pixel * _GAP
        return [text_at(place, middle, text, is_left=True)]
    place = (track.high if _is_open(entry) else greatest) + track.pixel * _GAP
    return [text_at(place, middle, text)]


def reached(entry: Entry) -> Decimal:
    """Where the bar of an entry ends: at its value, or at the end of a range that is certain."""
    ends = least_value(entry), greatest_value(entry)
    return _ZERO if ends[0] < 0 < ends[1] else min(ends, key=abs)


def _reach(entry: Entry) -> tuple[Decimal, Decimal]:
    """The least and the greatest value that is drawn of an entry."""
    known = [end for end in drawn_range(entry) or () if end is not None]
    known += [least_value(entry), greatest_value(entry)]
    return min(known), max(known)


def _room(
    entries: Sequence[Entry], setting: Setting, ends: tuple[Decimal, Decimal], width: Decimal
) -> tuple[Decimal, Decimal]:
    """Pixels that amounts need beyond the ends of what is drawn, to the left and to the right."""
    low, high = ends
    scale = width * (1 - _MOST_FOR_LABELS) / (high - low)
    left, right = Decimal(1), Decimal(_GAP)
    for entry in entries:
        least, greatest = _reach(entry)
        text = plain_sign(entry) + look_of(entry).sign[-2:] + drawn_amount(entry, setting.wording)
        words = Decimal(drawn_width(text) + 2 * _GAP)
        if _is_fall(entry):
            edge = low if _is_open(entry) else least
            left = max(left, words - (edge - low) * scale)
        else:
            edge = high if _is_open(entry) else greatest
            right = max(right, words - (high - edge) * scale)
    return left, right


def _is_open(entry: Entry) -> bool:
    """Its text leaves open how far it goes beyond its value; "nearly" does not."""
    low, high = drawn_range(entry) or (_ZERO, _ZERO)
    return low is None if _is_fall(entry) else high is None


def _solid(entry: Entry) -> Decimal:
    """Where what is certain of a bar ends: of "nearly" before its value."""
    end, (low, high) = reached(entry), drawn_range(entry) or (_ZERO, _ZERO)
    is_before = (low is None or high is None) and not _is_open(entry)
    return end * _CERTAIN if is_before else end


def _is_fall(entry: Entry) -> bool:
    return greatest_value(entry) < 0


def _bar(start: Decimal, length: Decimal, middle: int, height: int = BAR_HEIGHT) -> Plain:
    return {
        "type": "bar",
        "orientation": "h",
        "y": [middle],
        "base": [number(start)],
        "x": [number(length)],
        "width": [height],
    }


def paint_of(entry: Entry, colour: str) -> Plain:
    """The look of a bar."""
    look = look_of(entry)
    pattern = {"shape": look.pattern, "fillmode": "replace", "size": 7, "solidity": 0.3}
    return {
        "marker": {
            "color": colour if look.is_solid or look.pattern else PAPER,
            "line": {"color": colour, "width": 1.5},
            "pattern": pattern,
        }
    }


def ends_of(values: Sequence[float], middle: int, height: int = BAR_HEIGHT) -> Plain:
    """A line across each end of a band."""
    look = {"symbol": "line-ns", "size": height - 1, "color": INK}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(values),
        "y": [middle] * len(values),
        "hoverinfo": "skip",
        "cliponaxis": False,
        "marker": look | {"line": {"color": INK, "width": 1.5}},
    }


def _tinted(start: Decimal, length: Decimal, middle: int, colour: str, opacity: float) -> Plain:
    paint = {"color": colour, "opacity": opacity, "line": {"width": 0}}
    return _bar(start, length, middle) | {"marker": paint, "hoverinfo": "skip"}


def text_at(x: Decimal, y: int, text: str, *, is_left: bool = False) -> Plain:
    """Words beside a place: to its right, or `is_left`."""
    return {
        "x": number(x),
        "y": y,
        "text": text,
        "xanchor": "right" if is_left else "left",
        "yanchor": "middle",
        "align": "right" if is_left else "left",
        "showarrow": False,
        "bgcolor": PAPER,
        "borderpad": 0,
        "font": {"size": TEXT_SIZE, "color": INK},
    }
