"""Whose figure its place in the sentence makes it: the name that a contrast or a gap brings.

In: a sentence with a figure, as tokens; the names found in it. Out: the name that alone may own
the figure (`…, Hesse only 5`; `than in Bristol, where … 31`; `while in Vaals 61`); whether a name
stands beyond the figure, in what is said of another; whether it is that of a source. It knows no
entity.
"""

from dataclasses import dataclass

from generator.evidence.terms.beyond import FULL_NAME, Bounded
from generator.evidence.terms.capitals import (
    end_of_run,
    is_certain,
    is_compound,
    is_in_capitals,
    start_of_run,
)
from generator.evidence.terms.foreign import is_agent
from generator.evidence.terms.numerals import rows_of
from generator.evidence.terms.sources import REACH


@dataclass(frozen=True, slots=True)
class Setting(Bounded):
    """A figure among the words of its sentence."""

    @property
    def stretch(self) -> range:
        """What stands between the figure before, or the last word of contrast, and the figure."""
        return range(self._contrast() or self.before, self.figure.start)

    def _contrast(self) -> int:
        """Behind the last word of contrast since the figure before; 0 without one."""
        words, cuts = self.lexicon.owners.contrasts, self.lexicon.quantities.cuts
        for at in range(self.figure.start - 1, self.before - 1, -1):
            token = self.tokens[at]
            if token.text == ";" or (token.text == "," and not self._is_aside(at)):
                return 0
            if token.lower in words:
                # Who begins with "Anders als" has not yet said whose it is.
                is_late = at > self.sentence.start + 1 or token.lower in cuts
                return at + 1 if is_late else 0
        return 0

    def _is_aside(self, comma: int) -> bool:
        """The comma begins or ends an aside to a name in contrast: `while Bath, the host, sold`."""
        commas = [at for at in range(self.before, self.figure.start) if self.tokens[at].text == ","]
        if len(commas) < 2 or comma not in commas[-2:]:  # noqa: PLR2004 - a pair
            return False
        start = start_of_run(self.tokens, self.before, commas[-2], self.lexicon)
        contrasts = self.lexicon.owners.contrasts
        return start < commas[-2] and self.tokens[start - 1].lower in contrasts

    def is_counted_beside(self, first: int) -> bool:
        """Another figure of the figure's list counts it: `310 ponies and 40 deer`."""
        rows = rows_of(self.figures, self._lists)
        row = next((one for one in rows if self.figure in one), [])
        return any(first in one for one in row if one != self.figure)

    def find_local(self) -> tuple[int, int] | None:
        """The name that the figure's place gives it to; None where it may go on with another."""
        return (
            self._in_turn()
            or self._antecedent()
            or self._beside()
            or self._listed()
            or self._versus()
            or self._contrasted()
            or self._gapped()
            or self._parallel()
            or self._subordinate()
            or self._subject()
        )

    def _in_turn(self) -> tuple[int, int] | None:
        """The name at the figure's place: `Leeds and York have 8 and 2 parks respectively`."""
        tokens, words = self.tokens, self.lexicon.owners.in_turn
        if words.isdisjoint(tokens[at].lower for at in self.sentence):
            return None
        chain = rows_of(self.figures, self._lists)
        figures = next((row for row in chain if self.figure in row), [])
        runs, at = [], self.sentence.start
        while figures and at < figures[0].start:
            end = end_of_run(tokens, at, figures[0].start, self.lexicon)
            runs += [range(at, end)] if end > at else []
            at = max(end, at + 1)
        names = next((row for row in rows_of(runs, self._lists) if len(row) == len(figures)), [])
        if len(names) < 2:  # noqa: PLR2004 - a row
            return None
        name = names[figures.index(self.figure)]
        return name.start, name.stop

    def _lists(self, first: int, last: int) -> bool:
        """Nothing but what joins a list stands between."""
        owners, joiners = self.lexicon.owners, self.lexicon.ranges.and_.meanings
        between = [token.lower for token in self.tokens[first:last]]
        return bool(between) and all(
            one == "," or one in owners.in_turn or (one,) in joiners or one in owners.prepositions
            for one in between
        )

    def _antecedent(self) -> tuple[int, int] | None:
        """The name that the clause is about: `Bristol, where …`, `Lumo, a rival with …`."""
        lexicon, at = self.lexicon, self.clause.start
        opening = self.tokens[at].lower
        goes_on = opening in lexicon.relative or opening in lexicon.quantities.articles
        if not goes_on or at < self.sentence.start + 2 or self.tokens[at - 1].text != ",":
            return None
        start = start_of_run(self.tokens, self.sentence.start, at - 1, lexicon)
        last = at - 1
        if opening in lexicon.owners.personal and (head := self._bearer(start)):
            start, last = head  # "Jan Reed vom VfL Aue, der …"
        words = {one.lower for one in self.tokens[at : self.figure.start]}
        if self.is_source(start, last) and not words.isdisjoint(lexicon.owners.counting):
            return None  # "said the trust, which also counted …"
        is_sure = opening in lexicon.quantities.articles
        return (start, last) if self._is_name(start, last, certain=is_sure) else None

    def _bearer(self, first: int) -> tuple[int, int] | None:
        """Whose team or town begins here: `Eva Marsh of Ashford Ladies`."""
        at = first - 1
        at -= self.tokens[at].lower in self.lexicon.quantities.articles
        if self.tokens[at].lower not in self.lexicon.owners.membership:
            return None
        start = start_of_run(self.tokens, self.sentence.start, at, self.lexicon)
        return (start, at) if at - start >= FULL_NAME else None

    def _beside(self) -> tuple[int, int] | None:
        """The name that an aside describes: `Ahlen (300 lynxes)`, `Ahlen, with 300,`."""
        tokens, at = self.tokens, self.figure.start - 1
        is_said = tokens[at].lower in self.lexicon.quantities.company
        at -= is_said
        if not is_said and at in self.other:
            at -= 1  # "Benton (population 4,200)"
        is_aside = tokens[at].text in ({"(", ","} if is_said else {"("})
        if at <= self.sentence.start or not (is_aside or (is_said and self._are_paired())):
            return None
        at += not is_aside
        start = start_of_run(tokens, self.sentence.start, at, self.lexicon)
        return (start, at) if self._is_name(start, at, certain=is_aside) else None

    def _are_paired(self) -> bool:
        """More than one name of the sentence has its figure: `Lohe mit 12 Schulen, Aue mit 4`."""
        company = self.lexicon.quantities.company
        leads = [one.start - 2 for one in self.figures if one.start >= self.sentence.start + 2]
        return (
            sum(
                self.tokens[at + 1].lower in company
                and start_of_run(self.tokens, self.sentence.start, at + 1, self.lexicon) <= at
                for at in leads
            )
            > 1
        )

    def _listed(self) -> tuple[int, int] | None:
        """The place behind the figure, where each has one: `5 % in Leeds and 7 % in York`."""
        places = {name for one in self.figures if (name := self._place_behind(one.stop))}
        own = self._place_behind(self.figure.stop)
        return own if own and len(places) > 1 else None

    def _place_behind(self, at: int) -> tuple[int, int] | None:
        """The name behind a preposition that stands here."""
        if at >= self.sentence.stop or self.tokens[at].lower not in self.lexicon.owners.places:
            return None
        end = end_of_run(self.tokens, at + 1, self.sentence.stop, self.lexicon)
        return (at + 1, end) if self._is_name(at + 1, end, certain=False) else None

    def _versus(self) -> tuple[int, int] | None:
        """Whose the second of two shares is: `51 per cent to 47 per cent for Dale Hutchins`."""
        at = self.figure.stop
        if not self._is_versus(self.figure) or at >= self.sentence.stop:
            return None
        if self.tokens[at].lower not in self.lexicon.owners.favouring:
            return None
        end = end_of_run(self.tokens, at + 1, self.sentence.stop, self.lexicon)
        return (at + 1, end) if self._is_name(at + 1, end, certain=False) else None

    def _contrasted(self) -> tuple[int, int] | None:
        """The name right behind a word of contrast: `than in Linz`, `followed by Portugal`."""
        first = self._contrast()
        name = self._brought(first) if first else None
        is_opponent = first and self.tokens[first - 1].lower in self.lexicon.owners.opposed
        if name and is_opponent and any(name[1] <= at < self.figure.start for at in self.named):
            return None  # "Im Spiel gegen Flensburg erzielte Kiel …"
        return name

    def _brought(self, first: int) -> tuple[int, int] | None:
        """The name that begins here, but for a preposition or a word of nearness."""
        owners, articles = self.lexicon.owners, self.lexicon.quantities.articles
        for at in range(first, min(first + REACH, self.figure.start)):
            token = self.tokens[at]
            end = end_of_run(self.tokens, at, self.figure.start, self.lexicon)
            if end > at:
                is_led = at > first and self.tokens[at - 1].lower in owners.places
                return (at, end) if self._is_name(at, end, certain=not is_led) else None
            if token.lower not in owners.prepositions and token.lower not in articles:
                return None
        return None

    def _gapped(self) -> tuple[int, int] | None:
        """Nothing but a name and small words between two figures: `…, Hesse only 5 million`."""
        if not self.is_later:
            return None
        marks = [at for at in range(self.before, self.figure.start) if self.tokens[at].text == ","]
        gap = self._gap(self.before)
        if gap is None and marks and (late := self._gap(marks[-1])):
            # "31 per cent of the vote, York 28": here only what is surely a name.
            is_known = not self.named.isdisjoint(range(*late))
            is_known = is_known or is_in_capitals(self.tokens[late[1] - 1])
            gap = late if is_known or self._is_person(*late) else None
        return gap

    def _gap(self, first: int) -> tuple[int, int] | None:
        """The words in a capital from a token to the figure, if small words are all the rest."""
        words = [at for at in range(first, self.figure.start) if not self.is_small(at)]
        if words and words[0] == first + 1 and self._is_of(first):
            return None  # "two thirds of Britons, 66 per cent": those are what is shared
        is_run = bool(words) and len(words) == words[-1] - words[0] + 1
        if not is_run or any(
            self.tokens[at].text == ";" for at in range(words[-1], self.figure.start)
        ):
            return None
        first, last = words[0], words[-1] + 1
        is_whole = end_of_run(self.tokens, first, last, self.lexicon) == last
        is_other = not self.other.isdisjoint(range(first, last))
        is_time = any(self.tokens[at].lower in self.lexicon.owners.unnamed for at in words)
        is_free = (
            not is_other and not is_time and not is_compound(self.tokens, first, last, self.lexicon)
        )
        return (first, last) if is_whole and is_free else None

    def _is_of(self, at: int) -> bool:
        owners, word = self.lexicon.owners, self.tokens[at].lower
        return at == self.before and (
            word in owners.genitive_articles or word in owners.possessives
        )

    def is_small(self, at: int) -> bool:
        """A mark, or a word that a gap leaves standing beside a name."""
        token, words = self.tokens[at], self.lexicon.quantities
        tables = (words.links, words.articles, words.cuts, self.lexicon.owners.prepositions)
        return token.kind == "mark" or any(token.lower in table for table in tables)

    def _parallel(self) -> tuple[int, int] | None:
        """A place between two figures, or that of a neighbour: `…, in Athens it was 43`."""
        owners = self.lexicon.owners
        for at in range(self.figure.start - 1, self.stretch.start, -1):
            is_near = self.tokens[at].lower.startswith(owners.neighbours)
            is_led = self.is_later and self.tokens[at - 1].lower in owners.places
            end = end_of_run(self.tokens, at, self.figure.start, self.lexicon)
            if is_near and at not in self.other:
                return at, end_of_run(self.tokens, at + 1, self.figure.start, self.lexicon)
            is_led = is_led and not self._is_cut_off(at, end)
            if is_led and end > at and self._is_name(at, end, certain=False):
                if self._is_given(end):
                    return None
                return self._acting(at) or (at, end)
        return None

    def _is_given(self, first: int) -> bool:
        """A pronoun gets it from who is at the place: `the court in Hamm gave him six years`."""
        objects = self.lexicon.owners.objects
        return any(self.tokens[at].lower in objects for at in range(first, self.figure.start))

    def _is_cut_off(self, first: int, last: int) -> bool:
        """The place ends what was said before: `leapt 7 metres in Rome, adding 4 centimetres`."""
        if first - 1 == self.before:
            return True
        cuts = self.lexicon.quantities.cuts | self.lexicon.owners.contrasts
        leading = self.tokens[first - 2]
        is_opening = leading.kind == "mark" or leading.lower in cuts
        commas = [at for at in range(last, self.figure.start) if self.tokens[at].text == ","]
        return not is_opening and len(commas) == 1

    def _subordinate(self) -> tuple[int, int] | None:
        """Who acts in a clause without a comma: `after Dover Athletic had 2 goals disallowed`."""
        lexicon = self.lexicon
        for at in range(self.figure.start - 1, max(self.stretch.start, self.clause.start), -1):
            if self.tokens[at].lower not in lexicon.owners.subordinators:
                continue
            end = end_of_run(self.tokens, at + 1, self.figure.start, lexicon)
            is_free = self.other.isdisjoint(range(at + 1, end))
            is_verb = end < self.figure.start and is_agent(self.tokens[end].lower, lexicon)
            if end > at + 1 and is_free and (is_verb or lexicon.nouns.closed_compounds):
                return at + 1, end
            return None
        return None

    def _acting(self, place: int) -> tuple[int, int] | None:
        """The name that does it at the place: `Over 400 metres Bol won in Rome in 49 seconds`."""
        owners, articles = self.lexicon.owners, self.lexicon.quantities.articles
        at = self.stretch.start
        while at < place:
            end = end_of_run(self.tokens, at, place, self.lexicon)
            before = self.tokens[at - 1].lower
            is_led = before in owners.prepositions or before in articles
            if end > at and not is_led and self._is_person(at, end):
                return at, end
            at = max(end, at + 1)
        return None

    def _is_person(self, first: int, last: int) -> bool:
        """A name, certain by its last word or by one before it: `Femke Bol`."""
        is_sure = any(is_certain(one, self.lexicon) for one in self.tokens[first:last])
        return self._is_name(first, last, certain=not is_sure)

    def _subject(self) -> tuple[int, int] | None:
        """A name in the figure's clause, where a figure stands in another clause before it."""
        first, prepositions = self.clause.start, self.lexicon.owners.prepositions
        for at in range(first, self.figure.start if first >= self.before and self.is_later else 0):
            end = end_of_run(self.tokens, at, self.figure.start, self.lexicon)
            if end == at or self.tokens[at - 1].lower in prepositions:
                continue
            is_sure = end > at + 1 or self._is_name(at, end, certain=True)
            if is_sure and self._is_name(at, end, certain=False) and not self.is_source(at, end):
                return at, end
        return None

    def is_at(self, first: int) -> bool:
        """The name is that of the place where it was: `in Rome`."""
        return self.tokens[first - 1].lower in self.lexicon.owners.places
