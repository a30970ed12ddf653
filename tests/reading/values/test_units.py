"""Which units a fact may have: a currency, a ratio, a declared one, and a rate of two of them."""

import pytest

from generator.model import Place
from generator.reading.values.units import check_unit_name

_PLACE = Place("facts.yaml")


@pytest.mark.parametrize("unit", ["EUR", "%", "patient", "EUR/month", "patient/day", "EUR/patient"])
def test_a_unit_or_a_rate_of_known_units_is_one(unit: str) -> None:
    assert check_unit_name(unit, _PLACE, "f", declared={"patient"}) is None


@pytest.mark.parametrize("unit", ["month", "EUR/furlong", "furlong/day", "EUR/day/month", "EUR/"])
def test_any_other_is_none(unit: str) -> None:
    finding = check_unit_name(unit, _PLACE, "f", declared={"patient"})
    assert finding is not None
    assert finding.code == "bad-value"


def test_a_rate_is_none_where_a_unit_alone_may_stand() -> None:
    assert check_unit_name("EUR/month", _PLACE, "f", declared=(), is_rate=False) is not None
    assert check_unit_name("EUR", _PLACE, "f", declared=(), is_rate=False) is None


def test_an_indicator_that_lists_its_units_must_list_the_rate() -> None:
    finding = check_unit_name("EUR/month", _PLACE, "f", declared=(), allowed=("EUR",))
    assert finding is not None
    assert "write EUR" in finding.hint
