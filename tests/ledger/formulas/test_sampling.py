"""The interval of a derived figure holds every value that its inputs allow, through the book."""

from decimal import Decimal, localcontext

from hypothesis import assume, given
from hypothesis import strategies as st

PLAIN = st.tuples(
    st.decimals(-99, 99, places=1),
    st.sampled_from(["exact", "about", "over", "under", "nearly", "just-over"]),
)
SIGNS = st.sampled_from("+-*/")


@given(
    figures=st.lists(PLAIN, min_size=3, max_size=3),
    signs=st.tuples(SIGNS, SIGNS, SIGNS),
    shares=st.lists(st.decimals(0, 1, places=3), min_size=3, max_size=3),
)
def test_nested_formulas_hold_every_possible_value(new_desk, figures, signs, shares) -> None:
    desk = new_desk()
    for name, (value, hedge) in zip("abc", figures, strict=True):
        desk.quoted(name, str(value), hedge=hedge)
    desk.derived("inner", f"{{a}} {signs[0]} {{b}}")
    desk.derived("middle", f"1 - {{inner}} {signs[1]} {{c}}")
    desk.derived("outer", f"-({{middle}} {signs[2]} {{inner}})")
    book, _ = desk.book()
    assume("outer" in book.entries)
    with localcontext(prec=60):
        drawn = zip("abc", shares, strict=True)
        true = {name: _within(book.entries[name], share) for name, share in drawn}
        for name in ("inner", "middle", "outer"):
            value = _by_hand(name, true, signs)
            assume(value is not None)
            true[name] = value
            entry = book.entries[name]
            assert entry.low is None or entry.low <= value
            assert entry.high is None or value <= entry.high


def _within(entry, share: Decimal) -> Decimal:
    """A number of the interval, up to far out where it is unbounded."""
    low = entry.low if entry.low is not None else entry.high - 1000
    high = entry.high if entry.high is not None else entry.low + 1000
    return low + (high - low) * share


def _by_hand(name: str, true, signs) -> Decimal | None:
    """The value of one formula; None where it divides by zero."""

    def joined(left: Decimal, sign: str, right: Decimal) -> Decimal:
        if sign == "/":
            return left / right
        return {"+": left + right, "-": left - right, "*": left * right}[sign]

    try:
        if name == "inner":
            return joined(true["a"], signs[0], true["b"])
        if name == "outer":
            return -joined(true["middle"], signs[2], true["inner"])
        if signs[1] in "*/":
            return 1 - joined(true["inner"], signs[1], true["c"])
        return joined(1 - true["inner"], signs[1], true["c"])
    except ArithmeticError:
        return None
