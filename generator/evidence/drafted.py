"""What a suggested fact is called, measured in and dated, of the figure that it is suggested for.

In: a figure of an article. Out: its unit as seeds write it, whether they can hold its value, the
periods that a quotation states, an id that is new.
"""

import contextlib
import re
from collections.abc import Container, Iterator
from decimal import Decimal

from generator.evidence.annotate import AnnotatedArticle, Annotation, Span
from generator.evidence.aspects.unit import wholes_beside
from generator.evidence.dates.moments import last_year_to, nearest_year
from generator.evidence.dates.relations import with_year
from generator.evidence.findings import write_value
from generator.evidence.numbers.measures import WHOLES
from generator.evidence.statements import limits
from generator.evidence.statements.named_time import Time
from generator.evidence.statements.outlook import PLAIN, meant
from generator.evidence.statements.own_time import Figured
from generator.evidence.statements.times import find_times
from generator.evidence.terms.heads.ages import is_age
from generator.evidence.terms.heads.headlines import is_said_again
from generator.model import Amount, Mention, Period

MOST_DIGITS = 15
_LARGEST = Decimal(10) ** 18
_NO_YEAR = "XXXX"
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


def find_periods(figured: Figured, span: Span) -> Iterator[Period]:
    """The figure's own time where it is within the span, then others that compare nothing with it.

    Only those that name a whole period.
    """
    article, published = figured.article, figured.published
    found = find_times(article, published, *article.tokens_in(*span))
    times = [meant(one, published, PLAIN) for one in found]
    others = [one for one in times if not limits.is_compared(one, article) and not one.is_before]
    own = figured.own
    within = [own] if own and span[0] <= own.start and own.span[1] <= span[1] else []
    for time in times:
        if len(time.edtfs) == 1 and limits.is_far_beginning(time, article):
            with contextlib.suppress(ValueError):
                yield Period.parse(f"{time.edtfs[0]}/..")  # `since 1 September 2026`
    for time in (*within, *others):
        if time.edtfs and (dated := last_such(time.edtfs[0], published)):
            yield Period.parse(dated)
        elif time.edtfs and "X" not in time.edtfs[0]:
            with contextlib.suppress(ValueError):
                period = Period.parse(time.edtfs[0])
                if time.is_end and period.end is not None:
                    yield Period.parse(period.end.isoformat())  # `at the end of last year`
                yield period
    for time in times:
        if time.edtfs and time.edtfs[0].endswith("/..") and _is_beside(time, figured):
            with contextlib.suppress(ValueError):
                yield Period.parse(time.edtfs[0])  # `since September 2026 it has taken`


def _is_beside(time: Time, figured: Figured) -> bool:
    """It stands in the clause of the figure."""
    clause, tokens_in = figured.article.parts.clause, figured.article.tokens_in
    return clause[tokens_in(*time.span)[0]] == clause[tokens_in(*figured.span)[0]]


def why_no_fact(annotation: Annotation, article: AnnotatedArticle, published: Period | None) -> str:
    """What a number is that is no fact, as the words around it tell; empty where they do not."""
    if is_age(article, annotation):
        return "somebody’s age, as it stands behind a name"
    if is_said_again(article, annotation):
        return "said again in a sentence, as it stands in a heading"
    is_of_time = _is_in_time(annotation, article, published)
    return "part of the words of a time" if is_of_time else ""


def _is_in_time(
    annotation: Annotation, article: AnnotatedArticle, published: Period | None
) -> bool:
    """Whether the figure is but a part of the words of a time: `in the previous twelve months`."""
    mention = annotation.mention
    sentence = article.parts.sentence_of(article.tokens_in(*annotation.core)[0])
    times = find_times(article, published, *sentence)
    within = (one for one in times if one.start <= mention.start and mention.end <= one.end)
    return mention.kind == "duration" and any(one.edtfs and one.is_before for one in within)


def last_such(edtf: str, day: Period | None) -> str:
    """Of a date without its year, or a year up to one, the last, seen from the day; else empty."""
    if (whole := last_year_to(edtf, day)) != edtf:
        return whole
    is_one = edtf.startswith(_NO_YEAR) and "/" not in edtf
    year = nearest_year(edtf, day, is_ahead=False) if is_one else None
    return "" if year is None else with_year(edtf, year)


def unused_id(mention: Mention, amount: Amount | None, used: set[str]) -> str:
    """Kind, value and the first number that makes the id new."""
    bounds = (amount.value, amount.min_value, amount.max_value) if amount else ()
    typed = "-to-".join(write_value(one).lstrip("-") for one in bounds if one is not None)
    slug = re.sub(r"[^a-z0-9]+", "-", typed.lower())[:_LONGEST_SLUG].strip("-")
    number = 1
    while (name := f"{mention.kind}-{slug}-{number}") in used:
        number += 1
    return name
