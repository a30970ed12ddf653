"""English, for a briefing that counts vehicles."""

import pytest

from generator.model import Unit
from generator.wording import LanguageWording

UNITS = {
    "vehicle": Unit(
        id="vehicle", label={"en": {"one": "vehicle", "other": "vehicles"}}, words={"en": ("car",)}
    ),
    "year": Unit(id="year", label={"en": {"one": "year", "other": "years"}}, words={}),
}


@pytest.fixture(scope="session")
def wording() -> LanguageWording:
    return LanguageWording("en", UNITS)
