"""The names and nouns of entities in a text.

In: the entities of a briefing, tokens. Out: `NameSpot`s in order. A name counts as it is written,
or in capitals, with the ending of a genitive, or in another form of the same word (`das Deutsche
Museum`); a noun in every form. A name within a longer one is none: `Madrid` in `Real Madrid`.
"""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.lexicon.lemmas import forms_of
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.terms.vocabulary import Term, Vocabulary, compile_terms
from generator.evidence.text.tokens import Token, tokenize
from generator.model import Entity, Nomenclature

_SHORTEST_INFLECTED = 5
"""A shorter name has no forms: `Meta` is not the singular of anything."""

_SHORTEST_PART = 4
"""Letters of a name that is known as the first part of a compound."""


@dataclass(frozen=True, slots=True)
class NameSpot:
    """Tokens that name an entity, from `first` to before `last`."""

    first: int
    last: int
    entities: frozenset[str]
    is_noun: bool
    """A noun such as `the company`, which may be said of others too."""

    @property
    def tokens(self) -> range:
        """The tokens of the name."""
        return range(self.first, self.last)


# Equal to itself alone: made once a briefing and language.
@dataclass(frozen=True, eq=False, slots=True)
class Names:
    """The names of all entities by their first word, and their nouns."""

    lexicon: Lexicon
    names: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    nouns: Vocabulary
    lasts: frozenset[str]
    """The last words of the names."""

    def find(self, article: AnnotatedArticle, first: int, last: int) -> tuple[NameSpot, ...]:
        """What the article's tokens from `first` to before `last` name."""
        key = (self, first, last)
        return article.once(key, lambda: tuple(self._find(article.lexed.tokens, first, last)))

    def _find(self, tokens: Sequence[Token], first: int, last: int) -> list[NameSpot]:
        found: list[NameSpot] = []
        for at in range(first, last):
            if found and at < found[-1].last:
                continue
            if named := _beginning(self, tokens[at].text):
                found += self._names_at(named, tokens, at, last)
        taken = {at for one in found for at in range(one.first, one.last)}
        nouns = [
            NameSpot(spot.first, spot.last, spot.owners, is_noun=True)
            for spot in self.nouns.find(tokens, first, last)
            if taken.isdisjoint(range(spot.first, spot.last))
            and not spot.is_modifier
            and (spot.first == first or not self._is_in_name(tokens[spot.first]))
        ]
        return sorted([*found, *nouns], key=lambda one: one.first)

    def _is_in_name(self, token: Token) -> bool:
        """A name may have the noun for its end: `Nederland`."""
        return self.lexicon.titles.capitalised and token.text[0].isupper()

    def _names_at(
        self,
        named: Sequence[tuple[tuple[str, ...], str]],
        tokens: Sequence[Token],
        at: int,
        last: int,
    ) -> Iterator[NameSpot]:
        """The longest of the names that begin here."""
        for words, entity in named:
            end = at + len(words)
            if end <= last and all(
                _is_written(word, tokens[at + ahead].text, self.lexicon)
                for ahead, word in enumerate(words)
            ):
                yield NameSpot(at, end, frozenset({entity}), is_noun=False)
                return


@functools.lru_cache(maxsize=16384)
def _beginning(names: Names, text: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The names whose first word the token may be, as it stands or in another form."""
    forms = forms_of(text, names.lexicon) if text[0].isalpha() else ()
    keys = dict.fromkeys((text.lower(), *forms))
    return tuple(one for key in keys for one in names.names.get(key, ()))


def _is_written(name: str, word: str, lexicon: Lexicon) -> bool:
    """Whether the word is this part of a name: as it is typed, in capitals, or inflected.

    What is typed in small letters is a common noun, which has a capital as a sentence's first word.
    """
    if name.islower():
        word = word.lower()
    written = {name, name.upper()}
    if any(word.removesuffix(one) in written for one in ("", *lexicon.owners.genitives)):
        return True
    if len(name) < _SHORTEST_INFLECTED or name[0].isupper() != word[0].isupper():
        return False
    return not {*forms_of(word, lexicon)}.isdisjoint(forms_of(name, lexicon))


@functools.lru_cache(maxsize=32)
def names_of(named: Nomenclature, lexicon: Lexicon, lang: str) -> Names:
    """The names of the entities, and their nouns in the language of an article."""
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entity in named.entities.values():
        for name in proper_names(entity):
            words = tuple(token.text for token in tokenize(name))
            small = words[0].lower() if words else ""
            genitives = (f"{small}{ending}" for ending in lexicon.owners.genitives)
            keys = (small, *genitives, *forms_of(words[0], lexicon)) if words else ()
            for first in dict.fromkeys(keys):
                names.setdefault(first, []).append((words, entity.id))
    terms = [
        Term(noun, entity.id)
        for entity in named.entities.values()
        for noun in nouns_in(entity, lang)
    ]
    ordered = {
        first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in names.items()
    }
    every = (name for entity in named.entities.values() for name in proper_names(entity))
    lasts = frozenset(name.rpartition(" ")[2] for name in every)
    return Names(lexicon, ordered, compile_terms(terms, lexicon), lasts)


def proper_names(entity: Entity) -> tuple[str, ...]:
    """The names by which articles call it; without any, its own name in every language."""
    return entity.names or tuple(dict.fromkeys(entity.name.values()))


def nouns_in(entity: Entity, lang: str) -> tuple[str, ...]:
    """Its nouns in the language of an article."""
    return entity.nouns.get(lang) or entity.nouns.get(lang.partition("-")[0]) or ()


def is_in_names(entity: Entity, words: str) -> bool:
    """The words are a part of a name of the entity: `man uit Tolbeek`."""
    return any(words in name.split() for name in proper_names(entity))


def is_spelled_out(article: AnnotatedArticle, entity: Entity, first: int, last: int) -> bool:
    """Every word of a name of several words is there: `the hoard, found near Little Hexley`."""
    words = {one.lower for one in article.lexed.tokens[first:last]}
    named = (name.lower().split() for name in proper_names(entity))
    return any(len(name) > 1 and words.issuperset(name) for name in named)


def is_counted(article: AnnotatedArticle, entity: Entity, noun: range) -> bool:
    """The noun that a figure counts has the name within: `209 Wolfsrudel`."""
    if not article.lexicon.nouns.closed_compounds:
        return False
    words = [article.lexed.lower(at) for at in noun]
    return any(
        word.startswith(name.lower()) and len(word) > len(name)
        for word in words
        for name in proper_names(entity)
        if len(name) >= _SHORTEST_PART
    )
