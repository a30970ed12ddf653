"""The quotations of a fact, each with its annotated article and the places that it may mean.

In: a fact, articles, declared units. Out: `Quoted`, or the finding that says why there is none. It
compares nothing with what the fact claims.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.evidence.annotate import AnnotatedArticle, Annotation, annotate
from generator.evidence.dates.relations import may_lie_in
from generator.evidence.lexicon.lexicon import is_readable
from generator.evidence.numbers.nouns import declared_words
from generator.evidence.quotes.locate import Passage, locate
from generator.evidence.quotes.missing import explain_missing, stands_in
from generator.model import Article, Fact, Field, Finding, Mention, Period, Quote, Unit


def are_readable(fact: Fact, articles: Mapping[str, Article]) -> bool:
    """Whether lexicons read all its articles; one that none reads has a finding of its own."""
    known = [articles[quote.article] for quote in fact.quotes if quote.article in articles]
    return all(is_readable(article.lang) for article in known)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with its article and the passages that it may mean."""

    quote: Quote
    article: AnnotatedArticle
    passages: tuple[Passage, ...]
    published: Period | None
    """When its article came out; None where the article's own text does not bear that out."""

    @property
    def words(self) -> str:
        """What the quotation holds of the article."""
        return " ".join(self.article.text[start:end] for start, end in self.passages[0].parts)

    @property
    def dates(self) -> list[Annotation]:
        """The dates of the quotation."""
        annotations = self.passages[0].annotations(self.article)
        return [one for one in annotations if one.mention.kind == "date"]


def find_quoted(
    fact: Fact, quote: Quote, articles: Mapping[str, Article], units: Mapping[str, Unit]
) -> Quoted | Finding:
    """The quotation with its article and places, or why it has none."""
    article = articles.get(quote.article)
    if article is None or not article.text:
        return _at(explain_missing(quote, articles, units), fact, quote)
    annotated = annotate(article.text, article.lang, declared_words(units, article.lang))
    located = locate(quote, annotated)
    if isinstance(located, Finding):
        if located.code == "quote-missing" and not stands_in(quote, annotated.folded.text):
            located = explain_missing(quote, articles, units)
        return _at(located, fact, quote)
    mentions = (annotation.mention for annotation in annotated.annotations)
    published = article.date_published if bears_out(article, mentions) else None
    return Quoted(quote, annotated, located, published)


def _at(finding: Finding, fact: Fact, quote: Quote) -> Finding:
    """The finding at its field of the quotation."""
    field = finding.at.name if isinstance(finding.at, Field) else "exact"
    return replace(finding, at=quote.marks.at(field), subject=fact.id)


def bears_out(article: Article, mentions: Iterable[Mention]) -> bool:
    """Whether a date that the text is said to state stands in it; an inferred one need not."""
    if article.date_basis != "stated":
        return True
    dates = (one.edtf for one in mentions if one.kind == "date" and one.edtf is not None)
    return any(may_lie_in(date, article.date_published) for date in dates)
