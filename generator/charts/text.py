"""Text from data, made harmless for Plotly, in lines that fit a phone.

In: any text. Out: text that Plotly shows letter by letter. Every text of a figure passes here.
"""

import re
from collections.abc import Sequence
from textwrap import wrap

LINE_BREAK = "<br>"
NBSP = "\N{NO-BREAK SPACE}"
_NUMBER = re.compile(r"[0-9]{3}")
_LONGER_WORD = 2
_ENTITIES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "$": "&#36;",  # a pair of them would call for MathJax
        "{": "&#123;",  # %{…} is a template
        "\n": " ",
        "\r": " ",
    }
)


_WIDE_CHARACTER = 7.4
"""Pixels of a character of the larger size, in bold, in any typeface of a page: rather too many."""


def drawn_width(text: str, size: float = 1) -> int:
    """About so many pixels a line of text takes; `size` as a part of the larger size."""
    return round(len(text) * _WIDE_CHARACTER * size)


def plotly_text(text: str) -> str:
    """The text with all that Plotly would interpret as entities, which it shows as characters."""
    return text.translate(_ENTITIES)


def plotly_lines(lines: list[str]) -> str:
    """Several lines as one text."""
    return LINE_BREAK.join(plotly_text(line) for line in lines)


def bold(text: str) -> str:
    """The text in bold."""
    return f"<b>{plotly_text(text)}</b>"


def without_blanks(text: str) -> str:
    """The characters of a text that are seen."""
    return "".join(text.split())


def emphasised(lines: Sequence[str], start: int, end: int) -> list[str]:
    """Lines of plain text as markup, bold from one seen character to another of all of them."""
    found, at = [], 0
    for line in lines:
        places = [place for place, character in enumerate(line) if not character.isspace()]
        own = [place for number, place in enumerate(places, at) if start <= number < end]
        at += len(places)
        if own:
            head, middle, tail = line[: own[0]], line[own[0] : own[-1] + 1], line[own[-1] + 1 :]
            found.append(plotly_text(head) + bold(middle) + plotly_text(tail))
        else:
            found.append(plotly_text(line))
    return found


def struck(markup: str) -> str:
    """A line of Plotly's markup, struck through."""
    return f"<s>{markup}</s>"


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of about so many characters, as even as they can be; at least one line.

    A word that is a little longer stays whole, a much longer one is broken, best at a hyphen. What
    no-break spaces join is broken only where it is too long; a number never is.
    """
    text = " ".join(
        word if len(word) <= width else word.replace(NBSP, " ") for word in text.split(" ")
    )
    words = text.split(" ")
    longest = max((len(word) for word in words if not _NUMBER.search(word)), default=0)
    lines = _lines(text, width, longest)
    while len(lines) > 1 and width > max(longest, 1):
        narrower = _lines(text, width - 1, longest)
        if len(narrower) > len(lines):
            break
        lines, width = narrower, width - 1
    return lines or [""]


def _lines(text: str, width: int, longest: int) -> list[str]:
    is_long = longest > width + _LONGER_WORD
    return wrap(text, width, break_on_hyphens=is_long, break_long_words=is_long)
