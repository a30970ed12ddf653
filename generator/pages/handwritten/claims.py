"""What hand-written prose says of figures in words: number words, and words beside its calls.

In: a page taken apart, the book. Out: findings by offset. A number word is held against the figures
that the page shows; a word beside a call may not multiply its figure, give it another unit, or send
it the other way. Typed digits are for `prose.py`, unless an exemption lets them pass there.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from html import unescape

from generator.evidence import AnnotatedArticle, Annotation
from generator.kept import digest, unless_sound
from generator.ledger import Scope, ScopeOf, Scopes, has_known_unit, read_words, unsupported
from generator.model import Book, Entry, Finding, Offset
from generator.pages.handwritten.addresses import LINK
from generator.pages.handwritten.calls import CALLS, Call, selected
from generator.pages.handwritten.check import check_limits
from generator.pages.handwritten.documents import ReadDocument, placed, read_document
from generator.text import find_numbers, shown

_DROPPED = re.compile(r"(?P<entity>&#?\w+;)|[*_~`]|\\(?=[!-/:-@\[-`{-~])")
"""What Markdown does not print: a number word may have it inside."""
_SEVEN = 7
_STAND_IN, _MOVED = "7", "7%"
"""For a figure, and for a change in per cent, whose direction the words around it say."""


def check_claims(scopes: Scopes) -> Iterator[Finding]:
    """Every number word that no figure of its page bears out, and every call that words belie."""
    for document in scopes.seeds.documents:
        if any(check_limits(document.text)):
            continue
        page = read_document(document)
        if not page.findings:
            for finding in _check_page(page, scopes):
                yield placed(finding, document)


def _check_page(page: ReadDocument, scopes: Scopes) -> Iterator[Finding]:
    prose, scope = _prose(page, scopes.book), cache(partial(_scope, page, scopes))
    named = [name for call in prose.calls.values() for name in call.arguments]
    entries = filter(None, map(scopes.book.entries.get, named))
    shows = [(one.fact.id, one.amount, one.indicator.kind) for one in entries]
    key = digest("page", scopes.lang, prose, shows, scope().key, scopes.around)
    yield from unless_sound(scopes.kept, key, lambda: _claims_of(prose, scope, scopes))


def _claims_of(prose: "_Prose", scope: ScopeOf, scopes: Scopes) -> Iterator[Finding]:
    lang = scopes.lang
    patterns = [one.pattern for one in scopes.exemptions]
    exempt = [m.span() for pattern in patterns for m in re.finditer(pattern, prose.text)]
    for claim in unsupported(prose.text, lang, scope, scopes):
        span = (claim.start, claim.end)
        if any(_overlap(span, one) for one in prose.calls):
            continue
        if any(find_numbers(claim.text)) and not any(_overlap(span, one) for one in exempt):
            continue  # the rule about digits has its finding
        message = f"{shown(claim.text)} in prose is no number of a figure on this page"
        hint = 'write {{ figure("…") }} in its place, or {{ count("…") }}; or leave it out'
        yield _finding(prose.offset(claim.start), message, hint)
    read = read_words(prose.text, lang, scopes.seeds.units)
    for span, call in prose.calls.items():
        yield from _check_call(_Shown(call, span, read, scope), prose, scopes)


@dataclass(frozen=True, slots=True)
class _Prose:
    """A page as it is read: calls stand for what they print, marks of Markdown are gone."""

    text: str
    origins: Sequence[tuple[int, int]]
    """Where pieces of the text begin, here and in the page."""
    calls: dict[tuple[int, int], Call]
    """The stand-ins for figures and counts."""

    def offset(self, at: int) -> int:
        """Where in the page a character of the text stands."""
        here, there = self.origins[bisect_right(self.origins, (at, 10**9)) - 1]
        return there + at - here


def _prose(page: ReadDocument, book: Book) -> _Prose:
    source = page.document.text
    cuts: list[tuple[int, int, str, Call | None]] = []
    for call in page.calls:
        stand_in = _stand_in(call, book)
        cuts.append((call.start, call.end, stand_in or " ", call if stand_in else None))
    cuts += [(*match.span("target"), " ", None) for match in LINK.finditer(source)]
    cuts += [
        (*match.span(), unescape(match["entity"] or ""), None)
        for match in _DROPPED.finditer(source)
    ]
    pieces, origins, calls = list[str](), [(0, 0)], dict[tuple[int, int], Call]()
    length = at = 0
    for start, end, text, shows in sorted(cuts, key=lambda cut: (cut[0], -cut[1])):
        if start < at:
            continue
        pieces += [source[at:start], text]
        length += start - at
        origins.append((length, start))
        if shows is not None:
            calls[length, length + len(text)] = shows
        length, at = length + len(text), end
        origins.append((length, at))
    return _Prose("".join([*pieces, source[at:]]), origins, calls)


def _stand_in(call: Call, book: Book) -> str:
    """What a figure or a count is read as; nothing for what prints no number of its own."""
    if call.name == "count":
        return _STAND_IN
    if call.name != "figure":
        return ""
    entry = book.entries.get(call.arguments[0]) if call.arguments else None
    is_moved = entry is not None and entry.indicator.kind == "change"
    return _MOVED if is_moved else _STAND_IN


def _scope(page: ReadDocument, scopes: Scopes) -> Scope:
    facts = list[str]()
    for call in page.calls:
        shows = CALLS[call.name].shows
        if shows == "fact":
            facts += call.arguments
            facts += [entry.fact.id for entry in selected(call, scopes.book)]
        elif shows == "chart":
            charts = (scopes.seeds.charts.get(name) for name in call.arguments)
            facts += [one for chart in charts if chart for one in scopes.shown_in(chart)]
    return scopes.of_page(facts)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A call with the words around what it prints."""

    call: Call
    span: tuple[int, int]
    read: AnnotatedArticle
    scope: ScopeOf

    @property
    def number(self) -> Annotation | None:
        """As a reader takes it, the words beside it included."""
        found = self.read.annotations
        spans = ((one.mention.start, one.mention.end) for one in found)
        return next(
            (one for one, span in zip(found, spans, strict=True) if _overlap(span, self.span)), None
        )


