"""An agency is beside a passage in its sentence, or in the next one of the same paragraph."""

import pytest

from generator.evidence.annotate import annotate
from generator.evidence.origins import origins_beside

FIGURE = "The works made 300 wheels."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The works made 300 wheels, Reuters reports.", ("Reuters",)),
        (f"Reuters reports on it. {FIGURE} It rains.", ("Reuters",)),
        (f"It rains. {FIGURE} So says Reuters.", ("Reuters",)),
        (f"Reuters reports on it. It rains. {FIGURE} It rains. So says Reuters.", ()),
        (f"Reuters reports on it.\n\n{FIGURE}\n\nSo says Reuters.", ()),
        (f"The Reutersian view. {FIGURE}", ()),
    ],
)
def test_an_agency_is_named_beside_a_figure(text: str, names: tuple[str, ...]) -> None:
    start = text.index("made 300 wheels")
    assert origins_beside(annotate(text, "en", ()), start, start + 15) == names
