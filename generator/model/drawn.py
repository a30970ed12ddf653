"""What charts/ hands on: drawn charts and their pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One row of a chart's data table; the figure's own numbers, each with its fact."""

    fact: str
    """The fact's id; empty for a row that counts (coverage)."""
    cells: tuple[str, ...]
    counts: tuple[int, ...] = ()
    """Of a row that counts: the numbers of its cells after the first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DrawnChart:
    """A chart in its forms: Plotly figure, data table, description in words."""

    id: str
    title: str
    subtitle: str
    figure: Mapping[str, Any]
    """Plotly figure as plain data: `data` and `layout`; colours as `var(--…)` tokens."""
    narrow: Mapping[str, Any]
    """The same figure, laid out for a phone."""
    columns: tuple[str, ...]
    rows: Sequence[Row]
    description: str
    """Alternative text; every number in it stands in the table too."""
    articles: tuple[str, ...]
    """Ids of the articles that it rests on, in order of publication."""


CARD_SIZE = (1200, 630)
"""Pixels of the picture that others show of a page, in the proportions that they agree on."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of HTML that a browser draws as a PNG; by default a picture for sharing."""

    html: str
    width: int = CARD_SIZE[0]
    height: int = CARD_SIZE[1]
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as two inline SVGs, ready for a page: they begin with `<svg`."""

    wide: str
    narrow: str
    """For a phone."""
