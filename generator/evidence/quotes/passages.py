"""Places of a quotation in its article, or the reason why there is none.

In: spans of the delivered text. Out: `Passage` and `Missed`, made by `locate`, compared by others.
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

    def annotations(self, annotate: AnnotatedArticle) -> list[Annotation]:
        """The readings whose core lies within a part."""
        return [one for start, end in self.parts for one in annotate.within(start, end)]


@dataclass(frozen=True, slots=True)
class Missed:
    """Why a quotation has no passage."""

    code: str
    message: str
    hint: str
