"""A figure as a card: what, how much, its sentence or formula, its two times; alone or in pairs.

In: entries, the parts of a page. Out: blocks of markup. Every amount is a door to its sentence.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.charts import fact_name
from generator.model import Entry
from generator.pages.formulas import formula
from generator.pages.parts import Parts
from generator.pages.templating import fill_block


def card(entry: Entry, parts: Parts, head: str = "") -> Markup:
    """One figure with all that proves it, under a word on its part in what the page tells."""
    wording = parts.site.wording
    known = wording.period(entry.known_from)
    # The figure of an event is its period already.
    if entry.amount is None:
        when = wording.say("card-known", known=known)
    else:
        when = wording.say("card-when", period=wording.period(entry.period), known=known)
    return fill_block(
        "card.html.jinja",
        head=head,
        name=fact_name(entry, wording),
        figure=parts.figure(entry.fact.id),
        quotations=[parts.cited(located) for located in entry.located],
        formula=formula(entry.fact.formula, parts) if entry.fact.formula else None,
        when=when,
        say=wording.say,
    )


def pair(entries: Iterable[Entry], parts: Parts, heads: Sequence[str]) -> Markup:
    """Two figures side by side, one below the other on a phone."""
    cards = [card(entry, parts, head) for entry, head in zip(entries, heads, strict=True)]
    return fill_block("pair.html.jinja", cards=cards)


def replacement(old: Entry, new: Entry, parts: Parts) -> Markup:
    """What stood and what replaced it, with both sentences."""
    wording = parts.site.wording
    since = wording.say("replaced-new", date=wording.period(new.known_from))
    return pair((old, new), parts, (wording.say("replaced-old"), since))
