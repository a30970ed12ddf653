"""Derived figures against values that were computed by hand."""

from decimal import Decimal

import pytest

HAND_COMPUTED = [
    # typed inputs (value unit [hedge]), formula, declared unit, shown value, unrounded value
    pytest.param(
        {"a": "109e9 CNY", "g": "48.8 %"},
        "{a} / (1 + {g})",
        "CNY",
        "7.33E+10",
        "73252688172.0",
        id="the-year-before",
    ),
    pytest.param(
        {"a": "109e9 CNY", "b": "103.94e9 CNY"},
        "{a} / {b} - 1",
        "%",
        "4.38..5.36",
        "4.86819318838",
        id="beat-of-the-consensus",
    ),
    pytest.param(
        {"a": "350_000 vehicle", "b": "300_000 vehicle"},
        "{a} / {b} - 1",
        "%",
        "16.7",
        "16.6666666667",
        id="raised-target",
    ),
    pytest.param(
        {"a": "109e9 CNY", "b": "15.09e9 USD"},
        "{a} / {b}",
        "CNY/USD",
        "7.22",
        "7.22332670643",
        id="implied-rate",
    ),
    pytest.param(
        {"a": "100e6 HKD", "b": "12.9e6 USD"},
        "{a} / {b}",
        "HKD/USD",
        "7.8",
        "7.75193798450",
        id="implied-peg",
    ),
    pytest.param(
        {"a": "100e6 HKD", "b": "2.6e6 share"},
        "{a} / {b}",
        "HKD",
        "38",
        "38.4615384615",
        id="price-of-a-share",
    ),
    pytest.param(
        {"a": "6.58 USD", "b": "9.00 USD"},
        "{a} / {b} - 1",
        "%",
        "-26.9",
        "-26.8888888889",
        id="fall-of-the-price",
    ),
    pytest.param(
        {"a": "2.55 EUR", "b": "2.35 EUR"},
        "{a} / {b} - 1",
        "%",
        "8.06..8.96",
        "8.51063829787",
        id="rise-of-the-price",
    ),
    pytest.param(
        {"a": "30_000 vehicle about"},
        "{a} * {months}",
        "vehicle",
        "3.6E+5",
        "360000",
        id="a-year-at-this-pace",
    ),
    pytest.param(
        {"a": "30_000 vehicle"},
        "{a} * {months}",
        "vehicle",
        "360000",
        "360000",
        id="whole-counts-are-shown-in-full",
    ),
    pytest.param(
        {"a": "10e9 USD", "b": "10 year"},
        "{a} / {b}",
        "USD/year",
        "1.0E+9",
        "1E+9",
        id="spread-over-years",
    ),
    pytest.param(
        {"a": "10e9 USD", "b": "10 year"},
        "{a} / {b}",
        "USD",
        "1.0E+9",
        "1E+9",
        id="a-price-per-thing-may-be-the-money-alone",
    ),
    pytest.param(
        {"a": "450_000 vehicle", "b": "350_000 vehicle"},
        "{a} / {b}",
        "x",
        "1.29",
        "1.28571428571",
        id="capacity-over-plan",
    ),
    pytest.param(
        {"a": "9.996 CNY", "b": "1.000 CNY"}, "{a} / {b}", "x", "10.00", "9.996", id="carries-over"
    ),
    pytest.param({"a": "7 CNY", "b": "7 CNY"}, "{a} - {b}", "CNY", "-1..1", "0", id="nothing-left"),
    pytest.param({"a": "5.4 %"}, "-{a}", "pp", "-5.4", "-5.4", id="minus-before-an-id"),
    pytest.param(
        {"a": "48.8 %"}, "{a} - 1 + 1", "bp", "4.88E+3", "4880", id="ratio-in-basis-points"
    ),
]


@pytest.mark.parametrize(("inputs", "formula", "unit", "shown", "exact"), HAND_COMPUTED)
def test_result_and_its_digits(desk, inputs, formula, unit, shown, exact) -> None:
    desk.constant("months", "12")
    for name, typed in inputs.items():
        value, of, *hedge = typed.split()
        desk.quoted(name, value, of, hedge=hedge[0] if hedge else "exact")
    desk.derived("result", formula, unit)
    book, findings = desk.book()
    assert findings == ()
    entry = book.entries["result"]
    printed = entry.amount
    ends = f"{printed.min_value}..{printed.max_value}"
    assert str(ends if printed.value is None else printed.value) == shown
    assert entry.exact == Decimal(exact)
    assert entry.amount.unit == unit


