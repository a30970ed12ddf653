"""How a figure or a promise is named, one figure beside another, and what a correction changed.

In: ids of figures, promises, corrections, the parts of a page. Out: names, anchors, texts as they
stood and as they stand, markup with links.
"""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from markupsafe import Markup

from generator.ledger import Promise
from generator.model import Amount, Correction, Entry, Fact, Period
from generator.pages.escape import encode
from generator.pages.parts.counted import dated, with_markup
from generator.pages.parts.parts import PageParts
from generator.pages.site import Site
from generator.pages.templating import fill, link
from generator.wording import fact_name, indicator_name


def reference(fact_id: str, parts: PageParts) -> Markup:
    """A figure by its name and amount, linked; an event by its name."""
    entry = parts.site.book.entries[fact_id]
    name = fact_name(entry, parts.site.wording)
    if entry.amount is None:
        return link(parts.ledger(fact_id), name)
    return Markup("{}: {}").format(encode(name), parts.figure(fact_id))


def replaced(fact_id: str, parts: PageParts) -> Markup:
    """A figure that no longer stands, and the one that replaced it."""
    new = parts.site.book.entries[fact_id].revised_by or fact_id
    return fill(
        "parts/replaced",
        old=reference(fact_id, parts),
        new=reference(new, parts),
        say=parts.site.wording.say,
    ).strip()


def anchors_of(found: Sequence[Promise]) -> list[Markup]:
    """Each named after its first fact; if that is taken, after its latest."""
    taken: set[str] = set()
    anchors = []
    for promise in found:
        first, latest = promise.chain[0].fact.id, promise.chain[-1].fact.id
        name = latest if first in taken else first
        taken.add(name)
        # Two hyphens: no fact's id can be the same.
        anchors.append(Markup("promise--{}").format(name))
    return anchors


def promise_name(promise: Promise, parts: PageParts) -> str:
    """What is promised, about whom if not the subject, and for when."""
    wording, latest = parts.site.wording, promise.chain[-1]
    name = indicator_name(latest, wording)
    if latest.amount is None or not has_time(latest):
        return wording.text(latest.fact.label) or name
    return wording.say("chart-name", name=name, period=wording.period(latest.period))


def has_time(entry: Entry) -> bool:
    """Whether its sentence names a period; else the period is only the day of the article."""
    return entry.fact.period is not None or bool(entry.inputs)


def withdrawn_name(fact: Fact, site: Site) -> str:
    """What a withdrawn fact was about: the editor's label, or the indicator."""
    indicator = site.seeds.indicators.get(fact.indicator)
    label = site.wording.text(fact.label)
    return label or (site.wording.text(indicator.label) if indicator else fact.indicator)


def withdrawn_words(fact: Fact, site: Site) -> str:
    """What a withdrawn figure said, where the book still has it."""
    amount, indicator = fact.amount, site.seeds.indicators.get(fact.indicator)
    if amount is not None and (amount.value is not None or amount.min_value is not None):
        is_change = indicator is not None and indicator.kind == "change"
        return site.wording.amount(amount, signed=is_change)
    is_event = indicator is not None and indicator.kind == "event"
    return site.wording.period(fact.period) if is_event and fact.period else ""


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
