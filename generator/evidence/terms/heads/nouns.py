"""Which words of a figure's sentence are nouns of their own, and which open a statement.

In: a sentence with a figure, the entity's names and nouns in it, the words of measures. Out: for a
token whether it is a noun that is neither the entity's nor a measure; for a name what leads it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.evidence.lexicon.lemmas import forms_of
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.terms.capitals import is_capital, is_small
from generator.evidence.terms.foreign import is_agent
from generator.evidence.terms.relatives import before_noun
from generator.evidence.terms.rivals import Setting
from generator.evidence.text.tokens import Token

REACH = 4
"""Words of a noun with what describes it: `the old white marina`."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """A figure's sentence, and what in it is the entity's or a measure."""

    setting: Setting
    called: frozenset[str]
    ours: Collection[int]
    skipped: Collection[int]

    @property
    def _tokens(self) -> Sequence[Token]:
        return self.setting.tokens

    @property
    def _lexicon(self) -> Lexicon:
        return self.setting.lexicon

    def _is_head(self, noun: int) -> bool:
        """With its article it opens the statement, or stands behind the verb of one."""
        tokens, words = self._tokens, self._lexicon
        start, at = self.setting.sentence.start, noun - 1
        while at >= start and noun - at <= REACH and self._is_in_noun(at):
            at -= 1
        if at < start or tokens[at].lower not in words.quantities.articles:
            return False
        opens = words.relative | words.complementizers
        if words.titles.capitalised and tokens[at].lower in opens:
            return False
        before = tokens[at - 1].lower if at > start else ","
        if before in words.quantities.cuts or not before[0].isalpha():
            return True
        is_fronted = tokens[self.setting.clause.start].lower in words.owners.prepositions
        return is_fronted and is_agent(before, words)

    def _lead(self, name: range) -> int:
        """The token before the name, its role, and its article."""
        first = name.start
        while first > self.setting.sentence.start and (
            first - 1 in self.ours or self._is_called(first - 1)
        ):
            first -= 1
        return before_noun(self._tokens, first, self._lexicon)

    def _forms(self, at: int) -> tuple[str, ...]:
        return forms_of(self._tokens[at].text, self._lexicon)

    def _is_called(self, at: int) -> bool:
        return not self.called.isdisjoint(self._forms(at))

    def _is_free(self, part: range) -> bool:
        return all(at not in self.ours and at not in self.skipped for at in part)

    def _is_noun(self, at: int) -> bool:
        """A noun that is neither the entity's nor a measure."""
        is_free = self._is_free(range(at, at + 1)) and not self._is_called(at)
        return is_free and self._may_be_noun(at)

    def _may_be_noun(self, at: int) -> bool:
        """In German a word in a capital, elsewhere any word that is no small one."""
        token = self._tokens[at]
        if not self._lexicon.titles.capitalised:
            return is_capital(token, self._lexicon)
        return self._is_small_word(at) or is_capital(token, self._lexicon)

    def _is_small_word(self, at: int) -> bool:
        """A word that no table of small words has, and no verb of having."""
        token, words = self._tokens[at], self._lexicon
        if token.kind != "word" or not token.text.islower():
            return False
        others = words.owners.pronouns, words.quantities.links
        return not (is_small(token.lower, words) or any(token.lower in one for one in others))

    def _is_in_noun(self, at: int) -> bool:
        """A word that may stand between an article and its noun."""
        return self._is_small_word(at) or is_capital(self._tokens[at], self._lexicon)

    def _is_in_phrase(self, at: int) -> bool:
        """A word of a noun's phrase that is not the entity's."""
        return self._is_in_noun(at) and self._is_free(range(at, at + 1))

    def _is_measured_before(self, noun: int) -> bool:
        """A measure stands in front of it: `the price of the house that …`."""
        return any(at in self.skipped for at in range(self.setting.sentence.start, noun))
