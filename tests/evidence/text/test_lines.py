"""The sentence around a quotation takes in no heading, no list item and no day set before it."""

import pytest

from generator.evidence.annotate import annotate
from generator.evidence.quotes.locate import span_of_sentences

PARAGRAPH = (
    "Die Aktie des Konzerns kommt auch in dieser Woche nicht in die Spur, und die Anleger "
    "warten weiter auf ein Zeichen aus der Zentrale. Der Markt „bleibt schwierig.“"
)
TEXT = (
    f"{PARAGRAPH}\n"
    "Werk weitet Produktion aus\n"
    "Im Juni hat sich das Werk ein weiteres Grundstück gesichert, auf dem es bauen will. "
    "Ob es dafür eine Genehmigung gibt, ist offen.\n"
    "- Besonders gefragt sind die Modelle der zweiten Reihe\n"
    "- Der Vertrieb wächst\n"
    "Neue Zahlen im August\n"
    "Die Zahlen des zweiten Quartals sollen im August folgen, hieß es weiter aus dem Werk.\n"
)
WRAPPED = (
    "The maker of cars said on Tuesday that it had sold more of them than ever\n"
    "before in Germany, where, as it says, its\n"
    "best dealers are. Sales of the month came to 1,200 cars - a\n"
    "- so far unbroken - record of the whole industry in the country, as the\n"
    "Association of Dealers said."
)


def _sentence(text: str, words: str) -> str:
    start = text.index(words)
    first, last = span_of_sentences(annotate(text, "de", ()), start, start + len(words))
    return text[first:last]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            "Juni hat sich das Werk",
            "Im Juni hat sich das Werk ein weiteres Grundstück gesichert, auf dem es bauen will.",
        ),
        ("weitet Produktion", "Werk weitet Produktion aus"),
        ("Genehmigung gibt", "Ob es dafür eine Genehmigung gibt, ist offen."),
        ("gefragt sind", "- Besonders gefragt sind die Modelle der zweiten Reihe"),
        ("Vertrieb", "- Der Vertrieb wächst"),
        ("Zahlen im", "Neue Zahlen im August"),
        (
            "Zahlen des zweiten",
            "Die Zahlen des zweiten Quartals sollen im August folgen, hieß es weiter aus dem Werk.",
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", " \n"])
def test_a_sentence_ends_before_a_heading_and_before_an_item(
    words: str, sentence: str, end: str
) -> None:
    assert _sentence(TEXT.replace("\n", end), words) == sentence


def test_a_sentence_goes_on_where_a_line_is_full_or_broken_by_hand() -> None:
    assert _sentence(WRAPPED, "than ever") == WRAPPED[: WRAPPED.index(" Sales")]
    assert _sentence(WRAPPED, "Association") == WRAPPED[WRAPPED.index("Sales") :]


def test_a_mark_that_closes_a_quotation_belongs_to_the_sentence_before() -> None:
    text = "Der Chef sagte: „Der Markt bleibt schwierig.“ Im Juni war das Werk zu."
    assert _sentence(text, "Juni") == "Im Juni war das Werk zu."
    assert (
        _sentence("Er schwieg. „Im Juni war das Werk zu.“", "Juni") == "„Im Juni war das Werk zu."
    )


@pytest.mark.parametrize("stamp", [" date 2021-10 ", "Datum: 2021-10-05 ", "2021-10-05\n"])
def test_a_day_set_before_the_text_is_no_part_of_its_first_sentence(stamp: str) -> None:
    text = f"{stamp}„Das Werk ist zu“, sagte der Chef."
    assert _sentence(text, "Werk") == text.removeprefix(stamp)


@pytest.mark.parametrize(
    "text", ["Im 2021-10 war das Werk zu.", "2021-10 war das Werk zu.", "date 2021-10"]
)
def test_a_day_that_the_first_sentence_itself_names_stays_in_it(text: str) -> None:
    assert _sentence(text, "2021-10") == text
