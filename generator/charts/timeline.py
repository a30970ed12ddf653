"""Timelines: what happened and what was promised, on a true axis of time, words beside the marks.

In: entries, their setting. Out: a Plotly figure as plain data. A bar covers the whole period that a
text leaves open, so that nothing looks more exact than it is. A plan is an arrow from the day on
which it was made to the time that it promised; one that was replaced ends in a cross, struck
through, and leads to its successor. Time runs to the right on a desk, down on a phone. Never a day
that no text names.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from generator.charts.axes import time_axis
from generator.charts.marks import (
    heading_of_event,
    hover_of_event,
    mark,
    standing_of,
    stroke,
)
from generator.charts.over_time.occasions import (
    NO_DAY,
    Shown,
    colour_of,
    in_order,
    key_of,
    look_of_mark,
    shown_of,
)
from generator.charts.over_time.timeline_list import draw_list
from generator.charts.setting import Setting
from generator.charts.style import (
    GRID,
    INK,
    LINE_HEIGHT,
    MUTED,
    PAPER,
    SMALL_SIZE,
    TEXT_SIZE,
    Plain,
    Sketch,
    line_below,
)
from generator.charts.text import (
    LINE_BREAK,
    emphasised,
    plotly_text,
    struck,
    without_blanks,
    wrapped,
)
from generator.model import Entry
from generator.wording import LanguageWording

_SPARE_DAYS = 45
_SIDE, _BELOW = 14, 34
_GAP = 12
_BETWEEN = 9
_CHARACTER = 7.2
_LEAST_LABEL = 16
"""Characters in a line of a label."""
_EDGE, _LINE = 30, 16


def draw_timeline(entries: Sequence[Entry], setting: Setting) -> Sketch:
    """Each event with its words and its place in time, each plan as an arrow."""
    shown = in_order([shown_of(entry, entries, setting) for entry in entries])
    first, last = _ends(shown)
    if setting.sheet.heading_room:
        return _across(shown, first, last, setting)
    return draw_list(shown, setting)


def _ends(shown: Sequence[Shown]) -> tuple[date, date]:
    """The first and the last day of the axis, with a little air."""
    days = [day for one in shown for day in (one.made or one.start, one.end)]
    if not shown:
        return NO_DAY, NO_DAY + timedelta(days=365)
    air = timedelta(days=max(_SPARE_DAYS, (max(days) - min(days)).days // 30))
    return min(days) - air, max(days) + air


def _across(shown: Sequence[Shown], first: date, last: date, setting: Setting) -> Sketch:
    width = setting.sheet.width - 2 * _SIDE
    last = _with_room(shown, first, last, width)
    span = (last - first).days
    key, top = key_of(shown, width, setting.wording)
    labels, places = [], dict[str, int]()
    top += _BETWEEN if key else 0
    key_room = top
    for one in shown:
        label, is_left, height = _beside(one, (first, span), width, setting)
        middle = top + height // 2
        places[one.entry.fact.id] = middle
        labels.append(_words(label, is_left=is_left) | {"y": middle})
        top += height + _BETWEEN
    traces = [trace for one in shown for trace in _marks(one, places[one.entry.fact.id], setting)]
    for x, y, look, words in key:
        traces.append(mark(_moment(first, x / width * span), y, look, {"hoverinfo": "skip"}))
        place = {"text": plotly_text(words), "x": _moment(first, x / width * span), "y": y}
        small = {"size": SMALL_SIZE, "color": MUTED}
        labels.append(_words(place, is_left=False) | {"font": small})
    axis = time_axis((first, last), width, _EDGE, setting.wording)
    below = _BELOW + _LINE * max(text.count(LINE_BREAK) for text in [*axis["ticktext"], ""])
    layout: Plain = {
        "height": top + below,
        "margin": {"l": _SIDE, "r": _SIDE, "t": 4, "b": below - 4, "pad": 0},
        "xaxis": axis,
        "yaxis": {"visible": False, "fixedrange": True, "range": [top, 0]},
        "annotations": labels,
        "shapes": [*_years(axis, (key_room, top)), *_links(shown, places)],
    }
    return traces, layout


def _years(axis: Plain, ends: tuple[int, int]) -> list[Plain]:
    """The lines of the axis, below the key: no line runs through its words."""
    axis["showgrid"] = False
    line = {"width": 1, "color": GRID}
    return [line_below((day, ends[0]), (day, ends[1]), line) for day in axis["tickvals"]]


def _with_room(shown: Sequence[Shown], first: date, last: date, width: int) -> date:
    """The last day of the axis, late enough that each mark has room for words beside it."""
    room = round(_LEAST_LABEL * _CHARACTER) + 2 * _GAP
    for one in shown:
        start, end = one.reach
        span = (last - first) / width
        if (start - first) / span < room and (last - end) / span < room:
            last = max(last, first + (end - first) * (width / (width - room)))
    return last


def _beside(
    one: Shown, axis: tuple[date, int], width: int, setting: Setting
) -> tuple[Plain, bool, int]:
    """The words beside a mark, whether to its left, and how high they are."""
    first, span = axis
    inner, outer = one.reach
    pixels = [(day - first).days / span * width for day in (inner, outer)]
    is_left = pixels[0] > width - pixels[1]
    room = pixels[0] if is_left else width - pixels[1]
    characters = max(int((room - _GAP) / _CHARACTER), _LEAST_LABEL)
    lines = _lines(one, characters, setting.wording)
    x = inner if is_left else outer
    label = {"text": LINE_BREAK.join(lines), "x": x.isoformat()}
    return label, is_left, max(len(lines) * LINE_HEIGHT, LINE_HEIGHT + 4)


def _words(label: Plain, *, is_left: bool) -> Plain:
    side = "right" if is_left else "left"
    return label | {
        "xanchor": side,
        "xshift": -_GAP if is_left else _GAP,
        "yanchor": "middle",
        "align": side,
        "showarrow": False,
        "font": {"size": TEXT_SIZE, "color": INK},
    }


def _links(shown: Sequence[Shown], places: Mapping[str, int]) -> list[Plain]:
    """From the end of each replaced plan to its successor."""
    line = {"width": 1.5, "color": MUTED, "dash": "dot"}
    links = []
    for one in shown:
        if one.is_replaced:
            day = one.start.isoformat()
            ends = [places[name] for name in (one.entry.fact.id, one.entry.revised_by or "")]
            links.append(line_below((day, ends[0]), (day, ends[1]), line))
    return links


def _moment(first: date, days: float) -> str:
    moment = datetime.combine(first, time()) + timedelta(minutes=round(days * 1440))
    return moment.isoformat(sep=" ")


def _lines(one: Shown, width: int, wording: LanguageWording) -> list[str]:
    """The name, the date in bold, the status, as lines of Plotly's markup."""
    heading = heading_of_event(one.entry, wording)
    said = " ".join(filter(None, [heading.name, heading.amount, heading.remark]))
    start = len(without_blanks(heading.name))
    lines = emphasised(wrapped(said, width), start, start + len(without_blanks(heading.amount)))
    return [struck(line) for line in lines] if one.is_replaced else lines


def _marks(one: Shown, row: int, setting: Setting) -> Iterator[Plain]:
    """What is drawn of an entry in its row."""

    def line(start: date, end: date, look: Plain) -> Plain:
        return stroke([start.isoformat(), end.isoformat()], [row, row], look)

    entry = one.entry
    colour = MUTED if one.is_replaced else colour_of(entry)
    end = one.reach[1]
    if one.made is not None:
        yield line(one.made, one.start, {"color": colour, "width": 1.5})
    if one.is_open:
        yield line(one.start, end, {"color": colour, "width": 2, "dash": "dot"})
    elif standing_of(entry) == "promised":
        yield line(one.start, end, {"color": colour, "width": 9})
        yield line(one.start, end, {"color": PAPER, "width": 6})
    elif one.end > one.start and entry.is_dated:
        yield line(one.start, end, {"color": colour, "width": 5})
    hover = hover_of_event(entry, setting.wording)
    yield mark(one.place.isoformat(), row, look_of_mark(one), hover) | {"cliponaxis": False}
