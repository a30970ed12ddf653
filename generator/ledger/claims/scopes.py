"""What the numbers in an editor's words may rest on, text by text.

In: the seeds and the book. Out: scopes: the figures of the ledger that a text speaks of, and the
numbers in the sentences that prove them. A scope that lacks a figure which is not proven yet is not
whole: nothing is said of its texts until it is.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from generator.kept import digest
from generator.ledger.queries import articles_of, facts_of, steps_of
from generator.model import (
    NUMBERS,
    Article,
    Band,
    Book,
    Chart,
    Check,
    Correction,
    Direction,
    Entry,
    Exemption,
    Fact,
    Hedge,
    Indicator,
    Mention,
    Seeds,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that words may repeat: its sizes, a range having two, and what is said of them."""

    sizes: tuple[Decimal, ...]
    unit: str | None
    hedge: Hedge = "exact"
    is_change: bool = False
    direction: Direction | None = None
    """Which way it moves, where it is a change."""


@dataclass(frozen=True)
class Scope:
    """What one text may rest on."""

    name: str
    """As messages call it: `this fact`."""
    figures: tuple[Stated, ...] = ()
    is_whole: bool = True

    @cached_property
    def key(self) -> str:
        """A digest of it: one scope bears out many texts."""
        return digest(self.name, self.figures, self.is_whole)


ScopeOf = Callable[[], Scope]
"""A scope that is only made when a text has a number: few have."""


