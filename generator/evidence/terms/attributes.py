"""A name that only describes another one: its team, its employer, its parent, where it comes from.

In: a sentence as tokens, the place of a name, that of a figure. Out: whether the name owns no
figure because it is a part of what is said of another name, or because the figure measures another
against it. It knows no entity.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.evidence.lexicon.lemmas import is_inflected
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.terms.capitals import (
    end_of_run,
    is_capital,
    is_certain,
    is_in_capitals,
    is_name,
    is_place,
    is_small,
    start_of_run,
)
from generator.evidence.terms.foreign import is_agent
from generator.evidence.terms.relatives import before_noun
from generator.evidence.text.tokens import Token

_LONGEST_ROLE = 3
"""Words between a team and the name of its member: `United right back Joe Reed`."""
_PAIR = 2
_NEAR = 2
"""Words behind a name within which a verb of saying makes it a source."""


@dataclass(frozen=True, slots=True)
class Described:
    """A name, the figure that it may own, and the words around them."""

    tokens: Sequence[Token]
    lexicon: Lexicon
    sentence: range
    clause: range
    figure: range
    skipped: Collection[int]
    """Tokens of no name: words of measures, what is counted."""
    ours: Collection[int]
    """The names of the entity of the fact."""
    written: Collection[str]
    """How names end where no genitive is added."""

    def is_attribute(self, name: range) -> bool:
        """Another name is the head, and this one a part of what describes it."""
        return (
            self._is_before_member(name)
            or self._is_behind_member(name)
            or self._is_in_aside(name)
            or self._is_in_brackets(name)
            or self._is_fronted(name)
            or self._is_reached(name)
            or self._is_in_adjective(name)
            or self._is_compared(name)
            or self._is_opposed(name)
        )

    def _is_before_member(self, name: range) -> bool:
        """A role and a name follow: `United captain Joe Reed`, `Novatek-Tochter Lumina`."""
        tokens, at, stop = self.tokens, name.stop, self.sentence.stop
        is_joined = at + 1 < stop and tokens[at].text == "-"
        is_tied = is_joined or self._is_genitive(name)
        at += is_joined
        first = at
        if not is_joined and is_tied and self._is_full_name(at):
            return True  # "Ashford Town's Joe Reed has 14 goals"
        if is_joined or (is_tied and self._is_german_noun(at)):
            at += 1
        while at < stop and at - first < _LONGEST_ROLE and self._may_be_role(at):
            at += 1
        end = end_of_run(tokens, at, stop, self.lexicon) if first < at < stop else at
        is_name = end > at and self._is_head(at, end, name)
        if not is_name or self._is_represented(range(first, at)):
            return False
        if is_tied:
            return not self._is_saying(end)
        # "Leeds beat York": only in front of its own verb is the second name a subject.
        is_acting = end < self.figure.start and self._is_verb(end)
        return is_acting and not self._is_saying(end) and not self.lexicon.nouns.closed_compounds

    def _is_behind_member(self, name: range) -> bool:
        """It says whose the name before is: `Eva Marsh of Ashford Ladies`, `wijk Oost van Ede`."""
        tokens, words = self.tokens, self.lexicon
        at = self._lead(name)
        if tokens[at].lower not in words.owners.membership:
            return False
        start = start_of_run(tokens, self.sentence.start, at, words)
        last = at
        if start == at and self._may_be_role(at - 1):  # "the Benton district of Ashford"
            last = at - 1
            start = start_of_run(tokens, self.sentence.start, last, words)
            if tokens[start - 1].lower not in words.quantities.articles:
                return False
        elif last - start < _PAIR:  # "de wijk Oosterpark van Ede"
            is_closed = words.nouns.closed_compounds and words.titles.capitalised
            if not is_closed or not self._may_be_role(start - 1):
                return False
        if start == last or not self._is_head(start, last, name):
            return False
        near = range(max(self.sentence.start, start - 1), last)
        return not self._is_represented(near) and not self._is_saying(name.stop)

    def _is_in_aside(self, name: range) -> bool:
        """Between commas behind another name: `Benton, a suburb of Ashford, has 300 residents`."""
        tokens = self.tokens
        marks = [at for at in self.sentence if tokens[at].text == ","]
        first = max((at for at in marks if at < name.start), default=0)
        last = min((at for at in marks if at >= name.stop), default=self.figure.start)
        joiners = self.lexicon.ranges.and_.meanings
        if not (first and first + 1 < name.start and last < self.figure.start):
            return False
        start = start_of_run(tokens, self.sentence.start, first, self.lexicon)
        is_list = (tokens[first + 1].lower,) in joiners
        is_led = start > 0 and tokens[start - 1].lower in self.lexicon.owners.prepositions
        # "In Brussels, where Novatek has its seat, it employs …"
        pronouns = self.lexicon.owners.pronouns
        is_led = is_led and any(
            self.tokens[at].lower in pronouns for at in range(last, self.figure.start)
        )
        is_head = self._is_head(start, first, name) or self._is_explained(start, first, name)
        if start == first or is_list or is_led or not is_head:
            return False
        if self._is_represented(range(start, name.start)) or self._is_saying(last + 1):
            return False
        return all(tokens[at].kind != "mark" for at in range(last + 1, self.figure.start))

    def _is_explained(self, first: int, last: int, name: range) -> bool:
        """A bare word in a capital, and behind a comma what it is: `Lohe, ein Ort bei Aue`."""
        articles = self.lexicon.quantities.articles
        is_bare = first == self.sentence.start or self.tokens[first - 1].lower not in articles
        is_told = self.tokens[last + 1].lower in self.lexicon.numerals.one
        is_own = name.start in self.ours and first in self.ours
        return is_bare and is_told and first not in self.skipped and not is_own

    def _is_full_name(self, first: int) -> bool:
        """First name and surname, and a verb behind them: no `Tesla's Model Y`."""
        end = end_of_run(self.tokens, first, self.sentence.stop, self.lexicon)
        is_full = end - first == _PAIR and self.lexicon.titles.capitalised
        words = [one.text for one in self.tokens[first:end]]
        is_person = all(len(one) > 1 and one[1:].islower() for one in words)
        return is_full and is_person and end < self.figure.start and self._is_verb(end)

    def _is_in_brackets(self, name: range) -> bool:
        """In brackets behind another name: `Joe Reed (Ashford Town) has 14 goals`."""
        tokens, at = self.tokens, name.start - 1
        if tokens[at].text != "(" or name.stop >= len(tokens) or tokens[name.stop].text != ")":
            return False
        start = start_of_run(tokens, self.sentence.start, at, self.lexicon)
        return start < at and self._is_head(start, at, name)

    def _is_fronted(self, name: range) -> bool:
        """It opens the clause and says for or under whom another acts: `Für Aue hat Jan Reed …`."""
        at, words = self.clause.start, self.lexicon.owners.fronting
        is_near = name.start - at <= _LONGEST_ROLE and name.stop < self.figure.start
        if not (name.start > at and is_near and self.tokens[at].lower in words):
            return False
        if self._is_saying(name.stop):  # "Für Aue rechnet der Verband mit …"
            return False
        return self._has_head(range(name.stop, self.figure.start), name)

    def _is_reached(self, name: range) -> bool:
        """Who acts stands before the figure, and this name behind it: `gave 2m to Aue`."""
        at, owners = self._lead(name), self.lexicon.owners
        if at < self.figure.stop - 1:
            return False
        is_contest = any(self.tokens[one].lower in owners.contests for one in self.sentence)
        is_bare = self.tokens[at].lower not in owners.prepositions and is_contest
        is_reached = self.tokens[at].lower in owners.reaching
        before = range(self.sentence.start, self.figure.start)
        return (is_bare or is_reached) and self._has_head(before, name)

    def _is_in_adjective(self, name: range) -> bool:
        """Between an article and its noun: `die in Lohe geborene Autorin Nina Dahl`."""
        tokens, words, at = self.tokens, self.lexicon, name.start - 1
        is_led = at > self.sentence.start and tokens[at].lower in words.owners.prepositions
        if not is_led or tokens[at - 1].lower not in words.quantities.articles:
            return False
        if tokens[at - 2].text == "," or not words.nouns.closed_compounds:
            return False  # a relative clause: "…, die in Lohe leben"
        at = name.stop
        while at < self.figure.start and at - name.stop < _LONGEST_ROLE and self._may_be_role(at):
            at += 1
        end = end_of_run(tokens, at, self.figure.start, words)
        return name.stop < at < end < self.figure.start and self._is_head(at, end, name)

    def _is_compared(self, name: range) -> bool:
        """The figure measures another against it: `as heavy as Earth`, `300 more than Leeds`."""
        at, owners, tokens = self._lead(name), self.lexicon.owners, self.tokens
        if at - 1 < self.figure.stop - 1 or tokens[at].lower not in owners.comparing:
            return False
        degree = tokens[at - 1]
        if degree.kind != "word" or not degree.text.islower():
            return False
        is_equal = tokens[at - 2].lower in owners.equalling
        return is_equal or degree.lower.endswith(owners.comparatives)

    def _is_opposed(self, name: range) -> bool:
        """Another plays or runs against it: `gegen Lohe erzielte Aue`, `siegte … gegen Rieck`."""
        at, owners, tokens = self._lead(name), self.lexicon.owners, self.tokens
        if tokens[at].lower not in owners.opposed and tokens[at].text[0].isalpha():
            at -= 1  # "gegen Amtsinhaber Karl Wiese"
        if at < 0 or tokens[at].lower not in owners.opposed:
            return False
        is_contest = any(tokens[one].lower in owners.contests for one in self.sentence)
        return (at == self.clause.start or is_contest) and self._has_head(self.sentence, name)

    def _has_head(self, part: range, name: range) -> bool:
        """Another name that no preposition leads."""
        at = part.start
        while at < part.stop:
            end = end_of_run(self.tokens, at, part.stop, self.lexicon)
            before = self.tokens[max(0, at - 1)].lower
            if before in self.lexicon.quantities.articles:
                before = self.tokens[max(0, at - _PAIR)].lower
            is_led = at > 0 and before in self.lexicon.owners.prepositions
            if end > at and name.start not in range(at, end) and not is_led:
                is_after_verb = is_agent(before, self.lexicon) and end == at + 1
                if is_after_verb or self._is_head(at, end, name):
                    return True
            at = max(end, at + 1)
        return False

    def _is_genitive(self, name: range) -> bool:
        """The name has an ending that makes it whose something is: `Roths Mann`."""
        last = self.tokens[name.stop - 1].text
        return last not in self.written and last.endswith(self.lexicon.owners.genitives)

    def _is_head(self, first: int, last: int, name: range) -> bool:
        """Words in a capital that are a name, and no measure or date; both are not the entity's."""
        tokens, words, part = self.tokens, self.lexicon, range(first, last)
        is_own = not self.ours or name.start in self.ours
        is_free = all(at not in self.skipped and not (is_own and at in self.ours) for at in part)
        if not is_free or any(tokens[at].lower in words.owners.unnamed for at in part):
            return False
        before = tokens[first - 1] if first > self.sentence.start else None
        if words.titles.capitalised:
            return bool(before and before.kind == "word") or is_name(tokens, first, last, words)
        if last - first > 1:  # "Autorin Nina Dahl"; but "3 Liter Milch"
            return before is None or before.kind != "number"
        is_led = before is not None and before.lower in words.owners.places
        is_sure = is_in_capitals(tokens[first]) or is_certain(tokens[first], words)
        return is_sure or (is_led and is_place(tokens, first, last, words))

    def _may_be_role(self, at: int) -> bool:
        """A common noun or an adjective: no verb, and no small word."""
        token, words = self.tokens[at], self.lexicon
        small = token.lower
        if token.kind != "word" or not token.text.islower() or is_agent(small, words):
            return False
        others = words.owners.sources_behind, words.owners.contests
        return not (is_small(small, words) or any(small in one for one in others))

    def _is_represented(self, part: range) -> bool:
        """A role whose bearer speaks and acts for the name: `Novatek-Chef Jens Roth`."""
        endings = self.lexicon.owners.representatives
        return any(self.tokens[at].lower.endswith(endings) for at in part)

    def _is_german_noun(self, at: int) -> bool:
        """A noun where every noun has a capital: `Roths Mann Jens`."""
        is_marked = not self.lexicon.titles.capitalised and at < self.sentence.stop
        return is_marked and is_capital(self.tokens[at], self.lexicon)

    def _is_verb(self, at: int) -> bool:
        word, words = self.tokens[at].lower, self.lexicon
        is_known = is_agent(word, words) or word in words.quantities.copulas
        return is_known or (self._may_be_role(at) and is_inflected(word, words))

    def _is_saying(self, first: int) -> bool:
        """A verb of saying stands here: what is said may be of the name after all."""
        near = range(first, min(first + _NEAR, self.sentence.stop))
        return any(self.tokens[at].lower in self.lexicon.owners.sources_behind for at in near)

    def _lead(self, name: range) -> int:
        """The token before the name and its article."""
        return before_noun(self.tokens, name.start, self.lexicon)
