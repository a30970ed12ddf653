"""What charts/ hands on, and the language layer that charts, pages and exports speak through."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from generator.model.period import Period
from generator.model.records import Amount, Text


class Wording(Protocol):
    """One language: words, numbers, dates; made in pages/, passed to all who write for readers."""

    lang: str

    def say(self, key: str, **values: str) -> str:
        """The catalogue's message `key`, its `{names}` filled in."""

    def text(self, text: Text) -> str:
        """Prose in this language, else in the first one that there is."""

    def amount(self, amount: Amount, *, signed: bool = False) -> str:
        """An amount as the site prints it, hedge in words included."""

    def number(self, amount: Amount, *, signed: bool = False) -> str:
        """The same without hedge and unit, scaled as `amount` would print it."""

    def unit_name(self, unit: str | None) -> str:
        """A unit for an axis or a table head, in the plural."""

    def period(self, period: Period) -> str:
        """A period in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One row of a chart's data table; the figure's own numbers, each with its fact."""

    fact: str
    """The fact's id; empty for a row that counts (coverage)."""
    cells: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as two inline SVGs, ready for a page: they begin with `<svg`."""

    wide: str
    narrow: str
    """For a phone."""
