"""What a segment of a sentence begins with, and whether it has a number.

In: an article and the tokens of a segment. Out: whether its first word is one of some, or a stretch
of time and such a word, as in `a week after the mayor said so`.
"""

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.lexicon.dictionary import lemma_of
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.measures import DURATIONS

_TIMED = 4
"""Words within which a segment may begin with `two weeks after`."""


def opens(article: AnnotatedArticle, part: range, words: frozenset[str]) -> bool:
    """The first word of the segment is one of these."""
    tokens = article.lexed.tokens
    first = next((tokens[at] for at in part if tokens[at].kind != "mark"), None)
    return first is not None and first.lower in words


def opens_anew(article: AnnotatedArticle, part: range) -> bool:
    """Words such as `and` or `which` open the segment, or `a week after`."""
    lexicon = article.lexicon
    is_opened = opens(article, part, lexicon.openers) or opens(article, part, lexicon.relative)
    return is_opened or opens_timed(article, part)


def opens_timed(article: AnnotatedArticle, part: range) -> bool:
    """A stretch of time and such a word open the segment."""
    lexicon = article.lexicon
    first = range(part.start + 1, min(part.start + _TIMED, part.stop))
    at = next((at for at in first if article.lexed.lower(at) in lexicon.openers), None)
    if at is None or article.lexed.tokens[at - 1].kind != "word":
        return False
    return lexicon.measures.names.meanings.get((article.lexed.lower(at - 1),)) in DURATIONS


def interrupts(article: AnnotatedArticle, part: range) -> bool:
    """It is said in between: a relative clause, or a participle between two commas.

    `The line, opened in 1931, needs 30 cars`.
    """
    tokens = article.lexed.tokens
    if opens(article, part, article.lexicon.relative):
        return True
    first = next((at for at in part if tokens[at].kind == "word"), None)
    done = article.lexicon.cues.get("done")
    if first is None or done is None or tokens[part.stop - 1].text != ",":
        return False
    is_behind = part.start > 0 and tokens[part.start - 1].text == ","
    return is_behind and (fits_whole(done, tokens[first].lower) or _is_participle(article, first))


def _is_participle(article: AnnotatedArticle, at: int) -> bool:
    """A form of a verb right before a preposition; a plural may be a noun: `rebuilt in 1931`."""
    word, lexicon = article.lexed.lower(at), article.lexicon
    is_form = lemma_of(word, lexicon.lang) != word and word not in lexicon.nouns.stops
    is_plural = bool(lexicon.nouns.plural) and word.endswith(lexicon.nouns.plural)
    return is_form and not is_plural and article.lexed.lower(at + 1) in lexicon.owners.prepositions


def has_figure(article: AnnotatedArticle, part: range) -> bool:
    """A number stands in the segment."""
    tokens = article.lexed.tokens
    return any(tokens[at].kind == "number" for at in part)
