"""Whether a figure is what another one is compared with: `…, compared with 4 million`.

In: an annotated article and one of its figures. Out: the words that make it so, or None. Such a
figure is not of the time that the sentence speaks of. A level that something rose from is one, too.
"""

import re

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.directions import direction_of
from generator.evidence.numbers.measures import DURATIONS
from generator.evidence.quotes.locate import span_between, words_between

_REACH = 8
_BETWEEN = re.compile(r"(?:\s[^\s,;:.\d()]+){0,5}\s?[^\w\s]?\s?")


def find_comparison(article: AnnotatedArticle, annotation: Annotation) -> str | None:
    """The words before a figure by which another of the sentence is compared with it."""
    if annotation.mention.unit in DURATIONS or annotation.bound is not None:
        return None
    others = _others(article, annotation)
    if not others:
        return None
    low = article.tokens_in(*annotation.core)[0]
    if annotation.figure is not None and annotation.figure.unit is not None:
        low = min(low, annotation.figure.unit.first)
    first, _ = article.parts.sentence_of(low)
    before = words_between(article, max(first, low - _REACH), low)
    if annotation.is_start:
        return before.rpartition(" ")[2] or before
    for match in article.lexicon.changes.against.finditer(before):
        between = before[match.end() :]
        if match[0].lower() in article.lexicon.frames.wording and _names_estimate(between, article):
            continue  # `nach einer neuen Schätzung`
        if _BETWEEN.fullmatch(f"{between} ") and not _moves(between, article.lexicon):
            return match[0]
    return None


def _names_estimate(words: str, article: AnnotatedArticle) -> bool:
    pattern = article.lexicon.cues.get("estimate")
    return pattern is not None and pattern.search(words) is not None


def _moves(words: str, lexicon: Lexicon) -> bool:
    """A word of movement: what stands behind it is a change, and no time before."""
    loss = lexicon.cues.get("loss")
    return any(
        direction_of(word, lexicon) is not None and not (loss and loss.fullmatch(word))
        for word in words.lower().split()
    )


def _others(article: AnnotatedArticle, annotation: Annotation) -> list[Annotation]:
    """The figures of its sentence that count the same."""
    low = article.tokens_in(*annotation.core)[0]
    first, last = article.parts.sentence_of(low)
    return [
        one
        for one in article.within(*span_between(article, first, last))
        if one.mention.value is not None
        and one.core != annotation.core
        and one.mention.kind not in {"ordinal", "name"}
        and one.mention.unit == annotation.mention.unit
    ]


def is_in_brackets(article: AnnotatedArticle, one: Annotation) -> bool:
    """It stands in brackets, as a conversion does."""
    first = article.parts.clause_of(article.tokens_in(*one.core)[0])[0]
    return article.lexed.lower(first - 1) == "("
