"""What the keys of one fact must say together; each rule looks at keys, not at their values.

In: the tree of a fact, and its indicator's kind and units as far as they are known.
Out: findings. It says nothing about a value that its shape has refused already.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Finding, Place
from generator.reading.errors import RefusedError
from generator.reading.values.amounts import parse_number
from generator.reading.values.units import check_unit_name
from generator.reading.yaml.nodes import Branch, leaf_text
from generator.text import shown

_RANGE = ("min_value", "max_value")
_UNSAID = ("hedge", "unit", "period")
_AMOUNT = ("value", *_RANGE, "formula")


@dataclass(frozen=True, slots=True)
class Measure:
    """What is known of a fact's indicator; empty when the indicator itself is not known."""

    kind: str = ""
    units: Collection[str] = ()
    declared: Collection[str] | None = None
    """All declared units; None when they could not be read."""
    fitting: Sequence[str] = ()
    """The indicators that are measured in the unit of the fact."""


def check_fact(fact: Branch, subject: str, measure: Measure) -> Iterator[Finding]:
    """One way to say how much, one way to prove it, and a unit that fits."""
    yield from _check_inferred(fact, subject)
    if "note_rank" in fact.keys and "note" not in fact.keys:
        message = "note_rank ranks a note, and the fact has none"
        hint = "add note:, or delete note_rank:"
        yield _finding(fact.keys["note_rank"], subject, message, hint)
    if _is_withdrawn(fact) and "reason" not in fact.keys:
        hint = "add reason: why the figure no longer holds"
        message = "the withdrawn fact has no reason"
        yield Finding("missing-key", fact.fields["status"].place, subject, message, hint)
    if measure.kind == "event":
        yield from _check_event(fact, subject)
        yield from _check_quote(fact, subject)
        return
    amounts = list(_check_amount(fact, subject, measure.kind))
    yield from amounts
    if not amounts:
        yield from _check_quote(fact, subject)
    yield from _check_unit(fact, subject, measure)


def _is_withdrawn(fact: Branch) -> bool:
    """Such a fact may leave out what it once said; what it still says is well-formed."""
    return leaf_text(fact, "status") == "withdrawn"


def _check_amount(fact: Branch, subject: str, kind: str) -> Iterator[Finding]:
    typed = [key for key in _AMOUNT if key in fact.keys]
    if not typed and _is_withdrawn(fact):
        return
    if not typed:
        yield from _check_nothing(fact, subject, kind)
    elif "formula" in typed and len(typed) > 1:
        message = f"the fact has a formula as well as {typed[0]}"
        hint = f"delete {' and '.join(key for key in typed if key != 'formula')}, or the formula"
        yield _finding(fact.keys["formula"], subject, message, hint)
    elif "value" in typed and len(typed) > 1:
        message = f"the fact has {typed[1]} as well as value"
        hint = "keep value, or the range of min_value and max_value"
        yield _finding(fact.keys[typed[1]], subject, message, hint)
    elif typed[0] in _RANGE:
        yield from _check_range(fact, subject, typed)


def _check_nothing(fact: Branch, subject: str, kind: str) -> Iterator[Finding]:
    if not kind:
        return
    if "quote" in fact.keys:
        message = "the fact has no value"
        hint = "add value: with the number, or name an indicator of kind event"
    else:
        message = "the fact has neither a value with its quote nor a formula"
        hint = "add value: and quote:, or formula:"
    yield Finding("missing-key", fact.place, subject, message, hint)


def _check_range(fact: Branch, subject: str, typed: list[str]) -> Iterator[Finding]:
    if len(typed) == 1:
        other = _RANGE[1 - _RANGE.index(typed[0])]
        hedge = "at-least" if typed[0] == "min_value" else "at-most"
        message = f"the fact has {typed[0]} but no {other}"
        value = leaf_text(fact, typed[0]) or ""
        words = "at least" if hedge == "at-least" else "up to"
        hint = f"where the text names this end alone (“{words}”), write value: {shown(value)} and "
        hint += f"hedge: {hedge} in its place; where it names both, add {other}:"
        yield Finding("missing-key", fact.keys[typed[0]], subject, message, hint)
        return
    yield from check_order(fact, subject, "write value: in place of both")


