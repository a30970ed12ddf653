"""schema.org data is whole or not there, and cannot leave the script that holds it."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.exports.linked_data import dataset_jsonld, in_script
from generator.pipeline import assemble, site_of

DATASET = {
    "@context", "@type", "name", "description", "url", "inLanguage", "isAccessibleForFree", "about",
    "creator", "publisher", "dateModified", "temporalCoverage", "variableMeasured", "distribution",
    "isBasedOn",
}  # fmt: skip


def front(page: bytes) -> dict[str, str]:
    """The fields of a page's front matter, each a JSON string."""
    fields = page.decode().split("---\n")[1]
    lines = [line.partition(": ") for line in fields.splitlines()]
    return {key: json.loads(value) for key, _, value in lines if value.startswith('"')}


def graph(tree: dict[str, bytes], kind: str) -> dict[str, dict[str, Any]]:
    nodes = json.loads(tree["data/facts.jsonld"])["@graph"]
    return {one.get("identifier", one["@id"]): one for one in nodes if one["@type"] == kind}


def test_home_and_data_page_describe_the_data_set(
    small_tree: dict[str, bytes], placed_tree: dict[str, bytes]
) -> None:
    for page, to_root in (("index.md", ""), ("data/index.md", "../")):
        for tree, base in ((small_tree, to_root), (placed_tree, "https://example.org/briefing/")):
            found = json.loads(front(tree[page])["dataset"])
            assert found.keys() == DATASET
            assert found["url"] == f"{base}data/"
            assert found["dateModified"] == "2024-03-04"
            assert len(found["description"]) >= 50
            addresses = {one["contentUrl"].removeprefix(base) for one in found["distribution"]}
            assert addresses <= tree.keys()
            assert {"data/facts.csv", "data/facts.xlsx", "data/facts.parquet"} <= addresses
            assert all(one["encodingFormat"] for one in found["distribution"])
            assert [one["datePublished"] for one in found["isBasedOn"]] == [
                "2023-08-21",
                "2024-03-04",
            ]
    assert "dataset" not in front(small_tree["facts/index.md"])


def test_a_page_of_very_many_articles_names_the_page_that_lists_them(example: Path) -> None:
    site = site_of(assemble(example), "en")
    some = next(iter(site.book.articles.values()))
    articles = {f"a{at}": replace(some, id=f"a{at}") for at in range(1000)}
    many = replace(site, book=replace(site.book, articles=articles))
    found = dataset_jsonld(many, "../")
    assert json.loads(found)["isBasedOn"] == [
        {"@type": "Collection", "name": "Sources", "url": "../sources/"}
    ]
    assert len(found) <= len(dataset_jsonld(site, "../"))


def test_a_time_without_end_is_open(example: Path) -> None:
    found = json.loads(dataset_jsonld(site_of(assemble(example), "en"), ""))
    assert re.fullmatch(r"\d{4}-\d\d-\d\d/\.\.", found["temporalCoverage"])


@pytest.mark.parametrize(
    "text", ["</script>", "<!--", "-->", "]]>", "&lt;", "\u2028", 'a"b\\c', "\\u003c/script>", "𝒜"]
)
def test_json_in_a_script_says_the_same_and_ends_nothing(text: str) -> None:
    made = in_script({"name": text})
    assert json.loads(made) == {"name": text}
    assert made.isascii()
    assert not set("<>&\n") & set(made)


def test_hostile_titles_stay_in_their_script(hostile_tree: dict[str, bytes]) -> None:
    for page in ("index.md", "data/index.md"):
        found = front(hostile_tree[page])["dataset"]
        assert not set("<>&") & set(found)
        assert "</script><script>alert(1)</script>" in json.loads(found)["name"]
    assert b"<" not in hostile_tree["data/facts.jsonld"]


def test_an_observation_is_whole_or_not_there(
    small_tree: dict[str, bytes], placed_tree: dict[str, bytes]
) -> None:
    found = graph(placed_tree, "Observation")
    rows = {row["id"]: row for row in json.loads(small_tree["data/facts.json"])}
    for name, one in found.items():
        row = rows[name]
        assert row["status"] == "reported"
        assert row["revised_by"] is None
        assert {"observationAbout", "variableMeasured", "observationDate", "observationPeriod"} <= (
            one.keys()
        )
        assert {"value", "minValue", "maxValue"} & one.keys()
        assert one["subjectOf"]
        assert one["@id"] == f"https://example.org/briefing/f/{name}/"
    assert {"plan-2024", "rival-plan", "factory-opened", "revenue-pace"}.isdisjoint(found)
    assert "delivered-2022-gazette" not in found


def test_an_observation_says_value_unit_time_and_sentence(small_tree: dict[str, bytes]) -> None:
    one = graph(small_tree, "Observation")["revenue-2023-q2"]
    assert (one["value"], one["unitCode"]) == (2_500_000_000, "EUR")
    assert (one["observationDate"], one["observationPeriod"]) == ("2023-04-01", "P3M")
    assert one["description"].startswith("about ")
    (quotation,) = one["subjectOf"]
    assert quotation["isPartOf"]["@id"] in graph(small_tree, "NewsArticle")


def test_a_bound_is_no_value(small_tree: dict[str, bytes]) -> None:
    """The price fell by more than three per cent: it stands lower, and nobody said how much."""
    one = graph(small_tree, "Observation")["move-monday"]
    assert one["maxValue"] == -3
    assert "value" not in one
    assert "minValue" not in one
