"""A timeline as a list: one row an entry in the order of time, for a phone.

In: what a timeline shows, its setting. Out: a Plotly figure as plain data. Years stand beside the
first of their rows. A plan is a bracket from the row of the time in which it was made to the row of
the time that it promised. Never a distance that tells how long something took: words do.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from generator.charts.marks import heading_of_event, hover_of_event, mark
from generator.charts.over_time.occasions import Shown, colour_of, key_of, look_of_mark
from generator.charts.setting import Setting
from generator.charts.style import (
    GRID,
    INK,
    MUTED,
    SMALL_LINE,
    SMALL_SIZE,
    Plain,
    Sketch,
    line_below,
    text_axis,
)
from generator.charts.text import LINE_BREAK, bold, plotly_text, struck, wrapped
from generator.model import Period
from generator.wording import LanguageWording

_SIDE, _LANE, _DOT, _GAP, _BETWEEN = 8, 11, 9, 14, 10
_YEARS, _ABOVE_YEAR, _UNDER_RULE, _FIRST_LINE = 46, 4, 10, 9
_CHARACTER = 6.9
_NEAR = timedelta(days=45)
"""A plan begins at an event of about the time in which it was made."""


class _Rows(NamedTuple):
    """All rows, in pixels from the top."""

    words: list[Plain]
    lines: list[Plain]
    places: dict[str, int]
    """By id, where its mark stands."""
    years: dict[int, str]
    """By where the first mark of each stands."""
    height: int


def draw_list(shown: Sequence[Shown], setting: Setting) -> Sketch:
    """The key, the rows, a line through their marks, the brackets of plans."""
    wording, width = setting.wording, setting.sheet.width - _YEARS - _SIDE
    ordered = sorted(shown, key=lambda one: one.place)
    plans = [one for one in ordered if one.made is not None]
    across = _LANE * len(plans) + _DOT
    key, room = key_of(ordered, width, wording)
    rows = _rows(ordered, (across + _GAP, width), room, wording)
    annotations, shapes, places, top = rows.words, rows.lines, rows.places, rows.height
    for number, one in enumerate(plans):
        shapes += _bracket(one, ordered, places, (_LANE * number + 1, across))
    traces = []
    for one in ordered:
        hover = hover_of_event(one.entry, wording)
        traces.append(mark(across, places[one.entry.fact.id], look_of_mark(one), hover))
    for x, y, look, words in key:
        traces.append(mark(x, y, look, {"hoverinfo": "skip"}) | {"cliponaxis": False})
        label = _text(plotly_text(words), (x + _GAP - 2, y), SMALL_SIZE, MUTED)
        annotations.append(label | {"yanchor": "middle"})
    height = top
    years = text_axis([*rows.years], [*rows.years.values()])
    return traces, {
        "height": height + 2 * _SIDE,
        "margin": {"l": _YEARS, "r": _SIDE, "t": _SIDE, "b": _SIDE, "pad": 0},
        "xaxis": {"visible": False, "fixedrange": True, "range": [0, width]},
        "yaxis": years | {"range": [height, 0], "automargin": False},
        "annotations": annotations,
        "shapes": shapes,
    }


def _rows(
    ordered: Sequence[Shown], ends: tuple[int, int], top: int, wording: LanguageWording
) -> _Rows:
    """From a height on, each below the one before it, the first of a year below a line."""
    left, width = ends
    words, lines = list[Plain](), list[Plain]()
    places, years, year = dict[str, int](), dict[int, str](), 0
    thin = {"width": 1, "color": GRID}
    for one in ordered:
        if one.place.year != year:
            year = one.place.year
            top += _ABOVE_YEAR if years else 0
            lines.append(line_below((left, top), (width, top), thin))
            top += _UNDER_RULE
            years[top + _FIRST_LINE] = wording.period(Period.parse(f"{year:04d}"))
        own = _lines(one, int((width - left) / _CHARACTER), wording)
        words.append(_text(LINE_BREAK.join(own), (left, top), SMALL_SIZE, INK))
        places[one.entry.fact.id] = top + _FIRST_LINE
        top += len(own) * SMALL_LINE + _BETWEEN
    if places:
        across = left - _GAP
        down = (across, min(places.values())), (across, max(places.values()))
        lines.insert(0, line_below(down[0], down[1], thin))
    return _Rows(words, lines, places, years, top)


def _lines(one: Shown, width: int, wording: LanguageWording) -> list[str]:
    """The time in bold and the status, then the name."""
    heading = heading_of_event(one.entry, wording)
    first = " ".join(
        filter(None, [heading.amount and bold(heading.amount), plotly_text(heading.remark)])
    )
    lines = [first] if first else []
    lines += map(plotly_text, wrapped(heading.name, width))
    return [struck(line) for line in lines] if one.is_replaced else lines


def _bracket(
    one: Shown, ordered: Sequence[Shown], places: dict[str, int], ends: tuple[int, int]
) -> list[Plain]:
    """From where a plan was made to where what it promised stands; a replaced one leads on."""
    lane, across = ends
    own = places[one.entry.fact.id]
    made = one.made or one.start
    others = [each for each in ordered if each.made is None]
    told = {quote.article for quote in one.entry.fact.quotes}
    # Of two on one day it is what the same article tells that the plan goes with.
    nearest = min(
        others,
        key=lambda each: (
            abs(each.place - made),
            told.isdisjoint(quote.article for quote in each.entry.fact.quotes),
            each.place,
        ),
        default=None,
    )
    if nearest is not None and abs(nearest.place - made) <= _NEAR:
        start = places[nearest.entry.fact.id]
    else:
        later = [each for each in ordered if each.place >= made]
        start = places[later[0].entry.fact.id] - SMALL_LINE
    line = {"width": 1.5, "color": MUTED if one.is_replaced else colour_of(one.entry)}
    found = [
        line_below((lane, start), (across - _DOT, start), line),
        line_below((lane, start), (lane, own), line),
        line_below((lane, own), (across - _DOT + 2, own), line),
    ]
    if one.is_replaced:
        heir = places[one.entry.revised_by or ""]
        dotted = {"width": 1.5, "color": MUTED, "dash": "dot"}
        found.append(line_below((across, own), (across, heir), dotted))
    return found


def _text(text: str, place: tuple[int, int], size: int, colour: str) -> Plain:
    return {
        "text": text,
        "x": place[0],
        "y": place[1],
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": size, "color": colour},
    }
