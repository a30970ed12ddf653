"""Where a quotation stands in its article: verbatim, but for spaces, quotation marks and dashes.

In: a quotation and its annotated article. Out: every `Passage` that it may mean, or a finding on
the words of the quotation; the words, the span and the sentence of tokens. A shortened quotation
(`[…]`) has its parts in order, within a sentence, and hides no negation and no conjunction. Where
words that are missing do stand, `missing` says.
"""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.evidence.annotate import AnnotatedArticle, Annotation, Span
from generator.evidence.findings import finding_on, show
from generator.evidence.text.folding import fold, spellings_of
from generator.evidence.text.tokens import is_glued
from generator.model import Finding, Quote

SHORTEST, LONGEST = 12, 1000
_AROUND = 400
"""Characters of a sentence that are kept on either side of a quotation."""
_MOST_PLACES = 200
_VERBATIM = "copy the article's own words"
_OMISSION = re.compile(r"\s?(?:\[\.\.\.\]|\(\.\.\.\)|\[ \.\.\. \])\s?")


@dataclass(frozen=True, slots=True)
class Passage:
    """One place of a quotation: the spans of its parts in the delivered article."""

    parts: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where the first part begins."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return self.parts[-1][1]

    def holds(self, span: Span) -> bool:
        """Whether the span lies within one part."""
        return any(start <= span[0] and span[1] <= end for start, end in self.parts)

    def part_around(self, span: Span) -> Span:
        """The part that holds the span, or the whole."""
        return next(
            (part for part in self.parts if part[0] <= span[0] and span[1] <= part[1]),
            (self.start, self.end),
        )

    def annotations(self, article: AnnotatedArticle) -> list[Annotation]:
        """The annotations whose core lies within a part."""
        return [one for start, end in self.parts for one in article.within(start, end)]


def words_between(article: AnnotatedArticle, first: int, last: int) -> str:
    """The folded words from the first token up to the last, which is left out."""
    if first >= last:
        return ""
    tokens = article.lexed.tokens
    return article.folded.layout[tokens[first].start : tokens[last - 1].end]


def span_between(article: AnnotatedArticle, first: int, last: int) -> Span:
    """The span of the same tokens in the delivered text; there must be one at least."""
    tokens = article.lexed.tokens
    return article.folded.span(tokens[first].start, tokens[last - 1].end)


def sentence_around(article: AnnotatedArticle, annotation: Annotation) -> tuple[int, int]:
    """The first token of the annotation's sentence, and the one after its last."""
    return article.parts.sentence_of(article.tokens_in(*annotation.core)[0])


def span_of_sentences(article: AnnotatedArticle, start: int, end: int) -> Span:
    """The span of the sentences that a passage begins and ends in, within a quotation's length.

    A text without full stops is one sentence: of what is longer than a quotation may be, only as
    much is taken as a quotation may have on either side, in whole words.
    """
    first, last = article.tokens_in(start, end)
    if first >= last:
        return start, end
    begin = span_between(article, _sentence_start(article, first), last)[0]
    finish = span_between(article, first, article.parts.sentence_of(last - 1)[1])[1]
    text = article.text
    if start - begin > _AROUND:
        begin = text.rfind(" ", begin, start - _AROUND) + 1 or start
    if finish - end > _AROUND:
        at = text.find(" ", end + _AROUND, finish)
        finish = at if at >= 0 else end
    return min(begin, start), max(finish, end)


def _sentence_start(article: AnnotatedArticle, index: int) -> int:
    """The first token of a sentence, past a mark that closes what the one before it quotes."""
    tokens, start = article.lexed.tokens, article.parts.sentence_of(index)[0]
    while start < index and is_glued(tokens, start) and not is_glued(tokens, start + 1):
        if tokens[start].kind != "mark":
            break
        start += 1
    return start


