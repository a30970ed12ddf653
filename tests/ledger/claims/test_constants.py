"""A formula takes no number from an editor but a definition that the program knows."""

import pytest

BRIEFING, FACTS = "seeds/briefing.yaml", "seeds/facts/all.yaml"
YEAR = "- {id: quarters-per-year, value: 4, reason: A year has this many quarters.}"


@pytest.mark.parametrize(
    ("constant", "says", "at"),
    [
        (
            "{id: fudge, value: 38000, reason: By definition.}",
            '"fudge" is no constant that is true by definition',
            "fudge",
        ),
        (
            "{id: months-per-year, value: 13, reason: A long year.}",
            "months-per-year is 12, not 13",
            "13",
        ),
        (
            "{id: quarters, value: 4, reason: A year has this many quarters.}",
            '"quarters" is no constant that is true by definition',
            "quarters",
        ),
    ],
)
def test_what_is_no_definition_is_a_finding(changed, constant, says, at):
    [one] = changed(BRIEFING, YEAR, f"{YEAR}\n- {constant}")
    assert (one.code, one.message) == ("formula-constant", says)
    assert one.at.startswith(at)


@pytest.mark.parametrize(
    ("name", "value"), [("months-per-year", "12"), ("kilometres-per-mile", "1.609344")]
)
def test_a_definition_needs_no_sentence(changed, name, value):
    constant = f"- {{id: {name}, value: {value}, reason: By definition.}}"
    assert changed(BRIEFING, YEAR, f"{YEAR}\n{constant}") == []
