"""The names and nouns of entities in a text, and foreign names that are the subject of a clause.

In: the entities of a briefing, tokens. Out: `NameSpot`s in order. A name counts as it is written,
or in capitals, with the ending of a genitive, or in another form of the same word (`das Deutsche
Museum`); a noun in every form.
"""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.lexicon.lemmas import forms_of, is_common_word, is_inflected, is_listed
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.terms.vocabulary import Term, Vocabulary, compile_terms
from generator.evidence.text.tokens import Token, tokenize
from generator.model import Entity, Nomenclature

_LONGEST_RUN = 4
_LEAST_CAPITALS = 2
_SHORTEST_INFLECTED = 5
"""A shorter name has no forms: `Meta` is not the singular of anything."""


@dataclass(frozen=True, slots=True)
class NameSpot:
    """Tokens that name an entity, from `first` to before `last`."""

    first: int
    last: int
    entities: frozenset[str]
    is_noun: bool
    """A noun such as `the company`, which may be said of others too."""


# Equal to itself alone: made once a briefing and language.
@dataclass(frozen=True, eq=False, slots=True)
class Names:
    """The names of all entities by their first word, and their nouns."""

    lexicon: Lexicon
    names: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    nouns: Vocabulary

    def find(self, article: AnnotatedArticle, first: int, last: int) -> tuple[NameSpot, ...]:
        """What the article's tokens from `first` to before `last` name."""
        key = (self, first, last)
        if key not in article.kept:
            article.kept[key] = tuple(self._find(article.lexed.tokens, first, last))
        found: tuple[NameSpot, ...] = article.kept[key]
        return found

    def _find(self, tokens: Sequence[Token], first: int, last: int) -> list[NameSpot]:
        found = [one for at in range(first, last) for one in self._names_at(tokens, at, last)]
        taken = {at for one in found for at in range(one.first, one.last)}
        nouns = [
            NameSpot(spot.first, spot.last, spot.owners, is_noun=True)
            for spot in self.nouns.find(tokens, first, last)
            if taken.isdisjoint(range(spot.first, spot.last)) and not spot.is_modifier
        ]
        return sorted([*found, *nouns], key=lambda one: one.first)

    def _names_at(self, tokens: Sequence[Token], at: int, last: int) -> Iterator[NameSpot]:
        """The longest name that begins here."""
        for words, entity in self._beginning(tokens[at]):
            end = at + len(words)
            if end <= last and all(
                _is_written(word, tokens[at + ahead].text, self.lexicon)
                for ahead, word in enumerate(words)
            ):
                yield NameSpot(at, end, frozenset({entity}), is_noun=False)
                return

    def _beginning(self, token: Token) -> Iterator[tuple[tuple[str, ...], str]]:
        """The names whose first word the token may be, as it stands or in another form."""
        if token.kind == "word":
            for key in dict.fromkeys((token.lower, *forms_of(token.text, self.lexicon))):
                yield from self.names.get(key, ())


def _is_written(name: str, word: str, lexicon: Lexicon) -> bool:
    """Whether the word is this part of a name: as it is typed, in capitals, or inflected."""
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
    return Names(lexicon, ordered, compile_terms(terms, lexicon))


def proper_names(entity: Entity) -> tuple[str, ...]:
    """The names by which articles call it; without any, its own name in every language."""
    return entity.names or tuple(dict.fromkeys(entity.name.values()))


def nouns_in(entity: Entity, lang: str) -> tuple[str, ...]:
    """Its nouns in the language of an article."""
    return entity.nouns.get(lang) or entity.nouns.get(lang.partition("-")[0]) or ()


def find_foreign(
    tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon, skipped: frozenset[int]
) -> tuple[int, int] | None:
    """A proper name that does something in the clause: `Tesla erzielte …`, `erzielte Tesla …`."""
    for at in range(first, last):
        if tokens[at].kind != "word" or not _is_agent(tokens[at].lower, lexicon):
            continue
        start = at
        while start > max(first, at - _LONGEST_RUN) and _is_capital(tokens[start - 1], lexicon):
            start -= 1
        if start < at and _is_subject(tokens, start, at, lexicon, skipped):
            return start, at
        end = at + 1
        while end < min(last, at + 1 + _LONGEST_RUN) and _is_capital(tokens[end], lexicon):
            end += 1
        is_inverted = (
            lexicon.nouns.closed_compounds and start == at and _opens(tokens, first, at, lexicon)
        )
        if is_inverted and end > at + 1 and _is_name(tokens, at + 1, end, lexicon, skipped):
            return at + 1, end
    return None


def find_possessor(
    tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon, measured: frozenset[int]
) -> tuple[int, int] | None:
    """A proper name whose measure it is: `the sales of Tesla`, `Tesla's sales`."""
    for at in range(first + 1, last):
        token, end = tokens[at], at + 1
        if at - 1 in measured and token.lower in lexicon.owners.possessives:
            while end < min(last, at + 1 + _LONGEST_RUN) and _is_capital(tokens[end], lexicon):
                end += 1
            if end > at + 1 and _is_foreign(tokens, at + 1, end, lexicon, measured):
                return at + 1, end
        is_genitive = any(
            len(one) > 1 and tokens[at - 1].text.endswith(one) for one in lexicon.owners.genitives
        )
        if at in measured and is_genitive and _is_capital(tokens[at - 1], lexicon):
            return at - 1, at
    return None


