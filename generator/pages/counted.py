"""Numbers that count our own ledger, marked as such: they need no sentence, and machines read them.

In: words of a catalogue, filled in with nothing but counts. Out: markup.
"""

from markupsafe import Markup

from generator.pages.escape import encode
from generator.pages.numerals import numbers_in


def counted(text: str) -> Markup:
    """The text with each of its numbers as a count; for texts that hold no other numbers."""
    said, end = Markup(""), 0
    for at, number in numbers_in(text):
        value = "".join(filter(str.isdecimal, number))
        said += encode(text[end:at])
        said += Markup('<data data-count value="{}">{}</data>').format(value, encode(number))
        end = at + len(number)
    return said + encode(text[end:])
