"""The words of a chart of levels: beside their marks where there is room, else with a line.

In: a panel, a setting. Out: annotations and the lines that lead to them. Never two on one place.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from decimal import Decimal

from generator.charts.axes import greatest_value
from generator.charts.marks import amount_label
from generator.charts.over_time.panels import (
    LINE,
    MARK,
    Box,
    Panel,
    changes_in,
    has_day,
    named_in,
    reach_of,
)
from generator.charts.setting import Setting
from generator.charts.style import INK, MUTED, SMALL_SIZE, Plain, line_below, number
from generator.charts.text import LINE_BREAK, drawn_width, plotly_text, wrapped
from generator.model import Entry
from generator.wording import (
    LanguageWording,
    drawn_amount,
    drawn_label,
    drawn_name,
    drawn_status,
    period_of,
)

_SMALL = 0.93
_GAP, _LEADER, _SHIFT, _MOST_SHIFT = 9, 16, 6, 60
_NAMES = (26, 20, 15, 11)
"""Characters in a line of a name, in the order in which they are tried."""
_SIDES = ("right", "left", "above", "below")
_APART = 7
"""Pixels that words beside a mark keep above and below."""
_SPARE_WIDTH = 1.15
"""Words are rather narrower than they are reckoned."""


def place_name(entry: Entry, wording: LanguageWording, *, with_time: bool = True) -> str:
    """What stands below an amount: name, date, and the status of what is not reported.

    Where no day is known, "within" stands before the time. In a sequence the time stands below the
    place.
    """
    label = drawn_label(entry, wording)
    name = drawn_name(entry, wording) if with_time else label
    if with_time and entry.is_dated and not has_day(entry) and name != label:
        within = wording.say("chart-within", period=period_of(entry, wording))
        name = wording.say("chart-name", name=label, period=within)
    return " ".join(filter(None, [name, drawn_status(entry, wording)]))


def words_of(panel: Panel, setting: Setting) -> tuple[list[Plain], list[Plain]]:
    """Amount and name of each mark, beside it where there is room, else at the right with a line.

    First come the changes, beside their arrows.
    """
    labels, leaders = list[Plain](), list[Plain]()
    for note, (_, end) in changes_in(panel, setting):
        if placed := _beside_arrow(panel, note, end, setting):
            labels.append(_label(panel, amount_label(note, setting.wording), placed))
    for _, (start, end) in changes_in(panel, setting):
        level = panel.y(greatest_value(start))
        guide = panel.x(panel.spans[start.fact.id][1]), panel.x(panel.middle(end))
        panel.taken.append((*guide, level - 1, level + 1))
    compared = {one.fact.id for _, ends in changes_in(panel, setting) for one in ends}
    ordered = sorted(named_in(panel.entries), key=greatest_value, reverse=True)
    for entry in sorted(ordered, key=lambda one: one.fact.id not in compared):
        name = place_name(entry, setting.wording, with_time=not panel.has_times_below)
        left, right = reach_of(panel, entry)
        y = panel.y(greatest_value(entry))
        for width in _NAMES:
            lines = wrapped(name, width)
            size = _size_of(entry, lines, setting)
            if placed := _place(panel, (left, right), y, size, _SIDES):
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
                one, other = (right + 2, y), (at - 3, (top + bottom) / 2)
                leaders.append(line_below(point_of(panel, *one), point_of(panel, *other), thin))
    return labels, leaders


def _beside_arrow(
    panel: Panel, note: Entry, end: Entry, setting: Setting
) -> tuple[Box, str] | None:
    """Where a change stands beside its arrow."""
    line = panel.x(panel.middle(end))
    ends = next(both for own, both in changes_in(panel, setting) if own is note)
    top, bottom = sorted(panel.y(greatest_value(one)) for one in ends)
    panel.taken.append((line - 1, line + 1, top, bottom))
    size = (drawn_width(drawn_amount(note, setting.wording)) + 12, LINE)
    for share in (0.4, 0.25, 0.55, 0.7):
        middle = top + (bottom - top) * share
        if placed := _place(panel, (line, line), middle, size, ("right", "left")):
            return placed
    return None


def _size_of(entry: Entry, lines: Sequence[str], setting: Setting) -> tuple[float, float]:
    """Width and height of an amount with its name."""
    longest = max(drawn_width(one, _SMALL) for one in lines)
    return max(drawn_width(drawn_amount(entry, setting.wording)), longest), LINE * (1 + len(lines))


def _text_of(entry: Entry, lines: Sequence[str], setting: Setting) -> str:
    return LINE_BREAK.join([amount_label(entry, setting.wording), *map(plotly_text, lines)])


def _place(
    panel: Panel,
    reach: tuple[float, float],
    y: float,
    size: tuple[float, float],
    sides: Sequence[str],
) -> tuple[Box, str] | None:
    """Where words of a size stand free beside a mark, and on which side of it."""
    width, height = size
    left, right = reach
    x, over = (left + right) / 2, MARK + 3
    shifts = sorted(range(-_MOST_SHIFT, _MOST_SHIFT + 1, _SHIFT), key=abs)
    centres = [x + one for one in shifts if abs(one) < (width + right - left) / 2 - MARK]
    spans = {
        "right": [(right + _GAP, y - height / 2)],
        "left": [(left - _GAP - width, y - height / 2)],
        "above": [(one - width / 2, y - over - height) for one in centres],
        "below": [(one - width / 2, y + over) for one in centres],
    }
    for side in sides:
        for start, top in spans[side]:
            box = (start, start + width, top, top + height)
            # Right above another mark, words beside their own would be taken for the other's.
            apart = _APART if side in {"left", "right"} else 0
            if panel.fits((start, start + width, top - apart, top + height + apart)):
                panel.taken.append(box)
                return box, side
    return None


def _in_column(
    panel: Panel, at: float, y: float, size: tuple[float, float]
) -> tuple[Box, str] | None:
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


def point_of(panel: Panel, x: float, y: float) -> tuple[str, int | float]:
    """A place of the panel as a moment and a value."""
    first, last = panel.days
    minutes = round(x / panel.width * (last - first).days * 1440)
    moment = datetime.combine(first, time()) + timedelta(minutes=minutes)
    low, high = panel.ends
    value = high - (high - low) * Decimal(round(y, 1)) / panel.plot
    return moment.isoformat(sep=" "), number(round(value, 6))


def _label(panel: Panel, text: str, placed: tuple[Box, str]) -> Plain:
    (left, right, top, bottom), side = placed
    anchor = {"right": "left", "left": "right"}.get(side, "center")
    x = {"right": left, "left": right}.get(side, (left + right) / 2)
    moment, value = point_of(panel, x, (top + bottom) / 2)
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
