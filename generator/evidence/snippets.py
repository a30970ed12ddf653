"""Passages around a figure that a suggestion may quote: short where that may do, else the sentence.

In: a figure of an annotated article. Out: spans that hold sign, unit and hedge, likelier first.
They begin and end at words, and never within another figure.
"""

from collections.abc import Iterator

from generator.evidence.annotate import AnnotatedArticle, Annotation, Span
from generator.evidence.quotes.locate import (
    LONGEST,
    SHORTEST,
    sentence_around,
    span_between,
    words_between,
)

_BEFORE, _AFTER = 120, 60
_LOOSE = " \t\r\n,;:-–—"
_OPENERS = _LOOSE + "•*=+@"
"""Marks of lists; seeds refuse a quotation that a spreadsheet would take for a formula."""
_REFUSED_STARTS = frozenset("=+-@")
_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
"""Characters that show nothing: seeds hold none, and quotations are found without them."""


def find_snippets(
    annotation: Annotation, high: Annotation | None, article: AnnotatedArticle
) -> Iterator[Span]:
    """Up to the clause's end near by, up to the last such end near by, the sentence."""
    needed = _needed(annotation, high)
    sentence = span_between(article, *sentence_around(article, annotation))
    for around in (sentence, (0, len(article.text))):
        low = max(around[0], needed[0] - _BEFORE)
        high_end = min(around[1], needed[1] + _AFTER)
        start, whole, clause = _borders(needed, (low, high_end), article)
        spans = [(start, clause), (start, whole), around]
        fitting = [_tight(span, needed, article.text) for span in dict.fromkeys(spans)]
        fitting = [span for span in fitting if _is_quotable(article.text[slice(*span)])]
        yield from fitting
        if fitting:
            return


def words_of_sentence(annotation: Annotation, span: Span, article: AnnotatedArticle) -> str:
    """What a quotation holds of the sentence around the figure."""
    first, last = sentence_around(article, annotation)
    low, high = article.tokens_in(*span)
    return words_between(article, max(first, low), min(last, high))


def normal_words(text: str) -> str:
    """A passage in one line: blanks of one kind, nothing that cannot be seen."""
    return " ".join(text.translate(_DROPPED).split())


def _needed(annotation: Annotation, high: Annotation | None) -> Span:
    """From the first to the last word that the figure needs to be proved."""
    spans = [
        span
        for one in (annotation, high)
        if one is not None
        for span in (one.core, one.unit, one.hedge, (one.mention.start, one.mention.end))
        if span is not None
    ]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _borders(needed: Span, within: Span, article: AnnotatedArticle) -> tuple[int, int, int]:
    """The first start, the last end of a clause, and the first one, none inside a figure."""
    tokens, folded, clause = article.lexed.tokens, article.folded, article.parts.clause
    figures = [(one.mention.start, one.mention.end) for one in article.annotations]
    figures = [one for one in figures if one[0] < within[1] and within[0] < one[1]]
    starts, clause_starts, ends, clause_ends = [needed[0]], list[int](), [needed[1]], list[int]()
    for at in range(*article.tokens_in(*within)):
        start, end = folded.span(tokens[at].start, tokens[at].end)
        is_first = at == 0 or tokens[at - 1].end < tokens[at].start or start == within[0]
        if is_first and start <= needed[0] and not _is_inside(start, figures):
            starts.append(start)
            if at == 0 or clause[at] != clause[at - 1]:
                clause_starts.append(start)
        is_last = at + 1 == len(tokens) or tokens[at].end < tokens[at + 1].start
        is_last = is_last or end == within[1]
        if is_last and needed[1] <= end <= within[1] and not _is_inside(end, figures):
            ends.append(end)
            if at + 1 == len(tokens) or clause[at] != clause[at + 1]:
                clause_ends.append(end)
    first, last = (pick(clause_ends or [max(ends)]) for pick in (min, max))
    return min(clause_starts or starts), last, first


def _is_inside(border: int, figures: list[Span]) -> bool:
    return any(start < border < end for start, end in figures)


def _tight(span: Span, needed: Span, text: str) -> Span:
    """The span without blanks, commas and list marks at its ends."""
    start, end = span
    while end > needed[1] and text[end - 1] in _LOOSE:
        end -= 1
    while start < needed[0] and text[start] in _OPENERS:
        start += 1
    return start, end


def _is_quotable(text: str) -> bool:
    words = normal_words(text)
    return SHORTEST <= len(words) <= LONGEST and words[0] not in _REFUSED_STARTS
