"""Declared words found in a row of tokens, in every form: inflected, in compounds, split verbs.

In: words in the base form with their owners, tokens. Out: `Spot`s in order, none overlapping; the
longest phrase wins, a whole word counts before the head of a compound, the head before its first
part. It knows nothing of what the owners are.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.evidence.lexicon.lemmas import forms_of, pasts_of, plurals_of
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.text.tokens import Token, tokenize

_SHORTEST_HEAD = 4
_SHORTEST_MODIFIER = 3


class Term(NamedTuple):
    """A word or phrase in the base form, and whose it is; without an owner it is an idiom."""

    word: str
    owner: str
    shortest: int = _SHORTEST_HEAD
    """From so many letters on it is known as a part of a compound."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Tokens that name something, from `first` to before `last`, with all that they may name."""

    first: int
    last: int
    owners: frozenset[str]
    is_modifier: bool = False
    """Only the first part of a compound names it: `Umsatzanstieg`."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A declared word or phrase: the forms of each of its words."""

    words: tuple[frozenset[str], ...]
    owners: frozenset[str]
    particle: str = ""
    """Of a verb that a text may split: `setzte … um`."""


# Equal to itself alone: what is found of a word is kept by it.
@dataclass(frozen=True, eq=False, slots=True)
class Vocabulary:
    """Phrases by the forms of their first words, and single words by each form."""

    lexicon: Lexicon
    phrases: Mapping[str, tuple[_Phrase, ...]]
    singles: Mapping[str, frozenset[str]]

    def find(self, tokens: Sequence[Token], first: int, last: int) -> Iterator[Spot]:
        """What the tokens from `first` to before `last` name."""
        at = first
        while at < last:
            token = tokens[at]
            is_word = token.kind == "word" or token.lower in self.phrases
            word = _word_of(self, token.text) if is_word else None
            spot = self._at(word, tokens, at, last) if word else None
            if spot and spot.owners:
                yield spot
            at = spot.last if spot else at + 1

    def _at(self, word: "_Word", tokens: Sequence[Token], at: int, last: int) -> Spot | None:
        length, owners = 0, frozenset[str]()
        for phrase in word.phrases:
            end = at + len(phrase.words)
            if end > last or len(phrase.words) < length or not self._fits(phrase, tokens, at, last):
                continue
            owners = phrase.owners | (owners if len(phrase.words) == length else frozenset())
            length = len(phrase.words)
        if length:
            # Who delivers says so of what is "ausgeliefert" too.
            return Spot(at, at + length, owners | (word.rest if length == 1 else frozenset()))
        if word.head:
            return Spot(at, at + 1, word.head)
        return Spot(at, at + 1, word.modifier, is_modifier=True) if word.modifier else None

    def _fits(self, phrase: _Phrase, tokens: Sequence[Token], at: int, last: int) -> bool:
        """Whether the phrase's later words follow, or its particle does."""
        if phrase.particle:
            return _has_particle(phrase.particle, tokens, at + 1, last, self.lexicon)
        return all(
            not forms.isdisjoint(forms_of(tokens[at + ahead].text, self.lexicon))
            for ahead, forms in enumerate(phrase.words)
            if ahead
        )


@dataclass(frozen=True, slots=True)
class _Word:
    """All that a word of a text may name, by itself or as a part of a phrase."""

    phrases: tuple[_Phrase, ...]
    rest: frozenset[str]
    """What it names without the particle before it, if it names something with it."""
    head: frozenset[str]
    modifier: frozenset[str]


@functools.lru_cache(maxsize=32768)
def _word_of(vocabulary: Vocabulary, text: str) -> _Word | None:
    """What the word may name; most words name nothing, and a form that is an idiom names none."""
    if text.lower() in vocabulary.lexicon.quantities.idioms:
        return None  # "aanhoudende droogte" arrests nobody
    forms = forms_of(text, vocabulary.lexicon)
    found = [phrase for form in forms for phrase in vocabulary.phrases.get(form, ())]
    phrases = tuple({id(phrase): phrase for phrase in found}.values())
    names_it = any(len(one.words) == 1 and one.owners for one in phrases)
    rest = _head_of(vocabulary, text, by_particle=True) if names_it else frozenset[str]()
    head = _head_of(vocabulary, text, by_particle=False)
    modifier = frozenset[str]() if head else _modifier_of(vocabulary, text)
    return _Word(phrases, rest, head, modifier) if phrases or head or modifier else None


