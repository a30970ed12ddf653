"""Feeds tell each change of a figure once, under a name that lasts, in well-formed XML."""

import json
import shutil
import warnings
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.exports.feeds import atom_feed
from generator.pages import figure_changes
from generator.pipeline import assemble, site_of

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what this library imports is not ours to mend
    import feedparser

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(tree: dict[str, bytes]) -> list[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed = feedparser.parse(tree["feed.xml"])
    assert not parsed.bozo
    return list(parsed.entries)


def by_permalink(tree: dict[str, bytes]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for one in entries(tree):
        found.setdefault(one.link.rpartition("f/")[2].rstrip("/"), []).append(one)
    return found


@pytest.mark.parametrize("name", ["small_tree", "placed_tree", "hostile_tree"])
def test_a_feed_is_well_formed_and_names_each_item_once(
    name: str, request: pytest.FixtureRequest
) -> None:
    tree = request.getfixturevalue(name)
    found = entries(tree)
    ids = [one.id for one in found]
    assert len(ids) == len(set(ids)) > 10
    assert all(one.startswith("urn:uuid:") for one in ids)
    items = json.loads(tree["feed.json"])["items"]
    assert [(one["id"], one["title"]) for one in items] == [(one.id, one.title) for one in found]


def test_every_figure_is_told_of_once_it_is_known(small_tree: dict[str, bytes]) -> None:
    told = by_permalink(small_tree)
    rows = {row["id"]: row for row in json.loads(small_tree["data/facts.json"])}
    assert told.keys() == rows.keys()
    tags = {name: {one.tags[0].term for one in found} for name, found in told.items()}
    assert tags["delivered-2022"] == {"known"}
    assert tags["growth-2023-q2"] == {"known", "corrected"}
    assert tags["rival-plan"] == {"withdrawn"}
    assert tags["plan-2024-lower"] == {"replaced"}


def test_a_change_says_what_stood_before_and_why(small_tree: dict[str, bytes]) -> None:
    told = by_permalink(small_tree)
    (replaced,) = told["plan-2024-lower"]
    assert "36,000" in replaced.title
    assert "40,000" in replaced.title
    corrected = next(one for one in told["growth-2023-q2"] if one.tags[0].term == "corrected")
    assert "+12.5%, not +21.5%" in corrected.title
    assert corrected.content[0].value == "We had swapped two digits."
    (known,) = told["delivered-2022"]
    assert "nach zuletzt 32.000 Rädern im Jahr 2022" in known.content[0].value


def test_dates_are_those_of_articles_and_corrections(small_tree: dict[str, bytes]) -> None:
    days = [one.updated for one in entries(small_tree)]
    assert set(days) == {
        "2023-08-21T00:00:00Z",
        "2023-09-01T00:00:00Z",
        "2024-03-04T00:00:00Z",
    }
    assert days == sorted(days, reverse=True)


def test_names_do_not_change_with_the_address(
    small_tree: dict[str, bytes], placed_tree: dict[str, bytes]
) -> None:
    assert [one.id for one in entries(small_tree)] == [one.id for one in entries(placed_tree)]


def test_without_an_address_links_are_relative_and_none_is_pretended(
    small_tree: dict[str, bytes],
) -> None:
    root = ET.fromstring(small_tree["feed.xml"])
    links = [link.attrib for link in root.iter(f"{ATOM}link")]
    assert {link["rel"] for link in links} == {"alternate"}
    assert not [link for link in links if ":" in link["href"] or link["href"].startswith("/")]
    feed = json.loads(small_tree["feed.json"])
    assert not {"home_page_url", "feed_url"} & feed.keys()
    assert not [item for item in feed["items"] if "url" in item]


def test_with_an_address_links_are_whole(placed_tree: dict[str, bytes]) -> None:
    root = ET.fromstring(placed_tree["feed.xml"])
    assert all(
        link.attrib["href"].startswith("https://example.org/briefing/")
        for link in root.iter(f"{ATOM}link")
    )
    feed = json.loads(placed_tree["feed.json"])
    assert feed["feed_url"] == "https://example.org/briefing/feed.json"
    assert all("url" in item for item in feed["items"])


def test_characters_that_xml_cannot_hold_are_replaced(root: Path) -> None:
    site = site_of(assemble(root / "tests/golden/small"), "en", address="https://example.org/")
    briefing = site.seeds.briefing
    assert briefing is not None
    object.__setattr__(briefing, "title", {"en": "a\x00b\x1f]]>\ufffe<x>&\ud800"})
    title = ET.fromstring(atom_feed(site)).findtext(f"{ATOM}title")
    assert title is not None
    assert title.startswith("a\ufffdb\ufffd]]>\ufffd<x>&\ufffd")


def test_hostile_text_is_text(hostile_tree: dict[str, bytes]) -> None:
    assert b"<script" not in hostile_tree["feed.xml"]
    assert b"<" not in hostile_tree["feed.json"]
    assert "<script>alert(1)</script>" in json.loads(hostile_tree["feed.json"])["title"]


def test_an_edited_note_tells_nothing_anew(root: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(root / "tests/golden/small", tmp_path / "small"))
    facts = copy / "seeds/facts/all.yaml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace('note: {en: "A plan', 'note: {en: "Still a plan'), "utf-8")
    before, after = (
        {one.key: (one.what, one.day) for one in figure_changes(site_of(assemble(at), "en"))}
        for at in (root / "tests/golden/small", copy)
    )
    assert before == after
    assert min(day for _, day in after.values()) == date(2023, 8, 21)
