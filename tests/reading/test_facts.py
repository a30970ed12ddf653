"""What a fact must say: every slip is one finding, at the place where it was typed."""

from decimal import Decimal

import pytest

QUOTE = "  quote:\n    article: daily-2025-03-18\n    exact: stieg auf 109 Milliarden Yuan\n"
EXACT = "exact: stieg auf 109 Milliarden Yuan"
LABEL = "label: {en: The plant opens}"

# what stands there, what is typed instead, place in the file, code, message, hint (or a part of it)
SLIPS = [
    ("value: 109e9", "valu: 109e9", "5:3", "unknown-key", '"valu" is no key of a fact', "write value"),
    ("value: 109e9", "value: 109e9\n  colour: red", "6:3", "unknown-key", '"colour" is no key of a fact', "delete it; the keys are id,"),
    ("value: 109e9", "value: 109e9\n  valeu: 1", "6:3", "unknown-key", '"valeu" is no key', "value is there already"),
    ("value: 109e9", "value:", "5:9", "bad-value", "value is empty", "109e9"),
    ("value: 109e9", "value: [1]", "5:10", "bad-value", "value wants a number", "109e9"),
    ("value: 109e9", "value: {a: b}", "5:10", "bad-value", "value wants a number", "109e9"),
    ("value: 109e9", "value: yes", "5:10", "bad-value", 'value "yes" is no number', "109e9"),
    ("value: 109e9", "value: 48,8", "5:10", "bad-value", 'value "48,8" is no number', "write 48.8"),
    ("  value: 109e9\n", "", "2:3", "missing-key", "the fact has no value", "add value:"),
    ("value: 109e9", "min_value: 5", "5:3", "missing-key", "the fact has min_value but no max_value", "hedge: at-least"),
    ("value: 109e9", "max_value: 5", "5:3", "missing-key", "the fact has max_value but no min_value", "hedge: at-most"),
    ("value: 109e9", "min_value: 5\n  max_value: 3", "5:14", "bad-value", "min_value 5 is not below max_value 3", "swap"),
    ("value: 109e9", "min_value: 5\n  max_value: 5.0", "5:14", "bad-value", "is not below", "write value:"),
    ("value: 109e9", "min_value: x\n  max_value: 5", "5:14", "bad-value", 'min_value "x" is no number', "109e9"),
    ("value: 109e9", "value: 1\n  min_value: 0\n  max_value: 2", "6:3", "bad-value", "the fact has min_value as well as value", "keep value"),
    ("value: 109e9", "value: 1\n  formula: '{a} / {b}'", "6:3", "bad-value", "the fact has a formula as well as value", "delete value"),
    ("value: 109e9", "formula: '{a} / {b}'", "7:3", "bad-value", "a fact with a formula has no quotation", "delete quote:"),
    (f"value: 109e9\n  unit: CNY\n{QUOTE}", "formula: -{a}\n", "5:12", "bad-text", "begins with -", "parentheses"),
    (QUOTE, "", "2:3", "missing-key", "the fact has no quote", "add quote:"),
    (QUOTE, "  quote: stieg auf\n", "7:10", "bad-value", 'quote wants a mapping, but the text "stieg auf"', "article, exact"),
    (QUOTE, "  quote: []\n", "7:10", "bad-value", "quote is empty", "write it"),
    (QUOTE, "  quote:\n", "7:9", "bad-value", "quote is empty", "write it"),
    (EXACT, "exat: stieg auf 109 Milliarden Yuan", "9:5", "unknown-key", '"exat" is no key of a quotation', "write exact"),
    (EXACT, "prefix: a", "8:5", "missing-key", "the quotation (quote) has no exact", "add exact:"),
    (EXACT, "exact: [a]", "9:12", "bad-value", "quote.exact wants a text, but a list stands here", "behind the colon"),
    (EXACT, "exact: -a", "9:12", "bad-text", "begins with -", "begin the quotation at the next word"),
    (EXACT, f"{EXACT}\n    suffix: -a", "10:13", "bad-text", "quote.suffix", "occurrence: 1"),
    (EXACT, f"{EXACT}\n    occurrence: 0", "10:17", "bad-value", 'quote.occurrence "0" is no count', "write 1"),
    (EXACT, f"{EXACT}\n    occurrence: zwei", "10:17", "bad-value", 'quote.occurrence "zwei" is no count', "write 1"),
    (EXACT, f"{EXACT}\n    translation: x", "10:18", "bad-value", "quote.translation wants a mapping", 'write {en: x}'),
    ("unit: CNY", "unit: EUR", "6:9", "bad-value", 'unit "EUR" is not a unit of its indicator', "write one of CNY, USD"),
    ("unit: CNY", "unit: Yuan", "6:9", "bad-value", 'unit "Yuan" is no unit', "write CNY"),
    ("unit: CNY", "unit: cny", "6:9", "bad-value", 'unit "cny" is no unit', "write CNY"),
    ("unit: CNY", "unit: $", "6:9", "bad-value", 'unit "$" is no unit', "write USD"),
    ("unit: CNY", "unit: CNY/vehicle", "6:9", "bad-value", "is no unit", "CNY, USD"),
    ("unit: CNY", "unit:", "6:8", "bad-value", "unit is empty", "delete the line"),
    ("unit: CNY", "unit: CNY\n  unit: CNY", "7:3", "repeated-key", '"unit" stands twice, first in line 6', "delete line 6"),
    ("unit: CNY", "unit: CNY\n  hedge: abuot", "7:10", "bad-value", '"abuot" is no hedge', "write about"),
    ("unit: CNY", "unit: CNY\n  hedge: no", "7:10", "bad-value", '"no" is no hedge', "exact, about, over"),
    ("unit: CNY", "unit: CNY\n  hedge: [about]", "7:10", "bad-value", "hedge wants one word, but a list", "exact"),
    ("unit: CNY", "unit: CNY\n  hedge:", "7:9", "bad-value", "hedge is empty", "delete the line"),
    ("unit: CNY", "unit: CNY\n  status: targets", "7:11", "bad-value", '"targets" is no status', "write target"),
    ("unit: CNY", "unit: CNY\n  rank: best", "7:9", "bad-value", '"best" is no rank', "preferred"),
    ("unit: CNY", "unit: CNY\n  attribution: rumour", "7:16", "bad-value", '"rumour" is no attribution', "hearsay"),
    ("unit: CNY", "unit: CNY\n  inferred: {perod: x}", "7:14", "unknown-key", '"perod" is no key of inferred', "write period"),
    ("unit: CNY", "unit: CNY\n  inferred: because", "7:13", "bad-value", "inferred wants a mapping", "write {period: because}"),
    ("unit: CNY", "unit: CNY\n  inferred: {period: }", "7:21", "bad-value", "inferred.period is empty", "write it"),
    ("unit: CNY", "unit: CNY\n  note: {EN: a}", "7:10", "bad-value", 'note: "EN" is no language tag', "write en"),
    ("unit: CNY", "unit: CNY\n  note: {german: a}", "7:10", "bad-value", 'note: "german" is no language tag', "write de"),
    ("unit: CNY", "unit: CNY\n  note: {en: one, two}", "7:19", "bad-value", 'note: "two" is no language tag', "double quotes"),
    ("unit: CNY", "unit: CNY\n  note: {en: a, en: b}", "7:17", "repeated-key", '"en" stands twice', "delete one"),
    ("unit: CNY", "unit: CNY\n  note: [a]", "7:9", "bad-value", "note wants a text, but a list stands here", "behind the colon"),
    ("unit: CNY", "unit: CNY\n  note: {en: [a]}", "7:14", "bad-value", "note.en wants a text, but a list", "behind the colon"),
    ("unit: CNY", "unit: CNY\n  revision_of: revenue-2024-q4", "7:16", "bad-value", "the fact revises itself", "earlier fact"),
    ("unit: CNY", "unit: CNY\n  about: Acme Cars", "7:10", "bad-value", 'about "Acme Cars" is no id', "write acme-cars"),
    ("unit: CNY", "unit: !!str CNY", "6:9", "yaml-syntax", "a tag", "delete it"),
    ("unit: CNY", "unit: &a CNY", "6:9", "yaml-syntax", "&a is an anchor", "delete it"),
    ("unit: CNY", "unit: *a", "6:9", "yaml-syntax", "*a is an alias", "write the text out"),
    ("unit: CNY", "unit: CNY\n  <<: {note: a}", "7:3", "yaml-syntax", "merge key", "write the keys out"),
    ("- id: revenue-2024-q4", "- &r\n  id: revenue-2024-q4", "2:3", "yaml-syntax", "&r is an anchor", "delete it"),
    ("period: 2024-Q4", "perod: 2024-Q4", "4:3", "unknown-key", '"perod" is no key of a fact', "write period"),
    ("period: 2024-Q4", "period: Q4 2024", "4:11", "bad-value", 'period "Q4 2024" is no period', "write 2024-Q4"),
    ("period: 2024-Q4", "period: 12.5.2024", "4:11", "bad-value", "is no period", "write 2024-05-12"),
    ("period: 2024-Q4", "period: 2024-3", "4:11", "bad-value", "is no period", "write 2024-03"),
    ("period: 2024-Q4", "period: 2024-02-30", "4:11", "bad-value", "2024-02 has no day 30", "2024-Q4"),
    ("period: 2024-Q4", "period: 99999", "4:11", "bad-value", "is no period", "2024-Q4"),
    ("period: 2024-Q4", "period: 2025/2024", "4:11", "bad-value", "2025 is after 2024", "2024-Q4"),
    ("period: 2024-Q4", "period: [2024]", "4:11", "bad-value", "period wants a period, but a list", "2024-Q4"),
    ("indicator: revenue", "indicator: revenu", "3:14", "unknown-id", 'indicator "revenu" is not in seeds/indicators.yaml', "write revenue"),
    ("indicator: revenue", "indicator: profit", "3:14", "unknown-id", 'indicator "profit" is not in', "add it to seeds/indicators.yaml"),
    ("indicator: revenue", "indicator: Revenue", "3:14", "bad-value", 'indicator "Revenue" is no id', "write revenue"),
    ("  indicator: revenue\n", "", "2:3", "missing-key", "the fact has no indicator", "add indicator:"),
    ("indicator: revenue", "indicator: launch", "5:3", "bad-value", "an event has no value", "delete value:"),
    ("- id: revenue-2024-q4\n  indicator", "- indicator", "2:3", "missing-key", "the fact has no id", "add id:"),
    (LABEL, "label: The plant opens", "13:10", "bad-value", "label wants a mapping", "write {en: The plant opens}"),
    (LABEL, "label: {}", "13:10", "bad-value", "label is empty", "write it"),
    (LABEL, "label: {en: }", "13:14", "bad-value", "label.en is empty", "write it"),
    (f"  {LABEL}\n", "", "10:3", "missing-key", "the event has no label", "add label:"),
    (LABEL, f"{LABEL}\n  unit: CNY", "14:3", "bad-value", "an event has no unit", "delete unit:"),
    (LABEL, f"{LABEL}\n  hedge: about", "14:3", "bad-value", "an event has no hedge", "delete hedge:"),
    ("indicator: launch", "indicator: revenue", "10:3", "missing-key", "the fact has no value", "kind event"),
]  # fmt: skip