def _head_of(vocabulary: Vocabulary, word: str, *, by_particle: bool) -> frozenset[str]:
    """What the last part of a compound names; or only of a verb or noun with a particle before."""
    lexicon = vocabulary.lexicon
    for form in forms_of(word, lexicon) if lexicon.nouns.closed_compounds else ():
        for start in range(1, len(form) - _SHORTEST_HEAD + 1):
            owners = vocabulary.singles.get(form[start:])
            if owners and _is_modifier(form[:start], lexicon, by_particle=by_particle):
                return owners
    return frozenset()


def _modifier_of(vocabulary: Vocabulary, word: str) -> frozenset[str]:
    """What the first part of a compound names, a particle before it left out."""
    lexicon = vocabulary.lexicon
    if not lexicon.nouns.closed_compounds:
        return frozenset()
    form = forms_of(word, lexicon)[0]
    bare = next((part for part in lexicon.quantities.particles if form.startswith(part)), "")
    for start in dict.fromkeys((0, len(bare))):
        for end in range(len(form) - _SHORTEST_MODIFIER, start + _SHORTEST_HEAD - 1, -1):
            if owners := vocabulary.singles.get(form[start:end]):
                return owners
    return frozenset()


def _is_modifier(part: str, lexicon: Lexicon, *, by_particle: bool) -> bool:
    """What may stand before the head of a compound; `Ver-` makes another word of it."""
    words = lexicon.quantities
    if by_particle or part in words.inseparable:
        return by_particle and part in words.particles
    return len(part) >= _SHORTEST_MODIFIER or part in words.particles


def _has_particle(
    particle: str, tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon
) -> bool:
    """Whether the particle ends its clause somewhere behind the verb."""
    for at in range(first, last):
        if tokens[at].text != particle:  # "nahmen … teil", and no "Teil"
            continue
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        is_end = (
            after is None
            or after.kind == "number"  # "zong zaterdag voor 600 mensen"
            or (after.kind == "mark" and after.text.isprintable())
            or after.lower in lexicon.quantities.cuts
            or after.lower in lexicon.owners.subordinators
            or after.lower in lexicon.owners.prepositions  # "hield 11 mensen aan op verdenking"
        )
        if is_end:
            return True
    return False


def compile_terms(terms: Iterable[Term], lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of the terms."""
    phrases: dict[str, list[_Phrase]] = {}
    singles: dict[str, set[str]] = {}
    for term in terms:
        owners = frozenset({term.owner} - {""})
        forms, read = _phrases_of(term.word, owners, lexicon)
        for phrase in read:
            for form in phrase.words[0]:
                phrases.setdefault(form, []).append(phrase)
        for form in forms[0] if len(forms) == 1 and owners else ():
            if len(form) >= term.shortest:
                singles.setdefault(form, set()).add(term.owner)
    return Vocabulary(
        lexicon,
        {form: tuple(found) for form, found in phrases.items()},
        {form: frozenset(found) for form, found in singles.items()},
    )


@functools.lru_cache(maxsize=4096)
def _phrases_of(
    word: str, owners: frozenset[str], lexicon: Lexicon
) -> tuple[tuple[frozenset[str], ...], tuple[_Phrase, ...]]:
    """The forms of the words of a term, and the phrases that they make."""
    forms = tuple(frozenset(_forms(one.text, lexicon)) for one in tokenize(word))
    whole = (_Phrase(forms, owners),) if forms else ()
    return forms, (*whole, *_split_verb(word, owners, lexicon))


def _forms(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    others = (*plurals_of(word, lexicon), *pasts_of(word, lexicon))
    return (*forms_of(word, lexicon), *others)


def _split_verb(word: str, owners: frozenset[str], lexicon: Lexicon) -> Iterator[_Phrase]:
    """The verb without its particle or preposition, for sentences that put it behind others."""
    verb, _, behind = word.partition(" ")
    if behind in lexicon.owners.prepositions and verb.endswith(lexicon.quantities.verb_endings):
        yield _Phrase((frozenset(_forms(verb, lexicon)),), owners, behind)
    is_verb = word.islower() and word.endswith(lexicon.quantities.verb_endings)
    for particle in lexicon.quantities.particles if is_verb else ():
        rest = word.removeprefix(particle)
        if rest != word and len(rest) >= _SHORTEST_HEAD:
            yield _Phrase((frozenset(_forms(rest, lexicon)),), owners, particle)
            yield _Phrase((frozenset({particle}), lexicon.quantities.to, frozenset({rest})), owners)
            for joint in lexicon.quantities.to:
                yield _Phrase((frozenset({f"{particle}{joint}{rest}"}),), owners)
