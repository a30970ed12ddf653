"""What is not sure: contradictions, calculations that check figures, caveats and inferences.

In: the site. Out: `open-questions/index.md`. The ledger finds and decides; this page shows both
sentences of everything that it found.
"""

from collections.abc import Sequence

from markupsafe import Markup

from generator.ledger import (
    Contradiction,
    agreements,
    articles_of,
    contradictions,
    cross_checks,
    stale_inputs,
)
from generator.model import Entry
from generator.pages.escape import encode, front_matter
from generator.pages.links import Links
from generator.pages.parts.cards import pair
from generator.pages.parts.counted import counted, dated, told
from generator.pages.parts.cross_checks import compose_check
from generator.pages.parts.parts import Parts
from generator.pages.parts.references import replaced
from generator.pages.site import Page, Site
from generator.pages.templating import fill_block
from generator.wording import fact_name

PATH = "open-questions/index.md"


def compose_questions(site: Site) -> Page:
    """The open questions, from what sources say against each other to what editors add."""
    parts, wording = Parts(site, Links(PATH)), site.wording
    title = wording.say("questions-title")
    results, _ = cross_checks(site.book, site.seeds)
    # What disagrees comes first; within each outcome the order is that of the files.
    unsettled_first = sorted(results, key=lambda result: result.outcome == "agrees")
    checks = [compose_check(result, parts) for result in unsettled_first]
    disputes = [_contradiction(one, parts) for one in contradictions(site.book)]
    agreed = [
        pair(
            one.entries,
            parts,
            [wording.say("contradiction-one"), wording.say("contradiction-other")],
        )
        for one in agreements(site.book)
    ]
    blocks = [
        front_matter(title=title, description=wording.say("questions-description")),
        f"# {encode(title)}",
        encode(wording.say("questions-lead")),
        *_section("questions-contradictions", disputes, parts),
        *_section("questions-checks", checks, parts),
        *_section("questions-agreements", agreed, parts),
        *_stale(parts),
        *_section("questions-notes", _notes(parts), parts),
        *_section("questions-inferred", _inferences(parts), parts),
    ]
    return Page(PATH, "\n\n".join(blocks) + "\n")


_WITH_LEAD = {"questions-checks", "questions-agreements", "questions-stale", "questions-inferred"}
"""Sections that need a word on what they hold."""


def _section(key: str, blocks: Sequence[Markup], parts: Parts) -> list[str]:
    say = parts.site.wording.say
    heading = f"## {encode(say(key))}"
    if not blocks:
        return [heading, encode(say(f"{key}-none"))]
    lead = [encode(say(f"{key}-lead"))] if key in _WITH_LEAD else []
    return [heading, *lead, *blocks]


def _contradiction(found: Contradiction, parts: Parts) -> Markup:
    wording = parts.site.wording
    outcome = "disputed" if found.preferred is None else "decided"
    return fill_block(
        "question.html.jinja",
        outcome=outcome,
        word=wording.say(f"outcome-{outcome}"),
        why=_why(found, parts),
        pair=pair(found.entries, parts, [_head(found, at, parts) for at in (0, 1)]),
    )


def _side(entries: tuple[Entry, Entry], at: int, parts: Parts) -> str:
    """A source of its own, or a figure of the same; what was computed is no sentence."""
    say = parts.site.wording.say
    if not entries[at].located:
        return say("contradiction-computed")
    first, second = (set(articles_of(parts.site.book, entry)) for entry in entries)
    of_figures = "" if first.isdisjoint(second) else "-figure"
    return say(f"contradiction-other{of_figures}" if at else f"contradiction-one{of_figures}")


def _head(found: Contradiction, at: int, parts: Parts) -> str:
    say = parts.site.wording.say
    if found.preferred is None:
        return _side(found.entries, at, parts)
    is_preferred = found.entries[at].fact.id == found.preferred
    return say("contradiction-preferred" if is_preferred else "contradiction-deprecated")


def _why(found: Contradiction, parts: Parts) -> str | Markup:
    """Which of the two is preferred, and the reason that an editor gave for either rank."""
    wording = parts.site.wording
    if found.preferred is None:
        return wording.say(f"why-disputed-{found.kind}")
    first, second = found.entries
    chosen, other = (first, second) if first.fact.id == found.preferred else (second, first)
    said = {
        "name": parts.named(chosen),
        "date": dated(wording, chosen.known_from),
        "reason": wording.text(chosen.fact.reason) or wording.text(other.fact.reason),
    }
    return told(wording, "why-decided-reason" if said["reason"] else "why-decided", **said)


def _stale(parts: Parts) -> list[str]:
    """Computed figures that still rest on what was replaced; silent where there are none."""
    stale = stale_inputs(parts.site.book)
    rows = [
        {
            "name": fact_name(entry, parts.site.wording),
            "figure": parts.figure(entry.fact.id),
            "remarks": [replaced(name, parts) for name in stale[entry.fact.id]],
        }
        for entry in parts.site.book.entries.values()
        if entry.fact.id in stale
    ]
    blocks = [fill_block("remarks.html.jinja", rows=rows)] if rows else []
    return _section("questions-stale", blocks, parts)


def _notes(parts: Parts) -> list[Markup]:
    """The caveats that editors wrote beside figures."""
    text = parts.site.wording.text
    rows = [
        _remarked(entry, [text(entry.fact.note)], parts)
        for entry in parts.site.book.entries.values()
        if entry.fact.note
    ]
    return [fill_block("remarks.html.jinja", rows=rows)] if rows else []


def _inferences(parts: Parts) -> list[Markup]:
    """What we hold beyond a quotation, and why, by figure."""
    wording = parts.site.wording
    rows = [
        _remarked(
            entry,
            [
                wording.say(
                    "inferred-item",
                    field=wording.say(f"inferred-{field}"),
                    reason=wording.text(reason),
                )
                for field, reason in entry.fact.inferred.items()
            ],
            parts,
        )
        for entry in parts.site.book.entries.values()
        if entry.fact.inferred
    ]
    if not rows:
        return []
    summary = counted(wording, "questions-inferred-open", len(rows))
    content = fill_block("remarks.html.jinja", rows=rows)
    return [fill_block("folded.html.jinja", summary=summary, content=content)]


def _remarked(entry: Entry, remarks: Sequence[str], parts: Parts) -> dict[str, object]:
    return {
        "name": fact_name(entry, parts.site.wording),
        "figure": parts.figure(entry.fact.id),
        "remarks": remarks,
    }
