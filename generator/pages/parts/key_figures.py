"""Key figures: a strip of what is known now, since when, and how it changed from what it was.

In: entries, the parts of a page. Out: a block of markup. Every amount links to its sentence,
and no difference is computed here: it is printed where the ledger holds it as a derived fact.
"""

from collections.abc import Sequence

from markupsafe import Markup

from generator.ledger import facts_of
from generator.model import Entry
from generator.pages.escape import encode
from generator.pages.parts.cards import VOICES
from generator.pages.parts.counted import dated, with_markup
from generator.pages.parts.parts import PageParts, machine_value
from generator.pages.templating import fill, fill_block
from generator.wording import NBSP, fact_name, status_word


def key_figures(entries: Sequence[Entry], parts: PageParts) -> Markup:
    """A card for each figure, in the order named; nothing where there is none yet."""
    if not entries:
        return Markup("")
    cards = [_card(entry, parts) for entry in entries]
    return fill_block("parts/key_figures/cards", cards=cards)


def _card(entry: Entry, parts: PageParts) -> dict[str, object]:
    wording, label = parts.site.wording, parts.site.wording.text(entry.fact.label)
    # The label of a change says only from when to when: of what, its indicator says.
    is_part = bool(label) and entry.indicator.kind == "change"
    return {
        "of": wording.say("key-of", of=wording.text(entry.indicator.label)) if is_part else "",
        "name": label or wording.text(entry.indicator.label),
        "arrow": _arrow(entry, parts) if entry.indicator.kind == "change" else "",
        "figure": _figure(entry, parts),
        "compared": _compared(entry, parts),
        "when": _when(entry, parts),
    }


def _figure(entry: Entry, parts: PageParts) -> Markup:
    """A figure as a link; a card is narrow, so a line may end before the unit."""
    number, space, unit = parts.amount(entry).rpartition(NBSP)
    # A space that may break is not underlined at the end of a line.
    return fill(
        "parts/figure",
        href=parts.ledger(entry.fact.id),
        value=machine_value(entry),
        shown=encode(f"{number} {unit}" if space else unit),
        doubt=parts.doubt(entry),
    ).strip()


def _when(entry: Entry, parts: PageParts) -> Markup:
    """How firm it is, who says so unless the article does, when it is true, since when known."""
    wording, fact = parts.site.wording, entry.fact
    said: list[str] = []
    if fact.status != "reported" or fact.basis == "derived":
        said.append(status_word(entry, wording))
    if fact.attribution in VOICES:
        said.append(wording.say(f"key-voice-{fact.attribution}"))
    if fact.period is not None:
        said.append(dated(wording, entry.period))
    said.append(with_markup(wording, "key-known", known=dated(wording, entry.known_from)))
    return with_markup(wording, "key-join").join(said)


def _compared(entry: Entry, parts: PageParts) -> Markup | None:
    """What it replaced, or what a derived change holds it against, with the change if derived."""
    book, wording = parts.site.book, parts.site.wording
    replaced = book.entries.get(entry.fact.revision_of or "")
    found = _difference(entry, replaced, parts)
    other = replaced or (found[1] if found else None)
    if other is None or other.amount is None:
        return None
    held = _figure(other, parts)
    if found is None:
        return with_markup(wording, "key-before", figure=held)
    change, name = found[0], fact_name(other, wording)
    arrow = _arrow(change, parts)
    said = with_markup(wording, "key-change", arrow=arrow, change=_size(change, parts))
    key = "key-from" if replaced else "key-against"
    return with_markup(wording, key, change=said, figure=held, name=name)


def _arrow(change: Entry, parts: PageParts) -> Markup:
    """Which way it went, by a sign and, beside that, by the colour that charts have for it."""
    way, key = ("fell", "key-down") if _falls(change) else ("rose", "key-up")
    sign = encode(parts.site.wording.say(key))
    return Markup('<span class="{}" aria-hidden="true">{}</span>').format(way, sign)


def _falls(change: Entry) -> bool:
    amount = change.amount
    bounds = (amount.value, amount.max_value) if amount else ()
    return any(one is not None and one < 0 for one in bounds)


def _size(change: Entry, parts: PageParts) -> Markup:
    """A change without its sign: an arrow says the way."""
    return parts.figure(change.fact.id, "size")


def _difference(entry: Entry, other: Entry | None, parts: PageParts) -> tuple[Entry, Entry] | None:
    """The change from another figure of the same thing to this one, and that other.

    A stated change, from which the other was computed, comes before one that was computed itself.
    """
    book = parts.site.book
    if other is None and (stated := _stated(entry, parts)):
        return stated
    for change in facts_of(book, basis="derived"):
        if change.indicator.kind != "change" or len(change.inputs) != 2:  # noqa: PLR2004 - a pair
            continue
        own, base = change.inputs
        is_meant = base == other.fact.id if other else _is_alike(book.entries[base], entry)
        if own == entry.fact.id and base != own and is_meant:
            return change, book.entries[base]
    return None


def _stated(entry: Entry, parts: PageParts) -> tuple[Entry, Entry] | None:
    """A change to this figure, and the earlier figure that was worked out backwards by it."""
    book = parts.site.book
    for earlier in facts_of(book, basis="derived"):
        changes = [book.entries[one] for one in earlier.inputs if one != entry.fact.id]
        if len(changes) != 1 or len(earlier.inputs) != 2:  # noqa: PLR2004 - a pair
            continue
        is_before = earlier.period.sort_key < entry.period.sort_key
        if is_before and changes[0].indicator.kind == "change" and _is_alike(earlier, entry):
            return changes[0], earlier
    return None


def _is_alike(one: Entry, other: Entry) -> bool:
    return (one.fact.indicator, one.fact.about) == (other.fact.indicator, other.fact.about)
