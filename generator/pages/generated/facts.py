"""The page of all figures: each with anchor, sentence or formula, two times, caveats.

In: the site. Out: `facts/index.md`, and a permalink page a figure that lands on its anchor.
"""

from collections.abc import Iterable

from markupsafe import Markup

from generator.ledger import facts_of
from generator.model import SECTIONS, Entry, Fact
from generator.pages.escape import encode
from generator.pages.links import Links, plain
from generator.pages.parts.citation import ENDINGS
from generator.pages.parts.counted import counted, with_markup
from generator.pages.parts.details import afterwards_of, detail_rows
from generator.pages.parts.facts_table import compose_spellings, compose_table
from generator.pages.parts.formulas import formula_of
from generator.pages.parts.panel_source import source_at
from generator.pages.parts.parts import PageParts, machine_value
from generator.pages.parts.references import withdrawn_name
from generator.pages.site import Page, Site, index_page
from generator.pages.templating import fill, fill_block
from generator.wording import fact_name

SECTION = SECTIONS["facts"]


def compose(site: Site) -> list[Page]:
    """The page of all figures, and a page a figure at its permanent address."""
    return [_ledger(site), *_permalinks(site)]


def _ledger(site: Site) -> Page:
    """All figures as a table, then each by itself, in the order of indicators.yaml."""
    parts = PageParts(site, Links(SECTION.path))
    blocks: list[str] = [_lead(site)]
    afterwards = afterwards_of(parts)
    groups = {name: _entries(name, site) for name in site.seeds.indicators}
    blocks.append(compose_table([entry for group in groups.values() for entry in group], parts))
    for name, entries in groups.items():
        if entries:
            label = site.wording.text(entries[0].indicator.label)
            # Two hyphens: no fact's id can be the same.
            blocks.append(f"## {encode(label)} {{ #indicator--{name} }}")
        blocks += [_fact(entry, parts, afterwards.get(entry.fact.id, ())) for entry in entries]
    blocks += _withdrawn(site, parts)
    return index_page(SECTION, site, blocks)


def _entries(indicator: str, site: Site) -> list[Entry]:
    return [entry for entry in site.book.entries.values() if entry.indicator.id == indicator]


def _lead(site: Site) -> Markup:
    """How many facts there are, and how many of them are figures and how many events."""
    facts, wording = len(site.book.entries), site.wording
    events = len(facts_of(site.book, basis="event"))
    parts = {
        "facts": counted(wording, "facts-lead-facts", facts),
        "figures": counted(wording, "facts-lead-figures", facts - events),
    }
    if not events:
        return with_markup(wording, "facts-lead", **parts)
    said = counted(wording, "facts-lead-events", events)
    return with_markup(wording, "facts-lead-with", **parts, events=said)


def _fact(entry: Entry, parts: PageParts, afterwards: Iterable[tuple[str, Markup]] = ()) -> Markup:
    """One figure with all that is known of it, and the files of its citation."""
    say = parts.site.wording.say
    return fill_block(
        "generated/facts/fact",
        id=plain(entry.fact.id),
        name=fact_name(entry, parts.site.wording),
        value=machine_value(entry),
        amount=parts.amount(entry),
        quotations=[parts.cited(one, source_at(one, entry, parts)) for one in entry.located],
        formula=formula_of(entry, parts),
        details=[(say(key), detail) for key, detail in detail_rows(entry, parts, afterwards)],
        permalink=parts.links.to(f"f/{entry.fact.id}/"),
        spellings=compose_spellings(entry, parts),
        citations=[
            (parts.links.to(f"cite/{entry.fact.id}.{ending}"), say(f"panel-form-{form}"))
            for form, ending in ENDINGS.items()
        ],
        say=say,
    )


def _withdrawn(site: Site, parts: PageParts) -> list[str]:
    """Withdrawn figures, each with the reason."""
    if not site.book.withdrawn:
        return []
    say = site.wording.say
    return [
        # Two hyphens: no fact's id can be the same.
        f"## {encode(say('facts-withdrawn'))} {{ #facts--withdrawn }}",
        encode(say("facts-withdrawn-lead")),
        *(_tombstone(fact, parts) for fact in site.book.withdrawn.values()),
    ]


def _tombstone(fact: Fact, parts: PageParts) -> Markup:
    return fill_block(
        "generated/facts/tombstone",
        id=plain(fact.id),
        name=withdrawn_name(fact, parts.site),
        reason=parts.site.wording.text(fact.reason),
        permalink=parts.links.to(f"f/{fact.id}/"),
        say=parts.site.wording.say,
    )


def _permalinks(site: Site) -> list[Page]:
    """A small page a figure at its permanent address, which leads to where the figure stands now.

    A withdrawn figure keeps its address and leads to its tombstone; a moved id to its successor.
    """
    moved = {one.id: one.to for one in site.seeds.moved.values()}
    targets = {**moved, **{one: one for one in (*site.book.entries, *site.book.withdrawn)}}
    pages = []
    for fact_id, target in targets.items():
        links = Links(f"f/{fact_id}/index.md")
        text = fill(
            "generated/facts/permalink",
            lang=site.wording.lang,
            title=site.wording.say("permalink-title", id=fact_id),
            target=links.fact(target),
        )
        pages.append(Page(f"f/{fact_id}/index.html", str(text) + "\n"))
    return pages
