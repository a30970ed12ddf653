"""What of an article the briefing uses: its numbers counted, and where in the text they stand.

In: an article, the book. Out: markup with shapes of its own, which need no style and no script.
Never a word of the article.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup

from generator.ledger import coverage_counts
from generator.model import Amount, Article, CoveredMention
from generator.pages.parts.counted import counted
from generator.pages.parts.parts import PageParts
from generator.pages.templating import fill_block

PARTS = ("covered", "ignored", "open")
_WIDTH, _LEAST = 1000, 4
"""Of the strip in its own units, and of the narrowest tick that can be seen on a phone."""


def coverage_bar(article: Article, parts: PageParts) -> Markup:
    """How many numbers are covered, left out and open, as a bar with its words."""
    wording = parts.site.wording
    counts = coverage_counts(parts.site.book.coverage.get(article.id, ()))
    ends = [0]
    for count in counts:
        ends.append(ends[-1] + count)
    total = ends[-1]
    pieces = [
        {"kind": kind, "x": _scaled(start, total), "width": _scaled(end - start, total)}
        for kind, (start, end) in zip(PARTS, pairwise(ends), strict=True)
        if end > start
    ]
    words = [
        {"kind": kind, "words": counted(wording, f"coverage-{kind}", count)}
        for kind, count in zip(PARTS, counts, strict=True)
    ]
    return fill_block(
        "parts/coverage/bar",
        head=counted(wording, "coverage-all", total),
        label=wording.say("coverage-bar"),
        pieces=pieces,
        words=words,
    )


def coverage_strip(article: Article, parts: PageParts) -> Markup:
    """The text as a line from its beginning to its end: what is quoted, and where numbers stand."""
    book, size = parts.site.book, len(article.text)
    spans = sorted(
        {
            (located.start, located.end)
            for entry in book.entries.values()
            for located in entry.located
            if located.quote.article == article.id
        }
    )
    quoted = [
        {"x": _scaled(start, size), "width": _scaled(end - start, size)} for start, end in spans
    ]
    ticks = [_tick(mention, size) for mention in book.coverage.get(article.id, ())]
    return fill_block(
        "parts/coverage/strip", quoted=quoted, ticks=ticks, say=parts.site.wording.say
    )


def _tick(covered: CoveredMention, size: int) -> dict[str, object]:
    mention = covered.mention
    width = max(_scaled(mention.end - mention.start, size), _LEAST)
    x = min(_scaled(mention.start, size), _WIDTH - width)
    return {"kind": _kind(covered), "x": x, "width": width}


def _kind(covered: CoveredMention) -> str:
    """A number that a fact covers is covered, also where it is left out."""
    if covered.covered_by:
        return "covered"
    return "open" if covered.is_open else "ignored"


def _scaled(part: int, whole: int) -> int:
    return round(part * _WIDTH / whole) if whole else 0


def _whole(number: int, parts: PageParts) -> str:
    return parts.site.wording.number(Amount(value=Decimal(number)))


def places(spans: Sequence[tuple[int, int]], parts: PageParts) -> str:
    """Where passages stand, in characters of the file as delivered, counted from the first."""
    wording = parts.site.wording
    said = (
        wording.say("article-place", start=_whole(start + 1, parts), end=_whole(end, parts))
        for start, end in spans
    )
    return "; ".join(said)