def test_interval_of_an_implied_rate(desk) -> None:
    desk.quoted("a", "109e9", "CNY")
    desk.quoted("b", "15.09e9", "USD")
    desk.derived("rate", "{a} / {b}", "CNY/USD")
    entry = desk.book()[0].entries["rate"]
    assert round(entry.low, 4) == Decimal("7.1878")
    assert round(entry.high, 4) == Decimal("7.2589")


def test_interval_is_in_the_unit_of_the_result(desk) -> None:
    desk.quoted("a", "6.58", "USD")
    desk.quoted("b", "9.00", "USD")
    desk.derived("fall", "{a} / {b} - 1", "%")
    entry = desk.book()[0].entries["fall"]
    assert Decimal("-27.0") < entry.low < Decimal("-26.9") < entry.exact < entry.high
    assert entry.high < Decimal("-26.7")


def test_a_sum_with_a_one_sided_input_is_unbounded_on_that_side(desk) -> None:
    desk.quoted("a", "100", "USD", hedge="over")
    desk.quoted("b", "10.0", "USD")
    desk.derived("sum", "{a} + {b}", "USD")
    entry = desk.book()[0].entries["sum"]
    assert (entry.low, entry.high) == (Decimal("109.95"), None)


@pytest.mark.parametrize(
    ("first", "second", "formula", "hedge"),
    [
        ("exact", "exact", "{a} / {b}", "exact"),
        ("about", "exact", "{a} / {b}", "about"),
        ("over", "exact", "{a} / {b}", "over"),
        ("exact", "over", "{a} / {b}", "under"),
        ("exact", "over", "-{a} / {b}", "under"),
        ("at-least", "exact", "{a} / {b}", "at-least"),
        ("at-least", "over", "{a} + {b}", "over"),
        ("at-most", "nearly", "{a} + {b}", "under"),
        ("just-over", "exact", "{a} * {b}", "over"),
        ("over", "under", "{a} + {b}", "over"),
        ("over", "under", "{a} - {b}", "over"),
        ("over", "about", "{a} + {b}", "over"),
        ("under", "at-least", "{a} / {b}", "under"),
        ("exact", "under", "{a} - {b} * 1 - {a}", "under"),
    ],
)
def test_hedges_of_inputs_make_the_hedge_of_the_result(desk, first, second, formula, hedge) -> None:
    desk.quoted("a", "100", "vehicle", hedge=first)
    desk.quoted("b", "10", "vehicle", hedge=second)
    desk.derived("result", formula, "x" if "/" in formula else "vehicle")
    if "*" in formula and "-" not in formula:
        desk.constant("b", "10")
        del desk.facts["b"]
    book, findings = desk.book()
    assert findings == ()
    assert book.entries["result"].amount.hedge == hedge


def test_a_derived_figure_is_as_exact_as_what_it_is_made_of(desk) -> None:
    desk.quoted("a", "100", "vehicle", hedge="about")
    desk.derived("b", "{a}", "vehicle")
    assert desk.book()[0].entries["b"].amount.hedge == "about"


def test_over_speaks_of_the_size_of_a_fall(desk) -> None:
    desk.quoted("fall", "-30", "%", hedge="over", indicator="growth")
    desk.derived("left", "1 + {fall}", "%")
    desk.derived("same", "{fall}", "%")
    entries = desk.book()[0].entries
    assert (entries["fall"].low, entries["fall"].high) == (None, -30)
    assert entries["left"].amount.hedge == "under"
    assert entries["same"].amount.hedge == "over"


def test_derived_from_derived(desk) -> None:
    desk.quoted("a", "109e9", "CNY")
    desk.quoted("g", "48.8", "%")
    desk.derived("before", "{a} / (1 + {g})", "CNY")
    desk.derived("again", "{a} / {before} - 1", "%")
    entry = desk.book()[0].entries["again"]
    assert str(entry.amount.value) == "49"
    assert entry.exact.quantize(Decimal("0.001")) == Decimal("48.800")
    assert entry.low < Decimal("48.8") < entry.high


def test_times_of_a_derived_figure(desk) -> None:
    desk.quoted("a", "1", "USD", articles="second", period="2023")
    desk.quoted("b", "2", "USD", articles="first second")
    desk.quoted("c", "3", "USD")
    desk.derived("plain", "{b} + {a}", "USD")
    desk.derived("dated", "{a} + {c}", "USD", period="2024-Q4")
    entries = desk.book()[0].entries
    assert entries["b"].period.edtf == "2024-10"
    assert entries["b"].known_from.edtf == "2025-03-18"
    assert entries["c"].known_from.edtf == "2024-10"
    assert entries["plain"].period.edtf == "2024-10"
    assert entries["plain"].inputs == ("b", "a")
    assert entries["dated"].period.edtf == "2024-36"
    assert entries["dated"].known_from.edtf == "2025-03-18"
