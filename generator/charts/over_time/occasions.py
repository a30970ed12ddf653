"""What a timeline shows of an entry: its times, whether it still holds, and how it is marked.

In: entries, their setting. Out: the record that both drawings of a timeline are made from, in the
order of time, and a key of the kinds of marks. Never a place in a drawing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.charts.axes import greatest_value
from generator.charts.marks import dot, standing_of
from generator.charts.setting import Setting
from generator.charts.style import MAIN, MUTED, Plain, direction_colour
from generator.charts.text import drawn_width
from generator.model import Entry
from generator.wording import LanguageWording

MARK = 12
_OPEN_DAYS = 110
NO_DAY = date(2000, 1, 1)
"""Where an axis starts on which nothing stands."""
_SMALL = 0.93
_KINDS = ("reported", "undated", "rise", "fall", "planned", "replaced")
"""In the order of the key."""
_BEFORE, _AFTER, _KEY_LINE = 14, 18, 20


@dataclass(frozen=True, slots=True)
class Shown:
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
        """Where its mark stands: where a promise begins, where a change ends, else between."""
        if self.entry.indicator.kind == "change" and self.entry.amount is not None:
            return self.end if not self.is_open else self.start
        if self.made is not None or self.is_open:
            return self.start
        return self.start + (self.end - self.start) / 2

    @property
    def reach(self) -> tuple[date, date]:
        """The first and the last day on which something is drawn."""
        end = self.start + timedelta(days=_OPEN_DAYS) if self.is_open else self.end
        return self.made or self.start, end


def shown_of(entry: Entry, entries: Sequence[Entry], setting: Setting) -> Shown:
    """An entry with its times; of a plan also when it was made, and whether another replaced it."""
    period = entry.period
    start = period.start or period.end or NO_DAY
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
    return Shown(entry, made, start, end, period.end is None, is_replaced)


def _made(entry: Entry, setting: Setting) -> date | None:
    """When a plan was made: with the event that the editor names, else when it was first told."""
    event = setting.book.entries.get(setting.since.get(entry.fact.id, ""))
    period = event.period if event else entry.known_from
    return period.start or period.end


def in_order(shown: Sequence[Shown]) -> list[Shown]:
    """By time; what was replaced stands directly before its successor."""
    begins = {one.entry.fact.id: one.made or one.start for one in shown}

    def key(one: Shown) -> tuple[date, bool]:
        successor = one.entry.revised_by or ""
        if one.is_replaced:
            return begins[successor], True
        return begins[one.entry.fact.id], one.made is not None

    return sorted(shown, key=lambda one: (*key(one), not one.is_replaced))


def colour_of(entry: Entry) -> str:
    """What rose and what fell are told apart as in every other chart."""
    if entry.indicator.kind != "change" or entry.amount is None:
        return MAIN
    return direction_colour(greatest_value(entry))


def symbol_of(one: Shown) -> str:
    """An arrow for a plan, a cross where it was replaced; up or down for a change."""
    entry = one.entry
    if one.is_replaced:
        return "x-thin"
    if one.made is not None or one.is_open:
        return "triangle-right"
    if entry.period.start is None:
        return "triangle-left"
    if entry.indicator.kind == "change" and entry.amount is not None:
        return "triangle-up" if greatest_value(entry) >= 0 else "triangle-down"
    return "diamond" if entry.amount is not None else "circle"


def look_of_mark(one: Shown) -> Plain:
    """The mark of an entry."""
    colour = MUTED if one.is_replaced else colour_of(one.entry)
    return dot(one.entry, symbol_of(one), colour, MARK)


def kind_of_mark(one: Shown) -> str:
    """What its mark says, as the key names it."""
    if one.is_replaced:
        return "replaced"
    if one.made is not None:
        return "planned"
    if one.entry.indicator.kind == "change" and one.entry.amount is not None:
        return "rise" if greatest_value(one.entry) >= 0 else "fall"
    standing = standing_of(one.entry)
    return standing if standing in {"undated", "reported"} else ""


def key_of(
    shown: Iterable[Shown], width: int, wording: LanguageWording
) -> tuple[list[tuple[int, int, Plain, str]], int]:
    """The kinds of marks in words: from the left, from the top, mark, words; and their height."""
    found: dict[str, Shown] = {}
    for one in shown:
        if kind := kind_of_mark(one):
            found.setdefault(kind, one)
    key, x, y = list[tuple[int, int, Plain, str]](), 0, _KEY_LINE // 2
    for kind, one in sorted(found.items(), key=lambda pair: _KINDS.index(pair[0])):
        words = wording.say(f"chart-key-{kind}")
        room = _BEFORE + drawn_width(words, _SMALL) + _AFTER
        if x and x + room - _AFTER > width:
            x, y = 0, y + _KEY_LINE
        key.append((x + MARK // 2 + 1, y, look_of_mark(one), words))
        x += room
    return key, y + _KEY_LINE if key else 0