@pytest.mark.parametrize(("stands", "typed", "at", "code", "message", "hint"), SLIPS)
def test_one_slip_is_one_finding(project, stands, typed, at, code, message, hint):
    project.replace("seeds/charts.yaml", "facts: [revenue-2024-q4]", "where: {indicator: revenue}")
    [problem] = project.edit(stands, typed).load().problems
    assert (str(problem.place), problem.code) == (f"{project.facts_path}:{at}", code)
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(("stands", "typed"), [slip[:2] for slip in SLIPS])
def test_no_message_speaks_of_python(project, stands, typed):
    for problem in project.edit(stands, typed).load().problems:
        for text in (problem.message, problem.hint):
            assert text.isprintable()
            for word in ("None", "str", "dict", "Input", "pydantic", "literal", "Error", "valid"):
                assert word not in text.split()


def test_a_fact_with_nothing_at_all_says_it_once(project):
    project.edit(f"  value: 109e9\n  unit: CNY\n{QUOTE}", "")
    project.replace("seeds/charts.yaml", "facts: [revenue-2024-q4]", "where: {indicator: revenue}")
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
    assert len(project.load().problems) == 20


def test_a_malformed_fact_is_left_out_but_known(project):
    seeds = project.edit("value: 109e9", "value: 1,5").load()
    assert set(seeds.facts) == {"plant-opens"}
    assert seeds.known["fact"].ids == {"plant-opens", "revenue-2024-q4"}


