"""Every sentence that claims something about figures stands where it is true, and only there.

Comes in: the catalogue, `claims.yaml` with two books for each claim, `labels.yaml` with the keys
that claim nothing. A new key of the catalogue is a failure until it stands in one of the two.
"""

import re
import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
CLAIMS: dict[str, list[Any]] = yaml.safe_load((HERE / "claims.yaml").read_text(encoding="utf-8"))
LABELS: dict[str, list[str]] = yaml.safe_load((HERE / "labels.yaml").read_text(encoding="utf-8"))
CATALOGUE = files("generator.wording") / "catalogues/en"
ABOUT_FINDINGS = "codes.toml"
"""Tells editors of findings; it is about no figure."""
MESSAGES = {
    key: message
    for file in CATALOGUE.iterdir()
    if file.name.endswith(".toml") and file.name != ABOUT_FINDINGS
    for key, message in tomllib.loads(file.read_text(encoding="utf-8")).items()
}
NAME = re.compile(r"\\\{(\w+)\\\}")


def pattern(key: str, given: dict[str, str]) -> re.Pattern[str]:
    """A message as a reader sees it; what was given stands in it, the rest is anything."""
    message = re.escape(" ".join(MESSAGES[key].split()))
    filled = NAME.sub(
        lambda name: re.escape(given[name[1]]) if name[1] in given else ".+?", message
    )
    # A number is a number of its own, no part of a longer one.
    return re.compile(rf"(?<![\w.,]){filled}" if filled[:1].isalnum() else filled)


def stands(key: str, given: dict[str, str], said: Any) -> bool:
    """The program asked for the message, with the number that was given, and a reader sees it."""
    if key not in said.counts:
        return False
    if "number" in given and said.counts[key] and given["number"] not in said.counts[key]:
        return False
    return bool(pattern(key, given).search(said.text))


def test_every_message_of_the_catalogue_is_a_claim_with_two_books_or_claims_nothing() -> None:
    labels = [key for keys in LABELS.values() for key in keys]
    assert len(labels) == len({*labels})
    assert {*labels} & CLAIMS.keys() == set()
    assert MESSAGES.keys() - {*labels} - CLAIMS.keys() == set(), (
        "add a pair of books to claims.yaml"
    )
    assert ({*labels} | CLAIMS.keys()) - MESSAGES.keys() == set(), "the catalogue has no such key"


@pytest.mark.parametrize("key", CLAIMS)
def test_a_claim_stands_where_it_is_true_and_not_where_it_is_not(
    key: str, said: Callable[[str], Any]
) -> None:
    true, untrue, *rest = CLAIMS[key]
    given = rest[0] if rest else {}
    message = MESSAGES[key]
    assert stands(key, given, said(true)), f"{true} lacks “{message}” {given}"
    assert not stands(key, given, said(untrue)), f"{untrue} says “{message}” {given}"


def test_what_no_text_dates_is_dated_in_the_same_words_everywhere(
    said: Callable[[str], Any],
) -> None:
    undated, plan = said("undated").text, said("undated-plan").text
    assert "A works is open: reported on 20 January 2024" in undated
    assert "A works is open: 20 January 2024" not in undated
    assert "300 wheels as of 20 January 2024" in undated
    assert "400 wheels no time named; article of 20 January 2024" in plan
    assert "by 20 January 2024" not in undated + plan


def test_of_two_articles_each_has_its_own_value(said: Callable[[str], Any]) -> None:
    each = "300 wheels (article of 20 January 2024) or 290 wheels (article of 20 February 2024)"
    assert each in said("disputed").text
    # The name of one of them would give it the value of the other too.
    assert re.search(r"Undecided Wheels: (300|290) wheels \(", said("disputed-by-name").text)


def test_a_range_has_no_second_range_beside_it_that_seems_another(
    said: Callable[[str], Any],
) -> None:
    text = said("check-of-a-range").text
    assert "93 to 127 wheels More exactly: 93.7 wheels to 126.3 wheels" in text
    assert "Range: 93.7" not in text
