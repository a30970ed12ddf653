"""The ledger as files to take away: tables, JSON, a data package, linked data, feeds.

In: a site. Out: bytes by path below the site's root. Never writes anything. A library that makes
one kind of file is imported when that file is made, so that other commands do not load it.
"""

from collections.abc import Mapping
from typing import Any

from generator.exports.articles import articles_json, verification_json
from generator.exports.facts import fact_rows, facts_csv, to_csv, to_json
from generator.exports.feeds import atom_feed, json_feed
from generator.exports.linked_data import dataset_jsonld, observations_jsonld
from generator.exports.overview import overview
from generator.exports.package import citation_bib, citation_json, csv_metadata, data_package
from generator.exports.parquet import facts_parquet
from generator.exports.workbook import facts_xlsx
from generator.ledger import dates_with_files, knowledge_path, known_at
from generator.model import DrawnChart
from generator.pages import ENDINGS, Site, known_folder


def export_files(site: Site) -> dict[str, bytes]:
    """Every download by its path below the site's root."""
    files = {f"data/{name}": content for name, content in data_files(site).items()}
    files |= {"feed.xml": atom_feed(site), "feed.json": json_feed(site), "llms.txt": overview(site)}
    files |= known_files(site)
    for chart in site.charts.values():
        files |= chart_files(chart)
    return files


def known_files(site: Site) -> dict[str, bytes]:
    """The figures as they were known on a date of publication, as facts.csv has those of today."""
    files = {}
    for date in sorted(dates_with_files(knowledge_path(site.book)), key=lambda one: one.sort_key):
        made = [one for one in site.seeds.corrections if one.date.sort_key <= date.sort_key]
        rows = fact_rows(known_at(site.book, date), [site.wording], made)
        files[f"{known_folder(date)}/facts.csv"] = facts_csv(rows)
    return files


def chart_files(chart: DrawnChart) -> dict[str, bytes]:
    """A chart's figures as plain data, and its table; the first column has each row's fact."""
    rows = ([row.fact, *row.cells] for row in chart.rows)
    return {
        f"charts/{chart.id}.json": to_json(dict(chart.figure)),
        f"charts/{chart.id}.narrow.json": to_json(dict(chart.narrow)),
        f"charts/{chart.id}.csv": to_csv(["id", *chart.columns], rows),
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


def data_files(site: Site) -> dict[str, bytes]:
    """The data package alone, by name below its folder."""
    rows = fact_rows(site.book, [site.wording], site.seeds.corrections)
    resources = {
        "facts.csv": facts_csv(rows),
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