def locate(quote: Quote, article: AnnotatedArticle) -> tuple[Passage, ...] | Finding:
    """The passages that the quotation may mean, in order, or why there is none."""
    exact = fold_typed(quote.exact)
    if len(exact) < SHORTEST:
        why = f"the quotation has {len(exact)} characters; {SHORTEST} are the fewest"
        return _refused("quote-short", why, "quote more of the sentence")
    if len(exact) > LONGEST:
        why = f"the quotation has {len(exact)} characters; {LONGEST} are the most"
        return _refused("quote-long", why, "quote only the sentence that states the fact")
    parts = parts_of(exact)
    if not parts:
        return _refused("quote-short", "the quotation has no words", "quote the sentence")
    return _locate_parts(quote, parts, article)


@functools.lru_cache(maxsize=4096)
def fold_typed(typed: str) -> str:
    """Words of a quotation, folded; proving and covering both ask, for each of its facts."""
    return fold(typed).text.strip()


def parts_of(folded: str) -> list[str]:
    """The parts between the marks of omission of a folded quotation."""
    return [part for part in _OMISSION.split(folded) if part]


def _refused(code: str, message: str, hint: str) -> Finding:
    """Why the words of the quotation have no place."""
    return finding_on(code, "exact", message, hint)


def _locate_parts(
    quote: Quote, parts: list[str], article: AnnotatedArticle
) -> tuple[Passage, ...] | Finding:
    """Places of all parts in order, without those that cut a word or do not fit."""
    places: list[list[Span]] = []
    is_cut_short = False
    for part in parts:
        spelled = (list(_places(one, article.folded.text)) for one in spellings_of(part))
        found = next(filter(None, spelled), [])
        whole = [place for place in found if not _cut_at(place, article)]
        if not found:
            return _refused("quote-missing", "the words do not stand in the article", _VERBATIM)
        if not whole:
            return _cut(found[0], article)
        places.append(whole)
        is_cut_short = is_cut_short or len(found) > _MOST_PLACES
    if is_cut_short:
        where = f"more than {_MOST_PLACES} places of the article"
        why = f"the quotation, or a part of it, stands at {where}"
        return _refused("quote-ambiguous", why, "quote more of the sentence")
    rows = [row for row in (_row(first, places) for first in places[0]) if row]
    if not rows:
        why = "the parts of the quotation stand in the article in another order"
        hint = "give the parts in the article's order, or as a list of quotations"
        return _refused("quote-splice", why, hint)
    fitting = [row for row in rows if _fits(quote, row, article)]
    if spliced := [_splice(row, article) for row in fitting]:
        fitting = [row for row, why in zip(fitting, spliced, strict=True) if why is None]
        if not fitting and spliced[0]:
            return spliced[0]
    return _choose(quote, fitting, len(rows), article)


def _places(part: str, text: str) -> Iterator[Span]:
    """Where a folded part stands in the folded text; one place more than may be, at most."""
    at = text.find(part)
    for _ in range(_MOST_PLACES + 1):
        if at < 0:
            return
        yield at, at + len(part)
        at = text.find(part, at + 1)


def _row(first: Span, places: Sequence[Sequence[Span]]) -> tuple[Span, ...] | None:
    """The first place of each later part after the one before it."""
    row = [first]
    for later in places[1:]:
        following = next((place for place in later if place[0] >= row[-1][1]), None)
        if following is None:
            return None
        row.append(following)
    return tuple(row)


def _cut_at(place: Span, article: AnnotatedArticle) -> int | None:
    """The border of a folded place that lies inside a word or number; None when neither does."""
    return next((border for border in place if _is_inside(border, article)), None)


def _is_inside(border: int, article: AnnotatedArticle) -> bool:
    text = article.folded.text
    if not 0 < border < len(text):
        return False
    if text[border - 1].isalnum() and text[border].isalnum():
        return True
    tokens = article.lexed.tokens
    at = bisect_right(tokens, border, key=lambda token: token.start) - 1
    if at >= 0 and tokens[at].start < border < tokens[at].end:
        return True
    return _core_at(border, article) is not None


