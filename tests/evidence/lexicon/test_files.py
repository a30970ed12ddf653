"""The files of words: what may stand in one, what may be left out, and what a mistake in one says."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.evidence import find
from generator.evidence.lexicon.keys import LexiconError
from generator.evidence.lexicon.lexicon import languages, load_files, load_lexicon

PutLexicon = Callable[[str, Mapping[str, Any]], None]
FRENCH = tomllib.loads(Path(__file__).with_name("fr.toml").read_text("utf-8"))
TEXT = "Le 1er mars 2024, environ 350.000 véhicules, en hausse de 4,5 % à 109 milliards EUR au 2ème trimestre."


@pytest.mark.parametrize("lang", [*languages(), "any", "fr"])
def test_nothing_stands_in_a_file_that_nothing_reads(lang: str, put_lexicon: PutLexicon) -> None:
    put_lexicon("fr", FRENCH)
    if lang == "any":
        put_lexicon("fr", {})  # what all languages share, with nothing above it
        lang = "fr"
    assert load_lexicon(lang).lang == lang


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"numeral": {}}, "numeral: no such key"),
        ({"numerals": {"ones": ["un"]}}, "numerals: ones: no such key"),
        ({"directions": {"particles": {"upp": ["en"]}}}, "directions: particles: upp: no such key"),
        ({"cues": {"denail": ["dément*"]}}, "cues: denail: no such key"),
        ({"hedges": {"before": {"abuot": ["environ"]}}}, "hedges: before: abuot: no such key"),
        ({"numerals": {"one": "un"}}, "numerals: one: 'un' is no list"),
        ({"numerals": {"one": [1]}}, "numerals: one: 1 is no str"),
        ({"numerals": {"ordinal_dots": "no"}}, "numerals: ordinal_dots: 'no' is no bool"),
        ({"numerals": {"words": {"cent": "one hundred"}}}, "numerals: words: "),
        ({"scales": {"powers": {"milliard": True}}}, "scales: powers: True is no int"),
        ({"nouns": {"pattern": "("}}, "nouns: pattern: "),
        ({"nouns": {"plain_letters": {"oe": "o"}}}, "nouns: plain_letters: "),
        ({"dates": ["mars"]}, "dates: ['mars'] is no dict"),
    ],
)
def test_a_mistake_in_a_file_is_an_error_with_its_name(
    table: dict[str, Any], message: str, put_lexicon: PutLexicon
) -> None:
    put_lexicon("fr", table)
    with pytest.raises(LexiconError) as raised:
        load_lexicon("fr")
    assert str(raised.value).startswith(f"lexicons/fr.toml: {message}")


@pytest.mark.parametrize("left_out", sorted(FRENCH))
def test_a_table_that_is_missing_is_not_read_and_the_rest_is(
    left_out: str, put_lexicon: PutLexicon
) -> None:
    put_lexicon("fr", {key: table for key, table in FRENCH.items() if key != left_out})
    found = [one.text for one in find(TEXT, "fr", {})]
    assert "109 milliards EUR" in found
    assert ("1er mars 2024" in found) is (left_out != "numerals")


def test_an_empty_file_is_enough_to_read_what_the_locale_data_knows(
    put_lexicon: PutLexicon,
) -> None:
    put_lexicon("fr", {})
    assert [one.text for one in find("Le 2 mars 2024, 109 milliards EUR.", "fr", {})] == [
        "2 mars 2024",
        "109 milliards EUR",
    ]


@pytest.mark.parametrize("table", sorted(load_files()["en"]))
def test_no_table_needs_another(table: str, put_lexicon: PutLexicon) -> None:
    put_lexicon("en", {table: load_files()["en"][table]})
    assert [one.value for one in find("It rose by 5 percent in the first half.", "en", {})] == [5]
