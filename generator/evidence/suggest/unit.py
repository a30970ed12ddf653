"""The unit of a suggested fact: one that seeds may hold, and what its value is in it.

In: a reading, its article, the declared units. Out: unit and factor. Cents become the currency that
their sentence names; where it names none or several, the fact has no unit.
"""

from collections.abc import Container
from decimal import Decimal

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.numbers.hundredths import WHOLES

_ONE, _HUNDREDTH = Decimal(1), Decimal("0.01")


def find_unit(
    annotation: Annotation, article: AnnotatedArticle, declared: Container[str]
) -> tuple[str | None, Decimal]:
    """The unit as seeds write it, none for a noun that no unit declares; and the value's factor."""
    unit = annotation.figure.unit if annotation.figure else None
    if unit is None or unit.code in declared or unit.kind == "ratio":
        return (unit.code if unit else None), _ONE
    if unit.kind != "money":
        return None, _ONE
    if unit.code.isupper():
        return unit.code, _ONE
    money = _whole_of(annotation, unit.code, article)
    return money, _HUNDREDTH if money else _ONE


def _whole_of(annotation: Annotation, coin: str, article: AnnotatedArticle) -> str | None:
    """The one currency of which the coin is a part in its sentence."""
    wholes = WHOLES.get(coin, ())
    if len(wholes) == 1:
        return wholes[0]
    first, last = article.parts.sentence_of(article.tokens_in(*annotation.core)[0])
    tokens, folded = article.lexed.tokens, article.folded
    around = article.within(*folded.span(tokens[first].start, tokens[last - 1].end))
    named = {one.mention.unit for one in around} & set(wholes)
    return named.pop() if len(named) == 1 else None
