"""Which of the times that a sentence names is the figure's own.

In: the figure that proves a fact, with its quotation and statement. Out: the times of its statement
and the one that is its own. A time that something is compared with, one before or after which
something is, and that of a verb of saying are none; of several the nearest counts, and where times
and figures stand in turn, they are pairs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.evidence.annotate import AnnotatedArticle, Annotation, Span
from generator.evidence.numbers.measures import DURATIONS
from generator.evidence.quotes.locate import span_between
from generator.evidence.quotes.quotations import Quoted
from generator.evidence.statements import headings
from generator.evidence.statements.comparison import find_comparison, is_in_brackets
from generator.evidence.statements.frames.aftermath import is_of_aftermath
from generator.evidence.statements.frames.months import of_month, of_same
from generator.evidence.statements.frames.openers import has_figure
from generator.evidence.statements.frames.paired import pair_of
from generator.evidence.statements.frames.relative_time import is_of_noun
from generator.evidence.statements.frames.spoken_before import find_before
from generator.evidence.statements.governed import (
    is_behind_opener,
    is_of_beginning,
    is_of_peak,
    is_of_saying,
    is_outdated,
    is_parted,
)
from generator.evidence.statements.limits import (
    find_limit,
    is_beginning,
    is_compared,
    is_far_beginning,
    is_told,
)
from generator.evidence.statements.named_time import Time, gap
from generator.evidence.statements.outlook import PLAIN, Outlook, meant
from generator.evidence.statements.statement import Statement, split, statement_of
from generator.evidence.statements.times import before, find_times, speaks_of
from generator.model import Period

_CLOSE = 4
"""Characters between a time and the figure that it stands right before."""


@dataclass(frozen=True)
class Figured:
    """The figure that proves a fact, with its quotation."""

    annotation: Annotation
    quoted: Quoted
    outlook: Outlook = PLAIN
    """What the fact may mean by a time; what is to come may have a deadline."""

    @property
    def article(self) -> AnnotatedArticle:
        """The article that has the figure."""
        return self.quoted.article

    @property
    def published(self) -> Period | None:
        """When the article came out."""
        return self.quoted.published

    @cached_property
    def statement(self) -> Statement:
        """What the sentence says of the figure."""
        low, high = self.article.tokens_in(*self.span)
        return statement_of(self.article, low, high)

    @cached_property
    def comparison(self) -> str | None:
        """The words by which another figure is compared with this one."""
        return find_comparison(self.article, self.annotation)

    @cached_property
    def span(self) -> Span:
        """Where the figure stands."""
        return self.annotation.mention.start, self.annotation.mention.end

    def _find(self, first: int, last: int) -> list[Time]:
        """The times between two tokens, as the fact means them."""
        if (first, last) not in self._found:
            found = find_times(self.article, self.published, first, last)
            self._found[first, last] = [meant(one, self.published, self.outlook) for one in found]
        return self._found[first, last]

    @cached_property
    def _found(self) -> dict[tuple[int, int], list[Time]]:
        """What was found between two tokens, which are asked for again."""
        return {}

    @cached_property
    def times(self) -> list[Time]:
        """The times of its statement that may be its own, in order."""
        found = [one for part in self._parts() for one in self._find(part.start, part.stop)]
        for part in self.statement.governing:
            times = self._find(part.start, part.stop)
            found += [one for one in times if one.is_then]
        sentence, spoken_of = self.statement.sentence, self.spoken_of
        if self.statement.held_of(("same_part",)):
            found = of_same(found, self._find(sentence.start, sentence.stop), self.article)
        found = [before(one, spoken_of, self.article) for one in found]
        if spoken_of is None:
            found = of_month(found, self._beside)
        return sorted(self._plain(found), key=lambda one: one.start)

    @cached_property
    def spoken_of(self) -> Period | None:
        """The time that the sentence speaks of; else the one of the sentence before it."""
        main = [one for one in self._beside if not is_compared(one, self.article)]
        found = speaks_of(main, self.published)
        if found is None and any(one.is_before for one in self._beside):
            said = find_before(self.statement)
            times = self._plain(self._find(said.start, said.stop))
            is_one = len({one.edtfs for one in times}) == 1
            return speaks_of(times, self.published) if is_one else None
        return found

    @cached_property
    def own(self) -> Time | None:
        """The time that is the figure's own, where one is."""
        if self._dated_by is not None:
            return self._dated_by
        times = [one for one in self.times if not self.is_anothers(one)]
        if any(one.is_now for one in times) and (pair := self._pair_of(times)):
            return pair
        times = [one for one in times if not one.is_now] or times
        main = [one for one in times if not is_behind_opener(one.start, self.statement)]
        times = main or ([] if self.since or self._is_opened else times)
        whole = [one for one in times if not is_parted(one, self.statement, self.annotation)]
        times = whole or times
        if len(times) > 1 and (pair := self._pair_of(times)):
            return pair
        nearest = min(times, key=lambda one: gap(one.span, self.span), default=None)
        dated = nearest if nearest and nearest.edtfs else None
        found = dated or self._carried or self._shared or self._interrupted
        return found or headings.find_whole_year(self.statement, self.published) or nearest

    @cached_property
    def sentence_before(self) -> Time | None:
        """The one time of the sentence before, in its paragraph, where the figure's has none."""
        article, sentence = self.article, self.statement.sentence
        starts, said = article.token_starts, self.statement.independent
        here = self._find(said.start, said.stop)
        others = [one for one in here if not (one.is_before and self._is_apart(one))]
        if said.start == 0 or not all(self.is_of_saying(one) for one in others):
            return None
        if "\n" in article.text[starts[said.start - 1] : starts[said.start]]:
            return None
        first, last = sentence.start, said.start
        if first == last:
            first, last = article.parts.sentence_of(first - 1)
        found = self._plain(self._find(first, last))
        plain = [one for one in found if not one.is_before and not one.is_now]
        return plain[0] if len({one.edtfs for one in plain}) == 1 == len(plain) else None

    @cached_property
    def _went_on(self) -> range:
        return headings.find_went_on(self.statement)

    @cached_property
    def _beside(self) -> list[Time]:
        """The times of its sentence that are not of what went on."""
        at, sentence = self.article.tokens_in, self.statement.sentence
        times = self._find(sentence.start, sentence.stop)
        return [one for one in times if at(*one.span)[0] not in self._went_on]

    def _is_apart(self, time: Time) -> bool:
        """It stands in no clause of the statement."""
        at = self.article.tokens_in(*time.span)[0]
        return not any(at in part for part in self._parts())

    @cached_property
    def since(self) -> Time | None:
        """The time from which on the statement holds: `since the high in July`."""
        article, own = self.article, self.statement.own
        for part in own:
            for time in self._find(part.start, part.stop):
                if is_beginning(time, article):
                    return time
        return None

    @property
    def _is_opened(self) -> bool:
        found = (self._find(part.start, part.stop) for part in self.statement.own)
        return any(one.is_opened for times in found for one in times)

    @cached_property
    def _carried(self) -> Time | None:
        """Of a relative clause without a time, the one that its sentence has before it."""
        article, statement = self.article, self.statement
        first = statement.own[0].start
        is_first = first == statement.sentence.start
        if is_first or article.lexed.lower(first) not in article.lexicon.relative:
            return None
        times = self._find(statement.sentence.start, first)
        plain = self._plain(times)
        return plain[0] if len({one.edtfs for one in plain}) == 1 else None

    @cached_property
    def _interrupted(self) -> Time | None:
        """The one time of the beginning from which a relative clause parts the statement.

        `In der Saison 2025, die am Sonntag endete, wurden 84.300 Gäste gezählt`.
        """
        before = headings.find_beginning(self.statement) or range(0)
        plain = self._plain(self._find(before.start, before.stop))
        return plain[0] if len(plain) == 1 else None

    @cached_property
    def _shared(self) -> Time | None:
        """Of a statement without a time, the one of a clause that says when it happened.

        `when a coach overturned on Monday`, or the end of its own: `Two died and five were hurt
        on Monday`.
        """
        found = [
            one
            for part in self._shared_parts
            for one in self._plain(self._find(part.start, part.stop))
            if one.edtfs and not one.is_before and not one.is_now
        ]
        return found[0] if len({one.edtfs for one in found}) == 1 else None

    @cached_property
    def _shared_parts(self) -> Sequence[range]:
        return [] if self.outlook.is_ahead else headings.find_shared(self.statement)

    def holds(self, time: Time) -> bool:
        """The quotation has the time."""
        return self.quoted.passages[0].holds(time.span)

    def is_told_here(self, time: Time) -> bool:
        """The clause of the figure itself says the time with its year, or tells it."""
        if not is_told(time):
            return False
        parts = [self.statement.own[0], *([self._ahead] if self._ahead else [])]
        parts += self._shared_parts if time == self._shared else []
        at = self.article.tokens_in(*time.span)[0]
        return any(at in part for part in parts)

    @property
    def of_others(self) -> list[Time]:
        """The times of the sentence's clauses with a figure of their own, or of what went on."""
        article, own = self.article, self.statement.own
        parts = [one for one in split(article, self.statement.sentence) if one not in own]
        others = [one for one in parts if has_figure(article, one) or one.start in self._went_on]
        return [time for one in others for time in self._find(one.start, one.stop)]

    @cached_property
    def _ahead(self) -> range | None:
        """A clause in front of the statement that is but a time."""
        return headings.find_front(self.statement)

    @cached_property
    def _dated_by(self) -> Time | None:
        """The time that its clause goes on from: `since 2009, when it fell by 8 per cent`."""
        article, first = self.article, self.statement.own[0].start
        if article.lexed.lower(first) not in article.lexicon.moments.when:
            return None
        low = max(self.statement.sentence.start, first - headings.FRONT)
        found = self._find(low, first)
        if not found or article.tokens_in(*found[-1].span)[1] < first - 1:
            return None
        named = before(found[-1], self.spoken_of, article)
        return replace(named, edtfs=tuple(edtf.removesuffix("/..") for edtf in named.edtfs))

    def _parts(self) -> list[range]:
        """The segments of its statement, with a clause in front that is but a time."""
        return [*self.statement.own, *([self._ahead] if self._ahead else [])]

    def _plain(self, times: Sequence[Time]) -> list[Time]:
        """Those that date something here; what ends with a time began before it."""
        found = []
        for one in times:
            is_due = find_limit(one, self.article, "deadline") is not None
            if self.outlook.is_ahead and (is_due or one.is_now):
                found += [] if one.is_now else [one]
                continue
            is_apart = is_compared(one, self.article) or find_limit(one, self.article)
            if is_apart and not is_of_peak(one, self.statement):
                continue
            if self.is_of_saying(one) or is_of_beginning(one, self.statement):
                continue
            if is_outdated(one, self.article) or is_of_aftermath(one, self.statement):
                continue
            if not one.is_loose and is_of_noun(one, self.article, self.span):
                continue
            if is_far_beginning(one, self.article):
                one = replace(one, edtfs=tuple(f"{edtf}/.." for edtf in one.edtfs))  # noqa: PLW2901
            if is_due:
                until = [f"../{edtf}" for edtf in one.edtfs if "/" not in edtf]
                one = replace(one, edtfs=tuple(until))  # noqa: PLW2901 - the same time, read whole
            found.append(one)
        return found

    def is_of_saying(self, time: Time) -> bool:
        """It dates a verb of saying, or a decision."""
        return is_of_saying(time, self.statement, is_ahead=self.outlook.is_ahead)

    def is_anothers(self, time: Time) -> bool:
        """It stands beside a figure that this one is compared with, or in brackets with another."""
        start, end = span_between(self.article, *_ends(self.statement))
        others = [
            one
            for one in self.article.within(start, end)
            if one.mention.value is not None
            and one.mention.unit not in DURATIONS
            and (one.core == self.annotation.core or not is_in_brackets(self.article, one))
        ]
        nearest = min(
            others,
            key=lambda one: (
                gap((one.mention.start, one.mention.end), time.span),
                one.core != self.annotation.core,
            ),
            default=None,
        )
        is_own = nearest is None or nearest.core == self.annotation.core
        if nearest and not is_own and nearest.is_start and time.end <= nearest.mention.start:
            return False  # `on 1 January from 96 to 120`: both ends of the movement
        if nearest is None or is_own:
            is_far = time.end <= self.span[0] - _CLOSE
            return self.comparison is not None and is_far
        if self.comparison is not None:
            return True
        if find_comparison(self.article, nearest) is not None:
            return True
        return (time.is_before or time.is_now) and self.comparison is None

    def _pair_of(self, times: Sequence[Time]) -> Time | None:
        """The one beside it, where each figure of its statement has one."""
        figures = [
            (one.mention.start, one.mention.end)
            for part in self._parts()
            for one in self.article.within(*span_between(self.article, part.start, part.stop))
            if one.mention.value is not None
            and one.mention.kind != "ordinal"
            and one.mention.unit not in DURATIONS
        ]
        return pair_of(times, figures, self.span)


def _ends(statement: Statement) -> tuple[int, int]:
    return min(part.start for part in statement.own), max(part.stop for part in statement.own)
