"""Text from data, made harmless for Plotly, in lines that fit a phone.

In: any text. Out: text that Plotly shows letter by letter. Every text of a figure passes here.
"""

from textwrap import wrap

LINE_BREAK = "<br>"
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
    """The text with everything that Plotly would obey as entities, which it shows as characters."""
    return text.translate(_ENTITIES)


def plotly_lines(lines: list[str]) -> str:
    """Several lines as one text."""
    return LINE_BREAK.join(plotly_text(line) for line in lines)


def bold(text: str) -> str:
    """The text in bold."""
    return f"<b>{plotly_text(text)}</b>"


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of about so many characters; at least one line.

    A word that is a little longer stays whole, a much longer one is broken.
    """
    longest = max(map(len, text.split()), default=0)
    lines = wrap(
        text, width, break_on_hyphens=False, break_long_words=longest > width + _LONGER_WORD
    )
    return lines or [""]
