"""A text with its annotations: its mentions in order, and what proving needs to know about each.

In: a text, its language, the declared nouns. Out: an `AnnotatedArticle`, remembered for the last
texts, so that an article is read once however many facts quote it. Offsets are those of the text
as delivered. Addresses and tags (links, e-mail, `@handles`, `#hashtags`) count nothing; each run
without white space is looked at once, so that the time grows with the length of the text.
"""

import functools
import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Self, TypeVar

from generator.evidence.dates.calendar import DateSpan, dated_tokens, find_dates
from generator.evidence.lexicon.lexicon import Lexicon, load_lexicon
from generator.evidence.numbers.ambiguity import Ambiguity, find_ambiguity
from generator.evidence.numbers.directions import find_direction
from generator.evidence.numbers.figures import Figure, LexedText
from generator.evidence.numbers.hedges import FoundHedge, find_hedge
from generator.evidence.numbers.measures import DURATIONS, find_measure
from generator.evidence.numbers.nouns import DeclaredWords, nouns_of
from generator.evidence.numbers.quantities import find_figures
from generator.evidence.numbers.ranges import Bound, Linked, link_figures
from generator.evidence.text.folding import Folded, fold
from generator.evidence.text.tokens import Parts, Token, divide, tokenize
from generator.model import Direction, Mention, MentionKind

Span = tuple[int, int]
Found = TypeVar("Found")
_MASK = "\x00"
"""Stands for the words of dates, so that no figure reaches into them."""
_MILLION = Decimal(1_000_000)
_RUN = re.compile(r"\S+")
_HINT = re.compile(r"[@#%/]|www\.")
_SCHEME = re.compile(r"(?i:https?|ftp)://|(?i:www)\.")
_ESCAPE = re.compile(r"[^\W\d]%[0-9A-Fa-f]{2}")
_HOST = re.compile(
    r"[\w-]\.(?:com|org|net|info|io|ai|co|eu|de|at|ch|nl|be|uk|cn|hk|fr|us)(?::\d+)?/\w"
)
_TAG = re.compile(r"(?<!\w)[@#]\w+")
_DOMAIN = re.compile(r"@[\w-]+(?:\.[\w-]+)+")
_MAILBOX = re.compile(r"[\w.+%-]+\Z")
_LONGEST_MAILBOX = 80
_OPENING, _CLOSING = "([{<\"'", ".,;:!?)]}>\"'"
_YEAR = "2000"
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, kw_only=True, slots=True)
class Annotation:
    """A mention with its surroundings; spans are offsets of the delivered text."""

    mention: Mention
    core: Span
    """Sign, numeral and scale: what a quotation must hold."""
    unit: Span | None = None
    hedge: Span | None = None
    choices: tuple[str, ...] = ()
    """All currencies that the words may name, when they are several."""
    bound: Bound | None = None
    is_start: bool = False
    """What a change begins with: the 2 of `from 2 to 3`."""
    is_level: bool = False
    ambiguity: str | None = None
    """A word beside it that may be a hedge."""
    unclear: Ambiguity | None = None
    """What beside it may make it another number."""
    figure: Figure | None = None
    counted: Self | None = None
    """The count that a share in digits may be as well."""


@dataclass(frozen=True, slots=True, eq=False)
class AnnotatedArticle:
    """Everything that was found in one text; equal to itself alone, so a cache may ask for it."""

    text: str
    lang: str
    folded: Folded
    lexed: LexedText
    lexicon: Lexicon
    """The one that the text was read with."""
    parts: Parts
    annotations: tuple[Annotation, ...]
    token_starts: Sequence[int]
    """Where in the delivered text each token begins."""
    core_starts: Sequence[int]
    """Where in the delivered text the core of each annotation begins."""
    kept: dict[tuple[object, ...], Any] = field(default_factory=dict, compare=False, repr=False)
    """What rules found in its sentences, so that facts of one sentence share it."""

    def once(self, key: tuple[object, ...], find: Callable[[], Found]) -> Found:
        """What was found under the key, which begins with who looks for it; looked for once."""
        if key not in self.kept:
            self.kept[key] = find()
        found: Found = self.kept[key]
        return found

    def within(self, start: int, end: int) -> list[Annotation]:
        """The annotations whose core lies within the span of the delivered text."""
        # Annotations stand in order and never overlap, so those of a short span are found at once.
        first = bisect_left(self.core_starts, start)
        near = self.annotations[first : bisect_left(self.core_starts, end)]
        return [one for one in near if one.core[1] <= end]

    def direction(self, annotation: Annotation, start: int, end: int) -> Direction | None:
        """The direction that the words of the span give to a figure."""
        if annotation.figure is None:
            return None
        stretch = range(*self.tokens_in(start, end))
        hedge = range(*self.tokens_in(*annotation.hedge)) if annotation.hedge else range(0)
        return find_direction(self.lexed, self.parts, annotation.figure, stretch, hedge)

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """The first token in a span of the delivered text, and the one after the last."""
        return bisect_left(self.token_starts, start), bisect_left(self.token_starts, end)


