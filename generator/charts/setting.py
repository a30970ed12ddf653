"""In which words, from which book and on how much room a chart is drawn.

In: nothing. Out: the two sheets, and the one record that every drawing function gets beside its
entries.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model import EMPTY, Book, Entry
from generator.wording import LanguageWording


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """How much room a chart has, in pixels and in characters of the two text sizes."""

    width: int
    heading_room: int
    """For headings to the left of what is drawn; 0: they stand above it."""
    heading_width: int
    """Characters in a line of a heading."""
    label_room: int
    """For labels to the right of what is drawn."""
    label_width: int
    title_width: int
    """Characters in a line of the title of an axis."""
    line_width: int
    """Characters beside each other over the whole width."""
    most_labels: int
    """So many texts fit beside each other below a plot."""
    intervals: int
    """About so many between the marks of a horizontal axis."""


WIDE = Sheet(
    width=720,
    heading_room=272,
    heading_width=36,
    label_room=216,
    label_width=28,
    title_width=56,
    line_width=86,
    most_labels=6,
    intervals=4,
)
NARROW = Sheet(
    width=350,
    heading_room=0,
    heading_width=44,
    label_room=146,
    label_width=18,
    title_width=38,
    line_width=41,
    most_labels=5,
    intervals=3,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a drawing function needs beside the entries."""

    wording: LanguageWording
    book: Book
    sheet: Sheet
    annotations: Sequence[Entry] = ()
    """Changes that are drawn between the marks which they compare."""
    since: Mapping[str, str] = EMPTY
    """By the id of a plan the event with which it was made."""
