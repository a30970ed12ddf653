"""Quarters and halves of a year, as EDTF: `third quarter of 2024`, `H1 2024`.

In: the parts of a date as its pattern found them. Out: EDTF with `X` for a year that is not said;
None where the words name no such part.
"""

from collections.abc import Mapping

from generator.evidence.lexicon.lexicon import Lexicon

NO_YEAR = "XXXX"
_CENTURY_TURN = 70

Groups = Mapping[str, str | None]


def full_year(year: str | None) -> str:
    """The year in four digits; two are of this century or the last."""
    if not year:
        return NO_YEAR
    if len(year) == len(NO_YEAR):
        return year
    return f"20{year}" if int(year) < _CENTURY_TURN else f"19{year}"


def read_quarter(groups: Groups, lexicon: Lexicon) -> str | None:
    """`third quarter of 2024`."""
    number = _ordinal(groups["ordinal"], lexicon)
    return f"{full_year(groups['year'])}-{32 + number}"


def read_half(groups: Groups, lexicon: Lexicon) -> str | None:
    """`first half of 2024`."""
    number = _ordinal(groups["ordinal"], lexicon)
    return f"{full_year(groups['year'])}-{39 + number}" if number <= 2 else None  # noqa: PLR2004


def _ordinal(text: str | None, lexicon: Lexicon) -> int:
    word = (text or "").lower()
    for number, name in enumerate(("first", "second", "third", "fourth"), start=1):
        if word in {form.lower() for form in lexicon.dates.get(name, ())}:
            return number
    return int(word[:1])


def read_part(groups: Groups, _: Lexicon) -> str:
    """`Q3 2024`, `1H24`."""
    part = groups.get("part") or "".join(reversed(groups.get("turned") or ""))
    base = 39 if part[0] == "H" else 32
    return f"{full_year(groups.get('year'))}-{base + int(part[1])}"


def read_last_quarter(groups: Groups, _: Lexicon) -> str:
    """`Schlussquartal 2024`."""
    return f"{full_year(groups['year'])}-36"


def read_first_quarter(groups: Groups, _: Lexicon) -> str:
    """`Auftaktquartal 2024`."""
    return f"{full_year(groups['year'])}-33"
