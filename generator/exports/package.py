"""The data described for programs: a data package, CSV on the Web, and how to cite it.

In: the files, the site. Out: bytes: `datapackage.json` after the Data Package standard, version 2;
`facts.csv-metadata.json` by the W3C, which programs find by its name; `citation.bib` and
`citation.json`, dated by the newest article. Never what the records do not say: they name no
licence of the whole, so there is none here.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from generator.exports.facts import to_json
from generator.model import DATA_FILES, Article
from generator.pages import Site, bibtex, describe_briefing, newest_day, title_of
from generator.wording import COLUMN, FLAT_COLUMNS, Column, LanguageWording, column_meaning

_PROFILE = "https://datapackage.org/profiles/2.0/"
_TYPES = {"number": "number", "day": "date"}
_CSV_TYPES = {"number": "decimal", "day": "date"}
"""All other cells are text."""


def data_package(resources: Mapping[str, bytes], site: Site) -> bytes:
    """The package's description, with size and checksum of every resource."""
    package: dict[str, Any] = {
        "$schema": f"{_PROFILE}datapackage.json",
        "name": site.seeds.briefing.subject.id if site.seeds.briefing else "briefing",
        "title": site.wording.say("dataset-name", title=title_of(site)),
        "description": describe_briefing(site),
        "version": newest_day(site).isoformat(),
        "contributors": [{"title": title_of(site), "roles": ["creator"]}],
        "sources": [_source(one, site) for one in site.book.articles.values()],
        "resources": [_resource(name, data, site) for name, data in resources.items()],
    }
    if site.address:
        package["homepage"] = site.address
    return to_json(package)


def csv_metadata(site: Site) -> bytes:
    """A table whose rows are figures, each named by its permanent address."""
    wording = site.wording
    title = wording.say("dataset-name", title=title_of(site))
    return to_json(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": wording.lang}],
            "url": "facts.csv",
            "dc:title": {"@value": title, "@language": wording.lang},
            "dc:description": {"@value": describe_briefing(site), "@language": wording.lang},
            "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "header": True},
            "tableSchema": {
                "columns": [_csv_column(COLUMN[name], wording) for name in FLAT_COLUMNS],
                "primaryKey": "id",
                "aboutUrl": "../f/{id}/",
            },
        }
    )


def citation_bib(site: Site) -> bytes:
    """One BibTeX entry; braces around the title keep its capitals."""
    note = site.wording.say("chart-known-as-of", date=site.wording.period(site.newest))
    fields = {
        "title": f"{{{bibtex(title_of(site))}}}",
        "year": str(newest_day(site).year),
        "note": bibtex(note),
        "url": site.address,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return ("\n".join([f"@misc{{{_key(site)},", *lines, "}"]) + "\n").encode()


def citation_json(site: Site) -> bytes:
    """A list of one CSL item."""
    day = newest_day(site)
    item: dict[str, Any] = {
        "id": _key(site),
        "type": "dataset",
        "title": title_of(site),
        "abstract": describe_briefing(site),
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "language": site.wording.lang,
    }
    return to_json([item | ({"URL": site.address} if site.address else {})])


def _source(article: Article, site: Site) -> dict[str, Any]:
    source = {
        "title": f"{article.producer}: {site.wording.text(article.title)}",
        "version": article.date_published.edtf,
    }
    return source | ({"path": article.url_main} if article.url_main else {})


def _resource(name: str, content: bytes, site: Site) -> dict[str, Any]:
    ending = name.rpartition(".")[2]
    resource: dict[str, Any] = {
        "name": name.replace(".", "-"),
        "path": name,
        "description": site.wording.say(f"file-{name}"),
        "format": ending,
        "mediatype": DATA_FILES[name],
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
    if ending != "csv":
        return resource
    fields = [_field(COLUMN[column], site) for column in FLAT_COLUMNS]
    schema = {
        "$schema": f"{_PROFILE}tableschema.json",
        "fields": fields,
        "primaryKey": ["id"],
        "missingValues": [""],
    }
    dialect = {"$schema": f"{_PROFILE}tabledialect.json", "lineTerminator": "\r\n"}
    return {**resource, "type": "table", "dialect": dialect, "schema": schema}


def _field(column: Column, site: Site) -> dict[str, Any]:
    wanted = {
        "required": column.is_required,
        "unique": column.name == "id",
        "enum": list(column.words),
    }
    constraints = {name: value for name, value in wanted.items() if value}
    field = {
        "name": column.name,
        "type": _TYPES.get(column.kind, "string"),
        "description": column_meaning(column.name, site.wording),
    }
    return field | ({"constraints": constraints} if constraints else {})


def _csv_column(column: Column, wording: LanguageWording) -> dict[str, Any]:
    """A column; its title is its name in every language, because the file has one header."""
    datatype: Any = _CSV_TYPES.get(column.kind, "string")
    meaning = column_meaning(column.name, wording)
    if column.words:
        datatype = {"base": "string", "format": "|".join(column.words)}
    return {
        "name": column.name,
        "titles": {wording.lang: column.name},
        "dc:description": {"@value": meaning, "@language": wording.lang},
        "datatype": datatype,
        "null": "",
        "required": column.is_required,
    }


def _key(site: Site) -> str:
    subject = site.seeds.briefing.subject.id if site.seeds.briefing else "briefing"
    return f"{subject}-{newest_day(site)}"
