"""The cues of a stretch of an article, each found once however many rules ask for it.

In: an annotated article, the name of a cue, tokens. Out: `Cue`s with their places. What an excluded
phrase holds is none.
"""

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.quotes.locate import words_between

SPOKEN = ("target", "planned", "consensus", "forecast", "modal", "demand")
"""The cues whose excluded phrases are those of a status."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of a sentence that a rule looks for; tokens from `first` to before `last`."""

    name: str
    words: str
    first: int
    last: int


@functools.lru_cache(maxsize=8192)
def _found(lexicon: Lexicon, name: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where a cue stands in a text, but for what its excluded phrases hold; asked again often."""
    pattern = lexicon.cues.get(name)
    if pattern is None:
        return ()
    excluded = f"{name}_excluded" if f"{name}_excluded" in lexicon.cues else ""
    excluded = excluded or ("status_excluded" if name in SPOKEN else "")
    excluded = excluded or ("attributed_excluded" if name == "sourced" else "")
    if masked := lexicon.cues.get(excluded):
        text = masked.sub(lambda match: " " * len(match[0]), text)
    return tuple(match.span() for match in pattern.finditer(text))


def find_cues(article: AnnotatedArticle, name: str, first: int, last: int) -> Iterator[Cue]:
    """Every cue of the name between two tokens."""
    if first >= last or not _may_hold(article, name, first, last):
        return
    key = (find_cues, name, first, last)
    yield from article.once(key, lambda: tuple(_cues_between(article, name, first, last)))


def _may_hold(article: AnnotatedArticle, name: str, first: int, last: int) -> bool:
    """Some word of the sentence begins a phrase of the name: most names need not be looked for."""
    cues, sentences = article.lexicon.cues, article.parts.sentence
    if sentences[first] != sentences[last - 1]:
        return name in cues
    return cues.is_held(name, held_at(article, first))


def held_at(article: AnnotatedArticle, at: int) -> int:
    """The names of cues of which the sentence around a token may have any, as bits."""
    key = (held_at, article.parts.sentence[at])
    sentence = article.parts.sentence_of
    return article.once(
        key, lambda: article.lexicon.cues.held(words_between(article, *sentence(at)))
    )


def semicolons_in(article: AnnotatedArticle, sentence: range) -> tuple[int, ...]:
    """Where a sentence has them: seldom, and asked again for each figure."""
    key, tokens = (semicolons_in, sentence.start), article.lexed.tokens
    return article.once(key, lambda: tuple(at for at in sentence if tokens[at].text == ";"))


def _cues_between(article: AnnotatedArticle, name: str, first: int, last: int) -> Iterator[Cue]:
    tokens, text = article.lexed.tokens, words_between(article, first, last)
    begin = tokens[first].start
    for start, end in _found(article.lexicon, name, text):
        low = bisect_left(tokens, begin + start, first, last, key=lambda token: token.end - 1)
        high = bisect_left(tokens, begin + end, first, last, key=lambda token: token.start)
        yield Cue(name, text[start:end], low, high)


def is_word_of(pattern: re.Pattern[str] | None, words: str) -> bool:
    """Whether the words are, as a whole, one of the pattern's phrases."""
    return pattern is not None and pattern.fullmatch(words) is not None
