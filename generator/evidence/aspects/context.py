"""A fact beside the mention that may prove it, with the words around that mention.

In: a fact, an annotation, the passage that holds it. Out: a `RuleContext`, whose clauses and
sentences are those of the article, or as much of them as the quotation holds; the cues in them. It
judges nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.findings import plain
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.quotes.locate import Passage, sentence_around, words_between
from generator.evidence.statements.statement import Statement, split
from generator.evidence.terms.measures import Measures, measures_of
from generator.evidence.terms.names import Names, names_of
from generator.model import (
    NO_NAMES,
    Amount,
    Direction,
    Entity,
    Fact,
    Indicator,
    Nomenclature,
    Period,
)


@dataclass(frozen=True, kw_only=True)
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
    statement: Statement
    """What the sentence says of the figure."""
    published: Period | None = None
    """When the article came out, as far as its text bears that out."""
    comparison: str | None = None
    """The words by which another figure is compared with this one."""
    named: Nomenclature = NO_NAMES
    """All that the briefing measures, and all whose figures it knows."""

    @property
    def entity(self) -> Entity | None:
        """Whose figure the fact says it is; None where nobody declares it."""
        return self.named.entities.get(self.fact.about)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The lexicon that the article was read with."""
        return self.article.lexicon

    @cached_property
    def token(self) -> int:
        """The first token of the figure."""
        return self.article.tokens_in(*self.annotation.core)[0]

    @cached_property
    def measures(self) -> Measures | None:
        """The words of all measures, as the indicator sees them; None where it has none."""
        return measures_of(self.indicator, self.named, self.lexicon, self.article.lang)

    @cached_property
    def names(self) -> Names:
        """The names and nouns of all entities."""
        return names_of(self.named, self.lexicon, self.article.lang)

    @property
    def is_change(self) -> bool:
        """The fact's value is signed by direction words."""
        return self.indicator.kind == "change"

    @property
    def indicator_words(self) -> Mapping[str, tuple[str, ...]]:
        """The words by which articles name what the indicator measures, by language."""
        return self.indicator.words

    @property
    def words(self) -> str:
        """The mention as it stands in the article."""
        return plain(self.annotation.mention.text)

    @cached_property
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
    def is_sign(self) -> bool:
        """The mention's unit is a sign of money that no lexicon knows: `ZZ$`."""
        figure = self.annotation.figure
        return figure is not None and figure.unit is not None and figure.unit.kind == "sign"

    @property
    def is_attribute(self) -> bool:
        """The figure is part of an adjective, which says what a thing is: `100-prozentige`."""
        figure = self.annotation.figure
        unit = figure.unit if figure else None
        if unit is None or " " in self.words:
            return False
        word = self.article.lexed.lower(unit.first)
        return any(word.startswith(ending) for ending in self.article.lexicon.endings)

    def clause(self, *, quoted: bool) -> str:
        """The clause around the mention; quoted: what the quotation holds of it."""
        return self._words(self.article.parts.clause_of(self.token), quoted=quoted)

    @cached_property
    def clause_said(self) -> str:
        """The article's clause up to an `and` that joins what another verb says: `and said it`."""
        first, last = self.article.parts.clause_of(self.token)
        joiners, tokens = self.lexicon.ranges.and_, self.article.lexed.tokens
        parts = split(self.article, self.statement.sentence)
        starts = (one.start for one in parts if self._mention[1] <= one.start < last)
        return words_between(
            self.article, first, next((at for at in starts if joiners.at(tokens, at)), last)
        )

    def sentence(self, *, quoted: bool) -> str:
        """The sentence around the mention; quoted: what the quotation holds of it."""
        return self._words(self.article.parts.sentence_of(self.token), quoted=quoted)

    def reach(self, *, quoted: bool) -> list[str]:
        """The stretches of the sentence that may say who speaks; quoted: what is quoted of them."""
        runs: list[range] = []
        for part in self.statement.reach():
            if runs and runs[-1].stop == part.start:
                runs[-1] = range(runs[-1].start, part.stop)
            else:
                runs.append(part)
        return [self._words((run.start, run.stop), quoted=quoted) for run in runs]

    @cached_property
    def clause_joined(self) -> str:
        """The article's clause up to an `and` behind the mention: what follows is another's."""
        first, last = self.article.parts.clause_of(self.token)
        joiners, tokens = self.lexicon.ranges.and_, self.article.lexed.tokens
        _, after = self._mention
        end = next((at for at in range(after, last) if joiners.at(tokens, at)), last)
        return words_between(self.article, first, end)

    @property
    def words_before(self) -> list[str]:
        """What of the article's sentence up to the mention may say who speaks."""
        parts = (range(one.start, min(one.stop, self.token)) for one in self.statement.reach())
        return [words_between(self.article, one.start, one.stop) for one in parts if one]

    @cached_property
    def clause_around(self) -> tuple[str, str]:
        """The article's clause before the mention, and behind it."""
        first, last = self.article.parts.clause_of(self.token)
        low, high = self._mention
        return words_between(self.article, first, low), words_between(self.article, high, last)

    def around_quotation(self) -> tuple[str, str]:
        """What the article's sentence says before and after what is quoted of it."""
        first, last = sentence_around(self.article, self.annotation)
        tokens, layout = self.article.lexed.tokens, self.article.folded.layout
        low, high = self.article.tokens_in(self.passage.start, self.passage.end)
        before = layout[tokens[first].start : tokens[low].start] if first < low else ""
        after = layout[tokens[high - 1].end : tokens[last - 1].end] if high < last else ""
        return before, after

    @property
    def _mention(self) -> tuple[int, int]:
        """The first token of the mention, and the one after its last."""
        return self.statement.figure.start, self.statement.figure.stop

    @cached_property
    def _quoted(self) -> tuple[int, int]:
        """The tokens of the part of the quotation that holds the figure."""
        return self.article.tokens_in(*self.passage.part_around(self.annotation.core))

    def _words(self, tokens: tuple[int, int], *, quoted: bool) -> str:
        first, last = tokens
        if quoted:
            low, high = self._quoted
            first, last = max(first, low), min(last, high)
        return words_between(self.article, first, last)


def find_cue(lexicon: Lexicon, name: str, text: str, excluded: str = "") -> str | None:
    """The first words of a cue, those within excluded phrases left out."""
    cues = lexicon.cues
    if not cues.is_held(name, cues.held(text)):
        return None
    if pattern := cues.get(excluded):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    found = cues[name].search(text)
    return found[0] if found else None
