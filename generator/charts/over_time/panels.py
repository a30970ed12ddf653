"""A panel of a chart of levels: where each of its figures stands, in time and in pixels.

In: entries of one measure, a setting. Out: the panel. What a text leaves open ends when it was
told, and before the day of any figure that the editor listed after it. Where times overlap, the
panel is a sequence: a place for each figure in the editor's order, no axis of time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from generator.charts.axes import greatest_value, least_value, round_ticks, spread_of
from generator.charts.bars import compared_by
from generator.charts.setting import Setting
from generator.model import Entry
from generator.wording import is_reported

LEFT, RIGHT = 8, 8
LINE = 17
INTERVALS = 3
MARK = 6
"""Half of a dot."""
_PLOT, _EACH, _EACH_ON_PHONE, _MOST_PLOT = 230, 70, 84, 420
_AIR, _AIR_BELOW = Decimal("0.35"), Decimal("0.45")
_ROOM, _ROOM_ON_PHONE = (0.2, 0.3), (0.12, 0.46)
"""Of the width: to the left of the first mark and to the right of the last, for words."""
_TICK_ROOM = 38
TIME_ROOM = 66
"""Pixels for a time in words."""
_STEP = 100
"""Days that stand for a place in an order."""
_MOST_NAMED = 8
"""Of a panel: of more dots only the first, the last, the highest and the lowest have words."""
_NO_DAY = date(2000, 1, 1)
Box = tuple[float, float, float, float]
"""Left, right, top, bottom, in pixels of a panel."""


@dataclass(slots=True)
class Panel:
    """The entries of one measure, and where everything of it stands in pixels."""

    entries: Sequence[Entry]
    suffix: str
    """Of the names of its axes."""
    width: int
    ends: tuple[Decimal, Decimal]
    """The least and the greatest value of its axis."""
    days: tuple[date, date]
    """The first and the last day of its axis."""
    spans: Mapping[str, tuple[date, date]]
    """By id, when what is drawn of a figure begins and ends."""
    is_sequence: bool
    """The days stand for places in an order."""
    marks: tuple[date, date]
    """The first and the last day on which something is drawn."""
    plot: int
    """Its height."""
    taken: list[Box] = field(default_factory=list)
    """Where words and marks stand."""

    def x(self, day: date) -> float:
        """A day in pixels from the left."""
        first, last = self.days
        return (day - first) / (last - first) * self.width

    def y(self, value: Decimal) -> float:
        """A value in pixels from the top."""
        low, high = self.ends
        return float((high - value) / (high - low)) * self.plot

    @property
    def has_times_below(self) -> bool:
        """A sequence has room for the time of each below its place."""
        return self.is_sequence and self.width >= TIME_ROOM * len(self.entries)

    def has_day(self, entry: Entry) -> bool:
        """It has one place."""
        start, end = self.spans[entry.fact.id]
        return start == end

    def middle(self, entry: Entry) -> date:
        """Its day, or the middle of what is open: where a change begins or ends."""
        start, end = self.spans[entry.fact.id]
        return start + (end - start) / 2

    def fits(self, box: Box) -> bool:
        """Whether words would stand free, within the panel."""
        left, right, top, bottom = box
        if left < 0 or right > self.width or top < 0 or bottom > self.plot:
            return False
        return not any(
            left < other[1] and other[0] < right and top < other[3] and other[2] < bottom
            for other in self.taken
        )


def panel_of(entries: Sequence[Entry], place: int, setting: Setting) -> Panel:
    """The panel of these entries; `place` tells it from others."""
    low, high = spread_of(entries, _AIR_BELOW)[0], spread_of(entries, _AIR)[1]
    is_sequence, is_wide = _is_sequence(entries), setting.sheet.heading_room > 0
    spans = _in_sequence(entries) if is_sequence else _spans(entries)
    first = min(day for span in spans.values() for day in span)
    last = max(day for span in spans.values() for day in span)
    span = max((last - first).days, 10)
    before, after = _ROOM if is_wide else _ROOM_ON_PHONE
    if is_sequence:
        before = after = 0.5 / len(entries)
    each = _EACH if is_wide else _EACH_ON_PHONE
    whole = span / (1 - before - after) if before < 0.5 else span  # noqa: PLR2004 - one alone
    axis = (
        first - timedelta(days=round(whole * before)),
        last + timedelta(days=round(whole * after)),
    )
    panel = Panel(
        entries=entries,
        suffix="" if place == 0 else str(place + 1),
        width=setting.sheet.width - LEFT - RIGHT,
        ends=(low, high),
        days=axis,
        spans=spans,
        is_sequence=is_sequence,
        marks=(first, last),
        plot=min(max(_PLOT, each * len(named_in(entries))), _MOST_PLOT),
    )
    ticks = map(panel.y, round_ticks(low, high, INTERVALS))
    panel.taken += [(0, _TICK_ROOM, tick - LINE, tick) for tick in ticks]
    for one in entries:
        left, right = reach_of(panel, one)
        level = panel.y(greatest_value(one))
        panel.taken.append((left, right, level - MARK, level + MARK))
    return panel


def times_of(entry: Entry) -> tuple[date, date]:
    """The first and the last day that a text leaves open; what is reported was so by then."""
    start = entry.period.start or entry.period.end or _NO_DAY
    end = entry.period.end or start
    told = entry.known_from.end or entry.known_from.start
    if told and is_reported(entry) and start <= told < end:
        end = told
    return start, end


def _is_sequence(entries: Sequence[Entry]) -> bool:
    """Times overlap: a true axis would have marks on which stands that the order is not known."""
    spans = [times_of(one) for one in entries]
    is_mixed = any(
        one[0] <= other[1] and other[0] <= one[1] and not one[0] == one[1] == other[0] == other[1]
        for place, one in enumerate(spans)
        for other in spans[place + 1 :]
    )
    return is_mixed and len(entries) <= _MOST_NAMED


def _in_sequence(entries: Sequence[Entry]) -> Mapping[str, tuple[date, date]]:
    """A place for each, in the order in which the editor listed them."""
    days = (_NO_DAY + timedelta(days=_STEP * place) for place in range(len(entries)))
    return {one.fact.id: (day, day) for one, day in zip(entries, days, strict=True)}


def _spans(entries: Sequence[Entry]) -> Mapping[str, tuple[date, date]]:
    """Where the time is open, it ends before the day of what the editor listed later."""
    found: dict[str, tuple[date, date]] = {}
    limit = date.max
    for one in reversed(entries):
        start, end = times_of(one)
        if start == end:
            limit = start
        elif start < limit <= end:
            end = limit - timedelta(days=1)
        found[one.fact.id] = start, end
    return found


def has_day(entry: Entry) -> bool:
    """Its text names the day."""
    start, end = times_of(entry)
    return start == end


def reach_of(panel: Panel, entry: Entry) -> tuple[float, float]:
    """Where the mark of an entry begins and ends, in pixels."""
    start, end = panel.spans[entry.fact.id]
    if start == end:
        return panel.x(start) - MARK, panel.x(start) + MARK
    return panel.x(start) - 1, panel.x(end + timedelta(days=1)) + 1


def _middle(entry: Entry) -> date:
    start, end = times_of(entry)
    return start + (end - start) / 2


def named_in(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Those that have words."""
    if len(entries) <= _MOST_NAMED:
        return entries
    ordered = sorted(entries, key=_middle)
    highest, lowest = max(entries, key=greatest_value), min(entries, key=least_value)
    picked = {one.fact.id: one for one in (ordered[0], ordered[-1], highest, lowest)}
    return list(picked.values())


def changes_in(panel: Panel, setting: Setting) -> list[tuple[Entry, tuple[Entry, Entry]]]:
    """The changes that compare two dots of the panel, from the earlier to the later."""
    found = []
    for note in setting.annotations:
        if ends := compared_by(note, panel.entries):
            one, other = sorted(ends, key=panel.middle)
            in_order = panel.middle(one) < panel.middle(other)
            found.append((note, (one, other) if in_order else ends))
    return found
