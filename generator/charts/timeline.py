"""Timelines: what happened and what was promised, on a true axis of time, words beside the marks.

In: entries, their setting. Out: a Plotly figure as plain data. A bar covers the whole period that a
text leaves open, so that nothing looks more exact than it is. A plan is an arrow from the day on
which it was made to the time that it promised; one that was replaced ends in a cross, struck
through, and leads to its successor. Time runs to the right on a desk, down on a phone. Never a day
that no text names.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from generator.charts.axes import greatest_value, time_axis
from generator.charts.marks import (
    dot,
    heading_of_event,
    hover_of_event,
    mark,
    standing_of,
    stroke,
)
from generator.charts.rows import spread_apart
from generator.charts.setting import Setting
from generator.charts.style import (
    INK,
    LINE_HEIGHT,
    MAIN,
    MUTED,
    PAPER,
    SMALL_SIZE,
    TEXT_SIZE,
    Plain,
    Sketch,
    direction_colour,
    line_below,
)
from generator.charts.text import (
    LINE_BREAK,
    emphasised,
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
_CHARACTER, _SMALL_CHARACTER = 7.2, 6.8
_LEAST_LABEL = 16
"""Characters in a line of a label."""
_EDGE, _LINE = 30, 16
_YEARS, _LANE, _LEAST_HEIGHT = 66, 13, 420
_OPEN_DAYS = 110
_SIZE = 12
_NO_DAY = date(2000, 1, 1)
"""Where an axis starts on which nothing stands."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """One entry with its times."""

    entry: Entry
    made: date | None
    """Of a plan: the day from which its arrow starts."""
    start: date
    end: date
    is_open: bool
    """It has no end."""
    is_replaced: bool

    @property
    def place(self) -> date:
        """Where its mark stands: where what is promised begins, in the middle of the rest."""
        if self.made is not None or self.is_open:
            return self.start
        return self.start + (self.end - self.start) / 2

    @property
    def reach(self) -> tuple[date, date]:
        """The first and the last day on which something is drawn."""
        end = self.start + timedelta(days=_OPEN_DAYS) if self.is_open else self.end
        return self.made or self.start, end


def draw_timeline(entries: Sequence[Entry], setting: Setting) -> Sketch:
    """Each event with its words and its place in time, each plan as an arrow."""
    shown = _in_order([_shown(entry, entries, setting) for entry in entries])
    first, last = _ends(shown)
    if setting.sheet.heading_room:
        return _across(shown, first, last, setting)
    return _down(shown, first, last, setting)


def _shown(entry: Entry, entries: Sequence[Entry], setting: Setting) -> _Shown:
    period = entry.period
    start = period.start or period.end or _NO_DAY
    end = period.end or start
    made = _made(entry, setting) if standing_of(entry) == "promised" else None
    if made is not None and (made >= start or not entry.is_dated):
        made = None
    if entry.amount is not None and made is None and standing_of(entry) == "promised":
        # A target is due at the end of its time.
        told = _made(entry, setting)
        if told is not None and told < end and entry.is_dated:
            made, start = told, end
    own = {one.fact.id for one in entries}
    is_replaced = made is not None and entry.revised_by in own
    return _Shown(entry, made, start, end, period.end is None, is_replaced)


def _made(entry: Entry, setting: Setting) -> date | None:
    """When a plan was made: with the event that the editor names, else when it was first told."""
    event = setting.book.entries.get(setting.since.get(entry.fact.id, ""))
    period = event.period if event else entry.known_from
    return period.start or period.end


def _in_order(shown: Sequence[_Shown]) -> list[_Shown]:
    """By time; what was replaced stands directly before its successor."""
    begins = {one.entry.fact.id: one.made or one.start for one in shown}

    def key(one: _Shown) -> tuple[date, bool]:
        successor = one.entry.revised_by or ""
        if one.is_replaced:
            return begins[successor], True
        return begins[one.entry.fact.id], one.made is not None

    return sorted(shown, key=lambda one: (*key(one), not one.is_replaced))


def _ends(shown: Sequence[_Shown]) -> tuple[date, date]:
    """The first and the last day of the axis, with a little air."""
    days = [day for one in shown for day in (one.made or one.start, one.end)]
    if not shown:
        return _NO_DAY, _NO_DAY + timedelta(days=365)
    air = timedelta(days=max(_SPARE_DAYS, (max(days) - min(days)).days // 30))
    return min(days) - air, max(days) + air


# A desk: time to the right, a row an entry.


def _across(shown: Sequence[_Shown], first: date, last: date, setting: Setting) -> Sketch:
    width = setting.sheet.width - 2 * _SIDE
    last = _with_room(shown, first, last, width)
    span = (last - first).days
    labels, places, top = [], dict[str, int](), 0
    for one in shown:
        label, is_left, height = _beside(one, (first, span), width, setting)
        middle = top + height // 2
        places[one.entry.fact.id] = middle
        labels.append(_words(label, is_left=is_left) | {"y": middle})
        top += height + _BETWEEN
    traces = [
        trace
        for one in shown
        for trace in _marks(one, places[one.entry.fact.id], setting, is_across=True)
    ]
    axis = time_axis((first, last), width, _EDGE, setting.wording)
    below = _BELOW + _LINE * max(text.count(LINE_BREAK) for text in [*axis["ticktext"], ""])
    layout: Plain = {
        "height": top + below,
        "margin": {"l": _SIDE, "r": _SIDE, "t": 4, "b": below - 4, "pad": 0},
        "xaxis": axis,
        "yaxis": {"visible": False, "fixedrange": True, "range": [top, 0]},
        "annotations": labels,
        "shapes": _links(shown, places, is_across=True),
    }
    return traces, layout


def _with_room(shown: Sequence[_Shown], first: date, last: date, width: int) -> date:
    """The last day of the axis, late enough that each mark has room for words beside it."""
    room = round(_LEAST_LABEL * _CHARACTER) + 2 * _GAP
    for one in shown:
        start, end = one.reach
        span = (last - first) / width
        if (start - first) / span < room and (last - end) / span < room:
            last = max(last, first + (end - first) * (width / (width - room)))
    return last


def _beside(
    one: _Shown, axis: tuple[date, int], width: int, setting: Setting
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


def _links(shown: Sequence[_Shown], places: Mapping[str, int], *, is_across: bool) -> list[Plain]:
    """From the end of each replaced plan to its successor."""
    line = {"width": 1.5, "color": MUTED, "dash": "dot"}
    links = []
    for one in shown:
        if one.is_replaced:
            day = one.start.isoformat()
            ends = [places[name] for name in (one.entry.fact.id, one.entry.revised_by or "")]
            points = [(day, end) if is_across else (end, day) for end in ends]
            links.append(line_below(points[0], points[1], line))
    return links


# A phone: time runs down, the words to the right.


def _down(shown: Sequence[_Shown], first: date, last: date, setting: Setting) -> Sketch:
    lanes = _lanes(shown)
    left = max(lanes.values(), default=_LANE) + _LANE + _GAP
    width = setting.sheet.width - _YEARS - 8
    ordered = sorted(shown, key=lambda one: one.place)
    texts = [
        _lines(one, round((width - left) / _SMALL_CHARACTER), setting.wording) for one in ordered
    ]
    heights = [len(lines) * (LINE_HEIGHT - 2) for lines in texts]
    scale = max(_LEAST_HEIGHT, sum(heights)) / (last - first).days
    wanted = [(one.place - first).days * scale for one in ordered]
    middles = spread_apart(heights, wanted, _BETWEEN)
    bottom = max((last - first).days * scale, middles[-1] + heights[-1] / 2 if middles else 0)
    annotations: list[Plain] = []
    shapes, traces = _links(shown, lanes, is_across=False), list[Plain]()
    for one, lines, middle in zip(ordered, texts, middles, strict=True):
        lane, day = lanes[one.entry.fact.id], _moment(first, middle / scale)
        text = {"text": LINE_BREAK.join(lines), "x": left, "y": day}
        font = {"size": SMALL_SIZE, "color": INK}
        annotations.append(_words(text, is_left=False) | {"xshift": 0, "font": font})
        thin = {"width": 0.75, "color": MUTED}
        shapes.append(line_below((lane, one.place.isoformat()), (left - 4, day), thin))
        traces += _marks(one, lane, setting, is_across=False)
    pixels = (last - first).days * scale
    upright = time_axis((first, last), pixels, _LINE, setting.wording)
    upright |= {"range": [_moment(first, bottom / scale), first.isoformat()], "automargin": False}
    return traces, {
        "height": round(bottom) + 16,
        "margin": {"l": _YEARS, "r": 8, "t": 8, "b": 8, "pad": 0},
        "xaxis": {"visible": False, "fixedrange": True, "range": [0, width]},
        "yaxis": upright,
        "annotations": annotations,
        "shapes": shapes,
    }


def _lanes(shown: Sequence[_Shown]) -> Mapping[str, int]:
    """How far to the right the mark of each entry stands: events, then changes, then each plan."""
    lanes: dict[str, int] = {}
    next_lane = 3
    for one in shown:
        if one.made:
            lanes[one.entry.fact.id] = _LANE * next_lane
            next_lane += 1
        else:
            is_change = one.entry.indicator.kind == "change"
            lanes[one.entry.fact.id] = _LANE * (2 if is_change else 1)
    return lanes


def _moment(first: date, days: float) -> str:
    moment = datetime.combine(first, time()) + timedelta(minutes=round(days * 1440))
    return moment.isoformat(sep=" ")


# Both


def _lines(one: _Shown, width: int, wording: LanguageWording) -> list[str]:
    """The name, the date in bold, the status, as lines of Plotly's markup."""
    heading = heading_of_event(one.entry, wording)
    said = " ".join(filter(None, [heading.name, heading.amount, heading.remark]))
    start = len(without_blanks(heading.name))
    lines = emphasised(wrapped(said, width), start, start + len(without_blanks(heading.amount)))
    return [struck(line) for line in lines] if one.is_replaced else lines


