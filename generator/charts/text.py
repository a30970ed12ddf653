"""Text from data, made harmless for Plotly, in lines that fit a phone.

In: any text. Out: text that Plotly shows letter by letter. Every text of a figure passes here.
"""

import re
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


def plotly_text(text: str) -> str:
    """The text with all that Plotly would interpret as entities, which it shows as characters."""
    return text.translate(_ENTITIES)


def plotly_lines(lines: list[str]) -> str:
    """Several lines as one text."""
    return LINE_BREAK.join(plotly_text(line) for line in lines)


def bold(text: str) -> str:
    """The text in bold."""
    return f"<b>{plotly_text(text)}</b>"


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
