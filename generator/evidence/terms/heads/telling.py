"""The words of a sentence that tell what its figure measures, for who adds one to an indicator.

In: an article, a figure, what the briefing measures. Out: words in base form, the most telling
first: none that stands with other figures of the article too, or that another indicator has. It
proposes; whether a word names the measure a person says.
"""

from collections.abc import Iterator

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.lexicon.dictionary import lemma_of
from generator.evidence.lexicon.lemmas import forms_of
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.directions import direction_of
from generator.evidence.quotes.locate import sentence_around, span_between
from generator.evidence.terms.numerals import numeral_of
from generator.model import Nomenclature

_SHORTEST = 4
_MOST_FIGURES = 60
"""Of a longer text the figures near by are enough."""


def telling_words(
    article: AnnotatedArticle, annotation: Annotation, indicator: str, named: Nomenclature
) -> tuple[str, ...]:
    """Those of the figure's clause, what it counts first, then those of its sentence."""
    first, last = sentence_around(article, annotation)
    figure = numeral_of(article, annotation)
    here = range(*article.parts.clause_of(article.tokens_in(*annotation.core)[0]))
    taken = _taken(article, annotation, indicator, named)
    tokens, has_nouns = article.lexed.tokens, not article.lexicon.titles.capitalised
    articles = article.lexicon.quantities.articles | article.lexicon.owners.possessives
    in_order = sorted(
        saying_words(article, range(first, last)),
        key=lambda at: (
            at not in figure.noun,
            at not in here,
            tokens[at].text.islower() if has_nouns else tokens[at - 1].lower not in articles,
            abs(at - figure.first),
        ),
    )
    found = [
        base_of(article.lexed.tokens[at].text, article.lexicon)
        for at in in_order
        if tokens[at].lower not in article.lexicon.heads.vague | article.lexicon.heads.standing
        if taken.isdisjoint(_forms(article, at))
    ]
    return tuple(dict.fromkeys(found))


def base_of(word: str, lexicon: Lexicon) -> str:
    """The word as a list of words has it: `bather` of `bathers`."""
    base = lexicon.nouns.irregular.get(word.lower()) or lemma_of(word, lexicon.lang)
    is_noun = word[:1].isupper() and not lexicon.titles.capitalised
    return base.capitalize() if is_noun else base.lower()


def saying_words(
    article: AnnotatedArticle, part: range, shortest: int = _SHORTEST
) -> Iterator[int]:
    """Tokens that say something by themselves."""
    tokens, lexicon = article.lexed.tokens, article.lexicon
    small = lexicon.nouns.stops | lexicon.hedges.articles | lexicon.owners.prepositions
    small |= lexicon.owners.pronouns | lexicon.quantities.articles | lexicon.quantities.copulas
    for at in part:
        text = tokens[at].lower
        is_word = tokens[at].kind == "word" and len(text) >= shortest and text.isalpha()
        if is_word and text not in small and direction_of(text, lexicon) is None:
            yield at


def _forms(article: AnnotatedArticle, at: int) -> frozenset[str]:
    token = article.lexed.tokens[at]
    return frozenset({token.lower, *(one.lower() for one in forms_of(token.text, article.lexicon))})


def _taken(
    article: AnnotatedArticle, annotation: Annotation, indicator: str, named: Nomenclature
) -> frozenset[str]:
    """Forms in the sentences of other figures, and those of names and of other indicators."""
    lang = article.lang.partition("-")[0]
    own = range(*sentence_around(article, annotation))
    typed = [
        word
        for one in named.indicators.values()
        for word in (*one.words.get(article.lang, ()), *one.words.get(lang, ()))
    ]
    for one in named.entities.values():
        typed += [*one.names, *one.nouns.get(lang, ()), *one.name.values()]
    taken = {
        form.lower()
        for word in typed
        for part in word.split()
        for form in (part, *forms_of(part, article.lexicon))
    }
    for other in article.annotations[:_MOST_FIGURES]:
        if other.mention.value is None or other.mention.kind in {"date", "ordinal", "name"}:
            continue
        part = range(*sentence_around(article, other))
        if part != own:
            taken.update(form for at in saying_words(article, part) for form in _forms(article, at))
    # What others are measured in tells nothing, nor do words of dates, amounts and units.
    unit = annotation.mention.unit
    is_shared = any(unit in one.units for one in named.indicators.values() if one.id != indicator)
    counted = () if unit and is_shared else numeral_of(article, annotation).noun
    for inner in article.within(*span_between(article, own.start, own.stop)):
        first, last = article.tokens_in(inner.mention.start, inner.mention.end)
        figure, nouns = numeral_of(article, inner), counted if inner.core == annotation.core else ()
        inside = {*range(min(first, figure.first), last), *figure.noun} - {*nouns}
        taken.update(form for at in inside for form in _forms(article, at))
    return frozenset(taken)
