"""Levels: prices and other states as dots on a true axis of time, a small multiple a measure.

In: entries, all of one measure in one unit; their setting. Out: a Plotly figure as plain data. A
dot stands at a day that a text names; where it leaves the day open, a line with two ends covers the
time, no longer than until it was told, and there is no dot. Where such times overlap, there is no
axis of time: dots stand in the editor's order, each above its time in words. A band is what the
amount leaves open. Never a line from one to the next, because nobody measured what lay between
them; a change that the editor named is an arrow from the one level to the other.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from generator.charts.axes import (
    amount_axis,
    date_axis,
    drawn_range,
    greatest_value,
    least_value,
    month_ticks,
    needs_months,
    unit_of,
    year_ticks,
)
from generator.charts.marks import dot, hover_of, look_of, mark, stroke
from generator.charts.over_time.level_words import words_of
from generator.charts.over_time.panels import (
    INTERVALS,
    LEFT,
    LINE,
    MARK,
    RIGHT,
    TIME_ROOM,
    Panel,
    changes_in,
    named_in,
    panel_of,
)
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
from generator.charts.text import LINE_BREAK, bold, plotly_text, wrapped
from generator.model import Entry, Period
from generator.wording import LanguageWording, period_of

_FOOT, _UNDER_HEAD = 54, 20
_TIME, _CERTAIN, _SEEN = 9, 1, 0.08
_OPEN, _OPEN_WIDTH = 0.28, 9
_DAY = 86_400_000


def draw_levels(entries: Sequence[Entry], setting: Setting) -> Sketch:
    """A panel for each measure, each with axes of its own."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.fact.indicator, entry.fact.about), []).append(entry)
    panels = [panel_of(own, place, setting) for place, own in enumerate(groups.values())]
    indicators = [indicator for indicator, _ in groups]
    heads = [
        _head(panel, setting, of=about if indicators.count(indicator) > 1 else "")
        for panel, (indicator, about) in zip(panels, groups, strict=True)
    ]
    tops, height = [], 0
    for panel, head in zip(panels, heads, strict=True):
        tops.append(height + LINE * len(head) + _UNDER_HEAD)
        height = tops[-1] + panel.plot + _FOOT
    traces: list[Plain] = []
    layout: Plain = {
        "height": height,
        "margin": {"l": LEFT, "r": RIGHT, "t": 0, "b": 0, "pad": 0},
        "annotations": [],
        "shapes": [],
        "barmode": "overlay",
    }
    for panel, head, top in zip(panels, heads, tops, strict=True):
        domain = [1 - (top + panel.plot) / height, 1 - top / height]
        traces += [trace | _axes_of(panel) for trace in _traces(panel, setting)]
        layout |= _axes(panel, domain, setting)
        words, leaders = words_of(panel, setting)
        layout["annotations"] += [_above(head, domain[1]), *words]
        shapes = [*_guides(panel, setting), *leaders]
        layout["shapes"] += [shape | _refs(panel) for shape in shapes]
    return traces, layout


def _traces(panel: Panel, setting: Setting) -> Iterator[Plain]:
    for entry in panel.entries:
        if not panel.has_day(entry):
            yield from _band(panel, entry, setting)
    for note, (_, to) in changes_in(panel, setting):
        colour = direction_colour(greatest_value(note))
        is_fall = greatest_value(note) < 0
        look: Plain = {"symbol": "triangle-down" if is_fall else "triangle-up", "size": 9}
        look |= {"color": colour, "line": {"width": 0}}
        shift = (panel.ends[1] - panel.ends[0]) * (MARK + 5) / panel.plot
        place = greatest_value(to) + (shift if is_fall else -shift)
        day = panel.middle(to).isoformat()
        yield mark(day, number(place), look, hover_of([note], setting.wording))
    for entry in panel.entries:
        if panel.has_day(entry):
            day = panel.middle(entry).isoformat()
            ends = [number(least_value(entry)), number(greatest_value(entry))]
            if ends[0] != ends[1]:
                yield stroke([day, day], ends, {"color": MAIN, "width": 4})
            elif None not in (open_ends := drawn_range(entry) or (None,)):
                levels = [number(one) for one in open_ends if one is not None]
                line = {"color": MUTED, "width": _OPEN_WIDTH}
                yield stroke([day, day], levels, line) | {"opacity": _OPEN}
            trace = mark(day, ends[1], dot(entry), {})
            yield trace | hover_of([entry], setting.wording) | {"cliponaxis": False}


