"""What differs between two records: by field, old and new in words.

In: the two states of a fact, or of any record. Out: changes, none where they mean the same. No
field is left out: what has no row of its own is compared as it was typed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from typing import Any

from generator.compared.sides import Side, View, displayed
from generator.model import ASPECTS, Amount, Evidence, Period
from generator.text import plain_decimal


@dataclass(frozen=True, slots=True)
class Change:
    """One field; None where it was or is absent."""

    aspect: str
    old: str | None
    new: str | None


_NOT_TYPED = {"id", "marks", "amount", "hedge_typed", "status_typed", "text"}
_OWN_ROW = {"quotes", "inferred", "period", *_NOT_TYPED}


def fact_changes(old: View, new: View, base: Side, head: Side) -> tuple[Change, ...]:
    """Everything that the two states of a fact say differently."""
    found = [*_amount_changes(old, new, base, head)]
    rows: list[tuple[str, Callable[[View, Side], str | None]]] = [
        ("period", _period),
        ("quotation", lambda view, _: _joined(one.exact for one in view.fact.quotes)),
        ("article", lambda view, _: _joined(one.article for one in view.fact.quotes)),
        ("translation", lambda view, _: _joined(plain(q.translation) for q in view.fact.quotes)),
        ("place of the quotation", _where),
    ]
    found += [
        Change(aspect, before, after)
        for aspect, read in rows
        if (before := read(old, base)) != (after := read(new, head))
    ]
    found += record_changes(old.fact, new.fact, _OWN_ROW)
    reasons = sorted({*old.fact.inferred, *new.fact.inferred})
    for name in reasons:
        before, after = (plain(view.fact.inferred.get(name)) for view in (old, new))
        if before != after:
            found.append(Change(f"inferred {name}", before, after))
    return (*found, *_basis_changes(old, new))


def record_changes(old: Any, new: Any, without: Iterable[str] = _NOT_TYPED) -> Iterator[Change]:
    """Each field of a record that differs, in the order of the record."""
    for one in fields(old):
        if one.name in without or not one.compare:
            continue
        before, after = getattr(old, one.name), getattr(new, one.name)
        if before != after:
            yield Change(one.name, plain(before), plain(after))


def plain(value: object) -> str | None:
    """A value of a record in one line; None for what is absent or empty."""
    if value is None or value in ((), {}):
        return None
    if isinstance(value, Mapping):
        only = next(iter(value.values()))
        if len(value) == 1 and isinstance(only, str):
            return only
        return "; ".join(f"{key}: {plain(one) or 'none'}" for key, one in value.items())
    if isinstance(value, tuple):
        return ", ".join(plain(one) or "none" for one in value)
    return plain_decimal(value) if isinstance(value, Decimal) else _plain_record(value)


def _plain_record(value: object) -> str:
    """A record of several fields, each with its name; all else as it is written."""
    if not is_dataclass(value) or isinstance(value, Period):
        return str(value)
    inner = {one.name: getattr(value, one.name) for one in fields(value) if one.name != "marks"}
    return "; ".join(f"{name}: {text}" for name, one in inner.items() if (text := plain(one)))


def amount_of(view: View) -> Amount | None:
    """The amount that is shown, or that was typed where nothing is."""
    return view.entry.amount if view.entry else view.fact.amount


def is_known(view: View) -> bool:
    """Its amount is typed, or could be computed."""
    return view.entry is not None or view.fact.formula is None


def numbers_of(view: View) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Value, lower and upper end."""
    amount = amount_of(view) or Amount()
    return amount.value, amount.min_value, amount.max_value


def basis_of(view: View) -> Mapping[str, Evidence]:
    """By aspect what bears it out."""
    return {one.aspect: one for one in view.entry.evidence} if view.entry else {}


def _amount_changes(old: View, new: View, base: Side, head: Side) -> Iterator[Change]:
    before, after = amount_of(old), amount_of(new)
    if not (is_known(old) and is_known(new)):
        return  # what is not computed has nothing to compare
    if numbers_of(old) != numbers_of(new) or (before is None) != (after is None):
        yield Change("value", displayed(old, base), displayed(new, head))
    elif old.entry and new.entry and _interval(old) != _interval(new):
        yield Change("interval", _interval(old), _interval(new))
    for name in ("unit", "hedge"):
        was, is_now = (getattr(one, name, None) for one in (before, after))
        if was != is_now:
            yield Change(name, was, is_now)


def _interval(view: View) -> str | None:
    if view.entry is None or view.entry.amount is None:
        return None
    ends = (view.entry.low, view.entry.high)
    if ends == (None, None):
        return None
    return " to ".join(
        "unbounded" if end is None else plain_decimal(end.normalize()) for end in ends
    )


def _period(view: View, side: Side) -> str | None:
    period = view.entry.period if view.entry else view.fact.period
    return side.wording.period(period) if period else None


def _where(view: View, _: Side) -> str | None:
    """What tells a passage from equal ones."""
    return _joined(
        f"{name} {value}"
        for quote in view.fact.quotes
        for name in ("prefix", "suffix", "occurrence")
        if (value := getattr(quote, name)) is not None
    )


def _joined(texts: Iterable[str | None]) -> str | None:
    return " | ".join(" ".join(text.split()) for text in texts if text) or None


def _basis_changes(old: View, new: View) -> Iterator[Change]:
    """Aspects that words stated and now a reason holds, or the other way round."""
    if not (old.entry and new.entry and old.entry.evidence and new.entry.evidence):
        return
    before, after = basis_of(old), basis_of(new)
    for aspect in ASPECTS:
        was, is_now = before.get(aspect), after.get(aspect)
        if (was and was.basis) != (is_now and is_now.basis):
            yield Change(f"basis of {aspect}", _borne_out(was), _borne_out(is_now))


def _borne_out(one: Evidence | None) -> str:
    if one is None:
        return "unchecked"
    if one.basis == "stated":
        return f"stated: “{' '.join(one.words.split())}”"
    reason = plain(one.reason)
    return f"inferred: {reason}" if reason else "inferred: the day of the article"
