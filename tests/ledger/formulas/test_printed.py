"""What a derived figure prints is true of its whole interval: 10,000 random formulas."""

import functools
import random
from decimal import Decimal, localcontext

import pytest

from generator.ledger.formulas.evaluate import ARITHMETIC, Quantity, amount_in, evaluate
from generator.ledger.formulas.grammar import FormulaError, formula_tree
from generator.ledger.formulas.interval import Interval
from generator.ledger.formulas.rounding import interval_of, lean_of, shown_amount
from generator.model import HEDGES, Amount

CASES = 10_000


def _figure(chance: random.Random) -> Quantity:
    digits = Decimal(chance.randrange(1, 10 ** chance.randint(1, 5)))
    value = digits.scaleb(chance.randint(-3, 9)) * chance.choice([1, 1, 1, -1])
    hedge = chance.choice(["exact", "exact", "about", *HEDGES])
    interval = interval_of(Amount(value=value, hedge=hedge), is_change=True)
    return Quantity(value, interval, lean=lean_of(value, hedge))


def _formula(chance: random.Random) -> str:
    formula = chance.choice(["{a}", "{b}", "{a} / {b} - 1", "{a} * {b}"])
    for name in chance.sample(["{a}", "{b}", "{c}", "1"], chance.randint(0, 3)):
        formula = f"({formula}) {chance.choice('+-*/')} {name}"
    return formula


@functools.cache
def _results(seed: int, count: int) -> list[tuple[Amount | None, Decimal, Interval]]:
    """Random formulas that result in something, with what is printed of them."""
    results = []
    chance = random.Random(seed)  # noqa: S311 - it invents cases
    while len(results) < count:
        figures = {name: _figure(chance) for name in "abc"}
        unit = chance.choice([None, "%", "x"])
        with localcontext(ARITHMETIC):
            try:
                result = evaluate(formula_tree(_formula(chance)), figures)
            except (FormulaError, ArithmeticError):
                continue
            results.append(amount_in(unit, result))
    return results


def test_the_printed_claim_holds_for_both_ends() -> None:
    kinds = set()
    for amount, exact, interval in _results(20261201, CASES):
        if amount is None:
            assert interval.bounds == (None, None)
            continue
        claim = interval_of(amount, is_change=True)
        assert claim.low <= interval.low, (amount, exact, interval)
        assert interval.high <= claim.high, (amount, exact, interval)
        kinds.add("range" if amount.value is None else amount.hedge)
    assert kinds >= {"exact", "about", "over", "under", "range"}


def test_a_printed_figure_lies_within_its_interval() -> None:
    for amount, _exact, interval in _results(20261201, CASES):
        if amount is None or amount.value is None:
            continue
        if amount.hedge == "about":
            assert interval.low <= amount.value <= interval.high
        if amount.hedge == "exact":
            printed = interval_of(amount)
            assert printed.low <= interval.low <= interval.high <= printed.high


def test_an_interval_wider_than_the_last_digit_says_about() -> None:
    for amount, _exact, interval in _results(20261201, CASES):
        if amount is None or amount.value is None or amount.hedge != "exact":
            continue
        last = Decimal((0, (1,), amount.value.as_tuple().exponent))
        assert interval.high - interval.low <= last


@pytest.mark.parametrize(
    ("value", "low", "high", "printed"),
    [
        pytest.param("12446", "12378", "12514", "about 1.24E+4", id="not-about-10000"),
        pytest.param("49896", "49871", "49922", "exact 4.99E+4", id="not-50000"),
        pytest.param("33.2", "32.81", None, "over 32.8", id="not-more-than-33"),
        pytest.param("-33.2", None, "-32.81", "over -32.8", id="a-fall-by-more-than-32.8"),
        pytest.param("33.333", "33.31", "33.36", "about 33.33", id="as-many-digits-as-needed"),
        pytest.param("16.6666666667", "16.6666666666", "16.6666666667", "exact 16.7", id="known"),
        pytest.param("1E+9", "950000000", "1050000000", "exact 1.0E+9", id="as-wide-as-its-digit"),
        pytest.param("226544", "226544", "226544", "exact 226544", id="counted"),
        pytest.param("25", "25", "25", "exact 25", id="exactly-known"),
        pytest.param("0", "-1", "1", "-1 to 1", id="nothing-left"),
        pytest.param("8.51", "2.93", "14.7", "2 to 15", id="too-wide-for-about"),
        pytest.param("5", None, None, "nothing", id="unbounded"),
    ],
)
def test_what_is_printed(value, low, high, printed) -> None:
    bounds = (None if end is None else Decimal(end) for end in (low, high))
    lean = "exact" if low and high else "over" if low else "under"
    amount = shown_amount(Decimal(value), Interval.from_bounds(*bounds), lean, None)
    if amount is None:
        said = "nothing"
    elif amount.value is None:
        said = f"{amount.min_value} to {amount.max_value}"
    else:
        said = f"{amount.hedge} {amount.value}"
    assert said == printed
