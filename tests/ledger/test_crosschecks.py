"""Cross-checks: every outcome, in which unit both sides are shown, and what is wrong with them."""

from decimal import Decimal

import pytest


def put(desk, **typed: str) -> None:
    for name, text in typed.items():
        value, unit, hedge = (*text.split(), "exact")[:3]
        desk.quoted(name, value, None if unit == "-" else unit, hedge=hedge)


AGREES = {
    "rate-in-a-band": ({"a": "109e9 CNY", "b": "15.09e9 USD"}, "{a}/{b}", "7.1..7.4 CNY/USD"),
    "touching-the-band": ({"a": "10 USD about"}, "{a}", "10.8..12 USD"),
    "change-against-levels": (
        {"a": "109e9 CNY", "b": "73.3e9 CNY", "c": "48.8 %"},
        "{a} / {b} - 1",
        "{c}",
    ),
    "amount-over-a-count-against-a-price": (
        {"a": "100e6 HKD", "b": "2.6e6 share", "c": "38 HKD"},
        "{a} / {b}",
        "{c}",
    ),
    "price-against-an-amount-over-a-count": (
        {"a": "100e6 HKD", "b": "2.6e6 share", "c": "38 HKD"},
        "{c}",
        "{a} / {b}",
    ),
}
DISAGREES = {
    "rate-outside": ({"a": "109e9 CNY", "b": "15.09e9 USD"}, "{a}/{b}", "6.1..6.4 CNY/USD"),
    "change-against-levels": (
        {"a": "109e9 CNY", "b": "73.3e9 CNY", "c": "51.0 %"},
        "{a} / {b} - 1",
        "{c}",
    ),
    "unbounded-but-elsewhere": ({"a": "30 % over", "b": "20 %"}, "{a}", "{b}"),
    "unbounded-fall": ({"a": "-30 % over", "b": "-20 %"}, "{a}", "{b}"),
}
UNCLEAR = {
    "unbounded-above": ({"a": "30 % over", "b": "40 %"}, "{a}", "{b}"),
    "unbounded-below": ({"a": "-30 % over", "b": "-40 %"}, "{b}", "{a}"),
    "unbounded-in-a-band": ({"a": "30 USD over"}, "{a}", "20..40 USD"),
    "divided-by-what-may-be-zero": ({"a": "5 USD", "b": "3 - under"}, "{a} / {b}", "1..2 USD"),
}
CASES = [
    pytest.param(*case, outcome, id=f"{outcome}-{name}")
    for outcome, cases in (("agrees", AGREES), ("disagrees", DISAGREES), ("unclear", UNCLEAR))
    for name, case in cases.items()
]


@pytest.mark.parametrize(("typed", "formula", "other", "outcome"), CASES)
def test_intervals_decide(desk, typed, formula, other, outcome) -> None:
    put(desk, **typed)
    desk.check(formula, **({"band": other} if ".." in other else {"against": other}))
    (result,), findings = desk.results()
    assert (result.outcome, findings) == (outcome, ())


def test_both_sides_are_shown_with_their_interval(desk) -> None:
    put(desk, a="109e9 CNY", b="15.09e9 USD")
    desk.check("{a} / {b}", band="7.1..7.4 CNY/USD")
    ((result,), _) = desk.results()
    left, right = result.left, result.right
    # 109 / 15.09 = 7.22332670643…; 108.5 / 15.095 = 7.187810533…; 109.5 / 15.085 = 7.258866423…
    assert (left.amount.value, left.amount.unit) == (Decimal("7.22"), "CNY/USD")
    assert (left.amount.hedge, left.inputs) == ("about", ("a", "b"))
    assert left.exact == Decimal("7.22332670643")
    assert (left.low, left.high) == (Decimal("7.18781053328"), Decimal("7.25886642360"))
    assert (right.amount.min_value, right.amount.max_value) == (Decimal("7.1"), Decimal("7.4"))
    assert (right.low, right.high) == (Decimal("7.1"), Decimal("7.4"))


