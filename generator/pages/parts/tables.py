"""The tables of a page: what its rows and columns show of figures, of events, of findings.

In: entries in their order, the parts of a page. Out: markup that is safe in Markdown. The figures'
own page, which finds and sorts, is `generated/facts.py`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from generator.ledger import articles_of
from generator.model import CODES, Entry
from generator.pages.by_time import TimePart, listed_parts
from generator.pages.links import page_table, plain
from generator.pages.parts.counted import counter, dated, dated_period
from generator.pages.parts.parts import MOST_LINKS, PageParts
from generator.pages.templating import fill_block
from generator.wording import fact_name

CODE_TEXTS = ("meaning", "example", "cure")
"""What the catalogues say of every code."""


def figures_table(
    entries: Sequence[Entry],
    parts: PageParts,
    article: str | None = None,
    *,
    has_download: bool = False,
) -> Markup:
    """Figures as rows: what, how much, when, known from, by whom.

    Where the page names the one `article` with which all became known, no row names it again. What
    stands on a hand-written page can be taken away from there, if it `has_download`. It is folded
    where the page has said all of it.
    """
    sources = [articles_of(parts.site.book, entry) for entry in entries]
    sources = [() if article and names == (article,) else names for names in sources]
    rows = [
        {
            "name": fact_name(entry, parts.site.wording),
            "figure": parts.figure(entry.fact.id),
            "period": dated_period(parts.site.wording, entry),
            "known_from": dated(parts.site.wording, entry.known_from),
            "sources": [parts.source(article) for article in names],
        }
        for entry, names in zip(entries, sources, strict=True)
    ]
    return fill_block(
        "parts/table",
        rows=rows,
        has_dates=article is None,
        has_sources=any(sources),
        is_folded=parts.said.issuperset(entry.fact.id for entry in entries),
        end=f"table--{plain(entries[0].fact.id)}--end" if len(entries) > MOST_LINKS else "",
        download=parts.links.to(page_table(parts.links.page)) if has_download else None,
        say=parts.site.wording.say,
    )


def events_table(entries: Sequence[Entry], parts: PageParts) -> Markup:
    """Events in order of time, each with its sentence."""
    rows = [
        {
            "name": fact_name(entry, parts.site.wording),
            "href": parts.ledger(entry.fact.id),
            "period": dated_period(parts.site.wording, entry),
            "quotation": parts.quotation(entry),
        }
        for entry in entries
    ]
    return fill_block("parts/timeline", rows=rows)


def parts_table(
    rows: Sequence[Mapping[str, object]], words: tuple[str, str], parts: PageParts, script: str = ""
) -> Markup:
    """A row a part of what is too long for one page: its address, time, letters and count.

    `words` are the keys of its two columns; `script` is the address of one that the page needs.
    """
    say = parts.site.wording.say
    time, number = map(say, words)
    return fill_block(
        "parts/time_parts", rows=rows, time=time, number=number, script=script, say=say
    )


def time_rows(
    found: Sequence[TimePart[Any]], folder: str, parts: PageParts
) -> list[Mapping[str, object]]:
    """The rows of parts by time, whose pages stand in `folder`, newest first."""
    wording = parts.site.wording
    return [
        {
            "href": parts.links.to(f"{folder}/{one.name}/"),
            "time": dated(wording, one.period),
            "letters": one.letters,
            "count": counter(wording, len(one.things)),
        }
        for one in reversed(listed_parts(found))
    ]


def codes_table(parts: PageParts, *, is_open: bool = False) -> Markup:
    """Every finding: its code, whether a person must judge it, its meaning, example, cure."""
    wording = parts.site.wording
    rows = [
        {
            "code": code,
            "severity": wording.say(f"severity-{severity}"),
            **{part: wording.verbatim(f"code-{code}-{part}") for part in CODE_TEXTS},
        }
        for code, severity in CODES.items()
    ]
    return fill_block("parts/codes", rows=rows, is_open=is_open, say=wording.say)
