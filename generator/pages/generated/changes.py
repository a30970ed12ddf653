"""What changed: our corrections, what each date brought, what was withdrawn or moved.

In: the site. Out: `changes/index.md`, newest first, and of very many corrections pages by time.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter

from markupsafe import Markup

from generator.ledger import Knowledge, knowledge_path, news_of
from generator.model import SECTIONS, Correction, Entry
from generator.pages.escape import encode
from generator.pages.ledger_places import MOST_ROWS
from generator.pages.links import Links, known_folder, plain
from generator.pages.parts.counted import counted, dated
from generator.pages.parts.lists_by_time import TimeList
from generator.pages.parts.parts import PageParts
from generator.pages.parts.references import corrected_words, withdrawn_name, withdrawn_words
from generator.pages.site import Page, Site, heading, index_page
from generator.pages.templating import fill_block, link
from generator.wording import fact_name

SECTION = SECTIONS["changes"]


def compose(site: Site) -> list[Page]:
    """Corrections, then new and replaced figures by date, then what is gone."""
    parts, say = PageParts(site, Links(SECTION.path)), site.wording.say
    made = sorted(site.seeds.corrections, key=lambda one: one.date.sort_key, reverse=True)
    corrections = TimeList(
        section=SECTION,
        columns=("changes-column-date", "changes-column-corrections"),
        when=attrgetter("date"),
        name=lambda one: f"{one.fact} {one.changed} {one.date} {one.old} {one.new}",
        blocks=lambda some, on: [_corrections(some, on)],
    )
    cut = corrections.cut(made)
    blocks: list[str] = [
        encode(say("changes-lead")),
        heading("changes-corrections", site),
        corrections.table(cut, parts) if cut else _corrections(made, parts),
        heading("changes-dates", site),
        encode(say("changes-dates-lead")),
    ]
    blocks += _dates(parts)
    blocks += [heading("changes-withdrawn", site), _withdrawn(parts), *_moved(parts)]
    return [index_page(SECTION, site, blocks), *corrections.pages(cut, site)]


def _dates(parts: PageParts) -> Iterator[str]:
    """What the newest dates brought, as many rows as a page has room for."""
    left = MOST_ROWS
    for known in reversed(knowledge_path(parts.site.book)):
        heads, rows = _date(known, parts)
        if max(1, len(rows)) > left and left < MOST_ROWS:
            yield link(parts.links.to("known/"), parts.site.wording.say("path-all"))
            return
        yield from heads
        if 0 < len(rows) <= left:
            yield fill_block("generated/changes/news", rows=rows)
        left -= max(1, len(rows))


def _corrections(made: Sequence[Correction], parts: PageParts) -> Markup:
    if not made:
        return encode(parts.site.wording.say("changes-corrections-none"))
    rows = [_correction(one, parts) for one in made]
    return fill_block("generated/changes/corrections", rows=rows, say=parts.site.wording.say)


def _correction(made: Correction, parts: PageParts) -> dict[str, object]:
    wording, site = parts.site.wording, parts.site
    entry = site.book.entries.get(made.fact)
    fact = site.book.withdrawn.get(made.fact)
    if entry:
        name: str = fact_name(entry, wording)
    else:
        name = withdrawn_name(fact, site) if fact else made.fact
    gone = link(parts.ledger(made.fact), made.fact)
    return {
        "date": dated(wording, made.date),
        "name": name,
        "figure": parts.figure(made.fact) if entry else gone,
        "field": wording.say(f"inferred-{made.changed}"),
        "old": corrected_words(made.changed, made.old, entry, parts),
        "new": corrected_words(made.changed, made.new, entry, parts),
        "reason": wording.text(made.reason),
    }


def _date(known: Knowledge, parts: PageParts) -> tuple[list[str], list[dict[str, object]]]:
    """The heading of a date, and what it brought: replaced figures first, then the new ones."""
    wording = parts.site.wording
    href = parts.links.to(f"{known_folder(known.date)}/")
    all_of_date = link(href, wording.say("changes-date-link"))
    rows: list[dict[str, object]] = [
        {**_row(new, parts), "old": parts.figure(old.fact.id)} for old, new in known.revised
    ]
    replacing = {new.fact.id for _, new in known.revised}
    news = news_of(known)
    rows += [_row(entry, parts) for entry in news if entry.fact.id not in replacing]
    count = counted(wording, "changes-new", len(news))
    lead = Markup("{} · {}").format(count, all_of_date)
    return [f"### {dated(wording, known.date)}", lead], rows


def _row(entry: Entry, parts: PageParts) -> dict[str, object]:
    name = fact_name(entry, parts.site.wording)
    return {"name": name, "figure": parts.figure(entry.fact.id), "old": None}


def _withdrawn(parts: PageParts) -> Markup:
    site = parts.site
    if not site.book.withdrawn:
        return encode(site.wording.say("changes-withdrawn-none"))
    rows = [
        {
            "id": plain(fact.id),
            "href": parts.ledger(fact.id),
            "word": withdrawn_name(fact, site),
            "old": withdrawn_words(fact, site),
            "reason": site.wording.text(fact.reason),
        }
        for fact in islice(site.book.withdrawn.values(), MOST_ROWS)
    ]
    left = len(site.book.withdrawn) - len(rows)
    more = parts.more(left, SECTIONS["facts"].folder + "/") if left else ""
    return fill_block("generated/changes/gone", rows=rows, more=more)


def _moved(parts: PageParts) -> list[str]:
    """Ids that are no longer used, and where their addresses lead."""
    moved, wording = parts.site.seeds.moved, parts.site.wording
    if not moved:
        return []
    rows = [
        {
            "id": plain(one.id),
            "href": parts.ledger(one.to),
            "word": wording.say("moved-to"),
            "old": "",
            "reason": wording.text(one.reason),
        }
        for one in islice(moved.values(), MOST_ROWS)
    ]
    left = len(moved) - len(rows)
    more = counted(wording, "list-more", left) if left else ""
    block = fill_block("generated/changes/gone", rows=rows, more=more)
    return [heading("changes-moved", parts.site), block]
