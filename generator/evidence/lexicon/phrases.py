"""Phrases of a lexicon: looked up at a token, or searched for in a stretch of text.

In: words as an editor of a lexicon typed them (`mehr als`, `stieg*`). Out: tables and patterns.
It knows nothing of what the phrases mean.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.evidence.text.tokens import Token, is_glued, tokenize

Meaning = TypeVar("Meaning")
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class PhraseTable(Generic[Meaning]):
    """Phrases, as tuples of tokens, with what they mean; the longest that fits wins."""

    meanings: Mapping[tuple[str, ...], Meaning]
    firsts: Mapping[str, tuple[int, ...]]
    """How long the phrases that begin with a word are, longest first."""
    lasts: Mapping[str, tuple[int, ...]]
    """The same for those that end with it."""
    cased: bool = False
    glued: bool = False
    """Its phrases are written without gaps, as `HK$` is."""

    def at(self, tokens: Sequence[Token], index: int) -> tuple[Meaning, int] | None:
        """What the phrase beginning at `index` means, and the index after it."""
        if not 0 <= index < len(tokens):
            return None
        first = tokens[index].text if self.cased else tokens[index].lower
        for length in self.firsts.get(first, ()):
            meaning = self._meaning(tokens, index, index + length)
            if meaning is not None:
                return meaning, index + length
        return None

    def before(self, tokens: Sequence[Token], index: int) -> tuple[Meaning, int] | None:
        """What the phrase ending just before `index` means, and the index where it begins."""
        if not 0 < index <= len(tokens):
            return None
        last = tokens[index - 1].text if self.cased else tokens[index - 1].lower
        for length in self.lasts.get(last, ()):
            meaning = self._meaning(tokens, index - length, index)
            if meaning is not None:
                return meaning, index - length
        return None

    def _meaning(self, tokens: Sequence[Token], start: int, end: int) -> Meaning | None:
        if start < 0 or end > len(tokens):
            return None
        window = tokens[start:end]
        key = tuple(token.text if self.cased else token.lower for token in window)
        meaning = self.meanings.get(key)
        if meaning is None or not self.glued:
            return meaning
        return meaning if all(is_glued(tokens, at) for at in range(start + 1, end)) else None


def phrase_table(
    phrases: Iterable[tuple[str, Meaning]], *, cased: bool = False, glued: bool = False
) -> PhraseTable[Meaning]:
    """A table of phrases with their meanings; the first meaning of a phrase stays."""
    meanings: dict[tuple[str, ...], Meaning] = {}
    for phrase, meaning in phrases:
        tokens = tokenize(phrase)
        key = tuple(token.text if cased else token.lower for token in tokens)
        if key:
            meanings.setdefault(key, meaning)
    return PhraseTable(meanings, _lengths(meanings, 0), _lengths(meanings, -1), cased, glued)


def _lengths(phrases: Iterable[tuple[str, ...]], at: int) -> dict[str, tuple[int, ...]]:
    """The lengths of the phrases by one of their words, longest first."""
    # Most words of a text begin and end no phrase, so nothing longer need be looked up for them.
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        found.setdefault(phrase[at], set()).add(len(phrase))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}


def flat(table: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of phrase and meaning from lists of phrases under their meaning."""
    return ((phrase, meaning) for meaning, phrases in table.items() for phrase in phrases)


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words; `*` stands for letters, or for words."""
    parts = sorted((_expression(phrase) for phrase in phrases), key=len, reverse=True)
    if not parts:
        return _NEVER
    return re.compile(rf"(?<!\w)(?:{'|'.join(_by_letter(parts))})(?!\w)", re.IGNORECASE)


def _by_letter(parts: Sequence[str]) -> list[str]:
    """The same alternatives, each letter that some begin with once: a search tries far fewer."""
    alike: dict[str, list[str]] = {}
    others = []
    for part in parts:
        if part[0].isalpha():
            alike.setdefault(part[0].lower(), []).append(part[1:])
        else:
            others.append(part)
    return [*(f"{letter}(?:{'|'.join(rest)})" for letter, rest in alike.items()), *others]


def _expression(phrase: str) -> str:
    words = [
        r".{1,60}?" if word == "*" else re.escape(word).replace(r"\*", r"\w*")
        for word in phrase.split()
    ]
    return r"\s".join(words)


def fits_whole(pattern: re.Pattern[str], word: str) -> bool:
    """Whether the pattern is the whole word; remembered, since texts repeat their words."""
    # By its source: a string keeps its hash, a pattern is hashed anew from end to end.
    return _fits(pattern.pattern, pattern.flags & _FLAGS, word)


# A plain integer: flags in an enumeration are slow to combine.
_FLAGS = ~int(re.UNICODE)


@functools.lru_cache(maxsize=8192)
def _fits(source: str, flags: int, word: str) -> bool:
    return re.compile(source, flags).fullmatch(word) is not None