def check_order(node: Branch, subject: str, if_equal: str) -> Iterator[Finding]:
    """The least value of a range is below the greatest."""
    ends = [leaf_text(node, key) for key in _RANGE]
    try:
        low, high = (parse_number(end) for end in ends)
    except RefusedError:
        return
    if low >= high:
        message = f"min_value {shown(ends[0] or '')} is not below max_value {shown(ends[1] or '')}"
        hint = "swap the two" if low > high else if_equal
        yield _finding(node.fields["min_value"].place, subject, message, hint)


def _check_quote(fact: Branch, subject: str) -> Iterator[Finding]:
    if "formula" in fact.keys:
        if "quote" in fact.keys:
            message = "a fact with a formula has no quotation of its own"
            hint = "delete quote:, or delete formula: and give the value that it states"
            yield _finding(fact.keys["quote"], subject, message, hint)
        elif "hedge" in fact.keys:
            message = "a derived fact has no hedge of its own, it is computed"
            yield _finding(fact.keys["hedge"], subject, message, "delete hedge:")
    elif "quote" not in fact.keys and not _is_withdrawn(fact):
        hint = "add quote: with article: and exact:, the sentence that says it"
        yield Finding("missing-key", fact.place, subject, "the fact has no quote", hint)


def _check_inferred(fact: Branch, subject: str) -> Iterator[Finding]:
    """What the fact does not say needs no explanation; other fields always say something."""
    inferred = fact.fields.get("inferred")
    for key in _UNSAID:
        if isinstance(inferred, Branch) and key in inferred.keys and key not in fact.keys:
            message = f"inferred explains {key}, but the fact has no {key}"
            what = f"{key}: from inferred" if len(inferred.keys) > 1 else "inferred:"
            is_event = not {*_AMOUNT, "unit"} & fact.keys.keys()
            hint = f"add {key}: to the fact"
            hint += "" if key == "period" and is_event else f", or delete {what}"
            yield _finding(inferred.keys[key], subject, message, hint)


def _check_event(fact: Branch, subject: str) -> Iterator[Finding]:
    for key in (*_AMOUNT, "unit", "hedge"):
        if key in fact.keys:
            message = f"an event has no {key}"
            hint = f"delete {key}:, or name an indicator that is measured"
            place = fact.keys[key]
            if key in _AMOUNT:
                message = f"its indicator is for events, and {message}"
                hint = f"name an indicator that is measured, or delete {key}:"
                place = fact.keys.get("indicator", place)
            yield _finding(place, subject, message, hint)
            return
    if "label" not in fact.keys and not _is_withdrawn(fact):
        hint = "add label: {en: …}, what happened"
        yield Finding("missing-key", fact.place, subject, "the event has no label", hint)


def _check_unit(fact: Branch, subject: str, measure: Measure) -> Iterator[Finding]:
    unit = leaf_text(fact, "unit")
    needs_unit = "formula" in fact.keys and not _is_withdrawn(fact)
    if "unit" not in fact.keys and needs_unit and measure.units:
        # A quoted fact may lack what its text does not name; a computed one says what it computes.
        hint = f"add unit: {' or '.join(measure.units)}"
        yield Finding("missing-key", fact.place, subject, "the computed fact has no unit", hint)
    if unit is None or measure.declared is None:
        return
    finding = check_unit_name(
        unit,
        fact.fields["unit"].place,
        subject,
        declared=measure.declared,
        allowed=measure.units,
        fitting=measure.fitting,
    )
    if finding:
        yield finding


def check_revision(name: str, fact: Branch) -> Iterator[Finding]:
    """No fact revises itself, or is its own twin."""
    for key, which, message in (
        ("revision_of", "earlier", "the fact revises itself"),
        ("same_as", "other", "the fact is named as its own twin"),
    ):
        if name and leaf_text(fact, key) == name:
            hint = f"name the {which} fact, or delete the line"
            yield _finding(fact.fields[key].place, shown(name), message, hint)


def _finding(place: Place, subject: str, message: str, hint: str) -> Finding:
    return Finding("bad-value", place, subject, message, hint)
