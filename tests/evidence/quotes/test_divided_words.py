"""Words divided at the end of a line, and ligatures: typed plainly they are found."""

from collections.abc import Callable

import pytest

from generator.model import Finding

ARTICLE = "Im Jahr lag der Umsatz bei 12,3 Mil-\nliarden Euro, mit Vor-\nund Nachteilen."
BILLIONS = {"value": "12.3e9", "unit": "EUR"}


@pytest.mark.parametrize(
    "quote",
    [
        "Im Jahr lag der Umsatz bei 12,3 Mil-\nliarden Euro",
        "Im Jahr lag der Umsatz bei 12,3 Mil- liarden Euro",
        "Im Jahr lag der Umsatz bei 12,3 Mil-liarden Euro",
        "Im Jahr lag der Umsatz bei 12,3 Milliarden Euro",
        "bei 12,3 Milliarden Euro, mit Vor- und Nachteilen",
    ],
)
def test_a_divided_word_is_found_however_it_is_typed(
    quote: str, finding_of: Callable[..., Finding | None]
) -> None:
    assert finding_of(ARTICLE, "de", quote, **BILLIONS) is None
    wrong = finding_of(ARTICLE, "de", quote, value="12.3", unit="EUR")
    assert wrong is not None
    assert wrong.code == "scale-mismatch"


@pytest.mark.parametrize("quote", ["Der Proﬁt lag bei 5 Euro", "Der Profit lag bei 5 Euro"])
@pytest.mark.parametrize("text", ["Der Proﬁt lag bei 5 Euro.", "Der Profit lag bei 5 Euro."])
def test_a_ligature_is_its_letters(
    text: str, quote: str, finding_of: Callable[..., Finding | None]
) -> None:
    assert finding_of(text, "de", quote, value="5", unit="EUR") is None
