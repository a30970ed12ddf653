"""A date of the text, and any other in the fact: never proven."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Finding

MONTHS = {
    "de": ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
           "November", "Dezember"],
    "nl": ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
           "oktober", "november", "december"],
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December"],
}  # fmt: skip
SENTENCES = {
    "de": {"year": "Im Jahr {y} waren es 30 Autos.", "month": "Im {m} {y} waren es 30 Autos.",
           "day": "Am {d}. {m} {y} waren es 30 Autos.", "quarter": "Im Q{q} {y} waren es 30 Autos."},
    "nl": {"year": "In {y} waren het 30 auto's.", "month": "In {m} {y} waren het 30 auto's.",
           "day": "Op {d} {m} {y} waren het 30 auto's.", "quarter": "In Q{q} {y} waren het 30 auto's."},
    "en": {"year": "In {y} it had 30 cars.", "month": "In {m} {y} it had 30 cars.",
           "day": "On {d} {m} {y} it had 30 cars.", "quarter": "In Q{q} {y} it had 30 cars."},
}  # fmt: skip


@st.composite
def moments(draw: st.DrawFn) -> tuple[str, dict[str, int]]:
    """A size of period, and the numbers that it is written with."""
    size = draw(st.sampled_from(["year", "quarter", "month", "day"]))
    numbers = {"y": (1990, 2024), "q": (1, 4), "n": (1, 12), "d": (1, 28)}
    return size, {name: draw(st.integers(*ends)) for name, ends in numbers.items()}


def edtf(size: str, of: dict[str, int]) -> str:
    return {
        "year": f"{of['y']}",
        "quarter": f"{of['y']}-{32 + of['q']}",
        "month": f"{of['y']}-{of['n']:02d}",
        "day": f"{of['y']}-{of['n']:02d}-{of['d']:02d}",
    }[size]


@given(st.sampled_from(["de", "nl", "en"]), moments(), moments())
def test_a_fact_of_another_period_is_not_proven(
    finding_of: Callable[..., Finding | None],
    lang: str,
    said: tuple[str, dict[str, int]],
    claimed: tuple[str, dict[str, int]],
) -> None:
    size, numbers = said
    sentence = SENTENCES[lang][size].format(m=MONTHS[lang][numbers["n"] - 1], **numbers)
    period = edtf(*claimed)
    finding = finding_of(sentence, lang, sentence, value=30, unit="vehicle", period=period)
    assert (finding is None) == (period == edtf(*said)), (sentence, period, finding)
