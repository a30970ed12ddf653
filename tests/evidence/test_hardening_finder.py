"""Sentences built to be misread: scales, signs, scripts, compounds, sums and parts.

Each row: a sentence and its readings as `text|value|unit|hedge|doubt`; an empty field is nothing.
"""

import pytest

from generator.evidence.annotate import Annotation, annotate
from generator.evidence.text.folding import fold

CARS = {
    "de": (("car", ("Auto",)),),
    "nl": (("car", ("auto",)),),
    "en": (("car", ("car",)),),
}


def _read(text: str, lang: str) -> list[str]:
    found = []
    for annotation in annotate(text, lang, CARS[lang]).annotations:
        one = annotation.mention
        value = "" if one.value is None else f"{one.value:f}"
        hedge = "" if one.hedge in {None, "exact"} else one.hedge
        doubt = _doubt(annotation)
        found.append(f"{one.text}|{value}|{one.unit or ''}|{hedge}|{doubt or ''}")
    return found


def _doubt(annotation: Annotation) -> str | None:
    """The words that make the figure unclear, or that may hedge it."""
    return annotation.unclear.words if annotation.unclear else annotation.ambiguity


SCALES = [
    ("de", "5 hundert Autos.", ["5 hundert Autos|500|car||"]),
    ("de", "5 Hunderttausend Autos.", ["5 Hunderttausend Autos|500000|car||"]),
    ("de", "Es waren 5 Tausender.", ["5 Tausender|5000|||"]),
    ("nl", "5 honderd auto's.", ["5 honderd auto's|500|car||"]),
    ("nl", "5 honderdduizend auto's.", ["5 honderdduizend auto's|500000|car||"]),
    ("en", "5 hundred cars.", ["5 hundred cars|500|car||"]),
    ("en", "It cost 5 grand.", ["5 grand|5000|||"]),
    ("en", "It cost 5 thou in cash.", ["5 thou|5000|||"]),
    ("en", "It cost $5 mil.", ["$5 mil|5000000|USD||"]),
    ("en", "He owns 5 grand pianos.", ["5|5|pianos||"]),
]
DOUBTFUL_SCALES = [
    ("en", "5 milion cars.", "milion"),
    ("en", "5 billlion cars.", "billlion"),
    ("en", "5 zillion cars.", "zillion"),
    ("en", "5 score cars.", "score"),
    ("en", "5 gross of cars.", "gross"),
    ("en", "5 M cars.", "M"),
    ("nl", "5 miljaard auto's.", "miljaard"),
    ("nl", "5 milard auto's.", "milard"),
    ("nl", "5 ton auto's.", "ton"),
    ("de", "5 Mrdn Autos.", "Mrdn"),
    ("de", "5 Milionen Autos.", "Milionen"),
    ("de", "5 k Autos.", "k"),
]
PLAIN_NOUNS = [
    ("en", "5 bullion bars."),
    ("en", "A salary of $5,000 gross."),
    ("en", "It has 5 lakes."),
    ("en", "It has 8 core plants."),
    ("de", "Das waren 5 Millionäre."),
    ("de", "Es kostet 5 Euro."),
    ("nl", "Er staan 5 biljarts."),
]
SIGNS = [
    ("de", "➖5 Prozent.", ["➖5 Prozent|-5|%||"]),
    ("de", "﹣5 %, －5 %.", ["﹣5 %|-5|%||", "－5 %|-5|%||"]),
    ("en", "⁻5% and ₋5%.", ["⁻5%|-5|%||", "₋5%|-5|%||"]),
    ("nl", "˗5 procent, ⎯5 procent.", ["˗5 procent|-5|%||", "⎯5 procent|-5|%||"]),
    ("en", "5\u2063,000 and 5\u202d000.", ["5\u2063,000|5000|||", "5\u202d000|5000|||"]),
    ("de", "5\u034f.\u2066000 Autos.", ["5\u034f.\u2066000 Autos|5000|car||"]),
]
COMPOUNDS = [
    ("en", "5 million car parts.", ["5 million|5000000|parts||"]),
    ("en", "5 used car parts.", ["5|5|parts||"]),
    ("en", "5 car owners.", ["5|5|owners||"]),
    ("en", "5 used cars.", ["5|5|car||"]),
    ("en", "5 cars as planned.", ["5 cars|5|car||"]),
    ("en", "5 car units.", ["5 car|5|car||"]),
    ("en", "1 car costs much.", ["1 car|1|car||"]),
    ("de", "5 Auto-Aktien.", ["5 Auto-Aktien|5|Auto-Aktien||"]),
    ("de", "5 Elektro-Autos.", ["5 Elektro-Autos|5|car||"]),
    ("de", "Eine 5-Auto-Garage.", ["5-Auto-Garage|5|car||"]),
]
POINTS = [
    ("de", "5 Prozent-Punkte.", ["5 Prozent-Punkte|5|pp||"]),
    ("de", "5 Prozent Punkte.", ["5 Prozent Punkte|5|pp||"]),
    ("de", "5-Prozent-Punkte.", ["5-Prozent-Punkte|5|pp||"]),
    ("de", "5Prozentpunkte.", ["5Prozentpunkte|5|pp||"]),
    ("de", "5 %-Pkt und 6 %-Pkte.", ["5 %-Pkt|5|pp||", "6 %-Pkte|6|pp||"]),
    ("de", "5 ‰ und 6 Promille.", ["5 ‰|5|permille||", "6 Promille|6|permille||"]),
    ("nl", "5 procent punten.", ["5 procent punten|5|pp||"]),
    ("nl", "5 %punt en 6 promille.", ["5 %punt|5|pp||", "6 promille|6|permille||"]),
    ("en", "5 pct. pts and 6 pct points.", ["5 pct. pts|5|pp||", "6 pct points|6|pp||"]),
    ("en", "A 5-percentage-point rise.", ["5-percentage-point|5|pp||"]),
    ("en", "5 per mille.", ["5 per mille|5|permille||"]),
    ("en", "It fell 5 pct. Points matter.", ["5 pct|5|%||"]),
]
HEDGES = [
    ("de", "∼5.000 Autos.", ["5.000 Autos|5000|car|about|"]),
    ("de", "≅5.000 Autos.", ["5.000 Autos|5000|car|about|"]),
    ("nl", "≃5.000 auto's.", ["5.000 auto's|5000|car|about|"]),
    ("nl", "˜5.000 auto's.", ["5.000 auto's|5000|car|about|"]),
    ("en", "∓5,000 cars.", ["5,000 cars|5000|car|about|"]),
    ("en", "⩾5,000 cars.", ["5,000 cars|5000|car|at-least|"]),
    ("en", "≧5,000 cars.", ["5,000 cars|5000|car|at-least|"]),
    ("en", "＞5,000 cars.", ["5,000 cars|5000|car|over|"]),
    ("en", "(about) 5,000 cars.", ["5,000 cars|5000|car|about|"]),
    ("en", "*about* 5,000 cars.", ["5,000 cars|5000|car|about|"]),
    ("de", "_rund_ 5.000 Autos.", ["5.000 Autos|5000|car|about|"]),
    ("de", "Es sind rund – 5.000 Autos.", ["5.000 Autos|5000|car|about|"]),
    ("nl", "**ongeveer** 5.000 auto's.", ["5.000 auto's|5000|car|about|"]),
    ("en", "5,000 cars (est.).", ["5,000 cars|5000|car|about|"]),
    ("en", "5,000 (approx.).", ["5,000|5000||about|"]),
    ("en", "5,000 cars (rounded).", ["5,000 cars|5000|car|about|"]),
    ("de", "5.000 Autos (ca.).", ["5.000 Autos|5000|car|about|"]),
    ("de", "5.000 Autos (gerundet).", ["5.000 Autos|5000|car|about|"]),
    ("de", "5.000 Autos (geschätzt).", ["5.000 Autos|5000|car|about|"]),
    ("nl", "5.000 auto's (afgerond).", ["5.000 auto's|5000|car|about|"]),
    ("nl", "5.000 auto's (naar schatting).", ["5.000 auto's|5000|car|about|"]),
    ("en", "The war is over - 5,000 cars.", ["5,000 cars|5000|car||"]),
    ("en", "It is what it is about - 5 cars.", ["5 cars|5|car|about|about"]),
]
STRANGE = [
    ("en", "\u0430bout 5,000 cars.", ["5,000 cars|5000|car||\u0430bout"]),
    ("en", "m\u043ere than 5,000 cars.", ["5,000 cars|5000|car||m\u043ere"]),
    ("de", "\u0441\u0430. 5.000 Autos.", ["5.000 Autos|5000|car||\u0441\u0430"]),
    ("nl", "\u043engeveer 5.000 auto's.", ["5.000 auto's|5000|car||\u043engeveer"]),
    ("en", "⪆5,000 cars.", ["5,000 cars|5000|car||⪆"]),
    ("en", "\u5c0f\u7c73 5,000 cars, →5 cars.", ["5,000 cars|5000|car||", "5 cars|5|car||"]),
]
SUMS = [
    ("de", "5 x 6 Autos.", ["5 x|5|x||x", "6 Autos|6|car||x"]),
    ("nl", "5 maal 6 auto's.", ["5 maal|5|x||maal", "6 auto's|6|car||maal"]),
    ("en", "5 × 6 cars.", ["5 ×|5|x||×", "6 cars|6|car||×"]),
    ("en", "5 + 6 cars.", ["5|5|||+", "6 cars|6|car||+"]),
    ("en", "Now 12 +5%.", ["12|12|||", "+5%|5|%||"]),
    ("en", "Up 12* 5 cars.", ["12|12|||", "5 cars|5|car||"]),
]
PARTS = [
    ("en", "A quarter of the 5,000 cars.", ["A quarter|25|%||", "5,000 cars|5000|car||quarter of the"]),
    ("en", "Half of its 5,000 cars.", ["Half|50|%||", "5,000 cars|5000|car||Half of its"]),
    ("en", "10% of about 5,000 cars.", ["10%|10|%||", "5,000 cars|5000|car|about|% of"]),
    ("en", "The third of 5 cars.", ["5 cars|5|car||"]),
    ("de", "Die Hälfte der 5.000 Autos.", ["Die Hälfte|50|%||", "5.000 Autos|5000|car||Hälfte der"]),
    ("de", "Ein Viertel von 5.000 Autos.", ["Ein Viertel|25|%||", "5.000 Autos|5000|car||Viertel von"]),
    ("de", "10 Prozent der 5.000 Autos.",
     ["10 Prozent|10|%||", "5.000 Autos|5000|car||Prozent der"]),
    ("de", "Sie sank um 10 Prozent von 5.000 auf 4.500 Autos.",
     ["10 Prozent|10|%||", "5.000|5000|car||", "4.500 Autos|4500|car||"]),
    ("nl", "Een kwart van de 5.000 auto's.", ["Een kwart|25|%||", "5.000 auto's|5000|car||kwart van de"]),
    ("nl", "De helft van de 5.000 auto's.", ["De helft|50|%||", "5.000 auto's|5000|car||helft van de"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "annotations"),
    [*SCALES, *SIGNS, *COMPOUNDS, *POINTS, *HEDGES, *STRANGE, *SUMS, *PARTS],
)
def test_it_is_read_as_a_reader_reads_it(lang: str, text: str, annotations: list[str]) -> None:
    assert _read(text, lang) == annotations


@pytest.mark.parametrize(("lang", "text", "ambiguity"), DOUBTFUL_SCALES)
def test_a_scale_that_is_not_read_is_a_doubt(lang: str, text: str, ambiguity: str) -> None:
    assert [_doubt(one) for one in annotate(text, lang, CARS[lang]).annotations] == [ambiguity]


@pytest.mark.parametrize(("lang", "text"), PLAIN_NOUNS)
def test_an_honest_noun_is_no_scale(lang: str, text: str) -> None:
    assert [_doubt(one) for one in annotate(text, lang, CARS[lang]).annotations] == [None]


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("de", "5 bis heute.", "bis"),
        ("de", "5 Euro.", "Euro"),
        ("de", "5 Prozent.", "Prozent"),
        ("nl", "5 in Nederland.", "in"),
        ("nl", "5 euro.", "euro"),
        ("en", "5 to the north.", "to"),
        ("en", "5 in London.", "in"),
        ("en", "5%.", "%"),
    ],
)
def test_a_declared_noun_takes_no_word_of_the_language(lang: str, text: str, word: str) -> None:
    annotations = annotate(text, lang, (("bad", (word,)),)).annotations
    assert [one.mention.unit for one in annotations] != ["bad"]
    assert len(annotations) == 1


@pytest.mark.parametrize("mark", "\ufe0f\u061c\u034f\u180e\u2061\u2064\u202a\u202e\u2066\u206f")
def test_an_unseen_mark_is_dropped_and_mapped(mark: str) -> None:
    folded = fold(f"a5{mark}6-{mark}b")
    assert folded.text == "a56-b"
    assert folded.span(folded.text.index("6"), 4) in {(3, 5), (2, 5)}


def test_a_power_of_ten_keeps_its_sign() -> None:
    assert fold("10⁻³").text == "10⁻³"
