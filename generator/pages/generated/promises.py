"""The tracker of promises: each as first said, each change of it, and what came of it.

In: the site. Out: `promises/index.md`. The ledger decides the outcome; this page only prints it.
"""

from markupsafe import Markup

from generator.ledger import Promise, promises
from generator.model import SECTIONS
from generator.pages.escape import encode
from generator.pages.links import Links
from generator.pages.parts.cards import card
from generator.pages.parts.counted import dated, with_markup
from generator.pages.parts.parts import PageParts
from generator.pages.parts.references import anchors_of, has_time, promise_name
from generator.pages.site import Page, Site, index_page
from generator.pages.templating import fill_block

SECTION = SECTIONS["promises"]


def compose(site: Site) -> list[Page]:
    """An overview of all promises with their outcomes, then each with its sentences."""
    parts, wording = PageParts(site, Links(SECTION.path)), site.wording
    found = promises(site.book, site.seeds.indicators)
    blocks: list[str] = [encode(wording.say("promises-lead"))]
    anchors = anchors_of(found)
    if found:
        rows = [_row(one, at, parts) for one, at in zip(found, anchors, strict=True)]
        blocks.append(fill_block("generated/promises/outcomes", rows=rows))
    else:
        blocks.append(encode(wording.say("promises-none")))
    for promise, anchor in zip(found, anchors, strict=True):
        blocks.append(f"## {encode(promise_name(promise, parts))} {{ #{anchor} }}")
        blocks.append(_promise(promise, parts))
    return [index_page(SECTION, site, blocks)]


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
    heads = ["promise-first", *["promise-then"] * (len(promise.chain) - 1)]
    if not promise.measured:
        measured_head = "promise-measured-none"
    elif promise.outcome in {"open", "unmeasured"}:
        measured_head = "promise-measured-part"
    else:
        measured_head = "promise-measured"
    return fill_block(
        "generated/promises/promise",
        outcome=promise.outcome,
        word=wording.say(f"outcome-{promise.outcome}"),
        why=_why(promise, parts),
        moved=_moved(promise, parts),
        said=[
            card(entry, parts, wording.say(head))
            for entry, head in zip(promise.chain, heads, strict=True)
        ],
        also=[card(entry, parts, wording.say("promise-also")) for entry in promise.also],
        measured_head=wording.say(measured_head),
        measured=[
            card(entry, parts, decided if entry is promise.decided_by else "")
            for entry in promise.measured
        ],
    )


def _moved(promise: Promise, parts: PageParts) -> Markup | None:
    """From what to what it moved, in one line: the first word and the latest."""
    if len(promise.chain) == 1:
        return None
    first, then = (parts.figure(one.fact.id) for one in (promise.chain[0], promise.latest))
    return with_markup(parts.site.wording, "promise-moved", first=first, then=then)


def _why(promise: Promise, parts: PageParts) -> str | Markup:
    wording, latest = parts.site.wording, promise.chain[-1]
    if promise.outcome != "open":
        return wording.say(f"why-{promise.outcome}")
    if not has_time(latest) or latest.period.end is None:
        return wording.say("why-open-endless")
    return with_markup(wording, "why-open", at=dated(wording, parts.site.newest, as_moment=True))
