"""Free text: ordinary text passes letter for letter, what hides or would be run does not."""

import json
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.errors import RefusedError
from generator.reading.values.prose import parse_heading, parse_note, parse_passage

CASES = Path(__file__).parents[1] / "cases"
ORDINARY = yaml.safe_load((CASES / "ordinary_texts.yaml").read_text(encoding="utf-8"))
REFUSED = yaml.safe_load((CASES / "refused_texts.yaml").read_text(encoding="utf-8"))
FACTS, ARTICLES, CHARTS = "seeds/facts/revenue.yaml", "seeds/articles.yaml", "seeds/charts.yaml"

# file, what stands there, what is typed instead (TEXT stands for the text), where it is read
FIELDS = {
    "label": (FACTS, "{en: The plant opens}", "{en: TEXT}",
              lambda seeds: seeds.facts["plant-opens"].label["en"]),
    "note": (FACTS, "unit: CNY", "unit: CNY\n  note: TEXT",
             lambda seeds: seeds.facts["takings-2024-q4"].note["en"]),
    "note in a language": (FACTS, "unit: CNY", "unit: CNY\n  note: {de: TEXT}",
                           lambda seeds: seeds.facts["takings-2024-q4"].note["de"]),
    "reason": (FACTS, "unit: CNY", "unit: CNY\n  reason: TEXT",
               lambda seeds: seeds.facts["takings-2024-q4"].reason["en"]),
    "inferred": (FACTS, "unit: CNY", "unit: CNY\n  inferred: {period: TEXT}",
                 lambda seeds: seeds.facts["takings-2024-q4"].inferred["period"]["en"]),
    "quotation": (FACTS, "stieg auf 109 Milliarden Yuan", "TEXT",
                  lambda seeds: seeds.facts["takings-2024-q4"].quotes[0].exact),
    "producer": (ARTICLES, "The Daily", "TEXT",
                 lambda seeds: seeds.articles["daily-2025-03-18"].producer),
    "summary": (ARTICLES, "date_basis: stated", "date_basis: stated\n  summary: {en: TEXT}",
                lambda seeds: seeds.articles["daily-2025-03-18"].summary["en"]),
    "title of a chart": (CHARTS, "{en: Revenue}", "{en: TEXT}",
                         lambda seeds: seeds.charts["revenue"].title["en"]),
    "title of the site": ("seeds/briefing.yaml", "{en: Acme in figures}", "{en: TEXT}",
                          lambda seeds: seeds.briefing.title["en"]),
    "name of the subject": ("seeds/briefing.yaml", "name: Acme", "name: TEXT",
                            lambda seeds: seeds.briefing.subject.name["en"]),
    "label of a unit": ("seeds/indicators.yaml", "other: vehicles", "other: TEXT",
                        lambda seeds: seeds.units["vehicle"].label["en"]["other"]),
}  # fmt: skip


def as_yaml(text: str) -> str:
    """A text in double quotes, with escapes for what cannot be typed as it is."""
    escaped = (f"\\U{ord(c):08X}" if not c.isprintable() else c for c in text)
    return f'"{"".join(escaped)}"'


def quoted(text: str) -> str:
    """A text in double quotes, as an editor's own program would write it."""
    return json.dumps(text, ensure_ascii=False)


def in_turn(texts):
    """Each text in two fields, and each field with several texts: one reader reads them all."""
    names = tuple(FIELDS)
    places = ((at, (at * 5 + 3)) for at in range(len(texts)))
    return [
        (names[at % len(names)], text)
        for text, two in zip(texts, places, strict=True)
        for at in two
    ]


@pytest.mark.parametrize(("field", "text"), in_turn(ORDINARY))
def test_ordinary_text_passes_letter_for_letter(project, field, text):
    path, stands, typed, read = FIELDS[field]
    seeds = project.replace(path, stands, typed.replace("TEXT", quoted(text))).load()
    assert seeds.findings == ()
    assert read(seeds) == text


@pytest.mark.parametrize(("field", "case"), in_turn(REFUSED))
def test_other_text_is_refused_with_the_reason(project, field, case):
    path, stands, typed, _ = FIELDS[field]
    [finding] = project.replace(path, stands, typed.replace("TEXT", as_yaml(case["typed"]))).load().findings  # fmt: skip
    assert finding.place.path == path
    assert finding.code == ("bad-value" if "empty" in case["says"] else "bad-text")
    assert case["says"] in finding.message
    assert finding.message.isprintable()


