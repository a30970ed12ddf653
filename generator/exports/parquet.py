"""The figures as a data frame with types: `facts.parquet`.

In: rows of facts, the site. Out: bytes, the same for the same rows. A number has two columns: its
decimal as text, as in every other file, and the nearest double to compute with. A Parquet decimal
has one scale for a whole column: billions and fractions of a price would not both fit, and a new
figure could change the type of all.
"""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from generator.exports.flat import cell_text, flat_row
from generator.pages import Site, cite_briefing, title_of
from generator.wording import COLUMN, COLUMNS, FLAT_COLUMNS, column_meaning

_EPOCH = date(1970, 1, 1)


class _TypedColumn(NamedTuple):
    """A column of the file; days are counted from the epoch."""

    name: str
    meaning: str
    type: Literal["utf8", "float64", "date32"]
    cells: list[Any]
    is_nullable: bool = True


def facts_parquet(rows: Sequence[Mapping[str, Any]], site: Site) -> bytes:
    """One row a figure; what a column means is in its metadata."""
    from arro3.core import Array, DataType, Field, Schema, Table  # noqa: PLC0415 - see exports/
    from arro3.io import write_parquet  # noqa: PLC0415

    columns = list(_columns([_cells(row, site) for row in rows], site))
    types = {"utf8": DataType.utf8(), "float64": DataType.float64(), "date32": DataType.int32()}
    arrays = [Array(column.cells, types[column.type]) for column in columns]
    types["date32"] = DataType.date32()
    fields = [
        Field(
            column.name,
            types[column.type],
            nullable=column.is_nullable,
            metadata={"description": column.meaning},
        )
        for column in columns
    ]
    about = {"title": title_of(site), "citation": cite_briefing(site)}
    cast = [array.cast(field.type) for array, field in zip(arrays, fields, strict=True)]
    table = Table.from_arrays(cast, schema=Schema(fields, metadata=about))
    out = io.BytesIO()
    # Metadata of the schema is sorted; metadata of the file would be in any order.
    write_parquet(table, out, compression="snappy")
    return out.getvalue()


def _cells(row: Mapping[str, Any], site: Site) -> dict[str, object]:
    """Those of facts.csv; a list is JSON, which data frames unfold."""
    flat: dict[str, object] = dict(flat_row(row, site))
    lists = ((name, row[name]) for name in COLUMNS if COLUMN[name].kind == "list")
    return flat | {name: json.dumps(found, ensure_ascii=False) for name, found in lists if found}


def _columns(table: Sequence[Mapping[str, Any]], site: Site) -> Iterator[_TypedColumn]:
    """Those of facts.csv; after the text of a number the number itself."""
    for name in FLAT_COLUMNS:
        cells, said = [row[name] for row in table], column_meaning(name, site.wording)
        if COLUMN[name].kind == "day":
            days = [None if cell is None else (cell - _EPOCH).days for cell in cells]
            yield _TypedColumn(name, said, "date32", days)
            continue
        texts = [cell_text(cell) or None for cell in cells]
        yield _TypedColumn(name, said, "utf8", texts, is_nullable=not COLUMN[name].is_required)
        if COLUMN[name].kind == "number":
            numbers = [None if cell is None else float(cell) for cell in cells]
            binary = site.wording.say("column-binary-meaning")
            yield _TypedColumn(f"{name}_number", binary, "float64", numbers)
