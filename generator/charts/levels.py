"""Levels: prices and other states as dots on a true axis of time, a small multiple a measure.

In: entries, all of one measure in one unit; their setting. Out: a Plotly figure as plain data. A
dot stands at a day that a text names; where it leaves the day open, a band with two ends covers the
time, no longer than until it was told, and there is no dot. Never a line from one to the next,
because nobody measured what lay between them; a change that the editor named is an arrow from the
one level to the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from generator.charts.axes import (
    amount_axis,
    date_axis,
    greatest_value,
    least_value,
    month_ticks,
    needs_months,
    round_ticks,
    spread_of,
    unit_of,
    year_ticks,
)
from generator.charts.bars import compared_by
from generator.charts.marks import amount_label, dot, hover_of, look_of, mark, stroke
from generator.charts.setting import Setting
from generator.charts.style import (
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
from generator.charts.text import LINE_BREAK, bold, drawn_width, plotly_text, wrapped
from generator.model import Entry, Period
from generator.wording import (
    LanguageWording,
    drawn_amount,
    drawn_label,
    drawn_name,
    drawn_status,
    is_reported,
    period_of,
)

_PLOT, _FOOT, _UNDER_HEAD = 230, 54, 4
_EACH, _EACH_ON_PHONE, _MOST_PLOT, _INTERVALS = 70, 84, 420, 3
_LEFT, _RIGHT = 8, 8
_AIR = Decimal("0.35")
_ROOM, _ROOM_ON_PHONE = (0.2, 0.3), (0.12, 0.46)
"""Of the width: to the left of the first mark and to the right of the last, for words."""
_LINE, _SMALL = 17, 0.93
_DOT, _GAP, _LEADER = 6, 9, 16
_BAND, _CERTAIN, _OPEN = 9, 1, 0.28
_NAMES = (26, 20, 15)
"""Characters in a line of a name, in the order in which they are tried."""
_TICK_APART, _TICK_ROOM = 66, 38
_SPARE_WIDTH = 1.15
"""Words are rather narrower than they are reckoned."""
_DAY = 86_400_000
_MOST_NAMED = 8
"""Of a panel: of more dots only the first, the last, the highest and the lowest have words."""
_NO_DAY = date(2000, 1, 1)
_Box = tuple[float, float, float, float]
"""Left, right, top, bottom, in pixels of a panel."""


@dataclass(slots=True)
class _Panel:
    """The entries of one measure, and where everything of it stands in pixels."""

    entries: Sequence[Entry]
    suffix: str
    """Of the names of its axes."""
    width: int
    ends: tuple[Decimal, Decimal]
    days: tuple[date, date]
    marks: tuple[date, date]
    """The first and the last day on which something is drawn."""
    plot: int
    """Its height."""
    taken: list[_Box] = field(default_factory=list)
    """Where words and marks stand."""

    def x(self, day: date) -> float:
        """A day in pixels from the left."""
        first, last = self.days
        return (day - first) / (last - first) * self.width

    def y(self, value: Decimal) -> float:
        """A value in pixels from the top."""
        low, high = self.ends
        return float((high - value) / (high - low)) * self.plot

    def fits(self, box: _Box) -> bool:
        """Whether words would stand free, within the panel."""
        left, right, top, bottom = box
        if left < 0 or right > self.width or top < 0 or bottom > self.plot:
            return False
        return not any(
            left < other[1] and other[0] < right and top < other[3] and other[2] < bottom
            for other in self.taken
        )


def draw_levels(entries: Sequence[Entry], setting: Setting) -> Sketch:
    """A panel for each measure, each with axes of its own."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.fact.indicator, entry.fact.about), []).append(entry)
    panels = [_panel(own, place, setting) for place, own in enumerate(groups.values())]
    indicators = [indicator for indicator, _ in groups]
    heads = [
        _head(panel, setting, of=about if indicators.count(indicator) > 1 else "")
        for panel, (indicator, about) in zip(panels, groups, strict=True)
    ]
    tops, height = [], 0
    for panel, head in zip(panels, heads, strict=True):
        tops.append(height + _LINE * len(head) + _UNDER_HEAD)
        height = tops[-1] + panel.plot + _FOOT
    traces: list[Plain] = []
    layout: Plain = {
        "height": height,
        "margin": {"l": _LEFT, "r": _RIGHT, "t": 0, "b": 0, "pad": 0},
        "annotations": [],
        "shapes": [],
        "barmode": "overlay",
    }
    for panel, head, top in zip(panels, heads, tops, strict=True):
        domain = [1 - (top + panel.plot) / height, 1 - top / height]
        traces += [trace | _axes_of(panel) for trace in _traces(panel, setting)]
        layout |= _axes(panel, domain, setting)
        words, leaders = _words(panel, setting)
        layout["annotations"] += [_above(head, domain[1]), *words]
        shapes = [*_guides(panel, setting), *leaders]
        layout["shapes"] += [shape | _refs(panel) for shape in shapes]
    return traces, layout


