"""The columns of the figures' files: names, kinds, the words that a column may hold.

In: nothing, or a column and a wording. Out: the columns, what one means, what its cells are. The
one source for CSV, JSON, spreadsheet, Parquet, data package and the page that explains them. What
a column means stands in the catalogues, as `column-<name>-meaning`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args, get_type_hints

from generator.model import Amount, Basis, Fact, PeriodBasis
from generator.wording.language import LanguageWording

CellKind = Literal["text", "number", "day", "texts", "list"]
"""Of a cell: text, a decimal, a day; of facts.json an object by language or field, a list. In flat
files these two are text: in the site's language, and with a sign between the parts."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of facts.csv; the word for its kind is a catalogue's `kind-<kind>`."""

    name: str
    kind: CellKind = "text"
    words: tuple[str, ...] = ()
    """All that the column may hold, where that is limited."""
    is_required: bool = False
    """Every row has it, that of a withdrawn figure too."""


_TYPES = get_type_hints(Amount) | get_type_hints(Fact)
_ALL = (
    Column("id", is_required=True),
    Column("indicator", is_required=True),
    Column("indicator_label", "texts"),
    Column("about", is_required=True),
    Column("period"),
    Column("period_start", "day"),
    Column("period_end", "day"),
    Column("period_basis", words=get_args(PeriodBasis)),
    Column("value", "number"),
    Column("min_value", "number"),
    Column("max_value", "number"),
    Column("interval", "texts"),
    Column("interval_low", "number"),
    Column("interval_high", "number"),
    Column("unit"),
    Column("label", "texts"),
    Column("display", "texts"),
    Column("hedge", words=get_args(_TYPES["hedge"])),
    Column("status", words=get_args(_TYPES["status"]), is_required=True),
    Column("attribution", words=get_args(_TYPES["attribution"])),
    Column("known_from"),
    Column("revision_of"),
    Column("same_as"),
    Column("revised_by"),
    Column("rank", words=get_args(_TYPES["rank"]), is_required=True),
    Column("reason", "texts"),
    Column("inferred", "texts"),
    Column("note", "texts"),
    Column("corrections", "list"),
    Column("basis", words=get_args(Basis)),
    Column("formula"),
    Column("was_derived_from", "list"),
    Column("quotes", "list"),
    Column("evidence", "list"),
    Column("url", is_required=True),
    Column("articles", "list"),
    Column("source", "list"),
    Column("sentence", "list"),
    Column("translation", "list"),
    Column("link", is_required=True),
)
COLUMN: Mapping[str, Column] = MappingProxyType({column.name: column for column in _ALL})
"""Of facts.json and of flat files, by name."""
_FLAT_ALONE = frozenset(
    ("interval_low", "interval_high", "articles", "source", "sentence", "translation", "link")
)
"""What facts.json has within another field."""
COLUMNS = tuple(name for name in COLUMN if name not in _FLAT_ALONE)
"""Of facts.json, in order."""
TABLE_COLUMNS = (
    *("id", "label", "display", "value", "min_value", "max_value", "interval_low"),
    *("interval_high", "unit", "hedge", "status", "period", "period_start", "period_end"),
    *("known_from", "source", "sentence", "translation", "link"),
)
"""Of the CSV of a chart or a page: what a reader of one table asks for."""
FLAT_COLUMNS = (
    *TABLE_COLUMNS,
    *(name for name in COLUMN if name not in TABLE_COLUMNS and name != "interval"),
)
"""Of facts.csv: those first, then all others; a cell holds one number or one text."""


def column_meaning(name: str, wording: LanguageWording) -> str:
    """What a column means."""
    return wording.say(f"column-{name}-meaning")


def column_kind(column: Column, wording: LanguageWording) -> str:
    """What the cells of a column are, and whether one may be empty."""
    kind = wording.say(f"kind-{column.kind}")
    if column.words:
        return wording.say("data-words", kind=kind, words=", ".join(column.words))
    return wording.say("data-required", kind=kind) if column.is_required else kind
