"""What is wrong with a fact, and how that is said in one line.

In: code, field, message, hint; decimals, annotations, quoted texts. Out: a `Finding` until the fact
gives the place, the worst of several, and one at its place; values as editors type them, and texts
made safe to show. A reason under `inferred` answers a review, which says that the text leaves
something open; what the text says is an error, and no reason answers that.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from generator.evidence.annotate import Annotation
from generator.model import YEAR_PARTS, Amount, Fact, Field, Finding, Place
from generator.text import escaped

ANSWERED_BY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "unit-absent": ("unit",),
        "unit-ambiguous": ("unit",),
        "sign-unseen": ("sign", "value"),
        "value-derived": ("value",),
        "value-unclear": ("value",),
        "period-unseen": ("period",),
        "left-out": ("value",),
        "hedge-unknown": ("hedge",),
        "measure-unread": ("measure",),
        "subject-unread": ("subject",),
        "subject-mismatch": ("subject",),
        "attribution-unseen": ("attribution",),
        "status-unseen": ("status",),
    }
)
"""For each code that a reason answers, the keys of `inferred` that hold such a reason."""
_ASPECTS: Mapping[str, str] = MappingProxyType(
    {
        **{name: name for name in ("unit", "hedge", "attribution", "status", "measure", "subject")},
        **{name: name for name in ("period", "translation", "sign")},
        "level-not-change": "sign",
        "change-not-level": "sign",
    }
)
"""The aspect that a finding is about, by its code or the first word of that."""
_TOGETHER = ({"measure", "sign"}, {"measure", "subject"}, {"status", "measure"})
"""Pairs of aspects that one mistake makes wrong, such as a wrong indicator: told once."""
_SPACE = re.compile(r"\s")
_SHOWN = 80
_LISTED = 5
_GROUP = 3
_LARGEST_POWER = 30


def finding_on(code: str, field: str, message: str, hint: str) -> Finding:
    """A finding on a field of a fact or of a quotation, which gives place and subject later."""
    return Finding(code, Field(field), "", message, hint)


def place_in(fact: Fact, finding: Finding) -> Finding:
    """The finding at its field of the fact: there, else at the amount, else at the record."""
    if isinstance(finding.at, Place):
        return finding
    field = finding.at.name if isinstance(finding.at, Field) else ""
    names = (field, "value", "min_value", "max_value", "indicator")
    typed = (fact.marks.at(name) for name in names if (name,) in fact.marks.places)
    place: Place = next(typed, fact.marks.start)
    return replace(finding, at=place, subject=fact.id)


def worst(findings: Iterable[Finding], fact: Fact) -> Finding | None:
    """The first error, else the first review, of those that no reason of the fact answers."""
    return max((one for one in findings if not _is_answered(one, fact)), key=rank, default=None)


def apart(findings: Iterable[Finding], fact: Fact, first: Finding | None = None) -> list[Finding]:
    """The first or else the worst finding, and one of each further aspect that is wrong by itself.

    Where the figure is another one, or is denied, nothing else can be told of it.
    """
    open_ones = [one for one in findings if not _is_answered(one, fact)]
    first = first or worst(open_ones, fact)
    if first is None or aspect_of(first) is None:
        return [first] if first else []
    found = {aspect_of(first): first}
    for one in sorted(open_ones, key=rank, reverse=True):
        aspect = aspect_of(one)
        is_same = any(aspect in pair and not found.keys().isdisjoint(pair) for pair in _TOGETHER)
        if aspect is not None and aspect not in found and not is_same:
            found[aspect] = one
    return list(found.values())


def aspect_of(finding: Finding) -> str | None:
    """The aspect that it is about; None where it is the figure itself."""
    return _ASPECTS.get(finding.code) or _ASPECTS.get(finding.code.partition("-")[0])


def rank(finding: Finding | None) -> int:
    """How bad it is: two for an error, one for a review, zero for nothing."""
    if finding is None:
        return 0
    return 2 if finding.severity == "error" else 1


def _is_answered(finding: Finding, fact: Fact) -> bool:
    """Whether the editor gave a reason for which the fact still holds."""
    return any(key in fact.inferred for key in ANSWERED_BY.get(finding.code, ()))


def write_value(value: Decimal) -> str:
    """A value as seeds write it: `109e9`, `15.09e9`, `350000`, `-30`, `3.885`."""
    if abs(value.adjusted()) > _LARGEST_POWER:
        return plain(str(value))
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent <= 0 or not value:
        return f"{value:f}"
    power = max(value.adjusted() // _GROUP * _GROUP, 0)
    if not power:
        return f"{value:f}"
    digits = f"{value.scaleb(-power):f}"
    return f"{digits}e{power}"


def write_amount(value: Decimal, unit: str | None) -> str:
    """A value with its unit."""
    return f"{write_value(value)} {unit}" if unit else write_value(value)


def write_claim(amount: Amount) -> str:
    """The amount that a fact claims."""
    if amount.value is not None:
        return write_amount(amount.value, amount.unit)
    bounds = [write_value(one) for one in (amount.min_value, amount.max_value) if one is not None]
    return " to ".join(bounds) + (f" {amount.unit}" if amount.unit else "")


def show(text: str, limit: int = _SHOWN) -> str:
    """A text of the data in quotation marks: one line, nothing unprintable, not too long."""
    line = _SPACE.sub(" ", text[:limit].replace('"', "'"))
    return f'"{escaped(line)}{"…" if len(text) > limit else ""}"'


def plain(text: str) -> str:
    """The same without the marks, for a passage inside a sentence."""
    return show(text)[1:-1]


def list_figures(annotations: Iterable[Annotation]) -> str:
    """What a quotation says, each figure as it stands and as a value; empty when it has none."""
    said = [_say(one) for one in annotations if one.mention.value is not None]
    more = len(said) - _LISTED
    if more > 0:
        said = [*said[:_LISTED], f"{more} more"]
    if len(said) > 1:
        return f"{', '.join(said[:-1])} and {said[-1]}"
    return "".join(said)


def _say(annotation: Annotation) -> str:
    """A figure's words, and its value where that is written otherwise."""
    mention = annotation.mention
    words = plain(mention.text)
    if mention.value is None or mention.text == write_value(mention.value):
        return words
    return f"{words} = {write_amount(mention.value, mention.unit)}"


def write_edtf(edtf: str) -> str:
    """EDTF with quarters and halves as editors write them: `2024-Q4`, `XXXX-H1`."""
    for alias, number in YEAR_PARTS.items():
        edtf = re.sub(rf"(?<=[\dX]{{4}}-){number}(?!\d)", alias, edtf)
    return edtf
