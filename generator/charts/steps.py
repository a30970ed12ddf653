"""Steps: targets, results and plans of one unit as bars from zero, a changed target as one bar.

In: entries of one unit, their setting. Out: a Plotly figure as plain data. A target that another
replaced stands in the row of the one that holds: the step between both is the change. A thin line
carries the target that holds through all rows, so that each is read against it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.charts.axes import drawn_range, greatest_value
from generator.charts.intervals import range_words
from generator.charts.lengths import (
    Track,
    bar_of,
    label_of,
    text_at,
    track_axis,
    track_of,
)
from generator.charts.marks import amount_label, heading_of, hover_of, name_of
from generator.charts.rows import BAR_HEIGHT, Heading, Rows, place_rows, rows_layout
from generator.charts.setting import Setting
from generator.charts.style import (
    CLEAR,
    INK,
    MAIN,
    MUTED,
    PAPER,
    SMALL_SIZE,
    Plain,
    Sketch,
    direction_colour,
    line_below,
    number,
)
from generator.charts.text import drawn_width, plotly_text
from generator.model import Entry
from generator.wording import drawn_amount, status_word

_GAP = 7
_PLAIN = 0.93
"""Of the width of words in bold: those that are not."""
_NAME_ROOM = 22
"""Below the last row: for the name of the line that is carried through."""
_WIDE_RANGE = Decimal("0.04")
"""Of its value: a range that is wider is said in words as well."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A figure, and what it replaced."""

    entry: Entry
    before: Entry | None = None


def draw_steps(entries: Sequence[Entry], setting: Setting) -> Sketch:
    """A bar for each figure, from zero; a replaced target as a step in the bar of its successor."""
    track = track_of(entries, setting)
    found = _rows(entries)
    rows = place_rows([_heading(one, track, setting) for one in found], setting.sheet)
    traces = [
        trace
        for one, middle in zip(found, rows.middles, strict=True)
        for trace in _drawn(one, middle, track, setting)
    ]
    targets = [
        (one.entry, middle)
        for one, middle in zip(found, rows.middles, strict=True)
        if one.entry.fact.status == "target"
    ]
    bottom = rows.height + _NAME_ROOM * len(targets)
    whole = Rows(rows.places, bottom)
    layout = rows_layout(whole, track_axis(track, entries, setting), setting.sheet)
    layout["annotations"] += [
        _name_of_line(one, rows.height + 4 + _NAME_ROOM * place, track, setting)
        for place, (one, _) in enumerate(targets)
    ]
    layout["annotations"] += [
        label
        for one, middle in zip(found, rows.middles, strict=True)
        for label in _labels(one, middle, track, setting)
    ]
    line = {"width": 1.5, "color": INK}
    shapes = [line_below((0, 0), (0, bottom + 8), line)]
    dashed = {"width": 1.5, "color": MUTED, "dash": "dash"}
    for entry, middle in targets:
        value = number(greatest_value(entry))
        shapes.append(line_below((value, middle), (value, bottom + 8), dashed))
    return traces, layout | {"barmode": "overlay", "shapes": shapes}


def _name_of_line(entry: Entry, y: int, track: Track, setting: Setting) -> Plain:
    """What the dashed line is, on its side that has more room."""
    value = greatest_value(entry)
    is_left = value - track.first > track.last - value
    place = value + track.pixel * (-_GAP if is_left else _GAP)
    text = plotly_text(status_word(entry, setting.wording))
    label = text_at(place, y + _NAME_ROOM // 2, text, is_left=is_left)
    return label | {"font": {"size": SMALL_SIZE, "color": MUTED}}


def _rows(entries: Sequence[Entry]) -> list[_Row]:
    """A row for each figure that none of the chart replaced, in the order of the chart."""
    own = {entry.fact.id: entry for entry in entries}
    before = {entry.revised_by: entry for entry in entries if entry.revised_by in own}
    return [
        _Row(entry, before.get(entry.fact.id))
        for entry in entries
        if entry.revised_by not in own or before.get(entry.revised_by) is not entry
    ]


def _heading(row: _Row, track: Track, setting: Setting) -> Heading:
    """The name; the range in words where it is wide; what was replaced where it has no room."""
    wording, said = setting.wording, []
    if row.before and not _has_room(row, track, setting):
        said.append(wording.say("chart-before", amount=drawn_amount(row.before, wording)))
    if _is_wide(row.entry) and (words := range_words(row.entry, wording)):
        said.append(wording.say("chart-range", range=words))
    make = name_of if track.has_labels else heading_of
    return make(row.entry, wording, "; ".join(said))


def _drawn(row: _Row, middle: int, track: Track, setting: Setting) -> Iterator[Plain]:
    yield from bar_of(row.entry, middle, track, setting)
    before = row.before
    if before is None:
        return
    old, new = greatest_value(before), greatest_value(row.entry)
    step = {
        "type": "bar",
        "orientation": "h",
        "y": [middle],
        "base": [number(min(old, new))],
        "x": [number(abs(new - old))],
        "width": [BAR_HEIGHT],
        "marker": {"color": direction_colour(new - old), "line": {"width": 0}},
        "hoverinfo": "skip",
    }
    yield step
    yield {
        "type": "bar",
        "orientation": "h",
        "y": [middle],
        "base": [0],
        "x": [number(old)],
        "width": [BAR_HEIGHT],
        "marker": {
            "color": PAPER if old <= new else CLEAR,
            "line": {"color": MAIN, "width": 1.5},
        },
    } | hover_of([before], setting.wording)


def _labels(row: _Row, middle: int, track: Track, setting: Setting) -> Iterator[Plain]:
    """The amounts beside the bar and within it; in bold the one that holds."""
    before, entry = row.before, row.entry
    if before is None or not _has_room(row, track, setting):
        yield from label_of(entry, middle, track, setting)
        return
    inner, outer = sorted((before, entry), key=greatest_value)
    for one, is_left in ((inner, True), (outer, False)):
        place = greatest_value(one) + track.pixel * (-_GAP if is_left else _GAP)
        is_new = one is entry
        words = drawn_amount(one, setting.wording)
        text = amount_label(one, setting.wording) if is_new else plotly_text(words)
        ground = {"bgcolor": CLEAR} if is_left else {}  # within the bar, whose edges it would cut
        yield text_at(place, middle, text, is_left=is_left) | ground


def _has_room(row: _Row, track: Track, setting: Setting) -> bool:
    """The replaced amount fits within its bar."""
    if row.before is None or not track.has_labels:
        return False
    inner = min(greatest_value(row.before), greatest_value(row.entry)) / track.pixel
    return inner > drawn_width(drawn_amount(row.before, setting.wording), _PLAIN) + _GAP + 4


def _is_wide(entry: Entry) -> bool:
    """What is left open would be noticed in the picture."""
    low, high = drawn_range(entry) or (Decimal(0), Decimal(0))
    if low is None or high is None:
        return False  # the hedge before the amount says it
    return high - low > abs(greatest_value(entry)) * _WIDE_RANGE
