"""Each aspect of a proven fact has its words in the article, or the reason why it is held."""

from pathlib import Path

import pytest

from generator.ledger import count_aspects
from generator.model import ASPECTS, EVENT_ASPECTS, Entry, Evidence
from generator.pipeline import Assembly, assemble


@pytest.fixture(scope="module")
def assembly(example: Path) -> Assembly:
    """The example briefing, all of whose facts are proven."""
    return assemble(example)


@pytest.fixture(scope="module")
def quoted(assembly: Assembly) -> list[Entry]:
    return [one for one in assembly.book.entries.values() if one.fact.basis != "derived"]


def by_aspect(assembly: Assembly, fact: str) -> dict[str, Evidence]:
    return {one.aspect: one for one in assembly.book.entries[fact].evidence}


def test_every_aspect_of_every_fact_is_stated_or_inferred(quoted: list[Entry]) -> None:
    for entry in quoted:
        claimed = EVENT_ASPECTS if entry.amount is None else ASPECTS
        assert [one.aspect for one in entry.evidence] == list(claimed), entry.fact.id


def test_words_stand_where_their_evidence_says(assembly: Assembly, quoted: list[Entry]) -> None:
    for entry in quoted:
        for one in entry.evidence:
            article = assembly.book.articles[entry.located[one.quote].quote.article]
            if one.basis == "stated":
                assert one.words == article.text[one.start : one.end], entry.fact.id
                assert one.words.strip() == one.words != ""
                assert not one.reason
            else:
                assert (one.start, one.end, one.words) == (None, None, "")


def test_a_reason_is_the_editors_own(quoted: list[Entry]) -> None:
    inferred = [
        (entry.fact, one) for entry in quoted for one in entry.evidence if one.basis == "inferred"
    ]
    assert inferred
    for fact, one in inferred:
        if one.reason:
            assert one.reason in fact.inferred.values()
        else:
            assert one.aspect == "period"  # as of the article's day, for which nobody typed one
            assert fact.period is None


def test_the_words_are_those_that_say_so(assembly: Assembly) -> None:
    found = by_aspect(assembly, "revenue-2023")
    said = {name: found[name].words for name in ("value", "unit", "period", "measure")}
    assert said == {
        "value": "3.1 million",
        "unit": "euros",
        "period": "2023",
        "measure": "Revenue",
    }
    growth = by_aspect(assembly, "revenue-growth-2023")
    assert growth["direction"].words == "rose"
    target = by_aspect(assembly, "passenger-target-2024")
    assert target["status"].words != by_aspect(assembly, "revenue-2023")["status"].words


def test_aspects_are_counted(assembly: Assembly, quoted: list[Entry]) -> None:
    counts = count_aspects(assembly.book.entries.values())
    claimed = sum(len(EVENT_ASPECTS if one.amount is None else ASPECTS) for one in quoted)
    assert sum(counts.values()) == claimed
    assert counts["unchecked"] == 0
    assert counts["stated"] > counts["inferred"] > 0