def _core_at(border: int, article: AnnotatedArticle) -> Annotation | None:
    """The number or name whose digits, sign and scale the border parts."""
    offset = article.folded.starts[border]
    at = bisect_left(article.core_starts, offset) - 1  # annotations never overlap
    one = article.annotations[at] if at >= 0 else None
    return one if one and one.figure is not None and offset < one.core[1] else None


def _cut(place: Span, article: AnnotatedArticle) -> Finding:
    border = _cut_at(place, article) or place[0]
    around = _core_at(border, article)
    if around:
        where = f"inside {show(around.mention.text)}"
    else:
        text = article.folded.text
        left = re.search(r"[\w.,'-]*$", text[max(0, border - 40) : border])
        right = re.match(r"[\w.,'-]*", text[border : border + 40])
        word = (left[0] if left else "") + (right[0] if right else "")
        where = f"inside {show(word)}"
    ends = "begins" if border == place[0] else "ends"
    return _refused("quote-cut", f"the quotation {ends} {where}", "quote whole words and numbers")


def _fits(quote: Quote, row: tuple[Span, ...], article: AnnotatedArticle) -> bool:
    """Whether the quotation's prefix and suffix stand beside the place."""
    text = article.folded.text
    before, after = text[: row[0][0]].rstrip(), text[row[-1][1] :].lstrip()
    prefix, suffix = fold_typed(quote.prefix or ""), fold_typed(quote.suffix or "")
    return before.endswith(prefix) and after.startswith(suffix)


def _splice(row: tuple[Span, ...], article: AnnotatedArticle) -> Finding | None:
    """Why what the marks leave out changes the claim, if it does."""
    for (_, gap_start), (gap_end, _) in pairwise(row):
        gap = article.folded.layout[gap_start:gap_end]
        if hidden := _telling_word(gap, article):
            why = f"the quotation leaves out {show(hidden)}"
        elif _sentence_at(gap_start - 1, article) != _sentence_at(gap_end, article):
            why = "the quotation's parts belong to different sentences"
        elif _last_word(article.folded.text[:gap_start]) in article.lexicon.nouns.stops:
            last = _last_word(article.folded.text[:gap_start])
            why = f"a part of the quotation ends in {show(last)}"
        else:
            continue
        return _refused("quote-splice", why, "quote the sentence whole, or as a list of quotations")
    return None


def _telling_word(gap: str, article: AnnotatedArticle) -> str | None:
    """A word that denies, or that joins another statement: left out, it makes another sentence."""
    patterns = (article.lexicon.cues.get(name) for name in ("negation", "joining"))
    found = (pattern.search(gap) for pattern in patterns if pattern)
    return next((match[0] for match in found if match), None)


def _sentence_at(position: int, article: AnnotatedArticle) -> int:
    tokens = article.lexed.tokens
    at = bisect_right(tokens, position, key=lambda token: token.start) - 1
    return article.parts.sentence[max(at, 0)]


def _last_word(text: str) -> str:
    found = re.search(r"(\w+)\W*$", text[-60:])
    return found[1].lower() if found else ""


def _choose(
    quote: Quote, rows: Sequence[tuple[Span, ...]], count: int, article: AnnotatedArticle
) -> tuple[Passage, ...] | Finding:
    """All places, or the one that the quotation asks for."""
    times = "once" if count == 1 else f"{count} times"
    if not rows:
        beside = " and ".join(
            f"{name} {show(text)}"
            for name, text in (("after", quote.prefix), ("before", quote.suffix))
            if text
        )
        why = f"the quotation stands in the article {times}, but not {beside}"
        return _refused("quote-missing", why, "correct the prefix or suffix, or leave it out")
    if quote.occurrence is not None:
        if not 1 <= quote.occurrence <= len(rows):
            why = f"the quotation stands in the article {times}, not {quote.occurrence} times"
            hint = f"write an occurrence from 1 to {len(rows)}, or leave it out"
            return _refused("quote-missing", why, hint)
        rows = [rows[quote.occurrence - 1]]
    span = article.folded.span
    return tuple(Passage(tuple(span(start, end) for start, end in row)) for row in rows)
