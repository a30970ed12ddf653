"""What a sentence calls that which its figure is of, for the label of an indicator and its word.

In: an article, a figure, what the briefing measures. Out: what it counts or is a share of with what
that does, then other words that tell. It proposes; whether one names the measure a person says.
"""

from collections.abc import Iterator

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.numbers.directions import behind_rate
from generator.evidence.numbers.measures import find_measure
from generator.evidence.quotes.locate import sentence_around
from generator.evidence.terms.heads.called import Called
from generator.evidence.terms.heads.framed import framed
from generator.evidence.terms.heads.spoken import (
    behind_small,
    doing_behind,
    is_verb,
    may_name,
    noun_behind,
    object_behind,
    spoken,
    words_in,
)
from generator.evidence.terms.heads.telling import base_of, saying_words, telling_words
from generator.evidence.terms.numerals import Numeral, numeral_of
from generator.model import Nomenclature


def calls(
    article: AnnotatedArticle, annotation: Annotation, named: Nomenclature
) -> tuple[Called, ...]:
    """What the figure may be of, as its sentence says it: whole phrases first, then its words."""
    figure = numeral_of(article, annotation)
    first, last = sentence_around(article, annotation)
    counted = tuple(_counted(article, annotation, figure, last))
    in_frame = tuple(framed(article, annotation, counted[0].word if counted else ""))
    bases = {
        at: base_of(article.lexed.tokens[at].text, article.lexicon)
        for at in saying_words(article, range(first, last))
        if may_name(article, at)
    }
    order = {word: at for at, word in enumerate(telling_words(article, annotation, "", named))}
    own = (at for at, base in bases.items() if base in order)
    words = (
        spoken(article, range(at, at + 1))
        for at in sorted(own, key=lambda at: (is_verb(article, at), order[bases[at]]))
    )
    said = {word for one in (*in_frame, *counted) for word in (*one.label.split(), one.word)}
    others = [Called(word, word) for word in words if word not in said]
    return tuple(dict.fromkeys((*in_frame, *counted, *others)))


def _counted(
    article: AnnotatedArticle, annotation: Annotation, figure: Numeral, last: int
) -> Iterator[Called]:
    """What it counts, or is a share of; with what that does."""
    after = behind_rate(article.lexed, figure.end)
    is_of = article.lexed.lower(figure.end) in article.lexicon.verbs.of
    is_alone = annotation.mention.kind in {"money", "price"} and not is_of
    is_alone = is_alone or after > figure.end  # `18,400 pupils a day`
    end = figure.end
    if is_of and annotation.mention.kind == "count":  # `seven of them women`
        end += 2 * (article.lexed.lower(end + 1) in article.lexicon.owners.objects)
    behind = (() if is_alone else noun_behind(article, end, last)) or figure.phrase
    if any(find_measure(article.lexed.tokens, at, article.lexicon) for at in behind):
        return
    if annotation.mention.kind == "percent":
        yield from _shared(article, figure.end, behind, last)
        return
    if behind:
        label, of = spoken(article, behind), _described(article, behind)
        doing = doing_behind(article, max(after, behind.stop))
        if of:
            yield Called(spoken(article, range(behind.start, of.stop)), label)
        yield Called(label, label)
        if doing and is_verb(article, doing[0]):
            yield Called(label, label, spoken(article, doing))


def _described(article: AnnotatedArticle, noun: range) -> range:
    """What the noun is about or for, with the word before it: `about noise`."""
    describing = article.lexicon.owners.describing
    return object_behind(article, noun.stop, describing)


def _shared(article: AnnotatedArticle, end: int, behind: range, last: int) -> Iterator[Called]:
    """What a share is of, by what it does and by its name; of `them` only by what they do."""
    lexed, lexicon = article.lexed, article.lexicon
    is_of = end < last and (lexed.lower(end) in lexicon.verbs.of or behind.start > end)
    if is_of and behind:
        label, doing = spoken(article, behind), doing_behind(article, behind.stop)
        whole = spoken(article, range(end + (lexed.lower(end) in lexicon.verbs.of), behind.stop))
        head = spoken(article, behind[-1:])
        if doing:
            word = next(words_in(article, doing), head)
            yield Called(label, word, spoken(article, doing), is_share=True, whole=whole)
        for word in dict.fromkeys((label, head)):
            yield Called(label, word, is_share=True, whole=whole)
        return
    at = behind_small(article, end, last) if is_of else end
    those = lexicon.owners.objects | lexicon.owners.pronouns
    is_them = is_of and at < last and lexed.lower(at) in those
    if is_them or (at < last and lexed.lower(at) in lexicon.quantities.reporting):
        doing = doing_behind(article, at + is_them)
        for word in words_in(article, doing):
            yield Called("", word, spoken(article, doing), is_share=True)
