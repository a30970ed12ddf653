"""In which words, from which book and on how much room a chart is drawn.

In: nothing. Out: the one record that every drawing function gets beside its entries.
"""

from dataclasses import dataclass

from generator.charts.style import Sheet
from generator.model import Book
from generator.wording import LanguageWording


@dataclass(frozen=True, slots=True)
class Setting:
    """What a drawing function needs beside the entries."""

    wording: LanguageWording
    book: Book
    sheet: Sheet
