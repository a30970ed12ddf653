"""What a dictionary says of a word: the one place that opens dictionaries.

In: a word and the tag of a language. Out: its lemma, or whether it is listed. A dictionary takes
most of a second to open, so every answer is remembered, and those of an earlier run can be
recalled: then it is only opened for a word that nobody has asked for yet.
"""

import functools
from collections.abc import Callable
from types import ModuleType

Words = dict[str, dict[str, str]]
"""By language, word by word."""
_JOINT = "_"
"""Between a particle and its verb, in lemmas such as `op_leveren`."""
_LEMMAS: Words = {}
_LISTED: Words = {}
"""A listed word stands for itself, another one for nothing."""
_KNOWN: Words = {}
_ALL = (_LEMMAS, _LISTED, _KNOWN)


def lemma_of(word: str, lang: str) -> str:
    """The word's entry in the dictionary; the word where its language has none."""

    def ask() -> str:
        if not word or lang not in _supported():
            return word
        lemma: str = _library().lemmatize(word, lang, low_memory=True)
        return lemma.replace(_JOINT, "")

    return _answer(_LEMMAS, lang, word, ask)


def is_listed_in(lang: str, word: str) -> bool:
    """Whether the dictionary has the word as it is written."""
    return bool(_answer(_LISTED, lang, word, lambda: word if _is_listed(lang, word) else ""))


def is_known_in(lang: str, word: str) -> bool:
    """Whether the dictionary has the word in any letters."""
    return bool(_answer(_KNOWN, lang, word, lambda: word if _is_known(lang, word) else ""))


def answers(known: list[Words] | None = None) -> list[Words]:
    """Everything that was asked for so far and is not `known`; later answers do not change it."""
    found = [{lang: words.copy() for lang, words in one.copy().items()} for one in _ALL]
    if known is None:
        return found
    return [
        {
            lang: {word: answer for word, answer in words.items() if word not in old.get(lang, {})}
            for lang, words in one.items()
        }
        for one, old in zip(found, known, strict=True)
    ]


def recall_answers(known: list[Words]) -> None:
    """Takes over the answers of an earlier run with the same dictionaries."""
    for here, there in zip(_ALL, known, strict=False):
        for lang, words in there.items():
            here.setdefault(lang, {}).update(words)


def _answer(answered: Words, lang: str, word: str, ask: Callable[[], str]) -> str:
    words = answered.setdefault(lang, {})
    answer = words.get(word)
    if answer is None:
        answer = words[word] = ask()
    return answer


def _is_listed(lang: str, word: str) -> bool:
    return lang in _supported() and _lookup()(word, lang)


def _is_known(lang: str, word: str) -> bool:
    return lang in _supported() and _library().is_known(word, lang, low_memory=True)


@functools.cache
def _library() -> ModuleType:
    """Imported for the first word that nobody has asked for yet."""
    import simplemma  # noqa: PLC0415 - it takes longer to load than most runs need it

    return simplemma


@functools.cache
def _supported() -> frozenset[str]:
    from simplemma.strategies.dictionaries.dictionary_factory import (  # noqa: PLC0415
        SUPPORTED_LANGUAGES,
    )

    return frozenset(SUPPORTED_LANGUAGES)


@functools.cache
def _lookup() -> Callable[[str, str], bool]:
    from simplemma.strategies import DictionaryLookupStrategy  # noqa: PLC0415
    from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY  # noqa: PLC0415

    strategy = DictionaryLookupStrategy(LOW_MEMORY_DICTIONARY_FACTORY)
    is_member: Callable[[str, str], bool] = strategy.is_dictionary_member
    return is_member
