"""The passage nearest to a quotation that was not found, for the message only.

In: a folded quotation and the survey of its article. Out: a message and a hint. Similarity
suggests, it never proves; sizes are capped, since the search slows down on long and repetitive
texts.
"""

import difflib

from rapidfuzz import fuzz

from generator.evidence.survey import Survey
from generator.evidence.tokens import tokenize
from generator.evidence.wording import show

_LONGEST_TEXT = 200_000
_LONGEST_NEEDLE, _SHORTER_NEEDLE, _LONG_TEXT = 500, 200, 20_000
_LEAST_LIKENESS = 70
_SHOWN_DIFFERENCES = 3
_TRAILING = frozenset(".,;:!?)")


def describe_nearest(needle: str, article: Survey) -> tuple[str, str]:
    """What the article has instead of the folded `needle`, with line and differing words."""
    nothing = (
        f"nothing like {show(needle)} stands in the article",
        "quote the article's own words, letter for letter, or name the right article",
    )
    text = article.folded.text[:_LONGEST_TEXT]
    longest = _SHORTER_NEEDLE if len(text) > _LONG_TEXT else _LONGEST_NEEDLE
    wanted = needle[:longest]
    if not text:
        return nothing
    found = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=_LEAST_LIKENESS)
    if found is None or found.dest_start == found.dest_end:
        return nothing
    start, end = _widen(text, found.dest_start, found.dest_end, wanted[-1])
    near = text[start:end]
    line = article.text.count("\n", 0, article.folded.starts[start]) + 1
    message = f"not in the article; nearest (line {line}): {show(near)}"
    if differences := _differences(wanted, near):
        message += f"; differs: {differences}"
    return message, "quotations are verbatim, mistakes included: copy the article's own words"


def _widen(text: str, start: int, end: int, last: str) -> tuple[int, int]:
    """The span, widened to whole words; marks after them only where the quotation ends in them."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    while end > start + 1 and text[end - 1] in _TRAILING and text[end - 1] != last:
        end -= 1
    return start, end


def _differences(wanted: str, near: str) -> str:
    """Word by word: what the quotation has and what the article has."""
    left = [token.text for token in tokenize(wanted)]
    right = [token.text for token in tokenize(near)]
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    pairs = [
        (" ".join(left[a:b]), " ".join(right[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]
    return ", ".join(
        f"{_quoted(ours)} (quotation) / {_quoted(theirs)} (article)"
        for ours, theirs in pairs[:_SHOWN_DIFFERENCES]
    )


def _quoted(words: str) -> str:
    return show(words) if words else "nothing"
