"""Bars and moves: amounts as horizontal bars in rows, from zero.

In: entries of one unit, their setting. Out: a Plotly figure as plain data. What was expected of a
figure of the same measure and time is a tick on its bar; a change that the editor named stands in a
row of its own, as an arrow between the two that it compares.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.charts.axes import greatest_value
from generator.charts.describe import Description, describe_drawn
from generator.charts.lengths import Track, bar_of, label_of, reached, text_at, track_axis, track_of
from generator.charts.marks import (
    amount_label,
    heading_of,
    hover_of,
    mark,
    name_of,
    stroke,
)
from generator.charts.rows import BAR_HEIGHT, Heading, place_rows, rows_layout, zero_line
from generator.charts.setting import Setting
from generator.charts.style import (
    INK,
    MUTED,
    SMALL_SIZE,
    Plain,
    Sketch,
    direction_colour,
    line_below,
    number,
)
from generator.charts.text import LINE_BREAK, bold, drawn_width, plotly_text, wrapped
from generator.model import Entry
from generator.wording import drawn_amount, drawn_label, drawn_status

_LABEL_GAP = 8
_SMALL_LINE, _SMALL_WIDTH = 17, 7.2
_MOST_LINES = 3
_EXPECTED = frozenset({"forecast", "consensus", "estimate"})
_TICK = 26
_ARROW = 10


class _Tick(NamedTuple):
    """What was expected of a figure."""

    entry: Entry
    said: str
    """In the heading of the figure."""
    lines: tuple[str, ...]
    """Below its bar."""


def draw_bars(entries: Sequence[Entry], setting: Setting) -> Sketch:
    """Bars below each other, a tick for what was expected, an arrow for each named change."""
    owners = _owners(entries)
    track = track_of(entries, setting)
    whole = [entry for entry in entries if entry.fact.id not in owners]
    ticks = [_tick_label(one, track, setting) for one in entries if one.fact.id in owners]
    notes = [(note, ends) for note in setting.annotations if (ends := compared_by(note, entries))]
    headings = [_heading(one, _ticks_on(one, ticks, owners), track, setting) for one in whole]
    headings += [_note_heading(note, ends, track, setting) for note, ends in notes]
    rows = place_rows(headings, setting.sheet)
    middles = {one.fact.id: middle for one, middle in zip(whole, rows.middles, strict=False)}
    middles |= {name: middles[owner.fact.id] for name, owner in owners.items()}
    traces = [trace for one in whole for trace in bar_of(one, middles[one.fact.id], track, setting)]
    traces += [_tick(tick.entry, middles[tick.entry.fact.id], setting) for tick in ticks]
    layout = rows_layout(rows, track_axis(track, entries, setting), setting.sheet)
    layout |= {"barmode": "overlay", "shapes": [zero_line(rows)]}
    labels = [
        label for one in whole for label in label_of(one, middles[one.fact.id], track, setting)
    ]
    labels += [_below(tick, middles[tick.entry.fact.id], track) for tick in ticks if tick.lines]
    for (note, ends), middle in zip(notes, rows.middles[len(whole) :], strict=True):
        if _has_room(note, ends, track, setting):
            place = min(map(reached, ends)) - track.pixel * _LABEL_GAP
            text = amount_label(note, setting.wording)
            labels.append(text_at(place, middle, text, is_left=True))
        traces += _arrow((note, ends), middle, track, setting)
        layout["shapes"] += [_guide(one, middles[one.fact.id], middle) for one in ends]
    layout["annotations"] += labels
    return traces, layout


def draw_moves(entries: Sequence[Entry], setting: Setting) -> Sketch:
    """Bars by date, to the right of zero for what rose, to the left for what fell."""
    ordered = in_order_of_time(entries)
    track = track_of(ordered, setting)
    rows = place_rows([_heading(entry, (), track, setting) for entry in ordered], setting.sheet)
    traces = [
        trace
        for entry, middle in zip(ordered, rows.middles, strict=True)
        for trace in bar_of(entry, middle, track, setting, _colour(entry))
    ]
    layout = rows_layout(rows, track_axis(track, ordered, setting), setting.sheet)
    layout["annotations"] += [
        label
        for entry, middle in zip(ordered, rows.middles, strict=True)
        for label in label_of(entry, middle, track, setting)
    ]
    return traces, layout | {"barmode": "overlay", "shapes": [zero_line(rows)]}


def describe_moves(title: str, entries: Sequence[Entry], setting: Setting) -> Description:
    """The changes in the order of the drawing, with the ranges that are drawn."""
    return describe_drawn(title, in_order_of_time(entries), setting)


def in_order_of_time(entries: Sequence[Entry]) -> list[Entry]:
    """By the last day of what they are true of; the order of the chart where that is the same."""
    return sorted(entries, key=lambda entry: entry.period.end or entry.known_from.sort_key[0])


def compared_by(note: Entry, entries: Sequence[Entry]) -> tuple[Entry, Entry] | None:
    """The two marks that a change compares, the earlier value first; None where it is not two.

    A computed change has them in its formula, or one of them is computed from the change.
    """
    own = {entry.fact.id: entry for entry in entries}
    made = [entry for entry in entries if note.fact.id in entry.inputs]
    named = [own[name] for one in (note, *made) for name in one.inputs if name in own]
    found = list({one.fact.id: one for one in [*named, *made]}.values())
    if len(found) != 2:  # noqa: PLR2004 - a change compares two
        return None
    one, other = found
    is_up = greatest_value(note) >= 0
    return (other, one) if (greatest_value(one) > greatest_value(other)) == is_up else (one, other)


def _owners(entries: Sequence[Entry]) -> Mapping[str, Entry]:
    """By id what was expected of a figure that the chart has as well, and that figure."""
    results = {
        (one.fact.indicator, one.fact.about, one.period.edtf): one
        for one in entries
        if one.fact.status == "reported"
    }
    found = {}
    for entry in entries:
        result = results.get((entry.fact.indicator, entry.fact.about, entry.period.edtf))
        is_point = entry.amount is not None and entry.amount.value is not None
        if entry.fact.status in _EXPECTED and result is not None and is_point:
            found[entry.fact.id] = result
    return found


def _ticks_on(entry: Entry, ticks: Sequence[_Tick], owners: Mapping[str, Entry]) -> Sequence[_Tick]:
    return [tick for tick in ticks if owners[tick.entry.fact.id] == entry]


def _heading(entry: Entry, ticks: Sequence[_Tick], track: Track, setting: Setting) -> Heading:
    """The name, the amount where it has no room beside the bar, and what was expected."""
    make = name_of if track.has_labels else heading_of
    heading = make(entry, setting.wording, "; ".join(tick.said for tick in ticks if tick.said))
    below = sum(_LABEL_GAP + _SMALL_LINE * len(tick.lines) for tick in ticks if tick.lines)
    return replace(heading, below=below)


def _note_heading(
    note: Entry, ends: tuple[Entry, Entry], track: Track, setting: Setting
) -> Heading:
    make = name_of if _has_room(note, ends, track, setting) else heading_of
    return make(note, setting.wording)


def _tick_label(entry: Entry, track: Track, setting: Setting) -> _Tick:
    """What was expected: below the bar, to the left of the line, or in the heading."""
    wording = setting.wording
    name = f"{drawn_label(entry, wording)} {drawn_status(entry, wording)}".strip()
    amount = drawn_amount(entry, wording)
    said = wording.say("chart-tick", name=name, amount=amount)
    room = int(float(greatest_value(entry) / track.pixel) / _SMALL_WIDTH)
    lines = [*wrapped(name, max(room, 1)), amount]
    if len(lines) > _MOST_LINES or len(amount) > room:
        return _Tick(entry, said, ())
    return _Tick(entry, "", tuple(lines))


def _tick(entry: Entry, middle: int, setting: Setting) -> Plain:
    """A line across the bar of a result, where it was expected to end."""
    marker = {
        "symbol": "line-ns",
        "size": _TICK,
        "color": INK,
        "line": {"color": INK, "width": 3},
    }
    value = number(greatest_value(entry))
    return mark(value, middle, marker, hover_of([entry], setting.wording))


def _below(tick: _Tick, middle: int, track: Track) -> Plain:
    """What a line across a bar says, below the bar and to the left of the line."""
    *name, amount = tick.lines
    text = LINE_BREAK.join([*map(plotly_text, name), bold(amount)])
    place = greatest_value(tick.entry) - track.pixel * _LABEL_GAP // 2
    label = text_at(place, middle + BAR_HEIGHT // 2 + 3, text, is_left=True)
    return label | {"yanchor": "top", "font": {"size": SMALL_SIZE, "color": INK}}


def _arrow(
    change: tuple[Entry, tuple[Entry, Entry]], middle: int, track: Track, setting: Setting
) -> list[Plain]:
    """From the one value to the other, at which its head ends."""
    note, both = change
    start, end = (number(reached(entry)) for entry in both)
    shift = track.pixel * (_ARROW // 2 + 1)
    tip = reached(both[1]) + (-shift if end >= start else shift)
    colour = _colour(note)
    head = "triangle-right" if end >= start else "triangle-left"
    paint = {"color": colour, "width": 1}
    marker = {"symbol": head, "size": _ARROW, "color": colour, "line": paint}
    return [
        stroke([start, end], [middle, middle], {"color": colour, "width": 2}),
        mark(number(tip), middle, marker, hover_of([note], setting.wording)),
    ]


def _has_room(note: Entry, ends: tuple[Entry, Entry], track: Track, setting: Setting) -> bool:
    """The change fits between zero and its arrow."""
    room = min(reached(entry) for entry in ends) / track.pixel
    return room > drawn_width(drawn_amount(note, setting.wording)) + 2 * _LABEL_GAP


def _guide(entry: Entry, start: int, end: int) -> Plain:
    """From the end of a bar down to the arrow that begins or ends there."""
    value = number(reached(entry))
    line = {"width": 1, "color": MUTED, "dash": "dot"}
    return line_below((value, start + BAR_HEIGHT // 2), (value, end), line)


def _colour(entry: Entry) -> str:
    return direction_colour(greatest_value(entry))
