"""Which figure of a sentence is the whole of another one, and how far what is said of it reaches.

In: an article, figures. Out: the whole of a part; the token behind the noun of a whole, with the
clause that says which ones they are: `of the 640 bridges that were inspected`.
"""

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.numbers.figures import Figure
from generator.evidence.quotes.locate import span_between


def whole_around(article: AnnotatedArticle, sentence: range, figure: Figure) -> Figure | None:
    """The figure of the sentence of which this one is a part."""
    around = article.within(*span_between(article, sentence.start, sentence.stop))
    wholes = (one.figure for one in around if one.figure and one.figure.whole_of)
    return next((one for one in wholes if one.whole_of and figure.core[0] in one.whole_of), None)


def phrase_end(article: AnnotatedArticle, figure: Figure, part: range) -> int:
    """The end of the noun, with the clause that says which ones they are."""
    lexicon = article.lexicon
    end = max(figure.last, figure.unit.last if figure.unit else 0)
    lower, last = article.lexed.lower, article.parts.sentence_of(figure.first)[1]
    last = part.start if part.start > figure.first else last
    opens = lexicon.relative | lexicon.complementizers
    behind = end + 1 if lower(end) == "," else end
    # "900 Beschäftigten der Werft": without a comma it is an article.
    is_told = lower(behind) in opens and (behind > end or lower(end) not in lexicon.hedges.articles)
    mark = next((at for at in range(behind, last) if lower(at) in {",", ";", ":", "."}), None)
    if is_told:
        return mark or last
    return mark if mark is not None and last == part.start else end
