"""Properties of intervals and of the digits that are shown, over invented figures."""

from decimal import Decimal

from hypothesis import assume, given, reject
from hypothesis import strategies as st

from generator.ledger.formulas.evaluate import Quantity, evaluate
from generator.ledger.formulas.grammar import FormulaError, formula_tree
from generator.ledger.formulas.interval import Interval

numbers = st.decimals(-1000, 1000, places=3)
formulas = st.recursive(
    st.sampled_from(["{a}", "{b}", "{c}", "1"]),
    lambda parts: st.builds("({} {} {})".format, parts, st.sampled_from("+-*/"), parts),
    max_leaves=6,
)


@st.composite
def figures(draw) -> tuple[Quantity, Decimal]:
    """A figure with its interval, and a number out of it that may be the true one."""
    low, high = sorted([draw(numbers), draw(numbers)])
    stated, true = (draw(st.decimals(low, high, places=3)) for _ in range(2))
    ends = [draw(st.sampled_from([end, None])) for end in (low, high)]
    return Quantity(stated, Interval.from_bounds(*ends)), true


@given(formulas, st.fixed_dictionaries({name: figures() for name in "abc"}))
def test_interval_contains_every_possible_result(formula, inputs) -> None:
    node = formula_tree(formula)
    try:
        result = evaluate(node, {name: figure for name, (figure, _) in inputs.items()})
    except FormulaError:
        reject()
    true = _evaluate({name: value for name, (_, value) in inputs.items()}, formula)
    assume(true is not None)
    slack = Decimal("1e-20") * max(1, abs(true))
    assert result.interval.low <= true + slack
    assert true - slack <= result.interval.high
    assert result.interval.low <= result.value + slack


@given(numbers, numbers)
def test_mirrored_twice_is_the_same(one, other) -> None:
    interval = Interval(*sorted([one, other]))
    mirrored = -interval
    assert -mirrored == interval


@given(numbers, numbers, st.integers(1, 12))
def test_rounding_outwards_never_narrows(one, other, digits) -> None:
    interval = Interval(*sorted([one, other]))
    wider = interval.rounded_outwards(digits)
    assert wider.low <= interval.low
    assert interval.high <= wider.high


def _evaluate(values: dict[str, Decimal], formula: str) -> Decimal | None:
    """The formula by Python's own parser, as a second opinion; None where it divides by zero."""
    typed = {name: f"D('{value}')" for name, value in values.items()}
    text = formula.replace("1", "{one}").format(one="D(1)", **typed)
    try:
        return eval(text, {"D": Decimal, "__builtins__": {}})  # noqa: S307 - our own text
    except ArithmeticError:
        return None
