"""The figures of a sentence as tokens, each with its hedge, its unit and the noun that it counts.

In: an article, annotations. Out: `Numeral`s. The two ends of a range are one: both count the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.evidence.annotate import AnnotatedArticle, Annotation

_FARTHEST_END = 60
"""Letters within which the other end of a range stands."""
_WITHOUT = frozenset({"ordinal", "duration"})
"""Kinds of mentions that seldom have a measure."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """The tokens of a figure, with its unit and with a hedge before it."""

    first: int
    last: int
    noun: range = range(0)
    """The tokens of the noun that it counts."""

    @property
    def phrase(self) -> range:
        """From the figure to its noun: `2.6 million newly bought shares`."""
        return range(self.last, self.noun.stop) if self.noun.start >= self.last else self.noun

    @property
    def end(self) -> int:
        """The token after the last one of the figure and its noun."""
        return max(self.last, self.noun.stop)


def numerals_in(
    article: AnnotatedArticle, first: int, last: int, *, with_times: bool = False
) -> list[Numeral]:
    """The figures of the tokens that may have a measure of their own."""
    without = _WITHOUT - {"duration"} if with_times else _WITHOUT
    tokens = article.lexed.tokens
    start, end = article.folded.span(tokens[first].start, tokens[last - 1].end)
    found = (
        numeral_of(article, one)
        for one in article.within(start, end)
        if one.mention.value is not None and one.mention.kind not in without
    )
    return list(dict.fromkeys(found))


def numeral_of(article: AnnotatedArticle, annotation: Annotation) -> Numeral:
    """The tokens of a figure, from its hedge to the end of a unit that follows at once."""
    key = (numeral_of, annotation.core)
    return article.once(key, lambda: _numeral_of(article, annotation))


def _numeral_of(article: AnnotatedArticle, annotation: Annotation) -> Numeral:
    own = _numeral(article, annotation)
    if (end := _other_end(article, annotation)) is None:
        return own
    other = _numeral(article, end)
    left, right = (own, other) if annotation.bound == "low" else (other, own)
    return Numeral(left.first, right.last, right.noun or left.noun)


def _other_end(article: AnnotatedArticle, annotation: Annotation) -> Annotation | None:
    """The other end of the range that the figure is an end of."""
    if annotation.bound is None:
        return None
    start, end = annotation.mention.start, annotation.mention.end
    if annotation.bound == "low":
        behind = article.within(end, end + _FARTHEST_END)
        return next((one for one in behind if one.bound == "high"), None)
    before = article.within(max(0, start - _FARTHEST_END), start)
    return next((one for one in reversed(before) if one.bound == "low"), None)


def _numeral(article: AnnotatedArticle, annotation: Annotation) -> Numeral:
    """The tokens of one figure."""
    spans = [(annotation.mention.start, annotation.mention.end)]
    if annotation.hedge and annotation.hedge[0] < annotation.core[0]:
        spans.append(annotation.hedge)
    first, last = article.tokens_in(min(a for a, _ in spans), max(b for _, b in spans))
    return Numeral(first, last, _noun(article, annotation))


def _noun(article: AnnotatedArticle, annotation: Annotation) -> range:
    """The tokens of the noun that the figure counts."""
    figure = annotation.figure
    unit = figure.unit if figure else None
    if figure and figure.implied and _is_of_whole(article, annotation, figure.implied.first):
        unit = figure.implied  # "250 of the 900 jobs": the noun is that of both
    is_noun = unit is not None and unit.kind in {"declared", "noun"}
    return range(*article.tokens_in(*annotation.unit)) if is_noun and annotation.unit else range(0)


def _is_of_whole(article: AnnotatedArticle, annotation: Annotation, noun: int) -> bool:
    """The next figure is the whole of which this one is a part, and has the noun behind it."""
    own = article.tokens_in(*annotation.core)
    start, end = (
        annotation.core[1],
        article.folded.span(article.lexed.tokens[noun].start, article.lexed.tokens[noun].end)[1],
    )
    wholes = (one.figure.whole_of for one in article.within(start, end) if one.figure)
    return noun >= own[1] and any(part and own[0] in part for part in wholes)


def rows_of(ranges: Sequence[range], joined: Callable[[int, int], bool]) -> list[list[range]]:
    """The ranges in rows, each joined with the one before it."""
    rows: list[list[range]] = []
    for one in ranges:
        if rows and joined(rows[-1][-1].stop, one.start):
            rows[-1].append(one)
        else:
            rows.append([one])
    return rows
