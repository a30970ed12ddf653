"""The one table of kinds: how each kind of chart is drawn and described, and what it takes.

In: nothing. Out: a row a kind. A new kind has a file of its own beside this one, a row here, and
its name in `model/vocabulary.py`; nothing else in the program lists the kinds.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.charts.bars import describe_moves, draw_bars, draw_moves
from generator.charts.coverage import describe_coverage, draw_coverage
from generator.charts.describe import Description, describe_drawn, describe_entries, describe_ranges
from generator.charts.intervals import draw_intervals
from generator.charts.levels import draw_levels
from generator.charts.promises import draw_promises
from generator.charts.setting import Setting
from generator.charts.steps import draw_steps
from generator.charts.style import Sketch
from generator.charts.timeline import draw_timeline
from generator.model import ChartKind, Entry


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """One kind of chart."""

    draw: Callable[[Sequence[Entry], Setting], Sketch]
    """Traces and layout of the entries."""
    most: int = 0
    """More facts than this do not fit on a phone; 0: the kind takes no facts, it shows the book."""
    takes_events: bool = False
    """Draws what has no amount; any other kind needs amounts of one unit."""
    has_panels: bool = False
    """Has axes for each measure: only what is of one measure needs one unit."""
    describe: Callable[[str, Sequence[Entry], Setting], Description] = describe_entries
    """The table and the words under a title."""


KINDS: Mapping[ChartKind, Kind] = MappingProxyType(
    {
        "steps": Kind(draw=draw_steps, most=8, describe=describe_drawn),
        "bars": Kind(draw=draw_bars, most=16),
        "levels": Kind(draw=draw_levels, most=36, has_panels=True),
        "moves": Kind(draw=draw_moves, most=24, describe=describe_moves),
        "intervals": Kind(draw=draw_intervals, most=16, describe=describe_ranges),
        "timeline": Kind(draw=draw_timeline, most=30, takes_events=True),
        "promises": Kind(draw=draw_promises, most=16, takes_events=True),
        "coverage": Kind(draw=draw_coverage, describe=describe_coverage),
    }
)
