"""`verification.json` says of every figure how it was proved, and accounts for every number."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from generator.cli.main import main
from generator.pipeline import assemble
from generator.publish import tree_files

FIELDS = ["text", "start", "end", "kind", "value", "unit", "hedge", "covered_by", "ignored"]
LONGEST_MENTION = 60


@pytest.fixture(scope="module")
def tree(example: Path) -> dict[str, bytes]:
    """The tree of the example."""
    return tree_files(assemble(example))


@pytest.fixture(scope="module")
def verification(tree: dict[str, bytes]) -> dict[str, Any]:
    """The published file."""
    return json.loads(tree["data/verification.json"])  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def articles(tree: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    """The records of the articles by id."""
    return {one["id"]: one for one in json.loads(tree["data/articles.json"])}


@pytest.fixture(scope="module")
def texts(articles: dict[str, dict[str, Any]], example: Path) -> dict[str, str]:
    """The articles as delivered, by id."""
    return {name: (example / one["path"]).read_bytes().decode() for name, one in articles.items()}


def test_every_article_appears_with_its_record(
    verification: dict[str, Any], articles: dict[str, dict[str, Any]], example: Path
) -> None:
    assert [one["article"] for one in verification["articles"]] == list(articles)
    for one in verification["articles"]:
        record = articles[one["article"]]
        for field in ("lang", "sha256", "date_published", "coverage"):
            assert one[field] == record[field]
        delivered = (example / record["path"]).read_bytes()
        assert hashlib.sha256(delivered).hexdigest() == one["sha256"]


def test_the_counts_are_those_of_the_mentions(verification: dict[str, Any]) -> None:
    for one in verification["articles"]:
        mentions, coverage = one["mentions"], one["coverage"]
        assert coverage["mentions"] == len(mentions) > 0
        assert coverage["covered"] == sum(bool(mention["covered_by"]) for mention in mentions)
        assert coverage["ignored"] == sum(mention["ignored"] is not None for mention in mentions)
        assert coverage["open"] == 0


def test_a_mention_stands_where_its_offsets_say(
    verification: dict[str, Any], texts: dict[str, str]
) -> None:
    for one in verification["articles"]:
        for mention in one["mentions"]:
            assert list(mention) == FIELDS
            text = texts[one["article"]][mention["start"] : mention["end"]]
            assert text == mention["text"]
            assert 0 < len(text) <= LONGEST_MENTION


@pytest.mark.parametrize("number", range(4))
def test_an_article_says_what_scan_says_of_it(
    verification: dict[str, Any],
    articles: dict[str, dict[str, Any]],
    example: Path,
    capsys: pytest.CaptureFixture[str],
    number: int,
) -> None:
    one = verification["articles"][number]
    file = example / articles[one["article"]]["path"]
    assert main(["scan", str(file), "--root", str(example), "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert {field: one[field] for field in said} == said


def test_every_fact_appears_as_in_the_list_of_facts(
    verification: dict[str, Any], tree: dict[str, bytes]
) -> None:
    listed = json.loads(tree["data/facts.json"])
    rows = [row for row in listed if row["status"] != "withdrawn"]
    assert [one["id"] for one in verification["facts"]] == [row["id"] for row in rows]
    for one, row in zip(verification["facts"], rows, strict=True):
        assert (one["basis"], one["inferred"]) == (row["basis"], row["inferred"])
        places = [(quote["article"], quote["start"], quote["end"]) for quote in row["quotes"]]
        assert [(q["article"], q["start"], q["end"]) for q in one["quotes"]] == places


def test_a_quoted_fact_is_proven_by_a_mention_that_is_covered_by_it(
    verification: dict[str, Any], texts: dict[str, str]
) -> None:
    covered = {
        (one["article"], mention["start"], mention["end"]): mention["covered_by"]
        for one in verification["articles"]
        for mention in one["mentions"]
    }
    for fact in verification["facts"]:
        mentions = [(q, q["mention"]) for q in fact["quotes"] if q["mention"]]
        assert bool(mentions) == (fact["basis"] == "quoted")
        for quote, mention in mentions:
            start, end = mention["start"], mention["end"]
            assert quote["start"] <= start < end <= quote["end"]
            assert texts[quote["article"]][start:end] == mention["text"]
            assert fact["id"] in covered[quote["article"], start, end]


def test_a_verdict_says_whether_a_sentence_or_a_formula_holds_the_fact(
    verification: dict[str, Any],
) -> None:
    verdicts = {(fact["basis"], fact["verdict"]) for fact in verification["facts"]}
    assert verdicts == {("quoted", "proven"), ("event", "proven"), ("derived", "derived")}
    for fact in verification["facts"]:
        assert bool(fact["quotes"]) == (fact["verdict"] == "proven")


def test_the_statistics_are_those_of_check(
    verification: dict[str, Any], example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--root", str(example), "--format", "json"]) == 0
    assert verification["statistics"] == json.loads(capsys.readouterr().out)["statistics"]


def test_the_data_page_links_it(tree: dict[str, bytes]) -> None:
    assert b'href="../data/verification.json"' in tree["data/index.md"]