def place_name(entry: Entry, wording: LanguageWording) -> str:
    """What stands below an amount: name, date, and the status of what is not reported.

    Where no day is known, "within" stands before the time.
    """
    name = drawn_name(entry, wording)
    label = drawn_label(entry, wording)
    if entry.is_dated and not _has_day(entry) and name != label:
        within = wording.say("chart-within", period=period_of(entry, wording))
        name = wording.say("chart-name", name=label, period=within)
    return " ".join(filter(None, [name, drawn_status(entry, wording)]))


def _panel(entries: Sequence[Entry], place: int, setting: Setting) -> _Panel:
    low, high = spread_of(entries, _AIR)
    days = [day for one in entries for day in _times(one)]
    first, last = min(days), max(days)
    span = max((last - first).days, 10)
    is_wide = setting.sheet.heading_room > 0
    before, after = _ROOM if is_wide else _ROOM_ON_PHONE
    each = _EACH if is_wide else _EACH_ON_PHONE
    whole = span / (1 - before - after)
    axis = (
        first - timedelta(days=round(whole * before)),
        last + timedelta(days=round(whole * after)),
    )
    panel = _Panel(
        entries=entries,
        suffix="" if place == 0 else str(place + 1),
        width=setting.sheet.width - _LEFT - _RIGHT,
        ends=(low, high),
        days=axis,
        marks=(first, last),
        plot=min(max(_PLOT, each * len(_named(entries))), _MOST_PLOT),
    )
    ticks = map(panel.y, round_ticks(low, high, _INTERVALS))
    panel.taken += [(0, _TICK_ROOM, tick - _LINE, tick) for tick in ticks]
    for one in entries:
        left, right = _reach(panel, one)
        level = panel.y(greatest_value(one))
        panel.taken.append((left, right, level - _DOT, level + _DOT))
    return panel


def _times(entry: Entry) -> tuple[date, date]:
    """The first and the last day that a text leaves open; what is reported was so by then."""
    start = entry.period.start or entry.period.end or _NO_DAY
    end = entry.period.end or start
    told = entry.known_from.end or entry.known_from.start
    if told and is_reported(entry) and start <= told < end:
        end = told
    return start, end


def _has_day(entry: Entry) -> bool:
    start, end = _times(entry)
    return start == end


def _middle(entry: Entry) -> date:
    start, end = _times(entry)
    return start + (end - start) / 2


def _reach(panel: _Panel, entry: Entry) -> tuple[float, float]:
    """Where the mark of an entry begins and ends, in pixels."""
    start, end = _times(entry)
    if start == end:
        return panel.x(start) - _DOT, panel.x(start) + _DOT
    return panel.x(start) - 1, panel.x(end + timedelta(days=1)) + 1


