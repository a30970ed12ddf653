"""What an editor reads about a quotation that was not found: the nearest passage, what differs.

In: a folded quotation and a folded text. Out: a message and a hint, or a passage in words.
Similarity suggests, it never proves; sizes are capped, since the search slows down on long and
repetitive texts. Laying two texts side by side takes time in proportion to both lengths multiplied,
whatever they are.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz

from generator.evidence.findings import plain, show
from generator.evidence.text.tokens import Token, tokenize

Pair = tuple[Token | None, Token | None]
"""A word of the quotation and the word of the article in its place; None where there is none."""
_GAP, _OTHER_WORD, _OTHER_MARK, _OTHER_KIND = 100, 130, 90, 200
"""What it costs to leave a word out, and to put another word, mark or kind in its place."""
_LETTERS = 1.1
"""What each per cent of equal letters makes another word cheaper."""
_BOTH, _OURS, _THEIRS = range(3)
_LONGEST_TEXT = 200_000
_LONGEST_NEEDLE, _SHORTER_NEEDLE, _LONG_TEXT = 500, 200, 20_000
_LEAST_LIKENESS = 70
_SHOWN_DIFFERENCES = 3
_AROUND = 100
"""So many characters on both sides of the likeliest place may belong to the passage."""
_MARKS = re.compile(r"""(?P<mark>["'])\s?(?P<inner>.+?)\s?(?P=mark)""")
_DOTS = re.compile(r"\s?[\[(]?\s?\.\.\.\s?[\])]?\s?")


@dataclass(frozen=True, slots=True)
class Aligned:
    """Where in the stretch the quotation lies, and what is different."""

    start: int
    end: int
    differences: tuple[tuple[str, str], ...]
    """Words of the quotation with those of the article; one of the two may be empty."""


def align(ours: str, theirs: str) -> Aligned | None:
    """The part of `theirs` from the first to the last word that is in `ours`, and what differs."""
    pairs = _pairs(tokenize(ours), tokenize(theirs))
    found = [right for left, right in pairs if left and right]
    if not found:
        return None
    differences = []
    for is_equal, run in groupby(pairs, key=_is_equal):
        if not is_equal:
            lefts, rights = zip(*run, strict=True)
            differences.append((_text_of(ours, lefts), _text_of(theirs, rights)))
    return Aligned(found[0].start, found[-1].end, tuple(differences))


def _pairs(ours: Sequence[Token], theirs: Sequence[Token]) -> list[Pair]:
    """The cheapest alignment of all of `ours` with a part of `theirs`, in order."""
    costs = [0] * (len(theirs) + 1)
    moves: list[bytearray] = []
    texts, distinct = [one.text for one in theirs], {one.text: one for one in theirs}.values()
    for token in ours:
        unlike = _unlikeness(token, distinct)
        costs, row = _next_row([unlike[text] for text in texts], costs)
        moves.append(row)
    return list(_trace(ours, theirs, moves, costs.index(min(costs))))[::-1]


def _next_row(unlike: Sequence[int], costs: Sequence[int]) -> tuple[list[int], bytearray]:
    """The costs once one more word of the quotation is placed, and how each came about."""
    last = costs[0] + _GAP
    row, moves = [last], bytearray([_OURS])
    for at, (other, before) in enumerate(zip(unlike, costs[1:], strict=True)):
        cost, move = costs[at] + other, _BOTH
        if before + _GAP < cost:
            cost, move = before + _GAP, _OURS
        if last + _GAP < cost:
            cost, move = last + _GAP, _THEIRS
        last = cost
        row.append(cost)
        moves.append(move)
    return row, moves


def _trace(
    ours: Sequence[Token], theirs: Sequence[Token], moves: Sequence[bytearray], end: int
) -> Iterator[Pair]:
    """The pairs of the cheapest alignment, from the last to the first."""
    left, right = len(ours), end
    while left:
        move = moves[left - 1][right]
        left -= move != _THEIRS
        right -= move != _OURS
        yield ours[left] if move != _THEIRS else None, theirs[right] if move != _OURS else None


def _unlikeness(token: Token, others: Iterable[Token]) -> dict[str, int]:
    """What it costs to put each of the others for the token, by its text."""
    text, is_mark = token.text, token.kind == "mark"
    unlike = {}
    for other in others:
        if is_mark or other.kind == "mark":
            unlike[other.text] = _OTHER_MARK if token.kind == other.kind else _OTHER_KIND
        else:
            unlike[other.text] = _letters(text, other.text)
    unlike[text] = 0
    return unlike


@functools.lru_cache(maxsize=4096)
def _letters(one: str, other: str) -> int:
    return _OTHER_WORD - round(_LETTERS * fuzz.ratio(one, other))


def _is_equal(pair: Pair) -> bool:
    left, right = pair
    return left is not None and right is not None and left.text == right.text


def _text_of(text: str, tokens: Sequence[Token | None]) -> str:
    """The text from the first to the last of the tokens; empty when there is none."""
    placed = [token for token in tokens if token]
    return text[placed[0].start : placed[-1].end] if placed else ""


def describe_marks(typed: str, needle: str, text: str) -> tuple[str, str] | None:
    """That the marks around a quotation were typed as those of YAML; None when they were not."""
    inner = unwrap([needle])
    if inner == [needle] or not _stand(split_at_dots(inner[0]), text):
        return None
    bare = typed.strip()
    message = "the quotation stands in the article without the quotation marks around it"
    if bare[0] in "\"'":
        return message, "delete the marks at its beginning and end"
    marks = f"{plain(bare[0])} and {plain(bare[-1])}"
    return message, f'{marks} are no YAML quotation marks; write straight "'


def describe_dots(needle: str, text: str) -> tuple[str, str] | None:
    """That all of a quotation but its dots stands in the text; None when it does not."""
    parts = split_at_dots(needle)
    if not parts or parts == [needle] or not _stand(parts, text) or _has_dots(parts[0], text):
        return None
    if len(parts) == 1:
        return "the dots of the quotation do not stand in the article", "delete the dots"
    return (
        "a cut: the dots of the quotation do not stand in the article, the words around them do",
        "quote two passages as a list, or mark the omission as […]",
    )


def split_at_dots(needle: str) -> list[str]:
    """The parts of a quotation between dots, however they are typed."""
    return [part for part in _DOTS.split(needle) if part]


def unwrap(parts: Sequence[str]) -> list[str]:
    """The parts without the quotation marks around the whole."""
    whole = _MARKS.fullmatch(" ".join(parts)) if parts else None
    if whole is None:
        return [*parts]
    first, *rest = parts
    inner = [first[1:].lstrip(), *rest]
    return [*inner[:-1], inner[-1][:-1].rstrip()]


def _stand(parts: Sequence[str], text: str) -> bool:
    return all(part in text for part in parts)


def _has_dots(part: str, text: str) -> bool:
    """Whether the article itself has dots after the part."""
    return re.search(rf"{re.escape(part)}\s?\.\.", text) is not None


def find_nearest(needle: str, whole: str) -> Aligned | None:
    """The passage of the folded text most like the needle, from its first word to its last."""
    needle = next((part for part in split_at_dots(needle) if part not in whole), needle)
    text = whole[:_LONGEST_TEXT]
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


def describe_found(needle: str, found: Aligned, text: str) -> str:
    """The passage, and the words that differ."""
    passage = text[found.start : found.end]
    if found.differences:
        return f"{show(passage)}; differs: {_differences(found)}"
    return show(passage) if passage in needle else f"{show(passage)}; differs: its spaces"


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
