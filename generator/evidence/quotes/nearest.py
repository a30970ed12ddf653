"""What an editor reads about a quotation that was not found: the nearest passage, what differs.

In: a folded quotation and its annotated article. Out: a message and a hint. Similarity
suggests, it never proves; sizes are capped, since the search slows down on long and repetitive
texts.
"""

import re

from rapidfuzz import fuzz

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.messages import plain, show
from generator.evidence.quotes.alignment import Aligned, align

_LONGEST_TEXT = 200_000
_LONGEST_NEEDLE, _SHORTER_NEEDLE, _LONG_TEXT = 500, 200, 20_000
_LEAST_LIKENESS = 70
_SHOWN_DIFFERENCES = 3
_AROUND = 100
"""So many characters on both sides of the likeliest place may belong to the passage."""
_MARKS = re.compile(r"""(?P<mark>["'])\s?(?P<inner>.+?)\s?(?P=mark)""")
_DOTS = re.compile(r"\s?[\[(]?\s?\.\.\.\s?[\])]?\s?")


def describe_marks(typed: str, folded: str, article: AnnotatedArticle) -> tuple[str, str] | None:
    """That the marks around a quotation were typed as those of YAML; None when they were not."""
    wrapped = _MARKS.fullmatch(folded)
    if wrapped is None or not _stand(_DOTS.split(wrapped["inner"]), article):
        return None
    bare = typed.strip()
    message = "the quotation stands in the article without the quotation marks around it"
    if bare[0] in "\"'":
        return message, "delete the marks at its beginning and end"
    marks = f"{plain(bare[0])} and {plain(bare[-1])}"
    return message, f'{marks} are no YAML quotation marks; write straight "'


def describe_nearest(needle: str, article: AnnotatedArticle) -> tuple[str, str]:
    """What the article has instead of the folded `needle`, with line and differing words."""
    parts = [part for part in _DOTS.split(needle) if part]
    if parts and parts != [needle]:
        if _stand(parts, article) and not _has_dots(parts[0], article):
            return _describe_dots(len(parts))
        needle = next((part for part in parts if part not in article.folded.text), needle)
    found = _find_nearest(needle, article)
    if found is None:
        return (
            f"nothing like {show(needle)} stands in the article",
            "quote the article's own words, letter for letter, or name the right article",
        )
    text, starts = article.folded.text, article.folded.starts
    line = article.text.count("\n", 0, starts[found.start]) + 1
    message = f"not in the article; nearest (line {line}): {show(text[found.start : found.end])}"
    if found.differences:
        message += f"; differs: {_differences(found)}"
    elif text[found.start : found.end] not in needle:
        message += "; differs: its spaces"
    return (
        message,
        "quotations are verbatim, mistakes included: copy the article's own words",
    )


def _stand(parts: list[str], article: AnnotatedArticle) -> bool:
    return all(part in article.folded.text for part in parts)


def _has_dots(part: str, article: AnnotatedArticle) -> bool:
    """Whether the article itself has dots after the part."""
    return re.search(rf"{re.escape(part)}\s?\.\.", article.folded.text) is not None


def _describe_dots(parts: int) -> tuple[str, str]:
    """All else stands there: only the dots do not."""
    if parts == 1:
        return "the dots of the quotation do not stand in the article", "delete the dots"
    return (
        "the dots of the quotation do not stand in the article, the words around them do",
        "quote two passages as a list, or mark the omission as […]",
    )


def _find_nearest(needle: str, article: AnnotatedArticle) -> Aligned | None:
    """The passage most like the needle, from its first word to its last."""
    text = article.folded.text[:_LONGEST_TEXT]
    longest = _SHORTER_NEEDLE if len(text) > _LONG_TEXT else _LONGEST_NEEDLE
    wanted = _excerpt(needle, text, longest)
    if not text or not wanted:
        return None
    found = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=_LEAST_LIKENESS)
    if found is None or found.dest_start == found.dest_end:
        return None
    start = max(found.dest_start - _AROUND, 0)
    aligned = align(wanted, text[start : found.dest_end + _AROUND])
    if aligned is None:
        return None
    return Aligned(start + aligned.start, start + aligned.end, aligned.differences)


def _excerpt(needle: str, text: str, longest: int) -> str:
    """So much of a long needle, in whole words, as is enough around its first difference."""
    if len(needle) <= longest:
        return needle
    low, high = 0, len(needle)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if needle[:middle] in text else (low, middle - 1)
    start = min(max(0, low - longest // 2), len(needle) - longest)
    words = needle[start : start + longest]
    if start and needle[start - 1] != " ":
        words = words.partition(" ")[2] or words
    if start + longest < len(needle):
        words = words.rpartition(" ")[0] or words
    return words


def _differences(found: Aligned) -> str:
    """What the quotation has and what the article has."""
    return ", ".join(
        f"{_quoted(ours)} (quotation) / {_quoted(theirs)} (article)"
        for ours, theirs in found.differences[:_SHOWN_DIFFERENCES]
    )


def _quoted(words: str) -> str:
    return show(words) if words else "nothing"