def test_the_finding_names_the_fact(project):
    [problem] = project.edit("value: 109e9", "value: 1,5").load().problems
    assert problem.subject == "revenue-2024-q4"


@pytest.mark.parametrize(
    "typed",
    [
        "unit: CNY/vehicle\n  formula: '{a}'",
        "unit: USD\n  formula: ({a} + {b}) * 2",
        "formula: '{a}'",
    ],
)
def test_a_derived_fact_may_have_a_rate_for_a_unit(project, typed):
    project.replace("seeds/indicators.yaml", "units: [CNY, USD]", "units: [CNY/vehicle, USD]")
    project.edit(f"  value: 109e9\n  unit: CNY\n{QUOTE}", f"  {typed}\n")
    assert project.load().problems == ()


@pytest.mark.parametrize("unit", ["USD/vehicle/CNY", "USD/", "/USD", "USD/wheel"])
def test_a_rate_has_two_units(project, unit):
    project.replace("seeds/indicators.yaml", ", units: [CNY, USD]", "")
    project.edit(f"  value: 109e9\n  unit: CNY\n{QUOTE}", f"  unit: {unit}\n  formula: '{{a}}'\n")
    assert [message for message, _ in project.said()] == [f'unit "{unit}" is no unit']


@pytest.mark.parametrize("unit", ["CNY", "EUR", '"%"', "pp", "bp", "x", "vehicle"])
def test_an_indicator_without_units_takes_any_unit(project, unit):
    project.replace("seeds/indicators.yaml", ", units: [CNY, USD]", "")
    assert project.edit("unit: CNY", f"unit: {unit}").load().problems == ()


def test_the_unit_may_be_left_out(project):
    seeds = project.edit("  unit: CNY\n", "").load()
    assert seeds.problems == ()
    assert seeds.facts["revenue-2024-q4"].amount.unit is None


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
    value = value.facts["revenue-2024-q4"].amount.value.as_tuple()
    assert (value.digits, value.exponent) == (digits, exponent)


def test_a_negative_value_stays_negative(project):
    seeds = project.edit("value: 109e9", "value: -30").load()
    assert seeds.facts["revenue-2024-q4"].amount.value == Decimal(-30)
