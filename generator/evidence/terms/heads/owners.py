"""The noun that governs a figure's clause, where the entity's name is only a complement in it.

In: a sentence with a figure, the entity's names in it, the nouns by which articles call it, the
words of measures. Out: the tokens of the noun whose figure it is: `the café next door to Hollis
Bakery employs 14`. None where a name of the entity stands free of such a noun.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.evidence.lexicon.lemmas import is_base_form
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.terms.capitals import end_of_run, is_capital, is_place
from generator.evidence.terms.foreign import is_agent
from generator.evidence.terms.heads.nouns import REACH, Nouns
from generator.evidence.terms.heads.others import Others
from generator.evidence.terms.names import NameSpot
from generator.evidence.terms.rivals import Setting

_NEAR = 2

Span = tuple[int, int]


def find_head(
    setting: Setting, ours: Sequence[NameSpot], called: frozenset[str], counted: Collection[int]
) -> Span | None:
    """The noun that has the figure, where each name of the entity only says which one it is."""
    names = {at for one in ours for at in one.tokens}
    skipped = {*setting.other, *counted}
    if other := Others(setting, called, names, skipped).find(ours):
        return other
    before = [one for one in ours if not one.is_noun and one.first < setting.figure.start]
    if other := _namesake(setting, ours, before):
        return other
    if not before or len(before) < sum(not one.is_noun for one in ours):
        return None
    heads = _Heads(setting, called, names, skipped)
    found = [heads.of(one.tokens) for one in before]
    return found[-1] if all(found) else None


def is_price_of(setting: Setting, ours: Sequence[NameSpot]) -> bool:
    """The amount is paid for one of the names: `paid $5bn for the toymaker Plinko`."""
    return any(_is_bought(setting, one.tokens) for one in ours if not one.is_noun)


def _is_bought(setting: Setting, name: range) -> bool:
    """A word of favour stands between the amount and the name: `für Plinko 5 Milliarden`."""
    tokens, lexicon = setting.tokens, setting.lexicon
    favouring = lexicon.owners.favouring
    if name.start < setting.figure.start:
        return name.stop == setting.figure.start and tokens[name.start - 1].lower in favouring
    at = setting.figure.stop
    if at >= name.start or tokens[at].lower not in favouring or name.start - at > REACH:
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
class _Heads(Nouns):
    """A figure's sentence, in which the entity's name may only describe another noun."""

    def of(self, name: range) -> Span | None:
        """The noun that governs the figure in place of the name."""
        if self._is_antecedent(name):
            return None
        return (
            self._apart(name)
            or self._former(name)
            or self._called_after(name)
            or self._sponsored(name)
            or self._doer(name)
            or self._guest(name)
            or self._companion(name)
            or self._newcomer(name)
            or self._at_place(name)
            or self._described(name)
            or self._contrasted(name)
        )

    def _is_antecedent(self, name: range) -> bool:
        """The figure stands in a clause about the name: `the film about Benn, who won two …`."""
        at = name.stop + 1
        is_next = self._tokens[name.stop].text == "," and self.setting.clause.start == at
        return is_next and self._tokens[at].lower in self._lexicon.relative

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

    def _sponsored(self, name: range) -> Span | None:
        """It only did something to the noun: `das von Kern gesponserte Festival`."""
        tokens, at = self._tokens, name.start - 1
        owners = self._lexicon.owners
        is_by = tokens[at].lower in owners.possessives | owners.circumstances
        is_marked = at > 0 and tokens[at - 1].lower in self._lexicon.quantities.articles
        if not (self._lexicon.nouns.closed_compounds and is_by and is_marked):
            return None
        noun = name.stop + 1
        told = tokens[name.stop].text
        is_told = noun < self.setting.figure.start and told.islower()
        is_told = is_told and self._lexicon.nouns.adjective.fullmatch(told) is not None
        return (name.stop, noun + 1) if is_told and self._is_noun(noun) else None

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
        while first > name.stop and last - first < REACH and self._is_in_phrase(first - 1):
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
        apart = self._lexicon.heads.apart.before(tokens, self._lead(name) + 1)
        is_fronted = is_fronted or bool(apart and apart[1] == sentence.start)
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
        is_new = is_new and noun + 1 <= figure.start
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

    def _described(self, name: range) -> Span | None:
        """A clause about the noun that opens the statement has it: `the firm that built X has`."""
        tokens, lexicon, figure = self._tokens, self._lexicon, self.setting.figure
        at, start = name.start, self.setting.sentence.start
        opens = lexicon.relative | lexicon.complementizers
        while at > start and not (tokens[at].lower in opens and self._is_told(at)):
            at -= 1
        noun = at - 1 - (tokens[at - 1].text == ",")
        if at <= start + 1 or name.start == at + 1:
            return None
        said = {one.lower for one in tokens[at + 1 : figure.start]}
        if not said.isdisjoint(lexicon.heads.naming | lexicon.owners.pronouns):
            return None  # "the shop that is called Hollis Bakery"
        is_head = self._is_noun(noun) and self._is_head(noun)
        if not is_head or self._is_measured_before(noun):
            return None
        if lexicon.nouns.closed_compounds:
            # "Die Firma, die den Turm baute, beschäftigt 300": the clause is closed again.
            marks = [one for one in range(name.stop, figure.start) if tokens[one].text == ","]
            is_closed = len(marks) == 1 and self.setting.clause.start == marks[0] + 1
            return (noun, noun + 1) if is_closed else None
        is_here = at in self.setting.clause and tokens[name.stop].text.islower()
        is_verb = is_here and is_agent(tokens[name.stop].lower, lexicon)
        return (noun, noun + 1) if is_verb else None

    def _contrasted(self, name: range) -> Span | None:
        """In front stands what another is set against: `Anders als in Lohe gibt es in Ferch …`."""
        start = self.setting.sentence.start
        found = self._lexicon.heads.unlike.at(self._tokens, start)
        if found is None or self._lead(name) > found[1]:
            return None
        between = range(name.stop, self.setting.figure.start)
        is_own = all(self.setting.is_small(at) for at in between)  # "… zu Lohe mit 12.000"
        is_known = any(at in self.setting.named for at in between)
        return None if is_own or is_known else (start, name.stop)

    def _is_told(self, at: int) -> bool:
        """A relative pronoun: behind a comma, or in English right behind a noun."""
        is_behind = self._tokens[at - 1].text == ","
        return is_behind or (self._lexicon.titles.capitalised and self._may_be_noun(at - 1))
