"""The base forms of a word, by which it is compared with another.

In: a word as it is written, and a lexicon. Out: forms in small and plain letters: the word itself,
its lemmas, and these without the endings of the lexicon.
"""

import functools
import re

from generator.evidence.lexicon.dictionary import is_known_in, is_listed_in, lemma_of
from generator.evidence.lexicon.lexicon import Lexicon

_SHORTEST_STEM = 3


@functools.lru_cache(maxsize=16384)
def forms_of(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The word and its base forms, the likeliest first, each once."""
    irregular = lexicon.nouns.irregular.get(word.lower(), word)
    lemmas = [irregular, *(lemma_of(one, lexicon.lang) for one in (word, word.lower()))]
    # A German adjective that stands as a noun needs a second step: Beschäftigten, -te, -ter.
    lemmas += [lemma_of(one, lexicon.lang) for one in lemmas if one[:1].isupper()]
    lemmas += _of_participle(word.lower(), lexicon)
    lemmas += _of_compound(word, lexicon)
    plain = [one.lower().translate(lexicon.nouns.plain_letters) for one in (word, *lemmas)]
    stems = [stem for one in plain for stem in _stems(one, lexicon)]
    return tuple(dict.fromkeys((*plain, *stems)))


def _of_participle(word: str, lexicon: Lexicon) -> list[str]:
    """The verb of a participle with a particle, which the dictionary lacks: `ingeschreven`."""
    begun = lexicon.nouns.participle
    if not begun or begun not in word[2:-2] or is_listed(word, lexicon):
        return []
    split = [
        (particle, word.removeprefix(particle))
        for particle in lexicon.quantities.particles
        if word.startswith(particle + begun)
    ]
    return [
        particle + lemma_of(rest, lexicon.lang)
        for particle, rest in split
        if is_listed(rest, lexicon)
    ]


def _of_compound(word: str, lexicon: Lexicon) -> list[str]:
    """The singular of a compound that the dictionary lacks, by its last part: `Brutpaare`."""
    is_noun = word[:1].isupper() and word[1:].islower() and not lexicon.titles.capitalised
    if not is_noun or is_listed(word, lexicon):
        return []
    for start in range(_SHORTEST_STEM, len(word) - _SHORTEST_STEM):
        tail = word[start:].capitalize()
        if is_listed(tail, lexicon):
            lemma = lemma_of(tail, lexicon.lang)
            return [word[:start] + lemma.lower()] if lemma != tail else []
    return []


def plurals_of(noun: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Plurals of a declared word that a dictionary may have for another one: `leaves`."""
    plurals = lexicon.nouns.plurals.items()
    return tuple(
        re.sub(f"{singular}$", plural, noun.lower())
        for singular, plural in plurals
        if re.search(f"{singular}$", noun.lower())
    )


def pasts_of(verb: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The past of a declared verb, which a dictionary may lack: `veroordeelde`, `grepen`."""
    nouns, words = lexicon.nouns, lexicon.quantities
    if not (nouns.pasts and verb.islower() and verb.endswith(words.verb_endings)):
        return ()
    stems = [
        re.sub(f"{ending}$", stem, verb)
        for ending, stem in nouns.stems.items()
        if re.search(f"{ending}$", verb)
    ]
    particles = [one for one in words.particles if verb.startswith(one)]
    pasts = (stem + ending for stem in stems for ending in nouns.pasts)
    participles = (
        begun + stem.removesuffix(ending) + ending
        for stem in stems
        for ending in nouns.participles
        for begun in ("", nouns.participle)
    )
    split = (
        particle + nouns.participle + stem.removeprefix(particle).removesuffix(ending) + ending
        for particle in particles
        for stem in stems
        for ending in nouns.participles
    )
    strong = (
        particle + form
        for particle in ("", *particles)
        for form in nouns.strong.get(verb.removeprefix(particle), ())
    )
    forms = (*pasts, *participles, *split, *strong)
    return tuple(dict.fromkeys(one.translate(nouns.plain_letters) for one in forms))


@functools.lru_cache(maxsize=4096)
def is_base_form(word: str, lexicon: Lexicon) -> bool:
    """Whether a dictionary has the word as it stands, so that it is no plural: `redden`."""
    small = word.lower()
    if small in lexicon.nouns.irregular:
        return False
    return is_known_in(lexicon.lang, small) and small == lemma_of(small, lexicon.lang)


@functools.lru_cache(maxsize=4096)
def is_common_word(word: str, lexicon: Lexicon) -> bool:
    """Whether a word in a capital is one that only begins a sentence: `Insgesamt`, `Police`."""
    if not is_listed_in(lexicon.lang, word.lower()):
        return False
    is_name = is_listed_in(lexicon.lang, word)
    return not (is_name and lexicon.titles.capitalised)


@functools.lru_cache(maxsize=4096)
def is_listed(word: str, lexicon: Lexicon) -> bool:
    """Whether a dictionary has the word as it is written."""
    return is_listed_in(lexicon.lang, word)


def is_inflected(word: str, lexicon: Lexicon) -> bool:
    """Whether the word is another form of its base form, as a plural is."""
    return lemma_of(word, lexicon.lang).lower() != word.lower()


def is_participle(word: str, lexicon: Lexicon) -> bool:
    """Whether the word may be a form of a verb other than its base form: `made`, `gebaut`."""
    bases = forms_of(word, lexicon)[1:]
    if lexicon.nouns.closed_compounds:
        return any(one.endswith(lexicon.quantities.verb_endings) for one in bases)
    return bool(bases) and not word.lower().endswith(lexicon.nouns.plural)


def _stems(plain: str, lexicon: Lexicon) -> list[str]:
    """What is left without each ending that the word has."""
    endings = (suffix for suffix in lexicon.nouns.suffixes if plain.endswith(suffix))
    stems = (plain.removesuffix(suffix) for suffix in endings)
    return [stem for stem in stems if len(stem) >= _SHORTEST_STEM]
