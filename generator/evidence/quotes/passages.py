"""Places of a quotation in its article, and the words of a stretch of it.

In: spans of the delivered text, tokens of an annotated article. Out: `Passage`, made by `locate`,
compared by others; the words, the span and the sentence of tokens. It judges nothing.
"""

from dataclasses import dataclass

from generator.evidence.annotate import AnnotatedArticle, Annotation, Span


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
