"""Which words of a sentence speak of a figure: its own statement, and the clauses that govern it.

In: an annotated article and the tokens of a figure. Out: a `Statement`, whose cues are found with
their places. A sentence falls into segments at its marks, and where a word such as `while` or an
`and` between two verbs begins another statement. A segment without a verb goes on with the one
before it; one that `that` opens, or an infinitive, is governed by it.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.quotes.locate import words_between
from generator.evidence.statements.cues import SPOKEN, Cue, find_cues, held_at, semicolons_in
from generator.evidence.statements.frames import openers
from generator.evidence.statements.frames.openers import has_figure, opens

_VERBS = ("done", "settled", *SPOKEN)
_SAID = ("attributed", "sourced")
_LONGEST_TAIL = 10
_MOST_TAILS = 3
"""Clauses behind that may name who speaks and what he is, before the verb of saying."""
_LONGEST_CLOSING = 14
_SOURCE = 5
"""How many words at the beginning of a clause may make it that of a source."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence says of a figure."""

    article: AnnotatedArticle
    figure: range
    sentence: range
    own: tuple[range, ...]
    """The segments of its statement, its own first."""
    governing: tuple[range, ...]
    """Those before it that say what it is: `the firm plans that …`."""
    tail: tuple[range, ...] = ()
    """A short clause behind it: `…, analysts say`."""
    held: int = -1
    """The names of cues of which the sentence may have any, as bits."""

    @property
    def independent(self) -> range:
        """The sentence, or what a semicolon leaves of it around the figure."""
        sentence = self.sentence
        marks = semicolons_in(self.article, sentence)
        first = max((at + 1 for at in marks if at < self.figure.start), default=sentence.start)
        last = min((at for at in marks if at >= self.figure.stop), default=sentence.stop)
        return range(first, last)

    def cues(self, name: str) -> list[Cue]:
        """The cues in its own statement."""
        return self._cues(name, self.own)

    def cues_above(self, name: str) -> list[Cue]:
        """The cues of the segments that govern it."""
        return self._cues(name, self.governing)

    def cues_behind(self, name: str) -> list[Cue]:
        """The cues of the clause behind it."""
        return self._cues(name, self.tail)

    def _cues(self, name: str, parts: Sequence[range]) -> list[Cue]:
        if not parts or not self.article.lexicon.cues.is_held(name, self.held):
            return []
        return [one for part in parts for one in find_cues(self.article, name, *_ends(part))]

    def held_of(self, names: tuple[str, ...]) -> list[str]:
        """The names of cues of which the sentence may have one."""
        return self.article.lexicon.cues.among(names, self.held)

    def is_done(self) -> bool:
        """A verb of its own statement says that something happened."""
        return bool(self.cues("done"))

    def speaking(self) -> list[range]:
        """The segments whose words may name its speaker: up to its end, and a clause behind."""
        last = max(part.stop for part in self.own)
        segments = split(self.article, self.sentence)
        before = [part for part in segments if part.start < last and not self._is_silent(part)]
        return [*before, *self.tail, *self._closing(segments)]

    def _is_silent(self, part: range) -> bool:
        """Before the statement it says something else: a relative clause, what a semicolon ends.

        So does what is put in with a figure of its own: `Reyl, reportedly on £180,000 a week, …`.
        """
        own = min(one.start for one in self.own)
        if part in self.own or part in self.governing or part.start >= own:
            return False
        article, sentence = self.article, self.sentence
        if part.start not in self.independent:
            return True
        if part.start == sentence.start:
            return False
        return has_figure(article, part) or opens(article, part, article.lexicon.relative)

    def _is_rumour_apart(self, part: range) -> bool:
        """What is only said of another clause, after which this one begins anew with `but`."""
        own = min(self.own, key=lambda one: one.start)
        if part in self.governing or part.start >= own.start:
            return False
        article = self.article
        is_anew = opens(article, own, article.lexicon.openers)
        return is_anew and any(True for _ in find_cues(article, "hearsay", *_ends(part)))

    def _closing(self, segments: Sequence[range]) -> list[range]:
        """The clause that ends the sentence, where it says no more than who says it."""
        article, end = self.article, segments[-1]
        if len(end) <= 1 and len(segments) > 1:
            end = segments[-2]  # a mark of its own
        at = segments.index(end)
        while at > 0 and opens(article, segments[at], article.lexicon.relative):
            at -= 1  # `…, said Brightgrid, which runs the network`
        end = segments[at]
        is_new = openers.opens_anew(article, end)
        if end in self.own or end in self.tail or is_new:
            return []
        if _opens_with_source(article, end):
            return [end]
        return [end] if len(end) <= _LONGEST_CLOSING and not has_figure(article, end) else []

    def reach(self) -> list[range]:
        """The segments whose words may say who speaks: none that goes on with something else."""
        article = self.article
        last = max(part.stop for part in self.own)
        return [
            part
            for part in split(article, self.sentence)
            if not self._is_silent(part) and not self._is_rumour_apart(part)
            if part.start < last
            or part in self.governing
            or part in self.tail
            or not openers.opens_anew(article, part)
        ]

    def gap(self, cue: Cue) -> range:
        """The tokens between the cue and the figure."""
        if cue.last <= self.figure.start:
            return range(cue.last, self.figure.start)
        return range(self.figure.stop, max(cue.first, self.figure.stop))


