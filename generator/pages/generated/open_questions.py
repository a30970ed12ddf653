"""What is not sure: contradictions, calculations that check figures, caveats and inferences.

In: the site. Out: `open-questions/index.md`, and beside it pages of what sources say for and
against each other, where that is very much. The ledger finds and decides; these pages show both
sentences of everything that it found.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

from markupsafe import Markup

from generator.ledger import (
    Agreement,
    CheckResult,
    Contradiction,
    Side,
    agreements,
    articles_of,
    contradictions,
    cross_checks,
    stale_inputs,
    steps_of,
)
from generator.model import SECTIONS, Check, Entry, Period
from generator.pages.escape import encode
from generator.pages.links import Links, plain
from generator.pages.parts.cards import pair
from generator.pages.parts.counted import counted, dated, with_markup
from generator.pages.parts.details import inferences
from generator.pages.parts.formulas import formula, interval_words
from generator.pages.parts.lists_by_time import TimeList
from generator.pages.parts.parts import PageParts
from generator.pages.parts.references import replaced
from generator.pages.site import Page, Site, heading, index_page
from generator.pages.templating import fill_block, link
from generator.wording import fact_name

SECTION = SECTIONS["open-questions"]
_MOST_PAIRS = 40
"""Of sentences that contradict or confirm each other, on one page."""
_MOST_REMARKS = 100
"""Figures with what is said of each, in one section; the panel of each has it too."""


def compose(site: Site) -> list[Page]:
    """The open questions, from what sources say against each other to what editors add."""
    parts, wording = PageParts(site, Links(SECTION.path)), site.wording
    results, _ = cross_checks(site.book, site.seeds)
    # What disagrees comes first; within each outcome the order is that of the files.
    unsettled_first = sorted(results, key=lambda result: result.outcome == "agrees")
    checks = [_check(result, parts) for result in unsettled_first]
    found: list[Contradiction | Agreement] = [*contradictions(site.book), *agreements(site.book)]
    listed = TimeList(
        section=SECTION,
        columns=("questions-column-known", "questions-column-pairs"),
        when=_known,
        name=lambda one: " ".join(entry.fact.id for entry in one.entries),
        blocks=_found,
        most=_MOST_PAIRS,
    )
    cut = listed.cut(found)
    disputes, agreed = _pairs([] if cut else found, parts)
    pairs = [heading("questions-pairs", site), listed.table(cut, parts)] if cut else []
    blocks = [
        encode(wording.say("questions-lead")),
        *(pairs or _section("questions-contradictions", disputes, parts)),
        *_section("questions-checks", checks, parts),
        *([] if cut else _section("questions-agreements", agreed, parts)),
        *_stale(parts),
        *_section("questions-notes", _notes(parts), parts),
        *_section("questions-inferred", _inferences(parts), parts),
    ]
    return [index_page(SECTION, site, blocks), *listed.pages(cut, site)]


def _known(found: Contradiction | Agreement) -> Period:
    """Since when both sides are known."""
    return max((one.known_from for one in found.entries), key=lambda known: known.sort_key)


def _pairs(
    found: Iterable[Contradiction | Agreement], parts: PageParts
) -> tuple[list[Markup], list[Markup]]:
    """What contradicts and what agrees, each with both sentences."""
    disputes, agreed = list[Markup](), list[Markup]()
    for one in found:
        if isinstance(one, Contradiction):
            disputes.append(_contradiction(one, parts))
        else:
            agreed.append(_agreement(one, parts))
    return disputes, agreed


def _found(found: Sequence[Contradiction | Agreement], parts: PageParts) -> list[str]:
    """Those of one time, on a page of their own."""
    disputes, agreed = _pairs(found, parts)
    blocks = _section("questions-contradictions", disputes, parts) if disputes else []
    return blocks + (_section("questions-agreements", agreed, parts) if agreed else [])


_WITH_LEAD = {"questions-checks", "questions-agreements", "questions-stale", "questions-inferred"}
"""Sections that begin with a sentence on what they hold."""


def _section(key: str, blocks: Sequence[Markup], parts: PageParts) -> list[str]:
    say = parts.site.wording.say
    head = heading(key, parts.site)
    if not blocks:
        return [head, encode(say(f"{key}-none"))]
    lead = [encode(say(f"{key}-lead"))] if key in _WITH_LEAD else []
    return [head, *lead, *blocks]


def _contradiction(found: Contradiction, parts: PageParts) -> Markup:
    wording = parts.site.wording
    outcome = "disputed" if found.preferred is None else "decided"
    return fill_block(
        "generated/open_questions/question",
        outcome=outcome,
        word=wording.say(f"outcome-{outcome}"),
        why=_why(found, parts),
        pair=pair(found.entries, parts, [_head(found, at, parts) for at in (0, 1)]),
    )


def _agreement(found: Agreement, parts: PageParts) -> Markup:
    """Two sentences of one claim, how far they agree, and whether they may have one origin."""
    wording = parts.site.wording
    why = wording.say("why-agreed-whole" if found.is_whole else "why-agreed-part")
    named = ("agreed-named", "agreed-named-once", "agreed-one-origin")[found.beside]
    origin = named if found.origins else "agreed-no-origin"
    return fill_block(
        "generated/open_questions/question",
        outcome="agrees",
        word=wording.say("outcome-agrees"),
        why=f"{why} {wording.say(origin, names=wording.listed(found.origins))}",
        pair=pair(
            found.entries,
            parts,
            [wording.say("contradiction-one"), wording.say("contradiction-other")],
        ),
    )


def _side(entries: tuple[Entry, Entry], at: int, parts: PageParts) -> str:
    """How a side is introduced: as another source, another figure of one source, or computed."""
    say = parts.site.wording.say
    if not entries[at].located:
        return say("contradiction-computed")
    first, second = (set(articles_of(parts.site.book, entry)) for entry in entries)
    of_figures = "" if first.isdisjoint(second) else "-figure"
    return say(f"contradiction-other{of_figures}" if at else f"contradiction-one{of_figures}")


def _head(found: Contradiction, at: int, parts: PageParts) -> str:
    say = parts.site.wording.say
    if found.preferred is None:
        return _side(found.entries, at, parts)
    is_preferred = found.entries[at].fact.id == found.preferred
    return say("contradiction-preferred" if is_preferred else "contradiction-deprecated")


def _why(found: Contradiction, parts: PageParts) -> str | Markup:
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
    return with_markup(wording, "why-decided-reason" if said["reason"] else "why-decided", **said)


def _stale(parts: PageParts) -> list[str]:
    """Computed figures whose inputs were replaced."""
    stale = stale_inputs(parts.site.book)
    rows = [
        _remarked(parts.site.book.entries[name], [replaced(one, parts) for one in inputs], parts)
        for name, inputs in islice(stale.items(), _MOST_REMARKS)
    ]
    blocks = [fill_block("generated/open_questions/remarks", rows=rows)] if rows else []
    if left := len(stale) - len(rows):
        blocks.append(parts.more(left, f"{SECTIONS['facts'].folder}/"))
    return _section("questions-stale", blocks, parts)


def _notes(parts: PageParts) -> list[Markup]:
    """The notes that change what a reader makes of a figure; how many more the panels show."""
    wording = parts.site.wording
    noted = [entry for entry in parts.site.book.entries.values() if entry.fact.note]
    major = [entry for entry in noted if entry.fact.note_rank == "major"][:_MOST_REMARKS]
    blocks = []
    if major:
        rows = [_remarked(entry, [wording.text(entry.fact.note)], parts) for entry in major]
        blocks.append(fill_block("generated/open_questions/remarks", rows=rows))
    if rest := len(noted) - len(major):
        key = "questions-notes-more" if major else "questions-notes-only"
        facts = link(parts.links.to("facts/"), wording.say("questions-notes-link"))
        blocks.append(Markup("{} {}").format(counted(wording, key, rest), facts))
    return blocks


def _inferences(parts: PageParts) -> list[Markup]:
    """What we hold beyond a quotation, and why, by figure."""
    rows = [
        _remarked(entry, inferences(entry.fact, parts), parts)
        for entry in parts.site.book.entries.values()
        if entry.fact.inferred
    ]
    if not rows:
        return []
    if len(rows) > _MOST_REMARKS:  # the section of each figure has them too
        facts = link(parts.links.to("facts/"), parts.site.wording.say("questions-notes-link"))
        return [Markup("{} {}").format(counted(parts.site.wording, "fact-count", len(rows)), facts)]
    summary = counted(parts.site.wording, "questions-inferred-open", len(rows))
    content = fill_block("generated/open_questions/remarks", rows=rows)
    return [fill_block("parts/folded", summary=summary, content=content)]


def _remarked(entry: Entry, remarks: Sequence[str], parts: PageParts) -> dict[str, object]:
    return {
        "name": fact_name(entry, parts.site.wording),
        "figure": parts.figure(entry.fact.id),
        "remarks": remarks,
    }


def _check(result: CheckResult, parts: PageParts) -> Markup:
    """The label, the outcome in words, the two sides, the editor's note."""
    wording, check = parts.site.wording, result.check
    is_change = _is_of_changes(result, parts)
    return fill_block(
        "generated/open_questions/check",
        # Two hyphens: no fact's id can be the same.
        anchor=plain(f"check--{check.id}"),
        label=wording.text(check.label),
        outcome=result.outcome,
        word=wording.say(f"outcome-{result.outcome}"),
        why=wording.say(f"why-{result.outcome}"),
        sides=[
            _check_side("check-left", check.formula, result.left, parts, is_change=is_change),
            _against(check, result, parts, is_change=is_change),
        ],
        note=wording.text(check.note),
    )