def _traces(panel: _Panel, setting: Setting) -> Iterator[Plain]:
    for entry in panel.entries:
        if not _has_day(entry):
            yield from _band(panel, entry, setting)
    for note, (_, to) in _changes(panel, setting):
        colour = direction_colour(greatest_value(note))
        is_fall = greatest_value(note) < 0
        look: Plain = {"symbol": "triangle-down" if is_fall else "triangle-up", "size": 9}
        look |= {"color": colour, "line": {"width": 0}}
        shift = (panel.ends[1] - panel.ends[0]) * (_DOT + 5) / panel.plot
        place = greatest_value(to) + (shift if is_fall else -shift)
        day = _middle(to).isoformat()
        yield mark(day, number(place), look, hover_of([note], setting.wording))
    for entry in panel.entries:
        if _has_day(entry):
            day = _middle(entry).isoformat()
            ends = [number(least_value(entry)), number(greatest_value(entry))]
            if ends[0] != ends[1]:
                yield stroke([day, day], ends, {"color": MAIN, "width": 4})
            trace = mark(day, ends[1], dot(entry), {})
            yield trace | hover_of([entry], setting.wording) | {"cliponaxis": False}


def _band(panel: _Panel, entry: Entry, setting: Setting) -> Iterator[Plain]:
    """The time that a text leaves open, at the level that it names, or from one to the other."""
    start, end = _times(entry)
    low, high = least_value(entry), greatest_value(entry)
    least = (panel.ends[1] - panel.ends[0]) * _BAND / panel.plot
    is_solid = look_of(entry).is_solid
    paint = {"color": MAIN if is_solid else PAPER, "opacity": _OPEN if is_solid else _CERTAIN}
    band = {
        "type": "bar",
        "orientation": "h",
        "y": [number((low + high) / 2)],
        "base": [start.isoformat()],
        "x": [((end - start).days + 1) * _DAY],
        "width": [number(round(max(high - low, least), 6))],
        "marker": paint | {"line": {"color": MAIN, "width": 0 if is_solid else 1.5}},
    }
    yield band | hover_of([entry], setting.wording)
    days = [start.isoformat(), (end + timedelta(days=1)).isoformat()]
    level = number((low + high) / 2)
    yield stroke(days, [level, level], {"color": MAIN, "width": 1.5})
    ends = {"symbol": "line-ns", "size": _BAND + 2, "color": MAIN}
    look = {"marker": ends | {"line": {"color": MAIN, "width": 1.5}}, "cliponaxis": False}
    yield (
        {"type": "scatter", "mode": "markers", "x": days, "y": [level] * 2}
        | look
        | {"hoverinfo": "skip"}
    )


def _changes(panel: _Panel, setting: Setting) -> list[tuple[Entry, tuple[Entry, Entry]]]:
    """The changes that compare two dots of the panel, from the earlier to the later."""
    found = []
    for note in setting.annotations:
        if ends := compared_by(note, panel.entries):
            one, other = sorted(ends, key=_middle)
            found.append((note, (one, other) if _middle(one) < _middle(other) else ends))
    return found


def _guides(panel: _Panel, setting: Setting) -> Iterator[Plain]:
    """From the level where a change began to the day on which it ended, and down or up there."""
    for note, (start, end) in _changes(panel, setting):
        left, right = _times(start)[1], _middle(end)
        levels = [number(greatest_value(one)) for one in (start, end)]
        if left < right:
            line = {"width": 1, "color": MUTED, "dash": "dot"}
            ends = left.isoformat(), right.isoformat()
            yield line_below((ends[0], levels[0]), (ends[1], levels[0]), line)
        down = {"width": 1.5, "color": direction_colour(greatest_value(note))}
        day = right.isoformat()
        yield line_below((day, levels[0]), (day, levels[1]), down)


