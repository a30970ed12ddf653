"""Somebody else who has a figure in place of the entity named beside: the rest, the latter.

In: a sentence with a figure, the entity's names in it, the nouns by which articles call it. Out:
the tokens of the words for the other: `the rest of the region`, `the former`, `suppliers`. None
where nothing says so.
"""

from collections.abc import Sequence

from generator.evidence.terms.capitals import is_capital
from generator.evidence.terms.foreign import is_agent
from generator.evidence.terms.heads.nouns import Nouns
from generator.evidence.terms.names import NameSpot

Span = tuple[int, int]


class Others(Nouns):
    """A figure's sentence, whose clause may be about another than the one who is named."""

    def find(self, spots: Sequence[NameSpot]) -> Span | None:
        """The words for the other."""
        named = [one for one in spots if not one.is_noun]
        return (
            self._rest(named)
            or self._in_order(named)
            or self._related(named)
            or self._antecedent(named)
        )

    def _before(self) -> range:
        """What stands in the figure's clause before it."""
        return range(self.setting.clause.start, self.setting.figure.start)

    def _rest(self, named: Sequence[NameSpot]) -> Span | None:
        """All but the one that is named: `while Lohe has none, the rest of the region has 210`."""
        part = self._before()
        at = next((at for at in part if self._tokens[at].lower in self._lexicon.heads.rests), None)
        if at is None or at in self.skipped or any(one.first in part for one in named):
            return None
        return at, at + 1

    def _in_order(self, named: Sequence[NameSpot]) -> Span | None:
        """A word takes up the first or the last of a pair, and this is the other one."""
        words, part = self._lexicon.heads, self._before()
        for at in part:
            small = self._tokens[at].lower
            is_first, is_last = small in words.formers, small in words.latters
            if not (is_first or is_last) or self._is_adjective(at):
                continue
            found = [self._is_other(one, is_first=is_first) for one in named if one.last <= at]
            return (at, at + 1) if any(found) else None
        return None

    def _is_adjective(self, at: int) -> bool:
        """A noun stands behind it: `the former mayor has 300`."""
        behind = self._tokens[at + 1]
        return (
            self._lexicon.titles.capitalised
            and behind.text.islower()
            and (
                not is_agent(behind.lower, self._lexicon)
                and behind.lower not in self._lexicon.quantities.copulas
            )
        )

    def _is_other(self, name: NameSpot, *, is_first: bool) -> bool:
        """The pair has its first name before this one, or its last one behind it."""
        tokens, joiners = self._tokens, self._lexicon.ranges.and_.meanings
        if is_first:
            at = name.first - 1
            return (
                at > 0
                and (tokens[at].lower,) in joiners
                and is_capital(tokens[at - 1], self._lexicon)
            )
        at = name.last
        return (tokens[at].lower,) in joiners and is_capital(tokens[at + 1], self._lexicon)

    def _related(self, named: Sequence[NameSpot]) -> Span | None:
        """Bare words for those around it are the subject: `Under pressure from X, suppliers …`."""
        tokens, owners = self._tokens, self._lexicon.owners
        start = self.setting.sentence.start
        is_fronted = tokens[start].lower in owners.prepositions
        for one in named if is_fronted else ():
            at = one.last
            at += at < self.setting.figure.start and tokens[at].text == ","
            at += self._lexicon.nouns.closed_compounds and tokens[one.last].text != ","
            is_free = one.last < at < self.setting.figure.start and at not in self.skipped
            if is_free and tokens[at].lower in owners.relations and not self._is_called(at):
                return at, at + 1
        return None

    def _antecedent(self, named: Sequence[NameSpot]) -> Span | None:
        """A relative clause is about the noun before it: `gratulierte der Siegerin, die 54 …`."""
        tokens, lexicon = self._tokens, self._lexicon
        first, noun = self.setting.clause.start, self.setting.clause.start - 2
        is_told = noun > self.setting.sentence.start and tokens[first - 1].text == ","
        if not is_told or tokens[first].lower not in lexicon.relative:
            return None
        small = lexicon.owners.belonging | lexicon.numerals.one
        if tokens[noun - 1].lower not in lexicon.quantities.articles - small:
            return None  # "baut ein Bad, das 12 Millionen kosten soll": that is its own
        is_late = all(one.last < noun for one in named)
        return (noun - 1, noun + 1) if named and is_late and self._is_noun(noun) else None
