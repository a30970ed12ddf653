"""The ledger as files to take away: tables, JSON, a data package, linked data, feeds.

In: a site. Out: bytes by path below the site's root. Never writes anything. A library that makes
one kind of file is imported when that file is made, so that other commands do not load it.
"""

from generator.exports.articles import articles_json
from generator.exports.briefing_citation import citation_bib, citation_json
from generator.exports.charts import chart_csv, chart_json
from generator.exports.csv_metadata import csv_metadata
from generator.exports.dataset import dataset_jsonld
from generator.exports.facts import fact_rows, facts_csv, facts_json
from generator.exports.feeds import atom_feed, json_feed
from generator.exports.observations import observations_jsonld
from generator.exports.overview import overview
from generator.exports.package import data_package
from generator.exports.panels import citation_files, panel_files
from generator.exports.parquet import facts_parquet
from generator.exports.verification import verification_json
from generator.exports.workbook import facts_xlsx
from generator.pages import Site


def export_files(site: Site) -> dict[str, bytes]:
    """Every download by its path below the site's root."""
    files = {f"data/{name}": content for name, content in data_files(site).items()}
    files |= {
        "feed.xml": atom_feed(site),
        "feed.json": json_feed(site),
        "llms.txt": overview(site),
    }
    for chart in site.charts.values():
        files[f"charts/{chart.id}.json"] = chart_json(chart)
        files[f"charts/{chart.id}.narrow.json"] = chart_json(chart, is_narrow=True)
        files[f"charts/{chart.id}.csv"] = chart_csv(chart)
    return files


def data_files(site: Site) -> dict[str, bytes]:
    """The data package alone, by name below its folder."""
    rows = fact_rows(site.book, [site.wording], site.seeds.corrections)
    resources = {
        "facts.csv": facts_csv(rows),
        "facts.json": facts_json(rows),
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
