"""The proof panel of a figure: all that proves it, shown beside the figure wherever it stands.

In: the site. Out: a record a figure, which `exports/` writes to `f/<id>.json`, with where its
sentences stand: as links for readers, as targets of the W3C Web Annotation model for programs, and
as the publisher's address with a text fragment (WICG Scroll to Text Fragment), which browsers
scroll to and mark. Links in it are relative to the site's root. Without JavaScript the page of all
figures shows the same, but for the aspects; what kind of text proves it stands on the text's page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from generator.ledger import articles_of
from generator.model import Article, Entry, Fact, Located
from generator.pages.doubts import doubts_of
from generator.pages.escape import decode_harmless, encode
from generator.pages.links import Links
from generator.pages.parts.citation import FORMS, citation_forms, cited_figure
from generator.pages.parts.details import Rows, afterwards_of, aspect_rows, detail_rows
from generator.pages.parts.formulas import formula_of
from generator.pages.parts.parts import PageParts, machine_value
from generator.pages.parts.references import withdrawn_name
from generator.pages.parts.report import report_address
from generator.pages.parts.sentences import marked_sentence
from generator.pages.parts.sources import dated_name, provenance
from generator.pages.site import Site
from generator.pages.templating import fill, fill_block
from generator.wording import fact_name, status_word

Panel = dict[str, Any]
_CONTEXT = 32
"""Characters before and after a quotation, by which it is found again."""
_LONGEST = 300
"""A longer passage is named by its first and last words."""
_ENDS = 5
"""How many words name an end of it."""
_MOST_CONTEXT = 8
"""How many words before or after tell a passage from an equal one."""


def compose_panels(site: Site) -> dict[str, Panel]:
    """The panel of every figure by its id, of withdrawn ones too."""
    parts = PageParts(site, Links("index.md"), spells_out=True)
    afterwards = afterwards_of(parts)
    panels = {
        name: _panel(entry, parts, afterwards.get(name, []))
        for name, entry in site.book.entries.items()
    }
    return panels | {name: _withdrawn(fact, parts) for name, fact in site.book.withdrawn.items()}


def _panel(entry: Entry, parts: PageParts, afterwards: Rows) -> Panel:
    fact, site, say = entry.fact, parts.site, parts.site.wording.say
    articles = site.book.articles
    inside = fill_block(
        "parts/panel/panel",
        name=fact_name(entry, site.wording),
        measured=_measured(entry, parts),
        value=machine_value(entry),
        amount=parts.amount(entry),
        **_marks(entry, parts),
        quotations=[
            parts.cited(
                one,
                source_at(one, entry, parts),
                is_whole=True,
                sentence=marked_sentence(entry, number, site.wording),
            )
            for number, one in enumerate(entry.located)
        ],
        formula=formula_of(entry, parts),
        details=[(say(key), detail) for key, detail in _details(entry, parts, afterwards)],
        aspects=[(say(key), said) for key, said in aspect_rows(entry, parts)],
        forms=FORMS,
        **_ways(fact, parts, report_address(fact, parts, cited_figure(entry, parts).title)),
    )
    cited = cited_figure(entry, parts)
    source = "; ".join(cited.sources)
    return {
        "id": fact.id,
        "html": decode_harmless(str(inside)),
        "source": source,
        "share": f"{cited.title} ({source})",
        "citation": citation_forms(cited, site),
        "target": [
            annotation_target(one, articles[one.quote.article], parts) for one in entry.located
        ],
    }


def _marks(entry: Entry, parts: PageParts) -> dict[str, Any]:
    """The words of what it is if not a report, and of each doubt that its amount does not say."""
    wording, doubts = parts.site.wording, doubts_of(entry, parts.site)
    status = status_word(entry, wording)
    is_plain = entry.fact.status == "reported" or "forecast" in doubts
    return {
        "status": "" if is_plain else status,
        "doubts": [
            status if doubt == "forecast" else wording.say(f"doubt-{doubt}")
            for doubt in doubts
            if doubt != "hedged"
        ],
    }


def _measured(entry: Entry, parts: PageParts) -> str:
    """The indicator, where the figure has a name of its own: a panel opens anywhere."""
    wording, own = parts.site.wording, entry.fact.label
    measured = wording.text(entry.indicator.label)
    is_said = entry.indicator.kind == "event" or wording.text(own) in {"", measured}
    return "" if is_said else measured


def _details(entry: Entry, parts: PageParts, afterwards: Rows) -> Rows:
    """As in the ledger, but the status, which stands beside the amount; and what it rests on."""
    rows = [row for row in detail_rows(entry, parts, afterwards) if row[0] != "fact-status"]
    names = articles_of(parts.site.book, entry)
    if not entry.located:
        rows.append(("panel-rests-on", Markup("; ").join(parts.source(one) for one in names)))
    return [*rows, *(("panel-provenance", encode(said)) for said in _provenance(names, parts))]


def _provenance(names: Iterable[str], parts: PageParts) -> list[str]:
    """What kind of texts prove the figure, each statement once; of several, which says of whom."""
    articles, wording = parts.site.book.articles, parts.site.wording
    groups: dict[str, list[str]] = {}
    for name in names:
        article = articles[name]
        said = provenance(article, articles, wording)
        groups.setdefault(said, []).append(parts.byline(article))
    if len(groups) == 1:
        return [*groups]
    return [
        wording.say("provenance-of", said=said, sources="; ".join(sources))
        for said, sources in groups.items()
    ]


def _withdrawn(fact: Fact, parts: PageParts) -> Panel:
    """Why a figure was withdrawn; there is nothing to cite."""
    inside = fill_block(
        "parts/panel/withdrawn",
        name=withdrawn_name(fact, parts.site),
        amount="",
        reason=parts.site.wording.text(fact.reason),
        forms=(),
        **_ways(fact, parts, report_address(fact, parts)),
    )
    return {"id": fact.id, "html": decode_harmless(str(inside)), "citation": None, "target": []}


def _ways(fact: Fact, parts: PageParts, report: str) -> dict[str, Any]:
    """The links at the foot of every panel."""
    return {
        "report": report,
        "ledger": parts.ledger(fact.id),
        "permalink": parts.links.to(f"f/{fact.id}/"),
        "say": parts.site.wording.say,
    }


def source_at(located: Located, entry: Entry, parts: PageParts) -> Markup:
    """The article's page at the sentence, who wrote it, the publisher's page at the sentence."""
    article = parts.site.book.articles[located.quote.article]
    original = ""
    if article.url_main:
        original = passage_address(article.url_main, article.text, located.start, located.end)
    return fill(
        "parts/panel/source",
        href=parts.links.article(article.id, entry.fact.id),
        byline=dated_name(article, parts.site.wording),
        inferred=parts.inferred(article),
        author=article.author,
        original=original,
        say=parts.site.wording.say,
    ).strip()


def annotation_target(located: Located, article: Article, parts: PageParts) -> dict[str, Any]:
    """The passage by its words and by its place, and the text in which both hold."""
    text, start, end = article.text, located.start, located.end
    return {
        "type": "SpecificResource",
        "source": article.url_main or str(parts.links.article(article.id)),
        "sha256": article.sha256,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": located.text,
                "prefix": text[max(0, start - _CONTEXT) : start],
                "suffix": text[end : end + _CONTEXT],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


@dataclass(frozen=True, slots=True)
class _Fragment:
    """What names a passage: its own words, and those around it."""

    before: str
    """The rest of the line that the passage begins on, white space folded."""
    first: str
    last: str
    """Empty when `first` is the whole passage."""
    after: str


def passage_address(url: str, text: str, start: int, end: int) -> str:
    """The address of `text[start:end]` on the page at `url`, which may name a place already."""
    begin = "" if "#" in url else "#"
    return f"{url}{begin}:~:text={_directive(_passage(text, start, end), text)}"


def _passage(text: str, start: int, end: int) -> _Fragment:
    """The passage widened to whole words: browsers find nothing that begins within one."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    lines = text[start:end].strip().splitlines() or [""]
    if len(lines) == 1 and end - start <= _LONGEST:
        first, last = _folded(lines[0]), ""
    else:
        first = " ".join(lines[0].split()[:_ENDS])
        last = " ".join(lines[-1].split()[-_ENDS:])
    before = text[:start].rstrip().splitlines()[-1:] or [""]
    after = text[end:].lstrip().splitlines()[:1] or [""]
    return _Fragment(_folded(before[0]), first, last, _folded(after[0]))


def _directive(passage: _Fragment, text: str) -> str:
    """[prefix-,]start[,end][,-suffix], with as much around it as makes it the only one."""
    page = _folded(text).casefold()
    before, after = passage.before.split(), passage.after.split()
    prefix = suffix = ""
    for words in range(1, _MOST_CONTEXT + 1):
        around = f"{prefix} {passage.first} {suffix}".strip().casefold()
        if page.count(around) <= 1:
            break
        prefix = " ".join(before[-words:])
        # What stands after a long passage does not follow its first words.
        suffix = "" if passage.last else " ".join(after[:words])
    parts = [f"{_encoded(prefix)}-"] if prefix else []
    parts += [_encoded(part) for part in (passage.first, passage.last) if part]
    parts += [f"-{_encoded(suffix)}"] if suffix else []
    return ",".join(parts)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _encoded(part: str) -> str:
    """Percent-encoded, and with it what separates parts: comma, hyphen, ampersand."""
    return quote(part, safe="").replace("-", "%2D")
