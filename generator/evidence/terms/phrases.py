"""The phrase in which a word of a measure stands: a circumstance, a cause, an aside, a topic.

In: the sentence's figures and spots, as ranges of tokens, its tokens and clauses. Out: what the
words before a spot make of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.terms.numerals import Numeral
from generator.evidence.terms.vocabulary import Spot
from generator.evidence.text.tokens import Token

FARTHEST_JOIN = 2
_REACH_OF_ADJUNCT, _LONGEST_ASIDE = 4, 10


@dataclass(frozen=True, slots=True)
class Phrased:
    """The words of measures in a sentence, each in its phrase."""

    tokens: Sequence[Token]
    clause: Sequence[int]
    lexicon: Lexicon
    figures: Sequence[Numeral]
    spots: Sequence[Spot]

    def _is_topic(self, figure: Numeral, spot: Spot) -> bool:
        """It opens the figure's clause, behind another one: `…, beim Roggen waren es 8 %`."""
        here = self.clause[figure.first]
        first = self._start_of_clause(figure.first)
        is_alone = not any(one != spot and self.clause[one.first] == here for one in self.spots)
        is_first = first < spot.first <= first + FARTHEST_JOIN + 1 and spot.last < figure.first
        return is_alone and is_first and first > 0 and any(one.end <= first for one in self.figures)

    def _is_adjunct(self, spot: Spot) -> bool:
        """A preposition makes it a circumstance: `bei einem hohen Umsatz`."""
        return self._is_led(spot, self.lexicon.quantities.adjuncts)

    def _is_cause(self, spot: Spot) -> bool:
        """It only says why: `bleef door de hogere melkprijs 39 miljoen euro winst over`."""
        return self._is_led(spot, self.lexicon.quantities.causes)

    def _is_led(self, spot: Spot, prepositions: frozenset[str]) -> bool:
        """One of the prepositions stands before it, its article and its adjectives."""
        words, adjective = self.lexicon.quantities, self.lexicon.nouns.adjective
        for at in range(spot.first - 1, max(-1, spot.first - 1 - _REACH_OF_ADJUNCT), -1):
            token = self.tokens[at]
            if token.lower in prepositions:
                return True
            if token.lower in self.lexicon.complementizers or token.lower in self.lexicon.weekdays:
                return False  # "said on Monday that revenue …"
            is_between = token.lower in words.articles or adjective.fullmatch(token.text)
            if not is_between or token.lower in self.lexicon.nouns.stops - words.articles:
                return False
        return False

    def _is_aside(self, figure: Numeral, spot: Spot) -> bool:
        """It explains the word before, between commas: `leverage, the ratio of debt to profit,`."""
        before = range(spot.first - 1, max(0, spot.first - _LONGEST_ASIDE), -1)
        behind = range(spot.last, min(figure.first, spot.last + _LONGEST_ASIDE))
        first = next((at for at in before if self.tokens[at].kind != "word"), 0)
        last = next((at for at in behind if self.tokens[at].kind != "word"), 0)
        if not last or self.tokens[first].text != "," or self.tokens[last].text != ",":
            return False
        is_explained = any(one.last == first for one in self.spots)
        # Not the aside's own noun: "der Gewinn dagegen, so der Vorstand," is the measure.
        small = (self.lexicon.nouns.stops, self.lexicon.quantities.articles, self.lexicon.verbs.of)
        within = self.tokens[first + 2 : spot.first]
        is_within = any(one.lower in words for one in within for words in small)
        is_noun = self._has_article(first + 1) and not self._has_article(last + 1)
        return is_explained and is_within and is_noun

    def _has_article(self, at: int) -> bool:
        word = self.tokens[at].lower
        return word in self.lexicon.quantities.articles or word in self.lexicon.numerals.one

    def _start_of_clause(self, at: int) -> int:
        """The first token of the clause around a token."""
        here = self.clause[at]
        while at and self.clause[at - 1] == here:
            at -= 1
        return at
