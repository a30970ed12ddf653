"""Each derived figure of the briefing about Xiaomi is what it is by hand: interval, unit, digits.

The comments show the least and the greatest result of the printed inputs. A figure printed as 109e9
may be anything from 108.5e9 to 109.5e9; a counted whole number typed in full is exact; "about" is
three per cent more.
"""

from decimal import Decimal

import pytest

from generator.pipeline import Assembly

pytestmark = pytest.mark.only_for("xiaomi")

FIGURES = {
    # fact: unit, shown, hedge, exact, low, high (twelve digits, bounds outwards)
    # 109 / 1.488; least 108.5 / 1.4885, greatest 109.5 / 1.4875
    "revenue-2023-q4": ("CNY", "7.33E+10", "about", "73252688172.0", "72892173328.8", "73613445378.2"),
    # 109 / 103.94 - 1; least 108.5 / 103.945 - 1, greatest 109.5 / 103.935 - 1
    "revenue-beat-2024-q4": ("%", "4.38..5.36", "exact", "4.86819318838", "4.38212516234", "5.35430798095"),
    # 109 / 15.09; about 15.09 reaches from 14.6323 to 15.5477: least 108.5 / 15.5477
    "implied-rate-cny-usd": ("CNY/USD", "6.97..7.49", "exact", "7.22332670643", "6.97852415469", "7.48344416121"),
    # 350 / 300 - 1 = 1/6: both are exact counts, so what is printed is all that is open
    "delivery-target-raise-2025": ("%", "16.7", "exact", "16.6666666667", "16.65", "16.75"),
    # 30 000 * 12; about 30 000 reaches from 29 099.5 to 30 900.5
    "sales-pace-2025-07": ("vehicle", "3.6E+5", "about", "360000", "349194", "370806"),
    # 360 / 350 = 36/35; least 349.194 / 350, greatest 370.806 / 350
    "sales-pace-over-target-2025": ("x", "1.03", "about", "1.02857142857", "0.997697142857", "1.05944571429"),
    # 450 / 350 = 9/7, both exact
    "capacity-over-target": ("x", "1.29", "exact", "1.28571428571", "1.285", "1.295"),
    # 100 / 2.6; about 100e6 is 96.5e6 to 103.5e6: least 96.5 / 2.65, greatest 103.5 / 2.55
    "founder-price-per-share": ("HKD", "36.4..40.6", "exact", "38.4615384615", "36.4150943396", "40.5882352942"),
    # 100 / 12.9; about 12.9 is 12.463 to 13.337: least 96.5 / 13.337, greatest 103.5 / 12.463
    "implied-rate-hkd-usd": ("HKD/USD", "7.2..8.4", "exact", "7.75193798450", "7.23551023468", "8.30458156143"),
    # 10e9 / 10; least 9.5e9 / 10, greatest 10.5e9 / 10: ten years are counted
    "investment-per-year": ("USD/year", "1.0E+9", "exact", "1E+9", "9.5E+8", "1.05E+9"),
    # 2.55 / 2.35 - 1; about 2.35 is 2.2745 to 2.4255: least 2.545 / 2.4255 - 1
    "frankfurt-day-move-2021-10": ("%", "4.9..12.4", "exact", "8.51063829787", "4.92681921253", "12.3323807431"),
    # 2.50 / 3.885 - 1; about 2.50 is 2.42 to 2.58: least 2.42 / 3.8855 - 1
    "frankfurt-below-high-2021-10": ("%", "-37.8..-33.5", "exact", "-35.6499356499", "-37.7171535195", "-33.5821856094"),
    # 6.58 / 9.00 - 1; least 6.575 / 9.005 - 1, greatest 6.585 / 8.995 - 1
    "share-fall-2025-summer": ("%", "-26.9", "about", "-26.8888888889", "-26.9850083288", "-26.7926625903"),
}  # fmt: skip


@pytest.mark.parametrize("fact", FIGURES)
def test_derived_figure_is_what_it_is_by_hand(fact: str, assembly: Assembly) -> None:
    entry = assembly.book.entries[fact]
    unit, shown, hedge, *interval = FIGURES[fact]
    assert entry.amount is not None
    ends = f"{entry.amount.min_value}..{entry.amount.max_value}"
    printed = ends if entry.amount.value is None else str(entry.amount.value)
    assert (entry.amount.unit, printed, entry.amount.hedge) == (unit, shown, hedge)
    assert [entry.exact, entry.low, entry.high] == [*map(Decimal, interval)]


def test_every_derived_figure_is_derived_by_hand(assembly: Assembly) -> None:
    entries = assembly.book.entries.items()
    assert {*FIGURES} == {name for name, entry in entries if entry.fact.basis == "derived"}