@pytest.mark.parametrize(
    "text",
    [case["typed"] for case in REFUSED if "U+" in case["says"] and "\r" not in case["typed"]],
)
def test_a_character_typed_raw_is_one_finding_at_its_own_column(project, text):
    text = text.replace("\u202c", "").replace("\u2067", "").replace("\a", "")
    text = text.replace("\x1b]", "").replace("\x03", "")
    project.edit("unit: CNY", f"unit: CNY\n  note: x{text}")
    [finding] = project.load().findings
    column = next(i for i, c in enumerate(text) if not c.isprintable() or c == "\u3164") + 10
    assert str(finding.place) == f"{FACTS}:7:{column}"
    assert finding.code == "bad-text"


def test_a_hidden_character_in_an_id_is_one_finding_and_the_id_is_known(project):
    project.edit("id: takings-2024-q4", "id: takings\u200b-2024-q4")
    [finding] = project.load().findings
    assert (finding.code, finding.place.line, finding.place.column) == ("bad-text", 2, 14)


def test_blocks_and_folded_lines_become_one_line(project):
    project.edit("unit: CNY", "unit: CNY\n  note: |\n    one\n    two\n\n    three\n")
    assert project.load().facts["takings-2024-q4"].note == {"en": "one two three"}


def test_a_line_of_a_quotation_is_one_space(project):
    project.edit("exact: stieg auf 109 Milliarden Yuan", "exact: |\n      a\n\n      b\n")
    assert project.load().facts["takings-2024-q4"].quotes[0].exact == "a  b"


def test_text_is_composed(project):
    project.edit("unit: CNY", "unit: CNY\n  note: cafe\u0301")
    assert project.load().facts["takings-2024-q4"].note == {"en": "caf\u00e9"}


def test_plain_text_is_in_the_default_language(project):
    project.replace("seeds/briefing.yaml", "[en, de]", "[de, en]")
    project.edit("unit: CNY", "unit: CNY\n  note: Hinweis")
    assert project.load().facts["takings-2024-q4"].note == {"de": "Hinweis"}


@pytest.mark.parametrize(
    ("field", "limit"),
    [("label", 200), ("note", 1200), ("quotation", 1000), ("producer", 120), ("summary", 1200)],
)
def test_a_text_has_a_longest_form(project, field, limit):
    path, stands, typed, read = FIELDS[field]
    text = ("word " * limit)[: limit - 1] + "x"
    seeds = project.replace(path, stands, typed.replace("TEXT", text)).load()
    assert read(seeds) == text
    project.replace(path, text, f"{text}y")
    [finding] = project.load().findings
    assert f"has {limit + 1} characters; at most {limit}" in finding.message


@pytest.mark.parametrize(
    "text", ["[" * 20_000, "![a](" * 5000, "> " * 2000 + "x", "<div>" * 20_000, "\u0301" * 90_000]
)
def test_a_text_that_is_costly_to_render_is_too_long(project, text):
    project.edit("unit: CNY", f"unit: CNY\n  note: {quoted(text)}")
    [finding] = project.load().findings
    assert (finding.code, "at most 1200" in finding.message) == ("bad-text", True)


def test_a_heading_has_no_endless_word():
    with pytest.raises(RefusedError, match="characters without a space"):
        parse_heading("a " + "x" * 150)
    assert parse_heading("https://a.de/" + "x" * 150)
    assert parse_note("x" * 150)
    with pytest.raises(RefusedError, match="characters without a space"):
        parse_note("a " + "x" * 201)


@pytest.mark.parametrize("text", ["~", "null", "Null", "NULL"])
@pytest.mark.parametrize("field", ["label", "note", "producer", "title of a chart"])
def test_what_yaml_has_for_nothing_is_no_text(project, field, text):
    path, stands, typed, _ = FIELDS[field]
    (finding,) = project.replace(path, stands, typed.replace("TEXT", text)).load().findings
    assert "is empty" in finding.message


@given(st.text(max_size=200))
def test_text_that_passes_is_one_visible_composed_line(text):
    for parse in (parse_heading, parse_note, parse_passage):
        try:
            clean = parse(text)
        except RefusedError:
            continue
        assert clean == clean.strip()
        assert unicodedata.is_normalized("NFC", clean)
        assert not {"\n", "\t", "\r", "\0"} & set(clean)
        assert unicodedata.normalize("NFKC", clean)[0] not in "=+-@"
