"""A chart's figure and its table, as files beside it.

In: drawn charts. Out: bytes for `charts/<id>.json`, `charts/<id>.narrow.json`, `charts/<id>.csv`.
"""

import csv
import io

from generator.exports.facts import to_json
from generator.model import DrawnChart


def chart_json(chart: DrawnChart, *, is_narrow: bool = False) -> bytes:
    """The Plotly figure as plain data; the narrow one is laid out for a phone."""
    return to_json(dict(chart.narrow if is_narrow else chart.figure))


def chart_csv(chart: DrawnChart) -> bytes:
    """The chart's table with the id of each row's fact in the first column."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["id", *chart.columns])
    for row in chart.rows:
        writer.writerow([row.fact, *row.cells])
    return out.getvalue().encode()