def statement_of(article: AnnotatedArticle, low: int, high: int) -> Statement:
    """The statement of the figure between two tokens."""
    sentence = range(*article.parts.sentence_of(low))
    segments = split(article, sentence)
    at = next((at for at, one in enumerate(segments) if low in one), 0)
    own = _own(article, segments, at)
    return Statement(
        article,
        range(low, high),
        sentence,
        tuple(segments[one] for one in own),
        tuple(segments[one] for one in _governing(article, segments, own)),
        tuple(_tail(article, segments, own)),
        held_at(article, sentence.start),
    )


@functools.lru_cache(maxsize=64)
def split(article: AnnotatedArticle, sentence: range) -> Sequence[range]:
    """The segments of a sentence, in order; asked again for each figure."""
    clause, tokens, lexicon = article.parts.clause, article.lexed.tokens, article.lexicon
    found: list[range] = []
    start = sentence.start
    for at in range(sentence.start + 1, sentence.stop):
        is_mark = clause[at] != clause[at - 1]
        is_split = tokens[at].lower in lexicon.splitters and at > start
        if is_mark or is_split or _joins(article, range(start, sentence.stop), at):
            found.append(range(start, at))
            start = at
    if start < sentence.stop:
        found.append(range(start, sentence.stop))
    return found


def _joins(article: AnnotatedArticle, rest: range, at: int) -> bool:
    """An `and` with a verb on either side, in one clause."""
    joiners = article.lexicon.ranges.and_
    if article.lexed.tokens[at].lower not in joiners.firsts or not joiners.at(
        article.lexed.tokens, at
    ):
        return False
    clause = article.parts.clause
    end = next((one for one in range(at, rest.stop) if clause[one] != clause[at]), rest.stop)
    has_left = _has_verb(article, range(rest.start, at))
    return has_left and _has_verb(article, range(at + 1, end))


def _has_verb(article: AnnotatedArticle, part: range) -> bool:
    """A verb that the lexicon knows stands in the segment."""
    return any(True for name in _VERBS for _ in find_cues(article, name, *_ends(part)))


def _own(article: AnnotatedArticle, segments: Sequence[range], at: int) -> list[int]:
    """The figure's segment, and those that it goes on from while no verb is found."""
    lexicon = article.lexicon
    own = [at, *_bridged(article, segments, at)]
    one = min(own)
    while one > 0 and not any(_has_verb(article, segments[each]) for each in own):
        if opens(article, segments[one], lexicon.openers) or _ends_case(article, segments, one):
            return own
        if article.lexed.tokens[segments[one].start - 1].text == ";":
            break
        one -= 1
        while one > 0 and openers.interrupts(article, segments[one]):
            one -= 1  # what is said in between
        own += [one, *(each for each in _bridged(article, segments, one) if each not in own)]
        one = min(own)
    if opens(article, segments[min(own)], lexicon.grounding):
        return own
    one = max(own)
    while one + 1 < len(segments) and not any(_has_verb(article, segments[each]) for each in own):
        one += 1
        is_new = opens(article, segments[one], lexicon.openers | lexicon.relative)
        is_said = _opens_with_source(article, segments[one])
        is_others = has_figure(article, segments[one]) and not _begins_verb(article, segments[one])
        if is_new or is_said or is_others:
            break
        own.append(one)
    return own


def _begins_verb(article: AnnotatedArticle, part: range) -> bool:
    """It goes on with the verb, behind an aside: `One in five, 19 per cent, was older than 67`."""
    return any(one.first == part.start for one in find_cues(article, "settled", *_ends(part)))


