"""A number in any text of an editor is one that the ledger knows, a date, a count, or a finding."""

from typing import get_type_hints

import pytest

from generator.ledger.claims.words import WORDS
from generator.model import Quote
from generator.reading.shapes.shapes import _NOUNS

FACTS, INDICATORS = "seeds/facts/all.yaml", "seeds/indicators.yaml"
ARTICLES, CHARTS, BRIEFING = "seeds/articles.yaml", "seeds/charts.yaml", "seeds/briefing.yaml"
FALSE = "190 billion euros"
NAMES = {
    "label of a fact": (FACTS, "The plan | for 2024.", "{}"),
    "label of an event": (FACTS, "A new factory opens", "{}"),
    "label of an indicator": (INDICATORS, "label: {en: Revenue}", "label: {{en: {}}}"),
    "title of a chart": (CHARTS, "The plan is larger than what was delivered", "{}"),
    "subtitle of a chart": (
        CHARTS,
        "  kind: coverage",
        "  kind: coverage\n  subtitle: {{en: {}}}",
    ),
    "title of an article": (ARTICLES, "Nordwerk plans less", "{}"),
    "summary": (ARTICLES, "The plan is smaller, and so is the past.", "{}"),
    "reason of an article": (ARTICLES, "The day is invented, as the company is.", "{}"),
    "producer": (ARTICLES, "Invented Gazette", "{}"),
    "author": (ARTICLES, "A. Nobody", "{}"),
    "reason of an ignored number": (ARTICLES, "The name of a model.", "{}"),
    "name of a licence": (ARTICLES, "name: CC0", "name: {}"),
    "note": (FACTS, "A plan, not a *promise*; see [nothing](javascript:alert).", "{}"),
    "reason of a rank": (FACTS, "The company itself gave the other number.", "{}"),
    "reason of a withdrawal": (FACTS, "The sentence speaks of <another> company.", "{}"),
    "reason under inferred": (
        FACTS,
        "  status: planned\n",
        '  status: planned\n  inferred: {{period: "{}"}}\n',
    ),
    "label of a check": (FACTS, "The two counts of the year before", "{}"),
    "note of a check": (FACTS, "One of the two *must* be wrong.", "{}"),
    "reason of a band": (FACTS, "What such plans usually add.", "{}"),
    "reason of a correction": (FACTS, "We had swapped two digits.", "{}"),
    "reason of a moved id": (FACTS, "The old name lacked the year.", "{}"),
    "title of the briefing": (BRIEFING, "Nordwerk & wheels", "{}"),
    "description": (BRIEFING, "An invented company, for the tests.", "{}"),
    "name of the subject": (BRIEFING, "name: Nordwerk", "name: {}, names: [Nordwerk]"),
    "reason of an exemption": (BRIEFING, "The name of a standard.", "{}"),
    "reason of a constant": (BRIEFING, "A year has this many quarters.", "{}"),
}
PLACES = list(NAMES.values())


@pytest.mark.parametrize("place", PLACES, ids=NAMES)
def test_an_amount_that_no_figure_bears_out_is_one_finding_at_its_place(changed, place):
    path, old, new = place
    [one] = changed(path, old, new.format(FALSE))
    assert (one.code, one.path) == ("unproven-number", path)
    assert FALSE in one.message
    assert one.at.lstrip("\"'").startswith(FALSE)


@pytest.mark.parametrize("place", PLACES, ids=NAMES)
def test_so_is_one_in_words(changed, place):
    path, old, new = place
    [one] = changed(path, old, new.format("Nearly two hundred billion euros"))
    assert (one.code, one.path) == ("unproven-number", path)


@pytest.mark.parametrize("place", PLACES, ids=NAMES)
@pytest.mark.parametrize(
    "words",
    [
        "First of two sources in the second half of 2024",
        "What five articles say since 4 March",
    ],
)
def test_dates_ordinals_and_small_counts_are_free(changed, place, words):
    path, old, new = place
    assert changed(path, old, new.format(words)) == []


LABEL = (FACTS, "The plan | for 2024.")


