"""Which word of a sentence a figure belongs to: the one tied to it, else the nearest by syntax.

In: the sentence's figures and spots, as ranges of tokens, its tokens and clauses. Out: the spots
that govern a figure: several where they are joined (`revenue and profit rose by 5 %`). A word that
is tied to another figure is left to it; words and figures in turn are pairs.
"""

import functools
from dataclasses import dataclass
from itertools import pairwise

from generator.evidence.lexicon.lemmas import forms_of
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.directions import direction_of
from generator.evidence.terms.numerals import Numeral
from generator.evidence.terms.phrases import FARTHEST_JOIN, Phrased
from generator.evidence.terms.vocabulary import Spot
from generator.evidence.text.tokens import Token

_FARTHEST_LINK = 4
_BEHIND, _CUT, _BORDER, _FIGURE, _TAKEN = 3, 8, 12, 4, 30
"""What it costs that a word stands behind the figure, behind a word that begins another statement,
in another clause, beyond another figure; or that another figure has it."""


@dataclass(frozen=True, slots=True)
class Sentence(Phrased):
    """What governs what in one sentence."""

    def governing(self, figure: Numeral) -> tuple[Spot, ...]:
        """The spots that the figure belongs to; none where the sentence has no spot."""
        if not self.spots:
            return ()
        if paired := self._in_turn(figure):
            return (paired,)
        best = self._tied(figure) or min(self.spots, key=lambda spot: self._cost(figure, spot))
        return self._joined(best)

    def _tied(self, figure: Numeral) -> Spot | None:
        """The spot right before or behind the figure, with nothing but small words between."""
        before = next((one for one in reversed(self.spots) if one.last <= figure.first), None)
        behind = next((one for one in self.spots if one.last > figure.first), None)
        if before and not self._is_cause(before) and self._links(before.last, figure.first):
            return before
        is_within = behind and (behind.first in figure.noun or behind.first in figure.phrase)
        if behind and (is_within or self._joins(figure.last, behind.first)):
            return behind
        return None

    def _links(self, first: int, last: int) -> bool:
        words = self.lexicon.quantities
        return last - first <= _FARTHEST_LINK and all(
            token.lower in words.links
            or token.lower in words.articles
            or token.text in {":", "(", "-"}
            for token in self.tokens[first:last]
        )

    def _joins(self, first: int, last: int) -> bool:
        words, stops = self.lexicon.quantities, self.lexicon.nouns.stops
        return last - first <= FARTHEST_JOIN and all(
            token.lower in words.joins
            or (words.attributes.fullmatch(token.text) and token.lower not in stops)
            for token in self.tokens[first:last]
        )

    def _cost(self, figure: Numeral, spot: Spot) -> int:
        """How far the spot is from the figure."""
        is_before = spot.first < figure.first
        first, last = (spot.last, figure.first) if is_before else (figure.last, spot.first)
        between = self.tokens[first:last]
        cost = sum(token.kind != "mark" for token in between)
        cost += _CUT * sum(token.lower in self.lexicon.quantities.cuts for token in between)
        borders = abs(self.clause[figure.first] - self.clause[spot.first])
        cost += _BORDER * (
            borders if is_before or not self._has_spot_before(figure) else 2 * borders
        )
        cost += _FIGURE * sum(first <= one.first < last for one in self.figures)
        if not is_before:
            cost += _BEHIND + (_BORDER if borders and self._is_told_by_the_way(spot) else 0)
        return cost + (_TAKEN if self.is_taken(figure, spot) else 0)

    def _is_told_by_the_way(self, spot: Spot) -> bool:
        """Its clause only says when or of whom: `down 4 points on 2021, when the vote was`."""
        opening = self.tokens[self._start_of_clause(spot.first)].lower
        return opening in self.lexicon.relative or opening in self.lexicon.moments.when

    def _has_spot_before(self, figure: Numeral) -> bool:
        """The figure's clause names a measure before it."""
        here = self.clause[figure.first]
        return any(
            one.first < figure.first and self.clause[one.first] == here for one in self.spots
        )

    def is_taken(self, figure: Numeral, spot: Spot) -> bool:
        """Another figure has it, and they are no two values of one measure; or it is an aside."""
        is_adjunct = self._is_adjunct(spot) and not self._is_predicate(figure, spot)
        if (is_adjunct and not self._is_topic(figure, spot)) or self._is_aside(figure, spot):
            return True
        for other in self.figures:
            if other == figure or self._is_part(figure, other):
                continue
            if spot.first in other.noun or spot.first in other.phrase:
                return True
            if self._tied(other) != spot:
                continue
            is_chain = other.last <= figure.first and self._is_chain(other.last, figure.first)
            is_apart = self.clause[other.first] != self.clause[figure.first]
            if not is_chain and not (is_apart and other.last <= figure.first):
                return True
        return False

    def _is_predicate(self, figure: Numeral, spot: Spot) -> bool:
        """It ends the figure's clause and says the rest: `van hen zaten er negen op de fiets`."""
        last = spot.last
        is_last = last >= len(self.tokens) or self.clause[last] != self.clause[figure.first]
        is_last = is_last or self.tokens[last].kind == "mark"
        is_here = self.clause[spot.first] == self.clause[figure.first]
        is_bare = not figure.noun and spot.first >= figure.end
        return is_bare and is_here and is_last

    def _is_part(self, figure: Numeral, other: Numeral) -> bool:
        """The figure is some of what the other counts: `250 of the 900 jobs`."""
        owners, articles = self.lexicon.owners, self.lexicon.quantities.articles
        between = self.tokens[figure.last : other.first]
        return 0 < len(between) <= FARTHEST_JOIN and all(
            one.lower in owners.possessives or one.lower in owners.pronouns or one.lower in articles
            for one in between
        )

    def _is_chain(self, first: int, last: int) -> bool:
        """Nothing but the words of a range or of a movement: `von 18 auf 20`."""
        small = _small_words(self.lexicon)
        return all(
            token.kind == "mark" or token.lower in small for token in self.tokens[first:last]
        )

    def is_elsewhere(self, figure: Numeral, spot: Spot) -> bool:
        """The spot belongs to another statement that has a figure of its own."""
        cuts = self.lexicon.quantities.cuts
        if spot.first >= figure.last:
            return self._is_behind_another(figure, spot, cuts)
        if self._is_verb_of_another(figure, spot, cuts):
            return True
        clause = self.clause[spot.first]
        has_figure = any(self.clause[one.first] == clause for one in self.figures)
        is_apart = clause != self.clause[figure.first]
        return is_apart and has_figure and self._has_subject(figure)

    def _is_behind_another(self, figure: Numeral, spot: Spot, cuts: frozenset[str]) -> bool:
        """Another statement begins between them, and its figure stands beside the spot."""
        if spot.first in figure.noun:
            return False
        between = range(figure.last, spot.first)
        is_apart = self.clause[spot.first] != self.clause[figure.first]
        begins = [at for at in between if self.tokens[at].lower in cuts | {";"}]
        others = [one.first for one in self.figures if one.first >= figure.last]
        own = self.clause[figure.first]
        if not is_apart and all(self.clause[at] != own for at in others):
            return False  # "2300 Läuferinnen und Läufer sind im Ziel; angemeldet waren 2700"
        if figure.noun and is_apart:
            opening = self.tokens[self._start_of_clause(spot.first)].lower
            is_opened = opening in self.lexicon.relative or opening in cuts
            here = [
                one for one in self.figures if self.clause[one.first] == self.clause[spot.first]
            ]
            if any(is_opened or one.first >= spot.last for one in here):
                return True
        if not others or not begins:
            return False
        is_whole = bool(figure.noun) or begins[0] > figure.last
        return min(others) >= spot.last or (is_whole and begins[-1] < max(others) < spot.first)

    def _is_verb_of_another(self, figure: Numeral, spot: Spot, cuts: frozenset[str]) -> bool:
        """A verb with a figure behind it, and then another statement: `arrested 5, and fined 7`."""
        token, endings = self.tokens[spot.first], self.lexicon.quantities.verb_endings
        others = [one for one in self.figures if spot.last <= one.first and one.end <= figure.first]
        if not others or not token.text.islower():
            return False
        is_verb = any(form.endswith(endings) for form in forms_of(token.text, self.lexicon))
        between = [one.lower for one in self.tokens[others[0].end : figure.first]]
        begins = (cuts | {","}) if figure.noun else self.lexicon.owners.contrasts
        return is_verb and not begins.isdisjoint(between)

    def is_counted_elsewhere(self, figure: Numeral, spot: Spot) -> bool:
        """Another figure counts it, and this one counts something else: `600 residents`."""
        return bool(figure.noun) and any(
            spot.first in other.noun and spot.first not in figure.noun
            for other in self.figures
            if other != figure and not self._counts_alike(figure, other)
        )

    def _counts_alike(self, figure: Numeral, other: Numeral) -> bool:
        """Both figures count the same noun."""
        mine = {self.tokens[at].lower for at in figure.noun}
        return not mine.isdisjoint(self.tokens[at].lower for at in other.noun)

    def is_for_each(self, figure: Numeral, spot: Spot) -> bool:
        """It is the noun of those of whom each has it: `every resident owes 3,150 pounds`."""
        if figure.noun or not spot.last <= figure.first or spot.first == 0:
            return False
        is_here = self.clause[spot.first] == self.clause[figure.first]
        return is_here and self.tokens[spot.first - 1].lower in self.lexicon.shares.each

    def is_of_another_subject(self, figure: Numeral, spot: Spot) -> bool:
        """A preposition leads the figure, so the verb behind is another's: `Voor 800 man won …`."""
        words = self.lexicon
        is_led = figure.first > 0 and (
            self.tokens[figure.first - 1].lower in words.owners.prepositions
        )
        return is_led and spot.first == figure.end and words.nouns.closed_compounds

    def is_left_out(self, figure: Numeral, spot: Spot) -> bool:
        """A preposition says so of another number: `12 metres after 30 days without rain`."""
        between = self.tokens[figure.last : spot.first]
        is_out = any(one.lower in self.lexicon.quantities.outside for one in between[-2:])
        return is_out and any(one.kind == "number" for one in between)

    def _has_subject(self, figure: Numeral) -> bool:
        """The figure's clause opens with an article and a noun: `…, its crew grew to 120`."""
        words, first = self.lexicon.quantities, self._start_of_clause(figure.first)
        opening = [one for one in self.tokens[first : figure.first] if one.lower not in words.cuts]
        if not opening or opening[0].lower not in words.articles:
            return False
        nouns = (one for one in opening[1:_FARTHEST_LINK] if self._is_noun(one))
        if self.lexicon.titles.capitalised and len(opening) > 1 and opening[1].text[0].isupper():
            return False  # "de Duitse met 1 procent" goes on with the same noun
        noun = next(nouns, None)
        if noun is opening[-1] and not self.lexicon.titles.capitalised:
            return False  # a gap: "…, der Feldberg 95 Zentimeter"
        return noun is not None and direction_of(noun.lower, self.lexicon) is None

    def _is_noun(self, token: Token) -> bool:
        """In German the first capital; elsewhere the first word."""
        is_marked = not self.lexicon.titles.capitalised
        return token.kind == "word" and (token.text[0].isupper() or not is_marked)

    def _joined(self, spot: Spot) -> tuple[Spot, ...]:
        """The spot with those that are listed beside it."""
        row = [spot]
        at = self.spots.index(spot)
        for other in reversed(self.spots[:at]):
            if not self._lists(other.last, row[0].first):
                break
            row.insert(0, other)
        for other in self.spots[at + 1 :]:
            if not self._lists(row[-1].last, other.first):
                break
            row.append(other)
        is_list = any(self._has_and(left, right) for left, right in pairwise(row))
        return tuple(row) if is_list else (spot,)

    def _has_and(self, left: Spot, right: Spot) -> bool:
        words = _words_of_lists(self.lexicon)
        return any(token.lower in words for token in self.tokens[left.last : right.first])

    def _lists(self, first: int, last: int) -> bool:
        """Only what joins a list stands between: `und`, a comma, an article."""
        words = _words_of_lists(self.lexicon)
        between = self.tokens[first:last]
        return 0 < len(between) <= _FARTHEST_LINK and all(
            token.lower in words
            or token.text == ","
            or token.lower in self.lexicon.quantities.articles
            for token in between
        )

    def _in_turn(self, figure: Numeral) -> Spot | None:
        """The spot at the figure's place, where as many spots are listed as figures."""
        for spot in self.spots:
            row = [one for one in self._joined(spot) if one.first >= spot.first]
            chain = self._chain_after(row[-1].last)
            if len(row) > 1 and len(row) == len(chain) and figure in chain:
                return row[chain.index(figure)]
        return None

    def _chain_after(self, first: int) -> list[Numeral]:
        """The figures listed one behind the other after a token, before the next spot."""
        end = min((one.first for one in self.spots if one.first >= first), default=len(self.tokens))
        behind = [one for one in self.figures if first <= one.first < end]
        chain = behind[:1]
        for left, right in pairwise(behind):
            if not self._lists(left.last, right.first):
                break
            chain.append(right)
        return chain


@functools.lru_cache(maxsize=16)
def _small_words(lexicon: Lexicon) -> frozenset[str]:
    """The words of ranges and of movements between two values."""
    ranges = lexicon.ranges
    tables = (ranges.through, ranges.change, ranges.and_, ranges.from_)
    return frozenset(word for table in tables for phrase in table.meanings for word in phrase)


@functools.lru_cache(maxsize=16)
def _words_of_lists(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word for phrase in lexicon.ranges.and_.meanings for word in phrase)