def _band(panel: Panel, entry: Entry, setting: Setting) -> Iterator[Plain]:
    """The time that a text leaves open, at the level that it names, or from one to the other.

    The bar that is hardly seen is what a finger finds.
    """
    start, end = panel.spans[entry.fact.id]
    low, high = least_value(entry), greatest_value(entry)
    least = (panel.ends[1] - panel.ends[0]) * _TIME / panel.plot
    is_solid = look_of(entry).is_solid
    paint = {"color": MAIN if is_solid else PAPER, "opacity": _SEEN if is_solid else _CERTAIN}
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
    ends = {"symbol": "line-ns", "size": _TIME + 2, "color": MAIN}
    look = {"marker": ends | {"line": {"color": MAIN, "width": 1.5}}, "cliponaxis": False}
    yield (
        {"type": "scatter", "mode": "markers", "x": days, "y": [level] * 2}
        | look
        | {"hoverinfo": "skip"}
    )


def _guides(panel: Panel, setting: Setting) -> Iterator[Plain]:
    """From the level where a change began to the day on which it ended, and down or up there."""
    for note, (start, end) in changes_in(panel, setting):
        left, right = panel.spans[start.fact.id][1], panel.middle(end)
        levels = [number(greatest_value(one)) for one in (start, end)]
        if left < right:
            line = {"width": 1, "color": MUTED, "dash": "dot"}
            ends = left.isoformat(), right.isoformat()
            yield line_below((ends[0], levels[0]), (ends[1], levels[0]), line)
        down = {"width": 1.5, "color": direction_colour(greatest_value(note))}
        day = right.isoformat()
        yield line_below((day, levels[0]), (day, levels[1]), down)


def _head(panel: Panel, setting: Setting, of: str) -> list[str]:
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


def _axes(panel: Panel, domain: Sequence[float], setting: Setting) -> Plain:
    across = date_axis(*_ticks(panel, setting.wording), panel.days)
    across["anchor"] = f"y{panel.suffix}"
    upward = amount_axis(*panel.ends, unit_of(panel.entries), setting, INTERVALS)
    upward.pop("title", None)
    inside = {"ticklabelposition": "inside top", "automargin": False}
    upward |= inside | {"domain": list(domain), "anchor": f"x{panel.suffix}"}
    return {f"xaxis{panel.suffix}": across, f"yaxis{panel.suffix}": upward}


def _ticks(panel: Panel, wording: LanguageWording) -> tuple[list[date], list[str]]:
    """Days and their words below what is drawn, none where only words stand."""
    if panel.is_sequence:
        if not panel.has_times_below:
            return [], []
        places = [(panel.middle(one), period_of(one, wording)) for one in named_in(panel.entries)]
        return [day for day, _ in places], [said for _, said in places]
    months = needs_months(*panel.marks)
    days = month_ticks(*panel.marks) if months else year_ticks(*panel.marks)
    shown = list[date]()
    for day in days:
        if not shown or panel.x(day) - panel.x(shown[-1]) >= TIME_ROOM:
            shown.append(day)
    shown = shown or [panel.marks[0]]
    form = "%Y-%m" if months else "%Y"
    return shown, [wording.period(Period.parse(f"{day:{form}}")) for day in shown]


def _axes_of(panel: Panel) -> Plain:
    return {"xaxis": f"x{panel.suffix}", "yaxis": f"y{panel.suffix}"} if panel.suffix else {}


def _refs(panel: Panel) -> Plain:
    return {"xref": f"x{panel.suffix}", "yref": f"y{panel.suffix}"}
