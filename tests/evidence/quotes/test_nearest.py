"""What an editor reads when a quotation does not stand in its article."""

from collections.abc import Callable, Mapping

import pytest

from generator.model import Finding

TEXT = (
    "Der Umsatz stieg um 5 Prozent auf 350.000 Euro. Die Kosten sanken, wie es hieß, nicht um "
    "7 Prozent.\n\nDer Gewinn lag bei 12 Millionen Euro. Er stieg damit um 5 Prozent."
)
YEAR = "Im Jahr 2023 erreichten die Einnahmen rund 12 Millionen Euro (ca. 13 Millionen US-Dollar)."
LONG = " ".join(f"Filiale Nummer {number} verkauft am Morgen gern Pumpen." for number in range(24))
ASIDE = "Er sagte „das reicht“ und ging. Der Umsatz stieg … um 5 Prozent."


def test_the_nearest_passage_is_shown_word_by_word(
    passages: Mapping[str, str], finding_of: Callable[..., Finding | None]
) -> None:
    finding = finding_of(
        passages["003"], "de", "soll bei 450.000 Fahrzeugen liegen", value=450_000, unit="vehicle"
    )
    assert finding is not None
    assert finding.code == "quote-missing"
    assert finding.message == (
        'not in the article; nearest (line 4): "soll bei 450.000 Fahrzeigen liegen"; differs: '
        '"Fahrzeugen" (quotation) / "Fahrzeigen" (article)'
    )


@pytest.mark.parametrize(
    ("text", "exact", "near", "differs"),
    [
        (
            YEAR,
            "erreichten die hohen Einnahmen rund 12 Millionen",
            "erreichten die Einnahmen rund 12 Millionen",
            '"hohen" (quotation) / nothing (article)',
        ),
        (
            YEAR,
            "In Jahr 2023 erreichten die Einnahmen rund 11 Millionen",
            "Im Jahr 2023 erreichten die Einnahmen rund 12 Millionen",
            '"In" (quotation) / "Im" (article), "11" (quotation) / "12" (article)',
        ),
        (
            YEAR,
            "die Einnahmen rund 12Millionen Euro",
            "die Einnahmen rund 12 Millionen Euro",
            "its spaces",
        ),
        (
            YEAR,
            "erreichten … die Einahmen rund 12 Millionen",
            "die Einnahmen rund 12 Millionen",
            '"Einahmen" (quotation) / "Einnahmen" (article)',
        ),
        (
            ASIDE,
            "Der Umsatz stieg... um 5 Prozent",
            "Der Umsatz stieg ... um 5 Prozent",
            "its spaces",
        ),
        (
            ASIDE,
            "„das reicht“ und gign",
            "'das reicht' und ging",
            '"gign" (quotation) / "ging" (article)',
        ),
    ],
)
def test_only_the_words_that_differ_are_shown(
    text: str, exact: str, near: str, differs: str, finding_of: Callable[..., Finding | None]
) -> None:
    finding = finding_of(text, "de", exact, value="12e6", unit="EUR")
    assert finding is not None
    assert finding.code == "quote-missing"
    assert finding.message == (
        f'not in the article; nearest (line 1): "{near}"; differs: {differs}'
    )


def test_a_slip_deep_in_a_long_quotation_is_found(
    finding_of: Callable[..., Finding | None],
) -> None:
    exact = LONG[20 : LONG.index("Nummer 18")].replace("Nummer 15 verkauft", "Nummer 15 kauft")
    finding = finding_of(f"Vorab.\n{LONG}", "de", exact, kind="event")
    assert finding is not None
    assert finding.message.startswith("not in the article; nearest (line 2): ")
    assert finding.message.endswith('; differs: "kauft" (quotation) / "verkauft" (article)')


@pytest.mark.parametrize(
    ("text", "exact", "hint"),
    [
        (TEXT, "“Der Umsatz stieg um 5 Prozent”", "“ and ” are no YAML quotation marks"),
        (TEXT, "„Der Umsatz stieg um 5 Prozent“", "„ and “ are no YAML quotation marks"),
        (TEXT, "«Der Umsatz stieg um 5 Prozent»", "« and » are no YAML quotation marks"),
        (TEXT, "„Der Umsatz stieg […] auf 350.000 Euro“", "„ and “ are no YAML quotation marks"),
        (TEXT, '"Der Umsatz stieg um 5 Prozent"', "delete the marks at its beginning and end"),
        (TEXT, "“Der Umsatz fiel um 5 Prozent”", "quotations are verbatim"),
        (TEXT, "Der Umsatz … auf 350.000 Euro", "mark the omission as […]"),
        (TEXT, "Der Umsatz...auf 350.000 Euro", "quote two passages as a list"),
        (TEXT, "Der Umsatz stieg um 5 Prozent …", "delete the dots"),
    ],
)
def test_marks_that_the_article_has_not_are_named(
    text: str, exact: str, hint: str, finding_of: Callable[..., Finding | None]
) -> None:
    finding = finding_of(text, "de", exact, value=5, unit="%", kind="change")
    assert finding is not None
    assert finding.code == "quote-missing"
    assert hint in finding.hint


@pytest.mark.parametrize("text", ["a " * 60_000, "ab." * 40_000, "hello" * 30_000, "新车" * 9_000])
@pytest.mark.parametrize("length", [30, 190, 600, 990])
def test_repetitive_texts_have_a_nearest_passage_or_none(
    text: str, length: int, finding_of: Callable[..., Finding | None]
) -> None:
    exact = f"{text[: length // 2].strip()} x {text[: length // 2].strip()}"
    finding = finding_of(text, "de", exact, kind="event")
    assert finding is not None
    assert finding.code == "quote-missing"
