"""The columns of facts.csv for the W3C's CSV on the Web: `facts.csv-metadata.json`.

In: the site. Out: bytes. By its name programs find it beside the table.
"""

from typing import Any

from generator.exports.facts import to_json
from generator.pages import Site, describe_briefing, title_of
from generator.wording import COLUMN, FLAT_COLUMNS, Column, LanguageWording, column_meaning

_TYPES = {"number": "decimal", "day": "date", "texts": "json", "list": "json"}


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
                "columns": [_column(COLUMN[name], wording) for name in FLAT_COLUMNS],
                "primaryKey": "id",
                "aboutUrl": "../f/{id}/",
            },
        }
    )


def _column(column: Column, wording: LanguageWording) -> dict[str, Any]:
    """A column; its title is its name in every language, because the file has one header."""
    datatype: Any = _TYPES.get(column.kind, "string")
    if column.words:
        datatype = {"base": "string", "format": "|".join(column.words)}
    return {
        "name": column.name,
        "titles": {wording.lang: column.name},
        "dc:description": {
            "@value": column_meaning(column.name, wording),
            "@language": wording.lang,
        },
        "datatype": datatype,
        "null": "",
        "required": column.is_required,
    }
