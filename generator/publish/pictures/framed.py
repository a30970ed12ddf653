"""A chart's picture as it is taken away: title above it, its sources and its address below.

In: the picture as it stands in a page, its words. Out: one SVG, and its size. On a page these words
stand around the picture; whoever takes it elsewhere takes them along.
"""

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.charts import wrapped
from generator.model import DrawnChart

_EDGE, _GAP = 24, 16
_INK, _MUTED = "var(--chart-ink)", "var(--chart-muted)"
_PICTURE = re.compile(
    r'<svg (?P<head>[^>]*?)viewBox="0 0 (?P<width>\d+) (?P<height>\d+)"[^>]*>'
    r"(?P<named><title .*?</desc>)(?P<body>.*)</svg>",
    re.DOTALL,
)
_NAMED = re.compile(r'<title id="([^"]*)">')


class Framed(NamedTuple):
    """The whole, in pixels."""

    svg: str
    width: int
    height: int


class _Style(NamedTuple):
    """How lines of text are set."""

    size: int
    line: int
    characters: int
    """In a line of the picture's width, 720 pixels."""
    attributes: str


_TITLE = _Style(22, 28, 58, f'fill="{_INK}" font-weight="600"')
_SUBTITLE = _Style(15, 21, 88, f'fill="{_MUTED}"')
_CREDIT = _Style(13, 18, 102, f'fill="{_MUTED}"')


def framed(picture: str, chart: DrawnChart, credit: Sequence[str]) -> Framed:
    """The wide picture of a chart within its words.

    Raises:
        ValueError: the text is no picture as `svg.picture_of` makes it.
    """
    found = _PICTURE.fullmatch(picture)
    if found is None:
        raise ValueError("this is no picture of a chart")
    inner, height = int(found["width"]), int(found["height"])
    head, top = _lines([chart.title], _TITLE, _EDGE)
    if chart.subtitle:
        said, top = _lines([chart.subtitle], _SUBTITLE, top + 4)
        head += said
    foot, bottom = _lines(credit, _CREDIT, top + _GAP + height + _GAP)
    width, whole = inner + 2 * _EDGE, bottom + _EDGE
    name = (_NAMED.match(found["named"]) or ("", ""))[1]
    label = f"{name} {name.removesuffix('title')}desc"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {whole}" width="{width}" '
        f'height="{whole}" role="img" aria-labelledby="{label}" font-family="inherit">'
        f"{found['named']}{head}"
        f'<svg x="{_EDGE}" y="{top + _GAP}" width="{inner}" height="{height}" '
        f'viewBox="0 0 {inner} {height}" overflow="visible">{found["body"]}</svg>{foot}</svg>'
    )
    return Framed(svg, width, whole)


def _lines(texts: Sequence[str], style: _Style, top: int) -> tuple[str, int]:
    """The texts below each other, and where they end."""
    lines = [line for text in texts for line in wrapped(text, style.characters)]
    drawn = "".join(
        f'<text x="{_EDGE}" y="{top + number * style.line + style.size}" '
        f'font-size="{style.size}" {style.attributes}>{html.escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    return drawn, top + len(lines) * style.line
