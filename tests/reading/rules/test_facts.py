"""What a fact must say: every slip is one finding, at the place where it was typed."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

QUOTE = "  quote:\n    article: daily-2025-03-18\n    exact: stieg auf 109 Milliarden Yuan\n"
SLIPS = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/slips_in_facts.yaml").read_text(encoding="utf-8")
)
each_slip = pytest.mark.parametrize(
    "slip", SLIPS, ids=lambda slip: f"{slip['typed']!a} {slip['message']}"
)


@each_slip
def test_one_slip_is_one_finding(project, slip):
    project.replace("seeds/charts.yaml", "facts: [takings-2024-q4]", "where: {indicator: revenue}")
    [finding] = project.edit(slip["stands"], slip["typed"]).load().findings
    assert str(finding.place) == f"{project.facts_path}:{slip['at']}"
    assert finding.code == slip["code"]
    assert slip["message"] in finding.message
    assert slip["hint"] in finding.hint


@each_slip
def test_no_message_speaks_of_python(project, slip):
    for finding in project.edit(slip["stands"], slip["typed"]).load().findings:
        for text in (finding.message, finding.hint):
            assert text.isprintable()
            for word in ("None", "str", "dict", "Input", "pydantic", "literal", "Error", "valid"):
                assert word not in text.split()


def test_a_fact_with_nothing_at_all_says_it_once(project):
    project.edit(f"  value: 109e9\n  unit: CNY\n{QUOTE}", "")
    project.replace("seeds/charts.yaml", "facts: [takings-2024-q4]", "where: {indicator: revenue}")
    assert [message for message, _ in project.said()] == [
        "the fact has neither a value with its quote nor a formula"
    ]


def test_several_slips_in_one_fact_are_all_found(project):
    project.edit("value: 109e9", "value: 1,5").edit("unit: CNY", "unit: Yuan")
    project.edit("period: 2024-Q4", "perod: 2024").edit("indicator: revenue", "indicator: revenu")
    assert project.findings() == [
        "seeds/facts/revenue.yaml:3:14 unknown-id",
        "seeds/facts/revenue.yaml:4:3 unknown-key",
        "seeds/facts/revenue.yaml:5:10 bad-value",
        "seeds/facts/revenue.yaml:6:9 bad-value",
    ]


def test_a_fact_full_of_slips_shows_the_first_twenty(project):
    slips = "".join(f"  k{number}: x\n" for number in range(200))
    project.edit("  unit: CNY\n", f"  unit: CNY\n{slips}")
    assert len(project.load().findings) == 20


def test_a_malformed_fact_is_left_out_but_known(project):
    seeds = project.edit("value: 109e9", "value: 1,5").load()
    assert set(seeds.facts) == {"plant-opens"}
    assert seeds.known["fact"].ids == {"plant-opens", "takings-2024-q4"}


def test_the_finding_names_the_fact(project):
    [finding] = project.edit("value: 109e9", "value: 1,5").load().findings
    assert finding.subject == "takings-2024-q4"


@pytest.mark.parametrize(
    "typed",
    [
        "unit: CNY/vehicle\n  formula: '{a}'",
        "unit: USD\n  formula: ({a} + {b}) * 2",
    ],
)
def test_a_derived_fact_may_have_a_rate_for_a_unit(project, typed):
    project.replace("seeds/indicators.yaml", "units: [CNY, USD]", "units: [CNY/vehicle, USD]")
    project.edit(f"  value: 109e9\n  unit: CNY\n{QUOTE}", f"  {typed}\n")
    assert project.load().findings == ()


@pytest.mark.parametrize("unit", ["USD/vehicle/CNY", "USD/", "/USD", "USD/wheel"])
def test_a_rate_has_two_units(project, unit):
    project.replace("seeds/indicators.yaml", ", units: [CNY, USD]", "")
    project.edit(f"  value: 109e9\n  unit: CNY\n{QUOTE}", f"  unit: {unit}\n  formula: '{{a}}'\n")
    assert [message for message, _ in project.said()] == [f'unit "{unit}" is no unit']


@pytest.mark.parametrize("unit", ["CNY", "EUR", '"%"', "pp", "bp", "x", "vehicle"])
def test_an_indicator_without_units_takes_any_unit(project, unit):
    project.replace("seeds/indicators.yaml", ", units: [CNY, USD]", "")
    assert project.edit("unit: CNY", f"unit: {unit}").load().findings == ()


def test_the_unit_may_be_left_out(project):
    seeds = project.edit("  unit: CNY\n", "").load()
    assert seeds.findings == ()
    assert seeds.facts["takings-2024-q4"].amount.unit is None


@pytest.mark.parametrize(
    ("typed", "digits", "exponent"),
    [
        ("109e9", (1, 0, 9), 9),
        ("9.00", (9, 0, 0), -2),
        ("350_000", (3, 5, 0, 0, 0, 0), 0),
        ("-30", (3, 0), 0),
        ("1.5e6", (1, 5), 5),
        ("0", (0,), 0),
        ("1e18", (1,), 18),
    ],
)
def test_a_value_keeps_its_digits_and_exponent(project, typed, digits, exponent):
    value = project.edit("value: 109e9", f"value: {typed}").load()
    value = value.facts["takings-2024-q4"].amount.value.as_tuple()
    assert (value.digits, value.exponent) == (digits, exponent)


def test_a_negative_value_stays_negative(project):
    seeds = project.edit("value: 109e9", "value: -30").load()
    assert seeds.facts["takings-2024-q4"].amount.value == Decimal(-30)