def find_taken_up(
    tokens: Sequence[Token], first: int, lexicon: Lexicon, skipped: frozenset[int]
) -> tuple[int, int] | None:
    """The proper name before a clause that goes on from it: `Lumo, a rival with sales of …`."""
    opening, at = tokens[first].lower, first - 1
    goes_on = opening in lexicon.quantities.articles or opening in lexicon.relative
    if not goes_on or at < 1 or tokens[at].text != ",":
        return None
    start = at
    while start > max(0, at - _LONGEST_RUN) and _is_capital(tokens[start - 1], lexicon):
        start -= 1
    is_name = start < at and _is_certain(tokens, start, at, lexicon, skipped)
    return (start, at) if is_name else None


def find_place(
    tokens: Sequence[Token], first: int, figure: int, lexicon: Lexicon, skipped: frozenset[int]
) -> tuple[int, int] | None:
    """A proper name behind a preposition before the figure; in German, of two words."""
    for at in range(first + 1, figure):
        if tokens[at - 1].lower not in lexicon.owners.prepositions:
            continue
        end = at
        while end < figure and _is_capital(tokens[end], lexicon):
            end += 1
        is_run = lexicon.titles.capitalised or end > at + 1
        if end > at and is_run and _is_certain(tokens, at, end, lexicon, skipped):
            return at, end
    return None


def _is_certain(
    tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon, skipped: frozenset[int]
) -> bool:
    """No dictionary has the word, nor the word in small letters."""
    text = tokens[last - 1].text
    is_known = is_listed(text, lexicon) or is_listed(text.lower(), lexicon)
    is_known = is_known or is_inflected(text, lexicon)
    return not is_known and skipped.isdisjoint(range(first, last))


def _is_foreign(
    tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon, skipped: frozenset[int]
) -> bool:
    """A name for certain: in German, where each noun has a capital, no word of a dictionary."""
    if not skipped.isdisjoint(range(first, last)):
        return False
    text = tokens[last - 1].text
    is_noun = not lexicon.titles.capitalised and is_listed(text, lexicon)
    return _is_in_capitals(tokens[last - 1]) or not is_noun


@functools.lru_cache(maxsize=16384)
def _is_agent(word: str, lexicon: Lexicon) -> bool:
    return not _agents(lexicon).isdisjoint(forms_of(word, lexicon))


@functools.lru_cache(maxsize=16)
def _agents(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form for verb in lexicon.owners.agents for form in forms_of(verb, lexicon))


def _is_capital(token: Token, lexicon: Lexicon) -> bool:
    """A word in a capital that is no small word at the beginning of a sentence."""
    if token.kind != "word" or not token.text[0].isupper():
        return False
    owners, small = lexicon.owners, token.lower
    is_small = small in owners.prepositions or small in owners.pronouns
    is_small = is_small or small in lexicon.quantities.articles or small in lexicon.quantities.cuts
    return not (is_small or small in lexicon.nouns.stops or small in lexicon.weekdays)


def _is_subject(
    tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon, skipped: frozenset[int]
) -> bool:
    """No preposition stands before the name, nor, in German, an article as before a noun."""
    start = first
    while start and first - start < _LONGEST_RUN and _is_inside(tokens[start - 1], lexicon):
        start -= 1
    if start and tokens[start - 1].lower in lexicon.owners.prepositions:
        return False
    is_noun = not lexicon.titles.capitalised and start < first
    is_noun = is_noun and not _is_in_capitals(tokens[last - 1])
    return not is_noun and _is_name(tokens, first, last, lexicon, skipped)


def _is_name(
    tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon, skipped: frozenset[int]
) -> bool:
    """Two capitals, or a word in the form of a dictionary: no plural, and no word of ours."""
    if not skipped.isdisjoint(range(first, last)):
        return False
    text = tokens[last - 1].text
    if last - first > 1 or _is_in_capitals(tokens[last - 1]):
        return True
    begins = first == 0 or (tokens[first - 1].kind == "mark" and tokens[first - 1].text != ",")
    is_common = begins and is_common_word(text, lexicon)
    return not is_common and not is_inflected(text, lexicon)


def _is_in_capitals(token: Token) -> bool:
    return sum(letter.isupper() for letter in token.text) >= _LEAST_CAPITALS


def _is_inside(token: Token, lexicon: Lexicon) -> bool:
    """An article or an adjective: it stands between a preposition and its noun."""
    if token.kind != "word" or token.lower in lexicon.owners.prepositions:
        return False
    is_adjective = token.text.islower() and lexicon.nouns.adjective.fullmatch(token.text)
    return token.lower in lexicon.quantities.articles or bool(
        is_adjective and lexicon.nouns.closed_compounds
    )


def _opens(tokens: Sequence[Token], first: int, at: int, lexicon: Lexicon) -> bool:
    """Only a time or an adverb stands before the verb: `2024 erzielte Tesla …`."""
    return not any(
        token.kind == "word"
        and (token.text[0].isupper() or token.lower in lexicon.owners.pronouns)
        and token.lower not in lexicon.owners.prepositions
        and index > first
        for index, token in enumerate(tokens[first:at], first)
    )
