"""Each derived figure of the briefing about Xiaomi is what it is by hand: interval, unit, digits.

The comments show the least and the greatest result of the printed inputs. A figure printed as 109e9
may be anything from 108.5e9 to 109.5e9; a counted whole number typed in full is exact.
"""

from decimal import Decimal

import pytest

from generator.pipeline import Assembly

pytestmark = pytest.mark.only_for("xiaomi")

FIGURES = {
    # fact: unit, shown, hedge, exact, low, high (twelve digits, bounds outwards)
    # 109 / 1.488; least 108.5 / 1.4885, greatest 109.5 / 1.4875
    "revenue-2023-q4": ("CNY", "7.33E+10", "exact", "73252688172.0", "72892173328.8", "73613445378.2"),
    # 109 / 103.94 - 1; least 108.5 / 103.945 - 1, greatest 109.5 / 103.935 - 1
    "revenue-beat-2024-q4": ("%", "4.9", "exact", "4.86819318838", "4.38212516234", "5.35430798095"),
    # 109 / 15.09; least 108.5 / 15.095, greatest 109.5 / 15.085
    "implied-rate-cny-usd": ("CNY/USD", "7.22", "about", "7.22332670643", "7.18781053328", "7.25886642360"),
    # 350 / 300 - 1 = 1/6: both are exact counts, so only the twelfth digit is open
    "delivery-target-raise-2025": ("%", "16.7", "exact", "16.6666666667", "16.6666666666", "16.6666666667"),
    # 30 000 * 12; about 30 000 reaches from 25 000 to 35 000
    "sales-pace-2025-07": ("vehicle", "3.6E+5", "about", "360000", "300000", "420000"),
    # 360 / 350 = 36/35; least 300 / 350 = 6/7, greatest 420 / 350 = 6/5
    "sales-pace-over-target-2025": ("x", "1.0", "about", "1.02857142857", "0.857142857142", "1.20000000001"),
    # 450 / 350 = 9/7, both exact
    "capacity-over-target": ("x", "1.29", "exact", "1.28571428571", "1.28571428571", "1.28571428572"),
    # 100 / 2.6; about 100e6 is 99.5e6 to 100.5e6: least 99.5 / 2.65, greatest 100.5 / 2.55
    "founder-price-per-share": ("HKD", "38", "about", "38.4615384615", "37.5471698113", "39.4117647059"),
    # 100 / 12.9; least 99.5 / 12.95, greatest 100.5 / 12.85
    "implied-rate-hkd-usd": ("HKD/USD", "7.75", "about", "7.75193798450", "7.68339768339", "7.82101167316"),
    # 10e9 / 10; least 9.5e9 / 10, greatest 10.5e9 / 10: ten years are counted
    "investment-per-year": ("USD/year", "1.0E+9", "exact", "1E+9", "9.5E+8", "1.05E+9"),
    # 2.55 / 2.35 - 1; least 2.545 / 2.355 - 1, greatest 2.555 / 2.345 - 1
    "frankfurt-day-move-2021-10": ("%", "8.5", "about", "8.51063829787", "8.06794055201", "8.95522388060"),
    # 2.50 / 3.885 - 1; least 2.495 / 3.8855 - 1, greatest 2.505 / 3.8845 - 1
    "frankfurt-below-high-2021-10": ("%", "-35.6", "about", "-35.6499356499", "-35.7869000129", "-35.5129360278"),
    # 6.58 / 9.00 - 1; least 6.575 / 9.005 - 1, greatest 6.585 / 8.995 - 1
    "share-fall-2025-summer": ("%", "-26.9", "exact", "-26.8888888889", "-26.9850083288", "-26.7926625903"),
}  # fmt: skip


@pytest.mark.parametrize("fact", FIGURES)
def test_derived_figure_is_what_it_is_by_hand(fact: str, assembly: Assembly) -> None:
    entry = assembly.book.entries[fact]
    unit, shown, hedge, *interval = FIGURES[fact]
    assert entry.amount is not None
    assert (entry.amount.unit, str(entry.amount.value), entry.amount.hedge) == (unit, shown, hedge)
    assert [entry.exact, entry.low, entry.high] == [*map(Decimal, interval)]


def test_every_derived_figure_is_derived_by_hand(assembly: Assembly) -> None:
    entries = assembly.book.entries.items()
    assert {*FIGURES} == {name for name, entry in entries if entry.fact.basis == "derived"}