def _words(panel: _Panel, setting: Setting) -> tuple[list[Plain], list[Plain]]:
    """Amount and name of each mark, beside it where there is room, else at the right with a line.

    First come the changes, beside their arrows.
    """
    labels, leaders = list[Plain](), list[Plain]()
    for note, (_, end) in _changes(panel, setting):
        if placed := _beside_arrow(panel, note, end, setting):
            labels.append(_label(panel, amount_label(note, setting.wording), placed))
    for _, (start, end) in _changes(panel, setting):
        level = panel.y(greatest_value(start))
        guide = panel.x(_times(start)[1]), panel.x(_middle(end))
        panel.taken.append((*guide, level - 1, level + 1))
    compared = {one.fact.id for _, ends in _changes(panel, setting) for one in ends}
    ordered = sorted(_named(panel.entries), key=greatest_value, reverse=True)
    for entry in sorted(ordered, key=lambda one: one.fact.id not in compared):
        name = place_name(entry, setting.wording)
        left, right = _reach(panel, entry)
        y = panel.y(greatest_value(entry))
        for width in _NAMES:
            lines = wrapped(name, width)
            size = _size_of(entry, lines, setting)
            if placed := _place(panel, (left, right), y, size, ("right", "left", "above", "below")):
                labels.append(_label(panel, _text_of(entry, lines, setting), placed))
                break
        else:
            at = panel.x(panel.marks[1]) + _LEADER + _GAP
            characters = (panel.width - at) / drawn_width("n" * 10, _SMALL) * 10
            lines = wrapped(name, max(round(characters), 8))
            if placed := _in_column(panel, at, y, _size_of(entry, lines, setting)):
                labels.append(_label(panel, _text_of(entry, lines, setting), placed))
                _, _, top, bottom = placed[0]
                thin = {"width": 0.75, "color": MUTED}
                start, stop = (right + 2, y), (at - 3, (top + bottom) / 2)
                leaders.append(line_below(_point(panel, *start), _point(panel, *stop), thin))
    return labels, leaders


def _beside_arrow(
    panel: _Panel, note: Entry, end: Entry, setting: Setting
) -> tuple[_Box, str] | None:
    """Where a change stands beside its arrow."""
    line = panel.x(_middle(end))
    ends = next(both for own, both in _changes(panel, setting) if own is note)
    top, bottom = sorted(panel.y(greatest_value(one)) for one in ends)
    panel.taken.append((line - 1, line + 1, top, bottom))
    size = (drawn_width(drawn_amount(note, setting.wording)) + 12, _LINE)
    for share in (0.4, 0.25, 0.55, 0.7):
        middle = top + (bottom - top) * share
        if placed := _place(panel, (line, line), middle, size, ("right", "left")):
            return placed
    return None


def _size_of(entry: Entry, lines: Sequence[str], setting: Setting) -> tuple[float, float]:
    """Width and height of an amount with its name."""
    longest = max(drawn_width(one, _SMALL) for one in lines)
    return max(drawn_width(drawn_amount(entry, setting.wording)), longest), _LINE * (1 + len(lines))


def _text_of(entry: Entry, lines: Sequence[str], setting: Setting) -> str:
    return LINE_BREAK.join([amount_label(entry, setting.wording), *map(plotly_text, lines)])


def _named(entries: Sequence[Entry]) -> Sequence[Entry]:
    if len(entries) <= _MOST_NAMED:
        return entries
    ordered = sorted(entries, key=_middle)
    highest, lowest = max(entries, key=greatest_value), min(entries, key=least_value)
    picked = {one.fact.id: one for one in (ordered[0], ordered[-1], highest, lowest)}
    return list(picked.values())


def _place(
    panel: _Panel,
    reach: tuple[float, float],
    y: float,
    size: tuple[float, float],
    sides: Sequence[str],
) -> tuple[_Box, str] | None:
    """Where words of a size stand free beside a mark, and on which side of it."""
    width, height = size
    left, right = reach
    x, over = (left + right) / 2, _DOT + 3
    boxes = {
        "right": (right + _GAP, right + _GAP + width, y - height / 2, y + height / 2),
        "left": (left - _GAP - width, left - _GAP, y - height / 2, y + height / 2),
        "above": (x - width / 2, x + width / 2, y - over - height, y - over),
        "below": (x - width / 2, x + width / 2, y + over, y + over + height),
    }
    for side in sides:
        if panel.fits(boxes[side]):
            panel.taken.append(boxes[side])
            return boxes[side], side
    return None


