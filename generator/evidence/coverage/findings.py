"""What is wrong with an article's coverage: open numbers, ignored texts, its language and date.

In: an article and its mentions with what accounts for them. Out: findings, one a mistake: what a
misspelt entry was meant to ignore is not open as well, and an article that no lexicon reads has
no other finding. It never says when an article came out: editors do.
"""

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from generator.evidence.coverage.cover import places_of
from generator.evidence.lexicon.lexicon import is_readable, languages
from generator.evidence.messages import plain, show, write_edtf, write_value
from generator.evidence.quotes.quotations import bears_out
from generator.evidence.text.folding import Folded, fold
from generator.model import Article, CoveredMention, Finding, Ignored, Mention, Place

_LEAST_LIKENESS = 50
"""From here on a misspelt text may have meant a mention; it is in per cent."""


def check_coverage(article: Article, covered: Iterable[CoveredMention]) -> Iterator[Finding]:
    """An `open-number` for every open mention, and what is wrong with the article's entry."""
    mentions = list(covered)
    if not is_readable(article.lang):
        yield _unreadable(article)
        return
    if article.text and not bears_out(article, (one.mention for one in mentions)):
        yield _undated(article, [one.mention for one in mentions])
    folded = fold(article.text)
    missing = [one for one in article.ignored if not any(places_of(one, folded))]
    meant = {_meant(one, mentions) for one in missing}
    for one in mentions:
        if one.is_open and one.mention.text not in meant:
            yield _open(article, one.mention)
    for at, entry in enumerate(article.ignored):
        if entry in missing:
            yield _missing(article, at, entry)
        elif facts := _facts_of(entry, folded, mentions):
            yield _superfluous(article, at, entry, facts)


def _unreadable(article: Article) -> Finding:
    *others, last = languages()
    return Finding(
        "bad-value",
        article.marks.at("lang"),
        article.id,
        f"no lexicon reads {plain(article.lang)}",
        f"write {', '.join(others)} or {last}",
    )


def _undated(article: Article, mentions: Sequence[Mention]) -> Finding:
    """The date of publication is said to stand in the text, and does not."""
    dates = [plain(one.text) for one in mentions if one.kind == "date"]
    said = f"its dates are {', '.join(dates[:5])}" if dates else "it holds no date"
    return Finding(
        "period-mismatch",
        article.marks.at("date_published"),
        article.id,
        f"the text does not state {write_edtf(str(article.date_published))}; {said}",
        "correct date_published, or write date_basis: inferred and a reason",
    )


def _open(article: Article, mention: Mention) -> Finding:
    return Finding(
        "open-number",
        _place(article, mention.start),
        article.id,
        f"{_say(mention)} is neither in a fact nor ignored",
        f"quote it in a fact, or add to the article's ignored: "
        f"{{exact: {show(mention.text)}, reason: …}}",
    )


def _missing(article: Article, at: int, entry: Ignored) -> Finding:
    return Finding(
        "quote-missing",
        article.marks.at("ignored", at, "exact"),
        article.id,
        f"{show(entry.exact)} is ignored, but does not stand in the article",
        "correct the text, or delete the entry",
    )


def _superfluous(article: Article, at: int, entry: Ignored, facts: Sequence[str]) -> Finding:
    return Finding(
        "ignored-fact",
        article.marks.at("ignored", at, "exact"),
        article.id,
        f"{show(entry.exact)} is ignored, but is a fact already ({', '.join(facts)})",
        "delete the entry",
    )


def _meant(entry: Ignored, mentions: Sequence[CoveredMention]) -> str | None:
    """The open mention that a text which is not there was most likely meant to be."""
    scored = [
        (fuzz.partial_ratio(one.mention.text, entry.exact), one.mention.text)
        for one in mentions
        if one.is_open
    ]
    likeness, text = max(scored, default=(0, None))
    return text if likeness >= _LEAST_LIKENESS else None


def _facts_of(
    entry: Ignored, folded: Folded, mentions: Sequence[CoveredMention]
) -> tuple[str, ...]:
    """The facts that state every number of an ignored text, wherever it stands; else none."""
    held = [
        one
        for start, end in places_of(entry, folded)
        for one in mentions
        if start <= one.mention.start and one.mention.end <= end
    ]
    if not all(one.covered_by for one in held) or all(one.mention.value is None for one in held):
        return ()
    return tuple(dict.fromkeys(fact for one in held for fact in one.covered_by))


def _say(mention: Mention) -> str:
    """The mention and what it was read as."""
    if mention.value is None:
        return show(mention.text)
    unit = f" {mention.unit}" if mention.unit else ""
    return f"{show(mention.text)} = {write_value(mention.value)}{plain(unit)}"


def _place(article: Article, offset: int) -> Place:
    """Line and column, from one, of an offset of the delivered text."""
    before = article.text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    line_start = before.rfind("\n") + 1
    return Place(article.path, before.count("\n") + 1, len(before) - line_start + 1)
