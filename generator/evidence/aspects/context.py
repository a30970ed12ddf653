"""A fact beside the mention that may prove it, with the words around that mention.

In: a fact, a reading, the passage that holds it. Out: `Case`, whose clauses and sentences are
those of the article, or as much of them as the quotation holds. It judges nothing.
"""

from dataclasses import dataclass

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.messages import plain
from generator.evidence.quotes.passages import Passage
from generator.model import Amount, Direction, Fact, Indicator

_NEAR = 9
"""Words between a figure and a `perhaps` that is said of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleContext:
    """What the rules compare."""

    fact: Fact
    indicator: Indicator
    amount: Amount
    annotation: Annotation
    passage: Passage
    article: AnnotatedArticle
    declared: frozenset[str]
    """Ids of the declared units."""

    @property
    def is_change(self) -> bool:
        """The fact's value is signed by direction words."""
        return self.indicator.kind == "change"

    @property
    def words(self) -> str:
        """The mention as it stands in the article."""
        return plain(self.annotation.mention.text)

    @property
    def direction(self) -> Direction | None:
        """The direction that the quotation's own words give to the mention."""
        return self.article.direction(
            self.annotation, *self.passage.part_around(self.annotation.core)
        )

    @property
    def is_unit_declared(self) -> bool:
        """The mention's unit is one of its own, and not merely the noun that follows."""
        figure = self.annotation.figure
        is_noun = figure is None or figure.unit is None or figure.unit.kind == "noun"
        return not is_noun or self.annotation.mention.unit in self.declared

    @property
    def is_attribute(self) -> bool:
        """The figure is part of an adjective, which says what a thing is: `100-prozentige`."""
        figure = self.annotation.figure
        unit = figure.unit if figure else None
        if unit is None or " " in self.words:
            return False
        word = self.article.lexed.lower(unit.first)
        return any(word.startswith(ending) for ending in self.article.lexicon.endings)

    @property
    def uncertainty(self) -> str | None:
        """A word near the figure that makes it less certain without saying how: `perhaps`."""
        pattern = self.article.lexicon.cues.get("perhaps")
        if pattern is None:
            return None
        low, high = self.article.tokens_in(
            self.annotation.mention.start, self.annotation.mention.end
        )
        first, last = self.article.parts.sentence_of(self._token)
        clause = self.article.parts.clause_of(self._token)[0]
        low, high = max(first, clause, low - _NEAR), min(last, high + _NEAR)
        found = pattern.search(self._text(low, high, quoted=False))
        return found[0] if found else None

    @property
    def is_aside(self) -> bool:
        """The figure stands in a relative clause: `the plant, which employs 900 people, will …`."""
        first = self.article.parts.clause_of(self._token)[0]
        return first > 0 and self.article.lexed.lower(first) in self.article.lexicon.relative

    def clause(self, *, quoted: bool) -> str:
        """The clause around the mention; quoted: what the quotation holds of it."""
        return self._text(*self.article.parts.clause_of(self._token), quoted=quoted)

    @property
    def clause_joined(self) -> str:
        """The article's clause up to an `and` behind the mention: what follows is another's."""
        first, last = self.article.parts.clause_of(self._token)
        joiners = self.article.lexicon.ranges.and_
        _, after = self.article.tokens_in(
            self.annotation.mention.start, self.annotation.mention.end
        )
        tokens = self.article.lexed.tokens
        end = next((at for at in range(after, last) if joiners.at(tokens, at)), last)
        return self._text(first, end, quoted=False)

    def sentence(self, *, quoted: bool) -> str:
        """The sentence around the mention; quoted: what the quotation holds of it."""
        return self._text(*self.article.parts.sentence_of(self._token), quoted=quoted)

    @property
    def words_before(self) -> str:
        """The article's sentence up to the mention."""
        return self._text(self.article.parts.sentence_of(self._token)[0], self._token, quoted=False)

    @property
    def clause_around(self) -> tuple[str, str]:
        """The article's clause before the mention, and behind it."""
        first, last = self.article.parts.clause_of(self._token)
        low, high = self.article.tokens_in(
            self.annotation.mention.start, self.annotation.mention.end
        )
        return self._text(first, low, quoted=False), self._text(high, last, quoted=False)

    def around_quotation(self) -> tuple[str, str]:
        """What the article's sentence says before and after what is quoted of it."""
        first, last = self.article.parts.sentence_of(self._token)
        tokens = self.article.lexed.tokens
        low, high = self.article.tokens_in(self.passage.start, self.passage.end)
        layout = self.article.folded.layout
        before = layout[tokens[first].start : tokens[low].start] if first < low else ""
        after = layout[tokens[high - 1].end : tokens[last - 1].end] if high < last else ""
        return before, after

    @property
    def _token(self) -> int:
        return self.article.tokens_in(*self.annotation.core)[0]

    def _text(self, first: int, last: int, *, quoted: bool) -> str:
        if quoted:
            low, high = self.article.tokens_in(*self.passage.part_around(self.annotation.core))
            first, last = max(first, low), min(last, high)
        if first >= last:
            return ""
        tokens = self.article.lexed.tokens
        return self.article.folded.layout[tokens[first].start : tokens[last - 1].end]
