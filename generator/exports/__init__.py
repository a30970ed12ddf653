"""The ledger as files to take away: tables, JSON, a data package, linked data, feeds.

In: a site. Out: bytes by path below the site's root. Never writes anything. A library that makes
one kind of file is imported when that file is made, so that other commands do not load it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.exports.articles import articles_json, verification_json
from generator.exports.facts import FactRow, fact_rows, to_json
from generator.exports.feeds import atom_feed, json_feed
from generator.exports.flat import chart_csv, facts_csv, table_csv
from generator.exports.linked_data import dataset_jsonld, observations_jsonld
from generator.exports.overview import overview
from generator.exports.package import citation_bib, citation_json, csv_metadata, data_package
from generator.exports.parquet import facts_parquet
from generator.exports.proofs import proof_files
from generator.exports.workbook import facts_xlsx
from generator.ledger import (
    dates_with_files,
    knowledge_path,
    known_at,
    released,
    releases_json,
)
from generator.model import RELEASES, Book, DrawnChart, Release, Seeds
from generator.pages import ENDINGS, Site, known_folder, page_table, tables_of_pages


def export_files(site: Site) -> dict[str, bytes]:
    """Every download by its path below the site's root."""
    rows = _rows(site)
    files = {f"data/{name}": content for name, content in data_files(site, rows).items()}
    files |= {"feed.xml": atom_feed(site), "feed.json": json_feed(site), "llms.txt": overview(site)}
    files[RELEASES] = to_json(releases_json(_chain(site.seeds, rows)))
    files |= known_files(site)
    files |= proof_files(rows, site)
    by_id = {row["id"]: row for row in rows}
    for chart in site.charts.values():
        files |= _chart_files(chart, by_id, site)
    for page, facts in tables_of_pages(site).items():
        path = page_table(page)
        shown = [by_id[fact] for fact in facts]
        files[path] = table_csv(shown, site, path.count("/"))
    return files


def chain_of(seeds: Seeds, book: Book) -> tuple[Release, ...]:
    """The releases on record, and one more where the ledger says something else now."""
    return _chain(seeds, fact_rows(book, [], seeds.corrections))


def _chain(seeds: Seeds, rows: Sequence[FactRow]) -> tuple[Release, ...]:
    moved = {one.id: one.to for one in seeds.moved.values()}
    return released(seeds.lock.releases, rows, moved)


def is_recorded(seeds: Seeds, book: Book) -> bool:
    """The ledger says what the last release on record says; an empty one needs none."""
    chain = chain_of(seeds, book)
    return chain == seeds.lock.releases or not (chain[-1].entries or chain[-1].gone)


def known_files(site: Site) -> dict[str, bytes]:
    """The figures as they were known on a date of publication, as facts.csv has those of today."""
    files = {}
    for date in sorted(dates_with_files(knowledge_path(site.book)), key=lambda one: one.known_key):
        made = [one for one in site.seeds.corrections if one.date.known_key <= date.known_key]
        rows = fact_rows(known_at(site.book, date), [site.wording], made)
        path = f"{known_folder(date)}/facts.csv"
        files[path] = facts_csv(rows, site, path.count("/"))
    return files


def _rows(site: Site) -> list[FactRow]:
    return fact_rows(site.book, [site.wording], site.seeds.corrections)


def _chart_files(chart: DrawnChart, rows: Mapping[str, FactRow], site: Site) -> dict[str, bytes]:
    """A chart as Plotly draws it, and its figures as numbers, each with its sentence."""
    return {
        f"charts/{chart.id}.json": to_json(dict(chart.figure)),
        f"charts/{chart.id}.narrow.json": to_json(dict(chart.narrow)),
        f"charts/{chart.id}.csv": chart_csv(chart, rows, site),
    }


def panel_files(panels: Mapping[str, Mapping[str, Any]]) -> dict[str, bytes]:
    """A file for each proof panel; a page asks for it when a reader nears the figure."""
    return {f"f/{fact}.json": to_json(panel) for fact, panel in panels.items()}


def citation_files(citations: Mapping[str, Mapping[str, str]]) -> dict[str, bytes]:
    """A file for each form of a citation, for reference managers that run no script."""
    return {
        f"cite/{fact}.{ENDINGS[form]}": f"{text}\n".encode()
        for fact, forms in citations.items()
        for form, text in forms.items()
    }


def data_files(site: Site, rows: Sequence[FactRow] = ()) -> dict[str, bytes]:
    """The data package alone, by name below its folder; `rows` are its figures, if known."""
    rows = rows or _rows(site)
    resources = {
        "facts.csv": facts_csv(rows, site),
        "facts.json": to_json(rows),
        "articles.json": articles_json(site.book),
        "verification.json": verification_json(site.book),
    }
    return resources | {
        "facts.xlsx": facts_xlsx(rows, site),
        "facts.parquet": facts_parquet(rows, site),
        "facts.jsonld": observations_jsonld(site),
        "datapackage.json": data_package(resources, site),
        "facts.csv-metadata.json": csv_metadata(site),
        "citation.bib": citation_bib(site),
        "citation.json": citation_json(site),
    }