@dataclass(frozen=True)
class Scopes:
    """The scopes of one briefing."""

    seeds: Seeds
    book: Book
    kept: MutableMapping[str, Any] = field(default_factory=dict)
    """Digests of texts in which an earlier run found nothing wrong."""

    @property
    def lang(self) -> str:
        """The language of plain texts; English while briefing.yaml cannot be read."""
        return self.seeds.briefing.languages[0] if self.seeds.briefing else "en"

    @property
    def exemptions(self) -> tuple[Exemption, ...]:
        """What may pass without a figure."""
        return self.seeds.briefing.exempt_numbers if self.seeds.briefing else ()

    @cached_property
    def around(self) -> str:
        """A digest of what every text is read with: units, names in articles, exemptions."""
        articles = [(one.id, one.text) for one in self.seeds.articles.values()]
        return digest(self.seeds.units, articles, self.exemptions)

    def of_ledger(self) -> Scope:
        """Every figure that there is."""
        return self._ledger

    @cached_property
    def _ledger(self) -> Scope:
        return self._scope("the ledger", self.seeds.facts)

    def is_named(self, name: str) -> bool:
        """The name stands in an article, letter for letter."""
        whole = re.compile(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])")
        return any(whole.search(one.text) for one in self.seeds.articles.values())

    def of_fact(self, fact: Fact) -> Scope:
        """The fact, what it is computed from or replaces, and their sentences: for its name."""
        return self._scope("this fact", self._kin(fact))

    def around_fact(self, fact: Fact) -> Scope:
        """Also the facts of its measure, and its whole articles: for notes and reasons."""
        kin = self._kin(fact)
        same = [one.fact.id for one in facts_of(self.book, indicator=fact.indicator)]
        quoted = [quote.article for one in kin for quote in self.seeds.facts[one].quotes]
        return self._scope("this fact or its article", [*kin, *same], quoted)

    def of_chart(self, chart: Chart) -> Scope:
        """The facts that a chart shows, and their sentences."""
        return self._scope("this chart", self.shown_in(chart))

    def shown_in(self, chart: Chart) -> list[str]:
        """Ids of the facts that a chart shows."""
        if chart.facts or not chart.where:
            return [*chart.facts, *chart.annotations]
        chosen = [one.fact.id for one in facts_of(self.book, **chart.where)]
        return [*chosen, *chart.annotations]

    def of_indicator(self, indicator: Indicator) -> Scope:
        """All facts of a measure, and their sentences."""
        facts = self.seeds.facts.values()
        named = [one.id for one in facts if one.indicator == indicator.id]
        return self._scope("this measure", named)

    def of_article(self, article: Article) -> Scope:
        """All numbers of an article, and the facts that rest on it."""
        return self._scope("this article", self._resting.get(article.id, ()), [article.id])

    @cached_property
    def _resting(self) -> Mapping[str, Sequence[str]]:
        """By article the facts that rest on it."""
        found: dict[str, list[str]] = {}
        for entry in self.book.entries.values():
            for article in self._articles_of(entry):
                found.setdefault(article, []).append(entry.fact.id)
        return found

    def of_check(self, check: Check) -> Scope:
        """The facts of its formulas, and its band."""
        texts = [text for text in (check.formula, check.against) if text]
        steps = [step for text in texts for step in steps_of(text, self.book)]
        named = [step.text for step in steps if step.kind == "fact"]
        scope = self._scope("this check", [one for name in named for one in self._inputs(name)])
        return self._with(scope, _of_band(check.band) if check.band else ())

    def of_correction(self, correction: Correction) -> Scope:
        """What was corrected, as it was and as it is."""
        scope = self.around_fact(self.seeds.facts[correction.fact])
        if correction.changed not in NUMBERS:
            return scope
        sizes = tuple(abs(Decimal(one)) for one in (correction.old, correction.new))
        return self._with(scope, [Stated(sizes, None)])

    def of_page(self, facts: Iterable[str]) -> Scope:
        """The facts that a page shows, what they are computed from, and their sentences."""
        return self._scope("this page", [one for name in facts for one in self._inputs(name)])

    def with_constant(self, value: Decimal) -> Scope:
        """One number by itself."""
        return Scope("this constant", (Stated((abs(value),), None),))

    def _scope(self, name: str, facts: Iterable[str], articles: Iterable[str] = ()) -> Scope:
        """Of these facts and their sentences, and of whole articles."""
        ids, entries = [*dict.fromkeys(facts)], self.book.entries
        found = [entries[one] for one in ids if one in entries]
        figures = [figure for entry in found for figure in _of_entry(entry)]
        figures += [figure for entry in found for figure in self._of_sentences(entry)]
        for one in dict.fromkeys(articles):
            if article := self.seeds.articles.get(one):
                figures += map(_of_mention, self._numbers(article))
        gone = self.book.withdrawn
        is_whole = all(one in entries or one in gone for one in ids)
        return Scope(name, tuple(dict.fromkeys(figures)), is_whole)

    @staticmethod
    def _with(scope: Scope, more: Iterable[Stated]) -> Scope:
        return Scope(scope.name, (*scope.figures, *more), scope.is_whole)

    def _kin(self, fact: Fact) -> list[str]:
        """A fact, what it replaces or states again, what does so to it, and all of their inputs."""
        ties = [other for other in (fact.revision_of, fact.same_as) if other]
        ties += [
            one.id for one in self.seeds.facts.values() if fact.id in {one.revision_of, one.same_as}
        ]
        return [one for name in (fact.id, *ties) for one in self._inputs(name)]

    def _inputs(self, name: str) -> list[str]:
        """A fact, then all that it is computed from."""
        found: dict[str, None] = {}
        left = [name] if name in self.seeds.facts else []
        while left:
            one = left.pop()
            if one not in found:
                found[one] = None
                entry = self.book.entries.get(one)
                left += entry.inputs if entry else ()
        return [*found]

    def _articles_of(self, entry: Entry) -> tuple[str, ...]:
        return articles_of(self.book, entry)

    def _of_sentences(self, entry: Entry) -> Iterator[Stated]:
        """The numbers in the sentences around a figure's quotations."""
        for one in entry.located:
            article = self.seeds.articles[one.quote.article]
            start, end = one.start - len(one.before), one.end + len(one.after)
            for number in self._numbers(article):
                if start <= number.start and number.end <= end:
                    yield _of_mention(number)

    def _numbers(self, article: Article) -> Iterator[Mention]:
        """All numbers of an article."""
        covered = self.book.coverage.get(article.id, ())
        return (one.mention for one in covered if one.mention.value is not None)


def _of_entry(entry: Entry) -> Iterator[Stated]:
    amount = entry.amount
    if amount is None:
        return
    typed = [one for one in (amount.value, amount.min_value, amount.max_value) if one is not None]
    is_change = entry.indicator.kind == "change"
    direction: Direction | None = None
    if is_change and typed:
        direction = "down" if typed[0] < 0 else "up"
    sizes = tuple(abs(one) for one in typed)
    yield Stated(sizes, amount.unit, amount.hedge, is_change, direction)


def _of_mention(mention: Mention) -> Stated:
    sizes = () if mention.value is None else (abs(mention.value),)
    is_change = mention.direction is not None
    return Stated(sizes, mention.unit, mention.hedge, is_change, mention.direction)


def _of_band(band: Band) -> Iterator[Stated]:
    yield Stated((band.min_value, band.max_value), band.unit)