def _is_of_changes(result: CheckResult, parts: PageParts) -> bool:
    """Whether a side is a stated change, or negative: then both sides are printed with a sign."""
    formulas = [text for text in (result.check.formula, result.check.against) if text]
    for text in formulas:
        steps = steps_of(text, parts.site.book)
        entry = parts.site.book.entries.get(steps[0].text) if len(steps) == 1 else None
        if entry and entry.indicator.kind == "change":
            return True
    amounts = [side.amount for side in (result.left, result.right) if side and side.amount]
    return any(amount.value is not None and amount.value < 0 for amount in amounts)


def _against(
    check: Check, result: CheckResult, parts: PageParts, *, is_change: bool
) -> dict[str, object]:
    """What the result is held against: a second formula, or a band with the reason for it."""
    if check.against is not None or check.band is None:
        return _check_side(
            "check-against", check.against or "", result.right, parts, is_change=is_change
        )
    wording = parts.site.wording
    amount = result.right.amount if result.right else None
    return {
        "head": wording.say("check-between"),
        "formula": None,
        "value": wording.amount(amount) if amount else "",
        "interval": "",
        "reason": wording.text(check.band.reason),
    }


def _check_side(
    head: str, text: str, side: Side | None, parts: PageParts, *, is_change: bool
) -> dict[str, object]:
    wording = parts.site.wording
    value, within, key = "", "", "check-interval"
    if side and side.amount:
        value = wording.amount(side.amount, signed=is_change)
        if side.low != side.high:
            within = interval_words(side.low, side.high, side.amount.unit, wording)
        if side.amount.value is None:
            # The ends of what is printed as a range are rounded outwards.
            ends = side.amount.min_value, side.amount.max_value
            within = "" if ends == (side.low, side.high) else within
            key = "check-interval-exact"
    return {
        "head": wording.say(head),
        "formula": formula(text, parts),
        "value": value,
        "interval": wording.say(key, interval=within) if within else "",
        "reason": "",
    }
