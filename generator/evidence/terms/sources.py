"""Whether a name is that of who says or counts a figure: words of saying stand beside it.

In: a sentence with a figure, as tokens; the place of a name. Out: whether it is a source, and where
the words of saying end. It knows no entity.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.text.tokens import Token

REACH = 4
"""Words between a word of contrast, or of saying, and the name that belongs to it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in its sentence, and who tells of it."""

    tokens: Sequence[Token]
    lexicon: Lexicon
    sentence: range
    clause: range
    figure: range

    def is_cited(self, first: int) -> bool:
        """Words before the name make it a source: `nach Angaben des Amts INE`."""
        for at in range(first - 1, max(self.sentence.start, first - REACH) - 1, -1):
            if self.tokens[at].lower in self.lexicon.owners.sources:
                return True
            if not self._may_lead(at):
                break
        return False

    def _may_lead(self, at: int) -> bool:
        """A word that may stand between a word of saying and the name of who says it."""
        token, owners = self.tokens[at], self.lexicon.owners
        if token.lower in self.lexicon.quantities.cuts | self.lexicon.complementizers:
            return False  # what is said begins: "meldt dat Blijdorp …"
        if token.kind != "word" or self.tokens[at - 1].lower in owners.sources:
            return token.kind == "word"
        small = token.lower
        is_small = small in owners.prepositions or small in self.lexicon.nouns.stops
        return (
            not is_small or small in owners.possessives or small in self.lexicon.quantities.articles
        )

    def end_of_saying(self, last: int) -> int | None:
        """Where the verb of saying behind the name ends: `the Dutch statistics office said`."""
        for at in range(last, min(self.sentence.stop, last + REACH)):
            if self.tokens[at].lower in self.lexicon.owners.sources_behind:
                return at + 1
            if self.tokens[at].kind != "word":
                break
        return last if self._is_speaking(last) else None

    def _is_speaking(self, at: int) -> bool:
        """The verb is left out: `the police spoke of 300 people, the unions of 600`."""
        small, owners = (
            self.tokens[at].lower if at < self.sentence.stop else "",
            self.lexicon.owners,
        )
        return small in owners.possessives and any(
            self.tokens[one].lower == small and self.tokens[one - 1].lower in owners.sources_behind
            for one in range(self.sentence.start + 1, at)
        )

    def is_source(self, first: int, last: int) -> bool:
        """Words of saying stand beside the name."""
        return self.is_cited(first) or self.end_of_saying(last) is not None

    def is_own_word(self, last: int) -> bool:
        """A pronoun takes the name up before the figure: `Tesla said its own sales …`."""
        pronouns: Collection[str] = self.lexicon.owners.pronouns
        # Right behind a name, "zijn" is a verb.
        first = last + 1 if self.lexicon.nouns.closed_compounds else last
        return any(one.lower in pronouns for one in self.tokens[first : self.figure.start])