def _in_column(
    panel: _Panel, at: float, y: float, size: tuple[float, float]
) -> tuple[_Box, str] | None:
    """Where words stand free to the right of all marks, as near as can be to their own."""
    width, height = min(size[0], panel.width - at), size[1]
    if size[0] > width * _SPARE_WIDTH:
        return None
    for step in range(0, panel.plot, 4):
        for middle in (y + step, y - step):
            box = (at, at + width, middle - height / 2, middle + height / 2)
            if panel.fits(box):
                panel.taken.append(box)
                return box, "right"
    return None


def _point(panel: _Panel, x: float, y: float) -> tuple[str, int | float]:
    """A place of the panel as a moment and a value."""
    first, last = panel.days
    minutes = round(x / panel.width * (last - first).days * 1440)
    moment = datetime.combine(first, time()) + timedelta(minutes=minutes)
    low, high = panel.ends
    value = high - (high - low) * Decimal(round(y, 1)) / panel.plot
    return moment.isoformat(sep=" "), number(round(value, 6))


def _label(panel: _Panel, text: str, placed: tuple[_Box, str]) -> Plain:
    (left, right, top, bottom), side = placed
    anchor = {"right": "left", "left": "right"}.get(side, "center")
    x = {"right": left, "left": right}.get(side, (left + right) / 2)
    moment, value = _point(panel, x, (top + bottom) / 2)
    return {
        "text": text,
        "x": moment,
        "y": value,
        "xref": f"x{panel.suffix}",
        "yref": f"y{panel.suffix}",
        "xanchor": anchor,
        "yanchor": "middle",
        "align": anchor,
        "showarrow": False,
        "font": {"size": SMALL_SIZE, "color": INK},
    }


def _head(panel: _Panel, setting: Setting, of: str) -> list[str]:
    """The measure above a panel, whose it is where there are several, and its unit."""
    wording, width = setting.wording, setting.sheet.title_width
    unit = wording.unit_name(unit_of(panel.entries))
    if not panel.ends[0] <= 0 <= panel.ends[1]:
        unit = wording.say("chart-axis-cut", unit=unit).strip()
    name = wording.text(panel.entries[0].indicator.label)
    if of:
        name = wording.say("chart-name-about", name=name, about=of)
    return [*map(bold, wrapped(name, width)), *map(plotly_text, wrapped(unit, width))]


def _above(lines: Sequence[str], top: float) -> Plain:
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": top, "yref": "paper"}
    return place | {
        "text": LINE_BREAK.join(lines),
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "font": {"size": SMALL_SIZE, "color": INK},
    }


def _axes(panel: _Panel, domain: Sequence[float], setting: Setting) -> Plain:
    across = date_axis(*_ticks(panel, setting.wording), panel.days)
    across["anchor"] = f"y{panel.suffix}"
    upward = amount_axis(*panel.ends, unit_of(panel.entries), setting, _INTERVALS)
    upward.pop("title", None)
    inside = {"ticklabelposition": "inside top", "automargin": False}
    upward |= inside | {"domain": list(domain), "anchor": f"x{panel.suffix}"}
    return {f"xaxis{panel.suffix}": across, f"yaxis{panel.suffix}": upward}


def _ticks(panel: _Panel, wording: LanguageWording) -> tuple[list[date], list[str]]:
    """Days and their words below what is drawn, none where only words stand."""
    months = needs_months(*panel.marks)
    days = month_ticks(*panel.marks) if months else year_ticks(*panel.marks)
    shown = list[date]()
    for day in days:
        if not shown or panel.x(day) - panel.x(shown[-1]) >= _TICK_APART:
            shown.append(day)
    shown = shown or [panel.marks[0]]
    form = "%Y-%m" if months else "%Y"
    return shown, [wording.period(Period.parse(f"{day:{form}}")) for day in shown]


def _axes_of(panel: _Panel) -> Plain:
    return {"xaxis": f"x{panel.suffix}", "yaxis": f"y{panel.suffix}"} if panel.suffix else {}


def _refs(panel: _Panel) -> Plain:
    return {"xref": f"x{panel.suffix}", "yref": f"y{panel.suffix}"}
