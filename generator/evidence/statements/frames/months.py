"""A year earlier, told in a sentence about a month.

In: times of a statement, those of its sentence. Out: the same, `a year earlier` read as that month
of the year before as well: `6.2 per cent failed in June, compared with 5.4 a year earlier`.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.evidence.statements.named_time import Time

_NO_YEAR = "XXXX"


def of_month(times: Sequence[Time], beside: Sequence[Time]) -> list[Time]:
    """The times before another, with the months that the sentence names."""
    months = [
        edtf.removeprefix(_NO_YEAR)
        for one in beside
        for edtf in one.edtfs
        if edtf.startswith(_NO_YEAR) and "/" not in edtf
    ]
    return [_with_months(one, months) if one.is_before else one for one in times]


def _with_months(time: Time, months: Sequence[str]) -> Time:
    years = [one for one in time.edtfs if one.isdecimal()]
    return replace(time, edtfs=(*time.edtfs, *(year + month for year in years for month in months)))
