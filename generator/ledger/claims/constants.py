"""Numbers that are true by definition: the only ones that a formula takes without a sentence.

In: nothing, or a constant as declared. Out: its value by name, or a finding. An editor's assumption
is no constant: what a formula rests on stands in an article.
"""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from generator.model import Briefing, Constant, Finding
from generator.text import find_nearest, listed, plain_decimal, shown

CONSTANTS: Mapping[str, Decimal] = MappingProxyType(
    {
        name: Decimal(value)
        for name, value in {
            "seconds-per-minute": "60",
            "minutes-per-hour": "60",
            "hours-per-day": "24",
            "days-per-week": "7",
            "days-per-year": "365",
            "weeks-per-year": "52",
            "months-per-quarter": "3",
            "months-per-half": "6",
            "months-per-year": "12",
            "quarters-per-year": "4",
            "halves-per-year": "2",
            "years-per-decade": "10",
            "metres-per-kilometre": "1000",
            "kilometres-per-mile": "1.609344",
            "metres-per-foot": "0.3048",
            "square-metres-per-hectare": "10000",
            "hectares-per-square-kilometre": "100",
            "kilograms-per-tonne": "1000",
            "kilograms-per-pound": "0.45359237",
            "litres-per-cubic-metre": "1000",
            "litres-per-barrel": "158.987294928",
            "megajoules-per-kilowatt-hour": "3.6",
        }.items()
    }
)
"""By name. A new one is a row here: a definition that no article could contradict."""
_PLURALS = {"halves": "half"}


def whole_times(value: Decimal) -> Collection[str]:
    """The units of which so many make up a longer one: of twelve, months."""
    return _WHOLE_TIMES.get(value, ())


def _unit_of(name: str) -> str:
    counted = name.partition("-per-")[0]
    return _PLURALS.get(counted, counted.removesuffix("s"))


_WHOLE_TIMES: Mapping[Decimal, Collection[str]] = MappingProxyType(
    {
        value: frozenset(_unit_of(name) for name, other in CONSTANTS.items() if other == value)
        for value in CONSTANTS.values()
    }
)


def check_constants(briefing: Briefing) -> Iterator[Finding]:
    """Each declared constant is one that the program knows, with its value."""
    for index, constant in enumerate(briefing.constants.values()):
        known = CONSTANTS.get(constant.id)
        if known is None:
            place = briefing.marks.at("constants", index, "id")
            message = f'"{shown(constant.id)}" is no constant that is true by definition'
            yield Finding("formula-constant", place, constant.id, message, _hint(constant))
        elif known != constant.value:
            place = briefing.marks.at("constants", index, "value")
            said = plain_decimal(constant.value)
            message = f"{constant.id} is {plain_decimal(known)}, not {shown(said)}"
            hint = f"write {plain_decimal(known)}"
            yield Finding("formula-constant", place, constant.id, message, hint)


def _hint(constant: Constant) -> str:
    same = [name for name, value in CONSTANTS.items() if value == constant.value]
    near = find_nearest(constant.id, same) or (same[0] if len(same) == 1 else None)
    near = near or find_nearest(constant.id, CONSTANTS)
    if near and CONSTANTS[near] == constant.value:
        return f"write id: {near}, in the formulas too"
    offered = f"write {listed(same)}" if same else "quote the number as a fact of an article"
    return f"{offered}; only definitions need no sentence"
