"""Levels: prices and other states as dots on a true axis of time, a small multiple a measure.

In: entries, all of one measure in one unit; their setting. Out: a Plotly figure as plain data. A
line covers the time that a text leaves open. Never a line from dot to dot, because nobody measured
what lay between them; a change that the editor named is an arrow from the one level to the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from generator.charts.axes import (
    amount_axis,
    greatest_value,
    least_value,
    spread_of,
    time_axis,
    unit_of,
)
from generator.charts.bars import compared_by
from generator.charts.marks import amount_label, dot, hover_of, mark, stroke
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
from generator.model import Entry
from generator.wording import LanguageWording, drawn_amount, drawn_name, drawn_status

_PLOT, _FOOT, _UNDER_HEAD, _EDGE = 230, 54, 4, 32
_LEFT, _RIGHT = 8, 8
_AIR = Decimal("0.35")
_ROOM_LEFT, _ROOM_RIGHT = 0.2, 0.3
"""Of the width: beside the first and the last dot, for their words."""
_LINE, _SMALL = 16, 0.92
_DOT, _GAP = 6, 9
_NAME = 26
"""Characters in a line of a name."""
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
    taken: list[_Box] = field(default_factory=list)
    """Where words and marks stand."""

    def x(self, day: date) -> float:
        """A day in pixels from the left."""
        first, last = self.days
        return (day - first) / (last - first) * self.width

    def y(self, value: Decimal) -> float:
        """A value in pixels from the top."""
        low, high = self.ends
        return float((high - value) / (high - low)) * _PLOT

    def fits(self, box: _Box) -> bool:
        """Whether words would stand free, within the panel."""
        left, right, top, bottom = box
        if left < 0 or right > self.width or top < 0 or bottom > _PLOT:
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
    for head in heads:
        tops.append(height + _LINE * len(head) + _UNDER_HEAD)
        height = tops[-1] + _PLOT + _FOOT
    traces: list[Plain] = []
    layout: Plain = {
        "height": height,
        "margin": {"l": _LEFT, "r": _RIGHT, "t": 0, "b": 0, "pad": 0},
        "annotations": [],
        "shapes": [],
    }
    for panel, head, top in zip(panels, heads, tops, strict=True):
        domain = [1 - (top + _PLOT) / height, 1 - top / height]
        traces += [trace | _axes_of(panel) for trace in _traces(panel, setting)]
        layout |= _axes(panel, domain, setting)
        layout["annotations"] += [_above(head, domain[1]), *_words(panel, setting)]
        layout["shapes"] += [shape | _refs(panel) for shape in _guides(panel, setting)]
    return traces, layout


def place_name(entry: Entry, wording: LanguageWording) -> str:
    """What stands below an amount: name, date, and the status of what is not reported."""
    return " ".join(filter(None, [drawn_name(entry, wording), drawn_status(entry, wording)]))


def _panel(entries: Sequence[Entry], place: int, setting: Setting) -> _Panel:
    low, high = spread_of(entries, _AIR)
    days = [day for one in entries for day in _times(one)]
    first, last = min(days), max(days)
    span = max((last - first).days, 10)
    whole = span / (1 - _ROOM_LEFT - _ROOM_RIGHT)
    axis = (
        first - timedelta(days=round(whole * _ROOM_LEFT)),
        last + timedelta(days=round(whole * _ROOM_RIGHT)),
    )
    suffix = "" if place == 0 else str(place + 1)
    panel = _Panel(entries, suffix, setting.sheet.width - _LEFT - _RIGHT, (low, high), axis)
    for one in entries:
        left, right = (panel.x(day) for day in _times(one))
        level = panel.y(greatest_value(one))
        middle = panel.x(_middle(one))
        panel.taken += [
            (left - 1, right + 1, level - 2, level + 2),
            (middle - _DOT, middle + _DOT, level - _DOT, level + _DOT),
        ]
    return panel


def _times(entry: Entry) -> tuple[date, date]:
    """The first and the last day that a text leaves open."""
    start = entry.period.start or entry.period.end or _NO_DAY
    return start, entry.period.end or start


def _middle(entry: Entry) -> date:
    start, end = _times(entry)
    return start + (end - start) / 2


def _traces(panel: _Panel, setting: Setting) -> Iterator[Plain]:
    for entry in panel.entries:
        start, end = _times(entry)
        level = number(greatest_value(entry))
        if end > start:
            days = [start.isoformat(), end.isoformat()]
            yield stroke(days, [level, level], {"color": MAIN, "width": 2})
        ends = [number(least_value(entry)), level]
        if ends[0] != ends[1]:
            day = _middle(entry).isoformat()
            yield stroke([day, day], ends, {"color": MAIN, "width": 4})
    for note, (_, to) in _changes(panel, setting):
        colour = direction_colour(greatest_value(note))
        is_fall = greatest_value(note) < 0
        look: Plain = {"symbol": "triangle-down" if is_fall else "triangle-up", "size": 9}
        look |= {"color": colour, "line": {"width": 0}}
        shift = (panel.ends[1] - panel.ends[0]) * (_DOT + 5) / _PLOT
        place = greatest_value(to) + (shift if is_fall else -shift)
        day = _middle(to).isoformat()
        yield mark(day, number(place), look, hover_of([note], setting.wording))
    for entry in panel.entries:
        day = _middle(entry).isoformat()
        trace = mark(day, number(greatest_value(entry)), dot(entry), {})
        yield trace | hover_of([entry], setting.wording) | {"cliponaxis": False}


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
        days = [_middle(one).isoformat() for one in (start, end)]
        levels = [number(greatest_value(one)) for one in (start, end)]
        line = {"width": 1, "color": MUTED, "dash": "dot"}
        yield line_below((days[0], levels[0]), (days[1], levels[0]), line)
        down = {"width": 1.5, "color": direction_colour(greatest_value(note))}
        yield line_below((days[1], levels[0]), (days[1], levels[1]), down)


def _words(panel: _Panel, setting: Setting) -> Iterator[Plain]:
    """What fits beside the dots: amount and name, else the amount; changes beside their arrows."""
    wording = setting.wording
    for note, (start, end) in _changes(panel, setting):
        line = panel.x(_middle(end))
        top, bottom = sorted(panel.y(greatest_value(one)) for one in (start, end))
        panel.taken.append((line - 1, line + 1, top, bottom))
        text = drawn_amount(note, wording)
        sizes = (drawn_width(text) + 8, _LINE)
        for share in (0.4, 0.25, 0.55, 0.7):
            middle = top + (bottom - top) * share
            if placed := _place(panel, line, middle, sizes, ("right", "left")):
                label = amount_label(note, wording)
                yield _label(panel, label, placed)
                break
    compared = {one.fact.id for _, ends in _changes(panel, setting) for one in ends}
    ordered = sorted(_named(panel.entries), key=greatest_value, reverse=True)
    for entry in sorted(ordered, key=lambda one: one.fact.id not in compared):
        amount, name = drawn_amount(entry, wording), wrapped(place_name(entry, wording), _NAME)
        x, y = panel.x(_middle(entry)), panel.y(greatest_value(entry))
        for lines in (name, list[str]()):
            longest = max(drawn_width(amount), *(drawn_width(one, _SMALL) for one in lines or [""]))
            sizes = (longest, _LINE * (1 + len(lines)))
            left, right = (panel.x(day) for day in _times(entry))
            sides = ("right", "left", "above", "below")
            placed = _place(panel, x, y, sizes, sides, reach=(x - left, right - x))
            if placed:
                said = [amount_label(entry, wording), *map(plotly_text, lines)]
                yield _label(panel, LINE_BREAK.join(said), placed)
                break


def _named(entries: Sequence[Entry]) -> Sequence[Entry]:
    if len(entries) <= _MOST_NAMED:
        return entries
    ordered = sorted(entries, key=_middle)
    highest, lowest = max(entries, key=greatest_value), min(entries, key=least_value)
    picked = {one.fact.id: one for one in (ordered[0], ordered[-1], highest, lowest)}
    return list(picked.values())


def _place(
    panel: _Panel,
    x: float,
    y: float,
    sizes: tuple[float, float],
    sides: Sequence[str],
    *,
    reach: tuple[float, float] = (0, 0),
) -> tuple[_Box, str] | None:
    """Where words of a size stand free beside a point, and on which side of it."""
    width, height = sizes
    before, after = (max(one, _DOT) + _GAP for one in reach)
    over = _DOT + 3
    boxes = {
        "right": (x + after, x + after + width, y - height / 2, y + height / 2),
        "left": (x - before - width, x - before, y - height / 2, y + height / 2),
        "above": (x - width / 2, x + width / 2, y - over - height, y - over),
        "below": (x - width / 2, x + width / 2, y + over, y + over + height),
    }
    for side in sides:
        if panel.fits(boxes[side]):
            panel.taken.append(boxes[side])
            return boxes[side], side
    return None


def _label(panel: _Panel, text: str, placed: tuple[_Box, str]) -> Plain:
    (left, right, top, bottom), side = placed
    anchor = {"right": "left", "left": "right"}.get(side, "center")
    x = {"right": left, "left": right}.get(side, (left + right) / 2)
    first, last = panel.days
    day = first + timedelta(days=round(x / panel.width * (last - first).days, 2))
    low, high = panel.ends
    value = high - (high - low) * Decimal(round((top + bottom) / 2, 1)) / _PLOT
    return {
        "text": text,
        "x": day.isoformat(),
        "y": number(round(value, 6)),
        "xref": f"x{panel.suffix}",
        "yref": f"y{panel.suffix}",
        "xanchor": anchor,
        "yanchor": "middle",
        "align": anchor,
        "showarrow": False,
        "font": {"size": SMALL_SIZE, "color": INK},
        "bgcolor": PAPER,
        "borderpad": 0,
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
        "bgcolor": PAPER,
        "borderpad": 0,
    }


def _axes(panel: _Panel, domain: Sequence[float], setting: Setting) -> Plain:
    across = time_axis(panel.days, panel.width, _EDGE, setting.wording)
    across["anchor"] = f"y{panel.suffix}"
    upward = amount_axis(*panel.ends, unit_of(panel.entries), setting, 3)
    upward.pop("title", None)
    inside = {"ticklabelposition": "inside top", "automargin": False}
    upward |= inside | {"domain": list(domain), "anchor": f"x{panel.suffix}"}
    return {f"xaxis{panel.suffix}": across, f"yaxis{panel.suffix}": upward}


def _axes_of(panel: _Panel) -> Plain:
    return {"xaxis": f"x{panel.suffix}", "yaxis": f"y{panel.suffix}"} if panel.suffix else {}


def _refs(panel: _Panel) -> Plain:
    return {"xref": f"x{panel.suffix}", "yref": f"y{panel.suffix}"}