@pytest.mark.parametrize(
    "words",
    [
        "40,000 wheels",
        "Forty thousand wheels",
        "Nearly 41,000 wheels",
        "Over 39,000 wheels",
        "About 40,500 wheels",
        "From 32,000 to 40,000 wheels",
        "36,000 from then on",
        "The twelve months of 2024",
        "Half a year later",
        "The N7 and its wheels",
        "Deliveries as ISO 8601 counts them",
    ],
)
def test_what_the_fact_its_sentence_or_its_successor_says_may_be_said(changed, words):
    assert changed(*LABEL, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "41,000 wheels",
        "40 million wheels",
        "40,000 euros",
        "Over 40,000 wheels",
        "Nearly 36,000 wheels",
        "Nearly 60,000 wheels",
        "12.5%",
        "Deliveries doubled",
        "Half of the wheels",
        "Twice the wheels",
        "Seven wheels",
        "Reached 7",
        "Over fifteen years",
        "The N8 and its wheels",
        "百九十億",
    ],
)
def test_what_nothing_of_the_fact_says_is_refused(changed, words):
    [one] = changed(*LABEL, words)
    assert one.code == "unproven-number"


def test_a_name_is_known_by_its_article(changed):
    """The chart's facts rest on the text that names the model."""
    assert changed(CHARTS, "The plan is larger than what was delivered", "The N7 sells") == []


def test_a_note_may_name_what_its_article_says_besides(changed):
    note = "A plan, not a *promise*; see [nothing](javascript:alert)."
    assert changed(FACTS, note, "Revenue was about 2.5 billion euros.") == []


@pytest.mark.parametrize(
    ("words", "is_right"),
    [
        ("The share fell over 3 per cent", True),
        ("The share rose more than 3 per cent", False),
        ("The share fell 3 per cent", False),
        ("The share fell over 2 per cent", True),
        ("The share fell over 4 per cent", False),
    ],
)
def test_direction_and_bound_are_part_of_the_number(changed, words, is_right):
    move = "id: move-monday\n"
    said = changed(FACTS, move, f"{move}  label: {{en: {words}}}\n")
    assert [one.code for one in said] == [] if is_right else ["unproven-number"]


def test_nothing_is_said_of_the_words_of_a_fact_that_is_not_proven(changed):
    """Its other figure is what is wrong with it."""
    changed(*LABEL, "41,000 wheels")
    said = changed(FACTS, "value: 40_000", "value: 41_000")
    assert "unproven-number" not in {one.code for one in said}


def test_a_language_without_a_lexicon_is_read_for_its_digits(small, found):
    for path, old, new in [
        (BRIEFING, "languages: [en]", "languages: [en, fr]"),
        (FACTS, '{en: "The plan | for 2024."}', '{en: The plan, fr: "190 milliards d’euros"}'),
    ]:
        file = small / path
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    assert "unproven-number" in {one.code for one in found()}


@pytest.mark.parametrize(
    "label",
    [
        "million wheels",
        "thousand wheels",
        "000 wheels",
        "dozen wheels",
        "per cent of the wheels",
        "euros",
        "wheels of 2",
    ],
)
def test_a_units_label_changes_no_number(changed, label):
    [one] = changed(INDICATORS, "other: wheels", f'other: "{label}"')
    assert (one.code, one.path) == ("unproven-number", INDICATORS)
    assert one.at.startswith(f'"{label}"')


@pytest.mark.parametrize("label", ["wheels", "bogies", "double wheels", "pairs of wheels"])
def test_a_units_label_may_say_anything_else(changed, label):
    assert changed(INDICATORS, "other: wheels", f"other: {label}") == []


def test_every_text_of_an_editor_is_in_the_table():
    """A new field of words is read as well; only a translation is held against its quotation."""
    prose = {"headings", "notes", "words", "heading", "name", "name-or-names"}
    missing = {
        f"{record.__name__}.{name}"
        for record in set(_NOUNS) - {Quote}
        for name, hint in get_type_hints(record, include_extras=True).items()
        if prose.intersection(forms_of(hint)) and name not in WORDS.get(record, ())
    }
    assert missing == {
        *("Unit.words", "Indicator.words"),
        *("Entity.names", "Entity.nouns", "Subject.names", "Subject.nouns"),
        "RasterPicture.path",
    }


def forms_of(hint):
    """How the texts in a field are typed."""
    if hasattr(hint, "__metadata__"):
        yield from (one for one in hint.__metadata__ if isinstance(one, str))
        yield from forms_of(hint.__origin__)
    for inner in getattr(hint, "__args__", ()):
        yield from forms_of(inner)
