"""A figure as a card: what, how much, its sentence or formula, its two times; alone or in pairs.

In: entries, the parts of a page. Out: blocks of markup. Every amount links to its sentence.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.ledger import articles_of
from generator.model import Entry
from generator.pages.parts.counted import dated, dated_period, with_markup
from generator.pages.parts.formulas import formula_of
from generator.pages.parts.parts import PageParts
from generator.pages.templating import fill_block
from generator.wording import fact_name

VOICES = frozenset({"attributed", "hearsay"})
"""Said by others: a reader must see it beside the figure."""


def card(entry: Entry, parts: PageParts, head: str = "") -> Markup:
    """One figure with all that proves it, under a word on its part in what the page tells."""
    wording = parts.site.wording
    fact, remarks = entry.fact, []
    if fact.quotes and fact.attribution in VOICES:
        voice = wording.say(f"attribution-{fact.attribution}")
        remarks.append(wording.say("card-said-by", voice=voice))
    if fact.note:
        remarks.append(wording.say("card-note", note=wording.text(fact.note)))
    # A quotation names its own article.
    behind = () if entry.located else articles_of(parts.site.book, entry)
    return fill_block(
        "parts/card",
        head=head,
        name=fact_name(entry, wording),
        figure=parts.figure(entry.fact.id),
        quotations=[parts.cited(located) for located in entry.located],
        formula=formula_of(entry, parts),
        sources=[parts.source(article) for article in behind],
        remarks=remarks,
        when=when_said(entry, parts),
        say=wording.say,
    )


def when_said(entry: Entry, parts: PageParts) -> Markup:
    """When it is true and since when it is known."""
    wording = parts.site.wording
    known = dated(wording, entry.known_from)
    # The figure of an event is its period already.
    if entry.amount is None:
        return with_markup(wording, "card-known", known=known)
    period = dated_period(wording, entry)
    return with_markup(wording, "card-when", period=period, known=known)


def pair(entries: Iterable[Entry], parts: PageParts, heads: Sequence[str]) -> Markup:
    """Two figures side by side, one below the other on a phone."""
    cards = [card(entry, parts, head) for entry, head in zip(entries, heads, strict=True)]
    return fill_block("parts/pair", cards=cards)


def replacement(old: Entry, new: Entry, parts: PageParts) -> Markup:
    """What stood and what replaced it, with both sentences."""
    wording = parts.site.wording
    since = with_markup(wording, "replaced-new", date=dated(wording, new.known_from))
    return pair((old, new), parts, (wording.say("replaced-old"), since))