def _check_call(shown_here: _Shown, prose: _Prose, scopes: Scopes) -> Iterator[Finding]:
    """What words beside a call make of its figure."""
    call, number = shown_here.call, shown_here.number
    if multiple := _multiple_before(shown_here):
        message = f"{shown(multiple)} multiplies the figure behind it"
        yield _finding(call.start, message, "give the multiple as a fact with a formula")
    if number is None or number.mention.value is None:
        return
    is_moved = prose.text[slice(*shown_here.span)] == _MOVED
    is_longer = (number.mention.start, number.mention.end) != shown_here.span
    is_other = number.mention.value != _SEVEN or (has_known_unit(number) and not is_moved)
    if is_longer and is_other:
        message = f"the words beside {call.name} make another number of what it prints"
        hint = "the call prints its figure with its unit and its scale: leave those words out"
        yield _finding(call.start, message, hint)
        return
    entry = scopes.book.entries.get(call.arguments[0]) if call.name == "figure" else None
    if entry and is_moved and (way := number.mention.direction):
        yield from _check_way(call, entry, way)


def _multiple_before(shown_here: _Shown) -> str | None:
    """The word right before a figure that multiplies it: `twice`, `doppelt`."""
    read = shown_here.read
    at = read.tokens_in(*shown_here.span)[0]
    if not at:
        return None
    word = read.lexed.tokens[at - 1].lower
    for phrase, value in read.lexicon.multiples.before.items():
        known = (one for one in shown_here.scope().figures if one.unit == "x")
        if phrase.split()[0] == word and all(value not in one.sizes for one in known):
            return word
    return None


def _check_way(call: Call, entry: Entry, way: str) -> Iterator[Finding]:
    """The words say a fall of a rise, or the reverse."""
    amount = entry.amount
    ends = [one for one in (amount.value, amount.min_value) if one is not None] if amount else []
    is_fall = bool(ends) and ends[0] < 0
    if call.options.get("form") != "size" and is_fall:
        return
    if (way == "down") != is_fall:
        said, is_way = ("a fall", "a rise") if way == "down" else ("a rise", "a fall")
        message = f"the words say {said}, and {shown(entry.fact.id)} is {is_way}"
        yield _finding(call.start, message, "word the sentence as the figure goes")


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _finding(offset: int, message: str, hint: str) -> Finding:
    return Finding("unproven-number", Offset(offset), "", message, hint)
