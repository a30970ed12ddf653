"""Steps: targets as lines from the day they were known, and results as points beside them.

In: entries of one unit, their setting. Out: a Plotly figure as plain data. A target holds from the
day on which it was known until the day on which another replaced it; what was measured or
estimated is a point. Every label stands to the right, apart from the others, with a line to its
mark.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from generator.charts.axes import amount_axis, date_axis, greatest_value, spread_of, unit_of
from generator.charts.marks import dot, heading_of, hover_of, mark, stroke
from generator.charts.rows import heading_lines
from generator.charts.setting import Setting
from generator.charts.style import (
    INK,
    LINE_HEIGHT,
    MAIN,
    MUTED,
    SERIES,
    SMALL_SIZE,
    Plain,
    Sketch,
    line_below,
    note,
    number,
    title_height,
    upright,
)
from generator.charts.text import LINE_BREAK, plotly_text
from generator.model import AHEAD, Entry
from generator.wording import LanguageWording

_LEAST_HEIGHT = 300
_TOP, _BOTTOM = 12, 74
_GUTTER = 0.14
"""Of the axis: room for the thin lines that lead to the labels."""
_BETWEEN_LABELS = 10
_AIR = timedelta(days=30)
_MARKS_APART = 0.4
"""Of the axis, on a phone: closer dates would run into each other."""
_NO_DAY = date(2000, 1, 1)


def draw_steps(entries: Sequence[Entry], setting: Setting) -> Sketch:
    """A line for each target over the time it was held for, a point for each other figure."""
    wording, sheet = setting.wording, setting.sheet
    low, high = spread_of(entries)
    first, last = _ends(entries)
    edge = last + (last - first) * _GUTTER
    texts = [heading_lines(heading_of(one, wording), sheet.label_width) for one in entries]
    room = sum(len(lines) * LINE_HEIGHT + _BETWEEN_LABELS for lines in texts)
    plot = max(_LEAST_HEIGHT, room)
    scale = plot / float(high - low)
    wanted = [float(high - greatest_value(entry)) * scale for entry in entries]
    places = [float(high) - middle / scale for middle in _apart(texts, wanted, plot)]
    until = {entry.fact.id: _until(entry, entries, last) for entry in entries}
    traces = [_step(entry, until[entry.fact.id], entries) for entry in entries if _is_aim(entry)]
    traces += [_mark(entry, wording) for entry in entries]
    upward, above = upright(amount_axis(low, high, unit_of(entries), setting, 4))
    top = _TOP + title_height(above)
    layout: Plain = {
        "height": plot + top + _BOTTOM,
        "margin": {"l": 14, "r": sheet.label_room, "t": top, "b": _BOTTOM, "pad": 0},
        "xaxis": _known_axis(entries, first, edge, setting),
        "yaxis": upward,
        "annotations": [*above, *map(_label, texts, places)],
        "shapes": [
            _leader(entry, until[entry.fact.id], edge, place)
            for entry, place in zip(entries, places, strict=True)
        ],
    }
    return traces, layout


def _is_aim(entry: Entry) -> bool:
    return entry.fact.status in AHEAD


def _day(entry: Entry) -> date:
    return entry.known_from.start or entry.known_from.end or _NO_DAY


def _ends(entries: Sequence[Entry]) -> tuple[date, date]:
    days = [_day(entry) for entry in entries] or [_NO_DAY]
    air = max(_AIR, (max(days) - min(days)) / 8)
    return min(days) - air, max(days) + air


def _until(entry: Entry, entries: Sequence[Entry], last: date) -> date:
    """The day on which a target was replaced, or the last day; for a point its own day."""
    if not _is_aim(entry):
        return _day(entry)
    later = [_day(other) for other in entries if other.fact.id == entry.revised_by]
    return max(_day(entry), *later) if later else last


def _step(entry: Entry, until: date, entries: Sequence[Entry]) -> Plain:
    """The line of a target, with the step to the one that replaced it."""
    days, values = [_day(entry), until], [greatest_value(entry)] * 2
    for other in entries:
        if other.fact.id == entry.revised_by:
            days.append(until)
            values.append(greatest_value(other))
    line = {"color": MAIN, "width": 2.5, "dash": "dash"}
    return stroke([day.isoformat() for day in days], [number(value) for value in values], line)


def _mark(entry: Entry, wording: LanguageWording) -> Plain:
    """A circle where a target was set, a diamond for a result; hollow if not reported."""
    look = dot(entry) if _is_aim(entry) else dot(entry, "diamond", SERIES[3])
    day, value = _day(entry).isoformat(), number(greatest_value(entry))
    return mark(day, value, look, hover_of([entry], wording)) | {"cliponaxis": False}


def _apart(texts: Sequence[Sequence[str]], wanted: Sequence[float], plot: int) -> list[float]:
    """The middles of labels, in pixels from the top, as near as they can be to what is wanted.

    None touches another or an end.
    """
    heights = [len(lines) * LINE_HEIGHT for lines in texts]
    order = sorted(range(len(texts)), key=lambda place: (wanted[place], place))
    tops = [0.0] * len(texts)
    reached = 0.0
    for place in order:
        tops[place] = max(wanted[place] - heights[place] / 2, reached)
        reached = tops[place] + heights[place] + _BETWEEN_LABELS
    limit = float(plot)
    for place in reversed(order):
        tops[place] = max(min(tops[place], limit - heights[place]), 0)
        limit = tops[place] - _BETWEEN_LABELS
    return [round(top + height / 2, 1) for top, height in zip(tops, heights, strict=True)]


def _label(lines: Sequence[str], value: float) -> Plain:
    font = {"size": SMALL_SIZE, "color": INK}
    return note(LINE_BREAK.join(lines), 1, value, "middle", font) | {"xshift": 8, "align": "left"}


def _leader(entry: Entry, until: date, edge: date, value: float) -> Plain:
    """A thin line from the mark, or from the end of its line, to the label."""
    start = until.isoformat(), number(greatest_value(entry))
    return line_below(start, (edge.isoformat(), value), {"color": MUTED, "width": 1})


def _known_axis(entries: Sequence[Entry], first: date, last: date, setting: Setting) -> Plain:
    """The days on which something became known, as many as have room."""
    wording, sheet = setting.wording, setting.sheet
    named = {_day(entry): wording.period(entry.known_from) for entry in entries}
    apart = (last - first) * (_MARKS_APART / 2 if sheet.heading_room else _MARKS_APART)
    shown: list[date] = []
    for day in sorted(named, reverse=True):
        if not shown or shown[-1] - day >= apart:
            shown.append(day)
    shown.reverse()
    title = plotly_text(wording.say("chart-steps-known"))
    return date_axis(shown, [named[day] for day in shown], (first, last), title)
