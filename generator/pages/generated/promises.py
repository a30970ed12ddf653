"""The tracker of promises: each as first said, each change of it, and what came of it.

In: the site. Out: `promises/index.md`, of very many promises pages by when each was first said. The
ledger decides the outcome; these pages only print it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator.ledger import OUTCOMES, Promise, deadline_of, promises
from generator.model import SECTIONS, Entry, Period
from generator.pages.escape import encode
from generator.pages.links import Links
from generator.pages.parts.cards import card
from generator.pages.parts.counted import counted, counter, dated, with_markup
from generator.pages.parts.lists_by_time import TimeList, pages_by_time
from generator.pages.parts.news import page_proof
from generator.pages.parts.parts import PageParts
from generator.pages.parts.promise_places import (
    MOST_PROMISES,
    Anchored,
    anchor_of,
    first_said,
    with_anchors,
)
from generator.pages.parts.references import has_time, promise_name
from generator.pages.site import Page, Site, index_page
from generator.pages.templating import fill_block
from generator.wording import fact_name

SECTION = SECTIONS["promises"]


def compose(site: Site) -> list[Page]:
    """An overview of all promises with their outcomes, then each with its sentences."""
    parts = PageParts(site, Links(SECTION.path))
    lead = encode(site.wording.say("promises-lead"))
    found = with_anchors(promises(site.book, site.seeds.indicators))
    if not found:
        return [index_page(SECTION, site, [lead, encode(site.wording.say("promises-none"))])]
    listed = TimeList(
        section=SECTION,
        columns=("promises-column-date", "promises-column-promises"),
        when=first_said,
        name=anchor_of,
        blocks=_promises,
        most=MOST_PROMISES,
    )
    made = [promise for promise, _ in found]
    first = [_finding(made, parts), lead, page_proof(_entries(made), parts)]
    top = Markup("\n\n").join(one for one in first if one)
    return [*pages_by_time(listed, site, found, top + _charts(parts))]


def _finding(made: Sequence[Promise], parts: PageParts) -> Markup:
    """How many promises there are, and how many of them came to what."""
    wording = parts.site.wording
    outcomes = Counter(one.outcome for one in made)
    counts = [
        with_markup(
            wording,
            "promises-outcome",
            outcome=wording.say(f"outcome-{name}").lower(),
            number=counter(wording, outcomes[name]),
        )
        for name in OUTCOMES
        if outcomes[name]
    ]
    found = encode(", ").join(counts)
    is_decided = outcomes["kept"] + outcomes["missed"] > 0
    key = "promises-finding" if is_decided else "promises-finding-none"
    return with_markup(
        wording, key, promises=counted(wording, "promises-count", len(made)), outcomes=found
    )


def _entries(made: Sequence[Promise]) -> Iterator[Entry]:
    """All figures and events of some promises."""
    for one in made:
        yield from (*one.chain, *one.also, *one.measured)


def _charts(parts: PageParts) -> Markup:
    """The charts that hold what was promised against what happened."""
    site = parts.site
    drawn = (one.id for one in site.seeds.charts.values() if one.kind == "promises")
    shown = [parts.chart(name) for name in drawn if name in site.charts]
    return Markup("").join(Markup("\n\n") + one for one in shown)


def _promises(found: Sequence[Anchored], parts: PageParts) -> list[str]:
    """The outcomes of some promises, then each of them."""
    rows = [_row(promise, anchor, parts) for promise, anchor in found]
    blocks: list[str] = [fill_block("generated/promises/outcomes", rows=rows)]
    for promise, anchor in found:
        blocks.append(f"## {encode(promise_name(promise, parts))} {{ #{anchor} }}")
        blocks.append(_promise(promise, parts))
    return blocks


def _row(promise: Promise, anchor: Markup, parts: PageParts) -> dict[str, str]:
    return {
        "outcome": promise.outcome,
        "word": parts.site.wording.say(f"outcome-{promise.outcome}"),
        "anchor": anchor,
        "name": promise_name(promise, parts),
        "figure": parts.figure(promise.chain[-1].fact.id),
    }


def _promise(promise: Promise, parts: PageParts) -> Markup:
    wording = parts.site.wording
    decided = wording.say("promise-decided")
    heads = [_first_head(promise), *["promise-then"] * (len(promise.chain) - 1)]
    return fill_block(
        "generated/promises/promise",
        outcome=promise.outcome,
        word=wording.say(f"outcome-{promise.outcome}"),
        why=_why(promise, parts),
        terms=[(wording.say(key), said) for key, said in _terms(promise, parts)],
        moved=_moved(promise, parts),
        said=[
            card(entry, parts, wording.say(head))
            for entry, head in zip(promise.chain, heads, strict=True)
        ],
        also=[
            card(entry, parts, wording.say(_also_head(promise, entry))) for entry in promise.also
        ],
        measured_head=wording.say(_measured_head(promise)),
        measured=[
            card(entry, parts, decided if entry is promise.decided_by else "")
            for entry in promise.measured
        ],
    )


def _also_head(promise: Promise, other: Entry) -> str:
    """The same only where amount, unit, hedge and period are; else no more than alike."""
    own = promise.latest
    is_same_time = own.period == other.period or not (has_time(own) or has_time(other))
    is_same = own.amount == other.amount and is_same_time
    own_articles, articles = ({one.quote.article for one in e.located} for e in (own, other))
    if is_same and articles and articles <= own_articles:
        return "promise-again"
    return "promise-also" if is_same else "promise-also-alike"


def _first_head(promise: Promise) -> str:
    """What stands for all may be said more exactly, and later, than what was said first."""
    first = promise.chain[0].known_from.sort_key
    is_first = all(first <= one.known_from.sort_key for one in promise.also)
    return "promise-first" if is_first else "promise-said"


def _measured_head(promise: Promise) -> str:
    if not promise.measured:
        return "promise-measured-none"
    is_settled = promise.outcome in {"kept", "missed", "undecided"}
    return "promise-measured" if is_settled else "promise-measured-part"


def _terms(promise: Promise, parts: PageParts) -> list[tuple[str, str | Markup]]:
    """What was registered: what measures it, from where on it is kept, and until when."""
    wording, follow_up = parts.site.wording, promise.indicator.promise
    measured_by = follow_up.measured_by if follow_up else ()
    indicators = parts.site.seeds.indicators
    names = [wording.text(indicators[one].label) for one in measured_by if one in indicators]
    if follow_up and follow_up.reason:
        measure = wording.say("promise-measure-none")
    elif names:
        measure = wording.listed(names)
    else:
        own = wording.text(promise.indicator.label)
        measure = wording.say("promise-measure-own", name=own)
    rows: list[tuple[str, str | Markup]] = [("promise-measure", measure)]
    if promise.threshold:
        rows.append(("promise-threshold", _threshold(promise, parts)))
    day = promise.deadline
    deadline = (
        dated(wording, Period.parse(str(day))) if day else wording.say("promise-deadline-none")
    )
    return [*rows, ("promise-deadline", deadline)]


def _threshold(promise: Promise, parts: PageParts) -> Markup:
    """The promised amount, and on which side of it the promise is kept."""
    amount, figure = promise.latest.amount, parts.figure(promise.latest.fact.id)
    if amount and amount.hedge in {"over", "at-least", "under", "at-most"}:
        return figure
    is_range = amount is not None and amount.value is None
    key = f"promise-{promise.threshold}{'-range' if is_range else ''}"
    return with_markup(parts.site.wording, key, amount=figure)


def _moved(promise: Promise, parts: PageParts) -> Markup | None:
    """From what over what to what it moved, in one line."""
    if len(promise.chain) == 1:
        return None
    wording = parts.site.wording
    has_new_time = len({deadline_of(one) for one in promise.chain}) > 1
    first, *later = (_said(one, parts, has_new_time=has_new_time) for one in promise.chain)
    then = with_markup(wording, "promise-moved-join").join(later)
    return with_markup(wording, "promise-moved", first=first, then=then)


def _said(entry: Entry, parts: PageParts, *, has_new_time: bool) -> Markup:
    """What was promised; with its time where that moved, and is not what was promised."""
    figure, wording = parts.figure(entry.fact.id), parts.site.wording
    if entry.amount is None or not has_new_time:
        return figure
    if not has_time(entry):
        return with_markup(wording, "promise-for-no-time", figure=figure)
    period = dated(wording, entry.period)
    return with_markup(wording, "promise-for", figure=figure, period=period)


def _why(promise: Promise, parts: PageParts) -> str | Markup:
    """Why the outcome is what it is, in the words of the promise's own case."""
    wording, outcome = parts.site.wording, promise.outcome
    if outcome == "open":
        return with_markup(
            wording, "why-open", at=dated(wording, parts.site.newest, as_moment=True)
        )
    if outcome == "overdue" and promise.deadline:
        key = "why-overdue-part" if promise.measured else "why-overdue"
        return with_markup(wording, key, day=dated(wording, Period.parse(str(promise.deadline))))
    if outcome == "unmeasurable":
        follow_up = promise.indicator.promise
        reason = wording.text(follow_up.reason) if follow_up else ""
        return reason or wording.say("why-unmeasurable")
    if outcome == "undecided" and promise.happened_by:
        period = dated(wording, promise.happened_by.period)
        name = fact_name(promise.happened_by, wording)
        return with_markup(wording, "why-undecided-event", period=period, name=name)
    return wording.say(f"why-{outcome}")
