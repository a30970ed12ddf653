"""The pages of figures: a row each, and each by itself with sentence or formula, times, caveats.

In: the site. Out: the page of all figures and its parts, as `ledger_places` cuts them, each table
with the words that it is searched for; and a permalink page a figure that lands where it stands.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from generator.ledger import articles_of, facts_of
from generator.model import SECTIONS, Entry, Fact
from generator.pages.escape import encode
from generator.pages.ledger_places import LedgerPart, ledger_parts
from generator.pages.links import Links, plain
from generator.pages.parts.briefing import title_of
from generator.pages.parts.citation import ENDINGS, cited_figure
from generator.pages.parts.counted import counted, counted_facts, counter, dated, with_markup
from generator.pages.parts.details import Rows, afterwards_of, detail_rows
from generator.pages.parts.facts_table import facts_table, searched_words, spellings
from generator.pages.parts.formulas import formula_of
from generator.pages.parts.panel import source_at
from generator.pages.parts.parts import PageParts, machine_value, quote_text
from generator.pages.parts.references import withdrawn_name
from generator.pages.parts.report import report_address
from generator.pages.parts.sources import byline
from generator.pages.parts.tables import parts_table
from generator.pages.sharing.tags import Shared, shared_page
from generator.pages.site import Page, Site, index_page, titled_page
from generator.pages.templating import fill, fill_block, link
from generator.wording import fact_name

SECTION = SECTIONS["facts"]
_END = Markup('<div id="facts--end" tabindex="-1"></div>')
"""Where the link past the figures leads."""


def compose(site: Site) -> list[Page]:
    """The page of all figures, its parts, and a page a figure at its permanent address."""
    whole = ledger_parts(site.book)
    afterwards = afterwards_of(PageParts(site, Links(SECTION.path)))
    pages = [page for part in whole.walk() for page in _pages(part, whole, afterwards, site)]
    return [*pages, *_permalinks(site)]


def _pages(
    part: LedgerPart, whole: LedgerPart, afterwards: Mapping[str, Rows], site: Site
) -> list[Page]:
    """A part's page and, beside a table of rows, the words that it is searched for."""
    parts = PageParts(site, Links(part.file))
    entries = _by_indicator(part.entries, site)
    blocks: list[str] = [_lead(site) if part is whole else _lead_of(part, parts)]
    words: list[Page] = []
    if part.shows == "parts":
        blocks.append(_parts_table(part, parts))
    elif part.shows == "rows":
        file = f"{part.folder}words.json"
        blocks.append(facts_table(entries, parts, file))
        words.append(Page(file, searched_words(entries, parts)))
    else:
        blocks += [fill_block("generated/facts/skip", say=site.wording.say)]
        blocks += _sections(entries, afterwards, parts)
        blocks += [_END]
    blocks += _withdrawn(part.withdrawn, parts)
    if part is whole:
        return [index_page(SECTION, site, blocks), *words]
    return [titled_page(part.file, *_named(part, site), blocks), *words]


def _by_indicator(entries: Iterable[Entry], site: Site) -> list[Entry]:
    """In the order of indicators.yaml."""
    order = {name: at for at, name in enumerate(site.seeds.indicators)}
    return sorted(entries, key=lambda entry: order[entry.indicator.id])


def _named(part: LedgerPart, site: Site) -> tuple[str, str]:
    """The title of a part, and what its page holds, for those who list it."""
    wording = site.wording
    if part.period is None:
        title = wording.say("facts-withdrawn")
        description = wording.say("facts-withdrawn-lead")
    else:
        at = wording.at(part.period)
        title = wording.say("facts-part-title", at=at)
        description = wording.say("facts-part-description", at=at)
    return f"{title} ({part.letters})" if part.letters else title, description


def _lead_of(part: LedgerPart, parts: PageParts) -> Markup:
    """How many figures were first reported when, and where all others are."""
    wording, above = parts.site.wording, parts.links.to(f"{SECTION.folder}/")
    all_figures = link(above, wording.say("facts-part-all"))
    if part.period is None:
        return all_figures
    return with_markup(
        wording,
        "facts-part-lead",
        facts=counted(wording, "facts-lead-facts", len(part.entries)),
        time=dated(wording, part.period, as_moment=True),
        all=all_figures,
    )


def _parts_table(part: LedgerPart, parts: PageParts) -> Markup:
    """A row a part, with its time and how many figures it holds."""
    wording = parts.site.wording
    rows = [
        {
            "href": parts.links.to(one.folder),
            "time": dated(wording, one.period)
            if one.period
            else encode(wording.say("facts-withdrawn")),
            "letters": one.letters,
            "count": counter(wording, len(one.entries or one.withdrawn)),
        }
        for one in part.listed()
    ]
    columns = ("column-known-from", "column-facts")
    return parts_table(rows, columns, parts, parts.links.to("assets/facts.js"))


