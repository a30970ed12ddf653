"""The code by which another site embeds a chart: one frame, as high as its page needs at most.

In: a chart, the words below its picture, its address. Out: HTML to be copied. A frame cannot know
its height before it is there, so the code asks for what the page needs at the worst width that a
column of text has; the page then says its exact height (`chart.js`), and the frame follows. Where a
site lets no script through, nothing is cut either.
"""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil
from typing import Any

from generator.model import DrawnChart

WIDTHS = range(320, 801, 8)
"""Pixels that a frame in a column of text may be wide."""
_WIDE_FROM, _WIDEST, _PADDING = 752, 752, 32
"""As in `chart.css`: where the wide picture begins, the widest page, its padding."""
_WIDE, _NARROW, _NARROW_SHOWN = 720, 350, 384
"""How wide the two pictures are drawn, and how wide the narrow one is shown at most."""
_USUAL_HEIGHT = 420
_TITLE, _SUBTITLE, _SMALL = (18.4, 24.84), (14.4, 21.6), (13.6, 20.4)
"""Size of the letters and height of a line."""
_LETTER = 0.54
"""How wide a letter is on average, in its size: that of a wide typeface."""
_BETWEEN = 3 + 20 + 3 * 9
"""Margins of subtitle, picture, source and provenance."""
_FOLDED = 2 * 38
"""The two lines that open the table and what can be taken away."""
_SPARE = 8
_FOLLOWS = (
    "<script>addEventListener('message',function(e){var h=e.data&&+e.data.briefingHeight;"
    "if(h>0)document.querySelectorAll('iframe').forEach(function(f){"
    "if(f.contentWindow===e.source)f.height=Math.min(h,5000)})})</script>"
)
"""The frame takes the height that its page says; what else a page says is left alone."""


def embed_code(chart: DrawnChart, address: str, below: Sequence[str] = ()) -> str:
    """A frame without border that loads when it comes into view, and what makes it follow its page.

    `below` are the lines of text below the picture, source and provenance.
    """
    return (
        f'<iframe src="{escape(address)}" title="{escape(chart.title)}" '
        f'height="{frame_height(chart, below)}" style="border:0;width:100%" loading="lazy">'
        f"</iframe>{_FOLLOWS}"
    )


def frame_height(chart: DrawnChart, below: Sequence[str]) -> int:
    """The height that the chart's page needs at the worst of all widths, its parts folded."""
    return max(_height_at(width, chart, below) for width in WIDTHS)


def _height_at(width: int, chart: DrawnChart, below: Sequence[str]) -> int:
    inside = min(width, _WIDEST) - _PADDING
    if width >= _WIDE_FROM:
        picture = _drawn(chart.figure) * inside / _WIDE
    else:
        picture = _drawn(chart.narrow) * min(inside, _NARROW_SHOWN) / _NARROW
    texts = _lines(chart.title, _TITLE, inside) + _lines(chart.subtitle, _SUBTITLE, inside)
    texts += sum(_lines(text, _SMALL, inside) for text in below)
    return ceil(_PADDING + texts + picture + _BETWEEN + _FOLDED + _SPARE)


def _drawn(figure: Mapping[str, Any]) -> float:
    return float(figure["layout"].get("height", _USUAL_HEIGHT))


def _lines(text: str, type_size: tuple[float, float], inside: int) -> float:
    """The height of a paragraph; words that do not fit at its end begin a new line."""
    size, line = type_size
    room = inside / (size * _LETTER)
    longest = max(map(len, text.split()), default=0)
    return ceil(len(text) / max(room - min(longest, 10) / 2, 1)) * line