@functools.lru_cache(maxsize=128)
def annotate(text: str, lang: str, declared: DeclaredWords) -> AnnotatedArticle:
    """All that is found in the text."""
    lexicon = load_lexicon(lang)
    folded = fold(text, lexicon.hanging)
    tokens = tokenize(folded.layout)
    nouns = nouns_of(declared, lexicon)
    free = LexedText(tokens, lexicon, nouns)
    addresses = _addresses(folded.layout, tokens)
    dates = [
        span
        for span in find_dates(folded.layout, lexicon)
        if not _is_count(span, free) and not _is_inside(span, addresses)
    ]
    spans = sorted([*dates, *addresses], key=lambda span: span.start)
    owners = dated_tokens(spans, [token.start for token in tokens])
    masked = tuple(
        token if owner is None else replace(token, kind="mark", text=_MASK, lower=_MASK)
        for token, owner in zip(tokens, owners, strict=True)
    )
    has_dots = lexicon.numerals.ordinal_dots
    parts = divide(
        folded.layout,
        tokens,
        lexicon.abbreviations,
        has_ordinal_dots=has_dots,
        beginners=lexicon.beginners,
    )
    token_starts = array("I", (folded.starts[token.start] for token in tokens))
    lines = frozenset(bisect_left(token_starts, one.end()) for one in re.finditer("\n", text))
    lexed = LexedText(masked, lexicon, nouns, parts.sentence, lines)
    maker = _Maker(text, folded, lexed, parts)
    annotations = [maker.of_span(span, "date") for span in dates]
    annotations += [maker.of_span(span, "name") for span in addresses]
    annotations += [maker.of_figure(one) for one in link_figures(lexed, find_figures(lexed))]
    annotations.sort(key=lambda annotation: annotation.mention.start)
    core_starts = array("I", (annotation.core[0] for annotation in annotations))
    ordered = tuple(annotations)
    return AnnotatedArticle(
        text, lang, folded, lexed, lexicon, parts, ordered, token_starts, core_starts
    )


def _addresses(layout: str, tokens: Sequence[Token]) -> list[DateSpan]:
    """The addresses, each from the first token that begins within it."""
    found = []
    for start, end in find_addresses(layout):
        at = bisect_left(tokens, start, key=lambda token: token.start)
        inside = layout[tokens[at].start : end] if at < len(tokens) else ""
        if any(character.isdecimal() for character in inside):
            found.append(DateSpan(tokens[at].start, end, None))
    return found


def _is_inside(span: DateSpan, addresses: Sequence[DateSpan]) -> bool:
    """Whether the date overlaps an address."""
    at = bisect_left(addresses, span.start, key=lambda one: one.end - 1)
    return at < len(addresses) and addresses[at].start < span.end


def _is_count(span: DateSpan, lexed: LexedText) -> bool:
    """Four digits that look like a year but count things: `2000 Autos`."""
    at = bisect_left(lexed.tokens, span.start, key=lambda token: token.start)
    token = lexed.tokens[at]
    if token.end != span.end or span.edtf != token.text or at + 1 >= len(lexed.tokens):
        return False
    if _is_end_of_range(at, lexed):
        return True
    if at and lexed.tokens[at - 1].lower in lexed.lexicon.dates.before_year:
        return False
    return bool(
        lexed.nouns.at(lexed.tokens, at + 1, lexed.lexicon)
        or find_measure(lexed.tokens, at + 1, lexed.lexicon)
    )


def _is_end_of_range(at: int, lexed: LexedText) -> bool:
    """The other end is a number like it and no year: `2000 - 2500 kcal`, `from 1000 to 2000`."""
    tokens, ranges = lexed.tokens, lexed.lexicon.ranges
    ahead = at + 2 if tokens[at + 1].text == "-" else 0
    if through := ranges.through.at(tokens, at + 1):
        ahead = through[1]
    behind = at - 2 if at and tokens[at - 1].text == "-" else -1
    if through := ranges.through.before(tokens, at):
        behind = through[1] - 1
    near = (tokens[one] for one in (ahead, behind) if 0 < one < len(tokens))
    return any(_is_alike(token) for token in near)


