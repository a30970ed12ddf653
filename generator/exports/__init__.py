"""The ledger as files to take away: JSON and CSV of figures, articles, proofs and charts.

In: book, charts, wordings. Out: bytes by path below the site's root. Pure; writes nothing.
"""

from collections.abc import Iterable, Sequence

from generator.exports.articles import articles_json
from generator.exports.charts import chart_csv, chart_json
from generator.exports.doors import door_files
from generator.exports.facts import fact_rows, facts_csv, facts_json
from generator.exports.mentions import mention_record
from generator.exports.verification import verification_json
from generator.model import Book, Correction, DrawnChart, Wording

__all__ = ["door_files", "export_files", "mention_record"]


def export_files(
    book: Book,
    charts: Iterable[DrawnChart],
    wordings: Sequence[Wording],
    corrections: Iterable[Correction] = (),
) -> dict[str, bytes]:
    """Every download by its path below the site's root."""
    rows = fact_rows(book, wordings, corrections)
    files = {
        "data/facts.json": facts_json(rows),
        "data/facts.csv": facts_csv(rows),
        "data/articles.json": articles_json(book),
        "data/verification.json": verification_json(book),
    }
    for chart in charts:
        files[f"charts/{chart.id}.json"] = chart_json(chart)
        files[f"charts/{chart.id}.narrow.json"] = chart_json(chart, is_narrow=True)
        files[f"charts/{chart.id}.csv"] = chart_csv(chart)
    return files
