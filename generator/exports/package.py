"""The files described for programs: `datapackage.json`, after the Data Package standard, version 2.

In: the files, the site. Out: bytes. Never what the records do not say: they name no licence of the
whole, so there is none here.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from generator.exports.facts import to_json
from generator.model import DATA_FILES, Article
from generator.pages import Site, describe_briefing, newest_day, title_of
from generator.wording import COLUMN, FLAT_COLUMNS, Column, column_meaning

_PROFILE = "https://datapackage.org/profiles/2.0/"
_TYPES = {"text": "string", "number": "number", "day": "date", "texts": "object", "list": "array"}


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
    constraints: dict[str, Any] = {}
    if column.is_required:
        constraints["required"] = True
    if column.name == "id":
        constraints["unique"] = True
    if column.words:
        constraints["enum"] = list(column.words)
    field = {
        "name": column.name,
        "type": _TYPES[column.kind],
        "description": column_meaning(column.name, site.wording),
    }
    return field | ({"constraints": constraints} if constraints else {})
