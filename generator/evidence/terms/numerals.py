"""The figures of a sentence as tokens, each with its hedge, its unit and the noun that it counts.

In: an article, annotations. Out: `Numeral`s.
"""

from bisect import bisect_left
from dataclasses import dataclass

from generator.evidence.annotate import AnnotatedArticle, Annotation

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
    return [
        numeral_of(article, one)
        for one in article.within(start, end)
        if one.mention.value is not None
        and one.mention.kind not in without
        # A range is one numeral, with the noun behind its end.
        and one.bound != "high"
    ]


def numeral_of(article: AnnotatedArticle, annotation: Annotation) -> Numeral:
    """The tokens of a figure, from its hedge to the end of a unit that follows at once."""
    key = (numeral_of, annotation.core)
    if key not in article.kept:
        article.kept[key] = _numeral_of(article, annotation)
    found: Numeral = article.kept[key]
    return found


def _numeral_of(article: AnnotatedArticle, annotation: Annotation) -> Numeral:
    spans = [(annotation.mention.start, annotation.mention.end)]
    if annotation.hedge and annotation.hedge[0] < annotation.core[0]:
        spans.append(annotation.hedge)
    first, last = article.tokens_in(min(a for a, _ in spans), max(b for _, b in spans))
    if annotation.bound == "low" and (end := _end_of_range(article, annotation)):
        last, annotation = article.tokens_in(annotation.core[0], end.mention.end)[1], end
    return Numeral(first, last, _noun(article, annotation))


def _end_of_range(article: AnnotatedArticle, low: Annotation) -> Annotation | None:
    """The upper end of the range that begins with a figure."""
    at = bisect_left(article.core_starts, low.core[1])
    found = article.annotations[at] if at < len(article.annotations) else None
    return found if found is not None and found.bound == "high" else None


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