def _ends_case(article: AnnotatedArticle, segments: Sequence[range], at: int) -> bool:
    """A semicolon before the segment ends what was only supposed."""
    first, last = segments[0].start, segments[at].start
    if article.lexed.tokens[last - 1].text != ";":
        return False
    cues = [
        cue for name in ("case", "inverted_case") for cue in find_cues(article, name, first, last)
    ]
    return any(cue.first == first for cue in cues)


def _bridged(article: AnnotatedArticle, segments: Sequence[range], at: int) -> list[int]:
    """The segments of the same clause on the other side of brackets."""
    tokens, found = article.lexed.tokens, []
    if tokens[segments[at].stop - 1].text == "(":
        closing = (
            one
            for one in range(at + 1, len(segments))
            if tokens[segments[one].stop - 1].text == ")"
        )
        end = next(closing, len(segments))
        if end + 1 < len(segments):
            found.append(end + 1)
    if segments[at].start > 0 and tokens[segments[at].start - 1].text == ")":
        opening = (
            one for one in range(at - 1, -1, -1) if tokens[segments[one].stop - 1].text == "("
        )
        if (start := next(opening, None)) is not None:
            found.append(start)
    return found


def _governing(
    article: AnnotatedArticle, segments: Sequence[range], own: Sequence[int]
) -> Iterator[int]:
    """The segments before it that a `that` or an infinitive hangs on."""
    lexicon, first = article.lexicon, min(own)
    while first > 0 and (
        opens(article, segments[first], lexicon.complementizers)
        or _has_infinitive(article, segments[first])
    ):
        first -= 1
        while first > 0 and opens(article, segments[first], lexicon.relative):
            first -= 1
        yield first


def _tail(article: AnnotatedArticle, segments: Sequence[range], own: Sequence[int]) -> list[range]:
    """A short clause behind it that says no more than whose words it is, or how sure."""
    last, lexicon = max(own) + 1, article.lexicon
    if last < len(segments) and _is_compared(article, segments[last]):
        last += 1
    if last >= len(segments):
        return []
    is_inserted = own[0] > 0 and opens(article, segments[own[0]], lexicon.relative)
    begins = (lexicon.openers | lexicon.relative | lexicon.complementizers) - lexicon.saying
    is_new = opens(article, segments[last], begins) or openers.opens_timed(article, segments[last])
    if is_inserted or is_new:
        return []
    found: list[range] = []
    for part in segments[last : last + _MOST_TAILS]:
        longest = _LONGEST_CLOSING if opens(article, part, lexicon.saying) else _LONGEST_TAIL
        is_short = len(part) <= longest and not has_figure(article, part)
        if (found and opens(article, part, begins)) or not is_short:
            break
        found.append(part)
        if any(True for name in _SAID for _ in find_cues(article, name, *_ends(part))):
            return found  # `…, its director, Elena Prager, told a newspaper`
    if found:
        return found[:1]
    part = segments[last]
    return [part] if _opens_with_source(article, part) or _is_source_first(article, part) else []


def _is_compared(article: AnnotatedArticle, part: range) -> bool:
    """Only what the figure is compared with: `, up from 1,112 the year before,`."""
    words = words_between(article, *_ends(part)).lstrip(" ,")
    return article.lexicon.changes.against.match(words) is not None


def _is_source_first(article: AnnotatedArticle, part: range) -> bool:
    """Who says it, and a clause about something else: `the college said as it welcomed 1,150`."""
    opening, tokens = article.lexicon.openers, article.lexed.tokens
    last = next((at for at in part if tokens[at].kind == "number"), part.stop)
    turn = next((at for at in range(part.start, last) if tokens[at].lower in opening), None)
    if turn is None or turn - part.start > _LONGEST_TAIL:
        return False
    return any(True for name in _SAID for _ in find_cues(article, name, part.start + 1, turn))


def _opens_with_source(article: AnnotatedArticle, part: range) -> bool:
    """Words of saying come first, and figures behind them are those of the source.

    `…, according to a survey of 6,000 pupils`.
    """
    tokens, that = article.lexed.tokens, article.lexicon.complementizers
    if any(tokens[at].lower in that for at in part):
        return False  # it goes on with what is said
    first = next((at for at in part if tokens[at].kind == "word"), part.stop)
    last = min(part.stop, first + _SOURCE)
    return any(
        cue.first == first and tokens[cue.last].kind != "number"
        for one in _SAID
        for cue in find_cues(article, one, first, last)
    )


def _has_infinitive(article: AnnotatedArticle, part: range) -> bool:
    """A verb with `zu` or `te` stands in the segment."""
    return article.lexicon.infinitive.search(words_between(article, *_ends(part))) is not None


def _ends(part: range) -> tuple[int, int]:
    return part.start, part.stop
