"""Which names behind a figure stand in what is said of somebody else.

In: a sentence with a figure, as tokens; the names found in it. Out: whether a name is beyond the
figure: a word of contrast stands between, or the name has a figure of its own. It knows no entity.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.evidence.lexicon.lemmas import is_participle
from generator.evidence.terms.capitals import end_of_run, is_certain, is_compound, is_place
from generator.evidence.terms.sources import Told

FULL_NAME = 2
"""Words of a full name: `Eva Marsh`."""


@dataclass(frozen=True, slots=True)
class Bounded(Told):
    """A figure among the other figures and the names of its sentence."""

    before: int
    """Where the last figure before it ends, with its unit; else the sentence's first token."""
    behind: int
    """Where the first figure behind it begins; the sentence's end without one."""
    figures: Sequence[range]
    """All figures of the sentence, this one too."""
    named: frozenset[int]
    """The tokens of known names."""
    other: frozenset[int]
    """The tokens that are no names: dates, figures, words of measures."""

    @property
    def is_later(self) -> bool:
        """Another figure stands before it in the sentence."""
        return self.before > self.sentence.start

    def is_beyond(self, first: int, last: int) -> bool:
        """Whether a name behind the figure stands in what is said of somebody else.

        A word of contrast stands between, or the name has a figure of its own: `to Thiem's 28`.
        """
        if first < self.figure.stop:
            return False
        is_next = last == self.behind < self.sentence.stop and not self._is_participle()
        if (is_next and not self._is_tied(first)) or self._has_company(last):
            return True
        between = range(self.figure.stop, first)
        if any(one.start in between and self._is_versus(one) for one in self.figures):
            return True
        if self._is_fronted(first) or self._is_when(first):
            return False
        asides = self._asides(between)
        marks = [at for at in between if self.tokens[at].text in {",", ";", ":"}]
        marks = [at for at in marks if at not in asides]
        if marks and self._is_summing(marks[-1]):
            return False
        is_apart = any(not self._is_adding(at + 1) for at in marks)
        has_own = is_apart and any(
            one.start >= self.figure.stop and one.start not in asides for one in self.figures
        )
        return has_own or any(
            self.tokens[at].text == ";" or (self._is_contrast(at, first) and at not in asides)
            for at in between
        )

    def _is_tied(self, first: int) -> bool:
        """A place right behind the figure: `with 18 degrees in Lohe 2 degrees warmer than`."""
        lead = first - 1
        lead -= self.tokens[lead].lower in self.lexicon.quantities.articles
        return lead == self.figure.stop and self.tokens[lead].lower in self.lexicon.owners.places

    def _has_company(self, last: int) -> bool:
        """A figure of its own follows the name: `the Greens with 31`, `the county mean of 24`."""
        tokens, behind = self.tokens, self.behind
        if behind >= self.sentence.stop or not last < behind <= last + 2:
            return False
        marks = [one.text for one in tokens[behind : behind + 2]]
        if not {"-", ":"}.isdisjoint(marks):  # "won Ajax met 2-1"
            return False
        if behind == last + 1:
            return tokens[last].lower in self.lexicon.quantities.company
        noun, stops = tokens[last].lower, self.lexicon.nouns.stops
        is_noun = tokens[last].kind == "word" and noun not in stops
        is_noun = is_noun and noun not in self.lexicon.owners.prepositions
        return is_noun and tokens[last + 1].lower in self.lexicon.verbs.of

    def _asides(self, between: range) -> frozenset[int]:
        """The tokens of relative clauses that a comma closes again."""
        marks = [at for at in between if self.tokens[at].text == ","]
        opens = [at for at in marks if self.tokens[at + 1].lower in self.lexicon.relative]
        pairs = ((at, next((one for one in marks if one > at), at)) for at in opens)
        return frozenset(
            at for first, last in pairs if last > first for at in range(first, last + 1)
        )

    def _is_fronted(self, first: int) -> bool:
        """The figure stands in what comes before the subject: `After a drop of 9 %, Leeds …`."""
        opening = self.tokens[self.sentence.start].lower
        between = range(self.sentence.start, first)
        quantities, owners = self.lexicon.quantities, self.lexicon.owners
        is_led = opening in owners.prepositions | quantities.adjuncts or self._is_participle()
        marks = [at for at in between if self.tokens[at].text in {",", ";", ":"}]
        is_next = self.named.isdisjoint(between) and len(marks) < FULL_NAME
        is_alone = marks == [] or self.tokens[marks[0]].text == ","
        is_bare = not self._has_name(range(self.sentence.start + 1, first))
        return is_led and is_next and is_alone and is_bare

    def _is_participle(self) -> bool:
        """It opens with what was done to the subject: `Made for 900,000, the film has taken …`."""
        at, lexicon = self.sentence.start, self.lexicon
        if at + 1 >= self.sentence.stop:
            return False
        if self.tokens[at + 1].lower not in lexicon.owners.prepositions:
            return False
        return is_participle(self.tokens[at].text, lexicon)

    def _is_when(self, first: int) -> bool:
        """What happened when it happened is said of all figures: `… when fire tore through it`."""
        words = self.lexicon.moments.when | self.lexicon.owners.subordinators
        between = range(self.figure.stop, first)
        begin = next((at for at in between if self.tokens[at].lower in words), None)
        if begin is None or any(self.tokens[at].text == ";" for at in between):
            return False
        is_last = all(one.start < begin for one in self.figures)
        return is_last and not self._has_name(range(self.figure.stop, begin))

    def _has_name(self, part: range) -> bool:
        """Words in a capital that may be somebody's name."""
        return any(
            end_of_run(self.tokens, at, part.stop, self.lexicon) > at
            and self._is_name(at, at + 1, certain=True)
            for at in part
        )

    def _is_contrast(self, at: int, first: int) -> bool:
        """A word of contrast behind the figure, and none that only says when or against whom."""
        owners, word = self.lexicon.owners, self.tokens[at].lower
        if self.tokens[at - 1].text == "," and word in self.lexicon.moments.when:
            return False
        if word in owners.comparing and self._is_benchmark(at + 1, first):
            return False
        is_alone = self.behind >= self.sentence.stop and not self.is_later
        return word in owners.contrasts and not (is_alone and word in owners.opposed)

    def _is_benchmark(self, at: int, first: int) -> bool:
        """What it is compared with is no name, and a place follows: `than average in Kelso`."""
        owners, articles = self.lexicon.owners, self.lexicon.quantities.articles
        lead = first - 1
        lead -= self.tokens[lead].lower in articles
        small = owners.prepositions | articles
        compared = [one for one in self.tokens[at:lead] if one.lower not in small]
        is_whole = bool(compared) and all(one.kind == "word" for one in compared)
        return is_whole and self.tokens[lead].lower in owners.places

    def _is_adding(self, at: int) -> bool:
        """What follows shares the rest of the sentence: `not only 5 men, but also 3 women came`."""
        words = " ".join(one.lower for one in self.tokens[at : at + 2])
        return words in self.lexicon.owners.adding

    def _is_summing(self, mark: int) -> bool:
        """A colon behind which the figures are summed up: `2 dead: that is the toll of …`."""
        words = " ".join(one.lower for one in self.tokens[mark + 1 : mark + 3])
        return self.tokens[mark].text == ":" and words in self.lexicon.owners.summing

    def _is_versus(self, figure: range) -> bool:
        """A word of contrast sets it against the figure before: `51 per cent to 47 per cent`."""
        is_later = any(one.stop <= figure.start - 1 for one in self.figures)
        return is_later and self.tokens[figure.start - 1].lower in self.lexicon.shares.versus

    def _is_name(self, first: int, last: int, *, certain: bool) -> bool:
        """A known name; else what a dictionary lets be one, certainly or in this place."""
        if first >= last or not self.other.isdisjoint(range(first, last)):
            return False
        if not self.named.isdisjoint(range(first, last)):
            return True
        if is_compound(self.tokens, first, last, self.lexicon):
            return False
        if certain and not self.lexicon.titles.capitalised:
            return is_certain(self.tokens[last - 1], self.lexicon)
        return is_place(self.tokens, first, last, self.lexicon)
