"""What the words before a figure make of it: what was done, is to be done, costs, lasts, moves.

In: an article, a figure, the noun that it counts. Out: what it is called.
"""

from collections.abc import Iterator

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.terms.heads.called import Called
from generator.evidence.terms.heads.spoken import (
    LONGEST_PHRASE,
    clause_to,
    head_of,
    may_name,
    measure_word,
    object_behind,
    spoken,
    words_in,
)
from generator.evidence.terms.heads.telling import base_of
from generator.evidence.terms.numerals import numeral_of


def framed(article: AnnotatedArticle, annotation: Annotation, noun: str) -> Iterator[Called]:
    """What the words before the figure make of it: what was done, is to be done, costs or lasts."""
    figure, lexed = numeral_of(article, annotation), article.lexed
    small = article.lexicon.owners.prepositions | article.lexicon.quantities.articles
    mention = annotation.mention
    start = min(article.tokens_in(mention.start, mention.end)[0], figure.first)
    verb = start - 1
    if verb < 1 or lexed.tokens[verb].kind != "word":
        return
    word, before = spoken(article, range(verb, start)), lexed.lower(verb - 1)
    is_base = (
        base_of(word, article.lexicon) == word and before in article.lexicon.owners.prepositions
    )
    if is_base and lexed.lower(verb) not in small and (of := noun or measure_word(annotation)):
        yield Called(of, word, aim=word)
    elif noun and lexed.lower(verb) not in small:
        yield Called(noun, noun, done=word)
    elif mention.kind == "duration" and (part := _lasting(article, start)):
        words = reversed(list(words_in(article, part)))
        yield from (Called(spoken(article, part), one, is_lasting=True) for one in words)
    elif is_base and word not in article.lexicon.quantities.price_verbs:
        yield Called(_with_object(article, word, figure.end), word)
    elif not noun:
        yield from _subjects(article, annotation, start)


def _lasting(article: AnnotatedArticle, stop: int) -> range:
    """What takes a time: `a repair took`, `they queued`; none where no verb ends the clause."""
    lexed, lexicon = article.lexed, article.lexicon
    small = lexicon.owners.prepositions | lexicon.quantities.articles
    part = clause_to(article, stop, with_article=True)
    while part and lexed.lower(part[-1]) in small:
        part = part[:-1]
    begins = lexicon.quantities.articles | lexicon.owners.pronouns
    first = next((at for at in part if lexed.lower(at) in begins), part.start)
    if part and lexed.lower(part[0]) in small | lexicon.quantities.cuts:
        part = range(first, part.stop)
    unfit = lexicon.relative | lexicon.quantities.reporting | lexicon.quantities.copulas
    if len(part) <= 1 or lexed.lower(part[0]) in unfit | small - begins:
        return range(0)
    is_noun = lexed.lower(part[-2]) in lexicon.quantities.articles
    return range(0) if is_noun or lexed.lower(part[-1]) in lexicon.quantities.copulas else part


def _subjects(article: AnnotatedArticle, annotation: Annotation, start: int) -> Iterator[Called]:
    """What the figure is said to be, or what costs it; and the last verb before it."""
    lexed, lexicon = article.lexed, article.lexicon
    paying = [
        at
        for at in range(max(0, start - LONGEST_PHRASE), start)
        if lexed.lower(at) in lexicon.quantities.price_verbs
    ]
    verb = paying[-1] if paying else start - 1
    small = lexicon.owners.prepositions | lexicon.quantities.articles
    if lexed.lower(verb) in small:
        return
    word = spoken(article, range(verb, verb + 1))
    clause = article.parts.clause_of(verb)[0]
    is_noun_first = lexed.lower(clause) in lexicon.quantities.articles
    subject = clause_to(article, verb)
    if paying:
        cut = next((at for at in subject if lexed.lower(at) in lexicon.quantities.copulas), verb)
        said = spoken(article, range(subject.start, min(cut, subject.stop)))
        yield Called(f"{said} {word}".strip(), word)
    elif lexed.lower(verb) in lexicon.quantities.copulas or is_noun_first:
        words = list(words_in(article, subject))
        words.sort(key=lambda one: one != head_of(spoken(article, subject), article))
        yield from (Called(spoken(article, subject), one) for one in words)
    if lexed.lower(verb) not in lexicon.quantities.copulas and may_name(article, verb):
        yield Called(_with_object(article, word, numeral_of(article, annotation).end), word)


def _with_object(article: AnnotatedArticle, verb: str, end: int) -> str:
    return f"{verb} {spoken(article, object_behind(article, end))}".strip()
