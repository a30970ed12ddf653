"""Each derived figure of the briefing about Xiaomi, derived by hand: interval, unit, digits.

The inputs are those of seeds/facts/, typed again; the comments show the least and the greatest
result of the printed inputs. A figure printed as 109e9 may be anything from 108.5e9 to 109.5e9; a
counted whole number typed in full is exact.
"""

from decimal import Decimal

import pytest

FIGURES = [
    # inputs, formula, unit, shown, hedge, exact, low, high (twelve digits, bounds outwards)
    pytest.param(
        # 109 / 1.488; least 108.5 / 1.4885, greatest 109.5 / 1.4875
        "a=109e9 CNY, b=48.8 %", "{a} / (1 + {b})", "CNY",
        "7.33E+10", "exact", "73252688172.0", "72892173328.8", "73613445378.2",
        id="revenue-2023-q4",
    ),
    pytest.param(
        # 109 / 103.94 - 1; least 108.5 / 103.945 - 1, greatest 109.5 / 103.935 - 1
        "a=109e9 CNY, b=103.94e9 CNY", "{a} / {b} - 1", "%",
        "4.9", "exact", "4.86819318838", "4.38212516234", "5.35430798095",
        id="revenue-beat-2024-q4",
    ),
    pytest.param(
        # 109 / 15.09; least 108.5 / 15.095, greatest 109.5 / 15.085
        "a=109e9 CNY, b=15.09e9 USD about", "{a} / {b}", "CNY/USD",
        "7.22", "about", "7.22332670643", "7.18781053328", "7.25886642360",
        id="implied-rate-cny-usd",
    ),
    pytest.param(
        # 350 / 300 - 1 = 1/6: both are exact counts, so only the twelfth digit is open
        "a=350_000 vehicle, b=300_000 vehicle", "{a} / {b} - 1", "%",
        "16.7", "exact", "16.6666666667", "16.6666666666", "16.6666666667",
        id="delivery-target-raise-2025",
    ),
    pytest.param(
        # 30 000 * 12; about 30 000 reaches from 25 000 to 35 000
        "a=30_000 vehicle about", "{a} * {months}", "vehicle",
        "3.6E+5", "about", "360000", "300000", "420000",
        id="sales-pace-2025-07",
    ),
    pytest.param(
        # 360 / 350 = 36/35; least 300 / 350 = 6/7, greatest 420 / 350 = 6/5
        "a=30_000 vehicle about, b=350_000 vehicle", "{a} * {months} / {b}", "x",
        "1.0", "about", "1.02857142857", "0.857142857142", "1.20000000001",
        id="sales-pace-over-target-2025",
    ),
    pytest.param(
        # 450 / 350 = 9/7, both exact
        "a=450_000 vehicle, b=350_000 vehicle", "{a} / {b}", "x",
        "1.29", "exact", "1.28571428571", "1.28571428571", "1.28571428572",
        id="capacity-over-target",
    ),
    pytest.param(
        # 100 / 2.6; about 100e6 is 99.5e6 to 100.5e6: least 99.5 / 2.65, greatest 100.5 / 2.55
        "a=100e6 HKD about, b=2.6e6 share", "{a} / {b}", "HKD",
        "38", "about", "38.4615384615", "37.5471698113", "39.4117647059",
        id="founder-price-per-share",
    ),
    pytest.param(
        # 100 / 12.9; least 99.5 / 12.95, greatest 100.5 / 12.85
        "a=100e6 HKD about, b=12.9e6 USD about", "{a} / {b}", "HKD/USD",
        "7.75", "about", "7.75193798450", "7.68339768339", "7.82101167316",
        id="implied-rate-hkd-usd",
    ),
    pytest.param(
        # 10e9 / 10; least 9.5e9 / 10, greatest 10.5e9 / 10: ten years are counted
        "a=10e9 USD, b=10 year", "{a} / {b}", "USD/year",
        "1.0E+9", "exact", "1E+9", "9.5E+8", "1.05E+9",
        id="investment-per-year",
    ),
    pytest.param(
        # 2.55 / 2.35 - 1; least 2.545 / 2.355 - 1, greatest 2.555 / 2.345 - 1
        "a=2.55 EUR, b=2.35 EUR about", "{a} / {b} - 1", "%",
        "8.5", "about", "8.51063829787", "8.06794055201", "8.95522388060",
        id="frankfurt-day-move-2021-10",
    ),
    pytest.param(
        # 2.50 / 3.885 - 1; least 2.495 / 3.8855 - 1, greatest 2.505 / 3.8845 - 1
        "a=2.50 EUR about, b=3.885 EUR", "{a} / {b} - 1", "%",
        "-35.6", "about", "-35.6499356499", "-35.7869000129", "-35.5129360278",
        id="frankfurt-below-high-2021-10",
    ),
    pytest.param(
        # 6.58 / 9.00 - 1; least 6.575 / 9.005 - 1, greatest 6.585 / 8.995 - 1
        "a=6.58 USD, b=9.00 USD", "{a} / {b} - 1", "%",
        "-26.9", "exact", "-26.8888888889", "-26.9850083288", "-26.7926625903",
        id="share-fall-2025-summer",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("inputs", "formula", "unit", "shown", "hedge", "exact", "low", "high"), FIGURES
)
def test_derived_figure_is_what_it_is_by_hand(
    desk, inputs, formula, unit, shown, hedge, exact, low, high
) -> None:
    desk.constant("months", "12")
    for one in inputs.split(", "):
        name, _, typed = one.partition("=")
        value, in_unit, typed_hedge = (*typed.split(), "exact")[:3]
        desk.quoted(name, value, in_unit, hedge=typed_hedge)
    desk.derived("result", formula, unit)
    book, findings = desk.book()
    assert findings == ()
    entry = book.entries["result"]
    assert (str(entry.amount.value), entry.amount.unit, entry.amount.hedge) == (shown, unit, hedge)
    assert (entry.exact, entry.low, entry.high) == tuple(map(Decimal, (exact, low, high)))
