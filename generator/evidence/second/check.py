"""Whether a second reader, with code of its own, reads the same value in the same words.

In: a rule context. Out: a finding where the two disagree, or where the second is not certain. A
reason under `inferred: value` settles what the words leave open, such as a sign that nobody knows.
It never settles a disagreement: then the passage itself contradicts one of the two.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal, getcontext

from generator.evidence.annotate import Annotation
from generator.evidence.aspects.context import RuleContext
from generator.evidence.findings import finding_on, plain, show, write_value
from generator.evidence.lexicon.number_records import Scales
from generator.evidence.second.reader import Reading, read_again
from generator.evidence.text.folding import Folded
from generator.model import Finding

_CODE_LETTERS = 3
_MILLION = 1_000_000
_SETTLE = 'say under inferred: {value: "…"} why it is so'
_REQUOTE = "quote a passage that says it in other words"


def check_reading(context: RuleContext) -> Iterator[Finding]:
    """Both readers agree on the figure, and on the other end of its range."""
    annotations = [context.annotation]
    if context.amount.value is None and context.annotation.bound == "low":
        annotations += _other_end(context)
    for annotation in annotations:
        if finding := _compare(context, annotation):
            yield finding
            return


def _other_end(context: RuleContext) -> list[Annotation]:
    """The annotation behind the lower end of a range."""
    article, start = context.article, context.annotation.core[0]
    at = bisect_right(article.core_starts, start)
    return [one for one in article.annotations[at : at + 1] if one.bound == "high"]


def _compare(context: RuleContext, annotation: Annotation) -> Finding | None:
    """Why the second reading does not bear out the first one, if it does not."""
    value, figure = annotation.mention.value, annotation.figure
    if value is None:
        return None
    if figure is not None and figure.is_share:  # a percentage in other words
        value = value.scaleb(-2)
    reading = read_again(*_in_layout(context.article.folded, annotation.core), context.lexicon)
    if _agree(value, annotation.mention.unit, reading, context.lexicon.scales):
        return None
    is_open = reading.value is None or _equals(value, reading.value)
    is_open = is_open and not (reading.is_negative and value > 0)
    if is_open and "value" in context.fact.inferred:
        return None
    return _finding(annotation, value, reading, is_open=is_open)


def _in_layout(folded: Folded, core: tuple[int, int]) -> tuple[str, tuple[int, int]]:
    """The layout, and where in it the core stands."""
    return folded.layout, (
        bisect_left(folded.starts, core[0]),
        bisect_left(folded.ends, core[1]) + 1,
    )


def _agree(value: Decimal, unit: str | None, reading: Reading, scales: Scales) -> bool:
    """The same size; a minus that stands there is no plus."""
    if reading.value is None or (reading.is_negative and value > 0):
        return False
    letters = reading.glued
    is_open = letters in scales.open_letters
    if _is_money(unit) or not (is_open or letters in scales.money_letters):
        return _equals(value, reading.value)
    is_counted = is_open and unit not in {None, letters}
    is_measured = reading.unscaled is not None and _equals(value, reading.unscaled)
    return is_measured or (is_counted and _equals(value, reading.value))


def _equals(value: Decimal, size: Decimal) -> bool:
    """The same size; of a fraction without an end, as many digits as the value has."""
    own = value.copy_abs()
    if own == size or len(size.as_tuple().digits) < getcontext().prec:
        return own == size
    exponent = own.as_tuple().exponent
    return isinstance(exponent, int) and exponent < -1 and own == round(size, -exponent)


def _is_money(unit: str | None) -> bool:
    """Whether the unit is the code of a currency."""
    return unit is not None and len(unit) == _CODE_LETTERS and unit.isupper()


def _finding(annotation: Annotation, value: Decimal, reading: Reading, *, is_open: bool) -> Finding:
    """What both readers have."""
    first, words = write_value(value), show(" ".join(reading.words.split()))
    second = _write(reading)
    if is_open and reading.value is not None:
        second = f"no certain value, since {show(reading.glued)} may be a measure"
    message = (
        f"{plain(annotation.mention.text)} was read as {first}; read again, {words} is {second}"
    )
    hint = f"the first reader has {first}, the second {second}: correct the value, or "
    hint += _SETTLE if is_open else _REQUOTE
    return finding_on("reading-unsure", "value", message, hint)


def _write(reading: Reading) -> str:
    """The value as seeds write it."""
    if reading.value is None:
        return "no certain value"
    value = -reading.value if reading.is_negative else reading.value
    is_long = abs(value) >= _MILLION or value % 1
    return write_value(value.normalize() if is_long else Decimal(int(value)))
