"""The noun that governs a figure's clause, where the entity's name is only a complement in it.

In: a sentence with a figure, the entity's names in it, the nouns by which articles call it, the
words of measures. Out: the tokens of the noun whose figure it is: `the café next door to Hollis
Bakery employs 14`. None where a name of the entity stands free of such a noun.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.evidence.lexicon.lemmas import forms_of, is_base_form
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.terms.capitals import end_of_run, is_capital, is_place
from generator.evidence.terms.names import NameSpot
from generator.evidence.terms.relatives import before_noun
from generator.evidence.terms.rivals import Setting
from generator.evidence.text.tokens import Token

_NEAR = 2
_REACH = 4
"""Words of a noun with what describes it: `the old white marina`."""

Span = tuple[int, int]


def find_head(
    setting: Setting, ours: Sequence[NameSpot], called: frozenset[str], counted: Collection[int]
) -> Span | None:
    """The noun that has the figure, where each name of the entity only says which one it is."""
    before = [one for one in ours if not one.is_noun and one.first < setting.figure.start]
    if other := _namesake(setting, ours, before):
        return other
    if not before or len(before) < sum(not one.is_noun for one in ours):
        return None
    names = {at for one in ours for at in one.tokens}
    heads = _Heads(setting, called, names, {*setting.other, *counted})
    found = [heads.of(one.tokens) for one in before]
    return found[-1] if all(found) else None


def is_bought(setting: Setting, name: range) -> bool:
    """The price is that of the name: `paid $5bn for the toymaker Plinko`, `für Plinko 5 Mrd.`."""
    tokens, lexicon = setting.tokens, setting.lexicon
    favouring = lexicon.owners.favouring
    if name.start < setting.figure.start:
        return name.stop == setting.figure.start and tokens[name.start - 1].lower in favouring
    at = setting.figure.stop
    if at >= name.start or tokens[at].lower not in favouring or name.start - at > _REACH:
        return False
    prepositions = lexicon.owners.prepositions
    return all(
        one.kind == "word" and one.lower not in prepositions for one in tokens[at + 1 : name.start]
    )


def _namesake(
    setting: Setting, ours: Sequence[NameSpot], before: Sequence[NameSpot]
) -> Span | None:
    """Another of that surname, whose relative it is: `Tom Pryce, 2 more than his brother Adam`."""
    tokens, kin = setting.tokens, setting.lexicon.owners.kin
    names = {at for one in ours for at in one.tokens}
    is_kin = any(
        not one.is_noun and one.first > setting.figure.start and tokens[one.first - 1].lower in kin
        for one in ours
    )
    others = [
        one.first - 1
        for one in before
        if one.first > setting.sentence.start
        and one.first - 1 not in names
        and is_capital(tokens[one.first - 1], setting.lexicon)
    ]
    return (
        (others[0], others[0] + _NEAR) if is_kin and others and len(others) == len(before) else None
    )


@dataclass(frozen=True, slots=True)
class _Heads:
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

    def of(self, name: range) -> Span | None:
        """The noun that governs the figure in place of the name."""
        return (
            self._apart(name)
            or self._former(name)
            or self._called_after(name)
            or self._doer(name)
            or self._guest(name)
            or self._companion(name)
            or self._newcomer(name)
            or self._at_place(name)
        )

    def _apart(self, name: range) -> Span | None:
        """Words set the name beside the noun before them: `the café opposite Hollis`."""
        found = self._lexicon.heads.apart.before(self._tokens, self._lead(name) + 1)
        if found is None:
            return None
        at = found[1] - 1
        if at < self.setting.sentence.start or not self._may_be_beside(at, name):
            return None
        return (at, at + 1) if self._is_head(at) else None

    def _may_be_beside(self, at: int, name: range) -> bool:
        """Any other noun, and one of the entity's own that is a part of its very name."""
        if self._is_called(at):
            forms = {form for one in name for form in self._forms(one)}
            return not forms.isdisjoint(self._forms(at))
        return at not in self.skipped and self._may_be_noun(at)

    def _is_head(self, noun: int) -> bool:
        """No preposition leads the noun with its article and adjectives: `fell into a ravine`."""
        at = noun - 1
        while at >= self.setting.sentence.start and noun - at <= _REACH and self._may_be_noun(at):
            at -= 1
        if at >= self.setting.sentence.start and (
            self._tokens[at].lower in self._lexicon.quantities.articles
        ):
            at -= 1
        owners = self._lexicon.owners
        leading = self._tokens[at].lower if at >= self.setting.sentence.start else ""
        return leading not in owners.prepositions | owners.possessives

    def _former(self, name: range) -> Span | None:
        """Who no longer belongs to it: `the former boss of Lindt`."""
        tokens, owners, at = self._tokens, self._lexicon.owners, self._lead(name)
        is_genitive = tokens[at + 1].lower in owners.genitive_articles
        at += is_genitive
        is_tied = is_genitive or tokens[at].lower in owners.possessives
        if not is_tied or at - _NEAR < self.setting.sentence.start or not self._is_noun(at - 1):
            return None
        is_former = fits_whole(self._lexicon.heads.former, tokens[at - 2].lower)
        return (at - 2, at) if is_former and self._is_head(at - 1) else None

    def _called_after(self, name: range) -> Span | None:
        """A thing that has the name for its own: `de naar Ot Laurens genoemde school`."""
        at, words = name.stop, self._lexicon.heads.called_after
        if at + 1 >= self.setting.figure.start or self._tokens[at].lower not in words:
            return None
        return (at + 1, at + _NEAR) if self._is_noun(at + 1) else None

    def _doer(self, name: range) -> Span | None:
        """The object of a verb of seeing does it itself: `saw her pupil serve 14 aces`."""
        tokens, figure = self._tokens, self.setting.figure
        seen = [
            at
            for at in range(self.setting.clause.start, figure.start)
            if tokens[at].lower in self._lexicon.heads.seeing
        ]
        if not seen or name.start not in self.setting.clause:
            return None
        at = max(seen[0] + 1, name.stop)
        if at + 1 >= figure.start or tokens[at].lower not in self._lexicon.owners.belonging:
            return None
        noun = at + 1
        is_free = self._is_noun(noun) and noun + 1 < figure.start
        return (at, noun + 1) if is_free and self._has_infinitive(noun + 1) else None

    def _has_infinitive(self, first: int) -> bool:
        """What the object does stands at the clause's end, or in English right behind it."""
        if not self._lexicon.nouns.closed_compounds:
            return self._is_small_word(first)
        at = self.setting.clause.stop - 1
        while at > self.setting.figure.start and self._tokens[at].kind == "mark":
            at -= 1
        last = self._tokens[at]
        is_verb = last.text.islower() and is_base_form(last.text, self._lexicon)
        return is_verb and at >= self.setting.figure.stop

    def _guest(self, name: range) -> Span | None:
        """At a place of the name, people from elsewhere: `in Aldorfs Halle … Mädchen aus Rehna`."""
        tokens, clause, figure = self._tokens, self.setting.clause, self.setting.figure
        opening = tokens[clause.start].lower
        lead = self._lead(name)
        words = self._lexicon.owners
        is_fronted = opening in words.prepositions and clause.start < lead
        is_owned = tokens[lead].lower in words.possessives or (
            tokens[lead + 1].lower in words.genitive_articles
        )
        if not (is_fronted and is_owned and name.start in clause):
            return None
        for at in range(name.stop + 1, figure.start - 1):
            if tokens[at].lower not in self._lexicon.heads.origins or not self._is_noun(at - 1):
                continue
            end = end_of_run(tokens, at + 1, figure.start, self._lexicon)
            is_free = end > at + 1 and self._is_free(range(at + 1, end))
            if is_free and is_place(tokens, at + 1, end, self._lexicon):
                return at - 1, end
        return None

    def _companion(self, name: range) -> Span | None:
        """A pronoun ties it to what stands right before: `das Klinikum Lützen mit seinen 240`."""
        tokens, owners = self._tokens, self._lexicon.owners
        near = range(self.setting.figure.start - 1, name.stop, -1)
        at = next((one for one in near if tokens[one].lower in owners.belonging), 0)
        if at <= name.stop or tokens[at - 1].lower not in self._lexicon.quantities.company:
            return None
        last = at - 1
        first = last
        while first > name.stop and last - first < _REACH and self._is_in_phrase(first - 1):
            first -= 1
            first -= tokens[first - 1].lower in owners.possessives
        is_marked = tokens[first - 1].lower in self._lexicon.quantities.articles
        is_named = is_capital(tokens[last - 1], self._lexicon)
        return (first, last) if first < last and is_marked and is_named else None

    def _newcomer(self, name: range) -> Span | None:
        """In front stands what holds for somebody new: `Under licence from X, a bakery sells`."""
        tokens, figure, sentence = self._tokens, self.setting.figure, self.setting.sentence
        opening, lead = tokens[sentence.start].lower, tokens[self._lead(name)].lower
        owners = self._lexicon.owners
        is_fronted = opening in owners.prepositions and opening not in owners.places
        if not is_fronted or lead in owners.places | owners.sources:
            return None
        at = name.stop
        at += at < figure.start and tokens[at].text == ","
        is_inverted = self._lexicon.nouns.closed_compounds and tokens[at].text != ","
        at += at < figure.start and is_inverted and self._is_small_word(at)
        if at == name.stop or at + 1 >= figure.start:
            return None
        is_new = tokens[at].lower in self._lexicon.numerals.one
        noun = at + 1
        is_new = is_new and self._may_be_noun(noun) and noun not in self.skipped
        is_new = is_new and noun + 1 < figure.start
        return (at, noun + 1) if is_new else None

    def _at_place(self, name: range) -> Span | None:
        """A comma ends what stands in front; the counted noun has a place of its own behind."""
        tokens, figure, sentence = self._tokens, self.setting.figure, self.setting.sentence
        owners = self._lexicon.owners
        is_fronted = tokens[sentence.start].lower in owners.prepositions
        is_closed = tokens[name.stop].text == "," and name.stop + _NEAR == figure.start
        is_marked = tokens[figure.start - 1].lower in self._lexicon.quantities.articles
        at = figure.stop
        if not (is_fronted and is_closed and is_marked) or at + 1 >= sentence.stop:
            return None
        end = end_of_run(tokens, at + 1, sentence.stop, self._lexicon)
        is_led = tokens[at].lower in owners.places | owners.possessives
        return (
            (at + 1, end) if is_led and end > at + 1 and self._is_free(range(at + 1, end)) else None
        )

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
        tables: Sequence[Collection[str]] = (
            words.owners.prepositions,
            words.owners.pronouns,
            words.quantities.articles,
            words.quantities.cuts,
            words.quantities.copulas,
            words.quantities.links,
            words.relative,
            words.nouns.stops,
        )
        return not any(token.lower in table for table in tables)

    def _is_in_phrase(self, at: int) -> bool:
        """A word of a noun's phrase that is not the entity's."""
        is_word = self._is_small_word(at) or is_capital(self._tokens[at], self._lexicon)
        return is_word and self._is_free(range(at, at + 1))