def _marks(one: _Shown, across: int, setting: Setting, *, is_across: bool) -> Iterator[Plain]:
    """What is drawn of an entry at a place across time."""

    def line(start: date, end: date, look: Plain) -> Plain:
        days, places = [start.isoformat(), end.isoformat()], [across, across]
        return stroke(days, places, look) if is_across else stroke(places, days, look)

    entry = one.entry
    colour = MUTED if one.is_replaced else _colour(entry)
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
    look = dot(entry, _symbol(one, is_across=is_across), colour, _SIZE)
    place = one.place.isoformat()
    x, y = (place, across) if is_across else (across, place)
    yield mark(x, y, look, hover_of_event(entry, setting.wording)) | {"cliponaxis": False}


def _colour(entry: Entry) -> str:
    """What rose and what fell are told apart as in every other chart."""
    if entry.indicator.kind != "change" or entry.amount is None:
        return MAIN
    return direction_colour(greatest_value(entry))


def _symbol(one: _Shown, *, is_across: bool) -> str:
    """An arrow for a plan, a cross where it was replaced; up or down for a change."""
    entry = one.entry
    if one.is_replaced:
        return "x-thin"
    if one.made is not None or one.is_open:
        return "triangle-right" if is_across else "triangle-down"
    if entry.period.start is None:
        return "triangle-left" if is_across else "triangle-up"
    if entry.indicator.kind == "change" and entry.amount is not None:
        return "triangle-up" if greatest_value(entry) >= 0 else "triangle-down"
    return "diamond" if entry.amount is not None else "circle"