def _is_alike(token: Token) -> bool:
    """Four digits that are no year of these times."""
    is_plain = token.kind == "number" and token.text.isdecimal()
    return is_plain and len(token.text) == len(_YEAR) and token.text[:2] not in {"19", "20"}


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes annotations out of what the sub-rooms found."""

    text: str
    folded: Folded
    lexed: LexedText
    parts: Parts

    def of_span(self, span: DateSpan, kind: MentionKind) -> Annotation:
        """The annotation of a date, or of an address, which is a name."""
        start, end = self.folded.span(span.start, span.end)
        text = self.text[start:end]
        mention = Mention(text=text, start=start, end=end, kind=kind, edtf=span.edtf)
        return Annotation(mention=mention, core=(start, end))

    def of_figure(self, linked: Linked) -> Annotation:
        figure = linked.figure
        start, end = self._span(figure.first, figure.last)
        if figure.is_name:
            mention = Mention(text=self.text[start:end], start=start, end=end, kind="name")
            return Annotation(mention=mention, core=(start, end), figure=figure)
        hedge, unit = find_hedge(self.lexed, linked), figure.unit or figure.implied
        kind = _kind(figure)
        moves = kind in {"percent", "multiple"} and not hedge.is_level
        mention = Mention(
            text=self.text[start:end],
            start=start,
            end=end,
            kind=kind,
            value=figure.value,
            unit=unit.code if unit else None,
            hedge=hedge.hedge,
            hedge_start=self._hedge_start(hedge),
            direction=self._direction(figure, hedge) if moves else None,
        )
        return Annotation(
            mention=mention,
            core=self._span(figure.core[0], self._core_end(figure)),
            unit=self._span(unit.first, unit.last) if unit else None,
            hedge=self._hedge_span(hedge),
            choices=unit.choices if unit else (),
            bound=linked.bound,
            is_start=linked.is_start,
            is_level=hedge.is_level,
            ambiguity=hedge.ambiguity,
            unclear=find_ambiguity(self.lexed, figure),
            figure=figure,
            counted=self.of_figure(Linked(figure.counted)) if figure.counted else None,
        )

    def _span(self, first: int, last: int) -> Span:
        tokens: Sequence[Token] = self.lexed.tokens
        return self.folded.span(tokens[first].start, tokens[last - 1].end)

    def _core_end(self, figure: Figure) -> int:
        """A dot that ends the figure may be that of the sentence: a quotation need not hold it."""
        end = figure.core[1]
        is_dot = end == figure.last and self.lexed.tokens[end - 1].text == "."
        return end - 1 if is_dot and end - 1 > figure.core[0] else end

    def _hedge_span(self, hedge: FoundHedge) -> Span | None:
        if hedge.first is None or hedge.last is None:
            return None
        return self._span(hedge.first, hedge.last)

    def _hedge_start(self, hedge: FoundHedge) -> int | None:
        span = self._hedge_span(hedge)
        return span[0] if span and hedge.hedge != "exact" else None

    def _direction(self, figure: Figure, hedge: FoundHedge) -> Direction | None:
        stretch = range(*self.parts.sentence_of(figure.first))
        words = range(hedge.first or 0, hedge.last or 0)
        return find_direction(self.lexed, self.parts, figure, stretch, words)


def _kind(figure: Figure) -> MentionKind:
    """The kind of a mention, from its unit and scale."""
    unit = figure.unit or figure.implied
    if figure.is_ordinal:
        return "ordinal"
    if unit is None:
        return "money" if figure.scale >= _MILLION else "count"
    if unit.kind in {"money", "sign"}:
        return "money" if figure.scale > 1 else "price"
    if unit.code in {"%", "pp", "bp"}:
        return "percent"
    if unit.code == "x":
        return "multiple"
    return "duration" if unit.code in DURATIONS else "count"


def find_addresses(layout: str) -> tuple[tuple[int, int], ...]:
    """The spans of all addresses with digits."""
    found: list[tuple[int, int]] = []
    for run in _RUN.finditer(layout):
        text = run[0]
        if not _HINT.search(text) or not _DIGIT.search(text):
            continue
        spans = ((run.start() + first, run.start() + last) for first, last in _in_run(text))
        found.extend(span for span in spans if _DIGIT.search(layout, *span))
    return tuple(found)


def _in_run(text: str) -> Iterator[tuple[int, int]]:
    """The addresses of one run, none overlapping."""
    end = len(text.rstrip(_CLOSING))
    if scheme := _SCHEME.search(text):
        yield scheme.start(), max(end, scheme.end())
        return
    if _HOST.search(text) or _ESCAPE.search(text):
        yield min(len(text) - len(text.lstrip(_OPENING)), end), end
        return
    last = 0
    for at in (match.start() for match in re.finditer("[@#]", text)):
        if at < last:
            continue
        domain = _DOMAIN.match(text, at)
        box = _MAILBOX.search(text, max(last, at - _LONGEST_MAILBOX), at) if domain else None
        if domain and box:
            yield box.start(), domain.end()
            last = domain.end()
        elif tag := _TAG.match(text, at):
            yield tag.span()
            last = tag.end()
