"""What a correction changed, in words of the site: as it stood and as it stands.

In: a correction, the figure that it is about. Out: text, and a line of markup for its figure.
"""

from decimal import Decimal, InvalidOperation

from markupsafe import Markup

from generator.model import Amount, Correction, Entry, Period
from generator.pages.parts.counted import dated, with_markup
from generator.pages.parts.parts import PageParts
from generator.pages.templating import fill


def corrected(made: Correction, parts: PageParts) -> Markup:
    """A correction in one line: when, what, from what to what, why."""
    entry = parts.site.book.entries.get(made.fact)
    wording = parts.site.wording
    field = wording.say(f"inferred-{made.changed}")
    at = dated(wording, made.date, as_moment=True)
    return fill(
        "parts/corrected",
        head=with_markup(wording, "corrected-item", at=at, field=field),
        old=corrected_words(made.changed, made.old, entry, parts),
        new=corrected_words(made.changed, made.new, entry, parts),
        reason=wording.text(made.reason),
    ).strip()


def corrected_words(changed: str, typed: str, entry: Entry | None, parts: PageParts) -> str:
    """The old or new content of a field as this site prints it, or as typed where it cannot."""
    wording = parts.site.wording
    if changed in {"status", "attribution"}:
        return wording.say(f"{changed}-{typed}")
    if changed == "hedge":
        return wording.say(f"hedge-word-{typed}")
    if changed == "unit":
        return wording.unit_name(typed)
    try:
        if changed == "period":
            return wording.period(Period.parse(typed))
        amount = Amount(value=Decimal(typed), unit=_unit(entry))
    except (InvalidOperation, ValueError):
        return typed
    is_change = entry is not None and entry.indicator.kind == "change"
    return wording.amount(amount, signed=is_change)


def _unit(entry: Entry | None) -> str | None:
    return entry.amount.unit if entry and entry.amount else None
