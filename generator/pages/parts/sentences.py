"""The whole sentence of a figure with its aspects marked: how much, what, whose, when, how sure.

In: an entry with its evidence, one of its quotations. Out: markup of the sentence, the words of
each aspect with its name. Words that stand for two aspects bear the one that a reader asks for
first; where a whole clause is the evidence, nothing is marked.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup

from generator.model import Aspect, Entry
from generator.pages.escape import encode
from generator.pages.parts.parts import OMISSIONS, visible
from generator.wording import LanguageWording

_GROUPS: Mapping[Aspect, str] = MappingProxyType(
    {
        "value": "amount",
        "unit": "amount",
        "hedge": "sure",
        "period": "when",
        "subject": "whose",
        "measure": "what",
        "direction": "what",
        "attribution": "sure",
        "status": "sure",
    }
)
"""The question that an aspect answers; those of aspects that stand first go first."""
_LONGEST = 40
"""Characters of a longer evidence are a clause."""


class _Span(NamedTuple):
    start: int
    end: int
    group: str


def marked_sentence(entry: Entry, number: int, wording: LanguageWording) -> Markup | None:
    """The sentence of one of the figure's quotations; None where it leaves something out."""
    located = entry.located[number]
    if any(mark in located.quote.exact for mark in OMISSIONS):
        return None
    first, sentence = located.start - len(located.before), located.sentence
    pieces: list[Markup] = []
    at = 0
    quoted = (len(located.before), len(located.before) + len(located.text))
    for start, end, group in _spans(entry, number, first, len(sentence)):
        pieces += _plain(sentence, at, start, quoted)
        label = wording.say(f"asked-{group}")
        said = encode(visible(sentence[start:end]))
        pieces.append(
            Markup('<mark class="asked asked-{}" data-asked="{}">{}</mark>').format(
                group, encode(label), said
            )
        )
        at = end
    return Markup("").join([*pieces, *_plain(sentence, at, len(sentence), quoted)])


def _spans(entry: Entry, number: int, first: int, length: int) -> list[_Span]:
    """Where aspects stand in the sentence, none over another, in order; unit and value are one."""
    chosen: list[_Span] = []
    for aspect, group in _GROUPS.items():
        for one in entry.evidence:
            if one.aspect != aspect or one.quote != number or one.start is None or one.end is None:
                continue
            span = _Span(one.start - first, one.end - first, group)
            is_within = span.start >= 0 and span.end <= length
            if is_within and span.end - span.start <= _LONGEST:
                _choose(span, chosen)
    return sorted(chosen)


def _choose(span: _Span, chosen: list[_Span]) -> None:
    """Adds the span if it is free; next to one of its group it makes that longer."""
    for at, other in enumerate(chosen):
        is_near = other.group == span.group and -1 <= max(other[:1]) - span.end <= 1
        is_near |= other.group == span.group and 0 <= span.start - other.end <= 1
        if is_near:
            chosen[at] = _Span(min(other.start, span.start), max(other.end, span.end), span.group)
            return
        if span.start < other.end and other.start < span.end:
            return
    chosen.append(span)


def _plain(sentence: str, start: int, end: int, quoted: tuple[int, int]) -> Iterator[Markup]:
    """Unmarked words; those outside the quotation stand back."""
    bounds = sorted({start, end, *(one for one in quoted if start < one < end)})
    for low, high in pairwise(bounds):
        piece = sentence[low:high]
        said = visible(piece)
        shown = encode(
            " " * (piece[:1].isspace() and bool(said)) + said + " " * piece[-1:].isspace()
        )
        is_quoted = quoted[0] <= low and high <= quoted[1]
        yield shown if is_quoted else Markup('<span class="around">{}</span>').format(shown)