@pytest.mark.parametrize(
    ("typed", "formula", "against", "unit"),
    [
        ({"a": "3 USD", "b": "2 USD", "c": "50 %"}, "{a} / {b} - 1", "{c}", "%"),
        ({"a": "3 USD", "b": "2 USD"}, "{a} / {b}", "{b} / {a}", "x"),
        ({"a": "3 -", "b": "2 -"}, "{a}", "{b}", None),
        ({"a": "6 HKD", "b": "2 share", "c": "3 HKD"}, "{a} / {b}", "{c}", "HKD"),
        ({"a": "6 CNY", "b": "2 USD"}, "{a} / {b}", "({a} + {a}) / {b}", "CNY/USD"),
    ],
)
def test_both_sides_are_in_one_unit(desk, typed, formula, against, unit) -> None:
    put(desk, **typed)
    desk.check(formula, against)
    ((result,), findings) = desk.results()
    assert findings == ()
    assert {result.left.amount.unit, result.right.amount.unit} == {unit}


def test_a_figure_that_is_not_in_the_book_leaves_it_unclear(desk) -> None:
    put(desk, a="1 USD", b="5 USD")
    desk.unprove("b")
    desk.check("{a}", "{b}")
    desk.check("{b}", band="1..2 USD")
    (first, second), findings = desk.results()
    assert (first.outcome, first.right, second.outcome, second.left) == (
        "unclear",
        None,
        "unclear",
        None,
    )
    assert first.left is not None
    assert findings == ()


@pytest.mark.parametrize(
    ("formula", "other", "code", "place", "says"),
    [
        ("{a} +", "{b}", "formula-syntax", "6:18", ""),
        ("{a}", "{b} * 3", "formula-constant", "7:19", ""),
        ("{a}", "{lost}", "unknown-id", "7:13", "lost"),
        ("{a} / ({a} - {a})", "{b}", "formula-undefined", "6:17", "divides by zero"),
        ("{a} + {b}", "{a}", "formula-unit", "6:17", "USD and CNY"),
        ("{a}", "{b}", "formula-unit", "7:12", "USD, the one against it in CNY"),
        ("{a} * {a}", "{a} * {a}", "formula-unit", "6:12", "USD*USD"),
        ("{a}", "1..2 CNY", "formula-unit", "8:40", "the band is in"),
        ("{a}", "{gone}", "derived-from-unproven", "7:12", "withdrawn: check-0 -> gone"),
        ("{a}", "{event}", "formula-syntax", "7:13", "is an event"),
        ("1", "{a}", "formula-syntax", "6:13", "names no fact"),
    ],
)
def test_a_wrong_check_is_one_finding(desk, formula, other, code, place, says) -> None:
    put(desk, a="1 USD", b="2 CNY")
    desk.event("event", indicator="happened")
    desk.quoted("gone", "3", "USD", status="withdrawn")
    desk.check(formula, **({"band": other} if ".." in other else {"against": other}))
    results, (finding,) = desk.results()
    assert results == ()
    assert (finding.code, finding.subject) == (code, "check-0")
    assert str(finding.place) == f"seeds/facts/x.yaml:{place}"
    assert says in finding.message


def test_a_result_beyond_all_digits_is_a_finding(desk) -> None:
    put(desk, a="9e999999 -")
    desk.check(" * ".join(["{a}"] * 5), band="1..2")
    _, (finding,) = desk.results()
    assert finding.code == "formula-undefined"


def test_where_nothing_is_declared_nothing_is_checked(desk) -> None:
    assert desk.results() == ((), ())


@pytest.mark.parametrize(
    ("measure", "about", "outcome"),
    [
        ("level", "acme", "disagrees"),
        ("growth", "acme", "compared"),
        ("level", "rival", "compared"),
    ],
)
def test_figures_of_unlike_things_are_compared_without_a_verdict(
    desk, measure, about, outcome
) -> None:
    desk.quoted("a", "5.4", "%", indicator="level")
    desk.quoted("b", "8.5", "%", indicator=measure, about=about, articles="second")
    desk.check("{a}", against="{b}")
    assert [one.outcome for one in desk.results()[0]] == [outcome]


def test_a_computed_side_is_judged_whatever_its_inputs_measure(desk) -> None:
    desk.quoted("a", "10", "USD", indicator="flow")
    desk.quoted("b", "5", "USD", indicator="level")
    desk.check("{a} - {b}", against="{a}")
    assert [one.outcome for one in desk.results()[0]] == ["disagrees"]
