"""What a suggested fact is called and measured in, of the figure that it is suggested for.

In: a figure of an article. Out: its unit as seeds write it, whether they can hold its value, an id
that is new.
"""

import re
from collections.abc import Container
from decimal import Decimal

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.aspects.unit import wholes_beside
from generator.evidence.findings import write_value
from generator.evidence.numbers.measures import WHOLES
from generator.model import Amount, Mention

MOST_DIGITS = 15
_LARGEST = Decimal(10) ** 18
_ONE, _HUNDREDTH, _LONGEST_SLUG = Decimal(1), Decimal("0.01"), 40


def find_unit(
    annotation: Annotation, article: AnnotatedArticle, declared: Container[str]
) -> tuple[str | None, Decimal]:
    """The unit as seeds write it, none for a noun that no unit declares; and the value's factor.

    Cents become the currency that their sentence names; where it names none or several, there is
    no unit.
    """
    figure = annotation.figure
    unit = (figure.unit or figure.implied) if figure else None
    if unit is None or unit.code in declared or unit.kind == "ratio":
        return (unit.code if unit else None), _ONE
    if unit.kind != "money":
        return None, _ONE
    if unit.code.isupper():
        return unit.code, _ONE
    wholes = WHOLES.get(unit.code, ())
    money = wholes if len(wholes) == 1 else tuple(wholes_beside(annotation, article))
    return (money[0], _HUNDREDTH) if len(money) == 1 else (None, _ONE)


def is_writable(value: Decimal) -> bool:
    """Seeds can hold it."""
    digits = "".join(map(str, value.as_tuple().digits)).strip("0")
    return len(digits) <= MOST_DIGITS and abs(value) <= _LARGEST


def unused_id(mention: Mention, amount: Amount | None, used: set[str]) -> str:
    """Kind, value and the first number that makes the id new."""
    bounds = (amount.value, amount.min_value, amount.max_value) if amount else ()
    typed = "-to-".join(write_value(one).lstrip("-") for one in bounds if one is not None)
    slug = re.sub(r"[^a-z0-9]+", "-", typed.lower())[:_LONGEST_SLUG].strip("-")
    number = 1
    while (name := f"{mention.kind}-{slug}-{number}") in used:
        number += 1
    return name