def _sections(
    entries: Sequence[Entry], afterwards: Mapping[str, Rows], parts: PageParts
) -> Iterator[str]:
    """Each figure by itself, under the headings of their indicators."""
    above = ""
    for entry in entries:
        if entry.indicator.id != above:
            above = entry.indicator.id
            label = parts.site.wording.text(entry.indicator.label)
            # Two hyphens: no fact's id can be the same.
            yield f"## {encode(label)} {{ #indicator--{above} }}"
        yield _fact(entry, parts, afterwards.get(entry.fact.id, ()))


def _lead(site: Site) -> Markup:
    """How many facts there are, and how many of them are figures and how many events."""
    facts, wording = len(site.book.entries), site.wording
    events = len(facts_of(site.book, basis="event"))
    parts = {
        "facts": counted_facts(site.book, wording, "facts-lead-facts"),
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
        doubt=parts.doubt(entry),
        is_replaced=entry.revised_by is not None,
        quotations=[
            parts.cited(one, source_at(one, entry, parts), is_whole=True) for one in entry.located
        ],
        formula=formula_of(entry, parts),
        details=[(say(key), detail) for key, detail in detail_rows(entry, parts, afterwards)],
        permalink=parts.links.to(f"f/{entry.fact.id}/"),
        report=report_address(entry.fact, parts, cited_figure(entry, parts).title),
        spellings=spellings(entry, parts),
        citations=[
            (parts.links.to(f"cite/{entry.fact.id}.{ending}"), say(f"panel-form-{form}"))
            for form, ending in ENDINGS.items()
        ],
        say=say,
    )


def _withdrawn(facts: Sequence[Fact], parts: PageParts) -> list[str]:
    """Withdrawn figures, each with the reason."""
    if not facts:
        return []
    say = parts.site.wording.say
    return [
        # Two hyphens: no fact's id can be the same.
        f"## {encode(say('facts-withdrawn'))} {{ #facts--withdrawn }}",
        encode(say("facts-withdrawn-lead")),
        *(_tombstone(fact, parts) for fact in facts),
    ]


def _tombstone(fact: Fact, parts: PageParts) -> Markup:
    return fill_block(
        "generated/facts/tombstone",
        id=plain(fact.id),
        name=withdrawn_name(fact, parts.site),
        reason=parts.site.wording.text(fact.reason),
        permalink=parts.links.to(f"f/{fact.id}/"),
        report=report_address(fact, parts),
        say=parts.site.wording.say,
    )


def _permalinks(site: Site) -> list[Page]:
    """A small page a figure at its permanent address, which leads to where the figure stands now.

    A withdrawn figure keeps its address and leads to its tombstone; a moved id to its successor.
    """
    moved = {one.id: one.to for one in site.seeds.moved.values()}
    targets = {**moved, **{one: one for one in (*site.book.entries, *site.book.withdrawn)}}
    return [_permalink(fact_id, target, site) for fact_id, target in targets.items()]


def _permalink(fact_id: str, target: str, site: Site) -> Page:
    """What messengers read at the address, and a way on for browsers."""
    parts, entry = PageParts(site, Links(f"f/{fact_id}/index.md")), site.book.entries.get(target)
    named, ledger = site.wording.say("permalink-title", id=fact_id), parts.ledger(target)
    shared = _shared(f"f/{target}/", entry, parts) if entry else None
    text = fill(
        "generated/facts/permalink",
        lang=site.wording.lang,
        title=shared.title if shared else named,
        shared=shared,
        site_title=title_of(site),
        target=ledger,
        figure=parts.figure(target) if entry else link(ledger, named),
        sources=parts.sources(articles_of(site.book, entry)) if entry else (),
        icon=parts.links.to("assets/favicon.svg"),
    )
    return Page(f"f/{fact_id}/index.html", f"{text}\n")


def _shared(folder: str, entry: Entry, parts: PageParts) -> Shared:
    """What others show of a figure's address: what it is, its words, who says so."""
    site, say = parts.site, parts.site.wording.say
    said = [byline(site.book.articles[one], site.wording) for one in articles_of(site.book, entry)]
    if entry.located:
        said.insert(0, f"{say('quote-open')}{quote_text(entry.located[0])}{say('quote-close')}")
    return shared_page(folder, cited_figure(entry, parts).title, ", ".join(said), parts)
