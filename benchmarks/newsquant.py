"""Measure reading against NewsQuant and two of its sister sets, which we did not write.

In: the path of a checkout of the GitHub repository satya77/CQE_Evaluation. Out: precision, recall
and F1 of the values, a line a set. The counting is that of its `calculate_metrics`, written again
here from its definition: nothing of the checkout runs, and none of it is kept. There a range is one
quantity with two ends, and so is a change from one value to another; a third is 0.333, not 33.3 per
cent; dates, names and ordinals are none.

    python benchmarks/newsquant.py ~/CQE_Evaluation
    python benchmarks/newsquant.py ~/CQE_Evaluation --misses NewsQuant
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a checkout that is not installed is measured all the same

from generator.evidence.annotate import annotate
from generator.evidence.numbers.figures import LexedText
from generator.evidence.numbers.quantities import find_figures
from generator.evidence.numbers.ranges import Linked, link_figures

SETS = {"NewsQuant": 92.0, "currency-model": 90.0, "dimension-model": 86.0}
"""The sets, each with the F1 that is asked of us."""
FOLDER = Path("data") / "formatted_test_set"
NAMES = {
    "%": "percentage", "USD": "dollar", "EUR": "euro", "GBP": "pound sterling",
    "CNY": "chinese yuan", "JPY": "japanese yen", "AUD": "australian dollar",
    "CAD": "canadian dollar", "CHF": "swiss franc", "HKD": "hong kong dollar",
    "MYR": "malaysian ringgit", "ILS": "shekel", "km": "kilometre", "m": "metre",
    "cm": "centimetre", "mm": "millimetre", "kg": "kilogram", "g": "gram", "lb": "pound-mass",
    "mph": "mile per hour", "km-h": "kilometre per hour", "hp": "horsepower", "kW": "kilowatt",
    "GW": "gigawatt", "kWh": "kilowatt hour", "GB": "gigabyte", "l": "litre",
    "bp": "basis point", "x": "count", "m2": "square metre", None: "-",
}  # fmt: skip
"""What the sets call our units; a unit only decides which of two equal values is taken."""
Value = float | tuple[float, float]


class Quantity(NamedTuple):
    """A value, or the two ends of a range, and the name of its unit in small letters."""

    value: Value
    unit: str


class Counts(NamedTuple):
    """How many were right, how many there are, how many were said."""

    right: int
    wanted: int
    said: int

    @property
    def scores(self) -> tuple[float, float, float]:
        """Precision, recall and F1 in per cent."""
        precision, recall = self.right / max(1, self.said), self.right / max(1, self.wanted)
        both = precision + recall
        return precision * 100, recall * 100, 200 * precision * recall / both if both else 0.0


def read_wanted(row: Mapping[str, str]) -> Quantity:
    """A quantity of the set; a hyphen that is no sign parts the ends of a range."""
    text = row["value"]
    if "E" not in text and not text.startswith("-") and "-" in text:
        low, high = text.split("-")[:2]
        return Quantity((float(low), float(high)), row["normalized_unit"].lower())
    return Quantity(float(text), row["normalized_unit"].lower())


def read_said(text: str) -> list[Quantity]:
    """What we read in a text; the two ends of a range, and of a change, are one quantity."""
    lexed = annotate(text, "en", ()).lexed
    figures = [
        one
        for one in link_figures(lexed, find_figures(lexed))
        if one.figure.value is not None and not one.figure.is_ordinal
    ]
    return list(_join_ends(lexed, figures))


def _join_ends(lexed: LexedText, figures: Sequence[Linked]) -> Iterator[Quantity]:
    is_taken = False
    for one, following in pairwise([*figures, None]):
        if one is None or is_taken:
            is_taken = False
            continue
        ends = [_value(one)]
        if following is not None and _are_ends(lexed, one, following):
            is_taken = True
            ends.append(_value(following))
            ends = ends[::-1] if following.is_start else ends
        unit = one.figure.unit.code if one.figure.unit else None
        name = NAMES.get(unit) or (unit or "").lower().removesuffix("s")
        yield Quantity((ends[0], ends[1]) if is_taken else ends[0], name)


def _value(one: Linked) -> float:
    """The value; a share in words, which we read in per cent, is a fraction there."""
    return float(one.figure.value or 0) / (100 if one.figure.is_share else 1)


def _are_ends(lexed: LexedText, one: Linked, following: Linked) -> bool:
    """A range; `from 2 to 3`, whose start is the first; `to 3 from 2`, whose start follows."""
    between = range(one.figure.last, following.figure.first)
    back = lexed.lexicon.ranges.from_.at(lexed.tokens, between.start)
    is_back = following.is_start and back is not None and back[1] == between.stop
    change = lexed.lexicon.ranges.change.at(lexed.tokens, between.start)
    is_change = one.is_start and change is not None and change[1] == between.stop
    return one.bound == "low" or is_back or is_change


def are_equal(wanted: Value, said: Value) -> bool:
    """Both ranges or both values, and no further apart than rounding."""
    if isinstance(wanted, tuple) and isinstance(said, tuple):
        return all(are_equal(*ends) for ends in zip(wanted, said, strict=True))
    if isinstance(wanted, tuple) or isinstance(said, tuple):
        return False
    return abs(wanted - said) <= 1e-8 + 1e-5 * abs(said)


def count(wanted: Sequence[Quantity], said: Sequence[Quantity]) -> Counts:
    """The counts of one sentence: a value that was said goes once its unit has matched too."""
    left = sorted(said, key=lambda one: one.unit)
    right = 0
    for quantity in sorted(wanted, key=lambda one: one.unit):
        for one in list(left):
            if not are_equal(quantity.value, one.value):
                continue
            right += right < len(wanted)
            if one.unit == quantity.unit:
                left.remove(one)
                break
    return Counts(right, len(wanted), len(said))


def score(rows: Sequence[Mapping[str, Any]]) -> tuple[Counts, list[str]]:
    """The counts of a whole set, and a line for each sentence that is not all right."""
    total, misses = Counts(0, 0, 0), []
    for row in rows:
        wanted = [read_wanted(one) for one in row["quantities"]]
        said = read_said(row["text"])
        found = count(wanted, said)
        total = Counts(*map(sum, zip(total, found, strict=True)))
        if not found.right == found.wanted == found.said:
            misses.append(f"{row['text']}\n    wanted {_show(wanted)}\n    said   {_show(said)}")
    return total, misses


def _show(quantities: Sequence[Quantity]) -> str:
    shown = []
    for value, unit in quantities:
        ends = value if isinstance(value, tuple) else (value,)
        shown.append("-".join(f"{end:.12g}" for end in ends) + f" {unit}")
    return " | ".join(shown)


def main() -> None:
    """Print a line a set, or the sentences of one that are not all right."""
    parser = argparse.ArgumentParser(description="Measure reading against NewsQuant.")
    parser.add_argument("checkout", type=Path, help="of github.com/satya77/CQE_Evaluation")
    parser.add_argument("--misses", choices=SETS, help="only show what is wrong in this set")
    options = parser.parse_args()
    print(f"{'set':<18}{'quantities':>10}{'P':>8}{'R':>8}{'F1':>8}{'bar':>8}")
    for name, bar in SETS.items():
        path = options.checkout / FOLDER / f"{name}.json"
        total, misses = score(json.loads(path.read_text(encoding="utf-8")))
        precision, recall, both = total.scores
        if options.misses == name:
            print("\n".join(misses))
        print(f"{name:<18}{total.wanted:>10}{precision:>8.1f}{recall:>8.1f}{both:>8.1f}{bar:>8.1f}")


if __name__ == "__main__":
    main()
